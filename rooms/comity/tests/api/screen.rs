//! Whoever is signed in searches a register for those of a watch list or for the persons under a warrant: as the command does, kept by
//! nobody, and with no byte that tells of a warrant that they may not know of.

use crate::hidden::hide;
use crate::house::{Answer, House, Person};
use crate::tokens::token;
use access::{Organisation, Role, Viewer};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use record::audience::Level;
use register::audit::{Act, AuditFilter};
use std::process::Command;

const BOUNDARY: &str = "exercise-boundary";
const REGISTER: &str = "id,owner,place\np1,Exercise Person Two,x\np2,Joseph Kony,x\nbroken\np3,Nobody Atall,x\np4,\"=Harun, Ahmad\",x\n";
const WATCH: &str = "id,name,aliases\n7,Exercise Person Two,\n8,Ahmed Haroun,Ahmad Harun\n";

/// A form: fields and files, each file by its field.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, bytes) in files {
        let file = if bytes.is_empty() { "" } else { "list.csv" };
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: text/csv\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

async fn send(house: &House, person: Option<&Person>, lang: &str, body: Body) -> Answer {
    let sent_as = format!("multipart/form-data; boundary={BOUNDARY}");
    let mut headers = vec![("content-type", sent_as.as_str()), ("sec-fetch-site", "same-origin")];
    headers.extend(person.map(|person| ("cookie", person.cookie.as_str())));
    house.send(Method::POST, &format!("/{lang}/screen"), &headers, body).await
}

async fn search(house: &House, person: &Person, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    send(house, Some(person), "en", Body::from(form(fields, files))).await
}

async fn central_authority(house: &House) -> Person {
    let post = (Organisation::State("XAA".into()), Role::CentralAuthority);
    house.sign_in("Exercise authority", &[post]).await
}

/// The file that lies in the page under this name.
fn file_in(page: &str, name: &str) -> Vec<u8> {
    use base64::Engine;
    let before = page.split(&format!("\" download=\"{name}\"")).next().unwrap();
    let encoded = before.rsplit(";base64,").next().unwrap();
    base64::engine::general_purpose::STANDARD.decode(encoded).unwrap()
}

#[tokio::test]
async fn a_register_is_searched_as_the_command_searches_it_and_nothing_of_it_is_kept() {
    let house = House::open().await;
    let officer = central_authority(&house).await;
    let mut before = Vec::new();
    house.store.export(&mut before).await.unwrap();
    let files: [(&str, &[u8]); 2] = [("watch", WATCH.as_bytes()), ("register", REGISTER.as_bytes())];
    let answer = search(&house, &officer, &[("score", "0,5")], &files).await;
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    for part in [
        "2 rows of 4 may concern somebody whom you look for",
        "<h2 id=\"h-likely\">Likely</h2>",
        "Line 4: fields: 1, and 3 in the header",
        "owner",
        "UTF-8",
        "2 of 2",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(answer.header("cache-control").contains("no-store"));
    let mut after = Vec::new();
    house.store.export(&mut after).await.unwrap();
    assert_eq!(before, after);

    let place = |name: &str| house.folder.path().join(name);
    std::fs::write(place("watch.csv"), WATCH).unwrap();
    std::fs::write(place("register.csv"), REGISTER).unwrap();
    for (name, format) in [("hits.csv", "csv"), ("hits.jsonl", "jsonl")] {
        let done = Command::new(env!("CARGO_BIN_EXE_comity"))
            .args(["screen", "--min-score", "0.5", "--format", format, "--out", "-"])
            .arg("--watch")
            .arg(place("watch.csv"))
            .arg("--register")
            .arg(place("register.csv"))
            .output()
            .unwrap();
        assert!(done.status.success() && !done.stdout.is_empty());
        assert_eq!(file_in(&page, name), done.stdout, "{name}");
    }
    let french = send(&house, Some(&officer), "fr", Body::from(form(&[], &files))).await.text();
    assert!(french.contains("peuvent concerner une personne que vous recherchez"), "{french}");
    assert!(french.contains("est le même mot"), "{french}");
}

#[tokio::test]
async fn nobody_searches_who_is_not_signed_in() {
    let house = House::open().await;
    let body = form(&[("outstanding", "1")], &[("register", REGISTER.as_bytes())]);
    let answer = send(&house, None, "en", Body::from(body.clone())).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location").contains("/en/sign-in")),
        (303, true)
    );
    assert_eq!(house.get("/en/screen").await.status, 303);
    let sent_as = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("content-type", sent_as.as_str())];
    let program = house.send(Method::POST, "/api/v1/screen", &headers, Body::from(body)).await;
    assert_eq!(program.status, 401);
    let officer = central_authority(&house).await;
    let page = house.get_as(&officer, "/en/about").await.text();
    assert!(page.contains("<a href=\"/en/screen\">Search a register</a>"), "{page}");
}

