//! Requests as at a day: those that a viewer may see, and one of them with what is owed, what happened and what can be done.

use super::matters::narrowest;
use super::model::{GroundShown, MoveOffer, OwedShown, PaperShown, RequestRow, RequestView, StepShown, ValueShown};
use super::request_documents::documents;
use super::{View, ViewError};
use crate::Register;
use crate::directory::{self, Directory};
use crate::erasure::erased_by;
use crate::outside::day_in_the_hague;
use crate::port::StoreError;
use crate::port::{Of, Recorded};
use crate::reading::Reading;
use crate::request::by_request;
use crate::request::public_record::counts_from;
use crate::request::{CASE, COURT_NUMBER, Done, PERSON, RequestError, RequestFile, RequestId, RequestText, SITUATION, Signature, does};
use access::Viewer;
use jiff::civil::Date;
use law::{Due, Element, Move, Owed, Pack, Reg33, Side, Values};
use record::json::Value;
use std::cmp::Reverse;

/// The text of the law pack that names a count by regulation 33.
const REGULATION_33: &str = "law-count-regulation-33";

impl Register {
    /// The requests that this viewer may see as at the day of the reading, those with the soonest deadline first. Those of
    /// which the public record tells, and nothing else, have a list of their own: [`Register::public_requests`].
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn requests(&self, viewer: &Viewer, reading: &Reading) -> View<Vec<RequestRow>> {
        let entries = self
            .store
            .entries(viewer, Of::Kinds(self.kinds_of_acts()), self.known_by(reading).await?)
            .await?;
        self.rows_of(viewer, entries, reading).await
    }

    /// The same as they stand now, for the feed of deadlines, which tells of what is confidential only that something is due:
    /// that somebody's program asked is told to the audit as figures are ([`crate::port::Store::beyond`]), and not as an opening
    /// of each matter at each poll.
    ///
    /// # Errors
    /// The store failed.
    pub async fn requests_for_the_feed(&self, viewer: &Viewer) -> View<Vec<RequestRow>> {
        let kinds = self.kinds_of_acts();
        let public = self.store.entries(&Viewer::public(), Of::Kinds(kinds.clone()), None).await?;
        let mut beyond = self.store.beyond(viewer).await?;
        beyond.retain(|recorded| kinds.contains(&recorded.entry.kind));
        let mut entries = [public, beyond].concat();
        entries.sort_by_key(|recorded| recorded.position);
        let reading = Reading {
            as_at: self.today(),
            known_on: None,
            hindsight: true,
            dated: false,
        };
        self.rows_of(viewer, entries, &reading).await
    }

    fn kinds_of_acts(&self) -> Vec<String> {
        self.law.moves().iter().map(|mv| mv.act.clone()).collect()
    }

    async fn rows_of(&self, viewer: &Viewer, mut entries: Vec<Recorded>, reading: &Reading) -> View<Vec<RequestRow>> {
        entries.retain(|recorded| counts_from(recorded, reading.hindsight) <= reading.as_at);
        let by_request = by_request(entries);
        let states = self.states_named(viewer).await?;
        let row = |(id, entries): (&RequestId, &Vec<Recorded>)| {
            let file = RequestFile::of(*id, entries).filter(|file| !file.is_of_public_record())?;
            self.request_row(&file, entries, &states, reading.as_at)
        };
        let mut rows: Vec<RequestRow> = by_request.iter().filter_map(row).collect();
        // A stable order: by what is due, then the newest first, then by id, which tells nothing.
        rows.sort_by(|a, b| {
            let due = |row: &RequestRow| {
                (
                    row.over,
                    row.owed
                        .first()
                        .and_then(|owed| owed.due.as_ref())
                        .map_or(Date::MAX, |due| due.first),
                )
            };
            due(a).cmp(&due(b)).then(b.newest.cmp(&a.newest)).then(a.id.cmp(&b.id))
        });
        Ok(rows)
    }

