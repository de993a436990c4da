#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use jiff::civil::date;
use register::view::model::{Asked, Checkpoint, Holds, TableColumn};
use std::io::Read;

/// A register with one table, in which every sort of cell stands.
fn whole(rows: Vec<Vec<Option<String>>>) -> Whole {
    let column = |name, holds| TableColumn {
        name,
        key: name == "instrument_id",
        holds,
    };
    let columns = vec![
        column("instrument_id", Holds::Text),
        column("on", Holds::Day),
        column("years", Holds::Number),
        column("about", Holds::Yes),
        column("note", Holds::Text),
    ];
    let table = |file, rows| Table {
        file,
        columns: columns.clone(),
        rows,
    };
    Whole {
        asked: Asked {
            as_at: date(2013, 10, 2),
            known_on: date(2026, 11, 25),
            hindsight: false,
            exercise: true,
        },
        edition: None,
        complete_until: None,
        checkpoint: Checkpoint {
            mark: "2026-11-25T12:00:00Z".parse().unwrap(),
            text: "exercise\n1\nAAAA\n".into(),
        },
        facts: table("facts.csv", Vec::new()),
        tables: vec![table("milestones.csv", rows)],
    }
}

fn row(cells: [&str; 5]) -> Vec<Option<String>> {
    cells.map(|cell| Some(cell.to_owned()).filter(|cell| !cell.is_empty())).to_vec()
}

/// A member of a ZIP, read from the front.
fn member(mut zip: &[u8], wanted: &str) -> Vec<u8> {
    while zip.starts_with(b"PK\x03\x04") {
        let number = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
        let name_end = 30 + usize::from(zip[26]);
        let bytes = &zip[name_end..name_end + number(18)];
        if &zip[30..name_end] == wanted.as_bytes() {
            let mut out = Vec::new();
            flate2::read::DeflateDecoder::new(bytes).read_to_end(&mut out).unwrap();
            return out;
        }
        zip = &zip[name_end + number(18)..];
    }
    panic!("{wanted} is not in the archive")
}

#[test]
fn a_table_is_csv_that_spreadsheets_read() {
    let hostile = row(["exercise-1", "2010-06", "12", "yes", "he said \"no\", then\nyes; Ngaïssona"]);
    let archive = archive(&whole(vec![hostile, row(["exercise-2", "", "", "", ""])]), Form::Csv).unwrap();
    let text = String::from_utf8(member(&archive, "register/milestones.csv")).unwrap();
    assert_eq!(
        text,
        "\u{feff}instrument_id,on,years,about,note\r\nexercise-1,2010-06,12,yes,\"he said \"\"no\"\", then\nyes; Ngaïssona\"\r\nexercise-2,,,,\r\n"
    );
}

#[test]
fn parquet_is_written_as_the_format_says() {
    let rows = vec![
        row(["exercise-1", "2010-06", "12", "yes", "Ngaïssona"]),
        row(["exercise-2", "", "", "", ""]),
    ];
    let archive = archive(&whole(rows), Form::Parquet).unwrap();
    let bytes = member(&archive, "register/milestones.parquet");
    assert_eq!((&bytes[..4], &bytes[bytes.len() - 4..]), (b"PAR1".as_slice(), b"PAR1".as_slice()));
    let footer = u32::from_le_bytes(bytes[bytes.len() - 8..bytes.len() - 4].try_into().unwrap()) as usize;
    assert!(footer < bytes.len());
    let holds = |piece: &[u8]| bytes.windows(piece.len()).any(|window| window == piece);
    // Levels: 2 bytes, a run of one group of eight, of which the first of two rows has a value. Then the values.
    let levels = [2, 0, 0, 0, 3, 1];
    let days: i32 = date(1970, 1, 1).until((jiff::Unit::Day, date(2010, 6, 30))).unwrap().get_days();
    for value in [
        12i64.to_le_bytes().to_vec(),
        days.to_le_bytes().to_vec(),
        vec![1],
        [10u32.to_le_bytes().as_slice(), "Ngaïssona".as_bytes()].concat(),
    ] {
        assert!(holds(&[levels.as_slice(), &value].concat()), "{value:?}");
    }
    for name in ["on", "on_last", "years"] {
        assert!(holds(name.as_bytes()), "{name}");
    }
}

#[test]
fn an_archive_says_what_it_is_in_both_languages_and_to_programs() {
    let whole = whole(Vec::new());
    let csv = archive(&whole, Form::Csv).unwrap();
    assert_eq!(csv, archive(&whole, Form::Csv).unwrap(), "the same view has the same bytes");
    let readme = String::from_utf8(member(&csv, "README.txt")).unwrap();
    for words in [
        "COMITY: EXERCISE REGISTER\nAs at 2013-10-02, as public then, known on 2026-11-25\n",
        "COMITY : REGISTRE D’EXERCICE\nAu 2013-10-02, tel que public ce jour-là, connu le 2026-11-25\n",
        "checkpoint of 2026-11-25T12:00:00Z",
    ] {
        assert!(readme.contains(words), "{words}: {readme}");
    }
    let package: serde_json::Value = serde_json::from_slice(&member(&csv, "datapackage.json")).unwrap();
    assert_eq!(package["title"], "EXERCISE: the whole public register as at 2013-10-02");
    let on = &package["resources"][0]["schema"]["fields"][1];
    assert_eq!((&on["name"], &on["type"]), (&"on".into(), &"string".into()));
    assert_eq!(on["description"], "When it happened");
    assert_eq!(file_name(&whole, Form::Parquet), "comity-exercise-register-parquet-2013-10-02.zip");
    assert_eq!(member(&csv, "checkpoint.txt"), whole.checkpoint.text.as_bytes());
}
