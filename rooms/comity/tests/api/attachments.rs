//! Files over HTTP: how they are sent, and to whom they are handed out.

use crate::house::{Answer, House, Person};
use crate::matters::opened;
use crate::unzip::unzip;
use access::{Organisation, Role, Viewer};
use axum::body::Body;
use axum::http::Method;
use record::audience::{Audience, Level, Reader};
use record::entry::{Attachment, Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::attachment::{MOST, MOST_AT_ONCE, accept};
use register::audit::{Act, AuditFilter};
use register::kinds;
use std::collections::BTreeMap;

const NOW: &str = "2026-11-26T09:00:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
const FILES: &str = "/en/files";
const PDF: &[u8] = b"%PDF-1.7\nexercise\n";

/// One part of a form: a field, or a file with its name and type.
fn part(name: &str, file: Option<(&str, &str)>, value: &[u8]) -> Vec<u8> {
    let about = match file {
        Some((file, media_type)) => format!("; filename=\"{file}\"\r\nContent-Type: {media_type}"),
        None => String::new(),
    };
    let head = format!("--exercise\r\nContent-Disposition: form-data; name=\"{name}\"{about}\r\n\r\n");
    [head.as_bytes(), value, b"\r\n"].concat()
}

async fn send(house: &House, cookie: &str, site: &str, parts: &[Vec<u8>]) -> Answer {
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", site),
        ("cookie", cookie),
    ];
    let body = [&parts.concat()[..], b"--exercise--\r\n"].concat();
    house.send(Method::POST, FILES, &headers, Body::from(body)).await
}

async fn send_file(house: &House, person: &Person, name: &str, media_type: &str, bytes: &[u8]) -> Answer {
    let parts = [part("act", None, b"send"), part("file", Some((name, media_type)), bytes)];
    send(house, &person.cookie, "same-origin", &parts).await
}

/// An entry with a file in a matter, at a level, for these.
async fn with_file(house: &House, number: u8, matter: &str, name: &str, level: Level, readers: &[&str]) -> (String, Attachment) {
    let attachments = &house.register.attachments;
    let mut receiving = attachments.begin("exercise").await.unwrap();
    receiving.write(PDF).await.unwrap();
    let working = accept(receiving, name, "").await.unwrap();
    let kept = attachments.keep("exercise", &working.id, matter).await.unwrap();
    let readers: Vec<Reader> = readers.iter().map(|reader| Reader::parse(reader).unwrap()).collect();
    let audience = match level {
        Level::Public => Audience::public(),
        _ => Audience::of(level, readers[0].clone(), readers),
    };
    let id = EntryId::from_bytes([number; 16]);
    house
        .append(Draft {
            id: id.clone(),
            matter: matter.into(),
            kind: kinds::REMARK.into(),
            kind_v: 1,
            effective: When::Unknown,
            author: Author::Officer("exercise officer".into()),
            on_behalf_of: None,
            basis: (level != Level::Public).then(|| "Exercise decision 1".into()),
            audience,
            source: None,
            corrects: None,
            about: vec![Subject::Person("exercise-0001".into())],
            attachments: vec![kept.clone()],
            body: Object::new().text("text", "Exercise remark"),
        })
        .await;
    (format!("/en/attachment/{id}/1"), kept)
}

/// All of an answer but what is drawn by chance or said of the address itself.
fn all_of(answer: &Answer, address: &str) -> String {
    format!(
        "{} {:?} {}",
        answer.status,
        answer.headers,
        answer.text().replace(address, "ADDRESS")
    )
}

#[tokio::test]
async fn a_file_is_handed_out_to_whoever_may_see_its_entry_as_a_file_and_as_it_is() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "under-seal", &["organ:prosecutor"]).await;
    let (address, kept) = with_file(&house, 1, &matter, "Übung; 1.pdf", Level::UnderSeal, &["organ:prosecutor"]).await;
    let answer = house.get_as(&one, &address).await;
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, PDF));
    for (header, value) in [
        ("content-type", "application/pdf"),
        ("content-length", &kept.length.to_string()),
        (
            "content-disposition",
            "attachment; filename=\"_bung_ 1.pdf\"; filename*=UTF-8''%C3%9Cbung%3B%201.pdf",
        ),
        ("cache-control", "private, no-store"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
    ] {
        assert_eq!(answer.header(header), value, "{header}");
    }
}

