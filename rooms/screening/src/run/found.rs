//! A hit with all that the output says of it, and its place among the others.

use std::cmp::Ordering;
use std::io::{self, Read, Write};

/// A hit as it goes into the output.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundHit {
    /// Place in the watch list, from 0.
    pub watched: u32,
    /// Which of the watched names matched: 0 the name, from 1 the aliases.
    pub watch_name: u16,
    /// 0 to 1, to three digits.
    pub score: f32,
    /// The row's number in the register, from 1.
    pub row: u64,
    /// The register's id of the row; the row's number where it gives none.
    pub register_id: String,
    /// The name in the register that matched.
    pub matched_name: String,
    /// Why.
    pub explanation: String,
}

impl FoundHit {
    /// The order of the output: as in the watch list, the likelier first, then as in the register.
    pub fn order(&self, other: &FoundHit) -> Ordering {
        let by_score = || other.score.total_cmp(&self.score);
        self.watched
            .cmp(&other.watched)
            .then_with(by_score)
            .then_with(|| self.row.cmp(&other.row))
    }

    /// About how many bytes of memory it takes.
    pub fn weight(&self) -> usize {
        size_of::<FoundHit>() + self.register_id.len() + self.matched_name.len() + self.explanation.len()
    }

    /// Writes it so that [`FoundHit::read`] reads it.
    ///
    /// # Errors
    /// As `out`.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(&self.watched.to_le_bytes())?;
        out.write_all(&self.watch_name.to_le_bytes())?;
        out.write_all(&self.score.to_le_bytes())?;
        out.write_all(&self.row.to_le_bytes())?;
        for text in [&self.register_id, &self.matched_name, &self.explanation] {
            out.write_all(&(text.len() as u64).to_le_bytes())?;
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    /// Reads what [`FoundHit::write`] wrote.
    ///
    /// # Errors
    /// As `from`, and where something else stands there.
    pub fn read(from: &mut impl Read) -> io::Result<FoundHit> {
        Ok(FoundHit {
            watched: u32::from_le_bytes(bytes(from)?),
            watch_name: u16::from_le_bytes(bytes(from)?),
            score: f32::from_le_bytes(bytes(from)?),
            row: u64::from_le_bytes(bytes(from)?),
            register_id: text(from)?,
            matched_name: text(from)?,
            explanation: text(from)?,
        })
    }
}

fn bytes<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn text(from: &mut impl Read) -> io::Result<String> {
    let length = u64::from_le_bytes(bytes(from)?);
    let mut text = String::new();
    // Through `take`, so that a length that was damaged asks for no memory.
    from.take(length).read_to_string(&mut text)?;
    if text.len() as u64 == length {
        Ok(text)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}
