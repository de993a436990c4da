//! Files that programs send: received, checked, and waiting for a day to be named by an act or a draft.

use super::caller::{Answer, Caller, Sent};
use super::{operations, schema};
use crate::Web;
use crate::problem::{Problem, word};
use crate::query;
use crate::texts::Said;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use futures_util::StreamExt;
use register::attachment::{self, AttachmentError, MOST, Receiving, Working, owner};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// So many bytes must arrive within [`PATIENCE`], as of a form with files.
const STEP: usize = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);
/// And all of it within an hour.
const WHOLE: Duration = Duration::from_secs(60 * 60);

pub(super) async fn send(State(web): State<Web>, sent: Sent) -> Result<Response, Problem> {
    sent.caller.parameters(&operations::SEND_FILE)?;
    let declared = declared(sent.caller.headers());
    let (_, receiving, name) = arrived(&web, sent).await?;
    let waiting = attachment::accept(receiving, &name, &declared).await.map_err(refused)?;
    Answer::CREATED.json(&schema::WaitingFile::of(&waiting))
}

/// Receives a request as it came in one file, which waits to be read and is never kept itself.
///
/// # Errors
/// It has no name, is too long or too slow, there is no room for it, or the token opens nothing any more.
pub(super) async fn request(web: &Web, sent: Sent) -> Result<(Caller, Working), Problem> {
    let (caller, receiving, name) = arrived(web, sent).await?;
    let waiting = attachment::accept_request(receiving, &name).await.map_err(refused)?;
    Ok((caller, waiting))
}

fn declared(headers: &HeaderMap) -> String {
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(';').next().unwrap_or_default().trim().to_owned()
}

/// A file that came whole, its name, and the caller as the record has it then.
async fn arrived(web: &Web, sent: Sent) -> Result<(Caller, Box<dyn Receiving>, String), Problem> {
    let (caller, body) = sent.raw();
    let name = name_of(caller.headers())?;
    // What cannot be kept under this name is not received.
    attachment::name(&name).map_err(|error| refused(error.into()))?;
    let mut receiving = web.register.attachments.begin(&owner(caller.viewer())).await.map_err(refused)?;
    receive(&mut *receiving, body).await?;
    // It may have taken an hour.
    Ok((caller.now(web).await?, receiving, name))
}

pub(super) async fn receive(receiving: &mut dyn Receiving, body: axum::body::Body) -> Result<(), Problem> {
    let latest = Instant::now() + WHOLE;
    let (mut stream, mut arrived, mut deadline) = (body.into_data_stream(), 0, Instant::now() + PATIENCE);
    loop {
        let next = timeout_at(deadline.min(latest), stream.next())
            .await
            .map_err(|_| Problem::TooSlow)?;
        match next {
            None => return Ok(()),
            // Nobody is there to read the answer.
            Some(Err(_)) => return Err(Problem::TooSlow),
            Some(Ok(bytes)) => {
                receiving.write(&bytes).await.map_err(refused)?;
                arrived += bytes.len();
                if arrived >= STEP {
                    (arrived, deadline) = (0, Instant::now() + PATIENCE);
                }
            }
        }
    }
}

/// The name in `Content-Disposition`: `filename*` in UTF-8 (RFC 8187), or `filename`.
fn name_of(headers: &HeaderMap) -> Result<String, Problem> {
    let said = headers
        .get(CONTENT_DISPOSITION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let parameters = said.split(';').skip(1).filter_map(|parameter| parameter.trim().split_once('='));
    let get = |name: &str| {
        let mut found = parameters.clone().filter(|(given, _)| given.trim().eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim())
    };
    let extended = get("filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, encoded) = rest.split_once('\'')?;
        query::decode(&encoded.replace('+', "%2B")).filter(|_| charset.eq_ignore_ascii_case("utf-8"))
    });
    let plain = || get("filename").map(|value| value.trim_matches('"').to_owned());
    extended.or_else(plain).ok_or_else(|| Problem::Member {
        member: "Content-Disposition",
        detail: Said::with("problem-file-name", [("example", word("attachment; filename*=UTF-8''result.pdf"))]),
    })
}

fn refused(error: AttachmentError) -> Problem {
    match error {
        AttachmentError::TooLong => Problem::TooLong {
            most: usize::try_from(MOST).unwrap_or(usize::MAX),
        },
        AttachmentError::Store(error) => error.into(),
        AttachmentError::Missing | AttachmentError::Damaged(_) => {
            tracing::error!(%error, "a file could not be handed out");
            Problem::Failed
        }
        other => Problem::NotTaken(Said::of_attachment(&other)),
    }
}

impl From<AttachmentError> for Problem {
    fn from(error: AttachmentError) -> Problem {
        refused(error)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_file_is_named_as_browsers_and_programs_name_it() {
        let name = |said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(said).unwrap());
            name_of(&headers).ok()
        };
        assert_eq!(
            name("attachment; filename*=UTF-8''exercise%20%C3%BC.pdf").as_deref(),
            Some("exercise ü.pdf")
        );
        assert_eq!(name("attachment; filename=\"exercise.pdf\"").as_deref(), Some("exercise.pdf"));
        assert_eq!(name("Attachment; filename=x.pdf; FileName*=utf-8''y.pdf").as_deref(), Some("y.pdf"));
        for none in ["", "attachment", "attachment; name=x.pdf", "attachment; filename*=latin1''x.pdf"] {
            assert_eq!(name(none), None, "{none}");
        }
    }
}
