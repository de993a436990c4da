//! Figures: each is what a page says, rests on entries that are there, and tells nothing of what is hidden.

use crate::common;
use crate::common::{correct, dated, reading, retraction};
use access::Viewer;
use comity::house::House;
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, EntryId, Subject};
use record::json::Object;
use record::when::When;
use register::figures::{Desk, Figure, Query, RowsOf, StatesWith, What};
use register::kinds;
use register::port::Store;
use register::reading::Reading;
use register::view::model::{Filter, RowFilter};
use reports::report::{Asking, Form, Kind, Language, Report, make};

const DAYS: [&str; 4] = ["2006-01-01", "2013-10-02", "2017-06-01", "2026-11-25"];

async fn figure(house: &House, reading: &Reading, text: &str) -> Option<Figure> {
    let query: Query = text.parse().unwrap();
    house.register.figure(&Viewer::public(), reading, &query).await.unwrap()
}

/// The value of a figure, as it is written.
async fn value(house: &House, reading: &Reading, text: &str) -> String {
    figure(house, reading, text)
        .await
        .map_or_else(String::new, |figure| figure.value.to_string())
}

#[tokio::test]
async fn the_figures_of_the_resolution_fall_out_of_the_record() {
    let (_folder, _clock, house) = common::house().await;
    let day = reading("2013-10-02", false);
    for (text, expected) in [
        ("outstanding", "14"),
        ("parties/treaty=rome-statute", "122"),
        ("days-outstanding/person=harun", "2345"),
        ("outstanding/on=2014-11-30", "13"),
        ("days-outstanding/person=lubanga", ""),
        ("parties/treaty=none", ""),
        ("states-tied/tie=none-such", ""),
        ("days-of-requests", ""),
    ] {
        assert_eq!(value(&house, &day, text).await, expected, "{text}");
    }
    assert_eq!(value(&house, &reading("2013-10-02", true), "outstanding").await, "15");
}

#[tokio::test]
async fn what_nobody_can_know_has_no_answer_and_a_word_that_nobody_has_is_told() {
    let (_folder, _clock, house) = common::house().await;
    let day = reading("2013-10-02", false);
    for text in [
        "came/since=2030-01-01",
        "left/since=1990-01-01",
        "came/since=2012-10-02/on=2010-01-01",
        "outstanding/on=2099-01-01",
        "outstanding/on=9999-12-31",
        "outstanding/on=1900-01-01",
        "outstanding-age/from=32767",
        "outstanding-age/from=9/until=3",
        "outstanding-age/from=-5",
    ] {
        assert_eq!(value(&house, &day, text).await, "", "{text}");
    }
    let public = Viewer::public();
    let mut desk = Desk::new(&house.register, &public, &day);
    for (text, known) in [
        ("rows/file=findings/state=ITA", true),
        ("rows/file=findings/state=ita", false),
        ("rows/file=findings/kind=finding", true),
        ("rows/file=findings/kind=nonsense", false),
        ("requests/state=Italy", false),
        ("requests/form=nonsense", false),
        ("requests/form=arrest-and-surrender/over=yes", true),
        ("days-of-requests/stands=nonsense", false),
        ("ended/reason=died", true),
        ("ended/reason=nonsense", false),
        ("standing/treaty=rome-statute/is=nonsense", false),
        ("parties/treaty=rome-statute/group=Narnia", false),
        ("parties/treaty=rome-statute/group=African States", true),
    ] {
        assert_eq!(desk.knows(&text.parse().unwrap()).await.unwrap(), known, "{text}");
    }
}

