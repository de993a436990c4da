//! The words of all watched names, each once, as they are gathered for the index.

use crate::memo::Place;
use crate::name::Word;
use crate::names::Names;
use crate::outline::Outline;
use crate::role::Role;
use crate::roman::LONGEST;
use crate::skeleton::{Sounds, all_sounds};
use rustc_hash::FxHashMap;

/// The watched words as they are gathered.
#[derive(Default)]
pub(crate) struct Gathered {
    /// Each with how many words it was in a name, at least, and where it stands.
    pub words: Vec<(Word, u8, Vec<Stand>)>,
    /// Where in `words` one is, by what it is known by.
    pub places: FxHashMap<(Vec<u8>, u8), u32>,
    /// Single words by their sounds.
    pub whole: FxHashMap<u64, Vec<Whole>>,
    /// The same as `places` for what is written in digits.
    pub numbers: FxHashMap<u64, u32>,
}

/// Where a watched word stands: in which name, and as which of its words if as a single one and only once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    pub name: u32,
    pub place: Place,
}

/// A single watched word that may be parted in a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole {
    pub outline: Outline,
    pub number: u32,
    /// The least that the other words weigh in a name with it; 0 if no name proper is among them.
    pub others: f32,
}

impl Gathered {
    fn add(&mut self, word: &Word, stand: Stand, parts: u8) -> u32 {
        let next = self.words.len() as u32;
        let number = *self.places.entry(letters(word)).or_insert(next);
        self.stands_in(number, word, stand, parts);
        number
    }

    /// Adds a single word to those that may be parted in a row.
    fn add_whole(&mut self, word: &Word, number: u32, others: f32) {
        for sounds in all_sounds(&word.roman) {
            let under = self.whole.entry(sounds).or_default();
            match under.iter_mut().find(|whole| whole.number == number) {
                Some(whole) => whole.others = whole.others.min(others),
                None => under.push(Whole {
                    outline: word.outline,
                    number,
                    others,
                }),
            }
        }
    }

    fn stands_in(&mut self, number: u32, word: &Word, stand: Stand, parts: u8) {
        if self.words.len() == number as usize {
            self.words.push((*word, parts, Vec::new()));
        }
        let (_, known, names) = &mut self.words[number as usize];
        *known = parts.min(*known);
        match names.last_mut() {
            Some(last) if last.name == stand.name => last.place = Place::NONE,
            _ => names.push(stand),
        }
    }

    pub fn of(names: &Names) -> Gathered {
        let mut gathered = Gathered::default();
        for (number, words) in (0u32..).zip(names.words()) {
            for (place, word) in words.iter().enumerate() {
                let single = Stand {
                    name: number,
                    place: Place::of(place),
                };
                if word.role == Role::Number {
                    let next = gathered.words.len() as u32;
                    let entry = *gathered.numbers.entry(word.exact).or_insert(next);
                    gathered.stands_in(entry, word, single, 1);
                    continue;
                }
                let entry = gathered.add(word, single, 1);
                if word.role == Role::Name {
                    let others = words.iter().enumerate().filter(|(other, _)| *other != place);
                    let names_left = others.clone().any(|(_, word)| word.role == Role::Name);
                    let weight = others.map(|(_, word)| word.weight).sum();
                    gathered.add_whole(word, entry, if names_left { weight } else { 0.0 });
                }
                let mut run = vec![*word];
                for next in words[place + 1..].iter().take(2) {
                    run.push(*next);
                    let length: usize = run.iter().map(|word| word.roman.letters().len()).sum();
                    if next.role != Role::Number && length <= LONGEST {
                        let joined = Stand {
                            place: Place::NONE,
                            ..single
                        };
                        gathered.add(&Word::joined(&run), joined, run.len() as u8);
                    }
                }
            }
        }
        gathered
    }

    /// Puts words that sound alike side by side, as they are looked at together.
    pub fn in_order(mut self) -> Gathered {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.sort_by_cached_key(|place| {
            let roman = &self.words[*place as usize].0.roman;
            (Sounds::of(roman).kinds, roman.script as u8)
        });
        let mut places = vec![0; order.len()];
        let mut words = Vec::with_capacity(order.len());
        for (place, before) in (0u32..).zip(order) {
            places[before as usize] = place;
            words.push(std::mem::take(&mut self.words[before as usize]));
        }
        self.words = words;
        let under = self.whole.values_mut().flatten().map(|whole| &mut whole.number);
        for place in self.places.values_mut().chain(self.numbers.values_mut()).chain(under) {
            *place = places[*place as usize];
        }
        self
    }
}

/// What a watched word is known by.
pub(crate) fn letters(word: &Word) -> (Vec<u8>, u8) {
    (word.roman.letters().to_vec(), word.roman.script as u8)
}
