//! What is missing, vague, needed by the requested State, late or unreadable in a request or in a move.

use crate::Pack;
use crate::form::{AnyDay, Check, Element, ElementSort, Form, Group};
use crate::life::Move;
use crate::values::Values;
use crate::{named, vague};
use jiff::civil::Date;

/// What a request is checked against besides what was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The day on which it is checked; the law of this day is applied.
    pub today: Date,
    /// The requested State; none where it is not known yet.
    pub state: Option<StateCircumstances>,
    /// The day on which the person was arrested under an earlier request for provisional arrest.
    pub arrested_on: Option<Date>,
    /// The day on which the request was sent, where it was.
    pub sent_on: Option<Date>,
    /// The day of the act that is checked: a day to come is one that was to come then, though the act is recorded later, from
    /// a note. Without it, today.
    pub acted_on: Option<Date>,
    /// The three letters of the requested State of an act.
    pub asked: Option<String>,
}

impl Circumstances {
    /// Those of a day, of which nothing else is known.
    pub fn on(today: Date) -> Circumstances {
        Circumstances {
            today,
            state: None,
            arrested_on: None,
            sent_on: None,
            acted_on: None,
            asked: None,
        }
    }
}

/// What is known of the requested State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateCircumstances {
    /// Id of the ground on which it is asked; see [`Pack::ground_of`].
    pub ground: String,
    /// The languages that it accepts: alternatives, each a set that is needed together (ISO 639-3); none where it
    /// declared nothing.
    pub languages: Option<Vec<Vec<String>>>,
    /// Whether its declaration was read in a source or confirmed by an officer. Nothing rests on one that was not.
    pub declaration_confirmed: bool,
    /// The channel that it chose, in words.
    pub channel: Option<String>,
    /// What its law needs for its surrender procedure.
    pub needs: Vec<StateNeed>,
}

/// A document, statement or information that the law of a State needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateNeed {
    /// A word for it, unique within the State. What meets it is given under the element's id, a full stop and this
    /// word: `national_requirements.certified-facts`.
    pub id: String,
    /// What is needed, in words.
    pub says: String,
    /// Where its law says so.
    pub source: String,
}

/// Of which kind a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// It is needed and was not given.
    Missing,
    /// It was given and says nothing, or too little.
    Vague,
    /// The requested State needs it.
    NeededByState,
    /// It would come too late.
    Late,
    /// It cannot be read as what it should be.
    Unreadable,
    /// It contradicts something else that was given or is known: one of the two is wrong.
    Contradictory,
    /// It can be read and may be right, and is to be looked at again. It keeps nothing from being done.
    Doubtful,
}

impl FindingKind {
    /// All kinds.
    pub const ALL: [FindingKind; 7] = [
        FindingKind::Missing,
        FindingKind::Vague,
        FindingKind::NeededByState,
        FindingKind::Late,
        FindingKind::Unreadable,
        FindingKind::Contradictory,
        FindingKind::Doubtful,
    ];

    /// `missing`, `vague`, `needed-by-state`, `late`, `unreadable`, `contradictory` or `doubtful`.
    pub fn word(self) -> &'static str {
        match self {
            FindingKind::Missing => "missing",
            FindingKind::Vague => "vague",
            FindingKind::NeededByState => "needed-by-state",
            FindingKind::Late => "late",
            FindingKind::Unreadable => "unreadable",
            FindingKind::Contradictory => "contradictory",
            FindingKind::Doubtful => "doubtful",
        }
    }

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<FindingKind> {
        FindingKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub kind: FindingKind,
    /// The element beside which it stands.
    pub element: String,
    /// Ids of the rules on which it rests, that which makes it first.
    pub rests_on: Vec<String>,
    /// Key in the pack's texts of what is wrong and what to do; the text holds no variables.
    pub text_key: String,
    /// Names and values for whoever prints it, such as `accepted` and `sqi+eng; sqi+fra`. The names are listed in
    /// `docs/law-packs.md`; days are written `2026-05-01`.
    pub facts: Vec<(String, String)>,
}

