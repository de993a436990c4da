//! Requests for cooperation, for whoever may see them. Never a file: these are shown on pages alone.

use crate::directory::StateRef;
use crate::request::{EarlierArrest, RequestText, Signature, Took};
use jiff::Timestamp;
use jiff::civil::Date;
use law::{ElementSort, Finding, SendingDate, Side, Uncalled, Values};
use record::audience::Level;
use record::entry::Author;

/// What one side owes the other in a request, or has given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedShown {
    /// Id of the deadline in the law pack.
    pub deadline: String,
    /// Key of what is owed in the law pack's texts; `.lapse` and `.counting` behind it say what follows if it lapses, and
    /// how it is counted.
    pub text_key: String,
    /// Who owes it.
    pub by: Side,
    /// Whether it is policy of this institution and no law.
    pub policy: bool,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// The kind of the act from which it runs.
    pub since_act: String,
    /// Its entry.
    pub since_entry: String,
    /// The day of that act.
    pub since: Date,
    /// When it is due; none where no rule and no act sets a day.
    pub due: Option<law::Due>,
    /// Set where it is counted by regulation 33, for what runs before the Court: the hour and the holidays that this rests on.
    pub before_the_court: Option<law::Reg33>,
    /// The day on which it was met, if it was.
    pub met: Option<Date>,
    /// Days left on the day of the page, by the earlier count; below 0 where it is overdue.
    pub days_left: Option<i64>,
}

impl OwedShown {
    /// Whether it is open and its day has passed.
    pub fn is_overdue(&self) -> bool {
        self.met.is_none() && self.days_left.is_some_and(|days| days < 0)
    }
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// Its id, 32 hexadecimal digits.
    pub id: String,
    /// Id of the form of cooperation.
    pub form: String,
    /// Numbers under which the sides know it: references that they gave, and those of notes.
    pub references: Vec<String>,
    /// The State to which it goes.
    pub state: StateRef,
    /// The Court's own number of it.
    pub court_number: Option<String>,
    /// The situation and the case that it names, by their numbers.
    pub situation: Option<String>,
    /// See [`RequestRow::situation`].
    pub case: Option<String>,
    /// The person whom it names, as it names them.
    pub person: Option<String>,
    /// Id of the state in which it stands.
    pub stands: String,
    /// Whether it is over.
    pub over: bool,
    /// Whether the requested State knows of it.
    pub sent: bool,
    /// Whether the requested State has done anything in it.
    pub answered: bool,
    /// The narrowest level of what the viewer may see of it.
    pub level: Level,
    /// What is still owed, soonest first; what has no day comes last.
    pub owed: Vec<OwedShown>,
    /// How long it took, where it is over.
    pub took: Option<Took>,
    /// The day of the latest act.
    pub latest: Date,
    /// When something was last recorded in it that the viewer may see.
    pub newest: Timestamp,
}

/// One value of an element, or of what an act carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueShown {
    /// Id of the element.
    pub element: String,
    /// Key of its name in the law pack's texts; none where the pack does not know it.
    pub text_key: Option<String>,
    /// What it holds; none where the pack does not know it.
    pub sort: Option<ElementSort>,
    /// Its texts.
    pub texts: Vec<String>,
}

/// That an act came on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperShown {
    /// The number of the note.
    pub number: String,
    /// Its date.
    pub dated: String,
    /// The day on which it was received.
    pub received: String,
}

/// One act in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepShown {
    /// Its entry.
    pub entry: String,
    /// Its kind: `request.transmitted`.
    pub kind: String,
    /// Key of the act in the law pack's texts, `.done` behind it; none where the pack does not know it.
    pub text_key: Option<String>,
    /// When it happened, in the text form of `record::when::When`.
    pub effective: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Who recorded it.
    pub author: Author,
    /// For whom: `organ:registry`, `state:XAA`.
    pub on_behalf_of: Option<String>,
    /// What it carries.
    pub values: Vec<ValueShown>,
    /// Set where it came on paper.
    pub paper: Option<PaperShown>,
    /// SHA-256 of the request that it is about.
    pub text_sha256: Option<String>,
    /// The signature that it made, or that of what it sent.
    pub signature: Option<Signature>,
    /// Whether only the Court knows of it.
    pub inside: bool,
    /// Its level now.
    pub level: Level,
    /// Whether it is one of the Court's of which the State is told by a letter that is made here; what came on paper has come
    /// with its own.
    pub letter: bool,
}

