//! What an act is called on a page, and what sources say of it.

use crate::address::Lang;
use crate::markup::Markup;
use crate::texts::Words;
use crate::written::Length;
use register::directory::StateRef;
use register::kinds;
use register::truth::{Document, documents, is_address};
use register::view::model::{Event, FileEvent, Instrument, Particulars, SourceSays};

/// An act, as far as its name depends on it.
pub(crate) struct Named<'a> {
    /// Kind of the entry.
    pub(crate) act: &'a str,
    /// For a milestone, and for an act with which one falls together: which.
    pub(crate) what: Option<&'a str>,
    /// `warrant` or `summons`.
    pub(crate) instrument: &'a str,
    /// Which instrument of its kind, 1 for the first; 0 where it need not be said.
    pub(crate) ordinal: usize,
    /// State, where one is named.
    pub(crate) state: Option<&'a StateRef>,
    /// Further particulars.
    pub(crate) particulars: &'a Particulars,
}

impl<'a> Named<'a> {
    /// The act that an event tells of, without which instrument of its kind it is.
    pub(crate) fn of(event: &'a Event) -> Named<'a> {
        Named {
            act: &event.act,
            what: event.what.as_deref(),
            instrument: event.particulars.instrument.as_deref().unwrap_or("warrant"),
            ordinal: 0,
            state: event.state.as_ref(),
            particulars: &event.particulars,
        }
    }
}

impl Words {
    /// What an act is called, beginning with a small letter: "second warrant issued", "sentenced to 20
    /// years", "gave himself up, Italy".
    pub(crate) fn act(&self, named: &Named) -> Markup {
        let instrument = self.instrument(named.instrument, named.ordinal);
        let base = match named.act {
            kinds::MADE_PUBLIC => {
                let key = if named.instrument == "summons" {
                    "act-summons-made-public"
                } else {
                    "act-warrant-made-public"
                };
                self.say(key, &[("instrument", instrument.into())])
            }
            kinds::WARRANT_ISSUED => self.say("act-warrant-issued", &[("instrument", instrument.into())]),
            kinds::SUMMONS_ISSUED => self.say("act-summons-issued", &[("instrument", instrument.into())]),
            // A milestone of the same day and sense says it closer.
            kinds::WARRANT_EXECUTED => match named.what {
                Some(what) => self.milestone(what, None),
                None => self.say("act-warrant-executed", &[("instrument", instrument.into())]),
            },
            kinds::ENDED => self.ended(named, instrument),
            kinds::MILESTONE => self.milestone(named.what.unwrap_or_default(), named.particulars.years),
            other => self.closed("act", other),
        };
        let mut parts = vec![base];
        parts.extend(named.state.map(|state| self.state(state)));
        let act = Markup::join(&parts, ", ");
        match &named.particulars.until {
            Some(until) => self.say("act-until", &[("act", act.into()), ("day", self.when(until, Length::Full).into())]),
            None => act,
        }
    }

    /// What an act in a row of a file is called, beginning with a small letter where it does not begin with
    /// the name of a treaty: "Rome Statute: ratification deposited", "finding of non-compliance".
    pub(crate) fn file_act(&self, event: &Event, file: &FileEvent) -> Markup {
        let what = event.what.as_deref().unwrap_or_default();
        let treaty = || self.closed("treaty", &file.file.replace('_', "-"));
        let Some(key) = self.closed_key("act", &event.act) else {
            return match event.act.as_str() {
                kinds::FINDING => self.closed("finding", what),
                kinds::REFERRAL => self.closed("act-referral-made", what),
                other => Markup::english(other, self.lang),
            };
        };
        match event.act.as_str() {
            kinds::TREATY_JOINED => self.say(&key, &[("treaty", treaty().into()), ("by", self.closed("joined", what).into())]),
            kinds::AGREEMENT | kinds::AGREEMENT_IN_FORCE => self.say(&key, &[("kind", self.closed("agreement", what).into())]),
            act if act.starts_with("treaty.") => self.say(&key, &[("treaty", treaty().into())]),
            _ => Markup::text(&self.t(&key)),
        }
    }

    /// The name of a State in the language of the page.
    pub(crate) fn state(&self, state: &StateRef) -> Markup {
        Markup::text(self.state_name(state))
    }

