//! Text that people paste: what copying leaves in it is gone when it is recorded, and a sign that no entry may hold is named
//! beside its field wherever the request is checked, so that nothing is refused for what nobody can see.

use crate::request_walk::*;
use crate::tokens::{call, read, token};
use axum::http::Method;
use identity::access_token::Scope;
use serde_json::{Value, json};

/// A sign is named by its number beside the element, and by the place where it stands.
#[track_caller]
fn names(findings: &Value, element: &str, sign: &str, after: &str) {
    let all = findings.as_array().unwrap();
    let found = all.iter().find(|finding| finding["element"] == element).unwrap();
    assert_eq!(
        (&found["kind"], &found["facts"]["sign"], &found["facts"]["after"]),
        (&json!("unreadable"), &json!(sign), &json!(after)),
        "{found}"
    );
    assert!(found["says"].as_str().unwrap().contains("Take it out"), "{found}");
}

#[tokio::test]
async fn what_is_pasted_into_an_act_is_recorded_composed_and_a_sign_that_is_not_recorded_is_named_beside_its_field() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let theirs = token(&house, &state, Scope::Act, false).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let turned = act(&house, "acknowledge", &[("reference", "Exercise reference\u{202e} 44")]);
    for button in ["", "&do=check"] {
        let answer = tried(&house, &state, &request, &format!("{turned}{button}")).await;
        assert_eq!(answer.status, 400, "{button}: {}", answer.text());
        let text = answer.text();
        shows(
            &text,
            &[
                "U+202E",
                "Take it out",
                "Exercise reference\u{fffd} 44",
                "href=\"#acknowledge-reference\"",
            ],
        );
        assert!(!text.contains("could not be recorded"), "{text}");
    }
    let api = format!("/api/v1/requests/{}", id_of(&request));
    let saw = read(&house, &api, &theirs).await.json()["saw"].as_str().unwrap().to_owned();
    let body = json!({"values": {"reference": "Exercise reference\u{202e} 44"}});
    let answer = call(
        &house,
        Method::POST,
        &format!("{api}/acts/acknowledge"),
        &theirs,
        Some(&saw),
        Some(body),
    )
    .await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    names(&answer.json()["findings"], "reference", "U+202E", "Exercise reference");
    let pasted = act(
        &house,
        "acknowledge",
        &[("reference", "\u{feff}Exercise re\u{301}fe\u{301}rence\u{200b} 44")],
    );
    done(&house, &state, &request, &pasted).await;
    shows(&page(&house, &officer, &request).await, &["Exercise référence 44"]);
    let recorded = read(&house, &api, &theirs).await.text();
    assert!(recorded.contains("Exercise référence 44"), "{recorded}");
}

#[tokio::test]
async fn what_the_record_would_refuse_in_a_draft_is_found_before_it_goes_to_review_on_the_page_and_by_programs() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let court = token(&house, &officer, Scope::Act, false).await;
    let draft = done(&house, &officer, "/en/drafts", "form=provisional-arrest&level=confidential").await;
    let form = |description: &str, from: &str, act: &str| {
        let mut values = complete(house.register.law.form("provisional-arrest").unwrap());
        values.insert("description".into(), description.into());
        let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
        let more = [("act", act), ("from", from), ("requesting", "organ:chambers")];
        encoded(fields.chain(more.map(|(name, value)| (name.to_owned(), value.to_owned()))))
    };
    let bell = "Former exercise commander with\u{7} grey hair";
    done(&house, &officer, &draft, &form(bell, "1", "save")).await;
    let seen = page(&house, &officer, &draft).await;
    shows(
        &seen,
        &[
            "U+0007",
            "It stands behind: …exercise commander with",
            "commander with\u{fffd} grey hair",
        ],
    );
    assert!(!seen.contains('\u{7}'), "no control character goes out in a page");
    let api = draft.replacen("/en/draft/", "/api/v1/drafts/", 1);
    let findings = read(&house, &api, &court).await.json()["findings"].clone();
    names(&findings, "description", "U+0007", "…exercise commander with");
    let from = hidden(&seen, "from");
    let refused = tried(&house, &officer, &draft, &form(bell, &from, "submit")).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    shows(&refused.text(), &["U+0007", "Take it out"]);
    // What the page shows in its place is no letter either.
    let shown = form("Former exercise commander with\u{fffd} grey hair", &from, "submit");
    let refused = tried(&house, &officer, &draft, &shown).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    shows(&refused.text(), &["U+FFFD"]);
    let from = hidden(&refused.text(), "from");
    let mended = form(
        "\u{feff}Former exercise commander with\u{200b} grey hair, ne\u{301}",
        &from,
        "submit",
    );
    let request = done(&house, &officer, &draft, &mended).await;
    let text = view(&house, &request).await.text;
    assert_eq!(
        text.values.first("description"),
        Some("Former exercise commander with grey hair, né")
    );
}

#[tokio::test]
async fn an_element_that_names_a_file_that_is_not_here_is_named_with_the_file_when_the_draft_goes_to_review() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let draft = done(&house, &officer, "/en/drafts", "form=arrest-and-surrender&level=confidential").await;
    let values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let fields = values.into_iter().map(|(element, value)| (format!("e-{element}"), value));
    let hash = "0a".repeat(32);
    let more = [
        ("act", "submit"),
        ("from", "1"),
        ("requesting", "organ:chambers"),
        ("e-warrant:0:title", "Exercise warrant of arrest"),
        ("e-warrant:0:sha256", &hash),
    ];
    let form = encoded(fields.chain(more.map(|(name, value)| (name.to_owned(), value.to_owned()))));
    let refused = tried(&house, &officer, &draft, &form).await;
    assert_eq!(refused.status, 400, "{}", refused.text());
    shows(
        &refused.text(),
        &[
            "Send the file again. Document: Exercise warrant of arrest.",
            &hash,
            "href=\"#e-warrant\"",
        ],
    );
}
