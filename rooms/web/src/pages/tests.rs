//! Pages rendered out of views made by hand, and the answers of the router over an empty record.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::contacts::Typed;
use super::*;
use crate::address::DateFields;
use crate::markup::Markup;
use crate::samples;
use jiff::civil::date;
use register::desk::{Fault, Field, Reference, Said};

const TODAY: Date = date(2026, 11, 25);

fn foot() -> Foot {
    Foot {
        edition: Some(date(2026, 11, 25)),
        complete_until: Some(date(2026, 5, 17)),
        checkpoint_day: TODAY,
        checkpoint_root: "125b46400565fc1b".repeat(4),
        began: date(2026, 11, 20),
        exercise: true,
        institution: None,
    }
}

/// The layout of an address, as a handler makes it.
pub(super) fn layout(address: &str, title: &str) -> Layout {
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    let (lang, rest) = path
        .trim_start_matches('/')
        .split_once('/')
        .unwrap_or((path.trim_start_matches('/'), ""));
    let asked = Asked::read(lang, rest, query, TODAY).expect("a page lies there");
    let w = Words::new(&Arc::new(Texts::load()), asked.address.lang);
    let mut layout = layout_of(&asked, w, TODAY, Some(foot()));
    layout.title = title.to_owned();
    layout.title_as_at = true;
    layout.formats = &[Format::Csv, Format::Json];
    layout
}

/// Every page in a language, with its name.
fn all_pages(lang: &str) -> Vec<(&'static str, String)> {
    let reading = "as_at=2026-03-01&known_on=2026-11-20";
    let at = |path: &str| layout(&format!("/{lang}{path}?{reading}"), "Title");
    let error = || {
        layout(
            &format!("/{lang}/error?as_at=2026-03-01&page=%2F{lang}%2Fperson%2Fexercise-0001"),
            "Title",
        )
    };
    let day = || DateFields {
        d: "1".into(),
        m: "3".into(),
        y: "2026".into(),
    };
    let law = law::Pack::rome_statute().unwrap();
    let wrong = Asked::read(lang, "", Some("as_at=2013-02-30&known_on=2030-01-01"), TODAY).unwrap();
    let wrong_layout = layout_of(&wrong, Words::new(&Arc::new(Texts::load()), wrong.address.lang), TODAY, None);
    let mut pages = vec![
        ("overview", overview::page(at(""), &samples::overview()).render().unwrap()),
        ("warrants", warrants::page(at("/warrants"), &samples::persons()).render().unwrap()),
        (
            "person",
            person::page(at("/person/exercise-0001"), &samples::person()).render().unwrap(),
        ),
        (
            "situations",
            situations::page(at("/situations"), &samples::situations()).render().unwrap(),
        ),
        (
            "situation",
            situation::page(at("/situation/ICC-02-04"), &samples::situation()).render().unwrap(),
        ),
        (
            "working",
            working::page(at("/working"), &samples::working(), &law).render().unwrap(),
        ),
        ("counts", counts::page(at("/counts"), &samples::counts()).render().unwrap()),
        ("search", search::page(at("/search"), &samples::found()).render().unwrap()),
        ("entry", entry::page(at("/entry/0123"), &samples::entry()).render().unwrap()),
        ("about", about::page(at("/about"), "exercise+abc+key").render().unwrap()),
        (
            "states",
            states::page(at("/states"), &samples::views::states(), &law).render().unwrap(),
        ),
        (
            "state",
            state::page(at("/state/XAA"), &samples::views::profile(), &law).render().unwrap(),
        ),
        (
            "state-bare",
            state::page(at("/state/XAA"), &samples::views::bare_profile(), &law)
                .render()
                .unwrap(),
        ),
        (
            "treaty",
            treaty::page(at("/treaty/rome-statute"), &samples::views::parties(), &law)
                .render()
                .unwrap(),
        ),
        ("treaty-unknown", treaty::unknown_page(at("/treaty/x"), &law).render().unwrap()),
        (
            "state-unknown",
            state_missing::unknown_page(at("/state/x"), "x", &[samples::state_ref("XAA")])
                .render()
                .unwrap(),
        ),
        (
            "contacts",
            contacts::page(at("/contacts"), Typed::on(day()), vec![], None, &law)
                .render()
                .unwrap(),
        ),
        (
            "contacts-not-read",
            contacts::page(
                at("/contacts"),
                Typed::on(day()),
                vec![("list", Markup::text("Empty.")), ("on", Markup::text("No day."))],
                None,
                &law,
            )
            .render()
            .unwrap(),
        ),
        (
            "contacts-checked",
            contacts::page(at("/contacts"), Typed::on(day()), vec![], Some(&samples::contacts::checked()), &law)
                .render()
                .unwrap(),
        ),
        (
            "error",
            error_report::form_page(at("/error"), Said::default(), vec![], None)
                .render()
                .unwrap(),
        ),
        (
            "error-again",
            error_report::form_page(error(), samples::said(), every_fault(), None)
                .render()
                .unwrap(),
        ),
        (
            "error-busy",
            error_report::form_page(error(), samples::said(), vec![], Some(Markup::text("Later.")))
                .render()
                .unwrap(),
        ),
        (
            "error-thanks",
            error_report::thanks_page(error(), &Reference::from_bytes([7; 12]))
                .render()
                .unwrap(),
        ),
        (
            "wrong",
            refusal::wrong_page(wrong_layout, &wrong.reading.unwrap_err()).render().unwrap(),
        ),
        ("missing", refusal::missing_page(at("/person/nobody")).render().unwrap()),
        ("before", refusal::before_page(at(""), date(2026, 11, 20)).render().unwrap()),
    ];
    pages.extend(files_tests::all(lang));
    pages
}

