//! A list of contacts is checked by anybody and kept by nobody; what is not public is found by those who may know it and changes no
//! byte for others.

use crate::hidden::hide;
use crate::house::{Answer, House, Person};
use crate::tokens::token;
use access::{Organisation, Role, Viewer};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use record::audience::Level;
use register::audit::{Act, AuditFilter, Kept};

const BOUNDARY: &str = "exercise-boundary";

/// A form as browsers send it: fields, and a file where one is chosen.
fn form(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let (name, bytes) = file.unwrap_or_default();
    let head =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n");
    body.extend(head.bytes());
    body.extend(bytes);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
    body
}

async fn send(house: &House, address: &str, person: Option<&Person>, from: &str, body: Vec<u8>) -> Answer {
    let sent_as = format!("multipart/form-data; boundary={BOUNDARY}");
    let mut headers = vec![("content-type", sent_as.as_str()), ("sec-fetch-site", from)];
    headers.extend(person.map(|person| ("cookie", person.cookie.as_str())));
    house.send(Method::POST, address, &headers, Body::from(body)).await
}

const DAY: [(&str, &str); 4] = [("d", "25"), ("m", "11"), ("y", "2026"), ("for", "un")];

async fn check(house: &House, person: Option<&Person>, list: &str) -> Answer {
    let fields = [&[("list", list)], &DAY[..]].concat();
    send(house, "/en/contacts", person, "same-origin", form(&fields, None)).await
}

async fn by_program(house: &House, body: &str) -> Answer {
    let headers = [("content-type", "application/json")];
    house
        .send(Method::POST, "/api/v1/contacts", &headers, Body::from(body.to_owned()))
        .await
}

async fn told(house: &House, person: &Person) -> Vec<Kept> {
    let filter = AuditFilter {
        account: Some(person.account.to_string()),
        ..AuditFilter::default()
    };
    house.audit.page(&Viewer::operator(), &filter, None, 1000).await.unwrap().events
}

