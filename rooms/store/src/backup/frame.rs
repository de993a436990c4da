//! What stands in a backup once it is decrypted: tables and their rows, one after the other.
//!
//! | first byte | what follows |
//! |---|---|
//! | `V` | version of the record's tables: a number |
//! | `T` | a table: name of its schema, its name, how many columns and the name of each |
//! | `R` | a row of that table: a value for each column |
//! | `F` | a file of an attachment: its name |
//! | `C` | bytes of that file, as it lies on the disk |
//! | `E` | the end: how many rows there were |
//!
//! Numbers are 8 bytes, the highest first. A text is its length and its UTF-8, bytes their length and themselves. A
//! value is one byte for its sort (`n` number, `t` text, `b` bytes, and `N`, `T`, `B` where there is none) and itself.

use crate::sql::Value;
use std::io::{self, Read, Write};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    Version(i64),
    Table {
        schema: String,
        name: String,
        columns: Vec<String>,
    },
    Row(Vec<Value>),
    File(String),
    Chunk(Vec<u8>),
    End(u64),
}

fn put_number(out: &mut dyn Write, number: i64) -> io::Result<()> {
    out.write_all(&number.to_be_bytes())
}

fn put_bytes(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    put_number(out, i64::try_from(bytes.len()).map_err(io::Error::other)?)?;
    out.write_all(bytes)
}

impl Frame {
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Frame::Version(version) => {
                out.write_all(b"V")?;
                put_number(out, *version)
            }
            Frame::Table { schema, name, columns } => {
                out.write_all(b"T")?;
                put_bytes(out, schema.as_bytes())?;
                put_bytes(out, name.as_bytes())?;
                put_number(out, i64::try_from(columns.len()).map_err(io::Error::other)?)?;
                columns.iter().try_for_each(|column| put_bytes(out, column.as_bytes()))
            }
            Frame::Row(values) => {
                out.write_all(b"R")?;
                values.iter().try_for_each(|value| put_value(out, value))
            }
            Frame::File(name) => {
                out.write_all(b"F")?;
                put_bytes(out, name.as_bytes())
            }
            Frame::Chunk(bytes) => {
                out.write_all(b"C")?;
                put_bytes(out, bytes)
            }
            Frame::End(rows) => {
                out.write_all(b"E")?;
                put_number(out, i64::try_from(*rows).map_err(io::Error::other)?)
            }
        }
    }

    /// Reads the next one; `columns` is how many values a row has.
    pub(super) fn read(input: &mut dyn Read, columns: usize) -> io::Result<Frame> {
        match byte(input)? {
            b'V' => Ok(Frame::Version(number(input)?)),
            b'T' => {
                let (schema, name) = (text(input)?, text(input)?);
                let columns = (0..length(input)?).map(|_| text(input)).collect::<io::Result<_>>()?;
                Ok(Frame::Table { schema, name, columns })
            }
            b'R' => Ok(Frame::Row((0..columns).map(|_| value(input)).collect::<io::Result<_>>()?)),
            b'F' => Ok(Frame::File(text(input)?)),
            b'C' => Ok(Frame::Chunk(bytes(input)?)),
            b'E' => Ok(Frame::End(length(input)?)),
            _ => Err(invalid("it holds something that this program does not know")),
        }
    }
}

fn put_value(out: &mut dyn Write, value: &Value) -> io::Result<()> {
    match value {
        Value::Number(number) => {
            out.write_all(b"n")?;
            put_number(out, *number)
        }
        Value::Text(text) => {
            out.write_all(b"t")?;
            put_bytes(out, text.as_bytes())
        }
        Value::Bytes(bytes) => {
            out.write_all(b"b")?;
            put_bytes(out, bytes)
        }
        Value::NoNumber => out.write_all(b"N"),
        Value::NoText => out.write_all(b"T"),
        Value::NoBytes => out.write_all(b"B"),
    }
}

fn value(input: &mut dyn Read) -> io::Result<Value> {
    Ok(match byte(input)? {
        b'n' => Value::Number(number(input)?),
        b't' => Value::Text(text(input)?),
        b'b' => Value::Bytes(bytes(input)?),
        b'N' => Value::NoNumber,
        b'T' => Value::NoText,
        b'B' => Value::NoBytes,
        _ => return Err(invalid("it holds a value of a sort that this program does not know")),
    })
}

fn byte(input: &mut dyn Read) -> io::Result<u8> {
    let mut byte = [0];
    input.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn number(input: &mut dyn Read) -> io::Result<i64> {
    let mut bytes = [0; 8];
    input.read_exact(&mut bytes)?;
    Ok(i64::from_be_bytes(bytes))
}

/// How much or how many of something follow, which is not less than nothing.
fn length(input: &mut dyn Read) -> io::Result<u64> {
    u64::try_from(number(input)?).map_err(invalid)
}

fn bytes(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let length = length(input)?;
    let mut bytes = Vec::new();
    // Grows with what is there, whatever length is said.
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(invalid("it ends within a value"))
    }
}

fn text(input: &mut dyn Read) -> io::Result<String> {
    String::from_utf8(bytes(input)?).map_err(invalid)
}

fn invalid(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn every_frame_is_read_as_it_was_written() {
        let row = vec![
            Value::Number(i64::MIN),
            Value::Text("exercise é".into()),
            Value::Bytes(vec![0, 255]),
            Value::Text(String::new()),
            Value::NoNumber,
            Value::NoText,
            Value::NoBytes,
        ];
        let frames = [
            Frame::Version(3),
            Frame::Table {
                schema: "desk".into(),
                name: "exercise".into(),
                columns: vec!["right".into(); row.len()],
            },
            Frame::Row(row.clone()),
            Frame::File("exercise".into()),
            Frame::Chunk(vec![0, 255]),
            Frame::End(1),
        ];
        let mut bytes = Vec::new();
        frames.iter().for_each(|frame| frame.write(&mut bytes).unwrap());
        let mut input = &bytes[..];
        for frame in frames {
            assert_eq!(Frame::read(&mut input, row.len()).unwrap(), frame);
        }
        assert!(input.is_empty());
    }

    #[test]
    fn less_than_nothing_of_anything_is_refused() {
        let number = (-1i64).to_be_bytes();
        let table = [b"T".as_slice(), &[0; 16], &number].concat();
        let row = [b"Rt".as_slice(), &number].concat();
        let end = [b"E".as_slice(), &number].concat();
        for frame in [table, row, end] {
            assert!(Frame::read(&mut &frame[..], 1).is_err(), "{frame:?}");
        }
    }

    #[test]
    fn a_length_that_is_not_there_takes_no_memory() {
        let mut bytes = b"Rt".to_vec();
        bytes.extend(i64::MAX.to_be_bytes());
        assert!(Frame::read(&mut &bytes[..], 1).is_err());
    }
}
