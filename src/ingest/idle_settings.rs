//! Settings of the project file that fit nothing that was found: usually a slip of the pen.

use crate::ingest::{SheetReport, said};
use crate::model::{Finding, InputFile, Place, Project, ProjectSource, Severity, fold};

/// W035 for every source whose path, sheet, kind or column fits no file, sheet, table or header.
pub(crate) fn findings(
    project: &Project,
    files: &[InputFile],
    sheets: &[SheetReport],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in &project.sources {
        // The first source that matches a file speaks for it.
        let speaks =
            |path: &str| project.source(path).is_some_and(|known| std::ptr::eq(known, source));
        let sheets: Vec<&SheetReport> =
            sheets.iter().filter(|sheet| speaks(&sheet.place.file)).collect();
        let idle = if files.iter().any(|file| speaks(&file.path)) {
            idle_in(source, &sheets)
        } else {
            vec!["path".to_owned()]
        };
        for setting in idle {
            let setting = format!("{setting} ([[source]] path = \"{}\")", source.path.written());
            let arguments = vec![("setting", setting)];
            findings.push(said(Place::file("efekt.toml"), "W035", Severity::Warning, arguments));
        }
    }
    findings
}

/// The settings of a source that fit none of its sheets.
fn idle_in(source: &ProjectSource, sheets: &[&SheetReport]) -> Vec<String> {
    let mut idle = Vec::new();
    if let Some(name) = &source.sheet
        && !sheets.iter().any(|sheet| fold(&sheet.place.sheet) == fold(name))
    {
        // Nothing else of it can fit.
        return vec![format!("sheet = \"{name}\"")];
    }
    if let Some(kind) = &source.kind
        && !sheets.iter().any(|sheet| sheet.kind.as_ref() == Some(kind))
    {
        idle.push(format!("kind = \"{kind}\""));
    }
    for (field, header) in &source.columns {
        let known = |sheet: &&SheetReport| {
            sheet.columns.iter().any(|(_, _, known, _)| known.as_deref() == Some(field.as_str()))
                && sheet.columns.iter().any(|(_, known, _, _)| fold(known) == fold(header))
        };
        if !sheets.iter().any(known) {
            idle.push(format!("columns.{field} = \"{header}\""));
        }
    }
    idle
}
