//! What goes to the State as one file: the request, the note verbale that covers it, its annexes, and a manifest with the
//! hashes of all of them.

use super::{Annex, RequestError, RequestId, RequestText, Signature};
use crate::Register;
use crate::attachment::Attachments;
use crate::port::{Of, Recorded};
use access::Viewer;
use jiff::civil::Date;
use record::entry::Attachment;
use record::hex::hex;
use record::json::{Object, Value};
use sha2::{Digest, Sha256};

/// The most bytes of files that one bundle holds: it is made and read in memory.
pub const MOST_IN_BUNDLE: u64 = 256 << 20;

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleFile {
    /// Its name in the bundle: `request.pdf`, `annexes/01-warrant.pdf`.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Its language (ISO 639-3), where it was given.
    pub language: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files that lie in the register for a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BundleParts {
    /// The document that was signed with a passkey, as it was signed; none where it was signed on paper, or not yet.
    pub signed_document: Option<Vec<u8>>,
    /// How it was signed; none where it was not yet.
    pub signature: Option<Signature>,
    /// The scan of what was signed on paper, and the annexes.
    pub files: Vec<BundleFile>,
    /// Titles of annexes that are on paper.
    pub on_paper: Vec<String>,
}

impl Register {
    /// The files that lie here for a request as it stands, as this viewer may see them.
    ///
    /// # Errors
    /// A file is missing or damaged, they are more than a bundle holds, or the store failed.
    pub async fn bundle_parts(&self, viewer: &Viewer, id: &RequestId, text: &RequestText) -> Result<BundleParts, RequestError> {
        let matters = vec![id.preparation(), id.matter()];
        let entries = self.store.entries(viewer, Of::Matters(matters), None).await?;
        let mut parts = BundleParts::default();
        let mut left = MOST_IN_BUNDLE;
        let text_sha256 = text.sha256();
        let of_the_text = |recorded: &&Recorded| recorded.entry.body.get_text("text_sha256") == Some(text_sha256.as_str());
        let signed = entries
            .iter()
            .rev()
            .filter(of_the_text)
            .find_map(|recorded| Signature::of(&recorded.entry));
        parts.signature = signed.clone();
        if let Some(signature) = &signed {
            for (number, sha256) in (1..).zip(signature.files()) {
                let Some((name, bytes)) = self.file(&entries, sha256, &mut left).await? else {
                    return Err(missing(sha256));
                };
                match signature {
                    Signature::Passkey(_) => parts.signed_document = Some(bytes),
                    Signature::Paper(_) => parts.files.push(BundleFile {
                        name: format!("signed-paper/{number:02}-{}", plain(&name)),
                        title: name,
                        language: None,
                        bytes,
                    }),
                }
            }
        }
        let mut number = 0;
        for (_, Annex { title, language, sha256 }) in self.annexes_of(text) {
            let Some(sha256) = sha256 else {
                parts.on_paper.push(title);
                continue;
            };
            let Some((name, bytes)) = self.file(&entries, &sha256, &mut left).await? else {
                return Err(missing(&sha256));
            };
            number += 1;
            parts.files.push(BundleFile {
                name: format!("annexes/{number:02}-{}", plain(&name)),
                title,
                language,
                bytes,
            });
        }
        Ok(parts)
    }

    /// A file that an entry names: its name, and its bytes, which give its hash.
    async fn file(&self, entries: &[Recorded], sha256: &str, left: &mut u64) -> Result<Option<(String, Vec<u8>)>, RequestError> {
        let named = entries
            .iter()
            .find_map(|recorded| Some((recorded, recorded.entry.attachments.iter().find(|file| file.sha256 == sha256)?)));
        let Some((recorded, file)) = named else { return Ok(None) };
        *left = left.checked_sub(file.length).ok_or_else(|| RequestError::Field {
            field: "files",
            how: format!("the files of this request have more than {MOST_IN_BUNDLE} bytes together; send them one by one"),
        })?;
        let bytes = read(&*self.attachments, &recorded.entry.matter, file).await?;
        Ok(Some((file.name.clone(), bytes)))
    }
}

async fn read(attachments: &dyn Attachments, matter: &str, file: &Attachment) -> Result<Vec<u8>, RequestError> {
    let bytes = attachments.open(matter, file).await?.whole().await?;
    if sha256(&bytes) == file.sha256 {
        Ok(bytes)
    } else {
        Err(missing(&file.sha256))
    }
}

fn missing(sha256: &str) -> RequestError {
    RequestError::Field {
        field: "file",
        how: format!("the file with the SHA-256 {sha256} is missing or damaged; ask the operator to bring it back from a backup"),
    }
}

/// A name that can be one in every folder of whatever system, and parts no folders. The number before it makes it one alone.
fn plain(name: &str) -> String {
    const PARTING: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
    name.replace(PARTING, "_")
}

/// SHA-256 of a file, 64 lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The manifest of a bundle as canonical JSON: `v`, `request`, `form`, `state`, `text_sha256`, and `signed_on` once it is
/// signed; `files`, each with `name`, `title`, `language`, `length` and `sha256`; and `on_paper`, the titles of what goes
/// beside it.
pub fn manifest(id: &RequestId, text: &RequestText, signed_on: Option<Date>, files: &[BundleFile], on_paper: &[String]) -> Vec<u8> {
    let file = |file: &BundleFile| {
        let mut object = Object::new()
            .text("name", &file.name)
            .text("sha256", sha256(&file.bytes))
            .text("title", &file.title);
        if let Some(language) = &file.language {
            object = object.text("language", language);
        }
        object.set("length", Value::Integer(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)));
        Value::Object(object)
    };
    let mut object = Object::new()
        .text("form", &text.form)
        .text("request", id.to_string())
        .text("state", text.requested_state().unwrap_or_default())
        .text_if("signed_on", signed_on.map(|day| day.to_string()))
        .text("text_sha256", text.sha256());
    object.set("files", Value::List(files.iter().map(file).collect()));
    object.set(
        "on_paper",
        Value::List(on_paper.iter().map(|title| Value::Text(title.clone())).collect()),
    );
    object.set("v", Value::Integer(1));
    object.canonical()
}