#[tokio::test]
async fn whoever_may_not_see_the_entry_is_answered_like_where_nothing_lies() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let other = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let matter = opened(&house, &one, "under-seal", &["organ:prosecutor"]).await;
    let (address, _) = with_file(&house, 1, &matter, "a.pdf", Level::UnderSeal, &["organ:prosecutor"]).await;
    let nothing = format!("/en/attachment/{}/1", EntryId::from_bytes([9; 16]));
    for cookie in ["", &other.cookie] {
        let headers = [("cookie", cookie)];
        let ask = async |address: &str| house.ask(Method::GET, address, &headers).await;
        let hidden = ask(&address).await;
        assert_eq!(hidden.status, 404);
        assert_eq!(all_of(&hidden, &address), all_of(&ask(&nothing).await, &nothing));
    }
    for wrong in ["0", "2", "01", "+1", "x", "18446744073709551616"] {
        let address = address.strip_suffix('1').unwrap().to_owned() + wrong;
        assert_eq!(house.get_as(&one, &address).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn whoever_takes_a_file_has_opened_its_matter() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &["organ:prosecutor"]).await;
    let (address, _) = with_file(&house, 1, &matter, "a.pdf", Level::Confidential, &["organ:prosecutor"]).await;
    let reader = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    assert_eq!(house.get_as(&reader, &address).await.status, 200);
    let filter = AuditFilter {
        account: Some(reader.account.to_string()),
        acts: vec![Act::MatterOpened],
        ..AuditFilter::default()
    };
    let told = house.audit.page(&Viewer::operator(), &filter, None, 10).await.unwrap().events;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].matter, Some(house.audit.pseudonym(&matter)));
}

#[tokio::test]
async fn a_matter_that_is_taken_along_names_its_files_and_says_that_their_bytes_are_not_in_it() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &["organ:prosecutor"]).await;
    let (_, kept) = with_file(&house, 1, &matter, "a.pdf", Level::Confidential, &["organ:prosecutor"]).await;
    let answer = house
        .post_as(&one, &format!("/en/matter/{matter}/export"), "purpose=for-proceedings")
        .await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let members: BTreeMap<String, Vec<u8>> = unzip(&answer.body).into_iter().collect();
    let text = |name: &str| String::from_utf8_lossy(&members[name]).into_owned();
    let page = text("matter.html");
    for words in ["a.pdf", "application/pdf", &kept.sha256, "bytes are not in this file"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(text("README.txt").contains("their bytes are not in this file"));
}

#[tokio::test]
async fn a_damaged_file_is_not_handed_out_and_a_public_one_is_to_anybody() {
    let house = House::bare(NOW).await;
    let (address, _) = with_file(&house, 1, "exercise-0001-1", "a.pdf", Level::Public, &[]).await;
    assert_eq!(house.get(&address).await.body, PDF);
    let folder = house.folder.path().join("data/attachments");
    let mut files = std::fs::read_dir(folder).unwrap().map(|item| item.unwrap().path());
    let file = files.find(|path| path.is_file()).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let answer = house.get(&address).await;
    assert_eq!(answer.status, 500);
    assert!(answer.header("content-disposition").is_empty());
}

#[tokio::test]
async fn files_that_are_sent_wait_for_whoever_sent_them_and_for_nobody_else() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let other = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let sent = send_file(&house, &one, "Übung.pdf", "application/pdf", PDF).await;
    assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/en/files?done=sent"));
    let page = house.get_as(&one, FILES).await.text();
    assert!(page.contains("Übung.pdf") && page.contains("application/pdf"), "{page}");
    assert!(!house.get_as(&other, FILES).await.text().contains("Übung.pdf"));
    let working = house.register.attachments.working(&one.account.to_string()).await.unwrap();
    let discard = format!("act=discard&file={}", working[0].id);
    house.post_as(&other, FILES, &discard).await;
    assert!(
        house.get_as(&one, FILES).await.text().contains("Übung.pdf"),
        "another discards nothing"
    );
    let discarded = house.post_as(&one, FILES, &discard).await;
    assert_eq!(discarded.header("location"), "/en/files?done=discarded");
    assert!(!house.get_as(&one, FILES).await.text().contains("Übung.pdf"));
}

