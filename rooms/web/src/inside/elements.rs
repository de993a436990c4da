//! Fields of forms out of the law pack: each element with its name, what is to mend beside it, and the rule that asks for it.

use super::annexes::{self, Documents, KnownFile};
use crate::api::schema::{ANSWER, LawTexts};
use crate::guard::Fields;
use crate::markup::Markup;
use crate::pages::legal::sort_key;
use crate::texts::Words;
use crate::upload::Sent;
use crate::written::Length;
use jiff::civil::Date;
use law::{Element, ElementSort, Finding, FindingKind, Pack, Values};
use register::directory::StateRef;
use register::view::model::Need;
use std::collections::BTreeSet;

/// The law pack's words in the language of a page.
#[derive(Clone, Copy)]
pub(super) struct LawWords<'a> {
    pub(super) law: &'a Pack,
    pub(super) w: &'a Words,
}

/// A field of a form.
pub(super) struct Field {
    /// Its name in the form, and its id on the page.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) control: Control,
    pub(super) value: String,
    /// Whether something of it is to mend.
    pub(super) bad: bool,
    pub(super) tips: Vec<Tip>,
    /// The rules that ask for it.
    pub(super) rules: Markup,
}

impl Field {
    /// What a screen reader says of it: the ids of its hint, and of what is to mend in it.
    pub(super) fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-h ", self.name));
        format!("{}{}-t", hint.unwrap_or_default(), self.name)
    }
}

/// How something is filled in.
pub(super) enum Control {
    /// One line.
    Line,
    /// One line, for which these are offered: value and words.
    Offered(Vec<(String, String)>),
    /// A text of any length, or several lines of one text each.
    Text,
    /// A day.
    Day,
    /// A number.
    Number,
    /// One of these: value, words, whether it is chosen.
    Choice(Vec<(String, String, bool)>),
    /// A State, by its three letters; the list of all, code and name, stands once on the page, since it is most of its weight.
    State(Vec<(String, String)>),
    /// Files, and documents on paper.
    Documents(Documents),
}

impl Control {
    /// The States of some field, where a form has such: code and name.
    pub(super) fn states(fields: &[Field]) -> Option<&[(String, String)]> {
        fields.iter().find_map(|field| match &field.control {
            Control::State(states) => Some(states.as_slice()),
            _ => None,
        })
    }
}

/// What is to mend in a field.
pub(super) struct Tip {
    /// In one word: Missing, Vague.
    pub(super) head: String,
    pub(super) why: Markup,
    pub(super) rules: Markup,
}

/// A finding in the list above a form.
pub(super) struct Listed {
    pub(super) href: String,
    pub(super) head: String,
    pub(super) label: String,
}

