//! The directory of authorities in the pages: entered, seen, confirmed, changed, corrected and ended; and that the public
//! and other States get byte for byte what they get without any.

use crate::house::{Answer, House, Person};
use access::{Organisation, Role, Viewer};
use record::audience::Audience;
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::authorities::{AuthorityWords, Letter, WhichVersion};
use register::kinds;

const NOW: &str = "2026-11-26T09:00:00Z";
const UNKNOWN: &str = "authority-00112233445566778899aabbccddeeff";

fn post(state: &str, role: Role) -> [(Organisation, Role); 1] {
    [(Organisation::State(state.into()), role)]
}

const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];

/// A house with two States.
async fn house() -> House {
    let house = House::bare(NOW).await;
    for (number, code) in [(1, "XAA"), (2, "XAB")] {
        let names = Object::new()
            .text("un_name_en", format!("Exercise State {code}"))
            .text("un_name_fr", format!("État d’exercice {code}"));
        house
            .append(Draft {
                id: EntryId::from_bytes([number; 16]),
                matter: format!("state-{}", code.to_lowercase()),
                kind: kinds::STATE_NAMED.into(),
                kind_v: 1,
                effective: When::Unknown,
                author: Author::Officer("exercise officer".into()),
                on_behalf_of: None,
                audience: Audience::public(),
                basis: None,
                source: Some("Exercise file".into()),
                corrects: None,
                about: vec![Subject::State(code.into())],
                attachments: Vec::new(),
                body: names,
            })
            .await;
    }
    house
}

/// What is typed into the form, without what follows from who types.
const TYPED: &str = "name=&name-en=Exercise+Office&name-fr=Bureau+d%E2%80%99exercice&role=central-authority&does=receives\
&topic=surrender&address=1+Exercise+Street%0D%0AExercise+City&telephone=%2B999+0000+0001&email=office%40xaa.example\
&hours=9+to+17&zone=Europe%2FAmsterdam&urgent=duty+officer&language=fra%2C+eng&channel=diplomatic\
&channel-details=through+the+embassy&key=exercise-key&from=2020-01-01&until=";

