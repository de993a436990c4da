//! Search over what one may see: names as they are heard, in any script, and the words of what the record says.

use crate::common;
use crate::common::{Folder, NOW, Still, house, pack, place, reading};
use access::Viewer;
use comity::house::House;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;
use register::names::{Heard, asked, matches};
use register::port::Store;
use register::reading::Reading;
use register::view::model::{Found, FoundBy, FoundPerson};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::Sort;

const TODAY: &str = "2026-11-25";

async fn search(house: &House, viewer: &Viewer, q: &str, as_at: &str) -> Found {
    house.register.search(viewer, &reading(as_at, false), q).await.unwrap()
}

async fn found(house: &House, q: &str) -> Found {
    search(house, &Viewer::public(), q, TODAY).await
}

fn persons(found: &Found) -> Vec<(&str, FoundBy)> {
    found.persons.iter().map(|person| (person.row.id.as_str(), person.by)).collect()
}

/// Names of the public record as they stand in newspapers and as people write what they heard.
const HEARD: [(&str, &str); 44] = [
    ("kadhafi", "mgaddafi"),
    ("Qaddafi", "mgaddafi"),
    ("Ghaddafi", "mgaddafi"),
    ("Kaddafi", "mgaddafi"),
    ("muamar kadafi", "mgaddafi"),
    ("Mouammar Kadhafi", "mgaddafi"),
    ("saif al islam kadhafi", "saif"),
    ("Senoussi", "senussi"),
    ("Sanoussi", "senussi"),
    ("Béchir", "albashir"),
    ("Omar el-Béchir", "albashir"),
    ("Baschir", "albashir"),
    ("Haroun", "harun"),
    ("ali kouchaib", "abdalrahman"),
    ("Abdurrahman", "abdalrahman"),
    ("Abdelrahman", "abdalrahman"),
    ("Hussain", "hussein"),
    ("Warfalli", "werfalli"),
    ("Werfali", "werfalli"),
    ("Ouerfelli", "werfalli"),
    ("el Kani", "alkani"),
    ("Nadschim", "njeem"),
    ("Nejim", "njeem"),
    ("Akhunzada", "akhundzada"),
    ("Achundsada", "akhundzada"),
    ("Hebatullah", "akhundzada"),
    ("Hakkani", "haqqani"),
    ("Poutine", "putin"),
    ("Wladimir Putin", "putin"),
    ("Choïgou", "shoigu"),
    ("Schoigu", "shoigu"),
    ("Guerassimov", "gerasimov"),
    ("Gerassimow", "gerasimov"),
    ("Lwowa-Belowa", "lvovabelova"),
    ("Kobilash", "kobylash"),
    ("Netanyahou", "netanyahu"),
    ("Netanjahu", "netanyahu"),
    ("Galant", "gallant"),
    ("Ongwin", "ongwen"),
    ("Kenyata", "kenyatta"),
    ("Mouthaura", "muthaura"),
    ("Doutertay", "duterte"),
    ("Ngaisona", "ngaissona"),
    ("Goutchmazov", "guchmazov"),
];

#[tokio::test]
async fn persons_are_found_as_they_are_heard() {
    let (_folder, _clock, house) = house().await;
    let (mut missed, mut others) = (Vec::new(), 0);
    for (heard, person) in HEARD {
        let found = found(&house, heard).await;
        let by_name: Vec<&str> = found
            .persons
            .iter()
            .filter(|p| p.by <= FoundBy::Sound)
            .map(|p| p.row.id.as_str())
            .collect();
        if !by_name.contains(&person) {
            missed.push((heard, by_name.join(" ")));
        }
        println!("{heard}: {by_name:?}");
        others += by_name.len().saturating_sub(1);
    }
    println!("{} of {} found, {others} others with them", HEARD.len() - missed.len(), HEARD.len());
    assert_eq!(missed, [], "not found as heard");
    assert!(others <= 20, "{others} others came with them");
}

#[tokio::test]
async fn a_name_is_found_in_any_script_whatever_the_record_writes() {
    let (_folder, _clock, house) = house().await;
    for (q, person, by) in [
        ("القذافي", "mgaddafi", FoundBy::Name),
        ("قذافي", "mgaddafi", FoundBy::Sound),
        ("Каддафи", "mgaddafi", FoundBy::Sound),
        ("קדאפי", "mgaddafi", FoundBy::Sound),
        ("Кони", "kony", FoundBy::Sound),
        ("كوني", "kony", FoundBy::Sound),
        ("Онгвен", "ongwen", FoundBy::Sound),
        ("გუჩმაზოვი", "guchmazov", FoundBy::Sound),
        ("شويغو", "shoigu", FoundBy::Sound),
        ("ネタニヤフ", "netanyahu", FoundBy::Sound),
        ("푸틴", "putin", FoundBy::Sound),
        // Composed and decomposed.
        ("Nga\u{ef}ssona", "ngaissona", FoundBy::Name),
        ("Ngai\u{308}ssona", "ngaissona", FoundBy::Name),
    ] {
        let found = found(&house, q).await;
        assert!(persons(&found).contains(&(person, by)), "{q}: {:?}", persons(&found));
    }
    let uganda = found(&house, "Уганда").await;
    let state = uganda.states.iter().find(|state| state.state.code == "UGA").expect("the State");
    assert_eq!((state.by, state.form.as_str()), (FoundBy::Sound, "Uganda"));
    assert!(uganda.situations.iter().any(|s| s.no == "ICC-02/04" && s.by == FoundBy::Sound));
}

