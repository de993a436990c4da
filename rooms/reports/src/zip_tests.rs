#![allow(clippy::unwrap_used)]

use super::*;
use std::cell::Cell;

/// A place to write into that tells how much came.
struct Place<'c>(Cursor<Vec<u8>>, &'c Cell<usize>);

impl Write for Place<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.1.set(self.1.get() + bytes.len());
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Place<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn what_comes_is_written_out_as_it_comes_and_the_member_is_whole() {
    // What does not repeat is not made smaller.
    let mut state = 1u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    };
    let noise: Vec<u8> = (0..400_000).map(|_| next()).collect();
    let came = Cell::new(0);
    let mut zip = Zip::into(Place(Cursor::default(), &came));
    zip.put("first", b"1").unwrap();
    zip.put_as_it_comes("long", |member| {
        for _ in 0..4 {
            member.write_all(&noise)?;
            assert!(came.get() > 0);
        }
        assert!(came.get() > noise.len(), "{} bytes are held", 4 * noise.len() - came.get());
        Ok(())
    })
    .unwrap();
    let bytes = zip.end().unwrap().0.into_inner();
    let read = members(&bytes, 10_000_000).unwrap();
    assert_eq!(read, [("first", b"1".to_vec()), ("long", noise.repeat(4))]);
    let mut same = Zip::default();
    same.put("first", b"1").unwrap();
    same.put("long", &noise.repeat(4)).unwrap();
    assert_eq!(same.done().unwrap(), bytes, "the same gives the same bytes, however it came");
}
