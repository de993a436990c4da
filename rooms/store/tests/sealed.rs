//! Matter that is confidential or under seal: how it lies on the disk, who reads it, and how it is narrowed and opened.

use crate::common;
use crate::common::*;
use access::{Action, Assignment, Held, Matter, On, Organisation, Role, Viewer, may};
use proptest::prelude::*;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::Draft;
use register::closing::{Closing, audience_now};
use register::port::{Of, Recorded, Scopes, Store};
use std::path::Path;
use store::{Home, RecordStore, Sort};

const ACCOUNT: &str = "00112233445566778899aabbccddeeff";

fn person_of(role: Role, assigned: &[&str]) -> Viewer {
    let assignments = assigned.iter().map(|matter| Assignment {
        matter: (*matter).to_owned(),
        up_to: Level::UnderSeal,
        held: Held::Assigned,
    });
    Viewer::of(ACCOUNT, Organisation::Court, role, assignments.collect()).unwrap()
}

async fn ids(store: &RecordStore, viewer: &Viewer, of: Of) -> Vec<String> {
    let entries = store.entries(viewer, of, None).await.unwrap();
    entries.iter().map(|recorded| recorded.entry.id.to_string()).collect()
}

/// Where a text stands in the files of a folder, the secrets among them.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let holds = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    };
    files.filter(holds).map(|path| path.display().to_string()).collect()
}

#[tokio::test]
async fn nothing_of_what_is_sealed_stands_on_the_disk_as_it_is() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    let mut draft = sealed(draft(1));
    draft.matter = "exercise-sealed-matter".into();
    draft.about = vec![person("exercise-sealed-person")];
    draft.basis = Some("exercise sealed basis".into());
    draft.body = draft.body.text("name", "Exercise Sealed Name");
    let mut kept = confidential(draft.clone());
    kept.id = id(2);
    append(&store, vec![draft, kept]).await;
    bench.set("2026-11-25T10:21:00Z");
    store.tick_due().await.unwrap();
    let words = [
        "exercise-sealed-matter",
        "exercise-sealed-person",
        "exercise sealed basis",
        "Exercise Sealed Name",
        "warrant.issued",
    ];
    for word in words {
        assert_eq!(
            files_with(folder.path(), word),
            Vec::<String>::new(),
            "{word}, while the record is open"
        );
    }
    assert_eq!(
        ids(&store, &Viewer::operator(), Of::About(vec![person("exercise-sealed-person")]))
            .await
            .len(),
        2
    );
    store.rebuild().await.unwrap();
    assert_eq!(store.verify().await.unwrap().faults, []);
    store.close().await;
    for word in words {
        assert_eq!(files_with(folder.path(), word), Vec::<String>::new(), "{word}, after it was closed");
    }
    // The search finds what is public, so it would have found this.
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![common::draft(1)]).await;
    assert!(!files_with(folder.path(), "Exercise Person1").is_empty());
}

#[tokio::test]
async fn what_is_under_seal_is_read_by_whoever_is_listed_and_assigned_and_by_nobody_else() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let (hidden, other) = (sealed(draft(1)), sealed(draft(2)));
    append(&store, vec![hidden.clone(), other, draft(3)]).await;
    let all = |viewer: Viewer| {
        let store = store.clone();
        async move { ids(&store, &viewer, Of::All).await.len() }
    };
    let genesis_and_public = 2;
    assert_eq!(all(Viewer::public()).await, genesis_and_public);
    assert_eq!(all(person_of(Role::Registry, &[])).await, genesis_and_public);
    assert_eq!(all(person_of(Role::Chambers, &["exercise-0001-1"])).await, genesis_and_public);
    let assigned = person_of(Role::Registry, &["exercise-0001-1"]);
    assert_eq!(all(assigned.clone()).await, genesis_and_public + 1);
    assert_eq!(all(Viewer::operator()).await, genesis_and_public + 2);
    assert!(store.entry(&assigned, &id(1)).await.unwrap().is_some());
    assert!(store.entry(&assigned, &id(2)).await.unwrap().is_none());
    for of in [
        Of::Matters(vec!["exercise-0001-1".into(), "exercise-0002-1".into()]),
        Of::About(vec![person("exercise-0001"), person("exercise-0002")]),
        Of::Chain(id(1)),
    ] {
        assert_eq!(ids(&store, &assigned, of.clone()).await, [id(1).to_string()], "{of:?}");
        assert_eq!(ids(&store, &Viewer::public(), of.clone()).await, Vec::<String>::new(), "{of:?}");
    }
    assert_eq!(store.beyond(&assigned).await.unwrap().len(), 1);
}

