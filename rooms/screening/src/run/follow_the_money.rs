//! Watch list and hits as FollowTheMoney entities, one JSON object a line, for the tools that read them: each watched person
//! or entity, each row of the register that matched, and a `Similar` between the two that bears score and explanation.

use super::found::FoundHit;
use crate::screen::Screen;
use crate::watched::{Born, Gender, Kind, Watched};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The longest id of the list that becomes part of an entity's id; those of FollowTheMoney have 255 characters at most.
const LONGEST_ID: usize = 60;

#[derive(Serialize)]
struct Entity<'a> {
    id: String,
    schema: &'a str,
    properties: BTreeMap<&'a str, Vec<String>>,
}

impl Entity<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        out.write_all(b"\n")
    }
}

/// Writes an entity for everybody on the watch list.
///
/// # Errors
/// As `out`.
pub fn write_watch_list(screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    for (place, watched) in screen.watch().iter().enumerate() {
        watched_entity(place, watched).write(out)?;
    }
    Ok(())
}

/// Writes the row of a hit, and its likeness to whom it may concern.
///
/// # Errors
/// As `out`.
pub fn write_hit(watched: &Watched, hit: &FoundHit, out: &mut impl Write) -> io::Result<()> {
    let row = format!("row-{}", hit.row);
    let properties = BTreeMap::from([
        ("name", vec![hit.matched_name.clone()]),
        ("description", vec![format!("register id {}, row {}", hit.register_id, hit.row)]),
    ]);
    Entity {
        id: row.clone(),
        schema: schema(watched),
        properties,
    }
    .write(out)?;
    let properties = BTreeMap::from([
        ("candidate", vec![id(hit.watched as usize, watched)]),
        ("match", vec![row]),
        ("confidenceScore", vec![hit.score.to_string()]),
        ("criteria", vec![hit.explanation.clone()]),
        ("matcher", vec!["comity".to_owned()]),
    ]);
    Entity {
        id: format!("similar-{}-{}", hit.watched, hit.row),
        schema: "Similar",
        properties,
    }
    .write(out)
}

fn watched_entity(place: usize, watched: &Watched) -> Entity<'_> {
    let schema = schema(watched);
    let mut properties = BTreeMap::from([("name", vec![watched.name.clone()]), ("alias", watched.aliases.clone())]);
    properties.insert(
        if schema == "Person" { "nationality" } else { "country" },
        watched.nationality.clone(),
    );
    let born: Vec<String> = watched.born_on.map(written).into_iter().collect();
    match schema {
        "Person" => {
            let gender = watched
                .gender
                .map(|gender| if gender == Gender::Female { "female" } else { "male" });
            properties.insert("gender", gender.map(str::to_owned).into_iter().collect());
            properties.insert("birthDate", born);
        }
        "Vessel" => {
            properties.insert("imoNumber", imo_numbers(watched).collect());
            properties.insert("buildDate", born);
        }
        _ => {
            properties.insert("incorporationDate", born);
        }
    }
    properties.retain(|_, values| !values.is_empty());
    Entity {
        id: id(place, watched),
        schema,
        properties,
    }
}

/// The schema of FollowTheMoney for somebody on the list.
fn schema(watched: &Watched) -> &'static str {
    match watched.kind {
        Kind::Person => "Person",
        Kind::Entity if imo_numbers(watched).next().is_some() => "Vessel",
        Kind::Entity => "LegalEntity",
    }
}

/// IMO numbers among the names: `IMO` and seven digits.
fn imo_numbers(watched: &Watched) -> impl Iterator<Item = String> {
    let names = std::iter::once(&watched.name).chain(&watched.aliases);
    names.filter_map(|name| {
        let number = name.trim().strip_prefix("IMO")?.trim();
        (number.len() == 7 && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
    })
}

fn written(born: Born) -> String {
    let month = born.month.map_or_else(String::new, |month| format!("-{month:02}"));
    let day = born.day.map_or_else(String::new, |day| format!("-{day:02}"));
    format!("{:04}{month}{day}", born.year)
}

/// The id of an entity out of the id of the list. FollowTheMoney allows letters, digits, dots and hyphens in it, so other
/// bytes are written as a dot and two digits of base 16; what would grow too long is told apart by its place.
fn id(place: usize, watched: &Watched) -> String {
    if watched.id.len() > LONGEST_ID {
        return format!("watch-.n{place}");
    }
    let escaped = watched.id.bytes().map(|byte| {
        let plain = byte.is_ascii_alphanumeric();
        if plain {
            char::from(byte).to_string()
        } else {
            format!(".{byte:02x}")
        }
    });
    format!("watch-{}", escaped.collect::<String>())
}
