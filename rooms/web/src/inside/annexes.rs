//! Documents in forms: the files of an element, each with what it is, its language, and its hash; more files; documents on
//! paper.
//!
//! | field | what |
//! |---|---|
//! | `E` | a file that is chosen now; as a text, documents on paper, one a line |
//! | `E:language` | the language of the files that are chosen now |
//! | `E:N:sha256`, `E:N:title`, `E:N:language` | a file that is there already, and what is said of it |
//! | `E:N:remove` | set where it is to be left out |
//!
//! `E` is the name of the element's field. Nothing of it needs a script.

use super::elements::{Control, Field};
use super::languages::language;
use crate::guard::Fields;
use crate::markup::Markup;
use crate::texts::Words;
use crate::upload::Sent;
use law::Annex;
use record::entry::Attachment;
use register::attachment::Kind;

/// Languages that a form offers: those of the Court and of the United Nations, then others in which States take requests. Any
/// other can be written.
const OFFERED: [&str; 16] = [
    "eng", "fra", "ara", "zho", "rus", "spa", "por", "deu", "nld", "ita", "swa", "hye", "kat", "mya", "ukr", "fas",
];
/// The digits of a hash that a page shows.
const DIGITS: usize = 12;

/// The documents of an element in a form.
pub(super) struct Documents {
    /// Those of which a file is there.
    pub(super) rows: Vec<Row>,
    /// Those on paper, one a line.
    pub(super) paper: String,
    /// Codes and names of the languages that are offered.
    pub(super) languages: Vec<(String, Markup)>,
    /// The endings that the browser offers.
    pub(super) endings: String,
}

/// A file that is there.
pub(super) struct Row {
    /// What its fields begin with: `E:0`.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) sha256: String,
    /// The first digits of its hash.
    pub(super) digits: String,
    /// What is known of the file.
    pub(super) file: Option<KnownFile>,
}

/// What is known of a file.
#[derive(Clone)]
pub(super) struct KnownFile {
    pub(super) file: Attachment,
    /// Where it can be read.
    pub(super) href: Option<String>,
    /// The hidden field by which the page says that it waits.
    pub(super) waits: Option<(String, String)>,
}

impl KnownFile {
    /// A file that came with a form and waits.
    pub(super) fn waiting(sent: &Sent) -> KnownFile {
        KnownFile {
            file: sent.working.file.clone(),
            href: None,
            waits: Some(sent.hidden()),
        }
    }

    pub(super) fn name(&self) -> Markup {
        match &self.href {
            Some(href) => Markup::link(href, &Markup::name(&self.file.name)),
            None => Markup::name(&self.file.name),
        }
    }
}

/// The documents of an element, out of what was typed and the files that came; `name` is that of its field.
pub(super) fn typed(fields: &Fields, files: &[Sent], name: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut seen = Vec::new();
    for n in 0.. {
        let part = |part: &str| fields.get(&format!("{name}:{n}:{part}")).trim().to_owned();
        let sha256 = part("sha256");
        if sha256.is_empty() {
            break;
        }
        seen.push(sha256.clone());
        if part("remove").is_empty() {
            texts.push(written(&part("title"), &part("language"), &sha256));
        }
    }
    let chosen = fields.get(&format!("{name}:language")).trim();
    for sent in files.iter().filter(|sent| sent.field == name) {
        let file = &sent.working.file;
        if !seen.contains(&file.sha256) {
            seen.push(file.sha256.clone());
            texts.push(written(&file.name, chosen, &file.sha256));
        }
    }
    let lines = fields.get(name).lines().map(str::trim).filter(|line| !line.is_empty());
    texts.extend(lines.map(str::to_owned));
    texts
}

fn written(title: &str, language: &str, sha256: &str) -> String {
    // What is no code stays with the title, so that it is not lost.
    let code = language.len() == 3 && language.bytes().all(|b| b.is_ascii_alphabetic());
    let title = if code || language.is_empty() {
        title.to_owned()
    } else {
        format!("{title} ({language})")
    };
    Annex {
        title,
        language: code.then(|| language.to_ascii_lowercase()),
        sha256: Some(sha256.to_owned()),
    }
    .text()
}

impl Documents {
    /// Those of some field, where a form has such: the languages that it offers are written once.
    pub(super) fn any(fields: &[Field]) -> Option<&Documents> {
        fields.iter().find_map(|field| match &field.control {
            Control::Documents(documents) => Some(documents),
            _ => None,
        })
    }

    /// The documents of an element whose field has this name.
    pub(super) fn of<'t>(w: &Words, name: &str, texts: impl Iterator<Item = &'t str>, known: &[KnownFile]) -> Documents {
        let mut documents = Documents {
            rows: Vec::new(),
            paper: String::new(),
            languages: OFFERED.iter().map(|code| ((*code).to_owned(), language(w, code))).collect(),
            endings: endings(),
        };
        for text in texts {
            let annex = Annex::parse(text);
            let Some(sha256) = annex.sha256 else {
                documents.paper.push_str(text);
                documents.paper.push('\n');
                continue;
            };
            documents.rows.push(Row {
                name: format!("{name}:{}", documents.rows.len()),
                title: annex.title,
                language: annex.language.unwrap_or_default(),
                digits: sha256.chars().take(DIGITS).collect(),
                file: known.iter().find(|known| known.file.sha256 == sha256).cloned(),
                sha256,
            });
        }
        documents
    }
}

/// The endings of the files that are taken, as a browser wants them.
pub(super) fn endings() -> String {
    let endings = Kind::ALL.into_iter().flat_map(|kind| kind.endings());
    endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
}

/// A document as people read it: what it is, its language, and the first digits of its hash.
pub(super) fn shown(w: &Words, text: &str) -> Markup {
    let annex = Annex::parse(text);
    let mut parts = vec![Markup::name(&annex.title)];
    parts.extend(annex.language.map(|code| language(w, &code)));
    if let Some(sha256) = annex.sha256 {
        let digits: String = sha256.chars().take(DIGITS).collect();
        parts.push(Markup::ready(format!("<span class=\"h\">{digits}…</span>")));
    }
    Markup::join(&parts, " · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn what_is_said_of_files_is_kept_what_is_left_out_goes_and_lines_are_documents_on_paper() {
        let (one, two) = ("0a".repeat(32), "0b".repeat(32));
        let form = fields(&[
            ("e:0:sha256", &one),
            ("e:0:title", " Warrant of arrest "),
            ("e:0:language", "ENG"),
            ("e:1:sha256", &two),
            ("e:1:title", "Left out"),
            ("e:1:remove", "yes"),
            ("e", "Certificate\r\n\r\n Photograph \r\n"),
        ]);
        let warrant = format!("Warrant of arrest [eng] sha256:{one}");
        assert_eq!(typed(&form, &[], "e"), [warrant.as_str(), "Certificate", "Photograph"]);
        assert!(typed(&form, &[], "other").is_empty());
    }

    #[test]
    fn a_language_that_is_no_code_stays_with_the_title() {
        let hash = "0a".repeat(32);
        assert_eq!(written("Warrant", "English", &hash), format!("Warrant (English) sha256:{hash}"));
        assert_eq!(written("Warrant", "", &hash), format!("Warrant sha256:{hash}"));
    }
}
