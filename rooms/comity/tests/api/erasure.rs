//! Erasing of a matter, in the pages: who may ask, who orders or declines, and what is told of it to whom.

use crate::house::{Answer, House, Person};
use crate::matters::opened;
use access::{Organisation, Role, Viewer};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::audit::{Act, AuditFilter};
use register::kinds;
use register::port::{Of, Store};

const NOW: &str = "2026-11-26T09:00:00Z";
/// When nobody's verification of [`NOW`] is fresh any more.
const LATER: &str = "2026-11-26T09:06:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
const PRESIDENCY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Presidency)];
const CHAMBERS: [(Organisation, Role); 1] = [(Organisation::Court, Role::Chambers)];
const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
const READERS: [&str; 3] = ["organ:prosecutor", "organ:presidency", "organ:chambers"];
/// A name that no matter bears, and an id that no entry has.
const UNKNOWN: &str = "matter-00112233445566778899aabbccddeeff";
const NO_ENTRY: &str = "00112233445566778899aabbccddeeff";
/// What the entry says that is to go.
const SECRET: &str = "Exercise A";
const WHY: &str = "reason=It+names+somebody&authority=Exercise+decision+9";

/// A confidential matter of three organs of the Court, and those of them who come to it.
struct Scene {
    house: House,
    prosecutor: Person,
    one: Person,
    two: Person,
    matter: String,
    entry: String,
}

impl Scene {
    async fn set() -> Scene {
        let house = House::bare(NOW).await;
        let prosecutor = house.sign_in("Exercise prosecutor", &PROSECUTOR).await;
        let one = house.sign_in("Exercise Presidency officer", &PRESIDENCY).await;
        let two = house.sign_in("Exercise Chambers officer", &CHAMBERS).await;
        let matter = opened(&house, &prosecutor, "confidential", &READERS).await;
        let entry = first_of(&house, &matter, kinds::WARRANT_ISSUED).await;
        Scene {
            house,
            prosecutor,
            one,
            two,
            matter,
            entry,
        }
    }

    fn page(&self) -> String {
        format!("/en/matter/{}/erasure", self.matter)
    }

    async fn shown_to(&self, person: &Person) -> String {
        page(&self.house, person, &self.page()).await
    }

    async fn done(&self, person: &Person, form: &str) -> String {
        let answer = self.house.post_as(person, &self.page(), form).await;
        assert_eq!(answer.status, 303, "{form}: {}", answer.text());
        page(&self.house, person, answer.header("location")).await
    }

    async fn refused(&self, person: &Person, form: &str, status: u16, words: &[&str]) -> String {
        let answer = self.house.post_as(person, &self.page(), form).await;
        assert_eq!(answer.status, status, "{form}: {}", answer.text());
        shows(&answer.text(), words);
        answer.text()
    }

    /// The first officer asks that the entry be erased; the request.
    async fn asked(&self) -> String {
        self.done(&self.one, &format!("act=ask&entry={}&{WHY}", self.entry)).await;
        first_of(&self.house, &self.matter, kinds::ERASURE_REQUESTED).await
    }

    /// Whether the entry still says what is to go.
    async fn is_there(&self) -> bool {
        let entry = self.house.store.entry(&Viewer::operator(), &id(&self.entry)).await.unwrap();
        entry.is_some_and(|recorded| recorded.entry.body.get_text("situation") == Some(SECRET))
    }

    async fn told(&self, act: Act) -> usize {
        let filter = AuditFilter {
            acts: vec![act],
            ..AuditFilter::default()
        };
        let told = self.house.audit.page(&Viewer::operator(), &filter, None, 1000).await;
        told.unwrap().events.len()
    }
}

fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

