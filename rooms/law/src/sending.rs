//! Sending a request: through which channel and by which medium it may go, and on which days it was sent, notified and
//! received.
//!
//! The channel is the State's choice (article 87(1)(a)). On a declaration that nobody confirmed nothing is sent: then it is
//! the diplomatic channel, or an officer says where else they learned what the State chose.

use crate::Pack;
use crate::findings::{Circumstances, Finding, FindingKind, StateCircumstances};
use crate::form::{Check, Element, ElementSort};
use crate::life::{Move, RequestAct};
use crate::values::Values;
use jiff::civil::Date;

/// One of the three dates of a sending, none of which is derived from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SendingDate {
    /// The day on which it left.
    Sent,
    /// The day on which the State was notified (regulations 31 and 32).
    Notified,
    /// The day on which the State had it.
    Received,
}

impl SendingDate {
    /// The three dates in their order.
    pub const ALL: [SendingDate; 3] = [SendingDate::Sent, SendingDate::Notified, SendingDate::Received];

    /// `sent`, `notified` or `received`.
    pub fn word(self) -> &'static str {
        match self {
            SendingDate::Sent => "sent",
            SendingDate::Notified => "notified",
            SendingDate::Received => "received",
        }
    }

    /// The date of a word.
    pub fn of_word(word: &str) -> Option<SendingDate> {
        SendingDate::ALL.into_iter().find(|date| date.word() == word)
    }
}

/// That a move tells one of the three dates: its own day, or the one that it gives in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tells {
    pub date: SendingDate,
    /// The element that holds the day; none where it is the day of the act.
    pub by: Option<String>,
}

/// A day that an act told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldDate {
    /// Which of the three.
    pub which: SendingDate,
    /// The day.
    pub on: Date,
    /// Index of the act that told it.
    pub act: usize,
}

impl Pack {
    /// The days on which a request was sent, notified and received, as its acts tell them, in their order. What no act
    /// told is not there; where two acts tell different days, both are.
    pub fn sending_dates(&self, form: &str, acts: &[RequestAct<'_>]) -> Vec<ToldDate> {
        let told = |(at, act): (usize, &RequestAct<'_>)| {
            let tells = self.move_of_act(form, act.kind, act.on)?.tells.as_ref()?;
            let on = match &tells.by {
                None => act.on,
                Some(element) => act.values.first(element)?.parse().ok()?,
            };
            Some(ToldDate {
                which: tells.date,
                on,
                act: at,
            })
        };
        let mut told: Vec<ToldDate> = acts.iter().enumerate().filter_map(told).collect();
        told.sort_by_key(|told| (told.which, told.on, told.act));
        told
    }
}

/// A way beside the channel of the State by which a request was sent: through INTERPOL or a regional organisation
/// (article 87(1)(b)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// Key of its name in the pack's texts.
    pub text_key: String,
    /// The day on which it was sent so first.
    pub on: Date,
}

/// The words of such ways, where an element holds the channel.
fn relaying(element: &Element) -> &[String] {
    match &element.check {
        Some(Check::AcceptedChannel(channels)) => &channels.urgent_only,
        _ => &[],
    }
}

impl Move {
    /// Whether an officer's word on the languages of the State stands with it: who made sure of them, and where that stands.
    pub fn language_is_confirmed(&self, values: &Values) -> bool {
        self.carries.iter().any(|element| match &element.check {
            Some(Check::Translated { confirmation, .. } | Check::AcceptedLanguage { confirmation, .. }) => {
                confirmation.as_ref().is_some_and(|word| word.is_given(values))
            }
            _ => false,
        })
    }
}

impl Pack {
    /// By which such ways a request was sent, each once, as its acts tell it.
    pub fn relays(&self, form: &str, acts: &[RequestAct<'_>]) -> Vec<Relay> {
        let elements = self.moves().iter().flat_map(|mv| &mv.carries);
        let relaying: Vec<&String> = elements.flat_map(relaying).collect();
        let mut relays: Vec<Relay> = Vec::new();
        for act in acts {
            let mv = self.move_of_act(form, act.kind, act.on);
            let sent = mv.filter(|mv| mv.tells.as_ref().is_some_and(|tells| tells.date == SendingDate::Sent));
            let Some(channel) = sent.and_then(Move::channel) else { continue };
            let ElementSort::Choice(choices) = &channel.sort else { continue };
            let word = act.values.first(&channel.id).unwrap_or_default();
            let chosen = choices
                .iter()
                .find(|choice| choice.word == word && relaying.contains(&&choice.word));
            let Some(chosen) = chosen else { continue };
            if relays.iter().all(|relay| relay.text_key != chosen.text_key) {
                relays.push(Relay {
                    text_key: chosen.text_key.clone(),
                    on: act.on,
                });
            }
        }
        relays
    }
}

/// The elements in which an officer says who confirmed what a State chose, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Confirmation {
    pub by: String,
    pub source: String,
}

