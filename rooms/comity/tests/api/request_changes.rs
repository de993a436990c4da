//! What follows a change of the facts: the open requests that are to be looked at again, for whoever may see them and know
//! of the change.

use crate::house::House;
use crate::request_files::{field, file, hash, send};
use crate::request_signing::signing;
use crate::request_walk::{REGISTRY, act, authority, complete, done, encoded, hidden, house, id_of, now, page, shows};
use crate::tokens::{read, token};
use crate::unzip::member;
use access::Viewer;
use identity::access_token::Scope;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;
use register::view::model::FollowingShown;

const KEY: &str = "exercise-0001";

/// Adds something about the exercise person, public or under seal.
async fn add(house: &House, number: u8, matter: &str, (kind, day): (&str, &str), body: Object, level: Level) {
    let about = if kind == kinds::PERSON_NAMED {
        vec![Subject::Person(KEY.into())]
    } else {
        vec![Subject::Person(KEY.into()), Subject::Situation("exercise-01/26".into())]
    };
    let prosecutor = Reader::Organ(Organ::Prosecutor);
    let draft = Draft {
        id: EntryId::from_bytes([number; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(day).unwrap(),
        author: Author::Officer("exercise officer".into()),
        on_behalf_of: None,
        audience: match level {
            Level::Public => Audience::public(),
            _ => Audience::of(level, prosecutor.clone(), [prosecutor]),
        },
        basis: (level != Level::Public).then(|| "Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about,
        attachments: Vec::new(),
        body,
    };
    house.append(draft).await;
}

/// A person under a public warrant, whom a request names.
async fn person(house: &House) {
    let name = Object::new().text("name", "Exérçise Person");
    add(
        house,
        10,
        "person-exercise-0001",
        (kinds::PERSON_NAMED, "unknown"),
        name,
        Level::Public,
    )
    .await;
    let situation = Object::new().text("situation", "Exercise A");
    let warrant = (kinds::WARRANT_ISSUED, "2020-01-02");
    add(house, 11, "exercise-0001-1", warrant, situation, Level::Public).await;
    let public = (kinds::MADE_PUBLIC, "2020-01-03");
    add(house, 12, "exercise-0001-1", public, Object::new(), Level::Public).await;
}

async fn milestone(house: &House, number: u8, what: &str, day: &str) {
    let body = Object::new().text("what", what);
    add(house, number, "exercise-0001-1", (kinds::MILESTONE, day), body, Level::Public).await;
}

/// A request about that person, by one of their names, that was sent; its address.
async fn sent(house: &House, officer: &crate::house::Person, name: &str) -> String {
    let draft = done(house, officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("person".into(), name.into());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let more = [("act", "submit"), ("from", "1"), ("requesting", "organ:chambers")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    let request = done(house, officer, &draft, &encoded(fields.chain(more))).await;
    done(house, officer, &request, &signing(house, officer).await).await;
    done(house, officer, &request, &act(house, "transmit", &[])).await;
    request
}

async fn followings(house: &House, viewer: &Viewer) -> Vec<FollowingShown> {
    house.register.followings(viewer, &now()).await.unwrap().unwrap()
}

fn told(followings: &[FollowingShown]) -> Vec<(&str, Vec<&str>)> {
    followings
        .iter()
        .map(|following| {
            let moves = following.moves.iter().map(|offer| offer.id.as_str()).collect();
            (following.change.as_str(), moves)
        })
        .collect()
}

#[tokio::test]
async fn an_amended_warrant_leads_to_its_sending_until_it_was_sent() {
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "EXERCISE PERSON").await;
    assert_eq!(told(&followings(&house, &Viewer::operator()).await), []);
    shows(&page(&house, &officer, "/en/requests/changes").await, &["Nothing to look at again"]);
    milestone(&house, 20, "warrant amended", "2026-04-14").await;
    assert_eq!(
        told(&followings(&house, &Viewer::operator()).await),
        [("warrant-amended", vec!["amend-warrant"])],
        "the request names the person in other letters"
    );
    shows(
        &page(&house, &officer, "/en/requests").await,
        &["One request is to be looked at again", "/en/requests/changes"],
    );
    let changes = page(&house, &officer, "/en/requests/changes").await;
    shows(
        &changes,
        &[
            "The warrant was amended",
            "Send the amended warrant",
            "Exérçise Person",
            "Rome Statute, article 58(6)",
        ],
    );
    let link = changes.split(&format!("href=\"{request}/act/amend-warrant")).nth(1).unwrap();
    let form = format!("{request}/act/amend-warrant{}", link.split('"').next().unwrap());
    shows(&page(&house, &officer, &form).await, &["The warrant was amended, 14 April 2026."]);
    let amended = [
        ("warrant", "Exercise amended warrant"),
        ("changes", "The exercise warrant was amended"),
    ];
    done(&house, &officer, &request, &act(&house, "amend-warrant", &amended)).await;
    assert_eq!(told(&followings(&house, &Viewer::operator()).await), []);
}

#[tokio::test]
async fn when_the_person_is_surrendered_every_open_request_about_them_is_to_be_ended() {
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let one = sent(&house, &officer, KEY).await;
    let two = sent(&house, &officer, "Exercise person").await;
    sent(&house, &officer, "Somebody else of the exercise").await;
    let surrendered = (kinds::SURRENDERED, "2026-04-13");
    add(&house, 21, "exercise-0001-1", surrendered, Object::new(), Level::Public).await;
    let followings_now = followings(&house, &Viewer::operator()).await;
    assert_eq!(told(&followings_now), vec![("person-surrendered", vec!["withdraw", "execute"]); 2]);
    let mut requests: Vec<&str> = followings_now.iter().map(|following| following.row.id.as_str()).collect();
    let mut both = [id_of(&one).to_string(), id_of(&two).to_string()];
    requests.sort_unstable();
    both.sort();
    assert_eq!(requests, both);
    done(
        &house,
        &officer,
        &one,
        &act(&house, "withdraw", &[("reasons", "The exercise person is here")]),
    )
    .await;
    assert_eq!(followings(&house, &Viewer::operator()).await.len(), 1);
}

#[tokio::test]
async fn what_is_to_be_withdrawn_has_the_draft_of_its_letter_and_tells_where_else_something_is_to_be_lifted() {
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, KEY).await;
    let surrendered = (kinds::SURRENDERED, "2026-04-13");
    add(&house, 21, "exercise-0001-1", surrendered, Object::new(), Level::Public).await;
    let before = page(&house, &officer, "/en/requests/changes").await;
    assert!(!before.contains("through another way"), "{before}");
    done(&house, &officer, &request, &act(&house, "send-again", &[("channel", "interpol")])).await;
    let changes = page(&house, &officer, "/en/requests/changes").await;
    shows(&changes, &["through another way too on", "INTERPOL"]);
    let link = changes
        .split("href=\"")
        .find(|rest| rest.contains("/act/withdraw/letter.docx"))
        .unwrap();
    let address = link.split('"').next().unwrap();
    let draft = house.get_as(&officer, address).await;
    assert_eq!(draft.status, 200, "{address}");
    let text = String::from_utf8(member(&draft.body, "word/document.xml")).unwrap();
    shows(
        &text,
        &[
            "The person was surrendered to the Court, 13 April 2026.",
            "notices and measures that rest on it alone",
        ],
    );
}

#[tokio::test]
async fn another_request_is_drafted_with_the_text_of_the_one_whose_warrant_was_replaced() {
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, KEY).await;
    milestone(&house, 20, "warrant replaced", "2026-04-14").await;
    shows(
        &page(&house, &officer, "/en/requests/changes").await,
        &["Draft another request with its text"],
    );
    let draft = done(&house, &officer, "/en/requests/changes", &format!("request={}", id_of(&request))).await;
    assert!(draft.contains("/draft/"), "{draft}");
    shows(
        &page(&house, &officer, &draft).await,
        &[KEY, "Exercise district prison of Port Exercise"],
    );
    assert_eq!(
        house.get_as(&officer, &request).await.status,
        200,
        "the request itself stays as it is"
    );
}

#[tokio::test]
async fn a_change_under_seal_is_told_to_nobody_who_may_not_know_it_and_a_state_has_no_such_page() {
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    sent(&house, &officer, KEY).await;
    let before = page(&house, &officer, "/en/requests/changes").await;
    let list = page(&house, &officer, "/en/requests").await;
    let amended = Object::new().text("what", "warrant amended");
    add(
        &house,
        30,
        "exercise-0001-2",
        (kinds::MILESTONE, "2026-04-14"),
        amended,
        Level::UnderSeal,
    )
    .await;
    let situation = Object::new().text("situation", "Exercise A");
    add(
        &house,
        31,
        "exercise-0001-2",
        (kinds::WARRANT_ISSUED, "2026-04-14"),
        situation,
        Level::UnderSeal,
    )
    .await;
    assert!(
        !followings(&house, &Viewer::operator()).await.is_empty(),
        "the operator may know it"
    );
    assert_eq!(page(&house, &officer, "/en/requests/changes").await, before);
    assert_eq!(page(&house, &officer, "/en/requests").await, list);
    assert_eq!(house.get_as(&state, "/en/requests/changes").await.status, 404);
    let program = token(&house, &state, Scope::Act, false).await;
    assert_eq!(
        read(&house, "/api/v1/requests/changes", &program).await.status,
        404,
        "nor its programs"
    );
    let theirs = house.actor(&state).await;
    let register = &house.register;
    assert_eq!(register.followings(theirs.viewer(), &now()).await.unwrap(), None);
    assert_eq!(register.count_of_followings(theirs.viewer(), &now()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_draft_with_the_text_of_a_request_has_its_files_and_is_begun_once_for_what_happened() {
    const WARRANT: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
    let house = house().await;
    person(&house).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("person".into(), KEY.into());
    values.remove("warrant");
    let mut parts: Vec<Vec<u8>> = values
        .iter()
        .map(|(element, value)| field(&format!("e-{element}"), value))
        .collect();
    parts.push(file("e-warrant", "exercise-warrant.pdf", WARRANT));
    parts.extend([("from", "1"), ("requesting", "organ:chambers"), ("act", "submit")].map(|(name, value)| field(name, value)));
    let answer = send(&house, &officer, &draft, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let request = answer.header("location").to_owned();
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    milestone(&house, 20, "warrant replaced", "2026-04-14").await;
    let entry = followings(&house, &Viewer::operator()).await[0].entry.clone();
    let press = format!("request={}&because={entry}", id_of(&request));
    let another = done(&house, &officer, "/en/requests/changes", &press).await;
    assert_eq!(
        done(&house, &officer, "/en/requests/changes", &press).await,
        another,
        "pressed twice"
    );
    assert_eq!(house.get_as(&officer, &format!("{another}/file/1")).await.body, WARRANT);
    let text = page(&house, &officer, &another).await;
    let more = ["e-warrant:0:sha256", "from"].map(|name| (name.to_owned(), hidden(&text, name)));
    let values = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let submit = [
        ("e-warrant:0:title", "Warrant"),
        ("requesting", "organ:chambers"),
        ("act", "submit"),
    ]
    .map(|(n, v)| (n.to_owned(), v.to_owned()));
    let new = done(&house, &officer, &another, &encoded(values.chain(more).chain(submit))).await;
    assert_ne!(new, request);
    assert!(
        page(&house, &officer, &new).await.contains(&hash(WARRANT)[..12]),
        "and it goes to review with it"
    );
}
