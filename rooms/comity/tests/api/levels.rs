//! What is not public is marked where it stands among what is: each row, line and fact that rests on it bears the word
//! of its level, and the public's pages bear none.

use crate::house::{House, Person};
use access::{Organisation, Role};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Corrects, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;

const NOW: &str = "2026-11-26T09:00:00Z";

fn audience(level: Level) -> Audience {
    let registry = Reader::Organ(Organ::Registry);
    match level {
        Level::Public => Audience::public(),
        _ => Audience::of(level, registry.clone(), [registry]),
    }
}

fn id(number: u8) -> EntryId {
    EntryId::from_bytes([number; 16])
}

fn draft(number: u8, matter: &str, (kind, effective): (&str, &str), about: &[Subject], body: Object, level: Level) -> Draft {
    Draft {
        id: id(number),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise officer".into()),
        on_behalf_of: None,
        audience: audience(level),
        basis: (level != Level::Public).then(|| "Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about: about.to_vec(),
        attachments: Vec::new(),
        body,
    }
}

fn about(key: &str) -> [Subject; 2] {
    [Subject::Person(key.into()), Subject::Situation("exercise-01/26".into())]
}

/// A person by name under a warrant, all of it at one level.
async fn person(house: &House, first: u8, key: &str, name: &str, level: Level) {
    let (about, named, warrant) = (about(key), format!("person-{key}"), format!("{key}-1"));
    let name = Object::new().text("name", name);
    let situation = Object::new().text("situation", "Exercise A");
    let acts = [
        draft(first, &named, (kinds::PERSON_NAMED, "unknown"), &about[..1], name, level),
        draft(first + 1, &warrant, (kinds::WARRANT_ISSUED, "2013-09-01"), &about, situation, level),
        draft(
            first + 2,
            &warrant,
            (kinds::MADE_PUBLIC, "2013-09-02"),
            &about,
            Object::new(),
            level,
        ),
    ];
    for act in acts {
        house.append(act).await;
    }
}

/// A finding about a State.
async fn finding(house: &House, number: u8, matter: &str, case: &str, level: Level) {
    let body = Object::new()
        .text("kind", "finding")
        .text("concerning", "arrest and surrender")
        .text("case", case);
    let about = [Subject::State("XAA".into())];
    house
        .append(draft(number, matter, (kinds::FINDING, "2014-04-09"), &about, body, level))
        .await;
}

const PUBLIC: (&str, &str) = ("exercise-0001", "Exercise Public");
const NOT_PUBLIC: [(&str, &str, Level, &str, &str); 3] = [
    ("exercise-0002", "Exercise Restricted", Level::Restricted, "restricted", "restreint"),
    (
        "exercise-0003",
        "Exercise Confidential",
        Level::Confidential,
        "confidential",
        "confidentiel",
    ),
    ("exercise-0004", "Exercise Sealed", Level::UnderSeal, "under seal", "sous scellés"),
];

/// A record with a person and a finding at each level, and somebody who may see them all.
async fn house() -> (House, Person) {
    let house = House::bare(NOW).await;
    let state = Object::new()
        .text("name_en", "Exercise State")
        .text("name_fr", "État d'exercice")
        .text("alpha2", "XA");
    house
        .append(draft(
            1,
            "state-xaa",
            (kinds::STATE_NAMED, "unknown"),
            &[Subject::State("XAA".into())],
            state,
            Level::Public,
        ))
        .await;
    person(&house, 10, PUBLIC.0, PUBLIC.1, Level::Public).await;
    finding(&house, 90, "finding-exercise-public", "Exercise v. Public", Level::Public).await;
    let officer = house.sign_in("Exercise Registry", &[(Organisation::Court, Role::Registry)]).await;
    let operator = identity::people::Actor::operator("exercise officer");
    for (number, (key, name, level, _, _)) in (0u8..).zip(NOT_PUBLIC) {
        person(&house, 20 + 10 * number, key, name, level).await;
        let case = format!("Exercise v. {}", level.word());
        finding(&house, 91 + number, &format!("finding-exercise-{}", level.word()), &case, level).await;
        for matter in [
            format!("person-{key}"),
            format!("{key}-1"),
            format!("finding-exercise-{}", level.word()),
        ] {
            house.people.assign(&operator, &officer.account, &matter, None).await.unwrap();
        }
    }
    (house, officer)
}

/// The row or line of a page in which words stand first.
#[track_caller]
fn row<'p>(page: &'p str, words: &str) -> &'p str {
    let main = page.find("<main").unwrap_or_default();
    let at = page[main..]
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} does not stand on the page: {page}"))
        + main;
    let begins = ["<tr", "<li", "<h1", "<div class=\"intro\""]
        .iter()
        .filter_map(|tag| page[..at].rfind(tag))
        .max()
        .unwrap();
    let ends = ["</tr>", "</li>", "</div>"]
        .iter()
        .filter_map(|tag| page[at..].find(tag))
        .min()
        .unwrap();
    &page[begins..at + ends]
}

fn mark(level: Level, word: &str) -> String {
    format!("<span class=\"lv {}\">{word}</span>", level.word())
}

