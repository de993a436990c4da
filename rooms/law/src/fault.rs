//! What is wrong with a pack: where, what, and how to mend it.

/// One fault in a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackFault {
    /// File within the pack's folder, e.g. `rome-statute.toml`.
    pub file: String,
    /// Line, 1 for the first; also 1 where the whole file is meant.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub reason: String,
}

impl PackFault {
    pub(crate) fn new(file: &str, line: usize, reason: impl Into<String>) -> PackFault {
        PackFault {
            file: file.to_owned(),
            line,
            reason: reason.into(),
        }
    }
}

impl std::fmt::Display for PackFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.reason)
    }
}

/// All faults of a pack that cannot be used, one a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct PackErrors(pub Vec<PackFault>);

impl std::fmt::Display for PackErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the law pack cannot be used")?;
        self.0.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

/// The line of a place in a text, 1 for the first.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
