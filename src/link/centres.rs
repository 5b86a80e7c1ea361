//! Which centre a row belongs to (rulings.md 59): its column, the project file, a name in sheet, file or
//! folder, or the project's lone centre.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Centre;
use crate::model::{Finding, Severity, fold};
use crate::validate::{ValidRow, ValidTable, Value};

/// File and sheet.
type TableKey = (Arc<str>, Arc<str>);

/// Centres of a run and the rows that belong to them.
pub(crate) struct Centres {
    names: Vec<Arc<str>>,
    by_alias: BTreeMap<String, usize>,
    by_table: BTreeMap<TableKey, Vec<Option<u32>>>,
    /// The only centre of the project file.
    lone: Option<usize>,
}

impl Centres {
    /// The centre of a row.
    pub(crate) fn of(&self, table: &ValidTable, row: ValidRow) -> Option<usize> {
        self.of_rows(table).get(row.place()).copied().flatten().and_then(number)
    }

    /// The centres of a table's rows by the places of these rows.
    pub(crate) fn of_rows(&self, table: &ValidTable) -> &[Option<u32>] {
        let key = (Arc::clone(&table.file), Arc::clone(&table.sheet));
        self.by_table.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The centre of a row that is not used: where it would belong, if its name is known.
    pub(crate) fn would_be(
        &self,
        table: &ValidTable,
        row: ValidRow,
        rules: LinkRules<'_>,
    ) -> Option<usize> {
        let written = table.text(row, "centre");
        let by_column = written.and_then(|name| self.by_alias.get(&fold(name)).copied());
        by_column.or_else(|| self.of_table(table, rules).or(self.lone))
    }

    pub(crate) fn name(&self, centre: usize) -> Option<&Arc<str>> {
        self.names.get(centre)
    }

    /// The centre to which a whole table belongs: by the project file or by a name in its place.
    pub(crate) fn of_table(&self, table: &ValidTable, rules: LinkRules<'_>) -> Option<usize> {
        let declared = rules.project.source(&table.file).and_then(|source| source.centre.as_ref());
        if let Some(centre) = declared {
            return self.by_alias.get(&fold(centre)).copied();
        }
        let mut places: Vec<&str> = vec![&table.sheet];
        places.extend(table.file.rsplit('/'));
        places.into_iter().find_map(|place| self.named_in(place))
    }

    /// The centre whose name or alias stands in a text; the longest name wins.
    fn named_in(&self, place: &str) -> Option<usize> {
        let words = format!(" {} ", fold(place).replace(['/', '-', '_'], " "));
        self.by_alias
            .iter()
            .filter(|(alias, _)| words.contains(&format!(" {} ", alias.replace(['/', '-'], " "))))
            .max_by_key(|(alias, _)| alias.len())
            .map(|(_, centre)| *centre)
    }

    fn add(&mut self, name: &str) -> usize {
        let folded = fold(name);
        if let Some(centre) = self.by_alias.get(&folded) {
            return *centre;
        }
        self.names.push(name.into());
        self.by_alias.insert(folded, self.names.len() - 1);
        self.names.len() - 1
    }
}

/// Kinds of table whose rows belong to a centre.
const OF_A_CENTRE: [&str; 4] = ["participants", "finance", "staff", "comparison"];

/// Finds the centre of every row of such a table; rows without one are left out (P019). A centre that the
/// project file does not know is an error with the nearest one (C001), and the row belongs to the centre
/// of its file if there is one.
pub(crate) fn resolve(
    tables: &mut [ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> Centres {
    let mut centres = Centres {
        names: Vec::new(),
        by_alias: BTreeMap::new(),
        by_table: BTreeMap::new(),
        lone: None,
    };
    for centre in &rules.project.centres {
        let place = centres.add(&centre.name);
        for alias in &centre.aliases {
            centres.by_alias.entry(fold(alias)).or_insert(place);
        }
    }
    let declared = !rules.project.centres.is_empty();
    if !declared {
        collect_names(tables, &mut centres);
    }
    centres.lone = (centres.names.len() == 1 && declared).then_some(0);
    for table in tables.iter_mut().filter(|table| OF_A_CENTRE.contains(&table.kind.as_str())) {
        let of_table = centres.of_table(table, rules).or(centres.lone);
        let mut without = Vec::new();
        let mut of_rows = vec![None; table.position_count()];
        let count = u32::try_from(table.word_count()).unwrap_or(u32::MAX);
        let by_word: Vec<Option<usize>> = (0..count)
            .map(|word| centres.by_alias.get(&fold(table.word(word)?)).copied())
            .collect();
        for row in table.rows().iter().copied() {
            let written = table.text(row, "centre");
            let by_column = match table.value(row, "centre") {
                Value::Text(word) => number(word).and_then(|word| by_word.get(word).copied()?),
                _ => None,
            };
            if let (Some(name), None) = (written, by_column) {
                let mut finding = table.finding(row, "centre", "C001", Severity::Error);
                name.clone_into(&mut finding.read);
                finding.suggestion = nearest(name, &centres);
                let effect = if of_table.is_some() {
                    "effect-centre-of-file"
                } else {
                    "effect-row-left-out"
                };
                finding.arguments = vec![("effect", effect.to_owned())];
                findings.push(finding);
            }
            if let Some(centre) = by_column.or(of_table) {
                if let Some(of_row) = of_rows.get_mut(row.place()) {
                    *of_row = u32::try_from(centre).ok();
                }
            } else {
                if written.is_none() {
                    findings.push(table.finding(row, "centre", "P019", Severity::Error));
                }
                without.push(row.number);
            }
        }
        let key = (Arc::clone(&table.file), Arc::clone(&table.sheet));
        centres.by_table.insert(key, of_rows);
        table.leave_out(&without, false);
    }
    centres
}

/// Without a project file the tables themselves say which centres there are.
fn collect_names(tables: &[ValidTable], centres: &mut Centres) {
    let mut spellings: BTreeMap<String, BTreeMap<Arc<str>, usize>> = BTreeMap::new();
    for table in
        tables.iter().filter(|table| matches!(table.kind.as_str(), "participants" | "centres"))
    {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for row in table.rows() {
            if let Value::Text(word) = table.value(*row, "centre") {
                *counts.entry(word).or_default() += 1;
            }
        }
        for (word, count) in counts {
            let name = table.word(word).unwrap_or_default();
            *spellings.entry(fold(name)).or_default().entry(Arc::from(name)).or_default() += count;
        }
    }
    // The most frequent spelling names the centre; at a tie the first in code-point order.
    let mut names: Vec<Arc<str>> = spellings.into_values().filter_map(most_frequent).collect();
    names.sort();
    for name in names {
        centres.add(&name);
    }
}

fn number(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

pub(crate) fn most_frequent(spellings: BTreeMap<Arc<str>, usize>) -> Option<Arc<str>> {
    let mut best: Option<(usize, Arc<str>)> = None;
    for (spelling, count) in spellings {
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, spelling));
        }
    }
    best.map(|(_, spelling)| spelling)
}

fn nearest(name: &str, centres: &Centres) -> String {
    centres
        .names
        .iter()
        .map(|known| (strsim::jaro_winkler(&fold(name), &fold(known)), known))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, known)| known.to_string())
        .unwrap_or_default()
}

/// The centres with what a centres table says of them.
pub(crate) fn describe(centres: &Centres, tables: &[ValidTable]) -> Vec<Centre> {
    let mut described: Vec<Centre> = centres
        .names
        .iter()
        .map(|name| Centre {
            name: Arc::clone(name),
            gmina: None,
            powiat: None,
            city_with_powiat_rights: None,
        })
        .collect();
    for table in tables.iter().filter(|table| table.kind == "centres") {
        for row in table.rows() {
            let centre = table
                .text(*row, "centre")
                .and_then(|name| centres.by_alias.get(&fold(name)))
                .and_then(|centre| described.get_mut(*centre));
            if let Some(centre) = centre {
                centre.gmina = table.text(*row, "gmina").map(Arc::from);
                centre.powiat = table.text(*row, "powiat").map(Arc::from);
                centre.city_with_powiat_rights = table.flag(*row, "city_with_powiat_rights");
            }
        }
    }
    described
}
