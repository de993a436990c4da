//! The parts of a document that are the same in every one, or nearly so: types, relations, styles, settings.

use super::xml::{HEAD, W, escaped};
use crate::letter::{Language, Letter};

/// The types of the parts; with that of our own, where it is there.
pub(super) fn types(with_mark: bool) -> String {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const PACKAGE: &str = "application/vnd.openxmlformats-package";
    let mut out = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"{PACKAGE}.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: &str, kind: &str| out.push_str(&format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"));
    part("word/document.xml", &format!("{WORD}.document.main+xml"));
    for (name, kind) in [
        ("styles", "styles"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        part(&format!("word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
    }
    part("docProps/core.xml", &format!("{PACKAGE}.core-properties+xml"));
    if with_mark {
        part(
            "customXml/itemProps1.xml",
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        );
    }
    out.push_str("</Types>");
    out
}

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Relations of a part: their types behind that of the office documents, and targets.
pub(super) fn relations(targets: &[(&str, &str)]) -> String {
    let mut out = format!("{HEAD}{RELATIONS}");
    for (number, (kind, target)) in targets.iter().enumerate() {
        let kind = if kind.starts_with("http") {
            (*kind).to_owned()
        } else {
            format!("{OFFICE}/{kind}")
        };
        out.push_str(&format!(
            "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>",
            number + 1
        ));
    }
    out.push_str("</Relationships>");
    out
}

/// Relations of the file.
pub(super) fn of_file() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[("officeDocument", "word/document.xml"), (core, "docProps/core.xml")])
}

/// Relations of the text. Header and footer are `rId1` and `rId2`.
pub(super) fn of_document(with_mark: bool) -> String {
    let all = [
        ("header", "header1.xml"),
        ("footer", "footer1.xml"),
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("customXml", "../customXml/item1.xml"),
    ];
    relations(if with_mark { &all } else { &all[..4] })
}

/// Relations of our own part.
pub(super) fn of_mark() -> String {
    relations(&[("customXmlProps", "itemProps1.xml")])
}

/// By which programs know our own part.
pub(super) fn properties_of_mark() -> String {
    format!(
        "{HEAD}<ds:datastoreItem ds:itemID=\"{{6F3C1A52-5D0B-4C39-9B55-8C7E4F3A2D10}}\" \
         xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>\
         <ds:schemaRef ds:uri=\"{}\"/></ds:schemaRefs></ds:datastoreItem>",
        super::mark::NAMESPACE
    )
}

/// Title and language. No author and no date: the same gives the same document.
pub(super) fn core(letter: &Letter) -> String {
    core_of(&letter.title, locale(letter))
}

/// The same of any document.
pub(super) fn core_of(title: &str, locale: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(title),
        locale
    )
}

/// The language as word processors name it, with the country of its spelling.
pub(super) fn locale(letter: &Letter) -> &'static str {
    locale_of(letter.language)
}

/// The same of a language.
pub(super) fn locale_of(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Fr => "fr-FR",
    }
}

/// The page: its head and foot, size and margins.
pub(super) const PAGE: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\
     <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"567\" \
     w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

/// Settings: a document of today, so that Word opens it without its mode for old ones.
pub(super) fn settings() -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{W}\"><w:defaultTabStop w:val=\"709\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// The styles. Sizes are half points, lengths twentieths of a point.
pub(super) fn styles(locale: &str) -> String {
    let mut out = format!(
        "{HEAD}<w:styles xmlns:w=\"{W}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" \
         w:eastAsia=\"Arial\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{locale}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" \
         w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    let mut style = |kind: &str, id: &str, name: &str, rest: &str| {
        out.push_str(&format!(
            "<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>"
        ));
    };
    style(
        "paragraph",
        "Title",
        "Title",
        "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"240\"/></w:pPr>\
         <w:rPr><w:b/><w:bCs/><w:sz w:val=\"34\"/><w:szCs w:val=\"34\"/></w:rPr>",
    );
    style(
        "paragraph",
        "Heading1",
        "heading 1",
        "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"60\"/>\
         <w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr>",
    );
    style(
        "paragraph",
        "Address",
        "Address",
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1701\"/></w:tabs><w:spacing w:after=\"240\"/>\
         <w:ind w:left=\"1701\" w:hanging=\"1701\"/><w:contextualSpacing/></w:pPr>",
    );
    style(
        "paragraph",
        super::walk::CONTINUES,
        super::walk::CONTINUES,
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:ind w:left=\"284\"/></w:pPr>",
    );
    // No page bears a signature alone.
    style(
        "paragraph",
        super::write::CLOSING,
        super::write::CLOSING,
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:keepLines/></w:pPr>",
    );
    // Room to sign, and the line on which it is signed.
    style(
        "paragraph",
        super::write::SIGNATURE,
        super::write::SIGNATURE,
        "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" \
         w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"1200\"/><w:ind w:right=\"3402\"/></w:pPr>",
    );
    style(
        "paragraph",
        "Small",
        "Small",
        "<w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>",
    );
    for (id, name) in [("Header", "header"), ("Footer", "footer")] {
        style(
            "paragraph",
            id,
            name,
            "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/></w:pPr>\
             <w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>",
        );
    }
    // Dark enough to be read by everybody (contrast 7:1).
    style(
        "character",
        super::write::PROMPT_STYLE,
        "Placeholder Text",
        "<w:rPr><w:color w:val=\"595959\"/></w:rPr>",
    );
    style(
        "character",
        "Rule",
        "Rule",
        "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>",
    );
    style(
        "table",
        "Annexes",
        "Annexes",
        "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" \
         w:color=\"8C8C8C\"/></w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>",
    );
    out.push_str("</w:styles>");
    out
}
