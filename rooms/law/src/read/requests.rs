//! Requests: elements, forms with their groups, grounds, and the words that say nothing.

use super::{Reader, plain};
use crate::count::Days;
use crate::form::{AnyDay, Choice, Element, ElementSort, Form, Group};
use crate::ground::Ground;
use crate::life::REQUEST_ROLES;
use crate::raw::{RawElement, RawForm, RawGround, RawGroup, RawUse, Source, Word};
use crate::vague;
use crate::values::{Conditions, Said};
use toml::Spanned;

/// The sorts of elements, as a pack writes them.
const SORTS: [&str; 11] = [
    "line",
    "prose",
    "day",
    "when",
    "yes-no",
    "number",
    "language",
    "state",
    "person",
    "choice",
    "documents",
];

/// Nobody asks for more words than this: a slip of the pen is told.
const MOST_WORDS: i64 = 1000;

/// What an element is wherever it is asked for.
pub(super) struct Shape {
    pub id: String,
    pub sort: ElementSort,
    many: bool,
    least_words: usize,
    day: AnyDay,
    pub used: bool,
    place: crate::PackFault,
}

impl Reader {
    pub(super) fn element(&mut self, source: &Source, element: &Spanned<RawElement>) {
        let raw = element.get_ref();
        let id = raw.id.get_ref();
        let form = id.starts_with(|c: char| c.is_ascii_lowercase()) && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        if !form {
            let reason = format!("`{id}` cannot be the id of an element; write it in small letters, figures and underscores");
            self.faults.push(source.fault(&raw.id, reason));
        }
        if self.shapes.iter().any(|other| other.id == *id) {
            let reason = format!("there is an element `{id}` already; ids are unique, rename one");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let sort = self.sort(source, raw);
        let takes_text = matches!(sort, Some(ElementSort::Line | ElementSort::Prose | ElementSort::Person));
        let least_words = raw.least_words.as_ref().map_or(1, |least| {
            let words = usize::try_from(*least.get_ref()).ok().filter(|_| (1..=MOST_WORDS).contains(least.get_ref()));
            if words.is_none() || !takes_text {
                let reason = format!(
                    "`least_words` is a number from 1 to {MOST_WORDS} for an element of the sort line, prose or person; mend it or take it out"
                );
                self.faults.push(source.fault(least, reason));
            }
            words.unwrap_or(1)
        });
        let day = match raw.day.as_ref().map(|word| (word, word.get_ref().as_str())) {
            None => AnyDay::Any,
            Some((_, "past")) if sort == Some(ElementSort::Day) => AnyDay::Past,
            Some((_, "future")) if sort == Some(ElementSort::Day) => AnyDay::Future,
            Some((word, _)) => {
                let reason = "`day` is past (that day or earlier) or future (that day or later), for an element of the sort day; mend it or take it out";
                self.faults.push(source.fault(word, reason));
                AnyDay::Any
            }
        };
        let place = source.fault(&raw.id, "");
        let Some(sort) = sort else { return };
        let text_key = format!("law-element-{id}");
        self.named.push((format!("{text_key}.hint"), place.clone()));
        if let ElementSort::Choice(choices) = &sort {
            self.named
                .extend(choices.iter().map(|choice| (choice.text_key.clone(), place.clone())));
        }
        self.named.push((text_key, place.clone()));
        self.shapes.push(Shape {
            id: id.clone(),
            many: raw.many || sort == ElementSort::Documents,
            sort,
            least_words,
            day,
            used: false,
            place,
        });
    }

    fn sort(&mut self, source: &Source, raw: &RawElement) -> Option<ElementSort> {
        let sort = match raw.sort.get_ref().as_str() {
            "line" => ElementSort::Line,
            "prose" => ElementSort::Prose,
            "day" => ElementSort::Day,
            "when" => ElementSort::When,
            "yes-no" => ElementSort::YesNo,
            "number" => ElementSort::Number,
            "language" => ElementSort::Language,
            "state" => ElementSort::State,
            "person" => ElementSort::Person,
            "documents" => ElementSort::Documents,
            "choice" => ElementSort::Choice(self.choices(source, raw)),
            other => {
                let reason = format!("`{other}` is no sort of element; the sorts are {}", SORTS.join(", "));
                self.faults.push(source.fault(&raw.sort, reason));
                return None;
            }
        };
        if let (Some(choices), false) = (&raw.choices, matches!(sort, ElementSort::Choice(_))) {
            let reason = "only an element of the sort choice has `choices`; take them out, or mend the sort";
            self.faults.push(source.fault(choices, reason));
        }
        Some(sort)
    }

    fn choices(&mut self, source: &Source, raw: &RawElement) -> Vec<Choice> {
        let given = raw.choices.as_ref().map_or(&[][..], |choices| choices.get_ref());
        if given.len() < 2 {
            let reason = format!(
                "the element `{}` leaves nothing to choose; write two or more under `choices`",
                raw.id.get_ref()
            );
            self.faults.push(source.fault(&raw.id, reason));
        }
        for (i, choice) in given.iter().enumerate() {
            let taken = given.iter().take(i).any(|other| other.word.get_ref() == choice.word.get_ref());
            self.own_id(source, &choice.word, "choice", taken);
            if !choice.rests_on.is_empty() {
                self.resting(source, &choice.word, &choice.rests_on);
            }
        }
        given
            .iter()
            .map(|choice| Choice {
                word: choice.word.get_ref().clone(),
                text_key: format!("law-choice-{}-{}", raw.id.get_ref(), choice.word.get_ref()),
                rests_on: plain(&choice.rests_on),
            })
            .collect()
    }

    /// Words and phrases that say nothing.
    pub(super) fn vague_phrases(&mut self, source: &Source, phrases: &[Word]) {
        for word in phrases {
            if vague::words(word.get_ref()).is_empty() {
                let reason = format!(
                    "`{}` holds no word, so that it is never found; write one or take it out",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
            self.requests.vague.add(word.get_ref());
        }
    }

    pub(super) fn form(&mut self, source: &Source, form: &Spanned<RawForm>) {
        let raw = form.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.forms.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "form", taken);
        self.resting(source, form, &raw.rests_on);
        self.roles(source, &raw.asked_by, "ask for");
        self.roles(source, &raw.senders, "draft and send");
        self.roles(source, &raw.signers, "sign");
        let elements = self.uses(source, &raw.element);
        if raw.element.is_empty() {
            let reason = format!("the form `{id}` asks for nothing; write its contents under [[form.element]]");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let groups = raw.group.iter().filter_map(|group| self.group(source, group, &elements)).collect();
        let text_key = format!("law-form-{id}");
        for key in [text_key.clone(), format!("{text_key}.asks")] {
            self.named.push((key, source.fault(&raw.id, "")));
        }
        self.form_places.push(source.fault(&raw.id, ""));
        self.requests.forms.push(Form {
            id: id.clone(),
            text_key,
            asked_by: plain(raw.asked_by.get_ref()),
            senders: plain(raw.senders.get_ref()),
            signers: plain(raw.signers.get_ref()),
            rests_on: plain(&raw.rests_on),
            elements,
            groups,
        });
    }

    pub(super) fn roles(&mut self, source: &Source, words: &Spanned<Vec<Word>>, may: &str) {
        if words.get_ref().is_empty() {
            self.faults
                .push(source.fault(words, format!("nobody may {may} this; name one or more roles")));
        }
        for word in words.get_ref() {
            if !REQUEST_ROLES.iter().any(|(role, _)| role == word.get_ref()) {
                let known: Vec<&str> = REQUEST_ROLES.iter().map(|(role, _)| *role).collect();
                let reason = format!(
                    "`{}` is no role of the Court or of a State; the roles are {}",
                    word.get_ref(),
                    known.join(", ")
                );
                self.faults.push(source.fault(word, reason));
            }
        }
    }

    /// The elements that a form asks for or that a move carries.
    pub(super) fn uses(&mut self, source: &Source, uses: &[Spanned<RawUse>]) -> Vec<Element> {
        let mut elements: Vec<Element> = Vec::new();
        for used in uses {
            if let Some(element) = self.one_use(source, used, uses) {
                if elements.iter().any(|other| other.id == element.id && other.days.meet(element.days)) {
                    let reason = format!("`{}` is asked for twice here on the same days; keep one", element.id);
                    self.faults.push(source.fault(&used.get_ref().id, reason));
                }
                elements.push(element);
            }
        }
        self.no_circle(source, uses);
        elements
    }

    fn one_use(&mut self, source: &Source, used: &Spanned<RawUse>, beside: &[Spanned<RawUse>]) -> Option<Element> {
        let raw = used.get_ref();
        let id = raw.id.get_ref();
        let days = self.resting(source, used, &raw.rests_on).map(days);
        let conditions = self.conditions(source, [&raw.when, &raw.any, &raw.unless], beside);
        if raw.required && !conditions.is_empty() {
            let reason = format!("`{id}` is needed always and on a condition, which cannot both be; keep `required` or the conditions");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let need = (raw.required || !conditions.is_empty()).then_some(conditions);
        let Some(shape) = self.shapes.iter_mut().find(|shape| shape.id == *id) else {
            let reason = format!("there is no element `{id}` in this pack; write it under [[element]], or mend the id");
            self.faults.push(source.fault(&raw.id, reason));
            return None;
        };
        shape.used = true;
        let text_key = format!("law-element-{id}");
        if need.is_some() {
            self.named.push((format!("{text_key}.missing"), shape.place.clone()));
        }
        let sort = only(&shape.sort, &raw.only);
        if sort.is_none() {
            let reason = format!("`only` names some of the words of the choice `{id}`, at least one; mend it or take it out");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let element = Element {
            id: id.clone(),
            sort: sort?,
            inside: raw.inside,
            many: shape.many,
            least_words: shape.least_words,
            day: shape.day,
            text_key,
            rests_on: plain(&raw.rests_on),
            required: raw.required,
            need,
            check: None,
            days: days?,
        };
        let check = raw.check.as_ref().and_then(|check| self.check(source, check, &element, beside));
        let days = element.days;
        if days.until.is_some_and(|until| until < days.from) {
            let reason = format!("the rules on which `{id}` rests here never hold on the same day; mend their days");
            self.faults.push(source.fault(&raw.id, reason));
        }
        Some(Element { check, ..element })
    }

    /// Conditions over what is asked for beside.
    pub(super) fn conditions(&mut self, source: &Source, words: [&Vec<Word>; 3], beside: &[Spanned<RawUse>]) -> Conditions {
        let [when, any, unless] = words.map(|words| {
            words
                .iter()
                .filter_map(|word| {
                    let (element, said) = word.get_ref().split_once('=').unwrap_or((word.get_ref(), "yes"));
                    let here = beside.iter().any(|used| used.get_ref().id.get_ref() == element);
                    let sort = self.shapes.iter().find(|shape| here && shape.id == element).map(|shape| &shape.sort);
                    let known = match sort {
                        Some(ElementSort::YesNo) => matches!(said, "yes" | "no"),
                        Some(ElementSort::Choice(choices)) => choices.iter().any(|choice| choice.word == said),
                        _ => false,
                    };
                    if !known {
                        let reason = format!(
                            "`{}` is no condition here; write the id of a yes-no element that is asked for beside, or of a choice with = and one of its words",
                            word.get_ref()
                        );
                        self.faults.push(source.fault(word, reason));
                    }
                    known.then(|| Said {
                        element: element.to_owned(),
                        word: said.to_owned(),
                    })
                })
                .collect()
        });
        Conditions { when, any, unless }
    }

    /// No element is needed after an answer to itself, not even by way of others.
    fn no_circle(&mut self, source: &Source, uses: &[Spanned<RawUse>]) {
        let asks = |used: &RawUse| -> Vec<String> {
            let words = [&used.when, &used.any, &used.unless].into_iter().flatten();
            words
                .map(|word| word.get_ref().split('=').next().unwrap_or_default().to_owned())
                .collect()
        };
        for used in uses {
            let id = used.get_ref().id.get_ref();
            let mut reached = asks(used.get_ref());
            let mut at = 0;
            while let Some(next) = reached.get(at).cloned() {
                let further = uses
                    .iter()
                    .filter(|u| *u.get_ref().id.get_ref() == next)
                    .flat_map(|u| asks(u.get_ref()));
                let new: Vec<String> = further.filter(|word| !reached.contains(word)).collect();
                reached.extend(new);
                at += 1;
            }
            if reached.contains(id) {
                let reason = format!("`{id}` is needed after an answer to itself, by way of its conditions; break the circle");
                self.faults.push(source.fault(&used.get_ref().id, reason));
            }
        }
    }

    fn group(&mut self, source: &Source, group: &Spanned<RawGroup>, elements: &[Element]) -> Option<Group> {
        let raw = group.get_ref();
        let id = raw.id.get_ref();
        self.own_id(source, &raw.id, "group", false);
        let days = self.resting(source, group, &raw.rests_on).map(days);
        for word in std::iter::once(&raw.at).chain(raw.of.get_ref()) {
            if !elements.iter().any(|element| element.id == *word.get_ref()) {
                let reason = format!(
                    "this form does not ask for `{}`; ask for it under [[form.element]], or mend the id",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
        let least = raw.least.as_ref().map_or(1, |least| {
            let number = usize::try_from(*least.get_ref())
                .ok()
                .filter(|n| (1..=raw.of.get_ref().len()).contains(n));
            if number.is_none() {
                self.faults.push(source.fault(
                    least,
                    "`least` is how many of the group are needed; write a number from 1 to all of them",
                ));
            }
            number.unwrap_or(1)
        });
        if raw.of.get_ref().is_empty() {
            self.faults
                .push(source.fault(&raw.of, format!("the group `{id}` holds no element; name them under `of`")));
        }
        let text_key = format!("law-finding-group-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        Some(Group {
            at: raw.at.get_ref().clone(),
            of: plain(raw.of.get_ref()),
            least,
            text_key,
            rests_on: plain(&raw.rests_on),
            days: days?,
        })
    }

    pub(super) fn ground(&mut self, source: &Source, ground: &Spanned<RawGround>) {
        let raw = ground.get_ref();
        let id = raw.id.get_ref();
        let taken = self.requests.grounds.iter().any(|other| other.id == *id);
        self.own_id(source, &raw.id, "ground", taken);
        self.resting(source, ground, &raw.rests_on);
        self.resting(source, ground, &raw.languages_rest_on);
        let standings = raw.treaty.as_ref().map(|treaty| (treaty.get_ref().clone(), plain(&raw.standings)));
        let known = |treaty: &str, standing: &str| {
            let law = self.treaties.iter().find(|(t, _)| t.id == treaty);
            law.is_some_and(|(_, law)| law.standings.iter().any(|s| s.id == standing))
        };
        let treaty = raw.treaty.as_ref().map_or("", |treaty| treaty.get_ref());
        let unknown: Vec<_> = raw.standings.iter().filter(|word| !known(treaty, word.get_ref())).collect();
        let faults: Vec<_> = unknown
            .into_iter()
            .map(|word| {
                let reason = format!(
                    "there is no standing `{}` under the treaty `{treaty}`; mend the one or the other",
                    word.get_ref()
                );
                source.fault(word, reason)
            })
            .collect();
        self.faults.extend(faults);
        if let (Some(treaty), true) = (&raw.treaty, raw.standings.is_empty() || raw.obligation.is_some()) {
            let reason = "a ground out of a treaty names its `standings` and no obligation; mend it";
            self.faults.push(source.fault(treaty, reason));
        }
        if let Some(word) = raw
            .obligation
            .as_ref()
            .filter(|word| !self.obligations.iter().any(|o| o.id == *word.get_ref()))
        {
            let reason = format!("there is no obligation `{}` in this pack; mend the id", word.get_ref());
            self.faults.push(source.fault(word, reason));
        }
        let text_key = format!("law-ground-{id}");
        self.named.push((text_key.clone(), source.fault(&raw.id, "")));
        self.requests.grounds.push(Ground {
            id: id.clone(),
            text_key,
            rests_on: plain(&raw.rests_on),
            languages_rest_on: plain(&raw.languages_rest_on),
            standings,
            obligation: raw.obligation.as_ref().map(|word| word.get_ref().clone()),
        });
    }

    /// The sort of an element.
    pub(super) fn sort_of(&self, id: &str) -> Option<&ElementSort> {
        self.shapes.iter().find(|shape| shape.id == id).map(|shape| &shape.sort)
    }

    /// Each element is asked for somewhere.
    pub(super) fn no_element_in_vain(&mut self) {
        for shape in self.shapes.iter().filter(|shape| !shape.used) {
            let reason = format!(
                "no form asks for the element `{}` and no move carries it; use it or take it out",
                shape.id
            );
            self.faults.push(crate::PackFault {
                reason,
                ..shape.place.clone()
            });
        }
    }
}

/// What an element takes where only some of its words may be chosen. None where these are not all words of it.
fn only(sort: &ElementSort, words: &[Word]) -> Option<ElementSort> {
    if words.is_empty() {
        return Some(sort.clone());
    }
    let ElementSort::Choice(choices) = sort else { return None };
    let of_word = |word: &Word| choices.iter().find(|choice| choice.word == *word.get_ref()).cloned();
    words.iter().map(of_word).collect::<Option<Vec<Choice>>>().map(ElementSort::Choice)
}

/// The days between which all rules hold that something rests on.
pub(super) fn days((from, until): (jiff::civil::Date, Option<jiff::civil::Date>)) -> Days {
    Days { from, until }
}
