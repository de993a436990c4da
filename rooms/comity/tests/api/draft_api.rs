//! Drafts by programs, all of what the pages have: begun once, versions, Word, people, and the end.

use crate::house::{Answer, House, Person};
use crate::request_walk::{REGISTRY, house};
use crate::tokens::{call, read, token};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use register::audit::{Act, Audit, AuditFilter};
use register::request::{DocumentFacts, RequestText};
use reports::docx::{self, MEDIA_TYPE, Made};
use reports::letter::{Given, Language, request};
use serde_json::{Value, json};
use web::api::schema;

const KEY: &str = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"";

fn body(person: &str) -> Value {
    json!({"request": {"form": "provisional-arrest", "level": "confidential", "person": person}})
}

/// Begins a draft under a key.
async fn begin(house: &House, secret: &str, key: &str, body: &Value) -> Answer {
    let bearer = format!("Bearer {secret}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", key),
    ];
    house
        .send(Method::POST, "/api/v1/drafts", &headers, Body::from(body.to_string()))
        .await
}

async fn officer(house: &House, name: &str) -> (Person, String) {
    let person = house.sign_in(name, &REGISTRY).await;
    let secret = token(house, &person, Scope::Act, false).await;
    (person, secret)
}

async fn begun(house: &House, secret: &str) -> String {
    let begun = call(
        house,
        Method::POST,
        "/api/v1/drafts",
        secret,
        None,
        Some(body("Exercise Person X-1")),
    )
    .await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    begun.header("location").to_owned()
}

async fn drafts(house: &House, secret: &str) -> usize {
    let list: schema::DraftList = serde_json::from_value(read(house, "/api/v1/drafts", secret).await.json()).unwrap();
    list.drafts.len()
}

#[tokio::test]
async fn what_is_begun_under_a_key_is_begun_once_and_nobodys_key_meets_the_draft_of_another() {
    let house = house().await;
    let (_, one) = officer(&house, "Exercise registry officer").await;
    let (_, two) = officer(&house, "Exercise registry second").await;
    let first = begin(&house, &one, KEY, &body("Exercise Person X-1")).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let draft = first.header("location").to_owned();
    let saved = call(&house, Method::PUT, &draft, &one, Some("1"), Some(body("Exercise Person X-2"))).await;
    assert_eq!(saved.status, 200);
    for key in [KEY, KEY.trim_matches('"')] {
        let again = begin(&house, &one, key, &body("Exercise Person X-1")).await;
        assert_eq!(
            (again.status, &again.headers, &again.body),
            (first.status, &first.headers, &first.body)
        );
    }
    assert_eq!(drafts(&house, &one).await, 1);
    let other = begin(&house, &one, KEY, &body("Exercise Person X-3")).await;
    assert_eq!(
        (other.status.as_u16(), &other.json()["errors"][0]["parameter"]),
        (422, &json!("Idempotency-Key"))
    );
    let of_another = begin(&house, &two, KEY, &body("Exercise Person X-3")).await;
    assert_eq!(of_another.status, 201, "{}", of_another.text());
    assert_ne!(of_another.header("location"), draft);
    for key in ["short", "with a space in the middle", "twenty\"quotation\"marks", ""] {
        let refused = begin(&house, &one, key, &body("Exercise Person X-4")).await;
        assert_eq!(refused.status, 422, "{key}");
    }
    assert_eq!(drafts(&house, &one).await, 2);
}

#[tokio::test]
async fn a_draft_that_was_sealed_meanwhile_is_not_there_for_a_key_either() {
    let house = house().await;
    let (person, plain) = officer(&house, "Exercise registry officer").await;
    let sealed = token(&house, &person, Scope::Act, true).await;
    let first = begin(&house, &plain, KEY, &body("Exercise Person X-1")).await;
    let draft = first.header("location").to_owned();
    let mut narrower = body("Exercise Person X-1");
    narrower["request"]["level"] = json!("under-seal");
    let saved = call(&house, Method::PUT, &draft, &sealed, Some("1"), Some(narrower)).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let again = begin(&house, &plain, KEY, &body("Exercise Person X-1")).await;
    assert_eq!(again.status, 201, "as where it was deleted: {}", again.text());
    assert_ne!(again.header("location"), draft);
    let once_more = begin(&house, &plain, KEY, &body("Exercise Person X-1")).await;
    assert_eq!(once_more.body, again.body);
    assert_eq!(drafts(&house, &plain).await, 1);
}

