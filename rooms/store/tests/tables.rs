//! The read tables against the plain fold, over random histories.

use crate::common::*;
use access::{Action, On, Viewer, may};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use record::entry::{Draft, Entry, EntryId, Subject};
use record::json::Object;
use register::derive;
use register::kinds;
use register::port::{Derive, Derived, Fact, ListAt, MATTERS, NameToken, Of, PERSONS, Recorded, STATES, Scopes, Sought, Store, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use store::{RecordStore, Sort};

/// One step of a history.
#[derive(Clone, Debug)]
enum Step {
    /// A new act about one or two of the persons, and a State.
    Act { persons: (u8, u8), body: Body, restricted: bool },
    /// A new entry of a row of a file, about one or two States and a person.
    Row {
        matter: u8,
        kind: u8,
        states: (u8, u8),
        body: Body,
        restricted: bool,
    },
    /// Restates or retracts one of the chains.
    Correct { chain: usize, body: Body, retracts: bool },
}

#[derive(Clone, Debug)]
struct Body {
    from: i32,
    length: Option<i32>,
    since: i32,
    disclosed: i32,
    scope: u8,
    list: u8,
    name: u8,
}

/// Matters and kinds of the entries of rows; the last two kinds are no acts of a row.
const ROWS: [&str; 4] = [
    "finding-exercise-1",
    "finding-exercise-2",
    "rome-statute-xaa",
    "resolution-exercise-1",
];
const KINDS: [&str; 5] = [
    kinds::FINDING,
    kinds::TREATY_SIGNED,
    kinds::RESOLUTION,
    kinds::CITATION,
    kinds::WARRANT_EXECUTED,
];
const CODES: [&str; 3] = ["XAA", "XAB", "XAC"];

const BASE: Date = date(2005, 1, 1);
const NAMES: [&str; 5] = ["Exemplaire Un", "Exercise Two", "Exert Deux Two", "Muster", "Образец"];

fn day(number: i32) -> Date {
    BASE.checked_add(jiff::Span::new().days(number)).unwrap()
}

fn body() -> impl Strategy<Value = Body> {
    let length = prop_oneof![1 => Just(None), 2 => (0..900i32).prop_map(Some)];
    (0..2000i32, length, 0..300i32, 0..400i32, 0..3u8, 0..2u8, 0..5u8).prop_map(|(from, length, since, disclosed, scope, list, name)| {
        Body {
            from,
            length,
            since,
            disclosed,
            scope,
            list,
            name,
        }
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => ((0..5u8, 0..5u8), body(), prop::bool::weighted(0.25)).prop_map(|(persons, body, restricted)| Step::Act { persons, body, restricted }),
        3 => (0..4u8, 0..5u8, (0..3u8, 0..3u8), body(), prop::bool::weighted(0.25))
            .prop_map(|(matter, kind, states, body, restricted)| Step::Row { matter, kind, states, body, restricted }),
        2 => (any::<prop::sample::Index>(), body(), any::<bool>()).prop_map(|(chain, body, retracts)| Step::Correct { chain: chain.index(1000), body, retracts }),
    ]
}

impl Body {
    fn object(&self) -> Object {
        let until = self.length.map(|length| day(self.from + length).to_string());
        Object::new()
            .text("from", day(self.from).to_string())
            .text_if("until", until)
            .text("since", day(self.from - self.since).to_string())
            .text("disclosed", day(self.from + self.disclosed - 200).to_string())
            .text("scope", format!("situation:exercise-{}", self.scope))
            .text("list", ["outstanding", "ended"][usize::from(self.list)])
            .text("name", NAMES[usize::from(self.name)])
    }
}

/// Drafts for the steps; a correction is as wide as its chain.
fn drafts(steps: &[Step]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut chains: Vec<(Draft, EntryId)> = Vec::new();
    for (number, step) in (1..).zip(steps) {
        match step {
            Step::Act {
                persons: (a, b),
                body,
                restricted: hidden,
            } => {
                let mut act = draft(number);
                act.about = [a, b]
                    .into_iter()
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .map(|p| person(&format!("exercise-{p}")))
                    .collect();
                act.about.push(Subject::State(CODES[usize::from(*a) % CODES.len()].to_owned()));
                act.body = body.object();
                if *hidden {
                    act = restricted(act);
                }
                chains.push((act.clone(), act.id.clone()));
                drafts.push(act);
            }
            Step::Row {
                matter,
                kind,
                states: (a, b),
                body,
                restricted: hidden,
            } => {
                let mut row = draft(number);
                row.matter = ROWS[usize::from(*matter)].to_owned();
                row.kind = KINDS[usize::from(*kind)].to_owned();
                let states = BTreeSet::from([a, b]);
                row.about = states
                    .into_iter()
                    .map(|s| Subject::State(CODES[usize::from(*s)].to_owned()))
                    .collect();
                row.about.push(person("exercise-0"));
                row.body = body.object();
                if *hidden {
                    row = restricted(row);
                }
                chains.push((row.clone(), row.id.clone()));
                drafts.push(row);
            }
            Step::Correct { chain, body, retracts } if !chains.is_empty() => {
                let at = chain % chains.len();
                let (first, newest) = &mut chains[at];
                let mut act = correction(number, first, newest);
                act.body = body.object();
                act.corrects.as_mut().unwrap().retracts = *retracts;
                *newest = act.id.clone();
                drafts.push(act);
            }
            Step::Correct { .. } => {}
        }
    }
    drafts
}

/// What the tables should hold, derived plainly from all entries that are public.
fn plainly(entries: &[Recorded]) -> Derived {
    let public = Viewer::public();
    let mut units: BTreeMap<Unit, Vec<Recorded>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| may(&public, Action::Read, On::entry(&entry.entry))) {
        for unit in derive::units(&entry.entry) {
            units.entry(unit).or_default().push(entry.clone());
        }
    }
    let mut all = Derived::default();
    for (unit, entries) in units {
        let derived = derive_plainly(&unit, &entries);
        all.facts.extend(derived.facts);
        all.names.extend(derived.names);
    }
    all
}

fn holds(fact: &Fact, hindsight: bool, list: &str, on: Date) -> bool {
    fact.hindsight == hindsight && fact.list == list && fact.from <= on && fact.until.is_none_or(|until| on < until)
}

async fn check_against_fold(store: &RecordStore, days: &[i32], limit: usize) {
    let entries = store.entries(&Viewer::operator(), Of::All, None).await.unwrap();
    let fold = plainly(&entries);
    for (hindsight, list) in [(false, "outstanding"), (true, "outstanding"), (false, "ended"), (true, "ended")] {
        for on in days.iter().map(|number| day(*number)) {
            for scope in ["", "situation:exercise-0", "situation:exercise-9"] {
                let mut expected: Vec<(Date, String)> = fold
                    .facts
                    .iter()
                    .filter(|f| f.scope == scope && holds(f, hindsight, list, on))
                    .map(|f| (f.since, f.subject.clone()))
                    .collect();
                expected.sort();
                assert_eq!(
                    pages(store, hindsight, list, scope, on, limit).await,
                    expected,
                    "{hindsight} {list} {scope:?} {on}"
                );
            }
            let mut counts: BTreeMap<String, u64> = BTreeMap::new();
            fold.facts
                .iter()
                .filter(|f| holds(f, hindsight, list, on))
                .for_each(|f| *counts.entry(f.scope.clone()).or_default() += 1);
            assert_eq!(
                store.counts(hindsight, list, Scopes::Beginning(""), on).await.unwrap(),
                counts.clone().into_iter().collect::<Vec<_>>()
            );
            let parts: Vec<_> = counts.into_iter().filter(|(scope, _)| scope.starts_with("situation:")).collect();
            let beginning = Scopes::Beginning("situation:");
            assert_eq!(store.counts(hindsight, list, beginning, on).await.unwrap(), parts);
            for (scope, count) in parts {
                let one = store.counts(hindsight, list, Scopes::One(&scope), on).await.unwrap();
                assert_eq!(one, [(scope, count)]);
            }
        }
        for scope in ["", "situation:exercise-1"] {
            let steps = steps_plainly(&fold.facts, hindsight, list, scope);
            assert_eq!(store.steps(hindsight, list, scope).await.unwrap(), steps);
            for pair in days.windows(2) {
                let (from, until) = (day(pair[0].min(pair[1])), day(pair[0].max(pair[1])));
                let changes = store.changes(hindsight, list, scope, from, until).await.unwrap();
                let plainly: Vec<Date> = steps.iter().map(|(on, _)| *on).filter(|on| from <= *on && *on < until).collect();
                assert_eq!(changes, plainly, "{from} to {until}");
            }
        }
    }
    let asked: [&[&[&str]]; 10] = [
        &[&["ex"]],
        &[&["t"], &["exe"]],
        &[&["two"], &["deux"]],
        &[&["two", "deux", "nobody"]],
        &[&["deux", "ex"], &["t", "об"]],
        &[&["об"]],
        &[&["muster"]],
        &[],
        &[&["ex"], &[]],
        &[&["x"]],
    ];
    for words in asked {
        for hindsight in [false, true] {
            for on in days.iter().map(|number| day(*number)) {
                check_names(store, &fold, words, hindsight, on).await;
            }
        }
    }
}

/// All pages of a list, one after the other.
async fn pages(store: &RecordStore, hindsight: bool, list: &str, scope: &str, on: Date, limit: usize) -> Vec<(Date, String)> {
    let mut at = ListAt {
        hindsight,
        list: list.to_owned(),
        scope: scope.to_owned(),
        day: on,
        since_by: None,
        after: None,
        limit,
    };
    let many = store.how_many(&at).await.unwrap();
    let mut rows = Vec::new();
    loop {
        let page = store.list(&at).await.unwrap();
        assert!(page.len() <= limit);
        let Some(last) = page.last() else {
            assert_eq!(many, rows.len() as u64, "{hindsight} {list} {scope:?} {on}");
            return rows;
        };
        at.after = Some(last.clone());
        rows.extend(page);
    }
}

fn steps_plainly(facts: &[Fact], hindsight: bool, list: &str, scope: &str) -> Vec<(Date, u64)> {
    let of: Vec<&Fact> = facts
        .iter()
        .filter(|f| f.hindsight == hindsight && f.list == list && f.scope == scope)
        .collect();
    let days: BTreeSet<Date> = of.iter().flat_map(|f| [Some(f.from), f.until]).flatten().collect();
    let mut steps: Vec<(Date, u64)> = Vec::new();
    for on in days {
        let count = of.iter().filter(|f| holds(f, hindsight, list, on)).count() as u64;
        if count != steps.last().map_or(0, |(_, count)| *count) {
            steps.push((on, count));
        }
    }
    steps
}

async fn check_names(store: &RecordStore, fold: &Derived, words: &[&[&str]], hindsight: bool, on: Date) {
    let known = |name: &&NameToken| if hindsight { name.effective <= on } else { name.disclosed <= on };
    let names: Vec<&NameToken> = fold.names.iter().filter(known).collect();
    let begins = |subject: &str, token: &str| names.iter().any(|name| name.subject == subject && name.token.starts_with(token));
    let answers = |subject: &str| !words.is_empty() && words.iter().all(|tokens| tokens.iter().any(|token| begins(subject, token)));
    let asked: Vec<Vec<String>> = words
        .iter()
        .map(|tokens| tokens.iter().map(|token| (*token).to_owned()).collect())
        .collect();
    let sorts = ["", PERSONS, STATES, MATTERS];
    // All in one question, and between them one that nothing answers.
    let nobody = [asked.clone(), vec![vec!["nobody".to_owned()]]].concat();
    let ways = sorts
        .map(|sort| [Sought { sort, words: &asked }, Sought { sort, words: &nobody }])
        .concat();
    for limit in [100, 1] {
        let found = store.names(&ways, hindsight, on, limit).await.unwrap();
        for (sort, found) in sorts.iter().zip(found.chunks(2)) {
            let subjects: BTreeSet<&str> = names.iter().map(|name| name.subject.as_str()).collect();
            let all = subjects.into_iter().filter(|subject| subject.starts_with(sort) && answers(subject));
            let all: Vec<String> = all.take(limit).map(str::to_owned).collect();
            assert_eq!(found, [all, vec![]], "{sort:?} {words:?} {hindsight} {on}");
        }
    }
}

/// Every row of every read table, as text.
async fn dump(folder: &Path) -> Vec<String> {
    let mut rows = Vec::new();
    for (table, columns) in [
        ("derived", "subject || rows"),
        (
            "list_rows",
            "hindsight || list || scope || block || ' ' || since || subject || from_day || ' ' || until_day",
        ),
        ("sum_blocks", "hindsight || list || scope || block || ' ' || begun || ' ' || ended"),
        (
            "sum_days",
            "hindsight || list || block || scope || day || ' ' || begun || ' ' || ended",
        ),
        ("names", "token || subject || disclosed || ' ' || effective"),
    ] {
        rows.extend(texts(folder, format!("SELECT '{table} ' || {columns} FROM {table} ORDER BY 1")).await);
    }
    rows
}

async fn check_history(steps: Vec<Step>, batch: usize, days: Vec<i32>, limit: usize) {
    let (folder, _, store) = fresh(Sort::Exercise).await;
    for chunk in drafts(&steps).chunks(batch) {
        append(&store, chunk.to_vec()).await;
    }
    check_against_fold(&store, &days, limit).await;
    let before = dump(folder.path()).await;
    store.rebuild().await.unwrap();
    assert_eq!(dump(folder.path()).await, before, "rebuilt tables are equal");
    assert_eq!(store.verify().await.unwrap().faults, []);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if std::env::var_os("COMITY_LONG").is_some() { 500 } else { 16 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn read_tables_say_what_the_plain_fold_of_what_is_public_says_at_every_day(
        steps in prop::collection::vec(step(), 1..25), batch in 1..6usize, days in prop::collection::vec(-50..3500i32, 4), limit in 1..4usize,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(check_history(steps, batch, days, limit));
    }
}

#[tokio::test]
async fn a_list_can_be_cut_at_a_day_of_its_order() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let act = |number, since: &str| Draft {
        body: Object::new().text("from", "2010-01-01").text("since", since),
        ..draft(number)
    };
    append(&store, vec![act(1, "2009-05-01"), act(2, "2009-05-02"), act(3, "2009-05-03")]).await;
    let at = ListAt {
        hindsight: false,
        list: "outstanding".into(),
        scope: String::new(),
        day: date(2010, 1, 1),
        since_by: Some(date(2009, 5, 2)),
        after: None,
        limit: 10,
    };
    let rows = store.list(&at).await.unwrap();
    assert_eq!(
        rows,
        [
            (date(2009, 5, 1), "person:exercise-0001".to_owned()),
            (date(2009, 5, 2), "person:exercise-0002".to_owned())
        ]
    );
    assert_eq!(store.how_many(&at).await.unwrap(), 2);
}

#[tokio::test]
async fn the_steps_of_a_count_follow_what_is_recorded_by_whomever() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let other = open(folder.path(), Sort::Exercise, &bench).await;
    let act = |number, from: &str| Draft {
        body: Object::new().text("from", from).text("since", from),
        ..draft(number)
    };
    let steps = async || store.steps(false, "outstanding", "").await.unwrap();
    assert_eq!(steps().await, []);
    append(&other, vec![act(1, "2010-01-01")]).await;
    let first = (date(2010, 1, 1), 1);
    // Asked twice: once they are read, once they are known.
    assert_eq!((steps().await, steps().await), (vec![first], vec![first]));
    assert_eq!(store.steps(true, "outstanding", "").await.unwrap(), [first]);
    append(&store, vec![act(2, "2012-01-01")]).await;
    assert_eq!(steps().await, [first, (date(2012, 1, 1), 2)]);
}

