//! The check of a list of contacts: for anybody, and for programs that bring a token as whom their account is.

use super::body::Members;
use super::caller::{Answer, Caller, object_as_sent};
use super::language::Language;
use super::{operations, schema};
use crate::Web;
use crate::address::Lang;
use crate::checking;
use crate::inside::press::Undone;
use crate::problem::Problem;
use crate::query::{Parameters, Wrong};
use crate::texts::Said;
use access::Viewer;
use axum::extract::{Request, State};
use axum::response::Response;
use law::Asker;
use register::attachment::AttachmentError;
use register::contacts::{Asked, KeepError, ListError, MOST_BYTES};
use register::reading::ReadingError;
use reports::contacts::list_refused;

/// The longest body that is read, in bytes: a list, each sign of which may be written as six.
const LONGEST: usize = 6 * MOST_BYTES + 4096;
/// Against whom is checked.
const PERSONS: [&str; 2] = ["sought", "all"];
/// What is kept, where anything is to be.
const KEEP: [&str; 1] = ["list"];

pub(super) async fn check(State(web): State<Web>, request: Request) -> Result<Response, Problem> {
    let (mut parts, sent) = request.into_parts();
    let caller = Caller::if_named(&mut parts, &web).await?;
    Parameters::parse(parts.uri.query(), &operations::CONTACTS.query_names()).map_err(Problem::Parameters)?;
    let object = object_as_sent(&parts.headers, sent, LONGEST).await?;
    let members = Members::of(&object, &["list", "on", "for", "persons", "keep"])?;
    let bytes = members.needed("list")?.as_bytes();
    let asker = one_of(&members, "for", &Asker::ALL.map(Asker::word))?;
    let persons = one_of(&members, "persons", &PERSONS)?;
    let keep = one_of(&members, "keep", &KEEP)?.is_some();
    let asker = asker.and_then(Asker::of_word).unwrap_or(Asker::State);
    let asked = Asked::new(members.text("on")?, asker, persons == Some("all"), web.register.today());
    let asked = asked.map_err(|error| wrong("on", &Wrong::Reading(of_member(error))))?;

    let language = Language::preferred(&web, &parts.headers);
    let documents = match language.w.lang {
        Lang::En => reports::letter::Language::En,
        Lang::Fr => reports::letter::Language::Fr,
    };
    let list = checking::read(bytes.to_vec()).await.map_err(undone)?.map_err(|error| match error {
        ListError::TooLong => Problem::TooLong { most: MOST_BYTES },
        error => {
            let problem = Problem::Body {
                pointer: Some("/list".to_owned()),
                detail: Said::English(error.to_string()),
            };
            language.told(problem, list_refused(&error, documents))
        }
    })?;
    let caller = match caller {
        Some(caller) => Some(caller.now(&web).await?),
        None => None,
    };
    let keeper = match (&caller, keep) {
        (_, false) => None,
        (None, true) => return Err(not_kept(&KeepError::NotAllowed)),
        (Some(caller), true) => {
            caller.acts()?;
            Some(caller)
        }
    };
    let viewer = caller.as_ref().map_or_else(Viewer::public, |caller| caller.viewer().clone());
    let mut checked = checking::check(&web, viewer, asked, list).await.map_err(undone)??;
    if let Some(caller) = keeper {
        let kept = web.register.keep_check(caller.viewer(), caller.author(), &mut checked, bytes).await;
        kept.map_err(|error| not_kept(&error))?;
    }
    Answer::OK.json(&schema::ContactsChecked::of(&checked, &web.register.law, documents))
}

fn undone(error: Undone) -> Problem {
    tracing::error!(%error, "a list of contacts could not be checked");
    Problem::Failed
}

/// Why a check is not kept.
fn not_kept(error: &KeepError) -> Problem {
    match error {
        KeepError::Another | KeepError::Record(_) | KeepError::File(AttachmentError::Store(_)) => {
            tracing::error!(%error, "a check of contacts could not be kept");
            Problem::Failed
        }
        KeepError::NotAllowed | KeepError::File(_) => Problem::Body {
            pointer: Some("/keep".to_owned()),
            detail: Said::of_keeping(error),
        },
    }
}

/// A member that is one of some words, if it is there.
fn one_of<'m>(members: &Members<'m>, name: &'static str, allowed: &[&'static str]) -> Result<Option<&'m str>, Problem> {
    match members.text(name)? {
        Some(given) if !allowed.contains(&given) => {
            let not_one_of = Wrong::NotOneOf {
                parameter: name,
                given: given.chars().take(40).collect(),
                allowed: allowed.to_vec(),
            };
            Err(wrong(name, &not_one_of))
        }
        given => Ok(given),
    }
}

/// What is wrong with a day, said of the member in which it stands.
fn of_member(error: ReadingError) -> ReadingError {
    match error {
        ReadingError::NotADay { given, .. } => ReadingError::NotADay { field: "on", given },
        error => error,
    }
}

fn wrong(name: &str, wrong: &Wrong) -> Problem {
    Problem::Body {
        pointer: Some(format!("/{name}")),
        detail: Said::of_parameter(wrong),
    }
}
