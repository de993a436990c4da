//! A letter as a document.

use super::mark::{BOOKMARK, Field, Kept, Made, Mark, short};
use super::parse::parse;
use super::parts;
use super::read::outside;
use super::walk::{CONTINUES, Styles, Walk};
use super::xml::{HEAD, W, child, escaped};
use crate::ArchiveError;
use crate::letter::{AnnexLine, Language, Letter, Section, Sort, Words, is_rtl};
use crate::zip::Zip;

/// The style of prompts, which Word knows by its name.
pub(super) const PROMPT_STYLE: &str = "PlaceholderText";
/// The style of what stands before that, and on the same page.
pub(super) const CLOSING: &str = "Closing";
/// The style of the line under which is said for whom it is signed, with room to sign above.
pub(super) const SIGNATURE: &str = "Signature";
/// The last of the words to choose from: none of them.
pub(super) const NO_CHOICE: &str = "\u{2014}";
/// The longest name of a field that Word takes.
const LONGEST_ALIAS: usize = 64;
/// The first number of controls, by which programs tell them apart.
const FIRST_CONTROL: usize = 1001;

/// What stands in a field in which nothing stands, in each language.
pub(super) fn prompts() -> [String; 2] {
    Language::ALL.map(|language| Words(language).t("document-word-prompt"))
}

/// The document: with `made` one whose fields can be changed and brought back. The same gives the same bytes.
///
/// # Errors
/// It would be larger than a ZIP can be.
pub fn docx(letter: &Letter, made: Option<&Made>) -> Result<Vec<u8>, ArchiveError> {
    let sections: Vec<&Section> = letter
        .sections
        .iter()
        .filter(|section| made.is_some() || is_told(section))
        .collect();
    let fields: Vec<Field> = (1..).zip(&sections).map(|(number, section)| Field::of(number, section)).collect();
    let document = Writer::new(letter).document(&sections, &fields, made.is_some());
    let mut zip = Zip::default();
    let mut put = |name: &str, text: &str| zip.put(name, text.as_bytes());
    put("[Content_Types].xml", &format!("{HEAD}{}", parts::types(made.is_some())))?;
    put("_rels/.rels", &parts::of_file())?;
    put("docProps/core.xml", &parts::core(letter))?;
    put("word/document.xml", &document)?;
    put("word/_rels/document.xml.rels", &parts::of_document(made.is_some()))?;
    put("word/styles.xml", &parts::styles(parts::locale(letter)))?;
    put("word/settings.xml", &parts::settings())?;
    put("word/header1.xml", &header(letter))?;
    put("word/footer1.xml", &footer(letter))?;
    if let Some(made) = made {
        let mark = mark(made, fields, &document);
        put("customXml/item1.xml", &mark.xml())?;
        put("customXml/itemProps1.xml", &parts::properties_of_mark())?;
        put("customXml/_rels/item1.xml.rels", &parts::of_mark())?;
    }
    zip.done()
}

/// Whether the State is told of it: what was filled in or is needed, and is no planning of the register.
fn is_told(section: &Section) -> bool {
    !section.planning && (section.needed || !section.is_empty())
}

/// What is to be known when the document comes back; the paragraphs outside the fields are those that a reader of it finds.
fn mark(made: &Made, fields: Vec<Field>, document: &str) -> Mark {
    let mut mark = Mark {
        made: made.clone(),
        fields,
        outside: std::collections::BTreeSet::new(),
    };
    // What cannot be read back (a text of a million lines) is refused when it comes back, as too large.
    if let Ok(document) = parse(document)
        && let Some(body) = child(document.root_element(), "body")
    {
        let walked = Walk::new(&mark, Styles::ours()).through(body);
        mark.outside = outside(&walked).map(|text| short(&text)).collect();
    }
    mark
}

fn header(letter: &Letter) -> String {
    let mut lines = paragraph("Header", &bold(&letter.marks.level));
    for mark in letter.marks_below() {
        lines.push_str(&paragraph("Header", &bold(mark)));
    }
    format!("{HEAD}<w:hdr xmlns:w=\"{W}\">{lines}</w:hdr>")
}