#[tokio::test]
async fn a_warrant_that_is_not_public_changes_no_byte_for_those_who_may_not_know_it() {
    let fields = [("outstanding", "1"), ("score", "0.5")];
    let files: [(&str, &[u8]); 1] = [("register", REGISTER.as_bytes())];
    let asked = async |house: &House| {
        let officer = central_authority(house).await;
        let token = token(house, &officer, Scope::Read, true).await;
        [
            search(house, &officer, &fields, &files).await,
            by_program(house, &token, &fields, &files).await,
        ]
    };
    let before = asked(&House::open().await).await;
    assert!(before[0].text().contains("/en/person/kony"), "{}", before[0].text());
    assert_eq!(before[1].json()["hits"][0]["watch_id"], "harun");
    for level in [Level::Restricted, Level::Confidential, Level::UnderSeal] {
        let house = House::open().await;
        hide(&house, level).await;
        assert_eq!(asked(&house).await, before, "{level:?}");
    }
}

#[tokio::test]
async fn whoever_may_know_a_warrant_finds_the_row_takes_along_what_is_public_and_stands_in_the_audit() {
    let house = House::open().await;
    hide(&house, Level::Confidential).await;
    let registry = house.sign_in("Exercise registry", &[(Organisation::Court, Role::Registry)]).await;
    let answer = search(&house, &registry, &[("outstanding", "1")], &[("register", REGISTER.as_bytes())]).await;
    let page = answer.text();
    assert_eq!(answer.status, 200, "{page}");
    for part in ["/en/person/exercise-0002", "class=\"lv confidential\"", "1 hit is not in the files"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let file = String::from_utf8(file_in(&page, "hits.csv")).unwrap();
    assert!(file.contains("kony") && !file.contains("exercise-0002"), "{file}");
    let authority = central_authority(&house).await;
    let of_public = search(&house, &authority, &[("outstanding", "1")], &[("register", REGISTER.as_bytes())])
        .await
        .text();
    for name in ["hits.csv", "hits.jsonl"] {
        assert_eq!(file_in(&page, name), file_in(&of_public, name), "{name}");
    }

    let filter = AuditFilter {
        account: Some(registry.account.to_string()),
        ..AuditFilter::default()
    };
    let events = house.audit.page(&Viewer::operator(), &filter, None, 1000).await.unwrap().events;
    let searched: Vec<u64> = events
        .iter()
        .filter(|event| event.act == Act::RegisterScreened)
        .map(|event| event.count)
        .collect();
    assert_eq!(searched, [4], "the rows that were read");
    let sign = house.audit.pseudonym("exercise-0002-1");
    assert!(
        events
            .iter()
            .any(|event| event.act == Act::MatterOpened && event.matter.as_ref() == Some(&sign)),
        "the file of whoever was found was opened"
    );
}

/// What is sent and does not do: fields, files, the status, the field beside which it is told, and what is told.
type Odd<'a> = (&'a [(&'a str, &'a str)], Vec<(&'a str, &'a [u8])>, u16, &'a str, &'a str);

