//! Documents out of a request, the law and what is known of the requested State.

use super::annexes::{self, AnnexLine};
use super::words::{Language, Words};
use super::{Kind, Labels, Letter, Marks, Section, Sort};
use jiff::civil::Date;
use law::{Element, ElementSort, Pack, Values};
use register::authorities::AuthorityWords;
use register::request::{COURT_NUMBER, DocumentFacts, LEVEL, RequestText, Signature};

/// The element that says which organ of the Court makes the request.
const REQUESTING_BODY: &str = "requesting_body";

/// Out of what a document is made. Nothing else goes into it: the same gives the same document, whenever it is made.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The law, whose texts name the form and its elements.
    pub law: &'a Pack,
    /// What is asked.
    pub text: &'a RequestText,
    /// The reference of the request, as it is printed: its id.
    pub reference: &'a str,
    /// The day on which it is signed; none where it was not signed yet.
    pub date: Option<Date>,
    /// The language of the document.
    pub language: Language,
    /// What the record knows of what the request names.
    pub facts: &'a DocumentFacts,
}

/// The request itself. A form that the law pack does not know gives a document with what was given, under its ids.
pub fn request(given: &Given) -> Letter {
    let words = Words(given.language);
    Letter {
        opening: opening(given, words),
        closing: vec![words.t("document-request-closing"), dated(given, words)],
        signature: Some(words.t("document-signature")),
        sections: sections(given, words),
        ..frame(given, words, Kind::Request)
    }
}

/// What stands before the sections of a request: who transmits it, what is asked by whom under which rules, and the ground on
/// which the State is asked.
fn opening(given: &Given, words: Words) -> Vec<String> {
    let (law, values) = (given.law, &given.text.values);
    let form = law.form(&given.text.form);
    let body = form
        .and_then(|form| form.elements.iter().find(|element| element.id == REQUESTING_BODY))
        .zip(values.first(REQUESTING_BODY));
    let court = match body {
        Some((element, body)) => words.say("document-court-body", &[("body", &value(given, Some(&element.sort), body, words))]),
        None => words.t("document-court"),
    };
    let asks = match form {
        Some(form) => {
            let (asks, _) = words.law(law, &format!("{}.asks", form.text_key));
            let cites = cites(given, &form.rests_on, words);
            words.say("document-request-asks", &[("court", &court), ("asks", &asks), ("cites", &cites)])
        }
        None => words.say("document-request-asks-any", &[("court", &court)]),
    };
    let mut opening = vec![words.say("document-request-opening", &[("state", &state(given, words))]), asks];
    if let Some(ground) = given.facts.ground.as_deref().and_then(|id| law.ground(id)) {
        let (name, _) = words.law(law, &ground.text_key);
        let cites = cites(given, &ground.rests_on, words);
        opening.push(words.say("document-request-ground", &[("ground", &name), ("cites", &cites)]));
    }
    opening
}

/// Rules as they are cited, in one line.
pub(super) fn cites(given: &Given, rules: &[String], words: Words) -> String {
    let rules = rules.iter().filter_map(|id| given.law.rule(id));
    let cites: Vec<String> = rules
        .map(|rule| words.law(given.law, &format!("{}.cites", rule.text_key)).0)
        .collect();
    words.listed(&cites)
}

/// Those among rules that somebody laid down: what nobody read and nobody recalls is a convention of the pack.
pub(super) fn of_law(given: &Given, rules: &[String]) -> Vec<String> {
    let is_law = |id: &&String| given.law.rule(id).is_some_and(|rule| rule.unverified || rule.read_in.is_some());
    rules.iter().filter(is_law).cloned().collect()
}

/// The note verbale that covers it. It does not name the person, and says of the request no more than its title: a note
/// passes through more hands than what it covers.
pub fn note(given: &Given) -> Letter {
    let words = Words(given.language);
    let (form, _) = words.law(given.law, &form_key(given));
    let state = state(given, words);
    let mut opening = vec![
        words.say("document-note-opening", &[("state", &state)]),
        words.say(
            "document-note-transmits",
            &[("form", &in_a_sentence(&form)), ("reference", given.reference)],
        ),
    ];
    if given.text.values.first(LEVEL).is_some() {
        opening.push(words.say("document-note-level", &[("level", &level(given, words).to_lowercase())]));
    }
    Letter {
        opening,
        closing: vec![
            words.t("document-note-receipt"),
            words.say("document-note-closing", &[("state", &state)]),
            dated(given, words),
        ],
        ..frame(given, words, Kind::Note)
    }
}

