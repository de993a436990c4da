//! One entry, one act, one effective date, in a closed format.

use crate::audience::Audience;
use crate::codec::set_list;
use crate::hex::{hex, is_hex, unhex};
use crate::json::{Object, Value};
use crate::when::When;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Identity of an entry: 128 bits, written as 32 lower-case hexadecimal digits. Never ordered by time.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId([u8; 16]);

impl EntryId {
    /// From 16 bytes, random or derived.
    pub fn from_bytes(bytes: [u8; 16]) -> EntryId {
        EntryId(bytes)
    }

    /// From 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<EntryId> {
        unhex(text).map(EntryId)
    }

    /// Its 16 bytes.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl std::fmt::Display for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl std::fmt::Debug for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// What a matter, an act or a citation is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A person, by the key of the pack or the institution: `person:kony`.
    Person(String),
    /// A situation, by its number: `situation:ICC-02/04`.
    Situation(String),
    /// A case, by its number: `case:ICC-02/04-01/05`.
    Case(String),
    /// A State, by ISO 3166-1 alpha-3: `state:FRA`. XAA to XZZ are exercise States.
    State(String),
    /// Another entry: `entry:<id>`.
    Entry(EntryId),
    /// The account of somebody who uses the record, by 32 lower-case hexadecimal digits: `account:<id>`.
    Account(String),
}

impl Subject {
    /// The text that stands in the entry.
    pub fn text(&self) -> String {
        match self {
            Subject::Person(k) => format!("person:{k}"),
            Subject::Situation(k) => format!("situation:{k}"),
            Subject::Case(k) => format!("case:{k}"),
            Subject::State(k) => format!("state:{k}"),
            Subject::Entry(id) => format!("entry:{id}"),
            Subject::Account(id) => format!("account:{id}"),
        }
    }

    /// The subject of a text, if it is one of the closed kinds and its key is not empty.
    pub fn parse(text: &str) -> Option<Subject> {
        let (kind, key) = text.split_once(':')?;
        if key.is_empty() {
            return None;
        }
        match kind {
            "person" => Some(Subject::Person(key.to_owned())),
            "situation" => Some(Subject::Situation(key.to_owned())),
            "case" => Some(Subject::Case(key.to_owned())),
            "state" => Some(Subject::State(key.to_owned())),
            "entry" => EntryId::parse(key).map(Subject::Entry),
            "account" => is_account(key).then(|| Subject::Account(key.to_owned())),
            _ => None,
        }
    }
}

/// Who wrote an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    /// The program itself (genesis, ticks): `program`.
    Program,
    /// A data pack: `pack:public-record`.
    Pack(String),
    /// An officer at the shell of whoever owns the folder: `officer:<name>`.
    Officer(String),
    /// Somebody who was signed in, by their account (32 lower-case hexadecimal digits): `account:<id>`.
    Account(String),
}

/// Whether a text is the id of an account: 32 lower-case hexadecimal digits.
pub(crate) fn is_account(text: &str) -> bool {
    is_hex(text, 32)
}

impl Author {
    /// The text that stands in the entry.
    pub fn text(&self) -> String {
        match self {
            Author::Program => "program".to_owned(),
            Author::Pack(name) => format!("pack:{name}"),
            Author::Officer(name) => format!("officer:{name}"),
            Author::Account(id) => format!("account:{id}"),
        }
    }

    /// The author of a text, if it is one.
    pub fn parse(text: &str) -> Option<Author> {
        match text.split_once(':') {
            None if text == "program" => Some(Author::Program),
            Some(("pack", name)) if !name.is_empty() => Some(Author::Pack(name.to_owned())),
            Some(("officer", name)) if !name.is_empty() => Some(Author::Officer(name.to_owned())),
            Some(("account", id)) if is_account(id) => Some(Author::Account(id.to_owned())),
            _ => None,
        }
    }
}

/// A correction names the first entry of its chain and the version that its author saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrects {
    /// The first entry of the chain.
    pub first: EntryId,
    /// The version that the author of the correction had before them.
    pub saw: EntryId,
    /// Why.
    pub reason: String,
    /// True where the correction takes the fact back instead of restating it.
    pub retracts: bool,
}

/// A file that belongs to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// File name as given.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Length in bytes.
    pub length: u64,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// An entry before the record has given it its instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Random, or derived for pack entries.
    pub id: EntryId,
    /// The smallest thing that is opened or closed to somebody as one, e.g. `kony-1`.
    pub matter: String,
    /// What happened, e.g. `warrant.issued`; see `register::kinds`.
    pub kind: String,
    /// Version of the body's form for this kind; every version ever written is read for ever.
    pub kind_v: u32,
    /// When it happened in the world.
    pub effective: When,
    /// Who wrote it.
    pub author: Author,
    /// For whom the author acted, where that is not the author.
    pub on_behalf_of: Option<String>,
    /// Who may know it.
    pub audience: Audience,
    /// The ground on which it is not public; required below public.
    pub basis: Option<String>,
    /// Where it was read, or `recalled:high|medium|low`.
    pub source: Option<String>,
    /// Set where this entry restates or retracts an earlier one.
    pub corrects: Option<Corrects>,
    /// What it is about.
    pub about: Vec<Subject>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// The particulars, by kind.
    pub body: Object,
}

/// An entry as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// All that its author gave.
    pub draft: Draft,
    /// When this record learned it, in UTC with microseconds; never going back along the record.
    pub recorded: Timestamp,
}

impl std::ops::Deref for Entry {
    type Target = Draft;
    fn deref(&self) -> &Draft {
        &self.draft
    }
}

/// The id of a pack's entry: the same on every node and at every import. It rests on the pack's name,
/// matter, kind, effective date, subjects and body; never on author, instant, source or edition.
pub fn derived_id(pack: &str, draft: &Draft) -> EntryId {
    id_over(b"comity pack entry v1\n", &derived_from(pack, draft))
}

/// The id of a pack's correction: as [`derived_id`], and on the chain and the version that it corrects,
/// so that an edition which restates an earlier one again gives an entry of its own.
pub fn derived_correction_id(pack: &str, draft: &Draft) -> EntryId {
    let mut object = derived_from(pack, draft);
    if let Some(corrects) = &draft.corrects {
        let chain = Object::new()
            .text("first", corrects.first.to_string())
            .text("saw", corrects.saw.to_string());
        object.set("corrects", Value::Object(chain));
    }
    id_over(b"comity pack correction v1\n", &object)
}

fn derived_from(pack: &str, draft: &Draft) -> Object {
    let mut object = Object::new()
        .text("pack", pack)
        .text("matter", &draft.matter)
        .text("kind", &draft.kind)
        .text("effective", draft.effective.to_string());
    set_list(&mut object, "about", draft.about.iter().map(|subject| Value::Text(subject.text())));
    if !draft.body.is_empty() {
        object.set("body", Value::Object(draft.body.clone()));
    }
    object
}

fn id_over(prefix: &[u8], object: &Object) -> EntryId {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(prefix)
        .chain_update(object.canonical())
        .finalize()
        .into();
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    EntryId::from_bytes(id)
}
