//! The files of the register as at a day, what changed between two, and what is in doubt: over the public
//! record.

use crate::common;
use crate::common::{change, house, pack, reading};
use access::Viewer;
use comity::house::House;
use register::reading::Reading;
use register::view::model::{Comparison, RowFilter, Rows};
use register::view::{DoubtFilter, ViewError};

async fn rows(house: &House, as_at: &str, file: &str, filter: &RowFilter, limit: usize) -> Result<Rows, ViewError> {
    let found = house
        .register
        .rows(&Viewer::public(), &reading(as_at, false), file, filter, limit)
        .await?;
    Ok(found.expect("a file"))
}

async fn all(house: &House, as_at: &str, file: &str) -> Rows {
    rows(house, as_at, file, &RowFilter::default(), 1000).await.unwrap()
}

async fn compare(house: &House, from: &str, to: &str) -> Result<Comparison, ViewError> {
    let from = from.parse().unwrap();
    house.register.compare(&Viewer::public(), &reading(to, false), from).await
}

#[tokio::test]
async fn a_row_is_there_from_the_day_of_its_first_act_and_its_cells_from_theirs() {
    let (_folder, _clock, house) = house().await;
    let agreement = |rows: Rows| rows.rows.into_iter().find(|row| row.id == "agreement-aut-sentences");
    assert_eq!(agreement(all(&house, "2005-10-26", "agreements").await), None);
    let signed = agreement(all(&house, "2005-11-25", "agreements").await).expect("signed on 27 October 2005");
    assert_eq!((signed.value("signed_on"), signed.value("in_force_on")), ("2005-10-27", ""));
    let in_force = agreement(all(&house, "2005-11-26", "agreements").await).unwrap();
    assert_eq!(in_force.value("in_force_on"), "2005-11-26");
}

#[tokio::test]
async fn a_row_without_any_day_is_there_on_all_and_says_so() {
    let (_folder, _clock, house) = house().await;
    let found = all(&house, "2003-01-01", "agreements").await;
    let undated: Vec<&str> = found.rows.iter().filter(|row| row.undated).map(|row| row.id.as_str()).collect();
    assert_eq!(undated.len(), 8, "declarations under article 103: {undated:?}");
}

#[tokio::test]
async fn to_whom_a_finding_was_referred_is_not_told_before_the_referral() {
    let (_folder, _clock, house) = house().await;
    let finding = |rows: Rows| rows.rows.into_iter().find(|row| row.id == "finding-ita-2025-10-17").unwrap();
    let before = finding(all(&house, "2026-01-25", "findings").await);
    assert_eq!(
        (before.value("to_assembly"), before.value("referral_put_off_on")),
        ("", "2025-10-17")
    );
    let after = finding(all(&house, "2026-01-26", "findings").await);
    assert_eq!((after.value("to_assembly"), after.value("referred_by_day")), ("yes", "2026-01-26"));
}

#[tokio::test]
async fn pages_of_a_file_neither_skip_nor_repeat_a_row() {
    let (_folder, _clock, house) = house().await;
    for file in register::files::FILES {
        let whole = all(&house, "2026-11-25", file.name()).await;
        assert_eq!(whole.count, whole.rows.len() as u64, "{}", file.name());
        let (mut paged, mut filter) = (Vec::new(), RowFilter::default());
        loop {
            let page = rows(&house, "2026-11-25", file.name(), &filter, 7).await.unwrap();
            paged.extend(page.rows.into_iter().map(|row| row.id));
            match page.next {
                Some(next) => filter.after = Some(next),
                None => break,
            }
        }
        let ids: Vec<String> = whole.rows.into_iter().map(|row| row.id).collect();
        assert_eq!(paged, ids, "{}", file.name());
    }
}

