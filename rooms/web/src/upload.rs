//! Files that are sent with a form: received into working files, checked, and named to the page by their ids, so that a page
//! that comes again, or a form that is carried over a fresh verification, has them still.
//!
//! Whatever is sent, at hand at once is a piece of it; a file that is refused is read to its end and forgotten, so that
//! what was typed beside it, and the other files, are not lost.

pub(crate) mod held;
pub mod multipart;

use crate::guard::{BodyRefused, Fields};
use crate::inside::{Inside, between, kept};
use crate::markup::Markup;
use crate::texts::{Arg, Said, Words};
use axum::body::{Body, HttpBody};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use futures_util::StreamExt;
use multipart::{Event, Multipart, Part};
use register::attachment::{
    AttachmentError, Attachments, MOST_AT_ONCE, Receiving, TypeRefused, Working, WorkingId, accept, accept_request,
};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The most bytes of a form with all its files: 1 GiB.
const MOST: u64 = 1 << 30;
/// The most bytes of a form with its files of somebody who is not signed in any more, whose files are not kept: 64 MiB.
const MOST_OF_NOBODY: u64 = 64 << 20;
/// The most parts of a form.
const MOST_PARTS: usize = 1000;
/// The longest fields of a form together, in bytes; as for forms without files.
const LONGEST: usize = 32 * 1024;
/// So many bytes must arrive within [`PATIENCE`]: 9 kbit a second, so that slow lines send and nobody keeps a connection
/// by sending next to nothing.
const STEP: usize = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);
/// And all of it within an hour.
const WHOLE: Duration = Duration::from_secs(60 * 60);
/// What the names of fields begin with by which a page says which files it has already: `kept:FIELD`.
const KEPT: &str = "kept:";

/// A form with files.
pub(crate) struct Upload {
    /// What was typed, and with it the files that came, by their ids.
    pub(crate) fields: Fields,
    /// The files that wait to be kept, those of earlier tries first.
    pub(crate) files: Vec<Sent>,
    /// The files that are not taken.
    pub(crate) refused: Vec<RefusedFile>,
}

/// A file that came.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// The field of the form in which it was chosen.
    pub(crate) field: String,
    /// The file.
    pub(crate) working: Working,
}

/// A file that is not taken.
#[derive(Debug)]
pub(crate) struct RefusedFile {
    /// The field of the form in which it was chosen.
    pub(crate) field: String,
    /// Its name, as it was given.
    pub(crate) name: String,
    /// Why.
    pub(crate) why: AttachmentError,
}

impl Sent {
    /// Name and value of the hidden field by which a page says that it has this file.
    pub(crate) fn hidden(&self) -> (String, String) {
        (format!("{KEPT}{}", self.field), self.working.id.to_string())
    }
}

impl Upload {
    /// Reads a form, with files or without.
    ///
    /// # Errors
    /// It cannot be read, or nobody is signed in any more or in no role, and what is answered then.
    pub(crate) async fn read(inside: &Inside, body: Body) -> Result<Upload, Response> {
        Upload::read_with(inside, body, None).await
    }

    /// The same where the file of one field is a request as it came, which waits to be read and is never kept itself.
    ///
    /// # Errors
    /// As for [`Upload::read`].
    pub(crate) async fn read_with(inside: &Inside, body: Body, request: Option<&str>) -> Result<Upload, Response> {
        let sent_as = inside.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let Some(form) = sent_as.and_then(Multipart::of) else {
            let fields = inside.fields_of(body).await?;
            return Upload::of(inside, fields, Taken::default()).await;
        };
        if inside.visit().is_err() {
            // Of nobody no file is read; what they typed is kept until they are there again.
            let taken = take(form, body, (None, "", request), PATIENCE, WHOLE).await;
            let fields = Fields::of(taken.map_err(|refused| inside.refused(refused))?.fields);
            return Err(kept(inside, &fields));
        }
        inside.actor().map_err(|answer| *answer)?;
        let owner = inside.visit().map_err(|answer| *answer)?.account.id().to_string();
        let attachments = &*inside.pages.web.register.attachments;
        let taken = take(form, body, (Some(attachments), &owner, request), PATIENCE, WHOLE).await;
        let taken = taken.map_err(|refused| inside.refused(refused))?;
        // Meanwhile they may have been signed out, or their role withdrawn.
        let still = inside.pages.visitor.is_still_there(&inside.pages.web, &inside.headers).await;
        if !still.map_err(|error| inside.failed(&error))? {
            for sent in &taken.files {
                let discarded = attachments.discard(&owner, &sent.working.id).await;
                discarded.map_err(|error| inside.failed(&error))?;
            }
            return Err(kept(inside, &Fields::of(taken.fields)));
        }
        let fields = Fields::of(taken.fields.clone());
        match between(inside, &fields) {
            Some(answer) => Err(answer),
            None => Upload::of(inside, fields, taken).await,
        }
    }

