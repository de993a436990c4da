//! From the texts of a pack's files to the pack, or to all that is wrong with them.

mod awaited;
mod changes;
mod checks;
mod contacts;
mod letters;
mod life;
mod names;
mod requests;
mod topics;
mod treaties;

pub(crate) use treaties::NONE;

use crate::contact::ContactRule;
use crate::fact::{Fact, Facts, Weight};
use crate::obligation::Obligation;
use crate::pack::{Counting, Pack, Rule, StatusRule};
use crate::raw::{RawAct, RawFile, RawPack, RawRule, RawStatus, Source, Word};
use crate::requests::Requests;
use crate::topic::Topic;
use crate::treaty::{Moves, Treaty};
use crate::{PackErrors, PackFault};
use jiff::ToSpan;
use jiff::civil::Date;

impl Pack {
    /// The Rome Statute's pack that the program carries.
    ///
    /// # Errors
    /// Its faults; a test of this room sees to it that there are none.
    pub fn rome_statute() -> Result<Pack, PackErrors> {
        Pack::parse(&crate::carried::rome_statute()).map_err(PackErrors)
    }

    /// Reads a pack from its files: names within the folder, with `/` between its parts, and texts.
    ///
    /// Its cases are neither read nor run; [`check`](crate::check()) does that. Files that are no part of
    /// a pack (other than `.toml` and `.ftl`) are passed over.
    ///
    /// # Errors
    /// All faults that were found, by file and line.
    pub fn parse(files: &[(String, String)]) -> Result<Pack, Vec<PackFault>> {
        let mut reader = Reader::default();
        let pack = reader.pack(files);
        reader.faults.sort();
        match pack {
            Some(pack) if reader.faults.is_empty() => Ok(pack),
            _ => Err(reader.faults),
        }
    }
}

/// Whether a file holds cases.
pub(crate) fn is_cases(file: &str) -> bool {
    file.starts_with("cases/") && file.ends_with(".toml")
}

const WHERE_READ: &str = "say where its text was read (`read_in = \"…\"`), or that it was recalled (`unverified = true`), \
    or that it is this register's own (`convention = true`); one of the three";

/// Whether a word has the form of an id.
fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The words as they stand.
fn plain(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.get_ref().clone()).collect()
}

/// Gathers faults while it reads.
#[derive(Default)]
struct Reader {
    faults: Vec<PackFault>,
    rules: Vec<Rule>,
    /// Where each rule stands: for faults that show only when all rules are known.
    places: Vec<PackFault>,
    counting: Vec<(Counting, PackFault)>,
    statuses: Vec<(StatusRule, PackFault)>,
    weights: Vec<(Fact, Weight)>,
    treaties: Vec<(Treaty, Moves)>,
    obligations: Vec<Obligation>,
    topics: Vec<Topic>,
    contacts: Vec<(ContactRule, PackFault)>,
    not_read: Vec<String>,
    general_law: Vec<String>,
    requests: Requests,
    /// What elements are wherever they are asked for.
    shapes: Vec<requests::Shape>,
    /// Groups of the states of a request.
    state_groups: Vec<(String, Vec<String>)>,
    state_places: Vec<PackFault>,
    form_places: Vec<PackFault>,
    /// Deadlines that named functions ask for.
    asked_for: Vec<(String, PackFault)>,
    /// While which deadlines moves may be made.
    awaited: Vec<awaited::Awaited>,
    /// The keys of the names of what is no rule, each with its place.
    named: Vec<(String, PackFault)>,
}

