//! Checks of the participants table (inputs.md "Findings", rulings.md 7–11, 65, 66).

use crate::model::{Day, Finding, Severity};
use crate::validate::Rules;
use crate::validate::cells::pesel_of;
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::values::{Value, split_list};

const WORK: [&str; 4] = ["job", "self_employment", "social_coop", "supported"];

/// Runs every check of a participants row.
pub(crate) fn check(table: &mut ValidTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    leave_out_impossible_stays(table, findings);
    let told = columns_told_by_pesel(table, findings);
    support_lists(table, findings);
    for row in table.rows.clone() {
        against_pesel(table, row, rules, &told, findings);
        implausible(table, row, rules, findings);
        dates(table, row, findings);
        exit(table, row, rules, findings);
        job(table, row, rules, findings);
        follow_up(table, row, rules, findings);
    }
}

/// The same of a row of the comparison group, which has a referral (W030) and no stay.
pub(crate) fn check_referred(
    table: &mut ValidTable,
    rules: Rules<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut out = Vec::new();
    for row in table.rows.clone() {
        if table.day(row, "referral_date").is_none() {
            let mut finding = table.finding(row, "referral_date", "W030", Severity::Error);
            finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
            findings.push(finding);
            out.push(row.number);
        }
    }
    table.leave_out(&out, false);
    let told = columns_told_by_pesel(table, findings);
    for row in table.rows.clone() {
        against_pesel(table, row, rules, &told, findings);
        job(table, row, rules, findings);
    }
}

/// P008 no entry, P009 exit before entry: the row cannot be used.
fn leave_out_impossible_stays(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut out = Vec::new();
    for row in table.rows.clone() {
        let Some(entry) = table.day(row, "entry_date") else {
            findings.push(table.finding(row, "entry_date", "P008", Severity::Error));
            out.push(row.number);
            continue;
        };
        if let Some(exit) = table.day(row, "exit_date")
            && exit < entry
        {
            let mut finding = table.finding(row, "exit_date", "P009", Severity::Error);
            finding.read = exit.to_string();
            finding.arguments = vec![("entry", entry.to_string())];
            findings.push(finding);
            out.push(row.number);
        }
    }
    table.leave_out(&out, false);
}

/// S002: kinds of support and their first days stand in two lists of one row; lists of different lengths do
/// not say what belongs to what, and are not used. One finding where a whole column is missing.
fn support_lists(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    const LISTS: [&str; 2] = ["support_kinds", "support_starts"];
    let both = LISTS.iter().all(|field| table.has(field));
    for row in table.rows.clone() {
        let lengths =
            LISTS.map(|field| table.text(row, field).map_or(0, |list| split_list(list).count()));
        if lengths[0] == lengths[1] {
            continue;
        }
        let place = LISTS[usize::from(lengths[0] == 0)];
        let mut finding = table.finding(row, place, "S002", Severity::Error);
        finding.arguments =
            vec![("kinds", lengths[0].to_string()), ("starts", lengths[1].to_string())];
        findings.push(finding);
        table.set(row, LISTS[0], Value::Missing);
        if !both {
            return;
        }
    }
}

/// P020: sex and birth date of a table without such a column are in its PESEL numbers. One note for the
/// table; a note for every row would hide the others.
fn columns_told_by_pesel(table: &mut ValidTable, findings: &mut Vec<Finding>) -> Vec<&'static str> {
    let mut told = Vec::new();
    for field in ["sex", "birth_date"] {
        if table.has(field) || !table.has("pesel") {
            continue;
        }
        let persons = table
            .rows
            .iter()
            .filter(|row| matches!(table.value(**row, "pesel"), Value::Pesel(_)))
            .count();
        if let Some(first) = table.rows.first().copied() {
            let mut finding = table.finding(first, field, "P020", Severity::Note);
            finding.arguments = vec![("rows", persons.to_string())];
            findings.push(finding);
        }
        table.add_column(field);
        told.push(field);
    }
    told
}

/// P005, P006: the column stands; P007: what the PESEL says fills an empty column (rulings.md 8).
fn against_pesel(
    table: &mut ValidTable,
    row: ValidRow,
    rules: Rules<'_>,
    told: &[&str],
    findings: &mut Vec<Finding>,
) {
    let Some(pesel) = pesel_of(table.value(row, "pesel")) else { return };
    match table.code(row, "sex", rules.catalogue) {
        Some(sex) if sex != pesel.sex().code() => {
            findings.push(table.finding(row, "sex", "P005", Severity::Warning));
        }
        None if table.has("sex") => {
            let dictionary =
                rules.catalogue.source("participants").and_then(|source| source.field("sex"));
            let code =
                dictionary.and_then(|(_, field)| field.dictionary.position(pesel.sex().code()));
            if let Some(code) = code.and_then(|code| u16::try_from(code).ok()) {
                table.set(row, "sex", Value::Code(code));
                if !told.contains(&"sex") {
                    findings.push(table.finding(row, "sex", "P007", Severity::Note));
                }
            }
        }
        _ => {}
    }
    let Some(birth) = pesel.birth_date() else { return };
    match table.day(row, "birth_date") {
        Some(written) if written != birth => {
            findings.push(table.finding(row, "birth_date", "P006", Severity::Warning));
        }
        None if table.has("birth_date") => {
            table.set(row, "birth_date", Value::Day(birth));
            if !told.contains(&"birth_date") {
                findings.push(table.finding(row, "birth_date", "P007", Severity::Note));
            }
        }
        _ => {}
    }
}

