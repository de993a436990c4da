//! Sending a request: through which channel, to whom, by which medium and when; attempts that failed; the file that goes to
//! the State; and days that contradict each other.

use crate::house::{House, Person};
use crate::request_signing::signing;
use crate::request_walk::{REGISTRY, act, authority, done, house, in_review, page, sent, shows, tried, view};
use crate::unzip::{member, unzip};
use access::{Organisation, Role, Viewer};
use record::entry::Author;
use register::audit::{Act, AuditFilter};
use register::authorities::{AuthorityWords, Letter, WhichVersion};
use register::kinds;
use register::matter::{Addition, AudienceWords};
use register::view::model::RequestView;
use sha2::{Digest, Sha256};

/// What the State XAA declared long ago, out of a source that was read or recalled.
async fn declared(house: &House, channel: &str, source: &str) {
    declared_on(house, "2015-03-01", channel, source).await;
}

async fn declared_on(house: &House, day: &str, channel: &str, source: &str) {
    let addition = Addition {
        matter: Some("article-87-xaa".into()),
        kind: kinds::DECLARATION.into(),
        effective: day.into(),
        about: vec!["state:XAA".into()],
        set: vec![("channel".into(), channel.into()), ("languages_accepted".into(), "eng".into())],
        audience: AudienceWords {
            level: "public".into(),
            ..AudienceWords::default()
        },
        basis: None,
        source: Some(source.into()),
        author: Author::Officer("Exercise Officer".into()),
    };
    house.register.add(&Viewer::operator(), &addition).await.unwrap();
}

/// A request that is signed; its address.
async fn signed(house: &House, officer: &Person) -> String {
    let request = in_review(house, officer, "arrest-and-surrender").await;
    done(house, officer, &request, &signing(house, officer).await).await;
    request
}

fn dates(view: &RequestView) -> Vec<(&'static str, String)> {
    view.dates.iter().map(|(which, on)| (which.word(), on.to_string())).collect()
}

#[tokio::test]
async fn a_request_goes_through_the_channel_that_a_confirmed_declaration_names() {
    let house = house().await;
    declared(&house, "ministry of justice", "Exercise treaty collection, page 4").await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = signed(&house, &officer).await;
    let refused = tried(&house, &officer, &request, &act(&house, "transmit", &[("channel", "diplomatic")])).await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &["The State declared another channel", "Declared: ministry of justice."],
    );
    assert_eq!(view(&house, &request).await.row.stands, "signed");
    done(&house, &officer, &request, &act(&house, "transmit", &[("channel", "chosen")])).await;
    assert_eq!(view(&house, &request).await.row.stands, "transmitted");
}

#[tokio::test]
async fn on_a_declaration_that_nobody_confirmed_nothing_goes_but_by_an_officers_word_with_its_source() {
    let house = house().await;
    declared(&house, "ministry of justice", "recalled").await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = signed(&house, &officer).await;
    let chosen = |more: &[(&str, &str)]| act(&house, "transmit", &[&[("channel", "chosen")], more].concat());
    let refused = tried(&house, &officer, &request, &chosen(&[])).await;
    assert_eq!(refused.status, 400);
    shows(&refused.text(), &["No declaration of the State on its channel was confirmed"]);
    let half = tried(&house, &officer, &request, &chosen(&[("channel_confirmed_by", "Exercise Officer")])).await;
    assert_eq!(half.status, 400, "a name is no source");
    let said = [
        ("channel_confirmed_by", "Exercise Officer"),
        ("channel_source", "Exercise call of 13 April with the ministry"),
    ];
    done(&house, &officer, &request, &chosen(&said)).await;
    shows(
        &page(&house, &officer, &request).await,
        &["Exercise call of 13 April with the ministry"],
    );
}

#[tokio::test]
async fn an_attempt_that_failed_leaves_the_request_signed_and_the_state_learns_nothing() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = signed(&house, &officer).await;
    let failed = [
        ("recipient", "Exercise embassy"),
        ("failure", "The embassy was closed for an exercise holiday"),
        ("medium", "hand"),
    ];
    done(&house, &officer, &request, &act(&house, "record-failed-attempt", &failed)).await;
    let after = view(&house, &request).await;
    assert_eq!((after.row.stands.as_str(), after.row.sent), ("signed", false));
    assert!(after.dates.is_empty(), "{:?}", after.dates);
    assert_eq!(house.get_as(&state, &request).await.status, 404);
    shows(
        &page(&house, &officer, &request).await,
        &["The embassy was closed for an exercise holiday"],
    );
    done(&house, &officer, &request, &act(&house, "transmit", &[])).await;
    let seen = page(&house, &state, &request).await;
    assert!(!seen.contains("exercise holiday"), "what failed before stays within the Court");
}

