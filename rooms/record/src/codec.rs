//! An entry's canonical bytes, and the way back.
//!
//! Reading checks the form only: every member known, of its type, in canonical bytes. What may be
//! written is [`Draft::check`]'s to say, which may grow stricter; what was written is read for ever.

use crate::audience::{Audience, Level, Reader};
use crate::entry::{Attachment, Author, Corrects, Draft, Entry, EntryId, Subject};
use crate::json::{JsonError, MAX_INTEGER, Object, Value};
use crate::when::When;
use jiff::Timestamp;

/// Version of the form of entries, the member `v`.
pub const VERSION: i64 = 1;

/// Why an entry is refused: where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The bytes are not JSON.
    #[error("the entry is not JSON: {0}")]
    Json(#[from] JsonError),
    /// The bytes are JSON, but not the one way to write it.
    #[error("the entry differs from its canonical form (RFC 8785) at byte {at}; write it in that form")]
    NotCanonical {
        /// Offset of the first byte that differs, counted from 0.
        at: usize,
    },
    /// A member is wrong.
    #[error("the entry's member {member} {fault}")]
    Member {
        /// Path of the member, e.g. `corrects.reason` or `about[2]`.
        member: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// The entry is too large.
    #[error("the entry takes {bytes} bytes, at most {most} are allowed; put long matter into an attachment")]
    TooLarge {
        /// Its canonical bytes.
        bytes: usize,
        /// How many are allowed.
        most: usize,
    },
}

/// What can be wrong with a member, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is not there.
    #[error("is missing; add it")]
    Missing,
    /// It is not known in this form.
    #[error("is not known; take it out")]
    Unknown,
    /// It must not be there.
    #[error("must not stand here: {0}")]
    NotHere(&'static str),
    /// It is of another type.
    #[error("has the wrong type; write {0}")]
    Type(&'static str),
    /// It is of the right type and has the wrong form.
    #[error("is {found:?}; write {form}")]
    Form {
        /// What stands there.
        found: String,
        /// What should.
        form: &'static str,
    },
    /// It is an empty text.
    #[error("is empty; fill it or leave it out")]
    Empty,
    /// It is longer than allowed.
    #[error("is longer than {0} bytes; shorten it")]
    TooLong(usize),
    /// It is not in Unicode normal form C.
    #[error("is not in Unicode normal form C; normalise the text")]
    NotNormal,
    /// It holds a control character.
    #[error("holds the control character U+{0:04X}; take it out")]
    Control(u32),
    /// It holds a character that is not seen and changes how others are read.
    #[error("holds U+{0:04X}, which is not seen and changes what is; take it out")]
    Hidden(u32),
    /// It is a number that is not whole, or not within ±(2^53 − 1).
    #[error("is not a whole number within ±(2^53 − 1); write it so, or as text")]
    NotWhole,
    /// Lists and objects stand too deep in each other.
    #[error("is nested too deep; make it flatter")]
    TooDeep,
}

impl Fault {
    /// This fault at a member.
    pub(crate) fn at(self, member: impl Into<String>) -> EntryError {
        EntryError::Member {
            member: member.into(),
            fault: self,
        }
    }
}

impl Entry {
    /// The canonical bytes: what is hashed, stored and exported. `recorded` is written to the
    /// microsecond; what is finer is cut off.
    pub fn canonical(&self) -> Vec<u8> {
        self.to_object().canonical()
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// Bytes that are not JSON, hold an unknown, missing or malformed member, or are not exactly the
    /// canonical bytes of the entry that they say.
    pub fn from_canonical(bytes: &[u8]) -> Result<Entry, EntryError> {
        let entry = Entry::from_hashed(bytes)?;
        let canonical = entry.canonical();
        if canonical == bytes {
            return Ok(entry);
        }
        let same = canonical.iter().zip(bytes).take_while(|(a, b)| a == b).count();
        Err(EntryError::NotCanonical { at: same })
    }

    /// Reads bytes of which a hash that was checked says that they are those recorded. They were canonical
    /// when they were hashed, and that costs as much to find again as to read them.
    ///
    /// # Errors
    /// As [`Entry::from_canonical`], but for bytes that are not canonical.
    pub fn from_hashed(bytes: &[u8]) -> Result<Entry, EntryError> {
        from_object(&Object::parse(bytes)?)
    }

    fn to_object(&self) -> Object {
        let draft = &self.draft;
        let author = Object::new()
            .text("who", draft.author.text())
            .text_if("for", draft.on_behalf_of.as_deref());
        let audience = audience_object(&draft.audience);
        let mut object = Object::new()
            .text("id", draft.id.to_string())
            .text("matter", &draft.matter)
            .text("kind", &draft.kind)
            .text("effective", draft.effective.to_string())
            .text("recorded", format!("{:.6}", self.recorded))
            .text_if("basis", draft.basis.as_deref())
            .text_if("source", draft.source.as_deref());
        object.set("v", Value::Integer(VERSION));
        object.set("kind_v", Value::Integer(draft.kind_v.into()));
        object.set("author", Value::Object(author));
        object.set("audience", Value::Object(audience));
        if let Some(corrects) = &draft.corrects {
            object.set("corrects", Value::Object(corrects_object(corrects)));
        }
        set_list(&mut object, "about", draft.about.iter().map(|subject| Value::Text(subject.text())));
        set_list(
            &mut object,
            "attachments",
            draft.attachments.iter().map(|a| Value::Object(attachment_object(a))),
        );
        if !draft.body.is_empty() {
            object.set("body", Value::Object(draft.body.clone()));
        }
        object
    }
}

impl Audience {
    /// As it stands in an entry.
    pub fn to_object(&self) -> Object {
        audience_object(self)
    }

    /// Reads what stands in an entry.
    ///
    /// # Errors
    /// A member is not what it must be.
    pub fn from_object(object: &Object) -> Result<Audience, EntryError> {
        audience(object)
    }
}

fn audience_object(audience: &Audience) -> Object {
    let mut object = Object::new()
        .text("level", audience.level.word())
        .text_if("originator", audience.originator.as_ref().map(Reader::text).as_deref());
    let texts = |readers: &[Reader]| readers.iter().map(|reader| Value::Text(reader.text())).collect::<Vec<_>>();
    set_list(&mut object, "list", texts(&audience.list).into_iter());
    set_list(&mut object, "left_out", texts(&audience.left_out).into_iter());
    object
}

fn corrects_object(corrects: &Corrects) -> Object {
    let mut object = Object::new()
        .text("first", corrects.first.to_string())
        .text("saw", corrects.saw.to_string())
        .text("reason", &corrects.reason);
    if corrects.retracts {
        object.set("retracts", Value::Bool(true));
    }
    object
}

fn attachment_object(attachment: &Attachment) -> Object {
    let mut object = Object::new()
        .text("name", &attachment.name)
        .text("type", &attachment.media_type)
        .text("sha256", &attachment.sha256);
    // A length beyond the range of JSON cannot be written exactly; `Draft::check` refuses it.
    object.set("length", Value::Integer(i64::try_from(attachment.length).unwrap_or(i64::MAX)));
    object
}

/// Sets a list, if it has items.
pub(crate) fn set_list(object: &mut Object, name: &str, items: impl Iterator<Item = Value>) {
    let items: Vec<Value> = items.collect();
    if !items.is_empty() {
        object.set(name, Value::List(items));
    }
}

const MEMBERS: [&str; 15] = [
    "v",
    "id",
    "matter",
    "kind",
    "kind_v",
    "effective",
    "recorded",
    "author",
    "audience",
    "basis",
    "source",
    "corrects",
    "about",
    "attachments",
    "body",
];

fn from_object(object: &Object) -> Result<Entry, EntryError> {
    let top = Members::of(object, "", &MEMBERS)?;
    if top.integer("v")? != VERSION {
        return Err(Fault::Form {
            found: top.integer("v")?.to_string(),
            form: "1, the one version there is, or read it with a newer program",
        }
        .at("v"));
    }
    let author = Members::of(top.object("author")?, "author.", &["who", "for"])?;
    let draft = Draft {
        id: top.id("id")?,
        matter: top.text("matter")?.to_owned(),
        kind: top.text("kind")?.to_owned(),
        kind_v: u32::try_from(top.integer("kind_v")?).map_err(|_| Fault::NotWhole.at("kind_v"))?,
        effective: top.read("effective", "a date such as 2013-10-02", |text| When::parse(text).ok())?,
        author: author.read("who", "program, pack:NAME, officer:NAME or account:ID", Author::parse)?,
        on_behalf_of: author.text_if("for")?,
        audience: audience(top.object("audience")?)?,
        basis: top.text_if("basis")?,
        source: top.text_if("source")?,
        corrects: top.has("corrects").then(|| corrects(top.object("corrects")?)).transpose()?,
        about: about(&top)?,
        attachments: attachments(&top)?,
        body: if top.has("body") {
            top.object("body")?.clone()
        } else {
            Object::new()
        },
    };
    let form = "an instant in UTC with six decimals, such as 2026-01-31T09:30:00.000000Z";
    let recorded = top.read("recorded", form, |text| {
        text.parse::<Timestamp>().ok().filter(|t| format!("{t:.6}") == text)
    })?;
    Ok(Entry { draft, recorded })
}

fn audience(object: &Object) -> Result<Audience, EntryError> {
    let members = Members::of(object, "audience.", &["level", "list", "left_out", "originator"])?;
    let readers = |name: &str| -> Result<Vec<Reader>, EntryError> {
        let texts = members.texts(name)?;
        Ok(texts.iter().map(|text| Reader::recorded(text)).collect())
    };
    Ok(Audience {
        level: members.read("level", "public, restricted, confidential or under-seal", Level::from_word)?,
        list: readers("list")?,
        left_out: readers("left_out")?,
        originator: members.text_if("originator")?.map(|text| Reader::recorded(&text)),
    })
}

fn corrects(object: &Object) -> Result<Corrects, EntryError> {
    let members = Members::of(object, "corrects.", &["first", "saw", "reason", "retracts"])?;
    let retracts = match object.get("retracts") {
        None => false,
        Some(Value::Bool(true)) => true,
        Some(_) => return Err(Fault::Type("true, or leave it out").at("corrects.retracts")),
    };
    Ok(Corrects {
        first: members.id("first")?,
        saw: members.id("saw")?,
        reason: members.text("reason")?.to_owned(),
        retracts,
    })
}

fn about(top: &Members) -> Result<Vec<Subject>, EntryError> {
    let form = "person:KEY, situation:NUMBER, case:NUMBER, state:CODE, entry:ID or account:ID";
    let read =
        |(i, text): (usize, String)| Subject::parse(&text).ok_or_else(|| Fault::Form { found: text, form }.at(format!("about[{i}]")));
    top.texts("about")?.into_iter().enumerate().map(read).collect()
}

fn attachments(top: &Members) -> Result<Vec<Attachment>, EntryError> {
    let read = |(i, value): (usize, &Value)| {
        let place = format!("attachments[{i}].");
        let Value::Object(object) = value else {
            return Err(Fault::Type("an object").at(place.trim_end_matches('.')));
        };
        let members = Members::of(object, &place, &["name", "type", "length", "sha256"])?;
        Ok(Attachment {
            name: members.text("name")?.to_owned(),
            media_type: members.text("type")?.to_owned(),
            length: u64::try_from(members.integer("length")?).map_err(|_| Fault::NotWhole.at(format!("{place}length")))?,
            sha256: members.text("sha256")?.to_owned(),
        })
    };
    top.list("attachments")?.iter().enumerate().map(read).collect()
}

/// The members of one object of an entry, all of them known.
struct Members<'a> {
    object: &'a Object,
    /// Path of the object with a trailing dot; empty for the entry itself.
    path: &'a str,
}

impl<'a> Members<'a> {
    fn of(object: &'a Object, path: &'a str, known: &[&str]) -> Result<Members<'a>, EntryError> {
        match object.members().find(|(name, _)| !known.contains(name)) {
            Some((name, _)) => Err(Fault::Unknown.at(format!("{path}{name}"))),
            None => Ok(Members { object, path }),
        }
    }

    fn fault(&self, name: &str, fault: Fault) -> EntryError {
        fault.at(format!("{}{name}", self.path))
    }

    fn has(&self, name: &str) -> bool {
        self.object.get(name).is_some()
    }

    fn need(&self, name: &str) -> Result<&'a Value, EntryError> {
        self.object.get(name).ok_or_else(|| self.fault(name, Fault::Missing))
    }

    fn text(&self, name: &str) -> Result<&'a str, EntryError> {
        match self.need(name)? {
            Value::Text(text) => Ok(text),
            _ => Err(self.fault(name, Fault::Type("a text"))),
        }
    }

    fn text_if(&self, name: &str) -> Result<Option<String>, EntryError> {
        if self.has(name) {
            self.text(name).map(|text| Some(text.to_owned()))
        } else {
            Ok(None)
        }
    }

    fn read<T>(&self, name: &str, form: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, EntryError> {
        let text = self.text(name)?;
        read(text).ok_or_else(|| {
            self.fault(
                name,
                Fault::Form {
                    found: text.to_owned(),
                    form,
                },
            )
        })
    }

    fn id(&self, name: &str) -> Result<EntryId, EntryError> {
        self.read(name, "32 lower-case hexadecimal digits", EntryId::parse)
    }

    fn integer(&self, name: &str) -> Result<i64, EntryError> {
        match self.need(name)? {
            Value::Integer(n) if n.abs() <= MAX_INTEGER => Ok(*n),
            _ => Err(self.fault(name, Fault::NotWhole)),
        }
    }

    fn object(&self, name: &str) -> Result<&'a Object, EntryError> {
        match self.need(name)? {
            Value::Object(object) => Ok(object),
            _ => Err(self.fault(name, Fault::Type("an object"))),
        }
    }

    fn list(&self, name: &str) -> Result<&'a [Value], EntryError> {
        match self.object.get(name) {
            None => Ok(&[]),
            Some(Value::List(items)) => Ok(items),
            Some(_) => Err(self.fault(name, Fault::Type("a list"))),
        }
    }

    fn texts(&self, name: &str) -> Result<Vec<String>, EntryError> {
        let read = |(i, item): (usize, &Value)| match item {
            Value::Text(text) => Ok(text.clone()),
            _ => Err(self.fault(&format!("{name}[{i}]"), Fault::Type("a text"))),
        };
        self.list(name)?.iter().enumerate().map(read).collect()
    }
}
