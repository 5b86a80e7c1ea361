//! Names: which columns a SELECT can see, of which type, and what they are called inside.

use std::cell::RefCell;
use std::collections::BTreeSet;

use sqlparser::ast::{Expr, Ident, ObjectName, ObjectNamePart, Spanned};
use sqlparser::tokenizer::Span;

use crate::facts::ColumnKind;
use crate::facts::sql::error::Place;
use crate::facts::sql::{QueryError, Rule};

/// The type of a value in a query.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Integer,
    Text,
    Truth,
    /// A bare NULL: it takes the type of what it meets.
    Null,
}

impl Kind {
    /// The word in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Integer => "BIGINT",
            Self::Text => "VARCHAR",
            Self::Truth => "BOOLEAN",
            Self::Null => "NULL",
        }
    }

    /// The type of two values that stand for each other; `None` when they differ.
    pub(super) fn common(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Null, kind) | (kind, Self::Null) => Some(kind),
            (left, right) => (left == right).then_some(left),
        }
    }
}

impl From<ColumnKind> for Kind {
    fn from(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Integer => Self::Integer,
            ColumnKind::Text => Self::Text,
        }
    }
}

/// Columns in order, by name.
pub(super) type Columns = Vec<(String, Kind)>;

/// A table of FROM under its alias.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) alias: String,
    /// The fact table or step behind it.
    pub(super) table: String,
    pub(super) columns: Columns,
}

/// What the expressions of a SELECT can name.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub(super) relations: Vec<Relation>,
    /// What the expressions have named so far: the table behind the relation, and the column.
    pub(super) named: RefCell<BTreeSet<(String, String)>>,
}

/// A column that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Its place in `Scope::relations`.
    pub(super) relation: usize,
    /// Its name inside the lowered query: the alias is part of it, so no join can mix columns up.
    pub(super) inner: String,
    /// Its own name.
    pub(super) name: String,
    pub(super) kind: Kind,
}

impl Scope {
    /// All columns in order.
    pub(super) fn columns(&self) -> impl Iterator<Item = Found> {
        self.relations.iter().enumerate().flat_map(|(index, relation)| {
            relation.columns.iter().map(move |(name, kind)| Found {
                relation: index,
                inner: inner_name(&relation.alias, name),
                name: name.clone(),
                kind: *kind,
            })
        })
    }

    /// The column that an identifier means; `None` when the expression is no identifier.
    pub(super) fn resolve(
        &self,
        place: &Place<'_>,
        expression: &Expr,
    ) -> Option<Result<Found, QueryError>> {
        let found = match expression {
            Expr::Identifier(name) => self.unqualified(place, name),
            Expr::CompoundIdentifier(parts) => match parts.as_slice() {
                [alias, name] => self.qualified(place, alias, name),
                _ => Err(place.error(
                    expression.span(),
                    Rule::Construct,
                    &[("what", &expression.to_string())],
                )),
            },
            _ => return None,
        };
        Some(found.inspect(|found| self.note(found)))
    }

    /// Remembers that a column is read.
    pub(super) fn note(&self, found: &Found) {
        if let Some(relation) = self.relations.get(found.relation) {
            self.named.borrow_mut().insert((relation.table.clone(), found.name.clone()));
        }
    }

    fn unqualified(&self, place: &Place<'_>, name: &Ident) -> Result<Found, QueryError> {
        let word = identifier(place, name)?;
        if self.relations.len() > 1 {
            return Err(place.error(name.span, Rule::Qualify, &[("name", word)]));
        }
        self.columns()
            .find(|column| column.name == word)
            .ok_or_else(|| self.unknown(place, name.span, word, None))
    }

    fn qualified(
        &self,
        place: &Place<'_>,
        alias: &Ident,
        name: &Ident,
    ) -> Result<Found, QueryError> {
        let table = identifier(place, alias)?;
        let word = identifier(place, name)?;
        let Some(index) = self.relations.iter().position(|relation| relation.alias == table) else {
            let known = self.relations.iter().map(|relation| relation.alias.as_str());
            return Err(unknown(place, alias.span, Rule::UnknownTable, table, known));
        };
        self.columns()
            .find(|column| column.relation == index && column.name == word)
            .ok_or_else(|| self.unknown(place, name.span, word, Some(index)))
    }

    fn unknown(
        &self,
        place: &Place<'_>,
        span: Span,
        word: &str,
        relation: Option<usize>,
    ) -> QueryError {
        let names: Vec<String> = self
            .columns()
            .filter(|column| relation.is_none_or(|index| column.relation == index))
            .map(|column| column.name)
            .collect();
        unknown(place, span, Rule::UnknownColumn, word, names.iter().map(String::as_str))
    }
}

/// An error for a name that is not known, with the nearest one that is.
pub(super) fn unknown<'a>(
    place: &Place<'_>,
    span: Span,
    rule: Rule,
    word: &str,
    known: impl Iterator<Item = &'a str>,
) -> QueryError {
    let mut nearest: Vec<(f64, &str)> =
        known.map(|name| (strsim::jaro_winkler(word, name), name)).collect();
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    match nearest.first() {
        Some((likeness, name)) if *likeness > 0.6 => {
            place.error(span, rule, &[("name", word), ("nearest", name)])
        }
        _ => place.error(span, rule, &[("name", word)]),
    }
}

/// The word of an identifier: lower-case letters, digits and `_`.
///
/// The engine tells upper from lower case and other engines do not; it reads `^…$` as a pattern of
/// column names.
pub(super) fn identifier<'a>(place: &Place<'_>, name: &'a Ident) -> Result<&'a str, QueryError> {
    let word = name.value.as_str();
    let starts_well = word.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    let is_plain =
        word.chars().all(|c| c == '_' || (c.is_alphanumeric() && c.to_lowercase().eq([c])));
    if starts_well && is_plain {
        Ok(word)
    } else {
        Err(place.error(name.span, Rule::Identifier, &[("name", word)]))
    }
}

/// The single word of an object's name.
pub(super) fn single_name<'a>(
    place: &Place<'_>,
    name: &'a ObjectName,
) -> Result<&'a Ident, QueryError> {
    match name.0.as_slice() {
        [ObjectNamePart::Identifier(word)] => Ok(word),
        _ => Err(place.error(name.span(), Rule::Construct, &[("what", &name.to_string())])),
    }
}

/// The name of a table's column inside the lowered query. No identifier can hold the slash.
pub(super) fn inner_name(alias: &str, column: &str) -> String {
    format!("{alias}/{column}")
}

/// An identifier in printed SQL.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