    /// The files that fields name and that still wait.
    ///
    /// # Errors
    /// Nobody is signed in, or the files cannot be read, and what is answered then.
    pub(crate) async fn waiting(inside: &Inside, fields: &Fields) -> Result<Vec<Sent>, Response> {
        let upload = Upload::of(inside, fields.clone(), Taken::default()).await?;
        Ok(upload.files)
    }

    async fn of(inside: &Inside, fields: Fields, taken: Taken) -> Result<Upload, Response> {
        let owner = inside.visit().map_err(|answer| *answer)?.account.id().to_string();
        let waiting = inside.pages.web.register.attachments.working(&owner).await;
        let waiting = waiting.map_err(|error| inside.failed(&error))?;
        let kept = fields
            .pairs()
            .filter_map(|(name, id)| Some((name.strip_prefix(KEPT)?, WorkingId::parse(id)?)));
        let mut files: Vec<Sent> = kept
            .filter_map(|(field, id)| {
                Some(Sent {
                    field: field.to_owned(),
                    working: waiting.iter().find(|waiting| waiting.id == id)?.clone(),
                })
            })
            .collect();
        let typed = fields.pairs().filter(|(name, _)| !name.starts_with(KEPT));
        let typed: Vec<(String, String)> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        files.extend(taken.files);
        let named = files.iter().map(Sent::hidden);
        Ok(Upload {
            fields: Fields::of(typed.into_iter().chain(named).collect()),
            files,
            refused: taken.refused,
        })
    }
}

/// What came with a form.
#[derive(Default)]
struct Taken {
    fields: Vec<(String, String)>,
    files: Vec<Sent>,
    refused: Vec<RefusedFile>,
}

/// What is done with the bytes of a part.
enum Into {
    Field(Part, Vec<u8>),
    File(Part, Box<dyn Receiving>),
    Refused(Part, AttachmentError),
    /// Nobody takes it: a field for a file that was left empty.
    Nothing,
}

/// Where the files of a form go, if they are taken at all, whose they are, and the field whose file is a request as it came, if there is one.
type Where<'a> = (Option<&'a dyn Attachments>, &'a str, Option<&'a str>);

/// Reads a form with files. `into` is where the files go; `patience` is how long a step of it may take, and `whole` how long
/// all of it.
async fn take(mut form: Multipart, body: Body, into: Where<'_>, patience: Duration, whole: Duration) -> Result<Taken, BodyRefused> {
    let latest = Instant::now() + whole;
    let most = if into.0.is_some() { MOST } else { MOST_OF_NOBODY };
    // What is said to be too long is not waited for.
    if body.size_hint().lower() > most {
        return Err(BodyRefused::TooLong);
    }
    let mut stream = body.into_data_stream();
    let (mut taken, mut part): (Taken, Option<Into>) = (Taken::default(), None);
    let (mut parts, mut length, mut all) = (0, 0, 0);
    let (mut arrived, mut deadline) = (0, Instant::now() + patience);
    let malformed = |_| BodyRefused::MediaType;
    loop {
        while let Some(event) = form.read().map_err(malformed)? {
            match event {
                Event::Begin(begun) => {
                    parts += 1;
                    if parts > MOST_PARTS {
                        return Err(BodyRefused::TooLong);
                    }
                    part = Some(begin(begun, into, taken.files.len()).await);
                }
                Event::Bytes(bytes) => {
                    if let Some(Into::Field(..)) = &part {
                        length += bytes.len();
                        if length > LONGEST {
                            return Err(BodyRefused::TooLong);
                        }
                    }
                    part = match part.take() {
                        Some(to) => Some(more(to, &bytes).await),
                        None => None,
                    };
                }
                Event::End => {
                    if let Some(to) = part.take() {
                        end(to, into.2, &mut taken).await?;
                    }
                }
                Event::Done => return Ok(taken),
            }
        }
        let next = timeout_at(deadline.min(latest), stream.next())
            .await
            .map_err(|_| BodyRefused::TooSlow)?;
        // Where it broke off nobody is there to read the answer.
        let Some(Ok(bytes)) = next else {
            return Err(BodyRefused::MediaType);
        };
        all += bytes.len() as u64;
        if all > most {
            return Err(BodyRefused::TooLong);
        }
        arrived += bytes.len();
        if arrived >= STEP {
            (arrived, deadline) = (0, Instant::now() + patience);
        }
        form.feed(&bytes);
    }
}

