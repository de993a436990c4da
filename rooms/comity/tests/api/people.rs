//! The pages of people and roles: who sees whom, what whoever administers accounts does there, and how each act is refused.

mod acts;
mod inviting;

use crate::house::{Answer, House, NOW, Person};
use access::{Organisation, Role, table};
use acts::AState;
use identity::account::{AccountId, Stage};
use record::audience::{Audience, Level, Organ, Reader};

/// What a browser sends of a form.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| {
        let each = text.bytes().map(|byte| match byte {
            b' ' => "+".to_owned(),
            plain if plain.is_ascii_alphanumeric() || b"-._".contains(&plain) => char::from(plain).to_string(),
            other => format!("%{other:02X}"),
        });
        each.collect::<String>()
    };
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    pairs.join("&")
}

/// Holds that an address is answered to somebody as if nothing lay there.
#[track_caller]
pub fn is_nowhere(answer: &Answer, nowhere: &Answer, address: &str) {
    assert_eq!(answer.status, 404, "{address}");
    assert_eq!(answer, nowhere, "{address}");
}

fn state(code: &str) -> Organisation {
    Organisation::State(code.to_owned())
}

fn page_of(person: &Person) -> String {
    format!("/en/people/{}", person.account)
}

/// Somebody of each sort.
struct Everybody {
    house: House,
    all: Vec<(Person, &'static str, Organisation)>,
}

impl Everybody {
    async fn signed_in() -> Everybody {
        let house = House::bare(NOW).await;
        let sorts = [
            ("Exercise Administrator", Organisation::Court, Role::Administrator),
            ("Exercise Auditor", Organisation::Court, Role::Auditor),
            ("Exercise Registrar", Organisation::Court, Role::Registry),
            ("Exercise Prosecutor", Organisation::Court, Role::Prosecutor),
            ("Exercise Authority A", state("XAA"), Role::CentralAuthority),
            ("Exercise Ambassador A", state("XAA"), Role::Embassy),
            ("Exercise Officer A", state("XAA"), Role::ExecutingAuthority),
            ("Exercise Authority B", state("XBB"), Role::CentralAuthority),
            ("Exercise Secretary", Organisation::Assembly, Role::Secretariat),
            ("Exercise Counsel", Organisation::Team("exercise-team".into()), Role::DefenceCounsel),
            (
                "Exercise Organisation",
                Organisation::International("exercise-organisation".into()),
                Role::OtherOrganisation,
            ),
        ];
        let mut all = Vec::new();
        for (name, organisation, role) in sorts {
            all.push((house.sign_in(name, &[(organisation.clone(), role)]).await, name, organisation));
        }
        Everybody { house, all }
    }

