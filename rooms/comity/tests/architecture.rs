//! The house as ARCHITECTURE.md describes it: which room may use which, what some rooms must not do,
//! and that the papers say what is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Each room, and the rooms that it may use. A new room or arrow is a decision about the house: it is
/// written here and into ARCHITECTURE.md.
const HOUSE: &[(&str, &[&str])] = &[
    ("law", &[]),
    ("record", &[]),
    ("access", &["record"]),
    ("screening", &[]),
    ("exchange", &["record"]),
    ("register", &["law", "record", "access", "screening", "exchange"]),
    ("store", &["record", "access", "register"]),
    ("identity", &["record", "access", "register"]),
    ("notify", &["register"]),
    ("reports", &["law", "register"]),
    (
        "web",
        &[
            "law",
            "record",
            "access",
            "screening",
            "exchange",
            "register",
            "store",
            "identity",
            "notify",
            "reports",
        ],
    ),
    (
        "comity",
        &[
            "law",
            "record",
            "access",
            "screening",
            "exchange",
            "register",
            "store",
            "identity",
            "notify",
            "reports",
            "web",
        ],
    ),
];

fn root() -> PathBuf {
    let room = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    room.join("../..").canonicalize().unwrap()
}

fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn manifest(path: impl AsRef<Path>) -> Table {
    text(path).parse().unwrap()
}

/// Names of the rooms that are there.
fn rooms() -> Vec<String> {
    let mut rooms: Vec<String> = std::fs::read_dir(root().join("rooms"))
        .unwrap()
        .map(|room| room.unwrap().file_name().into_string().unwrap())
        .collect();
    rooms.sort();
    rooms
}

/// Names of all crates that a manifest depends on, for whatever purpose and target.
fn dependencies(manifest: &Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (section, value) in manifest {
        match value {
            Value::Table(table) if section.ends_with("dependencies") => {
                for (name, given) in table {
                    let package = given.get("package").and_then(Value::as_str);
                    found.insert(package.unwrap_or(name).to_owned());
                }
            }
            Value::Table(targets) if section == "target" => {
                for target in targets.values().filter_map(Value::as_table) {
                    found.extend(dependencies(target));
                }
            }
            _ => {}
        }
    }
    found
}

/// What a room must not use, by the table of the house; `None` for a room that is not in it.
fn wrong_arrows(room: &str, uses: &BTreeSet<String>) -> Option<Vec<String>> {
    let (_, allowed) = HOUSE.iter().find(|(name, _)| *name == room)?;
    let ours = |name: &&String| HOUSE.iter().any(|(room, _)| room == name) || *name == "benches";
    Some(
        uses.iter()
            .filter(ours)
            .filter(|name| !allowed.contains(&name.as_str()))
            .cloned()
            .collect(),
    )
}

/// The source files of a room, with their text up to the tests inside them and without remarks.
fn sources(room: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for item in std::fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("rooms").join(room).join("src"), &mut files);
    let read = |path: PathBuf| {
        let whole = std::fs::read_to_string(&path).unwrap();
        let code = whole.split("#[cfg(test)]").next().unwrap_or_default();
        let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path, lines.join("\n"))
    };
    files.into_iter().map(read).collect()
}

/// Fails with every place in these rooms where one of these pieces of code stands.
fn nowhere(rooms: &[String], pieces: &[&str], why: &str) {
    nowhere_but(rooms, &[], pieces, why);
}

