//! What the tests of the binary share: a folder that goes away, a clock that stands where it is put.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use access::Viewer;
use comity::house::House;
use jiff::Timestamp;
use register::Register;
use register::fact::{Correction, FactError};
use register::outside::Outside;
use register::pack::{ImportError, PackFile};
use register::port::{Of, Recorded};
use register::reading::Reading;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::OnceCell;

mod place;
pub mod shell;
pub use place::*;

/// A clock that stands still until it is put, and randomness that repeats itself in every run.
pub struct Still {
    now: Mutex<Timestamp>,
    drawn: AtomicU64,
}

impl Still {
    pub fn at(instant: &str) -> Arc<Still> {
        Still::drawing(instant, 1)
    }

    /// One with another chance than [`Still::at`], for a record whose ids must not be those of another.
    pub fn apart(instant: &str) -> Arc<Still> {
        Still::drawing(instant, 1 << 32)
    }

    fn drawing(instant: &str, drawn: u64) -> Arc<Still> {
        Arc::new(Still {
            now: Mutex::new(instant.parse().expect("an instant")),
            drawn: AtomicU64::new(drawn),
        })
    }

    pub fn put(&self, instant: &str) {
        *self.now.lock().unwrap() = instant.parse().expect("an instant");
    }
}

impl Outside for Still {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn random(&self, bytes: &mut [u8]) {
        // A well mixed counter (splitmix64): distinct, and the same in every run.
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.drawn.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^= z >> 31;
            chunk.copy_from_slice(&z.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// The present day of most tests, in The Hague.
pub const NOW: &str = "2026-11-25T12:00:00Z";

/// A record of its own with the public record in it: a copy of one that is made once for all tests of a
/// program, since taking the public record in is what they would spend their time on.
pub async fn house() -> (Folder, Arc<Still>, House) {
    static MADE: OnceCell<PathBuf> = OnceCell::const_new();
    let made = MADE.get_or_init(make).await;
    let folder = Folder::new();
    copy(made, folder.path());
    copy_database(made, folder.path());
    let clock = Still::apart(NOW);
    let house = House::open(place(folder.path()), clock.clone()).await.expect("opens");
    (folder, clock, house)
}

/// The same some weeks later, when the next edition may have come.
pub async fn house_weeks_later() -> (Folder, Arc<Still>, House) {
    let (folder, clock, house) = house().await;
    clock.put("2026-12-15T12:00:00Z");
    (folder, clock, house)
}

/// Makes the record that is copied; one of an earlier run goes.
async fn make() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let name = format!("made-for-{}", program.file_name().unwrap().to_string_lossy());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    drop_database(&folder);
    let house = House::open(place(&folder), Still::at(NOW)).await.expect("opens");
    house.store.close().await;
    folder
}

/// Copies a folder with all that lies in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A reading.
pub fn reading(as_at: &str, hindsight: bool) -> Reading {
    Reading::new(Some(as_at), None, hindsight, "2026-11-25".parse().unwrap()).expect("a reading")
}

/// Runs the binary.
pub fn comity(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(arguments);
    let data = arguments.iter().skip_while(|argument| **argument != "--data").nth(1);
    if let Some(address) = data.and_then(|data| address(Path::new(data))) {
        command.args(["--database", &address]);
    }
    command.output().expect("runs")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The folder with the public record of the project.
pub fn public_record() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/public-record")
}

/// The files of the public record, to be changed by a test.
pub fn pack() -> Vec<PackFile> {
    comity::carried::public_record()
}

/// Changes a file of a pack: every occurrence of one text becomes another; it must occur.
pub fn change(pack: &mut [PackFile], name: &str, from: &str, to: &str) {
    let file = pack.iter_mut().find(|f| f.name == name).expect("a file of the pack");
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{name} does not hold {from:?}");
    file.bytes = text.replace(from, to).into_bytes();
}

/// Adds a line to a file of a pack.
pub fn add_line(pack: &mut [PackFile], name: &str, line: &str) {
    let file = pack.iter_mut().find(|f| f.name == name).expect("a file of the pack");
    file.bytes.extend(format!("{line}\n").into_bytes());
}

/// The next edition, by its day.
pub fn edition(day: &str) -> Vec<PackFile> {
    let mut pack = pack();
    change(&mut pack, "edition.csv", "2026-11-25", day);
    pack
}

/// Holds that a pack is refused with these words, and that nothing of it was taken in.
pub async fn refused(register: &Register, pack: &[PackFile], expected: &[&str]) {
    let operator = Viewer::operator();
    let count = async || register.store.entries(&operator, Of::All, None).await.unwrap().len();
    let before = count().await;
    let Err(ImportError::Faults(faults)) = register.import(&operator, pack).await else {
        panic!("the pack was not refused")
    };
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
    assert_eq!(count().await, before, "nothing was imported");
}

/// The entries of a matter, in the order of recording.
pub async fn of_matter(register: &Register, matter: &str) -> Vec<Recorded> {
    let of = Of::Matters(vec![matter.to_owned()]);
    register.store.entries(&Viewer::operator(), of, None).await.unwrap()
}

/// The newest entry of a kind in a matter.
pub async fn newest(register: &Register, matter: &str, kind: &str) -> Recorded {
    let entries = of_matter(register, matter).await;
    entries.into_iter().rfind(|recorded| recorded.entry.kind == kind).expect("an entry")
}

/// Lets an officer correct the newest entry of a kind in a matter.
pub async fn correct(register: &Register, matter: &str, kind: &str, correction: &Correction) -> Result<Recorded, FactError> {
    let entry = newest(register, matter, kind).await.entry.id.to_string();
    register.correct(&Viewer::operator(), &entry, correction).await
}

/// A correction of nothing yet, with all that an officer must say.
pub fn correction() -> Correction {
    Correction {
        reason: "exercise".into(),
        source: "exercise file".into(),
        officer: "exercise officer".into(),
        ..Correction::default()
    }
}

/// That a fact was on another day.
pub fn dated(day: &str) -> Correction {
    Correction {
        effective: Some(day.to_owned()),
        ..correction()
    }
}

/// That a fact did not happen.
pub fn retraction() -> Correction {
    Correction {
        retract: true,
        ..correction()
    }
}

/// A server on a folder, stopped at the end.
pub struct Server {
    child: std::process::Child,
    /// Where it answers, as it said.
    pub address: String,
}

impl Server {
    pub fn start(folder: &Path) -> Server {
        Server::logging(folder, std::process::Stdio::null())
    }

