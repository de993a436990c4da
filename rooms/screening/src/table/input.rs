//! A table of whatever form: what the run reads blocks from.

use super::csv::{CsvBlock, CsvHead, CsvMemory, CsvReader};
use super::layout::Layout;
use super::parquet::{ParquetBlock, ParquetReader, is_parquet};
use super::{Seen, TableError};
use bytes::Bytes;
use encoding_rs::Encoding;
use parquet::errors::Result as ParquetResult;
use parquet::file::reader::{ChunkReader, Length};
use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};

/// Bytes that come one after the other.
type Stream = Box<dyn Read + Send>;

/// A table under way: its headings are known, its rows are to come.
pub struct Table(Form);

enum Form {
    Csv(CsvReader<Stream>),
    Parquet(Box<ParquetReader<Source>>),
}

/// Where a Parquet file lies.
enum Source {
    File(File),
    Held(Bytes),
}

impl Length for Source {
    fn len(&self) -> u64 {
        match self {
            Source::File(file) => Length::len(file),
            Source::Held(bytes) => Length::len(bytes),
        }
    }
}

impl ChunkReader for Source {
    type T = Stream;

    fn get_read(&self, start: u64) -> ParquetResult<Stream> {
        Ok(match self {
            Source::File(file) => Box::new(file.get_read(start)?),
            Source::Held(bytes) => Box::new(bytes.get_read(start)?),
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> ParquetResult<Bytes> {
        match self {
            Source::File(file) => file.get_bytes(start, length),
            Source::Held(bytes) => bytes.get_bytes(start, length),
        }
    }
}

/// What a worker must know of a table to read its blocks.
#[derive(Clone, Debug)]
pub enum TableHead {
    /// That of a CSV file.
    Csv(CsvHead),
    /// In Parquet each block knows for itself.
    Parquet,
}

/// Some rows of a table. Its memory is used again from block to block.
#[derive(Debug, Default)]
pub struct Block {
    csv: CsvBlock,
    parquet: ParquetBlock,
}

/// Memory for reading rows that is used again from block to block; one a thread.
#[derive(Debug, Default)]
pub struct TableMemory(CsvMemory);

impl Table {
    /// A table in a file: Parquet where it begins like that, else CSV.
    ///
    /// # Errors
    /// It cannot be read, or is no table.
    pub fn of_file(mut file: File, told: Option<&'static Encoding>) -> Result<Table, TableError> {
        let mut beginning = Vec::new();
        (&mut file).take(4).read_to_end(&mut beginning)?;
        // What cannot go back, such as a pipe with a name, is read as it comes.
        if file.seek(SeekFrom::Start(0)).is_err() {
            return Table::of_stream(Box::new(Cursor::new(beginning).chain(file)), told);
        }
        if is_parquet(&beginning) {
            return Ok(Table(Form::Parquet(Box::new(ParquetReader::open(Source::File(file))?))));
        }
        Ok(Table(Form::Csv(CsvReader::open(Box::new(file) as Stream, told)?)))
    }

    /// A table in memory: Parquet where it begins like that, else CSV.
    ///
    /// # Errors
    /// It is no table.
    pub fn of_bytes(bytes: Vec<u8>, told: Option<&'static Encoding>) -> Result<Table, TableError> {
        if is_parquet(&bytes) {
            return Ok(Table(Form::Parquet(Box::new(ParquetReader::open(Source::Held(bytes.into()))?))));
        }
        Ok(Table(Form::Csv(CsvReader::open(Box::new(Cursor::new(bytes)) as Stream, told)?)))
    }

    /// A table that comes as a stream, such as the standard input: CSV.
    ///
    /// # Errors
    /// It cannot be read, or is no table; Parquet cannot come this way.
    pub fn of_stream(mut stream: Stream, told: Option<&'static Encoding>) -> Result<Table, TableError> {
        let mut beginning = Vec::new();
        (&mut stream).take(4).read_to_end(&mut beginning)?;
        if is_parquet(&beginning) {
            return Err(TableError::ParquetPiped);
        }
        let whole: Stream = Box::new(Cursor::new(beginning).chain(stream));
        Ok(Table(Form::Csv(CsvReader::open(whole, told)?)))
    }

    /// The headings of its columns.
    pub fn headings(&self) -> &[String] {
        match &self.0 {
            Form::Csv(csv) => &csv.head().headings,
            Form::Parquet(parquet) => parquet.headings(),
        }
    }

    /// What a worker must know.
    pub fn head(&self) -> TableHead {
        match &self.0 {
            Form::Csv(csv) => TableHead::Csv(csv.head().clone()),
            Form::Parquet(_) => TableHead::Parquet,
        }
    }

    /// What it is written in, such as `UTF-8` or `Parquet`, as far as it was found out.
    pub fn written_in(&self) -> &'static str {
        match &self.0 {
            Form::Csv(csv) => csv.encoding().name(),
            Form::Parquet(_) => "Parquet",
        }
    }

    /// How many rows it says that it holds; CSV does not say.
    pub fn rows(&self) -> Option<u64> {
        match &self.0 {
            Form::Csv(_) => None,
            Form::Parquet(parquet) => Some(parquet.rows()),
        }
    }

    /// How much was read of it: bytes of CSV, rows of Parquet.
    pub fn read_so_far(&self) -> u64 {
        match &self.0 {
            Form::Csv(csv) => csv.read_so_far(),
            Form::Parquet(parquet) => parquet.read_so_far(),
        }
    }

    /// Reads what this layout looks at. To be called before the first block.
    pub fn read_columns(&mut self, layout: &Layout) {
        if let Form::Parquet(parquet) = &mut self.0 {
            parquet.read_columns(layout.columns());
        }
    }

    /// Fills a block with the next rows; false where there are no more.
    ///
    /// # Errors
    /// The table cannot be read further.
    pub fn next_block(&mut self, block: &mut Block) -> Result<bool, TableError> {
        match &mut self.0 {
            Form::Csv(csv) => csv.next_block(&mut block.csv),
            Form::Parquet(parquet) => parquet.next_block(&mut block.parquet),
        }
    }
}

impl Block {
    /// How many rows it holds, those refused counted.
    pub fn rows(&self) -> u64 {
        (self.csv.len() + self.parquet.len()) as u64
    }

    /// How many bytes were read for it from the table, of CSV.
    pub fn bytes(&self) -> usize {
        self.csv.bytes()
    }

    /// Reads each row and hands it on, as a row or as refused.
    pub fn each(&self, head: &TableHead, layout: &Layout, memory: &mut TableMemory, hand_on: impl FnMut(Seen)) {
        match head {
            TableHead::Csv(head) => self.csv.each(head, layout, &mut memory.0, hand_on),
            TableHead::Parquet => self.parquet.each(layout, &mut memory.0.row, hand_on),
        }
    }
}