#[tokio::test]
async fn each_figure_is_what_the_page_says() {
    let (_folder, _clock, house) = common::house().await;
    let (register, public) = (&house.register, Viewer::public());
    for (day, hindsight) in DAYS.into_iter().flat_map(|day| [(day, false), (day, true)]) {
        let day = reading(day, hindsight);
        let number = async |text: &str| value(&house, &day, text).await.parse::<u64>().unwrap_or(0);
        let working = register.working(&public, &day).await.unwrap();
        let said = register.outstanding(&public, &day).await.unwrap();
        assert_eq!(number("outstanding").await, said.count);
        assert_eq!(number("named").await, working.sum.named);
        assert_eq!(number("surrendered").await, working.sum.surrendered);
        assert_eq!(number("ended").await, working.sum.ended);
        assert_eq!(number("open-warrants").await, working.sum.warrants);
        for reason in &working.sum.ended_by_reason {
            assert_eq!(
                number(&format!("ended/reason={}", reason.reason)).await,
                reason.count,
                "{}",
                reason.reason
            );
        }
        for situation in &register.situations(&public, &day).await.unwrap().situations {
            let text = format!("outstanding/situation={}", situation.no);
            assert_eq!(number(&text).await, situation.outstanding, "{text}");
        }
        let ages = ["from=0/until=1", "from=1/until=5", "from=5/until=10", "from=10"];
        let mut of_all_ages = 0;
        for age in ages {
            of_all_ages += number(&format!("outstanding-age/{age}")).await;
        }
        assert_eq!(of_all_ages, said.count, "everybody outstanding is of one age");
        let older = Filter {
            years: Some(5),
            ..Filter::default()
        };
        // The page asks for more than five years, the figure for at least five: nobody stands between in this record.
        let older = register.persons(&public, &day, &older, 500).await.unwrap().count;
        assert_eq!(number("outstanding-age/from=5").await, older);
        for treaty in ["rome-statute", "apic"] {
            let view = register.parties(&public, &day, treaty).await.unwrap();
            assert_eq!(number(&format!("parties/treaty={treaty}")).await, view.count);
            assert_eq!(number(&format!("unresolved/treaty={treaty}")).await, view.unresolved.len() as u64);
            for group in &view.by_group {
                let text = format!("parties/treaty={treaty}/group={}", group.group);
                assert_eq!(number(&text).await, group.count, "{text}");
            }
        }
        let overview = register.overview(&public, &day).await.unwrap();
        let mut tied = 0;
        for tie in ["both", "statute", "signed", "none", "unknown"] {
            let on_the_map = overview.states.iter().filter(|state| state.tie == tie).count() as u64;
            assert_eq!(number(&format!("states-tied/tie={tie}")).await, on_the_map, "{tie}");
            tied += on_the_map;
        }
        assert_eq!(tied, overview.states.len() as u64, "every State has one tie");
        let figures = overview.figures;
        assert_eq!(number("states-with/with=laws").await, figures.laws);
        assert_eq!(number("states-with/with=declarations").await, figures.declarations);
        assert_eq!(number("states-with/with=sentence-agreements").await, figures.sentence_agreements);
        assert_eq!(number("rows/file=findings/kind=finding").await, figures.findings);
        for file in ["findings", "agreements", "legislation", "resolutions", "pledges"] {
            let view = register
                .rows(&public, &day, file, &RowFilter::default(), 1000)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(number(&format!("rows/file={file}")).await, view.count, "{file}");
            for kind in &view.by_kind {
                assert_eq!(
                    number(&format!("rows/file={file}/kind={}", kind.word)).await,
                    kind.count,
                    "{file} {}",
                    kind.word
                );
            }
            for topic in &view.by_topic {
                assert_eq!(
                    number(&format!("rows/file={file}/topic={}", topic.word)).await,
                    topic.count,
                    "{}",
                    topic.word
                );
            }
        }
        let asked = register.public_requests(&public, &day, &Default::default(), 1000).await.unwrap();
        assert_eq!(number("requests").await, asked.all);
        assert_eq!(number("requests/over=yes").await, asked.over);
    }
}

