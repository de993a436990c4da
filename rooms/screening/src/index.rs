//! Which watched names a row may concern, found without looking at the others.

use crate::commonness::Commonness;
use crate::name::Word;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::screen::WatchName;
use crate::skeleton::each_key;
use crate::sounds::alike;
use crate::words;
use rustc_hash::FxHashMap;

/// The words of all watched names, each once, and where they stand.
#[derive(Debug, Default)]
pub(crate) struct Index {
    entries: Vec<Entry>,
    keys: FxHashMap<u64, (u32, u32)>,
    under: Vec<u32>,
    exact: FxHashMap<u64, u32>,
}

#[derive(Debug)]
struct Entry {
    word: Word,
    /// Names in which it stands.
    names: Vec<u32>,
}

/// What was found out about words met before, and where matches add up.
#[derive(Debug, Default)]
pub(crate) struct Found {
    known: FxHashMap<Box<[u8]>, Known>,
    seen: Vec<u32>,
    stamp: u32,
    sums: FxHashMap<u32, (f32, f32)>,
    pub looked: u64,
}

#[derive(Clone, Debug)]
struct Known {
    word: Word,
    like: Vec<(u32, f32)>,
}

impl Index {
    pub fn new(names: &[WatchName]) -> Index {
        let mut index = Index::default();
        let mut places: FxHashMap<(Vec<u8>, u8), u32> = FxHashMap::default();
        let mut pairs: Vec<(u64, u32)> = Vec::new();
        let add = |index: &mut Index, places: &mut FxHashMap<(Vec<u8>, u8), u32>, word: &Word, name: u32| {
            let entry = *places
                .entry((word.roman.letters().to_vec(), word.roman.script as u8))
                .or_insert_with(|| {
                    index.entries.push(Entry {
                        word: *word,
                        names: Vec::new(),
                    });
                    index.entries.len() as u32 - 1
                });
            let names = &mut index.entries[entry as usize].names;
            if names.last() != Some(&name) {
                names.push(name);
            }
        };
        for (number, name) in (0u32..).zip(names) {
            for (place, word) in name.words.iter().enumerate() {
                if word.role == Role::Number {
                    index.entries.push(Entry {
                        word: *word,
                        names: vec![number],
                    });
                    index.exact.insert(word.exact, index.entries.len() as u32 - 1);
                    continue;
                }
                add(&mut index, &mut places, word, number);
                let mut run = vec![word];
                for next in name.words[place + 1..].iter().take(2) {
                    run.push(next);
                    let length: usize = run.iter().map(|word| word.roman.letters().len()).sum();
                    if next.role != Role::Number && length <= LONGEST {
                        add(&mut index, &mut places, &Word::joined(&run), number);
                    }
                }
            }
        }
        for (place, entry) in (0u32..).zip(&index.entries) {
            each_key(&entry.word.roman, |key| pairs.push((key, place)));
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

    /// Fills `row` with the words of a name and `candidates` with the watched names that it may be a form of.
    pub fn candidates(
        &self,
        name: &str,
        names: &[WatchName],
        common: &Commonness,
        found: &mut Found,
        row: &mut Vec<Word>,
        candidates: &mut Vec<u32>,
    ) {
        candidates.clear();
        if found.known.len() > 200_000 {
            found.known.clear();
        }
        found.sums.clear();
        let mut sums = std::mem::take(&mut found.sums);
        words::each(name, |text| {
            if !found.known.contains_key(text.as_bytes()) {
                let word = Word::of(text, common);
                let like = self.like(&word, found);
                found.known.insert(text.as_bytes().into(), Known { word, like });
            }
            let Some(known) = found.known.get(text.as_bytes()) else { return };
            row.push(known.word);
            self.add(known.word.weight, &known.like, &mut sums);
        });
        row.retain(|word| !word.roman.letters().is_empty() || word.exact != 0);
        for count in 2..=3 {
            for run in row.windows(count) {
                if run.iter().any(|word| word.role == Role::Number)
                    || run.iter().map(|word| word.roman.letters().len()).sum::<usize>() > LONGEST
                {
                    continue;
                }
                let refs: Vec<&Word> = run.iter().collect();
                let joined = Word::joined(&refs);
                let like = self.like(&joined, found);
                self.add(joined.weight, &like, &mut sums);
            }
        }
        let total: f32 = row.iter().map(|word| word.weight).sum();
        for (name, (sum, _)) in &sums {
            let all = names[*name as usize].weight;
            let left = (all.min(total) - sum).max(0.0);
            if *sum > 0.0 && *sum / (*sum + left * 1.2) > 0.5 {
                candidates.push(*name);
            }
        }
        candidates.sort_unstable();
        found.sums = sums;
    }

    fn add(&self, weight: f32, like: &[(u32, f32)], sums: &mut FxHashMap<u32, (f32, f32)>) {
        for (entry, alike) in like {
            let entry = &self.entries[*entry as usize];
            let gain = alike * (weight + entry.word.weight) / 2.0;
            for name in &entry.names {
                let sum = sums.entry(*name).or_default();
                sum.0 += gain;
            }
        }
    }

    /// The watched words that a word may be a form of.
    fn like(&self, word: &Word, found: &mut Found) -> Vec<(u32, f32)> {
        if word.role == Role::Number {
            return self.exact.get(&word.exact).map(|entry| (*entry, 1.0)).into_iter().collect();
        }
        found.seen.resize(self.entries.len(), 0);
        found.stamp += 1;
        let mut like = Vec::new();
        each_key(&word.roman, |key| {
            let Some((from, to)) = self.keys.get(&key) else { return };
            for place in &self.under[*from as usize..*to as usize] {
                if std::mem::replace(&mut found.seen[*place as usize], found.stamp) == found.stamp {
                    continue;
                }
                found.looked += 1;
                let entry = &self.entries[*place as usize];
                let alike = alike(&word.roman, &entry.word.roman);
                if alike > 0.5 {
                    like.push((*place, alike));
                }
            }
        });
        like
    }
}
