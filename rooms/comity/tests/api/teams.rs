//! Teams and their cases: a team belongs to one, and sees nothing of another, whatever list names it.

use crate::house::{House, Person};
use access::{Organisation, Role, Viewer};
use identity::account::AccountId;
use identity::act::Post;
use identity::people::{Actor, PeopleError};
use record::audience::Level;
use record::entry::Author;
use register::matter::{Addition, AudienceWords, Change, NewAudience};
use register::port::{Of, Store};

const NOW: &str = "2026-11-26T09:00:00Z";
const CASE: &str = "exercise-case";
const OTHER_CASE: &str = "exercise-other-case";
/// A list that names two teams beside the Registry.
const BOTH: [&str; 3] = ["organ:registry", "team:exercise-team", "team:exercise-other"];

fn team(key: &str) -> Organisation {
    Organisation::Team(key.to_owned())
}

fn post(organisation: Organisation, role: Role) -> Post {
    Post { organisation, role }
}

fn operator() -> Actor {
    Actor::operator("exercise officer")
}

/// Counsel of a team that was taken in for a case.
async fn counsel(house: &House, name: &str, key: &str, case: &str, role: Role) -> Person {
    let of_team = post(team(key), role);
    let first = house
        .people
        .invite_into(&operator(), "Exercise first counsel", &of_team, Some(case), true)
        .await;
    first.unwrap();
    house.sign_in(name, &[(team(key), role)]).await
}

/// Adds to a matter by the shell, or begins one, about these.
async fn add(house: &House, matter: &str, about: &[&str], list: &[&str], left_out: &[&str]) {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let addition = Addition {
        matter: Some(matter.to_owned()),
        kind: "proceedings.milestone".to_owned(),
        effective: "2026-02-01".to_owned(),
        about: texts(about),
        set: vec![("what".to_owned(), "arrested".to_owned())],
        audience: AudienceWords {
            level: "confidential".to_owned(),
            list: texts(list),
            left_out: texts(left_out),
            originator: Some("organ:registry".to_owned()),
        },
        basis: Some("Exercise decision 1".to_owned()),
        source: Some("Exercise registry".to_owned()),
        author: Author::Officer("exercise officer".to_owned()),
    };
    house.register.add(&Viewer::operator(), &addition).await.unwrap();
}

async fn reads(house: &House, person: &Person, matter: &str) -> usize {
    let viewer = house.actor(person).await.viewer().clone();
    let entries = house
        .store
        .entries(&viewer, Of::Matters(vec![matter.to_owned()]), None)
        .await
        .unwrap();
    entries
        .iter()
        .filter(|recorded| recorded.entry.kind == "proceedings.milestone")
        .count()
}

async fn assign(house: &House, person: &Person, matter: &str) -> Result<(), &'static str> {
    let assigned = house.people.assign(&operator(), &person.account, matter, None).await;
    assigned.map_err(|error| error.word())
}

#[track_caller]
fn refused<T: std::fmt::Debug>(done: Result<T, PeopleError>, word: &str) {
    assert_eq!(done.map_err(|error| error.word()).expect_err("it was done"), word);
}

