//! Money and staff of centres.

use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::linked::{Account, Staff};
use crate::link::origins::Origins;
use crate::model::AccountPeriod;
use crate::validate::ValidTable;

/// Amounts of all finance tables. What was spent in a period that ends after the as-of day is not known
/// yet; a plan is.
pub(crate) fn amounts(
    tables: &[ValidTable],
    centres: &Centres,
    rules: LinkRules<'_>,
    origins: &mut Origins,
) -> Vec<Account> {
    let mut amounts = Vec::new();
    let tables = tables.iter().enumerate().filter(|(_, table)| table.kind == "finance");
    for (index, table) in tables {
        for row in table.rows() {
            let period = table.text(*row, "period").and_then(|text| AccountPeriod::parse(text));
            let (Some(centre), Some(period), Some(category), Some(side), Some(grosze)) = (
                centres.of(table, row.number),
                period,
                table.code(*row, "category", rules.catalogue),
                table.code(*row, "plan_or_execution", rules.catalogue),
                table.grosze(*row, "amount"),
            ) else {
                continue;
            };
            if side == "execution" && period.last_day() > rules.as_of {
                continue;
            }
            let (category, side) = (Arc::from(category), Arc::from(side));
            let account = Account { centre, period, category, side, grosze };
            origins.add_account(&account, origins.row(index, *row));
            amounts.push(account);
        }
    }
    amounts.sort();
    amounts
}

/// Staff of all staff tables.
pub(crate) fn staff(tables: &[ValidTable], centres: &Centres) -> Vec<Staff> {
    let mut staff = Vec::new();
    for table in tables.iter().filter(|table| table.kind == "staff") {
        for row in table.rows() {
            let year =
                table.thousandths(*row, "year").and_then(|year| i32::try_from(year / 1000).ok());
            let (Some(centre), Some(year), Some(kind), Some(persons)) = (
                centres.of(table, row.number),
                year,
                table.text(*row, "employment_kind"),
                table.thousandths(*row, "persons"),
            ) else {
                continue;
            };
            staff.push(Staff {
                centre,
                year,
                kind: Arc::clone(kind),
                persons,
                full_time_equivalents: table.thousandths(*row, "full_time_equivalents"),
            });
        }
    }
    staff.sort();
    staff
}
