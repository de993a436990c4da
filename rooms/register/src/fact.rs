//! An officer confirms or corrects a fact, with its source.

use crate::Register;
use crate::chain::{plain, value};
use crate::change_refused::ChangeRefused;
use crate::directory::{self, Directory};
use crate::erasure_refused::ErasureRefused;
use crate::files::{self, Days, File};
use crate::kinds;
use crate::pack::shared;
use crate::port::{Of, Recorded, StoreError};
use crate::reading::FIRST_DAY;
use crate::truth::{SOURCES, was_read};
use access::Viewer;
use record::audience::Level;
use record::entry::{Author, Corrects, Draft, EntryId, Subject};
use record::json::{Object, Value};
use record::when::When;

/// How often something is decided anew where others write meanwhile.
pub(crate) const TRIES: usize = 20;
/// The basis of what is not public since its matter was closed.
const CLOSED_WITH_ITS_MATTER: &str = "closed with its matter";

/// Why an officer's act was refused.
#[derive(Debug, thiserror::Error)]
pub enum FactError {
    /// What was given is wrong; says what, and how to mend it.
    #[error("{0}")]
    Given(String),
    /// There is no such entry for this viewer.
    #[error("there is no entry {0} in this record; take the id from the page or the proof of the fact")]
    NoEntry(String),
    /// The audience of a matter is not changed so.
    #[error(transparent)]
    Change(#[from] ChangeRefused),
    /// Nothing is erased.
    #[error(transparent)]
    Erasure(#[from] ErasureRefused),
    /// The store refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an officer says of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The new effective date, in the text form of `record::when::When`.
    pub effective: Option<String>,
    /// New values of members of the body; an empty value takes the member out.
    pub set: Vec<(String, String)>,
    /// Takes the fact back instead of restating it.
    pub retract: bool,
    /// Why.
    pub reason: String,
    /// Where it was read.
    pub source: String,
    /// Who says so.
    pub officer: String,
}

fn retracts(recorded: &Recorded) -> bool {
    recorded.entry.corrects.as_ref().is_some_and(|c| c.retracts)
}

fn given(text: impl Into<String>) -> FactError {
    FactError::Given(text.into())
}

impl Register {
    /// Records that a source that was read confirms a field of an entry: `effective`, or a member of its
    /// body.
    ///
    /// # Errors
    /// There is no such entry or field, a newer version stands, or source or officer are missing.
    pub async fn confirm(&self, viewer: &Viewer, entry: &str, field: &str, source: &str, officer: &str) -> Result<Recorded, FactError> {
        let newest = self.newest_of(viewer, entry).await?;
        if retracts(&newest) {
            return Err(given("the fact was taken back; restate it with `comity fact correct` first"));
        }
        if newest.entry.kind == kinds::CITATION {
            return Err(given(
                "a citation is what a source says: it is taken back with `comity fact correct --retract`, not confirmed",
            ));
        }
        if value(&newest, field).is_none() {
            let fields: Vec<&str> = std::iter::once("effective")
                .chain(newest.entry.body.members().map(|(name, _)| name))
                .collect();
            return Err(given(format!(
                "the entry has no field {field:?} to confirm; choose {}",
                fields.join(", ")
            )));
        }
        if field == "effective" && newest.entry.effective == When::Unknown {
            return Err(given(
                "the entry has no date to confirm; correct it with one, or confirm another field with --field",
            ));
        }
        let mut draft = self.officers_draft(&newest, source, officer)?;
        draft.kind = kinds::CITATION.to_owned();
        draft.kind_v = 1;
        draft.effective = When::Unknown;
        draft.about = shared(&draft.matter, &draft.about);
        draft.about.push(Subject::Entry(newest.entry.id.clone()));
        draft.body = Object::new()
            .text("field", field)
            .text("verdict", "confirms")
            .text("source", source.trim());
        self.record(viewer, draft).await
    }

    /// Restates or retracts a fact.
    ///
    /// # Errors
    /// There is no such entry, a newer version stands, nothing would change, a value cannot be read or
    /// contradicts the rest of its matter, or source, reason or officer are missing.
    pub async fn correct(&self, viewer: &Viewer, entry: &str, correction: &Correction) -> Result<Recorded, FactError> {
        let newest = self.newest_of(viewer, entry).await?;
        let correction_of = newest.entry.corrects.as_ref().map_or(&newest.entry.id, |c| &c.first).clone();
        let mut draft = self.officers_draft(&newest, &correction.source, &correction.officer)?;
        if correction.reason.trim().is_empty() {
            return Err(given("a correction says why; give --reason"));
        }
        draft.corrects = Some(Corrects {
            first: correction_of,
            saw: newest.entry.id.clone(),
            reason: correction.reason.trim().to_owned(),
            retracts: correction.retract,
        });
        let changes = correction.effective.is_some() || !correction.set.is_empty();
        if correction.retract && changes {
            return Err(given(
                "a fact is either taken back or restated; leave out --retract, or the new values",
            ));
        }
        if correction.retract && retracts(&newest) {
            return Err(given("the fact was taken back already"));
        }
        if !correction.retract {
            if newest.entry.kind == kinds::CITATION {
                return Err(given(
                    "a citation is what a source says: it can be taken back with --retract, and another one given",
                ));
            }
            restate(&mut draft, correction)?;
            if !retracts(&newest) && draft.effective == newest.entry.effective && draft.body == newest.entry.body {
                return Err(given(
                    "nothing would change; to say that a source agrees, use `comity fact confirm`",
                ));
            }
            self.check_states(viewer, &newest.entry.about, &draft).await?;
            self.check_day(&draft)?;
            self.check_order(viewer, &draft).await?;
        }
        self.record(viewer, draft).await
    }

    /// Refuses a State that the record does not know, where it knows States. `before` are subjects that it had
    /// already.
    pub(crate) async fn check_states(&self, viewer: &Viewer, before: &[Subject], draft: &Draft) -> Result<(), FactError> {
        let named = draft.about.iter().filter(|subject| !before.contains(subject));
        let codes: Vec<&str> = named
            .filter_map(|s| if let Subject::State(code) = s { Some(code.as_str()) } else { None })
            .collect();
        if codes.is_empty() {
            return Ok(());
        }
        let of = Of::Kinds(directory::KINDS.iter().map(|kind| (*kind).to_owned()).collect());
        let entries = self.store.entries(viewer, of, None).await?;
        let directory = Directory::of(&entries, &self.law);
        match codes.into_iter().find(|code| directory.get(code).is_none()) {
            Some(code) if directory.all().next().is_some() => {
                let near: Vec<String> = directory.suggest(code, self.today()).into_iter().map(|s| s.code).collect();
                let mend = if near.is_empty() {
                    "write the ISO 3166-1 alpha-3 code of one, such as FRA".to_owned()
                } else {
                    format!("did you mean {}?", near.join(" or "))
                };
                Err(given(format!("{code} is not a State of this record; {mend}")))
            }
            _ => Ok(()),
        }
    }

    /// The newest version of the fact that an entry belongs to, which must be that entry.
    async fn newest_of(&self, viewer: &Viewer, entry: &str) -> Result<Recorded, FactError> {
        let none = || FactError::NoEntry(entry.chars().take(64).collect());
        let id = EntryId::parse(entry).ok_or_else(none)?;
        let recorded = self.store.entry(viewer, &id).await?.ok_or_else(none)?;
        if !kinds::is_act(&recorded.entry.kind)
            && !files::has(&recorded.entry.kind)
            && ![kinds::PERSON_NAMED, kinds::COUNT_STATED, kinds::REMARK, kinds::CITATION].contains(&recorded.entry.kind.as_str())
        {
            return Err(given(format!(
                "{} is an entry of the kind {}, which is not a fact that an officer restates",
                id, recorded.entry.kind
            )));
        }
        let first = recorded.entry.corrects.as_ref().map_or(&id, |c| &c.first).clone();
        let chain = self.store.entries(viewer, Of::Chain(first), None).await?;
        match chain.last() {
            Some(newest) if newest.entry.id != id => Err(given(format!(
                "entry {id} was restated by {}; read that one, and name it instead",
                newest.entry.id
            ))),
            _ => Ok(recorded),
        }
    }

    /// An officer's entry in the same matter, for the same audience.
    fn officers_draft(&self, of: &Recorded, source: &str, officer: &str) -> Result<Draft, FactError> {
        let (source, officer) = (source.trim(), officer.trim());
        if source.is_empty() {
            return Err(given(
                "an officer's entry names its source; give --source with the document or page that was read",
            ));
        }
        if !was_read(source) {
            return Err(given(
                "recalled is no source that was read; give --source with the document or page",
            ));
        }
        if officer.is_empty() {
            return Err(given("an officer's entry names who made it; give --officer"));
        }
        let mut id = [0u8; 16];
        self.outside.random(&mut id);
        let mut draft = of.entry.draft.clone();
        draft.id = EntryId::from_bytes(id);
        draft.author = Author::Officer(officer.to_owned());
        draft.on_behalf_of = None;
        // Who may know it now, which may be others than when it was recorded.
        draft.audience = of.audience.clone();
        draft.basis = match draft.audience.level {
            Level::Public => None,
            _ => draft.basis.or_else(|| Some(CLOSED_WITH_ITS_MATTER.to_owned())),
        };
        draft.source = Some(source.to_owned());
        draft.corrects = None;
        draft.attachments = Vec::new();
        Ok(draft)
    }

    /// A dated fact has a last possible day, from which it counts, and has happened since the Statute.
    pub(crate) fn check_day(&self, draft: &Draft) -> Result<(), FactError> {
        if !is_dated(&draft.kind) {
            return Ok(());
        }
        let effective = &draft.effective;
        if *effective == When::Unknown && files::has(&draft.kind) {
            // A row whose day is not known; a day that is known cannot become unknown: see `restate`.
            return Ok(());
        }
        let Some(last) = effective.last() else {
            let how = "a fact counts from its last possible day; give a day, a month, a year, or one of these after `by` or `about`";
            return Err(given(format!("{effective} has no last possible day: {how}")));
        };
        if last < FIRST_DAY && files::days_of(&draft.kind) != Some(Days::Before) {
            return Err(given(format!(
                "{effective} lies before {FIRST_DAY}, the day on which the Rome Statute was adopted; check the year"
            )));
        }
        let today = self.today();
        if effective.first().is_some_and(|first| first > today) {
            return Err(given(format!(
                "{effective} lies after today, {today}; a fact is recorded when it has happened"
            )));
        }
        Ok(())
    }

    /// The acts of a matter go one after the other: issue, arrest, surrender, end; those of a row of a file as the
    /// file says.
    pub(crate) async fn check_order(&self, viewer: &Viewer, draft: &Draft) -> Result<(), FactError> {
        if let Some(file) = files::of_kind(&draft.kind).and(files::of_matter(&draft.matter)) {
            return self.check_row(viewer, file, draft).await;
        }
        if !kinds::is_act(&draft.kind) || draft.kind == kinds::MILESTONE {
            return Ok(());
        }
        let entries = self.store.entries(viewer, Of::Matters(vec![draft.matter.clone()]), None).await?;
        let first = draft.corrects.as_ref().map(|c| &c.first);
        let place = |kind: &str| match kind {
            kinds::WARRANT_EXECUTED => 0,
            kinds::SURRENDERED => 1,
            kinds::ENDED => 2,
            _ => 3,
        };
        for other in crate::chain::held(&entries).iter().filter(|h| Some(h.first) != first) {
            let other = &other.now().entry;
            if !kinds::is_act(&other.kind) || other.kind == kinds::MILESTONE {
                continue;
            }
            // An issue comes before every act under it; an arrest before the surrender, both before the end.
            let ours_first = match (kinds::is_issue(&draft.kind), kinds::is_issue(&other.kind)) {
                (true, false) => true,
                (false, true) => false,
                _ if place(&draft.kind) < place(&other.kind) && place(&other.kind) < 3 => true,
                _ if place(&other.kind) < place(&draft.kind) && place(&draft.kind) < 3 => false,
                _ => continue,
            };
            let (before, after) = if ours_first {
                (&draft.effective, &other.effective)
            } else {
                (&other.effective, &draft.effective)
            };
            if let (Some(earlier), Some(later)) = (before.first(), after.last())
                && later < earlier
            {
                return Err(given(format!(
                    "{} would be {}, and {} is {}: that is the wrong way round; give another day, or correct the other entry ({}) first",
                    draft.kind, draft.effective, other.kind, other.effective, other.id
                )));
            }
        }
        Ok(())
    }

    async fn check_row(&self, viewer: &Viewer, file: &File, draft: &Draft) -> Result<(), FactError> {
        let entries = self.store.entries(viewer, Of::Matters(vec![draft.matter.clone()]), None).await?;
        let first = draft.corrects.as_ref().map(|c| &c.first);
        let held = crate::chain::held(&entries);
        let others = held.iter().filter(|h| Some(h.first) != first).map(|h| &h.now().entry.draft);
        let row: Vec<&Draft> = std::iter::once(draft).chain(others).collect();
        match file.misplaced(|column| file.cell_of(column, &row)).first() {
            None => Ok(()),
            Some(wrong) => Err(given(format!(
                "{} would be {} and {} is {}: that is the wrong way round; give another day, or correct the other entry first",
                wrong.order.then, wrong.then, wrong.order.first, wrong.first
            ))),
        }
    }

    pub(crate) async fn record(&self, viewer: &Viewer, draft: Draft) -> Result<Recorded, FactError> {
        self.record_all(viewer, vec![draft]).await
    }

    /// Records drafts, all or none, and gives the first.
    pub(crate) async fn record_all(&self, viewer: &Viewer, drafts: Vec<Draft>) -> Result<Recorded, FactError> {
        first(self.store.append(viewer, checked(drafts)?, false).await?)
    }

    /// The same for what was decided over the first `read` entries of the record; see [`crate::port::Store::append_over`].
    pub(crate) async fn record_all_over(&self, viewer: &Viewer, drafts: Vec<Draft>, read: u64) -> Result<Recorded, FactError> {
        first(self.store.append_over(viewer, checked(drafts)?, read).await?)
    }

    /// The same for one draft; none where others wrote of its sort meanwhile, so that it is decided anew, [`TRIES`] times at most.
    pub(crate) async fn record_unless_raced(&self, viewer: &Viewer, draft: Draft, read: u64) -> Result<Option<Recorded>, FactError> {
        match self.record_all_over(viewer, vec![draft], read).await {
            Err(FactError::Store(StoreError::Raced)) => Ok(None),
            settled => Ok(Some(settled?)),
        }
    }
}

/// Drafts that can stand in the record.
fn checked(drafts: Vec<Draft>) -> Result<Vec<Draft>, FactError> {
    for draft in &drafts {
        draft.check().map_err(|error| given(error.to_string()))?;
    }
    Ok(drafts)
}

fn first(recorded: Vec<Recorded>) -> Result<Recorded, FactError> {
    let first = recorded.into_iter().next();
    first.ok_or_else(|| StoreError::Database("nothing was recorded".into()).into())
}

/// Whether entries of a kind have a date of their own.
fn is_dated(kind: &str) -> bool {
    kinds::is_act(kind) || kind == kinds::COUNT_STATED || files::days_of(kind).is_some()
}

/// Puts the new values into the draft.
fn restate(draft: &mut Draft, correction: &Correction) -> Result<(), FactError> {
    if let Some(effective) = &correction.effective {
        draft.effective = When::parse(effective).map_err(|error| given(error.to_string()))?;
        let dated = is_dated(&draft.kind);
        if dated && draft.effective == When::Unknown {
            return Err(given("an act needs a date; to say that it did not happen, use --retract"));
        }
        if !dated && draft.effective != When::Unknown {
            return Err(given(format!(
                "an entry of the kind {} has no date of its own; leave out --effective",
                draft.kind
            )));
        }
    }
    for (member, text) in &correction.set {
        set(draft, member, text)?;
    }
    if let Some(member) = files::told_in(&draft.kind) {
        let told = files::day_told(draft.body.get_text(member).unwrap_or_default());
        if correction.effective.is_some() && draft.effective != told {
            return Err(given(format!(
                "the words in {member} end with the day of the act, which is {told}; set {member} with the other day at its end"
            )));
        }
        draft.effective = told;
    }
    match missing(draft) {
        Some(name) => Err(given(format!(
            "the fact says nothing without {name}; set another value, or use --retract"
        ))),
        None => Ok(()),
    }
}

/// A member without which a fact says nothing, and which a draft lacks.
pub(crate) fn missing(draft: &Draft) -> Option<&'static str> {
    let mut needed = kinds::members(&draft.kind).into_iter().filter(|(_, _, needed)| *needed);
    needed.find_map(|(name, _, _)| draft.body.get(name).is_none().then_some(name))
}

/// Puts the value that somebody wrote into a member of the body; an empty text takes the member out. States that it
/// names become subjects.
pub(crate) fn set(draft: &mut Draft, member: &str, text: &str) -> Result<(), FactError> {
    let known = kinds::members(&draft.kind);
    let Some(sort) = known.iter().find(|(name, _, _)| *name == member).map(|(_, sort, _)| *sort) else {
        let names: Vec<&str> = known.iter().map(|(name, _, _)| *name).collect();
        let choose = if names.is_empty() {
            "it has none, only its date".to_owned()
        } else {
            format!("choose {}", names.join(", "))
        };
        return Err(given(format!(
            "an entry of the kind {} has no member {member:?} to set; {choose}",
            draft.kind
        )));
    };
    let text = text.trim();
    let mut members = without(&draft.body, member);
    if let Some(Value::Object(sources)) = members.get(SOURCES) {
        let others = without(sources, member);
        members = without(&members, SOURCES);
        if !others.is_empty() {
            members.set(SOURCES, Value::Object(others));
        }
    }
    if !text.is_empty() {
        members.set(
            member,
            sort.read(text)
                .ok_or_else(|| given(format!("{text:?} is not a value of {member}; write {}", sort.form())))?,
        );
    }
    if member == "state" || files::names_states(&draft.kind, member) {
        let named = draft.body.get(member).and_then(plain).unwrap_or_default();
        let left = |s: &Subject| matches!(s, Subject::State(code) if files::codes(&named).any(|named| named == code));
        // The row of a file stays about a State that it no longer names, which else would go on showing
        // the version before.
        let in_file = files::of_matter(&draft.matter).is_some();
        draft.about.retain(|s| in_file || !left(s));
        for code in files::codes(text) {
            let subject = Subject::State(code.to_owned());
            if !draft.about.contains(&subject) {
                draft.about.push(subject);
            }
        }
    }
    draft.body = members;
    Ok(())
}

/// The body without a member.
fn without(body: &Object, member: &str) -> Object {
    let mut members = Object::new();
    for (name, value) in body.members().filter(|(name, _)| *name != member) {
        members.set(name, value.clone());
    }
    members
}
