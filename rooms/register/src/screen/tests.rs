//! What is not searched, and why.

#![allow(clippy::unwrap_used)]

use super::*;
use screening::Language;
use std::sync::atomic::Ordering;

const REGISTER: &str = "id,name\n1,Exercise Person Two\n";

fn watching(whom: Whom, typed: Typed) -> Watching {
    let options = Options::read(typed, Language::English).unwrap();
    Watching { whom, options }
}

fn of_list(list: &str) -> Watching {
    watching(Whom::List(list.as_bytes().to_vec()), Typed::default())
}

fn searched(watching: Watching, register: &str) -> Result<Found, ScreenError> {
    watching.search(register.as_bytes().to_vec(), &Progress::default())
}

#[test]
fn a_list_of_more_names_than_are_looked_for_is_refused_whether_they_are_names_or_other_names() {
    let many: String = (0..=MOST_NAMES).map(|number| format!("{number},Exercise\n")).collect();
    let others = "Exercise;".repeat(MOST_NAMES);
    for list in [format!("id,name\n{many}"), format!("id,name,aliases\n1,Exercise,{others}\n")] {
        let refused = searched(of_list(&list), REGISTER).unwrap_err();
        assert!(
            matches!(refused, ScreenError::TooManyNames { names } if names == MOST_NAMES + 1),
            "{refused:?}"
        );
    }
    let as_many: String = (0..MOST_NAMES).map(|number| format!("{number},Exercise\n")).collect();
    assert!(searched(of_list(&format!("id,name\n{as_many}")), REGISTER).is_ok());
}

#[test]
fn where_more_is_found_than_is_answered_nothing_is_answered_in_part() {
    let rows: String = (0..20_000).map(|number| format!("{number},Exercise Person Two\n")).collect();
    let register = format!("id,name\n{rows}");
    let refused = searched(of_list("id,name\n1,Exercise Person Two\n"), &register).unwrap_err();
    assert!(matches!(refused, ScreenError::TooMuchFound), "{refused:?}");
    let top = Typed {
        top: "5",
        ..Typed::default()
    };
    let few = watching(Whom::List(b"id,name\n1,Exercise Person Two\n".to_vec()), top);
    assert_eq!(searched(few, &register).unwrap().hits.len(), 5);
}

#[test]
fn whoever_does_not_wait_any_longer_is_searched_for_no_further() {
    let progress = Progress::default();
    progress.stop.store(true, Ordering::Relaxed);
    let ended = of_list("id,name\n1,Exercise Person Two\n").search(REGISTER.as_bytes().to_vec(), &progress);
    assert!(matches!(ended, Err(ScreenError::Stopped)), "{ended:?}");
    assert_eq!(progress.rows.load(Ordering::Relaxed), 0);
}

#[test]
fn parquet_is_not_unpacked_in_memory() {
    let refused = searched(of_list("PAR1 and then nothing"), REGISTER).unwrap_err();
    assert!(matches!(refused, ScreenError::Parquet(Given::Watch)), "{refused:?}");
    let refused = searched(of_list("id,name\n1,Exercise\n"), "PAR1 and then nothing").unwrap_err();
    assert!(matches!(refused, ScreenError::Parquet(Given::Register)), "{refused:?}");
}

#[test]
fn the_files_hold_what_a_search_for_what_is_public_finds_though_more_is_known() {
    let person = |id: &str, names: [&str; 2]| Watched {
        id: id.to_owned(),
        name: names[0].to_owned(),
        aliases: names[1..]
            .iter()
            .filter(|name| !name.is_empty())
            .map(|name| (*name).to_owned())
            .collect(),
        ..Watched::default()
    };
    let public = vec![person("one", ["Exercise Person Two", ""])];
    // What is known besides makes the words of the public name common, and knows the person by another name.
    let mut known = vec![person("one", ["Exercise Person Two", "Sealed Alias"])];
    known.extend((0..3_000).map(|number| person(&format!("sealed-{number}"), ["Exercise Person", ""])));
    let register = "id,name\n1,Exercise Person Twoo\n2,Sealed Alias\n3,Exercise Person\n";
    let search = |known: &[Watched]| {
        let whom = Whom::Persons {
            known: known.to_vec(),
            public: public.clone(),
        };
        searched(watching(whom, Typed::default()), register).unwrap().at_public()
    };
    let (of_all, of_public) = (search(&known), search(&public));
    assert_eq!(of_all.csv, of_public.csv);
    assert_eq!(of_all.json_lines, of_public.json_lines);
    assert_eq!(of_public.left_out, 0);
    let at = |found: &Screened| -> Vec<(String, u64)> { found.hits.iter().map(|hit| (hit.watch_id.clone(), hit.row)).collect() };
    let in_files = at(&of_public);
    let left_out = at(&of_all).iter().filter(|at| !in_files.contains(at)).count();
    assert_eq!(of_all.left_out, left_out);
    assert!(of_all.left_out > 3_000, "all who are sealed, and who is found by a sealed name");
    assert!(of_all.hits.iter().any(|hit| hit.watch_name == "Sealed Alias"), "{:?}", of_all.hits);
    assert_ne!(of_all.hits.iter().find(|hit| hit.row == 1).unwrap().score, of_public.hits[0].score);
}

impl Found {
    /// The answer as if all of it were public.
    fn at_public(self) -> Screened {
        let levels = self.hits.iter().map(|hit| (hit.watch_id.clone(), hit.level)).collect();
        self.at(&levels)
    }
}