/// Something wrong in every field.
fn every_fault() -> Vec<(Field, Fault)> {
    vec![
        (Field::Entry, Fault::NotAnEntry),
        (Field::Wrong, Fault::Missing),
        (Field::Right, Fault::TooLong),
        (Field::Contact, Fault::NotAnAddress),
    ]
}

fn every_page() -> Vec<(String, String)> {
    let of = |lang: &'static str| {
        all_pages(lang)
            .into_iter()
            .map(move |(name, html)| (format!("{lang} {name}"), html))
    };
    of("en").chain(of("fr")).collect()
}

/// Elements that have no end tag.
const VOID: [&str; 6] = ["br", "input", "link", "meta", "hr", "img"];

/// The tags of a page: name, attributes, whether it begins, ends itself or ends another.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .map(|part| part.split('>').next().unwrap())
        .filter(|tag| !tag.starts_with('!'))
        .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// What stands between a beginning and the next quotation mark.
fn quoted<'a>(html: &'a str, beginning: &str) -> Vec<&'a str> {
    html.split(beginning).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_tag_that_is_opened_is_closed() {
    for (page, html) in every_page() {
        let mut open: Vec<&str> = Vec::new();
        for tag in tags(&html) {
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "{page}: </{name}> closes something else");
                continue;
            }
            let name = tag.split([' ', '/']).next().unwrap();
            if !VOID.contains(&name) && !tag.ends_with('/') {
                open.push(name);
            }
        }
        assert_eq!(open, Vec::<&str>::new(), "{page}");
    }
}

#[test]
fn every_page_has_one_first_heading_and_leaves_out_no_level() {
    for (page, html) in every_page() {
        let levels: Vec<u32> = tags(&html)
            .into_iter()
            .filter_map(|tag| tag.split(' ').next()?.strip_prefix('h')?.parse().ok())
            .collect();
        assert_eq!(levels.first(), Some(&1), "{page}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{page}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{page}: {levels:?}");
    }
}

#[test]
fn every_reference_within_a_page_leads_somewhere() {
    for (page, html) in every_page() {
        let tags = tags(&html);
        let mut ids: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{page}: an id stands twice");
        for tag in &tags {
            let references = ["for", "aria-labelledby", "aria-describedby"]
                .into_iter()
                .filter_map(|name| attribute(tag, name));
            let anchors = attribute(tag, "href").and_then(|href| href.strip_prefix('#'));
            for id in references.flat_map(str::split_whitespace).chain(anchors) {
                assert!(ids.contains(&id), "{page}: nothing has the id {id}");
            }
        }
    }
}

#[test]
fn every_field_has_a_label() {
    for (page, html) in every_page() {
        let tags = tags(&html);
        let labelled: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "for")).collect();
        let is_field = |tag: &&&str| ["input", "select", "textarea"].iter().any(|name| tag.starts_with(name));
        for tag in tags.iter().filter(is_field) {
            let kind = attribute(tag, "type").unwrap_or_default();
            // A radio button stands within its label.
            let named = attribute(tag, "aria-label").is_some() || attribute(tag, "id").is_some_and(|id| labelled.contains(&id));
            assert!(named || ["hidden", "radio"].contains(&kind), "{page}: {tag}");
        }
    }
}