    /// The same as plain text.
    pub(crate) fn state_name<'s>(&self, state: &'s StateRef) -> &'s str {
        match self.lang {
            Lang::En => &state.name_en,
            Lang::Fr => &state.name_fr,
        }
    }

    fn ended(&self, named: &Named, instrument: Markup) -> Markup {
        let reason = named.particulars.reason.as_deref().unwrap_or("not-said");
        let words = self.closed("reason", reason);
        let key = if named.ordinal == 0 { "act-ended" } else { "act-ended-under" };
        match named.what {
            Some(what) if what.starts_with(reason) => self.say("act-ended-by", &[("act", self.milestone(what, None).into())]),
            Some(what) => {
                let ended = self.say(key, &[("reason", words.into()), ("instrument", instrument.into())]);
                self.say(
                    "act-ended-with",
                    &[("act", self.milestone(what, None).into()), ("ended", ended.into())],
                )
            }
            None => self.say(key, &[("reason", words.into()), ("instrument", instrument.into())]),
        }
    }

    /// What a milestone is called.
    pub(crate) fn milestone(&self, what: &str, years: Option<i64>) -> Markup {
        match (self.closed_key("milestone", what), years) {
            (Some(_), Some(years)) if what == "sentenced" => self.say("milestone-sentenced-years", &[("years", years.into())]),
            (Some(key), Some(years)) => self.say("milestone-with-years", &[("act", self.t(&key).into()), ("years", years.into())]),
            (Some(key), None) => Markup::text(&self.t(&key)),
            (None, _) => Markup::english(what, self.lang),
        }
    }

    /// "warrant of arrest", "second warrant", "summons to appear".
    pub(crate) fn instrument(&self, kind: &str, ordinal: usize) -> Markup {
        let key = if kind == "summons" {
            "instrument-summons"
        } else {
            "instrument-warrant"
        };
        self.say(key, &[("ordinal", ordinal.into())])
    }

    /// The name of a situation in the language of the page; its name in the record where there is none.
    pub(crate) fn situation(&self, no: &str, name: &str) -> Markup {
        match self.closed_key("situation", no) {
            Some(key) => Markup::text(&self.t(&key)),
            None => Markup::english(name, self.lang),
        }
    }

    /// Who counted, as plain text; the name in the record where there is no text for it.
    pub(crate) fn institution_plain(&self, said_by: &str) -> String {
        self.closed_key("institution", said_by)
            .map_or_else(|| said_by.to_owned(), |key| self.t(&key))
    }

    /// The documents of a source: each a link named by its host where it is an address, else its words; with what
    /// the source says of it.
    pub(crate) fn source(&self, source: &str) -> Markup {
        let documents: Vec<_> = documents(source).iter().map(|document| self.document(document)).collect();
        Markup::join(&documents, ", ")
    }

    fn document(&self, document: &Document) -> Markup {
        if document.name.starts_with("recalled:") {
            return Markup::text(&self.t("source-recalled"));
        }
        let host = document.name.split(['/', '?', '#']).nth(2);
        let host = host.filter(|host| is_address(document.name) && !host.is_empty() && !document.name.contains(' '));
        let name = match host {
            Some(host) => Markup::ready(format!(
                "<a href=\"{}\" rel=\"nofollow noreferrer\">{}</a>",
                Markup::text(document.name),
                Markup::text(host.strip_prefix("www.").unwrap_or(host))
            )),
            None => Markup::english(document.name, self.lang),
        };
        let english = |words: &str| Markup::english(words, self.lang);
        let before = Some(document.of).filter(|of| !of.is_empty()).map(english);
        let behind = (!document.places.is_empty()).then(|| english(&document.places.join("; ")));
        let parts: Vec<_> = before.into_iter().chain([name]).chain(behind).collect();
        Markup::join(&parts, " ")
    }

    /// What sources say of one field, one line a verdict, strongest first; none where no source was read.
    pub(crate) fn sources(&self, sources: &[&SourceSays]) -> Vec<Markup> {
        let mut lines = Vec::new();
        let mut said = |key: &'static str, verdicts: &[&str]| {
            let mut links: Vec<Markup> = Vec::new();
            for source in sources.iter().filter(|source| verdicts.contains(&source.verdict.as_str())) {
                let link = self.source(&source.source);
                if !links.contains(&link) {
                    links.push(link);
                }
            }
            if !links.is_empty() {
                lines.push(self.say(key, &[("sources", Markup::join(&links, ", ").into())]));
            }
        };
        said("sources-read", &["read", "confirms"]);
        said("sources-partly", &["partly"]);
        said("sources-inferred", &["inferred"]);
        let mut values: Vec<&str> = sources
            .iter()
            .filter(|s| s.verdict == "contradicts")
            .filter_map(|s| s.value.as_deref())
            .collect();
        values.sort_unstable();
        values.dedup();
        for value in values {
            let of_value = |source: &&&SourceSays| source.verdict == "contradicts" && source.value.as_deref() == Some(value);
            let links: Vec<_> = sources.iter().filter(of_value).map(|source| self.source(&source.source)).collect();
            let mark = self.say("mark-other-source", &[("values", self.when(value, Length::Short).into())]);
            lines.push(Markup::ready(format!(
                "<span class=\"df\">{mark}</span>, {}",
                Markup::join(&links, ", ")
            )));
        }
        lines
    }
}

/// Which instrument of its kind this is among a person's, 1 for the first; 0 where the person has one of
/// the kind only.
pub(crate) fn ordinal(instruments: &[Instrument], id: &str) -> usize {
    let Some(this) = instruments.iter().find(|instrument| instrument.id == id) else {
        return 0;
    };
    let same: Vec<_> = instruments.iter().filter(|instrument| instrument.kind == this.kind).collect();
    if same.len() < 2 {
        0
    } else {
        same.iter().position(|instrument| instrument.id == id).map_or(0, |place| place + 1)
    }
}

#[cfg(test)]
#[path = "acts_tests.rs"]
mod tests;
