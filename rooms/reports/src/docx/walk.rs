//! The text of a document, paragraph by paragraph, each piece with the field to which it belongs. Tracked changes are read
//! as accepted: what was inserted is there, what was deleted is not.

use super::mark::{BOOKMARK, Mark};
use super::notice::Lost;
use super::write::PROMPT_STYLE;
use super::xml::{Name, attribute, child, is, name, value};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// To what a piece of text belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nothing: it stands outside.
    Outside,
    /// The field of this place in the mark, in whose control it stands.
    Control(usize),
    /// The same field, under whose heading it stands.
    Heading(usize),
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub pieces: Vec<(Owner, String)>,
    /// Whether it goes on with the text of the one before it, in a field of several texts.
    pub continues: bool,
}

/// What was found in the control of a field.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Whether the program says that a prompt is shown in it.
    pub prompt: bool,
    /// Whether all text in it has the style of prompts.
    pub styled: bool,
}

/// What was found in a document.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub paragraphs: Vec<Paragraph>,
    /// The controls of each field, by its place in the mark.
    pub controls: BTreeMap<usize, Vec<Found>>,
    /// Fields whose controls stand within that of another, by their places.
    pub nested: BTreeSet<(usize, usize)>,
    /// The fields whose headings are there.
    pub headings: BTreeSet<usize>,
    pub tracked: usize,
    pub comments: usize,
    /// What is no text, by the field in which it stands.
    pub lost: BTreeSet<(usize, Lost)>,
    pub hidden: BTreeSet<usize>,
    pub struck: BTreeSet<usize>,
    /// Fields whose text a program wrote several times over.
    pub repeated: BTreeSet<usize>,
    pub tables: BTreeSet<usize>,
}

/// The style of paragraphs that go on with the text of the one before.
pub(super) const CONTINUES: &str = "Continued";

/// The styles that say something of a text, as the document calls them.
pub(super) struct Styles {
    /// That of prompts.
    pub prompt: String,
    /// That of paragraphs that go on.
    pub continues: String,
    /// Those whose paragraphs the program numbers or gives bullets.
    pub numbered: BTreeSet<String>,
}

impl Styles {
    /// As they are called when a document is written.
    pub(super) fn ours() -> Styles {
        Styles {
            prompt: PROMPT_STYLE.to_owned(),
            continues: CONTINUES.to_owned(),
            numbered: BTreeSet::new(),
        }
    }
}

/// Whether properties of a paragraph or of a style have the program number it.
pub(super) fn is_numbered(properties: Node) -> bool {
    child(properties, "numPr").is_some_and(|numbering| value(numbering, "numId").is_some_and(|id| id != "0"))
}

pub(super) struct Walk<'m> {
    mark: &'m Mark,
    /// The places of the fields by the tags of their controls, and by their numbers.
    tags: BTreeMap<String, usize>,
    numbers: BTreeMap<usize, usize>,
    styles: Styles,
    out: Walked,
    /// The field whose heading was read last.
    region: Option<usize>,
    /// The control in which the walk is: its field, and its number among the controls of the field.
    control: Option<(usize, usize)>,
    /// Whether the mark of the last paragraph was deleted, so that the next goes on with it.
    joins: bool,
    /// Whether the walk is in a heading of a field.
    heading: bool,
}

