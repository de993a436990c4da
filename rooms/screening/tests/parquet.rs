//! Registers in Parquet: rows, lists and days of it, however it is compressed; and damage to it.
#![allow(clippy::unwrap_used, clippy::panic)]

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use screening::table::{Block, Layout, Seen, Table, TableError, TableMemory};
use std::fs::File;
use std::io::{Seek, Write};
use std::sync::Arc;

const SCHEMA: &str = "message register {
    required int64 id;
    optional binary full_name (UTF8);
    optional group aliases (LIST) { repeated group list { optional binary element (UTF8); } }
    optional int32 born_on (DATE);
    required boolean active;
}";

/// Writes groups of rows: `1: name 1`, every third without a name, every fifth with two aliases, born on the day of its number.
fn written(groups: usize, rows: usize, compression: Compression) -> Vec<u8> {
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(parse_message_type(SCHEMA).unwrap()), Arc::new(properties)).unwrap();
    for group in 0..groups {
        let numbers: Vec<usize> = (group * rows + 1..=(group + 1) * rows).collect();
        let mut group = writer.next_row_group().unwrap();
        let mut column_number = 0;
        while let Some(mut column) = group.next_column().unwrap() {
            let bytes = |text: String| ByteArray::from(text.into_bytes());
            match (column_number, column.untyped()) {
                (0, ColumnWriter::Int64ColumnWriter(column)) => {
                    let ids: Vec<i64> = numbers.iter().map(|number| *number as i64).collect();
                    column.write_batch(&ids, None, None).unwrap();
                }
                (1, ColumnWriter::ByteArrayColumnWriter(column)) => {
                    let there = |number: &&usize| !number.is_multiple_of(3);
                    let names: Vec<ByteArray> = numbers.iter().filter(there).map(|number| bytes(format!("Zoë {number}"))).collect();
                    let levels: Vec<i16> = numbers.iter().map(|number| i16::from(there(&number))).collect();
                    column.write_batch(&names, Some(&levels), None).unwrap();
                }
                (2, ColumnWriter::ByteArrayColumnWriter(column)) => {
                    let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
                    for number in &numbers {
                        if number.is_multiple_of(5) {
                            values.extend([bytes(format!("a{number}")), bytes(format!("b{number}"))]);
                            defined.extend([3, 3]);
                            repeated.extend([0, 1]);
                        } else {
                            defined.push(0);
                            repeated.push(0);
                        }
                    }
                    column.write_batch(&values, Some(&defined), Some(&repeated)).unwrap();
                }
                (3, ColumnWriter::Int32ColumnWriter(column)) => {
                    let days: Vec<i32> = numbers.iter().map(|number| *number as i32).collect();
                    column.write_batch(&days, Some(&vec![1; days.len()]), None).unwrap();
                }
                (4, ColumnWriter::BoolColumnWriter(column)) => {
                    column.write_batch(&vec![true; numbers.len()], None, None).unwrap();
                }
                (other, _) => panic!("no column {other}"),
            }
            column.close().unwrap();
            column_number += 1;
        }
        group.close().unwrap();
    }
    writer.into_inner().unwrap()
}

fn read(bytes: &[u8]) -> Result<Vec<String>, TableError> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    let rows = read_file(file);
    // In memory it is the same.
    let held = Table::of_bytes(bytes.to_vec(), None).and_then(read_table);
    assert_eq!(held.ok(), rows.as_ref().ok().cloned());
    rows
}

/// `id: names, born on`, and `refused` for what cannot be read.
fn read_file(file: File) -> Result<Vec<String>, TableError> {
    read_table(Table::of_file(file, None)?)
}

fn read_table(mut table: Table) -> Result<Vec<String>, TableError> {
    let layout = Layout::of(table.headings(), &[])?;
    table.read_columns(&layout);
    let head = table.head();
    let (mut block, mut memory, mut rows) = (Block::default(), TableMemory::default(), Vec::new());
    while table.next_block(&mut block)? {
        block.each(&head, &layout, &mut memory, |seen| {
            rows.push(match seen {
                Seen::Row(found) => format!(
                    "{} {}: {}, {}",
                    found.row,
                    found.id.unwrap_or_default(),
                    found.of.names.join("/"),
                    found.of.born_on.unwrap_or_default()
                ),
                Seen::Refused(_) => "refused".to_owned(),
            });
        });
    }
    Ok(rows)
}

#[test]
fn rows_names_lists_and_days_are_read_however_they_are_compressed() {
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(Default::default()),
        Compression::ZSTD(Default::default()),
    ] {
        let rows = read(&written(3, 7_000, compression)).unwrap();
        assert_eq!(rows.len(), 21_000, "{compression}");
        assert_eq!(
            rows[..5],
            [
                "1 1: Zoë 1/, 1970-01-02",
                "2 2: Zoë 2/, 1970-01-03",
                "3 3: /, 1970-01-04",
                "4 4: Zoë 4/, 1970-01-05",
                "5 5: Zoë 5/a5/b5, 1970-01-06"
            ]
        );
        assert_eq!(rows[20_999], "21000 21000: /a21000/b21000, 2027-07-01");
    }
}

#[test]
fn bytes_that_are_no_text_cost_their_row_alone() {
    let mut bytes = written(1, 50, Compression::UNCOMPRESSED);
    let place = bytes.windows(7).position(|window| window == "Zoë 22".as_bytes()).unwrap();
    bytes[place] = 0xff;
    let rows = read(&bytes).unwrap();
    assert_eq!(rows.iter().filter(|row| *row == "refused").count(), 1);
    assert_eq!((rows[21].as_str(), rows[22].as_str()), ("refused", "23 23: Zoë 23/, 1970-01-24"));
}

#[test]
fn a_damaged_file_is_an_error_or_read_but_never_the_end_of_the_program() {
    let whole = written(2, 300, Compression::SNAPPY);
    assert!(read(&whole[..whole.len() / 2]).is_err());
    let mut errors = 0;
    for place in (0..whole.len()).step_by(whole.len() / 400 + 1) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        errors += usize::from(read(&damaged).is_err());
    }
    assert!(errors > 0);
}
