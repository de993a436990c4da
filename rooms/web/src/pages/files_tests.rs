//! What users see of the files of the register and of one row.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::tests::layout;
use super::{accessibility, compare, data, doubts, file, file_pages, row, sources};
use crate::address::FILE_PAGES;
use crate::samples::files::{self as samples, Truth};
use crate::samples::state_ref;
use crate::samples::views;
use askama::Template;
use jiff::civil::date;
use register::view::model::{Comparison, Doubts, Row, RowFilter, Rows, Sources, WordCount};

fn law() -> law::Pack {
    law::Pack::rome_statute().unwrap()
}

/// The page of a file in a language.
fn of_file(lang: &str, view: &Rows, filter: &RowFilter) -> String {
    let page = FILE_PAGES.iter().find(|page| page.file == view.file).unwrap();
    let l = layout(&format!("/{lang}/{}?as_at=2026-03-01", page.word), "Title");
    let shows = file_pages::shows(&view.file).expect("the file has a page");
    file::page(l, view, shows, filter, &law()).render().unwrap()
}

pub(super) fn whole(lang: &str, view: &Rows) -> String {
    of_file(lang, view, &RowFilter::default())
}

fn of_row(lang: &str, view: &Row) -> String {
    let file = register::files::of_matter(&view.id).expect("the matter is a row");
    row::page(layout(&format!("/{lang}/file/{}?as_at=2026-03-01", view.id), "T"), view, file)
        .render()
        .unwrap()
}

pub(super) fn of_days(lang: &str, view: &Comparison) -> String {
    compare::page(
        layout(&format!("/{lang}/compare?as_at=2026-03-01&from=2026-01-01"), "T"),
        view,
        &law(),
    )
    .render()
    .unwrap()
}

pub(super) fn asked(path: &str, wrong: Option<jiff::civil::Date>) -> String {
    compare::ask(layout(path, "T"), &views::sessions(), wrong).render().unwrap()
}

