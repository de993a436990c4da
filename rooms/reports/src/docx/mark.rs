//! The part of a document that says out of what it was made: form, draft and version, hash of the text, and its fields.
//! No program shows it; Word and LibreOffice keep it.

use super::xml::{HEAD, attribute, escaped};
use crate::letter::{Section, Sort};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The namespace of the part. It names a form, and nothing can be fetched from it.
pub(super) const NAMESPACE: &str = "urn:comity:document";
/// The form of the part. A document of a newer one is refused, since it may say what this program does not know.
const FORM: &str = "1";
/// The most fields: no form has nearly as many elements.
const MOST_FIELDS: usize = 1000;
/// The longest tag that Word takes.
const LONGEST_TAG: usize = 64;
const TAG: &str = "comity:";
/// What names of bookmarks begin with: an underscore hides them in Word.
pub(super) const BOOKMARK: &str = "_comity";

/// Out of what a document was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Id of the form of cooperation.
    pub form: String,
    /// The draft, by its id, and its version; none where it was made of a request, or of nothing.
    pub draft: Option<(String, u64)>,
    /// SHA-256 of the canonical text that was written.
    pub text_sha256: String,
}

/// A field as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its number, from 1; 0 is the end of the fields.
    pub number: usize,
    /// Id of its element.
    pub element: String,
    /// What it is called in the document.
    pub label: String,
    /// How its texts are read.
    pub sort: Kept,
    /// Whether its paragraphs are a text each.
    pub list: bool,
    /// Whether something stood in it.
    pub filled: bool,
}

/// What a field takes, as far as reading needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Text, read as it stands.
    Text,
    /// One line: signs of typography are read as plain ones.
    Line,
    /// A day.
    Day,
    /// A code in brackets behind its name, as `France (FRA)`.
    Code,
    /// One of these: the word, and as it is shown.
    Choice(Vec<(String, String)>),
}

/// What the part holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub made: Made,
    pub fields: Vec<Field>,
    /// Of each paragraph that stands outside the fields a short hash; see [`short`].
    pub outside: BTreeSet<String>,
}

impl Field {
    /// The field of a section.
    pub(super) fn of(number: usize, section: &Section) -> Field {
        let sort = match &section.sort {
            Some(Sort::Prose | Sort::Documents) | None => Kept::Text,
            Some(Sort::Line | Sort::When | Sort::Person | Sort::Number) => Kept::Line,
            Some(Sort::Day) => Kept::Day,
            Some(Sort::Language | Sort::State) => Kept::Code,
            Some(Sort::Choice(choices)) => Kept::Choice(choices.clone()),
        };
        Field {
            number,
            element: section.element.clone(),
            label: section.heading.clone(),
            sort,
            list: section.many || section.given.len() > 1,
            filled: !section.is_empty(),
        }
    }

    /// The tag of its control: its element, or its number where that is too long for Word.
    pub(super) fn tag(&self) -> String {
        if TAG.len() + self.element.len() <= LONGEST_TAG {
            format!("{TAG}{}", self.element)
        } else {
            format!("{TAG}#{}", self.number)
        }
    }

    /// The name of the bookmark in its heading.
    pub(super) fn bookmark(&self) -> String {
        format!("{BOOKMARK}{}", self.number)
    }
}

impl Mark {
    /// The part.
    pub(super) fn xml(&self) -> String {
        let Made { form, draft, text_sha256 } = &self.made;
        let mut out = format!(
            "{HEAD}<comity xmlns=\"{NAMESPACE}\" v=\"{FORM}\" form=\"{}\" sha256=\"{}\"",
            escaped(form),
            escaped(text_sha256)
        );
        if let Some((id, version)) = draft {
            let _ = write!(out, " draft=\"{}\" version=\"{version}\"", escaped(id));
        }
        out.push('>');
        for field in &self.fields {
            let (sort, choices) = match &field.sort {
                Kept::Text => ("text", [].as_slice()),
                Kept::Line => ("line", [].as_slice()),
                Kept::Day => ("day", [].as_slice()),
                Kept::Code => ("code", [].as_slice()),
                Kept::Choice(choices) => ("choice", choices.as_slice()),
            };
            let _ = write!(
                out,
                "<field n=\"{}\" element=\"{}\" label=\"{}\" sort=\"{sort}\" list=\"{}\" filled=\"{}\">",
                field.number,
                escaped(&field.element),
                escaped(&field.label),
                u8::from(field.list),
                u8::from(field.filled)
            );
            for (word, shown) in choices {
                let _ = write!(out, "<choice word=\"{}\">{}</choice>", escaped(word), escaped(shown));
            }
            out.push_str("</field>");
        }
        let outside: Vec<&str> = self.outside.iter().map(String::as_str).collect();
        let _ = write!(out, "<outside>{}</outside></comity>", outside.join(" "));
        out
    }

    /// Whether a part is one of ours.
    pub(super) fn is_mark(document: &Document) -> bool {
        document.root_element().has_tag_name((NAMESPACE, "comity"))
    }

    /// What the part says; none where it was changed so that it cannot be read, or is of a newer form.
    pub(super) fn read(document: &Document) -> Option<Mark> {
        let root = document.root_element();
        if attribute(root, "v")? != FORM {
            return None;
        }
        let draft = match attribute(root, "draft") {
            Some(id) => Some((id.to_owned(), attribute(root, "version")?.parse().ok()?)),
            None => None,
        };
        let named = |name: &'static str| root.children().filter(move |child| child.has_tag_name((NAMESPACE, name)));
        let mark = Mark {
            made: Made {
                form: attribute(root, "form")?.to_owned(),
                draft,
                text_sha256: attribute(root, "sha256")?.to_owned(),
            },
            fields: named("field").take(MOST_FIELDS + 1).map(field).collect::<Option<Vec<Field>>>()?,
            outside: named("outside")
                .flat_map(|outside| outside.text().unwrap_or_default().split_whitespace())
                .map(str::to_owned)
                .collect(),
        };
        if mark.fields.len() > MOST_FIELDS {
            return None;
        }
        // One element, one field.
        let mut elements: Vec<&str> = mark.fields.iter().map(|field| field.element.as_str()).collect();
        elements.sort_unstable();
        (elements.windows(2).all(|two| two.first() != two.get(1))).then_some(mark)
    }
}

fn field(node: Node) -> Option<Field> {
    let flag = |name| attribute(node, name).map(|value| value == "1");
    let choice = |child: Node| Some((attribute(child, "word")?.to_owned(), child.text().unwrap_or_default().to_owned()));
    let sort = match attribute(node, "sort")? {
        "text" => Kept::Text,
        "line" => Kept::Line,
        "day" => Kept::Day,
        "code" => Kept::Code,
        "choice" => {
            let choices = node.children().filter(|child| child.has_tag_name((NAMESPACE, "choice")));
            Kept::Choice(choices.map(choice).collect::<Option<Vec<_>>>()?)
        }
        _ => return None,
    };
    Some(Field {
        number: attribute(node, "n")?.parse().ok()?,
        element: attribute(node, "element")?.to_owned(),
        label: attribute(node, "label")?.to_owned(),
        sort,
        list: flag("list")?,
        filled: flag("filled")?,
    })
}

/// A hash of a paragraph outside the fields, by which it is known again. 16 bits are enough for that, and too few to find
/// out by guessing what a paragraph said that was taken out.
pub(super) fn short(paragraph: &str) -> String {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let mut crc = flate2::Crc::new();
    crc.update(words.join(" ").as_bytes());
    format!("{:04x}", crc.sum() & 0xffff)
}
