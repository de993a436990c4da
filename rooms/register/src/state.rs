//! The file of one State: its rows in every file, its course under each treaty, and what else binds it.

use crate::files::Row;
use crate::kinds;
use crate::port::Recorded;
use jiff::civil::Date;
use law::{Obligation, Pack, Standing, TreatyAct, Turn};

/// The treaty whose parties must cooperate under Part 9.
pub const ROME_STATUTE: &str = "rome-statute";
/// The Agreement on the Privileges and Immunities of the Court.
pub const APIC: &str = "apic";

/// The ties of a State, closest first, as the map shows them; `none` is the absence of all.
pub const TIES: [&str; 4] = ["both", "statute", "signed", "unknown"];
/// The tie of a State that has none.
pub const NO_TIE: &str = "none";

/// The file of one State.
#[derive(Clone, Debug)]
pub struct StateFile<'a> {
    /// Its code (alpha-3).
    pub code: &'a str,
    rows: Vec<Row<'a>>,
}

impl<'a> StateFile<'a> {
    /// The file of a State, out of the entries about it that the reader may see, in the order of recording.
    /// Entries that are no row of a file are passed over.
    pub fn of(code: &'a str, entries: impl IntoIterator<Item = &'a Recorded>, law: &Pack) -> StateFile<'a> {
        StateFile {
            code,
            rows: Row::all(entries, law),
        }
    }

    /// All its rows.
    pub fn all(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter()
    }

    /// Its rows in a file.
    pub fn rows(&self, file: &str) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(move |row| row.file.name() == file)
    }

    /// Its row in the file of a treaty.
    pub fn treaty(&self, treaty: &str) -> Option<&Row<'a>> {
        self.rows.iter().find(|row| treaty_of(row) == Some(treaty))
    }

    /// Its course under a treaty by all that was done: every change of standing, what is planned included.
    pub fn course<'l>(&self, law: &'l Pack, treaty: &str) -> Vec<Turn<'l>> {
        self.treaty(treaty).map(|row| course(row, law, Date::MAX)).unwrap_or_default()
    }

    /// Its tie on a day: one of [`TIES`] or [`NO_TIE`].
    pub fn tie(&self, law: &Pack, day: Date) -> &'static str {
        let rome = self.course(law, ROME_STATUTE);
        let apic = self.course(law, APIC);
        tie(standing_on(&rome, day), standing_on(&apic, day))
    }

    /// What else than a treaty binds it on a day: the obligation and the row of the act.
    pub fn bound<'l>(&self, law: &'l Pack, day: Date) -> Vec<(&'l Obligation, &Row<'a>)> {
        let rows = self.rows.iter().filter(|row| row.from() <= day);
        rows.filter_map(|row| Some((self.obligation(law, row, day)?, row))).collect()
    }

    fn obligation<'l>(&self, law: &'l Pack, row: &Row<'a>, day: Date) -> Option<&'l Obligation> {
        let kind = row.opening().kind();
        // Of the States that a referral names, one is bound; the others referred.
        if kind == kinds::REFERRAL && row.text("binds", day).as_deref() != Some(self.code) {
            return None;
        }
        let obligation = law.obligation(kind, row.text("kind", day).as_deref())?;
        let taken_away = obligation.unless.as_ref().is_some_and(|column| row.text(column, day).is_some());
        (!taken_away).then_some(obligation)
    }
}

/// The treaty of a row, where it is a row of the file of one.
pub fn treaty_of(row: &Row) -> Option<&'static str> {
    row.file
        .constant
        .filter(|(member, _)| *member == "treaty")
        .map(|(_, treaty)| treaty)
}

/// The course of a State under a treaty, by what its row says was done up to a day, or has effect from such a
/// day: whoever succeeds to a treaty is bound from the day on which it began, before it deposits anything. The
/// acts of its turns are numbered as those of the row.
pub fn course<'l>(row: &Row, law: &'l Pack, by: Date) -> Vec<Turn<'l>> {
    let Some(treaty) = treaty_of(row) else { return Vec::new() };
    let done = row.acts().iter().enumerate().filter_map(|(place, act)| {
        let stated = match act.kind() {
            kinds::TREATY_JOINED => row.act(kinds::TREATY_IN_FORCE).and_then(|stated| stated.counts_on),
            kinds::WITHDRAWAL_NOTIFIED => stated_effect(row),
            _ => None,
        };
        let counts_on = act.counts_on?;
        let treaty_act = TreatyAct {
            kind: act.kind(),
            by: act.held.now().entry.body.get_text("by"),
            counts_on,
            stated,
        };
        (counts_on.min(stated.unwrap_or(counts_on)) <= by).then_some((place, treaty_act))
    });
    let (places, acts): (Vec<usize>, Vec<TreatyAct>) = done.unzip();
    let mut course = law.course(treaty, &acts);
    for turn in &mut course {
        turn.act = places.get(turn.act).copied().unwrap_or_default();
    }
    course
}

/// The day on which a notice of withdrawal says that it takes effect.
fn stated_effect(row: &Row) -> Option<Date> {
    let notified = row.act(kinds::WITHDRAWAL_NOTIFIED)?;
    let text = notified.held.now().entry.body.get_text("stated_effective")?;
    record::when::When::parse(text).ok()?.last()
}

/// The turn by which a State stands where it does on a day.
pub fn turn_on<'t, 'l>(course: &'t [Turn<'l>], day: Date) -> Option<&'t Turn<'l>> {
    course.iter().rev().find(|turn| turn.from <= day)
}

/// The standing on a day.
pub fn standing_on<'l>(course: &[Turn<'l>], day: Date) -> Option<&'l Standing> {
    turn_on(course, day).map(|turn| turn.standing)
}

/// The tie that two standings make.
pub fn tie(rome: Option<&Standing>, apic: Option<&Standing>) -> &'static str {
    match rome {
        None => NO_TIE,
        Some(rome) if !rome.known => "unknown",
        Some(rome) if rome.party && apic.is_some_and(|apic| apic.party) => "both",
        Some(rome) if rome.party => "statute",
        // Whoever took its instrument back before it was bound, and had not signed, has no tie.
        Some(rome) if rome.id == "taken-back" => NO_TIE,
        Some(_) => "signed",
    }
}
