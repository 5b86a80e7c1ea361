//! FROM and JOIN: two tables at a time, each column under a name of its own.

use std::collections::BTreeSet;

use sqlparser::ast::{
    BinaryOperator, Expr, Join, JoinConstraint, JoinOperator, Spanned, TableAlias, TableFactor,
    TableWithJoins,
};

use crate::facts::sql::lowering::Lowering;
use crate::facts::sql::scope::{
    Relation, Scope, identifier, inner_name, quoted, single_name, unknown,
};
use crate::facts::sql::{QueryError, Rule};

impl Lowering<'_> {
    /// Lowers a FROM clause to one step whose columns have their inner names.
    pub(super) fn from(
        &mut self,
        from: &[TableWithJoins],
        select: sqlparser::tokenizer::Span,
    ) -> Result<(String, Scope), QueryError> {
        let (table, more) = match from {
            [] => return Err(self.place.error(select, Rule::Constant, &[])),
            [table] => (table, None),
            [table, second, ..] => (table, Some(second)),
        };
        if let Some(second) = more {
            return Err(self.place.error(second.span(), Rule::CommaJoin, &[]));
        }
        let TableWithJoins { relation, joins } = table;
        let mut scope = Scope::default();
        let mut step = self.relation(relation, &mut scope)?;
        for join in joins {
            step = self.join(&step, join, &mut scope)?;
        }
        Ok((step, scope))
    }

    fn relation(&mut self, factor: &TableFactor, scope: &mut Scope) -> Result<String, QueryError> {
        let place = self.place;
        let (step, alias) = match factor {
            TableFactor::Table {
                name,
                alias,
                args,
                with_hints,
                version,
                with_ordinality,
                partitions,
                json_path,
                sample,
                index_hints,
            } => {
                if args.is_some() {
                    return Err(place.error(name.span(), Rule::TableFunction, &[]));
                }
                let is_plain = with_hints.is_empty()
                    && version.is_none()
                    && !with_ordinality
                    && partitions.is_empty()
                    && json_path.is_none()
                    && sample.is_none()
                    && index_hints.is_empty();
                if !is_plain {
                    return Err(place.error(
                        name.span(),
                        Rule::Construct,
                        &[("what", &factor.to_string())],
                    ));
                }
                let name = single_name(&place, name)?;
                let word = identifier(&place, name)?;
                let Some(step) = self.table(word) else {
                    let known = self.table_names();
                    let known = known.iter().map(String::as_str);
                    return Err(unknown(&place, name.span, Rule::UnknownTable, word, known));
                };
                let alias = match alias {
                    Some(alias) => self.alias(alias)?,
                    None => (word.to_owned(), name.span),
                };
                (step, alias)
            }
            TableFactor::Derived { lateral, subquery, alias, sample } => {
                let (false, Some(alias), None) = (lateral, alias, sample) else {
                    return Err(place.error(factor.span(), Rule::Alias, &[]));
                };
                let alias = self.alias(alias)?;
                (self.query(subquery)?, alias)
            }
            TableFactor::TableFunction { .. }
            | TableFactor::Function { .. }
            | TableFactor::UNNEST { .. } => {
                return Err(place.error(factor.span(), Rule::TableFunction, &[]));
            }
            other => {
                return Err(place.error(
                    other.span(),
                    Rule::Construct,
                    &[("what", &other.to_string())],
                ));
            }
        };
        let (alias, span) = alias;
        if scope.relations.iter().any(|relation| relation.alias == alias) {
            return Err(place.error(span, Rule::DuplicateName, &[("name", &alias)]));
        }
        let list: Vec<String> = step
            .columns
            .iter()
            .map(|(name, _)| format!("{} AS {}", quoted(name), quoted(&inner_name(&alias, name))))
            .collect();
        let text = format!("SELECT {} FROM {}", list.join(", "), quoted(&step.name));
        scope.relations.push(Relation { alias, table: step.name, columns: step.columns });
        Ok(self.push(text))
    }

    fn alias(
        &self,
        alias: &TableAlias,
    ) -> Result<(String, sqlparser::tokenizer::Span), QueryError> {
        let TableAlias { explicit: _, name, columns, at } = alias;
        if !columns.is_empty() || at.is_some() {
            let what = alias.to_string();
            return Err(self.place.error(name.span, Rule::Construct, &[("what", &what)]));
        }
        Ok((identifier(&self.place, name)?.to_owned(), name.span))
    }

    fn join(&mut self, left: &str, join: &Join, scope: &mut Scope) -> Result<String, QueryError> {
        let place = self.place;
        let Join { relation, global, join_operator } = join;
        let span = relation.span();
        if *global {
            return Err(place.error(span, Rule::JoinKind, &[]));
        }
        let (word, constraint) = match join_operator {
            JoinOperator::Join(constraint) | JoinOperator::Inner(constraint) => {
                ("INNER JOIN", Some(constraint))
            }
            JoinOperator::Left(constraint) | JoinOperator::LeftOuter(constraint) => {
                ("LEFT JOIN", Some(constraint))
            }
            JoinOperator::CrossJoin(JoinConstraint::None) => ("CROSS JOIN", None),
            _ => return Err(place.error(span, Rule::JoinKind, &[])),
        };
        let right = self.relation(relation, scope)?;
        let condition = match constraint {
            None => String::new(),
            Some(JoinConstraint::On(condition)) => {
                // One pair for each joined column: the engine refuses doubles.
                let mut pairs = BTreeSet::new();
                self.pairs(condition, scope, &mut pairs)?;
                let pairs: Vec<String> = pairs
                    .into_iter()
                    .map(|(earlier, joined)| {
                        format!(
                            "{}.{} = {}.{}",
                            quoted(left),
                            quoted(&earlier),
                            quoted(&right),
                            quoted(&joined)
                        )
                    })
                    .collect();
                format!(" ON {}", pairs.join(" AND "))
            }
            Some(_) => return Err(place.error(span, Rule::JoinCondition, &[])),
        };
        let list: Vec<String> = scope.columns().map(|column| quoted(&column.inner)).collect();
        let text = format!(
            "SELECT {} FROM {} {word} {}{condition}",
            list.join(", "),
            quoted(left),
            quoted(&right)
        );
        Ok(self.push(text))
    }

    /// The `earlier = joined` pairs of an ON condition.
    fn pairs(
        &self,
        condition: &Expr,
        scope: &Scope,
        pairs: &mut BTreeSet<(String, String)>,
    ) -> Result<(), QueryError> {
        let place = self.place;
        let refused = || place.error(condition.span(), Rule::JoinCondition, &[]);
        match condition {
            Expr::Nested(inner) => self.pairs(inner, scope, pairs),
            Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
                self.pairs(left, scope, pairs)?;
                self.pairs(right, scope, pairs)
            }
            Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => {
                let (Expr::CompoundIdentifier(_), Expr::CompoundIdentifier(_)) =
                    (left.as_ref(), right.as_ref())
                else {
                    return Err(refused());
                };
                let left = scope.resolve(&place, left).ok_or_else(refused)??;
                let right = scope.resolve(&place, right).ok_or_else(refused)??;
                if left.kind != right.kind {
                    let kinds = [("left", left.kind.name()), ("right", right.kind.name())];
                    return Err(place.error(condition.span(), Rule::Kinds, &kinds));
                }
                let joined = scope.relations.len().saturating_sub(1);
                let pair = match (left.relation == joined, right.relation == joined) {
                    (false, true) => (left.inner, right.inner),
                    (true, false) => (right.inner, left.inner),
                    _ => return Err(place.error(condition.span(), Rule::JoinSides, &[])),
                };
                pairs.insert(pair);
                Ok(())
            }
            _ => Err(refused()),
        }
    }
}
