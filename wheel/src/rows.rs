//! Rows of record batches as the kernel takes them, and hits as a record batch.

use arrow_array::builder::{Float32Builder, Int64Builder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::PyErr;
use pyo3::exceptions::PyValueError;
use screening::table::{Layout, RowMemory, TableError};
use screening::{Commonness, Hit, Language, Row, Scratch, Screen};
use std::sync::Arc;

/// Why a batch cannot be searched.
#[derive(Debug)]
pub enum BatchError {
    /// Its columns do not say where the names are.
    Table(TableError),
    /// A column has a type that cannot be read as text.
    Arrow(ArrowError),
}

impl From<BatchError> for PyErr {
    fn from(error: BatchError) -> PyErr {
        match error {
            BatchError::Table(error) => PyValueError::new_err(format!("the register {error}")),
            BatchError::Arrow(error) => PyValueError::new_err(format!("a column of the register is no text: {error}")),
        }
    }
}

/// The columns of hits.
pub fn schema() -> SchemaRef {
    let text = |name: &str| Field::new(name, DataType::Utf8, false);
    Arc::new(Schema::new(vec![
        text("watch_id"),
        text("register_id"),
        // Signed, as engines of the Java world know no other whole number of this width.
        Field::new("row", DataType::Int64, false),
        text("matched_name"),
        text("watch_name"),
        Field::new("score", DataType::Float32, false),
        text("explanation"),
    ]))
}

/// A batch whose columns that are looked at are text.
struct Rows {
    layout: Layout,
    columns: Vec<Option<StringArray>>,
    rows: usize,
}

impl Rows {
    fn of(batch: &RecordBatch, name_columns: &[String]) -> Result<Rows, BatchError> {
        let schema = batch.schema();
        let headings: Vec<String> = schema.fields().iter().map(|field| field.name().clone()).collect();
        let layout = Layout::of(&headings, name_columns).map_err(BatchError::Table)?;
        let mut columns = vec![None; headings.len()];
        for column in layout.columns() {
            let text: ArrayRef = cast(batch.column(column), &DataType::Utf8).map_err(BatchError::Arrow)?;
            columns[column] = text.as_string_opt::<i32>().cloned();
        }
        Ok(Rows {
            layout,
            columns,
            rows: batch.num_rows(),
        })
    }

    fn each(&self, memory: &mut RowMemory, mut hand_on: impl FnMut(&Row, Option<&str>)) {
        for row in 0..self.rows {
            let cell = |column: usize| match self.columns.get(column) {
                Some(Some(texts)) if texts.is_valid(row) => texts.value(row),
                _ => "",
            };
            let id = self.layout.id(cell);
            self.layout.row(cell, memory, |of| hand_on(of, id));
        }
    }
}

/// Learns from the names of a batch how common words are.
pub fn learn(batch: &RecordBatch, name_columns: &[String], common: &mut Commonness) -> Result<(), BatchError> {
    let rows = Rows::of(batch, name_columns)?;
    rows.each(&mut RowMemory::default(), |row, _| {
        row.names.iter().for_each(|name| common.learn(name))
    });
    Ok(())
}

/// A search under way, batch after batch.
pub struct Search {
    screen: Screen,
    name_columns: Vec<String>,
    min_score: f32,
    language: Language,
    row: i64,
    scratch: Scratch,
    memory: RowMemory,
}

impl Search {
    /// Begins one.
    pub fn new(screen: Screen, name_columns: Vec<String>, min_score: f32, language: Language) -> Search {
        Search {
            screen,
            name_columns,
            min_score,
            language,
            row: 0,
            scratch: Scratch::new(),
            memory: RowMemory::default(),
        }
    }

    /// Finds the hits in a batch.
    pub fn find(&mut self, batch: &RecordBatch) -> Result<RecordBatch, BatchError> {
        let rows = Rows::of(batch, &self.name_columns)?;
        let Search {
            screen,
            min_score,
            language,
            row: number,
            scratch,
            memory,
            ..
        } = self;
        let mut out = Columns::default();
        let mut hits = Vec::new();
        rows.each(memory, |row, id| {
            *number += 1;
            hits.clear();
            screen.find(row, *min_score, scratch, &mut hits);
            for hit in &hits {
                out.push(screen, row, hit, *number, id, *language);
            }
        });
        out.finish().map_err(BatchError::Arrow)
    }
}

/// The columns of hits as they grow.
#[derive(Default)]
struct Columns {
    watch_id: StringBuilder,
    register_id: StringBuilder,
    row: Int64Builder,
    matched_name: StringBuilder,
    watch_name: StringBuilder,
    score: Float32Builder,
    explanation: StringBuilder,
}

impl Columns {
    fn push(&mut self, screen: &Screen, row: &Row, hit: &Hit, number: i64, id: Option<&str>, language: Language) {
        let Some(watched) = screen.watch().get(hit.watched as usize) else {
            return;
        };
        let alias = usize::from(hit.watch_name)
            .checked_sub(1)
            .and_then(|alias| watched.aliases.get(alias));
        self.watch_id.append_value(&watched.id);
        self.register_id.append_value(id.map_or_else(|| number.to_string(), str::to_owned));
        self.row.append_value(number);
        self.matched_name
            .append_value(row.names.get(usize::from(hit.row_name)).copied().unwrap_or_default());
        self.watch_name.append_value(alias.unwrap_or(&watched.name));
        self.score.append_value(hit.score);
        self.explanation.append_value(screen.explain(row, hit).words(language));
    }

    fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.watch_id.finish()),
            Arc::new(self.register_id.finish()),
            Arc::new(self.row.finish()),
            Arc::new(self.matched_name.finish()),
            Arc::new(self.watch_name.finish()),
            Arc::new(self.score.finish()),
            Arc::new(self.explanation.finish()),
        ];
        RecordBatch::try_new(schema(), columns)
    }
}
