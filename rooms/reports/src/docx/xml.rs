//! What every part of a document needs: its namespaces, and text as XML has it.

use std::borrow::Cow;

/// Elements of the text (ISO/IEC 29500-4, transitional), as Word and LibreOffice write them.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The same in strict documents (ISO/IEC 29500-1).
const W_STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// Alternatives for programs of different age (ISO/IEC 29500-3).
const MC: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// The first line of every part.
pub(crate) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// One of the text.
    Word(&'a str),
    /// One of alternatives.
    Alternative(&'a str),
    /// Another.
    Other,
}

/// The name of an element.
pub(super) fn name<'a>(node: roxmltree::Node<'a, '_>) -> Name<'a> {
    match node.tag_name().namespace() {
        Some(W | W_STRICT) => Name::Word(node.tag_name().name()),
        Some(MC) => Name::Alternative(node.tag_name().name()),
        _ => Name::Other,
    }
}

/// Whether it is the element of the text with this name.
pub(super) fn is(node: roxmltree::Node, word: &str) -> bool {
    name(node) == Name::Word(word)
}

/// The first child with this name.
pub(super) fn child<'a, 'i>(node: roxmltree::Node<'a, 'i>, word: &str) -> Option<roxmltree::Node<'a, 'i>> {
    node.children().find(|child| is(*child, word))
}

/// The attribute `w:val`, or another of the text.
pub(super) fn attribute<'a>(node: roxmltree::Node<'a, '_>, word: &str) -> Option<&'a str> {
    node.attributes()
        .find(|attribute| attribute.name() == word)
        .map(|attribute| attribute.value())
}

/// The `w:val` of the child with this name.
pub(super) fn value<'a>(node: roxmltree::Node<'a, '_>, word: &str) -> Option<&'a str> {
    attribute(child(node, word)?, "val")
}

/// Text between or within tags. Signs that XML cannot hold (control characters, U+FFFE, U+FFFF) are left out.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}') && (!c.is_control() || c == '\n');
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if plain(c) => out.push(c),
            _ => {}
        }
    }
    Cow::Owned(out)
}
