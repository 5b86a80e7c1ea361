//! Window functions: each over keys that are never NULL and whose order is total.

use sqlparser::ast::{
    Expr, OrderByExpr, Spanned, Value, WindowFrame, WindowFrameBound, WindowFrameUnits, WindowSpec,
    WindowType,
};
use sqlparser::tokenizer::Span;

use crate::facts::sql::expression::{Clause, Reader, Term};
use crate::facts::sql::function::{AGGREGATES, Call, WINDOWS, aggregate_term};
use crate::facts::sql::scope::{Kind, inner_name, quoted};
use crate::facts::sql::{QueryError, Rule};

impl Reader<'_> {
    /// Lowers a call with OVER.
    pub(super) fn window(
        &mut self,
        call: &Call<'_>,
        over: &WindowType,
    ) -> Result<Term, QueryError> {
        let name = call.name.as_str();
        let named = [("name", name)];
        let is_place = self.clause == Clause::Item && self.keys.is_none();
        if !is_place {
            let rule = match self.clause {
                Clause::Aggregate | Clause::Window => Rule::NestedAggregate,
                _ => Rule::WindowPlace,
            };
            return Err(self.place.error(call.span, rule, &named));
        }
        if !AGGREGATES.contains(&name) && !WINDOWS.contains(&name) {
            return Err(self.place.error(call.span, Rule::Function, &named));
        }
        if call.filter.is_some() || call.is_distinct {
            return Err(self.place.error(call.span, Rule::Arguments, &named));
        }
        let WindowType::WindowSpec(specification) = over else {
            return Err(self.place.error(call.span, Rule::Construct, &[("what", "WINDOW")]));
        };
        self.clause = Clause::Window;
        let term = self.window_in_step(call, specification);
        self.clause = Clause::Item;
        term
    }

    fn window_in_step(
        &mut self,
        call: &Call<'_>,
        specification: &WindowSpec,
    ) -> Result<Term, QueryError> {
        let name = call.name.as_str();
        let named = [("name", name)];
        let WindowSpec { window_name, partition_by, order_by, window_frame } = specification;
        if window_name.is_some() {
            return Err(self.place.error(call.span, Rule::Construct, &[("what", "WINDOW")]));
        }
        let (argument, kind) = match name {
            "row_number" | "rank" | "dense_rank" => {
                self.arguments(call, 0, 0)?;
                (String::new(), Kind::Integer)
            }
            "lag" | "lead" => self.shifted(call)?,
            _ => self.aggregate_argument(call)?,
        };
        let is_running = AGGREGATES.contains(&name) && !order_by.is_empty();
        match window_frame {
            None if is_running => {
                return Err(self.place.error(call.span, Rule::WindowFrame, &named));
            }
            Some(frame) if !is_running || !is_running_frame(frame) => {
                return Err(self.place.error(call.span, Rule::WindowFrame, &named));
            }
            _ => {}
        }
        if WINDOWS.contains(&name) && order_by.is_empty() {
            return Err(self.place.error(call.span, Rule::WindowOrder, &named));
        }
        let mut partition = Vec::new();
        for key in partition_by {
            let term = self.term(key)?;
            partition.push(self.extracted.argument(&term.sql));
        }
        if partition.is_empty() {
            // One partition for all rows: the engine takes a window without keys for no window.
            partition.push(self.extracted.argument("CAST(0 AS BIGINT)"));
        }
        let mut window = format!("PARTITION BY {}", partition.join(", "));
        if !order_by.is_empty() {
            // RANK alone must see ties; what else depends on an order must have a total one.
            let keys = self.order_keys(order_by, !matches!(name, "rank" | "dense_rank"))?;
            window.push_str(" ORDER BY ");
            window.push_str(&keys.join(", "));
        }
        // A running sum of ones is a row number and a running count, at a tenth of the engine's time.
        let is_numbering = name == "row_number" || (is_running && argument == "*");
        let (word, argument) = if is_numbering {
            ("SUM".to_owned(), self.extracted.argument("CAST(1 AS BIGINT)"))
        } else {
            (name.to_uppercase(), argument)
        };
        if is_running || is_numbering {
            window.push_str(" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
        }
        let text = format!("{word}({argument}) OVER ({window})");
        let column = self.extracted.window(&text);
        Ok(match name {
            "lag" | "lead" => Term::new(column, kind, true),
            _ => aggregate_term(name, column, kind),
        })
    }

    /// The arguments of LAG and LEAD.
    fn shifted(&mut self, call: &Call<'_>) -> Result<(String, Kind), QueryError> {
        self.arguments(call, 1, 2)?;
        let refused =
            || self.place.error(call.span, Rule::Arguments, &[("name", call.name.as_str())]);
        let offset = match call.arguments.get(1) {
            None => 1,
            Some(Expr::Value(value)) => match &value.value {
                Value::Number(text, _) => match text.parse::<u16>() {
                    Ok(offset) if offset > 0 => offset,
                    _ => return Err(refused()),
                },
                _ => return Err(refused()),
            },
            Some(_) => return Err(refused()),
        };
        let Some(value) = call.arguments.first() else { return Err(refused()) };
        let term = self.term(value)?;
        if term.kind == Kind::Null {
            let name = [("name", call.name.as_str())];
            return Err(self.place.error(call.span, Rule::UntypedNull, &name));
        }
        Ok((format!("{}, {offset}", self.extracted.argument(&term.sql)), term.kind))
    }

    /// Keys that are never NULL and always ascend: the engine puts NULLs first in windows, ignores
    /// NULLS LAST there and cannot mix directions.
    fn order_keys(
        &mut self,
        order_by: &[OrderByExpr],
        is_total: bool,
    ) -> Result<Vec<String>, QueryError> {
        let mut keys = Vec::new();
        for OrderByExpr { expr, options, with_fill } in order_by {
            let term = self.term(expr)?;
            let is_descending = options.asc == Some(false);
            if with_fill.is_some() || (is_descending && term.kind != Kind::Integer) {
                return Err(self.place.error(expr.span(), Rule::WindowOrder, &[("name", "DESC")]));
            }
            if is_descending && options.nulls_first.is_none() {
                let name = expr.to_string();
                return Err(self.place.error(expr.span(), Rule::NullsOrder, &[("name", &name)]));
            }
            let nulls_first = options.nulls_first == Some(true);
            self.order_key(&term, is_descending, nulls_first, expr.span(), &mut keys)?;
        }
        if is_total {
            for found in self.scope.columns() {
                if found.kind != Kind::Truth {
                    let term = Term::new(quoted(&found.inner), found.kind, true);
                    self.order_key(&term, false, false, Span::empty(), &mut keys)?;
                }
            }
            // Rows that are equal in every column: all windows of the SELECT number them alike.
            let row = self.extracted.row.get_or_insert_with(|| {
                let name = quoted(&inner_name("argument", "row"));
                (format!("ROW_NUMBER() OVER () AS {name}"), name)
            });
            keys.push(row.1.clone());
        }
        Ok(keys)
    }

    fn order_key(
        &mut self,
        term: &Term,
        is_descending: bool,
        nulls_first: bool,
        span: Span,
        keys: &mut Vec<String>,
    ) -> Result<(), QueryError> {
        let (null, value) = if nulls_first { (0, 1) } else { (1, 0) };
        let flag = format!(
            "CASE WHEN {} IS NULL THEN CAST({null} AS BIGINT) ELSE CAST({value} AS BIGINT) END",
            term.sql
        );
        let value = match term.kind {
            Kind::Integer if is_descending => {
                format!("CAST(0 AS BIGINT) - COALESCE({}, CAST(0 AS BIGINT))", term.sql)
            }
            Kind::Integer => format!("COALESCE({}, CAST(0 AS BIGINT))", term.sql),
            Kind::Text => format!("COALESCE({}, '')", term.sql),
            Kind::Truth | Kind::Null => {
                return Err(self.place.error(span, Rule::WindowOrder, &[("name", "ORDER BY")]));
            }
        };
        keys.push(self.extracted.argument(&flag));
        keys.push(self.extracted.argument(&value));
        Ok(())
    }
}

fn is_running_frame(frame: &WindowFrame) -> bool {
    let WindowFrame { units, start_bound, end_bound } = frame;
    *units == WindowFrameUnits::Rows
        && *start_bound == WindowFrameBound::Preceding(None)
        && matches!(end_bound, None | Some(WindowFrameBound::CurrentRow))
}