#[tokio::test]
async fn old_versions_and_those_beside_are_listed_opened_and_compared() {
    let house = house().await;
    let (_, one) = officer(&house, "Exercise registry officer").await;
    let (_, two) = officer(&house, "Exercise registry second").await;
    let draft = begun(&house, &one).await;
    let save = async |secret: &str, person: &str| {
        call(&house, Method::PUT, &draft, secret, Some("1"), Some(body(person)))
            .await
            .status
    };
    assert_eq!(save(&one, "Exercise Person X-2").await, 200);
    assert_eq!(save(&two, "Exercise Person X-3").await, 409);
    let list: schema::DraftVersionList = serde_json::from_value(read(&house, &format!("{draft}/versions"), &one).await.json()).unwrap();
    let told: Vec<_> = list.versions.iter().map(|line| (line.version, line.over, line.beside)).collect();
    assert_eq!(told, [(1, 0, None), (2, 1, None), (3, 1, Some(2))]);
    assert_eq!(list.versions[1].changed, ["person"]);
    assert_eq!(list.versions[2].by.name.as_deref(), Some("Exercise registry second"));
    let beside: schema::DraftVersion = serde_json::from_value(read(&house, &format!("{draft}/versions/3"), &one).await.json()).unwrap();
    assert_eq!(
        (beside.beside, beside.elements["person"].as_slice()),
        (Some(2), ["Exercise Person X-3".to_owned()].as_slice())
    );
    let compared = read(&house, &format!("{draft}/compare?a=2&b=3"), &one).await.json();
    let compared: schema::DraftComparison = serde_json::from_value(compared).unwrap();
    assert_eq!(compared.differences.len(), 1, "{compared:?}");
    let differs = &compared.differences[0];
    assert_eq!(differs.part, "person");
    let removed = |run: &schema::TextRun| matches!(run, schema::TextRun::Removed(text) if text.contains('2'));
    assert!(differs.runs.iter().any(removed), "{differs:?}");
    for (rest, status) in [
        ("versions/4", 404),
        ("versions/0", 404),
        ("versions/01", 404),
        ("compare?a=1&b=9", 404),
        ("compare?a=1", 400),
        ("compare?a=1&b=x", 400),
    ] {
        assert_eq!(read(&house, &format!("{draft}/{rest}"), &one).await.status, status, "{rest}");
    }
}

#[tokio::test]
async fn whoever_began_a_draft_names_colleagues_and_deletes_it_and_the_audit_tells_so() {
    let house = house().await;
    let (person, one) = officer(&house, "Exercise registry officer").await;
    let (colleague, two) = officer(&house, "Exercise registry second").await;
    let reads = token(&house, &person, Scope::Read, false).await;
    let draft = begun(&house, &one).await;
    let address = format!("{draft}/people/{}", colleague.account);
    let kind = |answer: &Answer| answer.json()["type"].as_str().unwrap().to_owned();
    for method in [Method::PUT, Method::DELETE] {
        let only_reads = call(&house, method.clone(), &address, &reads, None, None).await;
        assert_eq!(kind(&only_reads), "/problems/read-only");
        let not_theirs = call(&house, method, &address, &two, None, None).await;
        assert_eq!(
            (not_theirs.status.as_u16(), kind(&not_theirs).as_str()),
            (403, "/problems/not-allowed")
        );
    }
    let people = async |method: Method| -> schema::DraftPeople {
        let answer = call(&house, method, &address, &one, None, None).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        serde_json::from_value(answer.json()).unwrap()
    };
    for _ in 0..2 {
        let named = people(Method::PUT).await;
        let with: Vec<_> = named.with.iter().map(|somebody| somebody.account.clone()).collect();
        assert_eq!(with, [Some(colleague.account.to_string())], "once, however often");
        assert_eq!(named.owner.name.as_deref(), Some("Exercise registry officer"));
    }
    assert_eq!(people(Method::DELETE).await.with, []);
    // Somebody of another organ could not read it, and is told from nobody by no word.
    let prosecutor = [(access::Organisation::Court, access::Role::Prosecutor)];
    let another = house.sign_in("Exercise officer of another organ", &prosecutor).await;
    let tell = async |account: &str| call(&house, Method::PUT, &format!("{draft}/people/{account}"), &one, None, None).await;
    let (outside, unknown) = (tell(&another.account.to_string()).await, tell(&"0".repeat(32)).await);
    assert_eq!((outside.status.as_u16(), outside.text()), (422, unknown.text()));
    let nobody = call(&house, Method::PUT, &format!("{draft}/people/nobody"), &one, None, None).await;
    assert_eq!(nobody.status, 422, "{}", nobody.text());
    assert_eq!(call(&house, Method::DELETE, &draft, &reads, None, None).await.status, 403);
    assert_eq!(call(&house, Method::DELETE, &draft, &two, None, None).await.status, 403);
    let deleted = call(&house, Method::DELETE, &draft, &one, None, None).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_slice()), (204, &b""[..]));
    assert_eq!(read(&house, &draft, &one).await.status, 404);
    assert_eq!(call(&house, Method::DELETE, &draft, &one, None, None).await.status, 404);
    let told = house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    for act in [Act::Assigned, Act::AssignmentEnded, Act::DraftDeleted] {
        let owner = person.account.to_string();
        let by_owner = told
            .iter()
            .any(|event| event.act == act && event.who.account() == Some(owner.as_str()));
        assert!(by_owner, "{act:?}");
    }
}

