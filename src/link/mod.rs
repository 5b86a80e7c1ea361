//! The same person, the same stay and the same centre become one across files.
//!
//! Names and numbers stay behind here: persons go on as pseudonyms. No row disappears silently: a row that
//! says nothing new is a duplicate with a finding.

mod accounts;
mod benefits;
mod candidates;
mod centres;
mod comparison;
mod conflicts;
mod doubts;
mod duplicates;
mod jobs;
mod linked;
mod merge;
mod origins;
mod persons;
mod projects;
mod stay_values;
mod stays;
mod support;
mod targets;
mod traits;
mod words;

pub(crate) use benefits::SOCIAL_ASSISTANCE;
pub(crate) use centres::most_frequent;
pub use doubts::{
    Change, Doubt, DoubtLimits, Doubts, Exit, PaymentChange, RowId, StayChange, Strangers, Way, Who,
};
pub use linked::{
    Account, BenefitMonth, Centre, Coverage, Job, LinkedTables, Person, ProjectParticipation,
    Staff, Stay, Support, Target, YesNo, widest,
};
pub use merge::is_exit_side;
pub use origins::{CoverageOrigin, FieldOrigin, Origin, Origins};
pub(crate) use projects::join as project_participations;

use crate::catalogue::Catalogue;
use crate::model::{Day, Finding, Project, SheetCount};
use crate::validate::ValidTable;

/// What linking must know beside the tables.
#[derive(Clone, Copy, Debug)]
pub struct LinkRules<'a> {
    /// The definitions.
    pub catalogue: &'a Catalogue,
    /// Centres, sources and coverage that the project file declares.
    pub project: &'a Project,
    /// Nothing after this day is known.
    pub as_of: Day,
}

/// Links the tables of a run. Tables come in file order, sheets in workbook order; they are sorted and
/// lose the rows that do not count, and stay with the caller.
///
/// Adds the findings across files to `findings` and names the person in all of them. Gives the linked
/// tables and the account of every sheet.
pub fn link(
    tables: &mut [ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> (LinkedTables, Vec<SheetCount>) {
    linked(tables, rules, findings, &mut Origins::default(), None)
}

/// The same, and what mending each finding could change, unless that is more than is wanted.
pub fn link_with_doubts(
    tables: &mut [ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    most: DoubtLimits,
) -> (LinkedTables, Vec<SheetCount>) {
    linked(tables, rules, findings, &mut Origins::default(), Some(most))
}

/// The same, and where every fact came from.
pub fn link_with_origins(
    tables: &mut [ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> (LinkedTables, Vec<SheetCount>, Origins) {
    let mut origins = Origins::kept();
    let (tables, counts) = linked(tables, rules, findings, &mut origins, None);
    (tables, counts, origins)
}

fn linked(
    tables: &mut [ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
    most_doubts: Option<DoubtLimits>,
) -> (LinkedTables, Vec<SheetCount>) {
    // Exports of the project system only fill what the centres' own lists leave empty (rulings.md 3).
    tables.sort_by_key(|table| (table.kind != "participants", table.is_project_export));
    let centres = centres::resolve(tables, rules, findings);
    duplicates::drop_equal_rows(tables, findings);
    let persons = persons::link(tables, &rules.project.person_links, findings);
    origins.add_tables(tables, rules.catalogue);
    origins.add_findings(findings);
    let mut words = words::Words::default();
    // Before rows that say nothing new are left out: a list of support may be all that is new in one.
    let (support, rows_with_support) = support::link(tables, &persons, rules, findings, origins);
    let raw = merge::stay_rows(
        tables,
        (&centres, &persons, &rows_with_support),
        rules,
        &mut words,
        findings,
        origins,
    );
    // Before the jobs: of rows that are left out here nothing counts.
    let comparison = comparison::link(tables, &centres, &persons, rules, &mut words, findings);
    candidates::propose(tables, &persons, &centres, findings);
    let jobs = jobs::link(tables, &persons, rules, findings, origins);
    let stays = stays::join(raw, tables, rules, &mut words, findings, origins);
    conflicts::check(&stays, &centres, findings);
    let benefits = benefits::link(tables, &persons, &centres, rules, findings, origins);
    let targets = targets::link(tables, rules, findings);
    persons.name_in(findings);
    let linking = doubts::Linking {
        tables: &*tables,
        persons: &persons,
        centres: &centres,
        stays: &stays,
        sources: &benefits.sources,
        rules,
    };
    let doubts = most_doubts.map(|most| doubts::of(findings, &linking, most));
    let mut counts: Vec<SheetCount> = tables.iter().map(count).collect();
    counts.sort_by(|a, b| (&a.file, &a.sheet).cmp(&(&b.file, &b.sheet)));
    let described = centres::describe(&centres, tables);
    let linked = LinkedTables {
        persons: persons.into_persons(),
        projects: projects::join(&stays, &described),
        centres: described,
        stays,
        jobs,
        benefits: benefits.months,
        support,
        coverage: benefits.coverage,
        accounts: accounts::amounts(tables, &centres, rules, origins),
        staff: accounts::staff(tables, &centres),
        targets,
        comparison,
        doubts,
    };
    (linked, counts)
}

fn count(table: &ValidTable) -> SheetCount {
    SheetCount {
        file: table.file.to_string(),
        sheet: table.sheet.to_string(),
        kind: table.kind.clone(),
        count: table.count.clone(),
    }
}