/// Place and date at the foot.
pub(super) fn dated(given: &Given, words: Words) -> String {
    match given.date {
        Some(day) => words.say("document-dated", &[("day", &words.day(day))]),
        None => words.t("document-dated-open"),
    }
}

impl Letter {
    /// The document as a copy of what was signed, which says so; itself where nothing was signed.
    #[must_use]
    pub fn copy_of(mut self, signature: Option<&Signature>) -> Letter {
        let words = Words(self.language);
        self.copy = signature.map(|signature| match signature {
            Signature::Passkey(signature) => words.say("document-copy", &[("sha256", &signature.statement.pdf_sha256)]),
            Signature::Paper(_) => words.t("document-copy-of-paper"),
        });
        self
    }
}

/// What all have.
pub(super) fn frame(given: &Given, words: Words, kind: Kind) -> Letter {
    let accepted = given.facts.accepted.as_deref().unwrap_or_default();
    let in_its_language = |set: &Vec<String>| set.iter().all(|code| code == given.language.code());
    let owed = !accepted.is_empty() && !accepted.iter().any(in_its_language);
    let mut to = vec![words.say("document-to", &[("state", &state(given, words))])];
    to.extend(
        given
            .facts
            .authority
            .iter()
            .flat_map(|authority| address(authority, given.language)),
    );
    Letter {
        language: given.language,
        kind,
        act: None,
        marks: Marks {
            level: level(given, words).to_uppercase(),
            exercise: given.facts.exercise.then(|| words.t("document-exercise")),
        },
        draft: None,
        from: words.t("document-from"),
        to,
        day: given.date,
        date: given.date.map_or_else(|| words.t("document-not-signed"), |day| words.day(day)),
        reference: reference(given, kind),
        channel: None,
        title: match kind {
            Kind::Request => words.law(given.law, &form_key(given)).0,
            Kind::Note => words.t("document-note-title"),
        },
        translation_owed: owed.then(|| words.say("document-owed", &[("languages", &words.languages(accepted))])),
        copy: None,
        opening: Vec::new(),
        sections: Vec::new(),
        annexes: annexes(given, accepted, words),
        closing: Vec::new(),
        signature: None,
        text_sha256: given.text.sha256(),
        labels: Labels {
            from: words.t("document-label-from"),
            to: words.t("document-label-to"),
            date: words.t("document-label-date"),
            reference: words.t("document-label-reference"),
            level: words.t("document-label-level"),
            channel: words.t("document-label-channel"),
            annexes: words.t("document-annexes"),
            annex_columns: ["number", "title", "language", "sha256"].map(|column| words.t(&format!("document-annex-{column}"))),
            on_paper: words.t("document-annex-on-paper"),
            empty: words.t("document-empty"),
            unprintable: words.t("document-unprintable"),
            text_sha256: words.t("document-text-sha256"),
            page: ["document-page", "document-page-of"].map(|key| words.t(key)),
        },
    }
}

/// The id of the request; on the request itself behind the Court's own number of it, which tells more than a note may.
fn reference(given: &Given, kind: Kind) -> String {
    let number = given.text.values.first(COURT_NUMBER).filter(|_| kind == Kind::Request);
    number.map_or_else(|| given.reference.to_owned(), |number| format!("{number} · {}", given.reference))
}

