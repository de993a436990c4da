//! Erasing what was recorded: asked for by one person, ordered by another, and then gone.
//!
//! An entry is a head, which stays for ever, and a body, which can go. It goes by `erasure.ordered` alone, which names an
//! `erasure.requested` of somebody else; both stand in the matter and are known to those who could know what they
//! erase, and to nobody else. The order says of each entry what its head says, so that nobody can exchange heads
//! without bodies.
//!
//! With an entry go its other versions, and what is about it in its matter (citations, remarks). Not erased are:
//! - what is public now: it is closed first (`matter.withdrawn-from-public`), and so known to those who erase it alone;
//! - what comes from a pack or from the program, which would come again;
//! - requests and orders themselves, and what is recorded of people, since access hangs on it;
//! - an act that closed or opened its matter, as long as anything in the matter hangs on it: what can go goes with it, and
//!   what stays must be known to the same without it. Only the operator, who sees all of a matter, can erase it: to anybody
//!   else a refusal would tell that there is more.
//!
//! An account's request is ordered by another account. At the shell both persons are a name that is taken on trust.

use crate::Register;
use crate::closing::{self, Closing, is_closing};
use crate::fact::FactError;
use crate::kinds;
use crate::names::fold;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Viewer, may};
use record::audience::Level;
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};
use std::collections::BTreeSet;

/// A request to erase entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureRequest {
    /// The matter.
    pub matter: String,
    /// The entries, by their ids; all that the matter holds where none is named.
    pub entries: Vec<String>,
    /// Why they are to go.
    pub reason: String,
    /// By whose decision.
    pub authority: String,
    /// Who asks.
    pub author: Author,
}

/// An order that grants a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureOrder {
    /// The entry of the request, by its id.
    pub request: String,
    /// Why they go.
    pub reason: String,
    /// By whose decision.
    pub authority: String,
    /// Who orders it.
    pub author: Author,
}

/// Whether entries of a kind ask for an erasure or order it.
pub fn is_erasure(kind: &str) -> bool {
    kind == kinds::ERASURE_REQUESTED || kind == kinds::ERASURE_ORDERED
}

/// Whether an entry stays when all of its matter goes that can.
pub fn stays(kind: &str) -> bool {
    is_erasure(kind) || kinds::PEOPLE.contains(&kind)
}

/// What an order says of an entry that it erases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// The entry.
    pub id: EntryId,
    /// When it was recorded, as its head says: RFC 3339 in UTC with six decimals.
    pub recorded: String,
    /// Its leaf hash.
    pub leaf_hash: [u8; 32],
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes32(text: &str) -> Option<[u8; 32]> {
    let byte = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Vec<u8> = (0..32).map(|at| byte(2 * at)).collect::<Option<_>>()?;
    (text.len() == 64).then_some(())?;
    bytes.try_into().ok()
}

impl Erased {
    /// That of an entry.
    pub fn of(recorded: &Recorded) -> Erased {
        Erased {
            id: recorded.entry.id.clone(),
            recorded: format!("{:.6}", recorded.entry.recorded),
            leaf_hash: recorded.leaf_hash,
        }
    }

    fn to_value(&self) -> Value {
        Value::Object(
            Object::new()
                .text("id", self.id.to_string())
                .text("leaf_hash", hex(&self.leaf_hash))
                .text("recorded", &self.recorded),
        )
    }

    fn of_value(value: &Value) -> Option<Erased> {
        let Value::Object(object) = value else { return None };
        Some(Erased {
            id: EntryId::parse(object.get_text("id")?)?,
            recorded: object.get_text("recorded")?.to_owned(),
            leaf_hash: bytes32(object.get_text("leaf_hash")?)?,
        })
    }
}

/// The body of a request.
pub fn request_body(entries: &BTreeSet<EntryId>, reason: &str, authority: &str) -> Object {
    let ids = entries.iter().map(|id| Value::Text(id.to_string())).collect();
    let mut body = Object::new().text("authority", authority.trim()).text("reason", reason.trim());
    body.set("entries", Value::List(ids));
    body
}

/// The body of an order that grants a request.
pub fn order_body(request: &EntryId, erased: &[Erased], reason: &str, authority: &str) -> Object {
    let mut body = Object::new().text("authority", authority.trim()).text("reason", reason.trim());
    body.set("entries", Value::List(erased.iter().map(Erased::to_value).collect()));
    body.text("request", request.to_string())
}

/// What an order erases; none where the entry is no order that can be read.
pub fn erased_by(order: &Draft) -> Option<Vec<Erased>> {
    match order.body.get("entries") {
        Some(Value::List(entries)) if order.kind == kinds::ERASURE_ORDERED => entries.iter().map(Erased::of_value).collect(),
        _ => None,
    }
}

