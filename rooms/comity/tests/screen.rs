//! `comity screen`: what goes in, what comes out, and what is said where something is wrong.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const WATCH: &str = "id,name,aliases\nw1,Ottokar Brandlwinter,\nw2,Ludmila Vexzhanskaya,Милена Штранц\n";
const REGISTER: &str = "id;owner;parcel\nr1;Somebody Else;7\nr2;\"Brandlwinter, Ottokar\";8\nr3;Милена Штранц;9\nr4;cut off\n";

/// A folder with a watch list and a register in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("watch.csv"), WATCH).unwrap();
    std::fs::write(folder.path().join("register.csv"), REGISTER).unwrap();
    folder
}

fn screen(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.current_dir(folder).arg("screen").args(arguments);
    command
}

const ALL: [&str; 6] = ["--watch", "watch.csv", "--register", "register.csv", "--out", "matches.csv"];

fn run(folder: &Path, arguments: &[&str]) -> Output {
    screen(folder, arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The watch id, the register id and the matched name of each hit in a CSV text.
fn hits(csv: &str) -> Vec<String> {
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().map(Result::unwrap);
    rows.map(|row| format!("{} {} {}", &row[0], &row[1], &row[3])).collect()
}

const HITS: [&str; 2] = ["w1 r2 Brandlwinter, Ottokar", "w2 r3 Милена Штранц"];

/// Everything in the folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn one_command_gives_the_rows_that_may_concern_somebody_and_says_what_was_refused() {
    let folder = folder();
    let output = run(folder.path(), &ALL);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(output.stdout, b"");
    let matches = std::fs::read_to_string(folder.path().join("matches.csv")).unwrap();
    assert_eq!(
        matches.lines().next().unwrap(),
        "watch_id,register_id,row,matched_name,watch_name,score,explanation"
    );
    assert_eq!(hits(&matches), HITS);
    let said = text(&output.stderr);
    for line in [
        "rows read: 3 in ",
        "(UTF-8; names from owner)\nrows matched: 2; watched and found: 2 of 2; hits written: 2\n",
        "rows refused, and not searched: 1\n  line 5: fields: 2, and 3 in the header\n",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert!(!said.contains('\r'), "nobody watches, so there is no bar: {said}");
    assert_eq!(names(folder.path()), ["matches.csv", "register.csv", "watch.csv"]);
}

#[test]
fn the_summary_is_given_in_french_too() {
    let folder = folder();
    let output = run(folder.path(), &[&ALL[..], &["--lang", "fr"]].concat());
    let said = text(&output.stderr);
    assert!(
        said.contains("lignes retenues\u{a0}: 2\u{a0}; recherchés et trouvés\u{a0}: 2 sur 2\u{a0}; résultats écrits\u{a0}: 2"),
        "{said}"
    );
    assert!(said.contains("ligne 5\u{a0}: champs\u{a0}: 2, et 3 dans l’en-tête"), "{said}");
}

#[test]
fn a_register_comes_by_the_standard_input_and_hits_go_to_the_standard_output() {
    let folder = folder();
    let mut child = screen(folder.path(), &["--watch", "watch.csv", "--register", "-", "--out", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(REGISTER.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(hits(&text(&output.stdout)), HITS);
    run(folder.path(), &ALL);
    assert_eq!(
        std::fs::read(folder.path().join("matches.csv")).unwrap(),
        output.stdout,
        "a file and a pipe give the same"
    );
}

#[test]
fn an_encoding_may_be_told() {
    let folder = folder();
    // Windows-1251, in which these few bytes could be many things.
    std::fs::write(
        folder.path().join("register.csv"),
        b"id,name\nr1,\xcc\xe8\xeb\xe5\xed\xe0 \xd8\xf2\xf0\xe0\xed\xf6\n",
    )
    .unwrap();
    let output = run(folder.path(), &[&ALL[..], &["--encoding", "cp1251"]].concat());
    assert_eq!(
        hits(&std::fs::read_to_string(folder.path().join("matches.csv")).unwrap()),
        ["w2 r1 Милена Штранц"],
        "{output:?}"
    );
    let output = run(folder.path(), &[&ALL[..], &["--encoding", "morse"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no encoding is called \"morse\""));
}

#[test]
fn all_refused_rows_can_be_had_as_a_file() {
    let folder = folder();
    let bad: String = (0..150).map(|_| "x\n").collect();
    std::fs::write(folder.path().join("register.csv"), format!("{REGISTER}{bad}")).unwrap();
    let output = run(folder.path(), &ALL);
    assert!(
        text(&output.stderr).contains("  and 51 more\n--refused FILE lists all of them\n"),
        "{output:?}"
    );
    run(folder.path(), &[&ALL[..], &["--refused", "refused.csv"]].concat());
    let refused = std::fs::read_to_string(folder.path().join("refused.csv")).unwrap();
    assert_eq!(refused.lines().count(), 152);
    assert!(
        refused.starts_with("line,reason\n5,\"fields: 2, and 3 in the header\"\n6,"),
        "{refused}"
    );
}

/// What is wrong with the call or the input ends with exit 2, says so, and leaves no file behind.
#[test]
fn hits_and_refused_rows_never_go_to_one_place() {
    let folder = folder();
    for (out, refused, said) in [
        ("new.csv", "new.csv", "new.csv would take the place of new.csv"),
        ("new.csv", "./new.csv", "./new.csv would take the place of new.csv"),
        ("-", "-", "give --refused a file"),
    ] {
        let arguments = [
            "--watch",
            "watch.csv",
            "--register",
            "register.csv",
            "--out",
            out,
            "--refused",
            refused,
        ];
        check_refused(folder.path(), &arguments, said);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_written() {
    let folder = folder();
    let [link, file] = ["matches.csv", "elsewhere.csv"].map(|name| folder.path().join(name));
    std::fs::write(&file, "before").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(run(folder.path(), &ALL).status.code(), Some(0));
    assert!(link.is_symlink());
    assert_eq!(hits(&std::fs::read_to_string(&file).unwrap()), HITS);
}

#[test]
fn a_row_of_more_names_than_are_looked_at_is_refused_and_ends_nothing() {
    let folder = folder();
    let aliases = "ab;".repeat(70_000);
    let register = format!("id,name,aliases\nr1,Nobody,{aliases}\nr2,\"Brandlwinter, Ottokar\",\n,Милена Штранц,\n");
    std::fs::write(folder.path().join("register.csv"), register).unwrap();
    let output = run(folder.path(), &[&ALL[..], &["--jobs", "18446744073709551615"]].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(text(&output.stderr).contains("more than 65536 names"), "{output:?}");
    let matches = std::fs::read_to_string(folder.path().join("matches.csv")).unwrap();
    assert_eq!(
        hits(&matches),
        ["w1 r2 Brandlwinter, Ottokar", "w2 3 Милена Штранц"],
        "a row without an id goes by its number"
    );
}

#[track_caller]
fn check_refused(folder: &Path, arguments: &[&str], said: &str) {
    let before = names(folder);
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains(said), "{output:?}");
    assert_eq!(names(folder), before);
}

#[test]
fn what_cannot_be_searched_is_refused_in_words() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let with = |watch, register| ["--watch", watch, "--register", register, "--out", "matches.csv"];
    for (name, bytes, said) in [
        ("empty.csv", &b""[..], "the register empty.csv is empty; it needs a header"),
        (
            "unnamed.csv",
            b"street,price\nx,1\n",
            "has no column that is known to hold names; say which it is with --name-column (columns: street, price)",
        ),
        (
            "rows.csv",
            b"id,name\nx\n",
            "not one could be read: line 2: fields: 1, and 2 in the header",
        ),
    ] {
        write(name, bytes);
        check_refused(folder.path(), &with("watch.csv", name), said);
    }
    write("endless.csv", &vec![b'x'; 2 << 20]);
    check_refused(
        folder.path(),
        &with("watch.csv", "endless.csv"),
        "has no line end in its first 1048576 bytes",
    );
    check_refused(
        folder.path(),
        &with("watch.csv", "missing.csv"),
        "the register missing.csv cannot be read: ",
    );
    write("nobody.csv", b"id,name\n");
    check_refused(
        folder.path(),
        &with("nobody.csv", "register.csv"),
        "the watch list nobody.csv names nobody",
    );
    write("faulty.csv", b"id,name\n1,A\n2\n");
    check_refused(
        folder.path(),
        &with("faulty.csv", "register.csv"),
        "nothing was screened:\n  line 3: fields: 1, and 2 in the header",
    );
    check_refused(
        folder.path(),
        &[&ALL[..], &["--name-column", "holder"]].concat(),
        "has no column \"holder\" (columns: id, owner, parcel)",
    );
    check_refused(
        folder.path(),
        &[&ALL[..], &["--min-score", "1.5"]].concat(),
        "a score is a number from 0 to 1",
    );
    check_refused(folder.path(), &with("-", "-"), "cannot both come by the standard input");
    let onto = ["--watch", "watch.csv", "--register", "register.csv", "--out", "./register.csv"];
    check_refused(folder.path(), &onto, "./register.csv would take the place of register.csv");
    check_refused(
        folder.path(),
        &["--watch", "watch.csv", "--register", "register.csv", "--out", "no/such/folder.csv"],
        "no/such/folder.csv: ",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let folder = folder();
    let name = |row: u32| {
        if row.is_multiple_of(97) {
            "Ottokar Brandlwinter".to_owned()
        } else {
            format!("Somebody Else Number{row}")
        }
    };
    let many: String = (0..100_000).map(|row| format!("{row};{};x\n", name(row))).collect();
    std::fs::write(folder.path().join("register.csv"), format!("id;owner;parcel\n{many}")).unwrap();
    let full = ["--watch", "watch.csv", "--register", "register.csv", "--out", "/dev/full"];
    check_refused(folder.path(), &full, "/dev/full cannot be written: No space left on device");
    let output = screen(folder.path(), &["--watch", "watch.csv", "--register", "register.csv", "--out", "-"])
        .stdout(std::fs::File::options().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    // A file that may not grow beyond some blocks, as on a disk without room; what stood under the name stands there still.
    std::fs::write(folder.path().join("matches.csv"), "of yesterday").unwrap();
    let before = names(folder.path());
    let line = format!(
        "trap '' XFSZ; ulimit -f 64; exec {} screen {}",
        env!("CARGO_BIN_EXE_comity"),
        ALL.join(" ")
    );
    let output = Command::new("bash")
        .current_dir(folder.path())
        .args(["-c", &line])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("matches.csv cannot be written"), "{output:?}");
    assert_eq!(names(folder.path()), before);
    assert_eq!(std::fs::read_to_string(folder.path().join("matches.csv")).unwrap(), "of yesterday");
}
