//! kill -9 while a draft is saved: what was acknowledged is there.

use super::*;

const FOLDER: &str = "COMITY_TEST_FOLDER";
const DRAFT: &str = "COMITY_TEST_DRAFT";

/// The other process: saves version after version of a draft until it is killed. One line an acknowledged number.
#[tokio::test]
#[ignore = "started by the test below as a process of its own"]
async fn the_process_that_is_killed() {
    let (Ok(folder), Ok(draft)) = (std::env::var(FOLDER), std::env::var(DRAFT)) else {
        return;
    };
    let id = DraftId::parse(&draft).unwrap();
    let (_store, drafts) = opened(folder.as_ref(), &Bench::new(2)).await;
    let (owner, author) = officer_of(OWNER);
    let mut from = drafts.open(&owner, &id).await.unwrap().head.current;
    let mut out = std::io::stdout();
    loop {
        let typed = confidential_content(&[("facts", &format!("over {from}"))]);
        let Saved::As(number) = drafts.save(&owner, &author, &id, from, None, &typed).await.unwrap() else {
            panic!("nobody else saves")
        };
        writeln!(out, "{number}").unwrap();
        out.flush().unwrap();
        from = number;
    }
}

#[tokio::test]
async fn whatever_was_acknowledged_before_a_kill_is_there() {
    let house = house().await;
    let id = house.begin(&confidential_content(&[])).await;
    let mut acknowledged = 0;
    for round in 0..10 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "drafts::kill::the_process_that_is_killed", "--nocapture"])
            .env(FOLDER, house.folder.path())
            .env(DRAFT, id.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(200 + 37 * round));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(!child.wait().unwrap().success(), "the process ended by itself");
        // A line that was cut off was not acknowledged.
        let numbers = said
            .split_inclusive('\n')
            .filter_map(|line| line.strip_suffix('\n')?.parse::<u64>().ok());
        let current = house.current(&id).await.number;
        for number in numbers {
            assert!(number <= current, "round {round}: version {number} was acknowledged and is lost");
            let version = house.version(&id, number).await;
            assert_eq!(
                version.content.values.first("facts"),
                Some(format!("over {}", version.from).as_str())
            );
            acknowledged += 1;
        }
        // What was not acknowledged is there whole or not at all. Read at one instant: a server of its own may still commit
        // what it had from the process that is gone.
        let head = house.drafts.open(&Viewer::operator(), &id).await.unwrap().head;
        assert_eq!(head.newest, head.current);
        assert!(head.current >= current, "round {round}: version {current} was there and is lost");
        house.version(&id, head.current).await;
    }
    assert!(acknowledged > 20, "only {acknowledged} versions were acknowledged");
}