#[tokio::test]
async fn what_is_written_so_stands_before_what_sounds_so_and_that_before_what_is_said() {
    let (_folder, _clock, house) = house().await;
    for q in ["gaddafi", "hussein", "mohammed", "ali", "said", "kenya", "libya"] {
        let found = found(&house, q).await;
        let place = |p: &FoundPerson| (p.by, Reverse(p.likeness), p.row.name.clone(), p.row.id.clone());
        let order: Vec<_> = found.persons.iter().map(place).collect();
        assert!(order.is_sorted(), "{q}: {order:?}");
    }
    let gaddafi = found(&house, "gaddafi").await;
    assert!(gaddafi.persons.iter().all(|p| p.by != FoundBy::Sound), "{:?}", persons(&gaddafi));
    assert_eq!(persons(&gaddafi).iter().filter(|(_, by)| *by == FoundBy::Name).count(), 2);
}

#[tokio::test]
async fn words_numbers_and_remarks_lead_to_persons_and_rows() {
    let (_folder, _clock, house) = house().await;
    let case = found(&house, "ICC-02/05-01/07").await;
    let by = |person: &str| case.persons.iter().find(|p| p.row.id == person).map(|p| (p.by, p.form.as_str()));
    assert_eq!(by("harun"), Some((FoundBy::Words, "ICC-02/05-01/07")));
    let (way, text) = by("abdalrahman").expect("his first warrant was in this case, a remark says");
    assert!(way == FoundBy::Words && text.contains("ICC-02/05-01/07 until severed"), "{text}");
    assert!(case.rows.iter().any(|row| row.id == "finding-sdn-2010-05-25"), "{:?}", case.rows);
    let document = found(&house, "ICC-02/05-01/07-57").await;
    assert_eq!(
        document.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
        ["finding-sdn-2010-05-25"]
    );
    let both = found(&house, "kony uganda").await;
    assert_eq!(persons(&both), [("kony", FoundBy::Words)], "a name and a word of what is said");
    let remark = found(&house, "amended 2005-09-27").await;
    assert!(persons(&remark).contains(&("kony", FoundBy::Words)), "{:?}", persons(&remark));
    let pledged = found(&house, "pledging ceremony").await;
    assert!(
        pledged
            .rows
            .iter()
            .any(|row| row.file == "pledges" && row.form.contains("pledging ceremony")),
        "{:?}",
        pledged.rows
    );
}

#[tokio::test]
async fn nothing_is_found_before_its_day() {
    let (_folder, _clock, house) = house().await;
    for (q, before, after) in [
        ("kadhafi", "2011-06-26", "2011-06-27"),
        // A remark is read from the day on which it was written, here that of the import.
        ("amended 2005-09-27", "2026-11-24", "2026-11-25"),
        ("ICC-02/05-01/07-57", "2010-05-24", "2010-05-25"),
    ] {
        let then = search(&house, &Viewer::public(), q, before).await;
        assert!(then.persons.is_empty() && then.rows.is_empty(), "{q} {before}: {then:?}");
        let then = search(&house, &Viewer::public(), q, after).await;
        assert!(!then.persons.is_empty() || !then.rows.is_empty(), "{q} {after}");
    }
}

#[tokio::test]
async fn where_nothing_is_found_names_are_told_that_begin_so() {
    let (_folder, _clock, house) = house().await;
    let near = found(&house, "guerassim").await;
    assert_eq!(persons(&near), [("gerasimov", FoundBy::Near)]);
    let nothing = found(&house, "xylophon").await;
    assert!(nothing.persons.is_empty() && nothing.rows.is_empty(), "{nothing:?}");
}

#[tokio::test]
async fn of_a_long_question_eight_words_are_read_and_the_others_are_said() {
    let (_folder, _clock, house) = house().await;
    let long = found(&house, "Ali Muhammad Ali Abd-Al-Rahman Ali Ali nobody else").await;
    assert!(persons(&long).contains(&("abdalrahman", FoundBy::Name)), "{:?}", persons(&long));
    assert_eq!(long.not_read, "nobody else");
    let short = found(&house, "Ali Muhammad Ali Abd-Al-Rahman Ali nobody").await;
    assert_eq!(
        persons(&short).first(),
        Some(&("abdalrahman", FoundBy::Sound)),
        "{:?}",
        persons(&short)
    );
    assert_eq!(short.not_read, "");
}