    /// One request as at the day of the reading; none where there is no such request for this viewer, or the public record
    /// alone tells of it ([`Register::public_request`]).
    ///
    /// # Errors
    /// The day known on lies before the record, or the store failed.
    pub async fn request(&self, viewer: &Viewer, reading: &Reading, id: &RequestId) -> View<Option<RequestView>> {
        let of = Of::Matters(vec![id.preparation(), id.matter()]);
        let mut entries = self.store.entries(viewer, of, self.known_by(reading).await?).await?;
        entries.retain(|recorded| counts_from(recorded, reading.hindsight) <= reading.as_at);
        let Some(file) = RequestFile::of(*id, &entries).filter(|file| !file.is_of_public_record()) else {
            return Ok(None);
        };
        let states = self.states_named(viewer).await?;
        let Some(row) = self.request_row(&file, &entries, &states, reading.as_at) else {
            return Ok(None);
        };
        let law = &*self.law;
        let now = reading.as_at == self.today() && reading.known_on.is_none();
        let moves = if now { file.can(law, reading.as_at) } else { Vec::new() };
        let findings = if row.sent || row.over {
            Vec::new()
        } else {
            self.check_request(viewer, &file.whole(law), reading.as_at)
                .await
                .map_err(unchecked)?
        };
        let offers = |theirs: &dyn Fn(&Move) -> Option<bool>| -> Vec<MoveOffer> {
            moves
                .iter()
                .filter_map(|mv| theirs(mv).map(|on_paper| offer(mv, on_paper)))
                .collect()
        };
        let form = law.form(&row.form);
        let elements = form.map(|form| form.elements.as_slice()).unwrap_or_default();
        let needed = self.languages_needed(viewer, &file, reading.as_at).await.map_err(unchecked)?;
        let mut steps: Vec<StepShown> = file.acts().iter().map(|done| step(law, &row.form, done)).collect();
        steps.reverse();
        let scribe = self.scribe_of(viewer).await?;
        let mut own = offers(&|mv| {
            let own = does(viewer, &mv.by);
            (own || scribe.records_act(mv)).then_some(!own)
        });
        mark_next(&mut own, law, &row);
        let told_late = if now { file.told_late(law, reading.as_at) } else { Vec::new() };
        let late = told_late.into_iter().filter_map(|mv| {
            let own = does(viewer, &mv.by) && mv.side == Side::Court && mv.tells_a_date();
            (own || scribe.records_act(mv)).then(|| offer(mv, !own))
        });
        let late = late.collect();
        let untied = if row.sent || row.over {
            Vec::new()
        } else {
            self.untied_arrests(viewer, file.text(), reading.as_at).await.map_err(unchecked)?
        };
        let mut view = RequestView {
            ground: None,
            untied,
            text: file.text().clone(),
            within: file.within(law),
            elements: values_shown(elements, &file.text().values),
            text_sha256: file.text().sha256(),
            saw: file.saw(),
            findings,
            met: owed_shown(&file, law, reading.as_at)
                .into_iter()
                .filter(|owed| owed.met.is_some())
                .collect(),
            steps,
            documents: documents(&file, law, &needed),
            dates: file.sending_dates(law).iter().map(|told| (told.which, told.on)).collect(),
            lacking: lacking(&file, law).into_iter().map(|mv| mv.text_key.clone()).collect(),
            erased: entries
                .iter()
                .filter_map(|recorded| erased_by(&recorded.entry))
                .map(|erased| erased.len())
                .sum(),
            moves: own,
            late,
            answers: offers(&|mv| (mv.side == Side::State).then_some(false)),
            uncalled: file
                .uncalled(law, reading.as_at)
                .into_iter()
                .map(|(mv, why)| (mv.id.clone(), why))
                .collect(),
            row,
        };
        let day = view.document_day(law).unwrap_or(reading.as_at);
        view.ground = self.ground_shown(viewer, file.text(), day).await.map_err(unchecked)?;
        Ok(Some(view))
    }

    /// The ground on which a request rests on a day, which is what its documents say.
    async fn ground_shown(&self, viewer: &Viewer, text: &RequestText, day: Date) -> Result<Option<GroundShown>, RequestError> {
        let Some(code) = text.requested_state() else { return Ok(None) };
        let known = self.state_circumstances(viewer, code, text.values.first(SITUATION), day).await?;
        let ground = known.state.and_then(|state| self.law.ground(&state.ground).cloned());
        Ok(ground.map(|ground| GroundShown {
            id: ground.id,
            text_key: ground.text_key,
            rests_on: ground.rests_on,
            on: day,
            rests_on_situation: known.rests_on_situation,
        }))
    }

    /// Whether the requested State has done anything in it.
    fn is_answered(&self, file: &RequestFile) -> bool {
        let form = &file.text().form;
        let by_the_state = |act: &Done| {
            let mv = self.law.move_of_act(form, act.kind(), act.on);
            mv.is_some_and(|mv| mv.side == Side::State)
        };
        file.acts().iter().any(by_the_state)
    }