#[tokio::test]
async fn what_is_only_listed_is_not_counted_and_what_is_only_counted_not_listed() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    let act = |number, list: &str| Draft {
        body: Object::new()
            .text("from", "2010-01-01")
            .text("until", "2012-01-01")
            .text("list", list),
        ..draft(number)
    };
    append(&store, vec![act(1, "only-listed"), act(2, "only-counted"), act(3, "ended")]).await;
    for (list, listed, counted) in [("only-listed", 1, 0), ("only-counted", 0, 1), ("ended", 1, 1)] {
        let at = ListAt {
            hindsight: false,
            list: list.into(),
            scope: String::new(),
            day: date(2011, 1, 1),
            since_by: None,
            after: None,
            limit: 10,
        };
        assert_eq!(store.list(&at).await.unwrap().len(), listed, "{list}");
        let counts = store.counts(false, list, Scopes::One(""), date(2011, 1, 1)).await.unwrap();
        assert_eq!(counts.len(), counted, "{list}");
    }
}

/// Derives as [`FromBodies`] does, under another edition of the law that knows no names.
struct Nameless;

impl Derive for Nameless {
    fn units(&self, entry: &Entry) -> Vec<Unit> {
        derive::units(entry)
    }

    fn matters(&self) -> Vec<String> {
        beginnings()
    }

