//! The container of yesterday (OLE): finds one stream in it. The reader of cells has a reader of its
//! own and keeps it to itself.

/// The first number that marks no sector.
const SPECIAL: u32 = 0xFFFF_FFFA;
/// Bytes of a directory entry.
const ENTRY: usize = 128;

/// The bytes of the first stream that has one of the names; `None` when the container is not sound
/// or holds none of them.
pub(crate) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let container = Container::open(bytes)?;
    let directory = container.chain(u32_at(bytes, 48)?)?;
    let entries: Vec<Entry> = directory.chunks_exact(ENTRY).filter_map(Entry::read).collect();
    let root = entries.iter().find(|entry| entry.kind == 5)?;
    let wanted = names.iter().find_map(|name| entries.iter().find(|entry| entry.is(name)))?;
    let length = usize::try_from(wanted.length).ok()?;
    let mut stream = if wanted.length < u32_at(bytes, 56)? {
        let small = container.chain(root.start)?;
        let table = numbers(&container.chain(u32_at(bytes, 60)?)?);
        follow(&table, wanted.start, |sector| small.get(sector << 6..(sector + 1) << 6))?
    } else {
        container.chain(wanted.start)?
    };
    stream.truncate(length);
    Some(stream)
}

struct Container<'a> {
    bytes: &'a [u8],
    shift: u32,
    /// The sector after each sector.
    next: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(u16_at(bytes, 30)?);
        if !matches!(shift, 9 | 12) || u16_at(bytes, 32)? != 6 {
            return None;
        }
        let mut container = Self { bytes, shift, next: Vec::new() };
        // Sectors that hold the table: 109 in the head, the rest in a chain of their own.
        let mut holders = numbers(bytes.get(76..512)?);
        let mut list = u32_at(bytes, 68)?;
        let sectors = bytes.len() >> shift;
        for _ in 0..sectors {
            let Some(sector) = container.sector(usize::try_from(list).ok()?) else { break };
            let mut more = numbers(sector);
            list = more.pop()?;
            holders.extend(more);
        }
        for holder in holders.into_iter().filter(|sector| *sector < SPECIAL) {
            let Some(sector) = container.sector(usize::try_from(holder).ok()?) else { continue };
            let more = numbers(sector);
            container.next.extend(more);
            if container.next.len() > sectors + (1 << shift) {
                break;
            }
        }
        Some(container)
    }

    /// The head takes the place of one sector.
    fn sector(&self, number: usize) -> Option<&'a [u8]> {
        let start = number.checked_add(1)?.checked_shl(self.shift)?;
        let end = self.bytes.len().min(start.checked_add(1 << self.shift)?);
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        follow(&self.next, start, |sector| self.sector(sector))
    }
}

/// The sectors of a chain, one after the other; `None` when it never ends.
fn follow<'a>(
    next: &[u32],
    start: u32,
    sector: impl Fn(usize) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut number = start;
    for _ in 0..=next.len() {
        if number >= SPECIAL {
            return Some(bytes);
        }
        let place = usize::try_from(number).ok()?;
        bytes.extend_from_slice(sector(place)?);
        number = *next.get(place)?;
    }
    None
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    length: u32,
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
        let units = bytes.get(..length)?.chunks_exact(2);
        let units = units.filter_map(|unit| Some(u16::from_le_bytes(unit.try_into().ok()?)));
        Some(Self {
            name: char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect(),
            kind: *bytes.get(66)?,
            start: u32_at(bytes, 116)?,
            length: u32_at(bytes, 120)?,
        })
    }

    fn is(&self, name: &str) -> bool {
        self.kind == 2 && self.name.eq_ignore_ascii_case(name)
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let numbers = bytes.chunks_exact(4);
    numbers.filter_map(|number| Some(u32::from_le_bytes(number.try_into().ok()?))).collect()
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let number = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(number.try_into().ok()?))
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let number = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(number.try_into().ok()?))
}
