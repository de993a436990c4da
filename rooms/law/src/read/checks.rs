//! The named functions beside elements: each with what it needs, and with nothing that it does not read.

use super::{Reader, plain};
use crate::form::{Check, Element, ElementSort};
use crate::raw::{RawCheck, RawUse, Source, Word};
use crate::sending::{Channels, Confirmation, Media};
use toml::Spanned;

impl Reader {
    /// A named function beside an element.
    pub(super) fn check(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let name = check.name.get_ref().as_str();
        let (reads, needs): (&[&str], &str) = match name {
            "accepted-language" => (
                &["working_languages", "confirmed_by", "source"],
                "it stands at a language and has `working_languages`",
            ),
            "translated" => (
                &["working_languages", "confirmed_by", "source"],
                "it stands at documents and has `working_languages`",
            ),
            "state-needs" => (&[], "it has nothing but its name"),
            "in-time" => (&["deadline", "days"], "it stands at a day, and has `deadline` and `days`"),
            "accepted-channel" => (
                &[
                    "diplomatic",
                    "declared_as",
                    "chosen",
                    "arrangement",
                    "urgent_only",
                    "urgent",
                    "confirmed_by",
                    "source",
                ],
                "it stands at a choice and has `diplomatic` and `chosen`, which are words of it as are `arrangement` and `urgent_only`; under `declared_as` how declarations call the diplomatic channel; `urgent` with `urgent_only`; `confirmed_by` and `source` together",
            ),
            "formal-medium" => (
                &["formal", "urgent", "channel", "any_medium"],
                "it stands at a choice and has `formal`, words of it, and `urgent` and `channel`, asked for beside",
            ),
            "not-before-sending" => (&[], "it stands at a day and has nothing but its name"),
            "another-state" => (&[], "it stands at a State and has nothing but its name"),
            other => {
                let reason = format!("`{other}` is no named function; they are {}", Check::NAMES.join(", "));
                self.faults.push(source.fault(&check.name, reason));
                return None;
            }
        };
        let read = if check.given().iter().all(|given| reads.contains(given)) {
            match name {
                "accepted-language" => self.accepted_language(source, check, element, beside),
                "translated" => self.translated(source, check, element, beside),
                "state-needs" => Some(Check::StateNeeds),
                "in-time" => self.in_time(source, check, element, beside),
                "accepted-channel" => self.accepted_channel(source, check, element, beside),
                "formal-medium" => self.formal_medium(source, check, element, beside),
                "another-state" => (element.sort == ElementSort::State).then_some(Check::AnotherState),
                _ => (element.sort == ElementSort::Day).then_some(Check::NotBeforeSending),
            }
        } else {
            None
        };
        if read.is_none() {
            self.faults
                .push(source.fault(&check.name, format!("the named function `{name}` is not whole: {needs}; mend it")));
        }
        read
    }

    fn accepted_language(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let confirmation = self.confirmation(source, check, beside)?;
        let working = plain(&check.working_languages);
        let fits = element.sort == ElementSort::Language && !working.is_empty();
        fits.then_some(Check::AcceptedLanguage { working, confirmation })
    }

    fn translated(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let confirmation = self.confirmation(source, check, beside)?;
        let working = plain(&check.working_languages);
        let fits = element.sort == ElementSort::Documents && !working.is_empty();
        fits.then_some(Check::Translated { working, confirmation })
    }

    fn in_time(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let (deadline, days) = check.deadline.as_ref().zip(check.days.as_ref())?;
        self.asked_for.push((deadline.get_ref().clone(), source.fault(deadline, "")));
        let days = days.get_ref();
        if !self.is_beside(days, beside, |sort| *sort == ElementSort::Number) {
            let reason = format!("`{days}` is no number that this form asks for; ask for it under [[form.element]], or mend the id");
            self.faults.push(source.fault(&check.name, reason));
        }
        (element.sort == ElementSort::Day).then(|| Check::InTime {
            deadline: deadline.get_ref().clone(),
            days: days.clone(),
        })
    }

