//! Requests by programs of both sides: the same operations, the same findings, the same refusals as on the pages.

use crate::house::{Answer, House};
use crate::request_walk::{REGISTRY, authority, complete, done, house, id_of, in_review, made, page, sent};
use crate::tokens::{call, read, token};
use access::Viewer;
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use register::request::RequestText;
use serde_json::{Map, Value, json};
use web::api::schema;

/// A request of a form that is complete, as a program writes it.
fn written(house: &House, form: &str) -> Map<String, Value> {
    let values = complete(house.register.law.form(form).unwrap());
    let mut written: Map<String, Value> = values.into_iter().map(|(element, value)| (element, Value::from(value))).collect();
    written.insert("form".into(), form.into());
    written
}

/// What an act needs, as a program writes it.
fn values(house: &House, act: &str) -> Value {
    let mv = house.register.law.moves().iter().find(|mv| mv.id == act).unwrap();
    let needed = mv.carries.iter().filter(|element| element.required);
    needed
        .map(|element| (element.id.clone(), Value::from(made(element))))
        .collect::<Map<_, _>>()
        .into()
}

fn post(method: &str) -> Method {
    method.parse().unwrap()
}

#[tokio::test]
async fn a_request_goes_its_way_by_programs_of_both_sides() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let (court, theirs) = (
        token(&house, &officer, Scope::Act, false).await,
        token(&house, &state, Scope::Act, false).await,
    );
    let body = json!({"requesting": "organ:chambers", "request": {"form": "provisional-arrest", "requested_state": "XAA"}});
    let unclassified = call(&house, Method::POST, "/api/v1/drafts", &court, None, Some(body.clone())).await;
    assert_eq!(
        (unclassified.status.as_u16(), &unclassified.json()["errors"][0]["parameter"]),
        (422, &json!("level")),
        "what is not classified yet lies under seal, which this token does not reach"
    );
    let mut body = body;
    body["request"]["level"] = json!("confidential");
    let begun = call(&house, Method::POST, "/api/v1/drafts", &court, None, Some(body)).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    assert_eq!(begun.header("etag"), "\"1\"");
    let draft = begun.header("location").to_owned();
    let seen: schema::DraftDocument = serde_json::from_value(read(&house, &draft, &court).await.json()).unwrap();
    assert!(seen.version == 1 && !seen.findings.is_empty(), "{seen:?}");
    let body = json!({"request": written(&house, "provisional-arrest")});
    let saved = call(&house, Method::PUT, &draft, &court, Some("1"), Some(body)).await;
    assert_eq!((saved.status.as_u16(), saved.header("etag")), (200, "\"2\""), "{}", saved.text());
    let seen: schema::DraftDocument = serde_json::from_value(read(&house, &draft, &court).await.json()).unwrap();
    assert_eq!(seen.findings, [], "it is complete");
    let submission = format!("{draft}/submission");
    let stale = call(&house, Method::POST, &submission, &court, Some("1"), None).await;
    assert_eq!(stale.status, 412, "what was not seen is not sent to review");
    let submitted = call(&house, Method::POST, &submission, &court, Some("2"), None).await;
    assert_eq!(submitted.status, 201, "{}", submitted.text());
    let request = submitted.header("location").to_owned();
    let again = call(&house, Method::POST, &submission, &court, Some("2"), None).await;
    assert_eq!(
        (again.status.as_u16(), again.header("location")),
        (201, request.as_str()),
        "whose answer was lost sends it again: {}",
        again.text()
    );
    let in_review: schema::RequestDocument = serde_json::from_value(read(&house, &request, &court).await.json()).unwrap();
    assert_eq!(in_review.steps.len(), 1, "and it went to review once");
    let on_page = format!("/en/request/{}", submitted.json()["request"].as_str().unwrap());
    assert_eq!(
        read(&house, &request, &theirs).await.status,
        404,
        "the State knows nothing of it yet"
    );
    done(&house, &officer, &on_page, &crate::request_signing::signing(&house, &officer).await).await;
    let saw = read(&house, &request, &court).await.json()["saw"].clone();
    let transmit = format!("{request}/acts/transmit");
    let sent = json!({"values": values(&house, "transmit")});
    let sent = call(&house, Method::POST, &transmit, &court, saw.as_str(), Some(sent)).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let list: schema::RequestList = serde_json::from_value(read(&house, "/api/v1/requests?state=XAA", &theirs).await.json()).unwrap();
    assert_eq!(list.requests.len(), 1);
    assert_eq!(list.requests[0].level, "confidential", "whoever keeps it knows how to");
    assert!(list.exercise && list.requests[0].owed_by.as_deref() == Some("state"), "{list:?}");
    let seen: schema::RequestDocument = serde_json::from_value(read(&house, &request, &theirs).await.json()).unwrap();
    assert!(seen.can.iter().any(|can| can.act == "acknowledge"), "{seen:?}");
    let acknowledge = format!("{request}/acts/acknowledge");
    let body = json!({"values": {"reference": "Exercise 44/26"}, "effective": "2026-04-14"});
    let first = call(&house, Method::POST, &acknowledge, &theirs, Some(&seen.saw), Some(body.clone())).await;
    assert_eq!(first.status, 201, "{}", first.text());
    assert_eq!(first.header("location"), request, "what was recorded is read with its request");
    let recorded: schema::RecordedAct = serde_json::from_value(first.json()).unwrap();
    let again = call(&house, Method::POST, &acknowledge, &theirs, Some(&seen.saw), Some(body)).await;
    assert_eq!(again.status, 412, "nothing is recorded twice");
    assert_eq!(
        again.json()["recorded"],
        json!(recorded),
        "and whose answer was lost is told what was recorded"
    );
    let after: schema::RequestDocument = serde_json::from_value(read(&house, &request, &court).await.json()).unwrap();
    assert_eq!(Some(&after.saw), recorded.saw.as_ref());
    assert_eq!(after.steps[0].kind, "request.acknowledged");
    let of_before = read(&house, &format!("{request}?as_at=2026-04-13"), &court).await;
    assert_eq!(of_before.status, 404, "the day before there was none");
}

