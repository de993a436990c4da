//! What a State does among itself to execute a request, on its own record: who is to do what (an *assignment*), what they report,
//! and what is remarked beside the formal letters.
//!
//! | kind | effective | about | body |
//! |---|---|---|---|
//! | `execution.assigned` | its day | state | `request`, `authority`, `task`, `answer_by`: begins the matter of one assignment |
//! | `execution.reported` | its day | state | `request`, `text`: what whoever has it did |
//! | `execution.remarked` | its day | state | `request`, `text`: in the matter of an assignment, or in one of its own |
//! | `execution.ended` | its day | state | `request`, `text`: nothing more is to be done |
//!
//! Each assignment is a matter of its own under a random name, open to the State alone, at the level of the request. An
//! executing authority reaches nothing without being assigned (article 87(3), see `access::table`): so each sees its own
//! assignments, and not that there are others. A remark beside the letters is a matter of its own too, which the central
//! authority and the embassy read, and nobody who executes.

use crate::Register;
use crate::fact::FactError;
use crate::kinds;
use crate::port::{Of, Recorded, StoreError};
use crate::request::{RequestFile, RequestId};
use access::{Action, Matter, On, Organisation, Role, Viewer, may};
use jiff::Timestamp;
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft, Subject};
use record::json::Object;
use record::when::{Span, When};
use std::collections::BTreeMap;

/// The kinds of these entries.
pub const KINDS: [&str; 4] = [
    kinds::EXECUTION_ASSIGNED,
    kinds::EXECUTION_REPORTED,
    kinds::EXECUTION_REMARKED,
    kinds::EXECUTION_ENDED,
];

/// What the names of their matters begin with.
const MATTER: &str = "execution-";
/// The ground on which they are not public, where the request tells none.
const BASIS: &str = "article 87(3)";
/// The longest text, in characters.
pub const LONGEST: usize = 4000;

/// Whether a matter is one of these.
pub fn is_execution(matter: &str) -> bool {
    matter.starts_with(MATTER)
}

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssignment {
    /// The request.
    pub request: RequestId,
    /// Who is to do it, in words: an authority of the State.
    pub authority: String,
    /// What they are to do.
    pub task: String,
    /// By when, in the text form of a day; empty where no day is set.
    pub answer_by: String,
    /// Who assigns it.
    pub author: Author,
}

/// What is said in an assignment, or beside the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// What was done.
    Report,
    /// A remark.
    Remark,
    /// That nothing more is to be done.
    End,
}

impl Saying {
    /// All of them.
    pub const ALL: [Saying; 3] = [Saying::Report, Saying::Remark, Saying::End];

    /// `report`, `remark` or `end`.
    pub fn word(self) -> &'static str {
        match self {
            Saying::Report => "report",
            Saying::Remark => "remark",
            Saying::End => "end",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Saying> {
        Saying::ALL.into_iter().find(|saying| saying.word() == word)
    }

    fn kind(self) -> &'static str {
        match self {
            Saying::Report => kinds::EXECUTION_REPORTED,
            Saying::Remark => kinds::EXECUTION_REMARKED,
            Saying::End => kinds::EXECUTION_ENDED,
        }
    }

    fn of_kind(kind: &str) -> Option<Saying> {
        Saying::ALL.into_iter().find(|saying| saying.kind() == kind)
    }
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What sort of thing.
    pub saying: Saying,
    /// The words.
    pub text: String,
    /// By whom.
    pub author: Author,
    /// When it was recorded.
    pub recorded: Timestamp,
}

/// An assignment, or a remark beside the letters, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Execution {
    /// Its matter.
    pub matter: String,
    /// The request.
    pub request: RequestId,
    /// What is to be done, and by whom; none of a remark.
    pub task: Option<Task>,
    /// Its level.
    pub level: Level,
    /// What was said in it, the earliest first.
    pub said: Vec<Said>,
    /// Whether it ended.
    pub over: bool,
}

impl Execution {
    /// Who wrote something in it.
    pub fn authors(&self) -> impl Iterator<Item = &Author> {
        let assigned = self.task.iter().map(|task| &task.author);
        assigned.chain(self.said.iter().map(|said| &said.author))
    }
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// By whom.
    pub authority: String,
    /// What.
    pub what: String,
    /// By when.
    pub answer_by: Option<String>,
    /// Who assigned it.
    pub author: Author,
    /// When.
    pub recorded: Timestamp,
}

