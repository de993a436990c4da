//! `comity serve --demo`: an exercise with invented people in every role and matter of every level, on this machine
//! alone.

use crate::common;
use crate::common::{Folder, Server, Still, comity, place, text};
use access::{Role, Viewer};
use comity::demonstration;
use comity::house::House;
use identity::account::{AccountId, Stage};
use identity::people::demonstration::is_of_a_demonstration;
use identity::people::{Actor, People};
use identity::session::Browser;
use record::audience::Level;
use register::audit::AuditBook;
use register::outside::Outside;
use register::port::{Of, Recorded, Store};
use register::request::RequestId;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use store::{DeskStore, Sort};

const NOW: &str = "2026-11-25T12:00:00Z";

async fn people(house: &House, folder: &Path, outside: Arc<dyn Outside>) -> People {
    let desk = Arc::new(DeskStore::open(&place(folder)).await.unwrap());
    let audit = AuditBook::new(house.store.audit(), outside.clone());
    People::new(house.store.clone(), desk, outside, audit, access::Organisation::Court)
}

/// A demonstration, by a clock that stands.
async fn demonstration_in(folder: &Path) -> (Arc<Still>, House, People) {
    let clock = Still::at(NOW);
    let house = demonstration::open(&place(folder), clock.clone()).await.unwrap();
    let people = people(&house, folder, clock.clone()).await;
    demonstration::seed(&house, &people).await.unwrap();
    (clock, house, people)
}

async fn all(house: &House) -> Vec<Recorded> {
    house.store.entries(&Viewer::operator(), Of::All, None).await.unwrap()
}

/// Somebody of the demonstration, by their name.
async fn account(people: &People, name: &str) -> AccountId {
    let roll = people.roll().await.unwrap();
    let account = roll.accounts().into_iter().find(|account| account.name() == name);
    *account.unwrap_or_else(|| panic!("nobody is called {name}")).id()
}

/// Somebody of the demonstration, signed in by a press.
async fn pressed(people: &People, name: &str) -> Actor {
    let id = account(people, name).await;
    let session = people.demonstrate(&id, Browser::Chrome).await.unwrap();
    people.visit(&session).await.unwrap().unwrap().actor.expect("one role alone")
}

#[tokio::test]
async fn the_exercise_pack_reaches_every_state_of_the_law_and_each_request_stands_where_it_says() {
    let folder = Folder::new();
    let (_, house, people) = demonstration_in(folder.path()).await;
    let day = common::reading("2026-11-25", true);
    let pack = demonstration::requests::stands().unwrap();
    assert!(pack.len() >= 36, "some dozens");
    let rows = house.register.requests(&Viewer::operator(), &day).await.unwrap();
    assert_eq!(rows.len(), pack.len());
    for (id, stands) in &pack {
        let row = rows.iter().find(|row| row.id == id.to_string()).unwrap();
        assert_eq!(row.stands, *stands, "{:?}", row.person);
        let named = row.person.as_deref().unwrap_or_default();
        assert!(
            named.contains("Exercise Person") || named.contains("Personne d’exercice"),
            "{named}"
        );
        assert!(row.state.code.starts_with('X'), "{}", row.state.code);
    }
    let reached: BTreeSet<&str> = pack.iter().map(|(_, stands)| stands.as_str()).collect();
    let states: BTreeSet<&str> = house.register.law.life_states().iter().map(|state| state.id.as_str()).collect();
    assert_eq!(reached, states);
    let codes: BTreeSet<&str> = rows.iter().map(|row| row.state.code.as_str()).collect();
    assert!(codes.len() >= 12, "{codes:?}");
    let owed: Vec<_> = rows.iter().flat_map(|row| &row.owed).collect();
    let has = |which: &dyn Fn(i64) -> bool| owed.iter().any(|owed| owed.days_left.is_some_and(which));
    assert!(
        has(&|days| days > 0) && has(&|days| days == 0) && has(&|days| days < 0),
        "due, due today and overdue"
    );
    let counted_twice = owed
        .iter()
        .filter_map(|owed| owed.due.as_ref())
        .any(|due| due.counts.len() == 2 && due.first != due.last);
    assert!(counted_twice, "the period of rule 188 in both counts");

    // What is there already is not set again.
    let before = all(&house).await.len();
    demonstration::seed(&house, &people).await.unwrap();
    assert_eq!(all(&house).await.len(), before);
}