#[tokio::test]
async fn a_draft_whose_request_is_not_taken_is_out_of_review_again_and_may_go() {
    let house = house().await;
    let (_, one) = officer(&house, "Exercise registry officer").await;
    let draft = begun(&house, &one).await;
    let version = read(&house, &draft, &one).await.header("etag").trim_matches('"').to_owned();
    for _ in 0..2 {
        let submitted = call(&house, Method::POST, &format!("{draft}/submission"), &one, Some(&version), None).await;
        assert_eq!(submitted.status, 422, "what is asked for is missing: {}", submitted.text());
        let seen: schema::DraftDocument = serde_json::from_value(read(&house, &draft, &one).await.json()).unwrap();
        assert_eq!(seen.request, None, "no request came of it");
    }
    assert_eq!(call(&house, Method::DELETE, &draft, &one, None, None).await.status, 204);
}

#[tokio::test]
async fn a_draft_that_is_not_visible_is_answered_by_every_address_as_if_there_were_none() {
    let house = house().await;
    let (_, one) = officer(&house, "Exercise registry officer").await;
    let state = house.sign_in("Exercise authority", &crate::request_walk::authority("XAA")).await;
    let theirs = token(&house, &state, Scope::Act, true).await;
    let draft = begun(&house, &one).await;
    let nothing = format!("/api/v1/drafts/{}", "0".repeat(32));
    for (method, rest) in [
        (Method::GET, "/versions".to_owned()),
        (Method::GET, "/versions/1".to_owned()),
        (Method::GET, "/compare?a=1&b=1".to_owned()),
        (Method::GET, "/request.docx".to_owned()),
        (Method::GET, "/people".to_owned()),
        (Method::PUT, format!("/people/{}", state.account)),
        (Method::DELETE, format!("/people/{}", state.account)),
        (Method::DELETE, String::new()),
        (Method::POST, "/word".to_owned()),
    ] {
        let mut answers = Vec::new();
        for address in [&draft, &nothing] {
            let answer = call(&house, method.clone(), &format!("{address}{rest}"), &theirs, None, None).await;
            assert_eq!(answer.status, 404, "{method} {rest}: {}", answer.text());
            answers.push((answer.headers, answer.body));
        }
        assert_eq!(answers[0], answers[1], "{method} {rest}");
    }
}

/// Brings a document back.
async fn bring(house: &House, address: &str, secret: &str, lang: &str, bytes: Vec<u8>) -> Answer {
    let bearer = format!("Bearer {secret}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", MEDIA_TYPE),
        ("accept-language", lang),
    ];
    house.send(Method::POST, address, &headers, Body::from(bytes)).await
}

/// The document as somebody changed it in Word: another person, made of the same version.
fn changed(house: &House, taken: &docx::Read, person: &str) -> Vec<u8> {
    let mut text: RequestText = taken.text.clone();
    text.values.0.insert("person".into(), vec![person.into()]);
    let facts = DocumentFacts::default();
    let given = Given {
        law: &house.register.law,
        text: &text,
        reference: "exercise",
        date: None,
        language: Language::En,
        facts: &facts,
    };
    let made: &Made = &taken.made;
    docx::docx(&request(&given), Some(made)).unwrap()
}

