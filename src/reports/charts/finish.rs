//! From a drawing to the two files: one SVG that needs no font, and its picture.
//!
//! The text of the SVG is turned into outlines. A label in a font that the reader's machine does not
//! have is drawn in another one, of another width, and runs into its neighbour; an `@font-face` inside
//! the file helps in a browser, but an office program need not heed it, and two whole fonts would weigh
//! 590 KB in every chart. With outlines a chart is the same wherever it is opened, at 190 to 510 KB for a
//! few centres and 1 MB for twenty. The price is that labels cannot be marked and copied: all that they
//! say stands in `<title>` and `<desc>`, which screen readers read, and in the tables.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Indent, Options, Tree, WriteOptions};

use crate::model::Language;

use super::canvas::FINENESS;
use super::lettering::{FAMILY, FONTS};
use super::{ChartError, ChartFile, Sketch};

/// Pixels of the picture for one pixel of a screen.
pub(super) const PICTURE_SCALE: u16 = 2;

/// Makes the files of a chart.
pub(super) fn finish(sketch: Sketch, language: Language) -> Result<ChartFile, ChartError> {
    let tree = outline(&sketch.markup)?;
    let png = picture(&tree)?;
    let svg = describe(&tree, &sketch, language)?;
    Ok(ChartFile { name: sketch.name, title: sketch.title, alt: sketch.alt, svg, png })
}

/// The drawing with its text laid out in our fonts; the machine's own fonts play no part.
pub(super) fn outline(markup: &str) -> Result<Tree, ChartError> {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    let options =
        Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    Tree::from_str(markup, &options).map_err(|error| ChartError::Outline(error.to_string()))
}

fn picture(tree: &Tree) -> Result<Vec<u8>, ChartError> {
    let scale = f32::from(PICTURE_SCALE) / fineness();
    let size = tree.size().to_int_size().scale_by(scale).ok_or(ChartError::Picture)?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or(ChartError::Picture)?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|_| ChartError::Picture)
}

/// The SVG as it is published: sized for a screen, named and described for those who cannot see it.
fn describe(tree: &Tree, sketch: &Sketch, language: Language) -> Result<String, ChartError> {
    let options = WriteOptions {
        // A step of the sheet is a quarter of a pixel: a hundredth of it is nothing.
        coordinates_precision: 2,
        indent: Indent::None,
        ..WriteOptions::default()
    };
    let written = tree.to_string(&options);
    let body = written
        .split_once('>')
        .and_then(|(_, rest)| rest.trim_end().strip_suffix("</svg>"))
        .ok_or_else(|| ChartError::Outline("no root element was written".to_owned()))?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let (name, code) = (sketch.name, language.code());
    let (title, alt) = (escaped(&sketch.title), escaped(&sketch.alt));
    let (screen_width, screen_height) = (width / fineness(), height / fineness());
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{screen_width}\" \
         height=\"{screen_height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         lang=\"{code}\" xml:lang=\"{code}\" aria-labelledby=\"{name}-title {name}-desc\">\n\
         <title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-desc\">{alt}</desc>\n\
         {body}\n</svg>\n"
    ))
}

#[expect(clippy::cast_precision_loss, reason = "it is 4")]
fn fineness() -> f32 {
    FINENESS as f32
}

/// Text as XML holds it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
