//! What the law of a State needs of a request for surrender: who states it, who sees it, and that a request is asked for it.

use crate::request_walk::*;
use crate::tokens::{call, read, token};
use access::Viewer;
use axum::http::Method;
use identity::access_token::Scope;
use record::entry::Author;
use register::needs::{NeedError, NeedFault, NeedField, NeedWords, WhichVersion};
use register::request::RequestText;
use serde_json::{Value, json};
use web::api::schema;

fn facts() -> NeedWords {
    NeedWords {
        need: "certified-facts".into(),
        says: "A statement of the facts, certified by an exercise judge".into(),
        law: "Exercise Extradition Act, section 7".into(),
        from: "2024-01-01".into(),
        source: "Exercise note verbale 12/2026".into(),
    }
}

fn new(state: &str) -> WhichVersion {
    WhichVersion::New { state: state.into() }
}

#[tokio::test]
async fn a_request_is_asked_for_what_the_law_of_its_state_needs_and_brings_it_on_its_page() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let form = house.register.law.form("arrest-and-surrender").unwrap();
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let fields = |more: &[(&str, &str)]| {
        let values = complete(form).into_iter().map(|(element, value)| (format!("e-{element}"), value));
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        encoded(values.chain(more).collect::<Vec<_>>())
    };
    done(&house, &officer, &draft, &fields(&[("act", "save"), ("from", "1")])).await;
    let before = page(&house, &officer, &draft).await;
    assert!(!before.contains("certified-facts"));
    let author = Author::Officer("Exercise Officer".into());
    let register = &house.register;
    register
        .state_need(&Viewer::operator(), &new("XAA"), &facts(), &author)
        .await
        .unwrap();
    let asked = page(&house, &officer, &draft).await;
    shows(
        &asked,
        &[
            "A statement of the facts, certified by an exercise judge",
            "Exercise Extradition Act, section 7",
            "href=\"#e-national_requirements.certified-facts\"",
            "A statement of the facts, certified by an exercise judge · Exercise Extradition Act, section 7",
        ],
    );
    let text = |state: &str| RequestText {
        form: form.id.clone(),
        values: complete(form)
            .into_iter()
            .map(|(element, value)| {
                let value = if element == "requested_state" { state.to_owned() } else { value };
                (element, value)
            })
            .collect(),
    };
    for (state, day, found) in [("XAA", "2026-04-14", 1), ("XAA", "2023-12-31", 0), ("XAB", "2026-04-14", 0)] {
        let findings = register
            .check_request(&Viewer::operator(), &text(state), day.parse().unwrap())
            .await
            .unwrap();
        let needed = findings
            .iter()
            .filter(|finding| finding.kind == law::FindingKind::NeededByState)
            .count();
        assert_eq!(needed, found, "{state} on {day}");
    }
    let from = hidden(&asked, "from");
    let brought = [
        ("e-national_requirements.certified-facts", "Exercise certified statement"),
        ("act", "save"),
        ("from", &from),
    ];
    done(&house, &officer, &draft, &fields(&brought)).await;
    let met = page(&house, &officer, &draft).await;
    shows(
        &met,
        &[
            "Exercise certified statement",
            "A statement of the facts, certified by an exercise judge · Exercise Extradition Act, section 7",
        ],
    );
    assert!(!met.contains("href=\"#e-national_requirements"), "nothing of it is to mend: {met}");
}