/// Why something of this is not recorded.
#[derive(Debug, thiserror::Error)]
pub enum ExecutionError {
    /// This is not the record of the viewer's State.
    #[error(
        "who works on a request and what is remarked among yourselves belongs on your State's own node; this record is not your State's"
    )]
    NotOwnNode,
    /// There is no such request or assignment for this viewer.
    #[error("there is no such request or assignment in this record; take it from the list")]
    Nothing,
    /// It is not theirs to do.
    #[error("this is not yours to do: the central authority assigns, and whoever has an assignment reports in it")]
    NotAllowed,
    /// It ended.
    #[error("this assignment has ended; make another, or remark beside the letters")]
    Over,
    /// A field is empty, too long, or no day.
    #[error("{field}: {how}")]
    Field {
        /// Which.
        field: &'static str,
        /// How to mend it.
        how: &'static str,
    },
    /// It was refused.
    #[error(transparent)]
    Fact(#[from] FactError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn text_of(field: &'static str, text: &str) -> Result<String, ExecutionError> {
    let text = record::taken_in(text).trim().to_owned();
    if text.contains(record::is_refused) {
        return Err(ExecutionError::Field {
            field: "sign",
            how: "it holds a sign that cannot be seen; type it anew instead of copying it",
        });
    }
    if text.is_empty() {
        return Err(ExecutionError::Field {
            field,
            how: "write what it is",
        });
    }
    if text.chars().count() > LONGEST {
        return Err(ExecutionError::Field {
            field,
            how: "write at most 4,000 characters; put what is long into a document",
        });
    }
    Ok(text)
}

impl Register {
    /// The State for which a viewer acts on that State's own record.
    async fn at_home(&self, viewer: &Viewer) -> Result<String, ExecutionError> {
        self.home_of(viewer).await?.ok_or(ExecutionError::NotOwnNode)
    }

    /// A draft about a request, at its level, for the State alone.
    async fn beside(&self, viewer: &Viewer, request: RequestId, author: &Author) -> Result<Draft, ExecutionError> {
        let state = self.at_home(viewer).await?;
        let entries = self.store.entries(viewer, Of::Matters(vec![request.matter()]), None).await?;
        let file = RequestFile::of(request, &entries).ok_or(ExecutionError::Nothing)?;
        let level = file.acts().iter().map(|act| act.recorded.audience.level).max();
        let level = level.unwrap_or(Level::Confidential).max(Level::Restricted);
        let basis = file.acts().iter().rev().find_map(|act| act.recorded.entry.basis.clone());
        let reader = Reader::State(state.clone());
        Ok(Draft {
            effective: When::In(Span::Day(self.today())),
            audience: Audience::of(level, reader.clone(), [reader.clone()]),
            basis: Some(basis.unwrap_or_else(|| BASIS.to_owned())),
            about: vec![Subject::State(state)],
            on_behalf_of: Some(reader.text()),
            body: Object::new().text("request", request.to_string()),
            ..self.blank(viewer, author)?
        })
    }

    /// Records a draft that begins a matter of its own.
    async fn begin_execution(&self, viewer: &Viewer, mut draft: Draft) -> Result<Recorded, ExecutionError> {
        draft.matter = format!("{MATTER}{}", self.random_id());
        let matter = Matter {
            matter: &draft.matter,
            audience: &draft.audience,
        };
        if !may(viewer, Action::Append, On::Opening(matter)) {
            return Err(ExecutionError::NotAllowed);
        }
        let mut drafts = vec![draft];
        let assigned = self.assigned_by_opening(viewer, &drafts[0]);
        drafts.extend(assigned);
        Ok(self.record_all(viewer, drafts).await?)
    }

    /// Assigns something that is to be done for a request to an authority of the State. Who of that authority has it is
    /// assigned as to any matter.
    ///
    /// # Errors
    /// See [`ExecutionError`].
    pub async fn assign_execution(&self, viewer: &Viewer, new: &NewAssignment) -> Result<Recorded, ExecutionError> {
        let mut draft = self.beside(viewer, new.request, &new.author).await?;
        let by = new.answer_by.trim();
        if !by.is_empty() && by.parse::<jiff::civil::Date>().is_err() {
            return Err(ExecutionError::Field {
                field: "answer_by",
                how: "write a day like 2026-04-09, or nothing",
            });
        }
        draft.kind = kinds::EXECUTION_ASSIGNED.to_owned();
        draft.body = draft
            .body
            .text("authority", text_of("authority", &new.authority)?)
            .text("task", text_of("task", &new.task)?)
            .text_if("answer_by", Some(by).filter(|by| !by.is_empty()));
        self.begin_execution(viewer, draft).await
    }

