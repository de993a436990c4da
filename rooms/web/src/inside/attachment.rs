//! One attachment of an entry, handed out as a file. Only to whoever may see the entry; whoever may not is answered like
//! at an address at which nothing lies. It is never shown by the browser itself, whatever it holds.

use super::Inside;
use crate::Web;
use crate::pages::{self, Pages};
use access::Viewer;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Response as Answer};
use axum::response::Response;
use axum::routing::get;
use futures_util::stream::try_unfold;
use record::audience::Level;
use record::entry::{Attachment, EntryId};
use record::hex::hex;
use register::attachment::{AttachmentError, Content, Kind};
use register::audit::{Act, Who};
use sha2::{Digest, Sha256};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/{lang}/attachment/{entry}/{number}", get(hand_out).fallback(pages::method))
}

type Segments = Result<Path<(String, String, String)>, PathRejection>;

async fn hand_out(segments: Segments, inside: Inside) -> Response {
    let asked = segments
        .ok()
        .and_then(|Path((_, entry, number))| Some((EntryId::parse(&entry)?, place(&number)?)));
    let Some((entry, number)) = asked else {
        return inside.nowhere().await;
    };
    let viewer = inside.pages.visitor.viewer();
    match handed_out(&inside.pages.web, &viewer, &entry, number).await {
        Ok(Some(answer)) => answer,
        Ok(None) => inside.nowhere().await,
        Err(error) => inside.failed(&error),
    }
}

/// The answer with a file; none where there is no such file for this viewer.
///
/// # Errors
/// Record or file cannot be read: what is damaged from the beginning is said before anything is handed out.
pub(crate) async fn handed_out(web: &Web, viewer: &Viewer, entry: &EntryId, number: usize) -> Result<Option<Response>, AttachmentError> {
    let Some((recorded, attachment, content)) = web.register.attachment(viewer, entry, number).await? else {
        return Ok(None);
    };
    // That the matter was opened stands in the audit; that a file of it was taken along, too, before its first byte.
    let level = recorded.audience.level;
    if level != Level::Public {
        let event = web.audit.event(Act::Exported, Who::of(viewer));
        web.audit
            .write(&[event.matter(&recorded.entry.matter, level).detail("attachment")])
            .await?;
    }
    streamed(&attachment, content).await.map(Some)
}

/// The answer with an opened file.
///
/// # Errors
/// It is damaged from the beginning.
pub(super) async fn streamed(attachment: &Attachment, content: Box<dyn Content>) -> Result<Response, AttachmentError> {
    let mut reading = Reading::of(attachment, content);
    let first = reading.next().await?;
    let body = try_unfold((reading, Some(first)), |(mut reading, first)| async {
        let piece = match first {
            Some(first) => first,
            None => reading
                .next()
                .await
                .inspect_err(|error| tracing::error!(%error, "an attachment broke off"))?,
        };
        Ok::<_, AttachmentError>((!piece.is_empty()).then_some((piece, (reading, None))))
    });
    Ok(answer(attachment, Body::from_stream(body)))
}

/// A number as it is written in one way alone.
pub(super) fn place(text: &str) -> Option<usize> {
    text.parse().ok().filter(|number: &usize| number.to_string() == text)
}

fn answer(attachment: &Attachment, body: Body) -> Response {
    let mut answer = Answer::new(body);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(&attachment.media_type)));
    headers.insert(CONTENT_LENGTH, attachment.length.into());
    headers.insert(CONTENT_DISPOSITION, disposition(&attachment.name));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
    );
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    answer
}

/// The type of an entry where it is one of those that are taken; whatever else it says, bytes.
fn media_type(of_entry: &str) -> &'static str {
    let known = Kind::ALL.into_iter().find(|kind| kind.media_type() == of_entry);
    match known {
        Some(Kind::Text) => "text/plain; charset=utf-8",
        Some(Kind::Csv) => "text/csv; charset=utf-8",
        Some(kind) => kind.media_type(),
        None => "application/octet-stream",
    }
}

