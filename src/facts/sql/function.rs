//! Functions: the list of those that are proven, and how aggregates and windows leave their
//! expression for a step of their own.

use std::ops::ControlFlow;

use sqlparser::ast::{
    DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArgumentList,
    FunctionArguments, OrderByExpr, Spanned, Value, WindowFrame, WindowFrameBound,
    WindowFrameUnits, WindowSpec, WindowType, visit_expressions,
};
use sqlparser::tokenizer::Span;

use crate::facts::sql::expression::{Clause, Reader, Term};
use crate::facts::sql::scope::{Kind, inner_name, quoted, single_name, unknown};
use crate::facts::sql::{QueryError, Rule};

const SCALARS: [&str; 7] = ["abs", "coalesce", "greatest", "least", "length", "lower", "nullif"];
const AGGREGATES: [&str; 4] = ["count", "max", "min", "sum"];
const WINDOWS: [&str; 5] = ["dense_rank", "lag", "lead", "rank", "row_number"];
const DATES: [&str; 14] = [
    "age",
    "current_date",
    "current_timestamp",
    "date",
    "date_add",
    "date_diff",
    "date_part",
    "date_trunc",
    "day",
    "month",
    "now",
    "strftime",
    "strptime",
    "year",
];

/// What the expressions of a SELECT need computed before them.
#[derive(Clone, Debug, Default)]
pub(super) struct Extracted {
    /// `expression AS name`: arguments of aggregates and windows.
    pub(super) arguments: Vec<String>,
    /// `aggregate AS name`.
    pub(super) aggregates: Vec<String>,
    /// `window AS name`.
    pub(super) windows: Vec<String>,
}

impl Extracted {
    fn argument(&mut self, sql: &str) -> String {
        let name = quoted(&inner_name("argument", &(self.arguments.len() + 1).to_string()));
        self.arguments.push(format!("{sql} AS {name}"));
        name
    }

    fn aggregate(&mut self, sql: &str) -> String {
        let name = quoted(&inner_name("aggregate", &(self.aggregates.len() + 1).to_string()));
        self.aggregates.push(format!("{sql} AS {name}"));
        name
    }

    fn window(&mut self, sql: &str) -> String {
        let name = quoted(&inner_name("window", &(self.windows.len() + 1).to_string()));
        self.windows.push(format!("{sql} AS {name}"));
        name
    }
}

/// Whether an expression has an aggregate that is no window function.
pub(super) fn has_aggregate(expression: &Expr) -> bool {
    visit_expressions(expression, |inner| match inner {
        Expr::Function(function)
            if function.over.is_none()
                && AGGREGATES.contains(&function.name.to_string().to_lowercase().as_str()) =>
        {
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    })
    .is_break()
}

/// The parts of a call that are read.
struct Call<'a> {
    name: String,
    span: Span,
    arguments: Vec<&'a Expr>,
    is_star: bool,
    is_distinct: bool,
    filter: Option<&'a Expr>,
}

