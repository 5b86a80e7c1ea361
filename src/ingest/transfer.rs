//! A file on its way to the process that reads it, and what that process read on its way back.
//!
//! Both carry a version and their length: the two ends are the same program, but a process that dies
//! leaves half an answer, and half an answer is no answer.

use std::io::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ingest::{FileContent, RawSheet};
use crate::model::{Cell, Finding, InputFile, Limits, Place, Severity};

const QUESTION: &[u8; 16] = b"efekt-read-1\r\n\x1a\n";
const ANSWER: &[u8; 16] = b"efekt-cell-1\r\n\x1a\n";
/// What may be said of a file or a sheet by its reader: the words of a finding are not its own.
const CODES: [&str; 4] = ["W001", "W017", "W018", "W032"];
const NAMES: [&str; 5] = ["reason", "encoding", "content", "rows", "read"];

#[derive(Serialize)]
struct AnswerOut<'a> {
    sheets: &'a [RawSheet],
    findings: Vec<Said<'a>>,
}

#[derive(Deserialize)]
struct AnswerIn<'a> {
    sheets: Vec<RawSheet>,
    #[serde(borrow)]
    findings: Vec<Said<'a>>,
}

/// A finding without its file: that is the asker's to know.
#[derive(Serialize, Deserialize)]
struct Said<'a> {
    code: &'a str,
    severity: Severity,
    sheet: &'a str,
    cell: Option<(u32, u32)>,
    #[serde(borrow)]
    arguments: Vec<(&'a str, &'a str)>,
}

/// What stands before the bytes of the file in a question.
pub fn question_head(file: &InputFile, limits: Limits) -> Vec<u8> {
    let mut head = QUESTION.to_vec();
    head.extend(u64::try_from(file.bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
    // Numbers into a vector: there is nothing that could fail.
    head.extend(postcard::to_stdvec(&limits).unwrap_or_default());
    head
}

/// Takes a question apart; `None` when it is not whole. The file has no name here.
pub fn read_question(question: Vec<u8>) -> Option<(InputFile, Limits)> {
    let rest = question.strip_prefix(QUESTION)?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let (limits, bytes) = postcard::take_from_bytes(rest).ok()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let head = question.len() - bytes.len();
    if bytes.len() != length {
        return None;
    }
    let mut bytes = question;
    bytes.drain(..head);
    Some((InputFile { path: String::new(), bytes }, limits))
}

/// Writes what a file holds.
pub fn write_answer(content: &FileContent, out: &mut dyn Write) -> io::Result<()> {
    let answer = AnswerOut {
        sheets: &content.sheets,
        findings: content.findings.iter().map(Said::of).collect(),
    };
    out.write_all(ANSWER)?;
    let counted = postcard::to_io(&answer, Counted { out, length: 0 });
    let Counted { out, length } = counted.map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.flush()
}

/// Reads an answer about `file`; `None` when it is not whole or contradicts itself.
pub fn read_answer(file: &InputFile, answer: &[u8]) -> Option<FileContent> {
    let rest = answer.strip_prefix(ANSWER)?;
    let (payload, length) = rest.split_last_chunk::<8>()?;
    if u64::try_from(payload.len()).ok()? != u64::from_le_bytes(*length) {
        return None;
    }
    let (answer, rest) = postcard::take_from_bytes::<AnswerIn<'_>>(payload).ok()?;
    let path: Arc<str> = file.path.as_str().into();
    let mut sheets = answer.sheets;
    if !rest.is_empty() || !sheets.iter().all(RawSheet::is_consistent) {
        return None;
    }
    for sheet in &mut sheets {
        sheet.file = Arc::clone(&path);
    }
    let findings = answer.findings.iter().map(|said| said.finding(&path)).collect::<Option<_>>()?;
    Some(FileContent { sheets, findings })
}

impl<'a> Said<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            code: finding.code,
            severity: finding.severity,
            sheet: &finding.place.sheet,
            cell: finding.place.cell.map(|cell| (cell.row, cell.column)),
            arguments: finding.arguments.iter().map(|(name, value)| (*name, &**value)).collect(),
        }
    }

    fn finding(&self, path: &Arc<str>) -> Option<Finding> {
        let known =
            |words: &[&'static str], word: &str| words.iter().copied().find(|known| *known == word);
        let mut arguments = Vec::new();
        for (name, value) in &self.arguments {
            arguments.push((known(&NAMES, name)?, (*value).to_owned()));
        }
        let cell = self.cell.map(|(row, column)| Cell { row, column });
        Some(Finding {
            place: Place { file: Arc::clone(path), sheet: self.sheet.into(), cell },
            code: known(&CODES, self.code)?,
            severity: self.severity,
            field: String::new(),
            read: String::new(),
            suggestion: String::new(),
            arguments,
            person: None,
        })
    }
}

struct Counted<'a> {
    out: &'a mut dyn Write,
    length: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.length += u64::try_from(written).unwrap_or(0);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::read_file;

    use super::*;

    fn file() -> InputFile {
        let bytes = b"PESEL;Kwota\n02270803624;\xb9\xb3 350,00\n".to_vec();
        InputFile { path: "a/b.csv".into(), bytes }
    }

    fn answer() -> (FileContent, Vec<u8>) {
        let content = read_file(&file(), Limits::default());
        let mut answer = Vec::new();
        write_answer(&content, &mut answer).unwrap();
        (content, answer)
    }

    #[test]
    fn what_comes_back_is_what_was_read() {
        let (content, answer) = answer();
        assert_eq!(content.findings.len(), 1, "the encoding was assumed");
        let back = read_answer(&file(), &answer).unwrap();
        assert_eq!(back.findings, content.findings);
        assert_eq!(format!("{:?}", back.sheets), format!("{:?}", content.sheets));
    }

    #[test]
    fn a_question_comes_back_without_the_name_of_the_file() {
        let limits = Limits { seconds: 7, ..Limits::default() };
        let mut question = question_head(&file(), limits);
        question.extend(&file().bytes);
        let (read, read_limits) = read_question(question.clone()).unwrap();
        assert_eq!((read.path.as_str(), read.bytes, read_limits), ("", file().bytes, limits));
        question.pop();
        assert!(read_question(question).is_none(), "half a question");
    }

    #[test]
    fn no_part_of_an_answer_is_an_answer() {
        let (_, answer) = answer();
        for length in 0..answer.len() {
            assert!(read_answer(&file(), &answer[..length]).is_none(), "{length}");
        }
        let longer = [&answer[..], b"x"].concat();
        assert!(read_answer(&file(), &longer).is_none());
    }

    #[test]
    fn no_changed_answer_stops_the_reader_of_answers() {
        let (_, answer) = answer();
        for at in 0..answer.len() {
            for bit in 0..8 {
                let mut changed = answer.clone();
                changed[at] ^= 1 << bit;
                // A changed letter is an answer still; what counts is that sheets hang together.
                for sheet in read_answer(&file(), &changed).into_iter().flat_map(|c| c.sheets) {
                    for row in sheet.rows() {
                        for (_, cell) in sheet.cells(*row) {
                            sheet.shown(cell);
                        }
                    }
                }
            }
        }
    }
}