/// Every page of this kind, long, short, empty and disputed, for the tests that hold all pages to the same.
pub(super) fn all(lang: &str) -> Vec<(&'static str, String)> {
    let mut pages: Vec<(&'static str, String)> = Vec::new();
    for (shown, view) in FILE_PAGES.iter().zip(samples::all()) {
        assert_eq!(shown.file, view.file, "the samples stand in the order of the pages");
        pages.push((shown.word, whole(lang, &view)));
        pages.push((shown.word, whole(lang, &samples::file(shown.file, vec![]))));
        let filter = RowFilter {
            state: Some("XAZ".into()),
            kind: Some("a kind to come".into()),
            topic: Some("surrender".into()),
            after: Some("2026-01-01_x".into()),
        };
        let nothing = Rows {
            count: 0,
            rows: vec![],
            ..view.clone()
        };
        pages.push((shown.word, of_file(lang, &nothing, &filter)));
        let further = Rows {
            next: Some("2026-02-02_y".into()),
            ..view.clone()
        };
        pages.push((shown.word, of_file(lang, &further, &filter)));
        pages.extend(view.rows.iter().map(|row| ("row", of_row(lang, row))));
    }
    pages.push(("row", of_row(lang, &samples::row("state-xaa", &["XAA"], &[]))));
    pages.push(("compare", of_days(lang, &views::comparison())));
    pages.push(("compare", of_days(lang, &unchanged())));
    pages.push(("compare", asked(&format!("/{lang}/compare"), None)));
    let wrong = format!("/{lang}/compare?as_at=2020-01-01&from=2026-01-01");
    pages.push(("compare-order", asked(&wrong, Some(date(2026, 1, 1)))));
    let at = |path: &str| layout(&format!("/{lang}/{path}?as_at=2026-03-01"), "T");
    pages.push(("sources", sources::page(at("sources"), &views::sources()).render().unwrap()));
    let empty = Sources {
        sources: vec![],
        ..views::sources()
    };
    pages.push(("sources", sources::page(at("sources"), &empty).render().unwrap()));
    for file in ["", "agreements", "proceedings"] {
        pages.push(("doubts", doubts::page(at("doubts"), &views::doubts(file)).render().unwrap()));
    }
    let none = Doubts {
        counts: vec![],
        doubts: vec![],
        ..views::doubts("agreements")
    };
    pages.push(("doubts", doubts::page(at("doubts"), &none).render().unwrap()));
    pages.push(("data", data::page(at("data")).render().unwrap()));
    pages.push(("accessibility", accessibility::page(at("accessibility")).render().unwrap()));
    pages
}

/// A comparison of two days between which nothing happened.
pub(super) fn unchanged() -> Comparison {
    Comparison {
        figures: vec![],
        unresolved: [vec![], vec![]],
        came: vec![],
        left: vec![],
        between: vec![],
        standings: vec![],
        events: vec![],
        sessions: vec![],
        ..views::comparison()
    }
}

/// The words of a piece of HTML, without its marks; what stands in a block of its own is set apart.
pub(super) fn words(html: &str) -> String {
    let inline = ["a", "/a", "b", "/b", "time", "/time", "code", "/code", "sup", "/sup"];
    let text: String = html
        .split('<')
        .enumerate()
        .map(|(i, part)| match part.split_once('>') {
            Some((tag, text)) if i > 0 => {
                let apart = !inline.contains(&tag.split(' ').next().unwrap_or_default());
                format!("{}{text}", if apart { " " } else { "" })
            }
            _ => part.to_owned(),
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn heading(html: &str) -> String {
    words(
        html.split("<h1")
            .nth(1)
            .unwrap()
            .split("</h1>")
            .next()
            .unwrap()
            .split_once('>')
            .unwrap()
            .1,
    )
}

/// What stands in a section with this heading.
pub(super) fn section<'a>(html: &'a str, heading: &str) -> &'a str {
    let sections = html.split("<section class=\"row");
    let found = sections.into_iter().find(|section| section.contains(&format!(">{heading}</h2>")));
    found.unwrap_or_else(|| panic!("no section is headed {heading}"))
}

#[test]
fn the_heading_says_the_result_and_the_right_number_of_words() {
    for (view, en, fr) in [
        (
            samples::findings(),
            "3 findings of non-compliance, by 2 States",
            "3 constats de non-coopération, visant 2 États",
        ),
        (
            samples::agreements(),
            "One State has an agreement on the enforcement of sentences in force",
            "Un État a un accord en vigueur sur l’exécution des peines",
        ),
        (
            samples::declarations(),
            "3 States are known to have chosen channel or languages",
            "Le choix de voie ou de langues de 3 États est connu",
        ),
        (
            samples::acceptances(),
            "One State accepted the jurisdiction of the Court by declaration",
            "Un État a accepté la compétence de la Cour par déclaration",
        ),
        (
            samples::file("findings", vec![]),
            "No finding of non-compliance",
            "Aucun constat de non-coopération",
        ),
    ] {
        assert_eq!(heading(&whole("en", &view)), en);
        assert_eq!(heading(&whole("fr", &view)), fr);
    }
}

#[test]
fn findings_information_and_decisions_without_a_finding_stand_apart() {
    let html = whole("en", &samples::findings());
    assert_eq!(
        section(&html, "3 findings of non-compliance")
            .matches("Exercise State XAA</a>")
            .count(),
        2
    );
    let informed = section(&html, "Information communicated once");
    assert!(informed.contains("Communicated to the Assembly of States Parties and the Security Council"));
    assert!(section(&html, "1 decision without a finding").contains("Referred to nobody"));
    assert!(
        section(&html, "1 of another kind").contains("Exercise State XAE"),
        "no row is left out because its kind is new"
    );
}

#[test]
fn a_finding_says_to_whom_it_was_referred_and_what_became_of_that() {
    let html = whole("en", &samples::findings());
    let found = words(section(&html, "3 findings of non-compliance"));
    assert!(
        found.contains("Referred to the Assembly of States Parties, by 3 February 2026"),
        "{found}"
    );
    assert!(found.contains("Decision on the referral put off on 2 January 2026"));
    assert!(found.contains("Referral reversed on appeal on 20 February 2026"));
    assert!(
        found.contains("Nothing in this record"),
        "where nothing is known of a referral the page says so"
    );
    assert!(found.contains("2 Jan 2026 exercise-01/26-7 another source: 3 Jan 2026"), "{found}");
}

#[test]
fn languages_say_which_are_alternatives_and_which_are_needed_together() {
    let en = words(&whole("en", &samples::declarations()));
    assert!(en.contains("Albanian with English, or Albanian with French"));
    assert!(en.contains("French, Spanish or English"));
    let fr = words(&whole("fr", &samples::declarations()));
    assert!(fr.contains("Albanais et anglais, ou albanais et français"), "{fr}");
    assert!(fr.contains("Français, espagnol ou anglais"));
}

#[test]
fn an_unverified_declaration_is_marked_and_must_be_confirmed_before_use() {
    let html = whole("en", &samples::declarations());
    assert!(words(&html).contains("Never route a request on an unverified declaration"));
    let rows: Vec<&str> = html.split("<tr role=\"row\">").collect();
    let of = |name: &str| *rows.iter().find(|row| row.contains(&format!("{name}</a></th>"))).unwrap();
    assert!(of("Exercise State XAA").contains("class=\"un\"") && of("Exercise State XAA").contains("Confirm before any use"));
    assert!(!of("Exercise State XAB").contains("Confirm before any use"));
    assert!(words(&html).contains("For 2 of them a source was read for all that stands here."));
}

#[test]
fn relocation_of_witnesses_is_told_without_a_state() {
    let html = whole("en", &samples::agreements());
    let relocation = section(&html, "Relocation of witnesses");
    assert!(relocation.contains("State not public") && !relocation.contains("/en/state/"));
    assert!(words(relocation).contains("by 3 Feb 2026"));
}

#[test]
fn a_referral_by_the_council_binds_the_state_named_and_urges_all_others() {
    let html = whole("en", &samples::referrals());
    let council = words(section(&html, "1 referral by the Security Council"));
    assert!(council.contains("Binds Exercise State XAA (paragraph 2)"), "{council}");
    assert!(council.contains("and all other parties to the conflict"));
    assert!(council.contains("Urges all other States"));
    let parties = words(section(&html, "1 referral by States Parties"));
    assert!(parties.contains("Exercise State XAB and Exercise State XAC"));
    assert!(parties.contains("Nobody who is not bound already") && !parties.contains("Binds"));
    assert!(
        words(&html).contains("Charter of the United Nations, article 25"),
        "the rule of law stands below"
    );
}

#[test]
fn an_acceptance_without_effect_says_why() {
    let html = words(&whole("en", &samples::acceptances()));
    assert!(
        html.contains("1 Jun 2025 to 31 Dec 2027") || html.contains("1 June 2025 to 31 Dec 2027"),
        "{html}"
    );
    assert!(html.contains("Without effect: not accepted by the Registrar"));
    assert!(html.contains("2 declarations under article 12(3), one of them without effect."));
}

#[test]
fn sessions_without_a_resolution_in_this_record_are_named() {
    let html = words(&whole("en", &samples::resolutions()));
    assert!(
        html.contains("None is in this record for sessions 13, 14, 15, 16, 17, 18, 19 and 20."),
        "{html}"
    );
    assert!(html.contains("11th session") && html.contains("12th session") && html.contains("21st session"));
}

#[test]
fn the_matrix_of_laws_has_a_row_for_each_state_and_a_dot_for_each_topic_read() {
    let html = whole("en", &samples::laws());
    let matrix = section(&html, "States and topics").split("</section>").next().unwrap();
    let rows: Vec<&str> = matrix.split("<tr role=\"row\"><th role=\"rowheader\"").skip(1).collect();
    let names: Vec<String> = rows
        .iter()
        .map(|row| words(row.split_once('>').unwrap().1.split("</th>").next().unwrap()))
        .collect();
    assert_eq!(
        names,
        ["Exercise State XAA", "Exercise State XAB", "Exercise State XAC"],
        "by State"
    );
    let topics = law().topics().len();
    for (row, read) in rows.iter().zip([1, 3, 0]) {
        assert_eq!(row.matches("<td role=\"cell\"").count(), topics);
        assert_eq!(row.matches("class=\"on\"").count(), read);
    }
    assert!(
        rows[1].contains("<span class=\"vh\">arrest and surrender</span>"),
        "a dot has a name"
    );
    assert_eq!(
        (rows[1].matches('●').count(), rows[1].matches('○').count()),
        (2, 1),
        "a circle where general law alone was read"
    );
    assert!(rows[1].contains("(general law)</span>"), "{}", rows[1]);
    assert!(words(&html).contains("General law on cooperation in criminal matters, not made for the Court"));
    assert!(
        words(&html).contains("arrest and surrender (s. 2); transit (s. 3)"),
        "the words that were read stand below"
    );
    assert!(
        html.contains("Arrest and surrender</a> 1") && html.contains("Postponement</a> 0"),
        "each topic with the number of laws in which it was read"
    );
}

#[test]
fn what_was_read_in_a_law_is_marked_as_english_on_a_french_page() {
    let html = whole("fr", &samples::laws());
    assert!(html.contains("<span lang=\"en\">Act on cooperation</span>"));
    assert!(html.contains("<span lang=\"en\">arrest and surrender (s. 2); transit (s. 3)</span>"));
}

#[test]
fn a_filter_is_said_in_words_and_an_empty_result_says_how_to_widen_it() {
    let view = samples::findings();
    let filter = RowFilter {
        state: Some("XAA".into()),
        kind: Some("finding".into()),
        ..RowFilter::default()
    };
    let two = Rows {
        count: 2,
        state: Some(state_ref("XAA")),
        rows: view.rows[..2].to_vec(),
        ..view.clone()
    };
    let html = of_file("en", &two, &filter);
    assert!(heading(&html).ends_with(": 2 of 6"));
    assert!(
        words(&html).contains("2 of 6, State: Exercise State XAA, kind: Finding of non-compliance"),
        "{}",
        words(&html)
    );
    assert!(html.contains("<option value=\"XAA\" selected>Exercise State XAA (2)</option>"));
    assert!(html.contains("<option value=\"finding\" selected>Finding of non-compliance (3)</option>"));
    let none = Rows {
        count: 0,
        state: Some(state_ref("XAZ")),
        rows: vec![],
        ..view
    };
    let filter = RowFilter {
        state: Some("XAZ".into()),
        ..filter
    };
    let html = of_file("en", &none, &filter);
    assert!(
        html.contains("<option value=\"XAZ\" selected>Exercise State XAZ (0)</option>"),
        "a State without a row bears its name too"
    );
    assert!(words(&html).contains("State: Exercise State XAZ"));
    assert!(html.contains("Nothing in this record matches all of this on this day."));
    assert!(html.contains("<a href=\"/en/findings?as_at=2026-03-01\">Show all of them</a>"));
}

#[test]
fn a_long_file_leads_to_its_next_page_and_back_to_the_first() {
    let view = Rows {
        all: 300,
        count: 300,
        next: Some("2026-02-02_y".into()),
        ..samples::findings()
    };
    let filter = RowFilter {
        after: Some("2026-01-01_x".into()),
        ..RowFilter::default()
    };
    let html = of_file("en", &view, &filter);
    assert!(html.contains("after=2026-02-02_y\" rel=\"next\"") || html.contains("after=2026-02-02_y&quot;"));
    assert!(html.contains("<a href=\"/en/findings?as_at=2026-03-01\">First page</a>"));
    assert!(!heading(&html).contains("by"), "the States of other pages are not counted");
}

#[test]
fn a_row_tells_each_fact_with_its_sources_and_its_entry() {
    let row = samples::findings().rows.remove(0);
    let html = of_row("en", &row);
    assert_eq!(heading(&html), "Exercise State XAA: finding of non-compliance, 2 January 2026");
    let facts = section(&html, "Facts");
    assert_eq!(facts.matches("<dt id=").count(), row.cells.len());
    assert_eq!(facts.matches("/api/v1/entries/").count(), row.cells.len());
    assert!(facts.contains("<a class=\"df\" href=\"#decision-date\">another source: "));
    assert!(words(facts).contains("Conduct January 2026"));
    assert!(words(facts).contains("Nothing in this record Referral reversed on appeal"));
    assert!(html.contains("<a href=\"/en/person/exercise-0001?as_at=2026-03-01\">"));
    assert!(html.contains("A warrant is not a finding of guilt"), "a person is named");
}

#[test]
fn a_day_known_only_as_a_month_says_from_which_day_it_counts() {
    let mut row = samples::row("pledge-exercise", &[], &[("pledged_on", "2026-01")]);
    row.cells.get_mut("pledged_on").unwrap().counts_on = Some(date(2026, 1, 31));
    assert!(words(&of_row("en", &row)).contains("Pledged January 2026 counts from 31 January 2026"));
    let exact = samples::row("pledge-exercise", &[], &[("pledged_on", "2026-01-02")]);
    assert!(!words(&of_row("en", &exact)).contains("counts from"));
}

#[test]
fn a_row_says_how_many_of_its_facts_are_in_doubt() {
    let deck = |row: &Row| {
        words(
            of_row("en", row)
                .split("<p class=\"deck\">")
                .nth(1)
                .unwrap()
                .split("</p>")
                .next()
                .unwrap(),
        )
    };
    let sound = samples::row("pledge-exercise", &[], &[("theme", "arrest"), ("pledger", "Exercise")]);
    assert_eq!(deck(&sound), "A source was read for each of its facts, 2 in number.");
    let doubted = samples::doubted(sound.clone(), "theme", Truth::Unverified);
    assert_eq!(deck(&doubted), "1 of its 2 facts unverified.");
    let disputed = samples::doubted(doubted, "pledger", Truth::Disputed);
    assert_eq!(
        deck(&disputed),
        "1 of its 2 facts unverified; another source says otherwise of one."
    );
}

#[test]
fn pages_lead_to_those_beside_them() {
    let view = samples::laws();
    let shows = file_pages::shows("legislation").unwrap();
    let mut l = layout("/en/laws?as_at=2026-03-01", "Title");
    l.entry = shows.entry;
    let html = file::page(l, &view, shows, &RowFilter::default(), &law()).render().unwrap();
    let beside = html.split("class=\"w beside\"").nth(1).unwrap().split("</nav>").next().unwrap();
    let words: Vec<&str> = beside
        .split("</a>")
        .filter_map(|link| link.rsplit('>').next())
        .filter(|w| !w.trim().is_empty())
        .collect();
    assert_eq!(words, ["All States", "Declarations", "Laws", "Agreements", "Acceptances"]);
    assert!(beside.contains("href=\"/en/laws?as_at=2026-03-01\" aria-current=\"page\">Laws"));
}

#[test]
fn hostile_words_in_a_row_cannot_write_html() {
    let hostile = "<script>alert(1)</script>\" onclick=\"x";
    for view in samples::all() {
        let mut view = view;
        for row in &mut view.rows {
            row.remarks = vec![hostile.into()];
            row.topics = vec![hostile.into()];
            for cell in row.cells.values_mut() {
                cell.value = hostile.into();
                cell.others = vec![hostile.into()];
            }
        }
        view.by_kind = vec![WordCount {
            word: hostile.into(),
            count: 1,
        }];
        let filter = RowFilter {
            state: Some(hostile.into()),
            kind: Some(hostile.into()),
            topic: Some(hostile.into()),
            after: None,
        };
        let mut pages = vec![whole("fr", &view), of_file("en", &view, &filter)];
        pages.extend(view.rows.iter().map(|row| of_row("fr", row)));
        for html in pages {
            assert!(!html.contains("<script"), "{}", view.file);
            assert!(!html.contains("\" onclick=\"x"), "{}", view.file);
        }
    }
}