impl LawWords<'_> {
    /// A text of the pack; its key where the pack lacks it.
    pub(super) fn t(&self, key: &str) -> String {
        self.law.text(self.w.lang.tag(), key).unwrap_or(key).to_owned()
    }

    /// The same, if there is such a text.
    pub(super) fn maybe(&self, key: &str) -> Option<String> {
        self.law.text(self.w.lang.tag(), key).map(str::to_owned)
    }

    /// The rules of some ids, as they are cited, those recalled without their text marked so.
    pub(super) fn rules(&self, ids: &[String]) -> Markup {
        let rule = |id: &String| {
            let rule = self.law.rule(id)?;
            let cites = Markup::text(&self.t(&format!("{}.cites", rule.text_key)));
            Some(if rule.unverified {
                Markup::ready(format!("{cites} {}", self.w.unverified()))
            } else {
                cites
            })
        };
        self.w.listed(&ids.iter().filter_map(rule).collect::<Vec<_>>())
    }

    /// The fields of a form, filled in with values, each with what is to mend in it. `prefix` stands before each name; `files`
    /// are those of which more is known than their hashes.
    pub(super) fn fields(
        &self,
        elements: &[Element],
        values: &Values,
        findings: &[Finding],
        states: &[StateRef],
        prefix: &str,
        files: &[KnownFile],
    ) -> Vec<Field> {
        elements
            .iter()
            .map(|element| {
                let own = findings.iter().filter(|finding| element_of(elements, finding) == Some(element));
                self.field(element, values, &own.collect::<Vec<_>>(), states, prefix, files)
            })
            .collect()
    }

    /// Says in the field of each need of a State's law what is needed, and where that law says so.
    pub(super) fn tell_needs(&self, fields: &mut [Field], needs: &[Need]) {
        for field in fields {
            let word = field.name.rsplit_once('.').map(|(_, word)| word);
            let Some(need) = needs.iter().find(|need| word == Some(need.need.as_str())) else {
                continue;
            };
            let args = [("says", need.says.as_str().into()), ("law", need.law.as_str().into())];
            field.hint = Some(self.w.plain("draft-need", &args));
        }
    }

    fn field(
        &self,
        element: &Element,
        values: &Values,
        findings: &[&Finding],
        states: &[StateRef],
        prefix: &str,
        files: &[KnownFile],
    ) -> Field {
        let name = format!("{prefix}{}", element.id);
        let shown: Vec<String> = values.given(&element.id).map(seen).collect();
        let given: Vec<&str> = shown.iter().map(String::as_str).collect();
        let is = |word: &str| given.first() == Some(&word);
        let none = || (String::new(), self.w.t("request-choose"), given.is_empty());
        let control = match &element.sort {
            ElementSort::Prose => Control::Text,
            // A browser shows nothing of what is no day, and sends it back empty.
            ElementSort::Day if given.iter().all(|text| text.parse::<Date>().is_ok()) => Control::Day,
            ElementSort::Number => Control::Number,
            ElementSort::Documents => Control::Documents(Documents::of(self.w, &name, given.iter().copied(), files)),
            _ if element.many => Control::Text,
            ElementSort::YesNo => {
                let words = ["yes", "no"].map(|word| (word.to_owned(), self.w.t(&format!("request-{word}")), is(word)));
                chosen_from(std::iter::once(none()).chain(words), &given)
            }
            ElementSort::Choice(choices) => {
                let words = choices
                    .iter()
                    .map(|choice| (choice.word.clone(), self.t(&choice.text_key), is(&choice.word)));
                chosen_from(std::iter::once(none()).chain(words), &given)
            }
            ElementSort::State => {
                let named = states.iter().map(|state| (state.code.clone(), self.w.state_name(state).to_owned()));
                let mut named: Vec<(String, String)> = named.collect();
                named.sort_by_key(|(_, name)| sort_key(name));
                Control::State(named)
            }
            // In one line a browser puts several together.
            _ if given.iter().any(|text| text.contains('\n')) => Control::Text,
            ElementSort::Line | ElementSort::When | ElementSort::Language | ElementSort::Person | ElementSort::Day => Control::Line,
        };
        let tips: Vec<Tip> = findings.iter().map(|finding| self.tip(finding)).collect();
        Field {
            name,
            label: self.label(element),
            hint: self.hint(element),
            control,
            value: given.join("\n"),
            bad: !tips.is_empty(),
            tips,
            rules: self.rules(&element.rests_on),
        }
    }

    /// What an element is called; where it takes what meets one need of a State's law, with the word for that.
    fn label(&self, element: &Element) -> String {
        match element.id.split_once('.') {
            Some((_, need)) => format!("{}{} {need}", self.t(&element.text_key), self.w.colon()),
            None => self.t(&element.text_key),
        }
    }

    /// What an element is, and how a State is given.
    fn hint(&self, element: &Element) -> Option<String> {
        let is_state = element.sort == ElementSort::State && !element.many;
        let hints = [
            self.maybe(&format!("{}.hint", element.text_key)),
            is_state.then(|| self.w.t("request-state-hint")),
        ];
        Some(hints.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|hint| !hint.is_empty())
    }

    /// What is wrong, what to do, and what is particular to it.
    pub(super) fn said_of(&self, finding: &Finding) -> String {
        let mut why = LawTexts::of(self.law, self.w.lang).finds(finding);
        for (name, value) in finding.facts.iter().filter(|(name, _)| !ANSWER.contains(&name.as_str())) {
            let value = value.parse::<Date>().map_or_else(|_| value.clone(), |day| self.w.day_plain(day));
            let key = format!("request-fact-{}", crate::texts::slug(name));
            why.push(' ');
            why.push_str(&self.w.plain(&key, &[("value", value.into())]));
        }
        why
    }

    fn tip(&self, finding: &Finding) -> Tip {
        Tip {
            head: self.head(finding.kind),
            why: Markup::text(&self.said_of(finding)),
            rules: self.rules(&finding.rests_on),
        }
    }

    fn head(&self, kind: FindingKind) -> String {
        let word = match kind {
            FindingKind::Missing => "missing",
            FindingKind::Vague => "vague",
            FindingKind::NeededByState => "needed",
            FindingKind::Late => "late",
            FindingKind::Unreadable => "unreadable",
            FindingKind::Contradictory => "contradictory",
            FindingKind::Doubtful => "doubtful",
        };
        self.w.t(&format!("request-finding-{word}"))
    }

    /// Findings as a list of links to their fields.
    pub(super) fn listed(&self, elements: &[Element], findings: &[Finding], prefix: &str) -> Vec<Listed> {
        let listed = |finding: &Finding| {
            let element = element_of(elements, finding);
            Listed {
                href: format!("#{prefix}{}", element.map_or(finding.element.as_str(), |element| &element.id)),
                head: self.head(finding.kind),
                label: element.map_or_else(|| finding.element.clone(), |element| self.label(element)),
            }
        };
        findings.iter().map(listed).collect()
    }

    /// A value as people read it.
    pub(super) fn value(&self, sort: Option<&ElementSort>, text: &str, states: &[StateRef]) -> Markup {
        match sort {
            Some(ElementSort::Day) => text.parse().map_or_else(|_| Markup::name(text), |day| self.w.day(day)),
            Some(ElementSort::When) => self.w.when(text, Length::Full),
            Some(ElementSort::YesNo) if ["yes", "no"].contains(&text) => Markup::text(&self.w.t(&format!("request-{text}"))),
            Some(ElementSort::Choice(choices)) => choices
                .iter()
                .find(|choice| choice.word == text)
                .map_or_else(|| Markup::name(text), |choice| Markup::text(&self.t(&choice.text_key))),
            Some(ElementSort::Documents) => annexes::shown(self.w, text),
            Some(ElementSort::Language) => super::languages::language(self.w, text),
            Some(ElementSort::State) => states
                .iter()
                .find(|state| state.code == text)
                .map_or_else(|| Markup::name(text), |state| self.w.state(state)),
            _ => Markup::name(text),
        }
    }
}