#[tokio::test]
async fn a_need_is_stated_by_the_state_or_from_a_letter_corrected_by_whom_it_comes_from_and_seen_by_no_other_state() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise authority of another State", &authority("XAB")).await;
    let register = &house.register;
    let (court, own, foreign) = (house.actor(&officer).await, house.actor(&state).await, house.actor(&other).await);
    let listed = house.get_as(&other, "/en/authorities").await.text();
    let no_source = NeedWords {
        source: String::new(),
        ..facts()
    };
    let stated = register
        .state_need(own.viewer(), &new("XAA"), &no_source, own.author())
        .await
        .unwrap();
    assert!(
        matches!(
            register.state_need(court.viewer(), &new("XAB"), &no_source, court.author()).await,
            Err(NeedError::Faults(faults)) if faults == [(NeedField::Source, NeedFault::Missing)]
        ),
        "an officer names what they read"
    );
    let again = register.state_need(court.viewer(), &new("XAA"), &facts(), court.author()).await;
    assert!(
        matches!(&again, Err(NeedError::Faults(faults)) if *faults == [(NeedField::Need, NeedFault::Taken)]),
        "one need, one word: {again:?}"
    );
    let matter = stated.entry.matter.clone();
    let mistake = |saw: &record::entry::EntryId| WhichVersion::Mistake {
        matter: matter.clone(),
        saw: saw.to_string(),
        reason: "The exercise section was wrong".into(),
    };
    let refused = register
        .state_need(court.viewer(), &mistake(&stated.entry.id), &facts(), court.author())
        .await;
    assert!(matches!(refused, Err(NeedError::NotAllowed)), "{refused:?}");
    let unseen = register
        .state_need(foreign.viewer(), &mistake(&stated.entry.id), &facts(), foreign.author())
        .await;
    assert!(matches!(unseen, Err(NeedError::NoSuch(_))), "{unseen:?}");
    let right = NeedWords {
        law: "Exercise Extradition Act, section 8".into(),
        ..facts()
    };
    register
        .state_need(own.viewer(), &mistake(&stated.entry.id), &right, own.author())
        .await
        .unwrap();
    let stale = register
        .state_need(own.viewer(), &mistake(&stated.entry.id), &right, own.author())
        .await;
    assert!(matches!(stale, Err(NeedError::Changed)), "{stale:?}");
    for person in [&officer, &state] {
        let text = page(&house, person, "/en/authorities").await;
        shows(&text, &["What the laws of States need", "Exercise Extradition Act, section 8"]);
        assert!(!text.contains("section 7"), "{text}");
    }
    assert_eq!(
        house.get_as(&other, "/en/authorities").await.text(),
        listed,
        "nothing for another State"
    );
    let (reason, letter) = ("Exercise Act of 2026", "");
    let version = async || {
        let view = register.need(court.viewer(), &now(), &matter).await.unwrap().unwrap();
        view.versions[0].entry.clone()
    };
    let saw = version().await;
    let stale = stated.entry.id.to_string();
    let over_another = register.end_need(own.viewer(), (&matter, &stale), "2026-04-01", (reason, letter), own.author());
    assert!(
        matches!(over_another.await, Err(NeedError::Changed)),
        "over what was corrected since"
    );
    // Of two who end it in the same moment one does, and the other is told.
    let end = || register.end_need(own.viewer(), (&matter, &saw), "2026-04-01", (reason, letter), own.author());
    let (one, two) = tokio::join!(end(), end());
    let told = [&one, &two]
        .into_iter()
        .filter(|ended| matches!(ended, Err(NeedError::Ended)))
        .count();
    assert!(told == 1 && (one.is_ok() || two.is_ok()), "{one:?} {two:?}");
    let left = register.needs(court.viewer(), &now(), Some("XAA")).await.unwrap();
    assert_eq!(left, []);
}