    fn derive(&self, unit: &Unit, entries: &[Recorded]) -> Derived {
        Derived {
            names: Vec::new(),
            ..derive_plainly(unit, entries)
        }
    }

    fn edition(&self) -> String {
        "from bodies 2".to_owned()
    }
}

#[tokio::test]
async fn a_record_opened_under_another_law_is_derived_anew() {
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let names = async |store: &RecordStore| {
        let way = Sought {
            sort: "",
            words: &[vec!["ex".into()]],
        };
        store.names(&[way], true, date(2020, 1, 1), 10).await.unwrap()[0].len()
    };
    assert_eq!(names(&store).await, 1);
    let home = home(folder.path()).await;
    let other = RecordStore::open(&home, Sort::Exercise, bench.clone(), Arc::new(Nameless))
        .await
        .unwrap();
    assert_eq!(names(&other).await, 0);
    assert_eq!(other.verify().await.unwrap().faults, []);
    let again = open(folder.path(), Sort::Exercise, &bench).await;
    assert_eq!(names(&again).await, 1);
}

#[tokio::test]
async fn what_a_restricted_entry_says_is_derived_into_no_table_and_opened_for_the_operator() {
    let (_folder, _, store) = fresh(Sort::Exercise).await;
    append(&store, vec![draft(1)]).await;
    let hidden = Draft {
        about: vec![person("exercise-0001")],
        body: Object::new().text("from", "2014-01-01").text("list", "ended"),
        ..restricted(draft(2))
    };
    append(&store, vec![hidden]).await;
    let on = date(2015, 1, 1);
    let counts = async |list: &str| store.counts(false, list, Scopes::One(""), on).await.unwrap();
    assert_eq!(counts("outstanding").await, [(String::new(), 1)]);
    assert_eq!(counts("ended").await, []);
    let beyond = async |viewer: Viewer| store.beyond(&viewer).await.unwrap().into_iter().map(|recorded| recorded.position);
    assert_eq!(beyond(Viewer::public()).await.count(), 0);
    assert_eq!(beyond(Viewer::operator()).await.collect::<Vec<_>>(), [2]);
}