/// Whether nothing is to mend: whatever was found is a doubt, which keeps nothing from being done.
pub fn is_complete(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.kind == FindingKind::Doubtful)
}

/// The texts that findings need besides those of elements and groups. A pack with elements has them all.
pub(crate) const FINDING_TEXTS: &[&str] = &[
    "law-finding-vague",
    "law-finding-short",
    "law-finding-several",
    "law-finding-unknown-element",
    "law-finding-unknown-need",
    "law-finding-not-a-day",
    "law-finding-day-to-come",
    "law-finding-day-gone",
    "law-finding-not-yes-or-no",
    "law-finding-not-a-number",
    "law-finding-not-a-language",
    "law-finding-not-a-state",
    "law-finding-not-a-choice",
    "law-finding-not-a-line",
    "law-finding-sign",
    "law-finding-mixed-scripts",
    "law-finding-file",
    "law-finding-language",
    "law-finding-working-language",
    "law-finding-translation",
    "law-finding-state-need",
    "law-finding-late",
    "law-finding-late-by-every-way",
    "law-finding-late-already",
    "law-finding-channel",
    "law-finding-channel-unconfirmed",
    "law-finding-channel-beside",
    "law-finding-channel-arrangement",
    "law-finding-medium",
    "law-finding-before-sending",
    "law-finding-another-state",
    "law-finding-not-asked",
    "law-finding-case-situation",
];

impl Finding {
    pub(crate) fn of(kind: FindingKind, element: &Element, text_key: &str) -> Finding {
        Finding {
            kind,
            element: element.id.clone(),
            rests_on: element.rests_on.clone(),
            text_key: text_key.to_owned(),
            facts: Vec::new(),
        }
    }

    /// Says which words may be chosen, where it is one of them that is asked.
    fn choices(self, sort: &ElementSort) -> Finding {
        match sort {
            ElementSort::Choice(choices) => {
                let words: Vec<&str> = choices.iter().map(|choice| choice.word.as_str()).collect();
                self.fact("choices", words.join("; "))
            }
            _ => self,
        }
    }

    pub(crate) fn fact(mut self, name: &str, value: impl ToString) -> Finding {
        self.facts.push((name.to_owned(), value.to_string()));
        self
    }
}

impl Pack {
    /// What is to be mended in a request of a form, in the order of its elements; nothing where it is complete.
    ///
    /// What was given under an id that is no element of the form is told last.
    pub fn check_request(&self, form: &Form, values: &Values, c: &Circumstances) -> Vec<Finding> {
        let mut findings = Vec::new();
        for element in form.elements.iter().filter(|element| element.days.hold(c.today)) {
            let before = findings.len();
            self.check_element(element, values, c, &mut findings);
            if let Some((other, answer)) = element.contradicts(values)
                && form
                    .elements
                    .iter()
                    .any(|element| element.id == other && element.is_readable(values, c))
            {
                let finding = Finding::of(FindingKind::Contradictory, element, "law-finding-not-asked");
                findings.push(finding.fact("answered", other).fact("answer", answer));
            }
            let groups = form
                .groups
                .iter()
                .filter(|group| group.at == element.id && group.days.hold(c.today));
            for group in groups.filter(|group| !self.has_enough(form, group, values)) {
                // One finding says enough of a field that says nothing.
                if findings.len() == before {
                    let finding = Finding {
                        rests_on: group.rests_on.clone(),
                        ..Finding::of(FindingKind::Vague, element, &group.text_key)
                    };
                    findings.push(finding);
                }
            }
            if let Some(check) = &element.check {
                named::run(self, check, element, values, c, &mut findings);
            }
        }
        unknown(&form.elements, values, &mut findings);
        unknown_needs(&form.elements, values, c, &mut findings);
        findings
    }