async fn begin(part: Part, (attachments, owner, _): Where<'_>, files: usize) -> Into {
    match &part.file {
        None => Into::Field(part, Vec::new()),
        // A browser sends a field in which nothing was chosen so.
        Some(name) if name.is_empty() => Into::Nothing,
        Some(_) if files >= MOST_AT_ONCE => Into::Refused(part, AttachmentError::TooManyAtOnce),
        Some(name) => match register::attachment::name(name) {
            Err(refused) => Into::Refused(part, refused.into()),
            Ok(_) => match attachments {
                None => Into::Nothing,
                Some(attachments) => match attachments.begin(owner).await {
                    Ok(receiving) => Into::File(part, receiving),
                    Err(why) => Into::Refused(part, why),
                },
            },
        },
    }
}

async fn more(to: Into, bytes: &[u8]) -> Into {
    match to {
        Into::Field(part, mut value) => {
            value.extend_from_slice(bytes);
            Into::Field(part, value)
        }
        Into::File(part, mut receiving) => match receiving.write(bytes).await {
            Ok(()) => Into::File(part, receiving),
            Err(why) => Into::Refused(part, why),
        },
        other => other,
    }
}

async fn end(to: Into, request: Option<&str>, taken: &mut Taken) -> Result<(), BodyRefused> {
    match to {
        Into::Field(part, value) => {
            let value = String::from_utf8(value).map_err(|_| BodyRefused::MediaType)?;
            taken.fields.push((part.name, value));
        }
        Into::File(part, receiving) => {
            let name = part.file.unwrap_or_default();
            let accepted = match request == Some(part.name.as_str()) {
                true => accept_request(receiving, &name).await,
                false => accept(receiving, &name, &part.media_type).await,
            };
            match accepted {
                Ok(working) => taken.files.push(Sent { field: part.name, working }),
                Err(why) => taken.refuse(part.name, name, why),
            }
        }
        Into::Refused(part, why) => taken.refuse(part.name, part.file.unwrap_or_default(), why),
        Into::Nothing => {}
    }
    Ok(())
}

impl Taken {
    fn refuse(&mut self, field: String, name: String, why: AttachmentError) {
        if let AttachmentError::Store(error) = &why {
            tracing::error!(%error, "a file that was sent could not be written");
        }
        self.refused.push(RefusedFile { field, name, why });
    }
}

impl Words {
    /// Why a file is not taken, with its name.
    pub(crate) fn refused_file(&self, refused: &RefusedFile) -> Markup {
        let args = [
            ("name", Markup::name(&refused.name).into()),
            ("why", self.attachment_error(&refused.why).into()),
        ];
        self.say("attachment-refused", &args)
    }

    /// Why a file is not taken, kept or handed out, and what to do.
    pub(crate) fn attachment_error(&self, why: &AttachmentError) -> Markup {
        Said::of_attachment(why).markup(self)
    }
}

