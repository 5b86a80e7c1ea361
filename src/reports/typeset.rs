//! From a template and values to a PDF: typst in memory, with our fonts and nothing of the machine.
//!
//! Values go in as JSON, pictures as SVG; a template shows them, and nothing of them is ever read as
//! markup. The file is tagged, and is written only when it passes typst's own checks of PDF/UA-1 (people
//! who have it read aloud) and PDF/A-2a (archives). Its date is the as-of day: same values, same bytes.

use std::collections::BTreeMap;

use serde_json::Value;
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use unicode_normalization::UnicodeNormalization;

use crate::model::Day;
use crate::reports::ReportError;
use crate::reports::charts::FONTS;

/// Sizes of the text in points, tried in turn until the pages are enough.
const SIZES: [f64; 7] = [10.0, 9.6, 9.2, 8.8, 8.4, 8.0, 7.6];

/// What is to be set.
#[derive(Clone, Debug)]
pub(crate) struct Manuscript {
    /// The template; it reads `values.json`.
    pub(crate) template: &'static str,
    /// What the template shows. `size` and `date` are added.
    pub(crate) values: Value,
    /// Pictures by file name, as SVG.
    pub(crate) pictures: Vec<(String, String)>,
    /// Pages that it may have: the text becomes smaller until they are enough.
    pub(crate) pages: usize,
    /// The date of the file.
    pub(crate) as_of: Day,
    /// The program that made it.
    pub(crate) creator: String,
}

/// The bytes of the PDF.
///
/// Fails when the template is faulty or the file would not meet PDF/UA-1 and PDF/A-2a; no value can make
/// it fail.
pub(crate) fn pdf(manuscript: &Manuscript) -> Result<Vec<u8>, ReportError> {
    let document = set(manuscript)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| ReportError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(manuscript.creator.clone())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| fault(&errors));
    // What typst remembers for a next time would only hold memory.
    comemo::evict(0);
    bytes
}

/// The pages, in the largest text with which they are few enough.
fn set(manuscript: &Manuscript) -> Result<PagedDocument, ReportError> {
    let mut desk = Desk::new(manuscript)?;
    let mut smallest = None;
    for size in SIZES {
        desk.lay(manuscript, size)?;
        let document: PagedDocument =
            typst::compile(&desk).output.map_err(|errors| fault(&errors))?;
        if document.pages().len() <= manuscript.pages {
            return Ok(document);
        }
        smallest = Some(document);
    }
    smallest.ok_or_else(|| ReportError::Pdf("no size".to_owned()))
}

fn fault(errors: &[SourceDiagnostic]) -> ReportError {
    let message = errors.first().map(|error| error.message.to_string());
    ReportError::Pdf(message.unwrap_or_default())
}

/// All that typst can see.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    files: BTreeMap<String, Bytes>,
    today: Option<Datetime>,
}

