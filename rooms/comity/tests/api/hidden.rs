use crate::common::{correct, dated};
use crate::house::{Answer, House};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::kinds;

/// A person whom no entry is about.
const UNKNOWN: &str = "exercise-0001";
/// A person about whom there are entries that are not public, and no others.
const HIDDEN: &str = "exercise-0002";

const SITUATION: &str = "exercise-01/26";

fn draft(level: Level, id: u8, matter: &str, kind: &str, effective: &str, about: &[Subject], body: Object) -> Draft {
    Draft {
        id: EntryId::from_bytes([id; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(effective).unwrap(),
        author: Author::Officer("exercise-officer".into()),
        on_behalf_of: None,
        audience: Audience::of(level, Reader::Organ(Organ::Registry), [Reader::Organ(Organ::Registry)]),
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about: about.to_vec(),
        attachments: vec![],
        body,
    }
}

/// A warrant against a person of whom nothing is public, and a second one against a person of the public
/// record; neither is public.
pub(super) async fn hide(house: &House, level: Level) {
    let person = |key: &str| Subject::Person(key.into());
    let situation = Subject::Situation(SITUATION.into());
    let names = Object::new().text("name", "Exercise Person Two");
    let in_situation = || Object::new().text("situation", "Exercise A");
    house
        .append(draft(
            level,
            1,
            "person-exercise-0002",
            kinds::PERSON_NAMED,
            "unknown",
            &[person(HIDDEN)],
            names,
        ))
        .await;
    let about = [person(HIDDEN), situation.clone()];
    house
        .append(draft(
            level,
            2,
            "exercise-0002-1",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            &about,
            in_situation(),
        ))
        .await;
    house
        .append(draft(
            level,
            3,
            "exercise-0002-1",
            kinds::MADE_PUBLIC,
            "2013-09-02",
            &about,
            Object::new(),
        ))
        .await;
    let about = [person("kony"), situation];
    house
        .append(draft(
            level,
            4,
            "exercise-kony-2",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            &about,
            in_situation(),
        ))
        .await;
    house
        .append(draft(
            level,
            5,
            "exercise-kony-2",
            kinds::SURRENDERED,
            "2013-09-03",
            &about,
            Object::new(),
        ))
        .await;
}

/// Matter of States that is not public: a finding about a State with one that is, a law and an agreement of a
/// State that has none, a withdrawal, a referral, a resolution, and what a source says against a public fact.
async fn hide_matter_of_states(house: &House, level: Level) {
    let row = house.get("/api/v1/rows/finding-ita-2025-10-17").await.json();
    let cited = EntryId::parse(row["row"]["cells"]["decision_date"]["entry"].as_str().unwrap()).unwrap();
    let state = |code: &str| vec![Subject::State(code.into())];
    let drafts = [
        draft(
            level,
            11,
            "finding-ita-2013-09-02",
            kinds::FINDING,
            "2013-09-02",
            &state("ITA"),
            Object::new().text("kind", "finding").text("case", "Exercise case"),
        ),
        draft(
            level,
            12,
            "law-tcd-exercise-act",
            kinds::LAW,
            "2012",
            &state("TCD"),
            Object::new()
                .text("title", "Exercise Act")
                .text("part9_topics_read", "arrest and surrender; fines"),
        ),
        draft(
            level,
            13,
            "agreement-tcd-exercise",
            kinds::AGREEMENT,
            "2013-01-02",
            &state("TCD"),
            Object::new().text("kind", "exercise agreement"),
        ),
        draft(
            level,
            14,
            "rome-statute-fra",
            kinds::WITHDRAWAL_NOTIFIED,
            "2012-01-02",
            &state("FRA"),
            Object::new().text("treaty", "rome-statute"),
        ),
        draft(
            level,
            15,
            "referral-unsc-2012-02-03",
            kinds::REFERRAL,
            "2012-02-03",
            &state("TCD"),
            Object::new()
                .text("kind", "Security Council")
                .text("situation", "Exercise A")
                .text("binds", "TCD"),
        ),
        draft(
            level,
            16,
            "resolution-exercise-1",
            kinds::RESOLUTION,
            "2013-09-30",
            &[],
            Object::new().text("resolution", "Exercise/1").text("title", "Exercise"),
        ),
        draft(
            level,
            17,
            "finding-ita-2025-10-17",
            kinds::CITATION,
            "unknown",
            &[Subject::State("ITA".into()), Subject::Entry(cited)],
            Object::new()
                .text("field", "effective")
                .text("verdict", "contradicts")
                .text("value", "2025-10-18")
                .text("source", "Exercise registry"),
        ),
    ];
    for draft in drafts {
        house.append(draft).await;
    }
}

/// All that the public can ask about the record.
async fn everything(house: &House, entry: &str) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for reading in ["", "as_at=2013-10-02", "as_at=2013-10-02&hindsight=1"] {
        for path in [
            "outstanding".to_owned(),
            "overview".to_owned(),
            "persons?status=all&limit=500".to_owned(),
            "persons?name=exercise&status=all".to_owned(),
            "persons?situation=exercise-01/26&status=all".to_owned(),
            "persons/kony".to_owned(),
            format!("persons/{HIDDEN}"),
            "situations".to_owned(),
            "situations/exercise-01-26".to_owned(),
            "working".to_owned(),
            "counts".to_owned(),
            "search?q=exercise".to_owned(),
            // Its sound, and a word of what it says.
            "search?q=ekzersis%20toue".to_owned(),
            "search?q=exercise%20kony".to_owned(),
            "states".to_owned(),
            "states/ITA".to_owned(),
            "states/TCD".to_owned(),
            "states/FRA".to_owned(),
            "treaties".to_owned(),
            "treaties/rome-statute".to_owned(),
            "treaties/apic".to_owned(),
            "files/findings?limit=500".to_owned(),
            "files/findings?state=ITA".to_owned(),
            "files/legislation?topic=fines&limit=500".to_owned(),
            "files/legislation?state=TCD".to_owned(),
            "files/agreements?kind=exercise%20agreement".to_owned(),
            "files/agreements?limit=3".to_owned(),
            "files/rome_statute?limit=500".to_owned(),
            "files/referrals".to_owned(),
            "files/resolutions".to_owned(),
            "rows/finding-ita-2013-09-02".to_owned(),
            "rows/law-tcd-exercise-act".to_owned(),
            "rows/rome-statute-fra".to_owned(),
            "rows/resolution-exercise-1".to_owned(),
            "compare?from=2011-12-20".to_owned(),
            "sessions".to_owned(),
            "public-requests".to_owned(),
            "public-requests?state=ITA".to_owned(),
            format!(
                "public-requests/{}",
                register::request::RequestId::of_public_record("TCD", "albashir")
            ),
            "sources".to_owned(),
            "doubts".to_owned(),
            "doubts?file=findings".to_owned(),
            "doubts?file=legislation".to_owned(),
            "entries/0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b".to_owned(),
            "search?q=kony".to_owned(),
            format!("entries/{entry}"),
            format!("entries/{entry}/proof"),
            "entries/02020202020202020202020202020202".to_owned(),
            "entries/02020202020202020202020202020202/proof".to_owned(),
        ] {
            let address = format!("/api/v1/{path}{}{reading}", if path.contains('?') { '&' } else { '?' });
            let answer = house.get(&address).await;
            answers.push((address, answer));
        }
    }
    // An older record is folded: what is behind each view is the same, so that one of each sort is enough.
    for path in [
        "overview",
        "persons?status=all&limit=500",
        "search?q=exercise",
        "states/ITA",
        "treaties/rome-statute",
        "files/findings?state=ITA",
        "doubts?file=findings",
    ] {
        let sign = if path.contains('?') { '&' } else { '?' };
        let address = format!("/api/v1/{path}{sign}as_at=2013-09-30&known_on=2026-11-24");
        let answer = house.get(&address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answers.push((address, answer));
    }
    for page in [
        "states",
        "states.csv",
        "state/ITA",
        "state/ITA.csv",
        "state/TCD",
        "state/TCD.json",
        "treaty/rome-statute",
        "treaty/rome-statute.csv",
        "findings",
        "findings.csv",
        "laws",
        "laws.csv",
        "agreements",
        "file/finding-ita-2025-10-17",
        "file/finding-ita-2025-10-17.csv",
        "file/law-tcd-exercise-act",
        "compare?from=2011-12-20",
        "compare.csv?from=2011-12-20",
        "sources.csv",
        "doubts",
        "doubts.csv?file=findings",
    ] {
        for lang in ["en", "fr"] {
            let address = format!("/{lang}/{page}");
            let answer = house.get(&address).await;
            assert_eq!(answer.status == 200, !page.contains("law-tcd"), "{address}: {}", answer.status);
            answers.push((address, answer));
        }
    }
    for page in [
        "",
        "/overview.json",
        "/overview.csv",
        "/warrants?status=all",
        "/warrants.csv?status=all",
        "/warrants?status=all&name=exercise",
        "/person/kony",
        "/person/kony.csv",
        "/situations",
        "/situation/exercise-01-26",
        "/working",
        "/counts",
        "/search?q=exercise",
        "/search?q=ekzersis",
        "/search.json?q=two",
        "/treaty/apic",
        "/declarations",
        "/referrals.csv",
        "/resolutions",
        "/data",
        "/data/register.zip",
        "/data/register.zip?as_at=2013-10-02",
        "/data/register-parquet.zip",
        "/changes.atom",
    ] {
        for lang in ["en", "fr"] {
            let address = format!("/{lang}{page}");
            let answer = house.get(&address).await;
            assert_eq!(
                answer.status == 200,
                !page.contains("exercise-01-26"),
                "{address}: {}",
                answer.status
            );
            answers.push((address, answer));
        }
    }
    for report in ["cooperation", "state?state=ITA", "non-cooperation", "person?person=kony"] {
        let (kind, query) = report.split_once('?').unwrap_or((report, ""));
        for address in [
            format!("/en/reports/{kind}?{query}"),
            format!("/en/reports/{kind}/report.pdf?as_at=2013-10-02&{query}"),
            format!("/fr/reports/{kind}/report.xlsx?{query}"),
        ] {
            let address = address.trim_end_matches(['?', '&']).to_owned();
            let answer = house.get(&address).await;
            assert_eq!(answer.status, 200, "{address}");
            answers.push((address, answer));
        }
    }
    for of in ["/en/entry/", "/fr/entry/"] {
        for id in [entry, "02020202020202020202020202020202"] {
            let address = format!("{of}{id}");
            answers.push((address.clone(), house.get(&address).await));
        }
    }
    answers.push(("/api/v1/checkpoint".into(), house.get("/api/v1/checkpoint").await));
    answers
}

#[tokio::test]
async fn matter_that_is_restricted_changes_no_byte_of_any_answer() {
    changes_no_byte(Level::Restricted).await;
}

#[tokio::test]
async fn matter_that_is_confidential_changes_no_byte_of_any_answer() {
    changes_no_byte(Level::Confidential).await;
}

#[tokio::test]
async fn matter_under_seal_changes_no_byte_of_any_answer() {
    changes_no_byte(Level::UnderSeal).await;
}

async fn changes_no_byte(level: Level) {
    let house = House::open().await;
    let entry = house.some_entry().await;
    // Something public is recorded after the day known on, so that the older record is folded.
    let later = correct(&house.register, "barasa-1", kinds::MADE_PUBLIC, &dated("2013-10-04")).await;
    later.unwrap();
    let before = everything(&house, &entry).await;
    hide(&house, level).await;
    hide_matter_of_states(&house, level).await;
    let after = everything(&house, &entry).await;
    for ((address, before), (_, after)) in before.iter().zip(&after) {
        assert_eq!(before, after, "{address}");
    }
    let seen = house
        .register
        .person(&access::Viewer::operator(), &reading(), HIDDEN)
        .await
        .unwrap();
    assert!(seen.is_some(), "the operator sees it, so there was something to hide");
    let operator = access::Viewer::operator();
    let italy = house.register.state(&operator, &reading(), "ITA").await.unwrap();
    assert!(
        italy.findings.iter().any(|row| row.id == "finding-ita-2013-09-02"),
        "and the finding"
    );
    let parties = house.register.parties(&operator, &reading(), "rome-statute").await.unwrap();
    assert_eq!(parties.count, 121, "and the withdrawal, which for the operator took effect");
    let law = house.register.row(&operator, &reading(), "law-tcd-exercise-act").await.unwrap();
    assert!(law.is_some(), "and the law");
    let italy = house
        .register
        .row(&operator, &today(), "finding-ita-2025-10-17")
        .await
        .unwrap()
        .unwrap()
        .row;
    assert_eq!(italy.cells["decision_date"].others, ["2025-10-18"], "and what the source says");
}

#[tokio::test]
async fn the_unknown_and_the_forbidden_have_the_same_answer() {
    let house = House::open().await;
    hide(&house, Level::UnderSeal).await;
    hide_matter_of_states(&house, Level::UnderSeal).await;
    for (unknown, forbidden) in [
        (format!("/api/v1/persons/{UNKNOWN}"), format!("/api/v1/persons/{HIDDEN}")),
        (
            "/api/v1/situations/exercise-09-26".into(),
            "/api/v1/situations/exercise-01-26".into(),
        ),
        (
            "/api/v1/rows/law-tcd-unknown-act".into(),
            "/api/v1/rows/law-tcd-exercise-act".into(),
        ),
        (
            "/api/v1/entries/09090909090909090909090909090909".into(),
            "/api/v1/entries/02020202020202020202020202020202".into(),
        ),
        (
            "/api/v1/entries/09090909090909090909090909090909/proof".into(),
            "/api/v1/entries/02020202020202020202020202020202/proof".into(),
        ),
    ] {
        let unknown = house.get(&unknown).await;
        assert_eq!(unknown.status, 404);
        assert_eq!(unknown, house.get(&forbidden).await, "{forbidden}");
    }
}

fn today() -> register::reading::Reading {
    register::reading::Reading::new(None, None, false, jiff::civil::date(2026, 11, 25)).unwrap()
}

fn reading() -> register::reading::Reading {
    register::reading::Reading::new(Some("2013-10-02"), None, false, jiff::civil::date(2026, 11, 25)).unwrap()
}
