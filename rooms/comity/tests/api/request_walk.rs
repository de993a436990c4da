//! The way of a request in tests: an exercise record with two States, requests that are complete, and acts in them by their
//! pages.

use crate::house::{Answer, House, Person};
use crate::request_signing::signing;
use access::{Organisation, Role, Viewer};
use law::{Element, ElementSort, Form};
use record::entry::Author;
use register::kinds;
use register::matter::{Addition, AudienceWords};
use register::reading::Reading;
use register::request::{Files, GivenAct, RequestId};
use register::view::model::RequestView;
use std::collections::BTreeMap;

pub const NOW: &str = "2026-04-14T09:00:00Z";
pub const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
pub const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];

pub fn authority(code: &str) -> [(Organisation, Role); 1] {
    [(Organisation::State(code.into()), Role::CentralAuthority)]
}

/// An exercise record with two States.
pub async fn house() -> House {
    with_states(House::bare(NOW).await).await
}

/// The same of an institution: a State's own record.
pub async fn house_of(institution: &Organisation) -> House {
    with_states(House::of(NOW, institution).await).await
}

async fn with_states(house: House) -> House {
    for code in ["XAA", "XAB"] {
        state(&house, code).await;
    }
    house
}

pub async fn state(house: &House, code: &str) {
    named_state(house, code, format!("Exercise State {code}")).await;
}

/// As many States as the public record has, with names as long as theirs are in the middle.
pub async fn as_many_states_as_there_are(house: &House) {
    for n in 0..195_u8 {
        let code = format!("X{}{}", char::from(b'C' + n / 26), char::from(b'A' + n % 26));
        let name = format!("Exercise {code}");
        named_state(house, &code, name).await;
    }
}