#[tokio::test]
async fn a_figure_rests_on_entries_that_are_there_and_changes_with_them() {
    let (_folder, _clock, house) = common::house().await;
    let day = reading("2013-10-02", false);
    let fourteen = figure(&house, &day, "outstanding").await.unwrap();
    assert!(fourteen.entries.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
    for entry in &fourteen.entries {
        let id = EntryId::parse(entry).unwrap();
        assert!(house.store.entry(&Viewer::public(), &id).await.unwrap().is_some(), "{entry}");
    }
    let public = figure(&house, &day, "days-outstanding/person=kony").await.unwrap();
    correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &dated("2005-10-14"))
        .await
        .unwrap();
    let later = figure(&house, &day, "days-outstanding/person=kony").await.unwrap();
    assert_eq!((public.value.to_string(), later.value.to_string()), ("2911".into(), "2910".into()));
    // The date of an entry follows what corrects it, and is gone where it was taken back.
    let of_first = format!(
        "fact/entry={}",
        public.entries.iter().find(|entry| !later.entries.contains(entry)).unwrap()
    );
    assert_eq!(value(&house, &day, &of_first).await, "2005-10-14");
    correct(&house.register, "kony-1", kinds::MADE_PUBLIC, &retraction()).await.unwrap();
    assert_eq!(value(&house, &day, &of_first).await, "");
    assert_eq!(
        value(&house, &day, "outstanding").await,
        "13",
        "a warrant that was never made public is counted by nobody"
    );
}

/// A warrant, a surrender and a finding that only the Registry may know.
async fn hide(house: &House) {
    let draft = |id: u8, matter: &str, kind: &str, on: &str, about: &[Subject], body: Object| Draft {
        id: EntryId::from_bytes([id; 16]),
        matter: matter.into(),
        kind: kind.into(),
        kind_v: 1,
        effective: When::parse(on).unwrap(),
        author: Author::Officer("exercise-officer".into()),
        on_behalf_of: None,
        audience: Audience::of(Level::UnderSeal, Reader::Organ(Organ::Registry), [Reader::Organ(Organ::Registry)]),
        basis: Some("Exercise decision 1".into()),
        source: Some("Exercise registry".into()),
        corrects: None,
        about: about.to_vec(),
        attachments: vec![],
        body,
    };
    let situation = Subject::Situation("exercise-01/26".into());
    let about = |key: &str| vec![Subject::Person(key.into()), situation.clone()];
    let named = Object::new().text("name", "Exercise Person Two");
    let in_situation = || Object::new().text("situation", "Exercise A");
    let of_state = [Subject::State("ITA".into())];
    let found = Object::new().text("kind", "finding").text("case", "Exercise case");
    let drafts = vec![
        draft(
            1,
            "person-exercise-0002",
            kinds::PERSON_NAMED,
            "unknown",
            &about("exercise-0002")[..1],
            named,
        ),
        draft(
            2,
            "exercise-0002-1",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            &about("exercise-0002"),
            in_situation(),
        ),
        draft(
            3,
            "exercise-0002-1",
            kinds::MADE_PUBLIC,
            "2013-09-02",
            &about("exercise-0002"),
            Object::new(),
        ),
        draft(
            4,
            "exercise-kony-2",
            kinds::WARRANT_ISSUED,
            "2013-09-01",
            &about("kony"),
            in_situation(),
        ),
        draft(
            5,
            "exercise-kony-2",
            kinds::SURRENDERED,
            "2013-09-03",
            &about("kony"),
            Object::new(),
        ),
        draft(6, "finding-ita-2013-09-02", kinds::FINDING, "2013-09-02", &of_state, found),
    ];
    house.store.append(&Viewer::operator(), drafts, false).await.unwrap();
}

fn asking(kind: Kind) -> Asking {
    Asking {
        kind,
        state: Some("ITA".into()),
        person: Some("kony".into()),
        since: None,
        language: Language::En,
        text: Vec::new(),
    }
}

async fn report(house: &House, viewer: &Viewer, kind: Kind) -> Report {
    let day = reading("2013-10-02", false);
    make(&mut Desk::new(&house.register, viewer, &day), &asking(kind)).await.unwrap()
}

