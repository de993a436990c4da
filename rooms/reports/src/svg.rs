//! How shares and words are written in SVG.

/// A share, to a tenth of a pixel of a wide screen.
pub(crate) fn percent(share: f64) -> String {
    format!("{}%", decimal(share))
}

/// A number with as many decimals as it has, two at most.
pub(crate) fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A text as it stands between tags and in attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