/// The request that an order grants.
pub fn request_of(order: &Draft) -> Option<EntryId> {
    order.body.get_text("request").and_then(EntryId::parse)
}

/// The entries that a request names; none where it is no request that can be read.
fn asked_by(request: &Draft) -> Option<BTreeSet<EntryId>> {
    let id = |value: &Value| {
        if let Value::Text(text) = value {
            EntryId::parse(text)
        } else {
            None
        }
    };
    match request.body.get("entries") {
        Some(Value::List(entries)) if request.kind == kinds::ERASURE_REQUESTED => entries.iter().map(id).collect(),
        _ => None,
    }
}

/// Whether two authors may be one person: the same account, officers whose names differ in nothing but the way of
/// writing, or an account and an officer, of whom nobody knows which account is theirs.
pub fn may_be_one(a: &Author, b: &Author) -> bool {
    match (a, b) {
        (Author::Officer(a), Author::Officer(b)) => a.trim() == b.trim() || (!fold(a).is_empty() && fold(a) == fold(b)),
        (Author::Officer(_), Author::Account(_)) | (Author::Account(_), Author::Officer(_)) => true,
        _ => a == b,
    }
}

/// Whether an order and the request that it names make an erasure by two persons: what whoever verifies a record asks.
pub fn is_of_two_persons(order: &Draft, request: &Draft) -> bool {
    let asked = asked_by(request);
    let ordered: Option<BTreeSet<EntryId>> = erased_by(order).map(|entries| entries.into_iter().map(|erased| erased.id).collect());
    asked.is_some() && asked == ordered && order.matter == request.matter && !may_be_one(&order.author, &request.author)
}

/// Why an entry is not erased; none where it can be.
fn why_kept(recorded: &Recorded) -> Option<&'static str> {
    let kind = recorded.entry.kind.as_str();
    match &recorded.entry.author {
        _ if kind == kinds::GENESIS => Some("begins the record and stays"),
        _ if is_erasure(kind) => Some("asks for an erasure or orders it, and stays"),
        _ if kinds::PEOPLE.contains(&kind) => Some("is about who may do what, and stays"),
        Author::Program | Author::Pack(_) => Some("comes from a pack, which would bring it again; correct it instead"),
        _ if recorded.audience.level == Level::Public => {
            Some("is public; close it first with `comity matter withdraw`, then ask for its erasure")
        }
        _ => None,
    }
}

/// What goes with these entries of a matter: their other versions, and what is about them.
fn with_what_hangs_on(named: &BTreeSet<EntryId>, matter: &[Recorded]) -> BTreeSet<EntryId> {
    let mut all = named.clone();
    loop {
        let before = all.len();
        for recorded in matter.iter().filter(|recorded| !stays(&recorded.entry.kind)) {
            let (entry, id) = (&recorded.entry, &recorded.entry.id);
            let first = entry.corrects.as_ref().map(|corrects| &corrects.first);
            let about = |subject: &Subject| matches!(subject, Subject::Entry(about) if all.contains(about));
            if first.is_some_and(|first| all.contains(first)) || entry.about.iter().any(about) {
                all.insert(id.clone());
            } else if let Some(first) = first.filter(|_| all.contains(id)) {
                all.insert(first.clone());
            }
        }
        if all.len() == before {
            return all;
        }
    }
}

/// Checks that these entries of a matter can be erased together. `matter` are all of its entries that the viewer sees and
/// that have a body.
///
/// # Errors
/// Says which entry hinders it, and what to do.
fn check_entries(viewer: &Viewer, ids: &BTreeSet<EntryId>, matter: &[Recorded]) -> Result<(), String> {
    let named: Vec<&Recorded> = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id)).collect();
    let Some(first) = named.first() else {
        return Err("there is nothing to erase: the entries are not in this matter, or were erased already".to_owned());
    };
    if let Some(id) = ids.iter().find(|id| named.iter().all(|recorded| recorded.entry.id != **id)) {
        return Err(format!("entry {id} is not in this matter, or was erased already"));
    }
    if let Some((recorded, why)) = named.iter().find_map(|recorded| Some((recorded, why_kept(recorded)?))) {
        return Err(format!("entry {} {why}", recorded.entry.id));
    }
    if let Some(other) = named.iter().find(|recorded| recorded.audience != first.audience) {
        return Err(format!(
            "the entries {} and {} are not open to the same readers, and one order would tell those of the one of the other; \
             ask for those of one audience at a time (`comity matter show` lists them)",
            first.entry.id, other.entry.id
        ));
    }
    if let Some(id) = with_what_hangs_on(ids, matter).difference(ids).next() {
        return Err(format!(
            "entry {id} is a version of one that is named, or about it, and goes with it; name it too"
        ));
    }
    let Some(act) = named.iter().find(|recorded| is_closing(&recorded.entry.kind)) else {
        return Ok(());
    };
    let left = |recorded: &Recorded| !stays(&recorded.entry.kind) && !ids.contains(&recorded.entry.id);
    if !sees_all(viewer) || matter.iter().any(left) {
        return Err(format!(
            "entry {} says who may know this matter, and goes only with all that is in it, by the operator",
            act.entry.id
        ));
    }
    match hanging_on_acts(ids, matter) {
        Some(other) => Err(format!(
            "entry {} says who may know this matter, and entry {}, which stays, would be known to others without it; \
             name all but the acts that closed and opened the matter",
            act.entry.id, other.entry.id
        )),
        None => Ok(()),
    }
}

