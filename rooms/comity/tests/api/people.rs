//! The pages of people and roles: who sees whom, what whoever administers accounts does there, and how each act is refused.

use crate::house::{Answer, House, NOW, ORIGIN, Person};
use access::{Organisation, Role, table};
use identity::account::{AccountId, Stage};
use identity::token::Token;
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

/// The link that a page shows.
fn link_of(answer: &Answer) -> Token {
    let text = answer.text();
    let link = text.split("/en/join/").nth(1).unwrap_or_else(|| panic!("no link: {text}"));
    Token::parse(&link[..43]).unwrap()
}

#[tokio::test]
async fn a_link_is_shown_once_with_its_end_and_opens_the_post_for_which_somebody_is_invited() {
    let house = House::bare(NOW).await;
    let authority = house
        .sign_in("Exercise Authority A", &[(state("XAA"), Role::CentralAuthority)])
        .await;
    let form = form(&[("name", "Exercise Ambassador A"), ("role", "embassy")]);
    let answer = house.post_as(&authority, "/en/people", &form).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let text = answer.text();
    assert!(text.contains("26 November 2026</time>, 12:04"), "a day later in The Hague: {text}");
    assert!(text.contains(&format!("{ORIGIN}/en/join/")), "where the site lies: {text}");
    let invitation = house.people.look(&link_of(&answer)).await.unwrap();
    assert_eq!(invitation.name, "Exercise Ambassador A");
    let roll = house.people.roll().await.unwrap();
    let invited = roll.account(&invitation.account).unwrap();
    assert_eq!(invited.invited_for().organisation, state("XAA"));
    assert_eq!(invited.invited_for().role, Role::Embassy);
    let link = link_of(&answer).text();
    for address in ["/en/people".to_owned(), format!("/en/people/{}", invitation.account)] {
        let page = house.get_as(&authority, &address).await.text();
        assert!(
            page.contains("Exercise Ambassador A") && page.contains("invited, has not come yet"),
            "{address}"
        );
        assert!(!page.contains(&link), "{address}");
    }
    // Another link makes the first one void.
    let answer = house
        .post_as(&authority, &format!("/en/people/{}", invitation.account), "act=link")
        .await;
    assert_eq!(answer.status, 200);
    assert!(house.people.look(&link_of(&answer)).await.is_ok());
    assert!(house.people.look(&Token::parse(&link).unwrap()).await.is_err());
}

