//! Expressions: each is read with its type, so that nothing is cast behind the author's back.

use sqlparser::ast::{
    BinaryOperator, CaseWhen, CastKind, DataType, Expr, Spanned, UnaryOperator, Value,
};
use sqlparser::tokenizer::Span;

use crate::facts::sql::error::Place;
use crate::facts::sql::function::Extracted;
use crate::facts::sql::scope::{Found, Kind, Scope, quoted};
use crate::facts::sql::{QueryError, Rule};

/// Deeper nesting than this is no honest query, and recursion needs a stack.
const DEEPEST: usize = 200;
/// Literals stay below this, so that sums of products of a million rows cannot overflow.
const LARGEST_LITERAL: i64 = 1_000_000_000_000_000_000;

/// Where an expression stands: it decides which functions may be in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Clause {
    /// WHERE.
    Where,
    /// HAVING.
    Having,
    /// An output.
    Item,
    /// Inside an aggregate.
    Aggregate,
    /// Inside a window function.
    Window,
}

/// A lowered expression.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Term {
    pub(super) sql: String,
    pub(super) kind: Kind,
    /// Whether it reads a column.
    pub(super) column: bool,
}

impl Term {
    pub(super) fn new(sql: String, kind: Kind, column: bool) -> Self {
        Self { sql, kind, column }
    }
}