/// Asks for a page that must be there.
async fn page(house: &House, person: &Person, address: &str) -> String {
    let answer = house.get_as(person, address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.text().replace("&#39;", "'")
}

/// Sends a form that must be done; where it leads.
async fn done(house: &House, person: &Person, address: &str, form: &str) -> String {
    let answer = house.post_as(person, address, form).await;
    assert_eq!(answer.status, 303, "{form}: {}", answer.text());
    answer.header("location").to_owned()
}

/// Sends a form that must be refused with this status.
async fn refused(house: &House, person: &Person, address: &str, form: &str, status: u16) -> String {
    let answer = house.post_as(person, address, form).await;
    assert_eq!(answer.status, status, "{form}: {}", answer.text());
    answer.text().replace("&#39;", "'")
}

#[track_caller]
fn shows(page: &str, words: &[&str]) {
    for words in words {
        assert!(page.contains(words), "{words:?} does not stand on the page:\n{page}");
    }
}

#[track_caller]
fn shows_not(page: &str, words: &[&str]) {
    for words in words {
        assert!(!page.contains(words), "{words:?} stands on the page");
    }
}

/// The address of an authority without what was done.
fn bare(location: &str) -> &str {
    location.split('?').next().unwrap()
}

/// The version that a form of a page was filled over.
fn saw(page: &str) -> &str {
    page.split("name=\"saw\" value=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[tokio::test]
async fn a_state_enters_its_authority_and_the_court_sees_it_on_the_list_on_its_page_and_on_the_profile() {
    let house = house().await;
    let state = house.sign_in("Exercise authority", &post("XAA", Role::CentralAuthority)).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let form = page(&house, &state, "/en/authorities/new").await;
    shows(
        &form,
        &[
            "<b>Restricted</b>",
            "State XAA",
            "arrest and surrender (article 89)",
            "Name offices rather than persons",
        ],
    );
    shows_not(&form, &["Letter or call"]);
    let to = done(&house, &state, "/en/authorities/new", TYPED).await;
    shows(&page(&house, &state, &to).await, &["The authority is recorded."]);
    for person in [&state, &officer] {
        let list = page(&house, person, "/en/authorities").await;
        shows(
            &list,
            &[
                "<b>Restricted</b>",
                "Exercise Office",
                "diplomatic channel: through the embassy",
                "French and English",
                "1 authority, none of them due",
            ],
        );
        let one = page(&house, person, bare(&to)).await;
        shows(
            &one,
            &[
                "Central authority · ",
                "1 Exercise Street<br>Exercise City",
                "+999 0000 0001",
                "Europe/Amsterdam",
                "arrest and surrender (article 89)",
                "Confirmed on <time datetime=\"2026-11-26\"",
                "Entered by State XAA itself",
                "duty officer",
                "exercise-key",
            ],
        );
        let profile = page(&house, person, "/en/state/XAA").await;
        shows(
            &profile,
            &[
                "<b>Restricted</b>",
                "1 fact that is not public",
                "Exercise Office",
                "Enter an authority",
                "id=\"authorities\"",
            ],
        );
    }
    let french = page(&house, &officer, &bare(&to).replace("/en/", "/fr/")).await;
    shows(
        &french,
        &[
            "Bureau d’exercice",
            "Autorité centrale · ",
            "Confirmée le",
            "Voie diplomatique\u{a0}: through the embassy",
        ],
    );
    let earlier = page(&house, &officer, "/en/state/XAA?as_at=2019-12-31").await;
    shows_not(&earlier, &["Exercise Office"]);
    let then = page(&house, &officer, "/en/state/XAA?as_at=2021-01-01").await;
    shows(&then, &["Exercise Office", "Not confirmed by this day."]);
    // Those of matters have a list of their own.
    shows_not(&page(&house, &officer, "/en/matters").await, &["authority-"]);
}

#[tokio::test]
async fn an_officer_enters_one_from_a_letter_and_what_is_wrong_stands_at_its_field_with_what_was_typed() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let form = page(&house, &officer, "/en/authorities/new?state=XAA").await;
    shows(&form, &["id=\"state\"", "value=\"XAA\"", "id=\"letter\"", "id=\"dated\""]);
    let wrong = TYPED.replace("Europe%2FAmsterdam", "Nowhere").replace("office%40", "office");
    let again = refused(
        &house,
        &officer,
        "/en/authorities/new",
        &format!("state=XAC&{wrong}&letter=&dated="),
        400,
    )
    .await;
    shows(
        &again,
        &[
            "<a href=\"#state\">",
            "Near it: XAA, XAB.",
            "value=\"XAC\"",
            "<a href=\"#zone\">",
            "<a href=\"#letter\">",
            "Exercise Office",
        ],
    );
    let again = refused(
        &house,
        &officer,
        "/en/authorities/new",
        &format!("state=XAA&{wrong}&letter=&dated="),
        400,
    )
    .await;
    shows(
        &again,
        &[
            "<a href=\"#zone\">",
            "there is no time zone “Nowhere”",
            "<a href=\"#email\">",
            "<a href=\"#letter\">",
            "<a href=\"#dated\">",
            "id=\"zone-bad\"",
            "aria-describedby=\"zone-hint zone-bad\"",
            "value=\"Exercise Office\"",
            "value=\"receives\" checked",
            "value=\"surrender\" checked",
            "value=\"diplomatic\" selected",
        ],
    );
    let french = refused(
        &house,
        &officer,
        "/fr/authorities/new",
        &format!("state=XAA&{wrong}&letter=&dated="),
        400,
    )
    .await;
    shows(&french, &["il n’y a pas de fuseau horaire «\u{a0}Nowhere\u{a0}»"]);
    let to = done(
        &house,
        &officer,
        "/en/authorities/new",
        &format!("state=xaa&{TYPED}&letter=Exercise+note+7&dated=2026-02-10"),
    )
    .await;
    let one = page(&house, &officer, bare(&to)).await;
    shows(
        &one,
        &[
            "due for confirmation since <time datetime=\"2026-08-10\"",
            "Ask the authority itself",
            "Exercise note 7, entered by Registry",
        ],
    );
    shows(
        &page(&house, &officer, "/en/authorities?due=1").await,
        &["Exercise Office", "1 of them due for confirmation"],
    );
}

#[tokio::test]
async fn it_is_confirmed_changed_corrected_and_ended_from_its_pages_and_nothing_is_overwritten() {
    let house = house().await;
    let state = house.sign_in("Exercise authority", &post("XAA", Role::CentralAuthority)).await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let to = done(&house, &state, "/en/authorities/new", TYPED).await;
    let address = bare(&to).to_owned();
    let one = page(&house, &officer, &address).await;
    let again = refused(&house, &officer, &address, &format!("act=confirm&saw={}", saw(&one)), 400).await;
    shows(&again, &["<a href=\"#confirm-letter\">", "<a href=\"#confirm-dated\">"]);
    let confirm = format!("act=confirm&saw={}&letter=Exercise+call&dated=2026-11-20", saw(&one));
    let to = done(&house, &officer, &address, &confirm).await;
    shows(
        &page(&house, &officer, &to).await,
        &["The confirmation is recorded.", "Exercise call, entered by Registry"],
    );

    let change = format!("{address}/change");
    let form = page(&house, &state, &change).await;
    shows(&form, &["value=\"2026-11-26\"", "value=\"Exercise Office\"", "Exercise City"]);
    let changed = TYPED.replace("office%40", "new%40").replace("2020-01-01", "2026-11-01");
    let saw_first = saw(&form).to_owned();
    done(&house, &state, &change, &format!("saw={saw_first}&{changed}")).await;
    // Whoever wrote meanwhile loses nothing of it.
    let late = refused(&house, &state, &change, &format!("saw={saw_first}&{changed}"), 409).await;
    shows(&late, &["Somebody recorded another version while you wrote", "new@xaa.example"]);
    let one = page(&house, &state, &address).await;
    shows(&one, &["new@xaa.example"]);
    let correct = one.split("/correct?entry=").nth(2).unwrap().split('"').next().unwrap();
    let correct = format!("{address}/correct?entry={correct}");
    let form = page(&house, &state, &correct).await;
    shows(&form, &["value=\"2026-11-01\"", "id=\"reason\""]);
    let corrected = format!("saw={}&{}", saw(&form), changed.replace("new%40", "right%40"));
    shows(&refused(&house, &state, &correct, &corrected, 400).await, &["<a href=\"#reason\">"]);
    done(&house, &state, &correct, &format!("{corrected}&reason=exercise+slip")).await;
    let one = page(&house, &state, &address).await;
    shows(&one, &["right@xaa.example", "Entry corrected", "exercise slip"]);
    // What comes from the State the Court does not correct.
    shows_not(&page(&house, &officer, &address).await, &["/correct?entry="]);
    assert_eq!(house.get_as(&officer, &correct).await.status, 404);
    let early = refused(&house, &state, &address, "act=end&on=2019-01-01&reason=", 400).await;
    shows(&early, &["<a href=\"#end-on\">", "value=\"2019-01-01\""]);
    let end = |saw: &str| format!("act=end&saw={saw}&on=2026-11-26&reason=merged");
    refused(&house, &state, &address, &end(&saw_first), 409).await;
    let to = done(&house, &state, &address, &end(saw(&one))).await;
    let one = page(&house, &state, &to).await;
    shows(
        &one,
        &["The end is recorded.", "No longer there", "merged", "Not there any more from"],
    );
    shows_not(&page(&house, &officer, "/en/state/XAA").await, &["Exercise Office"]);
    let then = page(&house, &officer, "/en/state/XAA?as_at=2026-11-25").await;
    shows(&then, &["Exercise Office"]);
}

#[tokio::test]
async fn the_longest_form_in_the_widest_script_is_taken() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let wide = |letters: usize| "%E4%B8%AD".repeat(letters);
    let form = format!(
        "state=XAA&name={}&name-en={}&name-fr={}&role=central-authority&does=receives&does=executes&address={}&telephone=%2B999+0000+0001\
&email=a%40{}&hours={}&zone=Europe%2FAmsterdam&urgent={}&language=fra&channel=direct&channel-details={}&key={}&from=2020\
&letter={}&dated=2026-02-10",
        wide(200),
        wide(200),
        wide(200),
        wide(400),
        wide(118),
        wide(150),
        wide(300),
        wide(200),
        "%2B".repeat(500),
        wide(300),
    );
    done(&house, &officer, "/en/authorities/new", &form).await;
}

/// What somebody who may not see the authorities of XAA can ask.
const ADDRESSES: [&str; 17] = [
    "/en",
    "/en/authorities",
    "/fr/authorities",
    "/en/authorities?state=XAA",
    "/en/authorities?due=1",
    "/en/authorities/new",
    "/en/authorities/authority-00112233445566778899aabbccddeeff",
    "/en/state/XAA",
    "/fr/state/XAA",
    "/en/state/XAA?as_at=2021-01-01",
    "/en/state/XAA.json",
    "/en/state/XAA.csv",
    "/api/v1/states/XAA",
    "/en/states",
    "/en/matters",
    "/en/search?q=exercise",
    "/en/changes.atom",
];

async fn asked(house: &House, person: Option<&Person>, matter: &str) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    let own = [
        format!("/en/authorities/{matter}"),
        format!("/en/authorities/{matter}/change"),
        format!("/en/authorities/{matter}/correct?entry=00"),
        format!("/en/matter/{matter}"),
    ];
    for address in ADDRESSES.iter().map(|address| (*address).to_owned()).chain(own) {
        let answer = match person {
            Some(person) => house.get_as(person, &address).await,
            None => house.get(&address).await,
        };
        answers.push((address, answer));
    }
    if let Some(person) = person {
        for (address, form) in [
            (format!("/en/authorities/{matter}"), "act=confirm&saw=00".to_owned()),
            (format!("/en/authorities/{matter}"), "act=end&on=".to_owned()),
            (format!("/en/authorities/{matter}/change"), format!("saw=00&{TYPED}")),
            (format!("/en/authorities/{matter}/correct"), format!("saw=00&{TYPED}&reason=r")),
        ] {
            let answer = house.post_as(person, &address, &form).await;
            answers.push((format!("POST {address} {form}"), answer));
        }
    }
    answers
}

