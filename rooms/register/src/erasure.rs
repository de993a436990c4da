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
//! An account's request is ordered by another account. At the shell both persons are a name that is taken on trust. A
//! request is declined by whoever may order it, or taken back by whoever asked, with `erasure.declined`; it is not ordered
//! then. The operations lie in [`crate::erasing`].

use crate::closing::{self, Closing, is_closing};
use crate::erasure_refused::{ErasureRefused, LONGEST_AUTHORITY, LONGEST_REASON, Stays};
use crate::kinds;
use crate::names::fold;
use crate::port::Recorded;
use access::Viewer;
use record::audience::Level;
use record::entry::{Author, Draft, EntryId, Subject};
use record::hex::{hex, unhex};
use record::json::{Object, Value};
use std::collections::BTreeSet;

/// Whether entries of a kind ask for an erasure, order it or decline it.
pub fn is_erasure(kind: &str) -> bool {
    [kinds::ERASURE_REQUESTED, kinds::ERASURE_ORDERED, kinds::ERASURE_DECLINED].contains(&kind)
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
            leaf_hash: unhex(object.get_text("leaf_hash")?)?,
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

/// The body of what declines a request.
pub fn decline_body(request: &EntryId, reason: &str) -> Object {
    Object::new().text("reason", reason.trim()).text("request", request.to_string())
}

/// The request that an order grants, or that is declined.
pub fn request_of(answer: &Draft) -> Option<EntryId> {
    answer.body.get_text("request").and_then(EntryId::parse)
}

/// The entries that a request names; none where it is no request that can be read.
pub fn asked_by(request: &Draft) -> Option<BTreeSet<EntryId>> {
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

/// The entry that answers a request: the order, or what declines it; none where it waits.
pub fn answer_to<'m>(request: &EntryId, matter: &'m [Recorded]) -> Option<&'m Recorded> {
    let answers = |kind: &str| kind == kinds::ERASURE_ORDERED || kind == kinds::ERASURE_DECLINED;
    let mut answers = matter.iter().filter(|recorded| answers(&recorded.entry.kind));
    answers.find(|recorded| request_of(&recorded.entry).as_ref() == Some(request))
}

/// Why an entry is not erased; none where it can be.
pub fn why_kept(recorded: &Recorded) -> Option<Stays> {
    let kind = recorded.entry.kind.as_str();
    match &recorded.entry.author {
        _ if kind == kinds::GENESIS => Some(Stays::First),
        _ if is_erasure(kind) => Some(Stays::Erasure),
        _ if kinds::PEOPLE.contains(&kind) => Some(Stays::People),
        Author::Program | Author::Pack(_) => Some(Stays::Pack),
        _ if recorded.audience.level == Level::Public => Some(Stays::Public),
        _ => None,
    }
}

/// What goes with these entries of a matter: their other versions, and what is about them.
pub(crate) fn with_what_hangs_on(named: &BTreeSet<EntryId>, matter: &[Recorded]) -> BTreeSet<EntryId> {
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
pub(crate) fn check_entries(viewer: &Viewer, ids: &BTreeSet<EntryId>, matter: &[Recorded]) -> Result<(), ErasureRefused> {
    let named: Vec<&Recorded> = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id)).collect();
    let Some(first) = named.first() else {
        return Err(ErasureRefused::Nothing);
    };
    if let Some(id) = ids.iter().find(|id| named.iter().all(|recorded| recorded.entry.id != **id)) {
        return Err(ErasureRefused::NotThere(id.clone()));
    }
    if let Some((recorded, why)) = named.iter().find_map(|recorded| Some((recorded, why_kept(recorded)?))) {
        return Err(ErasureRefused::Stays(recorded.entry.id.clone(), why));
    }
    if let Some(other) = named.iter().find(|recorded| recorded.audience != first.audience) {
        return Err(ErasureRefused::Uneven(first.entry.id.clone(), other.entry.id.clone()));
    }
    if let Some(id) = with_what_hangs_on(ids, matter).difference(ids).next() {
        return Err(ErasureRefused::GoesWith(id.clone()));
    }
    let Some(act) = named.iter().find(|recorded| is_closing(&recorded.entry.kind)) else {
        return Ok(());
    };
    let left = |recorded: &Recorded| !stays(&recorded.entry.kind) && !ids.contains(&recorded.entry.id);
    if !sees_all(viewer) || matter.iter().any(left) {
        return Err(ErasureRefused::ClosesMatter(act.entry.id.clone()));
    }
    match hanging_on_acts(ids, matter) {
        Some(other) => Err(ErasureRefused::Holds(act.entry.id.clone(), other.entry.id.clone())),
        None => Ok(()),
    }
}

/// An entry of the matter that others would know than now if those of these entries were gone that closed or opened it.
pub(crate) fn hanging_on_acts<'m>(ids: &BTreeSet<EntryId>, matter: &'m [Recorded]) -> Option<&'m Recorded> {
    let gone = |recorded: &&Recorded| ids.contains(&recorded.entry.id);
    let act = |recorded: &Recorded| Closing::of(&recorded.entry, recorded.position);
    let all: Vec<Closing> = matter.iter().filter_map(act).collect();
    let left: Vec<Closing> = matter.iter().filter(|recorded| !gone(recorded)).filter_map(act).collect();
    let known_to = |recorded: &Recorded, acts: &[Closing]| closing::of_entry(&recorded.entry, recorded.position, acts);
    let mut staying = matter.iter().filter(|recorded| !gone(recorded));
    staying.find(|recorded| known_to(recorded, &all) != known_to(recorded, &left))
}

