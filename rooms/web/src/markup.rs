//! HTML that is ready to stand on a page: made only by escaping text or out of parts that are ready.

use crate::address::Lang;
use std::fmt;

/// Ready HTML. Templates print it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Markup(String);

impl Markup {
    /// A text, escaped.
    pub(crate) fn text(text: &str) -> Markup {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                other => out.push(other),
            }
        }
        Markup(out)
    }

    /// HTML written in this program. The caller has escaped whatever came from outside.
    pub(crate) fn ready(html: impl Into<String>) -> Markup {
        Markup(html.into())
    }

    /// A link. The address is escaped here.
    pub(crate) fn link(href: &str, words: &Markup) -> Markup {
        Markup(format!("<a href=\"{}\">{words}</a>", Markup::text(href)))
    }

    /// A name of a person, place or file, which may be written from right to left or hold signs that turn what stands behind
    /// them: set apart, so that it does not turn the words around it.
    pub(crate) fn name(name: &str) -> Markup {
        let escaped = Markup::text(name);
        // A letter from a right-to-left block (Hebrew to Arabic Extended, their presentation forms, and those of later scripts),
        // or a mark of direction (Unicode Standard Annex 9).
        let turned = name.chars().any(|c| {
            matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF
                | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069)
        });
        if turned { Markup(format!("<bdi>{escaped}</bdi>")) } else { escaped }
    }

    /// Words in English on a page of another language.
    pub(crate) fn english(words: &str, page: Lang) -> Markup {
        Markup::text(words).in_language(Lang::En.tag(), page)
    }

    /// The same, told to be in the language of a tag where the page is in another.
    pub(crate) fn in_language(self, tag: &str, page: Lang) -> Markup {
        if tag == page.tag() {
            self
        } else {
            Markup(format!("<span lang=\"{}\">{self}</span>", Markup::text(tag)))
        }
    }

    /// These, one after the other, with something between.
    pub(crate) fn join(parts: &[Markup], between: &str) -> Markup {
        Markup(parts.iter().map(|part| part.0.as_str()).collect::<Vec<_>>().join(between))
    }

    /// The HTML.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_can_neither_open_a_tag_nor_leave_an_attribute() {
        let hostile = "<script>\"x\" & 'y'</script>";
        assert_eq!(
            Markup::text(hostile).as_str(),
            "&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;"
        );
        assert_eq!(
            Markup::link("/?a=\"b", &Markup::text("<")).as_str(),
            "<a href=\"/?a=&quot;b\">&lt;</a>"
        );
    }

    #[test]
    fn only_names_that_could_turn_the_words_around_them_are_set_apart() {
        assert_eq!(Markup::name("شخص").as_str(), "<bdi>شخص</bdi>");
        assert_eq!(Markup::name("x\u{202e}fdp.exe.pdf").as_str(), "<bdi>x\u{202e}fdp.exe.pdf</bdi>");
        assert_eq!(Markup::name("Ánna Бета").as_str(), "Ánna Бета");
    }
}