impl Reader<'_> {
    pub(super) fn function(&mut self, function: &Function, span: Span) -> Result<Term, QueryError> {
        let call = self.call(function, span)?;
        let name = call.name.as_str();
        if let Some(over) = &function.over {
            return self.window(&call, over);
        }
        if AGGREGATES.contains(&name) {
            return self.aggregate(&call);
        }
        if WINDOWS.contains(&name) {
            return Err(self.place.error(call.span, Rule::WindowOrder, &[("name", name)]));
        }
        if SCALARS.contains(&name) {
            return self.scalar(&call);
        }
        if DATES.contains(&name) {
            return Err(self.place.error(call.span, Rule::Date, &[]));
        }
        let known = SCALARS.iter().chain(&AGGREGATES).chain(&WINDOWS).copied();
        Err(unknown(&self.place, call.span, Rule::Function, name, known))
    }

    fn call<'f>(&self, function: &'f Function, span: Span) -> Result<Call<'f>, QueryError> {
        let place = self.place;
        let Function {
            name,
            uses_odbc_syntax,
            parameters,
            args,
            filter,
            null_treatment,
            over: _,
            within_group,
        } = function;
        let span = if span.start.line == 0 { name.span() } else { span };
        let refused = || {
            let what = function.to_string();
            place.error(span, Rule::Construct, &[("what", &what)])
        };
        let is_plain = !uses_odbc_syntax
            && matches!(parameters, FunctionArguments::None)
            && null_treatment.is_none()
            && within_group.is_empty();
        if !is_plain {
            return Err(refused());
        }
        let mut call = Call {
            name: single_name(&place, name)?.value.to_lowercase(),
            span,
            arguments: Vec::new(),
            is_star: false,
            is_distinct: false,
            filter: filter.as_deref(),
        };
        match args {
            FunctionArguments::None => {}
            FunctionArguments::Subquery(_) => {
                return Err(place.error(span, Rule::Subquery, &[]));
            }
            FunctionArguments::List(FunctionArgumentList {
                duplicate_treatment,
                args,
                clauses,
            }) => {
                if !clauses.is_empty() {
                    return Err(refused());
                }
                call.is_distinct = *duplicate_treatment == Some(DuplicateTreatment::Distinct);
                for argument in args {
                    match argument {
                        FunctionArg::Unnamed(FunctionArgExpr::Expr(expression)) => {
                            call.arguments.push(expression);
                        }
                        FunctionArg::Unnamed(FunctionArgExpr::Wildcard) if args.len() == 1 => {
                            call.is_star = true;
                        }
                        _ => return Err(refused()),
                    }
                }
            }
        }
        Ok(call)
    }

    fn arguments(&self, call: &Call<'_>, least: usize, most: usize) -> Result<(), QueryError> {
        let count = call.arguments.len();
        if (least..=most).contains(&count) && !call.is_star {
            return Ok(());
        }
        let name = [("name", call.name.as_str())];
        Err(self.place.error(call.span, Rule::Arguments, &name))
    }

    fn scalar(&mut self, call: &Call<'_>) -> Result<Term, QueryError> {
        if call.is_distinct || call.filter.is_some() {
            let name = [("name", call.name.as_str())];
            return Err(self.place.error(call.span, Rule::Arguments, &name));
        }
        let (least, most) = match call.name.as_str() {
            "abs" | "lower" | "length" => (1, 1),
            "nullif" => (2, 2),
            "greatest" | "least" => (2, usize::MAX),
            _ => (1, usize::MAX),
        };
        self.arguments(call, least, most)?;
        let mut kind = Kind::Null;
        let mut column = false;
        let mut texts = Vec::new();
        for argument in &call.arguments {
            let term = self.term(argument)?;
            match call.name.as_str() {
                "abs" | "greatest" | "least" => {
                    self.expect(&term, Kind::Integer, argument.span())?;
                }
                "lower" | "length" => self.expect(&term, Kind::Text, argument.span())?,
                _ => {}
            }
            kind = self.merge(kind, term.kind, argument.span())?;
            column |= term.column;
            texts.push(term.sql);
        }
        if kind == Kind::Null {
            let name = [("name", call.name.as_str())];
            return Err(self.place.error(call.span, Rule::UntypedNull, &name));
        }
        let text = format!("{}({})", call.name.to_uppercase(), texts.join(", "));
        if call.name == "length" {
            // Unsigned to the engine: a difference of two lengths would wrap.
            return Ok(Term::new(format!("CAST({text} AS BIGINT)"), Kind::Integer, column));
        }
        Ok(Term::new(text, kind, column))
    }

    fn aggregate(&mut self, call: &Call<'_>) -> Result<Term, QueryError> {
        let name = call.name.as_str();
        match self.clause {
            Clause::Where => {
                return Err(self.place.error(call.span, Rule::AggregateInWhere, &[("name", name)]));
            }
            Clause::Aggregate | Clause::Window => {
                return Err(self.place.error(call.span, Rule::NestedAggregate, &[("name", name)]));
            }
            Clause::Item | Clause::Having => {}
        }
        let outside = self.clause;
        self.clause = Clause::Aggregate;
        let argument = self.aggregate_argument(call);
        self.clause = outside;
        let (argument, kind) = argument?;
        let word = name.to_uppercase();
        let distinct = if call.is_distinct { "DISTINCT " } else { "" };
        let column = self.extracted.aggregate(&format!("{word}({distinct}{argument})"));
        Ok(aggregate_term(name, column, kind))
    }

    /// The column that an aggregate reads, or `*`, and the type of its values.
    fn aggregate_argument(&mut self, call: &Call<'_>) -> Result<(String, Kind), QueryError> {
        let name = call.name.as_str();
        if call.is_distinct && name != "count" {
            return Err(self.place.error(call.span, Rule::Arguments, &[("name", name)]));
        }
        let filter = match call.filter {
            None => None,
            Some(condition) => Some(self.condition(condition)?),
        };
        if call.is_star {
            if name != "count" || call.is_distinct {
                return Err(self.place.error(call.span, Rule::Arguments, &[("name", name)]));
            }
            let Some(filter) = filter else { return Ok(("*".to_owned(), Kind::Integer)) };
            let text = format!("CASE WHEN {} THEN CAST(1 AS BIGINT) END", filter.sql);
            return Ok((self.extracted.argument(&text), Kind::Integer));
        }
        self.arguments(call, 1, 1)?;
        let Some(argument) = call.arguments.first() else {
            return Err(self.place.error(call.span, Rule::Arguments, &[("name", name)]));
        };
        let term = self.term(argument)?;
        if !term.column {
            return Err(self.place.error(call.span, Rule::ConstantAggregate, &[("name", name)]));
        }
        match (name, term.kind) {
            ("count", _) | ("min" | "max", Kind::Integer | Kind::Text) => {}
            _ => self.expect(&term, Kind::Integer, argument.span())?,
        }
        let text = match filter {
            Some(filter) => format!("CASE WHEN {} THEN {} END", filter.sql, term.sql),
            None => term.sql,
        };
        Ok((self.extracted.argument(&text), term.kind))
    }

    fn window(&mut self, call: &Call<'_>, over: &WindowType) -> Result<Term, QueryError> {
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
        if is_running {
            window.push_str(" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
        }
        let text = format!("{}({argument}) OVER ({window})", name.to_uppercase());
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

/// An aggregate or window that stands in a column of an earlier step.
fn aggregate_term(name: &str, column: String, kind: Kind) -> Term {
    match name {
        "min" | "max" => Term::new(column, kind, true),
        // Counts are unsigned to the engine: a difference would wrap.
        _ => Term::new(format!("CAST({column} AS BIGINT)"), Kind::Integer, true),
    }
}

fn is_running_frame(frame: &WindowFrame) -> bool {
    let WindowFrame { units, start_bound, end_bound } = frame;
    *units == WindowFrameUnits::Rows
        && *start_bound == WindowFrameBound::Preceding(None)
        && matches!(end_bound, None | Some(WindowFrameBound::CurrentRow))
}
