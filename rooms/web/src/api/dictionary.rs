//! The data dictionary: the register's table of files, as the API tells it.

use super::schema::{Column, File, Files, Holds};
use register::files::{self, Becomes, EFFECTIVE, FILES, JOINED_BY, NO_DEPOSIT};
use register::kinds::{self, BASES, Sort};

/// All files with their columns.
pub(super) fn files() -> Files {
    Files {
        files: FILES.iter().map(file).collect(),
    }
}

fn file(file: &files::File) -> File {
    File {
        name: file.name().to_owned(),
        matter: file.matter.to_owned(),
        columns: file.columns.iter().map(|of| column(file, of)).collect(),
    }
}

fn column(file: &files::File, column: &files::Column) -> Column {
    let (kinds, field) = recorded(column.becomes);
    let (holds, words) = holds(column.becomes);
    Column {
        name: column.name.to_owned(),
        key: column.key,
        needed: column.needed,
        holds,
        words: words.into_iter().map(str::to_owned).collect(),
        kinds: kinds.into_iter().map(str::to_owned).collect(),
        field: field.map(str::to_owned),
        becomes: file.said(column),
    }
}

/// The kinds of entries in which a column is recorded, and the field of these.
fn recorded(becomes: Becomes) -> (Vec<&'static str>, Option<&'static str>) {
    match becomes {
        Becomes::Act(kind) | Becomes::By(kind) => (vec![kind], Some(EFFECTIVE)),
        Becomes::Member(of, name, _) | Becomes::StateMember(of, name, _) => (of.to_vec(), Some(name)),
        Becomes::Told(kind, name) => (vec![kind], Some(name)),
        Becomes::Joined => (vec![kinds::TREATY_JOINED, kinds::POSITION_UNRESOLVED], Some("by")),
        Becomes::Remark => (vec![kinds::REMARK], Some("text")),
        Becomes::Name | Becomes::State | Becomes::Persons | Becomes::Source | Becomes::FieldSources => (Vec::new(), None),
    }
}

/// What a column holds, and the words where they are closed.
fn holds(becomes: Becomes) -> (Holds, Vec<&'static str>) {
    let holds = match becomes {
        Becomes::Name => Holds::Name,
        Becomes::State | Becomes::StateMember(_, _, Sort::State) => Holds::State,
        Becomes::StateMember(..) => Holds::States,
        Becomes::Persons => Holds::Persons,
        Becomes::Act(_) | Becomes::By(_) => Holds::Date,
        Becomes::Joined => return (Holds::Word, JOINED_BY.iter().copied().chain([NO_DEPOSIT]).collect()),
        Becomes::Told(..) => Holds::Text,
        Becomes::Remark => Holds::Remark,
        Becomes::Source | Becomes::FieldSources => Holds::Source,
        Becomes::Member(_, _, sort) => match sort {
            Sort::Text | Sort::Alpha2 | Sort::Numeric3 => Holds::Text,
            Sort::Texts => Holds::Texts,
            Sort::State => Holds::State,
            Sort::Span => Holds::Date,
            Sort::Number | Sort::Years => Holds::Number,
            Sort::YesNo => Holds::Yesno,
            Sort::Basis => return (Holds::Word, BASES.to_vec()),
            Sort::Word(words) => return (Holds::Word, words.to_vec()),
        },
    };
    (holds, Vec::new())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_column_of_every_file_is_told_with_what_becomes_of_it() {
        let told = files();
        for (file, of) in told.files.iter().zip(FILES) {
            assert_eq!(file.name, of.name());
            let names: Vec<_> = file.columns.iter().map(|column| column.name.as_str()).collect();
            let columns: Vec<_> = of.columns.iter().map(|column| column.name).collect();
            assert_eq!(names, columns, "{}", file.name);
            for column in &file.columns {
                assert!(!column.becomes.is_empty(), "{} {}", file.name, column.name);
                assert_eq!(column.kinds.is_empty(), column.field.is_none(), "{} {}", file.name, column.name);
                assert_eq!(
                    column.holds == Holds::Word,
                    !column.words.is_empty(),
                    "{} {}",
                    file.name,
                    column.name
                );
            }
        }
        assert_eq!(told.files.len(), FILES.len());
    }

    #[test]
    fn a_column_says_in_which_kind_of_entry_and_member_it_stands() {
        let told = files();
        let column = |file: &str, name: &str| {
            let file = told.files.iter().find(|f| f.name == file).unwrap();
            file.columns.iter().find(|column| column.name == name).unwrap().clone()
        };
        let kind = column("findings", "kind");
        assert_eq!(
            (kind.holds, kind.kinds, kind.field),
            (Holds::Word, vec![kinds::FINDING.to_owned()], Some("kind".to_owned()))
        );
        assert_eq!(kind.words, ["finding", "information communicated", "no finding"]);
        let joined = column("rome_statute", "kind");
        assert!(joined.words.contains(&"accession".to_owned()) && joined.words.contains(&"deposit not found".to_owned()));
        let signed = column("rome_statute", "signed_on");
        assert_eq!((signed.holds, signed.field), (Holds::Date, Some(EFFECTIVE.to_owned())));
        assert_eq!(column("referrals", "referred_by").holds, Holds::States);
        assert_eq!(column("agreements", "count").holds, Holds::Number);
        assert_eq!(column("findings", "to_assembly").holds, Holds::Yesno);
        assert_eq!(column("legislation", "title").field, Some("title".to_owned()));
    }
}
