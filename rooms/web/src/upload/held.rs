//! A form with files that is small enough to be held in memory, of anybody: nothing of it is written anywhere.

use super::multipart::{Event, Multipart, Part};
use crate::guard::{BodyRefused, PATIENCE};
use axum::body::{Body, HttpBody, to_bytes};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

/// The most parts of such a form.
const MOST_PARTS: usize = 20;

/// The parts of a form, as they came.
pub(crate) struct Held(Vec<(Part, Vec<u8>)>);

impl Held {
    /// Reads a form of at most so many bytes.
    ///
    /// # Errors
    /// It is no form with files, or too long, or too slow.
    pub(crate) async fn read(headers: &HeaderMap, body: Body, most: usize) -> Result<Held, BodyRefused> {
        let sent_as = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let mut form = sent_as.and_then(Multipart::of).ok_or(BodyRefused::MediaType)?;
        // What is said to be too long is not waited for.
        if body.size_hint().lower() > u64::try_from(most).unwrap_or(u64::MAX) {
            return Err(BodyRefused::TooLong);
        }
        let bytes = tokio::time::timeout(PATIENCE, to_bytes(body, most)).await;
        form.feed(&bytes.map_err(|_| BodyRefused::TooSlow)?.map_err(|_| BodyRefused::TooLong)?);
        let mut parts: Vec<(Part, Vec<u8>)> = Vec::new();
        // All of it is there: where more would be needed, it broke off.
        while let Some(event) = form.read().map_err(|_| BodyRefused::MediaType)? {
            match event {
                Event::Begin(_) if parts.len() >= MOST_PARTS => return Err(BodyRefused::TooLong),
                Event::Begin(part) => parts.push((part, Vec::new())),
                Event::Bytes(bytes) => {
                    if let Some((_, value)) = parts.last_mut() {
                        value.extend_from_slice(&bytes);
                    }
                }
                Event::End => {}
                Event::Done => return Ok(Held(parts)),
            }
        }
        Err(BodyRefused::MediaType)
    }

    /// What was typed into a field, as it came; empty where there is none, or where it is no UTF-8.
    pub(crate) fn typed(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(part, _)| part.name == name && part.file.is_none());
        found.and_then(|(_, value)| std::str::from_utf8(value).ok()).unwrap_or_default()
    }

    /// The file that was chosen in a field; none where none was, which browsers send as one without a name.
    pub(crate) fn file(&self, name: &str) -> Option<&[u8]> {
        let chosen = |part: &Part| part.name == name && part.file.as_ref().is_some_and(|file| !file.is_empty());
        self.0.iter().find(|(part, _)| chosen(part)).map(|(_, value)| value.as_slice())
    }
}
