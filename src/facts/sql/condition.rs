//! Comparisons, IN, BETWEEN and CASE: with NULL they answer as SQL says.

use sqlparser::ast::{BinaryOperator, CaseWhen, Expr, Spanned, UnaryOperator};
use sqlparser::tokenizer::Span;

use crate::facts::sql::expression::{Reader, Term};
use crate::facts::sql::scope::Kind;
use crate::facts::sql::{QueryError, Rule};

impl Reader<'_> {
    pub(super) fn comparison(
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

    pub(super) fn between(
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

    pub(super) fn in_list(
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

    pub(super) fn null_test(&mut self, inner: &Expr, word: &str) -> Result<Term, QueryError> {
        let term = self.term(inner)?;
        if term.kind == Kind::Null {
            return Err(self.place.error(inner.span(), Rule::NullComparison, &[]));
        }
        Ok(Term::new(format!("{} {word}", term.sql), Kind::Truth, term.column))
    }

    pub(super) fn case(
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

    /// Two values that may be compared.
    fn comparable(&self, left: &Term, right: &Term, span: Span) -> Result<(), QueryError> {
        if left.kind == Kind::Null || right.kind == Kind::Null {
            return Err(self.place.error(span, Rule::NullComparison, &[]));
        }
        self.merge(left.kind, right.kind, span).map(|_| ())
    }
}

/// Whether an expression after IS DISTINCT FROM is more than a value. The parser takes all that
/// follows, `a IS DISTINCT FROM (b AND c)`, where SQL says `(a IS DISTINCT FROM b) AND c`.
pub(super) fn is_loose(expression: &Expr) -> bool {
    match expression {
        Expr::BinaryOp { op, .. } => !matches!(
            op,
            BinaryOperator::Plus
                | BinaryOperator::Minus
                | BinaryOperator::Multiply
                | BinaryOperator::StringConcat
        ),
        Expr::UnaryOp { op, .. } => *op == UnaryOperator::Not,
        Expr::IsNull(_)
        | Expr::IsNotNull(_)
        | Expr::IsDistinctFrom(..)
        | Expr::IsNotDistinctFrom(..)
        | Expr::Between { .. }
        | Expr::InList { .. } => true,
        _ => false,
    }
}