#[tokio::test]
async fn what_the_court_notes_among_itself_after_the_sending_stays_within_the_court() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let failed = [
        ("recipient", "Exercise embassy"),
        ("failure", "The embassy was closed"),
        ("medium", "hand"),
    ];
    let before = page(&house, &state, &request).await;
    done(&house, &officer, &request, &act(&house, "record-failed-attempt", &failed)).await;
    let occasion = [("occasion", "The exercise person was seen at the exercise airport")];
    done(&house, &officer, &request, &act(&house, "note-occasion", &occasion)).await;
    let after = view(&house, &request).await;
    assert!(after.steps[..2].iter().all(|step| step.inside), "{:?}", after.steps);
    shows(
        &page(&house, &officer, &request).await,
        &["The embassy was closed", "exercise airport", "only the Court knows of this step"],
    );
    assert_eq!(page(&house, &state, &request).await, before, "to the State nothing happened");
    done(&house, &state, &request, &act(&house, "acknowledge", &[])).await;
}

#[tokio::test]
async fn what_is_urgent_goes_by_any_written_medium_and_its_confirmation_is_owed_until_it_comes() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = signed(&house, &officer).await;
    let email = |urgent: &str| {
        let fields = [("medium", "e-mail"), ("urgent", urgent), ("confirm_by", "2026-04-24")];
        act(&house, "transmit", &fields)
    };
    let refused = tried(&house, &officer, &request, &email("no")).await;
    assert_eq!(refused.status, 400);
    shows(&refused.text(), &["used in urgent cases"]);
    done(&house, &officer, &request, &email("yes")).await;
    let confirmation = async || {
        let view = view(&house, &request).await;
        let owed = view.row.owed.iter().find(|owed| owed.deadline == "confirmation");
        owed.map(|owed| owed.due.as_ref().unwrap().first.to_string())
    };
    assert_eq!(confirmation().await.as_deref(), Some("2026-04-24"));
    done(&house, &officer, &request, &act(&house, "confirm", &[])).await;
    assert_eq!(confirmation().await, None);
}

#[tokio::test]
async fn sent_notified_and_received_are_three_dates_and_none_follows_from_another() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    house.outside.put("2026-04-07T09:00:00Z");
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(crate::request_walk::NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let state = house.sign_in_again(&state, authority("XAA")[0].clone()).await;
    let day = |which, on: &str| (which, on.to_owned());
    assert_eq!(dates(&view(&house, &request).await), [day("sent", "2026-04-07")]);
    let notified = format!("{}&effective=2026-04-09", act(&house, "record-notification", &[]));
    done(&house, &officer, &request, &notified).await;
    assert_eq!(
        dates(&view(&house, &request).await),
        [day("sent", "2026-04-07"), day("notified", "2026-04-09")]
    );
    let early = act(&house, "acknowledge", &[("received_on", "2026-04-06")]);
    let refused = tried(&house, &state, &request, &early).await;
    assert_eq!(refused.status, 400, "nobody has a request before it was sent");
    shows(&refused.text(), &["It was sent on 7\u{a0}April\u{a0}2026."]);
    let backwards = act(&house, "acknowledge", &[("received_on", "2026-04-10")]);
    let refused = tried(&house, &state, &request, &format!("{backwards}&effective=2026-04-09")).await;
    assert_eq!(refused.status, 400, "nobody acknowledges what they have not received yet");
    shows(&refused.text(), &["The act is dated before the day that it tells of"]);
    done(
        &house,
        &state,
        &request,
        &act(&house, "acknowledge", &[("received_on", "2026-04-10")]),
    )
    .await;
    let all = [
        day("sent", "2026-04-07"),
        day("notified", "2026-04-09"),
        day("received", "2026-04-10"),
    ];
    assert_eq!(dates(&view(&house, &request).await), all);
    for person in [&officer, &state] {
        shows(
            &page(&house, person, &request).await,
            &["7 April 2026", "9 April 2026", "10 April 2026"],
        );
    }
}