    fn accepted_channel(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let confirmation = self.confirmation(source, check, beside)?;
        let own = [&check.diplomatic, &check.chosen, &check.arrangement];
        let words = own.into_iter().flatten().chain(&check.urgent_only);
        if !are_choices(element, words) || check.urgent_only.is_empty() != check.urgent.is_none() || check.declared_as.is_empty() {
            return None;
        }
        if let Some(urgent) = &check.urgent {
            self.answered_beside(source, urgent, beside, &ElementSort::YesNo);
        }
        let text = |word: &Word| word.get_ref().clone();
        Some(Check::AcceptedChannel(Channels {
            diplomatic: check.diplomatic.as_ref().map(text)?,
            declared_as: check.declared_as.iter().map(|words| words.get_ref().to_lowercase()).collect(),
            chosen: check.chosen.as_ref().map(text)?,
            arrangement: check.arrangement.as_ref().map(text),
            urgent_only: plain(&check.urgent_only),
            urgent: check.urgent.as_ref().map(text),
            confirmation,
        }))
    }

    fn formal_medium(&mut self, source: &Source, check: &RawCheck, element: &Element, beside: &[Spanned<RawUse>]) -> Option<Check> {
        let (urgent, channel) = check.urgent.as_ref().zip(check.channel.as_ref())?;
        if check.formal.is_empty() || !are_choices(element, check.formal.iter()) {
            return None;
        }
        self.answered_beside(source, urgent, beside, &ElementSort::YesNo);
        let words_of_channel = |sort: &ElementSort| match sort {
            ElementSort::Choice(choices) => check
                .any_medium
                .iter()
                .all(|word| choices.iter().any(|choice| choice.word == *word.get_ref())),
            _ => false,
        };
        if !self.is_beside(channel.get_ref(), beside, words_of_channel) {
            let reason = format!(
                "`{}` is no choice that is asked for beside with the words of `any_medium`; mend the one or the other",
                channel.get_ref()
            );
            self.faults.push(source.fault(channel, reason));
        }
        Some(Check::FormalMedium(Media {
            formal: plain(&check.formal),
            urgent: urgent.get_ref().clone(),
            channel: channel.get_ref().clone(),
            any_medium: plain(&check.any_medium),
        }))
    }

    /// The elements of an officer's confirmation: both or none. None where there is one alone.
    fn confirmation(&mut self, source: &Source, check: &RawCheck, beside: &[Spanned<RawUse>]) -> Option<Option<Confirmation>> {
        let (by, said) = match (&check.confirmed_by, &check.source) {
            (None, None) => return Some(None),
            (Some(by), Some(said)) => (by, said),
            _ => return None,
        };
        self.answered_beside(source, by, beside, &ElementSort::Line);
        self.answered_beside(source, said, beside, &ElementSort::Line);
        Some(Some(Confirmation {
            by: by.get_ref().clone(),
            source: said.get_ref().clone(),
        }))
    }

    /// Says where an element of a sort is not asked for beside; that it is not is no fault of the function itself.
    fn answered_beside(&mut self, source: &Source, word: &Word, beside: &[Spanned<RawUse>], sort: &ElementSort) {
        if !self.is_beside(word.get_ref(), beside, |given| given == sort) {
            let what = if *sort == ElementSort::YesNo { "yes-no element" } else { "line" };
            let reason = format!(
                "`{}` is no {what} that is asked for beside; ask for it here, or mend the id",
                word.get_ref()
            );
            self.faults.push(source.fault(word, reason));
        }
    }

    fn is_beside(&self, id: &str, beside: &[Spanned<RawUse>], is: impl Fn(&ElementSort) -> bool) -> bool {
        beside.iter().any(|used| used.get_ref().id.get_ref() == id) && self.sort_of(id).is_some_and(is)
    }
}

/// Whether all of these are words of a choice.
fn are_choices<'w>(element: &Element, mut words: impl Iterator<Item = &'w Word>) -> bool {
    match &element.sort {
        ElementSort::Choice(choices) => words.all(|word| choices.iter().any(|choice| choice.word == *word.get_ref())),
        _ => false,
    }
}

impl RawCheck {
    /// What was written besides the name.
    fn given(&self) -> Vec<&'static str> {
        let lists = [
            ("working_languages", &self.working_languages),
            ("urgent_only", &self.urgent_only),
            ("declared_as", &self.declared_as),
            ("any_medium", &self.any_medium),
            ("formal", &self.formal),
        ];
        let words = [
            ("deadline", &self.deadline),
            ("days", &self.days),
            ("diplomatic", &self.diplomatic),
            ("chosen", &self.chosen),
            ("arrangement", &self.arrangement),
            ("urgent", &self.urgent),
            ("channel", &self.channel),
            ("confirmed_by", &self.confirmed_by),
            ("source", &self.source),
        ];
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(name, _)| name);
        lists
            .chain(words.into_iter().filter(|(_, word)| word.is_some()).map(|(name, _)| name))
            .collect()
    }
}
