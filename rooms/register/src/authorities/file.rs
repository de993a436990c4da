//! One authority as its entries make it: its versions in the order of the days on which they begin, its end, and when
//! somebody last stood for it.

use crate::chain::{self, Held};
use crate::kinds;
use crate::port::Recorded;
use jiff::ToSpan;
use jiff::civil::Date;
use record::audience::Reader;
use record::entry::{Draft, EntryId, Subject};
use record::json::{Object, Value};
use record::when::When;

/// For how many calendar months what was said of an authority is taken to be right.
const MONTHS: i64 = 6;

/// A version of an authority.
#[derive(Clone, Debug)]
pub struct Version<'a> {
    /// The fact, with its corrections.
    pub held: Held<'a>,
    /// The first day on which it holds.
    pub from: Date,
    /// The last one, where one is set.
    pub until: Option<Date>,
}

impl Version<'_> {
    /// The newest entry of its chain, by which it is known to whoever changes it.
    pub fn id(&self) -> &EntryId {
        &self.held.now().entry.id
    }
}

/// One authority.
#[derive(Clone, Debug)]
pub struct AuthorityFile<'a> {
    /// Its matter.
    pub matter: &'a str,
    /// Its State.
    pub state: &'a str,
    /// By the day on which they begin.
    versions: Vec<Version<'a>>,
    endings: Vec<(Date, Held<'a>)>,
    confirmations: Vec<(Date, Held<'a>)>,
}

/// Who last said that an authority is right, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<'a> {
    /// The day.
    pub on: Date,
    /// The entry.
    pub by: &'a Recorded,
}

impl<'a> AuthorityFile<'a> {
    /// The file of an authority out of its entries, in the order of recording.
    pub fn of(matter: &'a str, entries: &'a [Recorded], law: &law::Pack) -> AuthorityFile<'a> {
        let mut file = AuthorityFile {
            matter,
            state: entries.iter().find_map(|recorded| state_of(&recorded.entry)).unwrap_or_default(),
            versions: Vec::new(),
            endings: Vec::new(),
            confirmations: Vec::new(),
        };
        for held in chain::held(entries) {
            let entry = &held.now().entry;
            let Some(day) = entry.effective.last().map(|day| law.counts_on(day)) else {
                continue;
            };
            match entry.kind.as_str() {
                kinds::AUTHORITY_NAMED => {
                    let until = entry.body.get_text("until").and_then(|text| When::parse(text).ok());
                    let until = until.and_then(|until| until.last());
                    file.versions.push(Version { held, from: day, until });
                }
                kinds::AUTHORITY_ENDED => file.endings.push((day, held)),
                kinds::AUTHORITY_CONFIRMED => file.confirmations.push((day, held)),
                _ => {}
            }
        }
        file.versions.sort_by_key(|version| (version.from, version.held.now().position));
        file
    }

    /// Its versions, the one that begins first first.
    pub fn versions(&self) -> &[Version<'a>] {
        &self.versions
    }

    /// The day on which its first version begins.
    pub fn first(&self) -> Option<Date> {
        self.versions.first().map(|version| version.from)
    }

    /// The version that holds on a day.
    pub fn on(&self, day: Date) -> Option<&Version<'a>> {
        let version = self.versions.iter().rev().find(|version| version.from <= day)?;
        let over = version.until.is_some_and(|until| until < day) || self.ended_after(version, day).is_some();
        (!over).then_some(version)
    }

    /// Whether it is in force on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.on(day).is_some()
    }

    /// The first day on which there is none of it any more, by all that is recorded.
    pub fn ends(&self) -> Option<Date> {
        self.ended_after(self.versions.last()?, Date::MAX)
    }

    /// The end of a version that was recorded by an entry of its own and came by a day.
    fn ended_after(&self, version: &Version, day: Date) -> Option<Date> {
        let position = version.held.now().position;
        let ends = self.endings.iter().filter(|(on, end)| {
            let later = *on > version.from || (*on == version.from && end.now().position > position);
            later && *on <= day
        });
        ends.map(|(on, _)| *on).max()
    }

    /// Who last stood for a version by a day: whoever named it, or confirmed it since.
    pub fn stated(&self, version: &Version<'a>, day: Date) -> Option<Stated<'a>> {
        let named = version.held.now();
        let of_naming = stated_on(&named.entry.draft.body).map(|on| Stated { on, by: named });
        let about_it = |held: &Held| {
            let ids = version.held.versions().iter().map(|version| &version.entry.id);
            let about = &held.now().entry.about;
            ids.into_iter().any(|id| about.contains(&Subject::Entry(id.clone())))
        };
        let confirmed = self.confirmations.iter().filter(|(_, held)| about_it(held));
        let confirmed = confirmed.map(|(on, held)| Stated { on: *on, by: held.now() });
        let all = of_naming.into_iter().chain(confirmed).filter(|stated| stated.on <= day);
        all.max_by_key(|stated| (stated.on, stated.by.position))
    }
}

/// The day on which what was said on a day is asked about again.
pub(crate) fn due_on(stated: Date) -> Option<Date> {
    stated.checked_add(MONTHS.months()).ok()
}

/// Whether an entry comes from the State itself.
pub(crate) fn is_from_the_state(recorded: &Recorded) -> bool {
    matches!(recorded.entry.audience.originator, Some(Reader::State(_)))
}

/// The day on which somebody stood for what an entry says.
fn stated_on(body: &Object) -> Option<Date> {
    body.get_text("stated_on").and_then(|text| text.parse().ok())
}

/// The texts of a member that is a list.
pub(crate) fn texts(body: &Object, member: &str) -> Vec<String> {
    let Some(Value::List(items)) = body.get(member) else {
        return Vec::new();
    };
    let text = |item: &Value| if let Value::Text(text) = item { Some(text.clone()) } else { None };
    items.iter().filter_map(text).collect()
}

/// The State of which an entry tells.
pub(super) fn state_of(entry: &Draft) -> Option<&str> {
    entry.about.iter().find_map(|subject| match subject {
        Subject::State(code) => Some(code.as_str()),
        _ => None,
    })
}
