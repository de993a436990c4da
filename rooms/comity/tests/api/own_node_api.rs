//! A State's own side by programs: what comes is looked at and recorded once, what is to be done is assigned and reported in its
//! silo, a desk is handed over; with the same answers as on the pages.

use crate::house::{Answer, House, Person};
use crate::own_node_receiving::{NOTE, WARRANT, bundle, court_id, text, xaa};
use crate::request_files::hash;
use crate::request_walk::*;
use crate::tokens::{call, read, token};
use access::{Organisation, Role, Viewer};
use axum::body::Body;
use axum::http::Method;
use identity::access_token::Scope;
use register::audit::{Act, Audit, AuditFilter};
use register::port::Store;
use serde_json::{Value, json};
use web::api::schema;

const FILES: &str = "/api/v1/requests/received/files";
const RECEIVED: &str = "/api/v1/requests/received";
const EXECUTIONS: &str = "/api/v1/executions";

fn executing() -> [(Organisation, Role); 1] {
    [(xaa(), Role::ExecutingAuthority)]
}

/// Somebody who is signed in, and a token of theirs to read and act below seal.
async fn somebody(house: &House, name: &str, posts: &[(Organisation, Role)]) -> (Person, String) {
    let person = house.sign_in(name, posts).await;
    let secret = token(house, &person, Scope::Act, false).await;
    (person, secret)
}

/// Sends a file as it came.
async fn looked(house: &House, secret: &str, name: &str, bytes: &[u8]) -> Answer {
    let (bearer, named) = (format!("Bearer {secret}"), format!("attachment; filename*=UTF-8''{name}"));
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/octet-stream"),
        ("content-disposition", named.as_str()),
    ];
    house.send(Method::POST, FILES, &headers, Body::from(bytes.to_vec())).await
}

async fn post(house: &House, secret: &str, address: &str, body: Value) -> Answer {
    call(house, Method::POST, address, secret, None, Some(body)).await
}

/// How it came.
fn how(more: Value) -> Value {
    let mut how = json!({
        "paper": {"number": "NV/12", "dated": "2026-04-09", "received": "2026-04-13"},
        "values": {"channel": "diplomatic", "medium": "bag", "urgent": "no"},
    });
    for (name, value) in more.as_object().unwrap() {
        how[name] = value.clone();
    }
    how
}

/// A request that came in a bundle and was recorded; its id.
async fn received(house: &House, secret: &str) -> String {
    let bytes = bundle(&court_id(7), &text(house, "XAA", "confidential"));
    let came: schema::CameRequest = made(&looked(house, secret, "exercise.zip", &bytes).await);
    let recorded: schema::ReceivedRequest = made(&post(house, secret, RECEIVED, how(json!({"file": came.file}))).await);
    recorded.request
}

/// What was made, in the shape that is documented.
#[track_caller]
fn made<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    assert_eq!(answer.status, 201, "{}", answer.text());
    serde_json::from_value(answer.json()).unwrap()
}

#[track_caller]
fn refused(answer: &Answer, status: u16, kind: &str) {
    let said = answer.json();
    assert_eq!(
        (answer.status.as_u16(), said["type"].as_str().unwrap()),
        (status, format!("/problems/{kind}").as_str()),
        "{said}"
    );
    let _: schema::Problem = serde_json::from_value(said).unwrap();
}

