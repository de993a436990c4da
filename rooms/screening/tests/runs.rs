//! A watch list against a register: what is written, in which order, and that neither threads nor pieces change it.
#![allow(clippy::unwrap_used, clippy::panic)]

use screening::run::{OutputForm, Progress, Run, RunError, Spill, Summary};
use screening::table::{Refusal, Table, read_watch_list};
use screening::{Language, Watched};
use std::io::{self, Cursor};
use std::num::NonZero;
use std::sync::atomic::Ordering;

fn table(text: &str) -> Table {
    Table::of_stream(Box::new(Cursor::new(text.as_bytes().to_vec())), None).unwrap()
}

fn watch(text: &str) -> Vec<Watched> {
    read_watch_list(table(text)).unwrap().watched
}

/// Some invented persons, none of whom is another.
const WATCH: &str = "id,name,aliases\nb,Ottokar Brandlwinter,\na,Ludmila Vexzhanskaya,Милена Штранц\nc,Quirin Ashgrovelet,\n";

/// The search of a register for them.
fn searched<'a>(register: &str, spill: Spill<'a>) -> Run<'a> {
    Run {
        watch: watch(WATCH),
        register: table(register),
        name_columns: &[],
        min_score: 0.7,
        top: None,
        jobs: NonZero::<usize>::MIN,
        form: OutputForm::Csv,
        language: Language::English,
        spill,
    }
}

fn run(register: &str, change: impl FnOnce(&mut Run)) -> (String, Vec<Refusal>, Result<Summary, RunError>) {
    let spill = || tempfile::tempfile();
    let mut run = searched(register, &spill);
    change(&mut run);
    let (mut out, mut refused) = (Vec::new(), Vec::new());
    let keep = |refusal: &Refusal| {
        refused.push(refusal.clone());
        Ok(())
    };
    let summary = run.start(&mut out, keep, &Progress::default());
    (String::from_utf8(out).unwrap(), refused, summary)
}

/// The first five cells of each row that was written.
fn cells(out: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().take(5).map(str::to_owned).collect())
        .collect()
}

const REGISTER: &str = "id,name,place\n\
    r1,Quirin Ashgrovelet,x\n\
    r2,L. Vexzhanskaya,x\n\
    r3,Nobody Atall,x\n\
    broken\n\
    r5,Милена Штранц,x\n\
    r6,\"Brandlwinter, Ottokar\",x\n\
    r7,Ludmila Vexzhanskaya,x\n";

#[test]
fn hits_come_in_the_order_of_the_watch_list_and_the_likelier_first() {
    let (out, refused, summary) = run(REGISTER, |_| ());
    assert_eq!(
        out.lines().next().unwrap(),
        "watch_id,register_id,row,matched_name,watch_name,score,explanation"
    );
    assert_eq!(
        cells(&out),
        [
            ["b", "r6", "6", "Brandlwinter, Ottokar", "Ottokar Brandlwinter"],
            ["a", "r5", "5", "Милена Штранц", "Милена Штранц"],
            ["a", "r7", "7", "Ludmila Vexzhanskaya", "Ludmila Vexzhanskaya"],
            ["a", "r2", "2", "L. Vexzhanskaya", "Ludmila Vexzhanskaya"],
            ["c", "r1", "1", "Quirin Ashgrovelet", "Quirin Ashgrovelet"],
        ]
    );
    assert_eq!(refused.iter().map(|refusal| refusal.line).collect::<Vec<_>>(), [5]);
    let summary = summary.unwrap();
    assert_eq!(
        (summary.rows, summary.matched, summary.refused, summary.hits, summary.persons),
        (6, 5, 1, 5, 3)
    );
    assert_eq!((summary.written_in, summary.names_from), ("UTF-8", vec!["name".to_owned()]));
}

#[test]
fn without_a_column_of_ids_the_number_of_the_row_is_the_id() {
    let (out, ..) = run("name\nNobody\nQuirin Ashgrovelet\n", |_| ());
    assert_eq!(cells(&out), [["c", "2", "2", "Quirin Ashgrovelet", "Quirin Ashgrovelet"]]);
}

#[test]
fn only_the_likeliest_are_written_where_so_many_are_asked_for() {
    let (out, _, summary) = run(REGISTER, |run| run.top = Some(1));
    let ids: Vec<String> = cells(&out).into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(ids, ["r6", "r5", "r1"]);
    assert_eq!(summary.unwrap().hits, 3);
}

