//! The data dictionary: what each file and column holds, in words. The words lie in `texts/columns.csv`, where
//! people who know the data can mend them.

use register::view::model::{Holds, Table, TableColumn, Whole};
use std::collections::HashMap;

/// The file that stands for all files, in the texts of columns that several have.
const ANY: &str = "*";

/// What files and columns hold, in English and French.
pub(crate) struct Dictionary(HashMap<(String, String), [String; 2]>);

impl Dictionary {
    /// The one that the program carries.
    pub(crate) fn carried() -> Result<Dictionary, csv::Error> {
        let mut reader = csv::Reader::from_reader(include_bytes!("../texts/columns.csv").as_slice());
        let rows = reader
            .deserialize()
            .map(|row| row.map(|(file, column, en, fr)| ((file, column), [en, fr])));
        Ok(Dictionary(rows.collect::<Result<_, csv::Error>>()?))
    }

    /// What a file holds.
    pub(crate) fn file(&self, table: &Table) -> Option<&[String; 2]> {
        self.0.get(&(table.file.to_owned(), String::new()))
    }

    /// What a column of a file holds.
    pub(crate) fn column(&self, table: &Table, column: &str) -> Option<&[String; 2]> {
        let of = |file: &str| self.0.get(&(file.to_owned(), column.to_owned()));
        of(table.file).or_else(|| of(ANY))
    }

    /// The dictionary as a table for people, its heading first.
    pub(crate) fn table(&self, whole: &Whole) -> Vec<Vec<String>> {
        let heading = ["file", "column", "key", "holds", "description_en", "description_fr"]
            .map(str::to_owned)
            .to_vec();
        let mut rows = vec![heading];
        let none = [String::new(), String::new()];
        for table in whole.tables.iter().chain([&whole.facts]) {
            let [en, fr] = self.file(table).unwrap_or(&none).clone();
            rows.push(vec![table.file.to_owned(), String::new(), String::new(), String::new(), en, fr]);
            for column in &table.columns {
                let [en, fr] = self.column(table, column.name).unwrap_or(&none).clone();
                let key = if column.key { "yes" } else { "" }.to_owned();
                rows.push(vec![table.file.to_owned(), column.name.to_owned(), key, holds(column), en, fr]);
            }
        }
        rows
    }
}

/// What a column holds, in a word; of a closed list its words.
fn holds(column: &TableColumn) -> String {
    match column.holds {
        Holds::Text => "text".to_owned(),
        Holds::Texts => "texts".to_owned(),
        Holds::Day => "day, month or year".to_owned(),
        Holds::Number => "number".to_owned(),
        Holds::YesNo => "yes | no".to_owned(),
        Holds::Yes => "yes".to_owned(),
        Holds::State => "State".to_owned(),
        Holds::Word(words) => words.join(" | "),
    }
}
