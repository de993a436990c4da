//! What the Court sends, received on a State's own record by its central authority: shown first, then recorded once; what was
//! altered on the way is refused, and whoever receives nothing finds nothing.

use crate::house::{Answer, House, Person};
use crate::request_files::{field, file, hash, send};
use crate::request_signing::signing;
use crate::request_walk::*;
use crate::zip::zip;
use access::{Organisation, Role, Viewer};
use record::entry::EntryId;
use register::port::Store;
use register::request::{BundleFile, RequestId, RequestText, manifest};

const RECEIVE: &str = "/en/requests/receive";
pub const WARRANT: &[u8] = b"%PDF-1.7\nexercise warrant\n%%EOF\n";
pub const NOTE: &[u8] = b"%PDF-1.7\nexercise note\n%%EOF\n";

pub fn xaa() -> Organisation {
    Organisation::State("XAA".into())
}

/// A request with its warrant in a file, at this level.
pub fn text(house: &House, state: &str, level: &str) -> RequestText {
    let mut values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    values.insert("requested_state".into(), state.into());
    values.insert("level".into(), level.into());
    values.insert("warrant".into(), format!("Warrant of arrest [eng] sha256:{}", hash(WARRANT)));
    RequestText {
        form: "arrest-and-surrender".into(),
        values: values.into_iter().collect(),
    }
}

fn document(name: &str, bytes: &[u8]) -> BundleFile {
    BundleFile {
        name: name.into(),
        title: name.into(),
        language: None,
        bytes: bytes.to_vec(),
    }
}

/// The members of a bundle.
fn members(id: &RequestId, text: &RequestText) -> Vec<(String, Vec<u8>)> {
    let files = [
        document("request.json", &text.canonical()),
        document("note.pdf", NOTE),
        document("annexes/01-warrant.pdf", WARRANT),
    ];
    let day = "2026-04-09".parse().unwrap();
    let manifest = manifest(id, text, Some(day), &files, &["Exercise photograph".to_owned()]);
    let files = files.into_iter().map(|file| (file.name, file.bytes));
    [("manifest.json".to_owned(), manifest)].into_iter().chain(files).collect()
}

pub fn bundle(id: &RequestId, text: &RequestText) -> Vec<u8> {
    zip(&members(id, text))
}

pub fn court_id(of: u8) -> RequestId {
    RequestId::from_bytes([of; 16])
}

/// Looks at what a file says.
pub async fn looked(house: &House, person: &Person, name: &str, bytes: &[u8]) -> Answer {
    send(house, person, RECEIVE, &[file("file", name, bytes), field("do", "read")]).await
}

/// The fields that say how it came.
fn how() -> Vec<Vec<u8>> {
    let how = [
        ("number", "NV/12"),
        ("dated", "2026-04-09"),
        ("received", "2026-04-13"),
        ("s-channel", "diplomatic"),
        ("s-medium", "bag"),
        ("s-urgent", "no"),
        ("do", "record"),
    ];
    how.map(|(name, value)| field(name, value)).to_vec()
}

/// Records what a page that was looked at says.
pub async fn recorded(house: &House, person: &Person, looked: &Answer) -> Answer {
    assert_eq!(looked.status, 200, "{}", looked.text());
    let kept = hidden(&looked.text(), "kept:file");
    send(house, person, RECEIVE, &[vec![field("kept:file", &kept)], how()].concat()).await
}

/// Looks at a bundle and records it; where it leads.
pub async fn received(house: &House, person: &Person, bytes: &[u8]) -> String {
    let answer = recorded(house, person, &looked(house, person, "exercise.zip", bytes).await).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").split('?').next().unwrap().to_owned()
}

pub async fn requests(house: &House) -> usize {
    house.register.requests(&Viewer::operator(), &now()).await.unwrap().len()
}