#[tokio::test]
async fn every_row_that_rests_on_what_is_not_public_bears_the_word_of_its_level() {
    let (house, officer) = house().await;
    for address in [
        "warrants",
        "warrants?status=all",
        "warrants?name=exercise",
        "search?q=exercise",
        "situation/exercise-01-26",
        "working",
        "compare?as_at=2014-12-31&from=2013-01-01",
        "reports/cooperation",
    ] {
        for (lang, french) in [("en", false), ("fr", true)] {
            let page = house.get_as(&officer, &format!("/{lang}/{address}")).await;
            assert_eq!(page.status, 200, "{address}");
            let page = page.text();
            for (_, name, level, in_english, in_french) in NOT_PUBLIC {
                let row = row(&page, name);
                let word = if french { in_french } else { in_english };
                assert!(row.contains(&mark(level, word)), "{address} {name}: {row}");
            }
            assert!(!row(&page, PUBLIC.1).contains("class=\"lv"), "{address}: {}", row(&page, PUBLIC.1));
        }
    }
    let findings = house.get_as(&officer, "/en/findings").await.text();
    for (_, _, level, word, _) in NOT_PUBLIC {
        let row = row(&findings, &format!("Exercise v. {}", level.word()));
        assert!(row.contains(&mark(level, word)), "{row}");
    }
    assert!(!row(&findings, "Exercise v. Public").contains("class=\"lv"));
    // A line that tells of several is marked by the narrowest.
    let overview = house.get_as(&officer, "/en").await.text();
    assert!(
        row(&overview, "Exercise Sealed").contains(&mark(Level::UnderSeal, "under seal")),
        "{overview}"
    );
}

#[tokio::test]
async fn a_person_and_a_row_say_on_their_own_pages_how_secret_they_are_and_each_line_does() {
    let (house, officer) = house().await;
    for (key, _, level, word, _) in NOT_PUBLIC {
        let page = house.get_as(&officer, &format!("/en/person/{key}")).await.text();
        let (mark, main) = (mark(level, word), &page[page.find("<main").unwrap()..]);
        let head = &main[main.find("<h1>").unwrap()..main.find("</h1>").unwrap()];
        assert!(head.contains(&mark), "{head}");
        let lines: Vec<&str> = main.split("<li").skip(1).filter(|line| line.contains("<h3>")).collect();
        assert!(!lines.is_empty() && lines.iter().all(|line| line.contains(&mark)), "{lines:?}");
        let page = house
            .get_as(&officer, &format!("/en/file/finding-exercise-{}", level.word()))
            .await
            .text();
        assert!(page.contains(&mark), "{page}");
    }
}

#[tokio::test]
async fn what_is_public_is_marked_where_something_narrower_is_said_of_it() {
    let (house, officer) = house().await;
    let under_seal = mark(Level::UnderSeal, "under seal");
    // A remark under seal on a public warrant, which the officer alone sees.
    let mut remark = draft(
        60,
        "exercise-0001-1",
        (kinds::REMARK, "unknown"),
        &[Subject::Person(PUBLIC.0.into()), Subject::Entry(id(11))],
        Object::new().text("text", "Exercise quokka"),
        Level::UnderSeal,
    );
    house.append(remark.clone()).await;
    let public = "/en/person/exercise-0001";
    let unassigned = house.get_as(&officer, public).await.text();
    assert!(
        !unassigned.contains("quokka") && !unassigned.contains("class=\"lv"),
        "it is not assigned to them"
    );
    // The whole matter is public but for this: it is restricted instead, which the list alone opens.
    remark = Draft {
        id: id(61),
        audience: audience(Level::Restricted),
        ..remark
    };
    house.append(remark).await;
    let page = house.get_as(&officer, public).await.text();
    let line = row(&page, "Exercise quokka");
    assert!(
        line.contains(&mark(Level::Restricted, "restricted")) && !line.contains(&under_seal),
        "{line}"
    );
    // Found by the words of the remark, the person is marked; by the name they are not.
    let found = house.get_as(&officer, "/en/search?q=quokka").await.text();
    assert!(row(&found, PUBLIC.1).contains(&mark(Level::Restricted, "restricted")), "{found}");
    let found = house.get_as(&officer, "/en/search?q=public").await.text();
    assert!(!row(&found, PUBLIC.1).contains("class=\"lv"), "{found}");
    // The day of the public warrant is restated for some, and its publication taken back: the row rests on that.
    let restated = Draft {
        corrects: Some(Corrects {
            first: id(11),
            saw: id(11),
            reason: "Exercise".into(),
            retracts: false,
        }),
        ..draft(
            62,
            "exercise-0001-1",
            (kinds::WARRANT_ISSUED, "2013-08-01"),
            &about(PUBLIC.0),
            Object::new().text("situation", "Exercise A"),
            Level::Confidential,
        )
    };
    house.append(restated).await;
    let page = house.get_as(&officer, "/en/warrants").await.text();
    assert!(row(&page, PUBLIC.1).contains(&mark(Level::Confidential, "confidential")), "{page}");
}

#[tokio::test]
async fn the_pages_of_the_public_bear_no_mark_of_a_level() {
    let (house, _) = house().await;
    for address in [
        "",
        "/warrants",
        "/person/exercise-0001",
        "/search?q=exercise",
        "/findings",
        "/working",
        "/doubts",
    ] {
        let page = house.get(&format!("/en{address}")).await.text();
        assert!(!page.contains("class=\"lv"), "{address}");
    }
}
