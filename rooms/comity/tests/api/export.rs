//! A matter taken along as one file: by whom, what stands in it, and that nothing stands in it that whoever takes it may
//! not see or take.

use crate::house::{Answer, House, Person};
use crate::matters::opened;
use crate::unzip::unzip;
use access::{Organisation, Role, Viewer};
use async_trait::async_trait;
use record::audience::{Audience, Level, Reader};
use record::checkpoint::parse_verifier_key;
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::proof::Proof;
use record::when::When;
use register::audit::{Act, Audit, AuditFilter, Event, Kept, Pseudonym};
use register::erasing::{ErasureOrder, ErasureRequest};
use register::kinds;
use register::port::{Of, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;

const NOW: &str = "2026-11-26T09:00:00Z";
/// The mark that closes the tick of what is recorded then.
const MARK: &str = "2026-11-26T09:10:00Z";
const PROSECUTOR: [(Organisation, Role); 1] = [(Organisation::Court, Role::Prosecutor)];
const CHAMBERS: [(Organisation, Role); 1] = [(Organisation::Court, Role::Chambers)];
const REGISTRY: [(Organisation, Role); 1] = [(Organisation::Court, Role::Registry)];
const SEALED: [&str; 2] = ["organ:prosecutor", "organ:chambers"];
/// A name that no matter bears.
const UNKNOWN: &str = "matter-00112233445566778899aabbccddeeff";
const TAKE: &str = "purpose=for-proceedings";

fn of_state(code: &str, role: Role) -> [(Organisation, Role); 1] {
    [(Organisation::State(code.into()), role)]
}

fn export(matter: &str) -> String {
    format!("/en/matter/{matter}/export")
}

/// The members of a file that must be handed out.
async fn taken(house: &House, person: &Person, matter: &str) -> BTreeMap<String, String> {
    let answer = house.post_as(person, &export(matter), TAKE).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    assert_eq!(answer.header("content-type"), "application/zip");
    members(&answer)
}

fn members(answer: &Answer) -> BTreeMap<String, String> {
    let members = unzip(&answer.body).into_iter();
    members.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

/// The canonical bytes of what was recorded in a matter, but for what is recorded of people.
async fn recorded(house: &House, matter: &str) -> Vec<String> {
    let of = Of::Matters(vec![matter.to_owned()]);
    let entries = house.store.entries(&Viewer::operator(), of, None).await.unwrap();
    let of_matter = entries.iter().filter(|r| !kinds::PEOPLE.contains(&r.entry.kind.as_str()));
    of_matter.map(|r| String::from_utf8(r.entry.canonical()).unwrap()).collect()
}

async fn told(house: &House) -> Vec<Kept> {
    let filter = AuditFilter {
        acts: vec![Act::Exported],
        ..AuditFilter::default()
    };
    house.audit.page(&Viewer::operator(), &filter, None, 100).await.unwrap().events
}

/// What an entry says, by its kind and body.
type Said = (&'static str, Object);

/// An entry about the person of these tests in a matter, at a level, for these.
async fn add(house: &House, number: u8, matter: &str, (kind, body): Said, level: Level, readers: &[&str]) {
    let readers: Vec<Reader> = readers.iter().map(|reader| Reader::parse(reader).unwrap()).collect();
    let draft = Draft {
        id: EntryId::from_bytes([number; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::Unknown,
        author: Author::Officer("exercise officer".into()),
        on_behalf_of: None,
        audience: Audience::of(level, readers[0].clone(), readers),
        basis: Some("Exercise decision 1".into()),
        source: None,
        corrects: None,
        about: vec![Subject::Person("exercise-0001".into())],
        attachments: Vec::new(),
        body,
    };
    house.append(draft).await;
}

fn remark(text: &str) -> Said {
    (kinds::REMARK, Object::new().text("text", text))
}

#[tokio::test]
async fn whoever_has_a_matter_takes_it_along_as_one_file_that_is_marked_and_says_for_whom_it_is() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "under-seal", &SEALED).await;
    let page = house.get_as(&one, &format!("/en/matter/{matter}")).await.text();
    assert!(page.contains(&format!("href=\"{}\"", export(&matter))), "{page}");
    let page = house.get_as(&one, &export(&matter)).await;
    assert_eq!(page.status, 200);
    for words in [
        "EXERCISE · UNDER SEAL",
        "Exercise prosecutor one (Office of the Prosecutor, Court)",
        "for-proceedings",
    ] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    assert!(told(&house).await.is_empty(), "to look at the page is not to take it along");

    let answer = house.post_as(&one, &export(&matter), TAKE).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/zip");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"comity-exercise-matter-2026-11-26.zip\"",
        "the name of the file does not name the matter"
    );
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let file = members(&answer);
    let names: Vec<&str> = file.keys().map(String::as_str).collect();
    assert_eq!(names, ["README.txt", "entries.jsonl", "matter.html"], "nothing can be proved yet");
    let lines: Vec<&str> = file["entries.jsonl"].lines().collect();
    assert_eq!(lines, recorded(&house, &matter).await);
    for (member, words) in [
        (
            "README.txt",
            "EXERCISE · UNDER SEAL\n\nCOMITY: A MATTER TAKEN ALONG\nEXERCISE: never",
        ),
        ("README.txt", "As at: 2026-11-26T09:00:00Z"),
        ("README.txt", "For: Exercise prosecutor one (Office of the Prosecutor, Court)"),
        ("README.txt", "Purpose: for a hearing, a filing or deliberations."),
        ("README.txt", "Ground on which it is not public: Exercise decision 1"),
        ("README.txt", "destroy it when it has served"),
        ("README.txt", "docs/record-format.md, section 7"),
        ("matter.html", "<p class=\"mark\">EXERCISE · UNDER SEAL</p>"),
        ("matter.html", "<h1>Warrant of arrest issued: exercise-0001, exercise-01/26</h1>"),
        ("matter.html", "<b>under seal</b>, open to Chambers, Office of the Prosecutor"),
        ("matter.html", "for Exercise prosecutor one (Office of the Prosecutor, Court)"),
        ("matter.html", "1 February 2026"),
        ("matter.html", "Exercise A"),
        ("matter.html", "Source: Exercise registry"),
        ("matter.html", "It can be proved from"),
    ] {
        assert!(
            file[member].contains(words),
            "{words:?} does not stand in {member}:\n{}",
            file[member]
        );
    }
    for alien in ["<script", "href=", "src=", "http", "matter.assigned"] {
        assert!(!file["matter.html"].contains(alien), "{alien:?} stands on the page");
    }
    let again = house.post_as(&one, &export(&matter), TAKE).await;
    assert_eq!(again.body, answer.body, "the same at the same instant");
    let french = house.post_as(&one, &export(&matter).replace("/en/", "/fr/"), TAKE).await;
    assert!(members(&french)["matter.html"].contains("<p class=\"mark\">EXERCICE · SOUS SCELLÉS</p>"));
}

#[tokio::test]
async fn each_entry_that_stands_in_the_log_comes_with_its_proof() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &SEALED).await;
    house.outside.put(MARK);
    house.store.tick_due().await.unwrap();
    add(&house, 1, &matter, remark("Exercise remark"), Level::Confidential, &SEALED).await;
    let one = house.sign_in_again(&one, PROSECUTOR[0].clone()).await;
    let file = taken(&house, &one, &matter).await;
    let proofs: Vec<&str> = file.keys().filter_map(|name| name.strip_prefix("proofs/")).collect();
    assert_eq!(proofs.len(), 1, "the younger one has none yet");
    let proof = Proof::parse(&file[&format!("proofs/{}", proofs[0])]).unwrap();
    let (_, key) = parse_verifier_key(&house.store.verifier_key_text()).unwrap();
    proof.verify(&key).unwrap();
    assert_eq!(Some(proof.entry.as_str()), file["entries.jsonl"].lines().next());
    assert!(file["matter.html"].contains(&format!("proofs/{}", proofs[0])));
}