#[tokio::test]
async fn how_long_a_request_took_is_told_from_its_sending_to_the_day_from_which_it_is_over() {
    let folder = Folder::new();
    let (_, house, _) = demonstration_in(folder.path()).await;
    let (register, viewer) = (&house.register, Viewer::operator());
    let today = common::reading("2026-11-25", true);
    let entries = all(&house).await;
    let day_of = |id: &str| {
        let entry = entries.iter().find(|recorded| recorded.entry.id.to_string() == id).unwrap();
        (entry.entry.kind.clone(), entry.entry.effective.last().unwrap())
    };
    let mut by_form: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in register.requests(&viewer, &today).await.unwrap() {
        let Some(took) = &row.took else {
            assert!(!row.over || !row.sent, "{} is over and was sent", row.id);
            continue;
        };
        let ((sends, sent), (_, ended)) = (day_of(&took.entries[0]), day_of(&took.entries[1]));
        assert_eq!(sends, "request.transmitted");
        assert_eq!(took.days, i64::from((ended - sent).get_days()));
        let id = RequestId::parse(&row.id).unwrap();
        for (day, over) in [(ended, true), (ended.yesterday().unwrap(), false)] {
            let reading = common::reading(&day.to_string(), true);
            let view = register.request(&viewer, &reading, &id).await.unwrap();
            assert_eq!(view.is_some_and(|view| view.row.over), over, "{} on {day}", row.id);
        }
        by_form.entry(row.form.clone()).or_default().push(took.days);
    }
    assert!(by_form.values().any(|days| days.len() > 2), "{by_form:?}");
    for (form, mut days) in by_form {
        days.sort_unstable();
        let query = format!("days-of-requests/form={form}/over=yes").parse().unwrap();
        let figure = register.figure(&viewer, &today, &query).await.unwrap().unwrap();
        assert_eq!(figure.value.to_string(), days[(days.len() - 1) / 2].to_string(), "{form}");
        assert_eq!(
            figure.level > Level::Public,
            figure.entries.iter().any(|id| {
                let entry = entries.iter().find(|recorded| recorded.entry.id.to_string() == *id).unwrap();
                entry.audience.level > Level::Public
            })
        );
    }
}

/// The matters of this exercise that somebody reads something of.
async fn read_by(house: &House, actor: &Actor) -> Vec<String> {
    let entries = house.store.entries(actor.viewer(), Of::All, None).await.unwrap();
    let matters: BTreeSet<String> = entries.into_iter().map(|recorded| recorded.entry.matter.clone()).collect();
    matters.into_iter().filter(|matter| matter.starts_with("exercise-")).collect()
}