fn footer(letter: &Letter) -> String {
    let number = |field: &str| format!("<w:fldSimple w:instr=\" {field} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let [page, of] = &letter.labels.page;
    let pages = format!("{}{}{}{}", run(page, ""), number("PAGE"), run(of, ""), number("NUMPAGES"));
    let reference = run(&format!("{} \u{b7} ", letter.reference), "");
    let mut lines = paragraph("Footer", &format!("{reference}{pages}"));
    lines.push_str(&paragraph("Footer", &bold(&letter.marks.level)));
    for mark in letter.marks_below() {
        lines.push_str(&paragraph("Footer", &bold(mark)));
    }
    format!("{HEAD}<w:ftr xmlns:w=\"{W}\">{lines}</w:ftr>")
}

/// A run of text with properties.
pub(super) fn run(text: &str, properties: &str) -> String {
    let rtl = if is_rtl(text) { "<w:rtl/>" } else { "" };
    let properties = match (properties, rtl) {
        ("", "") => String::new(),
        _ => format!("<w:rPr>{properties}{rtl}</w:rPr>"),
    };
    let mut inner = String::new();
    for (number, part) in text.split('\t').enumerate() {
        if number > 0 {
            inner.push_str("<w:tab/>");
        }
        if !part.is_empty() {
            inner.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)));
        }
    }
    format!("<w:r>{properties}{inner}</w:r>")
}

pub(super) fn bold(text: &str) -> String {
    run(text, "<w:b/><w:bCs/>")
}

/// A paragraph of a style around runs; of the usual style where none is named.
pub(super) fn paragraph(style: &str, runs: &str) -> String {
    paragraph_as(style, false, runs)
}

pub(super) fn paragraph_as(style: &str, rtl: bool, runs: &str) -> String {
    let style = if style.is_empty() {
        String::new()
    } else {
        format!("<w:pStyle w:val=\"{style}\"/>")
    };
    let rtl = if rtl { "<w:bidi/>" } else { "" };
    match (style.as_str(), rtl) {
        ("", "") => format!("<w:p>{runs}</w:p>"),
        _ => format!("<w:p><w:pPr>{style}{rtl}</w:pPr>{runs}</w:p>"),
    }
}

struct Writer<'l> {
    letter: &'l Letter,
    words: Words,
    out: String,
}

