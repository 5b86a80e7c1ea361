//! findings.jsonl: one finding a line, for programs.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::model::{Finding, FindingWorth, Language, Severity, Worths};
use crate::reports::{ReportError, finding_text};

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: Severity,
    file: &'a str,
    sheet: &'a str,
    cell: String,
    field: &'a str,
    read: &'a str,
    suggestion: &'a str,
    person: Option<&'a str>,
    title: String,
    what: String,
    why: String,
    fix: String,
    #[serde(flatten)]
    worth: Option<FindingWorth<'a>>,
}

/// The bytes of findings.jsonl: UTF-8, LF, sorted by place; `rank` says in which order to mend, where it
/// was reckoned.
/// `worths` are those of `findings`, in their order.
pub fn write(
    catalogue: &Catalogue,
    language: Language,
    findings: &[Finding],
    worths: &Worths,
) -> Result<Vec<u8>, ReportError> {
    let ranks = worths.ranks(findings);
    let mut sorted: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    sorted.sort_by_key(|(_, finding)| *finding);
    let mut bytes = Vec::new();
    for (place, finding) in sorted {
        let text = finding_text(catalogue, language, finding);
        let line = Line {
            code: finding.code,
            severity: finding.severity,
            file: &finding.place.file,
            sheet: &finding.place.sheet,
            cell: finding.place.address(),
            field: &finding.field,
            read: &finding.read,
            suggestion: &finding.suggestion,
            person: finding.person.as_deref(),
            title: text.title,
            what: text.what,
            why: text.why,
            fix: text.fix,
            worth: worths.of_finding(place, &ranks),
        };
        serde_json::to_writer(&mut bytes, &line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use crate::model::Place;
    use crate::reports::fixture::{catalogue, finding, worths};

    use super::*;

    #[test]
    fn a_finding_is_one_line_with_its_keys_in_order() {
        let bytes =
            write(&catalogue(), Language::English, &[finding("<script>")], &Worths::default())
                .unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "{\"code\":\"P001\",\"severity\":\"error\",\"file\":\"lista.xlsx\",\"sheet\":\"2024\",\"cell\":\"C7\",\
             \"field\":\"entry_date\",\"read\":\"<script>\",\"suggestion\":\"2024-02-29\",\"person\":\"os-0007\",\
             \"title\":\"Impossible date\",\"what\":\"Entry date holds “<script>”, perhaps 2024-02-29 (row 7).\",\
             \"why\":\"Effect: –.\",\"fix\":\"Correct the date.\"}\n"
        );
    }

    #[test]
    fn what_a_finding_is_worth_stands_at_its_end_where_it_was_reckoned() {
        let second = Finding { place: Place::file("z.csv"), ..finding("x") };
        let findings = [finding("x"), second];
        let bytes = write(&catalogue(), Language::English, &findings, &worths()).unwrap();
        let lines = String::from_utf8(bytes).unwrap();
        let ends: Vec<&str> =
            lines.lines().map(|line| line.split_once("\"rank\":").unwrap().1).collect();
        let far = 4.0 / 11.0 - 0.3;
        let first = format!(
            "2,\"could_move\":[{{\"indicator\":\"employment_rate_at_exit\",\"up_to\":{far}}}]}}"
        );
        let second =
            "1,\"could_move\":[{\"indicator\":\"employment_rate_at_exit\",\"up_to\":null}]}";
        assert_eq!(ends, [first.as_str(), second]);
    }

    #[test]
    fn lines_are_sorted_by_place_and_nothing_is_an_empty_file() {
        let early = Finding { place: Place::file("a.csv"), ..finding("x") };
        let bytes =
            write(&catalogue(), Language::English, &[finding("x"), early], &Worths::default())
                .unwrap();
        assert!(String::from_utf8(bytes).unwrap().lines().next().unwrap().contains("a.csv"));
        assert!(
            write(&catalogue(), Language::English, &[], &Worths::default()).unwrap().is_empty()
        );
    }
}