    fn named(&self, name: &str) -> &Person {
        &self.all.iter().find(|(_, of, _)| *of == name).unwrap().0
    }
}

#[tokio::test]
async fn each_sees_the_accounts_of_their_own_organisation_and_an_administrator_all_and_others_lie_nowhere() {
    let everybody = Everybody::signed_in().await;
    let house = &everybody.house;
    for (viewer, as_name, organisation) in &everybody.all {
        let nowhere = house.get_as(viewer, "/en/nothing-lies-here").await;
        let list = house.get_as(viewer, "/en/people").await;
        assert_eq!(list.status, 200, "{as_name}");
        for (other, name, of) in &everybody.all {
            let seen = organisation == of || *as_name == "Exercise Administrator";
            assert_eq!(list.text().contains(&page_of(other)), seen, "{as_name} and {name}");
            let page = house.get_as(viewer, &page_of(other)).await;
            if seen {
                assert!(page.status == 200 && page.text().contains(name), "{as_name} and {name}");
            } else {
                is_nowhere(&page, &nowhere, &format!("{as_name} and {name}"));
                let posted = house.post_as(viewer, &page_of(other), "act=close&reason=none").await;
                is_nowhere(&posted, &nowhere, &format!("{as_name} closing {name}"));
            }
        }
        for unknown in [
            "/en/people/00000000000000000000000000000000",
            "/en/people/x",
            "/en/people?organisation=state:XZZ",
        ] {
            is_nowhere(&house.get_as(viewer, unknown).await, &nowhere, unknown);
        }
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_where_one_signs_in_and_changes_nothing() {
    let house = House::bare(NOW).await;
    let person = house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    for address in [
        "/en/people",
        &page_of(&person),
        "/en/people/00000000000000000000000000000000",
        "/en/audit",
    ] {
        let answer = house.get(address).await;
        assert_eq!(answer.status, 303, "{address}");
        assert!(answer.header("location").starts_with("/en/sign-in?to="), "{address}");
    }
    let close = form(&[("act", "close"), ("reason", "Exercise")]);
    house.post(&page_of(&person), &close).await;
    house
        .post("/en/people", &form(&[("name", "Exercise Guest"), ("role", "registry")]))
        .await;
    let roll = house.people.roll().await.unwrap();
    assert_eq!(roll.accounts().len(), 1);
    assert_eq!(roll.account(&person.account).unwrap().stage(), Stage::Open);
}

#[tokio::test]
async fn a_list_is_filtered_by_organisation() {
    let everybody = Everybody::signed_in().await;
    let administrator = everybody.named("Exercise Administrator");
    let list = everybody
        .house
        .get_as(administrator, "/en/people?organisation=state%3AXAA")
        .await
        .text();
    for (other, name, of) in &everybody.all {
        assert_eq!(list.contains(&page_of(other)), *of == state("XAA"), "{name}");
    }
    assert!(list.contains("3 accounts"), "{list}");
}

#[tokio::test]
async fn what_matters_somebody_has_changes_no_byte_of_what_an_administrator_sees_of_people() {
    let house = House::open().await;
    let administrator = house
        .sign_in("Exercise Administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    let registrar = house.sign_in("Exercise Registrar", &[(Organisation::Court, Role::Registry)]).await;
    let see = async || {
        let mut seen = Vec::new();
        for address in ["/en/people", &page_of(&registrar), "/fr/people", "/en/roles"] {
            seen.push(house.get_as(&administrator, address).await);
        }
        seen
    };
    let before = see().await;
    let organ = Reader::Organ(Organ::Registry);
    crate::hidden::hide(&house, Level::UnderSeal).await;
    let audience = Audience::of(Level::UnderSeal, organ.clone(), [organ]);
    let operator = identity::people::Actor::operator("exercise officer");
    let assigned = house
        .people
        .assign(&operator, &registrar.account, "exercise-0002-1", Some(audience.level))
        .await;
    assert!(assigned.is_ok(), "{assigned:?}");
    assert_eq!(see().await, before);
}

#[tokio::test]
async fn accounts_of_others_change_no_byte_of_what_somebody_sees_of_people() {
    let state = AState::signed_in().await;
    let house = &state.house;
    let addresses = ["/en/people".to_owned(), page_of(&state.ambassador), "/fr/people".to_owned()];
    let see = async || {
        let mut seen = Vec::new();
        for address in &addresses {
            seen.push(house.get_as(&state.first, address).await);
        }
        // A name that somebody of another State bears too is not asked about.
        let invite = [("name", "Exercise Guest"), ("role", "")];
        seen.push(house.post_as(&state.first, "/en/people", &form(&invite)).await);
        seen
    };
    let before = see().await;
    for (name, organisation, role) in [
        ("Exercise Guest", super::people::state("XBB"), Role::CentralAuthority),
        ("Exercise Registrar", Organisation::Court, Role::Registry),
    ] {
        house.sign_in(name, &[(organisation, role)]).await;
    }
    assert_eq!(see().await, before);
    let invite = form(&[("name", "Exercise Guest"), ("role", "embassy")]);
    assert_eq!(house.post_as(&state.first, "/en/people", &invite).await.status, 200);
}

#[tokio::test]
async fn what_each_role_may_do_is_a_public_page_and_can_be_asked_for_one_role() {
    let house = House::bare(NOW).await;
    let rows = |answer: &Answer| answer.text().matches("<tr role=\"row\"><th role=\"rowheader\"").count();
    let always = table::ANYBODY.len() + access::Action::ALL.len();
    let all = house.get("/en/roles").await;
    assert_eq!(all.status, 200);
    let given: usize = Role::ALL.into_iter().map(|role| table::role(role).may.len()).sum();
    assert_eq!(rows(&all), always + given);
    for role in Role::ALL {
        let one = house.get(&format!("/en/roles?role={}", role.word())).await;
        assert_eq!(rows(&one), always + table::role(role).may.len(), "{}", role.word());
        assert!(one.text().contains(&format!("id=\"h-{}\"", role.word())));
    }
    assert_eq!(house.get("/en/roles?role=nobody").await.status, 404);
}

#[tokio::test]
async fn every_page_is_there_in_french_and_lacks_no_text() {
    let state = AState::signed_in().await;
    state.done(&state.first, &[("act", "recovery-ask"), ("reason", "Exercise")]).await;
    state.done(&state.first, &[("act", "recovery-approve")]).await;
    let account = state.ambassador.account;
    for address in ["/fr/people".to_owned(), format!("/fr/people/{account}"), "/fr/roles".to_owned()] {
        let answer = state.house.get_as(&state.first, &address).await;
        assert_eq!(answer.status, 200, "{address}");
        // A text that is missing is shown by its key.
        for beginning in [">people-", ">person-", ">recover", ">roles-", ">action-", ">level-", ">link-"] {
            assert!(!answer.text().contains(beginning), "{address}: {beginning}");
        }
    }
}

#[test]
fn a_form_is_written_as_browsers_write_it() {
    assert_eq!(form(&[("a", "b c"), ("d", "é&")]), "a=b+c&d=%C3%A9%26");
    assert!(AccountId::parse("x").is_none());
}