#[tokio::test]
async fn a_filter_leaves_what_it_names_and_says_what_can_be_asked() {
    let (_folder, _clock, house) = house().await;
    let of = |state: Option<&str>, kind: Option<&str>| RowFilter {
        state: state.map(str::to_owned),
        kind: kind.map(str::to_owned),
        ..RowFilter::default()
    };
    let chad = rows(&house, "2026-11-25", "findings", &of(Some("TCD"), None), 100).await.unwrap();
    assert_eq!((chad.count, chad.all), (3, 21));
    let both = rows(&house, "2026-11-25", "findings", &of(Some("TCD"), Some("finding")), 100)
        .await
        .unwrap();
    assert_eq!(both.count, 2, "one of three only informed");
    let none = rows(&house, "2026-11-25", "findings", &of(Some("FRA"), None), 100).await.unwrap();
    assert_eq!((none.count, none.rows.len()), (0, 0), "a State without a finding is no error");
    let wrong = rows(&house, "2026-11-25", "findings", &of(Some("FRE"), None), 100)
        .await
        .unwrap_err()
        .to_string();
    assert!(
        wrong.contains("\"FRE\" is not the code of a State") && wrong.contains("FRA (France)"),
        "{wrong}"
    );
    let wrong = rows(&house, "2026-11-25", "findings", &of(None, Some("verdict")), 100)
        .await
        .unwrap_err()
        .to_string();
    assert!(
        wrong.contains("information communicated"),
        "it names the kinds that there are: {wrong}"
    );
}

#[tokio::test]
async fn a_comparison_tells_who_came_who_left_and_who_was_only_there_between() {
    let (_folder, _clock, house) = house().await;
    let compared = compare(&house, "2013-10-02", "2014-11-30").await.unwrap();
    let names = |moved: &[register::view::model::Moved]| moved.iter().map(|m| m.row.id.clone()).collect::<Vec<_>>();
    assert_eq!(names(&compared.came), ["banda"]);
    assert_eq!(names(&compared.left), ["blegoude", "senussi"]);
    assert_eq!(compared.between.len(), 4, "{:?}", names(&compared.between));
    let figure = |what: &str| {
        let figure = compared.figures.iter().find(|f| f.what == what).expect("a figure");
        (figure.before, figure.after)
    };
    assert_eq!(figure("outstanding"), (14, 13));
    assert_eq!(figure("parties"), (122, 122));
    assert_eq!(figure("apic"), (72, 73));
    assert_eq!(figure("findings"), (4, 5));
    assert_eq!(figure("sentence_agreements"), (7, 7));
    let told: Vec<&str> = compared
        .events
        .iter()
        .filter_map(|e| e.file.as_ref())
        .map(|f| f.id.as_str())
        .collect();
    for row in [
        "resolution-icc-asp-12-res.3",
        "finding-cod-2014-04-09",
        "apic-sen",
        "referral-caf-2014-05-30",
    ] {
        assert!(told.contains(&row), "{row} is not among {told:?}");
    }
}

#[tokio::test]
async fn a_standing_that_changed_is_told_with_its_day() {
    let (_folder, _clock, house) = house().await;
    let compared = compare(&house, "2017-10-26", "2017-10-27").await.unwrap();
    let changes: Vec<_> = compared
        .standings
        .iter()
        .map(|c| (c.state.code.as_str(), c.before.as_deref(), c.after.as_deref()))
        .collect();
    assert_eq!(changes, [("BDI", Some("withdrawing"), Some("withdrawn"))]);
    assert_eq!(
        compared.standings[0].since.map(|day| day.to_string()).as_deref(),
        Some("2017-10-27")
    );
}

#[tokio::test]
async fn two_days_in_the_wrong_order_are_refused_with_a_way_out() {
    let (_folder, _clock, house) = house().await;
    for from in ["2014-11-30", "2015-01-01"] {
        let error = compare(&house, from, "2014-11-30").await.unwrap_err().to_string();
        assert!(error.contains("turn the two days round"), "{error}");
    }
    let error = compare(&house, "1990-01-01", "2014-11-30").await.unwrap_err().to_string();
    assert!(error.contains("1998-07-17"), "{error}");
}

