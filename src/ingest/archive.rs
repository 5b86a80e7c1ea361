//! What a zip file is before the reader sees it: bombs, duplicates, forbidden XML, and what a
//! workbook could do besides holding cells.
//!
//! Sizes are counted while inflating: what the file declares of itself is not trusted.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use memchr::memmem;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::ingest::ReadProblem;
use crate::model::Limits;

/// Parts up to this size may inflate as they like.
const SMALL: u64 = 100 * 1024;
/// Room for a million texts harms nobody, whatever the part declares.
const HARMLESS_STRINGS: u64 = 1_000_000;
/// Enough of the end of a piece to find what lies across two pieces.
const OVERLAP: usize = 64;

/// Something in a workbook that could act or reach outside it. It is never followed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum ActiveContent {
    /// Macros, also macro sheets of Excel 4.
    Macros,
    /// Links to other workbooks.
    Links,
    /// Connections to databases, web pages or files.
    Connections,
    /// Links to running programs.
    Dde,
    /// Embedded files and controls.
    Objects,
}

impl ActiveContent {
    /// Message id `active-content-…`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Macros => "active-content-macros",
            Self::Links => "active-content-links",
            Self::Connections => "active-content-connections",
            Self::Dde => "active-content-dde",
            Self::Objects => "active-content-objects",
        }
    }
}

/// Inflates every part once, within limits, and tells what else the workbook holds.
pub(crate) fn inspect(
    bytes: &[u8],
    limits: Limits,
) -> Result<BTreeSet<ActiveContent>, ReadProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadProblem::Broken)?;
    if u32::try_from(archive.len()).is_ok_and(|parts| parts > limits.parts) {
        return Err(ReadProblem::TooLarge);
    }
    if archive.has_duplicate_names() {
        return Err(ReadProblem::DuplicateParts);
    }
    // Parts that share their bytes multiply what a small file inflates to.
    if archive.has_overlapping_files().map_err(|_| ReadProblem::Broken)? {
        return Err(ReadProblem::Inflation);
    }
    let mebibyte = 1024 * 1024;
    let mut left = u64::from(limits.total_mib) * mebibyte;
    let mut names = BTreeSet::new();
    let mut active = BTreeSet::new();
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let name = match archive.name_for_index(index) {
            Some(Ok(name)) => folded(&name),
            _ => return Err(ReadProblem::Broken),
        };
        if !names.insert(name.clone()) {
            return Err(ReadProblem::DuplicateParts);
        }
        let part = archive.by_index_raw(index).map_err(|_| ReadProblem::Broken)?;
        if part.encrypted() {
            return Err(ReadProblem::Password);
        }
        let packed = part.compressed_size().max(1);
        drop(part);
        by_name(&name, &mut active);
        // Not readable: the reader will say so where it needs the part.
        let Ok(mut part) = archive.by_index(index) else { continue };
        let largest = left.min(u64::from(limits.part_mib) * mebibyte);
        let mut scan = Scan::new(&name);
        let mut inflated = 0_u64;
        loop {
            let length = part.read(&mut buffer).unwrap_or(0);
            let Some(piece) = buffer.get(..length).filter(|piece| !piece.is_empty()) else { break };
            inflated = inflated.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
            if inflated > largest {
                return Err(ReadProblem::TooLarge);
            }
            if inflated > SMALL && inflated / packed > u64::from(limits.inflation) {
                return Err(ReadProblem::Inflation);
            }
            scan.piece(piece, &mut active)?;
        }
        scan.end(inflated)?;
        left -= inflated;
    }
    Ok(active)
}

/// Programs find parts whatever the case and the slashes.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

fn by_name(name: &str, active: &mut BTreeSet<ActiveContent>) {
    let macros = name.ends_with("vbaproject.bin")
        || name.contains("/macrosheets/")
        || name.starts_with("basic/")
        || name.starts_with("scripts/");
    for (content, found) in [
        (ActiveContent::Macros, macros),
        (ActiveContent::Links, name.starts_with("xl/externallinks/")),
        (ActiveContent::Connections, name.starts_with("xl/connections.")),
        (ActiveContent::Connections, name.starts_with("xl/querytables/")),
        (ActiveContent::Objects, name.starts_with("xl/embeddings/")),
        (ActiveContent::Objects, name.starts_with("xl/activex/")),
    ] {
        if found {
            active.insert(content);
        }
    }
}

/// Looks through one part piece by piece.
struct Scan {
    is_xml: bool,
    shared_strings: bool,
    needles: &'static [(&'static [u8], ActiveContent)],
    declared: Option<u64>,
    first: bool,
    tail: Vec<u8>,
}

impl Scan {
    fn new(name: &str) -> Self {
        let suffix = name.rsplit('.').next().unwrap_or_default();
        let needles: &[(&[u8], ActiveContent)] = if name == "content.xml" {
            &[
                (b"<table:table-source", ActiveContent::Links),
                (b"<table:dde-link", ActiveContent::Dde),
                (b"<office:dde-source", ActiveContent::Dde),
                (b"<table:database-source", ActiveContent::Connections),
            ]
        } else if name.starts_with("xl/externallinks/") {
            &[(b"ddeLink", ActiveContent::Dde)]
        } else {
            &[]
        };
        Self {
            is_xml: matches!(suffix, "xml" | "rels" | "vml" | "rdf"),
            shared_strings: name == "xl/sharedstrings.xml",
            needles,
            declared: None,
            first: true,
            tail: Vec::new(),
        }
    }

    fn piece(
        &mut self,
        piece: &[u8],
        active: &mut BTreeSet<ActiveContent>,
    ) -> Result<(), ReadProblem> {
        if self.first {
            self.first = false;
            self.is_xml |= piece.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
            if self.shared_strings {
                self.declared = declared_strings(piece);
            }
        }
        if !self.is_xml && self.needles.is_empty() {
            return Ok(());
        }
        self.tail.extend_from_slice(piece);
        if self.is_xml && has_doctype(&self.tail) {
            return Err(ReadProblem::Doctype);
        }
        for (needle, content) in self.needles {
            if memmem::find(&self.tail, needle).is_some() {
                active.insert(*content);
            }
        }
        let keep_from = self.tail.len().saturating_sub(OVERLAP);
        self.tail.drain(..keep_from);
        Ok(())
    }

    /// A text takes at least `<si/>`.
    fn end(&self, inflated: u64) -> Result<(), ReadProblem> {
        match self.declared {
            Some(count) if count > HARMLESS_STRINGS && count > inflated / 4 => {
                Err(ReadProblem::SharedStrings)
            }
            _ => Ok(()),
        }
    }
}

/// Also in UTF-16, in which the letters are apart.
fn has_doctype(text: &[u8]) -> bool {
    let plain = memmem::find_iter(text, b"<!").any(|at| {
        text.get(at + 2..at + 9).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype"))
    });
    plain
        || memmem::find_iter(text, b"<\0!\0")
            .any(|at| text.get(at + 4).is_some_and(|letter| letter.eq_ignore_ascii_case(&b'd')))
}

/// How many different texts a part of shared texts claims to hold.
fn declared_strings(head: &[u8]) -> Option<u64> {
    let mut reader = Reader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => {
                let value = element.try_get_attribute("uniqueCount").ok()??;
                // More digits than a number holds are more texts than a file holds.
                return Some(value.value.parse().unwrap_or(u64::MAX));
            }
            Event::Eof => return None,
            _ => {}
        }
        buffer.clear();
    }
}
