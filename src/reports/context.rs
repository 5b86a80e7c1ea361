//! What a report needs besides the figures: definitions, texts, the run's title and settings.

use crate::catalogue::{Catalogue, Texts};

/// What surrounds the figures of a report.
#[derive(Clone, Copy, Debug)]
pub struct ReportContext<'a> {
    /// Definitions, for titles, notes and sources.
    pub catalogue: &'a Catalogue,
    /// Texts of the run's language.
    pub texts: &'a Texts,
    /// Title of the project; may be empty.
    pub title: &'a str,
    /// Settings that the figures depend on: name and value, shown on the notes.
    pub settings: &'a [(String, String)],
    /// Version of the program.
    pub program_version: &'a str,
    /// Drawn charts, for workbooks that show them; may be empty.
    pub charts: &'a [ChartPicture],
}

/// A drawn chart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChartPicture {
    /// File name without ending.
    pub name: String,
    /// Headline.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The picture.
    pub png: Vec<u8>,
    /// The same as a drawing; its text is outlines.
    pub svg: String,
}