#[tokio::test]
async fn a_team_is_taken_in_for_one_case_and_stays_with_it() {
    let house = House::bare(NOW).await;
    let people = &house.people;
    let administrator = house
        .sign_in("Exercise Administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    let administrator = house.actor(&administrator).await;
    let defence = post(team("exercise-team"), Role::DefenceCounsel);
    let invite = async |actor: &Actor, name: &str, case: Option<&str>| people.invite_into(actor, name, &defence, case, false).await;
    refused(invite(&administrator, "Exercise One", None).await, "case-missing");
    for no_case in ["", " ", "exercise case", "case:", "exercise\u{e9}", &"9".repeat(65)] {
        refused(invite(&administrator, "Exercise One", Some(no_case)).await, "no-case");
    }
    let state = post(Organisation::State("XAA".to_owned()), Role::CentralAuthority);
    refused(
        people.invite_into(&administrator, "Exercise One", &state, Some(CASE), false).await,
        "no-case",
    );
    assert!(
        people.roll().await.unwrap().case_of(&defence.organisation).is_none(),
        "nothing was recorded"
    );
    // Nobody comes into a team that was never taken in, not even by the shell.
    let (someone, _) = people.invite(&operator(), "Exercise Someone", &state, true).await.unwrap();
    refused(people.grant(&operator(), &someone, &defence).await, "not-open");
    let open = house
        .sign_in("Exercise Open", &[(Organisation::State("XAA".into()), Role::CentralAuthority)])
        .await;
    refused(people.grant(&operator(), &open.account, &defence).await, "case-missing");

    invite(&administrator, "Exercise One", Some("case:exercise-case")).await.unwrap();
    assert_eq!(people.roll().await.unwrap().case_of(&defence.organisation), Some(CASE));
    // Its own people, and the shell, invite into it as it is, and change nothing of its case.
    let counsel = house
        .sign_in("Exercise Two", &[(defence.organisation.clone(), Role::DefenceCounsel)])
        .await;
    let counsel = house.actor(&counsel).await;
    invite(&counsel, "Exercise Three", None).await.unwrap();
    invite(&counsel, "Exercise Four", Some(CASE)).await.unwrap();
    refused(invite(&counsel, "Exercise Five", Some(OTHER_CASE)).await, "case-stands");
    refused(invite(&operator(), "Exercise Five", Some(OTHER_CASE)).await, "case-stands");
    assert_eq!(people.roll().await.unwrap().case_of(&defence.organisation), Some(CASE));
}

#[tokio::test]
async fn the_case_of_a_team_is_no_matter_of_its_people_nor_of_anybody() {
    let house = House::bare(NOW).await;
    let counsel = house
        .sign_in("Exercise Counsel", &[(team("exercise-team"), Role::DefenceCounsel)])
        .await;
    let taken_in = || Of::Kinds(vec!["team.taken-in".to_owned()]);
    let recorded = house.store.entries(&Viewer::operator(), taken_in(), None).await.unwrap();
    let [recorded] = recorded.as_slice() else {
        panic!("{} entries", recorded.len())
    };
    assert_eq!(
        recorded.audience.level,
        Level::Confidential,
        "there may be a case of which nobody knows"
    );
    assert_eq!(recorded.entry.body.get_text("case"), Some(CASE));
    for viewer in [Viewer::public(), house.actor(&counsel).await.viewer().clone()] {
        assert!(
            house.store.entries(&viewer, taken_in(), None).await.unwrap().is_empty(),
            "{viewer:?}"
        );
    }
}

#[tokio::test]
async fn a_matter_about_a_case_is_open_to_no_team_of_another_whatever_list_names_it() {
    for role in [Role::DefenceCounsel, Role::CounselForVictims] {
        let house = House::bare(NOW).await;
        let own = counsel(&house, "Exercise Own", "exercise-team", CASE, role).await;
        let other = counsel(&house, "Exercise Other", "exercise-other", OTHER_CASE, role).await;
        let registry = house.sign_in("Exercise Registry", &[(Organisation::Court, Role::Registry)]).await;
        let about = ["person:exercise-0001", "case:exercise-case"];
        add(&house, "exercise-1", &about, &BOTH, &[]).await;
        assert_eq!(assign(&house, &own, "exercise-1").await, Ok(()), "{role:?}");
        assert_eq!(assign(&house, &other, "exercise-1").await, Err("of-another-case"), "{role:?}");
        assert_eq!(
            (reads(&house, &own, "exercise-1").await, reads(&house, &other, "exercise-1").await),
            (1, 0)
        );
        // It is not offered either.
        let registry = house.actor(&registry).await;
        let holders = house.people.holders(&registry, "exercise-1").await.unwrap();
        let offered: Vec<AccountId> = holders.to_assign.iter().map(|candidate| candidate.account).collect();
        assert!(!offered.contains(&other.account), "{offered:?}");
        // Of two cases a team has neither, since it may not see the one.
        let both = ["case:exercise-case", "case:exercise-other-case"];
        add(&house, "exercise-2", &both, &BOTH, &[]).await;
        for person in [&own, &other] {
            assert_eq!(assign(&house, person, "exercise-2").await, Err("of-another-case"), "{role:?}");
        }
        // What is about no case is for whomever its list lets in.
        add(&house, "exercise-3", &["person:exercise-0001"], &BOTH, &[]).await;
        for person in [&own, &other] {
            assert_eq!(assign(&house, person, "exercise-3").await, Ok(()), "{role:?}");
            assert_eq!(reads(&house, person, "exercise-3").await, 1, "{role:?}");
        }
    }
}

#[tokio::test]
async fn what_turns_out_to_be_about_another_case_closes_the_matter_to_the_team_at_once() {
    let house = House::bare(NOW).await;
    let counsel = counsel(&house, "Exercise Own", "exercise-team", CASE, Role::DefenceCounsel).await;
    for matter in ["exercise-1", "exercise-2"] {
        add(&house, matter, &["person:exercise-0001"], &BOTH, &[]).await;
        assert_eq!(assign(&house, &counsel, matter).await, Ok(()));
    }
    let about_another = ["person:exercise-0001", "case:exercise-other-case"];
    add(&house, "exercise-1", &about_another, &BOTH, &[]).await;
    assert_eq!(reads(&house, &counsel, "exercise-1").await, 0);
    assert_eq!(house.get_as(&counsel, "/en/matter/exercise-1").await.status, 404);
    // What they may not know makes no difference to them.
    add(&house, "exercise-2", &about_another, &BOTH, &["team:exercise-team"]).await;
    assert_eq!(reads(&house, &counsel, "exercise-2").await, 1);
    assert_eq!(house.get_as(&counsel, "/en/matter/exercise-2").await.status, 200);
    // Nor does it once it is closed to them.
    let closed = NewAudience {
        matter: "exercise-1".to_owned(),
        change: Change::Narrow,
        audience: AudienceWords {
            level: "confidential".to_owned(),
            list: vec!["organ:registry".to_owned()],
            left_out: Vec::new(),
            originator: Some("organ:registry".to_owned()),
        },
        decision: "Exercise decision 2".to_owned(),
        authority: None,
        effective: None,
        author: Author::Officer("exercise officer".to_owned()),
    };
    house.register.change_audience(&Viewer::operator(), &closed).await.unwrap();
    assert_eq!(reads(&house, &counsel, "exercise-1").await, 0);
}

#[tokio::test]
async fn counsel_begin_and_write_in_no_matter_about_another_case() {
    let house = House::bare(NOW).await;
    let counsel = counsel(&house, "Exercise Own", "exercise-team", CASE, Role::DefenceCounsel).await;
    let viewer = house.actor(&counsel).await.viewer().clone();
    let request = |case: &str| Addition {
        matter: None,
        kind: "proceedings.milestone".to_owned(),
        effective: "2026-02-01".to_owned(),
        about: vec!["person:exercise-0001".to_owned(), format!("case:{case}")],
        set: vec![("what".to_owned(), "arrested".to_owned())],
        audience: AudienceWords {
            level: "confidential".to_owned(),
            list: vec!["team:exercise-team".to_owned()],
            left_out: Vec::new(),
            originator: Some("team:exercise-team".to_owned()),
        },
        basis: Some("Exercise request".to_owned()),
        source: Some("Exercise counsel".to_owned()),
        author: Author::Account(counsel.account.to_string()),
    };
    let begun = house.register.add(&viewer, &request(CASE)).await.unwrap();
    assert_eq!(reads(&house, &counsel, &begun.entry.matter).await, 1, "their own request");
    let refused = house.register.add(&viewer, &request(OTHER_CASE)).await.unwrap_err();
    assert!(refused.to_string().contains("another case than that of your team"), "{refused}");
    let viewer = house.actor(&counsel).await.viewer().clone();
    let more = Addition {
        matter: Some(begun.entry.matter.clone()),
        ..request(OTHER_CASE)
    };
    assert!(house.register.add(&viewer, &more).await.is_err());
    assert_eq!(reads(&house, &counsel, &begun.entry.matter).await, 1);
}

#[tokio::test]
async fn the_case_stands_beside_the_team_for_itself_and_for_whoever_takes_teams_in_and_for_nobody_else() {
    let house = House::bare(NOW).await;
    let administrator = house
        .sign_in("Exercise Administrator", &[(Organisation::Court, Role::Administrator)])
        .await;
    let page = house.get_as(&administrator, "/en/people").await.text();
    assert!(page.contains("Case of a new team"), "{page}");
    let form = "name=Exercise+Counsel&role=defence-counsel&key=exercise-team";
    let refused = house.post_as(&administrator, "/en/people", form).await;
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("A team is taken in for its case."), "{}", refused.text());
    let form = format!("{form}&case=exercise-case");
    assert_eq!(house.post_as(&administrator, "/en/people", &form).await.status, 200);

    let counsel = house
        .sign_in("Exercise Two", &[(team("exercise-team"), Role::DefenceCounsel)])
        .await;
    let registry = house.sign_in("Exercise Registry", &[(Organisation::Court, Role::Registry)]).await;
    add(&house, "exercise-1", &["case:exercise-case"], &BOTH, &[]).await;
    assign(&house, &counsel, "exercise-1").await.unwrap();
    let of_the_team = "Team exercise-team (case exercise-case)";
    let shown = [
        (&administrator, "/en/people".to_owned()),
        (&administrator, format!("/en/people/{}", counsel.account)),
        (&counsel, "/en/people".to_owned()),
        (&counsel, "/en/account".to_owned()),
        (&counsel, "/en/warrants".to_owned()),
    ];
    for (person, address) in shown {
        let page = house.get_as(person, &address).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains(of_the_team), "{address}: {}", page.text());
    }
    let page = house.get_as(&registry, "/en/matter/exercise-1").await.text();
    assert!(page.contains("Team exercise-team"), "{page}");
    assert!(!page.contains("(case exercise-case)"), "{page}");
    let french = house.get_as(&counsel, "/fr/account").await.text();
    assert!(french.contains("Équipe exercise-team (affaire exercise-case)"), "{french}");
    // The auditor sees that things happened, not in which case.
    let auditor = house.sign_in("Exercise Auditor", &[(Organisation::Court, Role::Auditor)]).await;
    let audit = house.get_as(&auditor, "/en/audit").await.text();
    assert!(audit.contains("exercise-team") && !audit.contains(CASE), "{audit}");
}
