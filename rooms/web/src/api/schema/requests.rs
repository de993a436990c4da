//! Requests for cooperation, as the API answers with them and `comity request --format json` prints them.

use super::law_texts::LawTexts;
use super::owed::Owed;
use super::words::{Day, EntryId, Instant, When};
use law::Element;
use register::request::{EarlierArrest, Signature};
use register::view::model::{DocumentShown, FollowingShown, MoveOffer, RequestRow, RequestView, StepShown, ValueShown};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Elements, each with its texts.
pub type Texts = BTreeMap<String, Vec<String>>;

/// One thing to mend in a request or an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// `missing`, `vague`, `needed-by-state`, `late`, `unreadable`, `contradictory`, or `doubtful`, which keeps nothing from being done.
    #[schema(examples("missing"))]
    pub kind: String,
    /// The element beside which it stands.
    #[schema(examples("probable_location"))]
    pub element: String,
    /// What is wrong, and what to do.
    pub says: String,
    /// Values that belong to it, by name, such as `accepted`.
    pub facts: BTreeMap<String, String>,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

/// One act in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineStep {
    /// When it happened.
    pub effective: When,
    /// Kind of its entry.
    #[schema(examples("request.transmitted"))]
    pub kind: String,
    /// What happened, in words.
    pub says: String,
    /// For whom it was done: `organ:registry`, `state:XAA`.
    #[schema(required = true)]
    pub on_behalf_of: Option<String>,
    /// The number of the note, where it came on paper.
    #[schema(required = true)]
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded: Instant,
    /// Its entry.
    pub entry: EntryId,
    /// What it carries.
    pub carries: Texts,
    /// Whether it has a letter by which the Court tells the State of it: `GET …/steps/{entry}/letter.pdf`.
    pub letter: bool,
}

/// A file that an act in a request brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentLine {
    /// The entry of that act.
    pub entry: EntryId,
    /// Its number in the entry, from 1 on: both stand in the address that opens it.
    pub number: usize,
    /// What it is, in the words of whoever attached it.
    #[schema(required = true)]
    pub title: Option<String>,
    /// Its language (ISO 639-3).
    #[schema(required = true)]
    pub language: Option<String>,
    /// Its name.
    pub name: String,
    /// What it was found to be.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of its bytes.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
    /// The level of the act now.
    pub level: String,
    /// Whether this is what was signed, as it was signed: the document itself, or the scan of the paper.
    pub signed: bool,
}

/// An act that could be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PossibleAct {
    /// Its id.
    #[schema(examples("acknowledge"))]
    pub act: String,
    /// Whose act it is: `court` or `state`.
    pub side: String,
    /// What it is, in words.
    pub says: String,
    /// The elements that it carries; those that are needed end with `*`.
    pub carries: Vec<String>,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestLine {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// Code of the State to which it goes.
    pub state: String,
    /// The person whom it names.
    #[schema(required = true)]
    pub person: Option<String>,
    /// The Court's own number of it.
    #[schema(required = true)]
    pub court_number: Option<String>,
    /// The situation that it names, by its number.
    #[schema(required = true)]
    pub situation: Option<String>,
    /// The case that it names, by its number.
    #[schema(required = true)]
    pub case: Option<String>,
    /// The narrowest level of what whoever asks sees of it.
    #[schema(examples("confidential"))]
    pub level: String,
    /// Id of the state in which it stands.
    pub stands: String,
    /// Id of the deadline that comes first.
    #[schema(required = true)]
    pub owed: Option<String>,
    /// Who owes it: `court` or `state`.
    #[schema(required = true)]
    pub owed_by: Option<String>,
    /// When, by the earlier count.
    #[schema(required = true)]
    pub due: Option<Day>,
    /// Days left; below 0 where it is overdue.
    #[schema(required = true)]
    pub days_left: Option<i64>,
}

/// Requests, what is due soonest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestList {
    /// The day in the world.
    pub as_at: Day,
    /// The day as of whose end the record is read.
    pub known_on: Day,
    /// Whether this is the record of an exercise.
    pub exercise: bool,
    /// The requests of this page of the list.
    pub requests: Vec<RequestLine>,
    /// Where the next page begins; null at the end.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// The ground on which a State is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Its id.
    #[schema(examples("party"))]
    pub ground: String,
    /// What it is, in words.
    pub says: String,
    /// The day of the request, on which the State was that.
    pub on: Day,
    /// Whether it would be another one in some situation (of a referral, or of an acceptance of jurisdiction), and the request
    /// does not tell in which the State is asked, or the record does not know that one.
    pub rests_on_situation: bool,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