#[tokio::test]
async fn only_those_take_it_along_whom_it_is_open_to_and_whose_role_takes_along() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let mut readers = SEALED.to_vec();
    readers.extend(["state:XAA", "office:victims-and-witnesses"]);
    let sealed = opened(&house, &one, "under-seal", &readers).await;
    let confidential = opened(&house, &one, "confidential", &readers).await;
    let restricted = opened(&house, &one, "restricted", &readers).await;
    let matters = [&sealed, &confidential, &restricted];
    let court = |role| [(Organisation::Court, role)];
    for (name, posts, expected) in [
        ("Exercise prosecutor two", PROSECUTOR, [404, 200, 200]),
        ("Exercise registry officer", REGISTRY, [404, 404, 404]),
        ("Exercise auditor", court(Role::Auditor), [404, 404, 404]),
        ("Exercise administrator", court(Role::Administrator), [404, 404, 404]),
        ("Exercise authority", of_state("XAA", Role::CentralAuthority), [404, 200, 200]),
        ("Exercise embassy", of_state("XAA", Role::Embassy), [404, 200, 200]),
        ("Exercise police", of_state("XAA", Role::ExecutingAuthority), [404, 404, 404]),
        // Who reads it and takes nothing along.
        ("Exercise focal point", of_state("XAA", Role::NationalFocalPoint), [404, 404, 403]),
        ("Exercise unit", court(Role::VictimsAndWitnesses), [404, 403, 403]),
        (
            "Exercise authority of another",
            of_state("XAB", Role::CentralAuthority),
            [404, 404, 404],
        ),
    ] {
        let person = house.sign_in(name, &posts).await;
        for (matter, expected) in matters.into_iter().zip(expected) {
            let before = told(&house).await.len();
            let (page, file) = (
                house.get_as(&person, &export(matter)).await,
                house.post_as(&person, &export(matter), TAKE).await,
            );
            assert_eq!(
                (page.status.as_u16(), file.status.as_u16()),
                (expected, expected),
                "{name}: {matter}"
            );
            assert_eq!(told(&house).await.len() - before, usize::from(expected == 200), "{name}: {matter}");
            match expected {
                200 => assert!(members(&file)["README.txt"].contains(name)),
                404 => {
                    assert_eq!(page, house.get_as(&person, &export(UNKNOWN)).await, "{name}");
                    assert_eq!(file, house.post_as(&person, &export(UNKNOWN), TAKE).await, "{name}");
                    let wrong = house.post_as(&person, &export(matter), "purpose=").await;
                    assert_eq!(wrong, house.post_as(&person, &export(UNKNOWN), "purpose=").await, "{name}");
                }
                _ => assert!(page.text().contains("Your role does not give you this") && file.text().contains(matter)),
            }
        }
    }
    for matter in [&sealed, UNKNOWN] {
        let answer = house.get(&export(matter)).await;
        assert_eq!(answer.status, 303, "nobody is signed in");
        assert!(answer.header("location").starts_with("/en/sign-in?to="));
        let answer = house.post(&export(matter), TAKE).await;
        assert_eq!(answer.status, 403);
        assert!(answer.text().contains("for-proceedings"), "what was chosen is kept");
    }
}