#[tokio::test]
async fn a_file_that_is_not_taken_is_named_with_the_reason_and_the_others_are_received() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let parts = [
        part("file", Some(("good.pdf", "application/pdf")), PDF),
        part("file", Some(("bad.pdf", "application/pdf")), b"MZ\0\0"),
        part("file", Some(("worse<b>.txt", "text/plain")), b"\xff\xfe"),
    ];
    let answer = send(&house, &one.cookie, "same-origin", &parts).await;
    assert_eq!(answer.status, 400);
    let page = answer.text();
    for words in [
        "bad.pdf: It can be run",
        "worse&lt;b&gt;.txt: Its name says TXT",
        "good.pdf",
        "href=\"#file\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(waiting(&house, &one).await, 1);
    let none = send(
        &house,
        &one.cookie,
        "same-origin",
        &[part("file", Some(("", "application/octet-stream")), b"")],
    )
    .await;
    assert_eq!(none.status, 400);
    assert!(none.text().contains("No file was chosen"));
}

/// The files that wait for somebody.
async fn waiting(house: &House, person: &Person) -> usize {
    house.register.attachments.working(&person.account.to_string()).await.unwrap().len()
}

#[tokio::test]
async fn of_a_form_with_a_gigantic_file_the_others_are_received_and_nothing_of_it_stays() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let head = part("file", Some(("gigantic.txt", "text/plain")), b"");
    let head = head.strip_suffix(b"\r\n").unwrap().to_vec();
    let piece = || vec![b'x'; 1 << 20];
    let pieces = std::iter::repeat_with(piece).take(usize::try_from(MOST >> 20).unwrap());
    let before = [part("file", Some(("before.pdf", "application/pdf")), PDF), head];
    let behind = [
        b"x\r\n".to_vec(),
        part("file", Some(("behind.pdf", "application/pdf")), PDF),
        b"--exercise--\r\n".to_vec(),
    ];
    let body = before.into_iter().chain(pieces).chain(behind).map(Ok::<_, std::io::Error>);
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", &one.cookie),
    ];
    let body = Body::from_stream(futures_util::stream::iter(body));
    let answer = house.send(Method::POST, FILES, &headers, body).await;
    assert_eq!(answer.status, 413);
    let page = answer.text();
    for words in ["gigantic.txt: The file is too long", "before.pdf", "behind.pdf"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(waiting(&house, &one).await, 2);
    let folder = house.folder.path().join("data/attachments/working");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 2);
}

#[tokio::test]
async fn the_twenty_first_file_of_a_form_is_named_and_the_twenty_before_it_are_received() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let name = |number: usize| format!("exercise-{number:02}.pdf");
    let file = |number: usize| part("file", Some((&name(number), "application/pdf")), PDF);
    let parts: Vec<Vec<u8>> = (1..=MOST_AT_ONCE + 1).map(file).collect();
    let answer = send(&house, &one.cookie, "same-origin", &parts).await;
    assert_eq!(answer.status, 413);
    let page = answer.text();
    let refused = format!("{}: {MOST_AT_ONCE} files came with this form already", name(MOST_AT_ONCE + 1));
    assert!(page.contains(&refused), "{refused}: {page}");
    assert_eq!(waiting(&house, &one).await, MOST_AT_ONCE);
}

#[tokio::test]
async fn a_form_that_breaks_off_leaves_nothing_of_the_file_that_was_on_its_way() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let whole = [
        part("file", Some(("whole.pdf", "application/pdf")), PDF),
        part("file", Some(("half.pdf", "application/pdf")), PDF),
    ]
    .concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", &one.cookie),
    ];
    let half = whole.get(..whole.len() - 4).unwrap().to_vec();
    let answer = house.send(Method::POST, FILES, &headers, Body::from(half)).await;
    assert_eq!(answer.status, 415);
    assert_eq!(waiting(&house, &one).await, 1, "what came whole waits");
    let folder = house.folder.path().join("data/attachments/working");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
}

#[tokio::test]
async fn nothing_is_received_from_another_site_nor_from_nobody() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let parts = [
        part("why", None, b"exercise typed"),
        part("file", Some(("a.pdf", "application/pdf")), PDF),
    ];
    assert_eq!(send(&house, &one.cookie, "cross-site", &parts).await.status, 403);
    let nobody = send(&house, "", "same-origin", &parts).await;
    assert_eq!(nobody.status, 403, "the file is not read");
    let page = nobody.text();
    assert!(
        page.contains("exercise typed"),
        "what was typed is kept until they are there again: {page}"
    );
    assert!(!page.contains("a.pdf"), "{page}");
    assert!(!house.folder.path().join("data/attachments").exists(), "and nothing was written");
    let headers = [
        ("content-type", "multipart/form-data; boundary=exercise"),
        ("sec-fetch-site", "same-origin"),
        ("cookie", &one.cookie),
    ];
    let malformed = house.send(Method::POST, FILES, &headers, Body::from("no form")).await;
    assert_eq!(malformed.status, 415);
}