#[tokio::test]
async fn a_demonstration_has_somebody_in_each_role_and_matter_of_each_level_and_each_reads_what_is_theirs() {
    let folder = Folder::new();
    let (_, house, people) = demonstration_in(folder.path()).await;
    let roll = people.roll().await.unwrap();
    let roles: BTreeSet<Role> = roll
        .accounts()
        .iter()
        .flat_map(|account| account.posts())
        .map(|post| post.role)
        .collect();
    assert_eq!(roles, Role::ALL.into_iter().collect());
    for account in roll.accounts() {
        assert!(account.name().starts_with("Exercise "), "{}", account.name());
        assert!(
            account.stage() == Stage::Open && is_of_a_demonstration(account),
            "{}",
            account.name()
        );
        assert_eq!(people.sessions().list(account.id()).await.unwrap().len(), 0, "nobody has come yet");
    }
    let levels: BTreeSet<Level> = all(&house)
        .await
        .iter()
        .filter(|recorded| recorded.entry.matter.starts_with("exercise-"))
        .map(|recorded| recorded.audience.level)
        .collect();
    assert_eq!(levels, Level::ALL.into_iter().collect());
    assert_eq!(people.recoveries(&Actor::operator("Exercise operator")).await.unwrap().len(), 1);

    // What each reads follows from list and assignment.
    let public = "exercise-unsealed-1";
    for (name, expected) in [
        ("Exercise administrator", &[public][..]),
        ("Exercise auditor", &[public]),
        ("Exercise prosecution officer", &["exercise-sealed-1", public]),
        ("Exercise second prosecution officer", &[public]),
        ("Exercise second registry officer", &REGISTRY_WITH_DELEGATION),
        ("Exercise police officer of XAA", &["exercise-sealed-2", public]),
        ("Exercise embassy officer of XAA", &["exercise-restricted-1", public]),
        ("Exercise central authority officer of XAB", &["exercise-confidential-1", public]),
        ("Exercise defence counsel", &["exercise-defence-1", public]),
        ("Exercise counsel for victims", &[public, "exercise-victims-1"]),
        ("Exercise victims and witnesses officer", &VWU),
        ("Exercise officer of another organisation", &["exercise-confidential-2", public]),
    ] {
        let actor = pressed(&people, name).await;
        assert_eq!(read_by(&house, &actor).await, expected, "{name}");
    }
    let second = pressed(&people, "Exercise second prosecution officer").await;
    assert!(
        people.emergencies_to_grant(&second).await.unwrap().is_empty(),
        "nobody grants their own"
    );
    let first = pressed(&people, "Exercise prosecution officer").await;
    let waiting = people.emergencies_to_grant(&first).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].matter, "exercise-sealed-1");
    // One asks for an erasure, and another may order it.
    for (name, may_order) in [("Exercise Presidency officer", false), ("Exercise Chambers officer", true)] {
        let actor = pressed(&people, name).await;
        let erasures = house.register.erasures(actor.viewer(), "exercise-erasure-1").await.unwrap();
        assert_eq!(erasures.waiting.len(), 1, "{name}");
        let asked = &erasures.waiting[0];
        assert_eq!(
            (asked.may_order, asked.own, asked.entries.len()),
            (may_order, !may_order, 1),
            "{name}"
        );
    }
    house.store.close().await;
}

const REGISTRY_WITH_DELEGATION: [&str; 9] = [
    "exercise-confidential-1",
    "exercise-confidential-2",
    "exercise-defence-1",
    "exercise-erasure-1",
    "exercise-restricted-1",
    "exercise-sealed-1",
    "exercise-unsealed-1",
    "exercise-victims-1",
    "exercise-withdrawn-1",
];
/// The Unit is within the Registry, and reads what that reads, and what it has itself under seal.
const VWU: [&str; 9] = [
    "exercise-confidential-1",
    "exercise-confidential-2",
    "exercise-defence-1",
    "exercise-erasure-1",
    "exercise-narrowed-1",
    "exercise-restricted-1",
    "exercise-unsealed-1",
    "exercise-victims-1",
    "exercise-withdrawn-1",
];

#[tokio::test]
async fn a_demonstration_that_is_opened_again_is_as_it_was() {
    let folder = Folder::new();
    let (clock, house, people) = demonstration_in(folder.path()).await;
    // Whoever tried it closed an account.
    let auditor = account(&people, "Exercise auditor").await;
    let operator = Actor::operator("Exercise operator");
    people.close(&operator, &auditor, "tried").await.unwrap();
    let before: Vec<_> = all(&house).await.into_iter().map(|recorded| recorded.entry.id.clone()).collect();
    clock.put("2026-11-26T12:00:00Z");
    demonstration::seed(&house, &people).await.unwrap();
    let after: Vec<_> = all(&house).await.into_iter().map(|recorded| recorded.entry.id.clone()).collect();
    assert_eq!(before, after);
    house.store.close().await;
}