async fn named_state(house: &House, code: &str, name: String) {
    let set = [("name_en", &name), ("name_fr", &name), ("un_name_en", &name), ("un_name_fr", &name)];
    let mut set: Vec<(String, String)> = set.map(|(member, value)| (member.to_owned(), value.clone())).to_vec();
    set.push(("un_membership".into(), "member".into()));
    let addition = Addition {
        matter: Some(format!("state-{}", code.to_lowercase())),
        kind: kinds::STATE_NAMED.into(),
        effective: "unknown".into(),
        about: vec![format!("state:{code}")],
        set,
        audience: AudienceWords {
            level: "public".into(),
            ..AudienceWords::default()
        },
        basis: None,
        source: Some("Exercise registry".into()),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.add(&Viewer::operator(), &addition).await.unwrap();
}

/// Something that may stand in an element.
pub fn made(element: &Element) -> String {
    match &element.sort {
        ElementSort::Day => "2026-04-14".to_owned(),
        ElementSort::When => "about 1970".to_owned(),
        ElementSort::YesNo => "no".to_owned(),
        ElementSort::Number => "3".to_owned(),
        ElementSort::Language => "eng".to_owned(),
        // What an act names is another State than the one that is asked.
        ElementSort::State => "XAB".to_owned(),
        ElementSort::Choice(choices) => choices[0].word.clone(),
        ElementSort::Line | ElementSort::Prose | ElementSort::Person | ElementSort::Documents => {
            format!("Exercise matter for {} in enough words", element.id.replace('_', " "))
        }
    }
}

/// What makes a request of a form complete, out of the form itself.
pub fn complete(form: &Form) -> BTreeMap<String, String> {
    let special: BTreeMap<&str, &str> = [
        ("requested_state", "XAA"),
        ("person", "Exercise Person X-17"),
        ("convicted", "no"),
        ("description", "Former exercise commander, grey hair, walks with a stick"),
        ("birth_date", "1970-02-03"),
        ("probable_location", "Exercise district prison of Port Exercise"),
        (
            "facts",
            "On two days of May 2020 the exercise person is said to have led an exercise unit that took the exercise town",
        ),
        ("warrant", "exercise-warrant.pdf"),
        ("language", "eng"),
        ("admissibility_ruled", "no"),
        ("level", "confidential"),
        ("level_basis", "article 87(3)"),
    ]
    .into();
    let value = |element: &Element| {
        let value = special.get(element.id.as_str()).map(|value| (*value).to_owned());
        (element.id.clone(), value.unwrap_or_else(|| made(element)))
    };
    let asked = |element: &&Element| element.required || special.contains_key(element.id.as_str());
    form.elements.iter().filter(asked).map(value).collect()
}

/// Fields as a browser sends them.
pub fn encoded<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> String {
    let byte = |b: u8| {
        if b.is_ascii_alphanumeric() {
            (b as char).to_string()
        } else {
            format!("%{b:02X}")
        }
    };
    let text = |text: &str| text.bytes().map(byte).collect::<String>();
    pairs
        .into_iter()
        .map(|(name, value)| format!("{}={}", text(name.as_ref()), text(value.as_ref())))
        .collect::<Vec<_>>()
        .join("&")
}

pub async fn page(house: &House, person: &Person, address: &str) -> String {
    let answer = house.get_as(person, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.text()
}

/// What stands in the value of a hidden field; empty where there is none.
pub fn hidden(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    from.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// The address of the page of an act.
pub fn page_of(request: &str, act: &str) -> String {
    format!("{request}/act/{act}")
}

/// Sends a form as the page has it, with what whoever sends it has before them. An act in a request has a page of its own,
/// which is found by the act that the form names.
pub async fn tried(house: &House, person: &Person, address: &str, form: &str) -> Answer {
    let act = form.split('&').find_map(|pair| pair.strip_prefix("act="));
    let address = match act.filter(|_| address.contains("/request/")) {
        Some(act) => page_of(address, act),
        None => address.to_owned(),
    };
    let address = address.as_str();
    let mut page = house.get_as(person, address).await;
    // Signing has a page of its own, to which that of the act leads.
    if page.status == 303 && !page.header("location").contains("sign-in") {
        page = house.get_as(person, page.header("location")).await;
    }
    let page = page.text();
    house
        .post_as(person, address, &format!("{form}&saw={}", hidden(&page, "saw")))
        .await
}

/// Sends a form that must be done; where it leads.
pub async fn done(house: &House, person: &Person, address: &str, form: &str) -> String {
    let answer = tried(house, person, address, form).await;
    assert_eq!(answer.status, 303, "{form}: {}", answer.text());
    answer.header("location").to_owned()
}

#[track_caller]
pub fn shows(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "{words:?} does not stand on the page:\n{page}");
    }
}

/// Drafts a request that is complete, and sends it to review; the address of its page.
pub async fn in_review(house: &House, officer: &Person, form: &str) -> String {
    in_review_at(house, officer, form, "confidential").await
}

/// The same at a level.
pub async fn in_review_at(house: &House, officer: &Person, form: &str, level: &str) -> String {
    let draft = done(house, officer, "/en/drafts", &format!("form={form}&level=confidential")).await;
    let mut values = complete(house.register.law.form(form).unwrap());
    values.insert("level".to_owned(), level.to_owned());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more =
        [("act", "submit"), ("from", "1"), ("requesting", "organ:chambers")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    done(house, officer, &draft, &encoded(fields.chain(more))).await
}

/// The fields of an act: what it needs, and these.
pub fn act(house: &House, id: &str, carries: &[(&str, &str)]) -> String {
    let mv = house.register.law.moves().iter().find(|mv| mv.id == id).unwrap();
    let mut values: BTreeMap<String, String> = mv.carries.iter().filter(|e| e.required).map(|e| (e.id.clone(), made(e))).collect();
    for (element, value) in carries {
        assert!(mv.carries.iter().any(|e| e.id == *element), "{id} carries {element}");
        values.insert((*element).to_owned(), (*value).to_owned());
    }
    let carried = values.into_iter().map(|(element, value)| (format!("{id}-{element}"), value));
    encoded([("act".to_owned(), id.to_owned())].into_iter().chain(carried))
}

/// A request that was sent.
pub async fn sent(house: &House, officer: &Person, form: &str) -> String {
    let request = in_review(house, officer, form).await;
    done(house, officer, &request, &signing(house, officer).await).await;
    done(house, officer, &request, &act(house, "transmit", &[])).await;
    request
}

pub fn id_of(request: &str) -> RequestId {
    RequestId::parse(request.rsplit('/').next().unwrap()).unwrap()
}

/// A request as the operator sees it now.
pub async fn view(house: &House, request: &str) -> RequestView {
    let today = Reading::new(None, None, true, house.register.today()).unwrap();
    let view = house.register.request(&Viewer::operator(), &today, &id_of(request)).await;
    view.unwrap().unwrap()
}

/// An act of somebody in a request, with nothing in it yet, for operations without a page.
pub fn given(person: &Person, request: &str, act: &str) -> GivenAct {
    GivenAct {
        request: id_of(request),
        act: act.to_owned(),
        saw: None,
        text: None,
        values: law::Values::default(),
        effective: String::new(),
        paper: None,
        files: Files::default(),
        author: Author::Account(person.account.to_string()),
    }
}

pub fn now() -> Reading {
    Reading::new(None, None, true, "2026-04-14".parse().unwrap()).unwrap()
}