#[tokio::test]
async fn a_name_is_found_with_titles_other_words_and_letters_too_many_and_it_is_said_why() {
    let (_folder, _clock, house) = house().await;
    for (q, person, besides) in [
        ("Monsieur Omar Bashir", "albashir", "Monsieur"),
        ("General Bosco Ntagande", "ntaganda", "General"),
        ("Kadafy Seif", "saif", ""),
        ("Josef Konny", "kony", ""),
        ("内塔尼亚胡", "netanyahu", ""),
    ] {
        let found = found(&house, q).await;
        let first = found.persons.first().unwrap_or_else(|| panic!("{q} finds nobody"));
        assert_eq!(
            (first.row.id.as_str(), first.by),
            (person, FoundBy::Sound),
            "{q}: {:?}",
            persons(&found)
        );
        assert!(first.likeness >= Some(35), "{q}: {:?}", first.likeness);
        let alike = first.alike.as_ref().expect("the words that are alike");
        assert!(!alike.matched.is_empty(), "{q}");
        assert_eq!(alike.besides.join(" "), besides, "{q}");
    }
    // Words of which none is like a name lead to nobody, whatever they have in common with one by chance.
    let nobody = found(&house, "Marguerite Tannenbaum").await;
    assert!(nobody.persons.is_empty(), "{:?}", persons(&nobody));
}

