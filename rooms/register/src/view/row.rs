//! One person in a list, on the day of the reading.

use super::look::Look;
use super::model::{Instrument as InstrumentShown, PersonRow, SourceSays};
use crate::derive::end_reason;
use crate::dossier::{Act, Dossier, Instrument};
use crate::{kinds, lists};
use jiff::civil::Date;
use record::audience::Level;

/// A person's row; none where the person does not exist for the reader on the day.
pub(crate) fn row(look: &Look, dossier: &Dossier) -> Option<PersonRow> {
    let (hindsight, day) = (look.hindsight(), look.day());
    let status = dossier.status_on(look.law(), hindsight, day)?;
    let counted: Vec<&Instrument> = dossier.instruments.iter().filter(|i| i.issue().counts(hindsight, day)).collect();
    let outstanding = status.id == lists::OUTSTANDING;
    let under: Vec<&Instrument> = counted.iter().copied().filter(|i| status.instruments.contains(&i.matter)).collect();
    let shown: &[&Instrument] = if outstanding { &under } else { &counted };
    let earliest = earliest(shown, hindsight)?;
    let warrants: Vec<InstrumentShown> = shown.iter().map(|i| instrument(look, dossier, i)).collect();
    let open = warrants.iter().find(|w| w.id == earliest.matter).filter(|_| outstanding);
    let rests = rests_on(look, shown, status.id);
    let truths = rests.iter().map(|act| dossier.citations.truth(&act.held, "effective"));
    let (mut verified, mut sources): (bool, Vec<SourceSays>) = (true, Vec::new());
    for truth in truths {
        verified &= truth.verified;
        sources.extend(truth.says);
    }
    let level = warrants.iter().map(InstrumentShown::level).max().unwrap_or(Level::Public);
    Some(PersonRow {
        level: level.max(dossier.level_of_name()).max(dossier.taken_back),
        id: dossier.key.to_owned(),
        name: dossier.name(),
        situation: earliest.situation().to_owned(),
        situation_no: earliest.situation_no().to_owned(),
        status: status.id.to_owned(),
        issued_on: open.map(|w| w.issued.on.clone()),
        public_on: open.and_then(|w| w.made_public.as_ref()).map(|d| d.on.clone()),
        days_outstanding: if outstanding {
            earliest.issue().from(hindsight).map(|from| days(from, day))
        } else {
            None
        },
        end_reason: if [lists::ENDED, lists::SUMMONS_ENDED].contains(&status.id) {
            end_reason(&under, hindsight, day)
        } else {
            None
        },
        warrants,
        verified,
        source: earliest.issue().held.now().entry.source.clone().unwrap_or_default(),
        sources,
    })
}

/// The instrument that the reader counts first.
fn earliest<'i, 'a>(instruments: &[&'i Instrument<'a>], hindsight: bool) -> Option<&'i Instrument<'a>> {
    instruments
        .iter()
        .copied()
        .min_by_key(|i| (i.issue().from(hindsight), i.issue().counts_on, i.matter))
}

/// The acts on whose dates a row rests: issue and publication, and what gave the person the status.
fn rests_on<'i, 'a>(look: &Look, instruments: &[&'i Instrument<'a>], status: &str) -> Vec<&'i Act<'a>> {
    let deciding: &[&str] = match status {
        lists::SURRENDERED => &[kinds::MADE_PUBLIC, kinds::SURRENDERED],
        lists::ENDED | lists::SUMMONS_ENDED => &[kinds::MADE_PUBLIC, kinds::ENDED],
        _ => &[kinds::MADE_PUBLIC],
    };
    let mut acts = Vec::new();
    for instrument in instruments {
        acts.push(instrument.issue());
        acts.extend(
            deciding
                .iter()
                .filter_map(|kind| instrument.act(kind, look.hindsight(), look.day())),
        );
    }
    acts
}

/// An instrument as far as the reader may see it on the day.
pub(crate) fn instrument(look: &Look, dossier: &Dossier, instrument: &Instrument) -> InstrumentShown {
    let act = |kind: &str| instrument.act(kind, look.hindsight(), look.day());
    let dated = |act: &Act| dossier.citations.dated(&act.held, act.counts_on);
    InstrumentShown {
        id: instrument.matter.to_owned(),
        kind: if instrument.is_warrant() { "warrant" } else { "summons" }.to_owned(),
        case: instrument.case().map(str::to_owned),
        issued: dated(instrument.issue()),
        made_public: act(kinds::MADE_PUBLIC).map(dated),
        surrendered: act(kinds::SURRENDERED).or_else(|| act(kinds::APPEARED)).map(dated),
        ended: act(kinds::ENDED).map(dated),
        end_reason: act(kinds::ENDED).and_then(|a| a.held.value("reason")),
    }
}

/// Days from one day to another; the day itself is 0.
pub(crate) fn days(from: Date, to: Date) -> i64 {
    from.until((jiff::Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}