#[tokio::test]
async fn what_no_read_source_confirms_is_told_until_one_does() {
    let (_folder, clock, house) = house().await;
    let doubts = async |house: &House, file: &str, disputed: bool| {
        let filter = DoubtFilter {
            file: Some(file.to_owned()),
            disputed,
        };
        house
            .register
            .doubts(&Viewer::public(), &reading("2026-11-25", false), &filter)
            .await
            .unwrap()
    };
    let before = doubts(&house, "findings", false).await;
    let document = |d: &register::view::model::Doubt| d.id == "finding-sdn-2015-11-19" && d.field == "document_ref";
    let doubt = before.doubts.iter().find(|d| document(d)).expect("recalled from memory");
    assert!(!doubt.verified);
    let disputed = doubts(&house, "rome_statute", true).await;
    let philippines = disputed
        .doubts
        .iter()
        .find(|d| d.id == "rome-statute-phl")
        .expect("a notice prints another year");
    assert_eq!(
        (philippines.value.as_str(), philippines.others.as_slice()),
        ("2011-08-30", ["2010-08-30".to_owned()].as_slice())
    );
    assert!(disputed.doubts.iter().all(|d| !d.others.is_empty()));
    // A later edition in which a source was read.
    clock.put("2026-11-26T12:00:00Z");
    let mut pack = pack();
    change(&mut pack, "edition.csv", "2026-11-25", "2026-11-26");
    common::add_line(
        &mut pack,
        "citations.csv",
        "findings.csv,sdn-2015-11-19,document_ref,confirms,,https://example.org/exercise,",
    );
    house.register.import(&Viewer::operator(), &pack).await.expect("imports");
    let after = doubts(&house, "findings", false).await;
    assert!(!after.doubts.iter().any(document), "a source that was read confirms it now");
}

#[tokio::test]
async fn every_source_is_told_with_whether_it_was_read() {
    let (_folder, _clock, house) = house().await;
    let view = house
        .register
        .sources(&Viewer::public(), &reading("2026-11-25", false))
        .await
        .unwrap();
    let source = |name: &str| view.sources.iter().find(|s| s.source.starts_with(name)).expect("a source");
    assert!(source("UN Treaty Collection, chapter XVIII-10").read);
    assert!(!source("recalled:medium").read);
    let rome = source("UN Treaty Collection, chapter XVIII-10");
    assert!(rome.rows >= 151, "{} rows of the Statute's file rest on it", rome.rows);
}

#[tokio::test]
async fn a_document_is_one_source_however_the_sources_name_it() {
    let (_folder, _clock, house) = house().await;
    let reading = reading("2026-11-25", false);
    let view = house.register.sources(&Viewer::public(), &reading).await.unwrap();
    for source in &view.sources {
        let name = &source.source;
        assert!(!name.is_empty() && !name.contains("; ") && !name.starts_with("stored:"), "{name:?}");
        assert!(source.rows + source.cited > 0, "{name} is the source of nothing");
        let addresses = name.matches("http://").count() + name.matches("https://").count();
        assert!(addresses == 0 || name.starts_with("http"), "words stand before an address: {name}");
    }
    // How many laws rest on a document is counted in their file, where most sources name several.
    let texts = pack().into_iter().map(|file| (file.name, String::from_utf8(file.bytes).unwrap()));
    let (laws, others): (Vec<_>, Vec<_>) = texts.partition(|(name, _)| name == "legislation.csv");
    let names_it = |text: &str, address: &str| {
        let behind = |(at, _): (usize, &str)| text[at + address.len()..].chars().next();
        let mut behind = text.match_indices(address).map(behind);
        behind.any(|next| next.is_none_or(|next| " ;|\"\n,".contains(next)))
    };
    let mut checked = 0;
    for source in view.sources.iter().filter(|source| source.source.starts_with("http")) {
        if others.iter().any(|(_, text)| names_it(text, &source.source)) {
            continue;
        }
        let rows = laws.iter().flat_map(|(_, text)| text.lines());
        let rows = rows.filter(|line| names_it(line, &source.source)).count();
        assert_eq!(source.rows, rows as u64, "{}", source.source);
        checked += 1;
    }
    assert!(checked > 100, "{checked} documents");
}

