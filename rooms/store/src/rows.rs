//! The rows of the read tables that belong to one unit, and how they are written.

use crate::bulk;
use crate::day;
use crate::fail::Failure;
use crate::sql::{Link, query};
use record::json::{Object, Value};
use register::port::{Derived, Fact, Kept, NameToken};
use std::collections::BTreeSet;

/// What stands as `until_day` of an interval without end.
pub(crate) const NEVER: i64 = i64::MAX;

/// A fact as stored; days are numbers, see [`crate::day`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FactRow {
    pub(crate) hindsight: bool,
    pub(crate) list: String,
    pub(crate) scope: String,
    pub(crate) from: i64,
    /// [`NEVER`] without end.
    pub(crate) until: i64,
    since: i64,
    kept: Kept,
}

/// What is asked of a fact, as kept in `derived`.
const KEPT: [(Kept, i64); 3] = [(Kept::Listed, 0), (Kept::Counted, 1), (Kept::Both, 2)];

impl FactRow {
    fn of(fact: &Fact) -> FactRow {
        FactRow {
            hindsight: fact.hindsight,
            list: fact.list.clone(),
            scope: fact.scope.clone(),
            from: day::number(fact.from),
            until: fact.until.map_or(NEVER, day::number),
            since: day::number(fact.since),
            kept: fact.kept,
        }
    }

    /// Whether anybody asks how many there are of the kind.
    pub(crate) fn is_counted(&self) -> bool {
        self.kept != Kept::Listed
    }

    /// The blocks under which the fact is listed; none where it holds on no day, or nobody asks what stands
    /// in the list.
    fn blocks(&self) -> Vec<i64> {
        match self.until {
            _ if self.kept == Kept::Counted => Vec::new(),
            NEVER => vec![day::OPEN],
            until => day::blocks(self.from, until),
        }
    }

    fn to_value(&self) -> Value {
        let until = if self.until == NEVER {
            Value::Null
        } else {
            Value::Integer(self.until)
        };
        Value::List(vec![
            Value::Bool(self.hindsight),
            Value::Text(self.list.clone()),
            Value::Text(self.scope.clone()),
            Value::Integer(self.from),
            until,
            Value::Integer(self.since),
            Value::Integer(KEPT.iter().find(|(kept, _)| *kept == self.kept).map_or(2, |(_, number)| *number)),
        ])
    }

    fn of_value(value: &Value) -> Option<FactRow> {
        let Value::List(items) = value else { return None };
        let [
            Value::Bool(hindsight),
            Value::Text(list),
            Value::Text(scope),
            Value::Integer(from),
            until,
            Value::Integer(since),
            Value::Integer(kept),
        ] = items.as_slice()
        else {
            return None;
        };
        let until = match until {
            Value::Null => NEVER,
            Value::Integer(until) => *until,
            _ => return None,
        };
        Some(FactRow {
            hindsight: *hindsight,
            list: list.clone(),
            scope: scope.clone(),
            from: *from,
            until,
            since: *since,
            kept: KEPT.iter().find(|(_, number)| number == kept).map(|(kept, _)| *kept)?,
        })
    }
}

/// A name token as stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameRow {
    token: String,
    disclosed: i64,
    effective: i64,
}

impl NameRow {
    fn of(name: &NameToken) -> NameRow {
        NameRow {
            token: name.token.clone(),
            disclosed: day::number(name.disclosed),
            effective: day::number(name.effective),
        }
    }

    fn to_value(&self) -> Value {
        let days = [self.disclosed, self.effective].map(Value::Integer);
        Value::List(std::iter::once(Value::Text(self.token.clone())).chain(days).collect())
    }

    fn of_value(value: &Value) -> Option<NameRow> {
        let Value::List(items) = value else { return None };
        let [Value::Text(token), Value::Integer(disclosed), Value::Integer(effective)] = items.as_slice() else {
            return None;
        };
        Some(NameRow {
            token: token.clone(),
            disclosed: *disclosed,
            effective: *effective,
        })
    }
}

/// What is derived for a unit, each row once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    pub(crate) facts: BTreeSet<FactRow>,
    pub(crate) names: BTreeSet<NameRow>,
}

