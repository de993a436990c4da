//! The rows of the read tables that belong to one unit, and how they are written.

use crate::bulk::Writes;
use crate::day;
use crate::sql::Cells;
use record::json::{Object, Value};
use register::port::{Derived, Fact, Kept, NameToken};
use std::collections::{BTreeMap, BTreeSet};

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

/// The key of a row of a list, in the order of its columns, so that rows that lie beside each other are written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ListKey<'a> {
    hindsight: bool,
    list: &'a str,
    scope: &'a str,
    block: i64,
    since: i64,
    subject: &'a str,
    from: i64,
}

/// The columns of that key.
const LIST_KEY: [&str; 7] = ["hindsight", "list", "scope", "block", "since", "subject", "from_day"];

impl ListKey<'_> {
    fn bind(&self, values: &mut Cells<'_>) {
        values.push_bind(self.hindsight).push_bind(self.list).push_bind(self.scope);
        values.push_bind(self.block).push_bind(self.since).push_bind(self.subject);
        values.push_bind(self.from);
    }
}

/// The rows of facts in the lists, with the day on which each ends.
fn list_rows<'a>(facts: &[Of<'a, FactRow>]) -> BTreeMap<ListKey<'a>, i64> {
    let of_fact = |Of { subject, row }: &Of<'a, FactRow>| {
        let (subject, row) = (*subject, *row);
        row.blocks().into_iter().map(move |block| {
            let key = ListKey {
                hindsight: row.hindsight,
                list: &row.list,
                scope: &row.scope,
                block,
                since: row.since,
                subject,
                from: row.from,
            };
            (key, row.until)
        })
    };
    facts.iter().flat_map(of_fact).collect()
}

/// Takes facts out of the lists and puts others in. A row in which both stand is written over.
pub(crate) fn change_facts(writes: &mut Writes, gone: &[Of<'_, FactRow>], new: &[Of<'_, FactRow>]) {
    let (old, new) = (list_rows(gone), list_rows(new));
    let gone: Vec<&ListKey> = old.keys().filter(|key| !new.contains_key(key)).collect();
    let new: Vec<(&ListKey, &i64)> = new.iter().filter(|(key, until)| old.get(key) != Some(until)).collect();
    writes.delete("list_rows", &LIST_KEY, "", &gone, |values, key| key.bind(values));
    let into = "INSERT INTO list_rows (hindsight, list, scope, block, since, subject, from_day, until_day)";
    let or_change = "ON CONFLICT (hindsight, list, scope, block, since, subject, from_day) DO UPDATE SET until_day = excluded.until_day";
    writes.insert(into, or_change, &new, |values, (key, until)| {
        key.bind(values);
        values.push_bind(**until);
    });
}

/// Takes name tokens out and puts others in.
pub(crate) fn change_names(writes: &mut Writes, gone: &[Of<'_, NameRow>], mut new: Vec<Of<'_, NameRow>>) {
    let bind = |values: &mut Cells<'_>, Of { subject, row }: &Of<'_, NameRow>| {
        values.push_bind(&row.token).push_bind(*subject);
        values.push_bind(row.disclosed).push_bind(row.effective);
    };
    writes.delete("names", &["token", "subject", "disclosed", "effective"], "", gone, bind);
    // In the order of the key, as the rows of lists.
    new.sort_unstable_by_key(|Of { subject, row }| (row.token.as_str(), *subject));
    writes.insert("INSERT INTO names (token, subject, disclosed, effective)", "", &new, bind);
}

/// Keeps what is derived, so that a later difference can be told; nothing where nothing is.
pub(crate) fn keep(writes: &mut Writes, derived: &[Of<'_, Rows>]) {
    let (gone, kept): (Vec<&Of<Rows>>, Vec<&Of<Rows>>) = derived.iter().partition(|of| of.row.is_empty());
    writes.delete("derived", &["subject"], "", &gone, |values, Of { subject, .. }| {
        values.push_bind(*subject);
    });
    let or_change = "ON CONFLICT (subject) DO UPDATE SET rows = excluded.rows";
    writes.insert(
        "INSERT INTO derived (subject, rows)",
        or_change,
        &kept,
        |values, Of { subject, row }| {
            values.push_bind(*subject).push_bind(row.to_text());
        },
    );
}