#[test]
fn pages_need_neither_scripts_nor_styles_of_their_own() {
    for (page, html) in every_page() {
        for tag in tags(&html) {
            assert!(!tag.starts_with("script") && !tag.starts_with("style"), "{page}: {tag}");
            assert_eq!(attribute(tag, "style"), None, "{page}: {tag}");
            // Every other piece lies between quotation marks.
            let names: String = tag.split('"').step_by(2).collect();
            assert!(!names.contains(" on"), "{page}: {tag}");
        }
    }
}

#[test]
fn a_table_that_stacks_keeps_its_meaning_by_roles() {
    for (page, html) in every_page() {
        let tables = html.split("<table role=\"table\"").skip(1);
        for table in tables.map(|rest| rest.split("</table>").next().unwrap()) {
            for (element, role) in [("<thead", "rowgroup"), ("<tbody", "rowgroup"), ("<tr", "row"), ("<td", "cell")] {
                for tag in table.split(element).skip(1) {
                    assert!(tag.starts_with(&format!(" role=\"{role}\"")), "{page}: {element}{tag:.60}");
                }
            }
            assert!(table.contains("<caption"), "{page}: a table without a caption");
        }
    }
}

#[test]
fn names_from_outside_cannot_write_html() {
    let hostile = "<script>alert(1)</script>\" onclick=\"x";
    let mut view = samples::person();
    view.row.name = hostile.into();
    view.also_known_as = vec![hostile.into()];
    view.remarks = vec![hostile.into()];
    view.row.situation = hostile.into();
    view.row.situation_no = hostile.into();
    view.lines[0].remarks = vec![hostile.into()];
    view.lines[0].what = Some(hostile.into());
    view.lines[0].act = register::kinds::MILESTONE.into();
    view.lines[0].sources[0].source = format!("https://example.org/{hostile}");
    view.lines[0].acts[0].date.on = hostile.into();
    let html = person::page(layout("/en/person/x", hostile), &view).render().unwrap();
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;") || html.contains("&#60;script"));
    assert!(tags(&html).iter().all(|tag| !tag.contains(" onclick=\"")), "no attribute is left");

    let said = Said {
        page: hostile.into(),
        entry: hostile.into(),
        wrong: format!("</textarea>{hostile}"),
        right: hostile.into(),
        contact: hostile.into(),
    };
    let address = format!("/en/error?page=%2Fen%2Fperson%2F{}", "%2522%253E%253Cscript%253E");
    let html = error_report::form_page(layout(&address, "T"), said, every_fault(), None)
        .render()
        .unwrap();
    assert!(!html.contains("<script"));
    assert_eq!(html.matches("</textarea>").count(), 2);

    let mut found = samples::found();
    found.q = hostile.into();
    found.not_read = format!("not-read {hostile}");
    let html = search::page(layout("/en/search?q=%3Cscript%3E%22x", hostile), &found)
        .render()
        .unwrap();
    assert!(!html.contains("<script"));
    assert!(html.contains("not-read &"), "what was not read is said");
}

#[test]
fn wherever_names_are_listed_a_warrant_is_said_to_be_no_finding_of_guilt() {
    for (lang, said) in [
        ("en", "A warrant is not a finding of guilt"),
        ("fr", "Un mandat n’est pas une déclaration de culpabilité"),
    ] {
        for (page, html) in all_pages(lang) {
            if ["overview", "warrants", "person", "situation", "working", "search", "state"].contains(&page) {
                assert!(html.contains(said), "{lang} {page}");
            }
        }
    }
}

#[test]
fn the_outcome_stands_before_all_else_on_a_person() {
    let mut view = samples::person();
    view.row.status = "surrendered".into();
    let outcome = |what: &str, on: &str| {
        let mut line = view.lines[1].clone();
        line.act = register::kinds::MILESTONE.into();
        line.what = Some(what.into());
        line.acts[0].date.on = on.into();
        line
    };
    let deck = |outcomes: Vec<register::view::model::ActLine>| {
        let view = register::view::model::Person { outcomes, ..view.clone() };
        let html = person::page(layout("/en/person/x", "Person One"), &view).render().unwrap();
        html.split("<p class=\"deck\">")
            .nth(1)
            .unwrap()
            .split("</p>")
            .next()
            .unwrap()
            .to_owned()
    };
    let convicted = deck(vec![outcome("sentenced", "2025-12-09"), outcome("convicted", "2025-10-06")]);
    assert!(convicted.starts_with("Convicted on <time datetime=\"2025-10-06\""), "{convicted}");
    assert!(
        convicted.find("Surrendered to the Court") > convicted.find("sentenced on"),
        "{convicted}"
    );
    let acquitted = deck(vec![
        outcome("acquitted on appeal", "2018-06-08"),
        outcome("convicted", "2016-03-21"),
    ]);
    assert!(
        acquitted.starts_with("Acquitted on appeal on <time datetime=\"2018-06-08\""),
        "{acquitted}"
    );
}