/// An entry of the matter that others would know than now if those of these entries were gone that closed or opened it.
fn hanging_on_acts<'m>(ids: &BTreeSet<EntryId>, matter: &'m [Recorded]) -> Option<&'m Recorded> {
    let gone = |recorded: &&Recorded| ids.contains(&recorded.entry.id);
    let act = |recorded: &Recorded| Closing::of(&recorded.entry, recorded.position);
    let all: Vec<Closing> = matter.iter().filter_map(act).collect();
    let left: Vec<Closing> = matter.iter().filter(|recorded| !gone(recorded)).filter_map(act).collect();
    let known_to = |recorded: &Recorded, acts: &[Closing]| closing::of_entry(&recorded.entry, recorded.position, acts);
    let mut staying = matter.iter().filter(|recorded| !gone(recorded));
    staying.find(|recorded| known_to(recorded, &all) != known_to(recorded, &left))
}

/// Whether a viewer sees all of every matter.
fn sees_all(viewer: &Viewer) -> bool {
    *viewer == Viewer::operator()
}

/// Whether a request may be recorded. `matter` are all entries of its matter that the viewer sees and that have a
/// body.
///
/// # Errors
/// Says what hinders it.
pub fn check_request(viewer: &Viewer, request: &Draft, matter: &[Recorded]) -> Result<(), String> {
    let asked = asked_by(request).ok_or("its body has no list of entries")?;
    check_entries(viewer, &asked, matter)?;
    check_words(request, matter, &asked)
}

/// Whether an order may be recorded. `matter` are all entries of its matter that the viewer sees and that have a
/// body.
///
/// # Errors
/// Says what hinders it.
pub fn check_order(viewer: &Viewer, order: &Draft, matter: &[Recorded]) -> Result<(), String> {
    let erased = erased_by(order).ok_or("its body has no list of entries")?;
    let request = request_of(order).and_then(|id| matter.iter().find(|recorded| recorded.entry.id == id));
    let request = request.ok_or("it names no request that stands in its matter; ask for the erasure first")?;
    if may_be_one(&order.author, &request.entry.author) {
        let how =
            "let somebody else order it: another account what an account asked for, another officer at the shell what one asked for there";
        return Err(format!("the request and the order may come from one person; {how}"));
    }
    if !is_of_two_persons(order, &request.entry) {
        return Err("it erases other entries than its request names".to_owned());
    }
    let ids: BTreeSet<EntryId> = erased.iter().map(|erased| erased.id.clone()).collect();
    check_entries(viewer, &ids, matter)?;
    let heads = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id)).map(Erased::of);
    if !heads.into_iter().all(|head| erased.contains(&head)) || erased.len() != ids.len() {
        return Err("it says of an entry what its head does not say".to_owned());
    }
    check_words(order, matter, &ids)
}

/// Reason, authority, and that nobody learns of it who could not know what goes.
fn check_words(entry: &Draft, matter: &[Recorded], ids: &BTreeSet<EntryId>) -> Result<(), String> {
    for member in ["reason", "authority"] {
        if entry.body.get_text(member).is_none_or(|text| text.trim().is_empty()) {
            return Err(format!("it says no {member}"));
        }
    }
    let same = |recorded: &&Recorded| recorded.audience == entry.audience;
    match matter
        .iter()
        .filter(|recorded| ids.contains(&recorded.entry.id))
        .all(|recorded| same(&recorded))
    {
        true => Ok(()),
        false => Err("it is not open to the same readers as what it erases".to_owned()),
    }
}

/// All of a matter that can go: the acts that closed and opened it too, where the viewer sees all and nothing that stays
/// hangs on them.
fn all_that_can_go(viewer: &Viewer, matter: &[Recorded]) -> BTreeSet<EntryId> {
    let can_go = |with_acts: bool| -> BTreeSet<EntryId> {
        let goes = |recorded: &&Recorded| !stays(&recorded.entry.kind) && (with_acts || !is_closing(&recorded.entry.kind));
        matter.iter().filter(goes).map(|recorded| recorded.entry.id.clone()).collect()
    };
    let all = can_go(true);
    let with_acts = sees_all(viewer) && hanging_on_acts(&all, matter).is_none();
    if with_acts { all } else { can_go(false) }
}