/// A provisional arrest that waits for a request for surrender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UntiedArrest {
    /// The request under which the person was arrested.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// The person, as that request names them.
    pub person: String,
    /// The day of the arrest.
    pub on: Day,
    /// When the request for surrender must have been received, by the earlier count.
    #[schema(required = true)]
    pub due: Option<Day>,
    /// The narrowest level of what it rests on.
    #[schema(examples("under-seal"))]
    pub level: String,
}

/// One request: what is owed, what happened, what can be done, what is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestDocument {
    /// Its id.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// Code of the State to which it goes.
    pub state: String,
    /// The narrowest level of what whoever asks sees of it.
    #[schema(examples("confidential"))]
    pub level: String,
    /// Id of the state in which it stands.
    pub stands: String,
    /// What is owed, soonest first.
    pub owed: Vec<Owed>,
    /// The ground on which the State is asked; null where nothing is known of the State.
    #[schema(required = true)]
    pub ground: Option<Ground>,
    /// What stands in the way of signing and sending it, while the Court prepares it.
    pub findings: Vec<Finding>,
    /// Provisional arrests that wait for a request like it and could not be tied to it: whoever drafts it names the one that it
    /// follows in `earlier_request`.
    pub untied: Vec<UntiedArrest>,
    /// What happened, latest first.
    pub steps: Vec<TimelineStep>,
    /// The files that they brought, each once.
    pub documents: Vec<DocumentLine>,
    /// How many entries of it were erased by order; what stands here was worked out without them.
    pub erased: usize,
    /// What could be done now by whoever asks; nothing as at another day.
    pub can: Vec<PossibleAct>,
    /// What is asked: its elements.
    pub asked: Texts,
    /// SHA-256 of what is asked, in canonical JSON.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
    /// A word for the act that was recorded last; the ETag of the answer is the same.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub saw: String,
}

/// An open request that is to be looked at again, since something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestChange {
    /// The request.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// Code of the State to which it goes.
    pub state: String,
    /// Id of the state in which it stands.
    pub stands: String,
    /// The person whom it is about, as the register names them.
    pub person: String,
    /// The day of the change.
    pub on: When,
    /// What happened.
    pub happened: String,
    /// The entry that tells it.
    pub entry: EntryId,
    /// What is to be done.
    pub to_do: String,
    /// The acts that whoever asks could do now, that which is meant first.
    pub acts: Vec<String>,
    /// Through what the request was sent besides the channel of the State, in words: notices that rest on it are to be lifted
    /// there too, and this record does not know their numbers.
    #[schema(examples(json!(["INTERPOL"])))]
    pub relays: Vec<String>,
    /// The rules on which it rests, as they are cited.
    pub rests_on: Vec<String>,
}

/// Open requests that are to be looked at again, latest change first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestChanges {
    /// Each with its change.
    pub changes: Vec<RequestChange>,
}

/// The findings in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// Id of its form.
    pub form: String,
    /// Code of the State to which it goes.
    #[schema(required = true)]
    pub requested_state: Option<String>,
    /// The day as at which it was checked.
    pub as_at: Day,
    /// Whether there is nothing to mend.
    pub complete: bool,
    /// SHA-256 of the request in canonical JSON.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
    /// What is to mend.
    pub findings: Vec<Finding>,
}

/// An act that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordedAct {
    /// Its entry.
    pub entry: EntryId,
    /// Kind of its entry.
    #[schema(examples("request.acknowledged"))]
    pub kind: String,
    /// Whether whoever asks recorded it.
    pub own: bool,
    /// A word for it, to be sent back in `If-Match` with the act that follows; null where another has followed.
    #[schema(required = true)]
    pub saw: Option<String>,
}

fn texts(values: &[ValueShown]) -> Texts {
    values.iter().map(|value| (value.element.clone(), value.texts.clone())).collect()
}

impl Finding {
    /// A finding in the words of the law pack.
    pub fn of(finding: &law::Finding, law: LawTexts) -> Finding {
        Finding {
            kind: finding.kind.word().to_owned(),
            element: finding.element.clone(),
            says: law.finds(finding),
            facts: finding.facts.iter().cloned().collect(),
            rests_on: law.cites(&finding.rests_on),
        }
    }

    /// Findings in the words of the law pack.
    pub fn all(findings: &[law::Finding], law: LawTexts) -> Vec<Finding> {
        findings.iter().map(|finding| Finding::of(finding, law)).collect()
    }
}

impl TimelineStep {
    fn of(step: &StepShown, law: LawTexts) -> TimelineStep {
        let done = |key: &String| law.t(&format!("{key}.done"));
        TimelineStep {
            effective: When(step.effective.clone()),
            kind: step.kind.clone(),
            says: step.text_key.as_ref().map_or_else(|| "not understood".to_owned(), done),
            on_behalf_of: step.on_behalf_of.clone(),
            note: step.paper.as_ref().map(|paper| paper.number.clone()),
            recorded: Instant(step.recorded),
            entry: EntryId(step.entry.clone()),
            carries: texts(&step.values),
            letter: step.letter,
        }
    }
}

