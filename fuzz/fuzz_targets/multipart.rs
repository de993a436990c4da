//! Any form with files is refused or read, to the same end however it arrives; what a part holds never has the delimiter in
//! it. The first byte says in pieces of what length it arrives.
#![no_main]

use libfuzzer_sys::fuzz_target;
use web::upload::multipart::{Event, Malformed, Multipart};

fn read(pieces: usize, body: &[u8]) -> Result<Vec<Event>, Malformed> {
    let mut form = Multipart::of("multipart/form-data; boundary=x").unwrap();
    let mut events: Vec<Event> = Vec::new();
    for piece in body.chunks(pieces) {
        form.feed(piece);
        while let Some(event) = form.read()? {
            match (events.last_mut(), event) {
                (Some(Event::Bytes(before)), Event::Bytes(more)) => before.extend(more),
                (_, event) => events.push(event),
            }
        }
    }
    Ok(events)
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, body)) = bytes.split_first() else { return };
    // As a request has it once its body is there.
    let _ = Multipart::of(&String::from_utf8_lossy(body));
    let whole = read(body.len().max(1), body);
    if let Ok(events) = &whole {
        for event in events {
            if let Event::Bytes(bytes) = event {
                assert!(!bytes.windows(5).any(|window| window == b"\r\n--x"));
            }
        }
    }
    // In pieces a form may be refused sooner or later, but is never read as another.
    let pieces = read(usize::from(*first).max(1), body);
    if let (Ok(whole), Ok(pieces)) = (whole, pieces) {
        let ended = |events: &[Event]| events.last() == Some(&Event::Done);
        assert_eq!(ended(&whole), ended(&pieces));
        if ended(&whole) {
            assert_eq!(whole, pieces);
        }
    }
});