    pub(super) fn request_row(&self, file: &RequestFile, entries: &[Recorded], states: &Directory, day: Date) -> Option<RequestRow> {
        let course = file.course(&self.law)?;
        let text = file.text();
        let code = text.requested_state().unwrap_or_default();
        let named = |element: &str| text.values.first(element).map(str::to_owned);
        let mut owed = owed_shown(file, &self.law, day);
        owed.retain(|owed| owed.met.is_none());
        // What has a day first; of what has none, what began last: a question that was asked stands before the execution that
        // waits for its answer, also where both began on one day.
        owed.reverse();
        owed.sort_by_key(|owed| (owed.due.as_ref().map_or(Date::MAX, |due| due.first), Reverse(owed.since)));
        Some(RequestRow {
            id: file.id.to_string(),
            form: text.form.clone(),
            references: file.references(),
            state: states.on(code, day),
            court_number: named(COURT_NUMBER),
            situation: named(SITUATION),
            case: named(CASE),
            person: named(PERSON),
            stands: course.state.id.clone(),
            over: course.state.over,
            sent: file.is_sent(),
            answered: self.is_answered(file),
            level: narrowest(entries.iter())?,
            owed: if course.state.over { Vec::new() } else { owed },
            took: file.took(&self.law),
            latest: file.acts().last()?.on,
            newest: entries.iter().map(|recorded| recorded.entry.recorded).max()?,
        })
    }

    /// The side whose acts somebody records from paper, if they do: on the Court's record those of States, on a State's own
    /// those of the Court.
    ///
    /// # Errors
    /// The store failed.
    pub async fn records_from_paper(&self, viewer: &Viewer) -> Result<Option<Side>, StoreError> {
        let scribe = self.scribe_of(viewer).await?;
        Ok([Side::State, Side::Court].into_iter().find(|side| scribe.records(*side)))
    }

    pub(super) async fn states_named(&self, viewer: &Viewer) -> View<Directory> {
        let of = Of::Kinds(directory::KINDS.map(str::to_owned).to_vec());
        Ok(Directory::of(&self.store.entries(viewer, of, None).await?, &self.law))
    }

    /// The last instant that a reading knows.
    async fn known_by(&self, reading: &Reading) -> View<Option<jiff::Timestamp>> {
        let Some(known_by) = reading.known_by() else { return Ok(None) };
        let began = self.store.genesis().await?.began;
        if known_by < began {
            return Err(ViewError::BeforeTheRecord(day_in_the_hague(began)));
        }
        Ok(Some(known_by))
    }
}

/// A check that failed is no check that found nothing.
fn unchecked(error: RequestError) -> ViewError {
    match error {
        RequestError::Store(error) => ViewError::Store(error),
        other => ViewError::Store(StoreError::Database(other.to_string())),
    }
}

fn owed_shown(file: &RequestFile, law: &Pack, day: Date) -> Vec<OwedShown> {
    let shown = |owed: Owed| {
        let since = file.acts().get(owed.since)?;
        let met = owed.met.and_then(|met| file.acts().get(met)).map(|act| act.on);
        let deadline = owed.deadline;
        Some(OwedShown {
            deadline: deadline.id.clone(),
            text_key: deadline.text_key.clone(),
            by: deadline.owed_by,
            policy: deadline.policy,
            rests_on: deadline.rests_on.clone(),
            since_act: since.kind().to_owned(),
            since_entry: since.recorded.entry.id.to_string(),
            since: since.on,
            days_left: owed.due.as_ref().map(|due| days_between(day, due.first)),
            before_the_court: owed.due.as_ref().and_then(|due| before_the_court(law, due, since.on)),
            due: owed.due,
            met,
        })
    };
    // What ended unmet is owed no more, and was not given.
    file.owed(law)
        .into_iter()
        .filter(|owed| owed.ended.is_none())
        .filter_map(shown)
        .collect()
}

/// How a day was counted by regulation 33 from the day of an act, if it was: the count itself does not tell the hour and the
/// holidays on which it rests.
fn before_the_court(law: &Pack, due: &Due, since: Date) -> Option<Reg33> {
    let count = due.counts.iter().find(|count| count.text_key == REGULATION_33)?;
    Some(law.reg_33(since, count.days + 1))
}

