//! Words for authorities of States.

use crate::markup::Markup;
use crate::texts::{Arg, Said, Words};
use register::authorities::{AuthorityWords, Fault, Field};
use register::view::model::{Ask, Authority};

/// What an authority is called on a page.
pub(crate) fn called(w: &Words, words: &AuthorityWords) -> Markup {
    Markup::name(words.called(w.lang == crate::address::Lang::Fr))
}

impl Words {
    /// What sort of authority it is.
    pub(crate) fn authority_role(&self, words: &AuthorityWords) -> Markup {
        self.closed("authority-role", &words.role)
    }

    /// What it does with requests.
    pub(crate) fn authority_does(&self, words: &AuthorityWords) -> Markup {
        let does: Vec<Markup> = words.does.iter().map(|task| self.closed("authority-does", task)).collect();
        self.list(&does)
    }

    /// By which channel it is addressed; nothing where that is not known.
    pub(crate) fn authority_channel(&self, words: &AuthorityWords) -> Markup {
        if words.channel.is_empty() {
            return Markup::text(&words.channel_details);
        }
        let channel = self.closed("authority-channel", &words.channel);
        if words.channel_details.is_empty() {
            return channel;
        }
        let args = [("channel", channel.into()), ("details", words.channel_details.as_str().into())];
        self.say("authority-channel-with", &args)
    }

    /// In which languages it takes requests; nothing where that is not known.
    pub(crate) fn authority_languages(&self, words: &AuthorityWords) -> Markup {
        let names: Vec<Markup> = words.languages.iter().map(|code| self.closed("language", code)).collect();
        self.list(&names)
    }

    /// When somebody last stood for it, and whether that is long ago.
    pub(crate) fn authority_confirmed(&self, authority: &Authority) -> Markup {
        match (authority.confirmed_on, authority.due_since) {
            (Some(on), Some(due)) => {
                let args = [("on", self.day(on).into()), ("due", self.day(due).into())];
                self.say("authority-due", &args)
            }
            (Some(on), None) => self.say("authority-confirmed", &[("on", self.day(on).into())]),
            (None, _) => Markup::text(&self.t("authority-unconfirmed")),
        }
    }

    /// Whom to ask whether it is still so.
    pub(crate) fn authority_ask(&self, authority: &Authority) -> Markup {
        let key = match authority.ask {
            Ask::State => "authority-ask-state",
            Ask::ByLetter => "authority-ask-letter",
        };
        self.say(key, &[("state", self.state(&authority.state).into())])
    }

    /// What is wrong with a field, and how to mend it.
    pub(crate) fn authority_fault(&self, field: Field, fault: &Fault) -> Markup {
        Said::of_authority_fault(field, fault, |day| self.day(day).into()).markup(self)
    }
}

impl Said {
    /// What is wrong with a field of an authority; the day as it is to be written.
    pub(crate) fn of_authority_fault(field: Field, fault: &Fault, day: impl Fn(jiff::civil::Date) -> Arg) -> Said {
        let label = Said::text(&format!("authority-field-{}", field.word()));
        let mut args: Vec<(&'static str, Arg)> = vec![("field", Arg::Said(Box::new(label)))];
        match fault {
            Fault::NotOf { given, .. }
            | Fault::NotAnAddress(given)
            | Fault::NotANumber(given)
            | Fault::NoZone(given)
            | Fault::NotALanguage(given)
            | Fault::NotADate(given)
            | Fault::NotADay(given) => args.push(("given", given.as_str().into())),
            Fault::TooLong(most) => args.push(("most", (*most).into())),
            Fault::AfterToday(after) | Fault::BeforeItBegan(after) => args.push(("day", day(*after))),
            Fault::NotAState(near) => args.extend([("n", near.len().into()), ("near", near.join(", ").into())]),
            Fault::Missing | Fault::Unseen | Fault::Reversed | Fault::Recalled => {}
        }
        Said::with(&format!("authority-fault-{}", fault.word()), args)
    }
}