#[tokio::test]
async fn days_that_contradict_each_other_are_told_and_nothing_is_recorded() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let before = view(&house, &request).await.steps.len();
    let delivered = act(&house, "record-delivery", &[("proof", "Exercise receipt")]);
    let early = tried(&house, &officer, &request, &format!("{delivered}&effective=2026-04-13")).await;
    assert_eq!(early.status, 400);
    shows(&early.text(), &["This day lies before the day on which the request was sent"]);
    let step = act(&house, "report-step", &[("step", "Exercise step by the police")]);
    let note = "&paper=yes&number=44%2F26";
    for (days, told) in [
        ("&dated=2026-04-13&received=2026-04-14", "The note is older than the sending"),
        ("&dated=2026-04-14&received=2026-04-13", "not before the date of the note"),
    ] {
        let answer = tried(&house, &officer, &request, &format!("{step}{note}{days}")).await;
        assert_eq!(answer.status, 400, "{days}");
        shows(&answer.text(), &[told]);
    }
    assert_eq!(view(&house, &request).await.steps.len(), before);
}

#[tokio::test]
async fn what_tells_of_a_day_after_its_note_was_received_is_refused() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    house.outside.put("2026-04-07T09:00:00Z");
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    house.outside.put(crate::request_walk::NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    let step = act(&house, "report-step", &[("step", "Exercise step by the police")]);
    let note = "&paper=yes&number=44%2F26&dated=2026-04-08&received=2026-04-09&effective=2026-04-10";
    let answer = tried(&house, &officer, &request, &format!("{step}{note}")).await;
    assert_eq!(answer.status, 400);
    shows(&answer.text(), &["The note was received before this happened"]);
}

#[tokio::test]
async fn what_a_state_declares_later_touches_no_request_that_is_under_way() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    house.outside.put("2026-04-07T09:00:00Z");
    let request = signed(&house, &officer).await;
    let urgent = [("medium", "e-mail"), ("urgent", "yes")];
    done(&house, &officer, &request, &act(&house, "transmit", &urgent)).await;
    house.outside.put(crate::request_walk::NOW);
    let officer = house.sign_in_again(&officer, REGISTRY[0].clone()).await;
    declared_on(&house, "2026-04-10", "ministry of justice", "Exercise treaty collection, page 4").await;
    done(&house, &officer, &request, &act(&house, "confirm", &[])).await;
    let next = signed(&house, &officer).await;
    let refused = tried(&house, &officer, &next, &act(&house, "transmit", &[])).await;
    assert_eq!(refused.status, 400, "what is sent from then on goes by the new one");
    shows(&refused.text(), &["The State declared another channel"]);
}

/// An authority of a State that receives requests, written on a day.
pub async fn receiving(house: &House, state: &str, name: &str) -> String {
    let viewer = Viewer::of(
        &"a".repeat(32),
        Organisation::State(state.into()),
        Role::CentralAuthority,
        Vec::new(),
    )
    .unwrap();
    let words = AuthorityWords {
        name_en: name.into(),
        role: "central-authority".into(),
        does: vec!["receives".into()],
        address: "1 Exercise Street".into(),
        email: "office@exercise.example".into(),
        channel: "direct".into(),
        from: "2020-01-01".into(),
        ..AuthorityWords::default()
    };
    let new = WhichVersion::New { state: state.into() };
    let author = Author::Account("a".repeat(32));
    let named = house
        .register
        .name_authority(&viewer, &new, &words, &Letter::default(), &author)
        .await;
    named.unwrap().entry.matter.clone()
}