/// A text with the signs that the record refuses shown where they stand, as U+FFFD: what its author cannot see they cannot take
/// out. The check beside the field names them by number, and U+FFFD too while it stands.
fn seen(text: &str) -> String {
    text.replace(record::is_refused, "\u{fffd}")
}

/// A choice from words. What was given and is none of them stands among them as it is, so that it is not lost when the form is
/// sent: the law says beside it what to mend.
fn chosen_from(words: impl Iterator<Item = (String, String, bool)>, given: &[&str]) -> Control {
    let mut words: Vec<(String, String, bool)> = words.collect();
    if words.iter().all(|(_, _, chosen)| !chosen)
        && let Some(given) = given.first()
    {
        words.push(((*given).to_owned(), (*given).to_owned(), true));
    }
    Control::Choice(words)
}

/// Elements with one more behind each for what the law of a State needs, which is given under the element's id, a full stop and
/// the word for the need. `ids` are those that are asked or given so.
pub(super) fn with_needs<'i>(elements: &[Element], ids: impl IntoIterator<Item = &'i str>) -> Vec<Element> {
    let ids: BTreeSet<&str> = ids.into_iter().collect();
    let needs = |element: &Element| {
        let of_it = |id: &&str| id.strip_prefix(&*element.id).is_some_and(|rest| rest.starts_with('.'));
        let takes = element.sort == ElementSort::Documents;
        let ids: Vec<&str> = ids.iter().copied().filter(|id| takes && of_it(id)).collect();
        let need = |id: &str| {
            let mut need = element.clone();
            id.clone_into(&mut need.id);
            need
        };
        ids.into_iter().map(need).collect::<Vec<_>>()
    };
    elements
        .iter()
        .flat_map(|element| std::iter::once(element.clone()).chain(needs(element)))
        .collect()
}

/// Under which id that is given which a finding is about: what the law of a State needs, under the element's id, a full stop and
/// the word for the need.
pub(super) fn place_of(finding: &Finding) -> String {
    let need = finding.facts.iter().find(|(name, _)| name == "id");
    match need.filter(|_| finding.kind == FindingKind::NeededByState) {
        Some((_, need)) => format!("{}.{need}", finding.element),
        None => finding.element.clone(),
    }
}

/// The element beside which a finding stands: that of its own, else the one of which it is a part.
fn element_of<'e>(elements: &'e [Element], finding: &Finding) -> Option<&'e Element> {
    let place = place_of(finding);
    let is_part = |element: &&Element| place.strip_prefix(&*element.id).is_some_and(|rest| rest.starts_with('.'));
    let own = elements.iter().find(|element| element.id == place);
    own.or_else(|| elements.iter().find(is_part))
}

/// What was typed into the fields of some elements, and the files that came with them. Of an element that takes several texts
/// each line is one.
pub(super) fn typed(elements: &[Element], fields: &Fields, files: &[Sent], prefix: &str) -> Values {
    let mut values = Values::default();
    for element in elements {
        if element.sort == ElementSort::Documents {
            let texts = annexes::typed(fields, files, &format!("{prefix}{}", element.id));
            if !texts.is_empty() {
                values.0.insert(element.id.clone(), texts);
            }
            continue;
        }
        let text = fields.get(&format!("{prefix}{}", element.id)).trim();
        if text.is_empty() {
            continue;
        }
        let text = match element.sort {
            ElementSort::State => &text.to_uppercase(),
            _ => text,
        };
        let texts = if element.many {
            text.lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect()
        } else {
            vec![text.to_owned()]
        };
        values.0.insert(element.id.clone(), texts);
    }
    values
}
