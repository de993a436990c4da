//! The form of a backup without a record, for fuzzing: see `fuzz/fuzz_targets/backup.rs`. Nothing else asks through here.

use super::file::{Head, Opening, Sealing};
use super::frame::Frame;
use register::outside::Outside;
use register::port::StoreError;
use std::io::{Read, Write};

fn broken(error: std::io::Error) -> StoreError {
    StoreError::Refused(error.to_string())
}

/// A file under a master key that holds this.
///
/// # Errors
/// None that is to be expected.
pub fn sealed(master: &[u8; 32], plain: &[u8], outside: &dyn Outside) -> Result<Vec<u8>, StoreError> {
    let (head, key) = Head::draw(master, "comity-exercise", outside)?;
    let mut file = Vec::new();
    let mut sealing = Sealing::begin(&head, &key, &mut file).map_err(broken)?;
    sealing.write_all(plain).and_then(|()| sealing.end()).map_err(broken)?;
    Ok(file)
}

/// What a file holds.
///
/// # Errors
/// It is no backup, or none under this key.
pub fn opened(master: &[u8; 32], mut file: &[u8]) -> Result<Vec<u8>, StoreError> {
    let head = Head::read(&mut file)?;
    let key = head.key(master)?;
    let mut plain = Vec::new();
    Opening::begin(&key, &mut file).read_to_end(&mut plain).map_err(broken)?;
    Ok(plain)
}

/// What a file holds, read up to where it cannot be and written anew.
pub fn read_and_written(mut plain: &[u8]) -> Vec<u8> {
    let (mut written, mut width) = (Vec::new(), 0);
    while let Ok(frame) = Frame::read(&mut plain, width) {
        if let Frame::Table { columns, .. } = &frame {
            width = columns.len();
        }
        if frame.write(&mut written).is_err() {
            break;
        }
    }
    written
}
