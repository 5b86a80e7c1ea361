//! Benefits by person, month, kind and payer, and the months for which they are complete.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::linked::{BenefitMonth, Coverage};
use crate::link::origins::Origins;
use crate::link::persons::Persons;
use crate::model::{Finding, Month, MonthRange, Place, Severity};
use crate::validate::{ValidRow, ValidTable, Value, ValueColumn};

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

/// A file and the centre to which its table belongs.
pub(crate) type SourceKey = (Arc<str>, Option<usize>);

/// What the benefits tables say.
pub(crate) struct Linked {
    pub(crate) months: Vec<BenefitMonth>,
    pub(crate) coverage: Vec<Coverage>,
    /// The months that each source holds.
    pub(crate) sources: BTreeMap<SourceKey, SourceMonths>,
}

/// One payment; kind and payer by their places in a list of codes. There can be a million of them.
#[derive(Clone, Copy)]
struct Payment {
    person: u32,
    month: Month,
    kind: u16,
    payer: u16,
    grosze: i64,
}

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
    origins: &mut Origins,
) -> Linked {
    let mut payments: Vec<Payment> = Vec::new();
    let mut codes: Vec<&str> = Vec::new();
    let mut sources: BTreeMap<SourceKey, SourceMonths> = BTreeMap::new();
    let mut strangers: BTreeMap<Arc<str>, (BTreeSet<usize>, u64)> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == "benefits") {
        let centre = centres.of_table(table, rules);
        let declared = declared(table, rules);
        let source = sources.entry((Arc::clone(&table.file), centre)).or_default();
        source.says_so |= table.from_template;
        let kinds = table.code_column("kind", rules.catalogue);
        let payers = table.code_column("payer", rules.catalogue);
        let spreads = Spreads::of_table(table, rules, declared);
        for (row, person) in persons.of_rows(index, table.rows()) {
            let (Some(person), Some(kind)) = (person, kinds.get(row)) else { continue };
            let Some(spread) = spreads.of(row) else { continue };
            let outside = spread.months().find(|(month, _)| {
                !declared.is_empty()
                    && !declared.iter().any(|range| range.first <= *month && *month <= range.last)
            });
            if let Some((month, _)) = outside {
                let field = if table.has("month") { "month" } else { "from" };
                let mut finding = table.finding(row, field, "B001", Severity::Warning);
                finding.read = month.to_string();
                finding.arguments = vec![("coverage", shown(declared))];
                findings.push(finding);
            }
            // A payment for a later month says nothing of the months before it.
            // A decision without an end does not say how far the source reaches.
            let said = if spread.open { 1 } else { usize::MAX };
            let known = spread.months().take(said);
            for (month, _) in known.filter(|(month, _)| *month <= rules.as_of.month()) {
                source.add(month, SOCIAL_ASSISTANCE.contains(&kind));
            }
            if !persons.is_listed(person) {
                let (who, rows) = strangers.entry(Arc::clone(&table.file)).or_default();
                who.insert(person);
                *rows += 1;
                continue;
            }
            let payer = payers.get(row).unwrap_or_else(|| {
                PAYER_BY_LAW
                    .iter()
                    .find(|(known, _)| *known == kind)
                    .map_or("?", |(_, payer)| payer)
            });
            if let Some(origin) = origins.row(index, row) {
                for (month, _) in spread.months() {
                    let key = (person, month, Arc::from(kind), Arc::from(payer));
                    origins.add_benefit(&key, Some(origin));
                }
            }
            let person = u32::try_from(person).unwrap_or(u32::MAX);
            let (kind, payer) = (code(kind, &mut codes), code(payer, &mut codes));
            for (month, grosze) in spread.months() {
                payments.push(Payment { person, month, kind, payer, grosze });
            }
        }
    }
    for (file, (who, rows)) in strangers {
        let arguments = vec![("persons", who.len().to_string()), ("rows", rows.to_string())];
        findings.push(file_finding(&file, "B003", Severity::Note, arguments));
    }
    let coverage = coverage(&sources, rules, findings, origins);
    Linked { months: added_up(payments, &codes), coverage, sources }
}

