//! Files and a process that is killed.

use super::*;

const FOLDER: &str = "COMITY_TEST_FOLDER";
const ROUND: &str = "COMITY_TEST_ROUND";

/// The text of a number, of some chunks.
fn numbered(number: u64) -> Vec<u8> {
    text(&format!("exercise {number}"), 4_000 + usize::try_from(number % 7).unwrap() * 2_000)
}

fn said_of(bytes: &[u8]) -> Attachment {
    Attachment {
        name: "exercise.txt".into(),
        media_type: "text/plain".into(),
        length: bytes.len() as u64,
        sha256: hex(&<[u8; 32]>::from(Sha256::digest(bytes))),
    }
}

/// The other process: sends files and keeps them until it is killed. One line a file that was kept.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) else {
        return;
    };
    let round: u64 = round.parse().unwrap();
    let store = open_file(folder.as_ref(), Sort::Exercise, &Bench::new(round + 10)).await;
    let mut out = std::io::stdout();
    for number in round * 1_000.. {
        let working = sent(&store, OWNER, "exercise.txt", &numbered(number)).await.unwrap();
        store.attachments().keep(OWNER, &working.id, "exercise-1").await.unwrap();
        writeln!(out, "{number}").unwrap();
        out.flush().unwrap();
    }
}

#[tokio::test]
async fn whatever_was_kept_before_a_kill_is_whole_and_no_half_file_has_a_name() {
    let folder = tempfile::tempdir().unwrap();
    open_file(folder.path(), Sort::Exercise, &Bench::new(1)).await.close().await;
    let rounds: u64 = if std::env::var_os("COMITY_LONG").is_some() { 200 } else { 12 };
    let mut acknowledged = BTreeSet::new();
    for round in 0..rounds {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "attachments::kill::the_process_that_is_killed",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        // From the first file on, at another instant in each round.
        while said.parse::<u64>().is_err() {
            said.clear();
            assert!(out.read_line(&mut said).unwrap() > 0, "the process ended by itself");
            said.truncate(said.trim_end().len());
        }
        said.push('\n');
        std::thread::sleep(Duration::from_millis(round * 7 % 60));
        child.kill().unwrap();
        out.read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let lines = said
            .split_inclusive('\n')
            .filter_map(|line| line.strip_suffix('\n')?.parse::<u64>().ok());
        acknowledged.extend(lines);
    }
    assert!(acknowledged.len() >= usize::try_from(rounds).unwrap());
    let store = open_file(folder.path(), Sort::Exercise, &Bench::new(2)).await;
    let mut whole = 0;
    for round in 0..rounds {
        let last = acknowledged.range(round * 1_000..(round + 1) * 1_000).next_back().copied();
        // The one after the last may have got its name, and nobody was told.
        for number in round * 1_000..=last.map_or(round * 1_000, |last| last + 1) {
            let bytes = numbered(number);
            match read(&store, "exercise-1", &said_of(&bytes)).await {
                Ok(read) => {
                    assert_eq!(read, bytes);
                    whole += 1;
                }
                Err(AttachmentError::Missing) => assert!(!acknowledged.contains(&number), "{number} was kept and is lost"),
                Err(error) => panic!("{number}: {error}"),
            }
        }
    }
    assert_eq!(kept(folder.path()).len(), whole, "every file with a name is whole");
}