impl<'m> Walk<'m> {
    pub(super) fn new(mark: &'m Mark, styles: Styles) -> Walk<'m> {
        // Of two of one tag or number the first counts.
        let places = || mark.fields.iter().enumerate().rev();
        Walk {
            mark,
            tags: places().map(|(place, field)| (field.tag(), place)).collect(),
            numbers: places().map(|(place, field)| (field.number, place)).collect(),
            styles,
            out: Walked::default(),
            region: None,
            control: None,
            joins: false,
            heading: false,
        }
    }

    /// Walks through the body of a document. Its depth was checked.
    pub(super) fn through(mut self, body: Node) -> Walked {
        self.children(body);
        self.out
    }

    fn children(&mut self, node: Node) {
        let children: Vec<Node> = node.children().filter(Node::is_element).collect();
        for beside in children.chunk_by(|one, next| may_repeat(*one, *next)) {
            match beside {
                [first, rest @ ..] if !rest.is_empty() && is_repeated(*first, rest) => {
                    self.out.repeated.extend(self.field());
                    self.node(*first);
                }
                _ => beside.iter().for_each(|child| self.node(*child)),
            }
        }
    }

    fn node(&mut self, node: Node) {
        let word = match name(node) {
            Name::Word(word) => word,
            Name::Alternative("AlternateContent") => {
                // Both say the same, the first for newer programs.
                return node
                    .children()
                    .find(Node::is_element)
                    .into_iter()
                    .for_each(|first| self.children(first));
            }
            Name::Alternative(_) => return self.children(node),
            Name::Other => return self.lose(Lost::Other),
        };
        match word {
            "p" => self.paragraph(node),
            "r" => self.run(node),
            "t" => self.text(node.text().unwrap_or_default()),
            "tab" | "ptab" => self.text("\t"),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("\u{2011}"),
            "softHyphen" => self.text("\u{ad}"),
            "sym" => self.lose(Lost::Symbol),
            "drawing" | "pict" | "object" => self.lose(Lost::Picture),
            "footnoteReference" | "endnoteReference" => self.lose(Lost::Footnote),
            // Another document that is to be set here.
            "altChunk" | "subDoc" => self.lose(Lost::Other),
            "commentReference" => self.out.comments += 1,
            "bookmarkStart" => self.bookmark(node),
            "sdt" => self.control(node),
            "tbl" => {
                if let Some(field) = self.field() {
                    self.out.tables.insert(field);
                }
                self.children(node);
            }
            "ins" | "moveTo" => {
                self.out.tracked += 1;
                self.children(node);
            }
            "del" | "moveFrom" => self.out.tracked += 1,
            // How it looks, what fields are computed from, and what is deleted.
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "sectPr" | "tblPr" | "tblPrEx" | "tblGrid" | "trPr" | "tcPr" | "instrText"
            | "delText" | "delInstrText" | "rt" | "rubyPr" | "smartTagPr" | "customXmlPr" | "fldData" | "ffData" => {}
            _ => self.children(node),
        }
    }

    fn paragraph(&mut self, node: Node) {
        let properties = child(node, "pPr");
        let style = properties.and_then(|properties| value(properties, "pStyle"));
        let marks = properties.and_then(|properties| child(properties, "rPr"));
        let deleted = marks.is_some_and(|marks| child(marks, "del").is_some() || child(marks, "moveFrom").is_some());
        let outer = self.heading;
        if !self.joins || self.out.paragraphs.is_empty() {
            self.heading = self.control.is_none() && node.descendants().any(|inner| self.begins_field(inner) && !is_collapsed(inner));
            let owner = self.owner();
            self.out.paragraphs.push(Paragraph {
                pieces: vec![(owner, String::new())],
                continues: style == Some(self.styles.continues.as_str()),
            });
        }
        if properties.is_some_and(is_numbered) || style.is_some_and(|style| self.styles.numbered.contains(style)) {
            self.lose(Lost::Numbering);
        }
        self.joins = false;
        self.children(node);
        self.heading = outer;
        self.joins = deleted;
        self.out.tracked += usize::from(deleted);
    }

    fn run(&mut self, node: Node) {
        if let Some(properties) = child(node, "rPr") {
            let is_on = |word| child(properties, word).is_some_and(|on| !matches!(attribute(on, "val"), Some("0" | "false" | "off")));
            let has_text = node.children().any(|inner| is(inner, "t"));
            if let Some(field) = self.field().filter(|_| has_text) {
                self.out.hidden.extend(is_on("vanish").then_some(field));
                self.out.struck.extend((is_on("strike") || is_on("dstrike")).then_some(field));
            }
        }
        let prompt = child(node, "rPr").and_then(|properties| value(properties, "rStyle")) == Some(self.styles.prompt.as_str());
        let has_text = node
            .children()
            .any(|inner| is(inner, "t") && inner.text().is_some_and(|text| !text.trim().is_empty()));
        if let (Some((field, number)), true, false) = (self.control, has_text, prompt)
            && let Some(found) = self.out.controls.get_mut(&field).and_then(|found| found.get_mut(number))
        {
            found.styled = false;
        }
        self.children(node);
    }

    fn control(&mut self, node: Node) {
        let properties = child(node, "sdtPr");
        let tag = properties.and_then(|properties| value(properties, "tag"));
        let field = tag.and_then(|tag| self.tags.get(tag)).copied();
        let contents = node.children().filter(|inner| is(*inner, "sdtContent"));
        let outer = self.control;
        if let Some(field) = field {
            if let Some((within, _)) = outer.filter(|(within, _)| *within != field) {
                self.out.nested.insert((field, within));
            }
            let found = self.out.controls.entry(field).or_default();
            if outer.is_none_or(|(within, _)| within != field) {
                found.push(Found {
                    prompt: properties.is_some_and(|properties| child(properties, "showingPlcHdr").is_some()),
                    styled: true,
                });
                self.control = Some((field, found.len() - 1));
            }
        }
        for content in contents {
            self.children(content);
        }
        self.control = outer;
    }

    /// The field that a bookmark begins, by its place; past the last, where they end.
    fn begun(&self, node: Node) -> Option<usize> {
        let number: usize = attribute(node, "name")?.strip_prefix(BOOKMARK)?.parse().ok()?;
        let place = self.numbers.get(&number).copied();
        place.or((number == 0).then_some(self.mark.fields.len()))
    }

    fn begins_field(&self, node: Node) -> bool {
        is(node, "bookmarkStart") && self.begun(node).is_some()
    }

    fn bookmark(&mut self, node: Node) {
        let Some(place) = self.begun(node) else { return };
        self.region = Some(place).filter(|place| *place < self.mark.fields.len());
        self.out.headings.extend(self.region);
    }

    fn owner(&self) -> Owner {
        match (self.control, self.heading, self.region) {
            (Some((field, _)), _, _) => Owner::Control(field),
            (None, true, _) | (None, _, None) => Owner::Outside,
            (None, false, Some(field)) => Owner::Heading(field),
        }
    }

    fn field(&self) -> Option<usize> {
        match self.owner() {
            Owner::Outside => None,
            Owner::Control(field) | Owner::Heading(field) => Some(field),
        }
    }

    fn lose(&mut self, what: Lost) {
        if let Some(field) = self.field() {
            self.out.lost.insert((field, what));
        }
    }

    fn text(&mut self, text: &str) {
        let owner = self.owner();
        if self.out.paragraphs.is_empty() {
            self.out.paragraphs.push(Paragraph::default());
        }
        let Some(paragraph) = self.out.paragraphs.last_mut() else { return };
        match paragraph.pieces.last_mut() {
            Some((last, so_far)) if *last == owner => so_far.push_str(text),
            _ => paragraph.pieces.push((owner, text.to_owned())),
        }
    }
}

/// So many bookmarks may begin and end between the two ends of one.
const MOST_BETWEEN: usize = 100;

/// Whether a bookmark ends where it begins: what it stood around was taken out.
fn is_collapsed(start: Node) -> bool {
    let id = attribute(start, "id");
    let behind = start.next_siblings().filter(|node| node.is_element() && *node != start);
    let mut behind = behind
        .take(MOST_BETWEEN)
        .skip_while(|node| is(*node, "bookmarkStart") || (is(*node, "bookmarkEnd") && attribute(*node, "id") != id));
    behind
        .next()
        .is_some_and(|node| is(node, "bookmarkEnd") && attribute(node, "id") == id)
}

/// Whether two nodes can be one control that LibreOffice wrote several times: beside each other in a paragraph, of one name,
/// and without a tag, which it takes away.
fn may_repeat(one: Node, next: Node) -> bool {
    let of = |node: Node| {
        let properties = child(node, "sdtPr").filter(|_| is(node, "sdt"))?;
        let name = value(properties, "alias").filter(|_| child(properties, "tag").is_none())?;
        Some(name.to_owned())
    };
    one.parent().is_some_and(|parent| is(parent, "p")) && of(one).is_some_and(|name| of(next) == Some(name))
}

/// Whether controls behind one repeat its text. Where the script changes within a text, LibreOffice (7.4) writes one control for
/// each part: the first with the whole text, each other one with its part and the whole text behind it.
fn is_repeated(first: Node, rest: &[Node]) -> bool {
    let text = |node: Node| -> String {
        node.descendants()
            .filter(|inner| is(*inner, "t"))
            .filter_map(|inner| inner.text())
            .collect()
    };
    let whole = text(first);
    // An empty text ends every text.
    !whole.is_empty() && rest.iter().all(|node| text(*node).ends_with(&whole))
}