#[tokio::test]
async fn a_need_is_stated_changed_corrected_and_ended_on_its_page_and_lies_nowhere_for_another_state() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise authority of another State", &authority("XAB")).await;
    let list = page(&house, &officer, "/en/authorities?state=XAA").await;
    shows(&list, &["/en/needs/new?state=XAA"]);
    let form = page(&house, &state, "/en/needs/new").await;
    assert!(
        !form.contains("name=\"state\"") && !form.contains("name=\"source\""),
        "a State writes for itself: {form}"
    );

    // Everything that is wrong is said at once, beside its field and in either language, and what was typed stays.
    let wrong = "act=state&state=XQQ&need=Certified+Facts&says=&law=Exercise+Act&from=yesterday&source=recalled";
    for (lang, words) in [
        ("en", ["has no such State", "Enter its code"]),
        ("fr", ["ne connaît pas cet État", "Indiquez son code"]),
    ] {
        let refused = house.post_as(&officer, &format!("/{lang}/needs/new"), wrong).await;
        assert_eq!(refused.status, 400);
        shows(&refused.text(), &words);
    }
    let wrong = wrong.replace("XQQ", "XAA");
    let refused = house.post_as(&officer, "/en/needs/new", &wrong).await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &[
            "4 things",
            "href=\"#state-need\"",
            "href=\"#state-says\"",
            "href=\"#state-from\"",
            "href=\"#state-source\"",
            "value=\"Certified Facts\"",
            "value=\"Exercise Act\"",
        ],
    );

    let typed = [
        ("act", "state"),
        ("state", "XAA"),
        ("need", "certified-facts"),
        ("says", "A certified exercise statement"),
        ("law", "Exercise Act, section 7"),
        ("from", "2024"),
        ("source", "Exercise note verbale 12/2026"),
    ];
    let stated = done(&house, &officer, "/en/needs/new", &encoded(typed)).await;
    let address = stated.split('?').next().unwrap().to_owned();
    let seen = page(&house, &state, &address).await;
    shows(
        &seen,
        &[
            "A certified exercise statement",
            "Exercise note verbale 12/2026",
            "national_requirements.certified-facts",
        ],
    );
    assert!(
        !seen.contains("?correct="),
        "what comes from the Court is not the State's to correct: {seen}"
    );
    let nowhere = house.get_as(&other, "/en/needs/need-00112233445566778899aabbccddeeff").await;
    for tried in [
        house.get_as(&other, &address).await,
        house.post_as(&other, &address, "act=end&on=2026-04-01&reason=Exercise").await,
    ] {
        assert_eq!(
            (tried.status, tried.text()),
            (nowhere.status, nowhere.text()),
            "for another State it is not there"
        );
    }
    assert_eq!(house.get(&address).await.status, 303, "nobody reads it who is not signed in");

    // The State says that its law changed; the officer's version stays for the days before.
    let saw = hidden(&seen, "saw");
    let change = [
        ("act", "change"),
        ("saw", &*saw),
        ("need", "certified-facts"),
        ("says", "A sworn exercise statement"),
        ("law", "Exercise Act of 2026, section 2"),
        ("from", "2026-03-01"),
    ];
    done(&house, &state, &address, &encoded(change)).await;
    let late = house.post_as(&state, &address, &encoded(change)).await;
    assert_eq!(late.status, 409);
    shows(&late.text(), &["Somebody recorded another version", "A sworn exercise statement"]);
    let both = page(&house, &officer, &address).await;
    shows(&both, &["A certified exercise statement", "<b>A sworn exercise statement</b>"]);
    // Each corrects what comes from them.
    let to_correct = format!("{address}?correct={saw}");
    let correcting = page(&house, &officer, &to_correct).await;
    shows(&correcting, &["id=\"correct-says\"", "value=\"A certified exercise statement\""]);
    let corrected = [
        ("act", "correct"),
        ("saw", &*saw),
        ("need", "certified-facts"),
        ("says", "A certified exercise statement of the facts"),
        ("law", "Exercise Act, section 7"),
        ("from", "2024"),
        ("reason", "Half of it was left out"),
        ("source", "Exercise note verbale 12/2026"),
    ];
    let by_the_state = house.post_as(&state, &address, &encoded(corrected)).await;
    assert_eq!(by_the_state.status, 403);
    done(&house, &officer, &address, &encoded(corrected)).await;
    shows(
        &page(&house, &state, &address).await,
        &["A certified exercise statement of the facts"],
    );

    let saw = hidden(&page(&house, &state, &address).await, "saw");
    let no_day = house.post_as(&state, &address, &format!("act=end&saw={saw}&on=soon&reason=")).await;
    assert_eq!(no_day.status, 400);
    shows(&no_day.text(), &["href=\"#end-on\"", "href=\"#end-reason\""]);
    let end = format!("act=end&saw={saw}&on=2026-04-01&reason=Exercise+Act+repealed");
    done(&house, &state, &address, &end).await;
    shows(
        &page(&house, &officer, &address).await,
        &["Not needed from", "A sworn exercise statement"],
    );
    let list = page(&house, &officer, "/en/authorities?state=XAA").await;
    assert!(
        !list.contains("A sworn exercise statement"),
        "what is not needed today is not in the list: {list}"
    );
}