#[tokio::test]
async fn opening_a_matter_makes_it_public_everywhere_and_closing_it_takes_it_away_again() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let hidden = sealed(draft(1));
    append(&store, vec![hidden.clone()]).await;
    let public = Viewer::public();
    let on = jiff::civil::date(2015, 1, 1);
    let outstanding = async || store.counts(false, "outstanding", Scopes::One(""), on).await.unwrap();
    assert_eq!(outstanding().await, []);
    append(&store, vec![unsealing(2, &hidden)]).await;
    assert_eq!(ids(&store, &public, Of::About(vec![person("exercise-0001")])).await.len(), 2);
    assert_eq!(outstanding().await, [(String::new(), 1)]);
    assert!(store.entry(&public, &id(1)).await.unwrap().is_some());
    let mut withdrawn = narrowing(3, &hidden, Level::Confidential);
    withdrawn.kind = "matter.withdrawn-from-public".into();
    append(&store, vec![withdrawn]).await;
    assert_eq!(ids(&store, &public, Of::About(vec![person("exercise-0001")])).await.len(), 0);
    assert_eq!(outstanding().await, []);
    assert!(store.entry(&public, &id(1)).await.unwrap().is_none());
    assert!(store.proof(&public, &id(1)).await.unwrap().is_none());
    assert_eq!(store.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn another_master_key_opens_nothing() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    store.close().await;
    let key = folder.path().join("master.key");
    let text = std::fs::read_to_string(&key).unwrap();
    let (heading, secret) = text.split_once('\n').unwrap();
    let other = |(at, c)| if at == 5 { if c == 'a' { 'b' } else { 'a' } } else { c };
    let other: String = secret.chars().enumerate().map(other).collect();
    assert_ne!(other, secret);
    std::fs::write(&key, format!("{heading}\n{other}")).unwrap();
    let refused = try_open_file(folder.path(), Sort::Exercise, &bench)
        .await
        .err()
        .unwrap()
        .to_string();
    assert!(refused.contains("does not belong to this record"), "{refused}");
    std::fs::remove_file(&key).unwrap();
    let refused = try_open_file(folder.path(), Sort::Exercise, &bench)
        .await
        .err()
        .unwrap()
        .to_string();
    assert!(refused.contains("is missing"), "{refused}");
    std::fs::write(&key, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o640)).unwrap();
        let refused = try_open_file(folder.path(), Sort::Exercise, &bench)
            .await
            .err()
            .unwrap()
            .to_string();
        assert!(refused.contains("chmod 600"), "{refused}");
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    assert!(store.entry(&Viewer::operator(), &id(1)).await.unwrap().is_some());
}

#[tokio::test]
async fn the_master_key_is_changed_without_touching_what_is_encrypted() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), confidential(draft(2))]).await;
    let key = folder.path().join("master.key");
    let before = std::fs::read_to_string(&key).unwrap();
    assert_eq!(store.change_master_key(&Home::from(folder.path())).await.unwrap(), 4);
    store.close().await;
    let after = std::fs::read_to_string(&key).unwrap();
    assert_ne!(before, after);
    let store = open_file(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(store.entries(&Viewer::operator(), Of::All, None).await.unwrap().len(), 3);
    assert_eq!(store.verify().await.unwrap().faults, []);
    store.close().await;
    // A change that was cut off before it was written leaves the key as it was, one that was cut off after it goes on.
    let next = folder.path().join("master.key.next");
    std::fs::write(&next, &before).unwrap();
    std::fs::set_permissions(&next, std::fs::metadata(&key).unwrap().permissions()).unwrap();
    open_file(folder.path(), Sort::Exercise, &bench).await.close().await;
    assert_eq!((std::fs::read_to_string(&key).unwrap(), next.exists()), (after.clone(), false));
    std::fs::rename(&key, &next).unwrap();
    std::fs::write(&key, &before).unwrap();
    std::fs::set_permissions(&key, std::fs::metadata(&next).unwrap().permissions()).unwrap();
    open_file(folder.path(), Sort::Exercise, &bench).await.close().await;
    assert_eq!((std::fs::read_to_string(&key).unwrap(), next.exists()), (after, false));
}

#[tokio::test]
async fn whoever_holds_the_old_master_key_seals_nothing_that_nobody_could_open() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    let other = open_file(folder.path(), Sort::Exercise, &bench).await;
    other.change_master_key(&Home::from(folder.path())).await.unwrap();
    // Among them what is public: an operator looks at every audience first.
    for hidden in [sealed(draft(1)), sealed(draft(2)), draft(3)] {
        let more = Draft { id: id(9), ..hidden };
        let refused = store.append(&Viewer::operator(), vec![more], false).await.unwrap_err();
        assert!(refused.to_string().contains("master key of this record was changed"), "{refused}");
    }
    other.close().await;
    let other = open_file(folder.path(), Sort::Exercise, &bench).await;
    append(&other, vec![sealed(draft(4))]).await;
    assert_eq!(other.verify().await.unwrap().faults, []);
}

