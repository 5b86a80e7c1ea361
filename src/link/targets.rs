//! What projects have promised to reach: from tables of targets and from the project file.

use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Target;
use crate::model::{Finding, Place, ProjectTarget, Severity, fold};
use crate::validate::ValidTable;

/// Targets of known indicators; one of the project file replaces those of tables with its project and
/// indicator, and T001 is said of one whose indicator is not known.
pub(crate) fn link(
    tables: &[ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Target> {
    let mut targets = Vec::new();
    for table in tables.iter().filter(|table| table.kind == "targets") {
        for row in table.rows() {
            let Some(named) = table.text(*row, "indicator") else { continue };
            let number = |field| table.thousandths(*row, field);
            targets.push(Target {
                project: table.text(*row, "project").map(Arc::from),
                indicator: canonical(named, rules),
                baseline: number("baseline"),
                women: number("target_k"),
                men: number("target_m"),
                all: number("target_o"),
                due: table.day(*row, "due_date"),
            });
        }
    }
    let mut declared = Vec::new();
    for target in &rules.project.targets {
        if rules.catalogue.indicator_named(&target.indicator).is_none() {
            findings.push(unknown(target));
            continue;
        }
        declared.push(Target {
            project: target.project.as_deref().map(Arc::from),
            indicator: canonical(&target.indicator, rules),
            baseline: target.baseline,
            women: target.women,
            men: target.men,
            all: target.all,
            due: target.due,
        });
    }
    targets.retain(|target| !declared.iter().any(|other| same(target, other)));
    targets.extend(declared);
    targets
}

/// The id of the indicator that a table means; codes of the ESF+ list that this version does not compute
/// stay as they are.
fn canonical(named: &str, rules: LinkRules<'_>) -> Arc<str> {
    match rules.catalogue.indicator_named(named) {
        Some(indicator) => indicator.id.as_str().into(),
        None => named.trim().into(),
    }
}

fn same(one: &Target, other: &Target) -> bool {
    let project = |target: &Target| target.project.as_deref().map(fold);
    one.indicator == other.indicator && project(one) == project(other)
}

fn unknown(target: &ProjectTarget) -> Finding {
    Finding {
        place: Place::file("efekt.toml"),
        code: "T001",
        severity: Severity::Error,
        field: "indicator".to_owned(),
        read: target.indicator.clone(),
        suggestion: String::new(),
        arguments: vec![("table", "targets".to_owned())],
        person: None,
    }
}