/// Reads the expressions of one clause.
pub(super) struct Reader<'a> {
    pub(super) place: Place<'a>,
    pub(super) scope: &'a Scope,
    pub(super) clause: Clause,
    /// The group keys of a SELECT that groups.
    pub(super) keys: Option<&'a [Found]>,
    pub(super) extracted: &'a mut Extracted,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        place: Place<'a>,
        scope: &'a Scope,
        clause: Clause,
        keys: Option<&'a [Found]>,
        extracted: &'a mut Extracted,
    ) -> Self {
        Self { place, scope, clause, keys, extracted, depth: 0 }
    }

    /// Reads a condition.
    pub(super) fn condition(&mut self, expression: &Expr) -> Result<Term, QueryError> {
        let term = self.term(expression)?;
        self.expect(&term, Kind::Truth, expression.span())?;
        Ok(term)
    }

    /// Reads any expression.
    pub(super) fn term(&mut self, expression: &Expr) -> Result<Term, QueryError> {
        if self.depth > DEEPEST {
            return Err(self.place.error(expression.span(), Rule::TooDeep, &[]));
        }
        self.depth += 1;
        let term = self.any(expression);
        self.depth -= 1;
        term
    }

    fn any(&mut self, expression: &Expr) -> Result<Term, QueryError> {
        let span = expression.span();
        if let Some(found) = self.scope.resolve(&self.place, expression) {
            return self.column(found?, span);
        }
        match expression {
            Expr::Nested(inner) => {
                let term = self.term(inner)?;
                Ok(Term { sql: format!("({})", term.sql), ..term })
            }
            Expr::Value(value) => self.literal(&value.value, false, value.span),
            Expr::UnaryOp { op, expr } => self.unary(*op, expr, span),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right, span),
            Expr::IsNull(inner) => self.null_test(inner, "IS NULL"),
            Expr::IsNotNull(inner) => self.null_test(inner, "IS NOT NULL"),
            Expr::IsDistinctFrom(left, right) => {
                self.comparison(left, "IS DISTINCT FROM", right, span)
            }
            Expr::IsNotDistinctFrom(left, right) => {
                self.comparison(left, "IS NOT DISTINCT FROM", right, span)
            }
            Expr::IsTrue(_)
            | Expr::IsNotTrue(_)
            | Expr::IsFalse(_)
            | Expr::IsNotFalse(_)
            | Expr::IsUnknown(_)
            | Expr::IsNotUnknown(_) => Err(self.place.error(span, Rule::TruthTest, &[])),
            Expr::Between { expr, negated, low, high } => {
                self.between(expr, *negated, low, high, span)
            }
            Expr::InList { expr, list, negated } => self.in_list(expr, list, *negated, span),
            Expr::Case { operand, conditions, else_result, .. } => {
                self.case(operand.as_deref(), conditions, else_result.as_deref(), span)
            }
            Expr::Cast { kind, expr, data_type, array: false, format: None } => {
                self.cast(kind, expr, data_type, span)
            }
            Expr::Cast { .. } | Expr::Convert { .. } => {
                Err(self.place.error(span, Rule::Cast, &[("to", "…")]))
            }
            Expr::Function(function) => self.function(function, span),
            Expr::InSubquery { .. } | Expr::Exists { .. } | Expr::Subquery(_) => {
                Err(self.place.error(span, Rule::Subquery, &[]))
            }
            Expr::Extract { .. }
            | Expr::Interval(_)
            | Expr::TypedString(_)
            | Expr::AtTimeZone { .. } => Err(self.place.error(span, Rule::Date, &[])),
            Expr::Ceil { .. } | Expr::Floor { .. } => {
                Err(self.place.error(span, Rule::Fraction, &[("name", &expression.to_string())]))
            }
            other => {
                let what = other.to_string();
                Err(self.place.error(span, Rule::Construct, &[("what", &what)]))
            }
        }
    }

    /// A column where this clause may read it.
    pub(super) fn column(&mut self, found: Found, span: Span) -> Result<Term, QueryError> {
        let is_outside = matches!(self.clause, Clause::Item | Clause::Having);
        if let (true, Some(keys)) = (is_outside, self.keys)
            && !keys.contains(&found)
        {
            return Err(self.place.error(span, Rule::NotGrouped, &[("name", &found.name)]));
        }
        Ok(Term::new(quoted(&found.inner), found.kind, true))
    }

    fn literal(&self, value: &Value, negative: bool, span: Span) -> Result<Term, QueryError> {
        match value {
            Value::Number(text, _) => {
                if text.contains(['.', 'e', 'E']) {
                    return Err(self.place.error(span, Rule::Fraction, &[("name", text)]));
                }
                match text.parse::<i64>() {
                    Ok(number) if number <= LARGEST_LITERAL => {
                        let number = if negative { -number } else { number };
                        // A bare literal is a 32-bit number to the engine, and its sums wrap there.
                        Ok(Term::new(format!("CAST({number} AS BIGINT)"), Kind::Integer, false))
                    }
                    _ => Err(self.place.error(span, Rule::IntegerRange, &[("name", text)])),
                }
            }
            Value::SingleQuotedString(text) => {
                Ok(Term::new(format!("'{}'", text.replace('\'', "''")), Kind::Text, false))
            }
            Value::Boolean(truth) => {
                Ok(Term::new(truth.to_string().to_uppercase(), Kind::Truth, false))
            }
            Value::Null => Ok(Term::new("NULL".to_owned(), Kind::Null, false)),
            Value::Placeholder(_) => Err(self.place.error(span, Rule::Placeholder, &[])),
            other => {
                let what = other.to_string();
                Err(self.place.error(span, Rule::Construct, &[("what", &what)]))
            }
        }
    }

    fn unary(
        &mut self,
        operator: UnaryOperator,
        inner: &Expr,
        span: Span,
    ) -> Result<Term, QueryError> {
        match operator {
            UnaryOperator::Minus => {
                if let Expr::Value(value) = inner
                    && matches!(value.value, Value::Number(..))
                {
                    return self.literal(&value.value, true, value.span);
                }
                let term = self.term(inner)?;
                self.expect(&term, Kind::Integer, inner.span())?;
                // Two signs in a row would begin a comment.
                Ok(Term { sql: format!("- {}", term.sql), ..term })
            }
            UnaryOperator::Not => {
                let term = self.condition(inner)?;
                Ok(Term { sql: format!("NOT {}", term.sql), ..term })
            }
            other => {
                let what = other.to_string();
                Err(self.place.error(span, Rule::Construct, &[("what", &what)]))
            }
        }
    }

    fn binary(
        &mut self,
        left: &Expr,
        operator: &BinaryOperator,
        right: &Expr,
        span: Span,
    ) -> Result<Term, QueryError> {
        match operator {
            BinaryOperator::And => self.same(left, "AND", right, Kind::Truth),
            BinaryOperator::Or => self.same(left, "OR", right, Kind::Truth),
            BinaryOperator::Plus => self.same(left, "+", right, Kind::Integer),
            BinaryOperator::Minus => self.same(left, "-", right, Kind::Integer),
            BinaryOperator::Multiply => self.same(left, "*", right, Kind::Integer),
            BinaryOperator::StringConcat => self.same(left, "||", right, Kind::Text),
            BinaryOperator::Eq => self.comparison(left, "=", right, span),
            BinaryOperator::NotEq => self.comparison(left, "<>", right, span),
            BinaryOperator::Lt => self.comparison(left, "<", right, span),
            BinaryOperator::LtEq => self.comparison(left, "<=", right, span),
            BinaryOperator::Gt => self.comparison(left, ">", right, span),
            BinaryOperator::GtEq => self.comparison(left, ">=", right, span),
            BinaryOperator::Divide
            | BinaryOperator::Modulo
            | BinaryOperator::DuckIntegerDivide
            | BinaryOperator::MyIntegerDivide => Err(self.place.error(span, Rule::Division, &[])),
            other => {
                let what = other.to_string();
                Err(self.place.error(span, Rule::Construct, &[("what", &what)]))
            }
        }
    }

    /// An operator that takes and gives one type.
    fn same(
        &mut self,
        left: &Expr,
        operator: &str,
        right: &Expr,
        kind: Kind,
    ) -> Result<Term, QueryError> {
        let (left_span, right_span) = (left.span(), right.span());
        let left = self.term(left)?;
        self.expect(&left, kind, left_span)?;
        let right = self.term(right)?;
        self.expect(&right, kind, right_span)?;
        let sql = format!("{} {operator} {}", left.sql, right.sql);
        Ok(Term::new(sql, kind, left.column || right.column))
    }

    fn comparison(
        &mut self,
        left: &Expr,
        operator: &str,
        right: &Expr,
        span: Span,
    ) -> Result<Term, QueryError> {
        let left = self.term(left)?;
        let right = self.term(right)?;
        self.comparable(&left, &right, span)?;
        let sql = format!("{} {operator} {}", left.sql, right.sql);
        Ok(Term::new(sql, Kind::Truth, left.column || right.column))
    }

    fn between(
        &mut self,
        value: &Expr,
        negated: bool,
        low: &Expr,
        high: &Expr,
        span: Span,
    ) -> Result<Term, QueryError> {
        let value = self.term(value)?;
        let low = self.term(low)?;
        let high = self.term(high)?;
        self.comparable(&value, &low, span)?;
        self.comparable(&value, &high, span)?;
        let word = if negated { "NOT BETWEEN" } else { "BETWEEN" };
        let sql = format!("({} {word} {} AND {})", value.sql, low.sql, high.sql);
        Ok(Term::new(sql, Kind::Truth, value.column || low.column || high.column))
    }

    fn in_list(
        &mut self,
        value: &Expr,
        list: &[Expr],
        negated: bool,
        span: Span,
    ) -> Result<Term, QueryError> {
        let value = self.term(value)?;
        let mut texts = Vec::new();
        let mut column = value.column;
        for member in list {
            let term = self.term(member)?;
            self.comparable(&value, &term, member.span())?;
            column |= term.column;
            texts.push(format!("({}) = ({})", value.sql, term.sql));
        }
        if texts.is_empty() {
            return Err(self.place.error(span, Rule::Construct, &[("what", "IN ()")]));
        }
        // Written out, so that a NULL on the left makes the answer unknown as SQL says.
        let word = if negated { "NOT " } else { "" };
        Ok(Term::new(format!("({word}({}))", texts.join(" OR ")), Kind::Truth, column))
    }

    fn null_test(&mut self, inner: &Expr, word: &str) -> Result<Term, QueryError> {
        let term = self.term(inner)?;
        if term.kind == Kind::Null {
            return Err(self.place.error(inner.span(), Rule::NullComparison, &[]));
        }
        Ok(Term::new(format!("{} {word}", term.sql), Kind::Truth, term.column))
    }

    fn case(
        &mut self,
        operand: Option<&Expr>,
        conditions: &[CaseWhen],
        otherwise: Option<&Expr>,
        span: Span,
    ) -> Result<Term, QueryError> {
        let operand = operand.map(|operand| self.term(operand)).transpose()?;
        let mut sql = "CASE".to_owned();
        let mut kind = Kind::Null;
        let mut column = operand.as_ref().is_some_and(|operand| operand.column);
        for CaseWhen { condition, result } in conditions {
            let condition = match &operand {
                None => self.condition(condition)?,
                Some(operand) => {
                    let value = self.term(condition)?;
                    self.comparable(operand, &value, condition.span())?;
                    let text = format!("({}) = ({})", operand.sql, value.sql);
                    Term::new(text, Kind::Truth, value.column)
                }
            };
            let value = self.term(result)?;
            kind = self.merge(kind, value.kind, result.span())?;
            column |= condition.column || value.column;
            sql.extend([" WHEN ", &condition.sql, " THEN ", &value.sql]);
        }
        if let Some(otherwise) = otherwise {
            let value = self.term(otherwise)?;
            kind = self.merge(kind, value.kind, otherwise.span())?;
            column |= value.column;
            sql.extend([" ELSE ", &value.sql]);
        }
        sql.push_str(" END");
        if kind == Kind::Null {
            return Err(self.place.error(span, Rule::UntypedNull, &[("name", "CASE")]));
        }
        Ok(Term::new(sql, kind, column))
    }

    fn cast(
        &mut self,
        kind: &CastKind,
        inner: &Expr,
        data_type: &DataType,
        span: Span,
    ) -> Result<Term, QueryError> {
        let to = data_type.to_string();
        let refused = || self.place.error(span, Rule::Cast, &[("to", &to)]);
        let target = match (kind, data_type) {
            (CastKind::Cast | CastKind::DoubleColon, DataType::BigInt(None)) => Kind::Integer,
            (CastKind::Cast | CastKind::DoubleColon, DataType::Varchar(None)) => Kind::Text,
            _ => return Err(refused()),
        };
        let error = refused();
        let term = self.term(inner)?;
        let is_proven = match (term.kind, target) {
            (Kind::Null, _) | (Kind::Integer, _) | (Kind::Text, Kind::Text) => true,
            (Kind::Truth, target) => target == Kind::Integer,
            (Kind::Text, _) => false,
        };
        if !is_proven {
            return Err(error);
        }
        Ok(Term::new(format!("CAST({} AS {})", term.sql, target.name()), target, term.column))
    }

    /// Two values that may be compared.
    fn comparable(&self, left: &Term, right: &Term, span: Span) -> Result<(), QueryError> {
        if left.kind == Kind::Null || right.kind == Kind::Null {
            return Err(self.place.error(span, Rule::NullComparison, &[]));
        }
        self.merge(left.kind, right.kind, span).map(|_| ())
    }

    /// The type of values that stand for each other.
    pub(super) fn merge(&self, left: Kind, right: Kind, span: Span) -> Result<Kind, QueryError> {
        left.common(right).ok_or_else(|| {
            let kinds = [("left", left.name()), ("right", right.name())];
            self.place.error(span, Rule::Kinds, &kinds)
        })
    }

    /// Refuses a value of another type.
    pub(super) fn expect(&self, term: &Term, kind: Kind, span: Span) -> Result<(), QueryError> {
        if term.kind == kind {
            Ok(())
        } else if term.kind == Kind::Null {
            Err(self.place.error(span, Rule::NullComparison, &[]))
        } else {
            let kinds = [("left", kind.name()), ("right", term.kind.name())];
            Err(self.place.error(span, Rule::Kinds, &kinds))
        }
    }
}
