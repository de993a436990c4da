//! That an act came on paper.

use super::{RequestError, RequestFile};
use crate::Register;
use record::json::{Object, Value};
use record::when::When;

/// That an act came on paper, and is recorded by an officer who has it before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The number of the note.
    pub number: String,
    /// Its date, in the text form of [`When`].
    pub dated: String,
    /// The day on which it was received, in the same form.
    pub received: String,
    /// SHA-256 of the file with its scan, where there is one.
    pub scan: Option<String>,
}

impl RequestFile<'_> {
    /// Whether an act of this kind was recorded from this paper: two officers may have it before them.
    pub(super) fn has_of(&self, kind: &str, paper: &Paper) -> bool {
        let dated = When::parse(paper.dated.trim()).map(|dated| dated.to_string()).ok();
        self.acts().iter().filter(|act| act.kind() == kind).any(|act| {
            let Some(Value::Object(written)) = act.recorded.entry.body.get("paper") else {
                return false;
            };
            written.get_text("number") == Some(paper.number.trim()) && written.get_text("dated") == dated.as_deref()
        })
    }
}

impl Register {
    /// The paper, as the body of an act has it.
    pub(super) fn paper_written(&self, paper: &Paper) -> Result<Object, RequestError> {
        let day = |field: &'static str, text: &str| match When::parse(text.trim()) {
            Ok(when) if when.first().is_some_and(|first| first <= self.today()) => Ok(when.to_string()),
            _ => Err(RequestError::Field {
                field,
                how: format!("{text:?} is no day by today; write it like 2026-04-09"),
            }),
        };
        let last = |text: &str| When::parse(text.trim()).ok().and_then(|when| when.last());
        if last(&paper.dated) > last(&paper.received) {
            return Err(RequestError::Field {
                field: "received",
                how: "a note is not received before its date".to_owned(),
            });
        }
        if paper.number.trim().is_empty() {
            return Err(RequestError::Field {
                field: "number",
                how: "give the number of the note, or what identifies it".to_owned(),
            });
        }
        if paper.number.contains(record::is_refused) {
            return Err(RequestError::Field {
                field: "number-sign",
                how: "the number of the note holds a sign that cannot be seen; type it anew instead of copying it".to_owned(),
            });
        }
        let written = Object::new()
            .text("dated", day("dated", &paper.dated)?)
            .text("number", paper.number.trim())
            .text("received", day("received", &paper.received)?);
        Ok(match &paper.scan {
            Some(scan) => written.text("scan", scan),
            None => written,
        })
    }
}
