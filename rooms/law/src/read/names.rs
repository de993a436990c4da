//! The texts of a pack: each thing that is shown has one in every language, and nothing is left over.

use super::Reader;
use crate::PackFault;
use crate::findings::FINDING_TEXTS;
use crate::raw::{RawPack, Source};
use crate::texts::{self, Texts, line_of};
use std::collections::BTreeMap;

/// The language of a file of texts: `texts/en.ftl`, or one of several, `texts/en/forms.ftl`.
fn language_of(file: &str) -> Option<&str> {
    let name = file.strip_prefix("texts/")?.strip_suffix(".ftl")?;
    Some(name.split_once('/').map_or(name, |(lang, _)| lang))
}

impl Reader {
    /// The texts of all languages: each rule has what it says and its citation, each status and all else
    /// that is shown its name, and nothing is left over.
    pub(super) fn texts(&mut self, head: &Source, raw: &RawPack, files: &[(String, String)]) -> Vec<Texts> {
        if raw.languages.get_ref().is_empty() {
            self.faults.push(head.fault(
                &raw.languages,
                "the pack has no language; name at least one, for example [\"en\", \"fr\"]",
            ));
        }
        let rules_are_whole = self.faults.is_empty();
        let mut all = Vec::new();
        for lang in raw.languages.get_ref() {
            let of_lang: Vec<&(String, String)> = files.iter().filter(|(name, _)| language_of(name) == Some(lang.get_ref())).collect();
            if of_lang.is_empty() {
                let file = format!("texts/{}.ftl", lang.get_ref());
                self.faults
                    .push(head.fault(lang, format!("there is no file `{file}`; add it, or take the language out here")));
                continue;
            }
            let (texts, faults) = texts::read(lang.get_ref(), &of_lang);
            self.faults.extend(faults);
            if rules_are_whole {
                self.texts_are_whole(&of_lang, &texts);
            }
            all.push(texts);
        }
        for (file, _) in files {
            if language_of(file).is_some_and(|lang| !raw.languages.get_ref().iter().any(|l| l.get_ref() == lang)) {
                self.faults.push(PackFault::new(
                    file,
                    1,
                    "this language does not stand under `languages` in pack.toml; name it there, or take the file away",
                ));
            }
        }
        if let Some(first) = all.first() {
            for rule in &mut self.rules {
                rule.cites = first.by_key.get(&format!("{}.cites", rule.text_key)).cloned().unwrap_or_default();
            }
        }
        all
    }

    fn texts_are_whole(&mut self, files: &[&(String, String)], texts: &Texts) {
        let mut wanted: BTreeMap<String, &PackFault> = BTreeMap::new();
        for (rule, place) in self.rules.iter().zip(&self.places) {
            wanted.insert(rule.text_key.clone(), place);
            wanted.insert(format!("{}.cites", rule.text_key), place);
        }
        for (status, place) in &self.statuses {
            wanted.entry(format!("law-status-{}", status.id)).or_insert(place);
        }
        for (key, place) in &self.named {
            wanted.entry(key.clone()).or_insert(place);
        }
        // What is filled in is checked, and each finding has its text.
        for &key in FINDING_TEXTS {
            if let Some((_, place)) = self.named.iter().find(|(key, _)| key.starts_with("law-element-")) {
                wanted.insert(key.to_owned(), place);
            }
        }
        let first = files.first().map_or("", |(file, _)| file);
        for (key, place) in &wanted {
            if texts.by_key.get(key).is_none_or(|text| text.is_empty()) {
                let (message, attribute) = key.split_once('.').map_or((key.as_str(), ""), |(m, a)| (m, a));
                let form = if attribute.is_empty() {
                    format!("`{message} = …`")
                } else {
                    format!("`.{attribute} = …` under `{message}`")
                };
                self.faults.push(PackFault {
                    reason: format!("{first} has no text for this: write {form}"),
                    ..(*place).clone()
                });
            }
        }
        for key in texts.by_key.keys().filter(|key| !wanted.contains_key(*key)) {
            let message = key.split_once('.').map_or(key.as_str(), |(m, _)| m);
            let reason = format!("`{key}` is the text of nothing in this pack; mend the key, or take it out");
            let stands = files.iter().find_map(|(file, source)| Some((file, line_of(source, message)?)));
            let (file, line) = stands.map_or((first, 1), |(file, line)| (file, line));
            self.faults.push(PackFault::new(file, line, reason));
        }
    }
}
