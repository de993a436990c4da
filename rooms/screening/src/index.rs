//! Which watched names a row may concern, found without looking at the others.

use crate::commonness::Commonness;
use crate::gathered::{Gathered, Stand, Whole, letters};
use crate::hopeless::OfTwo;
use crate::joined::share_of_all;
use crate::memo::{Like, Memo, Place, Reach, hash};
use crate::name::{Word, beginnings, settle};
use crate::names::Names;
use crate::order::smaller;
use crate::outline::Outline;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::score::{NUMBER, credit};
use crate::script::Script;
use crate::skeleton::{Sounds, each_key};
use crate::sounds::Sought;
use crate::words;
use rustc_hash::FxHashMap;
use std::hint::black_box;

/// A watched name is compared in full if what matched weighs at least the first part of the lighter of both names; or the second, if
/// at least two words begin alike, so that what is left over may yet match. Between scripts the index misses more, so it must not
/// ask for as much.
const IN_ONE_SCRIPT: (f32, f32) = (0.643, 0.5);
const BETWEEN_SCRIPTS: (f32, f32) = (0.444, 0.3);
/// A number that tells a vessel or a company by itself outweighs all words.
const IDENTITY: f32 = 100.0;
/// How alike a word must be to a watched one for its names to be looked at.
const LIKE: f32 = 0.5;

/// The words of all watched names, each once, and where they stand. What is looked at for many words or names in turn lies
/// close together.
#[derive(Debug, Default)]
pub(crate) struct Index {
    words: Vec<Word>,
    entries: Vec<Entry>,
    /// The names in which a word stands, word after word.
    stands_in: Vec<Stand>,
    names: Vec<Tally>,
    /// With what their words begin.
    beginnings: Vec<u64>,
    /// Those of two words, by the place of the name.
    of_two: Vec<OfTwo>,
    /// For each key where its words begin and end in `under`.
    keys: FxHashMap<u64, (u32, u32)>,
    under: Vec<u32>,
    /// Single words by their sounds: what is parted in a row may be one word here.
    whole: FxHashMap<u64, Vec<Whole>>,
    numbers: FxHashMap<u64, u32>,
}

/// What is looked at first of a watched word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    outline: Outline,
    weight: f32,
    /// How many words it was in the watched name, at least.
    parts: u8,
    is_identity: bool,
    /// Where its names begin and end in `stands_in`.
    names: (u32, u32),
}

/// What decides whether a watched name is compared in full, and what a row has in common with it: all names that a row meets are
/// looked at for it, so it lies in one place.
#[derive(Clone, Copy, Debug)]
struct Tally {
    /// What the words that are in common weigh; 0 before a row and after it.
    sum: f32,
    /// Where they stand.
    places: Places,
    script: Script,
    /// What the words of the name weigh together.
    weight: f32,
}

impl Tally {
    fn of(words: &[Word]) -> Tally {
        Tally {
            sum: 0.0,
            places: (Place::NONE, Place::NONE),
            script: script_of(words),
            weight: words.iter().map(|word| word.weight).sum(),
        }
    }
}

/// A watched name that a row may be a form of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub name: u32,
    /// If one word of the row alone is like one of the name, as far as the index knows: which of them, and what counts for it.
    pub one_in_common: Option<OneInCommon>,
}

/// The places of two words in their names, and how much of their weight counts as matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OneInCommon {
    pub watch: u8,
    pub row: u8,
    pub gain: f32,
}

/// The places in both of the words that a watched name and a row have in common, if there is one of each alone.
type Places = (Place, Place);

/// A watched word that a word may be like, as a quick look says.
#[derive(Clone, Copy, Debug)]
struct Near {
    entry: u32,
    /// The comparison may be given up where it cannot come to so much.
    given_up: f32,
    /// How alike it must be if it is not.
    least: f32,
}

/// What was found out about words met before, and where matches add up.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub memo: Memo,
    /// When a watched word was last looked at, so that none is looked at twice.
    seen: Vec<u32>,
    stamp: u32,
    /// What a row has in common with each watched name, and the names with which it has anything.
    tallies: Vec<Tally>,
    met: Vec<u32>,
    row: Vec<u32>,
    near: Vec<Near>,
    like: Vec<Like>,
    reach: Vec<Reach>,
}

impl Found {
    /// Counts for names with a watched word that a word of the row may be a form of it; of which row, if it is a single one.
    fn add_up(tallies: &mut [Tally], met: &mut Vec<u32>, reach: &[Reach], row: Place) {
        for Reach { name, gain, place } in reach {
            let tally = &mut tallies[*name as usize];
            let first = tally.sum <= 0.0;
            tally.sum += gain;
            tally.places = if first { (*place, row) } else { (Place::NONE, row) };
            if first {
                met.push(*name);
            }
        }
    }
}

/// What is asked for before a name is compared in full.
fn needed(in_one_script: bool) -> (f32, f32) {
    if in_one_script { IN_ONE_SCRIPT } else { BETWEEN_SCRIPTS }
}

/// The script of a name, as its first word says.
fn script_of(words: &[Word]) -> Script {
    words.first().map(|word| word.roman.script).unwrap_or_default()
}