#[tokio::test]
async fn anybody_checks_a_list_and_nothing_of_it_is_kept_or_stands_in_an_address() {
    let house = House::open().await;
    let mut before = Vec::new();
    house.store.export(&mut before).await.unwrap();
    let shown = house.get("/fr/contacts?as_at=2013-10-02").await;
    assert_eq!(shown.status, 200);
    assert!(
        shown
            .text()
            .contains("name=\"y\" inputmode=\"numeric\" maxlength=\"4\" value=\"2013\""),
        "the day of the page that led here"
    );

    let list = "1. Exercise Person, Exercise Ministry of X\r\n2. Joseph Kony, Adviser, Exercise Ministry of X\r\n...\r\n";
    let answer = check(&house, None, list).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let page = answer.text();
    for part in [
        "1 contact of 2 is likely under an outstanding warrant",
        "href=\"/en/person/kony\"",
        "Others of the same body in the list",
        "Draft of the notice to the Prosecutor of the International Criminal Court",
        "Line 3: there is no letter in it",
        "Nothing of this check is kept here",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!((answer.header("location"), answer.header("etag")), ("", ""));
    let mut after = Vec::new();
    house.store.export(&mut after).await.unwrap();
    assert_eq!(before, after);

    let program = by_program(
        &house,
        "{\"list\": \"Exercise Person\\tX\\nJoseph Kony\", \"on\": \"2026-11-25\", \"for\": \"un\"}",
    )
    .await;
    assert_eq!(program.status, 200, "{}", program.text());
    assert!(program.header("cache-control").contains("no-store"));
    let told = program.json();
    assert_eq!(told["contacts"][1]["hits"][0]["person"]["id"], "kony");
    assert_eq!(told["notices"].as_array().unwrap().len(), 2);
    // SHA-256 of the text as it was sent, its tab among it.
    assert_eq!(
        told["receipt"]["sha256"],
        "5f79e2af251e673eb814daac69573b5cfdf83eb9b53e46baf7badaefe3f28738"
    );
}

#[tokio::test]
async fn a_file_is_checked_as_it_is_and_a_day_to_come_is_answered_as_things_stand() {
    let house = House::open().await;
    let utf_16: Vec<u8> = "\u{feff}surname;given name\nKony;Joseph\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let day = [("list", ""), ("d", "3"), ("m", "12"), ("y", "2026"), ("for", "state")];
    let answer = send(&house, "/fr/contacts", None, "same-origin", form(&day, Some(("list.csv", &utf_16)))).await;
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    for part in [
        "/fr/person/kony",
        "vérifiez de nouveau le jour venu",
        "given name+surname (UTF-16LE)",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn what_cannot_be_checked_is_said_and_what_was_typed_comes_back() {
    let house = House::open().await;
    let sent = async |fields: &[(&str, &str)], file: Option<(&str, &[u8])>| {
        send(&house, "/en/contacts", None, "same-origin", form(fields, file)).await
    };
    let with = |list: &'static str, day: [&'static str; 3]| [("list", list), ("d", day[0]), ("m", day[1]), ("y", day[2])];
    let today = ["25", "11", "2026"];
    for (answer, status, said) in [
        (sent(&with("", today), None).await, 400, "The list is empty"),
        (sent(&with("K", today), None).await, 400, "one letter is no name"),
        (
            sent(&with("Exercise Person", ["31", "2", "2026"]), None).await,
            400,
            "not a day of the calendar",
        ),
        (
            sent(&with("Exercise Person", ["1", "1", "1990"]), None).await,
            400,
            "on which the Rome Statute was adopted",
        ),
        (
            sent(&with("Exercise Person", today), Some(("x.txt", b"Exercise"))).await,
            400,
            "Leave one of them out",
        ),
        (sent(&with("", today), Some(("x.pdf", b"%PDF-1.7"))).await, 400, "This is a PDF"),
        (
            sent(&with("", today), Some(("x.txt", &vec![b'x'; 2 << 20]))).await,
            413,
            "more than 1024 KiB",
        ),
        (
            sent(&with("", today), Some(("x.txt", &vec![b'x'; (1 << 20) + 1]))).await,
            413,
            "more than 1024 KiB",
        ),
        (
            house.post("/en/contacts", "list=Exercise+Person").await,
            415,
            "Send the list with this form",
        ),
    ] {
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let again = sent(&with("Exercise Person <b>", ["31", "2", "2026"]), None).await.text();
    assert!(
        again.contains("Exercise Person &#60;b&#62;</textarea>") || again.contains("Exercise Person &lt;b&gt;</textarea>"),
        "{again}"
    );

    for (body, status, pointer) in [
        ("{}", 400, "/list"),
        ("{\"list\": \"\"}", 400, "/list"),
        ("{\"list\": \"x y\", \"for\": \"pope\"}", 400, "/for"),
        ("{\"list\": \"x y\", \"on\": \"never\"}", 400, "/on"),
        ("{\"list\": \"x y\", \"names\": 1}", 400, "/names"),
    ] {
        let refused = by_program(&house, body).await;
        assert_eq!(
            (refused.status.as_u16(), refused.json()["pointer"].as_str()),
            (status, Some(pointer)),
            "{}",
            refused.text()
        );
    }
}

#[tokio::test]
async fn another_site_makes_nobody_check_anything() {
    let house = House::open().await;
    let fields = [&[("list", "Joseph Kony")], &DAY[..]].concat();
    let answer = send(&house, "/en/contacts", None, "cross-site", form(&fields, None)).await;
    assert_eq!(answer.status, 403);
    assert!(!answer.text().contains("Kony"));
}

#[tokio::test]
async fn a_warrant_that_is_not_public_changes_no_byte_of_what_the_public_is_answered() {
    let list = "Exercise Person Two\nJoseph Kony\nExercise Person";
    let program = "{\"list\": \"Exercise Person Two\\nJoseph Kony\", \"persons\": \"all\"}";
    let house = House::open().await;
    let asked = async |house: &House| [check(house, None, list).await, by_program(house, program).await];
    let before = asked(&house).await;
    assert!(before[0].text().contains("Kony"));
    for level in [Level::Restricted, Level::Confidential, Level::UnderSeal] {
        let house = House::open().await;
        hide(&house, level).await;
        assert_eq!(asked(&house).await, before, "{level:?}");
    }
}

#[tokio::test]
async fn whoever_may_know_a_warrant_finds_it_and_the_audit_tells_that_they_checked_and_no_name() {
    let house = House::open().await;
    hide(&house, Level::Confidential).await;
    let registry = house.sign_in("Exercise registry", &[(Organisation::Court, Role::Registry)]).await;
    let answer = check(&house, Some(&registry), "Exercise Person Two\nSomebody Else").await;
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    for part in [
        "1 contact of 2 is likely under an outstanding warrant",
        "/en/person/exercise-0002",
        "class=\"lv confidential\"",
        "The audit holds that you made this check",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(answer.header("cache-control").contains("no-store"));
    let events = told(&house, &registry).await;
    let checked: Vec<u64> = events
        .iter()
        .filter(|event| event.act == Act::ContactsChecked)
        .map(|event| event.count)
        .collect();
    assert_eq!(checked, [2]);
    let opened = |matter: &str| {
        let sign = house.audit.pseudonym(matter);
        events
            .iter()
            .filter(|event| event.act == Act::MatterOpened && event.matter.as_ref() == Some(&sign))
            .count()
    };
    assert_eq!(
        (opened("exercise-0002-1"), opened("exercise-kony-2")),
        (1, 0),
        "the file of whoever was found, and no other"
    );
    let nobody = house
        .sign_in("Exercise auditor", &[(Organisation::State("XAA".into()), Role::CentralAuthority)])
        .await;
    let answer = check(&house, Some(&nobody), "Exercise Person Two").await.text();
    assert!(answer.contains("The one contact was checked: nothing was found"), "{answer}");
}

#[tokio::test]
async fn no_notice_is_drafted_that_would_tell_what_is_not_public() {
    let house = House::open().await;
    hide(&house, Level::Confidential).await;
    let registry = house.sign_in("Exercise registry", &[(Organisation::Court, Role::Registry)]).await;
    let page = check(&house, Some(&registry), "Exercise Person Two").await.text();
    assert!(page.contains("No notice is drafted"), "{page}");
    assert!(!page.contains("<pre>"), "a draft would tell whoever gets it: {page}");
    let page = check(&house, Some(&registry), "Joseph Kony").await.text();
    assert!(
        page.contains("<pre>") && page.contains("8 July 2005") && !page.contains("September 2013"),
        "what stands in a notice is public: {page}"
    );
    let public = check(&house, None, "Joseph Kony").await.text();
    assert!(public.contains("<pre>") && !public.contains("No notice is drafted"), "{public}");
}

#[tokio::test]
async fn the_check_is_found_from_the_first_page_and_in_the_menu_of_those_signed_in() {
    let house = House::open().await;
    assert!(house.get("/en").await.text().contains("href=\"/en/contacts\""));
    let registry = house.sign_in("Exercise registry", &[(Organisation::Court, Role::Registry)]).await;
    let page = house.get_as(&registry, "/en/about").await.text();
    assert!(page.contains("<a href=\"/en/contacts\">Check contacts</a>"), "{page}");
    assert_eq!(house.ask(Method::PUT, "/en/contacts", &[]).await.header("allow"), "GET, HEAD, POST");
}

#[tokio::test]
async fn a_check_is_kept_with_its_list_for_ones_own_institution_and_lies_nowhere_for_anybody_else() {
    let house = House::open().await;
    let post = |state: &str, role| [(Organisation::State(state.into()), role)];
    let officer = house.sign_in("Exercise officer", &post("XAA", Role::CentralAuthority)).await;
    let colleague = house.sign_in("Exercise colleague", &post("XAA", Role::CentralAuthority)).await;
    let other = house.sign_in("Exercise other", &post("XBB", Role::CentralAuthority)).await;
    let registry = house.sign_in("Exercise registry", &[(Organisation::Court, Role::Registry)]).await;
    let form_of_officer = house.get_as(&officer, "/en/contacts").await.text();
    assert!(form_of_officer.contains("name=\"keep\"") && form_of_officer.contains("unless you tick"));
    assert!(!house.get("/en/contacts").await.text().contains("name=\"keep\""));
    let others = [Some(&other), Some(&registry), None];
    let pages = ["/en/matters", "/en/contacts", "/en/changes"];
    let mut before = Vec::new();
    for reader in others {
        for page in pages {
            before.push(asked(&house, reader, page).await);
        }
    }

    let list = "1. Exercise Person\n2. Joseph Kony";
    let fields = [&[("list", list), ("keep", "list")], &DAY[..]].concat();
    let answer = send(&house, "/en/contacts", Some(&officer), "same-origin", form(&fields, None)).await;
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    assert!(page.contains("This check is kept with its list"), "{page}");
    let matter = page.split("/en/matter/").nth(1).unwrap().split('"').next().unwrap();
    let matter = format!("/en/matter/{matter}");

    for reader in [&officer, &colleague] {
        let page = house.get_as(reader, &matter).await.text();
        assert!(page.contains("Check of contacts") && page.contains("contacts.txt"), "{page}");
        let file = page.split("/en/attachment/").nth(1).unwrap().split('"').next().unwrap();
        let kept = house.get_as(reader, &format!("/en/attachment/{file}")).await;
        assert_eq!((kept.status.as_u16(), kept.text().as_str()), (200, list));
        let entry = file.split('/').next().unwrap();
        let facts = house.get_as(reader, &format!("/en/entry/{entry}")).await.text();
        assert!(facts.contains("2026-11-25") && !facts.contains("kony"), "{facts}");
        for address in [matter.clone(), format!("/en/attachment/{file}"), format!("/en/entry/{entry}")] {
            for nobody in others {
                let unknown = address.replace(|letter: char| letter.is_ascii_digit(), "0");
                let (there, nowhere) = (asked(&house, nobody, &address).await, asked(&house, nobody, &unknown).await);
                assert_ne!(there.status, 200, "{address}");
                // Byte for byte but for what was asked for, which the page names.
                let but_for = |answer: &Answer, address: &str| answer.text().replace(address.split('/').nth(3).unwrap(), "");
                assert_eq!(
                    (there.status, but_for(&there, &address)),
                    (nowhere.status, but_for(&nowhere, &unknown)),
                    "{address}"
                );
            }
        }
    }
    let mut after = Vec::new();
    for reader in others {
        for page in pages {
            after.push(asked(&house, reader, page).await);
        }
    }
    assert_eq!(before, after, "no byte tells others of it");
}

async fn asked(house: &House, person: Option<&Person>, address: &str) -> Answer {
    match person {
        Some(person) => house.get_as(person, address).await,
        None => house.get(address).await,
    }
}

#[tokio::test]
async fn a_check_is_kept_by_nobody_who_acts_for_no_institution_and_by_a_program_that_may_act() {
    let house = House::open().await;
    let fields = [&[("list", "Joseph Kony"), ("keep", "list")], &DAY[..]].concat();
    let public = send(&house, "/en/contacts", None, "same-origin", form(&fields, None)).await;
    assert_eq!(public.status, 403, "{}", public.text());
    assert!(public.text().contains("id=\"keep-bad\"") || public.text().contains("Nothing was kept"));
    let post = [(Organisation::State("XAA".into()), Role::CentralAuthority)];
    let officer = house.sign_in("Exercise officer", &post).await;
    // What is no UTF-8 is checked, but not kept.
    let fields = [&[("keep", "list")], &DAY[..]].concat();
    let file = Some(("list.txt", &b"Jos\xe9 Exercise"[..]));
    let refused = send(&house, "/en/contacts", Some(&officer), "same-origin", form(&fields, file)).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    assert!(refused.text().contains("id=\"keep-bad\""), "{}", refused.text());

    let body = "{\"list\": \"Joseph Kony\", \"keep\": \"list\"}";
    assert_eq!(by_program(&house, body).await.json()["pointer"], "/keep");
    for (scope, status) in [(Scope::Read, 403), (Scope::Act, 200)] {
        let token = format!("Bearer {}", token(&house, &officer, scope, true).await);
        let headers = [("content-type", "application/json"), ("authorization", token.as_str())];
        let answer = house
            .send(Method::POST, "/api/v1/contacts", &headers, Body::from(body.to_owned()))
            .await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
        if status == 200 {
            let matter = answer.json()["kept"].as_str().unwrap().to_owned();
            assert_eq!(house.get_as(&officer, &format!("/en/matter/{matter}")).await.status, 200);
        }
    }
}
