//! Which States have a law on which topic of Part 9: the index of topics, and the matrix.

use super::legal::{Legal, sort_key};
use crate::address::{Place, page_of_file};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::written::{capital, figure};
use register::directory::StateRef;
use register::view::model::{RowFilter, Rows};
use std::collections::BTreeMap;

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
    /// For each topic, in their order: where it was read in a law of the State.
    pub(crate) read: Vec<Option<Read>>,
}

/// A topic that was read in a law of a State.
pub(crate) struct Read {
    /// Its name, with what the mark says.
    pub(crate) words: Markup,
    /// Whether all laws of the State in which it was read are general law, not made for the Court.
    pub(crate) general: bool,
}

impl Laws {
    /// Index and matrix of the rows of a view.
    pub(crate) fn new(l: &Layout, view: &Rows, filter: &RowFilter, law: &law::Pack) -> Laws {
        let to = |filter: RowFilter| match page_of_file(&view.file) {
            Some(page) => l.to(Place::File(page, filter)),
            None => l.overview(),
        };
        let legal = Legal { w: &l.w, law };
        let topics = law.topics().iter().map(|topic| TopicLine {
            href: to(RowFilter {
                topic: Some(topic.id.clone()),
                ..RowFilter::default()
            }),
            name: capital(&legal.topic(&topic.id)),
            articles: l.w.say("laws-articles", &[("articles", topic.article.as_str().into())]),
            laws: figure(
                view.by_topic
                    .iter()
                    .find(|known| known.word == topic.id)
                    .map_or(0, |known| known.count),
            ),
            chosen: filter.topic.as_deref() == Some(&topic.id),
        });
        Laws {
            topics: topics.collect(),
            states: states(l, view, law, &to),
        }
    }
}

fn states(l: &Layout, view: &Rows, law: &law::Pack, to: &dyn Fn(RowFilter) -> String) -> Vec<StateLine> {
    // Of each topic whether it was read in general law alone.
    let mut read: BTreeMap<&StateRef, BTreeMap<&str, bool>> = BTreeMap::new();
    for row in &view.rows {
        for state in &row.states {
            let topics = read.entry(state).or_default();
            for topic in &row.topics {
                *topics.entry(topic).or_insert(true) &= row.general;
            }
        }
    }
    let mut states: Vec<_> = read.into_iter().collect();
    states.sort_by_cached_key(|(state, _)| sort_key(l.w.state_name(state)));
    let legal = Legal { w: &l.w, law };
    let mark = |topic: &str, general: bool| {
        let name = legal.topic(topic);
        let words = if general {
            l.w.say("laws-general-topic", &[("topic", name.into())])
        } else {
            name
        };
        Read { words, general }
    };
    let line = |(state, read): (&StateRef, BTreeMap<&str, bool>)| StateLine {
        href: to(RowFilter {
            state: Some(state.code.clone()),
            ..RowFilter::default()
        }),
        name: l.w.state(state),
        read: law
            .topics()
            .iter()
            .map(|topic| read.get(topic.id.as_str()).map(|general| mark(&topic.id, *general)))
            .collect(),
    };
    states.into_iter().map(line).collect()
}