#[test]
fn pages_of_persons_ask_search_engines_to_leave_them_out() {
    for (page, html) in all_pages("en") {
        let asks = html.contains("<meta name=\"robots\" content=\"noindex\">");
        let open = [
            "overview",
            "warrants",
            "situations",
            "situation",
            "working",
            "counts",
            "about",
            "states",
            "state",
            "findings",
            "agreements",
            "declarations",
            "laws",
            "referrals",
            "acceptances",
            "resolutions",
            "pledges",
            "row",
            "compare",
            "sources",
            "doubts",
            "data",
            "accessibility",
        ];
        let expected = !open.contains(&page) && !["state-bare", "treaty"].contains(&page);
        assert_eq!(asks, expected, "{page}");
    }
}

#[test]
fn what_stands_in_english_only_is_marked_as_english_on_a_french_page() {
    let html = person::page(layout("/fr/person/exercise-0001", "Person One"), &samples::person())
        .render()
        .unwrap();
    assert!(html.contains("<span lang=\"en\">A remark.</span>"));
    let english = person::page(layout("/en/person/exercise-0001", "Person One"), &samples::person())
        .render()
        .unwrap();
    assert!(!english.contains("<span lang=\"en\">"));
}

#[test]
fn a_wrong_date_gives_the_page_again_with_what_is_wrong_and_how_to_mend_it() {
    let html = all_pages("en").into_iter().find(|(page, _)| *page == "wrong").unwrap().1;
    assert!(html.contains("2 things to mend"));
    assert!(html.contains("<a href=\"#as_at\">The record as at: “2013-02-30” is not a day of the calendar."));
    assert!(html.contains("<a href=\"#known_on\">As this register knew it on: <time datetime=\"2030-01-01\""));
    assert!(
        html.contains("<input class=\"d\" id=\"as_at\" name=\"d\" inputmode=\"numeric\" maxlength=\"2\" value=\"30\""),
        "the field keeps what was given"
    );
    assert!(html.contains("aria-invalid=\"true\""));
    assert!(html.contains("<details open><summary>"), "the wrong field is in sight");
    assert!(html.contains("Show today, <time datetime=\"2026-11-25\""), "today is offered");
}

#[test]
fn the_date_sentence_holds_the_reading_of_the_page() {
    let html = overview::page(layout("/en?as_at=2026-03-01&hindsight=1", "T"), &samples::overview())
        .render()
        .unwrap();
    assert!(html.contains("name=\"d\" inputmode=\"numeric\" maxlength=\"2\" value=\"1\""));
    assert!(html.contains("<option value=\"3\" selected>March</option>"));
    assert!(html.contains("value=\"2026\""));
    assert!(html.contains("<input type=\"radio\" name=\"hindsight\" value=\"1\" checked>"));
    assert!(!html.contains("<input type=\"radio\" name=\"hindsight\" value=\"0\" checked>"));
    assert!(html.contains("<title>T as at 1\u{a0}March\u{a0}2026 · Comity · Exercise</title>"));
}

#[test]
fn links_keep_the_reading_and_forms_keep_the_rest_of_the_address() {
    let html = warrants::page(
        layout("/en/warrants?as_at=2026-03-01&hindsight=1&status=all", "T"),
        &samples::persons(),
    )
    .render()
    .unwrap();
    assert!(
        html.contains("href=\"/en/person/exercise-0001?as_at=2026-03-01&amp;hindsight=1\"")
            || html.contains("href=\"/en/person/exercise-0001?as_at=2026-03-01&#38;hindsight=1\"")
    );
    let asat = html.split("<form class=\"asat\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(
        asat.contains("<input type=\"hidden\" name=\"status\" value=\"all\">"),
        "another day keeps the filter"
    );
    let filter = html
        .split("<form class=\"filter\"")
        .nth(1)
        .unwrap()
        .split("</form>")
        .next()
        .unwrap();
    assert!(
        filter.contains("<input type=\"hidden\" name=\"as_at\" value=\"2026-03-01\">"),
        "another filter keeps the day"
    );
    let find = html.split("<form class=\"find\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(
        find.contains("<input type=\"hidden\" name=\"hindsight\" value=\"1\">"),
        "a search keeps the reading"
    );
}