/// The same, but for what lies in these folders.
fn nowhere_but(rooms: &[String], folders: &[&str], pieces: &[&str], why: &str) {
    let mut found = Vec::new();
    for room in rooms {
        let kept = |path: &Path| !folders.iter().any(|folder| path.starts_with(root().join(folder)));
        for (path, code) in sources(room).into_iter().filter(|(path, _)| kept(path)) {
            for piece in pieces.iter().filter(|piece| code.contains(**piece)) {
                found.push(format!("{}: {piece}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

fn rooms_but(left_out: &[&str]) -> Vec<String> {
    rooms().into_iter().filter(|room| !left_out.contains(&room.as_str())).collect()
}

#[test]
fn no_room_uses_a_room_that_it_may_not_use() {
    for room in rooms() {
        let uses = dependencies(&manifest(format!("rooms/{room}/Cargo.toml")));
        match wrong_arrows(&room, &uses) {
            None => panic!("the room {room} is not in the table of the house; decide what it may use and write it there"),
            Some(wrong) => assert!(wrong.is_empty(), "the room {room} must not use {wrong:?}"),
        }
    }
}

#[test]
fn an_arrow_that_points_the_wrong_way_is_seen_wherever_a_manifest_can_hide_it() {
    for hidden in [
        "[dependencies]\nweb.workspace = true",
        "[dev-dependencies]\nweb = { path = \"../web\" }",
        "[build-dependencies.web]\npath = \"../web\"",
        "[dependencies]\npages = { package = \"web\", path = \"../web\" }",
        "[target.'cfg(unix)'.dependencies]\nweb.workspace = true",
    ] {
        let uses = dependencies(&hidden.parse().unwrap());
        assert_eq!(wrong_arrows("record", &uses), Some(vec!["web".to_owned()]), "{hidden}");
    }
    assert_eq!(wrong_arrows("cellar", &BTreeSet::new()), None);
}

#[test]
fn the_architecture_page_names_every_room_and_what_it_may_use() {
    let page = text("ARCHITECTURE.md");
    let there = rooms();
    let mut above: Vec<String> = Vec::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let Some(room) = cells[0].strip_prefix('`').and_then(|cell| cell.strip_suffix('`')) else {
            continue;
        };
        let Some((_, allowed)) = HOUSE.iter().find(|(name, _)| *name == room) else {
            continue;
        };
        let said: Vec<String> = match cells[2] {
            "nothing of ours" => Vec::new(),
            "all" | "all of the above" => above.clone(),
            rooms => rooms.split('`').skip(1).step_by(2).map(str::to_owned).collect(),
        };
        let allowed: BTreeSet<_> = allowed
            .iter()
            .map(|name| (*name).to_owned())
            .filter(|name| there.contains(name))
            .collect();
        assert_eq!(said.into_iter().collect::<BTreeSet<_>>(), allowed, "what the room {room} may use");
        above.push(room.to_owned());
    }
    above.sort();
    assert_eq!(
        above, there,
        "the rooms that ARCHITECTURE.md has a row for, and those that are there"
    );
    assert!(page.lines().count() <= 130, "ARCHITECTURE.md stays at two pages");
}

#[test]
fn every_test_that_the_architecture_page_names_exists() {
    let page = text("ARCHITECTURE.md");
    // Written `path/to/file.rs` `name_of_the_test`.
    let mut named = 0;
    for line in page.lines() {
        let ticked: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        for pair in ticked
            .windows(2)
            .filter(|pair| pair[0].ends_with(".rs") && !pair[1].contains(['.', '/']))
        {
            let function = format!("fn {}(", pair[1]);
            assert!(text(pair[0]).contains(&function), "{} has no test {}", pair[0], pair[1]);
            named += 1;
        }
    }
    assert!(named >= 10, "ARCHITECTURE.md names only {named} tests");
}

#[test]
fn every_crate_is_argued_for_and_no_other() {
    let listed: BTreeSet<String> = text("docs/dependencies.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .map(str::to_owned)
        .collect();
    let workspace = manifest("Cargo.toml");
    let used: BTreeSet<String> = workspace["workspace"]["dependencies"]
        .as_table()
        .unwrap()
        .iter()
        .filter(|(_, given)| given.get("path").is_none())
        .map(|(name, _)| name.clone())
        .collect();
    assert_eq!(listed, used, "docs/dependencies.md and [workspace.dependencies] differ");
}

#[test]
fn every_crate_of_the_workspace_is_used_by_a_room() {
    let mut used = dependencies(&manifest("benches/Cargo.toml"));
    for room in rooms() {
        used.extend(dependencies(&manifest(format!("rooms/{room}/Cargo.toml"))));
    }
    let workspace = manifest("Cargo.toml");
    let given = workspace["workspace"]["dependencies"].as_table().unwrap();
    let idle: Vec<&String> = given.keys().filter(|name| !used.contains(*name)).collect();
    assert!(idle.is_empty(), "nobody uses {idle:?}; take them out");
}

#[test]
fn crates_come_from_the_workspace_table_so_that_there_is_one_version_of_each() {
    for room in rooms() {
        let manifest = manifest(format!("rooms/{room}/Cargo.toml"));
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, given) in manifest.get(section).and_then(Value::as_table).into_iter().flatten() {
                let from_the_table = given.get("workspace").and_then(Value::as_bool) == Some(true);
                assert!(from_the_table, "rooms/{room}/Cargo.toml: write {name}.workspace = true");
            }
        }
    }
}

#[test]
fn no_sql_outside_the_store() {
    let others = rooms_but(&["store"]);
    for room in &others {
        let uses = dependencies(&manifest(format!("rooms/{room}/Cargo.toml")));
        let databases: Vec<_> = uses.iter().filter(|name| name.contains("sql")).collect();
        assert!(databases.is_empty(), "the room {room} must not use {databases:?}");
    }
    let sql = ["sqlx", "SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE"];
    nowhere(&others, &sql, "the database is read and written by the store alone");
}

#[test]
fn clock_and_chance_come_from_outside_the_rooms() {
    let others = rooms_but(&["comity"]);
    for room in &others {
        let manifest = manifest(format!("rooms/{room}/Cargo.toml"));
        let Some(uses) = manifest.get("dependencies").and_then(Value::as_table) else {
            continue;
        };
        let chance: Vec<_> = uses
            .keys()
            .filter(|name| ["getrandom", "rand", "fastrand", "uuid"].contains(&name.as_str()))
            .collect();
        assert!(chance.is_empty(), "the room {room} must not use {chance:?}");
    }
    let pieces = ["Timestamp::now(", "ZonedDateTime::now(", "SystemTime::now(", "getrandom"];
    nowhere(
        &others,
        &pieces,
        "the clock and the chance of the machine are asked in the room comity alone",
    );
}

#[test]
fn the_law_the_record_and_access_touch_nothing_outside() {
    let pure = ["law", "record", "access", "screening"];
    let pure: Vec<String> = rooms().into_iter().filter(|room| pure.contains(&room.as_str())).collect();
    let pieces = [
        "std::fs",
        "std::net",
        "std::time",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "tokio",
        "println!(",
        "eprintln!(",
    ];
    // Where screening reads tables and runs, streams are read and written that others opened; its kernel is pure.
    let streams = ["rooms/screening/src/table", "rooms/screening/src/run"];
    nowhere_but(&pure, &streams, &pieces, "these rooms are pure: texts in, answers out");
    let opens_nothing = [
        "std::net",
        "std::time",
        "std::env",
        "std::process",
        "tokio",
        "println!(",
        "File::open",
        "File::create",
    ];
    nowhere(&pure, &opens_nothing, "what these rooms read and write is handed in");
}

/// Where the tests of a room are one program, a file that this does not name would be left out without a word.
#[test]
fn no_file_of_tests_is_left_out_of_its_program() {
    for room in ["store", "comity"] {
        let folder = format!("rooms/{room}/tests");
        let (main, manifest) = (text(format!("{folder}/main.rs")), text(format!("rooms/{room}/Cargo.toml")));
        for file in std::fs::read_dir(root().join(&folder)).unwrap().map(|file| file.unwrap().path()) {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let is_root =
                file.is_dir() && file.join("main.rs").exists() || file.extension().is_some_and(|end| end == "rs") && name != "main";
            let named = main.lines().any(|line| line == format!("mod {name};")) || manifest.contains(&format!("name = \"{name}\""));
            assert!(named || !is_root, "{} is in no program of tests", file.display());
        }
    }
}