#[tokio::test]
async fn a_bundle_is_shown_before_it_is_recorded_and_its_documents_lie_in_the_record_then() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    shows(&page(&house, &state, "/en/requests").await, &[RECEIVE, "No request was received"]);
    let bytes = bundle(&court_id(7), &text(&house, "XAA", "confidential"));
    let before = house.store.length().await.unwrap();
    let seen = looked(&house, &state, "exercise.zip", &bytes).await;
    assert_eq!(seen.status, 200, "{}", seen.text());
    shows(
        &seen.text(),
        &[
            "Exercise Person X-17",
            "Request for arrest and surrender",
            "Exercise State XAA",
            "confidential",
            &court_id(7).to_string(),
            "9 April 2026",
            &hash(&bytes),
            &hash(WARRANT),
            "Exercise photograph",
            "agrees with the hash",
            "Registry",
        ],
    );
    assert_eq!(house.store.length().await.unwrap(), before, "looking records nothing");
    let unsaid = send(
        &house,
        &state,
        RECEIVE,
        &[field("kept:file", &hidden(&seen.text(), "kept:file")), field("do", "record")],
    )
    .await;
    assert_eq!(unsaid.status, 400, "without its note, its days and its channel nothing is recorded");
    assert_eq!(house.store.length().await.unwrap(), before);
    let answer = recorded(&house, &state, &seen).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let request = answer.header("location");
    shows(&page(&house, &state, request).await, &["was recorded", "note NV/12", "transmitted"]);
    let request = request.split('?').next().unwrap();
    let view = view(&house, request).await;
    assert!(view.row.references.contains(&court_id(7).to_string()), "{:?}", view.row.references);
    let step = view.steps.first().unwrap();
    let told = |element: &str| step.values.iter().find(|value| value.element == element).unwrap().texts.clone();
    assert_eq!(told("channel"), ["diplomatic"]);
    assert_eq!(told("bundle_sha256"), [hash(&bytes)], "what the Court's record has of it");
    let entry = EntryId::parse(&step.entry).unwrap();
    let entry = house.store.entry(&Viewer::operator(), &entry).await.unwrap().unwrap().entry;
    assert_eq!(entry.on_behalf_of.as_deref(), Some("organ:registry"), "it is the Court's act");
    assert_eq!(
        entry.audience.originator.as_ref().map(|reader| reader.text()).as_deref(),
        Some("organ:registry")
    );
    let place = entry.attachments.iter().position(|file| file.sha256 == hash(WARRANT)).unwrap() + 1;
    let taken = house.get_as(&state, &format!("/en/attachment/{}/{place}", step.entry)).await;
    assert_eq!((taken.status.as_u16(), &taken.body[..]), (200, WARRANT));
    assert!(house.store.verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_the_courts_record_makes_is_what_a_states_record_receives() {
    let court = house().await;
    let officer = court.sign_in("Exercise registry officer", &REGISTRY).await;
    let request = in_review(&court, &officer, "arrest-and-surrender").await;
    done(&court, &officer, &request, &signing(&court, &officer).await).await;
    let made = court.get_as(&officer, &format!("{request}/bundle.zip")).await;
    assert_eq!(made.status, 200);
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let seen = looked(&house, &state, "exercise.zip", &made.body).await;
    shows(
        &seen.text(),
        &[&id_of(&request).to_string(), "14 April 2026", "request.pdf", "exercise-signed.pdf"],
    );
    let here = recorded(&house, &state, &seen).await;
    assert_eq!(here.status, 303, "{}", here.text());
    let here = view(&house, here.header("location").split('?').next().unwrap()).await;
    assert_eq!(
        here.text_sha256,
        view(&court, &request).await.text_sha256,
        "the text that was signed"
    );
}

/// The members of a bundle: name and bytes of each.
type Members = Vec<(String, Vec<u8>)>;

#[tokio::test]
async fn what_was_altered_on_the_way_left_out_or_put_in_is_named_and_nothing_is_recorded() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = text(&house, "XAA", "confidential");
    let whole = members(&court_id(7), &request);
    let but = |change: &dyn Fn(&mut Members)| {
        let mut members = whole.clone();
        change(&mut members);
        zip(&members)
    };
    let other = text(&house, "XAA", "restricted").canonical();
    let mut without = request.clone();
    without
        .values
        .0
        .insert("warrant".into(), vec![format!("Warrant sha256:{}", hash(b"another"))]);
    let mut program = document("annexes/01-exercise.exe", b"MZ\0\0");
    program.title = "Exercise".into();
    let text_file = document("request.json", &request.canonical());
    let with_program = manifest(&court_id(7), &request, None, &[text_file.clone(), program.clone()], &[]);
    let cases = [
        (
            but(&|all| all[3].1 = b"%PDF-1.7\nanother warrant\n%%EOF\n".to_vec()),
            "01-warrant.pdf is not as it was",
        ),
        (but(&|all| all[1].1 = other.clone()), "request.json is not as it was"),
        (but(&|all| drop(all.remove(2))), "note.pdf is named in the bundle and is not in it"),
        (
            but(&|all| all.push(("annexes/02-more.pdf".into(), NOTE.to_vec()))),
            "02-more.pdf is in the bundle and was not",
        ),
        (but(&|all| all.push(all[2].clone())), "note.pdf is in the bundle and was not"),
        (but(&|all| drop(all.remove(0))), "does not say what is in it"),
        (bundle(&court_id(7), &text(&house, "XAB", "confidential")), "goes to another State"),
        (bundle(&court_id(7), &text(&house, "XAA", "public")), "is not public before"),
        (bundle(&court_id(7), &without), "did not come with it"),
        (
            zip(&[
                ("manifest.json".into(), with_program),
                (text_file.name, text_file.bytes),
                (program.name, program.bytes),
            ]),
            "of a kind that is not kept",
        ),
        (bundle(&court_id(7), &request)[..400].to_vec(), "damaged or packed anew"),
        (b"PK\x05\x06".to_vec(), "damaged or packed anew"),
        (b"nothing of the kind".to_vec(), "damaged or packed anew"),
    ];
    let before = house.store.length().await.unwrap();
    let texts = [
        ("exercise.json", &b"nothing of the kind"[..]),
        ("exercise.docx", b"nothing of the kind"),
    ];
    let bundles = cases.iter().map(|(bytes, why)| ("exercise.zip", &bytes[..], *why));
    let all = bundles.chain(texts.map(|(name, bytes)| (name, bytes, "cannot be read as a request")));
    for (name, bytes, why) in all {
        let answer = looked(&house, &state, name, bytes).await;
        assert_eq!(answer.status, 400, "{why}: {}", answer.text());
        // Names are set apart on a page.
        let said = answer
            .text()
            .replace("<bdi>", "")
            .replace("</bdi>", "")
            .replace(['\u{2068}', '\u{2069}'], "");
        shows(&said, &[why]);
        assert_eq!(hidden(&said, "kept:file"), "", "it cannot be gone on with: {why}");
    }
    let empty = send(&house, &state, RECEIVE, &[field("do", "read")]).await;
    assert_eq!(empty.status, 400);
    shows(&empty.text(), &["Choose the file that came"]);
    assert_eq!(house.store.length().await.unwrap(), before);
    let owner = state.account.to_string();
    assert!(
        house.register.attachments.working(&owner).await.unwrap().is_empty(),
        "what was refused waits no longer"
    );
}