#[tokio::test]
async fn whoever_reads_in_an_emergency_takes_nothing_of_it_along() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let two = house.sign_in("Exercise prosecutor two", &PROSECUTOR).await;
    let sealed = opened(&house, &one, "under-seal", &SEALED).await;
    let mixed = opened(&house, &one, "confidential", &SEALED).await;
    add(&house, 1, &mixed, remark("Exercise sealed remark"), Level::UnderSeal, &SEALED).await;
    let operator = identity::people::Actor::operator("exercise officer");
    house.people.assign(&operator, &one.account, &mixed, None).await.unwrap();
    let asking = house.actor(&two).await;
    for matter in [&sealed, &mixed] {
        house.people.ask_emergency(&asking, matter, "Exercise flood").await.unwrap();
    }
    let granting = house.actor(&one).await;
    for waiting in house.people.emergencies_to_grant(&granting).await.unwrap() {
        let granted = house.people.approve_emergency(&granting, &two.account, &waiting.request, 4).await;
        granted.unwrap();
    }
    let page = house.get_as(&two, &format!("/en/matter/{sealed}")).await;
    assert!(page.status == 200 && !page.text().contains(&export(&sealed)), "it is read");
    assert_eq!(house.post_as(&two, &export(&sealed), TAKE).await.status, 403);
    // Of what is partly open to them otherwise, that part alone; the file does not tell that there is more.
    let page = house.get_as(&two, &export(&mixed)).await;
    assert!(page.text().contains("One entry that you may read is not in it"), "{}", page.text());
    let with = taken(&house, &two, &mixed).await;
    assert_eq!(with["entries.jsonl"].lines().count(), 1);
    for (name, text) in &with {
        let tells = ["Exercise sealed remark", "nder seal", "UNDER SEAL", &"01".repeat(16)];
        assert!(!tells.into_iter().any(|word| text.contains(word)), "{name}: {text}");
    }
    let levels: Vec<Option<Level>> = told(&house).await.iter().map(|event| event.level).collect();
    assert_eq!(levels, [Some(Level::Confidential)]);
    let whole = taken(&house, &one, &mixed).await;
    assert_eq!(whole["entries.jsonl"].lines().count(), 2, "whoever has it takes all of it");
    assert_eq!(told(&house).await.len(), 3, "which is told once for each level");
}