#[tokio::test]
async fn the_findings_of_a_check_are_those_of_the_shell_and_nobody_signs_in_for_it() {
    let house = house().await;
    let mut request = written(&house, "arrest-and-surrender");
    request.remove("probable_location");
    let headers = [("content-type", "application/json")];
    let body = Value::from(request.clone()).to_string();
    let answer = house.send(Method::POST, "/api/v1/check", &headers, Body::from(body.clone())).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let checked: schema::Checked = serde_json::from_value(answer.json()).unwrap();
    let text = RequestText::read_file(body.as_bytes()).unwrap();
    let findings = house
        .register
        .check_request(&Viewer::public(), &text, "2026-04-14".parse().unwrap())
        .await
        .unwrap();
    assert!(!findings.is_empty());
    assert_eq!(
        checked.findings,
        schema::Finding::all(&findings, schema::LawTexts::english(&house.register.law))
    );
    assert_eq!((checked.sha256, checked.complete), (text.sha256(), false));
}

#[tokio::test]
async fn a_letter_of_another_alphabet_in_a_name_is_doubted_and_leaves_a_request_as_complete_as_it_was() {
    let house = house().await;
    let checked = async |person: &str| -> schema::Checked {
        let mut request = written(&house, "provisional-arrest");
        request.insert("person".to_owned(), person.into());
        let (headers, body) = ([("content-type", "application/json")], Value::from(request).to_string());
        let address = "/api/v1/check?as_at=2026-04-14";
        let answer = house.send(Method::POST, address, &headers, Body::from(body)).await;
        serde_json::from_value(answer.json()).unwrap()
    };
    let plain = checked("Exercise Person One").await;
    let mixed = checked("Exercise P\u{435}rson One").await;
    let doubts: Vec<_> = mixed.findings.iter().filter(|finding| !plain.findings.contains(finding)).collect();
    let [doubt] = doubts[..] else { panic!("{:?}", mixed.findings) };
    assert_eq!((doubt.kind.as_str(), doubt.element.as_str()), ("doubtful", "person"));
    assert!(doubt.says.contains("two alphabets"), "{}", doubt.says);
    assert_eq!(mixed.complete, plain.complete);
}

