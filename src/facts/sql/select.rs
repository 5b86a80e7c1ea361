//! One SELECT in up to four steps: compute, group or window, choose, make distinct.

use sqlparser::ast::{
    Distinct, Expr, GroupByExpr, Ident, Select, SelectFlavor, SelectItem,
    SelectItemQualifiedWildcardKind, Spanned, WildcardAdditionalOptions,
};
use sqlparser::tokenizer::Span;

use crate::facts::sql::expression::{Clause, Reader, Term};
use crate::facts::sql::function::{Extracted, has_aggregate};
use crate::facts::sql::lowering::{Lowering, Step};
use crate::facts::sql::scope::{Columns, Found, Kind, Scope, identifier, quoted, single_name};
use crate::facts::sql::{QueryError, Rule};

/// An output: what it is called, where it stands, what it is.
struct Output {
    name: String,
    span: Span,
    term: Term,
}

impl Lowering<'_> {
    /// Refuses `*` where the declared outputs must be seen.
    pub(super) fn no_star(&self, select: &Select) -> Result<(), QueryError> {
        let star = select.projection.iter().find(|item| {
            matches!(item, SelectItem::Wildcard(_) | SelectItem::QualifiedWildcard(..))
        });
        match star {
            Some(item) => Err(self.place.error(item.span(), Rule::Star, &[])),
            None => Ok(()),
        }
    }

    /// Lowers one SELECT.
    pub(super) fn select(&mut self, select: &Select) -> Result<Step, QueryError> {
        let place = self.place;
        let span = select.select_token.0.span;
        let is_distinct = self.plain(select, span)?;
        let (rows, scope) = self.from(&select.from, span)?;
        let condition = match &select.selection {
            None => None,
            Some(condition) => {
                let mut none = Extracted::default();
                let mut reader = Reader::new(place, &scope, Clause::Where, None, &mut none);
                Some(reader.condition(condition)?)
            }
        };
        let keys = self.keys(select, &scope)?;
        let is_grouped = keys.is_some()
            || select.having.is_some()
            || select.projection.iter().any(|item| match item {
                SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } => {
                    has_aggregate(expr)
                }
                _ => false,
            });
        let keys = is_grouped.then(|| keys.unwrap_or_default());

        let mut extracted = Extracted::default();
        let outputs = self.outputs(select, &scope, keys.as_deref(), &mut extracted)?;
        let having = match &select.having {
            None => None,
            Some(having) => {
                let keys = keys.as_deref();
                let mut reader = Reader::new(place, &scope, Clause::Having, keys, &mut extracted);
                Some(reader.condition(having)?)
            }
        };
        if !outputs.iter().any(|output| output.term.column) {
            return Err(place.error(span, Rule::Constant, &[]));
        }

        self.read(&scope);
        let mut list: Vec<String> = scope.columns().map(|column| quoted(&column.inner)).collect();
        list.extend(extracted.arguments.iter().cloned());
        list.extend(extracted.row.iter().map(|(text, _)| text.clone()));
        let filter = condition.map_or_else(String::new, |term| format!(" WHERE {}", term.sql));
        let computed =
            self.push(format!("SELECT {} FROM {}{filter}", list.join(", "), quoted(&rows)));
        let middle = self.middle(&computed, &scope, keys.as_deref(), &extracted);

        let list: Vec<String> = outputs
            .iter()
            .map(|output| format!("{} AS {}", output.term.sql, quoted(&output.name)))
            .collect();
        let filter = having.map_or_else(String::new, |term| format!(" WHERE {}", term.sql));
        let mut name =
            self.push(format!("SELECT {} FROM {}{filter}", list.join(", "), quoted(&middle)));
        let columns: Columns =
            outputs.into_iter().map(|output| (output.name, output.term.kind)).collect();
        if is_distinct {
            let list: Vec<String> = columns.iter().map(|(name, _)| quoted(name)).collect();
            name = self.push(format!("SELECT DISTINCT {} FROM {}", list.join(", "), quoted(&name)));
        }
        Ok(Step { name, columns })
    }

    /// The step that groups, or adds windows, or nothing.
    fn middle(
        &mut self,
        computed: &str,
        scope: &Scope,
        keys: Option<&[Found]>,
        extracted: &Extracted,
    ) -> String {
        let Some(keys) = keys else {
            if extracted.windows.is_empty() {
                return computed.to_owned();
            }
            let mut list: Vec<String> =
                scope.columns().map(|column| quoted(&column.inner)).collect();
            list.extend(extracted.windows.iter().cloned());
            return self.push(format!("SELECT {} FROM {}", list.join(", "), quoted(computed)));
        };
        let keys: Vec<String> = keys.iter().map(|key| quoted(&key.inner)).collect();
        if extracted.aggregates.is_empty() {
            let list = keys.join(", ");
            return self.push(format!("SELECT DISTINCT {list} FROM {}", quoted(computed)));
        }
        let mut list = keys.clone();
        list.extend(extracted.aggregates.iter().cloned());
        let group =
            if keys.is_empty() { String::new() } else { format!(" GROUP BY {}", keys.join(", ")) };
        self.push(format!("SELECT {} FROM {}{group}", list.join(", "), quoted(computed)))
    }

    /// Refuses every part of SELECT that is not lowered; tells whether it is DISTINCT.
    fn plain(&self, select: &Select, span: Span) -> Result<bool, QueryError> {
        let refused = |what: &str| self.place.error(span, Rule::Construct, &[("what", what)]);
        let Select {
            select_token: _,
            optimizer_hints,
            distinct,
            select_modifiers,
            top,
            top_before_distinct: _,
            projection: _,
            exclude,
            into,
            from: _,
            lateral_views,
            prewhere,
            selection: _,
            connect_by,
            group_by: _,
            cluster_by,
            distribute_by,
            sort_by,
            having: _,
            named_window,
            qualify,
            window_before_qualify: _,
            value_table_mode,
            flavor,
        } = select;
        if top.is_some() {
            return Err(self.place.error(span, Rule::Limit, &[]));
        }
        if !named_window.is_empty() {
            return Err(refused("WINDOW"));
        }
        if qualify.is_some() {
            return Err(refused("QUALIFY"));
        }
        let is_plain = optimizer_hints.is_empty()
            && select_modifiers.is_none()
            && exclude.is_none()
            && into.is_none()
            && lateral_views.is_empty()
            && prewhere.is_none()
            && connect_by.is_empty()
            && cluster_by.is_empty()
            && distribute_by.is_empty()
            && sort_by.is_empty()
            && value_table_mode.is_none()
            && *flavor == SelectFlavor::Standard;
        if !is_plain {
            return Err(refused("SELECT …"));
        }
        match distinct {
            None | Some(Distinct::All) => Ok(false),
            Some(Distinct::Distinct) => Ok(true),
            Some(Distinct::On(_)) => Err(refused("DISTINCT ON")),
        }
    }

    /// The columns of GROUP BY; `None` without one.
    fn keys(&self, select: &Select, scope: &Scope) -> Result<Option<Vec<Found>>, QueryError> {
        let place = self.place;
        let span = select.select_token.0.span;
        let list = match &select.group_by {
            GroupByExpr::Expressions(list, modifiers) if modifiers.is_empty() => list,
            _ => {
                return Err(place.error(
                    span,
                    Rule::Construct,
                    &[("what", "GROUP BY ALL, ROLLUP")],
                ));
            }
        };
        if list.is_empty() {
            return Ok(None);
        }
        let mut keys: Vec<Found> = Vec::new();
        for key in list {
            let found = scope
                .resolve(&place, key)
                .ok_or_else(|| place.error(key.span(), Rule::GroupByColumn, &[]))??;
            if matches!(key, Expr::Identifier(_)) {
                self.no_shadow(select, &found, key.span())?;
            }
            if !keys.contains(&found) {
                keys.push(found);
            }
        }
        Ok(Some(keys))
    }

    /// `lower(x) AS x … GROUP BY x` groups by the old x in some engines and by the new one in others.
    fn no_shadow(&self, select: &Select, key: &Found, span: Span) -> Result<(), QueryError> {
        for item in &select.projection {
            let SelectItem::ExprWithAlias { expr, alias } = item else { continue };
            let is_itself = match expr {
                Expr::Identifier(name) => name.value == key.name,
                Expr::CompoundIdentifier(parts) => {
                    parts.last().is_some_and(|name| name.value == key.name)
                }
                _ => false,
            };
            if alias.value == key.name && !is_itself {
                return Err(self.place.error(span, Rule::GroupAlias, &[("name", &key.name)]));
            }
        }
        Ok(())
    }

    fn outputs(
        &self,
        select: &Select,
        scope: &Scope,
        keys: Option<&[Found]>,
        extracted: &mut Extracted,
    ) -> Result<Vec<Output>, QueryError> {
        let place = self.place;
        let mut outputs: Vec<Output> = Vec::new();
        for item in &select.projection {
            let mut reader = Reader::new(place, scope, Clause::Item, keys, extracted);
            match item {
                SelectItem::UnnamedExpr(expr) => {
                    let name = match expr {
                        Expr::Identifier(name) => name,
                        Expr::CompoundIdentifier(parts) => parts
                            .last()
                            .ok_or_else(|| place.error(expr.span(), Rule::Alias, &[]))?,
                        _ => return Err(place.error(expr.span(), Rule::Alias, &[])),
                    };
                    outputs.push(self.output(&mut reader, expr, name)?);
                }
                SelectItem::ExprWithAlias { expr, alias } => {
                    outputs.push(self.output(&mut reader, expr, alias)?);
                }
                SelectItem::Wildcard(options) => {
                    self.plain_star(options, item.span())?;
                    for found in scope.columns() {
                        outputs.push(star_output(&reader, found, item.span())?);
                    }
                }
                SelectItem::QualifiedWildcard(
                    SelectItemQualifiedWildcardKind::ObjectName(name),
                    options,
                ) => {
                    self.plain_star(options, item.span())?;
                    let name = single_name(&place, name)?;
                    let word = identifier(&place, name)?;
                    let Some(index) =
                        scope.relations.iter().position(|relation| relation.alias == word)
                    else {
                        return Err(place.error(name.span, Rule::UnknownTable, &[("name", word)]));
                    };
                    for found in scope.columns().filter(|column| column.relation == index) {
                        outputs.push(star_output(&reader, found, item.span())?);
                    }
                }
                SelectItem::QualifiedWildcard(..) | SelectItem::ExprWithAliases { .. } => {
                    let what = item.to_string();
                    return Err(place.error(item.span(), Rule::Construct, &[("what", &what)]));
                }
            }
        }
        for (index, output) in outputs.iter().enumerate() {
            if outputs.iter().take(index).any(|earlier| earlier.name == output.name) {
                let name = [("name", output.name.as_str())];
                return Err(place.error(output.span, Rule::DuplicateName, &name));
            }
            if output.term.kind == Kind::Null {
                let name = [("name", output.name.as_str())];
                return Err(place.error(output.span, Rule::UntypedNull, &name));
            }
        }
        Ok(outputs)
    }

    fn output(
        &self,
        reader: &mut Reader<'_>,
        expression: &Expr,
        name: &Ident,
    ) -> Result<Output, QueryError> {
        let term = reader.term(expression)?;
        let name_word = identifier(&self.place, name)?.to_owned();
        Ok(Output { name: name_word, span: expression.span(), term })
    }

    fn plain_star(
        &self,
        options: &WildcardAdditionalOptions,
        span: Span,
    ) -> Result<(), QueryError> {
        let WildcardAdditionalOptions {
            wildcard_token: _,
            opt_ilike,
            opt_exclude,
            opt_except,
            opt_replace,
            opt_rename,
            opt_alias,
        } = options;
        let is_plain = opt_ilike.is_none()
            && opt_exclude.is_none()
            && opt_except.is_none()
            && opt_replace.is_none()
            && opt_rename.is_none()
            && opt_alias.is_none();
        if is_plain {
            Ok(())
        } else {
            Err(self.place.error(span, Rule::Construct, &[("what", &options.to_string())]))
        }
    }
}

fn star_output(reader: &Reader<'_>, found: Found, span: Span) -> Result<Output, QueryError> {
    let term = reader.column(&found, span)?;
    reader.scope.note(&found);
    Ok(Output { name: found.name, span, term })
}
