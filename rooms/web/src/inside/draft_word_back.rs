//! A draft that came back from Word, read: for the page, which shows what it says before it is saved, and for programs.

use super::draft_word::read_whole;
use super::press;
use crate::Web;
use crate::texts::{Arg, Said};
use access::Viewer;
use law::Finding;
use register::attachment::{Working, owner};
use register::draft::{Content, Difference, DraftError, Opened, Version, compare};
use register::request::RequestError;
use reports::docx::{self, FieldProblem, Notice, Read, ReadError};
use std::fmt::Display;

/// What came back.
pub(crate) struct Back {
    /// The version of which the document was made, and over which it is saved.
    pub(crate) base: Version,
    /// What it says.
    pub(crate) content: Content,
    /// What it changes in that version.
    pub(crate) differences: Vec<Difference>,
    /// What whoever brings it back must know.
    pub(crate) said: Vec<Said>,
    /// What is to mend in it.
    pub(crate) findings: Vec<Finding>,
}

/// Why nothing came back.
pub(crate) enum NotBack {
    /// It is no document of this draft; each thing that is wrong.
    Refused(Vec<Said>),
    /// Something of ours failed, in words for the log.
    Failed(String),
}

/// What a document that waits says, against the version of which it was made.
///
/// # Errors
/// As [`NotBack`] says.
pub(crate) async fn brought_back(web: &Web, viewer: &Viewer, draft: &Opened, file: &Working) -> Result<Back, NotBack> {
    let failed = |error: &dyn Display| NotBack::Failed(error.to_string());
    let say = |key: &str| NotBack::Refused(vec![Said::text(key)]);
    if file.file.length > docx::LARGEST as u64 {
        return Err(say("draft-word-refused-too-long"));
    }
    let place = press::place().await.map_err(|error| failed(&error))?;
    let bytes = read_whole(&*web.register.attachments, &owner(viewer), &file.id).await;
    let bytes = bytes.map_err(|error| failed(&error))?;
    let read = place.done(move || docx::read(&bytes)).await.map_err(|error| failed(&error))?;
    let read = read.map_err(|error| NotBack::Refused(refused(&error)))?;
    let id = draft.head.id;
    let number = match &read.made.draft {
        Some((of, number)) if *of == id.to_string() => *number,
        _ => return Err(say("draft-word-another")),
    };
    let base = match web.drafts.version(viewer, &id, number).await {
        Ok(base) if base.content.form == read.text.form => base,
        Ok(_) | Err(DraftError::NoVersion(_)) => return Err(say("draft-word-refused-mark")),
        Err(error) => return Err(failed(&error)),
    };
    let Read { text, said, .. } = read.over(&base.content.values);
    let findings = match web.register.check_request(viewer, &text, web.register.today()).await {
        Ok(findings) => findings,
        Err(RequestError::Store(error)) => return Err(failed(&error)),
        // A form that this edition of the law does not know any more: the draft's page says so.
        Err(_) => Vec::new(),
    };
    let mut said: Vec<Said> = said.iter().map(told).collect();
    if base.number != draft.current.number {
        let args = [("base", base.number.into()), ("now", draft.current.number.into())];
        said.push(Said::with("draft-word-moved", args));
    }
    // Who asks is no field of the document.
    let content = Content::asking(text, base.content.requesting.clone(), base.content.level);
    Ok(Back {
        differences: compare(&base.content, &content),
        base,
        content,
        said,
        findings,
    })
}

/// Why a document is not read.
fn refused(error: &ReadError) -> Vec<Said> {
    let ReadError::Fields(problems) = error else {
        return vec![Said::text(&format!("draft-word-refused-{}", error.word()))];
    };
    let problem = |problem: &FieldProblem| {
        let (FieldProblem::Gone { label, .. } | FieldProblem::Twice { label, .. } | FieldProblem::Nested { label, .. }) = problem;
        let mut args = vec![("field", label.as_str().into())];
        if let FieldProblem::Nested { within, .. } = problem {
            args.push(("within", within.as_str().into()));
        }
        Said::with(&format!("draft-word-field-{}", problem.word()), args)
    };
    problems.iter().map(problem).collect()
}

/// What whoever brings a document back must know.
pub(crate) fn told(notice: &Notice) -> Said {
    let key = format!("draft-word-said-{}", notice.word());
    let field = |label: &String| ("field", label.as_str().into());
    let name = |text: &String| ("text", Arg::Name(text.clone()));
    match notice {
        Notice::Tracked(number) | Notice::Comments(number) | Notice::MoreOutside(number) => Said::with(&key, [("n", (*number).into())]),
        Notice::Controls => Said::text(&key),
        Notice::Beside(label)
        | Notice::EmptyGone(label)
        | Notice::Typography(label)
        | Notice::Hidden(label)
        | Notice::Struck(label)
        | Notice::Repeated(label)
        | Notice::Table(label) => Said::with(&key, [field(label)]),
        Notice::Lost { label, .. } => Said::with(&key, [field(label)]),
        Notice::Prompt { label, text } => Said::with(&key, [field(label), name(text)]),
        Notice::Outside(text) => Said::with(&key, [name(text)]),
    }
}
