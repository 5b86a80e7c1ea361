//! On which day a query looks a dated parameter up: `l.exit_day between q.valid_from_day and
//! q.valid_to_day` says that the value of the exit day is meant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use sqlparser::ast::{
    Expr, Query as Syntax, Select, SetExpr, Statement, TableFactor, Value, Visit, visit_expressions,
};
use sqlparser::dialect::GenericDialect;
use sqlparser::parser::Parser;

/// The fact table of the dated values.
const PARAMETER: &str = "parameter";
/// The first of the two columns between which the day lies.
const FROM: &str = "valid_from_day";

/// For each quoted text by which a query chooses parameters, the columns with the days on which it
/// looks them up. A query that cannot be read has none.
pub fn parameter_days(sql: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Found::default();
    let statements = Parser::parse_sql(&GenericDialect {}, sql).unwrap_or_default();
    if let [Statement::Query(query)] = statements.as_slice() {
        found.query(query, "");
    }
    found.days
}

#[derive(Default)]
struct Found {
    days: BTreeMap<String, BTreeSet<String>>,
    /// Texts by which each WITH table chooses its parameters.
    chosen: BTreeMap<String, BTreeSet<String>>,
}

impl Found {
    /// `name` is that of the WITH table which the query makes.
    fn query(&mut self, query: &Syntax, name: &str) {
        for cte in query.with.iter().flat_map(|with| &with.cte_tables) {
            self.query(&cte.query, &cte.alias.name.value);
        }
        self.body(&query.body, name);
    }

    fn body(&mut self, body: &SetExpr, name: &str) {
        match body {
            SetExpr::Select(select) => self.select(select, name),
            SetExpr::Query(query) => self.query(query, name),
            SetExpr::SetOperation { left, right, .. } => {
                self.body(left, name);
                self.body(right, name);
            }
            _ => {}
        }
    }

    fn select(&mut self, select: &Select, name: &str) {
        let mut parameters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for table in &select.from {
            let joined = table.joins.iter().map(|join| &join.relation);
            for factor in std::iter::once(&table.relation).chain(joined) {
                let TableFactor::Table { name: table, alias, .. } = factor else { continue };
                let table = table.to_string();
                let chosen = if table == PARAMETER {
                    texts(select)
                } else {
                    self.chosen.get(&table).cloned().unwrap_or_default()
                };
                let alias = alias.as_ref().map_or(table, |alias| alias.name.value.clone());
                parameters.insert(alias, chosen);
            }
        }
        let all = parameters.values().flatten().cloned();
        self.chosen.entry(name.to_owned()).or_default().extend(all);
        for (alias, day) in lookups(select) {
            for parameter in parameters.get(&alias).into_iter().flatten() {
                self.days.entry(parameter.clone()).or_default().insert(day.clone());
            }
        }
    }
}

fn texts(select: &Select) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let _: ControlFlow<()> = visit_expressions(select, |expression| {
        if let Expr::Value(value) = expression
            && let Value::SingleQuotedString(text) = &value.value
        {
            texts.insert(text.clone());
        }
        ControlFlow::Continue(())
    });
    texts
}

/// The alias of every `day between alias.valid_from_day and …`, and the column with the day.
fn lookups(select: &Select) -> Vec<(String, String)> {
    let mut lookups = Vec::new();
    let _: ControlFlow<()> = visit_expressions(select, |expression| {
        if let Expr::Between { expr, negated: false, low, .. } = expression
            && let Expr::CompoundIdentifier(parts) = low.as_ref()
            && let [alias, column] = parts.as_slice()
            && column.value == FROM
        {
            lookups.extend(column_in(expr.as_ref()).map(|day| (alias.value.clone(), day)));
        }
        ControlFlow::Continue(())
    });
    lookups
}

/// The first column of an expression.
fn column_in(expression: &impl Visit) -> Option<String> {
    let found = visit_expressions(expression, |expression| match expression {
        Expr::Identifier(name) => ControlFlow::Break(name.value.clone()),
        Expr::CompoundIdentifier(parts) => match parts.last() {
            Some(name) => ControlFlow::Break(name.value.clone()),
            None => ControlFlow::Continue(()),
        },
        _ => ControlFlow::Continue(()),
    });
    found.break_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_looked_up_on_the_day_that_stands_before_between() {
        let days = parameter_days(
            "with wage as (select q.hundredths, q.valid_from_day, q.valid_to_day from parameter as q
                where q.name = 'minimum_wage'),
             rule as (select p.id from participation as p cross join parameter as q
                where q.name in ('days', 'half') and p.exit_day between q.valid_from_day and q.valid_to_day)
             select j.id from job as j cross join wage as w inner join rule as r on r.id = j.id
             where j.start_day between w.valid_from_day and w.valid_to_day order by id",
        );
        let found: Vec<(&str, Vec<&str>)> = days
            .iter()
            .map(|(name, days)| (name.as_str(), days.iter().map(String::as_str).collect()))
            .collect();
        let expected = [
            ("days", vec!["exit_day"]),
            ("half", vec!["exit_day"]),
            ("minimum_wage", vec!["start_day"]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_query_without_parameters_has_no_days() {
        assert!(parameter_days("select p.a from participation as p order by a").is_empty());
        assert!(parameter_days("select (").is_empty());
    }
}
