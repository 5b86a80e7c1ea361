//! All files of a run: which tables they hold, and what is said of the rest.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::num::NonZero;
use std::thread;

use crate::catalogue::Catalogue;
use crate::ingest::{
    ColumnUse, CorrectionBook, FileContent, Hints, RawSheet, RawTable, ReadProblem, Recognition,
    corrections, idle_settings, read_file, recognise, refused, said,
};
use crate::model::{Cell, FileStatus, Finding, InputFile, Place, Project, Severity, fold};

/// Reads one file. An error is not one of the file: without a reader there is no run.
pub type FileReader<'a, E> = dyn Fn(&InputFile) -> Result<FileContent, E> + Sync + 'a;

/// What a sheet was taken for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetReport {
    /// Where the sheet is.
    pub place: Place,
    /// Kind of table, or `None`.
    pub kind: Option<String>,
    /// Whether it holds the instructions or lists of a workbook that `efekt init` made.
    pub is_guide: bool,
    /// The file that it corrects, when it is the list of a correction workbook.
    pub corrects: Option<String>,
    /// Whether a required column is missing or claimed twice, so that no row is read.
    pub is_unusable: bool,
    /// Last row of the header, from 0.
    pub header_row: Option<u32>,
    /// Column from 0, header, field, how sure.
    pub columns: Vec<(u32, String, Option<String>, u8)>,
}

/// Tables of all files, and what is said of the rest.
#[derive(Debug, Default)]
pub struct Ingested {
    /// Tables, in the order of files and sheets.
    pub tables: Vec<RawTable>,
    /// What each file is.
    pub files: Vec<(String, FileStatus)>,
    /// What each sheet was taken for.
    pub sheets: Vec<SheetReport>,
    /// Correction workbooks, in the order of files.
    pub corrections: Vec<CorrectionBook>,
    /// Findings on files and sheets.
    pub findings: Vec<Finding>,
}

/// Reads all files with `reader`, `jobs` at a time. They are used in their order, and no more than
/// `jobs` of them are held that are read and not yet used.
pub fn read_tables<E: Send>(
    files: &[InputFile],
    catalogue: &Catalogue,
    project: &Project,
    reader: &FileReader<'_, E>,
    jobs: NonZero<usize>,
) -> Result<Ingested, E> {
    let mut ingested = Ingested::default();
    thread::scope(|scope| {
        let mut coming = files.iter();
        let mut pending = VecDeque::new();
        loop {
            while pending.len() < jobs.get()
                && let Some(file) = coming.next()
            {
                pending.push_back((file, scope.spawn(move || reader(file))));
            }
            let Some((file, reading)) = pending.pop_front() else { return Ok(()) };
            // A reader that panics in this process is a file that cannot be read.
            let content =
                reading.join().unwrap_or_else(|_| Ok(refused(file, ReadProblem::Crashed)));
            ingested.add(file, content?, catalogue, project);
        }
    })?;
    let idle = idle_settings::findings(project, files, &ingested.sheets);
    ingested.findings.extend(idle);
    Ok(ingested)
}

/// Reads all files in this process, one after the other: for tests, and for callers who made the files
/// themselves.
pub fn read_tables_here(files: &[InputFile], catalogue: &Catalogue, project: &Project) -> Ingested {
    let reader = |file: &InputFile| Ok::<_, Infallible>(read_file(file, project.limits));
    match read_tables(files, catalogue, project, &reader, NonZero::<usize>::MIN) {
        Ok(ingested) => ingested,
        Err(never) => match never {},
    }
}