impl DocumentLine {
    fn of(document: &DocumentShown, signed: &[&str]) -> DocumentLine {
        DocumentLine {
            entry: EntryId(document.entry.clone()),
            number: document.number,
            title: document.title.clone(),
            language: document.language.clone(),
            name: document.file.name.clone(),
            media_type: document.file.media_type.clone(),
            length: document.file.length,
            sha256: document.file.sha256.clone(),
            level: document.level.word().to_owned(),
            signed: signed.contains(&document.file.sha256.as_str()),
        }
    }
}

impl PossibleAct {
    fn of(offer: &MoveOffer, law: LawTexts) -> PossibleAct {
        let carried = |element: &Element| format!("{}{}", element.id, if element.required { "*" } else { "" });
        let mv = law.law().moves().iter().find(|mv| mv.id == offer.id);
        PossibleAct {
            act: offer.id.clone(),
            side: offer.side.word().to_owned(),
            says: law.t(&offer.text_key),
            carries: mv.map_or_else(Vec::new, |mv| mv.carries.iter().map(carried).collect()),
        }
    }
}

impl RequestChange {
    /// A change that somebody may know of.
    pub fn of(following: &FollowingShown, law: LawTexts) -> RequestChange {
        RequestChange {
            request: following.row.id.clone(),
            state: following.row.state.code.clone(),
            stands: following.row.stands.clone(),
            person: following.name.clone(),
            on: When(following.effective.clone()),
            happened: law.t(&following.text_key),
            entry: EntryId(following.entry.clone()),
            to_do: law.t(&format!("{}.do", following.text_key)),
            acts: following.moves.iter().map(|offer| offer.id.clone()).collect(),
            relays: following.relays.iter().map(|relay| law.t(&relay.text_key)).collect(),
            rests_on: law.cites(&following.rests_on),
        }
    }
}

impl RequestLine {
    /// A row of the list.
    pub fn of(row: &RequestRow) -> RequestLine {
        let owed = row.owed.first();
        RequestLine {
            request: row.id.clone(),
            form: row.form.clone(),
            state: row.state.code.clone(),
            person: row.person.clone(),
            court_number: row.court_number.clone(),
            situation: row.situation.clone(),
            case: row.case.clone(),
            level: row.level.word().to_owned(),
            stands: row.stands.clone(),
            owed: owed.map(|owed| owed.deadline.clone()),
            owed_by: owed.map(|owed| owed.by.word().to_owned()),
            due: owed.and_then(|owed| owed.due.as_ref()).map(|due| Day(due.first)),
            days_left: owed.and_then(|owed| owed.days_left),
        }
    }
}

impl UntiedArrest {
    fn of(arrest: &EarlierArrest) -> UntiedArrest {
        UntiedArrest {
            request: arrest.request.to_string(),
            person: arrest.person.clone(),
            on: Day(arrest.on),
            due: arrest.due.as_ref().map(|due| Day(due.first)),
            level: arrest.level.word().to_owned(),
        }
    }
}

impl RequestDocument {
    /// A request as somebody sees it.
    pub fn of(view: &RequestView, law: LawTexts) -> RequestDocument {
        let signed = view.signature(law.law()).map(Signature::files).unwrap_or_default();
        RequestDocument {
            request: view.row.id.clone(),
            form: view.row.form.clone(),
            state: view.row.state.code.clone(),
            level: view.narrowest().word().to_owned(),
            stands: view.row.stands.clone(),
            owed: view.row.owed.iter().map(|owed| Owed::of(owed, law)).collect(),
            ground: view.ground.as_ref().map(|ground| Ground {
                ground: ground.id.clone(),
                says: law.t(&ground.text_key),
                on: Day(ground.on),
                rests_on_situation: ground.rests_on_situation,
                rests_on: law.cites(&ground.rests_on),
            }),
            findings: Finding::all(&view.findings, law),
            untied: view.untied.iter().map(UntiedArrest::of).collect(),
            steps: view.steps.iter().map(|step| TimelineStep::of(step, law)).collect(),
            documents: view.documents.iter().map(|document| DocumentLine::of(document, &signed)).collect(),
            erased: view.erased,
            can: view.moves.iter().map(|offer| PossibleAct::of(offer, law)).collect(),
            asked: texts(&view.elements),
            sha256: view.text_sha256.clone(),
            saw: view.saw.clone(),
        }
    }
}
