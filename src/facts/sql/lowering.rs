//! Lowering: a query becomes a flat list of one-step SELECTs, each of a form whose answer is
//! proven, with a type for every column.
//!
//! The engine never sees what the author wrote. It sees: rename, join, compute, group, window,
//! choose, in this order, each in a step of its own, so that aliases cannot shadow columns, joined
//! tables cannot mix up theirs, and aggregates stand alone.

use std::collections::{BTreeMap, BTreeSet};

use sqlparser::ast::{
    Cte, OrderBy, OrderByExpr, OrderByKind, Query as Syntax, SetExpr, SetOperator, SetQuantifier,
    Spanned, Statement, TableAlias, With,
};
use sqlparser::tokenizer::Span;

use crate::facts::FactStore;
use crate::facts::sql::error::Place;
use crate::facts::sql::scope::{Columns, Kind, Scope, identifier, quoted, unknown};
use crate::facts::sql::{QueryError, Rule};

/// A step, or a fact table: its name in the lowered query and its columns.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) name: String,
    pub(super) columns: Columns,
}

/// A query that may run.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Lowered {
    /// What the engine runs, one after the other: each reads fact tables and earlier steps. The
    /// last one gives the rows.
    pub(super) steps: Vec<String>,
    /// Fact tables that it reads.
    pub(super) tables: BTreeSet<String>,
    /// Their columns that an expression of it names: table and column.
    pub(super) reads: BTreeSet<(String, String)>,
    /// Its outputs.
    pub(super) columns: Columns,
    /// Where the query begins.
    pub(super) span: Span,
}