#[tokio::test]
async fn of_two_who_change_the_same_in_a_draft_both_versions_are_kept() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let secret = token(&house, &officer, Scope::Act, false).await;
    let body = |person: &str| json!({"request": {"form": "provisional-arrest", "level": "confidential", "person": person}});
    let begun = call(
        &house,
        Method::POST,
        "/api/v1/drafts",
        &secret,
        None,
        Some(body("Exercise Person X-1")),
    )
    .await;
    let draft = begun.header("location").to_owned();
    let save = async |over, person: &str| call(&house, Method::PUT, &draft, &secret, over, Some(body(person))).await;
    assert_eq!(save(Some("1"), "Exercise Person X-2").await.header("etag"), "\"2\"");
    let conflict = save(Some("1"), "Exercise Person X-3").await;
    assert_eq!(conflict.status, 409);
    let said = conflict.json();
    assert_eq!(
        (&said["beside"], &said["current"], &said["parts"]),
        (&json!(3), &json!(2), &json!(["person"]))
    );
    assert_eq!(save(None, "Exercise Person X-4").await.status, 428);
    assert_eq!(save(Some("9"), "Exercise Person X-4").await.status, 412);
    let chosen = json!({"request": {"form": "provisional-arrest", "level": "confidential", "person": "Exercise Person X-3"}, "settles": 3});
    let chosen = call(&house, Method::PUT, &draft, &secret, Some("2"), Some(chosen)).await;
    assert_eq!(chosen.status, 200, "{}", chosen.text());
    assert_eq!(read(&house, &draft, &secret).await.json()["unsettled"], json!([]));
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_where_it_is_wrong() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let secret = token(&house, &officer, Scope::Act, false).await;
    let bearer = format!("Bearer {secret}");
    let deep = format!("{}{}", "[".repeat(70), "]".repeat(70));
    let deep = format!("{{\"request\":{deep}}}");
    for (body, status, pointer) in [
        ("", 400, Value::Null),
        ("[]", 400, Value::Null),
        ("{\"request\":{},\"request\":{}}", 400, Value::Null),
        (deep.as_str(), 400, Value::Null),
        (
            "{\"request\":{\"form\":\"provisional-arrest\"},\"reqesting\":\"x\"}",
            400,
            json!("/reqesting"),
        ),
        ("{\"a/b~c\":1}", 400, json!("/a~1b~0c")),
        ("{}", 400, json!("/request")),
        ("{\"request\":7}", 400, json!("/request")),
        ("{\"request\":{\"person\":\"x\"}}", 400, json!("/request/form")),
        (
            "{\"request\":{\"form\":\"provisional-arrest\",\"person\":{}}}",
            400,
            json!("/request/person"),
        ),
        (
            "{\"request\":{\"form\":\"provisional-arrest\"},\"requesting\":3}",
            400,
            json!("/requesting"),
        ),
        ("{\"request\":{\"form\":\"exercise-form\"}}", 422, Value::Null),
    ] {
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let answer = house
            .send(Method::POST, "/api/v1/drafts", &headers, Body::from(body.to_owned()))
            .await;
        assert_eq!(answer.status, status, "{body}: {}", answer.text());
        assert_eq!(answer.json()["pointer"], pointer, "{body}: {}", answer.text());
        let _: schema::Problem = serde_json::from_value(answer.json()).unwrap();
    }
    let headers = [("authorization", bearer.as_str()), ("content-type", "text/plain")];
    let answer = house.send(Method::POST, "/api/v1/drafts", &headers, Body::from("{}")).await;
    assert_eq!(answer.status, 415);
    let headers = [("content-type", "application/json")];
    let long = format!("{{\"form\":\"{}\"}}", "x".repeat(256 * 1024));
    let answer = house.send(Method::POST, "/api/v1/check", &headers, Body::from(long)).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["most"]), (413, &json!(262_144)));
    for (method, address, allowed) in [
        ("DELETE", "/api/v1/drafts", "GET, HEAD, POST"),
        ("GET", "/api/v1/check", "POST"),
        ("POST", "/api/v1/requests", "GET, HEAD"),
    ] {
        let answer = call(&house, post(method), address, &secret, None, None).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("allow")),
            (405, allowed),
            "{method} {address}"
        );
    }
}

