//! Which tables lie in a schema, asked of the database itself, so that none that is added later can be forgotten.

use crate::fail::Failure;
use crate::sql::{Dialect, Link, Row, Value, query};
use std::collections::BTreeSet;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Text,
    Bytes,
}

impl Kind {
    /// That of a type of either database; others are in no table of ours.
    fn of(name: &str) -> Option<Kind> {
        match name.to_ascii_uppercase().as_str() {
            "INTEGER" | "BIGINT" => Some(Kind::Number),
            "TEXT" => Some(Kind::Text),
            "BLOB" | "BYTEA" => Some(Kind::Bytes),
            _ => None,
        }
    }

    /// The value of a column of a row.
    pub(super) fn value(self, row: &Row, place: usize) -> Result<Value, Failure> {
        Ok(match self {
            Kind::Number => row.get_at::<Option<i64>>(place)?.map_or(Value::NoNumber, Value::Number),
            Kind::Text => row.get_at::<Option<String>>(place)?.map_or(Value::NoText, Value::Text),
            Kind::Bytes => row.get_at::<Option<Vec<u8>>>(place)?.map_or(Value::NoBytes, Value::Bytes),
        })
    }

    /// Whether a column of this kind may hold a value.
    pub(super) fn holds(self, value: &Value) -> bool {
        matches!(
            (self, value),
            (Kind::Number, Value::Number(_) | Value::NoNumber)
                | (Kind::Text, Value::Text(_) | Value::NoText)
                | (Kind::Bytes, Value::Bytes(_) | Value::NoBytes)
        )
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<(String, Kind)>,
    /// The columns of its primary key, in their order, by their places among the columns.
    pub(super) key: Vec<usize>,
    refers_to: BTreeSet<String>,
}

/// A name as it stands in statements. Those of tables and columns are ours.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

impl Table {
    /// Its columns with commas between them.
    pub(super) fn list(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|(name, _)| quoted(name)).collect();
        names.join(", ")
    }

    /// The columns of its key with commas between them.
    pub(super) fn key_list(&self) -> String {
        let names = self.key.iter().filter_map(|place| self.columns.get(*place));
        names.map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(", ")
    }
}

/// The tables of a schema; in SQLite, which has none, those of its file. What a table refers to comes before it.
pub(super) async fn tables(link: &mut Link<'_>, schema: &str) -> Result<Vec<Table>, Failure> {
    let names: Vec<String> = match link.dialect() {
        Dialect::Sqlite => {
            let all = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name";
            query(all).column(link).await?
        }
        Dialect::Postgres => {
            let all = "SELECT tablename::TEXT FROM pg_catalog.pg_tables WHERE schemaname = $1 ORDER BY tablename";
            query(all).bind(schema).column(link).await?
        }
    };
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        tables.push(table(link, schema, name).await?);
    }
    Ok(in_order(tables))
}

async fn table(link: &mut Link<'_>, schema: &str, name: String) -> Result<Table, Failure> {
    let (rows, refers_to): (Vec<Row>, Vec<String>) = match link.dialect() {
        Dialect::Sqlite => (
            query("SELECT name, type, pk AS key FROM pragma_table_info($1) ORDER BY cid")
                .bind(&name)
                .fetch_all(link)
                .await?,
            query("SELECT \"table\" FROM pragma_foreign_key_list($1)")
                .bind(&name)
                .column(link)
                .await?,
        ),
        Dialect::Postgres => (
            query(COLUMNS_ON_SERVER).bind(schema).bind(&name).fetch_all(link).await?,
            query(REFERS_ON_SERVER).bind(schema).bind(&name).column(link).await?,
        ),
    };
    let mut columns = Vec::with_capacity(rows.len());
    let mut key: Vec<(i64, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let (column, kind): (String, String) = (row.try_get("name")?, row.try_get("type")?);
        let kind = Kind::of(&kind).ok_or_else(|| Failure::damaged(format!("the table {name} has a column {column} of the type {kind}")))?;
        columns.push((column, kind));
        match row.try_get::<i64>("key")? {
            0 => {}
            in_key => key.push((in_key, place)),
        }
    }
    key.sort_unstable();
    if key.is_empty() {
        return Err(Failure::damaged(format!("the table {name} has no primary key")));
    }
    Ok(Table {
        name,
        columns,
        key: key.into_iter().map(|(_, place)| place).collect(),
        refers_to: refers_to.into_iter().collect(),
    })
}

/// `key` is the place of the column in the primary key from 1 on, 0 where it is not in it.
const COLUMNS_ON_SERVER: &str = "
  SELECT a.attname::TEXT AS name, format_type(a.atttypid, NULL)::TEXT AS type,
         COALESCE(array_position(i.indkey::SMALLINT[], a.attnum) + 1, 0)::BIGINT AS key
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

const REFERS_ON_SERVER: &str = "
  SELECT r.relname::TEXT FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
  WHERE k.contype = 'f' AND n.nspname = $1 AND c.relname = $2";

/// What a table refers to before it; of tables that refer to each other in a circle there are none.
fn in_order(mut waiting: Vec<Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let names: BTreeSet<String> = waiting.iter().map(|table| table.name.clone()).collect();
        let refers = |table: &Table| table.refers_to.iter().any(|name| *name != table.name && names.contains(name));
        let (later, next): (Vec<Table>, Vec<Table>) = waiting.into_iter().partition(refers);
        if next.is_empty() {
            ordered.extend(later);
            break;
        }
        ordered.extend(next);
        waiting = later;
    }
    ordered
}
