//! What serving costs: start-up, memory at rest, and each page beside a page of the same bytes that a bare
//! axum router answers, by turns in one run.
//!
//! `cargo build --release && cargo bench -p benches --bench serving`, with a number behind `--` to measure
//! start-up and memory on an exercise record of so many proceedings too (a proceeding is three or four
//! entries).

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use benches::{Outcome, exercise, figures, ms, write};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::Home;

/// How often each page is asked for.
const RUNS: usize = 300;
/// How often the server is started.
const STARTS: usize = 5;

/// The pages that are measured.
const PAGES: [&str; 9] = [
    "/en",
    "/en/warrants?as_at=2013-10-02",
    "/en/person/kony",
    "/en/states",
    "/en/state/ITA",
    "/en/treaty/rome-statute",
    "/en/findings",
    "/en/compare?as_at=2014-11-30&from=2013-10-02",
    "/api/v1/outstanding",
];

fn main() -> Outcome<()> {
    let proceedings: Option<u64> = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let comity = binary()?;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let begun = Instant::now();
    drop(Server::start(&comity, folder.path())?);
    println!("first start, the public record taken in: {:.2} s", begun.elapsed().as_secs_f64());
    starts(&comity, folder.path(), "the public record")?;
    pages(&runtime, &comity, folder.path())?;
    if let Some(proceedings) = proceedings {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        runtime.block_on(async {
            write(&Home::from(folder.path()), proceedings).await?;
            let (store, _) = exercise(&Home::from(folder.path())).await?;
            store.close().await;
            Outcome::Ok(())
        })?;
        starts(&comity, folder.path(), &format!("{proceedings} proceedings"))?;
    }
    Ok(())
}

/// Where the program lies that `cargo build --release` made.
fn binary() -> Outcome<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("release").join("comity");
    if path.is_file() {
        Ok(path)
    } else {
        Err(format!("{} is not there: run `cargo build --release` first", path.display()).into())
    }
}

/// Start-up and memory on a folder.
fn starts(comity: &Path, folder: &Path, what: &str) -> Outcome<()> {
    let (mut times, mut rest) = (Vec::new(), 0);
    for _ in 0..STARTS {
        let begun = Instant::now();
        let server = Server::start(comity, folder)?;
        let mut client = Client::to(&server.address)?;
        client.get("/en/about")?;
        times.push(begun.elapsed());
        rest = server.memory()?;
    }
    let (median, worst) = figures(&mut times);
    println!(
        "start-up to the first answer, {what}: {} (worst of {STARTS}: {})",
        ms(median),
        ms(worst)
    );
    println!("memory at rest, {what}: {rest} MB resident");
    Ok(())
}

/// Each page, and the same bytes from a bare router, by turns.
fn pages(runtime: &tokio::runtime::Runtime, comity: &Path, folder: &Path) -> Outcome<()> {
    let server = Server::start(comity, folder)?;
    let mut client = Client::to(&server.address)?;
    println!("page | bytes | ours | bare axum | times as long");
    for page in PAGES {
        let body = client.get(page)?;
        let length = body.len();
        let mut bare = Client::to(&runtime.block_on(bare(body))?)?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let begun = Instant::now();
            client.get(page)?;
            ours.push(begun.elapsed());
            let begun = Instant::now();
            bare.get("/")?;
            theirs.push(begun.elapsed());
        }
        let ((ours, ours_worst), (theirs, _)) = (figures(&mut ours), figures(&mut theirs));
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64().max(f64::EPSILON);
        println!("{page} | {length} | {}, {} | {} | {ratio:.0}", ms(ours), ms(ours_worst), ms(theirs));
    }
    println!("memory after that: {} MB resident", server.memory()?);
    Ok(())
}

/// A router that answers with these bytes; its address.
async fn bare(body: Vec<u8>) -> Outcome<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    let page = move || {
        let body = body.clone();
        async move { ([(CONTENT_TYPE, "text/html; charset=utf-8")], body) }
    };
    let router = Router::new().route("/", get(page));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// A server in a process of its own, stopped at the end.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(comity: &Path, folder: &Path) -> Outcome<Server> {
        let mut child = Command::new(comity)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut said = String::new();
        let out = child.stdout.take().ok_or("the server has no output")?;
        BufReader::new(out).read_line(&mut said)?;
        let address = said
            .trim()
            .rsplit("http://")
            .next()
            .unwrap_or_default()
            .trim_end_matches('/')
            .to_owned();
        Ok(Server { child, address })
    }

    /// Resident memory in megabytes, as the kernel counts it.
    fn memory(&self) -> Outcome<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection, kept open.
struct Client {
    stream: BufReader<TcpStream>,
    host: String,
}

impl Client {
    fn to(host: &str) -> Outcome<Client> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        Ok(Client {
            stream: BufReader::new(stream),
            host: host.to_owned(),
        })
    }

    /// The body of an answer with status 200.
    fn get(&mut self, path: &str) -> Outcome<Vec<u8>> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (mut length, mut line) = (None, String::new());
        self.stream.read_line(&mut line)?;
        if !line.starts_with("HTTP/1.1 200") {
            return Err(format!("{path}: {}", line.trim()).into());
        }
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = Some(value.trim().parse::<usize>()?);
            }
        }
        let mut body = vec![0; length.ok_or("an answer without its length")?];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }
}