#[test]
fn nothing_below_the_least_score_is_written_and_everything_from_it_on() {
    let (all, ..) = run(REGISTER, |run| run.min_score = 0.0);
    let score = |row: &csv::StringRecord| row[5].parse::<f32>().unwrap();
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(all.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    let mut scores: Vec<f32> = rows.iter().map(score).collect();
    scores.sort_by(f32::total_cmp);
    let middle = scores[scores.len() / 2];
    let (some, ..) = run(REGISTER, |run| run.min_score = middle);
    let expected: Vec<csv::StringRecord> = rows.into_iter().filter(|row| score(row) >= middle).collect();
    let found: Vec<csv::StringRecord> = csv::Reader::from_reader(some.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn somebody_who_stands_in_every_other_row_is_found_in_each() {
    let rows = (0..20_000).map(|row| {
        if row % 2 == 0 {
            "Ottokar Brandlwinter\n".to_owned()
        } else {
            format!("Somebody Else{row}\n")
        }
    });
    let (_, _, summary) = run(&format!("name\n{}", rows.collect::<String>()), |_| ());
    assert_eq!(summary.unwrap().hits, 10_000);
}

/// A register of so many rows with everybody of the watch list in it, under some spelling, and lines that are none.
fn long_register(rows: usize) -> String {
    let mut text = "id;name;note\n".to_owned();
    for row in 0..rows {
        text.push_str(&match row % 97 {
            0 => format!("{row};Ludmila Vexzhanskaya;x\n"),
            1 => format!("{row};\"Quirin\nAshgrovelet\";x\n"),
            2 => format!("{row};Otokar Brandlwinter\n"),
            3 => format!("{row};Otokar Brandlwinter;\"x\ny\"\n"),
            other => format!("{row};Somebody Else Number{other};x\n"),
        });
    }
    text
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let register = long_register(100_000);
    let (one, refused, summary) = run(&register, |_| ());
    assert!(cells(&one).len() > 2_000 && refused.len() > 1_000, "{summary:?}");
    for jobs in [2, 5] {
        let (out, refused_too, summary_too) = run(&register, |run| run.jobs = NonZero::new(jobs).unwrap());
        assert!(out == one, "{jobs} threads write something else");
        assert_eq!(
            (refused_too, summary_too.unwrap()),
            (refused.clone(), summary.as_ref().unwrap().clone())
        );
    }
}

#[test]
fn a_register_of_which_no_row_can_be_read_is_no_answer() {
    let (out, _, summary) = run("id,name\na\nb\n", |_| ());
    assert_eq!(out, "");
    let said = summary.unwrap_err().to_string();
    assert_eq!(
        said,
        "the register has 2 rows, of which not one could be read: line 2: fields: 1, and 2 in the header; check delimiter and encoding"
    );
    // But there may be no rows.
    let (out, _, summary) = run("id,name\n", |_| ());
    assert_eq!((out.lines().count(), summary.unwrap().rows), (1, 0));
}

#[test]
fn json_lines_say_the_same_as_csv() {
    let (csv, ..) = run(REGISTER, |_| ());
    let (json, ..) = run(REGISTER, |run| run.form = OutputForm::JsonLines);
    let columns = screening::run::COLUMNS;
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().map(Result::unwrap);
    for (row, line) in rows.zip(json.lines()) {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(object.as_object().unwrap().len(), columns.len());
        for (column, cell) in columns.iter().zip(&row) {
            let value = &object[*column];
            let same = value.as_str().map_or_else(
                || value.as_f64().unwrap() as f32 == cell.parse::<f32>().unwrap(),
                |text| text == cell,
            );
            assert!(same, "{column}: {value} and {cell}");
        }
    }
    assert_eq!(csv.lines().count(), json.lines().count() + 1);
}

#[test]
fn entities_of_followthemoney_tie_each_row_to_whom_it_may_concern() {
    let (out, ..) = run(REGISTER, |run| {
        run.form = OutputForm::FollowTheMoney;
        run.watch = watch("id,name,born_on,gender,kind,imo\na/1,Ludmila Vexzhanskaya,1970-05,f,,\nv,Star of Nowhere,,,vessel,9074729\n");
    });
    let entities: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |id: &str| {
        entities
            .iter()
            .find(|entity| entity["id"] == id)
            .unwrap_or_else(|| panic!("no {id} in {out}"))
    };
    assert_eq!(of("watch-a.2f1")["schema"], "Person");
    assert_eq!(of("watch-a.2f1")["properties"]["birthDate"][0], "1970-05");
    assert_eq!(of("watch-v")["properties"]["imoNumber"][0], "9074729");
    assert_eq!(of("row-7")["properties"]["name"][0], "Ludmila Vexzhanskaya");
    let likeness = of("similar-0-7");
    assert_eq!(likeness["schema"], "Similar");
    assert_eq!(
        (&likeness["properties"]["candidate"][0], &likeness["properties"]["match"][0]),
        (&"watch-a.2f1".into(), &"row-7".into())
    );
}

#[test]
fn what_cannot_be_written_is_an_error_and_ends_the_run() {
    let register = long_register(50_000);
    let spill = || tempfile::tempfile();
    let start = |out: &str, refuse: fn(&Refusal) -> io::Result<()>| {
        let run = Run {
            watch: watch(WATCH),
            register: table(&register),
            name_columns: &[],
            min_score: 0.7,
            top: None,
            jobs: NonZero::new(2).unwrap(),
            form: OutputForm::Csv,
            language: Language::French,
            spill: &spill,
        };
        let mut out = std::fs::File::options().write(true).open(out).unwrap();
        let progress = Progress::default();
        let error = run.start(&mut out, refuse, &progress).unwrap_err();
        (error, progress.rows.load(Ordering::Relaxed))
    };
    let (error, _) = start("/dev/full", |_| Ok(()));
    assert!(
        matches!(&error, RunError::Output(error) if error.kind() == io::ErrorKind::StorageFull),
        "{error}"
    );
    let (error, rows) = start("/dev/null", |_| Err(io::ErrorKind::StorageFull.into()));
    assert!(matches!(&error, RunError::Refusals(_)), "{error}");
    assert!(rows < 49_000, "nothing more is read once it is in vain: {rows}");
}

#[test]
fn how_far_a_run_is_goes_up_block_by_block_from_the_first_on() {
    let mut register = "id,name\n".to_owned();
    for row in 0..40_000 {
        let line = if row % 10_000 == 5_000 {
            "broken\n".to_owned()
        } else {
            format!("r{row},Somebody Else {row}\n")
        };
        register.push_str(&line);
    }
    let progress = Progress::default();
    let (mut seen, spill) = (Vec::new(), || tempfile::tempfile());
    let run = searched(&register, &spill);
    let refuse = |_: &Refusal| {
        seen.push(progress.done.load(Ordering::Relaxed));
        Ok(())
    };
    run.start(&mut Vec::new(), refuse, &progress).unwrap();
    let whole = register.len() as u64;
    assert_eq!(progress.done.load(Ordering::Relaxed), whole);
    assert_eq!(seen.first(), Some(&0));
    // The last of them stands in the last third, when at least half was searched before.
    assert!(
        seen.is_sorted() && seen[2] < whole / 2 + whole / 4 && seen[3] >= whole / 2,
        "{seen:?} of {whole}"
    );
}

#[test]
fn a_run_for_whose_end_nobody_waits_ends_before_its_time() {
    let register = long_register(50_000);
    let spill = || tempfile::tempfile();
    let progress = Progress::default();
    progress.stop.store(true, Ordering::Relaxed);
    let error = searched(&register, &spill)
        .start(&mut Vec::new(), |_| Ok(()), &progress)
        .unwrap_err();
    assert!(matches!(error, RunError::Stopped), "{error}");
    assert_eq!(progress.rows.load(Ordering::Relaxed), 0);
}

/// Somebody who goes as soon as the first hit comes, and reads its line to the end.
struct Gone<'a> {
    progress: &'a Progress,
    at_the_end: bool,
}

impl io::Write for Gone<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(!self.at_the_end, "nothing is written for whoever has gone");
        if bytes.windows(3).any(|part| part == b"Ott") {
            self.progress.stop.store(true, Ordering::Relaxed);
        }
        self.at_the_end = self.progress.stop.load(Ordering::Relaxed) && bytes.contains(&b'\n');
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_run_for_whose_end_nobody_waits_ends_while_its_hits_are_handed_on() {
    let register: String = (0..50).map(|row| format!("{row},Ottokar Brandlwinter\n")).collect();
    let spill = || tempfile::tempfile();
    let progress = Progress::default();
    let run = searched("id,name\n", &spill);
    let run = Run {
        register: table(&format!("id,name\n{register}")),
        ..run
    };
    let mut gone = Gone {
        progress: &progress,
        at_the_end: false,
    };
    let error = run.start(&mut gone, |_| Ok(()), &progress).unwrap_err();
    assert!(gone.at_the_end);
    assert!(matches!(error, RunError::Stopped), "{error}");
}

#[test]
fn a_name_that_stands_in_thousands_of_rows_is_found_in_each_of_them() {
    // Each row is another person's for all that is known: other second names, so that each counts for how common words are.
    let mut register = "id,name\n".to_owned();
    for row in 0..6_000 {
        let line = match row % 3 {
            0 => format!("r{row},Ottokar Brandlwinter\n"),
            1 => format!("r{row},\"Brandlwinter, Ottokar K{row}\"\n"),
            _ => format!("r{row},Somebody Else {row}\n"),
        };
        register.push_str(&line);
    }
    let (out, _, summary) = run(&register, |run| run.min_score = 0.0);
    assert_eq!(summary.unwrap().rows, 6_000);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let scores: Vec<f32> = (reader.records().map(Result::unwrap))
        .filter(|row| &row[0] == "b" && &row[3] == "Ottokar Brandlwinter")
        .map(|row| row[5].parse().unwrap())
        .collect();
    assert_eq!(scores.len(), 2_000);
    assert!(scores.iter().all(|score| *score >= 0.7), "{:?}", scores.first());
}
