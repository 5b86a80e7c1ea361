//! Benefits by person, month, kind and payer, and the months for which they are complete.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::linked::{BenefitMonth, Coverage};
use crate::link::persons::Persons;
use crate::model::{Finding, Month, MonthRange, Place, Severity};
use crate::validate::{ValidRow, ValidTable};

/// Kinds of social assistance (indicators.md 6): only sources that hold one of them give coverage.
pub(crate) const SOCIAL_ASSISTANCE: [&str; 4] =
    ["periodic", "purpose", "special_purpose", "permanent"];

/// The payer where the source names none (indicators.md 6, rulings.md 50).
const PAYER_BY_LAW: [(&str, &str); 8] = [
    ("periodic", "gmina_or_state"),
    ("purpose", "gmina"),
    ("special_purpose", "gmina"),
    ("permanent", "state"),
    ("housing", "gmina"),
    ("unemployment", "labour_fund"),
    ("integration", "labour_fund"),
    ("bonus", "centre"),
];

/// A decision over more months than this is a slip of the year.
const LONGEST_DECISION: i32 = 120;

type Key = (usize, Month, Arc<str>, Arc<str>);

/// Adds up payments and spreads decisions over their months (rulings.md 51).
///
/// B001 for months outside a declared coverage, B003 for persons whom no list knows, B004 for a coverage
/// that was assumed.
pub(crate) fn link(
    tables: &[ValidTable],
    persons: &Persons,
    centres: &Centres,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> (Vec<BenefitMonth>, Vec<Coverage>) {
    let mut months: BTreeMap<Key, i64> = BTreeMap::new();
    let mut sources: BTreeMap<(Arc<str>, Option<usize>), SourceMonths> = BTreeMap::new();
    let mut strangers: BTreeMap<Arc<str>, (BTreeSet<usize>, u64)> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == "benefits") {
        let centre = centres.of_table(table, rules);
        let declared = declared(table, rules);
        let source = sources.entry((Arc::clone(&table.file), centre)).or_default();
        source.says_so |= table.from_template;
        for row in table.rows() {
            let (Some(person), Some(kind)) =
                (persons.of(index, row.number), table.code(*row, "kind", rules.catalogue))
            else {
                continue;
            };
            let spread = spread(table, *row);
            let outside = spread.iter().find(|(month, _)| {
                !declared.is_empty()
                    && !declared.iter().any(|range| range.first <= *month && *month <= range.last)
            });
            if let Some((month, _)) = outside {
                let field = if table.has("month") { "month" } else { "from" };
                let mut finding = table.finding(*row, field, "B001", Severity::Warning);
                finding.read = month.to_string();
                finding.arguments = vec![("coverage", shown(declared))];
                findings.push(finding);
            }
            // A payment for a later month says nothing of the months before it.
            for (month, _) in spread.iter().filter(|(month, _)| *month <= rules.as_of.month()) {
                source.add(*month, SOCIAL_ASSISTANCE.contains(&kind));
            }
            if !persons.is_listed(person) {
                let (who, rows) = strangers.entry(Arc::clone(&table.file)).or_default();
                who.insert(person);
                *rows += 1;
                continue;
            }
            let payer = table.code(*row, "payer", rules.catalogue).unwrap_or_else(|| {
                PAYER_BY_LAW
                    .iter()
                    .find(|(known, _)| *known == kind)
                    .map_or("?", |(_, payer)| payer)
            });
            for (month, grosze) in spread {
                let key = (person, month, Arc::from(kind), Arc::from(payer));
                *months.entry(key).or_default() += grosze;
            }
        }
    }
    for (file, (who, rows)) in strangers {
        let arguments = vec![("persons", who.len().to_string()), ("rows", rows.to_string())];
        findings.push(file_finding(&file, "B003", Severity::Note, arguments));
    }
    let coverage = coverage(&sources, rules, findings);
    let benefits = months
        .into_iter()
        .map(|((person, month, kind, payer), grosze)| BenefitMonth {
            person,
            month,
            kind,
            payer,
            grosze,
        })
        .collect();
    (benefits, coverage)
}

/// The months of one source, and whether it holds social assistance.
#[derive(Default)]
struct SourceMonths {
    first: Option<Month>,
    last: Option<Month>,
    social: bool,
    /// The instructions of the workbooks that `efekt init` makes say that the table is complete from
    /// its first month to its last: who fills it in declares it.
    says_so: bool,
}

impl SourceMonths {
    fn add(&mut self, month: Month, social: bool) {
        self.first = Some(self.first.map_or(month, |first| first.min(month)));
        self.last = Some(self.last.map_or(month, |last| last.max(month)));
        self.social |= social;
    }
}

fn coverage(
    sources: &BTreeMap<(Arc<str>, Option<usize>), SourceMonths>,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Coverage> {
    let mut coverage = Vec::new();
    for ((file, centre), source) in sources {
        let (Some(first), Some(last), true) = (source.first, source.last, source.social) else {
            continue;
        };
        let declared =
            rules.project.source(file).map(|source| source.coverage.as_slice()).unwrap_or_default();
        let assumed = [MonthRange { first, last }];
        let ranges = if declared.is_empty() && source.says_so {
            &assumed[..]
        } else if declared.is_empty() {
            let arguments = vec![("first", first.to_string()), ("last", last.to_string())];
            findings.push(file_finding(file, "B004", Severity::Warning, arguments));
            &assumed[..]
        } else {
            declared
        };
        for range in ranges {
            // A month is known when its last day is not after the as-of day (rulings.md 6).
            let as_of = rules.as_of.month();
            let unfinished = i32::from(rules.as_of != as_of.last_day());
            let last = range.last.min(Month::from_number(as_of.number() - unfinished));
            if range.first <= last {
                coverage.push(Coverage { centre: *centre, first: range.first, last });
            }
        }
    }
    coverage.sort();
    coverage
}

fn declared<'a>(table: &ValidTable, rules: LinkRules<'a>) -> &'a [MonthRange] {
    rules.project.source(&table.file).map(|source| source.coverage.as_slice()).unwrap_or_default()
}

/// Months of a row with the amount of each: a payment has one, a decision all from `from` to `to`. A
/// total is divided equally, grosze left over go to the first months.
fn spread(table: &ValidTable, row: ValidRow) -> Vec<(Month, i64)> {
    let monthly = table.grosze(row, "amount");
    let total = table.grosze(row, "amount_total");
    if let Some(month) = table.month(row, "month") {
        return vec![(month, monthly.or(total).unwrap_or(0))];
    }
    let Some(from) = table.day(row, "from") else { return Vec::new() };
    let first = from.month().number();
    let last = table.day(row, "to").map_or(first, |until| until.month().number());
    let last = last.min(first + LONGEST_DECISION);
    let count = i64::from(last - first + 1);
    (first..=last)
        .zip(0_i64..)
        .map(|(month, place)| {
            let grosze = match (monthly, total) {
                (Some(monthly), _) => monthly,
                (None, Some(total)) => total / count + i64::from(place < total % count),
                (None, None) => 0,
            };
            (Month::from_number(month), grosze)
        })
        .collect()
}

fn shown(ranges: &[MonthRange]) -> String {
    ranges
        .iter()
        .map(|range| format!("{}–{}", range.first, range.last))
        .collect::<Vec<_>>()
        .join(", ")
}

fn file_finding(
    file: &str,
    code: &'static str,
    severity: Severity,
    arguments: Vec<(&'static str, String)>,
) -> Finding {
    Finding {
        place: Place::file(file),
        code,
        severity,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments,
        person: None,
    }
}