#[tokio::test]
async fn refusals_of_acts_are_those_of_the_page() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let (court, theirs) = (
        token(&house, &officer, Scope::Act, false).await,
        token(&house, &state, Scope::Act, false).await,
    );
    let request = format!("/api/v1/requests/{}", id_of(&sent(&house, &officer, "arrest-and-surrender").await));
    let saw = read(&house, &request, &court).await.json()["saw"].as_str().unwrap().to_owned();
    let act = async |secret: &str, act: &str, body: Value| -> Answer {
        call(
            &house,
            Method::POST,
            &format!("{request}/acts/{act}"),
            secret,
            Some(&saw),
            Some(body),
        )
        .await
    };
    let kind = |answer: &Answer| answer.json()["type"].as_str().unwrap().to_owned();
    let not_theirs = act(
        &theirs,
        "withdraw",
        json!({"values": {"reasons": "Exercise reasons, in enough words"}}),
    )
    .await;
    assert_eq!(
        (not_theirs.status.as_u16(), kind(&not_theirs).as_str()),
        (403, "/problems/not-allowed")
    );
    let unknown = act(&theirs, "exercise-act", json!({})).await;
    assert_eq!(
        (unknown.status.as_u16(), kind(&unknown).as_str()),
        (409, "/problems/not-now"),
        "{}",
        unknown.text()
    );
    let empty = act(&theirs, "consult", json!({})).await;
    assert_eq!(empty.status, 422, "{}", empty.text());
    let said: Vec<schema::Finding> = serde_json::from_value(empty.json()["findings"].clone()).unwrap();
    assert!(
        said.iter().any(|finding| finding.kind == "missing" && !finding.says.is_empty()),
        "{said:?}"
    );
    let to_come = act(&theirs, "acknowledge", json!({"effective": "2026-05-01"})).await;
    assert_eq!(to_come.status, 422);
    assert_eq!(to_come.json()["errors"][0]["parameter"], "effective");
    let without = call(
        &house,
        Method::POST,
        &format!("{request}/acts/acknowledge"),
        &theirs,
        None,
        Some(json!({})),
    )
    .await;
    assert_eq!(without.status, 428);
    let paper = json!({"paper": {"number": "44/26", "dated": "2026-04-09", "received": "2026-04-13"}, "effective": "2026-04-13"});
    let early = act(&court, "acknowledge", paper.clone()).await;
    assert_eq!(early.status, 422, "before it was sent it is not acknowledged: {}", early.text());
    let mut paper = paper;
    paper["effective"] = json!("2026-04-14");
    paper["paper"] = json!({"number": "44/26", "dated": "2026-04-14", "received": "2026-04-14"});
    let on_paper = act(&court, "acknowledge", paper).await;
    assert_eq!(
        on_paper.status,
        201,
        "an officer records what a State said on paper: {}",
        on_paper.text()
    );
}

