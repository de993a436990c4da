//! The Court's later acts on a State's own record, from their notes, by its central authority alone.

use crate::own_node_receiving::{NOTE, WARRANT, bundle, court_id, received, text, xaa};
use crate::request_files::{field, file, hash, send};
use crate::request_walk::*;
use access::{Role, Viewer};
use record::entry::EntryId;
use register::port::Store;

/// What is told of the note of an act.
const BY_NOTE: &str = "paper=yes&number=NV/20&dated=2026-04-13&received=2026-04-14";

#[tokio::test]
async fn the_courts_later_acts_are_recorded_from_their_notes_as_the_law_knows_them() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = received(&house, &state, &bundle(&court_id(7), &text(&house, "XAA", "confidential"))).await;
    let paper = format!("{request}/paper");
    shows(&page(&house, &state, &request).await, &[&paper]);
    let offered = page(&house, &state, &paper).await;
    for act in ["withdraw", "supplement", "send-again", "record-notification"] {
        shows(&offered, &[&format!("value=\"{act}\"")]);
    }
    // Nothing of the State's, nothing that was before the sending, no answer where nothing was asked, and no confirmation of what
    // awaits none.
    for act in ["acknowledge", "refuse", "transmit", "sign", "submit", "answer-question", "confirm"] {
        assert!(!offered.contains(&format!("value=\"{act}\"")), "{act}");
    }
    shows(&page(&house, &state, "/en/paper").await, &["Record a note verbale"]);
    let found = house.post_as(&state, "/en/paper", "reference=X-17").await;
    shows(&found.text(), &[&paper]);
    let none = send(&house, &state, &paper, &[field("number", "NV/20")]).await;
    assert_eq!(none.status, 400);
    shows(&none.text(), &["which act of the Court"]);
    // A supplement, with the file that came with its note.
    let act_page = format!("{request}/act/supplement");
    let saw = hidden(&page(&house, &state, &act_page).await, "saw");
    let mut parts = vec![
        field("saw", &saw),
        field("supplement-changes", "Another address in the exercise town was added"),
    ];
    parts.push(file("supplement-attached", "exercise-address.pdf", WARRANT));
    parts.extend(BY_NOTE.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap();
        field(name, value)
    }));
    parts.push(file("scan", "exercise-note.pdf", NOTE));
    let answer = send(&house, &state, &act_page, &parts).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let seen = page(&house, &state, &request).await;
    shows(
        &seen,
        &["Another address in the exercise town", "note NV/20", "exercise-address.pdf"],
    );
    let step = view(&house, &request).await.steps.first().unwrap().clone();
    assert_eq!(
        step.on_behalf_of.as_deref(),
        Some("organ:registry"),
        "it is the Court's act, whoever recorded it"
    );
    let entry = EntryId::parse(&step.entry).unwrap();
    let entry = house.store.entry(&Viewer::operator(), &entry).await.unwrap().unwrap().entry;
    assert!(entry.attachments.iter().any(|file| file.sha256 == hash(NOTE)), "its scan is kept");
    let question = act(&house, "consult", &[("question", "Which exercise court signed it?")]);
    done(&house, &state, &request, &question).await;
    shows(&page(&house, &state, &paper).await, &["value=\"answer-question\""]);
    // Nothing of the Court's without a note, and nothing dated before what it follows.
    let withdraw = act(&house, "withdraw", &[("reasons", "The exercise warrant was vacated")]);
    let unsaid = tried(&house, &state, &request, &withdraw).await;
    assert_eq!(unsaid.status, 403, "{}", unsaid.text());
    let early = tried(&house, &state, &request, &format!("{withdraw}&{BY_NOTE}&effective=2026-04-01")).await;
    assert_eq!(early.status, 400, "{}", early.text());
    done(&house, &state, &request, &format!("{withdraw}&{BY_NOTE}")).await;
    shows(&page(&house, &state, &request).await, &["withdrawn"]);
    let another_note = BY_NOTE.replace("NV/20", "NV/21");
    let again = tried(&house, &state, &request, &format!("{withdraw}&{another_note}")).await;
    assert_eq!(again.status, 409, "a request is withdrawn once: {}", again.text());
}

#[tokio::test]
async fn nobody_but_the_central_authority_at_home_records_what_the_court_did() {
    let own = house_of(&xaa()).await;
    let state = own.sign_in("Exercise central authority", &authority("XAA")).await;
    let embassy = own.sign_in("Exercise embassy", &[(xaa(), Role::Embassy)]).await;
    let there = received(&own, &state, &bundle(&court_id(7), &text(&own, "XAA", "confidential"))).await;
    let court = house().await;
    let officer = court.sign_in("Exercise registry officer", &REGISTRY).await;
    let guest = court.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = sent(&court, &officer, "arrest-and-surrender").await;
    let cases = [(&own, &embassy, &there), (&court, &guest, &request), (&court, &officer, &request)];
    for (house, person, request) in cases {
        let before = house.store.length().await.unwrap();
        let withdraw = act(house, "withdraw", &[("reasons", "The exercise warrant was vacated")]);
        let refused = tried(house, person, request, &format!("{withdraw}&{BY_NOTE}")).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        assert_eq!(house.store.length().await.unwrap(), before);
    }
    for (house, person, request) in [(&own, &embassy, &there), (&court, &guest, &request)] {
        assert_eq!(house.get_as(person, &format!("{request}/paper")).await.status, 404);
        assert_eq!(house.get_as(person, "/en/paper").await.status, 404);
    }
}
