//! A finding in words: the texts of its check with the gaps filled in.

use crate::catalogue::{Catalogue, Texts};
use crate::model::{Finding, Grosze, Language};
use crate::reports::number;

/// What a reader is told about one finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FindingText {
    /// Headline of the check.
    pub title: String,
    /// What was found.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub fix: String,
}

/// Stands for a word that a check's text asks for and the finding does not have.
const ABSENT: &str = "–";

/// The texts of a finding. A check without a page shows its code, so that nothing is lost.
pub fn finding_text(catalogue: &Catalogue, language: Language, finding: &Finding) -> FindingText {
    let Some(page) = catalogue.check(finding.code) else {
        return FindingText {
            title: finding.code.to_owned(),
            what: finding.read.clone(),
            why: String::new(),
            fix: finding.suggestion.clone(),
        };
    };
    let text = page.text(language);
    let field = field_title(catalogue, language, finding);
    let word = |gap: &str| -> Option<&str> {
        let own = finding.arguments.iter().find(|(name, _)| *name == gap);
        match (own, gap) {
            (Some((_, value)), _) => Some(value),
            (None, "read") => Some(&finding.read),
            (None, "field") => Some(&field),
            (None, "suggestion") => Some(&finding.suggestion),
            _ => None,
        }
    };
    FindingText {
        title: text.title.clone(),
        what: fill(&text.what, word),
        why: fill(&text.why, word),
        fix: fill(&text.fix, word),
    }
}

/// Turns what findings carry as codes into words of the run's language: message ids (`effect-…`,
/// `read-problem-…`) into their sentences, fields and checks into their titles, amounts into zł.
pub fn word_arguments(catalogue: &Catalogue, texts: &Texts, findings: &mut [Finding]) {
    for finding in findings {
        for (name, value) in &mut finding.arguments {
            if *name == "fields" {
                *value = field_titles(catalogue, texts.language(), value);
            } else if *name == "check" {
                *value = check_title(catalogue, texts.language(), value);
            } else if value.contains('-') && texts.has(value) {
                *value = texts.text(value);
            } else if ["expected", "computed", "maximum"].contains(name)
                && let Some(amount) = Grosze::parse(value)
            {
                *value = number::zloty(amount, texts.language());
            }
        }
    }
}

/// A check by its headline: „Płeć nie zgadza się z PESEL” (P005).
fn check_title(catalogue: &Catalogue, language: Language, code: &str) -> String {
    let Some(page) = catalogue.check(code) else { return code.to_owned() };
    let title = &page.text(language).title;
    match language {
        Language::Polish => format!("„{title}” ({code})"),
        Language::English => format!("“{title}” ({code})"),
    }
}

fn field_titles(catalogue: &Catalogue, language: Language, names: &str) -> String {
    let titles = names.split(", ").map(|name| {
        let field = catalogue.sources.iter().find_map(|source| source.field(name));
        field.map_or(name, |(_, field)| field.title.text(language))
    });
    titles.collect::<Vec<_>>().join(", ")
}

/// The name of the finding's field for a reader, else its canonical name.
pub(crate) fn field_title(catalogue: &Catalogue, language: Language, finding: &Finding) -> String {
    // Several tables have fields of one name; the finding names its table, else the letter of the code
    // says which is meant.
    let named = finding.arguments.iter().find(|(name, _)| *name == "table");
    let kind = match named {
        Some((_, kind)) => kind.as_str(),
        None => kind_of_letter(finding),
    };
    let sources = catalogue.source(kind).into_iter().chain(&catalogue.sources);
    let mut fields = sources.filter_map(|source| source.field(&finding.field));
    let title = fields.next().map(|(_, field)| field.title.text(language));
    // What follows a semicolon explains the field, it is not its name.
    let name = title.map(|title| title.split(';').next().unwrap_or(title).to_owned());
    name.unwrap_or_else(|| finding.field.clone())
}

fn kind_of_letter(finding: &Finding) -> &'static str {
    match finding.code.chars().next() {
        Some('P') => "participants",
        Some('B') => "benefits",
        Some('S') => "support",
        Some('C') => "centres",
        Some('F') => "finance",
        Some('T') => "targets",
        _ => "",
    }
}

/// Fills `{gap}` in one pass: braces inside a filled word stay as they are.
fn fill<'a>(text: &str, word: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((gap, tail)) = after.split_once('}') else {
            filled.push('{');
            filled.push_str(after);
            return filled;
        };
        let found = word(gap).filter(|found| !found.is_empty());
        filled.push_str(found.unwrap_or(ABSENT));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use crate::reports::fixture::{catalogue, finding};

    use super::*;

    #[test]
    fn gaps_are_filled_in_the_language_asked_for() {
        let catalogue = catalogue();
        let polish = finding_text(&catalogue, Language::Polish, &finding("2024-02-30"));
        assert_eq!(polish.title, "Niemożliwa data");
        assert_eq!(
            polish.what,
            "W polu „Data wejścia” jest „2024-02-30”, może chodzi o 2024-02-29 (wiersz 7)."
        );
        let english = finding_text(&catalogue, Language::English, &finding("2024-02-30"));
        assert_eq!(english.what, "Entry date holds “2024-02-30”, perhaps 2024-02-29 (row 7).");
        assert_eq!(english.why, "Effect: –.");
    }

    #[test]
    fn a_field_that_several_tables_share_has_the_title_of_the_findings_table() {
        let catalogue = Catalogue::embedded().unwrap();
        let kind = |table: &str| {
            let shared = Finding {
                code: "W020",
                field: "kind".to_owned(),
                arguments: vec![("table", table.to_owned())],
                ..finding("x")
            };
            field_title(&catalogue, Language::Polish, &shared)
        };
        assert_eq!(kind("benefits"), "Rodzaj świadczenia");
        assert_eq!(kind("support"), "Forma wsparcia");
    }

    #[test]
    fn what_was_read_is_never_taken_for_a_gap() {
        let text =
            finding_text(&catalogue(), Language::English, &finding("{suggestion} #read(\"x\")"));
        assert!(text.what.contains("“{suggestion} #read(\"x\")”"), "{}", text.what);
    }

    #[test]
    fn a_check_without_a_page_keeps_its_code() {
        let unknown = Finding { code: "Z999", ..finding("x") };
        assert_eq!(finding_text(&catalogue(), Language::English, &unknown).title, "Z999");
    }
}