/// An act that the viewer could do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveOffer {
    /// Id of the act in the law pack.
    pub id: String,
    /// Key of its name in the law pack's texts.
    pub text_key: String,
    /// Whose act it is.
    pub side: Side,
    /// Whether the viewer would record it for the State from paper.
    pub on_paper: bool,
    /// Whether it asks for fresh verification.
    pub signs: bool,
    /// Whether it carries the request.
    pub carries_request: bool,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// Under which heading it is offered, by a word of the law pack.
    pub heading: Option<String>,
    /// Whether it is what its side is to do next: it meets what that side owes.
    pub next: bool,
}

/// The ground on which a State is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundShown {
    /// Its id in the law pack.
    pub id: String,
    /// Key of its name in the law pack's texts.
    pub text_key: String,
    /// Ids of the rules on which it rests.
    pub rests_on: Vec<String>,
    /// The day of the request, on which the State was that.
    pub on: Date,
    /// Whether it would be another one in some situation (of a referral, or of an acceptance of jurisdiction), and the request does
    /// not tell in which the State is asked, or the record does not know that one.
    pub rests_on_situation: bool,
}

/// One request as at a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestView {
    /// As in the list.
    pub row: RequestRow,
    /// What is asked, as it was recorded last.
    pub text: RequestText,
    /// What stays within the Court of it; empty for whoever sees nothing of the preparation.
    pub within: Values,
    /// What is asked, element by element, in the order of the form.
    pub elements: Vec<ValueShown>,
    /// SHA-256 of it.
    pub text_sha256: String,
    /// The ground on which the State is asked, as its documents name it; none where nothing is known of the State.
    pub ground: Option<GroundShown>,
    /// The provisional arrests that wait for a request like this and could not be tied to it, while the Court prepares it.
    pub untied: Vec<EarlierArrest>,
    /// A word for the act that was recorded last, which whoever acts has before them.
    pub saw: String,
    /// What stands in the way of signing and sending it, while the Court prepares it.
    pub findings: Vec<Finding>,
    /// What was owed and given.
    pub met: Vec<OwedShown>,
    /// The acts, latest first.
    pub steps: Vec<StepShown>,
    /// The files that they brought, in the order in which they came.
    pub documents: Vec<super::DocumentShown>,
    /// The days on which it was sent, notified and received, as its acts tell them; none is derived from another.
    pub dates: Vec<(SendingDate, Date)>,
    /// Keys of the acts that must have happened and are not in this record.
    pub lacking: Vec<String>,
    /// How many entries of it were erased by order, as far as the viewer may know of the orders. What stands here was worked
    /// out without them.
    pub erased: usize,
    /// What the viewer could do now; nothing on a page of another day.
    pub moves: Vec<MoveOffer>,
    /// What the viewer could record of what was done before the request came to where it stands: from paper, and what tells one
    /// of the three dates of the sending.
    pub late: Vec<MoveOffer>,
    /// What the requested State could still answer, for whoever looks from the Court.
    pub answers: Vec<MoveOffer>,
    /// Ids of the moves that the law knows from where it stands and for which nothing calls, with why.
    pub uncalled: Vec<(String, Uncalled)>,
}

impl RequestView {
    /// The narrowest level of what is shown: what is told beside the request may be narrower than it.
    pub fn narrowest(&self) -> Level {
        self.untied.iter().map(|arrest| arrest.level).fold(self.row.level, Level::max)
    }
}
