//! Tables as Apache Parquet (format 2.10, <https://parquet.apache.org/docs/file-format/>): the small part of it
//! that a writer needs. One row group, a page a column, PLAIN encoding, no compression (the archive around
//! compresses), no statistics.
//!
//! A file is `PAR1`, the column chunks one after the other, the footer in Thrift's compact protocol, its length as
//! 4 bytes little-endian, and `PAR1`. A chunk is one page: a header in the same protocol, and the bytes, which
//! begin with the definition levels (1 for a value, 0 for none; a length and runs) before the values that are there.

use crate::dictionary::Dictionary;
use crate::thrift::{Kind, Thrift};
use jiff::civil::{Date, date};
use register::view::model::{Holds, Table};

const MAGIC: &[u8; 4] = b"PAR1";
/// `Encoding`: PLAIN, RLE.
const PLAIN: i32 = 0;
const RLE: i32 = 3;
/// `CompressionCodec`: UNCOMPRESSED.
const UNCOMPRESSED: i32 = 0;
/// `PageType`: DATA_PAGE.
const DATA_PAGE: i32 = 0;
/// `FieldRepetitionType`: OPTIONAL.
const OPTIONAL: i32 = 1;
/// The day from which DATE counts.
const EPOCH: Date = date(1970, 1, 1);

/// A table that the form cannot hold in one page a column.
#[derive(Debug, thiserror::Error)]
#[error("{file} has a column of more than 2 GB, which does not fit into one page; take the CSV instead")]
pub struct TooLarge {
    file: String,
}

/// The types that are written.
#[derive(Clone, Copy)]
enum Type {
    Boolean,
    Number,
    Date,
    Text,
}

impl Type {
    /// `Type`: BOOLEAN, INT32, INT64, BYTE_ARRAY.
    fn physical(self) -> i32 {
        match self {
            Type::Boolean => 0,
            Type::Date => 1,
            Type::Number => 2,
            Type::Text => 6,
        }
    }
}

/// A column that is written, made out of one of the table.
struct Column {
    name: String,
    of: usize,
    sort: Type,
}

/// Where a chunk lies.
struct Chunk {
    offset: usize,
    bytes: usize,
}

/// A table as a file. Beside each column of days stands one of the type DATE, whose name ends in `_last`: the
/// last possible day.
///
/// # Errors
/// [`TooLarge`].
pub(crate) fn file(table: &Table, dictionary: &Dictionary) -> Result<Vec<u8>, TooLarge> {
    let columns = columns(table);
    let mut out = MAGIC.to_vec();
    let mut chunks = Vec::new();
    for column in &columns {
        let offset = out.len();
        let page = page(table, column);
        let size = i32::try_from(page.len()).map_err(|_| TooLarge {
            file: table.file.to_owned(),
        })?;
        out.extend(page_header(size, rows(table)));
        out.extend(page);
        chunks.push(Chunk {
            offset,
            bytes: out.len() - offset,
        });
    }
    let footer = footer(table, &columns, &chunks, dictionary);
    let length = u32::try_from(footer.len()).map_err(|_| TooLarge {
        file: table.file.to_owned(),
    })?;
    out.extend(&footer);
    out.extend(length.to_le_bytes());
    out.extend(MAGIC);
    Ok(out)
}

fn columns(table: &Table) -> Vec<Column> {
    let mut columns = Vec::new();
    for (of, column) in table.columns.iter().enumerate() {
        let sort = match column.holds {
            Holds::Number => Type::Number,
            Holds::YesNo | Holds::Yes => Type::Boolean,
            Holds::Text | Holds::Texts | Holds::Day | Holds::State | Holds::Word(_) => Type::Text,
        };
        let name = column.name.to_owned();
        columns.push(Column { name, of, sort });
        if column.holds == Holds::Day {
            let name = format!("{}_last", column.name);
            columns.push(Column {
                name,
                of,
                sort: Type::Date,
            });
        }
    }
    columns
}

fn rows(table: &Table) -> i64 {
    i64::try_from(table.rows.len()).unwrap_or(i64::MAX)
}

/// The bytes of a page: which values are there, and the values.
fn page(table: &Table, column: &Column) -> Vec<u8> {
    let mut there = Vec::with_capacity(table.rows.len());
    let mut values = Vec::new();
    let mut bits = Vec::new();
    let holds = table.columns.get(column.of).map(|column| column.holds);
    for row in &table.rows {
        let cell = row.get(column.of).and_then(Option::as_deref);
        let is_there = match (column.sort, cell) {
            (_, None) => false,
            (Type::Boolean, Some(text)) => {
                bits.push(text == "yes");
                true
            }
            (Type::Number, Some(text)) => text.parse::<i64>().map(|number| values.extend(number.to_le_bytes())).is_ok(),
            (Type::Date, Some(text)) => {
                let day = holds.and_then(|holds| holds.last_day(text));
                day.map(|day| values.extend(days(day).to_le_bytes())).is_some()
            }
            (Type::Text, Some(text)) => {
                // A cell is never as long as 4 GB: the record takes none above some kilobytes.
                let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
                values.extend(length.to_le_bytes());
                values.extend(text.as_bytes());
                true
            }
        };
        there.push(is_there);
    }
    values.extend(packed(&bits));
    let mut page = levels(&there);
    page.extend(values);
    page
}