/// The acts that must have happened and are not in this record. Of what the Court did before it sent the request
/// somebody who sees nothing of it cannot say that it is not there.
pub(super) fn lacking<'l>(file: &RequestFile, law: &'l Pack) -> Vec<&'l Move> {
    let form = &file.text().form;
    let first = file.acts().first().and_then(|act| law.move_of_act(form, act.kind(), act.on));
    // Nor can somebody who learned of it by an act say what was done before.
    if !file.is_of_public_record() && first.is_some_and(|mv| !mv.lets_in.is_empty()) {
        return Vec::new();
    }
    let mut lacking = file.course(law).map_or_else(Vec::new, |course| course.lacking);
    if !file.sees_inside() {
        lacking.retain(|mv| mv.side == Side::State || mv.sends);
    }
    lacking
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

pub(super) fn offer(mv: &Move, on_paper: bool) -> MoveOffer {
    MoveOffer {
        id: mv.id.clone(),
        text_key: mv.text_key.clone(),
        side: mv.side,
        on_paper,
        signs: mv.signs,
        carries_request: mv.carries_request,
        rests_on: mv.rests_on.clone(),
        heading: mv.heading.clone(),
        next: false,
    }
}

/// Marks what is to be done next: of what a side owes, soonest first, the act that is meant to meet it and can be done.
fn mark_next(offers: &mut [MoveOffer], law: &Pack, row: &RequestRow) {
    let acts: Vec<Option<&Move>> = offers.iter().map(|offer| law.moves().iter().find(|mv| mv.id == offer.id)).collect();
    let mut next: Vec<usize> = Vec::new();
    for owed in &row.owed {
        let Some(deadline) = law.deadline(&owed.deadline) else { continue };
        let meets = |kind: &String| {
            let is = |mv: &Option<&Move>| mv.is_some_and(|mv| mv.act == *kind && mv.side == owed.by);
            acts.iter().position(is)
        };
        next.extend(deadline.met_by().iter().find_map(meets));
    }
    for at in next {
        offers[at].next = true;
    }
}

/// Values in the order of the elements that they belong to; those of no element last.
fn values_shown(elements: &[Element], values: &Values) -> Vec<ValueShown> {
    let known = elements.iter().filter_map(|element| {
        let texts: Vec<String> = values.given(&element.id).map(str::to_owned).collect();
        (!texts.is_empty()).then(|| ValueShown {
            element: element.id.clone(),
            text_key: Some(element.text_key.clone()),
            sort: Some(element.sort.clone()),
            texts,
        })
    });
    let of_none = values.0.iter().filter(|(id, _)| !elements.iter().any(|element| element.id == **id));
    let unknown = of_none.map(|(id, texts)| ValueShown {
        element: id.clone(),
        text_key: None,
        sort: None,
        texts: texts.clone(),
    });
    known.chain(unknown).collect()
}

fn step(law: &Pack, form: &str, done: &Done) -> StepShown {
    let entry = &done.recorded.entry;
    let mv = law.move_of_act(form, done.kind(), done.on);
    let mut carries = mv.map_or_else(Vec::new, |mv| mv.carries.clone());
    // What stays within the Court of what is asked stands with the act that sent it to review.
    if mv.is_some_and(|mv| mv.carries_request) {
        let elements = law.form(form).map_or(&[][..], |form| &form.elements);
        carries.extend(elements.iter().filter(|element| element.inside).cloned());
    }
    let paper = match entry.body.get("paper") {
        Some(Value::Object(paper)) => {
            let text = |name: &str| paper.get_text(name).unwrap_or_default().to_owned();
            Some(PaperShown {
                number: text("number"),
                dated: text("dated"),
                received: text("received"),
            })
        }
        _ => None,
    };
    StepShown {
        level: done.recorded.audience.level,
        letter: mv.is_some_and(|mv| mv.letter.is_some()) && !done.inside && paper.is_none(),
        entry: entry.id.to_string(),
        kind: entry.kind.clone(),
        text_key: mv.map(|mv| mv.text_key.clone()),
        effective: entry.effective.to_string(),
        recorded: entry.recorded,
        author: entry.author.clone(),
        on_behalf_of: entry.on_behalf_of.clone(),
        values: values_shown(&carries, &done.values),
        paper,
        text_sha256: entry.body.get_text("text_sha256").map(str::to_owned),
        signature: Signature::of(entry),
        inside: done.inside,
    }
}