impl Ingested {
    fn add(
        &mut self,
        file: &InputFile,
        content: FileContent,
        catalogue: &Catalogue,
        project: &Project,
    ) {
        let ingested = self;
        let before = ingested.tables.len();
        let refused = content.sheets.is_empty();
        ingested.findings.extend(content.findings);
        if content.sheets.iter().any(corrections::is_correction) {
            let book = corrections::read(file, &content.sheets);
            let corrects = book.target.as_ref().map(|target| target.file.clone());
            let place = Place { cell: None, ..book.place.clone() };
            ingested.sheets.push(SheetReport { corrects, ..stranger(place) });
            ingested.files.push((file.path.clone(), FileStatus::Corrections));
            ingested.corrections.push(book);
            return;
        }
        let marks_known = content.sheets.iter().all(|sheet| sheet.marks_known);
        let mut empty = true;
        let mut unusable = false;
        let mut strangers = Vec::new();
        // Sheets of people that are no known table.
        let mut lists = Vec::new();
        let from_template = content.sheets.iter().any(RawSheet::is_guide);
        let mut sheets = VecDeque::from(content.sheets);
        while let Some(sheet) = sheets.pop_front() {
            let place = sheet.sheet_place();
            if sheet.is_guide() {
                empty = false;
                ingested.sheets.push(SheetReport { is_guide: true, ..stranger(place) });
                continue;
            }
            let hidden = sheet.hidden;
            let hints = hints(file, &sheet.name, project);
            let recognition = match hints {
                Some(hints) => recognise(sheet, catalogue, &hints),
                None => Recognition::NoTable(None),
            };
            empty &= matches!(recognition, Recognition::Empty);
            match recognition {
                Recognition::Table(mut table) => {
                    table.from_template = from_template;
                    let known = (table.source, table.header.1, &*table.columns, &*table.unused);
                    ingested.sheets.push(report(place, known, catalogue));
                    ingested.findings.append(&mut table.findings);
                    if let Some(below) = table.below.take() {
                        sheets.push_front(below);
                    }
                    ingested.tables.push(*table);
                }
                Recognition::Unusable(table) => {
                    unusable = true;
                    let known = (table.source, table.header.1, &*table.columns, &*table.unused);
                    let mut report = report(place, known, catalogue);
                    report.is_unusable = true;
                    // A strange header may be anything, also a name: shown are those that a finding says.
                    let is_said = |header: &str| {
                        let said = format!("{header} (");
                        let arguments = table.findings.iter().flat_map(|found| &found.arguments);
                        let mut nearest = arguments.filter(|(name, _)| *name == "nearest");
                        nearest.any(|(_, text)| text.contains(&said))
                    };
                    for (_, header, field, _) in &mut report.columns {
                        if field.is_none() && !is_said(header) {
                            "…".clone_into(header);
                        }
                    }
                    ingested.sheets.push(report);
                    ingested.findings.extend(table.findings);
                }
                Recognition::NoTable(persons) => {
                    if let Some(cell) = persons {
                        let place = Place { cell: Some(cell), ..place.clone() };
                        lists.push(said(place, "W052", Severity::Warning, Vec::new()));
                    } else {
                        let code = if hidden { "W007" } else { "W015" };
                        strangers.push((place.clone(), code));
                    }
                    ingested.sheets.push(stranger(place));
                }
                Recognition::Empty => ingested.sheets.push(stranger(place)),
            }
        }
        let read = ingested.tables.len() > before;
        let status = match (refused, read) {
            (true, _) => FileStatus::Refused,
            (false, true) => FileStatus::Read,
            (false, false) => FileStatus::NoTable,
        };
        ingested.files.push((file.path.clone(), status));
        if read && !marks_known {
            ingested.findings.push(note(Place::file(&file.path), "W016"));
        }
        if !refused && empty {
            ingested.findings.push(note(Place::file(&file.path), "W004"));
        } else if !refused && !read && !unusable && lists.is_empty() {
            let place =
                strangers.first().map_or(Place::file(&file.path), |(place, _)| place.clone());
            ingested.findings.push(said(place, "W002", Severity::Warning, Vec::new()));
        } else {
            for (place, code) in strangers {
                let first = Place { cell: Some(Cell { row: 0, column: 0 }), ..place };
                ingested.findings.push(note(first, code));
            }
        }
        ingested.findings.extend(lists);
    }
}

/// What the project file says of a sheet; `None` when it names another sheet of the file.
fn hints(file: &InputFile, sheet: &str, project: &Project) -> Option<Hints> {
    let Some(source) = project.source(&file.path) else { return Some(Hints::default()) };
    if source.sheet.as_ref().is_some_and(|name| fold(name) != fold(sheet)) {
        return None;
    }
    Some(Hints {
        kind: source.kind.clone(),
        header_row: source.header_row.map(|row| row.saturating_sub(1)),
        columns: source
            .columns
            .iter()
            .map(|(field, header)| (header.clone(), field.clone()))
            .collect(),
    })
}

/// What a table was recognised as: place of the source, last header row, columns, other headers.
fn report(
    place: Place,
    (source, header_row, columns, unused): (usize, u32, &[ColumnUse], &[(u32, String)]),
    catalogue: &Catalogue,
) -> SheetReport {
    let source = catalogue.sources.get(source);
    let name_of = |field: usize| {
        source.and_then(|source| source.fields.get(field)).map(|field| field.name.clone())
    };
    let known = columns.iter().map(|column| {
        (column.column, column.header.clone(), name_of(column.field), column.confidence)
    });
    let unused = unused.iter().map(|(column, header)| (*column, header.clone(), None, 0));
    let mut columns: Vec<_> = known.chain(unused).collect();
    // Of a column of one field or another the first is shown.
    columns.dedup_by_key(|(column, ..)| *column);
    columns.sort();
    SheetReport {
        kind: source.map(|source| source.kind.clone()),
        header_row: Some(header_row),
        columns,
        ..stranger(place)
    }
}

fn stranger(place: Place) -> SheetReport {
    SheetReport {
        place,
        kind: None,
        is_guide: false,
        corrects: None,
        is_unusable: false,
        header_row: None,
        columns: Vec::new(),
    }
}

fn note(place: Place, code: &'static str) -> Finding {
    said(place, code, Severity::Note, Vec::new())
}