impl Reader {
    fn pack(&mut self, files: &[(String, String)]) -> Option<Pack> {
        let Some(head) = files.iter().find(|(file, _)| file == "pack.toml") else {
            self.faults.push(PackFault::new(
                "pack.toml",
                1,
                "this file is missing; it names the pack, its edition, its languages and its files in order",
            ));
            return None;
        };
        let source = Source {
            file: &head.0,
            text: &head.1,
        };
        let raw: RawPack = self.keep(source.read())?;
        let edition = self.keep(source.day(&raw.edition));

        // First all rules, then what rests on them, so that one file may rest on a later one.
        let named = self.files_of_rules(&source, &raw, files);
        let files_named = named.len();
        let read: Vec<(Source, RawFile)> = named.into_iter().filter_map(|s| self.keep(s.read()).map(|raw| (s, raw))).collect();
        if read.len() < files_named {
            // What rests on a file that cannot be read would seem to rest on nothing: two hundred faults that are none.
            return None;
        }
        for (source, file) in &read {
            file.rule.iter().for_each(|rule| self.rule(source, rule));
        }
        for (source, file) in &read {
            file.act.iter().for_each(|act| self.act(source, act));
            file.status.iter().for_each(|status| self.status(source, status));
            file.treaty.iter().for_each(|treaty| self.treaty(source, treaty));
            file.obligation.iter().for_each(|obligation| self.obligation(source, obligation));
            file.topic.iter().for_each(|topic| self.topic(source, topic));
            let not_read = self.phrases(source, &file.not_read);
            self.not_read.extend(not_read);
            let general_law = self.phrases(source, &file.general_law);
            self.general_law.extend(general_law);
        }
        for (source, file) in &read {
            file.contact.iter().for_each(|contact| self.contact(source, contact));
        }
        self.requests(&read);
        if self.rules.is_empty() && self.faults.is_empty() {
            self.faults.push(source.fault(
                &raw.files,
                "the pack holds no rule; write one under [[rule]] in a file that stands here",
            ));
        }
        // What follows asks about all rules together: where one is missing for a fault of its own, it
        // would only say so again.
        if self.faults.is_empty() {
            self.no_day_under_two_laws();
            self.no_contact_under_two_rules();
        }
        let texts = self.texts(&source, &raw, files);
        let (treaties, moves) = std::mem::take(&mut self.treaties).into_iter().unzip();
        Some(Pack {
            name: raw.name.into_inner(),
            edition: edition?,
            rules: std::mem::take(&mut self.rules),
            counting: std::mem::take(&mut self.counting).into_iter().map(|(c, _)| c).collect(),
            statuses: std::mem::take(&mut self.statuses).into_iter().map(|(s, _)| s).collect(),
            weights: std::mem::take(&mut self.weights),
            treaties,
            moves,
            obligations: std::mem::take(&mut self.obligations),
            topics: std::mem::take(&mut self.topics),
            contacts: std::mem::take(&mut self.contacts).into_iter().map(|(rule, _)| rule).collect(),
            not_read: std::mem::take(&mut self.not_read),
            general_law: std::mem::take(&mut self.general_law),
            requests: std::mem::take(&mut self.requests),
            texts,
        })
    }

    /// What the pack says of requests: elements before what asks for them, forms before what is of them.
    fn requests(&mut self, read: &[(Source, RawFile)]) {
        for (source, file) in read {
            self.vague_phrases(source, &file.vague);
            file.element.iter().for_each(|element| self.element(source, element));
            file.ground.iter().for_each(|ground| self.ground(source, ground));
            self.life_states(source, &file.life);
            self.holidays(source, &file.holidays);
        }
        for (source, file) in read {
            file.form.iter().for_each(|form| self.form(source, form));
        }
        let moves: Vec<_> = read.iter().flat_map(|(_, file)| &file.life.moves).collect();
        for (source, file) in read {
            file.life.moves.iter().for_each(|step| self.request_move(source, step, &moves));
        }
        for (source, file) in read {
            file.deadline.iter().for_each(|deadline| self.deadline(source, deadline, &moves));
            file.change.iter().for_each(|change| self.change(source, change, &moves));
        }
        if self.faults.is_empty() {
            self.asked_deadlines();
            self.awaited_deadlines();
            self.every_state_lives();
            self.no_element_in_vain();
        }
    }

    fn keep<T>(&mut self, read: Result<T, PackFault>) -> Option<T> {
        read.map_err(|fault| self.faults.push(fault)).ok()
    }