#[tokio::test]
async fn the_master_key_is_changed_while_others_open_the_record() {
    let (folder, bench, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1))]).await;
    let path = folder.path().to_owned();
    let opens = tokio::spawn(async move {
        for _ in 0..30 {
            // Between the change in the database and that of the file the key is found beside.
            if let Ok(store) = try_open_file(&path, Sort::Exercise, &bench).await {
                store.close().await;
            }
        }
        bench
    });
    let mut changing = store;
    for _ in 0..5 {
        changing.change_master_key(&Home::from(folder.path())).await.unwrap();
        changing.close().await;
        changing = open_file(folder.path(), Sort::Exercise, &Bench::new(2)).await;
    }
    opens.await.unwrap();
    assert_eq!(changing.verify().await.unwrap().faults, []);
    assert!(changing.entry(&Viewer::operator(), &id(1)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_changed_shelf_opens_nothing() {
    use sqlx::ConnectOptions;
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![sealed(draft(1)), confidential(draft(2))]).await;
    let file = folder.path().join(store::DATABASE);
    let mut raw = sqlx::sqlite::SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    for position in [1, 2] {
        let moved =
            format!("UPDATE shelf SET class = 0, matter = 'exercise-000{position}-1', kind = 'warrant.issued' WHERE position = {position}");
        sqlx::query(sqlx::AssertSqlSafe(moved)).execute(&mut raw).await.unwrap();
        let damaged = store.entry(&Viewer::public(), &id(position)).await.unwrap_err();
        assert!(damaged.to_string().contains("shelf of others"), "{damaged}");
        let damaged = store
            .entries(&Viewer::public(), Of::Kinds(vec!["warrant.issued".into()]), None)
            .await
            .unwrap_err();
        assert!(damaged.to_string().contains("shelf of others"), "{damaged}");
    }
    let said = "UPDATE classes SET said = CAST(replace(CAST(said AS TEXT), 'registry', 'chambers') AS BLOB) WHERE level = 2";
    sqlx::query(said).execute(&mut raw).await.unwrap();
    let damaged = store.entries(&person_of(Role::Registry, &[]), Of::All, None).await.unwrap_err();
    assert!(damaged.to_string().contains("class"), "{damaged}");
}

#[tokio::test]
async fn what_is_added_to_a_matter_that_was_narrowed_lies_encrypted() {
    let (folder, _, store) = fresh_file(Sort::Exercise).await;
    append(&store, vec![restricted(draft(1))]).await;
    append(&store, vec![narrowing(2, &draft(1), Level::UnderSeal)]).await;
    let mut more = restricted(draft(1));
    more.id = id(3);
    more.body = more.body.text("place", "Exercise Hidden Place");
    append(&store, vec![more]).await;
    assert_eq!(files_with(folder.path(), "Exercise Hidden Place"), Vec::<String>::new());
    assert_eq!(store.verify().await.unwrap().faults, []);
}

/// One step of a history: a new entry, or an act that closes or opens the matter of an earlier one.
#[derive(Clone, Debug)]
enum Step {
    Entry { matter: u8, audience: Audience },
    Change { matter: u8, opens: bool, audience: Audience },
}

const REGISTRY: Reader = Reader::Organ(Organ::Registry);
const CHAMBERS: Reader = Reader::Organ(Organ::Chambers);
const XAA: &str = "XAA";

fn audience() -> impl Strategy<Value = Audience> {
    let readers = || vec![REGISTRY, CHAMBERS, Reader::State(XAA.into())];
    let list = prop::sample::subsequence(readers(), 1..=3);
    let left_out = prop::sample::subsequence(readers(), 0..=1);
    (0..4usize, list, left_out).prop_map(|(level, list, left_out)| match Level::ALL[level] {
        Level::Public => Audience::public(),
        level => Audience::of(level, REGISTRY, list).without(left_out),
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..3u8, audience()).prop_map(|(matter, audience)| Step::Entry { matter, audience }),
        1 => (0..3u8, any::<bool>(), audience()).prop_map(|(matter, opens, audience)| Step::Change { matter, opens, audience }),
    ]
}

fn drafts(steps: &[Step]) -> Vec<Draft> {
    let drafts = (1..).zip(steps).map(|(number, step)| {
        let (matter, audience) = match step {
            Step::Entry { matter, audience } | Step::Change { matter, audience, .. } => (*matter, audience.clone()),
        };
        let of = Draft {
            matter: format!("exercise-000{matter}-1"),
            ..draft(number)
        };
        let draft = match step {
            Step::Entry { .. } => of,
            Step::Change { opens: true, .. } => unsealing(number, &of),
            Step::Change { .. } => narrowing(number, &of, Level::UnderSeal),
        };
        Draft {
            basis: (audience.level != Level::Public).then(|| "exercise".to_owned()),
            audience,
            ..draft
        }
    });
    drafts.collect()
}

fn viewers() -> Vec<Viewer> {
    let state = |role, assigned: &[&str]| {
        let assignments = assigned.iter().map(|matter| Assignment {
            matter: (*matter).to_owned(),
            up_to: Level::Confidential,
            held: Held::Assigned,
        });
        Viewer::of(ACCOUNT, Organisation::State(XAA.into()), role, assignments.collect()).unwrap()
    };
    vec![
        Viewer::public(),
        Viewer::operator(),
        person_of(Role::Registry, &[]),
        person_of(Role::Registry, &["exercise-0001-1"]),
        person_of(Role::Chambers, &["exercise-0000-1", "exercise-0002-1"]),
        person_of(Role::Auditor, &["exercise-0001-1"]),
        person_of(Role::Administrator, &["exercise-0001-1"]),
        state(Role::CentralAuthority, &[]),
        state(Role::ExecutingAuthority, &[]),
        state(Role::ExecutingAuthority, &["exercise-0001-1"]),
    ]
}

/// Who may read what, plainly: the one decision over the audience that each entry has now.
fn plainly<'a>(entries: &'a [Recorded], viewer: &Viewer, of: &Of) -> Vec<&'a Recorded> {
    let asked = |recorded: &&Recorded| match of {
        Of::Matters(matters) => matters.contains(&recorded.entry.matter),
        Of::Kinds(kinds) => kinds.contains(&recorded.entry.kind),
        Of::About(subjects) => recorded.entry.about.iter().any(|subject| subjects.contains(subject)),
        Of::Chain(first) => recorded.entry.id == *first,
        Of::All => true,
        Of::Beyond => recorded.audience.level != Level::Public,
        Of::Since(length) => recorded.position >= *length,
    };
    let readable = |recorded: &&Recorded| {
        let of_matter = entries.iter().filter(|other| other.entry.matter == recorded.entry.matter);
        let closings: Vec<Closing> = of_matter.filter_map(|other| Closing::of(&other.entry, other.position)).collect();
        let audience = audience_now(&recorded.entry.audience, recorded.position, &closings);
        let matter = Matter {
            matter: &recorded.entry.matter,
            audience: &audience,
        };
        may(viewer, Action::Read, On::Matter(matter))
    };
    entries.iter().filter(asked).filter(readable).collect()
}