/// The name, in letters that every program reads, and as it is (RFC 6266, RFC 8187).
pub(super) fn disposition(name: &str) -> HeaderValue {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || " ._-()".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    // The signs of `attr-char`.
    let encoded: String = name
        .bytes()
        .map(|b| match b {
            b if b.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&b) => char::from(b).to_string(),
            b => format!("%{b:02X}"),
        })
        .collect();
    let value = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    // ASCII without control characters: always the value of a header.
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("attachment"))
}

/// A file that is read from its beginning to its end, and held against its hash: the last piece is handed out once it is
/// known that all of them are right.
struct Reading {
    content: Box<dyn Content>,
    at: u64,
    digest: Sha256,
    sha256: String,
}

impl Reading {
    fn of(attachment: &Attachment, content: Box<dyn Content>) -> Reading {
        Reading {
            content,
            at: 0,
            digest: Sha256::new(),
            sha256: attachment.sha256.clone(),
        }
    }

    async fn next(&mut self) -> Result<Vec<u8>, AttachmentError> {
        let piece = self.content.read(self.at).await?;
        self.at += piece.len() as u64;
        self.digest.update(&piece);
        let ended = !piece.is_empty() && self.at >= self.content.length();
        if ended && hex(&<[u8; 32]>::from(std::mem::take(&mut self.digest).finalize())) != self.sha256 {
            return Err(AttachmentError::Damaged("its bytes do not give its hash".to_owned()));
        }
        Ok(piece)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_is_given_in_plain_letters_and_as_it_is_and_leaves_its_quotes_nowhere() {
        let check = |name: &str, expected: &str| assert_eq!(disposition(name).to_str().unwrap(), expected, "{name}");
        check("a b.pdf", "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        check("Ü\"x.pdf", "attachment; filename=\"__x.pdf\"; filename*=UTF-8''%C3%9C%22x.pdf");
        check(
            "a\r\nb\\\"; x=y",
            "attachment; filename=\"a__b___ x_y\"; filename*=UTF-8''a%0D%0Ab%5C%22%3B%20x%3Dy",
        );
        check(
            "تمرين",
            "attachment; filename=\"_____\"; filename*=UTF-8''%D8%AA%D9%85%D8%B1%D9%8A%D9%86",
        );
    }

    #[test]
    fn only_types_that_are_taken_are_said() {
        assert_eq!(media_type("application/pdf"), "application/pdf");
        assert_eq!(media_type("text/csv"), "text/csv; charset=utf-8");
        for other in ["text/html", "image/svg+xml", "", "x\r\ny"] {
            assert_eq!(media_type(other), "application/octet-stream");
        }
    }

    /// Pieces, the last of which is another than was hashed.
    struct Altered(Vec<Vec<u8>>);

    #[async_trait::async_trait]
    impl Content for Altered {
        fn length(&self) -> u64 {
            self.0.iter().map(|piece| piece.len() as u64).sum()
        }

        async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
            let mut begins = 0;
            for piece in &self.0 {
                if begins == at {
                    return Ok(piece.clone());
                }
                begins += piece.len() as u64;
            }
            Ok(Vec::new())
        }
    }

    #[tokio::test]
    async fn the_last_piece_of_a_file_with_another_hash_is_not_handed_out() {
        let attachment = Attachment {
            name: "a.txt".into(),
            media_type: "text/plain".into(),
            length: 4,
            sha256: hex(&<[u8; 32]>::from(Sha256::digest(b"abcd"))),
        };
        let read = async |pieces: &[&[u8]]| {
            let content = Altered(pieces.iter().map(|piece| piece.to_vec()).collect());
            let mut reading = Reading::of(&attachment, Box::new(content));
            let mut read = Vec::new();
            loop {
                match reading.next().await {
                    Ok(piece) if piece.is_empty() => return (read, true),
                    Ok(piece) => read.extend(piece),
                    Err(_) => return (read, false),
                }
            }
        };
        assert_eq!(read(&[b"ab", b"cd"]).await, (b"abcd".to_vec(), true));
        assert_eq!(read(&[b"ab", b"ce"]).await, (b"ab".to_vec(), false));
        assert_eq!(read(&[b"abc"]).await, (Vec::new(), false));
    }
}