#[tokio::test]
async fn a_search_finds_states_under_former_names_and_rows_by_their_titles() {
    let (_folder, _clock, house) = house().await;
    let found = async |q: &str, as_at: &str| house.register.search(&Viewer::public(), &reading(as_at, false), q).await.unwrap();
    let swaziland = found("swaziland", "2026-11-25").await;
    assert_eq!(swaziland.states.len(), 1);
    assert_eq!(
        (swaziland.states[0].state.name_en.as_str(), swaziland.states[0].form.as_str()),
        ("Eswatini", "Swaziland")
    );
    let named_then = found("eswatini", "2013-10-02").await;
    assert_eq!(named_then.states[0].state.name_en, "Swaziland", "the name of the day is shown");
    let near = found("hungarz", "2026-11-25").await;
    assert_eq!(
        (near.states[0].state.code.as_str(), near.states[0].form.as_str()),
        ("HUN", ""),
        "the nearest is suggested"
    );
    let law = found("crimes against humanity war crimes act", "2026-11-25").await;
    assert!(
        law.rows.iter().any(|row| row.file == "legislation" && row.states[0].code == "CAN"),
        "{:?}",
        law.rows
    );
    let resolution = found("12 res 3", "2026-11-25").await;
    assert!(
        resolution.rows.iter().any(|row| row.id == "resolution-icc-asp-12-res.3"),
        "{:?}",
        resolution.rows
    );
    let unborn = found("south sudan", "2011-07-08").await;
    assert!(unborn.states.is_empty(), "it did not exist: {:?}", unborn.states);
}

#[tokio::test]
async fn an_older_record_gives_the_same_views_by_folding() {
    let (_folder, clock, house) = house().await;
    let day = |known_on: Option<&str>| Reading::new(Some("2019-03-17"), known_on, false, "2026-11-27".parse().unwrap()).unwrap();
    let view = async |reading: &Reading| {
        let viewer = Viewer::public();
        let parties = house.register.parties(&viewer, reading, "rome-statute").await.unwrap();
        let states = house.register.states(&viewer, reading).await.unwrap();
        let findings = house
            .register
            .rows(&viewer, reading, "findings", &RowFilter::default(), 100)
            .await
            .unwrap();
        let sources = house.register.sources(&viewer, reading).await.unwrap();
        let mut json = serde_json::json!([parties, states, findings, sources]);
        for view in json.as_array_mut().unwrap() {
            view.as_object_mut().unwrap().remove("known_on");
        }
        json
    };
    let newest = view(&day(None)).await;
    // Something is recorded afterwards, so that the older record must be folded.
    clock.put("2026-11-27T12:00:00Z");
    let mut pack = pack();
    change(&mut pack, "edition.csv", "2026-11-25", "2026-11-27");
    change(&mut pack, "rome_statute.csv", "BDI,1999-01-13", "BDI,1999-01-14");
    house.register.import(&Viewer::operator(), &pack).await.expect("imports");
    assert_eq!(view(&day(Some("2026-11-26"))).await, newest);
    assert_ne!(view(&day(None)).await, newest, "the newer record differs");
}

#[tokio::test]
async fn a_row_that_named_another_state_by_mistake_leaves_that_state_when_it_is_corrected() {
    let folder = tempfile::TempDir::new().unwrap();
    let clock = common::Still::at("2026-11-25T12:00:00Z");
    let house = House::open_bare(folder.path(), store::Sort::Real, clock.clone())
        .await
        .expect("opens");
    let mut wrong = pack();
    change(&mut wrong, "referrals.csv", "S/RES/1970 (2011),LBY", "S/RES/1970 (2011),SDN");
    house.register.import(&Viewer::operator(), &wrong).await.expect("imports");
    let bound = async |house: &House, code: &str| {
        let day = Reading::new(Some("2013-10-02"), None, false, "2026-11-26".parse().unwrap()).unwrap();
        let state = house.register.state(&Viewer::public(), &day, code).await.unwrap();
        let states = house.register.states(&Viewer::public(), &day).await.unwrap();
        let listed = states.states.into_iter().find(|s| s.state.code == code).unwrap().bound_by.len();
        assert_eq!(listed, state.bound.len().min(1), "the list says what the profile says of {code}");
        (state.bound.len(), state.referrals.len())
    };
    assert_eq!((bound(&house, "SDN").await, bound(&house, "LBY").await), ((2, 2), (0, 0)));
    clock.put("2026-11-26T12:00:00Z");
    let mut mended = pack();
    change(&mut mended, "edition.csv", "2026-11-25", "2026-11-26");
    for time in 0..2 {
        let report = house.register.import(&Viewer::operator(), &mended).await.expect("imports");
        assert_eq!(report.corrected > 0, time == 0, "once: {report:?}");
        assert_eq!((bound(&house, "SDN").await, bound(&house, "LBY").await), ((1, 1), (1, 1)));
    }
}