    /// One that writes its log there.
    pub fn logging(folder: &Path, log: std::process::Stdio) -> Server {
        Server::with(folder, &[], log)
    }

    /// One with more arguments.
    pub fn with(folder: &Path, more: &[&str], log: std::process::Stdio) -> Server {
        use std::io::{BufRead, BufReader};
        let mut child = Command::new(env!("CARGO_BIN_EXE_comity"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .args(more)
            .args(address(folder).map(|address| format!("--database={address}")))
            .stdout(std::process::Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit(' ').next().unwrap_or_default().to_owned();
        assert!(address.starts_with("http://"), "the server said {line:?}");
        Server { child, address }
    }

    /// Gets a path; the whole answer as text.
    pub fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), "", "")
    }

    /// Hands a form in, as a browser does from a page of ours; the whole answer as text.
    pub fn post(&self, path: &str, form: &str) -> String {
        self.post_as(path, "application/x-www-form-urlencoded", form)
    }

    /// The same of a body of this type.
    pub fn post_as(&self, path: &str, media_type: &str, body: &str) -> String {
        let headers = format!(
            "Origin: {}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n",
            self.address.trim_end_matches('/'),
            body.len()
        );
        self.ask(&format!("POST {path}"), &headers, body)
    }

    fn ask(&self, line: &str, headers: &str, body: &str) -> String {
        let host = self.address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks the server to end as a service manager does; whether it did within a time.
    pub fn asked_to_end(&mut self, within: std::time::Duration) -> bool {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(asked.success());
        let begin = std::time::Instant::now();
        while begin.elapsed() < within {
            if self.child.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        false
    }

    /// Asks it to end, and waits until it has.
    pub fn end(&mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }

    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