#[tokio::test]
async fn a_press_signs_nobody_in_but_whom_the_demonstration_took_in() {
    let folder = Folder::new();
    let clock = Still::at(NOW);
    let house = House::open_bare(place(folder.path()), Sort::Exercise, clock.clone()).await.unwrap();
    let people = people(&house, folder.path(), clock.clone()).await;
    let operator = Actor::operator("Exercise operator");
    let post = identity::act::Post {
        organisation: access::Organisation::Court,
        role: Role::Registry,
    };
    let demonstrated = people
        .take_in_for_demonstration(&operator, "Exercise Officer", &post, None)
        .await
        .unwrap();
    let (invited, link) = people.invite(&operator, "Exercise Person", &post, true).await.unwrap();
    assert!(people.demonstrate(&demonstrated, Browser::Edge).await.is_ok());
    assert!(people.demonstrate(&invited, Browser::Edge).await.is_err(), "who has not come");
    let (joining, _) = people.accept(&link).await.unwrap();
    let proof = identity::people::coming::Proof::Certificate(identity::credential::Certificate {
        sha256: identity::token::Key::of(b"exercise"),
    });
    people
        .join_by(&joining, &proof, "Exercise certificate", Browser::Edge)
        .await
        .unwrap();
    assert!(people.demonstrate(&invited, Browser::Edge).await.is_err(), "who signs in otherwise");
    let nobody = AccountId::from_bytes([0; 16]);
    assert!(people.demonstrate(&nobody, Browser::Edge).await.is_err(), "whom nobody invited");
    people.close(&operator, &demonstrated, "the exercise is over").await.unwrap();
    assert!(
        people.demonstrate(&demonstrated, Browser::Edge).await.is_err(),
        "whose account is closed"
    );
    house.store.close().await;

    // In a real record nobody is taken in so.
    let folder = Folder::new();
    let house = House::open_bare(place(folder.path()), Sort::Real, clock.clone()).await.unwrap();
    let people = self::people(&house, folder.path(), clock).await;
    let taken = people.take_in_for_demonstration(&operator, "Exercise Officer", &post, None).await;
    assert!(taken.is_err());
    assert_eq!(people.roll().await.unwrap().accounts().len(), 0);
    house.store.close().await;
}

#[tokio::test]
async fn nobodys_invitation_is_taken_up_for_one_of_the_demonstrations_people() {
    let folder = Folder::new();
    let clock = Still::at(NOW);
    let house = demonstration::open(&place(folder.path()), clock.clone()).await.unwrap();
    let people = people(&house, folder.path(), clock).await;
    // Somebody who bears the name of one of them, in the same role.
    let post = identity::act::Post {
        organisation: access::Organisation::Court,
        role: Role::Registry,
    };
    let operator = Actor::operator("Exercise operator");
    let (invited, link) = people.invite(&operator, "Exercise registry officer", &post, true).await.unwrap();
    let said = demonstration::seed(&house, &people).await.unwrap_err().to_string();
    assert!(said.contains("people of its own, such as Exercise registry officer"), "{said}");
    assert!(people.look(&link).await.is_ok(), "the link works as before");
    let roll = people.roll().await.unwrap();
    assert!(roll.accounts().len() == 1 && roll.account(&invited).unwrap().stage() == Stage::Invited);
    house.store.close().await;
}

#[track_caller]
fn refused(arguments: &[&str], expected: &str) {
    let output = comity(&[&["serve", "--demo"], arguments].concat());
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stdout));
    assert!(text(&output.stderr).contains(expected), "{arguments:?}: {}", text(&output.stderr));
}