#[tokio::test]
async fn programs_enter_needs_and_authorities_as_the_pages_do_and_a_check_with_a_token_knows_them() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let other = house.sign_in("Exercise authority of another State", &authority("XAB")).await;
    let court = token(&house, &officer, Scope::Act, false).await;
    let theirs = token(&house, &state, Scope::Act, false).await;
    let foreign = token(&house, &other, Scope::Act, false).await;
    let post = async |address: &str, token: &str, over: Option<&str>, body: Value| {
        call(&house, Method::POST, address, token, over, Some(body)).await
    };

    let wrong = json!({"state": "XAA", "need": "Certified Facts", "from": "2024"});
    let refused = post("/api/v1/needs", &court, None, wrong).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    let members: Vec<Value> = refused.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["parameter"].clone())
        .collect();
    assert_eq!(members, ["need", "says", "law", "source"], "each member that is wrong");

    let body = json!({
        "state": "XAA", "need": "certified-facts", "says": "A certified exercise statement", "law": "Exercise Act, section 7",
        "from": "2024", "source": "Exercise note verbale 12/2026"
    });
    let stated = post("/api/v1/needs", &court, None, body.clone()).await;
    assert_eq!(stated.status, 201, "{}", stated.text());
    let need = stated.header("location").to_owned();
    let again = post("/api/v1/needs", &court, None, body).await;
    assert_eq!(again.json()["errors"][0]["parameter"], "need", "stated twice, it is there once");
    // Of two tries in the same moment too.
    let other_need = json!({
        "state": "XAA", "need": "certified-law", "says": "The exercise law", "law": "Exercise Act, section 9", "from": "2024",
        "source": "Exercise note verbale 12/2026"
    });
    let (one, two) = tokio::join!(
        post("/api/v1/needs", &court, None, other_need.clone()),
        post("/api/v1/needs", &court, None, other_need)
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
    let seen = read(&house, &need, &theirs).await;
    let document: schema::NeedDocument = serde_json::from_value(seen.json()).unwrap();
    assert!(
        document.may_add && document.to_correct.is_empty() && document.holds.is_some(),
        "{document:?}"
    );
    assert_eq!(seen.header("etag"), format!("\"{}\"", document.versions[0].entry.0));
    let listed = read(&house, "/api/v1/needs?state=XAA", &theirs).await.json();
    let listed: schema::NeedList = serde_json::from_value(listed).unwrap();
    assert_eq!(
        (listed.needs.len(), listed.needs[0].version.law.as_str()),
        (2, "Exercise Act, section 7")
    );

    // A check asks for it where its token may know it, and for nobody else.
    let request = json!({"form": "arrest-and-surrender", "requested_state": "XAA"});
    let needed = |answer: &Value| {
        let findings = answer["findings"].as_array().unwrap();
        findings.iter().filter(|finding| finding["kind"] == "needed-by-state").count()
    };
    let known = post("/api/v1/check", &court, None, request.clone()).await.json();
    let stranger = post("/api/v1/check", &foreign, None, request.clone()).await.json();
    let public = house
        .send(
            Method::POST,
            "/api/v1/check",
            &[("content-type", "application/json")],
            request.to_string().into(),
        )
        .await
        .json();
    assert_eq!(needed(&known), needed(&public) + 2, "{known}");
    assert_eq!(stranger, public);
    assert_eq!(
        post("/api/v1/check", "comity_nothing", None, request).await.status,
        401,
        "a token that opens nothing is not passed over"
    );

    let nowhere = read(&house, "/api/v1/needs/need-00112233445566778899aabbccddeeff", &foreign).await;
    let hidden = read(&house, &need, &foreign).await;
    assert_eq!(
        (hidden.status, hidden.text()),
        (nowhere.status, nowhere.text()),
        "for another State it is not there"
    );

    let end = json!({"on": "2026-04-01", "reason": "Exercise Act repealed"});
    let acts = format!("{need}/acts/end");
    let version = seen.header("etag").trim_matches('"').to_owned();
    assert_eq!(post(&acts, &theirs, None, end.clone()).await.status, 428);
    let nothing = "00112233445566778899aabbccddeeff";
    assert_eq!(post(&acts, &theirs, Some(nothing), end.clone()).await.status, 412);
    let ended = post(&acts, &theirs, Some(&version), end.clone()).await;
    assert_eq!(ended.status, 201, "{}", ended.text());
    assert_eq!(post(&acts, &theirs, Some(&version), end).await.status, 409);
    assert_eq!(
        post(&format!("{need}/acts/forget"), &theirs, Some(&version), json!({}))
            .await
            .status,
        404
    );

    let body = json!({
        "state": "XAA", "name_en": "Exercise central authority", "role": "central-authority", "does": ["receives"],
        "email": "office@xaa.example", "languages": ["fra"], "channel": "diplomatic", "from": "2020-01-01"
    });
    let no_letter = post("/api/v1/authorities", &court, None, body.clone()).await;
    assert_eq!(no_letter.status, 422);
    assert_eq!(
        no_letter.json()["errors"][0]["parameter"],
        "letter",
        "an officer writes from a letter"
    );
    let entered = post("/api/v1/authorities", &theirs, None, body.clone()).await;
    assert_eq!(entered.status, 201, "{}", entered.text());
    let authority = entered.header("location").to_owned();
    let seen = read(&house, &authority, &court).await;
    let document: schema::AuthorityDocument = serde_json::from_value(seen.json()).unwrap();
    assert_eq!(document.authority.words.email, "office@xaa.example");
    let confirm = json!({"letter": "Exercise note verbale 40/2026", "dated": "2026-04-01"});
    let confirmed = post(
        &format!("{authority}/acts/confirm"),
        &court,
        Some(&document.authority.entry.0),
        confirm,
    )
    .await;
    assert_eq!(confirmed.status, 201, "{}", confirmed.text());
    // Whoever read it before that has not seen it.
    let confirmed_since = json!({"on": "2026-12-01"});
    let stale = post(
        &format!("{authority}/acts/end"),
        &theirs,
        Some(&document.last.0),
        confirmed_since.clone(),
    )
    .await;
    assert_eq!(stale.status, 412, "{}", stale.text());
    let seen = read(&house, &authority, &theirs).await;
    let document: schema::AuthorityDocument = serde_json::from_value(seen.json()).unwrap();
    assert_eq!(seen.header("etag"), format!("\"{}\"", document.last.0));
    let mut changed = body.clone();
    changed.as_object_mut().unwrap().remove("state");
    changed["email"] = json!("new office");
    changed["from"] = json!("2026-04-14");
    let change = format!("{authority}/acts/change");
    let refused = post(&change, &theirs, Some(&document.last.0), changed.clone()).await;
    assert_eq!(
        (refused.status.as_u16(), &refused.json()["errors"][0]["parameter"]),
        (422, &json!("email"))
    );
    changed["email"] = json!("new-office@xaa.example");
    assert_eq!(post(&change, &theirs, Some(&document.last.0), changed.clone()).await.status, 201);
    assert_eq!(
        post(&change, &theirs, Some(&document.last.0), changed).await.status,
        412,
        "over a version that is not the last any more"
    );
    // Its end is what was recorded of it last, and it ends once.
    let last = read(&house, &authority, &theirs).await.header("etag").trim_matches('"').to_owned();
    let end = format!("{authority}/acts/end");
    let ended = post(&end, &theirs, Some(&last), confirmed_since.clone()).await;
    assert_eq!(ended.status, 201, "{}", ended.text());
    let after = read(&house, &authority, &theirs).await.header("etag").to_owned();
    assert_eq!(after, ended.header("etag"));
    assert_eq!(
        post(&end, &theirs, Some(after.trim_matches('"')), confirmed_since).await.status,
        409
    );
    assert_eq!(read(&house, &authority, &foreign).await.status, 404);
    let read_only = token(&house, &state, Scope::Read, false).await;
    assert_eq!(post("/api/v1/authorities", &read_only, None, body).await.status, 403);
}
