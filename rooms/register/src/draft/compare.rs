//! Two versions side by side: part by part, and within a text word by word.

use super::merge::union;
use super::{Content, Part};
use unicode_normalization::char::is_combining_mark;

/// How many words may be taken out and put in before what differs is shown as a whole, taken out and put in: beyond it a
/// comparison by words says less than the two texts.
const MOST_EDITS: usize = 1000;

/// A part that two contents do not have alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub part: Part,
    /// Its texts, each on lines of its own: what stands in both, what stands in the first alone, what in the second alone.
    pub runs: Vec<Run>,
}

/// A run of words. What is the same and what was removed is the first text; what is the same and what was added, the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// In both.
    Same(String),
    /// In the first alone.
    Removed(String),
    /// In the second alone.
    Added(String),
}

/// What differs between two contents, in the order of parts; nothing where they are equal.
pub fn compare(a: &Content, b: &Content) -> Vec<Difference> {
    let (a, b) = (a.parts(), b.parts());
    let differing = union([&a, &b]).into_iter().filter(|part| a.get(part) != b.get(part));
    let lines = |texts: Option<&Vec<String>>| texts.map(|texts| texts.join("\n")).unwrap_or_default();
    differing
        .map(|part| Difference {
            runs: compare_texts(&lines(a.get(&part)), &lines(b.get(&part))),
            part,
        })
        .collect()
}

/// What differs between two texts.
pub fn compare_texts(a: &str, b: &str) -> Vec<Run> {
    let (a, b) = (words(a), words(b));
    let same = common(&a, &b);
    let mut runs = Runs::default();
    let (mut in_a, mut in_b) = (0, 0);
    for (at_a, at_b) in same {
        runs.differing(&a[in_a..at_a], &b[in_b..at_b]);
        runs.same(a[at_a]);
        (in_a, in_b) = (at_a + 1, at_b + 1);
    }
    runs.differing(&a[in_a..], &b[in_b..]);
    runs.end()
}

/// Runs being put together.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
    same: String,
    removed: String,
    added: String,
}

impl Runs {
    fn same(&mut self, word: &str) {
        self.same.push_str(word);
    }

    fn differing(&mut self, removed: &[&str], added: &[&str]) {
        if removed.is_empty() && added.is_empty() {
            return;
        }
        let changing = !self.removed.is_empty() || !self.added.is_empty();
        if changing && self.same.chars().all(|c| c == ' ') {
            // Blanks between two changes belong to both of them, or every other word of a new sentence would stand alone.
            self.removed.push_str(&self.same);
            self.added.push_str(&self.same);
            self.same.clear();
        } else {
            self.settle();
        }
        removed.iter().for_each(|word| self.removed.push_str(word));
        added.iter().for_each(|word| self.added.push_str(word));
    }

    /// Ends a change, and what is the same after it.
    fn settle(&mut self) {
        let runs = [
            Run::Removed(std::mem::take(&mut self.removed)),
            Run::Added(std::mem::take(&mut self.added)),
            Run::Same(std::mem::take(&mut self.same)),
        ];
        let empty = |run: &Run| match run {
            Run::Same(text) | Run::Removed(text) | Run::Added(text) => text.is_empty(),
        };
        self.done.extend(runs.into_iter().filter(|run| !empty(run)));
    }

    fn end(mut self) -> Vec<Run> {
        self.settle();
        self.done
    }
}

/// A text cut into words, blanks and signs, which are the text again when put together. In scripts that put no blanks
/// between words each letter stands by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut before) = (0, Sort::Alone);
    for (place, c) in text.char_indices() {
        let sort = Sort::of(c);
        let joined = sort == Sort::Mark || (sort == before && sort != Sort::Alone);
        if place > 0 && !joined {
            words.push(&text[start..place]);
            start = place;
        }
        if sort != Sort::Mark {
            before = sort;
        }
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Blank,
    /// Belongs to what stands before it.
    Mark,
    Alone,
}

impl Sort {
    fn of(c: char) -> Sort {
        match c {
            // Joiners and selectors of variants.
            '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => Sort::Mark,
            c if is_combining_mark(c) => Sort::Mark,
            // Thai, Lao, Myanmar, Khmer; kana, and Han with its extensions.
            '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Sort::Alone,
            '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Sort::Alone,
            '\'' | '’' => Sort::Letter,
            ' ' | '\t' | '\u{a0}' => Sort::Blank,
            c if c.is_alphanumeric() => Sort::Letter,
            _ => Sort::Alone,
        }
    }
}

/// The places of a longest sequence of words that stands in both, in order, after E. W. Myers, An O(ND) Difference
/// Algorithm and Its Variations (Algorithmica 1, 1986): greedy, along the diagonals of the grid of both texts. Beyond
/// [`MOST_EDITS`] what both begin and end with alone.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (end_a, end_b) = (a.len() - tail, b.len() - tail);
    let within = greedy(&a[head..end_a], &b[head..end_b]);
    let begin = (0..head).map(|place| (place, place));
    let within = within.into_iter().map(|(in_a, in_b)| (head + in_a, head + in_b));
    begin.chain(within).chain((end_a..a.len()).zip(end_b..b.len())).collect()
}

/// For each number of edits, how far one comes in the first text on each diagonal that so many edits reach: the diagonal
/// at place `i` of row `d` is that of the places in the first text that are `2 i - d` further than those in the second.
fn greedy(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for edits in 0..=MOST_EDITS {
        let mut row = Vec::with_capacity(edits + 1);
        for i in 0..=edits {
            let (mut in_a, _) = before(&rows, edits, i);
            let mut in_b = in_a + edits - 2 * i;
            while in_a < a.len() && in_b < b.len() && a[in_a] == b[in_b] {
                (in_a, in_b) = (in_a + 1, in_b + 1);
            }
            row.push(in_a);
            if in_a >= a.len() && in_b >= b.len() {
                rows.push(row);
                return way_back(&rows, edits, i);
            }
        }
        rows.push(row);
    }
    Vec::new()
}

/// Where in the first text a diagonal is entered with the last of so many edits, and at which place of the row before it
/// one was: a word was added, or one removed, whichever comes further.
fn before(rows: &[Vec<usize>], edits: usize, i: usize) -> (usize, usize) {
    let Some(row) = edits.checked_sub(1).and_then(|fewer| rows.get(fewer)) else {
        return (0, 0);
    };
    let added = row.get(i).copied();
    let removed = i.checked_sub(1).and_then(|i| row.get(i)).map(|in_a| in_a + 1);
    match (added, removed) {
        (Some(added), Some(removed)) if added >= removed => (added, i),
        (Some(added), None) => (added, i),
        (_, removed) => (removed.unwrap_or_default(), i.saturating_sub(1)),
    }
}

/// The places that are the same on the way to the end, which lies at this place of the row of so many edits.
fn way_back(rows: &[Vec<usize>], edits: usize, i: usize) -> Vec<(usize, usize)> {
    let mut same = Vec::new();
    let mut i = i;
    for edits in (0..=edits).rev() {
        let (entered, from) = before(rows, edits, i);
        let reached = rows.get(edits).and_then(|row| row.get(i)).copied().unwrap_or_default();
        same.extend((entered..reached).rev().map(|in_a| (in_a, in_a + edits - 2 * i)));
        i = from;
    }
    same.reverse();
    same
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