    /// What is to be mended in what a move carries, in the order of its elements.
    pub fn check_move(&self, mv: &Move, values: &Values, c: &Circumstances) -> Vec<Finding> {
        let mut findings = Vec::new();
        for element in mv.carries.iter().filter(|element| element.days.hold(c.today)) {
            let before = findings.len();
            self.check_element(element, values, c, &mut findings);
            // What cannot be read is told once.
            if let Some(check) = element.check.as_ref().filter(|_| findings.len() == before) {
                named::run(self, check, element, values, c, &mut findings);
            }
        }
        unknown(&mv.carries, values, &mut findings);
        findings
    }

    fn check_element(&self, element: &Element, values: &Values, c: &Circumstances, findings: &mut Vec<Finding>) {
        let given: Vec<&str> = values.given(&element.id).collect();
        if given.is_empty() {
            if element.is_needed(values) && !element.is_met_by_needs(values, c) {
                let text_key = format!("{}.missing", element.text_key);
                findings.push(Finding::of(FindingKind::Missing, element, &text_key));
            }
            return;
        }
        let unreadable = |key: &str| Finding::of(FindingKind::Unreadable, element, key);
        if given.len() > 1 && !element.many {
            findings.push(unreadable("law-finding-several").fact("given", given.join("; ")));
            return;
        }
        for text in given {
            if let Some(key) = element.sort.fault(text, element.day, c) {
                findings.push(unreadable(key).fact("given", text).choices(&element.sort));
            } else if let Some(finding) = self.vagueness(element, text) {
                findings.push(finding);
            }
        }
    }

    /// What is vague in a text that was given for an element.
    fn vagueness(&self, element: &Element, text: &str) -> Option<Finding> {
        if !matches!(
            element.sort,
            ElementSort::Line | ElementSort::Prose | ElementSort::When | ElementSort::Person
        ) {
            return None;
        }
        let words = vague::words_that_say_something(text, &self.requests.vague);
        let finding = |key: &str| Finding::of(FindingKind::Vague, element, key).fact("given", text);
        match words {
            0 => Some(finding("law-finding-vague")),
            _ if words < element.least_words => Some(
                finding("law-finding-short")
                    .fact("words", words)
                    .fact("least_words", element.least_words),
            ),
            _ => None,
        }
    }

    /// Whether enough elements of a group say something.
    fn has_enough(&self, form: &Form, group: &Group, values: &Values) -> bool {
        let says = |id: &&String| {
            let element = form.elements.iter().find(|element| element.id == **id);
            values
                .given(id)
                .any(|text| element.is_none_or(|element| self.vagueness(element, text).is_none()))
        };
        group.of.iter().filter(says).count() >= group.least
    }
}

impl Element {
    /// Whether all that was given for it can be read as what it should be.
    fn is_readable(&self, values: &Values, c: &Circumstances) -> bool {
        let mut given = values.given(&self.id);
        (self.many || values.given(&self.id).count() <= 1) && given.all(|text| self.sort.fault(text, self.day, c).is_none())
    }

    /// Whether what a State needs was given for it need by need.
    fn is_met_by_needs(&self, values: &Values, c: &Circumstances) -> bool {
        let of_a_need = |key: &String| named::need_of(&self.id, key).is_some_and(|need| !is_no_need(need, c));
        self.check == Some(Check::StateNeeds) && values.0.keys().filter(|key| of_a_need(key)).any(|key| values.first(key).is_some())
    }
}