impl Said {
    /// Why a file is not taken, kept or handed out, and what to do.
    pub(crate) fn of_attachment(why: &AttachmentError) -> Said {
        let kind = |kind: register::attachment::Kind| Arg::from(kind.to_string());
        let args: Vec<(&'static str, Arg)> = match why {
            AttachmentError::Type(TypeRefused::Ending(ending)) => vec![("ending", ending.as_str().into())],
            AttachmentError::Type(TypeRefused::Forbidden(what)) => {
                return Said::text(&format!("attachment-forbidden-{}", what.word()));
            }
            AttachmentError::Type(TypeRefused::Declared { named, declared }) => {
                vec![("named", kind(*named)), ("declared", declared.as_str().into())]
            }
            AttachmentError::Type(TypeRefused::Other { named, found }) => vec![("named", kind(*named)), ("found", kind(*found))],
            AttachmentError::Type(TypeRefused::Not(named) | TypeRefused::NotText(named)) => vec![("named", kind(*named))],
            AttachmentError::TooManyAtOnce => vec![("most", MOST_AT_ONCE.into())],
            _ => Vec::new(),
        };
        Said::with(&format!("attachment-{}", why.word()), args)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use record::entry::Attachment;
    use register::attachment::Content;

    /// Where no file goes: these tests send none.
    struct Nowhere;

    #[async_trait::async_trait]
    impl Attachments for Nowhere {
        async fn begin(&self, _: &str) -> Result<Box<dyn Receiving>, AttachmentError> {
            Err(AttachmentError::TooMuchWaiting)
        }

        async fn working(&self, _: &str) -> Result<Vec<Working>, AttachmentError> {
            Ok(Vec::new())
        }

        async fn discard(&self, _: &str, _: &WorkingId) -> Result<(), AttachmentError> {
            Ok(())
        }

        async fn hold(&self, _: &str, _: &WorkingId, _: jiff::Timestamp) -> Result<(), AttachmentError> {
            Err(AttachmentError::NotWaiting)
        }

        async fn look(&self, _: &str, _: &WorkingId) -> Result<Box<dyn Content>, AttachmentError> {
            Err(AttachmentError::NotWaiting)
        }

        async fn keep(&self, _: &str, _: &WorkingId, _: &str) -> Result<Attachment, AttachmentError> {
            Err(AttachmentError::NotWaiting)
        }

        async fn open(&self, _: &str, _: &Attachment) -> Result<Box<dyn Content>, AttachmentError> {
            Err(AttachmentError::Missing)
        }
    }

    #[tokio::test]
    async fn a_file_beyond_the_most_of_one_form_is_refused_for_that_and_not_for_what_waits() {
        let part = || Part {
            name: "scan".to_owned(),
            file: Some("exercise.pdf".to_owned()),
            media_type: "application/pdf".to_owned(),
        };
        let into: Where<'_> = (Some(&Nowhere), "exercise", None);
        let beyond = begin(part(), into, MOST_AT_ONCE).await;
        assert!(matches!(beyond, Into::Refused(_, AttachmentError::TooManyAtOnce)));
        let last = begin(part(), into, MOST_AT_ONCE - 1).await;
        assert!(!matches!(last, Into::Refused(_, AttachmentError::TooManyAtOnce)));
    }

    async fn taken_within(body: Body, patience: Duration, whole: Duration) -> Result<Taken, BodyRefused> {
        let form = Multipart::of("multipart/form-data; boundary=x").unwrap();
        take(form, body, (Some(&Nowhere), "exercise", None), patience, whole).await
    }

    async fn taken(body: Body, patience: Duration) -> Result<Taken, BodyRefused> {
        taken_within(body, patience, WHOLE).await
    }

    fn field(name: &str, value: &str) -> String {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    }

    #[tokio::test]
    async fn what_was_typed_is_read_and_what_breaks_off_or_is_too_long_is_not() {
        let whole = |fields: String| Body::from(format!("{fields}--x--\r\n"));
        let form = field("act", "add") + &field("why", "two\r\nlines");
        let read = taken(whole(form.clone()), PATIENCE).await.unwrap().fields;
        assert_eq!(read, [("act".into(), "add".into()), ("why".into(), "two\r\nlines".into())]);
        assert_eq!(taken(Body::from(form), PATIENCE).await.err(), Some(BodyRefused::MediaType));
        let long = field("a", &"x".repeat(LONGEST / 2)).repeat(3);
        assert_eq!(taken(whole(long), PATIENCE).await.err(), Some(BodyRefused::TooLong));
        let many = field("a", "").repeat(MOST_PARTS + 1);
        assert_eq!(taken(whole(many), PATIENCE).await.err(), Some(BodyRefused::TooLong));
    }

    #[tokio::test]
    async fn what_does_not_arrive_is_not_waited_for() {
        let never = || Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>());
        let refused = taken(never(), Duration::ZERO).await;
        assert_eq!(refused.err(), Some(BodyRefused::TooSlow));
        let refused = taken_within(never(), PATIENCE, Duration::ZERO).await;
        assert_eq!(refused.err(), Some(BodyRefused::TooSlow), "nor all of it for ever");
    }
}