#[tokio::test]
async fn a_file_is_sent_named_by_its_hash_in_an_act_and_opened_by_both_sides() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let theirs = token(&house, &state, Scope::Act, false).await;
    let court = token(&house, &officer, Scope::Read, false).await;
    let request = format!("/api/v1/requests/{}", id_of(&sent(&house, &officer, "arrest-and-surrender").await));
    let bearer = format!("Bearer {theirs}");
    let send = async |name: &str, kind: &str, bytes: &'static [u8]| {
        let named = format!("attachment; filename*=UTF-8''{name}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", kind),
            ("content-disposition", named.as_str()),
        ];
        house.send(Method::POST, "/api/v1/files", &headers, Body::from(bytes)).await
    };
    let bytes = b"%PDF-1.7\nexercise result\n%%EOF\n";
    let waiting = send("exercise-result.pdf", "application/pdf", bytes).await;
    assert_eq!(waiting.status, 201, "{}", waiting.text());
    let waiting: schema::WaitingFile = serde_json::from_value(waiting.json()).unwrap();
    for (name, kind, bytes) in [
        ("exercise.pdf", "application/pdf", &b"exercise text"[..]),
        ("exercise.pdf", "application/pdf", b""),
        ("exercise.exe", "application/octet-stream", b"MZ exercise"),
    ] {
        let refused = send(name, kind, bytes).await;
        assert_eq!(refused.status, 422, "{name}: {}", refused.text());
    }
    let saw = read(&house, &request, &theirs).await.json()["saw"].clone();
    let named = format!("Exercise result [eng] sha256:{}", waiting.sha256);
    let mv = house.register.law.moves().iter().find(|mv| mv.id == "report-step").unwrap();
    let mut body = values(&house, "report-step");
    let files = match mv.carries.iter().find(|element| element.sort == law::ElementSort::Documents) {
        Some(element) => {
            body[element.id.as_str()] = json!(named);
            json!([])
        }
        None => json!([waiting.sha256]),
    };
    let body = json!({"values": body, "files": files});
    let reported = call(
        &house,
        Method::POST,
        &format!("{request}/acts/report-step"),
        &theirs,
        saw.as_str(),
        Some(body),
    )
    .await;
    assert_eq!(reported.status, 201, "{}", reported.text());
    let entry = reported.json()["entry"].as_str().unwrap().to_owned();
    for secret in [&theirs, &court] {
        let seen: schema::RequestDocument = serde_json::from_value(read(&house, &request, secret).await.json()).unwrap();
        let listed = seen.documents.iter().find(|document| document.sha256 == waiting.sha256).unwrap();
        assert_eq!(
            (listed.entry.0.as_str(), listed.number),
            (entry.as_str(), 1),
            "the request says how it is opened"
        );
        let opened = read(&house, &format!("{request}/documents/{entry}/1"), secret).await;
        assert_eq!((opened.status.as_u16(), opened.body.as_slice()), (200, &bytes[..]));
        assert_eq!(read(&house, &format!("{request}/documents/{entry}/2"), secret).await.status, 404);
        let elsewhere = format!("/api/v1/requests/{}/documents/{entry}/1", "0".repeat(32));
        assert_eq!(
            read(&house, &elsewhere, secret).await.status,
            404,
            "a document of another request is not there"
        );
    }
}

#[tokio::test]
async fn the_list_is_filtered_and_goes_on_page_by_page() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let secret = token(&house, &officer, Scope::Read, false).await;
    for form in ["arrest-and-surrender", "provisional-arrest", "arrest-and-surrender"] {
        in_review(&house, &officer, form).await;
    }
    let list = async |query: &str| -> schema::RequestList {
        let answer = read(&house, &format!("/api/v1/requests{query}"), &secret).await;
        serde_json::from_value(answer.json()).unwrap_or_else(|error| panic!("{query}: {error}: {}", answer.text()))
    };
    let all = list("").await;
    assert_eq!((all.requests.len(), &all.next), (3, &None));
    assert_eq!(list("?form=provisional-arrest").await.requests.len(), 1);
    assert_eq!(list("?state=XAB").await.requests.len(), 0);
    assert_eq!(list("?stands=in-review").await.requests.len(), 3);
    assert_eq!(list("?overdue=1").await.requests.len(), 0);
    let first = list("?limit=2").await;
    let second = list(&format!("?limit=2&after={}", first.next.clone().unwrap())).await;
    assert_eq!([first.requests, second.requests].concat(), all.requests);
    assert_eq!(second.next, None);
    assert_eq!(
        read(&house, &format!("/api/v1/requests?after={}", "0".repeat(32)), &secret)
            .await
            .status,
        400
    );
    assert_eq!(read(&house, "/api/v1/requests?colour=red", &secret).await.status, 400);
}

