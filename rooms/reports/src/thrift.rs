//! Apache Thrift's compact protocol, as far as the footers of Parquet need it: structs, lists, numbers, texts
//! (<https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>).

/// The types of fields and of members of lists.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    I32 = 5,
    I64 = 6,
    Binary = 8,
    List = 9,
    Struct = 12,
}

/// A struct in the making, and those within it.
pub(crate) struct Thrift {
    out: Vec<u8>,
    /// The id of the last field of each open struct.
    last: Vec<u8>,
}

impl Default for Thrift {
    fn default() -> Thrift {
        Thrift {
            out: Vec::new(),
            last: vec![0],
        }
    }
}

impl Thrift {
    /// Begins a field: how much its id is above that of the last one, and its type. Ids rise, by less than 16.
    fn field(&mut self, id: u8, kind: Kind) {
        if let Some(last) = self.last.last_mut() {
            self.out.push((id - *last) << 4 | kind as u8);
            *last = id;
        }
    }

    pub(crate) fn i32(&mut self, id: u8, value: i32) -> &mut Thrift {
        self.field(id, Kind::I32);
        self.bare_i32(value)
    }

    pub(crate) fn i64(&mut self, id: u8, value: i64) -> &mut Thrift {
        self.field(id, Kind::I64);
        varint(&mut self.out, zigzag(value));
        self
    }

    pub(crate) fn text(&mut self, id: u8, value: &str) -> &mut Thrift {
        self.field(id, Kind::Binary);
        self.bare_text(value)
    }

    /// Begins a list; its members follow.
    pub(crate) fn list(&mut self, id: u8, of: Kind, length: usize) {
        self.field(id, Kind::List);
        match u8::try_from(length) {
            Ok(short) if short < 15 => self.out.push(short << 4 | of as u8),
            _ => {
                self.out.push(0xf0 | of as u8);
                varint(&mut self.out, length as u64);
            }
        }
    }

    /// A number as a member of a list.
    pub(crate) fn bare_i32(&mut self, value: i32) -> &mut Thrift {
        varint(&mut self.out, zigzag(i64::from(value)));
        self
    }

    /// A text as a member of a list.
    pub(crate) fn bare_text(&mut self, value: &str) -> &mut Thrift {
        varint(&mut self.out, value.len() as u64);
        self.out.extend(value.as_bytes());
        self
    }

    /// Begins a struct as a field.
    pub(crate) fn begin(&mut self, id: u8) {
        self.field(id, Kind::Struct);
        self.last.push(0);
    }

    /// Begins a struct as a member of a list.
    pub(crate) fn element(&mut self) {
        self.last.push(0);
    }

    /// Ends the innermost struct.
    pub(crate) fn end(&mut self) {
        self.out.push(0);
        self.last.pop();
    }

    /// Ends the outermost struct; gives the bytes.
    pub(crate) fn done(mut self) -> Vec<u8> {
        self.end();
        self.out
    }
}

/// A number of which those near 0 are short, whatever their sign.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

/// Seven bits a byte, the lowest first, the highest bit set while more follow.
pub(crate) fn varint(out: &mut Vec<u8>, mut value: u64) {
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}