/// P022 dates that cannot be true: an entry in the future, an impossible age, a referral of long ago.
fn implausible(table: &ValidTable, row: ValidRow, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let Some(entry) = table.day(row, "entry_date") else { return };
    let years = |id: &str, default: i64| {
        let years = rules.number(id, rules.as_of).unwrap_or(default);
        i32::try_from(years).unwrap_or(0)
    };
    let mut say = |field: &str, day: Day, reason: &str, severity| {
        let mut finding = table.finding(row, field, "P022", severity);
        finding.read = day.to_string();
        finding.arguments = vec![("reason", reason.to_owned())];
        findings.push(finding);
    };
    if entry > rules.as_of.plus_months(12 * years("far_future_years", 2)) {
        say("entry_date", entry, "implausible-entry", Severity::Warning);
    } else if entry > rules.as_of {
        say("entry_date", entry, "implausible-entry-later", Severity::Note);
    }
    if let Some(birth) = table.day(row, "birth_date") {
        let age = birth.completed_years_on(entry);
        if birth > entry
            || age < years("working_age", 15)
            || age >= years("oldest_age_at_entry", 100)
        {
            say("birth_date", birth, "implausible-birth", Severity::Warning);
        }
    }
    if let Some(referral) = table.day(row, "referral_date")
        && referral.plus_months(12 * years("longest_wait_years", 10)) < entry
    {
        say("referral_date", referral, "implausible-referral", Severity::Warning);
    }
}

/// P010 entry before referral.
fn dates(table: &ValidTable, row: ValidRow, findings: &mut Vec<Finding>) {
    let (Some(entry), Some(referral)) =
        (table.day(row, "entry_date"), table.day(row, "referral_date"))
    else {
        return;
    };
    if referral > entry {
        let mut finding = table.finding(row, "referral_date", "P010", Severity::Error);
        finding.read = referral.to_string();
        finding.arguments = vec![("entry", entry.to_string())];
        findings.push(finding);
    }
}

/// P011 way of leaving without a date, P012 exit far in the future.
fn exit(table: &ValidTable, row: ValidRow, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let exit = table.day(row, "exit_date");
    if exit.is_none() && matches!(table.value(row, "exit_kind"), Value::Code(_)) {
        let mut finding = table.finding(row, "exit_date", "P011", Severity::Error);
        finding.arguments = vec![("effect", "effect-still-taking-part".to_owned())];
        findings.push(finding);
    }
    if let Some(exit) = exit {
        let years = rules.number("far_future_years", rules.as_of).unwrap_or(2);
        let months = i32::try_from(years * 12).unwrap_or(24);
        if exit > rules.as_of.plus_months(months) {
            let mut finding = table.finding(row, "exit_date", "P012", Severity::Warning);
            finding.read = exit.to_string();
            findings.push(finding);
        }
    }
}

/// P014 work without a job start, P015 job before the working age, P016 job that ends before it starts.
fn job(table: &mut ValidTable, row: ValidRow, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let start = table.day(row, "job_start");
    let end = table.day(row, "job_end");
    if let (Some(start), Some(birth)) = (start, table.day(row, "birth_date")) {
        let age = rules.number("working_age", start).unwrap_or(15);
        if i64::from(birth.completed_years_on(start)) < age {
            let mut finding = table.finding(row, "job_start", "P015", Severity::Error);
            finding.read = start.to_string();
            finding.arguments = vec![("effect", "effect-job-left-out".to_owned())];
            findings.push(finding);
            drop_job(table, row);
            return;
        }
    }
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        let mut finding = table.finding(row, "job_end", "P016", Severity::Error);
        finding.read = end.to_string();
        finding.arguments = vec![("effect", "effect-job-left-out".to_owned())];
        findings.push(finding);
        drop_job(table, row);
        return;
    }
    let outcome = table.code(row, "outcome", rules.catalogue);
    let at_work = outcome.is_some_and(|outcome| WORK.contains(&outcome));
    if at_work && start.is_none() && table.has("job_start") {
        findings.push(table.finding(row, "job_start", "P014", Severity::Warning));
    }
}

fn drop_job(table: &mut ValidTable, row: ValidRow) {
    for field in ["job_start", "job_end", "job_form", "job_time", "job_value", "wage"] {
        table.set(row, field, Value::Missing);
    }
}

/// P017 six-month status dated before six months: it is ignored (rulings.md 35).
fn follow_up(table: &mut ValidTable, row: ValidRow, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let (Some(exit), Some(day)) = (table.day(row, "exit_date"), table.day(row, "status_6m_date"))
    else {
        return;
    };
    let months = rules.number("follow_up_months", exit).unwrap_or(6);
    let due = exit.plus_months(i32::try_from(months).unwrap_or(6));
    if day < due && matches!(table.value(row, "status_6m"), Value::Code(_)) {
        let mut finding = table.finding(row, "status_6m_date", "P017", Severity::Error);
        finding.read = day.to_string();
        finding.arguments =
            vec![("due", due.to_string()), ("effect", "effect-value-left-out".to_owned())];
        findings.push(finding);
        table.set(row, "status_6m", Value::Missing);
        table.set(row, "status_6m_date", Value::Missing);
    }
}
