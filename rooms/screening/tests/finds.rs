//! Whom a row is taken for, and whom it is not. The persons are those of the public record.

#![allow(clippy::unwrap_used)]

mod support;

use screening::{Born, Commonness, Gender, Hit, Kind, Row, Scratch, Screen, Watched};
use support::{likely, person, row, score, screen, unlikely};

#[test]
fn a_name_in_another_script_is_likely() {
    likely(&[
        ("Omar Hassan Ahmad Al Bashir", "عمر حسن أحمد البشير"),
        ("Bahar Idriss Abu Garda", "بحر إدريس أبو قردة"),
        ("Abdel Raheem Muhammad Hussein", "عبد الرحيم محمد حسين"),
        ("Saif Al-Islam Gaddafi", "سيف الإسلام القذافي"),
        ("Vladimir Vladimirovich Putin", "Владимир Владимирович Путин"),
        ("Maria Alekseyevna Lvova-Belova", "Мария Алексеевна Львова-Белова"),
        ("Benjamin Netanyahu", "בנימין נתניהו"),
        ("Yoav Gallant", "יואב גלנט"),
        ("Haibatullah Akhundzada", "هبت الله اخوندزاده"),
        ("Rodrigo Duterte", "로드리고 두테르테"),
        ("Rodrigo Duterte", "ロドリゴ・ドゥテルテ"),
        ("Rodrigo Duterte", "羅德里戈·杜特爾特"),
        ("Dominic Ongwen", "დომინიკ ონგვენი"),
        ("Omar al-Bashir", "ओमर अल-बशीर"),
    ]);
}

#[test]
fn another_romanisation_is_likely() {
    likely(&[
        ("Saif Al-Islam Gaddafi", "Seif al-Islam Kadhafi"),
        ("Sergei Shoigu", "Sergueï Choïgou"),
        ("Sergei Shoigu", "Sergej Schoigu"),
        ("Omar Hassan al-Bashir", "Omer Hasan el-Beşir"),
        ("Abdullah Al-Senussi", "Abdallah el-Sanousi"),
        ("Mikhail Mindzaev", "Michail Mindsajew"),
    ]);
}

#[test]
fn what_is_written_or_left_out_at_will_changes_little() {
    likely(&[
        ("Thomas Lubanga Dyilo", "LUBANGA DYILO, Thomas"),
        ("Thomas Lubanga Dyilo", "Thomas Lubanga"),
        ("Jean-Pierre Bemba Gombo", "JeanPierre Bemba"),
        ("Jean-Pierre Bemba Gombo", "Gen. Jean Pierre BEMBA-GOMBO"),
        ("Vladimir Vladimirovich Putin", "V. V. Putin"),
        ("Ronald dela Rosa", "Ronald de la Rosa"),
        ("Abd-Al-Rahman Ali", "Abdelrahman Ali"),
        ("Dominic Ongwen", "Mr Dominic ONGWEN"),
        ("Patrice-Edouard Ngaïssona", "Patrice Edouard Ngaissona"),
        ("Charles Blé Goudé", "BLE GOUDE Charles"),
    ]);
}

#[test]
fn a_slip_of_the_keyboard_or_the_ear_is_likely() {
    likely(&[
        ("Bosco Ntaganda", "Bosco Ntagnada"),
        ("Germain Katanga", "Jermain Katanga"),
        ("Callixte Mbarushimana", "Calixte Mbarusimana"),
        ("Sylvestre Mudacumura", "Silvestre Mudakumura"),
        ("Laurent Gbagbo", "Lauren Gbabgo"),
    ]);
}

#[test]
fn another_given_name_or_another_patronymic_is_unlikely() {
    unlikely(&[
        ("Simone Gbagbo", "Laurent Gbagbo"),
        ("Vladimir Vladimirovich Putin", "Vladimir Spiridonovich Putin"),
        ("Abdallah Banda", "Hastings Banda"),
        ("Viktor Sokolov", "Valery Sokolov"),
        ("Mohammed Hussein Ali", "Mohammed Hussein Deif"),
    ]);
}

#[test]
fn one_word_of_several_is_unlikely() {
    unlikely(&[
        ("Joseph Kony", "Joseph"),
        ("Saleh Mohammed Jerbo Jamus", "Mohammed"),
        ("Paul Gicheru", "Paul Tergat"),
    ]);
}

#[test]
fn a_word_parted_in_the_row_is_as_good_as_whole() {
    for (watched, name) in [("Akhundzada", "Akhund Zada"), ("Haibatullah Akhundzada", "Haibatullah Akhund Zada")] {
        let screen = screen(vec![person(watched)]);
        let (whole, parted) = (score(&screen, watched), score(&screen, name));
        assert!((whole - parted).abs() < 0.05, "{name}: {parted:.2} instead of {whole:.2}");
    }
}

