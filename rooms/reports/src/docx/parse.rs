//! A part of a document as a tree, within bounds that are looked at before it is made: of a few kilobytes in a file, attributes
//! and namespaces can make a tree that takes hours or all memory.

use super::notice::ReadError;
use roxmltree::{Document, ParsingOptions};

/// The deepest that elements may stand within each other. Word writes some thirty at most.
const DEEPEST: usize = 200;
/// The most nodes of a part.
const MOST_NODES: u32 = 1_500_000;
/// The most attributes of an element: each is held against all before it. Word writes some forty at most.
const MOST_OF_ONE: usize = 100;
/// The most attributes of a part.
const MOST_ATTRIBUTES: usize = 2_000_000;
/// The most declarations of namespaces in a part: an element with one has those of all around it copied. Word writes them at the
/// root, and a few for each drawing.
const MOST_NAMESPACES: usize = 2_000;

/// A part as a tree.
///
/// # Errors
/// It is no XML, declares entities, or is deeper or larger than documents are.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, ReadError> {
    if !is_within_bounds(text.as_bytes()) {
        return Err(ReadError::TooLarge);
    }
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => ReadError::Entities,
        roxmltree::Error::NodesLimitReached => ReadError::TooLarge,
        _ => ReadError::Damaged,
    })?;
    // Going down once and up once, without calling itself.
    let (mut node, mut depth) = (document.root(), 0);
    loop {
        if let Some(first) = node.first_child() {
            (node, depth) = (first, depth + 1);
            if depth > DEEPEST {
                return Err(ReadError::TooLarge);
            }
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return Ok(document) };
            (node, depth) = (parent, depth - 1);
        }
    }
}

/// Whether a part has no more attributes and namespaces than documents have. Counted up to the place at which whatever reads
/// XML stops since it is none.
fn is_within_bounds(text: &[u8]) -> bool {
    let (mut attributes, mut namespaces, mut rest) = (0, 0, text);
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(at..).unwrap_or_default();
        let end = match rest {
            [b'<', b'!', b'-', b'-', ..] => behind(rest, b"-->"),
            [b'<', b'!', b'[', ..] => behind(rest, b"]]>"),
            [b'<', b'?', ..] => behind(rest, b"?>"),
            // A document type, which is refused where it begins.
            [b'<', b'!', ..] => None,
            _ => {
                let tag = Tag::of(rest);
                attributes += tag.attributes;
                namespaces += tag.namespaces;
                if tag.attributes > MOST_OF_ONE || attributes > MOST_ATTRIBUTES || namespaces > MOST_NAMESPACES {
                    return false;
                }
                tag.end
            }
        };
        let Some(end) = end else { return true };
        rest = rest.get(end..).unwrap_or_default();
    }
    true
}

/// Where what ends so ends.
fn behind(text: &[u8], end: &[u8]) -> Option<usize> {
    text.windows(end.len()).position(|window| window == end).map(|at| at + end.len())
}

/// What is counted of a tag.
struct Tag {
    attributes: usize,
    namespaces: usize,
    /// Where it ends; none where it never does.
    end: Option<usize>,
}

impl Tag {
    fn of(text: &[u8]) -> Tag {
        let (mut attributes, mut namespaces, mut quote) = (0, 0, None);
        for (at, byte) in text.iter().enumerate() {
            match (quote, byte) {
                (Some(open), byte) if open == *byte => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => {
                    attributes += 1;
                    quote = Some(*byte);
                }
                (None, b'x') if text.get(at..).is_some_and(|rest| rest.starts_with(b"xmlns")) => namespaces += 1,
                (None, b'>') => {
                    return Tag {
                        attributes,
                        namespaces,
                        end: Some(at + 1),
                    };
                }
                (None, _) => {}
            }
        }
        Tag {
            attributes,
            namespaces,
            end: None,
        }
    }
}