impl Rows {
    pub(crate) fn of(derived: &Derived) -> Rows {
        Rows {
            facts: derived.facts.iter().map(FactRow::of).collect(),
            names: derived.names.iter().map(NameRow::of).collect(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.names.is_empty()
    }

    /// As kept in `derived`, so that a later difference can be told.
    pub(crate) fn to_text(&self) -> String {
        let mut object = Object::new();
        object.set("facts", Value::List(self.facts.iter().map(FactRow::to_value).collect()));
        object.set("names", Value::List(self.names.iter().map(NameRow::to_value).collect()));
        // Canonical JSON is UTF-8 by construction; nothing is lost here.
        String::from_utf8_lossy(&object.canonical()).into_owned()
    }

    /// Reads what [`Rows::to_text`] wrote.
    pub(crate) fn parse(text: &str) -> Option<Rows> {
        let object = Object::parse(text.as_bytes()).ok()?;
        let (Value::List(facts), Value::List(names)) = (object.get("facts")?, object.get("names")?) else {
            return None;
        };
        Some(Rows {
            facts: facts.iter().map(FactRow::of_value).collect::<Option<_>>()?,
            names: names.iter().map(NameRow::of_value).collect::<Option<_>>()?,
        })
    }
}

/// A row of a unit; the subject is the unit's text.
pub(crate) struct Of<'a, T> {
    pub(crate) subject: &'a str,
    pub(crate) row: &'a T,
}

/// Takes facts out of the lists.
pub(crate) async fn delete_facts(connection: &mut Link<'_>, facts: &[Of<'_, FactRow>]) -> Result<(), Failure> {
    for Of { subject, row } in facts {
        for block in row.blocks() {
            query(
                "DELETE FROM list_rows WHERE hindsight = $1 AND list = $2 AND scope = $3 AND block = $4
                 AND since = $5 AND subject = $6 AND from_day = $7",
            )
            .bind(row.hindsight)
            .bind(&row.list)
            .bind(&row.scope)
            .bind(block)
            .bind(row.since)
            .bind(*subject)
            .bind(row.from)
            .execute(&mut *connection)
            .await?;
        }
    }
    Ok(())
}

/// Puts facts into the lists.
pub(crate) async fn insert_facts(connection: &mut Link<'_>, facts: &[Of<'_, FactRow>]) -> Result<(), Failure> {
    let rows = facts
        .iter()
        .flat_map(|fact| fact.row.blocks().into_iter().map(move |block| (block, fact)));
    let mut blocks: Vec<(i64, &Of<FactRow>)> = rows.collect();
    // In the order of the key, so that rows that lie beside each other are written together.
    blocks.sort_by_key(|(block, Of { row, .. })| (row.hindsight, row.list.as_str(), row.scope.as_str(), *block, row.since));
    let into = "INSERT INTO list_rows (hindsight, list, scope, block, since, subject, from_day, until_day)";
    bulk::insert(connection, into, "", &blocks, |values, (block, Of { subject, row })| {
        values.push_bind(row.hindsight).push_bind(&row.list).push_bind(&row.scope);
        values.push_bind(*block).push_bind(row.since).push_bind(*subject);
        values.push_bind(row.from).push_bind(row.until);
    })
    .await
}

/// Takes name tokens out.
pub(crate) async fn delete_names(connection: &mut Link<'_>, names: &[Of<'_, NameRow>]) -> Result<(), Failure> {
    for Of { subject, row } in names {
        query("DELETE FROM names WHERE token = $1 AND subject = $2 AND disclosed = $3 AND effective = $4")
            .bind(&row.token)
            .bind(*subject)
            .bind(row.disclosed)
            .bind(row.effective)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Puts name tokens in.
pub(crate) async fn insert_names(connection: &mut Link<'_>, names: &[Of<'_, NameRow>]) -> Result<(), Failure> {
    let into = "INSERT INTO names (token, subject, disclosed, effective)";
    bulk::insert(connection, into, "", names, |values, Of { subject, row }| {
        values.push_bind(&row.token).push_bind(*subject);
        values.push_bind(row.disclosed).push_bind(row.effective);
    })
    .await
}

/// Keeps what is derived, so that a later difference can be told; nothing where nothing is.
pub(crate) async fn keep(connection: &mut Link<'_>, derived: &[Of<'_, Rows>]) -> Result<(), Failure> {
    let (gone, kept): (Vec<&Of<Rows>>, Vec<&Of<Rows>>) = derived.iter().partition(|of| of.row.is_empty());
    for Of { subject, .. } in gone {
        query("DELETE FROM derived WHERE subject = $1")
            .bind(*subject)
            .execute(&mut *connection)
            .await?;
    }
    let or_change = "ON CONFLICT (subject) DO UPDATE SET rows = excluded.rows";
    bulk::insert(
        connection,
        "INSERT INTO derived (subject, rows)",
        or_change,
        &kept,
        |values, Of { subject, row }| {
            values.push_bind(*subject).push_bind(row.to_text());
        },
    )
    .await
}
