//! A workbook whose sheets come piece by piece: every other part is the one of the file.
//!
//! The reader of cells gets from it each different cell of a sheet once (`plain_sheet`).

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::{CompressionMethod, ZipArchive};

/// What the sheet that is being read holds so far.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    bytes: Vec<u8>,
    taken: usize,
    /// Whether a sheet is being read; before, its bytes do not matter.
    is_open: bool,
    /// The part from which was read.
    part: Option<usize>,
}

impl Queue {
    /// Begins the next sheet.
    pub(crate) fn open(&mut self) {
        *self = Self { is_open: true, ..Self::default() };
    }

    /// Appends to the sheet.
    pub(crate) fn push(&mut self, piece: &[u8]) {
        if self.taken == self.bytes.len() {
            self.bytes.clear();
            self.taken = 0;
        }
        self.bytes.extend_from_slice(piece);
    }

    /// The place in the archive of the part that was read.
    pub(crate) fn part(&self) -> Option<usize> {
        self.part
    }
}

/// The archive with some parts replaced by the queue.
pub(crate) struct Feed<'a> {
    segments: Vec<Segment<'a>>,
    length: u64,
    at: u64,
    queue: Rc<RefCell<Queue>>,
}

struct Segment<'a> {
    start: u64,
    end: u64,
    content: Content<'a>,
}

enum Content<'a> {
    Header(Vec<u8>),
    Part(&'a [u8]),
    /// A part that comes from the queue: its place in the archive.
    Queue(usize),
}

impl<'a> Feed<'a> {
    /// `None` when the archive cannot be taken apart, or holds what the few fields of its list of parts
    /// cannot say.
    pub(crate) fn new(
        bytes: &'a [u8],
        fed: &BTreeSet<usize>,
        queue: Rc<RefCell<Queue>>,
    ) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut feed = Self { segments: Vec::new(), length: 0, at: 0, queue };
        let mut list = Vec::new();
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).ok()?;
            let name = part.name_raw().to_vec();
            let start = usize::try_from(part.data_start()?).ok()?;
            let packed = usize::try_from(part.compressed_size()).ok()?;
            let entry = if fed.contains(&index) {
                // What is fed is less than what the part holds.
                Entry { method: 0, crc: 0, packed: part.size(), size: part.size() }
            } else {
                let method = match part.compression() {
                    CompressionMethod::Stored => 0,
                    CompressionMethod::Deflated => 8,
                    _ => return None,
                };
                let packed = part.compressed_size();
                Entry { method, crc: part.crc32(), packed, size: part.size() }
            };
            let offset = u32::try_from(feed.length).ok()?;
            let fields = entry.fields(&name)?;
            list.extend([b"PK\x01\x02\x14\x00".as_slice(), &fields].concat());
            // Comment, disk, attributes.
            list.extend([0; 10]);
            list.extend(offset.to_le_bytes());
            list.extend(&name);
            feed.add(Content::Header([b"PK\x03\x04".as_slice(), &fields, &name].concat()));
            if fed.contains(&index) {
                let end = feed.length.checked_add(part.size())?;
                feed.add_until(end, Content::Queue(index));
            } else {
                feed.add(Content::Part(bytes.get(start..start.checked_add(packed)?)?));
            }
        }
        let count = u16::try_from(archive.len()).ok()?.to_le_bytes();
        let offset = u32::try_from(feed.length).ok()?.to_le_bytes();
        let size = u32::try_from(list.len()).ok()?.to_le_bytes();
        let end: [&[u8]; 7] = [b"PK\x05\x06", &[0; 4], &count, &count, &size, &offset, &[0; 2]];
        list.extend(end.concat());
        feed.add(Content::Header(list));
        Some(feed)
    }

    fn add(&mut self, content: Content<'a>) {
        let length = match &content {
            Content::Header(bytes) => bytes.len(),
            Content::Part(bytes) => bytes.len(),
            Content::Queue(_) => 0,
        };
        let end = self.length.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        self.add_until(end, content);
    }

    fn add_until(&mut self, end: u64, content: Content<'a>) {
        self.segments.push(Segment { start: self.length, end, content });
        self.length = end;
    }
}

/// What a zip file says of a part.
struct Entry {
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
}

impl Entry {
    /// From the version that is needed to the length of the extra fields, of which there are none.
    fn fields(&self, name: &[u8]) -> Option<Vec<u8>> {
        let mut fields = Vec::new();
        // Version 2.0, names in UTF-8, the first day that the format knows.
        let utf8: u16 = if name.is_ascii() { 0 } else { 0x0800 };
        for number in [20, utf8, self.method, 0, 0x21] {
            fields.extend(number.to_le_bytes());
        }
        fields.extend(self.crc.to_le_bytes());
        fields.extend(u32::try_from(self.packed).ok()?.to_le_bytes());
        fields.extend(u32::try_from(self.size).ok()?.to_le_bytes());
        fields.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
        fields.extend([0; 2]);
        Some(fields)
    }
}

impl Read for Feed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let segment = self.segments.partition_point(|segment| segment.end <= self.at);
        let Some(segment) = self.segments.get(segment) else { return Ok(0) };
        let rest = usize::try_from(segment.end - self.at).unwrap_or(usize::MAX);
        let skip = usize::try_from(self.at - segment.start).unwrap_or(usize::MAX);
        let length = match &segment.content {
            Content::Header(bytes) => copied(bytes.get(skip..).unwrap_or_default(), buffer),
            Content::Part(bytes) => copied(bytes.get(skip..).unwrap_or_default(), buffer),
            Content::Queue(part) => {
                let mut queue = self.queue.borrow_mut();
                if queue.is_open {
                    queue.part = Some(*part);
                    let fed = queue.bytes.get(queue.taken..).unwrap_or_default();
                    let length = copied(fed.get(..rest).unwrap_or(fed), buffer);
                    queue.taken += length;
                    length
                } else {
                    let length = rest.min(buffer.len());
                    buffer.get_mut(..length).unwrap_or_default().fill(0);
                    length
                }
            }
        };
        self.at = self.at.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
        Ok(length)
    }
}

fn copied(from: &[u8], to: &mut [u8]) -> usize {
    let length = from.len().min(to.len());
    if let (Some(from), Some(to)) = (from.get(..length), to.get_mut(..length)) {
        to.copy_from_slice(from);
    }
    length
}

impl Seek for Feed<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.at.checked_add_signed(offset),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