#[tokio::test]
async fn when_a_treaty_enters_into_force_is_not_told_before_it_was_settled() {
    let (_folder, _clock, house) = house().await;
    let france = async |as_at: &str| {
        let parties = house
            .register
            .parties(&Viewer::public(), &reading(as_at, false), "rome-statute")
            .await
            .unwrap();
        let tie = parties.ties.into_iter().find(|tie| tie.state.code == "FRA").expect("it had joined");
        let on = tie.in_force.map(|computed| (computed.on.to_string(), computed.planned));
        (parties.in_force.map(|day| day.to_string()), on)
    };
    assert_eq!(
        france("2002-04-10").await,
        (None, None),
        "the sixtieth instrument was deposited on 11 April 2002"
    );
    let settled = (Some("2002-07-01".to_owned()), Some(("2002-07-01".to_owned(), true)));
    assert_eq!(france("2002-04-11").await, settled);
}

#[tokio::test]
async fn what_a_source_states_of_a_later_day_is_not_told_as_public_then() {
    let (_folder, _clock, house) = house().await;
    let stated = async |as_at: &str, hindsight: bool| {
        let view = house
            .register
            .state(&Viewer::public(), &reading(as_at, hindsight), "BDI")
            .await
            .unwrap();
        let tie = view.treaties.into_iter().find(|tie| tie.treaty == "rome-statute").unwrap();
        let effect = tie.withdrawal.expect("notified on 27 October 2016");
        (effect.on.to_string(), effect.stated.is_some())
    };
    assert_eq!(
        stated("2017-01-15", false).await,
        ("2017-10-27".to_owned(), false),
        "planned by the law alone"
    );
    assert_eq!(stated("2017-01-15", true).await, ("2017-10-27".to_owned(), true));
    assert_eq!(stated("2017-10-27", false).await, ("2017-10-27".to_owned(), true));
}

#[tokio::test]
async fn what_has_no_day_is_counted_from_the_day_on_which_the_record_learned_of_it() {
    let (_folder, _clock, house) = house().await;
    let figures = async |as_at: &str| {
        let view = house.register.overview(&Viewer::public(), &reading(as_at, false)).await.unwrap();
        (view.figures.declarations, view.figures.laws)
    };
    assert_eq!(
        figures("1999-01-01").await,
        (0, 3),
        "laws of three States are older than the Statute, and dated"
    );
    assert_eq!(figures("2026-11-25").await, (47, 64));
}

#[tokio::test]
async fn a_word_is_counted_from_the_day_of_the_act_that_bears_it() {
    let (_folder, _clock, house) = house().await;
    for as_at in ["1999-02-10", "2000-07-01", "2013-10-02"] {
        for file in ["rome_statute", "apic"] {
            let whole = all(&house, as_at, file).await;
            let bearing = |word: &str| whole.rows.iter().filter(|row| row.value("kind") == word).count() as u64;
            for word in &whole.by_kind {
                assert_eq!(word.count, bearing(&word.word), "{file} as at {as_at}: {}", word.word);
            }
            assert_eq!(
                whole.rows.iter().filter(|row| !row.value("kind").is_empty()).count() as u64,
                whole.by_kind.iter().map(|w| w.count).sum::<u64>()
            );
        }
    }
}