impl Confirmation {
    /// Whether both were given.
    pub fn is_given(&self, values: &Values) -> bool {
        values.first(&self.by).is_some() && values.first(&self.source).is_some()
    }
}

/// `accepted-channel`: which words of a choice mean what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Channels {
    /// The diplomatic channel.
    pub diplomatic: String,
    /// With which words a declaration of it begins, in small letters.
    pub declared_as: Vec<String>,
    /// The channel that the State chose.
    pub chosen: String,
    /// That of an arrangement with a State that is no party.
    pub arrangement: Option<String>,
    /// Those that carry a request alone only where it is urgent (article 87(1)(b)), and by which element it is.
    pub urgent_only: Vec<String>,
    pub urgent: Option<String>,
    pub confirmation: Option<Confirmation>,
}

/// `formal-medium`: by which media a request goes that is not urgent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Media {
    pub formal: Vec<String>,
    pub urgent: String,
    /// The element of the channel, and those of its words under which every medium is the one that the State chose.
    pub channel: String,
    pub any_medium: Vec<String>,
}

/// The channels of a confirmed declaration: alternatives with semicolons between them.
fn declared(state: &StateCircumstances) -> Option<Vec<&str>> {
    let words = state.channel.as_deref().filter(|_| state.declaration_confirmed)?;
    let each: Vec<&str> = words.split(';').map(str::trim).filter(|word| !word.is_empty()).collect();
    (!each.is_empty()).then_some(each)
}

fn says_yes(values: &Values, element: &str) -> bool {
    values.first(element) == Some("yes")
}

/// `accepted-channel`.
pub(crate) fn accepted_channel(pack: &Pack, channels: &Channels, element: &Element, values: &Values, c: &Circumstances) -> Option<Finding> {
    let state = c.state.as_ref()?;
    let given = values.first(&element.id)?;
    let finding = |key: &str| Some(Finding::of(FindingKind::NeededByState, element, key).fact("given", given));
    let with_declared = |finding: Finding| match &state.channel {
        Some(channel) => finding.fact("declared", channel),
        None => finding,
    };
    let is_urgent = channels.urgent.as_ref().is_some_and(|urgent| says_yes(values, urgent));
    if channels.urgent_only.iter().any(|word| word == given) {
        return if is_urgent {
            None
        } else {
            finding("law-finding-channel-beside").map(with_declared)
        };
    }
    if channels.arrangement.as_deref() == Some(given) {
        let bound_by_treaty = pack.ground(&state.ground).is_some_and(crate::Ground::is_of_a_treaty);
        return if bound_by_treaty {
            finding("law-finding-channel-arrangement").map(with_declared)
        } else {
            None
        };
    }
    if channels.confirmation.as_ref().is_some_and(|said| said.is_given(values)) {
        return None;
    }
    let begins = |declared: &str| channels.declared_as.iter().any(|words| declared.starts_with(words.as_str()));
    let is_diplomatic = |word: &&str| begins(&word.to_lowercase());
    match declared(state) {
        None if given == channels.chosen => finding("law-finding-channel-unconfirmed").map(with_declared),
        Some(each) if given == channels.diplomatic && !each.iter().any(is_diplomatic) => finding("law-finding-channel").map(with_declared),
        _ => None,
    }
}

/// `formal-medium`.
pub(crate) fn formal_medium(media: &Media, element: &Element, values: &Values) -> Option<Finding> {
    let given = values.first(&element.id)?;
    let as_chosen = values
        .first(&media.channel)
        .is_some_and(|channel| media.any_medium.iter().any(|word| word == channel));
    if as_chosen || says_yes(values, &media.urgent) || media.formal.iter().any(|word| word == given) {
        return None;
    }
    Some(
        Finding::of(FindingKind::NeededByState, element, "law-finding-medium")
            .fact("given", given)
            .fact("accepted", media.formal.join("; ")),
    )
}

/// `not-before-sending`: nobody has a request before it was sent.
pub(crate) fn not_before_sending(element: &Element, values: &Values, c: &Circumstances) -> Option<Finding> {
    let sent = c.sent_on?;
    let day: Date = values.first(&element.id)?.parse().ok()?;
    (day < sent).then(|| {
        Finding::of(FindingKind::Contradictory, element, "law-finding-before-sending")
            .fact("given", day)
            .fact("sent", sent)
    })
}
