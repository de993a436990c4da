//! The shapes of the API's answers, for the OpenAPI document and for programs in Rust that read the API.
//!
//! They mirror the views of `register`, which know nothing of OpenAPI. Tests hold them equal: every
//! answer reads into its shape without an unknown member, and writes back the same.

mod bodies;
mod compare;
mod contacts;
mod counts;
mod directory;
mod draft_versions;
mod drafts;
mod entries;
mod executions;
mod forms;
mod found;
mod issued;
mod law_texts;
mod owed;
mod persons;
mod public_requests;
mod receiving;
mod requests;
mod rows;
mod screen;
mod signatures;
mod states;
mod words;

pub use bodies::{ActBody, DraftBody, ElementText, ElementValue, PaperBody, RequestBody};
pub use compare::{Comparison, FigureChange, Moved, Session, Sessions, StandingChange};
pub use contacts::{
    ContactAdvice, ContactAlternative, ContactHit, ContactInstrument, ContactLine, ContactNoticeDraft, ContactNoticeDue, ContactPerson,
    ContactsBody, ContactsChecked, ContactsReceipt, UnreadLine,
};
pub use counts::{
    BasisCount, Compared, Counts, Event, Figures, FileEvent, Overview, ReasonCount, Rule, Situation, SituationRow, SituationTotals,
    Situations, Step, Sum, Working,
};
pub(crate) use directory::authority_member;
pub use directory::{
    AuthorityBody, AuthorityDocument, AuthorityLine, AuthorityList, AuthorityToCorrect, AuthorityVersion, DirectoryActBody, NeedBody,
    NeedDocument, NeedLine, NeedList, NeedVersion, RecordedInDirectory,
};
pub use draft_versions::{
    Difference, DraftComparison, DraftPeople, DraftVersion, DraftVersionLine, DraftVersionList, DraftWord, DraftWordSaved, TextRun,
};
pub(crate) use drafts::part;
pub use drafts::{DraftDocument, DraftLine, DraftList, DraftSaved, DraftSubmitted, WaitingFile};
pub use entries::{Entry, EntryRef, Member, Problem, Proof, WrongParameter};
pub use executions::{
    AssignmentBody, Colleague, ColleagueList, Deputy, DeputyBody, DeskHandedOver, Execution, ExecutionDocument, ExecutionList,
    ExecutionSaid, ExecutionTask, HandOverBody, HolderBody, RecordedExecution, SayingBody, Somebody,
};
pub use forms::{Form, FormAct, FormChoice, FormElement, FormLine, Forms};
pub use found::{Found, FoundBy, FoundPerson, FoundRow, FoundSituation, FoundState};
pub use issued::{ChangedBecause, ChangedFigure, ComparedReport, IssuedReport, IssuedReports, ReportChanges};
pub use law_texts::{ANSWER, LawTexts};
pub use owed::{Counted, Owed};
pub use persons::{
    ActLine, ActUnder, Changed, DatedFact, Filter, Instrument, Interval, Outstanding, Particulars, Person, PersonRow, Persons,
    SituationCount, SourceSays, StatusCount,
};
pub use public_requests::{PublicRequest, PublicRequestFilter, PublicRequestView, PublicRequests, PublicStep};
pub use receiving::{CameRequest, CameWith, ReceiveBody, ReceivedRequest};
pub use requests::{
    Checked, DocumentLine, Finding, Ground, PossibleAct, RecordedAct, RequestChange, RequestChanges, RequestDocument, RequestLine,
    RequestList, Texts, TimelineStep, UntiedArrest,
};
pub use rows::{Cell, Column, Doubt, DoubtCount, Doubts, File, Files, Holds, Row, RowFilter, RowView, Rows, Source, Sources, WordCount};
pub use screen::{ScreenForm, ScreenHit, ScreenLine, ScreenedRegister};
pub use signatures::{SignatureAsked, SignatureDocument, SignedFile};
pub use states::{
    Addressing, Advice, Bound, Closeness, Computed, GroupCount, Parties, SituationPersons, StateProfile, StateRow, States, Tie, TiedState,
    TopicRead, Treaties, Treaty,
};
pub use words::{Basis, Day, EntryId, Instant, InstrumentKind, PersonRef, SituationRef, StateRef, Verdict, Weight, When};