#[tokio::test]
async fn what_is_hidden_in_a_matter_changes_no_byte_of_the_file() {
    let (with, without) = (House::bare(NOW).await, House::bare(NOW).await);
    let mut files = Vec::new();
    for (house, there) in [(&with, true), (&without, false)] {
        let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
        let chambers = house.sign_in("Exercise chambers officer", &CHAMBERS).await;
        let matter = opened(house, &one, "confidential", &SEALED).await;
        house.get_as(&chambers, &export(&matter)).await;
        let before = [
            house.get_as(&chambers, &export(&matter)).await,
            house.post_as(&chambers, &export(&matter), TAKE).await,
        ];
        if there {
            add(house, 1, &matter, remark("Exercise sealed remark"), Level::UnderSeal, &SEALED).await;
            add(house, 2, &matter, remark("Exercise remark"), Level::Confidential, &SEALED[..1]).await;
            let of_another = &["organ:registry"];
            add(
                house,
                3,
                "exercise-other",
                remark("Exercise remark"),
                Level::Confidential,
                of_another,
            )
            .await;
        }
        let after = [
            house.get_as(&chambers, &export(&matter)).await,
            house.post_as(&chambers, &export(&matter), TAKE).await,
        ];
        assert!(before == after, "nothing that is hidden changes a byte");
        let seen = taken(house, &one, &matter).await["entries.jsonl"].lines().count();
        assert_eq!(seen, if there { 2 } else { 1 }, "what is hidden from one is seen by another");
        house.outside.put(MARK);
        house.store.tick_due().await.unwrap();
        let chambers = house.sign_in_again(&chambers, CHAMBERS[0].clone()).await;
        files.push((matter.clone(), taken(house, &chambers, &matter).await));
    }
    // Hashes, places and signatures differ, as chance was drawn for other entries too; their lengths and numbers do not.
    let [(matter, with), (_, without)] = files.try_into().unwrap();
    assert!(with.keys().eq(without.keys()), "the same members");
    for (name, text) in &with {
        let other = &without[name];
        if !name.starts_with("proofs/") {
            assert!(text == other, "{name}\n{text}\n{other}");
            continue;
        }
        let (one, other) = (Proof::parse(text).unwrap(), Proof::parse(other).unwrap());
        assert_eq!(
            (&one.entry, one.salt, one.tick, one.mark),
            (&other.entry, other.salt, other.tick, other.mark)
        );
        assert_eq!(
            (one.tick_path.len(), one.log_path.len()),
            (other.tick_path.len(), other.log_path.len())
        );
        assert_eq!(
            one.checkpoint.lines().nth(1),
            other.checkpoint.lines().nth(1),
            "the size of the log"
        );
    }
    assert!(with["matter.html"].contains(&matter), "there was something to take");
}

#[tokio::test]
async fn nothing_of_another_matter_is_in_the_file_not_even_a_name() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &SEALED).await;
    let named = (kinds::PERSON_NAMED, Object::new().text("name", "Exercise Name"));
    add(&house, 1, "person-exercise-0001", named, Level::Confidential, &SEALED).await;
    let page = house.get_as(&one, &format!("/en/matter/{matter}")).await.text();
    assert!(page.contains("Exercise Name"), "the page names the person");
    for (name, text) in taken(&house, &one, &matter).await {
        assert!(!text.contains("Exercise Name"), "{name}: {text}");
    }
    // The matter in which the name stands has it.
    let of_person = taken(&house, &one, "person-exercise-0001").await;
    assert!(of_person["matter.html"].contains("Exercise Name"));
}

#[tokio::test]
async fn it_is_taken_along_only_by_whoever_showed_lately_who_they_are_and_says_for_what() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "under-seal", &SEALED).await;
    house.outside.put("2026-11-26T09:06:00Z");
    for (form, status, words) in [
        ("purpose=", 400, "Choose for what you take the matter along."),
        ("purpose=to+sell+it", 400, "Choose for what you take the matter along."),
        (TAKE, 403, "name=\"purpose\" value=\"for-proceedings\""),
    ] {
        let answer = house.post_as(&one, &export(&matter), form).await;
        assert_eq!(answer.status, status, "{form}");
        assert!(answer.text().contains(words), "{form}: {}", answer.text());
    }
    assert!(told(&house).await.is_empty(), "what was refused is not told as done");
    let one = house.sign_in_again(&one, PROSECUTOR[0].clone()).await;
    taken(&house, &one, &matter).await;
    assert_eq!(told(&house).await.len(), 1);
}