#[test]
fn whom_hindsight_adds_is_linked_where_that_person_exists() {
    let law = law::Pack::rome_statute().unwrap();
    let view = register::view::model::Working {
        outstanding: vec![],
        surrendered: vec![],
        ended: vec![],
        hindsight_adds: vec![samples::row()],
        ..samples::working()
    };
    let html = working::page(layout("/en/working?as_at=2026-03-01", "T"), &view, &law)
        .render()
        .unwrap();
    let group = html.split("<section class=\"row\" id=\"hindsight\"").nth(1).unwrap();
    let links: Vec<_> = quoted(group.split("</section>").next().unwrap(), "href=\"/en/");
    assert!(links.len() > 3, "person, sources and entries are linked");
    assert!(links.iter().all(|link| link.contains("hindsight=1")), "{links:?}");
}

#[test]
fn an_exercise_record_says_so_on_every_page_and_a_real_one_on_none() {
    for (page, html) in every_page() {
        let read = !page.ends_with("wrong");
        assert_eq!(
            html.contains("class=\"exercise\""),
            read,
            "{page}: only a page without its foot cannot know"
        );
    }
    let mut real = layout("/en", "T");
    real.foot = Some(Foot { exercise: false, ..foot() });
    let html = overview::page(real, &samples::overview()).render().unwrap();
    assert!(!html.contains("class=\"exercise\""));
}

#[test]
fn a_day_on_which_nothing_had_happened_says_so() {
    let mut view = samples::overview();
    view.sum = register::view::model::Sum {
        named: 0,
        surrendered: 0,
        ended: 0,
        ended_by_reason: vec![],
        outstanding: 0,
        warrants: 0,
    };
    view.steps.clear();
    view.steps_hindsight.clear();
    view.situations.clear();
    view.events.clear();
    let html = overview::page(layout("/en?as_at=1999-01-01", "T"), &view).render().unwrap();
    assert!(html.contains("<span class=\"fig\">0</span>"));
    assert!(html.contains("Nobody was outstanding on this day."));
    assert!(html.contains("Nothing had happened by this day"));
    assert!(!html.contains("<svg class=\"plot\""));
}

#[test]
fn the_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let html = all_pages("en").into_iter().find(|(page, _)| *page == "error-again").unwrap().1;
    assert!(html.contains("<title>Not sent: report an error in a fact"));
    assert!(html.contains("4 things to mend"));
    for (field, typed) in [("entry", "value=\"0123456789ab\""), ("contact", "value=\"reader@example.org\"")] {
        assert!(
            html.contains(&format!("<li><a href=\"#{field}\">")) && html.contains(typed),
            "{field}"
        );
        assert!(
            html.contains(&format!("aria-invalid=\"true\" aria-describedby=\"{field}-hint {field}-bad\"")),
            "{field}"
        );
    }
    assert!(
        html.contains(">\nThe day is wrong.\nIt is 2 January.</textarea>"),
        "the line end at the beginning is HTML's"
    );
    assert!(html.contains("<code>/en/person/exercise-0001?as_at=2026-03-01</code>"));
}

#[test]
fn every_page_leads_to_the_form_in_its_own_reading() {
    let html = overview::page(layout("/en?as_at=2026-03-01&hindsight=1", "T"), &samples::overview())
        .render()
        .unwrap();
    let link = quoted(&html, "<li><a href=\"/en/error?")[0]
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    assert_eq!(link, "as_at=2026-03-01&hindsight=1&page=%2Fen");
    for (page, html) in every_page() {
        let lang = &page[..2];
        assert!(
            html.contains(&format!("<li><a href=\"/{lang}/error?")) || html.contains(&format!("<li><a href=\"/{lang}/error\"")),
            "{page}"
        );
    }
}

#[test]
fn the_fields_of_a_date_are_those_of_the_address() {
    let asked = Asked::read("en", "", Some("as_at=2013-10-02"), TODAY).unwrap();
    assert_eq!(
        asked.day,
        DateFields {
            d: "2".into(),
            m: "10".into(),
            y: "2013".into()
        }
    );
    assert_eq!(
        asked.known,
        DateFields {
            d: "25".into(),
            m: "11".into(),
            y: "2026".into()
        }
    );
}
