//! Documents that belong to a request or an act: how one stands in a value.
//!
//! `Warrant of arrest, public redacted version [eng] sha256:8a2f…`: what it is, in which language, and the file that it is.
//! Without a hash it is a document on paper. The hash of a request's canonical text covers its values, and so its documents.

/// One document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Annex {
    /// What it is, in one line.
    pub title: String,
    /// Its language (ISO 639-3), where one was given.
    pub language: Option<String>,
    /// SHA-256 of its file, 64 lower-case hexadecimal digits; none of what is on paper.
    pub sha256: Option<String>,
}

impl Annex {
    /// Reads one; a text without brackets or hash is the title of a document on paper.
    pub fn parse(text: &str) -> Annex {
        let text = text.trim();
        let (text, sha256) = match text.rsplit_once("sha256:") {
            Some((before, hash)) if is_hash(hash) && (before.is_empty() || before.ends_with(' ')) => (before.trim_end(), Some(hash)),
            _ => (text, None),
        };
        let bracket = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
        let (title, language) = match bracket {
            Some((before, language)) if is_language(language) => (before.trim_end(), Some(language)),
            _ => (text, None),
        };
        Annex {
            title: title.to_owned(),
            language: language.map(str::to_owned),
            sha256: sha256.map(str::to_owned),
        }
    }

    /// The text in which it stands. Read again it is the same, unless the title itself ends like a language or a hash.
    pub fn text(&self) -> String {
        let mut text = self.title.trim().to_owned();
        let parts = [
            self.language.as_ref().map(|language| format!("[{language}]")),
            self.sha256.as_ref().map(|hash| format!("sha256:{hash}")),
        ];
        for part in parts.into_iter().flatten() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&part);
        }
        text
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn is_language(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annex(title: &str, language: Option<&str>, sha256: Option<&str>) -> Annex {
        Annex {
            title: title.to_owned(),
            language: language.map(str::to_owned),
            sha256: sha256.map(str::to_owned),
        }
    }

    #[test]
    fn a_document_has_a_title_a_language_and_a_file_and_is_read_back_the_same() {
        let hash = "0a".repeat(32);
        let check = |text: &str, expected: Annex| {
            assert_eq!(Annex::parse(text), expected, "{text}");
            assert_eq!(Annex::parse(&expected.text()), expected, "{text}");
        };
        check("Warrant of arrest", annex("Warrant of arrest", None, None));
        check("Warrant [annex 1]", annex("Warrant [annex 1]", None, None));
        check("  Warrant [eng] ", annex("Warrant", Some("eng"), None));
        check(&format!("Warrant sha256:{hash}"), annex("Warrant", None, Some(&hash)));
        check(&format!("Warrant [eng] sha256:{hash}"), annex("Warrant", Some("eng"), Some(&hash)));
        check(&format!("[eng] sha256:{hash}"), annex("", Some("eng"), Some(&hash)));
        check("مذكرة [ara]", annex("مذكرة", Some("ara"), None));
        check("", annex("", None, None));
    }

    #[test]
    fn what_only_looks_like_a_language_or_a_hash_belongs_to_the_title() {
        let hash = "0a".repeat(32);
        for text in [
            format!("Warrant sha256:{}", hash.to_uppercase()),
            format!("Warrant sha256:{}", &hash[1..]),
            format!("Warrantsha256:{hash}"),
            "Warrant [ENG]".to_owned(),
            "Warrant [english]".to_owned(),
            "Warrant eng]".to_owned(),
        ] {
            assert_eq!(Annex::parse(&text), annex(&text, None, None));
        }
    }
}
