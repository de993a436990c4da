//! Whatever a file holds, and whatever it is called, it is refused or found to be what its name says; and what was found
//! to be a document is no program, page or archive. The first byte chooses the ending.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::attachment::kind::check;
use register::attachment::{AttachmentError, Content, Kind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

struct InMemory<'b>(&'b [u8]);

#[async_trait::async_trait]
impl Content for InMemory<'_> {
    fn length(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&mut self, at: u64) -> Result<Vec<u8>, AttachmentError> {
        let at = usize::try_from(at).unwrap().min(self.0.len());
        let end = self.0.len().min((at / 512 + 1) * 512);
        Ok(self.0[at..end].to_vec())
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let named = Kind::ALL[usize::from(*first) % Kind::ALL.len()];
    let mut content = InMemory(bytes);
    let name = format!("exercise.{}", named.word());
    let found = match pin!(check(&mut content, &name, "")).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(found) => found,
        Poll::Pending => panic!("a file in memory keeps nobody waiting"),
    };
    if let Ok(found) = found {
        assert_eq!(found, named);
        for program in [&b"\x7fELF"[..], b"#!", b"<html", b"7z\xbc\xaf\x27\x1c"] {
            assert!(!bytes.starts_with(program));
        }
    }
});