#[tokio::test]
async fn what_is_sealed_changes_no_byte_of_a_report_for_the_public_and_is_in_that_of_whoever_may_know_it() {
    let folder = common::Folder::new();
    let house = House::open_bare(common::place(folder.path()), store::Sort::Exercise, common::Still::at(common::NOW))
        .await
        .unwrap();
    house.register.import(&Viewer::operator(), &common::pack()).await.unwrap();
    let public = Viewer::public();
    let mut before = Vec::new();
    for kind in Kind::ALL {
        let report = report(&house, &public, kind).await;
        for form in Form::ALL {
            before.push((kind, form, form.of(&report).unwrap()));
        }
    }
    hide(&house).await;
    for (kind, form, bytes) in before {
        let after = form.of(&report(&house, &public, kind).await).unwrap();
        assert!(after == bytes, "{kind:?} as {form:?} tells of what is sealed");
    }
    let operator = Viewer::operator();
    let told = report(&house, &operator, Kind::Cooperation).await;
    let value = |text: &str| {
        let figure = told.figures.iter().find(|figure| figure.query.to_string() == text).unwrap();
        figure.value.to_string()
    };
    assert_eq!(
        value("rows/file=findings/kind=finding"),
        "5",
        "four that are public, and one that is not"
    );
    assert_eq!(value("named"), {
        let public = figure(&house, &reading("2013-10-02", false), "named")
            .await
            .unwrap()
            .value
            .to_string();
        (public.parse::<u64>().unwrap() + 1).to_string()
    });
    assert_eq!(told.marks.level, "UNDER SEAL");
}

#[tokio::test]
async fn a_report_says_the_same_in_both_languages_and_gives_the_same_bytes_each_time() {
    let (_folder, _clock, house) = common::house().await;
    let (public, day) = (Viewer::public(), reading("2017-06-01", false));
    for kind in Kind::ALL {
        let of = async |language| {
            let asking = Asking { language, ..asking(kind) };
            make(&mut Desk::new(&house.register, &public, &day), &asking).await.unwrap()
        };
        let (english, french) = (of(Language::En).await, of(Language::Fr).await);
        // Rows by the names of States stand in another order.
        let sorted = |report: &Report| {
            let mut figures: Vec<(String, String)> = report.figures.iter().map(|f| (f.query.to_string(), f.value.to_string())).collect();
            figures.sort();
            figures
        };
        assert_eq!(sorted(&english), sorted(&french), "{kind:?}");
        assert_eq!(english.blocks.len(), french.blocks.len(), "{kind:?}");
        let html = String::from_utf8(Form::Html.of(&french).unwrap())
            .unwrap()
            .replace("comity-report-trace", "");
        assert!(
            !html.contains("report-"),
            "{kind:?} names a text that is not there: {}",
            around(&html, "report-")
        );
        for form in [Form::Docx, Form::Xlsx, Form::Html, Form::Csv, Form::Json] {
            assert!(
                form.of(&french).unwrap() == form.of(&of(Language::Fr).await).unwrap(),
                "{kind:?} as {form:?}"
            );
        }
    }
    let rows = What::Rows(RowsOf {
        file: "no-such-file".into(),
        ..RowsOf::default()
    });
    assert_eq!(house.register.figure(&public, &day, &rows.into()).await.unwrap(), None);
    let laws = Query::of(What::StatesWith { with: StatesWith::Laws });
    assert!(house.register.figure(&public, &day, &laws).await.unwrap().is_some());
}

/// Some of a text around a word.
fn around<'t>(text: &'t str, word: &str) -> &'t str {
    let at = text.find(word).unwrap();
    let begin = (0..=at.saturating_sub(80))
        .rev()
        .find(|begin| text.is_char_boundary(*begin))
        .unwrap();
    let end = (at..(at + 120).min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap();
    &text[begin..end]
}