    /// Says something in an assignment, or remarks something about a request beside the letters, where no matter is given.
    ///
    /// # Errors
    /// See [`ExecutionError`].
    pub async fn say_in_execution(
        &self,
        viewer: &Viewer,
        request: RequestId,
        matter: Option<&str>,
        (saying, text): (Saying, &str),
        author: &Author,
    ) -> Result<Recorded, ExecutionError> {
        let home = self.at_home(viewer).await?;
        let text = text_of("text", text)?;
        let Some(matter) = matter else {
            let mut draft = self.beside(viewer, request, author).await?;
            draft.kind = kinds::EXECUTION_REMARKED.to_owned();
            draft.body = draft.body.text("text", text);
            return self.begin_execution(viewer, draft).await;
        };
        let entries = self.entries_of_execution(viewer, matter).await?;
        let execution = executions(&entries).into_iter().next().filter(|found| found.request == request);
        let (Some(execution), Some(first)) = (execution, entries.first()) else {
            return Err(ExecutionError::Nothing);
        };
        if execution.over {
            return Err(ExecutionError::Over);
        }
        let on = Matter {
            matter,
            audience: &first.audience,
        };
        // Whoever assigned it says that it is over; whoever has it reports.
        let home = Organisation::State(home);
        let assigns = may(viewer, Action::Assign, On::Giving(on, &home, Role::ExecutingAuthority));
        let ends = saying != Saying::End || assigns;
        if !ends || !may(viewer, Action::Append, On::Matter(on)) {
            return Err(ExecutionError::NotAllowed);
        }
        let draft = Draft {
            matter: matter.to_owned(),
            kind: saying.kind().to_owned(),
            effective: When::In(Span::Day(self.today())),
            audience: first.audience.clone(),
            basis: first.entry.basis.clone(),
            about: first.entry.about.clone(),
            on_behalf_of: first.entry.on_behalf_of.clone(),
            body: Object::new().text("request", request.to_string()).text("text", text),
            ..self.blank(viewer, author)?
        };
        Ok(self.record_all(viewer, vec![draft]).await?)
    }

    async fn entries_of_execution(&self, viewer: &Viewer, matter: &str) -> Result<Vec<Recorded>, StoreError> {
        if !is_execution(matter) {
            return Ok(Vec::new());
        }
        self.store.entries(viewer, Of::Matters(vec![matter.to_owned()]), None).await
    }

    /// One assignment or remark, by its matter, if a viewer may see it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn execution(&self, viewer: &Viewer, matter: &str) -> Result<Option<Execution>, StoreError> {
        Ok(executions(&self.entries_of_execution(viewer, matter).await?).into_iter().next())
    }

    /// The assignments and remarks that a viewer may see, the newest first: of one request, or of all.
    ///
    /// # Errors
    /// The store failed.
    pub async fn executions(&self, viewer: &Viewer, request: Option<&RequestId>) -> Result<Vec<Execution>, StoreError> {
        let of = Of::Kinds(KINDS.map(str::to_owned).to_vec());
        let entries = self.store.entries(viewer, of, None).await?;
        let mut found = executions(&entries);
        found.retain(|execution| request.is_none_or(|request| execution.request == *request));
        found.reverse();
        Ok(found)
    }
}

/// The assignments and remarks among entries, in the order in which they began.
fn executions(entries: &[Recorded]) -> Vec<Execution> {
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: Vec<Execution> = Vec::new();
    for recorded in entries.iter().filter(|recorded| KINDS.contains(&recorded.entry.kind.as_str())) {
        let entry = &recorded.entry;
        let text = |name: &str| entry.body.get_text(name).unwrap_or_default().to_owned();
        let Some(request) = RequestId::parse(&text("request")) else {
            continue;
        };
        let index = *at.entry(&entry.matter).or_insert_with(|| {
            found.push(Execution {
                matter: entry.matter.clone(),
                request,
                task: None,
                level: recorded.audience.level,
                said: Vec::new(),
                over: false,
            });
            found.len() - 1
        });
        let execution = &mut found[index];
        match Saying::of_kind(&entry.kind) {
            None => {
                execution.task = Some(Task {
                    authority: text("authority"),
                    what: text("task"),
                    answer_by: entry.body.get_text("answer_by").map(str::to_owned),
                    author: entry.author.clone(),
                    recorded: entry.recorded,
                });
            }
            Some(saying) => {
                execution.over |= saying == Saying::End;
                execution.said.push(Said {
                    saying,
                    text: text("text"),
                    author: entry.author.clone(),
                    recorded: entry.recorded,
                });
            }
        }
    }
    found
}
