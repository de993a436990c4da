//! What a viewer sees of one request, read out of its entries.

use super::content::values_read;
use super::{RECEIVED_AS, RequestId, RequestText, is_request};
use crate::chain;
use crate::outside::day_in_the_hague;
use crate::port::Recorded;
use jiff::civil::Date;
use law::{Course, Following, Happened, Move, Owed, Pack, Relay, RequestAct, ToldDate, Uncalled, Values};
use record::entry::EntryId;
use record::hex::hex;
use record::json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// One act in a request, as its newest version has it.
#[derive(Clone, Debug)]
pub struct Done<'r> {
    /// Its entry.
    pub recorded: &'r Recorded,
    /// The day from which it counts: the last on which it can have happened.
    pub on: Date,
    /// What it carries.
    pub values: Values,
    /// The request, where the act carries it.
    pub text: Option<RequestText>,
    /// Whether it stands in the preparation, of which only the Court knows.
    pub inside: bool,
}

impl Done<'_> {
    /// The kind of its entry, which is its act: `request.transmitted`.
    pub fn kind(&self) -> &str {
        &self.recorded.entry.kind
    }
}

/// How long a request took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Took {
    /// Days from the sending to the end, the day of the sending being 0.
    pub days: i64,
    /// Ids of the entries that tell of the one and of the other.
    pub entries: [String; 2],
}

/// Acts in requests by the request, in the order of recording.
pub(crate) fn by_request(entries: Vec<Recorded>) -> BTreeMap<RequestId, Vec<Recorded>> {
    let mut requests: BTreeMap<RequestId, Vec<Recorded>> = BTreeMap::new();
    for recorded in entries.into_iter().filter(|recorded| is_request(&recorded.entry.kind)) {
        if let Some(id) = RequestId::of_matter(&recorded.entry.matter) {
            requests.entry(id).or_default().push(recorded);
        }
    }
    requests
}

/// The word for an act in the acts that follow it: SHA-256 of its id.
pub fn saw(last: &EntryId) -> String {
    hex(&Sha256::digest(last.to_string()))
}

/// One request as a viewer sees it.
#[derive(Clone, Debug)]
pub struct RequestFile<'r> {
    /// The request.
    pub id: RequestId,
    acts: Vec<Done<'r>>,
    /// The act that was recorded last.
    last: EntryId,
    /// The text that was recorded last.
    text: RequestText,
}

impl<'r> RequestFile<'r> {
    /// Reads the acts among entries of the matters of a request, which stand in the order of recording. None where
    /// there is no act, or none that tells what is asked.
    pub fn of(id: RequestId, entries: impl IntoIterator<Item = &'r Recorded>) -> Option<RequestFile<'r>> {
        let of_it = |recorded: &&Recorded| {
            let entry = &recorded.entry;
            is_request(&entry.kind) && RequestId::of_matter(&entry.matter) == Some(id)
        };
        let entries: Vec<&Recorded> = entries.into_iter().filter(of_it).collect();
        let last = entries.last()?.entry.id.clone();
        let preparation = id.preparation();
        let done = |held: chain::Held<'r>| {
            let recorded = held.now();
            let entry = &recorded.entry;
            Done {
                recorded,
                on: entry.effective.last().unwrap_or_else(|| day_in_the_hague(entry.recorded)),
                values: values_read(entry.body.get("values")),
                text: RequestText::read(&entry.body),
                inside: entry.matter == preparation,
            }
        };
        let mut acts: Vec<Done> = chain::held(entries).into_iter().map(done).collect();
        let text = acts.iter().rev().find_map(|act| act.text.clone())?;
        // What happened on one day is told in the order in which it was recorded.
        acts.sort_by_key(|act| act.on);
        Some(RequestFile { id, acts, last, text })
    }

    /// The acts by their days.
    pub fn acts(&self) -> &[Done<'r>] {
        &self.acts
    }

    /// A word for what whoever reads it now has before them: the act that was recorded last. It is a digest, so that it
    /// names the act to nobody who may not see it.
    pub fn saw(&self) -> String {
        saw(&self.last)
    }

    /// What is asked, as it was recorded last.
    pub fn text(&self) -> &RequestText {
        &self.text
    }

    /// What stays within the Court of what was sent to review last: planning, and who confirmed what. Empty for whoever sees
    /// nothing of the preparation.
    pub fn within(&self, law: &Pack) -> Values {
        let elements = law.form(&self.text.form).map_or(&[][..], |form| &form.elements);
        let carries = |act: &&Done| act.inside && act.text.is_some();
        let mut within = self
            .acts
            .iter()
            .rev()
            .find(carries)
            .map_or_else(Values::default, |act| act.values.clone());
        within
            .0
            .retain(|id, _| elements.iter().any(|element| element.inside && element.id == *id));
        within
    }

    /// What is asked with what stays within the Court, as it was drafted.
    pub fn whole(&self, law: &Pack) -> RequestText {
        self.text.with(&self.within(law))
    }

    /// The numbers under which the sides know it: references that they gave, those of notes, and on a State's own record the id
    /// that it has in the Court's.
    pub fn references(&self) -> Vec<String> {
        let mut references: Vec<String> = Vec::new();
        for act in &self.acts {
            let given = act.values.given("reference").map(str::to_owned);
            references.extend(act.recorded.entry.body.get_text(RECEIVED_AS).map(str::to_owned));
            let note = match act.recorded.entry.body.get("paper") {
                Some(Value::Object(paper)) => paper.get_text("number").map(str::to_owned),
                _ => None,
            };
            references.extend(given.chain(note));
        }
        references.sort();
        references.dedup();
        references
    }