/// What a manifest says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The request, by the id that it has in the Court's record.
    pub request: RequestId,
    /// The form of cooperation.
    pub form: String,
    /// The State to which it goes.
    pub state: String,
    /// SHA-256 of the canonical text.
    pub text_sha256: String,
    /// The day on which it was signed.
    pub signed_on: Option<Date>,
    /// Every file beside the manifest.
    pub files: Vec<Listed>,
    /// Titles of what comes on paper.
    pub on_paper: Vec<String>,
}

/// A file as a manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in the bundle.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Its language.
    pub language: Option<String>,
    /// How many bytes it has.
    pub length: u64,
    /// Their SHA-256.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of these bytes; none where they are none of this edition.
    pub fn read(bytes: &[u8]) -> Option<Manifest> {
        let object = Object::parse(bytes).ok()?;
        let text = |name: &str| object.get_text(name).map(str::to_owned);
        let list = |name: &str| match object.get(name) {
            Some(Value::List(items)) => Some(items.as_slice()),
            _ => None,
        };
        if object.get_integer("v") != Some(1) {
            return None;
        }
        let listed = |item: &Value| {
            let Value::Object(file) = item else { return None };
            Some(Listed {
                name: file.get_text("name")?.to_owned(),
                title: file.get_text("title")?.to_owned(),
                language: file.get_text("language").map(str::to_owned),
                length: u64::try_from(file.get_integer("length")?).ok()?,
                sha256: file.get_text("sha256")?.to_owned(),
            })
        };
        let title = |item: &Value| match item {
            Value::Text(title) => Some(title.clone()),
            _ => None,
        };
        Some(Manifest {
            request: RequestId::parse(object.get_text("request")?)?,
            form: text("form")?,
            state: text("state")?,
            text_sha256: text("text_sha256")?,
            signed_on: match object.get_text("signed_on") {
                Some(day) => Some(day.parse().ok()?),
                None => None,
            },
            files: list("files")?.iter().map(listed).collect::<Option<_>>()?,
            on_paper: list("on_paper")?.iter().map(title).collect::<Option<_>>()?,
        })
    }
}
