#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use register::kinds;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn words(lang: Lang) -> Words {
    Words::new(&Arc::new(Texts::load()), lang)
}

/// The messages of a file with the arguments that each takes.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("a text cannot be read: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            of_pattern(&message.value.expect("a text has a value"), &mut arguments);
            assert!(
                message.attributes.is_empty(),
                "{} has attributes, which no page reads",
                message.id.name
            );
            assert!(
                found.insert(message.id.name.to_owned(), arguments).is_none(),
                "{} stands twice",
                message.id.name
            );
        }
    }
    found
}

fn of_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, arguments);
        }
    }
}

fn of_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            of_inline(selector, arguments);
            for variant in variants {
                of_pattern(&variant.value, arguments);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("texts hold arguments alone, not {other:?}"),
    }
}

/// The files of a folder of this room, without its tests.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_file() && !name.contains("tests") {
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// The Rust files that choose texts, in one.
fn code() -> String {
    let choosing = ["acts.rs", "atom.rs", "chart.rs", "dates.rs", "layout.rs", "written.rs"];
    let own = files("src").into_iter().filter(|(name, _)| choosing.contains(&name.as_str()));
    own.chain(files("src/layout"))
        .chain(files("src/pages"))
        .map(|(_, text)| text)
        .collect()
}

/// The Rust files of pages for whoever is signed in, of the API and of its problems, in one.
fn inside() -> String {
    let all = files("src/inside").into_iter().chain(files("src/api")).chain(files("src/problem"));
    let beside = files("src").into_iter().filter(|(name, _)| name == "problem.rs");
    all.chain(beside).map(|(_, text)| text).collect()
}

/// All templates, in one.
fn templates() -> String {
    let all = files("templates").into_iter().chain(files("templates/inside"));
    all.map(|(_, text)| text).collect()
}

/// What stands between a beginning and the next quotation mark, wherever the beginning stands.
fn quoted<'a>(text: &'a str, beginning: &str) -> Vec<&'a str> {
    text.match_indices(beginning)
        .filter_map(|(at, _)| text[at + beginning.len()..].split('"').next())
        .collect()
}

/// Literals of the code that look like the key of a text and are none.
const NO_TEXTS: [&str; 17] = [
    "act-referral-made",
    "bars-title",
    "ended-by",
    "nav-file",
    "no-store",
    "not-said",
    "public-request",
    "public-requests",
    "rome-statute",
    "same-origin",
    "sec-fetch-site",
    "sign-in",
    "situation-named",
    "summons-ended",
    "taken-back",
    "treaty-title",
    "x-robots-tag",
];

/// Families of texts for closed words: chosen by the word, not by name.
const FAMILIES: [&str; 87] = [
    "authority-channel-",
    "authority-does-",
    "authority-done-",
    "authority-fault-",
    "authority-field-",
    "authority-hint-",
    "authority-role-",
    "month-",
    "status-",
    "said-",
    "reason-",
    "ended-by-",
    "milestone-",
    "counted-",
    "basis-",
    "institution-",
    "kind-",
    "situation-ICC-",
    "month-short-",
    "act-",
    "agreement-",
    "channel-",
    "concerning-",
    "finding-",
    "found-",
    "group-",
    "joined-",
    "language-",
    "membership-",
    "tie-",
    "treaty-apic",
    "treaty-rome-statute",
    "treaty-title-",
    "answer-",
    "cell-",
    "compared-",
    "confidence-",
    "effect-",
    "file-",
    "nav-file-",
    "referral-S",
    "situation-named-",
    "action-",
    "audit-act-",
    "level-",
    "people-error-",
    "person-done-",
    "purpose-",
    "role-",
    "guard-",
    "matter-done-",
    "emergency-done-",
    "erasure-done-",
    "erasure-error-",
    "change-",
    "attachment-",
    "files-done-",
    "requests-",
    "request-fact-",
    "request-field-",
    "request-finding-",
    "request-next-",
    "request-yes",
    "request-no",
    "draft-done-",
    "execution-said-",
    "execution-done-",
    "execution-field-",
    "hand-over-",
    "need-state",
    "need-change",
    "need-correct",
    "need-end",
    "need-field-",
    "need-hint-",
    "need-done-",
    "need-fault-",
    "request-date-",
    "tokens-scope-",
    "signature-of-",
    "draft-word-",
    "request-take-",
    "request-letter-",
    "problem-kind-",
    "problem-help-",
    "text-standing-",
    "problem-json-expects-",
];

