//! `comity authorities`.

use crate::common::shell::{ask, json, refused, said};
use crate::common::{Folder, text};

#[test]
fn at_the_shell_it_is_entered_from_a_letter_listed_and_asked_again() {
    let folder = Folder::new();
    let data = folder.path();
    said(data, &["record", "init", "--exercise"]);
    let state = [
        "matter",
        "add",
        "state.named",
        "--matter",
        "state-xaa",
        "--effective",
        "unknown",
        "--about",
        "state:XAA",
        "--level",
        "public",
        "--set",
        "name_en=Exercise State XAA",
        "--set",
        "name_fr=Exercice",
        "--set",
        "un_name_en=Exercise State XAA",
        "--set",
        "un_name_fr=Exercice",
        "--set",
        "un_membership=member",
        "--from",
        "organ:registry",
        "--source",
        "Exercise file",
        "--officer",
        "Exercise Officer",
    ];
    said(data, &state);
    let add = [
        "authorities",
        "add",
        "--role",
        "central-authority",
        "--does",
        "receives",
        "--name-en",
        "Exercise Office",
        "--channel",
        "direct",
        "--email",
        "office@xaa.example",
        "--from",
        "2020-01-01",
        "--officer",
        "Exercise Officer",
    ];
    let letter = ["--letter", "Exercise note 1", "--dated", "2026-01-05"];
    let new = [&add[..], &["--state", "XAA"], &letter].concat();
    let line = said(data, &new);
    let authority = line.split(' ').next().unwrap();
    let listed = json(data, &["authorities", "list"]);
    assert_eq!(
        (&listed[0]["id"], &listed[0]["confirmed_on"]),
        (&authority.into(), &"2026-01-05".into())
    );
    assert_eq!(
        (&listed[0]["ask"], &listed[0]["level"]),
        (&"by-letter".into(), &"restricted".into())
    );
    let due = ask(data, &["authorities", "list", "--due"]);
    assert_eq!(due.status.code(), Some(1), "some are due");
    assert!(text(&due.stdout).contains("due for confirmation since 2026-07-05: ask the authority, by letter"));
    let today = json(data, &["outstanding"])["as_at"].as_str().unwrap().to_owned();
    let call = ["--letter", "Exercise call", "--dated", &today, "--officer", "Exercise Officer"];
    said(data, &[&["authorities", "confirm", authority], &call[..]].concat());
    said(data, &["authorities", "list", "--due"]);
    let another = [
        &add[..],
        &[
            "--authority",
            authority,
            "--mistake",
            "exercise: mistyped",
            "--telephone",
            "+999 00000",
        ],
        &letter,
    ]
    .concat();
    said(data, &another);
    let shown = json(data, &["authorities", "show", authority, "--as-at", "2021-01-01"]);
    assert_eq!(shown["telephone"], "+999 00000");
    let wrong = [
        &add[..],
        &["--state", "XAB", "--zone", "Nowhere"],
        &["--letter", "", "--dated", "2026-13-01"],
    ]
    .concat();
    for expected in [
        "state: it is not a State of this record; did you mean XAA?",
        "zone: \"Nowhere\" is no time zone",
        "letter: it is missing",
        "dated: ",
    ] {
        refused(data, &wrong, expected);
    }
    refused(
        data,
        &["authorities", "show", "authority-0"],
        "there is no authority \"authority-0\"",
    );
    // What is printed for others to read holds none of it.
    let public = said(data, &["state", "XAA", "--format", "json"]);
    assert!(!public.contains("Exercise Office"));
}