/// Days since 1970-01-01.
fn days(day: Date) -> i32 {
    EPOCH.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days())
}

/// Bits eight to a byte, the lowest first.
fn packed(bits: &[bool]) -> Vec<u8> {
    let byte = |eight: &[bool]| {
        eight
            .iter()
            .enumerate()
            .fold(0u8, |byte, (place, bit)| byte | u8::from(*bit) << place)
    };
    bits.chunks(8).map(byte).collect()
}

/// Definition levels of width 1: their length in bytes, then one bit-packed run (the RLE/bit-packing hybrid).
fn levels(there: &[bool]) -> Vec<u8> {
    let bits = packed(there);
    let mut run = Vec::new();
    // A header with its lowest bit set says how many groups of eight follow.
    crate::thrift::varint(&mut run, (bits.len() as u64) << 1 | 1);
    run.extend(bits);
    let length = u32::try_from(run.len()).unwrap_or(u32::MAX);
    let mut out = length.to_le_bytes().to_vec();
    out.extend(run);
    out
}

/// `PageHeader` with a `DataPageHeader`.
fn page_header(size: i32, rows: i64) -> Vec<u8> {
    let mut thrift = Thrift::default();
    thrift.i32(1, DATA_PAGE).i32(2, size).i32(3, size);
    thrift.begin(5);
    thrift
        .i32(1, i32::try_from(rows).unwrap_or(i32::MAX))
        .i32(2, PLAIN)
        .i32(3, RLE)
        .i32(4, RLE);
    thrift.end();
    thrift.done()
}

/// `FileMetaData`.
fn footer(table: &Table, columns: &[Column], chunks: &[Chunk], dictionary: &Dictionary) -> Vec<u8> {
    let mut thrift = Thrift::default();
    thrift.i32(1, 2);
    thrift.list(2, Kind::Struct, columns.len() + 1);
    thrift.element();
    thrift.text(4, "register").i32(5, i32::try_from(columns.len()).unwrap_or(i32::MAX));
    thrift.end();
    for column in columns {
        schema_element(&mut thrift, column);
    }
    thrift.i64(3, rows(table));
    thrift.list(4, Kind::Struct, 1);
    thrift.element();
    thrift.list(1, Kind::Struct, columns.len());
    for (column, chunk) in columns.iter().zip(chunks) {
        column_chunk(&mut thrift, column, chunk, rows(table));
    }
    thrift
        .i64(2, length(chunks.iter().map(|chunk| chunk.bytes).sum()))
        .i64(3, rows(table));
    thrift.end();
    if let Some([en, _]) = dictionary.file(table) {
        thrift.list(5, Kind::Struct, 1);
        thrift.element();
        thrift.text(1, "description").text(2, en);
        thrift.end();
    }
    thrift.text(6, concat!("comity version ", env!("CARGO_PKG_VERSION")));
    thrift.done()
}

fn length(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// `SchemaElement` of a column, with its `ConvertedType` for older readers and its `LogicalType`.
fn schema_element(thrift: &mut Thrift, column: &Column) {
    thrift.element();
    thrift.i32(1, column.sort.physical()).i32(3, OPTIONAL).text(4, &column.name);
    // UTF8 and STRING; DATE; an INT64 and a BOOLEAN say all by themselves.
    let types = match column.sort {
        Type::Text => Some((0, 1)),
        Type::Date => Some((6, 6)),
        Type::Number | Type::Boolean => None,
    };
    if let Some((converted, logical)) = types {
        thrift.i32(6, converted);
        thrift.begin(10);
        thrift.begin(logical);
        thrift.end();
        thrift.end();
    }
    thrift.end();
}

/// `ColumnChunk` with its `ColumnMetaData`.
fn column_chunk(thrift: &mut Thrift, column: &Column, chunk: &Chunk, rows: i64) {
    thrift.element();
    thrift.i64(2, 0);
    thrift.begin(3);
    thrift.i32(1, column.sort.physical());
    thrift.list(2, Kind::I32, 2);
    thrift.bare_i32(PLAIN).bare_i32(RLE);
    thrift.list(3, Kind::Binary, 1);
    thrift.bare_text(&column.name);
    thrift.i32(4, UNCOMPRESSED).i64(5, rows);
    thrift
        .i64(6, length(chunk.bytes))
        .i64(7, length(chunk.bytes))
        .i64(9, length(chunk.offset));
    thrift.end();
    thrift.end();
}