#[tokio::test]
async fn the_same_request_is_received_once() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let colleague = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let bytes = bundle(&court_id(7), &text(&house, "XAA", "confidential"));
    // Pressed twice in one moment, on two pages.
    let one = looked(&house, &state, "exercise.zip", &bytes).await;
    let two = looked(&house, &state, "exercise.zip", &bytes).await;
    let (one, two) = tokio::join!(recorded(&house, &state, &one), recorded(&house, &state, &two));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}{}", one.text(), two.text());
    assert_eq!(requests(&house).await, 1);
    let done = if one.status == 303 { one } else { two };
    let request = done.header("location").split('?').next().unwrap();
    for person in [&state, &colleague] {
        let again = looked(&house, person, "exercise.zip", &bytes).await;
        assert_eq!(again.status, 409, "{}", again.text());
        shows(&again.text(), &["in this record already", request]);
    }
    // The text alone is the same request; another request with the same text is another.
    let json = text(&house, "XAA", "confidential").canonical();
    assert_eq!(looked(&house, &state, "exercise.json", &json).await.status, 409);
    let other = bundle(&court_id(8), &text(&house, "XAA", "confidential"));
    received(&house, &colleague, &other).await;
    assert_eq!(requests(&house).await, 2);
}

#[tokio::test]
async fn a_sealed_request_that_an_officer_may_not_see_makes_no_difference_to_what_they_receive() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let colleague = house.sign_in("Exercise deputy", &authority("XAA")).await;
    let bytes = bundle(&court_id(7), &text(&house, "XAA", "under-seal"));
    let before = looked(&house, &colleague, "exercise.zip", &bytes).await;
    let sealed = received(&house, &state, &bytes).await;
    assert_eq!(house.get_as(&colleague, &sealed).await.status, 404, "it is not assigned to them");
    let after = looked(&house, &colleague, "exercise.zip", &bytes).await;
    let (kept, now) = (hidden(&before.text(), "kept:file"), hidden(&after.text(), "kept:file"));
    assert_eq!(before.text().replace(&kept, ""), after.text().replace(&now, ""));
    let own = received(&house, &colleague, &bytes).await;
    assert_ne!(own, sealed);
    assert_eq!(
        house.get_as(&colleague, &sealed).await.status,
        404,
        "nor does receiving it let them in"
    );
    assert_eq!(house.get_as(&state, &own).await.status, 404);
}

