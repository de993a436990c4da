//! Versions of a draft, what differs between two, what came back from Word, and who works on it.

use super::drafts::part;
use super::executions::Somebody;
use super::requests::{Finding, Texts};
use super::words::Instant;
use identity::people::holders::Known;
use register::draft::{Compared, DraftHead, Run, Version, changes};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A version in the list of those of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftVersionLine {
    /// Its number, from 1 on.
    pub version: u64,
    /// The version over which it was typed; 0 for the first.
    pub over: u64,
    /// Others that it brings together with that one.
    pub joins: Vec<u64>,
    /// Where it stands beside: the version that stood then and that it contradicts.
    #[schema(required = true)]
    pub beside: Option<u64>,
    /// Who saved it.
    pub by: Somebody,
    /// When.
    pub saved: Instant,
    /// What it changed in the one over which it was typed: `form`, `requesting`, `level`, `basis`, or an element.
    pub changed: Vec<String>,
}

/// The versions of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftVersionList {
    /// All of them, in the order of their numbers.
    pub versions: Vec<DraftVersionLine>,
}

/// A version of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftVersion {
    /// Its number, from 1 on.
    pub version: u64,
    /// The version over which it was typed; 0 for the first.
    pub over: u64,
    /// Others that it brings together with that one.
    pub joins: Vec<u64>,
    /// Where it stands beside: the version that stood then and that it contradicts.
    #[schema(required = true)]
    pub beside: Option<u64>,
    /// Who saved it.
    pub by: Somebody,
    /// When.
    pub saved: Instant,
    /// Id of the form.
    pub form: String,
    /// The organ that asks: `organ:chambers`.
    pub requesting: String,
    /// The level that the request is to have.
    #[schema(examples("confidential"))]
    pub level: String,
    /// Its elements.
    pub elements: Texts,
}

/// Words in a text that was changed. What is the same and what was removed is the first text; what is the same and what was added,
/// the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TextRun {
    /// In both.
    Same(String),
    /// In the first alone.
    Removed(String),
    /// In the second alone.
    Added(String),
}

/// A part that two versions do not have alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// `form`, `requesting`, `level`, `basis`, or an element.
    #[schema(examples("person"))]
    pub part: String,
    /// Its texts, each on lines of its own.
    pub runs: Vec<TextRun>,
}

/// Two versions of a draft side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftComparison {
    /// The number of the first.
    pub a: u64,
    /// The number of the second.
    pub b: u64,
    /// What differs; nothing where they say the same.
    pub differences: Vec<Difference>,
}

/// A version that was saved out of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftWordSaved {
    /// The version that stands now; the ETag of the answer is the same.
    pub version: u64,
    /// What stands as others changed it meanwhile: `form`, `requesting`, `level`, `basis`, or an element.
    pub kept_from_others: Vec<String>,
}

/// What a document that came back from Word says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftWord {
    /// The id of the draft.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub draft: String,
    /// The version of which the document was made, and over which it is saved.
    pub made_of: u64,
    /// The version that stood when it was read.
    pub current: u64,
    /// The elements as the document has them.
    pub elements: Texts,
    /// What it changes in the version of which it was made.
    pub differences: Vec<Difference>,
    /// What whoever brings it back must know: what was read otherwise than it looks, or not at all.
    pub notices: Vec<String>,
    /// What is to mend in it.
    pub findings: Vec<Finding>,
    /// The version as which it was saved; null where it was only read.
    #[schema(required = true)]
    pub saved: Option<DraftWordSaved>,
}

/// Who works on a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftPeople {
    /// Who began it: they alone name others, and delete it.
    pub owner: Somebody,
    /// For which organ: whoever acts for it and may read its level sees it too.
    #[schema(examples("organ:chambers"))]
    pub organ: String,
    /// The colleagues who were named: under seal they alone see it besides its owner. Their accounts are there for the owner, who
    /// may end it.
    pub with: Vec<Somebody>,
}

impl DraftVersionList {
    /// Versions that somebody sees, with those of their authors whom they know.
    pub fn of(versions: &[Version], named: &BTreeMap<String, Known>) -> DraftVersionList {
        let line = |(version, changed): (&Version, Vec<_>)| DraftVersionLine {
            version: version.number,
            over: version.from,
            joins: version.joins.clone(),
            beside: version.beside,
            by: Somebody::author(&version.by, named),
            saved: Instant(version.at),
            changed: changed.iter().map(part).collect(),
        };
        DraftVersionList {
            versions: versions.iter().zip(changes(versions)).map(line).collect(),
        }
    }
}

impl DraftVersion {
    /// A version that somebody sees, with its author if they know them.
    pub fn of(version: &Version, named: &BTreeMap<String, Known>) -> DraftVersion {
        DraftVersion {
            version: version.number,
            over: version.from,
            joins: version.joins.clone(),
            beside: version.beside,
            by: Somebody::author(&version.by, named),
            saved: Instant(version.at),
            form: version.content.form.clone(),
            requesting: version.content.requesting.clone(),
            level: version.content.level.word().to_owned(),
            elements: version.content.values.0.clone(),
        }
    }
}

impl Difference {
    /// What differs between two contents.
    pub fn all(differences: &[register::draft::Difference]) -> Vec<Difference> {
        let run = |run: &Run| match run {
            Run::Same(text) => TextRun::Same(text.clone()),
            Run::Removed(text) => TextRun::Removed(text.clone()),
            Run::Added(text) => TextRun::Added(text.clone()),
        };
        let one = |difference: &register::draft::Difference| Difference {
            part: part(&difference.part),
            runs: difference.runs.iter().map(run).collect(),
        };
        differences.iter().map(one).collect()
    }
}

impl DraftComparison {
    /// Two versions that somebody sees.
    pub fn of(compared: &Compared) -> DraftComparison {
        DraftComparison {
            a: compared.a.number,
            b: compared.b.number,
            differences: Difference::all(&compared.differences),
        }
    }
}

impl DraftPeople {
    /// Who works on a draft, as far as whoever asks knows them. `own` is whether they began it.
    pub fn of(head: &DraftHead, named: &BTreeMap<String, Known>, own: bool) -> DraftPeople {
        let somebody = |id: &String| {
            let known = named.get(id).map(Somebody::of).unwrap_or_default();
            Somebody {
                account: known.account.or_else(|| own.then(|| id.clone())),
                ..known
            }
        };
        DraftPeople {
            owner: Somebody::author(&head.owner, named),
            organ: head.organ.text(),
            with: head.with.iter().map(somebody).collect(),
        }
    }
}
