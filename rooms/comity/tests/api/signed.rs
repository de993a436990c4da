//! Whatever somebody who is signed in may not see changes no byte of what they see: in each role, with a matter
//! assigned and without. And no combination of dates shows what was closed since.

use crate::house::{Answer, House, Person};
use access::{Organisation, Role, Viewer};
use identity::people::Actor;
use record::audience::{Audience, Level, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;
use register::matter::{AudienceWords, Change, NewAudience};

const NOW: &str = "2026-11-23T09:00:00Z";
/// A matter that everybody of these tests is let in to, in so far as their role reads what is confidential.
const SEEN: &str = "exercise-seen";
/// A matter that is open to another State.
const ELSEWHERE: &str = "exercise-elsewhere";
/// A matter whose list names everybody, under seal, which is assigned to somebody else.
const SEALED: &str = "exercise-sealed";
/// A matter under seal of another State, in which there is an emergency.
const EMERGENCY: &str = "exercise-emergency";

/// An organisation of the exercise that has a role.
fn home(role: Role) -> Organisation {
    [
        Organisation::Court,
        Organisation::State("XAA".into()),
        Organisation::Assembly,
        Organisation::International("united-nations".into()),
        Organisation::International("exercise-organisation".into()),
        Organisation::Team("exercise-team".into()),
    ]
    .into_iter()
    .find(|organisation| Viewer::of(&"0".repeat(32), organisation.clone(), role, Vec::new()).is_ok())
    .unwrap()
}

/// Everybody of these tests, as audiences name them.
const READERS: [&str; 15] = [
    "organ:presidency",
    "organ:chambers",
    "organ:prosecutor",
    "organ:registry",
    "organ:trust-fund",
    "office:victims-and-witnesses",
    "state:XAA",
    "assembly:secretariat",
    "assembly:bureau",
    "assembly:president",
    "assembly:facilitator",
    "assembly:regional-focal-point",
    "organisation:united-nations",
    "organisation:exercise-organisation",
    "team:exercise-team",
];

fn audience(level: Level, readers: &[&str]) -> Audience {
    if level == Level::Public {
        return Audience::public();
    }
    let readers: Vec<Reader> = readers.iter().map(|reader| Reader::parse(reader).unwrap()).collect();
    Audience::of(level, readers[0].clone(), readers)
}

fn id(number: u8) -> EntryId {
    EntryId::from_bytes([number; 16])
}

/// An entry of a matter.
async fn add(
    house: &House,
    number: u8,
    matter: &str,
    (kind, effective): (&str, &str),
    about: &[Subject],
    body: Object,
    audience: &Audience,
) {
    let draft = Draft {
        id: id(number),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise officer".into()),
        on_behalf_of: None,
        audience: audience.clone(),
        basis: (audience.level != Level::Public).then(|| "Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about: about.to_vec(),
        attachments: Vec::new(),
        body,
    };
    house.append(draft).await;
}

fn person(key: &str) -> Subject {
    Subject::Person(key.into())
}

fn situation() -> Subject {
    Subject::Situation("exercise-01/26".into())
}

fn state() -> Vec<Subject> {
    vec![Subject::State("XAA".into())]
}

/// A warrant against a person, with their name.
async fn warrant(house: &House, first: u8, matter: &str, key: &str, audience: &Audience) {
    let about = [person(key), situation()];
    let named = format!("person-{key}");
    let name = Object::new().text("name", format!("Exercise Name {key}"));
    add(house, first, &named, (kinds::PERSON_NAMED, "unknown"), &about[..1], name, audience).await;
    let body = Object::new().text("situation", "Exercise A");
    add(
        house,
        first + 1,
        matter,
        (kinds::WARRANT_ISSUED, "2013-09-01"),
        &about,
        body,
        audience,
    )
    .await;
    add(
        house,
        first + 2,
        matter,
        (kinds::MADE_PUBLIC, "2013-09-02"),
        &about,
        Object::new(),
        audience,
    )
    .await;
}

/// What is public: a person under a warrant, and a finding about a State.
async fn public_matter(house: &House) {
    let public = audience(Level::Public, &[]);
    warrant(house, 1, "exercise-public", "exercise-0009", &public).await;
    let names = Object::new()
        .text("alpha2", "XA")
        .text("un_name_en", "Exercise State A")
        .text("un_name_fr", "État d’exercice A");
    add(house, 4, "state-xaa", (kinds::STATE_NAMED, "unknown"), &state(), names, &public).await;
    let finding = Object::new().text("kind", "finding").text("case", "Exercise case");
    add(
        house,
        5,
        "finding-xaa-2013-09-02",
        (kinds::FINDING, "2013-09-02"),
        &state(),
        finding,
        &public,
    )
    .await;
}

/// All that somebody signed in can ask, and a few things that they can send without changing anything.
const ADDRESSES: [&str; 44] = [
    "/en",
    "/fr",
    "/en/matters",
    "/fr/matters",
    "/en/emergency",
    "/en/people",
    "/en/account",
    "/en/matter/exercise-seen",
    "/en/matter/exercise-elsewhere",
    "/en/matter/exercise-sealed",
    "/en/matter/exercise-emergency",
    "/en/matter/exercise-seen/export",
    "/fr/matter/exercise-seen/export",
    "/en/matter/exercise-sealed/export",
    "/en/warrants?status=all",
    "/en/warrants?as_at=2013-10-02&status=all",
    "/en/warrants?hindsight=1&name=exercise&status=all",
    "/en/warrants.json?status=all",
    "/en/person/exercise-0001",
    "/en/person/exercise-0009",
    "/fr/person/exercise-0009",
    "/en/situations",
    "/en/situation/exercise-01-26",
    "/en/working",
    "/en/counts",
    "/en/search?q=exercise",
    "/en/states",
    "/en/state/XAA",
    "/en/findings",
    "/en/file/finding-xaa-2013-09-02",
    "/en/file/finding-xaa-2014-01-01",
    "/en/doubts",
    "/en/sources.csv",
    "/en/compare?from=2011-12-20",
    "/en/reports",
    "/en/reports/cooperation",
    "/fr/reports/state?state=XAA",
    "/en/changes.atom",
    "/en?known_on=2026-11-23",
    "/api/v1/overview",
    "/api/v1/search?q=exercise",
    "/en/entry/15151515151515151515151515151515",
    "/api/v1/entries/15151515151515151515151515151515",
    "/api/v1/entries/15151515151515151515151515151515/proof",
];

async fn everything(house: &House, person: &Person) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for address in ADDRESSES {
        let answer = house.get_as(person, address).await;
        assert!(
            [200, 303, 403, 404].contains(&answer.status.as_u16()),
            "{address}: {}",
            answer.status
        );
        answers.push((address.to_owned(), answer));
    }
    for (matter, form) in [
        (ELSEWHERE, "act=narrow&level=under-seal&to=organ:registry&decision=d"),
        (SEALED, "act=unseal&level=public&decision=d&authority=a"),
        (EMERGENCY, "act=end-assignment&account=0&reason=r"),
        ("exercise-sealed/export", "purpose=for-other"),
    ] {
        let address = format!("/en/matter/{matter}");
        answers.push((format!("POST {address}"), house.post_as(person, &address, form).await));
    }
    let report = house.post_as(person, "/en/reports/cooperation", "form=csv&purpose=for-other").await;
    answers.push(("a report taken along".to_owned(), report));
    answers
}

fn words(level: &str, list: &[&str]) -> AudienceWords {
    AudienceWords {
        level: level.into(),
        list: list.iter().map(|reader| (*reader).to_owned()).collect(),
        left_out: Vec::new(),
        originator: list.first().map(|reader| (*reader).to_owned()),
    }
}

async fn change(house: &House, matter: &str, change: Change, audience: AudienceWords) {
    let new = NewAudience {
        matter: matter.into(),
        change,
        audience,
        decision: "Exercise decision 2".into(),
        authority: Some("Exercise Chamber".into()),
        effective: None,
        author: Author::Officer("exercise officer".into()),
    };
    house.register.change_audience(&Viewer::operator(), &new).await.unwrap();
}

#[tokio::test]
async fn what_somebody_may_not_see_changes_no_byte_of_what_they_see() {
    held_in_every_role(false).await;
}

#[tokio::test]
async fn what_somebody_may_not_see_changes_no_byte_of_what_they_see_who_has_a_matter_that_was_assigned_to_them() {
    held_in_every_role(true).await;
}

/// That what is recorded for others changes no byte for somebody in any role, with a matter assigned or without.
async fn held_in_every_role(assigned: bool) {
    let house = House::bare(NOW).await;
    let operator = Actor::operator("exercise officer");
    public_matter(&house).await;
    let all = audience(Level::Confidential, &READERS);
    warrant(&house, 6, SEEN, "exercise-0005", &all).await;
    let mut viewers = Vec::new();
    for role in Role::ALL {
        let name = format!("Exercise {}", role.word());
        let person = house.sign_in(&name, &[(home(role), role)]).await;
        // Whom the matter's list does not let in nobody can assign to it.
        let given = assigned && house.people.assign(&operator, &person.account, SEEN, None).await.is_ok();
        if given == assigned {
            viewers.push((name, person));
        }
    }
    let held = if assigned { 17 } else { Role::ALL.len() };
    assert_eq!(viewers.len(), held, "with one assigned, all roles that read what is confidential");
    let colleague = house
        .sign_in("Exercise colleague", &[(Organisation::Court, Role::Prosecutor)])
        .await;
    let authority = [(Organisation::State("XAB".into()), Role::CentralAuthority)];
    let one = house.sign_in("Exercise authority one", &authority).await;
    let two = house.sign_in("Exercise authority two", &authority).await;
    // Who opened what they see is told too: everybody has opened it once before the answers are compared.
    for (_, person) in &viewers {
        house.get_as(person, "/en/matter/exercise-seen").await;
    }
    let mut before = Vec::new();
    for (_, person) in &viewers {
        before.push(everything(&house, person).await);
    }
    let same = async |what: &str| {
        for ((name, person), before) in viewers.iter().zip(&before) {
            let after = everything(&house, person).await;
            for ((address, before), (_, after)) in before.iter().zip(&after) {
                assert_eq!(before.status, after.status, "{what}, {name}: {address}");
                assert_eq!(before.headers, after.headers, "{what}, {name}: {address}");
                let (before, after) = (String::from_utf8_lossy(&before.body), String::from_utf8_lossy(&after.body));
                assert!(before == after, "{what}, {name}: {address}\n{}", difference(&before, &after));
            }
        }
    };

    let elsewhere = audience(Level::Confidential, &["state:XAB"]);
    let sealed = audience(Level::UnderSeal, &READERS);
    let of_state = audience(Level::UnderSeal, &["state:XAB"]);
    warrant(&house, 20, ELSEWHERE, "exercise-0001", &elsewhere).await;
    // Of a person of whom something is public, too.
    let about = [person("exercise-0009"), situation()];
    add(
        &house,
        30,
        SEALED,
        (kinds::WARRANT_ISSUED, "2013-09-05"),
        &about,
        Object::new().text("situation", "Exercise A"),
        &sealed,
    )
    .await;
    add(
        &house,
        31,
        SEALED,
        (kinds::SURRENDERED, "2013-09-09"),
        &about,
        Object::new(),
        &sealed,
    )
    .await;
    let finding = Object::new().text("kind", "finding").text("case", "Exercise case");
    add(
        &house,
        32,
        "finding-xaa-2014-01-01",
        (kinds::FINDING, "2014-01-01"),
        &state(),
        finding,
        &elsewhere,
    )
    .await;
    let cited = Object::new()
        .text("field", "effective")
        .text("verdict", "contradicts")
        .text("value", "2013-09-03")
        .text("source", "Exercise registry");
    let about = [state(), vec![Subject::Entry(id(5))]].concat();
    add(
        &house,
        33,
        "finding-xaa-2013-09-02",
        (kinds::CITATION, "unknown"),
        &about,
        cited,
        &elsewhere,
    )
    .await;
    warrant(&house, 34, EMERGENCY, "exercise-0002", &of_state).await;
    // Within a matter that they see, too, and to which some are assigned up to a wider level.
    let remark = Object::new().text("text", "Exercise remark");
    add(
        &house,
        40,
        SEEN,
        (kinds::REMARK, "unknown"),
        &[person("exercise-0005"), Subject::Entry(id(7))],
        remark,
        &sealed,
    )
    .await;
    same("added").await;

    house.people.assign(&operator, &colleague.account, SEALED, None).await.unwrap();
    house.people.assign(&operator, &one.account, EMERGENCY, None).await.unwrap();
    let asking = house.actor(&two).await;
    house.people.ask_emergency(&asking, EMERGENCY, "Exercise flood").await.unwrap();
    let granting = house.actor(&one).await;
    let waiting = house.people.emergencies_to_grant(&granting).await.unwrap();
    house
        .people
        .approve_emergency(&granting, &two.account, &waiting[0].request, 4)
        .await
        .unwrap();
    change(&house, SEALED, Change::Narrow, words("under-seal", &["organ:prosecutor"])).await;
    change(&house, ELSEWHERE, Change::Unseal, words("restricted", &["state:XAB", "state:XAC"])).await;
    change(
        &house,
        EMERGENCY,
        Change::Unseal,
        words("confidential", &["state:XAB", "state:XAC"]),
    )
    .await;
    same("assigned to others, narrowed, opened to others, and seen in an emergency").await;

    // There was something to hide.
    assert_eq!(house.get_as(&two, "/en/matter/exercise-emergency").await.status, 200);
    assert_eq!(house.get_as(&colleague, "/en/matter/exercise-sealed").await.status, 200);
    for (name, person) in &viewers {
        let known = house
            .post_as(person, "/en/emergency", "act=ask&matter=exercise-elsewhere&reason=r")
            .await;
        let unknown = house
            .post_as(person, "/en/emergency", "act=ask&matter=exercise-unknown&reason=r")
            .await;
        assert_eq!(known, unknown, "{name}");
    }
}

/// The first lines in which two texts differ.
fn difference(before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
    lines.take(3).map(|(before, after)| format!("- {before}\n+ {after}\n")).collect()
}

/// The pages and answers that are asked with each combination of dates.
const DATED: [&str; 17] = [
    "/en",
    "/en/matters",
    "/en/warrants?status=all",
    "/en/person/exercise-0001",
    "/en/person/exercise-0002",
    "/en/situations",
    "/en/situation/exercise-01-26",
    "/en/working",
    "/en/counts",
    "/en/search?q=exercise",
    "/en/states",
    "/en/findings",
    "/en/file/finding-xaa-2014-01-01",
    "/en/compare?from=2011-12-20",
    "/en/entry/15151515151515151515151515151515",
    "/api/v1/entries/15151515151515151515151515151515",
    "/api/v1/overview",
];

/// What everybody is answered on the last day, with each combination of dates.
async fn dated(house: &House, people: &[Person]) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    let mut minute = 0;
    for as_at in ["", "2013-10-02", "2026-11-24", "2026-11-26"] {
        for known_on in ["", "2026-11-23", "2026-11-24", "2026-11-25"] {
            for hindsight in ["", "1"] {
                // So many in a minute are answered.
                minute += 1;
                house.outside.put(&format!("2026-11-26T09:{minute:02}:00Z"));
                let pairs = [("as_at", as_at), ("known_on", known_on), ("hindsight", hindsight)];
                let reading: Vec<String> = pairs
                    .iter()
                    .filter(|(_, v)| !v.is_empty())
                    .map(|(n, v)| format!("{n}={v}"))
                    .collect();
                for address in DATED {
                    let sign = if address.contains('?') { "&" } else { "?" };
                    let address = format!("{address}{sign}{}", reading.join("&"));
                    answers.push((address.clone(), house.get(&address).await));
                    for person in people {
                        answers.push((address.clone(), house.get_as(person, &address).await));
                    }
                }
            }
        }
    }
    answers
}

