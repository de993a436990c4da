//! Any bytes are a watch list or a register, or refused in words; each row is read or refused at its line, and none is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use screening::Language;
use screening::table::{Block, Layout, Seen, Table, TableMemory, read_watch_list};
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let table = || Table::of_stream(Box::new(Cursor::new(bytes.to_vec())), None);
    if let Ok(Err(error)) = table().map(read_watch_list) {
        assert!(!error.to_string().is_empty());
    }
    let Ok(mut table) = table() else {
        return;
    };
    // Every table has a column of names if it is told.
    let told = table.headings()[..1].to_vec();
    let Ok(layout) = Layout::of(table.headings(), &told) else {
        return;
    };
    table.read_columns(&layout);
    let head = table.head();
    let (mut block, mut memory) = (Block::default(), TableMemory::default());
    let (mut rows, mut line_before) = (0, 1);
    while table.next_block(&mut block).is_ok_and(|more| more) {
        block.each(&head, &layout, &mut memory, |seen| {
            let line = match &seen {
                Seen::Row(found) => found.line,
                Seen::Refused(refusal) => {
                    assert!(!refusal.why.words(Language::French).is_empty());
                    refusal.line
                }
            };
            assert!(line > line_before);
            line_before = line;
            rows += 1;
        });
    }
    // Without quotation marks every line is a row.
    if bytes.is_ascii() && !bytes.iter().any(|byte| matches!(byte, b'"' | b'\r' | 0)) {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.split('\n').skip_while(|line| line.trim_ascii().is_empty());
        let _header = lines.next();
        assert_eq!(rows, lines.filter(|line| !line.is_empty()).count());
    }
});