#[tokio::test]
async fn a_bundle_is_looked_at_and_recorded_once_by_a_program_of_the_central_authority() {
    let house = house_of(&xaa()).await;
    let (state, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let request = text(&house, "XAA", "confidential");
    let bytes = bundle(&court_id(7), &request);
    let before = house.store.length().await.unwrap();
    let came: schema::CameRequest = made(&looked(&house, &secret, "exercise.zip", &bytes).await);
    assert_eq!(house.store.length().await.unwrap(), before, "looking records nothing");
    assert_eq!(
        (came.received_as.as_deref(), came.bundle_sha256.as_deref(), came.level.as_deref()),
        (
            Some(court_id(7).to_string().as_str()),
            Some(hash(&bytes).as_str()),
            Some("confidential")
        )
    );
    assert_eq!(
        (&came.sha256, came.signed_on.map(|day| day.0.to_string()).as_deref()),
        (&request.sha256(), Some("2026-04-09"))
    );
    let documents: Vec<&str> = came.documents.iter().map(|document| document.sha256.as_str()).collect();
    assert_eq!(documents, [hash(NOTE), hash(WARRANT)]);
    assert_eq!(came.on_paper, ["Exercise photograph"]);
    assert!(
        came.sending.contains(&"channel*".to_owned()) && came.sending.contains(&"medium".to_owned()),
        "{came:?}"
    );
    let file = json!({"file": came.file});
    let mut without = how(file.clone());
    without["values"] = json!({"medium": "bag"});
    let without = post(&house, &secret, RECEIVED, without).await;
    refused(&without, 422, "findings");
    assert_eq!(without.json()["findings"][0]["element"], "channel");
    let mut late = how(file.clone());
    late["sent"] = json!("2026-04-14");
    refused(&post(&house, &secret, RECEIVED, late).await, 422, "member");
    let mut more = how(file.clone());
    more["values"]["exercise"] = json!("x");
    let more = post(&house, &secret, RECEIVED, more).await;
    refused(&more, 422, "member");
    assert!(more.json()["detail"].as_str().unwrap().contains("exercise"), "{}", more.text());
    assert_eq!(house.store.length().await.unwrap(), before);
    let answer = post(&house, &secret, RECEIVED, how(file.clone())).await;
    let recorded: schema::ReceivedRequest = made(&answer);
    let address = format!("/api/v1/requests/{}", recorded.request);
    assert_eq!(
        (answer.header("location"), answer.header("etag")),
        (address.as_str(), format!("\"{}\"", recorded.saw).as_str())
    );
    let seen: schema::RequestDocument = serde_json::from_value(read(&house, &address, &secret).await.json()).unwrap();
    assert_eq!((seen.saw, seen.sha256), (recorded.saw.clone(), came.sha256));
    assert_eq!(seen.steps[0].carries["bundle_sha256"], [hash(&bytes)]);
    assert_eq!(
        seen.steps[0].on_behalf_of.as_deref(),
        Some("organ:registry"),
        "it is the Court's act"
    );
    assert!(
        seen.documents.iter().any(|document| document.sha256 == hash(WARRANT)),
        "{:?}",
        seen.documents
    );
    // Where the answer is lost: the file went with the recording, and what came again is here already.
    refused(&post(&house, &secret, RECEIVED, how(file)).await, 409, "not-now");
    let again = looked(&house, &secret, "exercise.zip", &bytes).await;
    refused(&again, 409, "already-here");
    assert_eq!(again.json()["request"], recorded.request);
    let waiting = house.register.attachments.working(&state.account.to_string()).await.unwrap();
    assert!(
        waiting.iter().all(|file| file.file.name != "exercise.zip"),
        "neither waits any more: {waiting:?}"
    );
    // It goes on by its acts.
    let acknowledge = format!("{address}/acts/acknowledge");
    let body = json!({"values": {"reference": "Exercise 44/26"}});
    let answer = call(&house, Method::POST, &acknowledge, &secret, Some(&recorded.saw), Some(body)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
}

#[tokio::test]
async fn what_is_no_request_is_refused_with_its_reason_in_either_language_and_waits_no_longer() {
    let house = house_of(&xaa()).await;
    let (state, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let whole = bundle(&court_id(7), &text(&house, "XAA", "confidential"));
    for (name, bytes, status, kind) in [
        ("exercise.zip", whole[..400].to_vec(), 422, "not-taken"),
        ("exercise.json", b"{\"person\": 1}".to_vec(), 422, "not-taken"),
        ("exercise.docx", b"nothing of the kind".to_vec(), 422, "not-taken"),
        ("exercise.json", text(&house, "XAB", "confidential").canonical(), 422, "member"),
        ("exercise.json", text(&house, "XAA", "public").canonical(), 422, "member"),
    ] {
        refused(&looked(&house, &secret, name, &bytes).await, status, kind);
    }
    let bearer = format!("Bearer {secret}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-disposition", "attachment; filename=exercise.zip"),
        ("accept-language", "fr"),
    ];
    let french = house.send(Method::POST, FILES, &headers, Body::from(whole[..400].to_vec())).await;
    refused(&french, 422, "not-taken");
    assert!(french.json()["detail"].as_str().unwrap().contains("paquet"), "{}", french.text());
    let waiting = house.register.attachments.working(&state.account.to_string()).await.unwrap();
    assert!(waiting.is_empty(), "{waiting:?}");
    for wrong in [
        how(json!({})),
        how(json!({"file": "0".repeat(32), "request": {"form": "arrest-and-surrender"}})),
    ] {
        let answer = post(&house, &secret, RECEIVED, wrong).await;
        assert!(matches!(answer.status.as_u16(), 409 | 422), "{}", answer.text());
    }
    refused(
        &post(&house, &secret, RECEIVED, json!({"file": "0".repeat(32)})).await,
        409,
        "not-now",
    );
}

#[tokio::test]
async fn a_request_of_which_only_paper_came_is_recorded_from_what_a_program_writes() {
    let house = house_of(&xaa()).await;
    let (_, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let mut request: serde_json::Map<String, Value> = values.into_iter().map(|(name, value)| (name, value.into())).collect();
    request.insert("form".into(), "arrest-and-surrender".into());
    let body = how(json!({"request": request}));
    let mut unsaid = body.clone();
    unsaid.as_object_mut().unwrap().remove("paper");
    refused(&post(&house, &secret, RECEIVED, unsaid).await, 400, "body");
    let recorded: schema::ReceivedRequest = made(&post(&house, &secret, RECEIVED, body.clone()).await);
    let again = post(&house, &secret, RECEIVED, body).await;
    refused(&again, 409, "already-here");
    assert_eq!(again.json()["request"], recorded.request);
}

#[tokio::test]
async fn whoever_receives_nothing_here_finds_nothing_here() {
    let own = house_of(&xaa()).await;
    let court = house().await;
    let bytes = bundle(&court_id(7), &text(&own, "XAA", "confidential"));
    for (house, posts) in [
        (&own, vec![(xaa(), Role::Embassy)]),
        (&own, vec![(xaa(), Role::ExecutingAuthority)]),
        (&own, authority("XAB").to_vec()),
        (&court, REGISTRY.to_vec()),
        (&court, authority("XAA").to_vec()),
    ] {
        let (person, secret) = somebody(house, "Exercise somebody", &posts).await;
        let before = house.store.length().await.unwrap();
        let nothing = read(house, &format!("/api/v1/requests/{}", "0".repeat(32)), &secret).await;
        for answer in [
            looked(house, &secret, "exercise.zip", &bytes).await,
            post(house, &secret, RECEIVED, how(json!({"file": "0".repeat(32)}))).await,
        ] {
            refused(&answer, 404, "not-found");
            assert_eq!(answer.body, nothing.body);
        }
        assert_eq!(house.store.length().await.unwrap(), before);
        let waiting = house.register.attachments.working(&person.account.to_string()).await.unwrap();
        assert!(waiting.is_empty(), "of theirs no file is read");
    }
    let reads = token(&own, &own.sign_in("Exercise reader", &authority("XAA")).await, Scope::Read, false).await;
    refused(&looked(&own, &reads, "exercise.zip", &bytes).await, 403, "read-only");
}

#[tokio::test]
async fn what_is_to_be_done_is_assigned_given_reported_and_ended_each_in_its_silo() {
    let house = house_of(&xaa()).await;
    let (_, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let (police, of_police) = somebody(&house, "Exercise police", &executing()).await;
    let (_, of_court) = somebody(&house, "Exercise court", &executing()).await;
    let request = received(&house, &secret).await;
    let before = read(&house, EXECUTIONS, &of_court).await;
    let task = json!({"request": request, "authority": "Exercise police of the port", "task": "Exercise task", "answer_by": "2026-05-04"});
    let begun: schema::RecordedExecution = made(&post(&house, &secret, EXECUTIONS, task.clone()).await);
    let address = format!("{EXECUTIONS}/{}", begun.execution);
    let seen = async |secret: &str| -> schema::ExecutionDocument {
        let answer = read(&house, &address, secret).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        serde_json::from_value(answer.json()).unwrap()
    };
    let assigned = seen(&secret).await;
    assert_eq!(
        (assigned.execution.level.as_str(), assigned.execution.over),
        ("confidential", false)
    );
    let has = |document: &schema::ExecutionDocument| -> Vec<String> {
        let mut names: Vec<String> = document.holders.iter().filter_map(|holder| holder.name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(has(&assigned), ["Exercise central authority"], "whoever begins it has it");
    assert_eq!(
        assigned.execution.task.as_ref().unwrap().by.name.as_deref(),
        Some("Exercise central authority")
    );
    let to: Vec<&str> = assigned.may_be_given_to.iter().map(|colleague| colleague.name.as_str()).collect();
    assert!(to.contains(&"Exercise police") && to.contains(&"Exercise court"), "{to:?}");
    let say = |act: &str| format!("{address}/acts/{act}");
    let words = |text: &str| json!({"text": text});
    refused(&read(&house, &address, &of_police).await, 404, "not-found");
    refused(&post(&house, &of_police, &say("report"), words("Exercise")).await, 404, "not-found");
    let given: schema::ExecutionDocument = made(
        &post(
            &house,
            &secret,
            &format!("{address}/holders"),
            json!({"account": police.account.to_string()}),
        )
        .await,
    );
    assert_eq!(has(&given), ["Exercise central authority", "Exercise police"]);
    let theirs: schema::ExecutionList = serde_json::from_value(read(&house, EXECUTIONS, &of_police).await.json()).unwrap();
    assert_eq!(theirs.executions.len(), 1);
    refused(
        &read(&house, &format!("/api/v1/requests/{request}"), &of_police).await,
        404,
        "not-found",
    );
    let reported: schema::RecordedExecution = made(&post(&house, &of_police, &say("report"), words("Exercise flat was searched")).await);
    assert_eq!(reported.execution, begun.execution);
    refused(&post(&house, &of_police, &say("end"), words("Enough")).await, 403, "not-allowed");
    refused(&post(&house, &of_police, EXECUTIONS, task.clone()).await, 404, "not-found");
    refused(
        &post(&house, &of_police, &say("exercise"), words("Exercise")).await,
        404,
        "not-found",
    );
    refused(&post(&house, &of_police, &say("report"), words(" ")).await, 422, "member");
    let mut soon = task.clone();
    soon["answer_by"] = json!("soon");
    let soon = post(&house, &secret, EXECUTIONS, soon).await;
    refused(&soon, 422, "member");
    assert_eq!(soon.json()["errors"][0]["parameter"], "answer_by");
    made::<schema::RecordedExecution>(&post(&house, &secret, &say("end"), words("Enough")).await);
    refused(&post(&house, &of_police, &say("report"), words("Late")).await, 409, "not-now");
    let after = seen(&secret).await;
    let acts: Vec<&str> = after.execution.said.iter().map(|said| said.act.as_str()).collect();
    assert!(
        after.execution.over && acts == ["report", "end"] && after.may_be_given_to.is_empty(),
        "{after:?}"
    );
    assert_eq!(
        read(&house, EXECUTIONS, &of_court).await.body,
        before.body,
        "the other authority sees no difference"
    );
    for nothing in [
        format!("{EXECUTIONS}/execution-{}", "0".repeat(32)),
        format!("{EXECUTIONS}/request-{request}"),
    ] {
        refused(&read(&house, &nothing, &secret).await, 404, "not-found");
    }
    let holders = format!("{EXECUTIONS}/request-{request}/holders");
    let as_if = post(&house, &secret, &holders, json!({"account": police.account.to_string()})).await;
    refused(&as_if, 404, "not-found");
}

#[tokio::test]
async fn remarks_beside_the_letters_are_for_the_authority_alone_and_belong_on_its_own_record() {
    let house = house_of(&xaa()).await;
    let (_, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let (_, of_police) = somebody(&house, "Exercise police", &executing()).await;
    let request = received(&house, &secret).await;
    let remarks = format!("/api/v1/requests/{request}/remarks");
    let remark: schema::RecordedExecution = made(&post(&house, &secret, &remarks, json!({"text": "Exercise remark among us"})).await);
    let list = read(&house, &format!("{EXECUTIONS}?request={request}"), &secret).await;
    let list: schema::ExecutionList = serde_json::from_value(list.json()).unwrap();
    assert_eq!(list.executions.len(), 1);
    assert!(list.executions[0].task.is_none() && list.executions[0].said[0].text == "Exercise remark among us");
    let none = read(&house, &format!("{EXECUTIONS}?request={}", "0".repeat(32)), &secret).await;
    assert_eq!(none.json()["executions"], json!([]));
    refused(
        &read(&house, &format!("{EXECUTIONS}?request=exercise"), &secret).await,
        400,
        "filter",
    );
    refused(
        &read(&house, &format!("{EXECUTIONS}/{}", remark.execution), &of_police).await,
        404,
        "not-found",
    );
    refused(&post(&house, &of_police, &remarks, json!({"text": "Mine"})).await, 404, "not-found");
    let seen: schema::ExecutionDocument =
        serde_json::from_value(read(&house, &format!("{EXECUTIONS}/{}", remark.execution), &secret).await.json()).unwrap();
    assert_eq!(seen.may_be_given_to, [], "a remark is nobody's to execute");
    // On the Court's record the same State is a guest.
    let court = crate::request_walk::house().await;
    let officer = court.sign_in("Exercise registry officer", &REGISTRY).await;
    let guest = token(&court, &court.sign_in("Exercise guest", &authority("XAA")).await, Scope::Act, false).await;
    let request = id_of(&sent(&court, &officer, "arrest-and-surrender").await);
    let answer = post(
        &court,
        &guest,
        &format!("/api/v1/requests/{request}/remarks"),
        json!({"text": "Exercise"}),
    )
    .await;
    refused(&answer, 403, "not-allowed");
    assert!(answer.json()["detail"].as_str().unwrap().contains("own node"), "{}", answer.text());
}

#[tokio::test]
async fn a_desk_is_handed_over_by_a_program_as_on_its_page() {
    let house = house_of(&xaa()).await;
    let (_, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let (leaving, of_leaving) = somebody(&house, "Exercise police that leaves", &executing()).await;
    let (coming, of_coming) = somebody(&house, "Exercise police that comes", &executing()).await;
    let request = received(&house, &secret).await;
    for what in ["Exercise flat", "Exercise port"] {
        let task = json!({"request": request, "authority": what, "task": what});
        let begun: schema::RecordedExecution = made(&post(&house, &secret, EXECUTIONS, task).await);
        let holders = format!("{EXECUTIONS}/{}/holders", begun.execution);
        made::<schema::ExecutionDocument>(&post(&house, &secret, &holders, json!({"account": leaving.account.to_string()})).await);
    }
    let colleagues: schema::ColleagueList = serde_json::from_value(read(&house, "/api/v1/colleagues", &secret).await.json()).unwrap();
    let named: Vec<&str> = colleagues.colleagues.iter().map(|colleague| colleague.name.as_str()).collect();
    assert_eq!(
        named,
        [
            "Exercise central authority",
            "Exercise police that comes",
            "Exercise police that leaves"
        ]
    );
    let desk = json!({"from": leaving.account.to_string(), "to": coming.account.to_string(), "reason": "Exercise: other duties"});
    let hand_over = async |secret: &str, desk: &Value| post(&house, secret, "/api/v1/hand-overs", desk.clone()).await;
    refused(&hand_over(&of_coming, &desk).await, 403, "not-allowed");
    let length = house.store.length().await.unwrap();
    let done: schema::DeskHandedOver = made(&hand_over(&secret, &desk).await);
    assert_eq!(done.matters, 2);
    assert_eq!(house.store.length().await.unwrap(), length + 4, "two assignments end and two begin");
    let count = async |secret: &str| {
        read(&house, EXECUTIONS, secret).await.json()["executions"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!((count(&of_leaving).await, count(&of_coming).await), (0, 2));
    let again = hand_over(&secret, &desk).await;
    refused(&again, 422, "not-taken");
    assert!(
        again.json()["detail"].as_str().unwrap().contains("nothing to hand over"),
        "{}",
        again.text()
    );
    let mut unsaid = desk.clone();
    unsaid["reason"] = json!("");
    refused(&hand_over(&secret, &unsaid).await, 422, "not-taken");
}

#[tokio::test]
async fn a_deputy_is_named_by_a_program_for_an_absence_and_no_longer_than_that() {
    let house = house_of(&xaa()).await;
    let (first, of_first) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    let (away, of_away) = somebody(&house, "Exercise second of the authority", &authority("XAA")).await;
    let (police, of_police) = somebody(&house, "Exercise police", &executing()).await;
    let request = received(&house, &of_first).await;
    let task = json!({"request": request, "authority": "Exercise authority", "task": "Exercise flat"});
    let begun: schema::RecordedExecution = made(&post(&house, &of_first, EXECUTIONS, task).await);
    let holders = format!("{EXECUTIONS}/{}/holders", begun.execution);
    made::<schema::ExecutionDocument>(&post(&house, &of_first, &holders, json!({"account": away.account.to_string()})).await);
    let deputy = |of: &str| format!("/api/v1/matters/{}/deputies/{of}", begun.execution);
    let name = async |secret: &str, of: &str, until: &str| {
        let body = json!({"until": until});
        call(&house, Method::PUT, &deputy(of), secret, None, Some(body)).await
    };
    let of = first.account.to_string();
    let named = name(&of_away, &of, "2026-05-01").await;
    assert_eq!(named.status, 200, "{}", named.text());
    let named: schema::Deputy = serde_json::from_value(named.json()).unwrap();
    assert_eq!(
        (named.account.as_str(), named.until.0.to_string().as_str()),
        (of.as_str(), "2026-05-01T22:00:00Z")
    );
    refused(&name(&of_away, &of, "soon").await, 422, "member");
    refused(&name(&of_away, &of, "2028-05-01").await, 422, "not-taken");
    refused(&name(&of_away, &police.account.to_string(), "2026-05-01").await, 403, "not-allowed");
    refused(&name(&of_police, &of, "2026-05-01").await, 404, "not-found");
    let end = async |secret: &str| call(&house, Method::DELETE, &deputy(&of), secret, None, None).await;
    refused(&end(&of_police).await, 404, "not-found");
    for _ in 0..2 {
        assert_eq!(end(&of_away).await.status, 204, "once more where the answer was lost");
    }
    let told = house.store.audit().list(&AuditFilter::default(), None, 100).await.unwrap();
    for act in [Act::Delegated, Act::DelegationEnded] {
        assert!(told.iter().any(|event| event.act == act), "{act:?}");
    }
}

#[tokio::test]
async fn the_polls_of_a_feed_are_told_to_the_audit_as_figures_and_not_as_openings_of_each_matter() {
    let house = house_of(&xaa()).await;
    let (state, secret) = somebody(&house, "Exercise central authority", &authority("XAA")).await;
    received(&house, &secret).await;
    let feed = token(&house, &state, Scope::Feed, false).await;
    let told = async |act: Act| {
        let filter = AuditFilter {
            acts: vec![act],
            ..AuditFilter::default()
        };
        house
            .audit
            .page(&Viewer::operator(), &filter, None, 1000)
            .await
            .unwrap()
            .events
            .len()
    };
    house.outside.put("2026-04-14T10:00:00Z");
    let (opened, figures) = (told(Act::MatterOpened).await, told(Act::FiguresSeen).await);
    for minutes in ["10:00", "10:15", "10:30", "10:45"] {
        house.outside.put(&format!("2026-04-14T{minutes}:00Z"));
        let calendar = house.get(&format!("/api/v1/deadlines.ics?token={feed}")).await;
        assert!(calendar.text().contains("BEGIN:VEVENT"), "{}", calendar.text());
    }
    assert_eq!(told(Act::MatterOpened).await, opened, "nobody opened a matter");
    assert_eq!(
        told(Act::FiguresSeen).await,
        figures + 1,
        "once an hour that it was looked, as long as they are the same"
    );
}