    /// The files of rules in the order of `pack.toml`; every file that reads as one must stand there.
    fn files_of_rules<'a>(&mut self, head: &Source, raw: &RawPack, files: &'a [(String, String)]) -> Vec<Source<'a>> {
        let listed = raw.files.get_ref();
        let mut found = Vec::new();
        for (i, name) in listed.iter().enumerate() {
            if listed.iter().take(i).any(|other| other.get_ref() == name.get_ref()) {
                self.faults
                    .push(head.fault(name, format!("`{}` stands here twice; keep one", name.get_ref())));
                continue;
            }
            match files.iter().find(|(file, _)| file == name.get_ref()) {
                Some((file, text)) => found.push(Source { file, text }),
                None => self
                    .faults
                    .push(head.fault(name, format!("there is no file `{}`; add it, or take it out here", name.get_ref()))),
            }
        }
        for (file, _) in files
            .iter()
            .filter(|(file, _)| file.ends_with(".toml") && file != "pack.toml" && !is_cases(file))
        {
            if !listed.iter().any(|name| name.get_ref() == file) {
                let reason = "this file does not stand under `files` in pack.toml; name it there, in its place, or take it away";
                self.faults.push(PackFault::new(file, 1, reason));
            }
        }
        found
    }

    fn rule(&mut self, source: &Source, rule: &toml::Spanned<RawRule>) {
        let raw = rule.get_ref();
        let id = raw.id.get_ref();
        if !is_id(id) {
            let reason = format!(
                "`{id}` cannot be the id of a rule; write the citation in small letters, figures and hyphens, for example art-91-2-a"
            );
            self.faults.push(source.fault(&raw.id, reason));
        }
        if let Some(at) = self.rules.iter().position(|other| other.id == *id) {
            let first = self
                .places
                .get(at)
                .map(|p| format!("{}, line {}", p.file, p.line))
                .unwrap_or_default();
            let reason = format!(
                "the rule `{id}` stands in {first} already; ids are unique, and a later wording of a rule adds its year: {id}-2013"
            );
            self.faults.push(source.fault(&raw.id, reason));
            return;
        }
        if [raw.read_in.is_some(), raw.unverified, raw.convention]
            .iter()
            .filter(|said| **said)
            .count()
            != 1
        {
            self.faults.push(source.fault(&raw.id, format!("`{id}`: {WHERE_READ}")));
        }
        let from = self.keep(source.day(&raw.from));
        let until = raw.until.as_ref().map(|day| (self.keep(source.day(day)), day));
        if let (Some(from), Some((Some(until), at))) = (from, &until)
            && *until < from
        {
            let reason = format!("`{id}` ends on {until}, before it begins on {from}; `until` is the last day on which it holds");
            self.faults.push(source.fault(*at, reason));
        }
        let Some(from) = from else { return };
        let until = until.and_then(|(day, _)| day);
        if let Some(word) = &raw.counts {
            let days = match word.get_ref().as_str() {
                "from-its-day" => 0,
                "from-the-next-day" => 1,
                other => {
                    let reason = format!("`{other}` is no way of counting; write from-its-day or from-the-next-day");
                    self.faults.push(source.fault(word, reason));
                    0
                }
            };
            let place = source.fault(word, "");
            self.counting.push((
                Counting {
                    rule: id.clone(),
                    from,
                    until,
                    days,
                },
                place,
            ));
        }
        self.places.push(source.fault(&raw.id, ""));
        self.rules.push(Rule {
            id: id.clone(),
            cites: String::new(),
            from,
            until,
            unverified: raw.unverified,
            read_in: raw.read_in.as_ref().map(|text| text.get_ref().clone()),
            text_key: format!("law-{id}"),
            file: source.file.to_owned(),
        });
    }

    fn act(&mut self, source: &Source, act: &toml::Spanned<RawAct>) {
        let raw = act.get_ref();
        let Some(fact) = self.fact(source, &raw.fact) else { return };
        let weight = Weight::ALL.into_iter().find(|w| w.word() == raw.weight.get_ref());
        if weight.is_none() {
            let reason = format!("`{}` is no weight; write opens, ends or step", raw.weight.get_ref());
            self.faults.push(source.fault(&raw.weight, reason));
        }
        if self.weights.iter().any(|(other, _)| *other == fact) {
            self.faults
                .push(source.fault(&raw.fact, format!("the act `{}` has a weight already; keep one", fact.word())));
        }
        self.resting(source, act, &raw.rests_on);
        self.weights.extend(weight.map(|weight| (fact, weight)));
    }

    fn status(&mut self, source: &Source, status: &toml::Spanned<RawStatus>) {
        let raw = status.get_ref();
        let id = raw.id.get_ref();
        let [when, any, unless] = [&raw.when, &raw.any, &raw.unless].map(|words| {
            let mut facts = Facts::default();
            words
                .iter()
                .filter_map(|word| self.fact(source, word))
                .for_each(|fact| facts.add(fact));
            facts
        });
        if raw.when.is_empty() && raw.any.is_empty() {
            let reason = format!(
                "the status `{id}` has no condition under `when` or `any`, so that it would hold where nothing happened; write one"
            );
            self.faults.push(source.fault(&raw.id, reason));
        }
        for word in &raw.unless {
            if Fact::of_word(word.get_ref()).is_some_and(|fact| when.meets(Facts::of(fact))) {
                let reason = format!(
                    "the status `{id}` needs `{0}` and excludes it, so that it never holds; take it out on one side",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
            }
        }
        let Some((from, until)) = self.resting(source, status, &raw.rests_on) else {
            return;
        };
        if until.is_some_and(|until| until < from) {
            let reason =
                format!("the rules on which the status `{id}` rests never hold on the same day; mend their days, or split the status");
            self.faults.push(source.fault(&raw.id, reason));
        }
        let rests_on = plain(&raw.rests_on);
        let read = StatusRule {
            id: id.clone(),
            from,
            until,
            when,
            any,
            unless,
            rests_on,
        };
        self.statuses.push((read, source.fault(&raw.id, "")));
    }

    fn fact(&mut self, source: &Source, word: &Word) -> Option<Fact> {
        let fact = Fact::of_word(word.get_ref());
        if fact.is_none() {
            let words: Vec<&str> = Fact::ALL.iter().map(|(_, word, _)| *word).collect();
            self.faults.push(source.fault(
                word,
                format!("`{}` is not a fact; the facts are {}", word.get_ref(), words.join(", ")),
            ));
        }
        fact
    }

    /// The days on which all the rules hold that something rests on.
    fn resting<T>(&mut self, source: &Source, at: &toml::Spanned<T>, words: &[Word]) -> Option<(Date, Option<Date>)> {
        if words.is_empty() {
            self.faults
                .push(source.fault(at, "this rests on no rule; name one or more rules under `rests_on`"));
        }
        let mut days: Option<(Date, Option<Date>)> = None;
        for word in words {
            let Some(rule) = self.rules.iter().find(|rule| rule.id == *word.get_ref()) else {
                let reason = format!(
                    "there is no rule `{}` in this pack; write it under [[rule]], or mend the id",
                    word.get_ref()
                );
                self.faults.push(source.fault(word, reason));
                continue;
            };
            let (from, until) = days.unwrap_or((rule.from, rule.until));
            let earlier = until.into_iter().chain(rule.until).min();
            days = Some((from.max(rule.from), earlier));
        }
        days
    }

    /// On each day one counting rule, and one wording of each status.
    fn no_day_under_two_laws(&mut self) {
        self.counting.sort_by_key(|(c, _)| c.from);
        for pair in self.counting.windows(2) {
            let [(earlier, _), (later, place)] = pair else { continue };
            let next = earlier.until.map(|last| last.saturating_add(1.day()));
            if next != Some(later.from) {
                let reason = format!(
                    "`{}` counts from {}, but `{}` before it must hold until the day before that; set its `until`",
                    later.rule, later.from, earlier.rule
                );
                self.faults.push(PackFault { reason, ..place.clone() });
            }
        }
        if let (Some((last, place)), true) = (self.counting.last(), !self.statuses.is_empty())
            && let Some(until) = last.until
        {
            let reason = format!("after {until} no rule says from when an act counts; take `until` out, or add the next rule");
            self.faults.push(PackFault { reason, ..place.clone() });
        }
        if let (true, Some((_, place))) = (self.counting.is_empty(), self.statuses.first()) {
            let reason = "no rule of the pack says from when an act counts; give one `counts = \"from-its-day\"`".to_owned();
            self.faults.push(PackFault { reason, ..place.clone() });
        }
        for (i, (status, place)) in self.statuses.iter().enumerate() {
            let overlaps = |other: &StatusRule| {
                other.id == status.id
                    && other.until.is_none_or(|last| status.from <= last)
                    && status.until.is_none_or(|last| other.from <= last)
            };
            if let Some((_, first)) = self.statuses.iter().take(i).find(|(other, _)| overlaps(other)) {
                let reason = format!(
                    "the status `{}` stands in {}, line {} already for some of the same days; let the earlier rule end before this one begins",
                    status.id, first.file, first.line
                );
                self.faults.push(PackFault { reason, ..place.clone() });
            }
        }
    }

    /// An id of something that is no rule: it has the form of one, and nothing of its sort has it already.
    fn own_id(&mut self, source: &Source, word: &Word, of_what: &str, taken: bool) {
        let id = word.get_ref();
        if !is_id(id) {
            let reason = format!("`{id}` cannot be the id of a {of_what}; write it in small letters, figures and hyphens");
            self.faults.push(source.fault(word, reason));
        }
        if taken {
            let reason = format!("there is a {of_what} `{id}` already; ids are unique, rename one");
            self.faults.push(source.fault(word, reason));
        }
    }
}
