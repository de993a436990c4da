//! What a State does among itself to execute a request, on its own record: assignments, what is said in them, who has them; and a
//! desk that is handed over.

use super::words::{EntryId, Instant};
use identity::account::Account;
use identity::people::holders::{Candidate, Holder, Holders, Known};
use record::entry::Author;
use register::execution as executing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Somebody, as far as whoever asks may know them: by name, or by their organisation alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Somebody {
    /// Their account.
    #[schema(required = true, pattern = "^[0-9a-f]{32}$")]
    pub account: Option<String>,
    /// Their name.
    #[schema(required = true, examples("Exercise Officer"))]
    pub name: Option<String>,
    /// For whom they act.
    #[schema(required = true, examples("state:XAA"))]
    pub organisation: Option<String>,
}

/// Something that was said in an assignment, or a remark beside the letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExecutionSaid {
    /// `report`, `remark` or `end`.
    #[schema(examples("report"))]
    pub act: String,
    /// The words.
    pub text: String,
    /// By whom.
    pub by: Somebody,
    /// When it was recorded.
    pub recorded: Instant,
}

/// What an executing authority is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExecutionTask {
    /// By which authority.
    pub authority: String,
    /// What.
    pub what: String,
    /// By when; null where no day was set.
    #[schema(required = true, format = Date)]
    pub answer_by: Option<String>,
    /// Who assigned it.
    pub by: Somebody,
    /// When it was recorded.
    pub recorded: Instant,
}

/// An assignment, or a remark beside the letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Execution {
    /// Its matter.
    #[schema(pattern = "^execution-[0-9a-f]{32}$")]
    pub execution: String,
    /// The request.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// What is to be done, and by whom; null of a remark.
    #[schema(required = true)]
    pub task: Option<ExecutionTask>,
    /// Its level.
    #[schema(examples("confidential"))]
    pub level: String,
    /// Whether it ended.
    pub over: bool,
    /// What was said in it, the earliest first.
    pub said: Vec<ExecutionSaid>,
}

/// Assignments and remarks, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExecutionList {
    /// Those that whoever asks may see.
    pub executions: Vec<Execution>,
}

/// Somebody to whom something may be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    /// Their account.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub account: String,
    /// Their name.
    #[schema(examples("Exercise Officer"))]
    pub name: String,
}

/// One assignment or remark, with who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExecutionDocument {
    /// What it is.
    pub execution: Execution,
    /// Who has it, as far as whoever asks may see that.
    pub holders: Vec<Somebody>,
    /// To whom whoever asks may give it.
    pub may_be_given_to: Vec<Colleague>,
}

/// Something of this that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordedExecution {
    /// The matter in which it stands.
    #[schema(pattern = "^execution-[0-9a-f]{32}$")]
    pub execution: String,
    /// Its entry.
    pub entry: EntryId,
}

/// Those among whom a desk is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ColleagueList {
    /// Those of the same organisation whom whoever asks knows.
    pub colleagues: Vec<Colleague>,
}

/// A desk that was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskHandedOver {
    /// How many matters it was.
    pub matters: usize,
}

/// Until when somebody is a deputy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({"until": "2026-12-24"})))]
pub struct DeputyBody {
    /// Their last day, in The Hague.
    #[schema(format = Date)]
    pub until: String,
}

/// A deputy who was named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deputy {
    /// The matter.
    pub matter: String,
    /// Their account.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub account: String,
    /// When it ends.
    pub until: Instant,
}

/// Something that is to be done for a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "request": "00000000000000000000000000000000", "authority": "Exercise police of the port", "task": "Serve the exercise summons",
    "answer_by": "2026-05-04"
})))]
pub struct AssignmentBody {
    /// The request.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub request: String,
    /// Who is to do it, in words: an authority of the State.
    #[schema(min_length = 1)]
    pub authority: String,
    /// What they are to do.
    #[schema(min_length = 1)]
    pub task: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub answer_by: Option<String>,
}

/// Something that is said in an assignment, or remarked beside the letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({"text": "The exercise flat was searched; nothing was found"})))]
pub struct SayingBody {
    /// The words.
    #[schema(min_length = 1)]
    pub text: String,
}

/// Somebody who is to have an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolderBody {
    /// Their account: one in `may_be_given_to`.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub account: String,
}

/// A desk that is to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(examples(json!({
    "from": "00000000000000000000000000000001", "to": "00000000000000000000000000000002", "reason": "Exercise: other duties"
})))]
pub struct HandOverBody {
    /// Whose matters go.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub from: String,
    /// To whom.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub to: String,
    /// Why.
    #[schema(min_length = 1)]
    pub reason: String,
}

impl Somebody {
    /// Somebody, as far as whoever asks may know them.
    pub fn of(known: &Known) -> Somebody {
        match known {
            Known::Named { account, name, post } => Somebody {
                account: Some(account.to_string()),
                name: Some(name.clone()),
                organisation: Some(post.organisation.text()),
            },
            Known::Of(organisation) => Somebody {
                organisation: Some(organisation.text()),
                ..Somebody::default()
            },
            Known::Operator | Known::Nobody => Somebody::default(),
        }
    }

    /// Who wrote an entry; accounts as far as they are known.
    pub fn author(author: &Author, named: &BTreeMap<String, Known>) -> Somebody {
        match author {
            Author::Account(id) => named.get(id).map(Somebody::of).unwrap_or_default(),
            Author::Officer(name) | Author::Pack(name) => Somebody {
                name: Some(name.clone()),
                ..Somebody::default()
            },
            Author::Program => Somebody::default(),
        }
    }
}

impl Execution {
    /// An assignment or remark that somebody sees, with those of its authors whom they know.
    pub fn of(execution: &executing::Execution, named: &BTreeMap<String, Known>) -> Execution {
        let task = |task: &executing::Task| ExecutionTask {
            authority: task.authority.clone(),
            what: task.what.clone(),
            answer_by: task.answer_by.clone(),
            by: Somebody::author(&task.author, named),
            recorded: Instant(task.recorded),
        };
        let said = |said: &executing::Said| ExecutionSaid {
            act: said.saying.word().to_owned(),
            text: said.text.clone(),
            by: Somebody::author(&said.author, named),
            recorded: Instant(said.recorded),
        };
        Execution {
            execution: execution.matter.clone(),
            request: execution.request.to_string(),
            task: execution.task.as_ref().map(task),
            level: execution.level.word().to_owned(),
            over: execution.over,
            said: execution.said.iter().map(said).collect(),
        }
    }
}

impl Colleague {
    /// Somebody of the same organisation.
    pub fn of(account: &Account) -> Colleague {
        Colleague {
            account: account.id().to_string(),
            name: account.name().to_owned(),
        }
    }

    fn candidate(candidate: &Candidate) -> Colleague {
        Colleague {
            account: candidate.account.to_string(),
            name: candidate.name.clone(),
        }
    }
}

impl ExecutionDocument {
    /// An assignment or remark, with who has it.
    pub fn of(execution: Execution, holders: &Holders) -> ExecutionDocument {
        let holder = |holder: &Holder| Somebody::of(&holder.who);
        ExecutionDocument {
            // Nothing is given any more of what is over.
            may_be_given_to: match execution.over || execution.task.is_none() {
                true => Vec::new(),
                false => holders.to_assign.iter().map(Colleague::candidate).collect(),
            },
            holders: holders.holders.iter().map(holder).collect(),
            execution,
        }
    }
}
