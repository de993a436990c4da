//! An event as its row holds it: JSON, encrypted, with blanks up to a length that many events have.

use crate::fail::Failure;
use crate::vault::{Key, Vault};
use jiff::Timestamp;
use record::audience::Level;
use record::json::{Object, Value};
use register::audit::{Act, Event, Kept, Pseudonym, Who};
use register::outside::Outside;

/// The length of what is encrypted is a multiple of this, so that it does not tell what happened.
const LENGTH: usize = 256;

/// What the words by which an event is found are about.
const ACT: &str = "audit act";
const ACCOUNT: &str = "audit account";
const ORGANISATION: &str = "audit organisation";
const MATTER: &str = "audit matter";

/// A keyed word.
pub(crate) type Word = [u8; 16];

pub(crate) fn act_word(vault: &Vault, act: Act) -> Word {
    vault.word(ACT, act.word())
}

pub(crate) fn account_word(vault: &Vault, account: &str) -> Word {
    vault.word(ACCOUNT, account)
}

pub(crate) fn organisation_word(vault: &Vault, organisation: &str) -> Word {
    vault.word(ORGANISATION, organisation)
}

pub(crate) fn matter_word(vault: &Vault, pseudonym: &Pseudonym) -> Word {
    vault.word(MATTER, pseudonym.text())
}

/// What stands for a matter.
pub(crate) fn pseudonym(vault: &Vault, matter: &str) -> Pseudonym {
    let word = vault.word("audit pseudonym", matter);
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(word).for_each(|(to, from)| *to = from);
    Pseudonym::from_bytes(bytes)
}

/// The event as it is kept at a place.
pub(crate) fn kept(vault: &Vault, event: &Event, position: u64, at: Timestamp) -> Kept {
    Kept {
        position,
        at,
        act: event.act,
        who: event.who.clone(),
        about: event.about.clone(),
        matter: event.matter.as_deref().map(|matter| pseudonym(vault, matter)),
        level: event.level,
        count: event.count,
        detail: event.detail.unwrap_or_default().to_owned(),
    }
}

/// The words by which an event is found, each once.
pub(crate) fn words(vault: &Vault, event: &Kept) -> Vec<Word> {
    let mut words = vec![act_word(vault, event.act)];
    let accounts = event.who.account().into_iter().chain(event.about.as_deref());
    words.extend(accounts.map(|account| account_word(vault, account)));
    words.extend(event.who.organisation().map(|organisation| organisation_word(vault, organisation)));
    words.extend(event.matter.as_ref().map(|matter| matter_word(vault, matter)));
    words.sort_unstable();
    words.dedup();
    words
}

/// What the ciphertext is bound to.
fn place(position: u64) -> String {
    format!("audit event {position}")
}

/// Encrypts an event for its place.
pub(crate) fn seal(vault: &Vault, key: &Key, event: &Kept, outside: &dyn Outside) -> Result<Vec<u8>, Failure> {
    let mut object = Object::new()
        .text("act", event.act.word())
        .text_if("about", event.about.as_deref())
        .text_if("matter", event.matter.as_ref().map(Pseudonym::text))
        .text_if("level", event.level.map(Level::word))
        .text_if("detail", Some(event.detail.as_str()).filter(|detail| !detail.is_empty()));
    object = match &event.who {
        Who::Nobody => object.text("who", "nobody"),
        Who::Operator { name } => object.text("who", "operator").text("name", name.as_str()),
        Who::Person {
            account,
            organisation,
            role,
        } => object
            .text("who", "person")
            .text("account", account.as_str())
            .text("organisation", organisation.as_str())
            .text("role", role.as_str()),
    };
    object.set("count", Value::Integer(crate::read::signed(event.count)));
    let mut plain = object.canonical();
    plain.resize(plain.len().next_multiple_of(LENGTH), b' ');
    vault.seal(key, &place(event.position), &plain, outside)
}

/// Decrypts the event of a place.
pub(crate) fn open(vault: &Vault, key: &Key, position: u64, at: Timestamp, sealed: &[u8]) -> Result<Kept, Failure> {
    let plain = vault.unseal(key, &place(position), sealed).ok_or_else(|| {
        Failure::damaged(format!(
            "event {position} cannot be decrypted: its ciphertext or its place was changed"
        ))
    })?;
    let unreadable = || Failure::refused(format!("event {position} is of a newer Comity; read the audit with the newer one"));
    let object = Object::parse(plain.trim_ascii_end()).map_err(|_| unreadable())?;
    let text = |name: &str| object.get_text(name).map(str::to_owned);
    let who = match object.get_text("who") {
        Some("nobody") => Who::Nobody,
        Some("operator") => Who::Operator {
            name: text("name").ok_or_else(unreadable)?,
        },
        Some("person") => Who::Person {
            account: text("account").ok_or_else(unreadable)?,
            organisation: text("organisation").ok_or_else(unreadable)?,
            role: text("role").ok_or_else(unreadable)?,
        },
        _ => return Err(unreadable()),
    };
    let level = |word: &str| Level::ALL.into_iter().find(|level| level.word() == word);
    Ok(Kept {
        position,
        at,
        act: object.get_text("act").and_then(Act::parse).ok_or_else(unreadable)?,
        who,
        about: text("about"),
        matter: object.get_text("matter").and_then(Pseudonym::parse),
        level: object.get_text("level").and_then(level),
        count: object
            .get_integer("count")
            .and_then(|count| u64::try_from(count).ok())
            .ok_or_else(unreadable)?,
        detail: text("detail").unwrap_or_default(),
    })
}