async fn check_history(steps: Vec<Step>, batch: usize) {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    for drafts in drafts(&steps).chunks(batch) {
        append(&store, drafts.to_vec()).await;
    }
    let all = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    assert_eq!(all.len(), steps.len() + 1);
    let asked = [
        Of::All,
        Of::Beyond,
        Of::Matters(vec!["exercise-0001-1".into(), "exercise-0002-1".into()]),
        Of::Kinds(vec!["warrant.issued".into()]),
        Of::About(vec![person("exercise-0001"), person("exercise-0003")]),
        Of::Chain(id(1)),
        Of::Since(3),
    ];
    assert_eq!(store.length().await.unwrap(), u64::try_from(all.len()).unwrap());
    for viewer in viewers() {
        for of in &asked {
            let read = store.entries(&viewer, of.clone(), None).await.unwrap();
            let read: Vec<u64> = read.iter().map(|recorded| recorded.position).collect();
            let plain: Vec<u64> = plainly(&all, &viewer, of).iter().map(|recorded| recorded.position).collect();
            assert_eq!(read, plain, "{viewer:?} {of:?}");
        }
        let readable = plainly(&all, &viewer, &Of::All);
        for recorded in &all {
            let seen = store.entry(&viewer, &recorded.entry.id).await.unwrap().is_some();
            assert_eq!(seen, readable.iter().any(|other| other.position == recorded.position), "{viewer:?}");
        }
        let last = readable.last().map(|recorded| recorded.entry.recorded);
        assert_eq!(Some(store.last_recorded(&viewer).await.unwrap()), last, "{viewer:?}");
        let newest = store.latest(&viewer, &["warrant.issued"], None, 3).await.unwrap();
        let newest: Vec<u64> = newest.iter().map(|recorded| recorded.position).collect();
        let issued = readable.iter().rev().filter(|recorded| recorded.entry.kind == "warrant.issued");
        assert_eq!(
            newest,
            issued.map(|recorded| recorded.position).take(3).collect::<Vec<_>>(),
            "{viewer:?}"
        );
    }
    assert_eq!(store.verify().await.unwrap().faults, []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    /// The filter on every statement is the one decision, for every sort of viewer.
    #[test]
    fn everybody_reads_what_the_one_decision_lets_them_read_and_nothing_else(
        steps in prop::collection::vec(step(), 1..14),
        batch in 1..5usize,
    ) {
        tokio::runtime::Runtime::new().unwrap().block_on(check_history(steps, batch));
    }
}
