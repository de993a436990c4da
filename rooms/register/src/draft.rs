//! Drafts at the desk, of requests and of the texts of reports: saved as they are typed, by several officers at once, without
//! anything being lost.
//!
//! Working state, not record: what goes to review becomes an entry (see [`crate::request`] and [`crate::report_text`]). A draft is a row of versions,
//! none of which is ever changed. Who types over an old version has what others changed merged in, element by element
//! ([`merge`]); where both changed the same, what was typed is kept as a version *beside* the current one, until somebody
//! chooses. An application for a warrant is secret from its first draft (regulation 23ter of the Court), and so is
//! whatever is drafted because of it: who sees a draft is [`visible`], and a draft that is not visible is not there.
//!
//! Read in this order: this file (the forms), [`merge`] and [`compare`] (pure), then the operations of [`Drafts`]: `saving`,
//! `reading`, `sharing`.

use crate::attachment::AttachmentError;
use crate::outside::Outside;
use crate::port::StoreError;
use crate::report_text::{ReportDraft, Section, section_of};
use crate::request::{BASIS, LEVEL, RequestText};
use access::{Action, Matter, On, Viewer, may};
use jiff::{SignedDuration, Timestamp};
use record::audience::{Audience, Level, Reader};
use record::entry::{Attachment, Author};
use record::hex::{hex, unhex};
use std::fmt;

mod attaching;
mod compare;
mod desk;
mod kept;
mod merge;
mod operations;
mod reading;
mod redraft;
mod saving;
mod sharing;
mod sitting;
mod submission;

pub use compare::{Difference, Run, compare, compare_texts};
pub use desk::{DraftDesk, Lying};
pub use law::Values;
pub use merge::{Merge, merge};
pub use operations::Drafts;
pub use reading::{Compared, Contradiction, Opened};
pub use sitting::{Sitting, changes, sittings};
pub use submission::SubmitError;

/// How long a draft is kept after its last version: a year. Policy, not law.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 365);
/// The largest version, in bytes of the JSON in which it is kept: 1 MiB.
pub const LARGEST: usize = 1 << 20;
/// The most files that are attached to a draft over all its versions.
pub const MOST_FILES: usize = 200;
/// How many colleagues may be named.
pub const MOST_NAMED: usize = 64;

/// Identity of a draft: 128 bits, random or out of a key that its author chose, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId([u8; 16]);

impl DraftId {
    /// A new one.
    pub fn new(outside: &dyn Outside) -> DraftId {
        let mut bytes = [0; 16];
        outside.random(&mut bytes);
        DraftId(bytes)
    }

    /// From its bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> DraftId {
        DraftId(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// From 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<DraftId> {
        unhex(text).map(DraftId)
    }

    /// Under which the audit knows it, as it knows a matter: `draft-` and its digits.
    pub fn matter(&self) -> String {
        format!("draft-{self}")
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// What is drafted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Id of the form: `arrest-and-surrender`; of the text of a report the word of its kind.
    pub form: String,
    /// Its elements, each with its texts.
    pub values: Values,
    /// The level that the request is to have.
    pub level: Level,
    /// The ground of that level (regulation 23bis).
    pub basis: String,
    /// The body that asks, as the text of a reader: `organ:chambers`. Empty while it is open.
    pub requesting: String,
}

impl Content {
    /// What is drafted of a request, for the body that asks. It lies as its request will, and where the text does not
    /// say how, at the level `unclassified`.
    pub fn asking(text: RequestText, requesting: String, unclassified: Level) -> Content {
        let level = text.values.first(LEVEL).and_then(Level::from_word).unwrap_or(unclassified);
        Content {
            level: level.max(Level::Restricted),
            basis: text.values.first(BASIS).unwrap_or_default().to_owned(),
            form: text.form,
            values: text.values,
            requesting,
        }
    }
}

/// A part of what is drafted, as it is merged and compared. In the order in which parts are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// [`Content::form`].
    Form,
    /// [`Content::requesting`].
    Requesting,
    /// [`Content::level`].
    Level,
    /// [`Content::basis`].
    Basis,
    /// An element of the form, by its id.
    Element(String),
}

impl Part {
    /// The id of an element; none where it is another part.
    pub fn element(&self) -> Option<&str> {
        match self {
            Part::Element(id) => Some(id),
            Part::Form | Part::Requesting | Part::Level | Part::Basis => None,
        }
    }

    /// Whether it is a part of a section of a report, which is words alone and no list of files, whatever it ends with.
    fn is_of_section(&self) -> bool {
        self.element().is_some_and(|id| Section::is_id(section_of(id)))
    }
}

