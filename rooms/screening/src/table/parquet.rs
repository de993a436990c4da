//! Reads a Parquet file of any length, of each row group only the columns that are looked at.

use super::TableError;
use super::layout::{Layout, RowMemory};
use super::refusal::{Refusal, Why};
use super::{Found, Seen};
use ::parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::{ByteArray, DataType, FixedLenByteArray};
use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use ::parquet::schema::types::ColumnDescriptor;
use jiff::Span;
use jiff::civil::Date;
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many rows a block holds.
const ROWS: usize = 4096;
/// What stands between the values of a list in one cell, as it parts several names.
const BETWEEN_VALUES: &str = "; ";
/// What a Parquet file begins with.
const MAGIC: &[u8] = b"PAR1";

/// Whether a file that begins with these bytes is Parquet.
pub fn is_parquet(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

/// A Parquet file under way.
pub struct ParquetReader<R: ChunkReader + 'static> {
    file: SerializedFileReader<R>,
    headings: Vec<String>,
    /// The columns that are read.
    used: Vec<usize>,
    next_group: usize,
    /// Of the row group that is being read: its columns, and how many rows are left.
    group: Vec<Column>,
    left: usize,
    rows: u64,
}

struct Column {
    number: usize,
    reader: ColumnReader,
    form: Form,
    /// The definition level of a value that is there.
    present: i16,
    repeats: bool,
}

/// How values of a column are written as text.
#[derive(Clone, Copy, Debug)]
enum Form {
    Plain,
    /// Days since 1970-01-01.
    Date,
    /// So many of it make a second, since 1970-01-01 in UTC; written as the day.
    Instant(i64),
}

impl Form {
    fn of(column: &ColumnDescriptor) -> Form {
        match (column.logical_type_ref(), column.converted_type()) {
            (Some(LogicalType::Date), _) | (_, ConvertedType::DATE) => Form::Date,
            (Some(LogicalType::Timestamp(of)), _) => Form::Instant(match of.unit {
                TimeUnit::MILLIS => 1_000,
                TimeUnit::MICROS => 1_000_000,
                TimeUnit::NANOS => 1_000_000_000,
            }),
            (_, ConvertedType::TIMESTAMP_MILLIS) => Form::Instant(1_000),
            (_, ConvertedType::TIMESTAMP_MICROS) => Form::Instant(1_000_000),
            _ => Form::Plain,
        }
    }

    /// A whole number as text; empty where it is a day that no calendar has.
    fn write(self, number: i64) -> String {
        match self {
            Form::Plain => number.to_string(),
            Form::Date => day(number),
            Form::Instant(second) => day(number.div_euclid(second * 86_400)),
        }
    }
}

/// The day so many days after 1970-01-01.
fn day(number: i64) -> String {
    let span = Span::new().try_days(number);
    let day = span.and_then(|span| Date::constant(1970, 1, 1).checked_add(span));
    day.map_or_else(|_| String::new(), |day| day.to_string())
}

/// Some rows of a Parquet file.
#[derive(Debug, Default)]
pub struct ParquetBlock {
    columns: Vec<Cells>,
    rows: usize,
    rows_before: u64,
}

/// The cells of one column, one after the other.
#[derive(Debug, Default)]
struct Cells {
    number: usize,
    text: String,
    ends: Vec<usize>,
    /// Rows whose value is no text.
    wrong: Vec<usize>,
}

impl<R: ChunkReader + 'static> ParquetReader<R> {
    /// Reads the directory of the file.
    ///
    /// # Errors
    /// It is damaged, or in a form that is not read.
    pub fn open(file: R) -> Result<ParquetReader<R>, TableError> {
        let file = guarded(|| Ok(SerializedFileReader::new(file)?))?;
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let headings = schema.columns().iter().map(|column| heading(column)).collect();
        Ok(ParquetReader {
            file,
            headings,
            used: Vec::new(),
            next_group: 0,
            group: Vec::new(),
            left: 0,
            rows: 0,
        })
    }

    /// The names of the columns, of which those of a list or structure inside one bear the outer name first.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// How many rows the file says that it holds: those of its row groups, which are what is read.
    pub fn rows(&self) -> u64 {
        let groups = self.file.metadata().row_groups().iter();
        groups
            .map(|group| u64::try_from(group.num_rows()).unwrap_or(0))
            .fold(0, u64::saturating_add)
    }

    /// How many rows were read.
    pub fn read_so_far(&self) -> u64 {
        self.rows
    }

    /// Reads only these columns from now on.
    pub fn read_columns(&mut self, columns: Vec<usize>) {
        self.used = columns;
    }

    /// Fills a block with the next rows; false where there are no more.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn next_block(&mut self, block: &mut ParquetBlock) -> Result<bool, TableError> {
        guarded(|| self.fill(block))
    }

    fn fill(&mut self, block: &mut ParquetBlock) -> Result<bool, TableError> {
        while self.left == 0 {
            if self.next_group == self.file.num_row_groups() {
                block.rows = 0;
                return Ok(false);
            }
            self.open_group()?;
        }
        block.rows = self.left.min(ROWS);
        block.rows_before = self.rows;
        block.columns.resize_with(self.group.len(), Cells::default);
        for (column, cells) in self.group.iter_mut().zip(&mut block.columns) {
            column.read(block.rows, cells)?;
            if cells.ends.len() != block.rows {
                let text = format!("column {:?} has fewer rows than it says", self.headings[column.number]);
                return Err(TableError::Parquet(text));
            }
        }
        self.left -= block.rows;
        self.rows += block.rows as u64;
        Ok(true)
    }

    fn open_group(&mut self) -> Result<(), TableError> {
        let group = self.file.get_row_group(self.next_group)?;
        let schema = self.file.metadata().file_metadata().schema_descr_ptr();
        self.left = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        self.group.clear();
        for number in &self.used {
            let described = schema.column(*number);
            self.group.push(Column {
                number: *number,
                reader: group.get_column_reader(*number)?,
                form: Form::of(&described),
                present: described.max_def_level(),
                repeats: described.max_rep_level() > 0,
            });
        }
        self.next_group += 1;
        Ok(())
    }
}