#[tokio::test]
async fn no_combination_of_dates_shows_a_matter_that_was_closed_today() {
    let (with, without) = (House::bare(NOW).await, House::bare(NOW).await);
    let mut asked = Vec::new();
    for (house, there) in [(&with, true), (&without, false)] {
        public_matter(house).await;
        let roles = [Role::Registry, Role::Chambers];
        let mut people = Vec::new();
        for role in roles {
            people.push((
                house
                    .sign_in(&format!("Exercise {}", role.word()), &[(Organisation::Court, role)])
                    .await,
                role,
            ));
        }
        house.outside.put("2026-11-24T09:00:00Z");
        if there {
            let public = audience(Level::Public, &[]);
            warrant(house, 20, "exercise-was-public", "exercise-0001", &public).await;
            let finding = Object::new().text("kind", "finding").text("case", "Exercise case");
            add(
                house,
                32,
                "finding-xaa-2014-01-01",
                (kinds::FINDING, "2014-01-01"),
                &state(),
                finding,
                &public,
            )
            .await;
            let open = audience(Level::Confidential, &["organ:prosecutor", "organ:registry", "organ:chambers"]);
            warrant(house, 34, "exercise-was-open", "exercise-0002", &open).await;
            let seen = house.get("/en/person/exercise-0001").await;
            assert_eq!(seen.status, 200, "the public knew it then");
        }
        house.outside.put("2026-11-26T09:00:00Z");
        if there {
            let prosecutor = || words("confidential", &["organ:prosecutor"]);
            change(house, "exercise-was-public", Change::WithdrawFromPublic, prosecutor()).await;
            change(house, "person-exercise-0001", Change::WithdrawFromPublic, prosecutor()).await;
            change(house, "finding-xaa-2014-01-01", Change::WithdrawFromPublic, prosecutor()).await;
            change(house, "exercise-was-open", Change::Narrow, prosecutor()).await;
            change(house, "person-exercise-0002", Change::Narrow, prosecutor()).await;
        }
        let mut again = Vec::new();
        for (person, role) in people {
            again.push(house.sign_in_again(&person, (Organisation::Court, role)).await);
        }
        asked.push(dated(house, &again).await);
    }
    for ((address, with), (_, without)) in asked[0].iter().zip(&asked[1]) {
        assert_eq!(with.status, without.status, "{address}");
        assert_eq!(with.headers, without.headers, "{address}");
        let (with, without) = (String::from_utf8_lossy(&with.body), String::from_utf8_lossy(&without.body));
        assert!(with == without, "{address}\n{}", difference(&without, &with));
    }
    let operator = with
        .register
        .person(&Viewer::operator(), &crate::common::reading("2013-10-02", true), "exercise-0001")
        .await;
    assert!(operator.unwrap().is_some(), "there was something to hide");
}
