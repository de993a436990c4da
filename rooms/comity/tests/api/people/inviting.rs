//! Inviting somebody: the link, what is refused, names that are alike, and what waits for a fresh verification.

use super::{form, page_of, state};
use crate::house::{Answer, House, NOW, ORIGIN};
use access::{Organisation, Role};
use identity::token::Token;

/// The link that a page shows.
pub(super) fn link_of(answer: &Answer) -> Token {
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
            // A team is taken in for its case.
            ("case", if key == "exercise-team" { "exercise-case" } else { "" }.to_owned()),
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