impl ElementSort {
    /// The key of what is wrong with a text of this sort.
    fn fault(&self, text: &str, day: AnyDay, c: &Circumstances) -> Option<&'static str> {
        let letters = |n: usize, is: fn(&u8) -> bool| text.len() == n && text.as_bytes().iter().all(is);
        match self {
            ElementSort::Prose | ElementSort::Documents => None,
            ElementSort::When if is_day_in_numbers(text) => fault_as_far_as_known(text, c.today),
            ElementSort::Line | ElementSort::When | ElementSort::Person => text.contains(['\n', '\r']).then_some("law-finding-not-a-line"),
            ElementSort::Day => match text.parse::<Date>() {
                Ok(given) if given.to_string() != text => Some("law-finding-not-a-day"),
                Ok(given) if day == AnyDay::Past && c.today < given => Some("law-finding-day-to-come"),
                Ok(given) if day == AnyDay::Future && given < c.acted_on.unwrap_or(c.today) => Some("law-finding-day-gone"),
                Ok(_) => None,
                Err(_) => Some("law-finding-not-a-day"),
            },
            ElementSort::YesNo => (!matches!(text, "yes" | "no")).then_some("law-finding-not-yes-or-no"),
            ElementSort::Number => {
                let number = text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
                (!number).then_some("law-finding-not-a-number")
            }
            ElementSort::Language => (!letters(3, u8::is_ascii_lowercase)).then_some("law-finding-not-a-language"),
            ElementSort::State => (!letters(3, u8::is_ascii_uppercase)).then_some("law-finding-not-a-state"),
            ElementSort::Choice(choices) => (!choices.iter().any(|choice| choice.word == text)).then_some("law-finding-not-a-choice"),
        }
    }
}

/// The words that may stand before a date as exact as it is known.
const AS_FAR_AS_KNOWN: [&str; 3] = ["about ", "by ", "from "];

/// A date as exact as it is known without the word before it.
fn numbers_of(text: &str) -> &str {
    AS_FAR_AS_KNOWN.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

/// Whether a text is in the form of one date in numbers. All else stands as it is given: words, and the years of a period.
fn is_day_in_numbers(text: &str) -> bool {
    let numbers = numbers_of(text).bytes().enumerate();
    let form = |(place, byte): (usize, u8)| {
        if matches!(place, 4 | 7) {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    };
    matches!(numbers.len(), 4 | 7 | 10) && numbers.into_iter().all(form)
}

/// What is wrong with a date in numbers, `1970-05-12`, `1970-05` or `1970`, of something that has been.
fn fault_as_far_as_known(text: &str, today: Date) -> Option<&'static str> {
    let numbers = numbers_of(text);
    let whole = match numbers.len() {
        4 => format!("{numbers}-01-01"),
        7 => format!("{numbers}-01"),
        _ => numbers.to_owned(),
    };
    match whole.parse::<Date>() {
        Ok(first) if first.to_string() != whole => Some("law-finding-not-a-day"),
        Ok(first) if today < first => Some("law-finding-day-to-come"),
        Ok(_) => None,
        Err(_) => Some("law-finding-not-a-day"),
    }
}

/// What was given for no element.
fn unknown(elements: &[Element], values: &Values, findings: &mut Vec<Finding>) {
    let known = |key: &str| {
        let is = |e: &Element| e.id == key || (e.check == Some(Check::StateNeeds) && named::need_of(&e.id, key).is_some());
        elements.iter().any(is)
    };
    for key in values.0.keys().filter(|key| !known(key)) {
        findings.push(Finding {
            kind: FindingKind::Unreadable,
            element: key.clone(),
            rests_on: Vec::new(),
            text_key: "law-finding-unknown-element".to_owned(),
            facts: vec![("given".to_owned(), key.clone())],
        });
    }
}

/// Whether the State is known and needs nothing of this word, as far as whoever checks may know its needs.
fn is_no_need(word: &str, c: &Circumstances) -> bool {
    c.state.as_ref().is_some_and(|state| state.needs.iter().all(|need| need.id != word))
}

/// What was given for no need of the State. A doubt: whoever checks without signing in knows of no needs, and a State may state and end
/// one at any time. What it does need and was not given is told as that.
fn unknown_needs(elements: &[Element], values: &Values, c: &Circumstances, findings: &mut Vec<Finding>) {
    for element in elements.iter().filter(|element| element.check == Some(Check::StateNeeds)) {
        let given = values.0.keys().filter(|key| values.first(key).is_some());
        for key in given.filter(|key| named::need_of(&element.id, key).is_some_and(|need| is_no_need(need, c))) {
            findings.push(Finding {
                element: key.clone(),
                ..Finding::of(FindingKind::Doubtful, element, "law-finding-unknown-need").fact("given", key)
            });
        }
    }
}
