//! Which States have a law on which topic of Part 9: the index of topics, and the matrix.

use super::legal::sort_key;
use crate::address::{Place, page_of_file};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::written::{capital, number};
use register::directory::StateRef;
use register::view::model::{RowFilter, Rows};
use std::collections::{BTreeMap, BTreeSet};

/// The topics, and who has a law on them.
pub(crate) struct Laws {
    /// The topics, in the order of the articles.
    pub(crate) topics: Vec<TopicLine>,
    /// The States of the rows shown; none where a table of them would say nothing more than the list.
    pub(crate) states: Vec<StateLine>,
}

/// A topic of Part 9.
pub(crate) struct TopicLine {
    /// The list of laws in which it was read.
    pub(crate) href: String,
    /// Its name.
    pub(crate) name: Markup,
    /// Its articles.
    pub(crate) articles: Markup,
    /// In how many laws it was read.
    pub(crate) laws: String,
    /// Whether the list is filtered by it.
    pub(crate) chosen: bool,
}

/// A State in the matrix.
pub(crate) struct StateLine {
    /// Its laws.
    pub(crate) href: String,
    /// Its name.
    pub(crate) name: Markup,
    /// For each topic, in their order: its name, where it was read in a law of the State.
    pub(crate) read: Vec<Option<Markup>>,
}

impl Laws {
    /// Index and matrix of the rows of a view.
    pub(crate) fn new(l: &Layout, view: &Rows, filter: &RowFilter, law: &law::Pack) -> Laws {
        let to = |filter: RowFilter| match page_of_file(&view.file) {
            Some(page) => l.to(Place::File(page, filter)),
            None => l.overview(),
        };
        let topics = law.topics().iter();
        let topics = topics.map(|topic| TopicLine {
            href: to(RowFilter {
                topic: Some(topic.id.clone()),
                ..RowFilter::default()
            }),
            name: capital(&topic_name(l, law, &topic.id)),
            articles: l.w.say("laws-articles", &[("articles", topic.article.as_str().into())]),
            laws: view
                .by_topic
                .iter()
                .find(|count| count.word == topic.id)
                .map_or_else(|| number(0), |count| number(i64::try_from(count.count).unwrap_or(i64::MAX))),
            chosen: filter.topic.as_deref() == Some(&topic.id),
        });
        Laws {
            topics: topics.collect(),
            states: states(l, view, law, &to),
        }
    }
}

fn states(l: &Layout, view: &Rows, law: &law::Pack, to: &dyn Fn(RowFilter) -> String) -> Vec<StateLine> {
    let mut read: BTreeMap<&StateRef, BTreeSet<&str>> = BTreeMap::new();
    for row in &view.rows {
        for state in &row.states {
            read.entry(state).or_default().extend(row.topics.iter().map(String::as_str));
        }
    }
    let mut states: Vec<_> = read.into_iter().collect();
    states.sort_by_cached_key(|(state, _)| sort_key(l.w.state_name(state)));
    let line = |(state, read): (&StateRef, BTreeSet<&str>)| StateLine {
        href: to(RowFilter {
            state: Some(state.code.clone()),
            ..RowFilter::default()
        }),
        name: l.w.state(state),
        read: law
            .topics()
            .iter()
            .map(|topic| read.contains(topic.id.as_str()).then(|| topic_name(l, law, &topic.id)))
            .collect(),
    };
    states.into_iter().map(line).collect()
}

/// The name of a topic in the language of the page; its id where the law pack has no such topic.
pub(crate) fn topic_name(l: &Layout, law: &law::Pack, id: &str) -> Markup {
    let topic = law.topics().iter().find(|topic| topic.id == id);
    let name = topic.and_then(|topic| law.text(l.w.lang.tag(), &topic.text_key));
    name.map_or_else(|| Markup::english(id, l.w.lang), Markup::text)
}