fn given(text: impl Into<String>) -> FactError {
    FactError::Given(text.into())
}

impl Register {
    /// Asks for entries to be erased. Nothing goes yet.
    ///
    /// # Errors
    /// There is no such matter or entry for this viewer, they may not erase it, or it is not erased for a reason that is
    /// said.
    pub async fn request_erasure(&self, viewer: &Viewer, request: &ErasureRequest) -> Result<Recorded, FactError> {
        let draft = self.check_request_of_erasure(viewer, request).await?;
        self.record(viewer, draft).await
    }

    /// What would be recorded, so that it can be written into the audit first.
    ///
    /// # Errors
    /// As for [`Register::request_erasure`], as far as can be told before it is recorded.
    pub async fn check_request_of_erasure(&self, viewer: &Viewer, request: &ErasureRequest) -> Result<Draft, FactError> {
        let matter = self.store.entries(viewer, Of::Matters(vec![request.matter.clone()]), None).await?;
        let named: BTreeSet<EntryId> = if request.entries.is_empty() {
            all_that_can_go(viewer, &matter)
        } else {
            let id = |text: &String| {
                EntryId::parse(text).ok_or_else(|| {
                    given(format!(
                        "{text:?} is not the id of an entry: 32 digits and letters a to f; take it from `comity matter show`"
                    ))
                })
            };
            request.entries.iter().map(id).collect::<Result<_, _>>()?
        };
        let ids = with_what_hangs_on(&named, &matter);
        check_entries(viewer, &ids, &matter).map_err(given)?;
        Ok(Draft {
            kind: kinds::ERASURE_REQUESTED.to_owned(),
            body: request_body(&ids, &request.reason, &request.authority),
            ..self.blank_of_erasure(viewer, &request.author, &request.authority, &matter, &ids)?
        })
    }

    /// Orders what was asked for: the bodies go at once, with all that is derived of them.
    ///
    /// # Errors
    /// There is no such request for this viewer, they may not erase it, they asked for it themselves, or it is not
    /// erased for a reason that is said.
    pub async fn order_erasure(&self, viewer: &Viewer, order: &ErasureOrder) -> Result<Recorded, FactError> {
        let draft = self.check_order_of_erasure(viewer, order).await?;
        self.record(viewer, draft).await
    }

    /// What would be recorded, so that it can be written into the audit first.
    ///
    /// # Errors
    /// As for [`Register::order_erasure`], as far as can be told before it is recorded.
    pub async fn check_order_of_erasure(&self, viewer: &Viewer, order: &ErasureOrder) -> Result<Draft, FactError> {
        let unknown = || {
            given(format!(
                "{:?} is no request for an erasure; take its id from `comity matter show`",
                order.request
            ))
        };
        let id = EntryId::parse(order.request.trim()).ok_or_else(unknown)?;
        let request = self.store.entry(viewer, &id).await?;
        let request = request
            .filter(|recorded| recorded.entry.kind == kinds::ERASURE_REQUESTED)
            .ok_or_else(unknown)?;
        let matter = Of::Matters(vec![request.entry.matter.clone()]);
        let matter = self.store.entries(viewer, matter, None).await?;
        let ids = asked_by(&request.entry).ok_or_else(unknown)?;
        let erased = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id));
        let erased: Vec<Erased> = erased.map(Erased::of).collect();
        let draft = Draft {
            kind: kinds::ERASURE_ORDERED.to_owned(),
            about: vec![Subject::Entry(id.clone())],
            body: order_body(&id, &erased, &order.reason, &order.authority),
            ..self.blank_of_erasure(viewer, &order.author, &order.authority, &matter, &ids)?
        };
        check_order(viewer, &draft, &matter).map_err(given)?;
        Ok(draft)
    }

    /// A draft in the matter with the audience of what goes, if the viewer may erase it.
    fn blank_of_erasure(
        &self,
        viewer: &Viewer,
        author: &Author,
        authority: &str,
        matter: &[Recorded],
        ids: &BTreeSet<EntryId>,
    ) -> Result<Draft, FactError> {
        let gone = || given("there is nothing to erase: the entries are not in this matter, or were erased already");
        let first = matter.iter().find(|recorded| ids.contains(&recorded.entry.id)).ok_or_else(gone)?;
        let on = On::Matter(Matter {
            matter: &first.entry.matter,
            audience: &first.audience,
        });
        if !may(viewer, Action::Erase, on) {
            return Err(given(
                "you may not erase anything in this matter; ask the officer from whom it comes",
            ));
        }
        Ok(Draft {
            matter: first.entry.matter.clone(),
            effective: When::In(Span::Day(self.today())),
            audience: first.audience.clone(),
            basis: Some(authority.trim().to_owned()),
            ..self.blank(viewer, author)?
        })
    }
}