#[tokio::test]
async fn whoever_receives_nothing_here_is_answered_like_at_an_address_at_which_nothing_lies() {
    let own = house_of(&xaa()).await;
    let court = house().await;
    let role = |state: &str, role| [(Organisation::State(state.into()), role)];
    let nobody = [
        (&own, own.sign_in("Exercise embassy", &role("XAA", Role::Embassy)).await),
        (&own, own.sign_in("Exercise police", &role("XAA", Role::ExecutingAuthority)).await),
        (
            &own,
            own.sign_in("Exercise focal point", &role("XAA", Role::NationalFocalPoint)).await,
        ),
        (&own, own.sign_in("Exercise authority of another State", &authority("XAB")).await),
        (&court, court.sign_in("Exercise registry officer", &REGISTRY).await),
        (&court, court.sign_in("Exercise central authority", &authority("XAA")).await),
    ];
    let nothing = format!("/en/request/{}", "0".repeat(32));
    let bytes = bundle(&court_id(7), &text(&own, "XAA", "confidential"));
    for (house, person) in &nobody {
        let there = house.get_as(person, RECEIVE).await;
        assert_eq!(there.status, 404);
        assert_eq!(there.text(), house.get_as(person, &nothing).await.text());
        let before = house.store.length().await.unwrap();
        let sent = looked(house, person, "exercise.zip", &bytes).await;
        assert_eq!(sent.status, 404);
        assert_eq!(sent.text(), there.text());
        let parts = [vec![file("file", "exercise.zip", &bytes)], how()].concat();
        assert_eq!(send(house, person, RECEIVE, &parts).await.status, 404);
        assert_eq!(house.store.length().await.unwrap(), before);
        let waiting = house.register.attachments.working(&person.account.to_string()).await.unwrap();
        assert!(waiting.is_empty(), "of theirs no file is read");
        assert!(!page(house, person, "/en/requests").await.contains(RECEIVE));
    }
    assert_eq!(
        own.get(RECEIVE).await.status,
        303,
        "whoever is not signed in is led to where one signs in"
    );
}

#[tokio::test]
async fn a_request_of_which_only_paper_came_is_written_in() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    shows(&page(&house, &state, RECEIVE).await, &["?form=arrest-and-surrender", "From paper"]);
    let form = page(&house, &state, &format!("{RECEIVE}?form=arrest-and-surrender")).await;
    shows(
        &form,
        &[
            "name=\"e-person\"",
            "name=\"s-channel\"",
            "name=\"number\"",
            "list=\"states\" value=\"XAA\"",
        ],
    );
    shows(
        &page(&house, &state, "/fr/requests/receive?form=arrest-and-surrender").await,
        &["Enregistrer la réception"],
    );
    let values = complete(house.register.law.form("arrest-and-surrender").unwrap());
    let written: Vec<Vec<u8>> = values.iter().map(|(name, value)| field(&format!("e-{name}"), value)).collect();
    let parts = |how: Vec<Vec<u8>>| [vec![field("form", "arrest-and-surrender")], written.clone(), how].concat();
    let mut late = how();
    late.retain(|part| !String::from_utf8_lossy(part).contains("\"received\""));
    late.push(field("sent", "2026-04-12"));
    late.push(field("received", "2026-04-10"));
    let refused = send(&house, &state, RECEIVE, &parts(late)).await;
    assert_eq!(refused.status, 400);
    shows(
        &refused.text(),
        &["received before the day on which it was sent", "Exercise Person X-17"],
    );
    let mut by_nothing = how();
    by_nothing.retain(|part| !String::from_utf8_lossy(part).contains("s-channel"));
    let refused = send(&house, &state, RECEIVE, &parts(by_nothing)).await;
    assert_eq!(refused.status, 400);
    shows(&refused.text(), &["href=\"#s-channel\""]);
    assert_eq!(requests(&house).await, 0);
    let scan = file("scan", "exercise-note.pdf", NOTE);
    let answer = send(&house, &state, RECEIVE, &parts([how(), vec![scan]].concat())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let seen = page(&house, &state, answer.header("location")).await;
    shows(&seen, &["Exercise Person X-17", "note NV/12", &hash(NOTE)[..12]]);
    let again = send(&house, &state, RECEIVE, &parts(how())).await;
    assert_eq!(again.status, 409, "{}", again.text());
}

#[tokio::test]
async fn a_file_that_waits_to_be_received_is_attached_to_nothing() {
    let house = house_of(&xaa()).await;
    let state = house.sign_in("Exercise central authority", &authority("XAA")).await;
    let request = received(&house, &state, &bundle(&court_id(7), &text(&house, "XAA", "confidential"))).await;
    let other = looked(
        &house,
        &state,
        "other.zip",
        &bundle(&court_id(8), &text(&house, "XAA", "confidential")),
    )
    .await;
    let act = format!("{request}/act/report-step");
    let saw = hidden(&page(&house, &state, &act).await, "saw");
    let parts = [
        field("saw", &saw),
        field("report-step-step", "Exercise step was taken"),
        field("kept:report-step-attached", &hidden(&other.text(), "kept:file")),
    ];
    let answer = send(&house, &state, &act, &parts).await;
    assert_eq!(answer.status, 400, "an archive is no attachment: {}", answer.text());
}