/// Whether a viewer sees all of every matter.
pub(crate) fn sees_all(viewer: &Viewer) -> bool {
    *viewer == Viewer::operator()
}

/// Whether a request may be recorded. `matter` are all entries of its matter that the viewer sees and that have a
/// body.
///
/// # Errors
/// Says what hinders it.
pub fn check_request(viewer: &Viewer, request: &Draft, matter: &[Recorded]) -> Result<(), ErasureRefused> {
    let asked = asked_by(request).ok_or(ErasureRefused::NoList)?;
    check_entries(viewer, &asked, matter)?;
    let same = |recorded: &&Recorded| asked_by(&recorded.entry).as_ref() == Some(&asked);
    let waits = |recorded: &&Recorded| answer_to(&recorded.entry.id, matter).is_none();
    if let Some(other) = matter.iter().filter(same).find(waits) {
        return Err(ErasureRefused::Waits(other.entry.id.clone()));
    }
    check_words(request)?;
    check_readers(request, matter, &asked)
}

/// Whether an order may be recorded. `matter` are all entries of its matter that the viewer sees and that have a
/// body.
///
/// # Errors
/// Says what hinders it.
pub fn check_order(viewer: &Viewer, order: &Draft, matter: &[Recorded]) -> Result<(), ErasureRefused> {
    let erased = erased_by(order).ok_or(ErasureRefused::NoList)?;
    let request = answered_by(order, matter)?;
    if may_be_one(&order.author, &request.entry.author) {
        return Err(ErasureRefused::OnePerson);
    }
    if !is_of_two_persons(order, &request.entry) {
        return Err(ErasureRefused::OtherEntries);
    }
    let declined = |answer: &Recorded| answer.entry.kind == kinds::ERASURE_DECLINED;
    if answer_to(&request.entry.id, matter).is_some_and(declined) {
        return Err(ErasureRefused::Declined);
    }
    let ids: BTreeSet<EntryId> = erased.iter().map(|erased| erased.id.clone()).collect();
    check_entries(viewer, &ids, matter)?;
    let heads = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id)).map(Erased::of);
    if !heads.into_iter().all(|head| erased.contains(&head)) || erased.len() != ids.len() {
        return Err(ErasureRefused::OtherHead);
    }
    check_words(order)?;
    check_readers(order, matter, &ids)
}

/// Whether a request may be declined so, or taken back. `matter` are all entries of its matter that the viewer sees and
/// that have a body.
///
/// # Errors
/// Says what hinders it.
pub fn check_decline(decline: &Draft, matter: &[Recorded]) -> Result<(), ErasureRefused> {
    let request = answered_by(decline, matter)?;
    match answer_to(&request.entry.id, matter) {
        Some(answer) if answer.entry.kind == kinds::ERASURE_DECLINED => return Err(ErasureRefused::Declined),
        Some(_) => return Err(ErasureRefused::Done),
        None => {}
    }
    said(
        decline,
        "reason",
        LONGEST_REASON,
        ErasureRefused::NoReason,
        ErasureRefused::LongReason,
    )?;
    check_readers(decline, matter, &BTreeSet::from([request.entry.id.clone()]))
}

/// The request to which an order or a refusal belongs.
fn answered_by<'m>(answer: &Draft, matter: &'m [Recorded]) -> Result<&'m Recorded, ErasureRefused> {
    let id = request_of(answer).ok_or(ErasureRefused::NotAsked)?;
    let asks = |recorded: &&Recorded| recorded.entry.id == id && recorded.entry.kind == kinds::ERASURE_REQUESTED;
    matter.iter().find(asks).ok_or(ErasureRefused::NotAsked)
}

/// Reason and authority.
fn check_words(entry: &Draft) -> Result<(), ErasureRefused> {
    use ErasureRefused::{LongAuthority, LongReason, NoAuthority, NoReason};
    said(entry, "reason", LONGEST_REASON, NoReason, LongReason)?;
    said(entry, "authority", LONGEST_AUTHORITY, NoAuthority, LongAuthority)
}

fn said(entry: &Draft, member: &str, longest: usize, missing: ErasureRefused, long: ErasureRefused) -> Result<(), ErasureRefused> {
    let text = entry.body.get_text(member).filter(|text| !text.trim().is_empty());
    match text.ok_or(missing)?.chars().count() {
        length if length > longest => Err(long),
        _ => Ok(()),
    }
}

/// That nobody learns of it who could not know what it is about.
fn check_readers(entry: &Draft, matter: &[Recorded], ids: &BTreeSet<EntryId>) -> Result<(), ErasureRefused> {
    let mut of_it = matter.iter().filter(|recorded| ids.contains(&recorded.entry.id));
    if of_it.all(|recorded| recorded.audience == entry.audience) {
        Ok(())
    } else {
        Err(ErasureRefused::OtherReaders)
    }
}