#[test]
fn both_languages_have_the_same_texts_with_the_same_arguments() {
    assert_eq!(messages(EN), messages(FR));
}

#[test]
fn every_text_that_is_asked_for_by_name_exists() {
    let known = messages(EN);
    let law = law::Pack::rome_statute().unwrap();
    let (code, inside, templates) = (code(), inside(), templates());
    let mut asked = quoted(&templates, ".t(\"");
    asked.extend(quoted(&templates, "hint(\""));
    asked.extend(quoted(&code, ".t(\""));
    asked.extend(quoted(&code, "say(\""));
    asked.extend(quoted(&code, "plain(\""));
    for asking in [".t(\"", "say(\"", "plain(\"", "layout(\"", "Said::text(\"", "Said::with(\""] {
        asked.extend(quoted(&inside, asking));
    }
    // Where the text is chosen by a condition, its key is a literal of two words or more.
    let like_a_key = |text: &str| {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain && text.split('-').count() > 1 && text.split('-').all(|part| !part.is_empty())
    };
    asked.extend(
        quoted(&code, "\"")
            .into_iter()
            // The ids of headings begin so.
            .filter(|text| like_a_key(text) && !text.starts_with("h-"))
            .filter(|text| !NO_TEXTS.contains(text) && law.rule(text).is_none()),
    );
    assert!(asked.len() > 200, "the sources are read");
    for key in asked {
        assert!(known.contains_key(key), "there is no text {key}");
    }
}

#[test]
fn no_text_lies_unused() {
    let sources = code() + &inside() + &templates();
    for key in messages(EN).keys() {
        let chosen = FAMILIES.iter().any(|family| key.starts_with(family));
        assert!(chosen || sources.contains(&format!("\"{key}\"")), "no page uses {key}");
    }
}

#[test]
fn texts_hold_no_html_and_are_set_as_the_language_is_set() {
    for source in [EN, FR] {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            assert!(!line.contains(['<', '&', '\'']), "HTML or a typewriter's apostrophe: {line}");
            assert!(!line.replace("->", "").contains('>'), "HTML: {line}");
        }
    }
    for line in FR.lines().filter(|line| !line.starts_with('#')) {
        for sign in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!line.contains(sign), "a space that may break stands at a sign: {line}");
        }
    }
}

/// A column of a table of the public record.
fn column(file: &str, name: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/public-record").join(file);
    let mut reader = ::csv::Reader::from_path(path).unwrap();
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|heading| heading == name)
        .expect("the column is there");
    let values: BTreeSet<String> = reader
        .records()
        .map(|row| row.unwrap()[at].to_owned())
        .filter(|value| !value.is_empty())
        .collect();
    assert!(!values.is_empty(), "{file} says nothing in {name}");
    values
}

#[track_caller]
fn every_word_has_a_text(family: &str, words_of_the_data: impl IntoIterator<Item = String>) {
    for word in words_of_the_data {
        for lang in Lang::ALL {
            assert!(
                words(lang).closed_key(family, &word).is_some(),
                "{family}: \"{word}\" has no text in {}",
                lang.tag()
            );
        }
    }
}