/// The name of an authority and its postal address, a line each.
fn address(authority: &AuthorityWords, language: Language) -> Vec<String> {
    let name = authority.called(language == Language::Fr);
    let lines = std::iter::once(name).chain(authority.address.lines());
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn form_key(given: &Given) -> String {
    let form = given.law.form(&given.text.form);
    form.map_or_else(|| given.text.form.clone(), |form| form.text_key.clone())
}

/// `Request for arrest and surrender` as it stands within a sentence.
pub(super) fn in_a_sentence(title: &str) -> String {
    let mut letters = title.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub(super) fn state(given: &Given, words: Words) -> String {
    let code = given.text.requested_state().unwrap_or_default();
    if code.is_empty() {
        return words.t("document-no-state");
    }
    state_name(given, code)
}

fn state_name(given: &Given, code: &str) -> String {
    let Some(state) = given.facts.states.iter().find(|state| state.code == code) else {
        return code.to_owned();
    };
    match given.language {
        Language::En => state.name_en.clone(),
        Language::Fr => state.name_fr.clone(),
    }
}

/// The level as the form has it in words; what was never classified is marked so, since silence would say that it is public.
fn level(given: &Given, words: Words) -> String {
    match given.text.values.first(LEVEL) {
        Some(word) => level_called(given, word, words),
        None => words.t("document-not-classified"),
    }
}

/// A level as the form has it in words; one that the form does not offer, to which a matter was closed since, as reports have it.
pub(super) fn level_called(given: &Given, word: &str, words: Words) -> String {
    let form = given.law.form(&given.text.form);
    let element = form.and_then(|form| form.elements.iter().find(|element| element.id == LEVEL));
    let offered =
        |element: &&Element| matches!(&element.sort, ElementSort::Choice(choices) if choices.iter().any(|choice| choice.word == word));
    match element.filter(offered) {
        Some(element) => value(given, Some(&element.sort), word, words),
        None => words.closed("report-level", word),
    }
}

fn sections(given: &Given, words: Words) -> Vec<Section> {
    let form = given.law.form(&given.text.form);
    let elements = form.map(|form| form.elements.as_slice()).unwrap_or_default();
    let values = &given.text.values;
    let known = elements.iter().map(|element| section(given, element, values, words));
    let unknown = given.text.values.0.keys();
    let unknown = unknown
        .filter(|id| !elements.iter().any(|element| element.id == **id))
        .map(|id| Section {
            element: id.clone(),
            // What meets a need of the State's law stands under the element's id, a full stop and the need's.
            heading: id.clone(),
            heading_untranslated: None,
            cites: String::new(),
            sort: None,
            many: true,
            needed: false,
            planning: false,
            given: given.text.values.given(id).map(str::to_owned).collect(),
            paragraphs: given.text.values.given(id).map(str::to_owned).collect(),
        });
    known.chain(unknown).collect()
}

/// An element with what these values hold of it.
pub(super) fn section(given: &Given, element: &Element, values: &Values, words: Words) -> Section {
    let (heading, elsewhere) = words.law(given.law, &element.text_key);
    let texts: Vec<String> = values.given(&element.id).map(str::to_owned).collect();
    Section {
        element: element.id.clone(),
        heading,
        heading_untranslated: elsewhere.then(|| words.t("document-untranslated")),
        cites: cites(given, &of_law(given, &element.rests_on), words),
        sort: Some(Sort::of(&element.sort, &words, given.law)),
        many: element.many || element.sort == ElementSort::Documents,
        needed: element.is_needed(values),
        planning: element.inside,
        paragraphs: texts.iter().map(|text| value(given, Some(&element.sort), text, words)).collect(),
        given: texts,
    }
}

/// A value as people read it.
pub(super) fn value(given: &Given, sort: Option<&ElementSort>, text: &str, words: Words) -> String {
    match sort {
        Some(ElementSort::Day) => text.parse().map_or_else(|_| text.to_owned(), |day| words.day(day)),
        Some(ElementSort::When) => words.when(text),
        Some(ElementSort::YesNo) if ["yes", "no"].contains(&text) => words.t(&format!("document-{text}")),
        Some(ElementSort::Choice(choices)) => choices
            .iter()
            .find(|choice| choice.word == text)
            .map_or_else(|| text.to_owned(), |choice| words.law(given.law, &choice.text_key).0),
        Some(ElementSort::State) => state_name(given, text),
        Some(ElementSort::Language) => words.language(text),
        Some(ElementSort::Person) => given.facts.person.as_deref().unwrap_or(text).to_owned(),
        Some(ElementSort::Documents) => law::Annex::parse(text).title,
        _ => text.to_owned(),
    }
}

fn annexes(given: &Given, accepted: &[Vec<String>], words: Words) -> Vec<AnnexLine> {
    let form = given.law.form(&given.text.form);
    let elements = form.map(|form| form.elements.as_slice()).unwrap_or_default();
    let documents = elements.iter().filter(|element| element.sort == ElementSort::Documents);
    let mut lines = Vec::new();
    for element in documents {
        // What meets a need of the State's law stands behind the element that it belongs to.
        let needs = given
            .text
            .values
            .0
            .keys()
            .filter(|id| id.strip_prefix(element.id.as_str()).is_some_and(|rest| rest.starts_with('.')));
        for id in std::iter::once(&element.id).chain(needs) {
            let texts: Vec<String> = given.text.values.given(id).map(str::to_owned).collect();
            lines.extend(annexes::lines(id, &texts, accepted, words));
        }
    }
    lines
}
