//! The one place where the audience of a viewer becomes the filter of a statement.
//!
//! Every statement that reads entries for a viewer is one of a [`Sight`], and begins with the classes that the sight
//! holds. Rows derived of what is public are everybody's.

use crate::fail::Failure;
use crate::shelf::{self, Class, PUBLIC, Words};
use crate::sql::{Link, Statement, query};
use crate::vault::Vault;
use access::{Action, Filter, Matter, On, Viewer, may};
use record::audience::{Audience, Level};
use record::entry::Entry;
use std::collections::BTreeMap;

/// What a viewer may see now: the classes of audiences that let them in.
pub(crate) struct Sight<'v> {
    pub(crate) vault: &'v Vault,
    viewer: Viewer,
    /// Each with the words by which its entries are found.
    pub(crate) groups: Vec<Group>,
    /// Each with the tag of its class.
    audiences: BTreeMap<i64, (Audience, Vec<u8>)>,
}

/// Classes whose entries are found in one way.
pub(crate) struct Group {
    pub(crate) words: Words,
    pub(crate) classes: Vec<i64>,
    /// Only in these matters, as they stand on the shelf.
    pub(crate) matters: Option<Vec<String>>,
}

impl Group {
    /// Adds that an entry `s` of the shelf is of the group.
    pub(crate) fn push(&self, statement: &mut Statement, of: &str) {
        statement
            .push(format!("{of}.class IN ("))
            .push_list(self.classes.iter().copied())
            .push(")");
        if let Some(matters) = &self.matters {
            statement.push(format!(" AND {of}.matter IN (")).push_list(matters.iter()).push(")");
        }
    }

    /// How many values that adds.
    pub(crate) fn values(&self) -> usize {
        self.classes.len() + self.matters.as_ref().map_or(0, Vec::len)
    }
}

impl<'v> Sight<'v> {
    /// That of a viewer. What is public is found without a question.
    pub(crate) async fn of(link: &mut Link<'_>, vault: &'v Vault, viewer: &Viewer) -> Result<Sight<'v>, Failure> {
        let filter = Filter::of(viewer);
        let rows = if filter.whole().count() == Level::ALL.len() {
            query("SELECT class, tag, level, key, said FROM classes ORDER BY class")
                .fetch_all(link)
                .await?
        } else {
            let readers = filter.readers().map(str::to_owned);
            let matters = filter.matters().map(|(matter, _)| shelf::assigned_word(vault, matter));
            let words: Vec<String> = readers.chain(matters).collect();
            if words.is_empty() {
                return Ok(Sight::with(vault, viewer.clone(), Vec::new(), &filter));
            }
            let mut asked = Statement::new(
                "SELECT c.class, c.tag, c.level, c.key, c.said FROM classes c WHERE c.class IN (SELECT r.class FROM readers r WHERE r.reader IN (",
            );
            asked.push_list(words).push(")) ORDER BY c.class");
            asked.build().persistent(false).fetch_all(link).await?
        };
        let classes = shelf::classes_of(link, vault, &rows).await?;
        Ok(Sight::with(vault, viewer.clone(), classes, &filter))
    }

    fn with(vault: &'v Vault, viewer: Viewer, classes: Vec<Class>, filter: &Filter) -> Sight<'v> {
        let assigned: Vec<Level> = filter.assigned().collect();
        let whole: Vec<Level> = filter.whole().collect();
        let mut groups = vec![Group {
            words: Words::Clear,
            classes: vec![PUBLIC],
            matters: None,
        }];
        let mut audiences = BTreeMap::from([(PUBLIC, (Audience::public(), Vec::new()))]);
        for class in classes {
            let level = class.audience.level;
            // Whether somebody is let in by what the class says; where they must be assigned, the matters follow.
            let matters: Vec<&str> = filter.matters().map(|(matter, _)| matter).collect();
            let on = |matter| Matter {
                matter,
                audience: &class.audience,
            };
            let in_matter = |matter: &&str| class.matter.as_deref().is_none_or(|own| own == *matter);
            let let_in: Vec<&str> = matters
                .into_iter()
                .filter(in_matter)
                .filter(|matter| filter.allows(on(matter)))
                .collect();
            let of_matters = assigned.contains(&level);
            let open = whole.contains(&level) || if of_matters { !let_in.is_empty() } else { filter.allows(on("")) };
            if !open {
                continue;
            }
            let words = Words::of(level);
            let matters = of_matters.then(|| let_in.iter().map(|matter| words.matter(vault, matter)).collect::<Vec<_>>());
            let same = groups.iter_mut().find(|group| group.words == words && group.matters == matters);
            match same {
                Some(group) => group.classes.push(class.number),
                None => groups.push(Group {
                    words,
                    classes: vec![class.number],
                    matters,
                }),
            }
            let tag = class.tag(vault);
            audiences.insert(class.number, (class.audience, tag));
        }
        Sight {
            vault,
            viewer,
            groups,
            audiences,
        }
    }

    /// The groups of all that is not public.
    pub(crate) fn beyond(&self) -> Vec<Group> {
        let not_public = |group: &Group| Group {
            words: group.words,
            classes: group.classes.iter().copied().filter(|class| *class != PUBLIC).collect(),
            matters: group.matters.clone(),
        };
        self.groups
            .iter()
            .map(not_public)
            .filter(|group| !group.classes.is_empty())
            .collect()
    }

    /// The audience that an entry of a class has now, and the tag of the class, if the one decision lets the viewer read
    /// it.
    pub(crate) fn opens(&self, class: i64, entry: &Entry) -> Option<(&Audience, &[u8])> {
        let (audience, tag) = self.audiences.get(&class)?;
        let matter = Matter {
            matter: &entry.matter,
            audience,
        };
        may(&self.viewer, Action::Read, On::Matter(matter)).then_some((audience, tag))
    }

    pub(crate) fn viewer(&self) -> &Viewer {
        &self.viewer
    }
}

/// The number under which a level is stored: its place in [`Level::ALL`].
pub(crate) fn level_number(level: Level) -> i64 {
    match level {
        Level::Public => 0,
        Level::Restricted => 1,
        Level::Confidential => 2,
        Level::UnderSeal => 3,
    }
}

/// The level of a stored number.
pub(crate) fn level_of(number: i64) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level_number(*level) == number)
}
