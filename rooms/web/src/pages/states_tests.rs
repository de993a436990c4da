//! What users see of States and treaties, on their pages, the first page and in a search.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::tests::layout;
use super::{overview, refusal, search, state, state_missing, states, treaty};
use crate::empty_store::web;
use crate::samples::{self, views};
use askama::Template;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::routing::get;
use jiff::civil::date;
use register::view::WrongFilter;
use register::view::model::{Address, FoundBy, FoundPerson, FoundState, Overview, Parties, Row, StateProfile, Tie};
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

fn law() -> law::Pack {
    law::Pack::rome_statute().unwrap()
}

fn of_state(lang: &str, view: &StateProfile) -> String {
    state::page(layout(&format!("/{lang}/state/XAA?as_at=2026-03-01"), "T"), view, &law())
        .render()
        .unwrap()
}

fn of_treaty(lang: &str, view: &Parties) -> String {
    treaty::page(layout(&format!("/{lang}/treaty/{}", view.treaty), "T"), view, &law())
        .render()
        .unwrap()
}

/// The words of a piece of HTML, without its marks.
fn words(html: &str) -> String {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two pieces of HTML.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let rest = html.split_once(start).unwrap_or_else(|| panic!("nothing says {start}")).1;
    rest.split_once(end).map_or(rest, |(inner, _)| inner)
}

fn deck(html: &str) -> String {
    words(between(html, "<p class=\"deck\">", "</p>"))
}

