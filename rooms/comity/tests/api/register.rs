//! States, treaties and files: what the API answers over the public record.

use crate::house::House;
use crate::reads::read;
use register::files::FILES;
use std::collections::{BTreeMap, BTreeSet};
use web::api::schema::{
    Closeness, Comparison, Doubts, Entry, Files, Found, Overview, Parties, Row, RowView, Rows, Sessions, Sources, StateProfile, States,
    Treaties,
};

const READINGS: [&str; 5] = [
    "",
    "as_at=2013-10-02",
    "as_at=2013-10-02&hindsight=1",
    "as_at=2025-12-31&known_on=2026-11-22",
    "as_at=1998-07-17",
];

fn at(path: &str, reading: &str) -> String {
    format!("/api/v1/{path}{}{reading}", if path.contains('?') { '&' } else { '?' })
}

fn ids(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

#[tokio::test]
async fn every_read_of_states_treaties_and_files_has_its_documented_shape_in_every_reading() {
    let house = House::open().await;
    for reading in READINGS {
        read::<States>(&house, &at("states", reading)).await;
        read::<StateProfile>(&house, &at("states/SDN", reading)).await;
        read::<Treaties>(&house, &at("treaties", reading)).await;
        read::<Parties>(&house, &at("treaties/rome-statute", reading)).await;
        for file in FILES {
            read::<Rows>(&house, &at(&format!("files/{}?limit=500", file.name()), reading)).await;
            read::<Doubts>(&house, &at(&format!("doubts?file={}", file.name()), reading)).await;
        }
        read::<Doubts>(&house, &at("doubts?file=proceedings&disputed=1", reading)).await;
        read::<Sessions>(&house, &at("sessions", reading)).await;
        read::<Sources>(&house, &at("sources", reading)).await;
        read::<Overview>(&house, &at("overview", reading)).await;
        read::<Found>(&house, &at("search?q=sudan", reading)).await;
        if !reading.contains("1998") {
            read::<Comparison>(&house, &at("compare?from=2012-11-14", reading)).await;
        }
    }
}

#[tokio::test]
async fn every_state_and_rows_of_every_file_can_be_read() {
    let house = House::open().await;
    let states: States = read(&house, "/api/v1/states").await;
    assert_eq!((states.count, states.states.len()), (196, 196));
    for row in &states.states {
        let profile: StateProfile = read(&house, &format!("/api/v1/states/{}", row.state.code)).await;
        assert_eq!((&profile.state, profile.tie), (&row.state, row.tie), "{}", row.state.code);
    }
    for file in FILES {
        let rows: Rows = read(&house, &format!("/api/v1/files/{}?limit=500", file.name())).await;
        assert!(rows.all > 0 && rows.next.is_none(), "{}", file.name());
        // Every tenth, since one row is read like another.
        for row in rows.rows.into_iter().step_by(10) {
            let alone: RowView = read(&house, &format!("/api/v1/rows/{}", row.id)).await;
            assert_eq!(
                (alone.row, alone.file.as_str()),
                (row, file.name()),
                "the list and the row say the same"
            );
        }
    }
    let finland: RowView = read(&house, "/api/v1/rows/agreement-fin-sentences").await;
    for cell in finland.row.cells.values() {
        read::<Entry>(&house, &format!("/api/v1/entries/{}", cell.entry.0)).await;
    }
}

#[tokio::test]
async fn the_parties_of_a_day_are_counted_by_group_and_over_time() {
    let house = House::open().await;
    let view: Parties = read(&house, "/api/v1/treaties/rome-statute?as_at=2013-10-02").await;
    let groups: BTreeMap<&str, u64> = view.by_group.iter().map(|group| (group.group.as_str(), group.count)).collect();
    assert_eq!(
        groups,
        BTreeMap::from([
            ("African States", 34),
            ("Asia-Pacific States", 18),
            ("Eastern European States", 18),
            ("Latin American and Caribbean States", 27),
            ("Western European and other States", 25),
        ])
    );
    let treaties: Treaties = read(&house, "/api/v1/treaties?as_at=2013-10-02").await;
    let told: Vec<_> = treaties.treaties.iter().map(|treaty| (treaty.id.as_str(), treaty.count)).collect();
    assert_eq!(told, [("rome-statute", 122), ("apic", 72)]);
    let treaties: Treaties = read(&house, "/api/v1/treaties").await;
    assert_eq!(
        (treaties.treaties[0].count, treaties.treaties[0].unresolved.as_slice()),
        (124, &["HUN".to_owned()][..])
    );
    let early: Treaties = read(&house, "/api/v1/treaties?as_at=2002-09-08").await;
    let told: Vec<_> = early.treaties.iter().map(|treaty| treaty.id.as_str()).collect();
    assert_eq!(told, ["rome-statute"], "the Agreement was adopted a day later");
}

#[tokio::test]
async fn the_list_of_states_and_the_figures_agree() {
    let house = House::open().await;
    for reading in READINGS {
        let overview: Overview = read(&house, &at("overview", reading)).await;
        let states: States = read(&house, &at("states", reading)).await;
        let on_the_map: Vec<_> = overview.states.iter().map(|tied| (&tied.state, tied.tie)).collect();
        let listed: Vec<_> = states.states.iter().map(|row| (&row.state, row.tie)).collect();
        assert_eq!(on_the_map, listed, "{reading}");
        let ties = |tie: Closeness| states.states.iter().filter(|state| state.tie == tie).count() as u64;
        assert_eq!(
            overview.figures.parties,
            ties(Closeness::Both) + ties(Closeness::Statute),
            "{reading}"
        );
        let parties: Parties = read(&house, &at("treaties/rome-statute", reading)).await;
        assert_eq!(overview.figures.parties, parties.count, "{reading}");
        assert_eq!(overview.figures.unresolved, parties.unresolved_states, "{reading}");
    }
}

#[tokio::test]
async fn pages_of_a_file_neither_skip_nor_repeat_a_row_with_or_without_a_filter() {
    let house = House::open().await;
    for list in [
        "agreements?kind=sentence enforcement",
        "agreements",
        "findings?state=SDN",
        "findings?state=SDN&kind=finding",
        "legislation?topic=surrender",
        "referrals?kind=State Party",
        "resolutions",
        "rome_statute?kind=accession",
    ] {
        let list = list.replace(' ', "%20");
        let whole: Rows = read(&house, &at(&format!("files/{list}"), "limit=500")).await;
        assert!(whole.count > 3, "{list}: {}", whole.count);
        let (mut walked, mut after) = (Vec::new(), String::new());
        loop {
            let page: Rows = read(&house, &at(&format!("files/{list}"), &format!("limit=3{after}"))).await;
            assert_eq!(page.count, whole.count, "{list}: the count is that of the whole list");
            let read = page.rows.len();
            walked.extend(page.rows.into_iter().map(|row| row.id));
            let Some(next) = page.next else { break };
            assert_eq!(read, 3, "{list}: only the last page is short");
            after = format!("&after={next}");
        }
        assert_eq!(walked, ids(&whole.rows), "{list}");
        assert_eq!(walked.len() as u64, whole.count, "{list}");
        assert_eq!(walked.iter().collect::<BTreeSet<_>>().len(), walked.len(), "{list}");
    }
}

#[tokio::test]
async fn a_filter_that_matches_nothing_gives_no_rows() {
    let house = House::open().await;
    for list in [
        "findings?state=FRA",
        "findings?kind=no%20finding&as_at=2010-01-01",
        "findings?state=ITA&kind=no%20finding",
        "legislation?state=TCD&topic=fines",
        "agreements?state=MNE&as_at=2000-01-01",
        "findings?after=2026-11-25_finding-zzz",
    ] {
        let rows: Rows = read(&house, &format!("/api/v1/files/{list}")).await;
        assert_eq!((rows.rows.len(), rows.next.is_none()), (0, true), "{list}");
        assert!(list.contains("after") || rows.count == 0, "{list}");
    }
}

#[tokio::test]
async fn the_dictionary_tells_every_column_that_a_row_has() {
    let house = House::open().await;
    let dictionary: Files = read(&house, "/api/v1/files").await;
    for file in &dictionary.files {
        let columns: BTreeSet<&str> = file.columns.iter().map(|column| column.name.as_str()).collect();
        let rows: Rows = read(&house, &format!("/api/v1/files/{}?limit=500", file.name)).await;
        for row in &rows.rows {
            assert!(row.id.starts_with(&format!("{}-", file.matter)), "{}", row.id);
            assert!(row.cells.keys().all(|column| columns.contains(column.as_str())), "{}", row.id);
        }
    }
}

#[tokio::test]
async fn a_comparison_says_what_changed_and_its_figures_are_those_of_both_days() {
    let house = House::open().await;
    let compared: Comparison = read(&house, "/api/v1/compare?from=2013-10-02&as_at=2014-11-30").await;
    assert_eq!(
        (
            compared.figures[0].what.as_str(),
            compared.figures[0].before,
            compared.figures[0].after
        ),
        ("outstanding", 14, 13)
    );
    let sessions: Sessions = read(&house, "/api/v1/sessions?as_at=2014-11-30").await;
    assert_eq!(compared.sessions, sessions.sessions);
    assert!(sessions.sessions.iter().any(|session| session.resolution == "ICC-ASP/12/Res.3"));
    assert!(sessions.sessions.iter().all(|session| session.on.0 <= sessions.as_at.0));
}

#[tokio::test]
async fn facts_in_doubt_are_told_by_file_and_sources_with_what_rests_on_them() {
    let house = House::open().await;
    let counts: Doubts = read(&house, "/api/v1/doubts").await;
    assert!(counts.doubts.is_empty() && counts.file.is_none());
    for count in &counts.counts {
        let doubts: Doubts = read(&house, &format!("/api/v1/doubts?file={}", count.file)).await;
        assert!(!doubts.doubts.is_empty(), "{}", count.file);
        assert!(
            doubts.doubts.iter().all(|doubt| !doubt.verified || !doubt.others.is_empty()),
            "{}",
            count.file
        );
        let disputed: Doubts = read(&house, &format!("/api/v1/doubts?file={}&disputed=true", count.file)).await;
        assert_eq!(disputed.doubts.is_empty(), count.disputed == 0, "{}", count.file);
        assert!(disputed.doubts.iter().all(|doubt| !doubt.others.is_empty()), "{}", count.file);
    }
    let sources: Sources = read(&house, "/api/v1/sources").await;
    assert!(
        sources
            .sources
            .iter()
            .any(|source| source.source == "recalled:high" && !source.read)
    );
    assert!(
        sources
            .sources
            .iter()
            .any(|source| source.source.starts_with("UN Treaty Collection") && source.read)
    );
}

#[tokio::test]
async fn a_search_finds_a_state_by_a_former_name_and_else_the_nearest() {
    let house = House::open().await;
    let found: Found = read(&house, "/api/v1/search?q=swaziland").await;
    assert_eq!(
        (found.states[0].state.code.as_str(), found.states[0].form.as_str()),
        ("SWZ", "Swaziland")
    );
    let near: Found = read(&house, "/api/v1/search?q=hungarz").await;
    assert_eq!((near.states[0].state.code.as_str(), near.states[0].form.as_str()), ("HUN", ""));
    let rows: Found = read(&house, "/api/v1/search?q=darfur").await;
    assert!(rows.rows.iter().any(|row| row.file == "referrals"), "{:?}", rows.rows);
}