impl Index {
    /// Gathers the words of all names, and numbers them there.
    pub fn new(names: &mut Names) -> Index {
        let Gathered {
            words,
            places,
            whole,
            numbers,
        } = Gathered::of(names).in_order();
        let mut index = Index {
            whole,
            numbers,
            ..Index::default()
        };
        for word in names.each_word() {
            word.number = places.get(&letters(word)).map_or(0, |place| place + 1);
        }
        index.of_two.extend(names.words().map(OfTwo::of));
        index.names.extend(names.words().map(Tally::of));
        index.beginnings.extend(names.words().map(beginnings));
        let mut pairs: Vec<(u64, u32)> = Vec::new();
        for (place, (word, parts, names)) in (0u32..).zip(words) {
            each_key(&word.roman, true, |key| pairs.push((key, place)));
            let from = index.stands_in.len() as u32;
            index.stands_in.extend(names);
            index.words.push(word);
            index.entries.push(Entry {
                outline: word.outline,
                weight: word.weight,
                parts,
                is_identity: word.is_identity(),
                names: (from, index.stands_in.len() as u32),
            });
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut at = 0;
        while at < pairs.len() {
            let key = pairs[at].0;
            let end = at + pairs[at..].iter().take_while(|pair| pair.0 == key).count();
            index.keys.insert(key, (at as u32, end as u32));
            at = end;
        }
        index.under = pairs.into_iter().map(|pair| pair.1).collect();
        index
    }

    /// Fills `row` with the words of a name and `candidates` with the watched names that it may be a form of, with a score of at
    /// least `least`.
    pub fn candidates(
        &self,
        (name, common): (&str, &Commonness),
        least_score: f32,
        found: &mut Found,
        row: &mut Vec<Word>,
        candidates: &mut Vec<Candidate>,
    ) {
        candidates.clear();
        row.clear();
        found.memo.make_room();
        found.row.clear();
        if found.tallies.len() != self.names.len() {
            found.tallies.clone_from(&self.names);
        }
        let (mut texts, mut count) = ([("", 0); words::MOST], 0);
        words::each(name, |text| {
            if let Some(place) = texts.get_mut(count) {
                *place = (text, hash(text.as_bytes()));
                count += 1;
            }
        });
        let texts = texts.get(..count).unwrap_or_default();
        // What is known of them lies anywhere in memory. Asked for all at once, it comes in one wait instead of several.
        let asked_for = texts.iter().map(|(_, hash)| found.memo.glance(*hash));
        black_box(asked_for.fold(0, |all, one| all ^ one));
        for (text, hash) in texts.iter().copied() {
            let number = match found.memo.number(text.as_bytes(), hash) {
                Some(number) => number,
                None => self.learn(text, hash, common, found),
            };
            if found.memo.length(number) > 0 || !found.memo.word(number).is_empty() {
                found.row.push(number);
            }
        }
        for (place, number) in found.row.iter().enumerate() {
            Found::add_up(&mut found.tallies, &mut found.met, found.memo.reach(*number), Place::of(place));
        }
        self.joined(found, least_score);
        if found.met.is_empty() {
            return;
        }
        row.extend(found.row.iter().map(|number| *found.memo.word(*number)));
        settle(row);
        let total: f32 = row.iter().map(|word| word.weight).sum();
        let begin = beginnings(row);
        let script = script_of(row);
        let Found { tallies, met, .. } = found;
        // No decision on the way: of those that are met nine in ten go, and which ones cannot be foretold.
        let mut left = 0;
        for at in 0..met.len() {
            let name = met[at];
            let here = &mut tallies[name as usize];
            let (_, begun_alike) = needed(here.script == script);
            let stays = here.sum >= begun_alike * smaller(here.weight, total);
            here.sum = if stays { here.sum } else { 0.0 };
            met[left] = name;
            left += usize::from(stays);
        }
        for name in met.drain(..).take(left) {
            let here = &mut tallies[name as usize];
            let sum = std::mem::take(&mut here.sum);
            let in_one_script = here.script == script;
            let (least, _) = needed(in_one_script);
            let begin_alike = (self.beginnings[name as usize] & begin) >> if in_one_script { 0 } else { 32 };
            if sum > least * smaller(here.weight, total) || (begin_alike as u32).count_ones() > 1 {
                let (watch, row_place) = here.places;
                let one_in_common = (watch.number().zip(row_place.number())).map(|(watch, row)| OneInCommon { watch, row, gain: sum });
                candidates.push(Candidate { name, one_in_common });
            }
        }
        let asked_for = candidates.iter().map(|candidate| self.of_two[candidate.name as usize].glance());
        black_box(asked_for.fold(0, |all, one| all ^ one));
        candidates.retain(|Candidate { name, one_in_common }| {
            let hopeless = |one| self.of_two[*name as usize].is_hopeless(row, one, least_score);
            tallies[*name as usize].script == script || !one_in_common.is_some_and(hopeless)
        });
    }

    /// What stands in several words in the row and may be one in a watched name.
    fn joined(&self, found: &mut Found, least: f32) {
        for from in 0..found.row.len() {
            let first = found.row[from];
            let (mut sounds, mut length) = (found.memo.sounds(first), found.memo.length(first));
            for to in from + 1..(from + 3).min(found.row.len()) {
                let next = found.row[to];
                sounds = sounds.and(found.memo.sounds(next));
                length += found.memo.length(next);
                if !(4..=LONGEST).contains(&length) {
                    continue;
                }
                let Some(under) = self.whole.get(&sounds.kinds) else {
                    continue;
                };
                let run: Vec<Word> = found.row[from..=to].iter().map(|number| *found.memo.word(*number)).collect();
                let joined = Word::joined(&run);
                let whole_row = to - from + 1 == found.row.len();
                found.near.clear();
                for Whole { outline, number, others } in under {
                    if joined.outline.may_be_one(outline) {
                        let word = &self.words[*number as usize];
                        let share = if whole_row {
                            share_of_all(&joined, word, (*others, *others > 0.0), least)
                        } else {
                            Some(LIKE)
                        };
                        let near = share.map(|share| share.max(LIKE)).map(|share| Near {
                            entry: *number,
                            given_up: share,
                            least: share,
                        });
                        found.near.extend(near);
                    }
                }
                found.like.clear();
                self.compare(&joined, &found.near, &mut found.like);
                self.reach(&joined, &found.like, &mut found.reach);
                Found::add_up(&mut found.tallies, &mut found.met, &found.reach, Place::NONE);
            }
        }
    }

    fn learn(&self, text: &str, hash: u64, common: &Commonness, found: &mut Found) -> u32 {
        let word = Word::of(text, common);
        let mut like = std::mem::take(&mut found.like);
        like.clear();
        self.like(&word, found, &mut like);
        like.sort_unstable_by_key(|like| like.entry);
        self.reach(&word, &like, &mut found.reach);
        let sounds = Sounds::of(&word.roman);
        let number = found.memo.remember(text.as_bytes(), hash, word, sounds, &like, &found.reach);
        found.like = like;
        number
    }

    /// Fills `reach` with the names in which the watched words stand that a word is like, each once, with the most that the
    /// word counts for in it.
    fn reach(&self, word: &Word, like: &[Like], reach: &mut Vec<Reach>) {
        reach.clear();
        for like in like {
            let entry = &self.entries[like.entry as usize];
            let gain = if entry.is_identity {
                IDENTITY
            } else {
                credit(&self.words[like.entry as usize], word, like.alike.share) * (word.weight + entry.weight) / 2.0
            };
            let names = &self.stands_in[entry.names.0 as usize..entry.names.1 as usize];
            reach.extend(names.iter().map(|Stand { name, place }| Reach {
                name: *name,
                gain,
                place: *place,
            }));
        }
        reach.sort_unstable_by(|a, b| a.name.cmp(&b.name).then(b.gain.total_cmp(&a.gain)));
        reach.dedup_by(|next, kept| {
            let again = next.name == kept.name;
            if again {
                kept.place = Place::NONE;
            }
            again
        });
    }

    /// The watched words that a word may be a form of.
    fn like(&self, word: &Word, found: &mut Found, like: &mut Vec<Like>) {
        if word.role == Role::Number {
            like.extend(self.numbers.get(&word.exact).map(|entry| Like {
                entry: *entry,
                alike: NUMBER,
            }));
            return;
        }
        found.seen.resize(self.entries.len(), 0);
        found.stamp = found.stamp.wrapping_add(1);
        if found.stamp == 0 {
            found.seen.fill(0);
            found.stamp = 1;
        }
        found.near.clear();
        each_key(&word.roman, false, |key| {
            let Some((from, to)) = self.keys.get(&key) else { return };
            for place in &self.under[*from as usize..*to as usize] {
                if std::mem::replace(&mut found.seen[*place as usize], found.stamp) == found.stamp {
                    continue;
                }
                let entry = &self.entries[*place as usize];
                let outline = &word.outline;
                if entry.parts > 1 && !outline.lengths_of_joined(&entry.outline) || !outline.may_be_alike(&entry.outline) {
                    continue;
                }
                found.near.push(Near {
                    entry: *place,
                    given_up: LIKE,
                    least: 0.0,
                });
            }
        });
        self.compare(word, &found.near, like);
    }

    /// Adds to `like` the watched words that a word is as alike as is asked for.
    fn compare(&self, word: &Word, near: &[Near], like: &mut Vec<Like>) {
        // They lie anywhere in memory. Asked for all at once, they come in one wait instead of many.
        let asked_for = near.iter().map(|near| self.words[near.entry as usize].glance());
        black_box(asked_for.fold(0, |all, one| all ^ one));
        let mut sought = Sought::of(&word.roman);
        for Near { entry, given_up, least } in near {
            let watched = &self.words[*entry as usize];
            let alike = sought.alike(&watched.roman, *given_up);
            if alike.share >= *least && credit(watched, word, alike.share) > 0.0 {
                like.push(Like { entry: *entry, alike });
            }
        }
    }
}
