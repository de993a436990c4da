//! A form with files that is small enough to be held in memory, of anybody: nothing of it is written anywhere.

use super::multipart::{Event, Multipart, Part};
use crate::guard::BodyRefused;
use axum::body::{Body, HttpBody};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use futures_util::StreamExt;
use std::time::Duration;

/// The most parts of such a form.
const MOST_PARTS: usize = 20;

/// The parts of a form, as they came.
pub(crate) struct Held(Vec<(Part, Vec<u8>)>);

impl Held {
    /// Reads a form of at most so many bytes that arrives within this time.
    ///
    /// # Errors
    /// It is no form with files, or too long, or too slow.
    pub(crate) async fn read(headers: &HeaderMap, body: Body, most: usize, patience: Duration) -> Result<Held, BodyRefused> {
        let sent_as = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let form = sent_as.and_then(Multipart::of).ok_or(BodyRefused::MediaType)?;
        // What is said to be too long is not waited for.
        if body.size_hint().lower() > u64::try_from(most).unwrap_or(u64::MAX) {
            return Err(BodyRefused::TooLong);
        }
        let arriving = tokio::time::timeout(patience, Held::arriving(form, body, most)).await;
        arriving.map_err(|_| BodyRefused::TooSlow)?
    }

    /// Reads a form piece by piece, so that it is in memory once.
    async fn arriving(mut form: Multipart, body: Body, most: usize) -> Result<Held, BodyRefused> {
        let (mut stream, mut left) = (body.into_data_stream(), most);
        let mut parts: Vec<(Part, Vec<u8>)> = Vec::new();
        loop {
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
            // Where it broke off nobody is there to read the answer.
            let Some(Ok(bytes)) = stream.next().await else {
                return Err(BodyRefused::MediaType);
            };
            left = left.checked_sub(bytes.len()).ok_or(BodyRefused::TooLong)?;
            form.feed(&bytes);
        }
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

    /// Whether more than one file was chosen in a field, of which only one would be read.
    pub(crate) fn several(&self, name: &str) -> bool {
        let chosen = |part: &Part| part.name == name && part.file.as_ref().is_none_or(|file| !file.is_empty());
        self.0.iter().filter(|(part, _)| chosen(part)).count() > 1
    }

    /// The names of all fields, in the order in which they were sent.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(part, _)| part.name.as_str())
    }

    /// Takes the bytes of a field out, of a file that was chosen or as a program sends them; none where nothing was chosen.
    pub(crate) fn take(&mut self, name: &str) -> Option<Vec<u8>> {
        let chosen = |part: &Part| part.name == name && part.file.as_ref().is_none_or(|file| !file.is_empty());
        let place = self.0.iter().position(|(part, _)| chosen(part))?;
        Some(self.0.swap_remove(place).1)
    }
}