/// The state of one lowering.
pub(super) struct Lowering<'a> {
    pub(super) place: Place<'a>,
    store: &'a FactStore,
    steps: Vec<String>,
    ctes: BTreeMap<String, Step>,
    tables: BTreeSet<String>,
    reads: BTreeSet<(String, String)>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(place: Place<'a>, store: &'a FactStore) -> Self {
        Self {
            place,
            store,
            steps: Vec::new(),
            ctes: BTreeMap::new(),
            tables: BTreeSet::new(),
            reads: BTreeSet::new(),
        }
    }

    /// Lowers the outermost statement.
    pub(super) fn statement(mut self, statement: &Statement) -> Result<Lowered, QueryError> {
        let Statement::Query(query) = statement else {
            return Err(self.place.error(statement.span(), Rule::OneSelect, &[]));
        };
        let span = query.span();
        if let SetExpr::Select(select) = query.body.as_ref() {
            self.no_star(select)?;
        }
        let order = self.take_order(query)?;
        let rows = self.query_without_order(query)?;
        let Some(order) = order else {
            return Err(self.place.error(span, Rule::OrderBy, &[]));
        };
        let order = self.order(order, &rows.columns)?;
        let list: Vec<String> = rows.columns.iter().map(|(name, _)| quoted(name)).collect();
        self.push(format!(
            "SELECT {} FROM {} ORDER BY {}",
            list.join(", "),
            quoted(&rows.name),
            order.join(", ")
        ));
        Ok(Lowered {
            steps: self.steps,
            tables: self.tables,
            reads: self.reads,
            columns: rows.columns,
            span,
        })
    }

    /// Adds a step and gives its name.
    pub(super) fn push(&mut self, text: String) -> String {
        self.steps.push(text);
        step_name(self.steps.len() - 1)
    }

    /// Remembers the columns of fact tables that a SELECT names.
    pub(super) fn read(&mut self, scope: &Scope) {
        let named = scope.named.borrow();
        let facts = named.iter().filter(|(table, _)| self.store.table(table).is_some());
        self.reads.extend(facts.cloned());
    }

    /// The fact table or WITH table with this name.
    pub(super) fn table(&mut self, name: &str) -> Option<Step> {
        if let Some(step) = self.ctes.get(name) {
            return Some(step.clone());
        }
        let table = self.store.table(name)?;
        self.tables.insert(name.to_owned());
        let columns = table
            .columns
            .iter()
            .map(|(column, values)| (column.clone(), Kind::from(values.kind())))
            .collect();
        Some(Step { name: name.to_owned(), columns })
    }

    /// All tables that a query may name here.
    pub(super) fn table_names(&self) -> Vec<String> {
        let facts = self.store.tables.iter().map(|table| table.name.clone());
        facts.chain(self.ctes.keys().cloned()).collect()
    }

    /// Lowers a query inside the query: its rows have no order.
    pub(super) fn query(&mut self, query: &Syntax) -> Result<Step, QueryError> {
        if let Some(order) = &query.order_by {
            return Err(self.place.error(order.span(), Rule::InnerOrder, &[]));
        }
        self.query_without_order(query)
    }

    fn query_without_order(&mut self, query: &Syntax) -> Result<Step, QueryError> {
        let Syntax {
            with,
            body,
            order_by: _,
            limit_clause,
            fetch,
            locks,
            for_clause,
            settings,
            format_clause,
            pipe_operators,
        } = query;
        let span = query.span();
        if limit_clause.is_some() || fetch.is_some() {
            return Err(self.place.error(span, Rule::Limit, &[]));
        }
        let is_plain = locks.is_empty()
            && for_clause.is_none()
            && settings.is_none()
            && format_clause.is_none()
            && pipe_operators.is_empty();
        if !is_plain {
            return Err(self.place.error(span, Rule::Construct, &[("what", "FOR, SETTINGS, |>")]));
        }
        if let Some(with) = with {
            self.with(with)?;
        }
        self.set_expression(body, span)
    }

    fn with(&mut self, with: &With) -> Result<(), QueryError> {
        let With { with_token, recursive, cte_tables } = with;
        if *recursive {
            return Err(self.place.error(with_token.0.span, Rule::Recursive, &[]));
        }
        for cte in cte_tables {
            let Cte { alias, query, from, materialized, closing_paren_token: _ } = cte;
            let TableAlias { explicit: _, name, columns, at } = alias;
            if from.is_some() || materialized.is_some() || at.is_some() || !columns.is_empty() {
                let what = alias.to_string();
                return Err(self.place.error(name.span, Rule::Construct, &[("what", &what)]));
            }
            let word = identifier(&self.place, name)?;
            let is_taken = self.ctes.contains_key(word) || self.store.table(word).is_some();
            if is_taken {
                return Err(self.place.error(name.span, Rule::CteName, &[("name", word)]));
            }
            let step = self.query(query)?;
            self.ctes.insert(word.to_owned(), step);
        }
        Ok(())
    }

    fn set_expression(&mut self, body: &SetExpr, span: Span) -> Result<Step, QueryError> {
        match body {
            SetExpr::Select(select) => self.select(select),
            SetExpr::Query(query) => self.query(query),
            SetExpr::SetOperation { left, op: SetOperator::Union, set_quantifier, right } => {
                let is_distinct = match set_quantifier {
                    SetQuantifier::All => false,
                    SetQuantifier::None | SetQuantifier::Distinct => true,
                    _ => {
                        let what = set_quantifier.to_string();
                        return Err(self.place.error(span, Rule::Construct, &[("what", &what)]));
                    }
                };
                let left = self.set_expression(left, span)?;
                let right_span = right.span();
                let right = self.set_expression(right, right_span)?;
                if left.columns != right.columns {
                    let shown = [("left", describe(&left)), ("right", describe(&right))];
                    let shown = shown.each_ref().map(|(name, text)| (*name, text.as_str()));
                    return Err(self.place.error(right_span, Rule::UnionColumns, &shown));
                }
                let list: Vec<String> = left.columns.iter().map(|(name, _)| quoted(name)).collect();
                let list = list.join(", ");
                let union = self.push(format!(
                    "SELECT {list} FROM {} UNION ALL SELECT {list} FROM {}",
                    quoted(&left.name),
                    quoted(&right.name)
                ));
                let name = if is_distinct {
                    self.push(format!("SELECT DISTINCT {list} FROM {}", quoted(&union)))
                } else {
                    union
                };
                Ok(Step { name, columns: left.columns })
            }
            SetExpr::SetOperation { op, .. } => {
                let what = op.to_string();
                Err(self.place.error(span, Rule::Construct, &[("what", &what)]))
            }
            SetExpr::Values(_) | SetExpr::Table(_) => {
                Err(self.place.error(span, Rule::Construct, &[("what", "VALUES, TABLE")]))
            }
            SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_) => {
                Err(self.place.error(span, Rule::OneSelect, &[]))
            }
        }
    }

    fn take_order<'q>(&self, query: &'q Syntax) -> Result<Option<&'q [OrderByExpr]>, QueryError> {
        match &query.order_by {
            None => Ok(None),
            Some(OrderBy { kind: OrderByKind::Expressions(list), interpolate: None }) => {
                Ok(Some(list))
            }
            Some(order) => Err(self.place.error(order.span(), Rule::OrderByColumn, &[])),
        }
    }

    /// The keys of the final ORDER BY. What the author did not list follows in the order of the
    /// outputs: rows that are still equal are equal in every column, so the order is total.
    fn order(&self, order: &[OrderByExpr], columns: &Columns) -> Result<Vec<String>, QueryError> {
        let mut keys = Vec::new();
        let mut listed = BTreeSet::new();
        for OrderByExpr { expr, options, with_fill } in order {
            let sqlparser::ast::Expr::Identifier(name) = expr else {
                return Err(self.place.error(expr.span(), Rule::OrderByColumn, &[]));
            };
            if with_fill.is_some() {
                return Err(self.place.error(expr.span(), Rule::OrderByColumn, &[]));
            }
            let word = identifier(&self.place, name)?;
            if !columns.iter().any(|(column, _)| column == word) {
                let known = columns.iter().map(|(column, _)| column.as_str());
                return Err(unknown(&self.place, name.span, Rule::OrderByColumn, word, known));
            }
            let is_descending = options.asc == Some(false);
            if is_descending && options.nulls_first.is_none() {
                return Err(self.place.error(expr.span(), Rule::NullsOrder, &[("name", word)]));
            }
            let direction = if is_descending { "DESC" } else { "ASC" };
            let nulls = if options.nulls_first == Some(true) { "FIRST" } else { "LAST" };
            if listed.insert(word.to_owned()) {
                keys.push(format!("{} {direction} NULLS {nulls}", quoted(word)));
            }
        }
        for (column, _) in columns {
            if !listed.contains(column) {
                keys.push(format!("{} ASC NULLS LAST", quoted(column)));
            }
        }
        Ok(keys)
    }
}

/// The name of a step, by its place in the list. No identifier can hold the slash.
pub(super) fn step_name(index: usize) -> String {
    format!("step/{}", index + 1)
}

fn describe(step: &Step) -> String {
    let list: Vec<String> =
        step.columns.iter().map(|(name, kind)| format!("{name} {}", kind.name())).collect();
    list.join(", ")
}