/// The first entry of a kind in a matter.
async fn first_of(house: &House, matter: &str, kind: &str) -> String {
    let of = Of::Matters(vec![matter.to_owned()]);
    let entries = house.store.entries(&Viewer::operator(), of, None).await.unwrap();
    let found = entries.iter().find(|recorded| recorded.entry.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {matter}")).entry.id.to_string()
}

async fn page(house: &House, person: &Person, address: &str) -> String {
    let answer = house.get_as(person, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.text()
}

#[track_caller]
fn shows(page: &str, words: &[&str]) {
    let page = page.replace("&#39;", "'");
    for words in words {
        assert!(page.contains(words), "{words:?} does not stand on the page:\n{page}");
    }
}

#[track_caller]
fn shows_not(page: &str, words: &[&str]) {
    for words in words {
        assert!(!page.contains(words), "{words:?} stands on the page:\n{page}");
    }
}

fn order(request: &str) -> String {
    format!("act=order&request={request}&reason=It+names+somebody&authority=Exercise+decision+10")
}

fn decline(request: &str, reason: &str) -> String {
    format!("act=decline&request={request}&reason={reason}")
}

#[tokio::test]
async fn one_officer_asks_another_orders_and_those_who_knew_the_entry_are_told_that_it_is_gone() {
    let s = Scene::set().await;
    let matter = format!("/en/matter/{}", s.matter);
    shows(&page(&s.house, &s.one, &matter).await, &[&format!("href=\"{}\"", s.page())]);
    let text = s.done(&s.one, &format!("act=ask&entry={}&{WHY}", s.entry)).await;
    shows(
        &text,
        &[
            "The erasure was asked for.",
            "You asked for it. Another person orders it.",
            "Take it back",
        ],
    );
    shows_not(&text, &["value=\"order\""]);
    assert!(s.is_there().await, "asking erases nothing");
    let request = first_of(&s.house, &s.matter, kinds::ERASURE_REQUESTED).await;

    // The second sees it on the page of the matter, and orders it.
    let waits = [
        "Exercise Presidency officer",
        "that one entry be erased",
        "Ground: Exercise decision 9",
    ];
    shows(&page(&s.house, &s.two, &matter).await, &waits);
    let text = s.shown_to(&s.two).await;
    shows(
        &text,
        &[
            "value=\"order\"",
            &format!("value=\"{request}\""),
            "Warrant of arrest issued",
            "It names somebody",
        ],
    );
    let text = s.done(&s.two, &order(&request)).await;
    shows(
        &text,
        &[
            "The entries were erased.",
            "Exercise Chambers officer",
            "Asked for by Exercise Presidency officer",
        ],
    );
    shows(
        &text,
        &[
            "Ground: Exercise decision 10",
            "The free places of the database and its log were cleared of it.",
        ],
    );
    shows_not(&text, &["value=\"order\""]);
    assert!(!s.is_there().await);

    // Whoever knew it is told: on the page of the matter, and under its address.
    for person in [&s.prosecutor, &s.one] {
        let text = page(&s.house, person, &matter).await;
        shows(
            &text,
            &[
                "that one entry be erased",
                "Ground: Exercise decision 10",
                "cleared of it",
                &format!("/en/entry/{}", s.entry),
            ],
        );
        let entry = page(&s.house, person, &format!("/en/entry/{}", s.entry)).await;
        shows(&entry, &["erased", "Exercise decision 10"]);
        shows_not(&(text + &entry), &[SECRET, "exercise-0001"]);
    }
    assert_eq!((s.told(Act::ErasureRequested).await, s.told(Act::ErasureOrdered).await), (1, 1));
    let french = page(&s.house, &s.two, &format!("/fr/matter/{}/erasure", s.matter)).await;
    shows(&french, &["a ordonné le", "Les places libres de la base de données"]);
}

#[tokio::test]
async fn nobody_orders_what_they_asked_for_themselves_in_whatever_role() {
    let house = House::bare(NOW).await;
    let prosecutor = house.sign_in("Exercise prosecutor", &PROSECUTOR).await;
    let both = house
        .sign_in("Exercise officer in two roles", &[PRESIDENCY[0].clone(), CHAMBERS[0].clone()])
        .await;
    let both = house.sign_in_again(&both, PRESIDENCY[0].clone()).await;
    let matter = opened(&house, &prosecutor, "confidential", &READERS).await;
    let entry = first_of(&house, &matter, kinds::WARRANT_ISSUED).await;
    let address = format!("/en/matter/{matter}/erasure");
    let asked = house.post_as(&both, &address, &format!("act=ask&entry={entry}&{WHY}")).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let request = first_of(&house, &matter, kinds::ERASURE_REQUESTED).await;
    for post in [&PRESIDENCY[0], &CHAMBERS[0]] {
        let person = house.sign_in_again(&both, post.clone()).await;
        let answer = house.post_as(&person, &address, &order(&request)).await;
        assert_eq!(answer.status, 400);
        shows(&answer.text(), &["Whoever asked may be you."]);
    }
    assert!(house.store.entry(&Viewer::operator(), &id(&entry)).await.unwrap().is_some());
}

#[tokio::test]
async fn whoever_may_not_see_the_matter_is_answered_byte_for_byte_as_for_one_that_does_not_exist() {
    let s = Scene::set().await;
    let request = s.asked().await;
    let state = |role| [(Organisation::State("XAA".into()), role)];
    let outsiders = [
        s.house.sign_in("Exercise registry officer", &REGISTRY).await,
        s.house.sign_in("Exercise auditor", &[(Organisation::Court, Role::Auditor)]).await,
        s.house
            .sign_in("Exercise administrator", &[(Organisation::Court, Role::Administrator)])
            .await,
        s.house.sign_in("Exercise officer of XAA", &state(Role::CentralAuthority)).await,
    ];
    let forms = [
        format!("act=ask&entry={}&{WHY}", s.entry),
        "act=ask&reason=&authority=".to_owned(),
        order(&request),
        decline(&request, "why"),
        "act=".to_owned(),
    ];
    for language in ["en", "fr"] {
        let (known, unknown) = (s.matter.as_str(), UNKNOWN);
        let address = |matter: &str| format!("/{language}/matter/{matter}/erasure");
        // What the answers may differ in is the address that was asked for.
        let alike = |there: &Answer, nowhere: &Answer| {
            assert_eq!(there.status, 404);
            assert_eq!(there.headers, nowhere.headers);
            assert_eq!(there.text().replace(known, unknown), nowhere.text());
        };
        for person in &outsiders {
            let there = s.house.get_as(person, &address(known)).await;
            alike(&there, &s.house.get_as(person, &address(unknown)).await);
            for form in &forms {
                let there = s.house.post_as(person, &address(known), form).await;
                alike(&there, &s.house.post_as(person, &address(unknown), form).await);
            }
        }
        for matter in [known, unknown] {
            let answer = s.house.get(&address(matter)).await;
            assert_eq!(answer.status, 303, "nobody is signed in");
            assert!(answer.header("location").starts_with(&format!("/{language}/sign-in?to=")));
        }
    }
    assert!(s.is_there().await);
}

#[tokio::test]
async fn whoever_sees_the_matter_and_may_not_erase_sees_what_is_asked_and_does_nothing() {
    let s = Scene::set().await;
    let request = s.asked().await;
    let text = s.shown_to(&s.prosecutor).await;
    shows(
        &text,
        &[
            "that one entry be erased",
            "Your role does not order erasure",
            "nothing here whose erasure you may ask for",
        ],
    );
    shows_not(&text, &["<button>Erase these entries", "value=\"ask\"", "value=\"decline\""]);
    for form in [
        format!("act=ask&entry={}&{WHY}", s.entry),
        order(&request),
        decline(&request, "why"),
    ] {
        s.refused(&s.prosecutor, &form, 403, &["You may not erase anything in this matter."])
            .await;
    }
    assert!(s.is_there().await);
    assert_eq!((s.told(Act::ErasureOrdered).await, s.told(Act::ErasureDeclined).await), (0, 0));
}

#[tokio::test]
async fn without_fresh_verification_nothing_is_asked_ordered_or_declined_and_what_was_typed_is_carried_on() {
    let s = Scene::set().await;
    s.house.outside.put(LATER);
    let ask = format!("act=ask&entry={}&{WHY}", s.entry);
    s.refused(
        &s.one,
        &ask,
        403,
        &["value=\"It names somebody\"", &format!("value=\"{}\"", s.entry)],
    )
    .await;
    assert_eq!(s.told(Act::ErasureRequested).await, 0);
    // Whoever typed what cannot be is told so before they show once more who they are.
    s.refused(&s.one, "act=ask&reason=&authority=", 400, &["Choose at least one entry."])
        .await;
    let one = s.house.sign_in_again(&s.one, PRESIDENCY[0].clone()).await;
    s.done(&one, &ask).await;
    let request = first_of(&s.house, &s.matter, kinds::ERASURE_REQUESTED).await;
    for form in [order(&request), decline(&request, "It+is+needed")] {
        s.refused(&s.two, &form, 403, &[&format!("value=\"{request}\"")]).await;
    }
    assert!(s.is_there().await);
    assert_eq!((s.told(Act::ErasureOrdered).await, s.told(Act::ErasureDeclined).await), (0, 0));
    let two = s.house.sign_in_again(&s.two, CHAMBERS[0].clone()).await;
    s.done(&two, &order(&request)).await;
    assert!(!s.is_there().await);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_comes_back() {
    let s = Scene::set().await;
    let at = |field: &str| format!("id=\"{field}-bad\"");
    let ticked = format!("value=\"{}\" checked", s.entry);
    let ask = format!("act=ask&entry={}", s.entry);
    let long = "x".repeat(1001);
    for (form, field, words) in [
        (format!("act=ask&{WHY}"), "entry", "Choose at least one entry."),
        (format!("act=ask&entry={NO_ENTRY}&{WHY}"), "entry", "There is nothing to erase"),
        (
            format!("{ask}&entry={NO_ENTRY}&{WHY}"),
            "entry",
            "is not in this matter, or was erased already",
        ),
        (format!("act=ask&entry=the+first&{WHY}"), "entry", "cannot be recorded as it is"),
        (format!("{ask}&reason=+&authority=Exercise+decision+9"), "reason", "Say why."),
        (
            format!("{ask}&reason={long}&authority=Exercise+decision+9"),
            "reason",
            "longer than 1,000 characters",
        ),
        (
            format!("{ask}&reason=a%E2%80%AEb&authority=Exercise+decision+9"),
            "reason",
            "a sign that nobody sees",
        ),
        (
            format!("{ask}&reason=It+names+somebody&authority="),
            "authority",
            "Name the decision or the rule",
        ),
        (
            format!("{ask}&reason=It+names+somebody&authority={}", "y".repeat(201)),
            "authority",
            "longer than 200",
        ),
    ] {
        let text = s
            .refused(&s.one, &form, 400, &[words, &at(field), &format!("<a href=\"#{field}\">")])
            .await;
        assert_eq!(text.contains(&ticked), form.contains(&s.entry), "{form}");
        assert_eq!(
            text.contains(">\nIt names somebody</textarea>"),
            form.contains("It+names"),
            "{form}"
        );
        assert_eq!(
            text.contains("value=\"Exercise decision 9\""),
            form.contains("decision+9"),
            "{form}"
        );
    }
    for form in ["act=", "act=sell", &format!("{ask}&act=order")] {
        let answer = s.house.post_as(&s.one, &s.page(), form).await;
        assert_eq!(answer.status, 400, "{form}");
    }
    assert_eq!(s.told(Act::ErasureRequested).await, 0, "what is refused is not told as done");
    // A refusal stands at the field of the request that it is about.
    let request = s.asked().await;
    let form = format!("act=order&request={request}&reason=Typed+reason&authority=+");
    let text = s
        .refused(
            &s.two,
            &form,
            400,
            &[
                "Name the decision or the rule",
                "id=\"order-authority-1-bad\"",
                "<a href=\"#order-authority-1\">",
            ],
        )
        .await;
    shows(&text, &[">\nTyped reason</textarea>", "<details open>"]);
    s.refused(&s.two, &decline(&request, "+"), 400, &["Say why.", "id=\"decline-reason-1-bad\""])
        .await;
    // The same is not asked for twice.
    s.refused(&s.two, &format!("{ask}&{WHY}"), 400, &["is asked for already", &at("entry")])
        .await;
}

#[tokio::test]
async fn entries_and_requests_of_another_matter_are_none_of_this_one_whoever_may_see_them() {
    let s = Scene::set().await;
    // One that the officer may see, and one that they may not.
    let seen = opened(&s.house, &s.prosecutor, "confidential", &READERS).await;
    let hidden = opened(&s.house, &s.prosecutor, "under-seal", &["organ:prosecutor"]).await;
    let mut answers = Vec::new();
    for entry in [
        first_of(&s.house, &seen, kinds::WARRANT_ISSUED).await,
        first_of(&s.house, &hidden, kinds::WARRANT_ISSUED).await,
        NO_ENTRY.to_owned(),
    ] {
        let form = format!("act=ask&entry={}&entry={entry}&{WHY}", s.entry);
        let answer = s.house.post_as(&s.one, &s.page(), &form).await;
        assert_eq!(answer.status, 400);
        answers.push(answer.text().replace(&entry, NO_ENTRY));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    let entry = first_of(&s.house, &seen, kinds::WARRANT_ISSUED).await;
    let asked = s
        .house
        .post_as(
            &s.one,
            &format!("/en/matter/{seen}/erasure"),
            &format!("act=ask&entry={entry}&{WHY}"),
        )
        .await;
    assert_eq!(asked.status, 303);
    let elsewhere = first_of(&s.house, &seen, kinds::ERASURE_REQUESTED).await;
    let mut answers = Vec::new();
    for request in [elsewhere.as_str(), NO_ENTRY, s.entry.as_str()] {
        for form in [order(request), decline(request, "why")] {
            answers.push(s.refused(&s.two, &form, 400, &["There is no such request."]).await);
        }
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let there = s.house.store.entry(&Viewer::operator(), &id(&entry)).await.unwrap();
    assert!(there.is_some());
}

#[tokio::test]
async fn what_was_declined_or_taken_back_is_not_ordered_any_more_and_may_be_asked_for_anew() {
    let s = Scene::set().await;
    let request = s.asked().await;
    let text = s.done(&s.two, &decline(&request, "It+is+needed+for+trial")).await;
    shows(
        &text,
        &["Nothing was erased.", "Exercise Chambers officer", "It is needed for trial"],
    );
    shows_not(&text, &["value=\"order\""]);
    s.refused(&s.two, &order(&request), 400, &["was declined or taken back"]).await;
    s.refused(&s.one, &decline(&request, "once+more"), 400, &["was declined or taken back"])
        .await;
    assert!(s.is_there().await);
    // Asked for anew, and taken back by whoever asked.
    s.done(&s.one, &format!("act=ask&entry={}&{WHY}", s.entry)).await;
    let of = Of::Matters(vec![s.matter.clone()]);
    let entries = s.house.store.entries(&Viewer::operator(), of, None).await.unwrap();
    let again = entries.iter().rfind(|recorded| recorded.entry.kind == kinds::ERASURE_REQUESTED);
    let again = again.unwrap().entry.id.to_string();
    assert_ne!(again, request);
    s.done(&s.one, &decline(&again, "asked+by+mistake")).await;
    s.refused(&s.two, &order(&again), 400, &["was declined or taken back"]).await;
    assert!(s.is_there().await);
    assert_eq!((s.told(Act::ErasureDeclined).await, s.told(Act::ErasureOrdered).await), (2, 0));
}

#[tokio::test]
async fn what_is_gone_already_is_erased_no_second_time() {
    let s = Scene::set().await;
    let request = s.asked().await;
    s.done(&s.two, &order(&request)).await;
    s.refused(&s.two, &order(&request), 400, &["There is nothing to erase"]).await;
    s.refused(&s.two, &decline(&request, "too+late"), 400, &["was carried out already"])
        .await;
    let ask = format!("act=ask&entry={}&{WHY}", s.entry);
    s.refused(&s.one, &ask, 400, &["There is nothing to erase"]).await;
    assert_eq!((s.told(Act::ErasureRequested).await, s.told(Act::ErasureOrdered).await), (1, 1));
}

#[tokio::test]
async fn what_is_public_is_said_to_be_withdrawn_first_and_what_comes_from_another_is_for_them() {
    let s = Scene::set().await;
    let registry = s.house.sign_in("Exercise registry officer", &REGISTRY).await;
    let public = opened(&s.house, &registry, "public", &[]).await;
    let text = page(&s.house, &s.one, &format!("/en/matter/{public}/erasure")).await;
    shows(
        &text,
        &["nothing here whose erasure you may ask for", "withdrawn from the public first"],
    );
    // What a State gave in confidence is erased by that State alone.
    let state = [(Organisation::State("XAA".into()), Role::CentralAuthority)];
    let officer = s.house.sign_in("Exercise officer of XAA", &state).await;
    let xaa = Reader::State("XAA".into());
    let audience = Audience::of(Level::Confidential, xaa.clone(), [xaa, Reader::Organ(Organ::Chambers)]);
    s.house.append(remark("exercise-of-xaa", audience, Vec::new())).await;
    let address = "/en/matter/exercise-of-xaa/erasure";
    shows_not(&page(&s.house, &s.two, address).await, &["value=\"ask\""]);
    shows(&page(&s.house, &officer, address).await, &["value=\"ask\""]);
}

/// A remark in a matter, by the operator.
fn remark(matter: &str, audience: Audience, about: Vec<Subject>) -> Draft {
    Draft {
        id: id(&format!("{:032x}", u128::from(u64::MAX) + matter.len() as u128)),
        matter: matter.to_owned(),
        kind: kinds::REMARK.to_owned(),
        kind_v: 1,
        effective: When::Unknown,
        author: Author::Officer("exercise officer".to_owned()),
        on_behalf_of: None,
        audience,
        basis: Some("Exercise decision".to_owned()),
        source: None,
        corrects: None,
        about,
        attachments: Vec::new(),
        body: Object::new().text("text", "Exercise narrower text"),
    }
}

#[tokio::test]
async fn what_is_narrower_in_the_matter_changes_no_byte_of_the_page_nor_of_what_is_asked_and_ordered() {
    let mut answers = Vec::new();
    for narrower in [false, true] {
        let s = Scene::set().await;
        if narrower {
            let prosecutor = Reader::Organ(Organ::Prosecutor);
            let audience = Audience::of(Level::UnderSeal, prosecutor.clone(), [prosecutor]);
            s.house
                .append(remark(&s.matter, audience, vec![Subject::Entry(id(&s.entry))]))
                .await;
        }
        let mut said = vec![s.shown_to(&s.one).await];
        let request = s.asked().await;
        said.push(s.shown_to(&s.two).await);
        said.push(s.done(&s.two, &order(&request)).await);
        said.push(page(&s.house, &s.one, &format!("/en/matter/{}", s.matter)).await);
        // Ids are drawn anew in each house.
        let names = [(&s.matter, "MATTER"), (&s.entry, "ENTRY"), (&request, "REQUEST")];
        let named = |text: &String| names.iter().fold(text.clone(), |text, (id, name)| text.replace(id.as_str(), name));
        let ordered = first_of(&s.house, &s.matter, kinds::ERASURE_ORDERED).await;
        answers.push(
            said.iter()
                .map(named)
                .map(|text| text.replace(&ordered, "ORDER"))
                .collect::<Vec<_>>(),
        );
    }
    for (without, with) in answers[0].iter().zip(&answers[1]) {
        assert_eq!(without, with);
    }
}