#[test]
fn a_demonstration_is_refused_beyond_this_machine_and_in_a_record_that_is_not_its_own() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    let data_text = data.to_str().unwrap();
    refused(
        &[
            "--listen",
            "127.0.0.1:0",
            "--public-url",
            "https://comity.example.org",
            "--data",
            data_text,
        ],
        "cannot be used with",
    );
    for address in ["0.0.0.0:0", "[::]:0"] {
        // Whoever gives no public URL is refused before, for any server.
        refused(&["--listen", address, "--data", data_text], "is reached from other machines");
    }
    assert!(!data.exists(), "nothing is left behind");

    let real = Folder::new();
    let asked = ["--listen", "127.0.0.1:0", "--data", real.path().to_str().unwrap()];
    let begun = comity(&["record", "init", "--data", real.path().to_str().unwrap()]);
    assert_eq!(begun.status.code(), Some(0), "{}", text(&begun.stderr));
    refused(&asked, "holds a real record, and a demonstration is an exercise");
    let listed = comity(&["admin", "people", "list", "--data", real.path().to_str().unwrap()]);
    assert_eq!(text(&listed.stdout).trim_end(), "nobody has an account");

    let own = Folder::new();
    let own_text = own.path().to_str().unwrap();
    comity(&["record", "init", "--exercise", "--data", own_text]);
    let post = ["--organisation", "court", "--role", "registry", "--officer", "Exercise operator"];
    let invite = ["admin", "people", "invite", "Officer of an exercise", "--data", own_text];
    assert_eq!(comity(&[&invite[..], &post].concat()).status.code(), Some(0));
    refused(
        &["--listen", "127.0.0.1:0", "--data", own_text],
        "holds an exercise with people of its own, such as Officer of an exercise",
    );
}

#[test]
fn a_press_on_the_page_signs_in_as_somebody_of_the_demonstration_and_of_no_other_record() {
    let folder = Folder::new();
    let server = Server::with(folder.path(), &["--demo"], Stdio::null());
    let page = server.get("/en/sign-in");
    let (before, _) = page.split_once("Exercise registry officer</button>").expect("a button for each");
    let account = before
        .rsplit_once("name=\"account\" value=\"")
        .unwrap()
        .1
        .split('"')
        .next()
        .unwrap();
    let (_, form) = before.rsplit_once("<form method=\"post\" action=\"").unwrap();
    let action = form.split('"').next().unwrap();
    let press = format!("means=demonstration&account={account}");
    let answer = server.post(action, &press);
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("session="), "{answer}");
    drop(server);
    // The same record, served as any other.
    let server = Server::start(folder.path());
    let page = server.get("/en/sign-in");
    assert!(!page.contains("Exercise registry officer"), "{page}");
    let answer = server.post(action, &press);
    assert!(!answer.contains("session="), "{answer}");
}

#[cfg(unix)]
#[test]
fn a_demonstration_without_a_folder_says_what_it_is_and_leaves_none_behind() {
    if common::server().is_some() {
        return; // One in a database keeps a folder: see the test below.
    }
    let temporary = tempfile::TempDir::new().unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["serve", "--demo", "--listen", "127.0.0.1:0"])
        .env("TMPDIR", temporary.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let open = lines.next().unwrap().unwrap();
    assert!(open.starts_with("Comity is open at http://127.0.0.1:"), "{open}");
    let folders: Vec<_> = std::fs::read_dir(temporary.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&folders[0]).unwrap().permissions().mode() & 0o777, 0o700);
    let listed = comity(&["admin", "people", "list", "--data", folders[0].to_str().unwrap()]);
    assert!(text(&listed.stdout).contains("Exercise administrator"), "{}", text(&listed.stderr));
    let asked = Command::new("kill").arg(server.id().to_string()).status().unwrap();
    assert!(asked.success() && server.wait().unwrap().success());
    let mut log = String::new();
    std::io::Read::read_to_string(&mut server.stderr.take().unwrap(), &mut log).unwrap();
    assert!(log.contains("invented people and matter") && !log.contains("/join/"), "{log}");
    assert_eq!(std::fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
fn a_demonstration_in_a_database_is_told_where_its_keys_lie() {
    refused(
        &["--database", "postgres://comity@localhost/exercise"],
        "keeps its keys in a folder: give it with --data",
    );
}