#[test]
fn a_title_instead_of_a_particle_hides_no_name() {
    for (watched, name) in [
        ("el Haibatullah", "van Haibatullah"),
        ("von Smith", "Dr Smith"),
        ("Haji Lubanga", "General Lubanga"),
    ] {
        let score = score(&screen(vec![person(watched)]), name);
        assert!(score > 0.55, "{watched} | {name}: {score:.2}");
    }
}

#[test]
fn one_word_in_common_is_not_held_to_be_all_before_the_others_were_looked_at() {
    // The second word shares no sounds with the first by which it would be looked up, or is parted.
    for (watched, name, least) in [
        ("Garza Amherst", "جارزا أمهيرست", 0.7),
        ("Işın Akçay", "Işın Ak Çay", 0.7),
        ("Maria Ivanova", "Мария Бехтер", 0.0),
    ] {
        let mut hits = Vec::new();
        screen(vec![person(watched)]).find(&row(&[name]), least, &mut Scratch::new(), &mut hits);
        assert_eq!(hits.len(), 1, "{watched} | {name} from {least}");
    }
}

#[test]
fn two_words_that_are_nearly_one_word_of_a_longer_name_are_unlikely() {
    unlikely(&[
        ("Bran Dlym", "Ottokar Brandl"),
        ("Ottokar Brandl", "Bran Dlym"),
        ("Qui Rinn", "Ludmila Quirin"),
    ]);
    likely(&[("Quirin Brandl", "Quirinbrandl"), ("Quirin Brand Winter", "Brandwinter, Quirin")]);
}

#[test]
fn a_syllable_that_differs_is_another_chinese_or_korean_name() {
    unlikely(&[("习近平", "习远平"), ("김정은", "김정철")]);
    likely(&[("习近平", "Xi Jinping"), ("김정은", "Kim Jong-un")]);
}

#[test]
fn a_rare_word_in_common_says_more_than_a_common_one() {
    let mut common = Commonness::new();
    for _ in 0..5_000 {
        common.learn("Mohammed Ali");
    }
    let of = |watched: &str, name: &str| score(&Screen::new(vec![person(watched)], &common), name);
    assert!(of("Katanga Mohammed Ali", "Katanga Ali") > of("Katanga Mohammed Ali", "Mohammed Ali"));
}

#[test]
fn the_alias_that_matches_best_is_named() {
    let watched = Watched {
        aliases: vec!["Simba".into(), "Germain Katanga".into()],
        ..person("Somebody Else")
    };
    let screen = screen(vec![person("Bosco Ntaganda"), watched]);
    let mut hits = Vec::new();
    screen.find(&row(&["", "Katanga Germain"]), 0.7, &mut Scratch::new(), &mut hits);
    let [
        Hit {
            watched: 1,
            watch_name: 2,
            row_name: 1,
            score,
        },
    ] = hits[..]
    else {
        unreachable!("{hits:?}")
    };
    assert!(score > 0.9);
}

#[test]
fn the_number_of_a_vessel_tells_it_under_any_name() {
    let vessel = |name: &str| Watched {
        kind: Kind::Entity,
        ..person(name)
    };
    let screen = screen(vec![vessel("IMO 9074729"), vessel("First Name IMO 9175717")]);
    for (name, expected) in [("MV Another Name, IMO 9074729", 0), ("Another Name (IMO 9175717)", 1)] {
        let mut hits = Vec::new();
        screen.find(&row(&[name]), 0.7, &mut Scratch::new(), &mut hits);
        assert_eq!(hits.iter().map(|hit| hit.watched).collect::<Vec<_>>(), [expected], "{name}");
    }
    unlikely(&[
        ("First Name IMO 9175717", "Another Name IMO 9074729"),
        ("Company 12", "Enterprise 12"),
    ]);
}

#[test]
fn the_date_of_birth_the_nationality_and_the_gender_raise_or_lower_the_score() {
    let watched = Watched {
        born_on: Born::read("1961-09-18"),
        nationality: vec!["UGA".into()],
        gender: Some(Gender::Male),
        ..person("Joseph Kony")
    };
    let screen = screen(vec![watched]);
    let of = |born_on: Option<&str>, nationality: Option<&str>, gender: Option<&str>| {
        let mut hits = Vec::new();
        let row = Row {
            names: &["Josef Koni"],
            born_on,
            nationality,
            gender,
        };
        screen.find(&row, 0.0, &mut Scratch::new(), &mut hits);
        hits[0].score
    };
    let names_alone = of(None, None, None);
    assert!(names_alone >= 0.7);
    assert!(of(Some("18/09/1961"), None, None) > of(Some("1961"), None, None));
    assert!(of(Some("1961"), None, None) > names_alone);
    assert!(of(Some("1992-01-14"), None, None) < 0.7);
    assert!(of(None, Some("uga; ssd"), None) > names_alone);
    assert!(of(None, Some("FRA"), None) < names_alone);
    assert_eq!(
        of(None, Some("Uganda"), None),
        names_alone,
        "a name and a code cannot be told to differ"
    );
    assert!(of(None, None, Some("F")) < names_alone);
    assert_eq!(of(Some("unknown"), Some(""), Some("-")), names_alone);
}

