//! What the benchmarks share: exercise records of any size, and figures over many runs.

use access::Viewer;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use record::audience::Audience;
use record::entry::{Author, Draft, Entry, EntryId, Subject};
use record::json::Object;
use record::when::{Span, When};
use register::Register;
use register::derive::UnderLaw;
use register::kinds;
use register::outside::Outside;
use register::port::{Derive, Derived, Recorded, Store, Unit};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::{Address, Home, RecordStore, Sort};

/// What goes wrong in a benchmark ends it.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The machine's clock and randomness.
pub struct Machine;

impl Outside for Machine {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

/// Where the records of a benchmark lie: in a folder that goes with it, and, where the address of a server was
/// given, in databases on that server, which are made anew.
pub struct Places {
    folder: tempfile::TempDir,
    server: Option<String>,
}

impl Places {
    /// With the server of which the arguments hold the address.
    pub fn from_arguments() -> Outcome<Places> {
        Ok(Places {
            // On the disk of the project, not on a file system in memory.
            folder: tempfile::tempdir_in(concat!(env!("CARGO_MANIFEST_DIR"), "/../target"))?,
            server: std::env::args().find(|argument| argument.starts_with("postgres://")),
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of the server.
    pub fn server(&self) -> Option<&str> {
        self.server.as_deref()
    }

    /// The name of the database of a benchmark.
    pub fn name(&self, benchmark: &str) -> String {
        format!("comity_bench_{benchmark}")
    }

    /// A place in a file.
    pub fn sqlite(&self, name: &str) -> Home {
        Home::from(self.folder().join(name).as_path())
    }

    /// A place in a new database on the server.
    pub async fn postgres(&self, benchmark: &str) -> Outcome<Home> {
        let server = self.server().ok_or("no address of a server was given")?;
        let name = self.name(benchmark);
        let mut connection = PgConnection::connect(server).await?;
        for statement in [
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"),
        ] {
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        Ok(Home {
            folder: self.folder().join(format!("keys-{benchmark}")),
            database: Some(server.parse::<Address>()?.with_database(&name)),
            master_key: None,
        })
    }
}

/// A number in a range that follows from a seed: the same history in every run.
pub fn drawn(seed: u64, below: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % below.max(1)
}

/// Derives nothing: a large record is written first and derived as a whole when it is opened under the law.
struct Nothing;

impl Derive for Nothing {
    fn units(&self, _entry: &Entry) -> Vec<Unit> {
        Vec::new()
    }

    fn matters(&self) -> Vec<String> {
        Vec::new()
    }

    fn derive(&self, _unit: &Unit, _entries: &[Recorded]) -> Derived {
        Derived::default()
    }

    fn edition(&self) -> String {
        "nothing".to_owned()
    }
}

/// Writes so many synthetic proceedings into a new exercise record.
pub async fn write(home: &Home, proceedings: u64) -> Outcome<()> {
    let store = RecordStore::open(home, Sort::Exercise, Arc::new(Machine), Arc::new(Nothing)).await?;
    let mut number = 0;
    while number < proceedings {
        let upto = proceedings.min(number + BATCH);
        let drafts = (number..upto).flat_map(proceeding).collect();
        store.append(&Viewer::operator(), drafts, false).await?;
        number = upto;
    }
    store.close().await;
    Ok(())
}

/// Proceedings written in one transaction.
const BATCH: u64 = 25_000;

/// An exercise record at a place, with the register over it.
pub async fn exercise(home: &Home) -> Outcome<(Arc<RecordStore>, Register)> {
    let law = Arc::new(law::Pack::rome_statute()?);
    let derive = Arc::new(UnderLaw(law.clone()));
    let store = Arc::new(RecordStore::open(home, Sort::Exercise, Arc::new(Machine), derive).await?);
    Ok((
        store.clone(),
        Register {
            attachments: store.attachments(),
            store,
            law,
            outside: Arc::new(Machine),
        },
    ))
}

/// The first day of synthetic histories, and how many days they span.
pub const FIRST: Date = date(2003, 1, 1);
const SPAN: u64 = 23 * 365;

/// The name of the person of a synthetic proceeding.
pub fn name_of(number: u64) -> String {
    format!("Exercise Person {number} Of{}", drawn(number + 3, 1000))
}

/// The entries of one synthetic proceeding: a name, a warrant, its publication, and for three of four a
/// surrender or an end within some years.
pub fn proceeding(number: u64) -> Vec<Draft> {
    let person = format!("exercise-{number:07}");
    let matter = format!("{person}-1");
    let situation = format!("XEX-{:02}/20", drawn(number, 40));
    let issued = FIRST + (drawn(number + 1, SPAN) as i64).days();
    let public = issued + (drawn(number + 2, 200) as i64).days();
    let mut drafts = vec![draft(
        &format!("person-{person}"),
        kinds::PERSON_NAMED,
        When::Unknown,
        &person,
        None,
    )];
    if let Some(named) = drafts.last_mut() {
        named.body = Object::new().text("name", name_of(number));
    }
    let about = Some(situation.as_str());
    let mut issue = draft(&matter, kinds::WARRANT_ISSUED, on(issued), &person, about);
    issue.body = Object::new().text("situation", format!("Exercise situation {situation}"));
    drafts.push(issue);
    drafts.push(draft(&matter, kinds::MADE_PUBLIC, on(public), &person, about));
    let later = public + (drawn(number + 4, 3000) as i64 + 1).days();
    match drawn(number + 5, 4) {
        0 => {}
        1 => {
            let mut ended = draft(&matter, kinds::ENDED, on(later), &person, about);
            ended.body = Object::new().text("reason", "died");
            drafts.push(ended);
        }
        _ => drafts.push(draft(&matter, kinds::SURRENDERED, on(later), &person, about)),
    }
    drafts
}

fn on(day: Date) -> When {
    When::In(Span::Day(day))
}

fn draft(matter: &str, kind: &str, effective: When, person: &str, situation: Option<&str>) -> Draft {
    let mut id = [0; 16];
    Machine.random(&mut id);
    let about = std::iter::once(Subject::Person(person.to_owned())).chain(situation.map(|no| Subject::Situation(no.to_owned())));
    Draft {
        id: EntryId::from_bytes(id),
        matter: matter.to_owned(),
        kind: kind.to_owned(),
        kind_v: 1,
        effective,
        author: Author::Officer("exercise".to_owned()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        source: Some("exercise: invented".to_owned()),
        corrects: None,
        about: about.collect(),
        attachments: Vec::new(),
        body: Object::new(),
    }
}

/// The median and the 99th percentile of some runs.
pub fn figures(runs: &mut [Duration]) -> (Duration, Duration) {
    runs.sort();
    let at = |percent: usize| runs.get(runs.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

/// A time in milliseconds with two decimals.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