/// The Statute's tie of the full sample with another standing, and other days in its row.
fn tie(standing: Option<&str>, party: bool, cells: &[(&'static str, &str)]) -> Tie {
    let sample = views::profile().treaties.remove(0);
    let row = sample.row.clone().unwrap();
    let cell = row.cells["signed_on"].clone();
    let cell = |value: &str| register::view::model::Cell {
        value: value.into(),
        verified: true,
        others: vec![],
        ..cell.clone()
    };
    Tie {
        standing: standing.map(str::to_owned),
        party,
        row: Some(Row {
            cells: cells.iter().map(|(column, value)| (*column, cell(value))).collect(),
            ..row
        }),
        ..sample
    }
}

fn standing(standing: Option<&str>, party: bool, cells: &[(&'static str, &str)]) -> StateProfile {
    StateProfile {
        treaties: vec![tie(standing, party, cells)],
        bound: vec![],
        findings: vec![],
        ..views::profile()
    }
}

#[track_caller]
fn says(view: &StateProfile, expected: [&str; 2]) {
    assert_eq!(
        ["en", "fr"].map(|lang| deck(&of_state(lang, view)).replace('\u{a0}', " ")),
        expected
    );
}

#[test]
fn the_list_of_states_says_how_many_are_parties_and_whose_position_is_not_known() {
    let page = |lang: &str| {
        let layout = layout(&format!("/{lang}/states"), "T");
        states::page(layout, &views::states(), &law()).render().unwrap()
    };
    let english = page("en");
    let head = words(between(&english, "<h1>", "</h1>"));
    assert_eq!(head, "5 States: 2 parties to the Rome Statute, and one whose position is not known");
    assert_eq!(deck(&english), "Not known: whether Exercise State XAC is a party to the Statute.");
    assert!(words(&english).contains("Bound to cooperate though no party: Exercise State XAE."));
    let french = words(between(&page("fr"), "<h1>", "</h1>")).replace('\u{a0}', " ");
    assert_eq!(
        french,
        "5 États : 2 parties au Statut de Rome, et un dont la position n’est pas connue"
    );
}

#[test]
fn every_state_of_the_list_stands_in_its_group_and_leads_to_its_profile() {
    let mut view = views::states();
    view.states[4].group = String::new();
    let html = states::page(layout("/en/states?as_at=2026-03-01", "T"), &view, &law())
        .render()
        .unwrap();
    let group = between(&html, "<section class=\"row\" id=\"g-african-states\"", "</section>");
    for code in ["XAA", "XAB", "XAC", "XAD"] {
        assert!(group.contains(&format!("<a href=\"/en/state/{code}?as_at=2026-03-01\">")), "{code}");
    }
    assert!(group.contains("2 of 4 are parties to the Rome Statute"));
    assert!(between(&html, "In no regional group</h2>", "</section>").contains("/en/state/XAE"));
}

#[test]
fn how_to_address_a_state_stands_before_all_else_on_its_page() {
    let html = of_state("en", &views::profile());
    let heading = html.split("<h2").nth(1).unwrap();
    assert!(heading.contains("How to address it"), "{heading}");
}

#[test]
fn a_request_is_routed_on_a_declaration_only_where_a_source_was_read() {
    let advice = |usable: bool, advice: &str, declared: bool| {
        let profile = views::profile();
        let view = StateProfile {
            address: Address {
                declaration: profile.address.declaration.clone().filter(|_| declared),
                usable,
                advice: advice.into(),
            },
            ..profile
        };
        words(between(&of_state("en", &view), "What to do</dt><dd>", "</dd>"))
    };
    assert_eq!(
        advice(true, "declared", true),
        "Write as declared: by this channel, in one of these languages."
    );
    for (advice, beginning) in [
        (advice(false, "confirm", true), "Not verified."),
        (advice(false, "none", false), "This record knows of no choice."),
    ] {
        assert!(
            advice.starts_with(beginning) && advice.contains("the diplomatic channel and a working language of the Court"),
            "{advice}"
        );
    }
}

#[test]
fn a_state_page_says_first_by_what_the_state_is_bound_and_since_when() {
    says(
        &standing(Some("party"), true, &[("ratified_or_acceded_on", "2025-11-03")]),
        [
            "Bound by the Rome Statute since 1 February 2026. Not a party to the Agreement on Privileges and Immunities.",
            "Partie au Statut de Rome depuis le 1er février 2026. N’est pas partie à l’Accord sur les privilèges et immunités.",
        ],
    );
    says(
        &standing(Some("signatory"), false, &[("signed_on", "2000-12-31")]),
        [
            "Signed the Rome Statute on 31 December 2000, and is not a party.",
            "A signé le Statut de Rome le 31 décembre 2000, sans y être partie.",
        ],
    );
    says(
        &standing(
            Some("declined"),
            false,
            &[("signed_on", "2000-12-31"), ("intent_not_to_become_party_on", "2002-05-06")],
        ),
        [
            "Signed the Rome Statute on 31 December 2000, and declared on 6 May 2002 that it does not intend to become a party.",
            "A signé le Statut de Rome le 31 décembre 2000, et déclaré le 6 mai 2002 ne pas avoir l’intention de devenir partie.",
        ],
    );
    says(
        &standing(
            Some("taken-back"),
            false,
            &[("ratified_or_acceded_on", "2019-03-04"), ("instrument_withdrawn_on", "2019-04-29")],
        ),
        [
            "Deposited its instrument on 4 March 2019 and took it back on 29 April 2019, before it had effect: it did not become a \
             party to the Rome Statute.",
            "A déposé son instrument le 4 mars 2019 et l’a retiré le 29 avril 2019, avant qu’il ait pris effet : n’est pas devenu \
             partie au Statut de Rome.",
        ],
    );
    says(
        &standing(None, false, &[]),
        [
            "Neither party to the Rome Statute nor signatory.",
            "Ni partie au Statut de Rome ni signataire.",
        ],
    );
}

#[test]
fn a_notified_withdrawal_is_shown_with_its_planned_effect_and_an_announced_one_as_no_withdrawal() {
    let notified = standing(Some("withdrawing"), true, &[("withdrawal_notified_on", "2025-06-02")]);
    let said = deck(&of_state("en", &notified));
    assert!(
        said.contains("Notified its withdrawal on 2 June 2025: it is planned to take effect on 1 February 2026."),
        "{said}"
    );
    let announced = standing(Some("party"), true, &[("withdrawal_announced_on", "2025-09-22")]);
    let said = deck(&of_state("en", &announced));
    assert!(
        said.contains("An announcement starts no term: the State remains a party."),
        "{said}"
    );
}

#[test]
fn of_a_state_that_withdrew_or_may_have_the_page_says_what_survives() {
    for (of, survives) in [
        ("withdrawn", true),
        ("unresolved", true),
        ("withdrawing", true),
        ("party", false),
        ("signatory", false),
    ] {
        let view = standing(Some(of), of == "party", &[("withdrawal_notified_on", "2016-10-27")]);
        let html = of_state("en", &view);
        assert_eq!(html.contains("What survives the withdrawal"), survives, "{of}");
        assert_eq!(html.contains("Its duty to cooperate goes on in investigations"), survives, "{of}");
    }
}

#[test]
fn a_day_that_a_source_states_otherwise_than_the_law_stands_beside_it() {
    let mut view = views::profile();
    let withdrawal = view.treaties[0].withdrawal.clone().unwrap();
    let in_force = view.treaties[0].in_force.as_mut().unwrap();
    in_force.stated = withdrawal.stated;
    in_force.differs = true;
    let html = of_state("en", &view);
    let cell = words(between(&html, "data-l=\"In force\">", "</td>"));
    assert_eq!(cell, "1 Feb 2026 a source states 2 Feb 2026");
    let rule = words(between(&html, "data-l=\"Rule\">", "</td>"));
    assert_eq!(rule.replace('\u{a0}', " "), "article 126(1), article 126(1)");
}

#[test]
fn topics_that_were_not_read_in_any_law_are_listed_as_not_read() {
    let html = of_state("en", &views::profile());
    let unread = words(between(&html, "Topics not read</dt>", "</dd>"));
    assert_eq!(unread, "Transit (article 89(3))");
    let bare = of_state("en", &views::bare_profile());
    assert!(bare.contains("This record knows of no law of this State"));
    assert!(!bare.contains("Topics not read"));
}

#[test]
fn a_mark_stands_beside_a_sentence_that_rests_on_what_nobody_read() {
    let mut view = standing(Some("signatory"), false, &[("signed_on", "2000-12-31")]);
    let row = view.treaties[0].row.as_mut().unwrap();
    row.cells.get_mut("signed_on").unwrap().verified = false;
    assert!(deck(&of_state("en", &view)).ends_with("and is not a party. unverified"));
}

#[test]
fn the_count_of_a_treaty_is_large_and_its_sum_adds_up() {
    let view = Parties {
        ties: vec![
            tie(Some("party"), true, &[("ratified_or_acceded_on", "2000-01-01")]),
            tie(Some("withdrawn"), false, &[("ratified_or_acceded_on", "2000-01-01")]),
            tie(Some("unresolved"), false, &[("ratified_or_acceded_on", "2000-01-01")]),
            tie(Some("signatory"), false, &[("signed_on", "2000-01-01")]),
        ],
        ..views::parties()
    };
    let html = of_treaty("en", &view);
    let head = words(between(&html, "<h1>", "</h1>"));
    assert_eq!(head, "1State Party to the Rome Statute, and one whose position is not known");
    let sum = words(between(&html, "<table class=\"sum\">", "</table>")).replace('\u{a0}', " ");
    assert!(
        sum.ends_with("3States had joined − 1withdrew, with effect by this day − 1position not known 1parties"),
        "{sum}"
    );
    assert!(words(&html).contains("as the position is not known: Exercise State XAC."));
}

#[test]
fn states_that_leave_a_treaty_stand_before_its_parties() {
    let named = |code: &str, standing: &str, party: bool| Tie {
        state: samples::state_ref(code),
        ..tie(Some(standing), party, &[("withdrawal_notified_on", "2025-06-02")])
    };
    let view = Parties {
        ties: vec![
            named("XAA", "party", true),
            named("XAB", "signatory", false),
            named("XAC", "withdrawn", false),
            named("XAD", "withdrawing", true),
        ],
        ..views::parties()
    };
    let html = of_treaty("en", &view);
    let at = |id: &str| html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no {id}"));
    assert!(at("withdrawing") < at("withdrawn") && at("withdrawn") < at("party") && at("party") < at("signatory"));
    let leaving = words(between(&html, "id=\"withdrawing\"", "</section>"));
    assert!(leaving.contains("Effect by law 1 Feb 2026 (planned)"), "{leaving}");
}

#[test]
fn each_treaty_leads_to_the_other() {
    let html = of_treaty("fr", &views::parties());
    assert!(html.contains("<a href=\"/fr/treaty/apic\">") && html.contains("<a href=\"/fr/treaty/rome-statute\" aria-current=\"page\">"));
}

fn of_overview(lang: &str, view: &Overview) -> String {
    overview::page(layout(&format!("/{lang}?as_at=2026-03-01"), "T"), view)
        .render()
        .unwrap()
}

#[test]
fn each_state_of_the_map_stands_in_the_lists_that_keyboards_reach() {
    let html = of_overview("en", &samples::overview());
    let lists = between(&html, "The map as lists</summary>", "</details>");
    for state in &samples::overview().states {
        assert!(lists.contains(&format!("/en/state/{}?", state.state.code)), "{}", state.state.code);
    }
    assert!(words(lists).contains("Position not known (1)Exercise State XAC"));
    let legend = words(between(&html, "<ul class=\"legend\">", "</ul>"));
    assert!(legend.starts_with("1 party to the Statute and to the Agreement"), "{legend}");
    assert!(html.contains("Boundaries imply no opinion."));
}

#[test]
fn each_figure_leads_to_what_it_rests_on() {
    let html = of_overview("en", &samples::overview());
    let figures = between(&html, "<dl class=\"figs\">", "</dl>");
    for page in [
        "/en/treaty/rome-statute?as_at=2026-03-01",
        "/en/treaty/apic?as_at=2026-03-01",
        "/en/findings?as_at=2026-03-01&amp;kind=finding",
        "/en/agreements?as_at=2026-03-01&amp;kind=sentence%20enforcement",
        "/en/declarations?as_at=2026-03-01",
        "/en/laws?as_at=2026-03-01",
    ] {
        assert!(figures.contains(&format!("<a href=\"{page}\">")), "{page}");
    }
    assert!(words(figures).contains("and one whose position is not known: Exercise State XAC"));
}

#[test]
fn what_states_did_is_told_among_the_events() {
    let mut view = samples::overview();
    let event = view.events.iter().find(|event| event.file.is_some()).unwrap().clone();
    let told = |act: &str, file: &str, what: Option<&str>| {
        let mut event = event.clone();
        event.act = act.into();
        event.what = what.map(str::to_owned);
        event.file.as_mut().unwrap().file = file.into();
        event.file.as_mut().unwrap().title = None;
        event.date.verified = true;
        event.date.others.clear();
        event
    };
    view.events = vec![
        told("treaty.joined", "rome_statute", Some("accession")),
        told("treaty.withdrawal-notified", "apic", Some("ratification")),
        told("finding.made", "findings", Some("no finding")),
        told("agreement.in-force", "agreements", Some("sentence enforcement")),
        told("referral.made", "referrals", Some("Security Council")),
    ];
    let said = |lang: &str| {
        let html = of_overview(lang, &view);
        let list = between(&html, "<ol class=\"dated\">", "</ol>").to_owned();
        let lines = list.split("</span><span>").skip(1);
        lines
            .map(|line| words(line.split("</span>").next().unwrap()).replace('\u{a0}', " "))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said("en"),
        [
            "Exercise State XAA: Rome Statute: accession deposited",
            "Exercise State XAA: Agreement on Privileges and Immunities: withdrawal notified",
            "Exercise State XAA: no finding of non-compliance",
            "Exercise State XAA: agreement on the enforcement of sentences: in force",
            "Exercise State XAA: situation referred by the Security Council",
        ]
    );
    assert_eq!(
        said("fr")[0],
        "État d’exercice XAA : Statut de Rome : dépôt de l’instrument (adhésion)"
    );
    assert!(of_overview("en", &view).contains("<a href=\"/en/file/agreement-xaa-sentences?as_at=2026-03-01\">"));
}

#[test]
fn a_search_that_finds_nothing_offers_the_states_that_are_near() {
    let mut view = samples::found();
    view.persons.clear();
    view.situations.clear();
    view.rows.clear();
    view.states = vec![FoundState {
        state: samples::state_ref("XAA"),
        form: String::new(),
        by: FoundBy::Near,
    }];
    let html = search::page(layout("/en/search?q=xaq", "T"), &view).render().unwrap();
    assert!(words(&html).contains("Nothing found for “one”"));
    assert!(html.contains("Near it are:") && html.contains("<a href=\"/en/state/XAA\">"));
}

#[test]
fn what_only_sounds_so_stands_apart_and_is_said_to() {
    let mut view = samples::found();
    let by_name = FoundPerson {
        form: view.persons[0].row.name.clone(),
        by: FoundBy::Name,
        ..view.persons[0].clone()
    };
    let by_words = FoundPerson {
        form: "Exercise remark".into(),
        by: FoundBy::Words,
        ..by_name.clone()
    };
    view.persons.splice(0..0, [by_name]);
    view.persons.push(by_words);
    for (lang, parts) in [
        (
            "en",
            ["Persons", "Persons whose name sounds like it", "Persons of whom the record says it"],
        ),
        (
            "fr",
            [
                "Personnes",
                "Personnes dont le nom se prononce de façon semblable",
                "Personnes dont le registre le dit",
            ],
        ),
    ] {
        let html = search::page(layout(&format!("/{lang}/search?q=one"), "T"), &view).render().unwrap();
        let places: Vec<usize> = parts.iter().map(|part| html.find(&format!(">{part}</h2>")).expect(part)).collect();
        assert!(places.is_sorted(), "{lang}: what is written so stands first");
        let marked = if lang == "en" {
            "sounds like @One"
        } else {
            "se prononce comme @One"
        };
        assert_eq!(
            words(&html).matches(marked).count(),
            1,
            "{lang}: once, at the one that was found so"
        );
        assert!(
            words(&html).contains("Exercise remark"),
            "{lang}: the text in which the words stand"
        );
    }
}

async fn get_page(address: &str) -> (StatusCode, String) {
    let request = Request::builder().uri(address).body(Body::empty()).unwrap();
    let response = crate::router(web(false)).oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn a_state_or_a_treaty_that_is_not_known_is_not_found_and_the_page_leads_on() {
    let (status, html) = get_page("/en/state/Frunce").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("No State of this record is called “Frunce”") && html.contains("<a href=\"/en/states\">"));
    let (status, html) = get_page("/fr/treaty/vienna").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("<a href=\"/fr/treaty/rome-statute\">") && html.contains("<a href=\"/fr/treaty/apic\">"));
    let (status, html) = get_page("/en/treaty/apic?as_at=2000-01-01").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("This treaty was not adopted yet") && html.contains("<a href=\"/en/treaty/apic?as_at=2002-09-09\">"));
}

#[tokio::test]
async fn pages_their_data_and_the_api_refuse_the_same_with_the_same_status() {
    for (page, api, status) in [
        ("/en/state/Frunce", "/api/v1/states/Frunce", 404),
        ("/en/treaty/vienna", "/api/v1/treaties/vienna", 404),
        ("/en/treaty/apic?as_at=2000-01-01", "/api/v1/treaties/apic?as_at=2000-01-01", 404),
        ("/en/findings?state=XAQ", "/api/v1/files/findings?state=XAQ", 400),
        ("/en/findings?kind=guilt", "/api/v1/files/findings?kind=guilt", 400),
        ("/en/laws?topic=sports", "/api/v1/files/legislation?topic=sports", 400),
    ] {
        let (path, query) = page
            .split_once('?')
            .map_or((page, String::new()), |(path, query)| (path, format!("?{query}")));
        for address in [page, api, &format!("{path}.json{query}"), &page.replace("/en/", "/fr/")] {
            let (told, body) = get_page(address).await;
            assert_eq!(told.as_u16(), status, "{address}: {body}");
        }
    }
}

#[tokio::test]
async fn a_filter_by_what_there_is_not_is_said_in_the_language_of_the_page() {
    let (_, html) = get_page("/fr/findings?state=XAQ").await;
    assert!(words(&html).contains("n’est le code d’aucun État de ce registre"), "{html}");
    assert!(html.contains("<a href=\"/fr/findings\">"), "and all of them can be shown");
    let (_, html) = get_page("/fr/agreements?kind=verdict").await;
    assert!(words(&html).contains("ce fichier n’a de ligne d’aucune nature à cette date"));
    let (_, html) = get_page("/fr/laws?topic=sports").await;
    assert!(words(&html).contains("topic ne peut pas être « sports ». Valeurs possibles : immunity, "));
    let layout = layout("/en/findings?kind=finding&state=XAQ", "T");
    let wrong = WrongFilter::State {
        given: "XAQ".into(),
        near: vec![samples::state_ref("XAA"), samples::state_ref("XAB")],
    };
    let said = refusal::filter_oops(&layout, &wrong);
    assert!(
        said.as_str()
            .contains("<a href=\"/en/findings?state=XAA&amp;kind=finding\">Exercise State XAA</a> or <a"),
        "{said}"
    );
}

#[test]
fn before_a_state_existed_the_page_says_since_when_it_has() {
    let layout = layout("/fr/state/XAA?as_at=2005-01-01", "T");
    let html = state_missing::not_yet_page(layout, &samples::state_ref("XAA"), date(2006, 6, 3))
        .render()
        .unwrap();
    assert!(words(&html).contains("Cet État existe depuis le 3 juin 2006."));
    assert!(html.contains("<a href=\"/fr/state/XAA?as_at=2006-06-03\">"));
}

/// How many bytes a text has as it is sent.
async fn compressed(text: String) -> usize {
    let app = Router::new()
        .route("/", get(move || async move { text }))
        .layer(CompressionLayer::new());
    let request = Request::builder()
        .uri("/")
        .header("accept-encoding", "gzip")
        .body(Body::empty())
        .unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
    to_bytes(response.into_body(), 1 << 20).await.unwrap().len()
}

#[tokio::test]
async fn a_first_visit_is_below_sixty_kilobytes_with_every_state_on_the_map() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/public-record/states.csv");
    let mut view = samples::overview();
    let like = view.states[0].clone();
    let mut reader = ::csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let mut state = like.clone();
        (state.state.code, state.state.name_en) = (row[0].to_owned(), row[5].to_owned());
        state
    });
    view.states = rows.collect();
    assert_eq!(view.states.len(), 196);
    let page = compressed(of_overview("en", &view)).await;
    let sheet = compressed(include_str!("../../assets/comity.css").to_owned()).await;
    assert!(page + sheet < 60_000, "{page} and {sheet} bytes");
}