#[test]
fn what_was_searched_before_makes_no_difference() {
    let screen = screen(vec![person("Bosco Ntaganda"), person("Germain Katanga"), person("Joseph Kony")]);
    let rows = ["Bosco Ntagnada", "Katanga, G.", "Жозеф Кони", "nobody", "Joseph Katanga", ""];
    let alone = |name: &str| {
        let mut hits = Vec::new();
        screen.find(&row(&[name]), 0.1, &mut Scratch::new(), &mut hits);
        hits
    };
    let mut scratch = Scratch::new();
    for name in rows.iter().chain(rows.iter().rev()) {
        let mut hits = Vec::new();
        screen.find(&row(&[name]), 0.1, &mut scratch, &mut hits);
        assert_eq!(hits, alone(name), "{name}");
    }
}

#[test]
fn the_least_score_that_is_asked_for_changes_no_score_above_it() {
    let given = [
        "Maria",
        "Мария",
        "ماريا",
        "Marie",
        "Abd al-Rahman",
        "Abdulrahman",
        "عبد الرحمن",
        "Lee",
        "李",
        "J.",
    ];
    let family = [
        "Ivanova",
        "Иванова",
        "איבנובה",
        "Haibatullah",
        "هبت الله",
        "Smith",
        "Smyth",
        "van der Berg",
        "Vandenberg",
        "9074729",
    ];
    let names: Vec<String> = given
        .iter()
        .flat_map(|given| family.iter().map(move |family| format!("{given} {family}")))
        .collect();
    let watch = names.iter().map(|name| person(name)).collect();
    let screen = Screen::new(watch, &Commonness::new());
    let found = |name: &str, least: f32| {
        let mut hits = Vec::new();
        screen.find(&row(&[name]), least, &mut Scratch::new(), &mut hits);
        hits.retain(|hit| hit.score >= least);
        hits
    };
    for name in &names {
        let all = found(name, 0.0);
        for least in [0.5, 0.7, 0.9] {
            let above: Vec<Hit> = all.iter().copied().filter(|hit| hit.score >= least).collect();
            assert_eq!(found(name, least), above, "{name} from {least}");
        }
    }
}

#[test]
fn dates_are_read_as_registers_write_them() {
    let born = |year, month, day| Some(Born { year, month, day });
    for (text, expected) in [
        ("1961", born(1961, None, None)),
        ("1961-09", born(1961, Some(9), None)),
        ("1961-09-18", born(1961, Some(9), Some(18))),
        ("18.09.1961", born(1961, Some(9), Some(18))),
        ("09/18/1961", born(1961, Some(9), Some(18))),
        ("19610918", born(1961, Some(9), Some(18))),
        ("1961-00-00", born(1961, None, None)),
        ("1961-09-18T00:00:00Z", born(1961, Some(9), Some(18))),
        ("1961-13-01", None),
        ("18 September 1961", None),
        ("1961-09-18 00:00", born(1961, Some(9), Some(18))),
        ("1961 to 1971", None),
        ("1345/03/02", None),
        ("2566-05-23", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("1900-01-01", None),
        ("", None),
        ("-", None),
    ] {
        assert_eq!(Born::read(text), expected, "{text}");
    }
}

#[test]
fn the_number_of_a_ship_or_a_passport_is_a_number_whatever_is_written_to_it() {
    likely(&[
        ("Exercise Vessel IMO 9074729", "Another Name IMO9074729"),
        ("Exercise Vessel IMO9074729", "IMO 9074729"),
    ]);
    unlikely(&[("IMO9074726", "IMO9074762"), ("IMO9074726", "IMO904"), ("AB1234567", "AB1342567")]);
}

#[test]
fn latin_letters_in_a_cyrillic_name_hide_nobody() {
    // The a, c, e, p, o, H and k of the second names are Latin ones.
    likely(&[
        ("Сергей Николаев", "Cepгeй Hикoлaeв"),
        ("Sergei Nikolaev", "Cepгeй Hикoлaeв"),
        ("Николай Васильев", "Hикoлaй Вacильeв"),
    ]);
}