#[tokio::test]
async fn what_was_changed_in_word_is_told_first_and_saved_where_that_is_asked_for() {
    let house = house().await;
    let (person, secret) = officer(&house, "Exercise registry officer").await;
    let draft = begun(&house, &secret).await;
    let document = read(&house, &format!("{draft}/request.docx?lang=en"), &secret).await;
    assert_eq!((document.status.as_u16(), document.header("content-type")), (200, MEDIA_TYPE));
    let taken = docx::read(&document.body).unwrap();
    let word = format!("{draft}/word");
    let back = bring(&house, &word, &secret, "en", changed(&house, &taken, "Exercise Person X-9")).await;
    assert_eq!(back.status, 200, "{}", back.text());
    let back: schema::DraftWord = serde_json::from_value(back.json()).unwrap();
    assert_eq!((back.made_of, back.current, &back.saved), (1, 1, &None));
    assert_eq!(back.elements["person"], ["Exercise Person X-9"]);
    assert_eq!(
        back.differences
            .iter()
            .map(|difference| difference.part.as_str())
            .collect::<Vec<_>>(),
        ["person"]
    );
    assert!(!back.findings.is_empty(), "what is to mend is told");
    assert_eq!(
        read(&house, &draft, &secret).await.header("etag"),
        "\"1\"",
        "nothing is saved by looking"
    );
    let save = format!("{word}?save=1");
    let saved = bring(&house, &save, &secret, "en", changed(&house, &taken, "Exercise Person X-9")).await;
    assert_eq!((saved.status.as_u16(), saved.header("etag")), (200, "\"2\""), "{}", saved.text());
    let moved = bring(&house, &word, &secret, "fr", changed(&house, &taken, "Exercise Person X-8")).await;
    let moved: schema::DraftWord = serde_json::from_value(moved.json()).unwrap();
    assert!(
        moved.notices.iter().any(|notice| notice.contains("a enregistré la version 2")),
        "{moved:?}"
    );
    let conflict = bring(&house, &save, &secret, "en", changed(&house, &taken, "Exercise Person X-8")).await;
    assert_eq!(
        (conflict.status.as_u16(), &conflict.json()["parts"]),
        (409, &json!(["person"])),
        "{}",
        conflict.text()
    );
    let owner = register::attachment::owner(house.actor(&person).await.viewer());
    let waiting = house.register.attachments.working(&owner).await.unwrap();
    assert!(waiting.is_empty(), "documents that were read are forgotten");
}

#[tokio::test]
async fn what_is_no_document_of_the_draft_is_refused_and_nothing_is_saved() {
    let house = house().await;
    let (_, secret) = officer(&house, "Exercise registry officer").await;
    let (draft, other) = (begun(&house, &secret).await, begun(&house, &secret).await);
    let taken = docx::read(&read(&house, &format!("{other}/request.docx"), &secret).await.body).unwrap();
    let save = format!("{draft}/word?save=1");
    let of_another = bring(&house, &save, &secret, "fr", changed(&house, &taken, "Exercise Person X-9")).await;
    assert_eq!(of_another.status, 422, "{}", of_another.text());
    assert_eq!(
        (&of_another.json()["title"], of_another.header("content-language")),
        (&json!("Cela n’a pas été inscrit"), "fr")
    );
    assert!(of_another.text().contains("à partir d’un autre projet"), "{}", of_another.text());
    let no_document = bring(&house, &save, &secret, "en", b"{\\rtf1 exercise}".to_vec()).await;
    assert_eq!(no_document.status, 422, "{}", no_document.text());
    let as_json = call(&house, Method::POST, &save, &secret, None, Some(json!({}))).await;
    assert_eq!(as_json.status, 415);
    assert_eq!(read(&house, &draft, &secret).await.header("etag"), "\"1\"");
}

#[tokio::test]
async fn one_of_the_organs_that_ask_in_the_form_asks_and_nobody_else() {
    let house = house().await;
    let (_, secret) = officer(&house, "Exercise registry officer").await;
    for given in ["state:XAA", "organ:trust-fund", "nobody"] {
        let mut asked = body("Exercise Person X-1");
        asked["requesting"] = json!(given);
        let refused = call(&house, Method::POST, "/api/v1/drafts", &secret, None, Some(asked)).await;
        assert_eq!(refused.status, 422, "{given}: {}", refused.text());
        assert!(refused.text().contains("organ:chambers"), "{given}: {}", refused.text());
    }
    assert_eq!(drafts(&house, &secret).await, 0);
}
