//! The archive described for programs: a Data Package (<https://datapackage.org>, version 2).

use crate::archive::Form;
use crate::dictionary::Dictionary;
use register::view::model::{Holds, Table, TableColumn, Whole};
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: String,
    version: String,
    exercise: bool,
    as_at: String,
    known_on: String,
    hindsight: bool,
    licenses: [License; 1],
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct License {
    name: &'static str,
    path: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: String,
    path: String,
    #[serde(rename = "type")]
    sort: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mediatype: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    description: &'a str,
    description_fr: &'a str,
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    #[serde(rename = "missingValues")]
    missing: [&'static str; 1],
    #[serde(rename = "primaryKey", skip_serializing_if = "Vec::is_empty")]
    key: Vec<&'static str>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: String,
    #[serde(rename = "type")]
    sort: &'static str,
    description: &'a str,
    description_fr: &'a str,
    #[serde(rename = "trueValues", skip_serializing_if = "Option::is_none")]
    yes: Option<[&'static str; 1]>,
    #[serde(rename = "falseValues", skip_serializing_if = "Option::is_none")]
    no: Option<[&'static str; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<&'static [&'static str]>,
}

/// `datapackage.json`.
pub(crate) fn json(whole: &Whole, form: Form, dictionary: &Dictionary) -> Result<Vec<u8>, serde_json::Error> {
    let asked = &whole.asked;
    let exercise = if asked.exercise { "EXERCISE: the" } else { "The" };
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "comity-register",
        title: format!("{exercise} whole public register as at {}", asked.as_at),
        version: whole.edition.map(|day| day.to_string()).unwrap_or_default(),
        exercise: asked.exercise,
        as_at: asked.as_at.to_string(),
        known_on: asked.known_on.to_string(),
        hindsight: asked.hindsight,
        licenses: [License {
            name: "CC0-1.0",
            path: "https://creativecommons.org/publicdomain/zero/1.0/",
            title: "CC0 1.0 Universal",
        }],
        resources: whole
            .tables
            .iter()
            .chain([&whole.facts])
            .map(|table| resource(table, form, dictionary))
            .collect(),
    };
    let mut json = serde_json::to_vec_pretty(&package)?;
    json.push(b'\n');
    Ok(json)
}

fn resource<'a>(table: &Table, form: Form, dictionary: &'a Dictionary) -> Resource<'a> {
    let [description, description_fr] = words(dictionary.file(table));
    let csv = form == Form::Csv;
    Resource {
        name: table.name().replace('_', "-"),
        path: form.path(table),
        sort: "table",
        format: form.ending(),
        mediatype: csv.then_some("text/csv"),
        encoding: csv.then_some("utf-8"),
        description,
        description_fr,
        schema: Schema {
            fields: table
                .columns
                .iter()
                .flat_map(|column| fields(table, column, form, dictionary))
                .collect(),
            missing: [""],
            // A citation has no name of its own: it is told from others by all that it says.
            key: if table.file == "citations.csv" {
                Vec::new()
            } else {
                table.columns.iter().filter(|column| column.key).map(|column| column.name).collect()
            },
        },
    }
}

/// The fields of a column: in Parquet a column of days has its last possible days beside it.
fn fields<'a>(table: &Table, column: &TableColumn, form: Form, dictionary: &'a Dictionary) -> Vec<Field<'a>> {
    let [description, description_fr] = words(dictionary.column(table, column.name));
    let constraints = |pattern, words| Some(Constraints { pattern, words });
    let yes_no = matches!(column.holds, Holds::YesNo | Holds::Yes);
    let field = Field {
        name: column.name.to_owned(),
        sort: match column.holds {
            Holds::Number => "integer",
            Holds::YesNo | Holds::Yes => "boolean",
            _ => "string",
        },
        description,
        description_fr,
        yes: yes_no.then_some(["yes"]),
        no: yes_no.then_some(["no"]),
        constraints: match column.holds {
            Holds::Day => constraints(Some(r"\d{4}(-\d{2}(-\d{2})?)?"), None),
            Holds::State => constraints(Some("[A-Z]{3}"), None),
            Holds::Word(words) => constraints(None, Some(words)),
            _ => None,
        },
    };
    if form == Form::Parquet && column.holds == Holds::Day {
        let last = Field {
            name: format!("{}_last", column.name),
            sort: "date",
            description,
            description_fr,
            yes: None,
            no: None,
            constraints: None,
        };
        return vec![field, last];
    }
    vec![field]
}

fn words(found: Option<&[String; 2]>) -> [&str; 2] {
    found.map_or(["", ""], |[en, fr]| [en, fr])
}
