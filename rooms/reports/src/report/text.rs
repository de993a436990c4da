//! Sections that officers wrote, in their places among the report's own: their words as they were typed, and where a question stands
//! between braces, its answer.

use super::making::{Making, ReportError};
use super::{Block, Run};
use register::report_text::{Piece, START, pieces};

impl Making<'_, '_> {
    /// A heading, behind the sections that officers wrote for this place.
    pub async fn heading(&mut self, key: &str) -> Result<(), ReportError> {
        if self.places.is_empty() {
            self.written_for(|place| place == START).await?;
        }
        let place = key.trim_start_matches("report-");
        self.written_for(|of| of == place).await?;
        let text = self.words.t(key);
        self.places.push((place.to_owned(), text.clone()));
        self.blocks.push(Block::Heading(text));
        Ok(())
    }

    /// The sections that officers wrote for a place.
    pub(super) async fn written_for(&mut self, is_here: impl Fn(&str) -> bool) -> Result<(), ReportError> {
        let (here, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition::<Vec<_>, _>(|section| is_here(&section.place));
        self.waiting = waiting;
        for section in here {
            let first = self.blocks.len();
            let title = if section.title.is_empty() {
                self.t("report-empty")
            } else {
                section.title.clone()
            };
            self.blocks.push(Block::Heading(title));
            for paragraph in section.paragraphs() {
                let runs = self.written_paragraph(paragraph).await?;
                self.numbered(runs);
            }
            self.text_blocks.push(first..self.blocks.len());
            self.text.push(section);
        }
        Ok(())
    }

    /// A paragraph as officers wrote it. What asks nothing, and what has no answer, stands in it as it was typed, so that nobody
    /// takes it for one.
    async fn written_paragraph(&mut self, paragraph: &str) -> Result<Vec<Run>, ReportError> {
        let mut runs = Vec::new();
        for piece in pieces(paragraph) {
            runs.push(match piece {
                Piece::Words(words) => Run::Text(words),
                Piece::Wrong(written) => Run::Text(written.to_owned()),
                Piece::Question(query) if !self.desk.knows(&query).await? => Run::Text(format!("{{{query}}}")),
                Piece::Question(query) => match self.figure(query.clone()).await? {
                    Some(figure) => Run::Figure(figure),
                    None => Run::Text(format!("{{{query}}}")),
                },
            });
        }
        Ok(runs)
    }
}