impl<'l> Writer<'l> {
    fn new(letter: &'l Letter) -> Writer<'l> {
        Writer {
            letter,
            words: Words(letter.language),
            out: String::new(),
        }
    }

    fn document(mut self, sections: &[&Section], fields: &[Field], can_change: bool) -> String {
        let letter = self.letter;
        self.out = format!(
            "{HEAD}<w:document xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
        );
        self.text("Title", &letter.title);
        for line in letter.translation_owed.iter().chain(&letter.copy) {
            let line = paragraph("", &bold(line));
            self.out.push_str(&line);
        }
        let labels = &letter.labels;
        self.addressed(&labels.from, std::slice::from_ref(&letter.from));
        self.addressed(&labels.to, &letter.to);
        self.addressed(&labels.date, std::slice::from_ref(&letter.date));
        self.addressed(&labels.reference, std::slice::from_ref(&letter.reference));
        self.addressed(&labels.level, std::slice::from_ref(&letter.marks.level));
        if let Some(channel) = &letter.channel {
            self.addressed(&labels.channel, std::slice::from_ref(channel));
        }
        if can_change {
            let hint = self.words.t("document-word-hint");
            self.text("Small", &hint);
        }
        for line in &letter.opening {
            self.text("", line);
        }
        for (section, field) in sections.iter().zip(fields) {
            self.section(section, field, can_change);
        }
        self.end(can_change);
        self.out.push_str(&format!("{}</w:body></w:document>", parts::PAGE));
        self.out
    }

    fn text(&mut self, style: &str, text: &str) {
        let line = paragraph_as(style, is_rtl(text), &run(text, ""));
        self.out.push_str(&line);
    }

    fn addressed(&mut self, label: &str, lines: &[String]) {
        for (number, line) in lines.iter().enumerate() {
            let label = if number == 0 { bold(label) } else { String::new() };
            let line = paragraph("Address", &format!("{label}<w:r><w:tab/></w:r>{}", run(line, "")));
            self.out.push_str(&line);
        }
    }

    /// A heading; with a bookmark where a field begins or the fields end.
    fn heading(&mut self, bookmark: Option<(usize, &str)>, runs: &str) {
        let runs = bookmark.map_or_else(
            || runs.to_owned(),
            |(id, name)| format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>"),
        );
        let line = paragraph("Heading1", &runs);
        self.out.push_str(&line);
    }

    fn section(&mut self, section: &Section, field: &Field, can_change: bool) {
        let mut runs = run(&section.heading, "");
        let beside = [section.heading_untranslated.as_deref(), Some(section.cites.as_str())];
        for text in beside.into_iter().flatten().filter(|text| !text.is_empty()) {
            runs.push_str(&run(&format!(" \u{b7} {text}"), "<w:rStyle w:val=\"Rule\"/>"));
        }
        let name = field.bookmark();
        self.heading(can_change.then_some((field.number, name.as_str())), &runs);
        if can_change {
            self.field(section, field);
        } else if section.is_empty() {
            self.text("", &self.letter.labels.empty.clone());
        } else {
            let lines: Vec<&str> = section.paragraphs.iter().flat_map(|text| text.split('\n')).collect();
            for line in lines {
                self.text("", line);
            }
        }
    }

    /// A field in its control: one line within its paragraph, anything longer around its paragraphs.
    fn field(&mut self, section: &Section, field: &Field) {
        let texts = shown(section, field);
        let alias: String = field.label.chars().take(LONGEST_ALIAS).collect();
        let prompt = if texts.is_empty() { "<w:showingPlcHdr/>" } else { "" };
        let is_line = !field.list && field.sort != Kept::Text && texts.iter().all(|text| !text.contains('\n'));
        let kind = if is_line {
            kind(section, field, self.letter)
        } else {
            "<w:richText/>".to_owned()
        };
        let properties = format!(
            "<w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/><w:id w:val=\"{}\"/><w:lock w:val=\"sdtLocked\"/>{prompt}{kind}</w:sdtPr>",
            escaped(&alias),
            escaped(&field.tag()),
            FIRST_CONTROL + field.number
        );
        let prompt = || {
            run(
                &self.words.t("document-word-prompt"),
                &format!("<w:rStyle w:val=\"{PROMPT_STYLE}\"/>"),
            )
        };
        let control = |content: &str| format!("<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>");
        let written = match texts.first() {
            None if is_line => paragraph("", &control(&prompt())),
            None => control(&paragraph("", &prompt())),
            Some(text) if is_line => paragraph_as("", is_rtl(text), &control(&run(text, ""))),
            Some(_) => {
                let mut lines = String::new();
                for text in &texts {
                    for (number, line) in text.split('\n').enumerate() {
                        let style = if field.list && number > 0 { CONTINUES } else { "" };
                        let runs = if line.is_empty() { String::new() } else { run(line, "") };
                        lines.push_str(&paragraph_as(style, is_rtl(line), &runs));
                    }
                }
                control(&lines)
            }
        };
        self.out.push_str(&written);
    }

    /// What stands behind the fields. The first paragraph bears the bookmark at which they end.
    fn end(&mut self, can_change: bool) {
        let letter = self.letter;
        let name = format!("{BOOKMARK}0");
        let mut ends = can_change.then_some((0, name.as_str()));
        if !letter.annexes.is_empty() {
            self.heading(ends.take(), &run(&letter.labels.annexes, ""));
            let table = annexes(letter);
            let locked = format!(
                "<w:sdt><w:sdtPr><w:alias w:val=\"{}\"/><w:id w:val=\"{FIRST_CONTROL}\"/><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr>\
                 <w:sdtContent>{table}</w:sdtContent></w:sdt>",
                escaped(&letter.labels.annexes)
            );
            self.out.push_str(&locked);
        }
        let lines = letter.closing.iter().map(|line| (CLOSING, line));
        let lines = lines.chain(letter.signature.iter().map(|line| (SIGNATURE, line)));
        let hash = (letter.labels.text_sha256.as_str(), letter.text_sha256.as_str());
        let colon = match letter.language {
            Language::En => ":",
            Language::Fr => "\u{a0}:",
        };
        let hash = format!("{}{colon} {}", hash.0, hash.1);
        for (style, line) in lines.chain(std::iter::once(("Small", &hash))) {
            let runs = run(line, "");
            let runs = match ends.take() {
                Some((id, name)) => format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>"),
                None => runs,
            };
            self.out.push_str(&paragraph(style, &runs));
        }
    }
}

/// What is shown in a field: as people read it, and so that it is read back as it was given. The name of a person is shown
/// as it was given, even where that is a key: nothing of a field stands in the file but what is seen.
fn shown(section: &Section, field: &Field) -> Vec<String> {
    let pairs = section.given.iter().zip(&section.paragraphs);
    let one = |(given, paragraph): (&String, &String)| match &field.sort {
        Kept::Text | Kept::Line => given.clone(),
        Kept::Code if paragraph != given && given.chars().all(|c| c.is_ascii_alphabetic()) => format!("{paragraph} ({given})"),
        Kept::Code => given.clone(),
        Kept::Day | Kept::Choice(_) => paragraph.clone(),
    };
    pairs.map(one).collect()
}

/// The kind of the control of one line.
fn kind(section: &Section, field: &Field, letter: &Letter) -> String {
    match (&section.sort, &field.sort) {
        (_, Kept::Choice(choices)) => {
            let item =
                |shown: &str, word: &str| format!("<w:listItem w:displayText=\"{}\" w:value=\"{}\"/>", escaped(shown), escaped(word));
            let items: String = choices.iter().map(|(word, shown)| item(shown, word)).collect();
            format!("<w:dropDownList>{items}{}</w:dropDownList>", item(NO_CHOICE, NO_CHOICE))
        }
        (Some(Sort::Day), _) => {
            let day = section.given.first().filter(|day| day.parse::<jiff::civil::Date>().is_ok());
            let full = day.map_or_else(String::new, |day| format!(" w:fullDate=\"{}T00:00:00Z\"", escaped(day)));
            format!(
                "<w:date{full}><w:dateFormat w:val=\"d MMMM yyyy\"/><w:lid w:val=\"{}\"/><w:storeMappedDataAs w:val=\"date\"/>\
                 <w:calendar w:val=\"gregorian\"/></w:date>",
                parts::locale(letter)
            )
        }
        _ => "<w:text/>".to_owned(),
    }
}

/// The table of annexes, with a row of headings that is repeated on each page. Widths are twentieths of a point.
fn annexes(letter: &Letter) -> String {
    const WIDTHS: [usize; 4] = [567, 4252, 1701, 2550];
    let cell = |(width, text): (usize, &str)| {
        // A hash has no place to break; it is given some.
        let runs = run(text, "");
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            paragraph_as("Small", is_rtl(text), &runs)
        )
    };
    let row = |head: &str, texts: [&str; 4]| {
        let cells: String = WIDTHS.into_iter().zip(texts).map(cell).collect();
        format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
    };
    let grid: String = WIDTHS.into_iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let [number, title, language, sha256] = &letter.labels.annex_columns;
    let mut rows = row("<w:tblHeader/>", [number, title, language, sha256]);
    for (number, line) in (1usize..).zip(&letter.annexes) {
        let AnnexLine {
            title,
            language,
            translation_owed,
            sha256,
            ..
        } = line;
        let parts = [language.as_deref(), translation_owed.as_deref()];
        let language: Vec<String> = parts.into_iter().flatten().map(str::to_owned).collect();
        rows.push_str(&row(
            "",
            [
                &number.to_string(),
                title,
                &Words(letter.language).listed(&language),
                sha256.as_deref().unwrap_or(&letter.labels.on_paper),
            ],
        ));
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Annexes\"/><w:tblW w:w=\"9070\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" \
         w:firstRow=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
}
