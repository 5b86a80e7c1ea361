//! Findings, counted for the summary.

use std::collections::BTreeMap;

use crate::catalogue::{Argument, Catalogue, Texts};
use crate::cli::console::clean;
use crate::model::{Finding, Severity};
use crate::pipeline::finding_text;

/// How many findings there are of each severity, the gravest first.
pub(crate) fn by_severity(findings: &[Finding]) -> BTreeMap<Severity, u64> {
    let all = [Severity::Blocking, Severity::Error, Severity::Warning, Severity::Note];
    let mut counts = BTreeMap::from(all.map(|severity| (severity, 0)));
    for finding in findings {
        *counts.entry(finding.severity).or_default() += 1;
    }
    counts
}

/// So many places of what keeps a file from being used are told in full.
const TOLD: usize = 6;

/// Lines for each check, the gravest first: its code, its headline, how often; where first. What keeps a
/// table from being used is told in full, because there may be no workbook to look into. What is milder
/// than `mildest` is left to the workbook.
pub(crate) fn by_check(
    catalogue: &Catalogue,
    findings: &[Finding],
    mildest: Severity,
    texts: &Texts,
) -> Vec<String> {
    let mut checks: BTreeMap<(Severity, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity <= mildest) {
        checks.entry((finding.severity, finding.code)).or_default().push(finding);
    }
    let line = |((severity, code), found): (&(Severity, &str), &Vec<&Finding>)| {
        let page = catalogue.check(code);
        let title = page.map_or("", |page| page.text(texts.language()).title.as_str());
        let first = found.iter().map(|finding| &finding.place).min();
        let word = texts.text(&format!("cli-severity-{}", severity.code()));
        let place = first.map(|place| clean(&place.to_string())).unwrap_or_default();
        let gaps: [(&str, Argument); 4] = [
            ("code", (*code).into()),
            ("severity", word.into()),
            ("title", title.into()),
            ("count", found.len().into()),
        ];
        let check = texts.fill("cli-findings-check", &gaps);
        if *severity == Severity::Blocking {
            return format!("{check}{}", told(catalogue, found, texts));
        }
        // The place on a line of its own: together they are wider than a terminal.
        format!("{check}\n    {}", texts.fill("cli-findings-first", &[("place", place.into())]))
    };
    checks.iter().map(line).collect()
}

/// Each place with what is wrong there, then what to do.
fn told(catalogue: &Catalogue, found: &[&Finding], texts: &Texts) -> String {
    let mut lines = String::new();
    let mut cure = String::new();
    for finding in found.iter().take(TOLD) {
        let text = finding_text(catalogue, texts.language(), finding);
        let place = clean(&finding.place.to_string());
        lines.push_str("\n    ");
        lines.push_str(&place);
        lines.push_str(": ");
        lines.push_str(&clean(&text.what));
        cure = text.fix;
    }
    if found.len() > TOLD {
        lines.push_str("\n    …");
    }
    lines.push_str("\n    → ");
    lines.push_str(&cure);
    lines
}
