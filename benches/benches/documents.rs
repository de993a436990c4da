//! What setting a document costs: requests of one page, of ten and of a hundred, as PDF.
//!
//! `cargo bench -p benches --features documents --bench documents`

use benches::Outcome;
use jiff::civil::date;
use law::{Pack, Values};
use register::request::{DocumentFacts, RequestText};
use reports::letter::{Given, Language};
use reports::pdf::request_pdf;
use std::time::Instant;

/// Characters of prose in each request.
const PROSE: [usize; 3] = [100, 28_000, 320_000];
/// How often each is set. Nothing is remembered between.
const RUNS: usize = 5;
const SENTENCE: &str = "A sentence of an exercise, which is repeated until it fills the pages of a document as long as this. ";

fn main() -> Outcome<()> {
    let law = Pack::rome_statute()?;
    for prose in PROSE {
        let values = [
            ("requested_state", "XAA".to_owned()),
            ("person", "exercise-0001".to_owned()),
            ("level", "confidential".to_owned()),
            ("facts", SENTENCE.repeat(prose.div_ceil(SENTENCE.len()))),
        ];
        let text = RequestText {
            form: "arrest-and-surrender".to_owned(),
            values: Values(values.map(|(element, text)| (element.to_owned(), vec![text])).into()),
        };
        let given = Given {
            law: &law,
            text: &text,
            reference: "0123456789abcdef0123456789abcdef",
            date: Some(date(2026, 4, 14)),
            language: Language::En,
            facts: &DocumentFacts::default(),
        };
        for run in 0..RUNS {
            let begun = Instant::now();
            let pdf = request_pdf(&given)?;
            let took = begun.elapsed();
            if run == RUNS - 1 {
                println!(
                    "{} pages, {} kB: {:.0} ms",
                    pdf.pages,
                    pdf.bytes.len() / 1000,
                    took.as_secs_f64() * 1000.0
                );
            }
        }
    }
    Ok(())
}