fn draft(id: u8, matter: &str, kind: &str, effective: &str, about: Vec<Subject>, body: Object) -> Draft {
    Draft {
        id: EntryId::from_bytes([id; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise-officer".into()),
        on_behalf_of: None,
        audience: Audience::of(
            Level::UnderSeal,
            Reader::Organ(Organ::Registry),
            [Reader::Organ(Organ::Registry), Reader::Organ(Organ::Chambers)],
        ),
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about,
        attachments: vec![],
        body,
    }
}

#[tokio::test]
async fn a_sealed_name_is_found_by_its_sound_by_those_who_may_know_it_and_changes_nothing_for_the_public() {
    let folder = Folder::new();
    let house = House::open_bare(place(folder.path()), Sort::Exercise, Still::at(NOW))
        .await
        .unwrap();
    house.register.import(&Viewer::operator(), &pack()).await.unwrap();
    // A made name that sounds like public ones in part, and like nobody as a whole.
    let questions = [
        "Ekzersis",
        "Eksercise",
        "Экзерсис Друг",
        "exerc",
        "kadhafi",
        "Gaddafi",
        "kony",
        "Exercise remark",
        "hidden kony",
    ];
    let answers = async |viewer: &Viewer| {
        let mut said = BTreeMap::new();
        for q in questions {
            said.insert(q, serde_json::to_string(&search(&house, viewer, q, TODAY).await).unwrap());
        }
        said
    };
    let before = answers(&Viewer::public()).await;
    let person = |key: &str| Subject::Person(key.into());
    let about = vec![person("exercise-0002"), Subject::Situation("exercise-01/26".into())];
    let name = Object::new().text("name", "Exercise Droug");
    let kony = newest_entry(&house, "kony-1").await;
    let drafts = vec![
        draft(
            1,
            "person-exercise-0002",
            kinds::PERSON_NAMED,
            "unknown",
            vec![person("exercise-0002")],
            name,
        ),
        draft(
            2,
            "exercise-0002-1",
            kinds::WARRANT_ISSUED,
            "2026-02-01",
            about,
            Object::new().text("situation", "Exercise A"),
        ),
        draft(
            3,
            "kony-1",
            kinds::REMARK,
            "unknown",
            vec![person("kony"), Subject::Entry(kony)],
            Object::new().text("text", "Exercise remark, hidden."),
        ),
    ];
    house.store.append(&Viewer::operator(), drafts, false).await.unwrap();
    assert_eq!(
        answers(&Viewer::public()).await,
        before,
        "the public finds what it found, byte for byte"
    );
    for q in ["Ekzersis", "Экзерсис Друг", "Eksercise"] {
        let found = search(&house, &Viewer::operator(), q, TODAY).await;
        assert!(
            persons(&found).contains(&("exercise-0002", FoundBy::Sound)),
            "{q}: {:?}",
            persons(&found)
        );
    }
    let found = search(&house, &Viewer::operator(), "hidden kony", TODAY).await;
    assert!(persons(&found).contains(&("kony", FoundBy::Words)), "{:?}", persons(&found));
    // Read by folding an older record, it is the same.
    let reading = Reading::new(Some(TODAY), Some(TODAY), false, TODAY.parse().unwrap()).unwrap();
    let folded = house.register.search(&Viewer::operator(), &reading, "Ekzersis").await.unwrap();
    assert_eq!(
        persons(&folded),
        persons(&search(&house, &Viewer::operator(), "Ekzersis", TODAY).await)
    );
}

async fn newest_entry(house: &House, matter: &str) -> EntryId {
    common::newest(&house.register, matter, kinds::WARRANT_ISSUED)
        .await
        .entry
        .id
        .clone()
}

/// The scripts of letters in which a name is written.
fn script(name: &str) -> &'static str {
    match name.chars().find(|c| c.is_alphabetic()) {
        Some('\u{400}'..='\u{4ff}') => "Cyrillic",
        Some('\u{590}'..='\u{5ff}') => "Hebrew",
        Some('\u{600}'..='\u{6ff}') => "Arabic",
        _ => "Latin",
    }
}

/// The forms of the names of each person of the public record, the name first.
fn names_of_the_record() -> BTreeMap<String, Vec<String>> {
    let file = pack().into_iter().find(|file| file.name == "persons.csv").unwrap();
    let mut reader = csv::Reader::from_reader(file.bytes.as_slice());
    let forms = reader.records().map(Result::unwrap).map(|row| {
        let names = std::iter::once(&row[1])
            .chain(row[2].split(';'))
            .map(str::trim)
            .filter(|name| !name.is_empty());
        (row[0].to_owned(), names.map(str::to_owned).collect())
    });
    forms.collect()
}

/// Each form in one script, among all persons as they are written in another. Of Latin forms, some have no other form
/// in Arabic: nicknames, and names longer than the one that is there.
#[test]
fn names_of_the_record_are_found_across_its_scripts() {
    let forms = names_of_the_record();
    let across = |from: &str, to: &str| {
        let (mut all, mut found, mut others) = (0, 0, 0);
        let has = |names: &[String], wanted: &str| names.iter().any(|name| script(name) == wanted);
        for (person, names) in forms.iter().filter(|(_, names)| has(names, from) && has(names, to)) {
            for name in names.iter().filter(|name| script(name) == from) {
                let heard = Heard::new(name);
                let answers = |names: &[String]| names.iter().any(|name| script(name) == to && heard.matches(name));
                all += 1;
                found += usize::from(answers(names));
                others += forms.iter().filter(|(other, names)| *other != person && answers(names)).count();
            }
        }
        println!("{from} to {to}: {found} of {all} found, {others} others with them");
        (all, found, others)
    };
    assert_eq!(across("Arabic", "Latin"), (20, 20, 0));
    assert_eq!(across("Latin", "Arabic"), (29, 24, 1));
    assert_eq!(across("Cyrillic", "Latin"), (8, 8, 0));
    assert_eq!(across("Latin", "Cyrillic"), (8, 8, 0));
    assert_eq!(across("Hebrew", "Latin"), (2, 2, 0));
    assert_eq!(across("Latin", "Hebrew"), (2, 2, 0));
}

/// How many others come with one whose name they do not bear: by the last word of each person's name, and by the name
/// of each State.
#[test]
fn few_others_come_with_a_name_by_its_sound() {
    let others = |of: &str, words: Vec<(&str, usize)>, all: &[Vec<String>]| {
        let (mut alone, mut others) = (0, 0);
        for (name, own) in &words {
            let (tokens, heard) = (asked(name), Heard::new(name));
            let answers = |name: &String| heard.matches(name) && !matches(name, &tokens);
            let came = all
                .iter()
                .enumerate()
                .filter(|(place, names)| place != own && names.iter().any(answers))
                .count();
            alone += usize::from(came == 0);
            others += came;
        }
        println!("{of}: {} asked, {alone} alone, {others} others in all", words.len());
        (words.len(), alone, others)
    };
    let persons: Vec<Vec<String>> = names_of_the_record().into_values().collect();
    let words = persons
        .iter()
        .enumerate()
        .map(|(place, names)| (names[0].rsplit([' ', '-']).next().unwrap(), place));
    let (asked, alone, came) = others("last words of persons", words.collect(), &persons);
    assert!(asked >= 74 && alone * 100 >= asked * 80 && came <= 30, "{asked} {alone} {came}");
    let file = pack().into_iter().find(|file| file.name == "states.csv").unwrap();
    let rows = csv::Reader::from_reader(file.bytes.as_slice()).into_records();
    let states: Vec<Vec<String>> = rows.map(|row| vec![row.unwrap()[3].to_owned()]).collect();
    let words = states.iter().enumerate().map(|(place, names)| (names[0].as_str(), place));
    let (asked, alone, came) = others("States", words.collect(), &states);
    assert!(asked >= 196 && alone * 100 >= asked * 85 && came <= 60, "{asked} {alone} {came}");
}
