//! One row of a register, as far as screening looks at it.

/// What a row says of the person or entity that it is about. Nothing in it says who asks.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Each column that holds a full name; empty ones are passed over.
    pub names: &'a [&'a str],
    /// Date of birth as written (see [`Born::read`](crate::Born::read)).
    pub born_on: Option<&'a str>,
    /// Nationality as written; several may be separated by `;` or `,`.
    pub nationality: Option<&'a str>,
    /// Gender as written (see [`Gender::read`](crate::Gender::read)).
    pub gender: Option<&'a str>,
}