/// The place of a code in the list of codes.
fn code<'a>(code: &'a str, codes: &mut Vec<&'a str>) -> u16 {
    let place = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
        codes.push(code);
        codes.len() - 1
    });
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// The payments by person, month, kind and payer, each such key once.
fn added_up(mut payments: Vec<Payment>, codes: &[&str]) -> Vec<BenefitMonth> {
    let text = |code: u16| codes.get(usize::from(code)).copied().unwrap_or_default();
    payments.sort_unstable_by(|one, two| {
        let order = (one.person, one.month).cmp(&(two.person, two.month));
        order
            .then_with(|| (text(one.kind), text(one.payer)).cmp(&(text(two.kind), text(two.payer))))
    });
    payments.dedup_by(|next, sum| {
        let same = (next.person, next.month, next.kind, next.payer)
            == (sum.person, sum.month, sum.kind, sum.payer);
        if same {
            sum.grosze += next.grosze;
        }
        same
    });
    let shared: Vec<Arc<str>> = codes.iter().map(|code| Arc::from(*code)).collect();
    let shared = |code: u16| shared.get(usize::from(code)).cloned().unwrap_or_else(|| "".into());
    payments
        .into_iter()
        .map(|payment| BenefitMonth {
            person: usize::try_from(payment.person).unwrap_or(usize::MAX),
            month: payment.month,
            kind: shared(payment.kind),
            payer: shared(payment.payer),
            grosze: payment.grosze,
        })
        .collect()
}

/// The months of one source, and whether it holds social assistance.
#[derive(Default)]
pub(crate) struct SourceMonths {
    pub(crate) first: Option<Month>,
    pub(crate) last: Option<Month>,
    pub(crate) social: bool,
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
    sources: &BTreeMap<SourceKey, SourceMonths>,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
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
                let months = Coverage { centre: *centre, first: range.first, last };
                origins.add_coverage(&months, file, !declared.is_empty() || source.says_so);
                coverage.push(months);
            }
        }
    }
    coverage.sort();
    coverage
}

/// The months for which the project file says that a table is complete.
pub(crate) fn declared<'a>(table: &ValidTable, rules: LinkRules<'a>) -> &'a [MonthRange] {
    rules.project.source(&table.file).map(|source| source.coverage.as_slice()).unwrap_or_default()
}

/// Months of a row with the amount of each: a payment has one, a decision all from `from` to `to`. A
/// total is divided equally, grosze left over go to the first months.
#[derive(Clone, Copy)]
pub(crate) struct Spread {
    first: i32,
    last: i32,
    /// The last of the months that are told: nothing after the as-of day is known.
    told: i32,
    /// Without an end.
    open: bool,
    monthly: Option<i64>,
    total: Option<i64>,
}

/// The fields of a table that say when and how much.
pub(crate) struct Spreads<'a> {
    month: Option<&'a ValueColumn>,
    from: Option<&'a ValueColumn>,
    to: Option<&'a ValueColumn>,
    amount: Option<&'a ValueColumn>,
    total: Option<&'a ValueColumn>,
    /// The month of the as-of day.
    latest: i32,
    /// The last month in which a decision without an end counts: a declared source says nothing of later
    /// ones.
    open_until: i32,
}

impl<'a> Spreads<'a> {
    pub(crate) fn of_table(
        table: &'a ValidTable,
        rules: LinkRules<'_>,
        declared: &[MonthRange],
    ) -> Self {
        let [month, from, to, amount, total] =
            ["month", "from", "to", "amount", "amount_total"].map(|field| table.values_of(field));
        let latest = rules.as_of.month().number();
        let covered = declared.iter().map(|range| range.last.number()).max();
        let open_until = covered.map_or(latest, |covered| covered.min(latest));
        Self { month, from, to, amount, total, latest, open_until }
    }

    pub(crate) fn of(&self, row: ValidRow) -> Option<Spread> {
        let value = |column: Option<&ValueColumn>| column?.get(row.position);
        let grosze = |column| match value(column) {
            Some(Value::Grosze(grosze)) => Some(grosze),
            _ => None,
        };
        let month = |column| match value(column) {
            Some(Value::Day(day)) => Some(day.month().number()),
            _ => None,
        };
        let (monthly, total) = (grosze(self.amount), grosze(self.total));
        if let Some(Value::Month(month)) = value(self.month) {
            let month = month.number();
            let (first, last) = (month, month);
            return Some(Spread { first, last, told: last, open: false, monthly, total });
        }
        let first = month(self.from)?;
        let open = value(self.to) == Some(Value::NotApplicable);
        let last = month(self.to).unwrap_or(if open { self.open_until } else { first }).max(first);
        // At least the first: that a month lies outside the coverage is said of it.
        let told = last.min(self.latest).max(first);
        Some(Spread { first, last, told, open, monthly, total })
    }
}

impl Spread {
    /// The first and the last of the months that are told.
    pub(crate) fn ends(self) -> (Month, Month) {
        (Month::from_number(self.first), Month::from_number(self.told))
    }

    pub(crate) fn months(self) -> impl Iterator<Item = (Month, i64)> {
        let count = i64::from(self.last - self.first + 1);
        (self.first..=self.told).zip(0_i64..).map(move |(month, place)| {
            let grosze = match (self.monthly, self.total) {
                (Some(monthly), _) => monthly,
                (None, Some(total)) => total / count + i64::from(place < total % count),
                (None, None) => 0,
            };
            (Month::from_number(month), grosze)
        })
    }
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