    /// Whether whoever reads it sees anything of the preparation.
    pub fn sees_inside(&self) -> bool {
        self.acts.iter().any(|act| act.inside)
    }

    /// Whether the requested State knows of it.
    pub fn is_sent(&self) -> bool {
        self.acts.iter().any(|act| !act.inside)
    }

    pub(super) fn told_to_the_law(&self) -> Vec<RequestAct<'_>> {
        let told = |act| {
            let Done { recorded, on, values, .. }: &Done<'r> = act;
            RequestAct {
                kind: &recorded.entry.kind,
                on: *on,
                values,
            }
        };
        self.acts.iter().map(told).collect()
    }

    /// Where the request stands after its acts; none where the law pack does not know its form.
    pub fn course<'l>(&self, law: &'l Pack) -> Option<Course<'l>> {
        law.course_of_request(&self.text.form, &self.told_to_the_law())
    }

    /// The act that signed it and stands: nothing that was returned for changes since is signed by it.
    pub fn signing(&self, law: &Pack) -> Option<&Done<'r>> {
        self.acts.get(law.signing_act(&self.text.form, &self.told_to_the_law())?)
    }

    /// The days on which it was sent, notified and received, as its acts tell them.
    pub fn sending_dates(&self, law: &Pack) -> Vec<ToldDate> {
        law.sending_dates(&self.text.form, &self.told_to_the_law())
    }

    /// The ways beside the channel of the State by which it was sent.
    pub fn relays(&self, law: &Pack) -> Vec<Relay> {
        law.relays(&self.text.form, &self.told_to_the_law())
    }

    /// What of all that happened leads to something in it that nobody did since.
    pub fn followings<'l>(&self, law: &'l Pack, happened: &[Happened<'_>], today: Date) -> Vec<Following<'l>> {
        law.followings(&self.text.form, &self.told_to_the_law(), happened, today)
    }

    /// How long it took from the day on which it was sent until it was over, and the acts of these two days; none while it is not
    /// over, and where the record does not tell when it was sent.
    pub fn took(&self, law: &Pack) -> Option<Took> {
        let form = &self.text.form;
        let acts = self.told_to_the_law();
        let over = |known: usize| {
            let course = law.course_of_request(form, acts.get(..known)?)?;
            Some(course.state.over)
        };
        if !over(acts.len())? {
            return None;
        }
        // What is noted after the end changes nothing of when it came; what was opened again ended later.
        let ends = (0..acts.len()).rev().find(|before| over(*before) != Some(true))?;
        let ended = self.acts.get(ends)?;
        let sends = |act: &&Done| law.move_of_act(form, act.kind(), act.on).is_some_and(|mv| mv.sends);
        let sent = self.acts.iter().find(sends)?;
        let days = sent.on.until((jiff::Unit::Day, ended.on)).ok()?.get_days();
        Some(Took {
            days: i64::from(days),
            entries: [sent, ended].map(|act| act.recorded.entry.id.to_string()),
        })
    }

    /// Where it stood at the end of a day, by what is known of it now.
    pub fn course_on<'l>(&self, law: &'l Pack, day: Date) -> Option<Course<'l>> {
        let mut acts = self.told_to_the_law();
        acts.retain(|act| act.on <= day);
        law.course_of_request(&self.text.form, &acts)
    }

    /// What can be done in it on a day: the moves that the law knows from where it stands, after what was done.
    pub fn can<'l>(&self, law: &'l Pack, today: Date) -> Vec<&'l Move> {
        law.moves_open(&self.text.form, &self.told_to_the_law(), today)
    }

    /// What the law knows from where it stands and nothing calls for, with why.
    pub fn uncalled<'l>(&self, law: &'l Pack, today: Date) -> Vec<(&'l Move, Uncalled)> {
        let form = &self.text.form;
        let acts = self.told_to_the_law();
        let Some(course) = law.course_of_request(form, &acts) else {
            return Vec::new();
        };
        let known = law.moves_from(form, &course.state.id, today).into_iter();
        known.filter_map(|mv| Some((mv, law.uncalled(mv, form, &acts)?))).collect()
    }

    /// Whether something called for a move at the end of a day, by what is known of it now.
    pub(super) fn calls_for_on(&self, law: &Pack, mv: &Move, day: Date) -> bool {
        let mut acts = self.told_to_the_law();
        acts.retain(|act| act.on <= day);
        law.uncalled(mv, &self.text.form, &acts).is_none()
    }

    /// What could be done from where it stood before and cannot from where it stands: what may be told late.
    pub fn told_late<'l>(&self, law: &'l Pack, today: Date) -> Vec<&'l Move> {
        law.moves_told_late(&self.text.form, &self.told_to_the_law(), today)
    }

    /// Where it would stand with one more act, which is recorded last.
    pub fn course_with<'l>(&self, law: &'l Pack, kind: &str, on: Date, values: &Values) -> Option<Course<'l>> {
        let mut acts = self.told_to_the_law();
        let at = acts.partition_point(|act| act.on <= on);
        acts.insert(at, RequestAct { kind, on, values });
        law.course_of_request(&self.text.form, &acts)
    }

    /// What is owed by whom, met or not; see [`law::Owed::since`] for the place among [`RequestFile::acts`].
    pub fn owed<'l>(&self, law: &'l Pack) -> Vec<Owed<'l>> {
        law.owed(&self.text.form, &self.told_to_the_law())
    }
}