#[tokio::test]
async fn what_cannot_be_searched_is_said_beside_its_field() {
    let house = House::open().await;
    let officer = central_authority(&house).await;
    let watch: (&str, &[u8]) = ("watch", WATCH.as_bytes());
    let register: (&str, &[u8]) = ("register", REGISTER.as_bytes());
    let too_long = vec![b'x'; (20 << 20) + 1];
    let odd: Vec<Odd> = vec![
        (&[], vec![register], 400, "watch", "tick the persons under a warrant"),
        (
            &[("outstanding", "1")],
            vec![watch, register],
            400,
            "watch",
            "Leave one of them out",
        ),
        (&[], vec![watch], 400, "register", "Choose the register"),
        (&[], vec![watch, ("register", b"")], 400, "register", "Choose the register"),
        (
            &[],
            vec![watch, register, register],
            400,
            "register",
            "More than one file was chosen",
        ),
        (&[], vec![watch, watch, register], 400, "watch", "More than one file was chosen"),
        (&[("score", "2")], vec![watch, register], 400, "score", "no number from 0 to 1"),
        (&[("top", "none")], vec![watch, register], 400, "top", "no number from 1 on"),
        (
            &[("encoding", "klingon")],
            vec![watch, register],
            400,
            "encoding",
            "No encoding is called so",
        ),
        (
            &[("columns", "z<b>")],
            vec![watch, register],
            400,
            "columns",
            "There is no column “z&lt;b&gt;”",
        ),
        (&[], vec![("watch", b"id,name\n"), register], 400, "watch", "names nobody"),
        (
            &[],
            vec![("watch", b"a,b\n1,2\n"), register],
            400,
            "watch",
            "it must be called name",
        ),
        (
            &[],
            vec![("watch", b"id,name\nx\n"), register],
            400,
            "watch",
            "nobody may be left out silently",
        ),
        (
            &[],
            vec![watch, ("register", b"a,b\n1,2\n")],
            400,
            "register",
            "No column is known to hold names",
        ),
        (
            &[],
            vec![watch, ("register", b"id,name\nx\n")],
            400,
            "register",
            "not one could be read",
        ),
        (
            &[],
            vec![watch, ("register", b"PAR1 and then nothing")],
            400,
            "register",
            "Here it must be CSV",
        ),
        (&[], vec![watch, ("register", &too_long)], 413, "register", "longer than 20 MiB"),
    ];
    let token = token(&house, &officer, Scope::Read, true).await;
    for (fields, files, status, field, said) in odd {
        let answer = search(&house, &officer, fields, &files).await;
        let page = answer.text();
        assert_eq!(answer.status.as_u16(), status, "{said}: {page}");
        assert!(
            page.contains(said) && page.contains(&format!("id=\"{field}-bad\"")),
            "{said}: {page}"
        );
        let refused = by_program(&house, &token, fields, &files).await;
        assert_eq!(refused.status.as_u16(), status, "{}", refused.text());
        if status == 400 {
            assert_eq!(refused.json()["pointer"], format!("/{field}"), "{}", refused.text());
        }
    }
    let unknown = by_program(&house, &token, &[("name", "x")], &[watch, register]).await;
    assert_eq!(unknown.status, 400, "{}", unknown.text());
}

/// A form that never arrives, which holds its place.
fn never() -> Body {
    Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>())
}

#[tokio::test]
async fn when_every_place_is_taken_the_next_is_told_when_to_come_again() {
    let house = House::open().await;
    let mut officers = Vec::new();
    for number in 0..5 {
        let post = (Organisation::State("XAA".into()), Role::CentralAuthority);
        officers.push(house.sign_in(&format!("Exercise authority {number}"), &[post]).await);
    }
    let waiting = |officer: usize| send(&house, Some(&officers[officer]), "en", never());
    let own = tokio::select! {
        answer = waiting(0) => answer,
        answer = waiting(0) => answer,
    };
    assert_eq!((own.status.as_u16(), own.header("retry-after")), (503, "30"));
    assert!(own.text().contains("You have a search under way already"), "{}", own.text());
    let answer = tokio::select! {
        answer = waiting(0) => answer,
        answer = waiting(1) => answer,
        answer = waiting(2) => answer,
        answer = waiting(3) => answer,
        answer = waiting(4) => answer,
    };
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "30"));
    assert!(answer.text().contains("As many searches are under way"), "{}", answer.text());
    assert_eq!(
        search(&house, &officers[0], &[], &[]).await.status,
        400,
        "the places are free again"
    );
}

async fn by_program(house: &House, token: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let (sent_as, token) = (format!("multipart/form-data; boundary={BOUNDARY}"), format!("Bearer {token}"));
    let headers = [("content-type", sent_as.as_str()), ("authorization", token.as_str())];
    house
        .send(Method::POST, "/api/v1/screen", &headers, Body::from(form(fields, files)))
        .await
}