#[test]
fn every_closed_word_of_the_public_record_has_a_text() {
    every_word_has_a_text("milestone", column("milestones.csv", "kind"));
    every_word_has_a_text("reason", column("proceedings.csv", "end_reason"));
    every_word_has_a_text("ended-by", column("proceedings.csv", "end_reason"));
    every_word_has_a_text("situation", column("proceedings.csv", "situation_no"));
    every_word_has_a_text("counted", column("official_counts.csv", "what"));
    every_word_has_a_text("basis", column("official_counts.csv", "basis"));
    every_word_has_a_text("institution", column("official_counts.csv", "said_by"));
    every_word_has_a_text("group", column("states.csv", "un_regional_group"));
    every_word_has_a_text("membership", column("states.csv", "un_membership"));
    every_word_has_a_text("joined", column("rome_statute.csv", "kind"));
    every_word_has_a_text("joined", column("apic.csv", "kind"));
    every_word_has_a_text("finding", column("findings.csv", "kind"));
    every_word_has_a_text("concerning", column("findings.csv", "concerning"));
    every_word_has_a_text("agreement", column("agreements.csv", "kind"));
    every_word_has_a_text("act-referral-made", column("referrals.csv", "kind"));
    let each = |cells: BTreeSet<String>, signs: [char; 2]| -> BTreeSet<String> {
        let words = cells.iter().flat_map(|cell| cell.split(signs)).map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    every_word_has_a_text("channel", each(column("article87.csv", "channel"), [';', ';']));
    every_word_has_a_text("language", each(column("article87.csv", "languages_accepted"), [';', '+']));
    every_word_has_a_text("language", each(column("states.csv", "official_languages"), [';', ';']));
}

#[test]
fn every_file_and_every_column_of_the_register_has_a_text() {
    let files = register::files::FILES.iter();
    let pages = crate::address::FILE_PAGES.iter().map(|page| page.file.to_owned());
    every_word_has_a_text("file", files.clone().map(|file| file.name().to_owned()));
    every_word_has_a_text("file", [register::derive::PROCEEDINGS.to_owned()]);
    every_word_has_a_text("nav-file", pages);
    let columns = files.flat_map(|file| file.columns).filter(|column| column.is_citable());
    let shown = columns.filter(|column| !matches!(column.becomes, register::files::Becomes::Remark));
    every_word_has_a_text("cell", shown.map(|column| column.name.to_owned()));
    every_word_has_a_text("effect", column("acceptances.csv", "status"));
    every_word_has_a_text("referral", column("referrals.csv", "kind"));
    every_word_has_a_text("situation-named", column("referrals.csv", "situation"));
    every_word_has_a_text("answer", ["yes", "no"].map(str::to_owned));
    let figures = register::view::model::figures(&register::view::model::Figures::default());
    every_word_has_a_text("compared", figures.map(|(what, _)| what.to_owned()));
    every_word_has_a_text("compared", ["outstanding".to_owned()]);
}

#[test]
fn every_closed_word_of_the_register_has_a_text() {
    let kinds = [
        kinds::PERSON_NAMED,
        kinds::WARRANT_ISSUED,
        kinds::SUMMONS_ISSUED,
        kinds::MADE_PUBLIC,
        kinds::WARRANT_EXECUTED,
        kinds::SURRENDERED,
        kinds::APPEARED,
        kinds::ENDED,
        kinds::MILESTONE,
        kinds::REMARK,
        kinds::CITATION,
        kinds::COUNT_STATED,
        kinds::PACK_EDITION,
        kinds::PACK_DIFFERS,
        kinds::GENESIS,
    ];
    every_word_has_a_text("kind", kinds.map(str::to_owned));
    every_word_has_a_text("act", [kinds::SURRENDERED, kinds::APPEARED].map(str::to_owned));
    every_word_has_a_text("status", crate::query::STATUSES.map(str::to_owned));
    let pack = law::Pack::rome_statute().expect("the pack is sound");
    every_word_has_a_text("status", pack.statuses().map(str::to_owned));
    every_word_has_a_text(
        "said",
        crate::query::STATUSES
            .iter()
            .filter(|status| **status != "all")
            .map(|status| (*status).to_owned()),
    );
}

#[test]
fn every_error_of_an_act_on_people_has_a_text_and_no_other_has() {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../identity/src/people/actor.rs")).unwrap();
    let words = source.split("pub fn word(").nth(1).expect("the words of the errors are there");
    let words: BTreeSet<String> = quoted(words, "=> \"")
        .into_iter()
        .map(|word| format!("people-error-{word}"))
        .collect();
    assert!(words.len() > 20, "the source is read");
    let texts: BTreeSet<String> = messages(EN).into_keys().filter(|key| key.starts_with("people-error-")).collect();
    assert_eq!(texts, words);
}

#[test]
fn every_kind_of_problem_has_its_texts_and_no_other_has() {
    for family in ["problem-kind-", "problem-help-"] {
        let texts: BTreeSet<String> = messages(EN).into_keys().filter(|key| key.starts_with(family)).collect();
        let kinds = crate::problem::KINDS.iter().map(|(kind, _)| format!("{family}{kind}"));
        assert_eq!(texts, kinds.collect());
    }
}

#[test]
fn every_reason_why_nothing_is_erased_has_a_text_and_no_other_has() {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../register/src/erasure_refused.rs")).unwrap();
    let words = source.split("pub fn word(").nth(1).expect("the words of the refusals are there");
    // That no entry is chosen the form says itself.
    let words = quoted(words, "=> \"").into_iter().chain(["none-chosen"]);
    let words: BTreeSet<String> = words.map(|word| format!("erasure-error-{word}")).collect();
    assert!(words.len() > 15, "the source is read");
    let texts: BTreeSet<String> = messages(EN).into_keys().filter(|key| key.starts_with("erasure-error-")).collect();
    assert_eq!(texts, words);
}

#[test]
fn every_closed_word_of_access_and_the_audit_has_a_text() {
    every_word_has_a_text("role", access::Role::ALL.map(|role| role.word().to_owned()));
    every_word_has_a_text("action", access::Action::ALL.map(|action| action.word().to_owned()));
    every_word_has_a_text("level", record::audience::Level::ALL.map(|level| level.word().to_owned()));
    let acts = register::audit::Act::ALL.iter();
    every_word_has_a_text("audit-act", acts.map(|act| act.word().to_owned()));
    let purposes = register::audit::Purpose::ALL.map(|purpose| purpose.word().to_owned());
    every_word_has_a_text("purpose", purposes);
}

#[test]
fn a_word_without_a_text_is_shown_as_it_is_and_marked_as_english() {
    assert_eq!(
        words(Lang::En).closed("reason", "exercise <reason>").as_str(),
        "exercise &lt;reason&gt;"
    );
    assert_eq!(
        words(Lang::Fr).closed("reason", "exercise reason").as_str(),
        "<span lang=\"en\">exercise reason</span>"
    );
}

#[test]
fn numbers_follow_plural_forms_and_words_are_escaped() {
    let en = words(Lang::En);
    assert_eq!(en.say("days-n", &[("n", 1_i64.into())]).as_str(), "1 day");
    assert_eq!(en.say("days-n", &[("n", 7384_i64.into())]).as_str(), "7\u{202f}384 days");
    assert_eq!(words(Lang::Fr).say("days-n", &[("n", 0_i64.into())]).as_str(), "0 jour");
    assert_eq!(
        en.say("said-name", &[("name", "<b>".into())]).as_str(),
        "name beginning with “&lt;b&gt;”"
    );
    assert_eq!(en.plain("said-name", &[("name", "<b>".into())]), "name beginning with “<b>”");
}

#[test]
fn every_act_of_a_file_that_is_told_as_an_event_has_a_name() {
    let kinds: BTreeSet<&str> = register::files::FILES.iter().flat_map(register::files::File::kinds).collect();
    // What these are called depends on what they found or who referred.
    let by_what = [kinds::FINDING, kinds::REFERRAL];
    let told = kinds
        .into_iter()
        .filter(|kind| register::files::is_event(kind) && !by_what.contains(kind));
    every_word_has_a_text("act", told.map(str::to_owned));
}