#[tokio::test]
async fn the_public_and_other_states_get_byte_for_byte_what_they_get_without_any() {
    let house = house().await;
    let mut viewers = vec![None];
    for role in [
        Role::CentralAuthority,
        Role::NationalFocalPoint,
        Role::Embassy,
        Role::ExecutingAuthority,
    ] {
        viewers.push(Some(house.sign_in(&format!("Exercise {}", role.word()), &post("XAB", role)).await));
    }
    for (organisation, role) in [
        (Organisation::State("XAA".into()), Role::ExecutingAuthority),
        (Organisation::Court, Role::TrustFund),
        (Organisation::Court, Role::Administrator),
        (Organisation::Court, Role::Auditor),
        (Organisation::Assembly, Role::Secretariat),
        (Organisation::Team("exercise-team".into()), Role::DefenceCounsel),
    ] {
        viewers.push(Some(
            house
                .sign_in(&format!("Exercise of {}", role.word()), &[(organisation, role)])
                .await,
        ));
    }
    let mut before = Vec::new();
    for viewer in &viewers {
        before.push(asked(&house, viewer.as_ref(), UNKNOWN).await);
    }
    let state = Viewer::of(
        &"a".repeat(32),
        Organisation::State("XAA".into()),
        Role::CentralAuthority,
        Vec::new(),
    )
    .unwrap();
    let author = Author::Account("a".repeat(32));
    let words = AuthorityWords {
        name_en: "Exercise Office".into(),
        role: "central-authority".into(),
        does: vec!["receives".into()],
        email: "office@xaa.example".into(),
        channel: "direct".into(),
        from: "2020-01-01".into(),
        ..AuthorityWords::default()
    };
    let new = WhichVersion::New { state: "XAA".into() };
    let named = house
        .register
        .name_authority(&state, &new, &words, &Letter::default(), &author)
        .await
        .unwrap();
    let (matter, saw) = (named.entry.matter.clone(), named.entry.id.to_string());
    house
        .register
        .confirm_authority(&state, &matter, &saw, &Letter::default(), &author)
        .await
        .unwrap();
    for (viewer, before) in viewers.iter().zip(&before) {
        let who = viewer
            .as_ref()
            .map_or_else(|| "the public".to_owned(), |person| person.account.to_string());
        // The same addresses, and the authority's own in the place of the one that never was.
        let after = asked(&house, viewer.as_ref(), &matter).await;
        for ((address, before), (_, after)) in before.iter().zip(&after) {
            assert_eq!(before.status, after.status, "{who}: {address}");
            // An answer that leads on to sign in names the address that was asked for.
            if before.status == 303 {
                continue;
            }
            assert_eq!(before.headers, after.headers, "{who}: {address}");
            assert_eq!(before.text(), after.text(), "{who}: {address}");
        }
    }
    // There was something to hide.
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    shows(&page(&house, &officer, "/en/state/XAA").await, &["Exercise Office"]);
}
