//! The parts of a report's document: types, relations, styles, charts.

use super::parts::relations;
use super::xml::{HEAD, W, escaped};
use crate::letter::Language;
use crate::report::Report;
use crate::report::trace::NAMESPACE;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE: &str = "application/vnd.openxmlformats-package";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// English metric units to a twentieth of a point.
const EMU: usize = 635;

/// The types of the parts.
pub(super) fn types(charts: usize) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
         ContentType=\"{PACKAGE}.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: &str, kind: &str| out.push_str(&format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"));
    part("word/document.xml", &format!("{WORD}.document.main+xml"));
    for (name, kind) in [
        ("styles", "styles"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        part(&format!("word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
    }
    for number in 1..=charts {
        part(
            &format!("word/charts/chart{number}.xml"),
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        );
    }
    part("docProps/core.xml", &format!("{PACKAGE}.core-properties+xml"));
    part(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    );
    out.push_str("</Types>");
    out
}

/// How many relations stand before those of the charts.
const BEFORE_CHARTS: usize = 6;

/// Relations of the text. Header and footer are `rId1` and `rId2`; charts begin with `rId7`.
pub(super) fn of_document(charts: usize) -> String {
    let names: Vec<String> = (1..=charts).map(|number| format!("charts/chart{number}.xml")).collect();
    let mut all = vec![
        ("header", "header1.xml"),
        ("footer", "footer1.xml"),
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("footnotes", "footnotes.xml"),
        ("customXml", "../customXml/item1.xml"),
    ];
    all.extend(names.iter().map(|name| ("chart", name.as_str())));
    relations(&all)
}

/// By which programs know the part with the trace.
pub(super) fn properties_of_trace() -> String {
    format!(
        "{HEAD}<ds:datastoreItem ds:itemID=\"{{2B1D4C6E-8F30-4A57-9C1B-5E7A3D9F0C24}}\" \
         xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>\
         <ds:schemaRef ds:uri=\"{NAMESPACE}\"/></ds:schemaRefs></ds:datastoreItem>"
    )
}

/// The language as word processors name it, with the country of its spelling.
fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Fr => "fr-FR",
    }
}

/// Title and language. No author and no date: the same gives the same document.
pub(super) fn core(report: &Report) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&report.title),
        locale(report.language)
    )
}

/// Settings: those of every document, and where footnotes are set apart.
pub(super) fn settings() -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{W}\"><w:defaultTabStop w:val=\"709\"/><w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// What stands before the text.
pub(super) fn document_begins() -> String {
    format!(
        "{HEAD}<w:document xmlns:w=\"{W}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"{DRAWING}\"><w:body>"
    )
}

/// What stands behind it: the page.
pub(super) const DOCUMENT_ENDS: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\
     <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"567\" w:footer=\"567\" \
     w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

/// The styles: those of letters, and those that reports have besides.
pub(super) fn styles(language: Language) -> String {
    let more = [
        (
            "paragraph",
            "Numbered",
            "Numbered",
            "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/></w:tabs></w:pPr>",
        ),
        (
            "paragraph",
            "Number",
            "Number",
            "<w:basedOn w:val=\"Small\"/><w:pPr><w:jc w:val=\"right\"/></w:pPr>",
        ),
        (
            "paragraph",
            "Chart",
            "Chart",
            "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/></w:pPr>",
        ),
        (
            "paragraph",
            "Caption",
            "caption",
            "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/></w:pPr>\
             <w:rPr><w:b/><w:bCs/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/></w:rPr>",
        ),
        (
            "paragraph",
            "TOCHeading",
            "TOC Heading",
            "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>",
        ),
        (
            "paragraph",
            "TOC1",
            "toc 1",
            "<w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"60\"/></w:pPr>",
        ),
        (
            "paragraph",
            "FootnoteText",
            "footnote text",
            "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr>",
        ),
        (
            "character",
            "FootnoteReference",
            "footnote reference",
            "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
        ),
        (
            "table",
            "Figures",
            "Figures",
            "<w:basedOn w:val=\"Annexes\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>",
        ),
    ];
    let more: String = more
        .into_iter()
        .map(|(kind, id, name, rest)| format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>"))
        .collect();
    let styles = super::parts::styles(locale(language));
    styles.replace("</w:styles>", &format!("{more}</w:styles>"))
}

/// A chart within a line of text, with its description.
pub(super) fn drawing(number: usize, points: usize, is_over_time: bool, title: &str, description: &str) -> String {
    let height = if is_over_time { 3600 } else { 900 + 360 * points };
    let (wide, high) = (9070 * EMU, height * EMU);
    let relation = BEFORE_CHARTS + number;
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
         <wp:docPr id=\"{number}\" name=\"Chart {number}\" title=\"{}\" descr=\"{}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{CHART}\">\
         <c:chart xmlns:c=\"{CHART}\" r:id=\"rId{relation}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        escaped(title),
        escaped(description)
    )
}

/// A chart: columns over time, bars by name, with its numbers in it.
pub(super) fn chart(head: &str, points: &[(String, i64)], is_over_time: bool) -> String {
    let count = points.len();
    let names: String = (0..)
        .zip(points)
        .map(|(place, (name, _))| format!("<c:pt idx=\"{place}\"><c:v>{}</c:v></c:pt>", escaped(name)))
        .collect();
    let values: String = (0..)
        .zip(points)
        .map(|(place, (_, value))| format!("<c:pt idx=\"{place}\"><c:v>{value}</c:v></c:pt>"))
        .collect();
    let direction = if is_over_time { "col" } else { "bar" };
    let (at, across, order) = if is_over_time { ("b", "l", "minMax") } else { ("l", "b", "maxMin") };
    format!(
        "{HEAD}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\"><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>\
         <c:barChart><c:barDir val=\"{direction}\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>\
         <c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
         <c:spPr><a:solidFill><a:srgbClr val=\"123D63\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>\
         <c:dLbls><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>\
         <c:showBubbleSize val=\"0\"/></c:dLbls>\
         <c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{names}</c:strCache></c:strRef></c:cat>\
         <c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{values}</c:numCache></c:numRef></c:val>\
         </c:ser><c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{at}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"{across}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/></c:valAx>\
         </c:plotArea><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>",
        escaped(head),
        last = count + 1
    )
}