/// Does something with a file whose directory may be damaged. The library asserts some of what the directory says instead of
/// giving an error; whoever gets the error here reads no further, so nothing half-done is seen.
fn guarded<T>(read: impl FnOnce() -> Result<T, TableError>) -> Result<T, TableError> {
    let damaged = |_| Err(TableError::Parquet("its directory contradicts itself".to_owned()));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(damaged)
}

/// The name of a column; of the element of a list the name of the list.
fn heading(column: &ColumnDescriptor) -> String {
    let parts = column.path().parts();
    match parts {
        [outer, _, _] if column.max_rep_level() == 1 => outer.clone(),
        _ => parts.join("."),
    }
}

impl Column {
    fn read(&mut self, rows: usize, cells: &mut Cells) -> Result<(), TableError> {
        cells.number = self.number;
        cells.text.clear();
        cells.ends.clear();
        cells.wrong.clear();
        let form = self.form;
        let levels = Levels {
            present: self.present,
            repeats: self.repeats,
            rows,
        };
        let bytes = |value: &[u8], text: &mut String| match std::str::from_utf8(value) {
            Ok(value) => {
                text.push_str(value);
                true
            }
            Err(_) => false,
        };
        match &mut self.reader {
            ColumnReader::ByteArrayColumnReader(reader) => levels.read(reader, cells, |value: &ByteArray, text| bytes(value.data(), text)),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                levels.read(reader, cells, |value: &FixedLenByteArray, text| bytes(value.data(), text))
            }
            ColumnReader::Int32ColumnReader(reader) => levels.read(reader, cells, |value, text| push(text, form.write(i64::from(*value)))),
            ColumnReader::Int64ColumnReader(reader) => levels.read(reader, cells, |value, text| push(text, form.write(*value))),
            ColumnReader::BoolColumnReader(reader) => levels.read(reader, cells, |value, text| push(text, value)),
            ColumnReader::FloatColumnReader(reader) => levels.read(reader, cells, |value, text| push(text, value)),
            ColumnReader::DoubleColumnReader(reader) => levels.read(reader, cells, |value, text| push(text, value)),
            ColumnReader::Int96ColumnReader(reader) => levels.read(reader, cells, |value, text| {
                push(text, Form::Instant(1_000).write(value.to_millis()))
            }),
        }
    }
}

fn push(text: &mut String, value: impl Display) -> bool {
    text.push_str(&value.to_string());
    true
}

/// How the values of a column are spread over rows.
struct Levels {
    present: i16,
    repeats: bool,
    rows: usize,
}

impl Levels {
    /// Reads the cells of so many rows. `write` adds a value to a text, and says whether it is one.
    fn read<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        cells: &mut Cells,
        write: impl Fn(&T::T, &mut String) -> bool,
    ) -> Result<(), TableError> {
        let (mut defined, mut repeated, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut wanted = self.rows;
        while wanted > 0 {
            let (records, ..) = reader.read_records(wanted, Some(&mut defined), Some(&mut repeated), &mut values)?;
            if records == 0 {
                break;
            }
            wanted -= records;
        }
        let mut values = values.iter();
        let levels = if self.present > 0 { defined.len() } else { values.len() };
        for level in 0..levels {
            let goes_on = self.repeats && repeated.get(level).is_some_and(|repetition| *repetition > 0);
            if !goes_on {
                cells.ends.push(cells.text.len());
            }
            if self.present > 0 && defined.get(level).is_none_or(|defined| *defined < self.present) {
                continue;
            }
            let Some(value) = values.next() else {
                break;
            };
            if goes_on {
                cells.text.push_str(BETWEEN_VALUES);
            }
            if !write(value, &mut cells.text) {
                cells.wrong.push(cells.ends.len().saturating_sub(1));
            }
            if let Some(end) = cells.ends.last_mut() {
                *end = cells.text.len();
            }
        }
        Ok(())
    }
}

impl ParquetBlock {
    /// How many rows it holds.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Reads each row and hands it on, as a row or as refused.
    pub fn each(&self, layout: &Layout, memory: &mut RowMemory, mut hand_on: impl FnMut(Seen)) {
        for (place, row) in (self.rows_before + 1..).enumerate().take(self.rows) {
            if self.columns.iter().any(|cells| cells.wrong.binary_search(&place).is_ok()) {
                hand_on(Seen::Refused(Refusal {
                    line: row,
                    why: Why::NotText,
                }));
                continue;
            }
            let cell = |column| {
                self.columns
                    .iter()
                    .find(|cells| cells.number == column)
                    .map_or("", |cells| cells.get(place))
            };
            let (id, kind) = (layout.id(cell), layout.kind(cell));
            layout.row(cell, memory, |of| {
                hand_on(Seen::Row(Found {
                    row,
                    line: row,
                    id,
                    kind,
                    of,
                }))
            });
        }
    }
}

impl Cells {
    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(place).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }
}

impl From<ParquetError> for TableError {
    fn from(error: ParquetError) -> TableError {
        TableError::Parquet(error.to_string())
    }
}