/// A version of a draft. Never changed once it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1 on, without a gap.
    pub number: u64,
    /// The version over which it was typed; 0 for the first.
    pub from: u64,
    /// Others that it brings together with that one: what had been saved meanwhile, or one beside that somebody chose from.
    pub joins: Vec<u64>,
    /// Set where it stands beside: the version that was current and that it contradicts.
    pub beside: Option<u64>,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// What.
    pub content: Content,
}

/// The request that a draft became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Id of the request.
    pub request: String,
    /// The version that went to review. Whatever is newer is not in the request.
    pub version: u64,
    /// Whether it stands in review.
    pub in_review: bool,
}

/// What is known of a draft beside its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftHead {
    /// The draft.
    pub id: DraftId,
    /// Who began it.
    pub owner: Author,
    /// For which organ: its officers share it.
    pub organ: Reader,
    /// The narrowest level that any of its versions had: a draft that was once under seal stays so.
    pub level: Level,
    /// Accounts of named colleagues, who see it under seal too.
    pub with: Vec<String>,
    /// The request that it became.
    pub sent: Option<Sent>,
    /// Where it is the text of a report: of which, and how far it is.
    pub report: Option<ReportDraft>,
    /// How many versions there are.
    pub newest: u64,
    /// The version that stands.
    pub current: u64,
    /// Versions beside of which nobody has chosen yet, oldest first.
    pub unsettled: Vec<u64>,
    /// When the newest version was saved.
    pub saved: Timestamp,
    /// The files that were ever attached to it: an old version may name what the newest does not.
    pub files: Vec<Attachment>,
}

impl DraftHead {
    /// Whether it may be forgotten at an instant: a year after its newest version, and never in review.
    pub fn is_over(&self, now: Timestamp) -> bool {
        let in_review = self.sent.as_ref().is_some_and(|sent| sent.in_review);
        !in_review && now.duration_since(self.saved) >= KEPT
    }

    /// Whether it is somebody's own.
    fn is_of(&self, viewer: &Viewer) -> bool {
        viewer
            .account()
            .is_some_and(|account| self.owner == Author::Account(account.to_owned()))
    }

    /// Who of the organ may know it.
    fn audience(&self) -> Audience {
        audience(self.level, &self.organ)
    }
}

/// A draft is never public.
fn audience(level: Level, organ: &Reader) -> Audience {
    Audience::of(level.max(Level::Restricted), organ.clone(), [organ.clone()])
}

/// Whether somebody sees a draft: who acts for its organ and may read matter of its level there, or may begin such matter
/// and is its owner or a named colleague; and the operator. So under seal it is seen by owner and named colleagues, and
/// by nobody who acts for another body now, whatever they did before.
pub fn visible(viewer: &Viewer, head: &DraftHead) -> bool {
    if *viewer == Viewer::operator() {
        return true;
    }
    let audience = head.audience();
    let name = head.id.matter();
    let matter = Matter {
        matter: &name,
        audience: &audience,
    };
    let named = || {
        viewer
            .account()
            .is_some_and(|account| head.with.iter().any(|named| named == account))
    };
    viewer.acts_as() == Some(&head.organ)
        && (may(viewer, Action::Read, On::Matter(matter))
            || ((head.is_of(viewer) || named()) && may(viewer, Action::Append, On::Opening(matter))))
}

/// How something was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// As it was typed; the version that stands now. The same as before where nothing was changed.
    As(u64),
    /// With what others had changed meanwhile.
    Merged {
        /// The version that stands now.
        number: u64,
        /// What stands as others changed it.
        kept_from_others: Vec<Part>,
    },
    /// Beside the current version, since others had changed the same. Nothing is lost; somebody chooses.
    Conflict {
        /// The version that holds what was typed, as it was typed. Whoever types on does so over this one.
        number: u64,
        /// The version that stands.
        with: u64,
        /// What both changed.
        parts: Vec<Part>,
    },
}

/// Why something is not done with a draft.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// There is none, as far as this viewer may know.
    #[error("there is no such draft; take it from the list of drafts")]
    NoDraft,
    /// The draft has no such version.
    #[error("the draft has no version {0}; take it from the list of its versions")]
    NoVersion(u64),
    /// Not theirs to do.
    #[error("your role does not give you this, or it is for whoever began the draft; ask them")]
    NotAllowed,
    /// It stands in review.
    #[error("the draft stands in review as a request; have it returned for changes first")]
    InReview,
    /// Larger than [`LARGEST`].
    #[error("the draft is larger than 1 MiB of text; put what is long into a document and attach that")]
    TooLarge,
    /// More than [`MOST_FILES`].
    #[error("{MOST_FILES} files were attached to this draft already; put several documents into one file, or begin another draft")]
    TooManyFiles,
    /// A file was not kept.
    #[error(transparent)]
    File(AttachmentError),
    /// No account, or more than [`MOST_NAMED`].
    #[error("name a colleague by their account, and not more than {MOST_NAMED} of them")]
    NoColleague,
    /// The desk cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