#[tokio::test]
async fn the_address_of_the_authority_is_written_into_the_act_as_it_stood_and_an_old_one_warns() {
    let house = house().await;
    house.outside.put("2025-06-02T09:00:00Z");
    let old = receiving(&house, "XAA", "Exercise Old Office").await;
    house.outside.put(crate::request_walk::NOW);
    let fresh = receiving(&house, "XAA", "Exercise New Office").await;
    let stranger = receiving(&house, "XAB", "Exercise Foreign Office").await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = signed(&house, &officer).await;
    let form = page(&house, &officer, &format!("{request}/act/transmit")).await;
    shows(
        &form,
        &[
            &format!("<option value=\"{old}\">Exercise Old Office, last confirmed on 2\u{a0}June\u{a0}2025: more than six months ago"),
            &format!("<option value=\"{fresh}\">Exercise New Office, confirmed on 14\u{a0}April\u{a0}2026"),
        ],
    );
    assert!(
        !form.contains("Exercise Foreign Office"),
        "another State's office is none of this one"
    );
    let foreign = act(&house, "transmit", &[("receiving_authority", &stranger)]);
    let refused = tried(&house, &officer, &request, &foreign).await;
    assert_eq!(refused.status, 400);
    shows(&refused.text(), &["The requested State has no such authority"]);
    done(
        &house,
        &officer,
        &request,
        &act(&house, "transmit", &[("receiving_authority", &fresh)]),
    )
    .await;
    let view = view(&house, &request).await;
    let values = &view.steps.first().unwrap().values;
    let told = |element: &str| values.iter().find(|value| value.element == element).unwrap().texts.clone();
    assert_eq!(told("recipient"), ["Exercise New Office"]);
    assert_eq!(told("recipient_address"), ["1 Exercise Street\noffice@exercise.example"]);
    assert_eq!(told("recipient_confirmed_on"), ["2026-04-14"]);
}

#[tokio::test]
async fn a_signed_request_goes_out_as_one_file_with_its_hashes_and_the_audit_tells_it_first() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = in_review(&house, &officer, "arrest-and-surrender").await;
    let address = format!("{request}/bundle.zip");
    assert_eq!(house.get_as(&officer, &address).await.status, 404, "what is not signed is not sent");
    done(&house, &officer, &request, &signing(&house, &officer).await).await;
    shows(&page(&house, &officer, &request).await, &["/bundle.zip"]);
    let answer = house.get_as(&officer, &address).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let sha256 = record::hex::hex(&<[u8; 32]>::from(Sha256::digest(&answer.body)));
    assert!(
        answer.header("content-disposition").contains(&sha256),
        "{}",
        answer.header("content-disposition")
    );
    assert_eq!(
        house.get_as(&officer, &address).await.body,
        answer.body,
        "the same request gives the same bytes"
    );
    let manifest: serde_json::Value = serde_json::from_slice(&member(&answer.body, "manifest.json")).unwrap();
    let before = view(&house, &request).await;
    assert_eq!(manifest["text_sha256"], before.text_sha256.as_str());
    for (name, bytes) in unzip(&answer.body).into_iter().filter(|(name, _)| name != "manifest.json") {
        let files = manifest["files"].as_array().unwrap();
        let told = files.iter().find(|file| file["name"] == name.as_str()).expect(&name);
        assert_eq!(
            told["sha256"],
            record::hex::hex(&<[u8; 32]>::from(Sha256::digest(&bytes))).as_str(),
            "{name}"
        );
    }
    assert_eq!(
        member(&answer.body, "signed-paper/01-exercise-signed.pdf"),
        crate::request_signing::SCAN
    );
    assert!(member(&answer.body, "request.pdf").starts_with(b"%PDF") && member(&answer.body, "note.pdf").starts_with(b"%PDF"));
    let filter = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    let events = house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap().events;
    assert_eq!(events.len(), 2, "each time that it went out");
    for wrong in ["abc", &sha256.to_uppercase()] {
        let refused = tried(&house, &officer, &request, &act(&house, "transmit", &[("bundle_sha256", wrong)])).await;
        assert_eq!(refused.status, 400, "{wrong}");
    }
    done(&house, &officer, &request, &act(&house, "transmit", &[("bundle_sha256", &sha256)])).await;
    shows(&page(&house, &officer, &request).await, &[&sha256]);
    assert_eq!(
        house.get_as(&state, &address).await.status,
        404,
        "the file to be sent is the sender's"
    );
}

#[tokio::test]
async fn a_supplement_changes_nothing_of_what_was_signed() {
    let house = house().await;
    let officer = house.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = sent(&house, &officer, "arrest-and-surrender").await;
    let before = view(&house, &request).await;
    let changes = [("changes", "The exercise person moved to Port Exercise")];
    done(&house, &officer, &request, &act(&house, "supplement", &changes)).await;
    let after = view(&house, &request).await;
    assert_eq!((after.text, &after.text_sha256), (before.text, &before.text_sha256));
    assert!(
        after
            .steps
            .iter()
            .all(|step| step.text_sha256.as_ref().is_none_or(|sha256| *sha256 == after.text_sha256))
    );
    shows(
        &page(&house, &officer, &request).await,
        &["The exercise person moved to Port Exercise"],
    );
}
