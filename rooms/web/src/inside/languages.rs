//! The names of languages that requests write in three letters (ISO 639-3).

use crate::markup::Markup;
use crate::texts::Words;

/// Codes of ISO 639-3 and those of ISO 639-1 under which the texts have their names.
const SHORT: [(&str, &str); 80] = [
    ("amh", "am"),
    ("ara", "ar"),
    ("aym", "ay"),
    ("aze", "az"),
    ("bel", "be"),
    ("bul", "bg"),
    ("bis", "bi"),
    ("ben", "bn"),
    ("bos", "bs"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("div", "dv"),
    ("dzo", "dz"),
    ("fas", "fa"),
    ("fij", "fj"),
    ("gle", "ga"),
    ("grn", "gn"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hmo", "ho"),
    ("hat", "ht"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("isl", "is"),
    ("kaz", "kk"),
    ("khm", "km"),
    ("kor", "ko"),
    ("kir", "ky"),
    ("ltz", "lb"),
    ("lao", "lo"),
    ("lav", "lv"),
    ("mlg", "mg"),
    ("mah", "mh"),
    ("mri", "mi"),
    ("mon", "mn"),
    ("msa", "ms"),
    ("mlt", "mt"),
    ("mya", "my"),
    ("nau", "na"),
    ("nob", "nb"),
    ("nde", "nd"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nno", "nn"),
    ("nor", "no"),
    ("nya", "ny"),
    ("pus", "ps"),
    ("que", "qu"),
    ("run", "rn"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("kin", "rw"),
    ("sag", "sg"),
    ("sin", "si"),
    ("slk", "sk"),
    ("smo", "sm"),
    ("sna", "sn"),
    ("som", "so"),
    ("ssw", "ss"),
    ("sot", "st"),
    ("swa", "sw"),
    ("tam", "ta"),
    ("tgk", "tg"),
    ("tha", "th"),
    ("tir", "ti"),
    ("tuk", "tk"),
    ("tsn", "tn"),
    ("ton", "to"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("wol", "wo"),
    ("yor", "yo"),
    ("zho", "zh"),
    ("cmn", "zh"),
    ("swh", "sw"),
    ("arb", "ar"),
];

/// What a language is called; its code where the texts do not know it.
pub(super) fn language(w: &Words, code: &str) -> Markup {
    let short = SHORT.iter().find(|(long, _)| *long == code).map(|(_, short)| *short);
    match w.closed_key("language", short.unwrap_or(code)) {
        Some(key) => Markup::text(&w.t(&key)),
        None => Markup::name(code),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::address::Lang;
    use crate::texts::Texts;
    use std::sync::Arc;

    #[test]
    fn every_code_has_a_name_in_both_languages_and_what_is_unknown_stays_a_code() {
        let texts = Arc::new(Texts::load());
        for lang in Lang::ALL {
            let w = Words::new(&texts, lang);
            for (long, short) in SHORT {
                assert!(w.closed_key("language", short).is_some(), "{long} in {lang:?}");
            }
            assert_eq!(language(&w, "qaa").to_string(), Markup::name("qaa").to_string());
        }
        let w = Words::new(&texts, Lang::En);
        assert_eq!(language(&w, "ara").to_string(), "Arabic");
        assert_eq!(language(&w, "eng").to_string(), "English");
    }
}