#[tokio::test]
async fn an_invitation_that_is_refused_says_why_and_keeps_what_was_typed() {
    let house = House::bare(NOW).await;
    let authority = house
        .sign_in("Exercise Authority A", &[(state("XAA"), Role::CentralAuthority)])
        .await;
    let administrator = house
        .sign_in("Exercise Administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    let officer = house
        .sign_in("Exercise Officer A", &[(state("XAA"), Role::ExecutingAuthority)])
        .await;
    let before = house.people.roll().await.unwrap().accounts().len();
    let name = "Exercise Guest";
    let your_role = "Your role does not give you this.";
    let cases = [
        (&authority, vec![("name", ""), ("role", "embassy")], 400, "name"),
        (&authority, vec![("name", name), ("role", "")], 400, "role"),
        (&authority, vec![("name", name), ("role", "registry")], 403, your_role),
        (
            &authority,
            vec![("name", name), ("role", "central-authority"), ("key", "XBB")],
            403,
            your_role,
        ),
        (
            &administrator,
            vec![("name", name), ("role", "embassy"), ("key", "XAA")],
            403,
            your_role,
        ),
        (
            &administrator,
            vec![("name", name), ("role", "central-authority"), ("key", "")],
            400,
            "Say for which State",
        ),
        (
            &administrator,
            vec![("name", name), ("role", "defence-counsel"), ("key", "Two words")],
            400,
            "Say for which State",
        ),
        (&officer, vec![("name", name), ("role", "executing-authority")], 403, your_role),
    ];
    for (who, fields, status, says) in cases {
        let answer = house.post_as(who, "/en/people", &form(&fields)).await;
        assert_eq!(answer.status, status, "{fields:?}");
        let text = answer.text();
        let said = text
            .split("role=\"alert\"")
            .nth(1)
            .unwrap_or_else(|| panic!("nothing is said of {fields:?}"));
        assert!(said.split("</div>").next().unwrap().contains(says), "{fields:?}");
        if who.account != officer.account && fields[0].1 == name {
            assert!(text.contains("value=\"Exercise Guest\""), "{fields:?}");
        }
    }
    assert!(
        !house
            .get_as(&officer, "/en/people")
            .await
            .text()
            .contains("<form method=\"post\" action=\"/en/people\"")
    );
    assert_eq!(house.people.roll().await.unwrap().accounts().len(), before);
}

#[tokio::test]
async fn an_administrator_invites_the_first_person_of_each_sort_of_organisation() {
    let house = House::bare(NOW).await;
    let administrator = house
        .sign_in("Exercise Administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    for (role, key, organisation) in [
        ("central-authority", "xbb", "state:XBB"),
        ("defence-counsel", "exercise-team", "team:exercise-team"),
        ("other-organisation", "exercise-organisation", "organisation:exercise-organisation"),
        ("united-nations", "", "organisation:united-nations"),
        ("secretariat", "", "assembly"),
        ("registry", "", "court"),
        ("auditor", "", "court"),
    ] {
        let fields = [
            ("name", format!("Exercise {role}")),
            ("role", role.to_owned()),
            ("key", key.to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = house.post_as(&administrator, "/en/people", &form(&fields)).await;
        assert_eq!(answer.status, 200, "{role}: {}", answer.text());
        let invitation = house.people.look(&link_of(&answer)).await.unwrap();
        let roll = house.people.roll().await.unwrap();
        let post = roll.account(&invitation.account).unwrap().invited_for().clone();
        assert_eq!((post.role.word(), post.organisation.text().as_str()), (role, organisation));
    }
}

#[tokio::test]
async fn a_name_that_could_be_taken_for_another_is_shown_and_must_be_confirmed_each_time() {
    let house = House::bare(NOW).await;
    let authority = house
        .sign_in("Exercise Authority A", &[(state("XAA"), Role::CentralAuthority)])
        .await;
    let ambassador = house.sign_in("Exercise Ambassador A", &[(state("XAA"), Role::Embassy)]).await;
    let fields = [("name", "Exercise  Ambassador A"), ("role", "embassy")];
    let answer = house.post_as(&authority, "/en/people", &form(&fields)).await;
    assert_eq!(answer.status, 400);
    let text = answer.text();
    let asked = format!("name=\"another\" value=\"{}\"", ambassador.account);
    assert!(text.contains(&asked) && text.contains("I mean another person"), "{text}");
    let alike = text.split("Somebody of this organisation has a name like it").nth(2).unwrap();
    assert!(
        alike.contains(&page_of(&ambassador)) && alike.contains("Embassy or mission, State XAA"),
        "{alike}"
    );
    let account = ambassador.account.to_string();
    let confirmed = form(&[fields[0], fields[1], ("another", &account)]);
    assert_eq!(house.post_as(&authority, "/en/people", &confirmed).await.status, 200);
    let again = house.post_as(&authority, "/en/people", &confirmed).await;
    assert_eq!(again.status, 400, "whoever came since is asked about too");
    assert_eq!(house.people.roll().await.unwrap().accounts().len(), 3);
}

#[tokio::test]
async fn what_is_asked_long_after_one_showed_who_one_is_waits_with_all_that_was_typed() {
    let house = House::bare(NOW).await;
    let authority = house
        .sign_in("Exercise Authority A", &[(state("XAA"), Role::CentralAuthority)])
        .await;
    let ambassador = house.sign_in("Exercise Ambassador A", &[(state("XAA"), Role::Embassy)]).await;
    house.outside.put("2026-11-25T11:10:00Z");
    let invite = form(&[("name", "Exercise Guest"), ("role", "embassy")]);
    let close = form(&[("act", "close"), ("reason", "Exercise reason")]);
    for (address, form, typed) in [
        ("/en/people", invite, "Exercise Guest"),
        (&page_of(&ambassador), close, "Exercise reason"),
    ] {
        let answer = house.post_as(&authority, address, &form).await;
        assert_eq!(answer.status, 403, "{address}");
        assert!(answer.text().contains(typed), "{address}");
    }
    let roll = house.people.roll().await.unwrap();
    assert_eq!(roll.accounts().len(), 2);
    assert!(roll.account(&ambassador.account).unwrap().is_open());
}

/// Two who administer a State's accounts, one of its embassy, and one of another State.
struct AState {
    house: House,
    first: Person,
    second: Person,
    ambassador: Person,
}

impl AState {
    async fn signed_in() -> AState {
        let house = House::bare(NOW).await;
        let post = [(state("XAA"), Role::CentralAuthority)];
        AState {
            first: house.sign_in("Exercise Authority A", &post).await,
            second: house.sign_in("Second Authority A", &post).await,
            ambassador: house.sign_in("Exercise Ambassador A", &[(state("XAA"), Role::Embassy)]).await,
            house,
        }
    }

    async fn act(&self, who: &Person, fields: &[(&str, &str)]) -> Answer {
        self.house.post_as(who, &page_of(&self.ambassador), &form(fields)).await
    }

    /// Does an act, and gives the page to which it led.
    async fn done(&self, who: &Person, fields: &[(&str, &str)]) -> String {
        let answer = self.act(who, fields).await;
        assert_eq!(answer.status, 303, "{fields:?}: {}", answer.text());
        let to = answer.header("location").to_owned();
        assert_eq!(to, format!("{}?done={}", page_of(&self.ambassador), fields[0].1));
        let page = self.house.get_as(who, &to).await;
        assert_eq!(page.status, 200);
        page.text()
    }

    /// Holds that an act is refused with these words, and that what was typed comes back.
    async fn refused(&self, who: &Person, fields: &[(&str, &str)], status: u16, says: &str) {
        let answer = self.act(who, fields).await;
        assert_eq!(answer.status, status, "{fields:?}");
        let text = answer.text();
        let alert = text
            .split("role=\"alert\"")
            .nth(1)
            .unwrap_or_else(|| panic!("nothing is said of {fields:?}"));
        let alert = alert.split("</div>").next().unwrap();
        assert!(alert.contains(says), "{fields:?}: {alert}");
    }

    async fn is_signed_in(&self, person: &Person) -> bool {
        self.house.get_as(person, "/en/people").await.status == 200
    }
}

#[tokio::test]
async fn a_role_is_given_and_taken_back_with_a_reason_and_sessions_end() {
    let state = AState::signed_in().await;
    let held = async || {
        let roll = state.house.people.roll().await.unwrap();
        let posts = roll.account(&state.ambassador.account).unwrap().posts().clone();
        posts.iter().map(|post| post.role.word()).collect::<Vec<_>>()
    };
    let said = state
        .done(&state.first, &[("act", "grant"), ("role", "national-focal-point")])
        .await;
    assert!(said.contains("The role was given."));
    assert_eq!(held().await, ["national-focal-point", "embassy"]);
    state
        .refused(
            &state.first,
            &[("act", "grant"), ("role", "embassy")],
            400,
            "have this role already",
        )
        .await;
    state
        .refused(&state.first, &[("act", "grant"), ("role", "registry")], 403, "Your role")
        .await;
    let withdraw = |reason| [("act", "withdraw"), ("post", "embassy state:XAA"), ("reason", reason)];
    state.refused(&state.first, &withdraw(" "), 400, "Say why").await;
    assert!(state.is_signed_in(&state.ambassador).await);
    let said = state.done(&state.first, &withdraw("Moved to another post")).await;
    assert!(said.contains("The role was taken back"));
    assert_eq!(held().await, ["national-focal-point"]);
    assert!(!state.is_signed_in(&state.ambassador).await);
    state.refused(&state.first, &withdraw("Again"), 400, "not held").await;
    let none = [("act", "withdraw"), ("post", "none"), ("reason", "typed here")];
    let again = state.act(&state.first, &none).await;
    assert!(again.status == 400 && again.text().contains("value=\"typed here\""));
}

#[tokio::test]
async fn a_key_is_revoked_and_sessions_are_ended_by_whoever_administers_the_account() {
    let state = AState::signed_in().await;
    let ambassador = &state.ambassador;
    let page = state.house.get_as(&state.first, &page_of(ambassador)).await.text();
    let value_of = |field: &str| {
        let after = page.split(field).nth(1).unwrap_or_else(|| panic!("no {field}: {page}"));
        after.split("value=\"").nth(1).unwrap()[..64].to_owned()
    };
    let (session, credential) = (value_of("name=\"session\""), value_of("name=\"credential\""));
    let said = state.done(&state.first, &[("act", "end-session"), ("session", &session)]).await;
    assert!(said.contains("The session was ended.") && !state.is_signed_in(ambassador).await);
    state
        .refused(&state.first, &[("act", "end-session"), ("session", &session)], 400, "no longer")
        .await;
    let back = state
        .house
        .sign_in_again(ambassador, (super::people::state("XAA"), Role::Embassy))
        .await;
    assert!(state.is_signed_in(&back).await);
    state.done(&state.first, &[("act", "end-sessions")]).await;
    assert!(!state.is_signed_in(&back).await);
    state
        .refused(&state.first, &[("act", "revoke"), ("credential", &credential)], 400, "Say why")
        .await;
    let revoke = [
        ("act", "revoke"),
        ("credential", credential.as_str()),
        ("reason", "Lost on a journey"),
    ];
    let said = state.done(&state.first, &revoke).await;
    assert!(said.contains("The key was revoked"));
    let roll = state.house.people.roll().await.unwrap();
    assert!(roll.account(&ambassador.account).unwrap().credentials().is_empty());
    state
        .refused(
            &state.first,
            &[("act", "revoke"), ("credential", "x"), ("reason", "y")],
            400,
            "no longer",
        )
        .await;
}

#[tokio::test]
async fn an_account_is_closed_for_good() {
    let state = AState::signed_in().await;
    state
        .refused(&state.first, &[("act", "close"), ("reason", "")], 400, "Say why")
        .await;
    let said = state.done(&state.first, &[("act", "close"), ("reason", "Left the service")]).await;
    assert!(said.contains("The account was closed.") && said.contains(">closed<"));
    assert!(!said.contains("name=\"act\" value=\"close\""), "nothing is left to be done");
    assert!(!state.is_signed_in(&state.ambassador).await);
    state
        .refused(&state.first, &[("act", "close"), ("reason", "Again")], 400, "closed")
        .await;
    state
        .refused(&state.first, &[("act", "grant"), ("role", "embassy")], 400, "closed")
        .await;
}

#[tokio::test]
async fn a_colleague_who_administers_nobody_sees_who_somebody_is_and_does_nothing() {
    let state = AState::signed_in().await;
    let page = state.house.get_as(&state.ambassador, &page_of(&state.first)).await;
    assert!(page.status == 200 && page.text().contains("Exercise Authority A"));
    assert!(!page.text().contains("name=\"act\""), "no form");
    let address = page_of(&state.first);
    for fields in [
        vec![("act", "close"), ("reason", "Exercise")],
        vec![("act", "grant"), ("role", "embassy")],
        vec![("act", "withdraw"), ("post", "central-authority state:XAA"), ("reason", "Exercise")],
        vec![("act", "end-sessions")],
        vec![("act", "link")],
        vec![("act", "recovery-ask"), ("reason", "Exercise")],
        vec![("act", "recovery-approve")],
        vec![("act", "recovery-link")],
    ] {
        let answer = state.house.post_as(&state.ambassador, &address, &form(&fields)).await;
        assert_eq!(answer.status, 403, "{fields:?}");
        assert!(!answer.text().contains("/en/join/"));
    }
    assert_eq!(state.house.post_as(&state.ambassador, &address, "act=nonsense").await.status, 400);
    let roll = state.house.people.roll().await.unwrap();
    let account = roll.account(&state.first.account).unwrap();
    assert!(account.is_open() && account.posts().len() == 1 && roll.recovery(account.id()).is_none());
    assert!(state.is_signed_in(&state.first).await);
}

#[tokio::test]
async fn access_is_restored_by_two_persons_after_a_time_in_which_the_owner_can_object() {
    let state = AState::signed_in().await;
    let (first, second) = (&state.first, &state.second);
    state.refused(first, &[("act", "recovery-approve")], 400, "no such request").await;
    state
        .refused(first, &[("act", "recovery-ask"), ("reason", "")], 400, "Say why")
        .await;
    let asked = state
        .done(first, &[("act", "recovery-ask"), ("reason", "Telephone lost at sea")])
        .await;
    assert!(asked.contains("Telephone lost at sea") && asked.contains("Your approval is awaited."));
    assert!(state.house.get_as(second, "/en/people").await.text().contains("0 of 2 persons"));
    let once = state.done(first, &[("act", "recovery-approve")]).await;
    assert!(once.contains("You approved it.") && !once.contains("value=\"recovery-approve\""));
    state.refused(first, &[("act", "recovery-approve")], 400, "second person").await;
    state.refused(first, &[("act", "recovery-link")], 400, "Two persons").await;
    let twice = state.done(second, &[("act", "recovery-approve")]).await;
    assert!(
        twice.contains("can object until") && twice.contains("26 November 2026</time>, 00:04"),
        "{twice}"
    );
    assert!(
        twice.contains("Exercise Authority A") && twice.contains("Second Authority A"),
        "who approved"
    );
    state.refused(second, &[("act", "recovery-link")], 400, "00:04").await;
    state.house.outside.put("2026-11-25T23:05:00Z");
    let authority = || (super::people::state("XAA"), Role::CentralAuthority);
    let second = state.house.sign_in_again(second, authority()).await;
    state.refused(&second, &[("act", "recovery-link")], 400, "A third person").await;
    let third = state.house.sign_in("Third Authority A", &[authority()]).await;
    let seen = state.house.get_as(&third, &page_of(&state.ambassador)).await;
    assert!(seen.text().contains("The link can be made now."));
    let answer = state.act(&third, &[("act", "recovery-link")]).await;
    assert_eq!(answer.status, 200);
    let invitation = state.house.people.look(&link_of(&answer)).await.unwrap();
    assert_eq!(invitation.account, state.ambassador.account);
}

#[tokio::test]
async fn a_recovery_is_stopped_by_whoever_may_approve_it_and_its_link_works_no_more() {
    let state = AState::signed_in().await;
    let (first, second) = (&state.first, &state.second);
    state.done(first, &[("act", "recovery-ask"), ("reason", "Exercise")]).await;
    state.done(first, &[("act", "recovery-approve")]).await;
    state
        .refused(second, &[("act", "recovery-stop"), ("reason", "")], 400, "Say why")
        .await;
    let said = state
        .done(second, &[("act", "recovery-stop"), ("reason", "It was not they who asked")])
        .await;
    assert!(said.contains("It was stopped.") && said.contains("value=\"recovery-ask\""));
    state.refused(second, &[("act", "recovery-approve")], 400, "over").await;
    state.refused(second, &[("act", "recovery-link")], 400, "over").await;
}

#[tokio::test]
async fn the_institution_steps_in_where_an_organisation_has_fewer_than_two_who_administer_it() {
    let house = House::bare(NOW).await;
    let post = [(Organisation::Court, Role::Administrator)];
    let first = house.sign_in("Exercise Administrator", &post).await;
    let second = house.sign_in("Second Administrator", &post).await;
    let alone = house
        .sign_in("Exercise Authority B", &[(state("XBB"), Role::CentralAuthority)])
        .await;
    let address = page_of(&alone);
    let act = async |who: &Person, fields: &[(&str, &str)]| house.post_as(who, &address, &form(fields)).await.status;
    assert_eq!(act(&first, &[("act", "recovery-ask"), ("reason", "Exercise")]).await, 303);
    // Whoever knows of an account by its recovery alone gives it no role, and is offered none to give.
    let offers_roles = async |to: &Person| house.get_as(&first, &page_of(to)).await.text().contains("value=\"grant\"");
    assert!(offers_roles(&second).await && !offers_roles(&alone).await);
    assert_eq!(act(&first, &[("act", "grant"), ("role", "administrator")]).await, 404);
    let own = house.post_as(&alone, &address, "act=recovery-approve").await;
    assert!(
        own.status == 400 && own.text().contains("Nobody approves the recovery of their own account"),
        "{}",
        own.text()
    );
    assert_eq!(act(&first, &[("act", "recovery-approve")]).await, 303);
    assert_eq!(act(&second, &[("act", "recovery-approve")]).await, 303);
    // Whoever sees the account and not those who act for the institution is told for whom they act.
    let seen = house.get_as(&alone, &address).await.text();
    assert!(
        seen.contains("a person of another organisation, for: Court") && !seen.contains("Second Administrator"),
        "{seen}"
    );
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