#[tokio::test]
async fn whoever_asks_for_french_is_told_the_law_and_why_an_act_was_refused_in_french() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let theirs = token(&house, &state, Scope::Act, false).await;
    let request = format!("/api/v1/requests/{}", id_of(&sent(&house, &officer, "arrest-and-surrender").await));
    let bearer = format!("Bearer {theirs}");
    let saw = read(&house, &request, &theirs).await.json()["saw"].as_str().unwrap().to_owned();
    let over = format!("\"{saw}\"");
    let ask = async |lang: &str, act: Option<(&str, Value)>| {
        let headers = [
            ("authorization", bearer.as_str()),
            ("accept-language", lang),
            ("if-match", over.as_str()),
            ("content-type", "application/json"),
        ];
        match act {
            Some((act, body)) => {
                let address = format!("{request}/acts/{act}");
                house.send(Method::POST, &address, &headers, Body::from(body.to_string())).await
            }
            None => house.send(Method::GET, &request, &headers, Body::empty()).await,
        }
    };
    let words = async |lang: &str| {
        let seen: schema::RequestDocument = serde_json::from_value(ask(lang, None).await.json()).unwrap();
        (seen.owed[0].what.clone(), seen.steps[0].says.clone(), seen.can[0].says.clone())
    };
    let law = &house.register.law;
    let transmitted = |lang: &str| law.text(lang, "law-move-transmit.done").unwrap().to_owned();
    let (english, french) = (words("en-GB, fr;q=0.5").await, words("fr-BE, en;q=0.5").await);
    assert_eq!((&english.1, &french.1), (&transmitted("en"), &transmitted("fr")));
    assert!(english.0 != french.0 && english.2 != french.2, "{english:?} {french:?}");
    let refused = ask(
        "fr",
        Some(("withdraw", json!({"values": {"reasons": "Exercise reasons, in enough words"}}))),
    )
    .await;
    assert_eq!((refused.status.as_u16(), refused.header("content-language")), (403, "fr"));
    assert_eq!(refused.json()["detail"], "Dans cette demande, cet acte ne vous revient pas.");
    let vague = ask("fr", Some(("consult", json!({})))).await;
    let finding = vague.json()["findings"][0]["says"].clone();
    assert!(finding.is_string(), "{}", vague.text());
    let in_english = ask("en", Some(("consult", json!({})))).await.json()["findings"][0]["says"].clone();
    assert!(vague.status == 422 && finding != in_english, "{}", vague.text());
    let form = async |lang: &str| {
        let headers = [("accept-language", lang)];
        house
            .send(Method::GET, "/api/v1/forms/arrest-and-surrender", &headers, Body::empty())
            .await
    };
    let (english, french) = (form("en").await, form("fr").await);
    assert_ne!(english.json()["name"], french.json()["name"]);
    assert!(
        french.headers.get_all("vary").iter().any(|vary| vary == "accept-language"),
        "caches keep both apart"
    );
}

#[tokio::test]
async fn each_thing_that_is_owed_says_how_its_day_was_made_and_what_follows_on_the_page_and_to_programs() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let text = page(&house, &officer, &request).await;
    for said in [
        "Ten days from the sending",
        "Nothing lapses: the request stands until it is executed or withdrawn.",
    ] {
        assert_eq!(text.matches(said).count(), 1, "{said}: {text}");
    }
    let court = token(&house, &officer, Scope::Act, false).await;
    let address = format!("/api/v1/requests/{}", id_of(&request));
    let told: schema::RequestDocument = serde_json::from_value(read(&house, &address, &court).await.json()).unwrap();
    let [acknowledgement, arrest] = &told.owed[..] else {
        panic!("{:?}", told.owed)
    };
    let counts: Vec<_> = acknowledgement
        .counts
        .iter()
        .map(|count| (count.from.0.to_string(), count.days, count.to.0.to_string()))
        .collect();
    assert_eq!(counts, [("2026-04-14".to_owned(), 10, "2026-04-24".to_owned())]);
    assert!(arrest.counts.is_empty() && arrest.holidays_known.is_none());
    assert_eq!(arrest.counting.as_deref(), Some("At once, and without a day."));
    assert!(
        arrest.lapse.as_deref().unwrap_or_default().starts_with("Nothing lapses"),
        "{arrest:?}"
    );
    let law = &house.register.law;
    assert!(law.rule("art-89-1").unwrap().unverified, "nobody read it yet");
    assert_eq!(
        arrest.rests_on[0], "Rome Statute, article 89(1) (unverified)",
        "as the page marks it"
    );
}