#[tokio::test]
async fn that_it_was_taken_along_stands_in_the_audit_and_is_told_to_whoever_sees_who_opened_it() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let authority = house.sign_in("Exercise authority", &of_state("XAA", Role::CentralAuthority)).await;
    let embassy = house.sign_in("Exercise embassy", &of_state("XAA", Role::Embassy)).await;
    let auditor = house.sign_in("Exercise auditor", &[(Organisation::Court, Role::Auditor)]).await;
    let matter = opened(&house, &one, "confidential", &["organ:prosecutor", "state:XAA"]).await;
    house.outside.put("2026-11-26T09:01:00Z");
    taken(&house, &one, &matter).await;
    let execution = house.post_as(&authority, &export(&matter), "purpose=for-execution").await;
    assert_eq!(execution.status, 200);
    let lines = |page: String| {
        let lines = page.split("<li>").filter_map(|line| line.split_once("</li>"));
        let of_export = lines.filter(|(line, _)| line.contains("took it along"));
        of_export.map(|(line, _)| line.to_owned()).collect::<Vec<_>>()
    };
    let address = format!("/en/matter/{matter}");
    let of_originator = lines(house.get_as(&one, &address).await.text());
    assert_eq!(of_originator.len(), 2, "{of_originator:?}");
    assert!(of_originator[1].contains("Exercise prosecutor one"), "the newest first");
    assert!(of_originator[1].contains("for a hearing, a filing or deliberations"));
    assert!(of_originator[0].contains("to execute what it asks"));
    let of_state = lines(house.get_as(&embassy, &address).await.text());
    assert_eq!(of_state.len(), 1, "its own people alone: {of_state:?}");
    assert!(of_state[0].contains("Exercise authority"));
    let audit = house.get_as(&auditor, "/en/audit?act=exported").await.text();
    assert!(audit.contains("to execute what it asks") && !audit.contains(&matter), "{audit}");
    let events = told(&house).await;
    assert!(events.iter().all(|event| event.matter == Some(house.audit.pseudonym(&matter))));
}

/// An audit into which nothing can be written.
struct Full;

#[async_trait]
impl Audit for Full {
    async fn write(&self, _: &[Event]) -> Result<(), StoreError> {
        Err(StoreError::DiskFull)
    }
    async fn list(&self, _: &AuditFilter, _: Option<u64>, _: usize) -> Result<Vec<Kept>, StoreError> {
        Ok(Vec::new())
    }
    fn pseudonym(&self, _: &str) -> Pseudonym {
        Pseudonym::from_bytes([0; 8])
    }
}

#[tokio::test]
async fn what_cannot_be_audited_is_not_taken_along() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let mut matters = Vec::new();
    for level in ["restricted", "confidential", "under-seal"] {
        matters.push(opened(&house, &one, level, &SEALED).await);
    }
    let house = house.writing_into(Arc::new(Full));
    for matter in matters {
        assert_eq!(
            house.get_as(&one, &export(&matter)).await.status,
            200,
            "the page tells what it tells"
        );
        let answer = house.post_as(&one, &export(&matter), TAKE).await;
        assert_eq!(answer.status, 500);
        assert_eq!(answer.header("content-disposition"), "");
        assert!(answer.text().contains("</html>"), "no byte of the file");
    }
}

#[tokio::test]
async fn what_was_erased_is_not_in_the_file_and_that_it_was_is() {
    let house = House::bare(NOW).await;
    let one = house.sign_in("Exercise prosecutor one", &PROSECUTOR).await;
    let matter = opened(&house, &one, "confidential", &SEALED).await;
    add(&house, 1, &matter, remark("Exercise witness place"), Level::Confidential, &SEALED).await;
    assert!(taken(&house, &one, &matter).await["matter.html"].contains("Exercise witness place"));
    let request = ErasureRequest {
        matter: matter.clone(),
        entries: vec!["01".repeat(16)],
        reason: "Exercise reason".into(),
        authority: "Exercise decision 9".into(),
        author: Author::Officer("Exercise officer one".into()),
    };
    let request = house.register.request_erasure(&Viewer::operator(), &request).await.unwrap();
    let order = ErasureOrder {
        request: request.entry.id.to_string(),
        reason: "Exercise reason".into(),
        authority: "Exercise decision 9".into(),
        author: Author::Officer("Exercise officer two".into()),
    };
    house.register.order_erasure(&Viewer::operator(), &order).await.unwrap();
    let file = taken(&house, &one, &matter).await;
    for (name, text) in &file {
        assert!(!text.contains("Exercise witness place"), "{name}");
    }
    assert!(file["entries.jsonl"].contains("erasure.ordered"));
    assert_eq!(file["entries.jsonl"].lines().count(), 3, "the warrant, the request and the order");
}