impl Desk {
    fn new(manuscript: &Manuscript) -> Result<Self, ReportError> {
        let fonts: Vec<Font> =
            FONTS.iter().filter_map(|font| Font::new(Bytes::new(*font), 0)).collect();
        let path = VirtualPath::new("main.typ")
            .map_err(|error| ReportError::Pdf(format!("main.typ: {error}")))?;
        let main = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        let pictures = manuscript.pictures.iter();
        let (year, month, day) = manuscript.as_of.parts();
        let small = |number: u32| u8::try_from(number).ok();
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(main, manuscript.template.to_owned()),
            files: pictures
                .map(|(name, svg)| (name.clone(), Bytes::from_string(svg.clone())))
                .collect(),
            today: small(month)
                .zip(small(day))
                .and_then(|(month, day)| Datetime::from_ymd(year, month, day)),
        })
    }

    /// Lays the values on the desk.
    fn lay(&mut self, manuscript: &Manuscript, size: f64) -> Result<(), ReportError> {
        let mut values = self.legible(&manuscript.values);
        let (year, month, day) = manuscript.as_of.parts();
        if let Value::Object(entries) = &mut values {
            entries.insert("size".to_owned(), size.into());
            entries
                .insert("date".to_owned(), vec![i64::from(year), month.into(), day.into()].into());
        }
        self.files.insert("values.json".to_owned(), Bytes::new(serde_json::to_vec(&values)?));
        Ok(())
    }

    /// The same values in letters that our fonts have.
    fn legible(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.letters(text)),
            Value::Array(items) => items.iter().map(|item| self.legible(item)).collect(),
            Value::Object(entries) => entries
                .iter()
                .map(|(name, value)| (name.clone(), self.legible(value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    /// A letter without a glyph would be a hole in the page and is refused by PDF/UA; so are control
    /// characters and marks of byte order.
    fn letters(&self, text: &str) -> String {
        let has = |letter: char| {
            let all = self.fonts.iter();
            !matches!(letter, '\u{feff}' | '\u{fffc}')
                && all.clone().all(|font| font.info().coverage.contains(u32::from(letter)))
        };
        text.nfc()
            .map(|letter| match letter {
                _ if letter.is_control() => ' ',
                _ if has(letter) => letter,
                _ => '\u{fffd}',
            })
            .collect()
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        // A package would come from the network.
        let ours = Some(name).filter(|_| *id.root() == VirtualRoot::Project);
        ours.and_then(|name| self.files.get(name)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use typst::layout::{Frame, FrameItem};

    use super::*;

    /// The text of every page, piece by piece in the order in which it is drawn. Fails on a warning: a
    /// font or a letter that is not there.
    pub(crate) fn page_texts(manuscript: &Manuscript) -> Vec<String> {
        let mut desk = Desk::new(manuscript).unwrap();
        desk.lay(manuscript, SIZES[0]).unwrap();
        let warned = typst::compile::<PagedDocument>(&desk);
        assert!(warned.warnings.is_empty(), "{:?}", warned.warnings);
        let document = set(manuscript).unwrap();
        let text = |frame: &Frame| {
            let mut text = String::new();
            collect(frame, &mut text);
            text
        };
        document.pages().iter().map(|page| text(&page.frame)).collect()
    }

    fn collect(frame: &Frame, text: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, text),
                FrameItem::Text(piece) => {
                    text.push_str(&piece.text);
                    text.push('\n');
                }
                _ => {}
            }
        }
    }

    fn manuscript(template: &'static str, shown: &str) -> Manuscript {
        Manuscript {
            template,
            values: serde_json::json!({ "shown": shown }),
            pictures: Vec::new(),
            pages: 1,
            as_of: Day::parse_iso("2026-03-31").unwrap(),
            creator: "efekt".to_owned(),
        }
    }

    const TEMPLATE: &str = "#let values = json(\"values.json\")
        #let (year, month, day) = values.date
        #set document(title: values.shown, date: datetime(year: year, month: month, day: day))
        #set text(font: \"Open Sans\", lang: \"pl\", size: values.size * 1pt)
        = #values.shown";

    #[test]
    fn what_looks_like_markup_or_code_is_only_text() {
        for shown in ["#read(\"x\")", "<script>alert(1)</script>", "*a* _b_ $x$ = @y // z \\"] {
            let manuscript = manuscript(TEMPLATE, shown);
            let text = page_texts(&manuscript).concat();
            assert_eq!(text.replace('\n', ""), shown);
            assert!(pdf(&manuscript).is_ok(), "{shown}");
        }
    }

    #[test]
    fn letters_that_the_font_lacks_are_marked_and_stop_nothing() {
        let manuscript = manuscript(TEMPLATE, "Łódź\u{1}\u{feff}\u{6f22}\u{1f600}\u{e000}e\u{301}");
        let text = page_texts(&manuscript).concat();
        assert_eq!(text.trim_end(), "Łódź \u{fffd}\u{fffd}\u{fffd}\u{fffd}é");
        pdf(&manuscript).unwrap();
    }

    #[test]
    fn a_template_sees_no_file_and_no_package() {
        for template in [
            "#read(\"/etc/hostname\")",
            "#read(\"../Cargo.toml\")",
            "#import \"@preview/cetz:0.4.0\"",
            "#include \"other.typ\"",
        ] {
            assert!(pdf(&manuscript(template, "")).is_err(), "{template}");
        }
    }

    #[test]
    fn a_picture_without_a_description_is_refused() {
        let mut manuscript = manuscript("#image(\"a.svg\")", "");
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
        manuscript.pictures.push(("a.svg".to_owned(), svg.to_owned()));
        assert!(matches!(pdf(&manuscript), Err(ReportError::Pdf(_))));
    }
}
