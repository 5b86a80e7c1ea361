//! The rules of the guard. Ids are stable: messages, tests and documentation name them.

use std::fmt;

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $id:literal,)+) => {
        /// Why a query was refused.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Rule {
            $($(#[$doc])* $rule,)+
        }

        impl Rule {
            /// Every rule, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)+];

            /// The stable id; its sentence is the message `query-<id>`.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$rule => $id,)+
                }
            }
        }
    };
}

// A macro, so that a rule cannot be missing from `ALL`: the test of the sentences walks it.
rules! {
    /// The text cannot be read as SQL.
    Syntax = "syntax",
    /// The text is too long.
    TooLong = "too-long",
    /// An expression is nested too deeply.
    TooDeep = "too-deep",
    /// Exactly one SELECT, nothing else.
    OneSelect = "one-select",
    /// WITH RECURSIVE.
    Recursive = "recursive",
    /// A WITH table is named like a fact table or another WITH table (kind 7).
    CteName = "cte-name",
    /// No such table.
    UnknownTable = "unknown-table",
    /// No such column.
    UnknownColumn = "unknown-column",
    /// With more than one table each column names its table.
    Qualify = "qualify",
    /// A name is not lower-case letters, digits and `_`.
    Identifier = "identifier",
    /// A name is given twice.
    DuplicateName = "duplicate-name",
    /// A part of SQL that was not proven right.
    Construct = "construct",
    /// Tables joined by a comma.
    CommaJoin = "comma-join",
    /// A join other than INNER, LEFT and CROSS.
    JoinKind = "join-kind",
    /// ON holds more than `a.x = b.y` pairs (kinds 1, 2, 3).
    JoinCondition = "join-condition",
    /// A pair in ON does not link the joined table to an earlier one.
    JoinSides = "join-sides",
    /// A function as a table.
    TableFunction = "table-function",
    /// A function that was not proven right (kinds 12, 13).
    Function = "function",
    /// A function has the wrong number of arguments.
    Arguments = "arguments",
    /// An aggregate in WHERE or ON (kind 14).
    AggregateInWhere = "aggregate-in-where",
    /// An aggregate in an aggregate or in OVER (kind 8).
    NestedAggregate = "nested-aggregate",
    /// An aggregate of a constant (kind 9).
    ConstantAggregate = "constant-aggregate",
    /// A window function where rows are chosen or grouped.
    WindowPlace = "window-place",
    /// A window function without ORDER BY.
    WindowOrder = "window-order",
    /// A frame other than the one whose answer is proven.
    WindowFrame = "window-frame",
    /// IS TRUE and its kin (kind 10).
    TruthTest = "truth-test",
    /// Comparison with a bare NULL.
    NullComparison = "null-comparison",
    /// A NULL column without a type.
    UntypedNull = "untyped-null",
    /// CAST to or from what is not proven (kind 15).
    Cast = "cast",
    /// Division or remainder (kind 13).
    Division = "division",
    /// A number with a fraction or an exponent (kind 12).
    Fraction = "fraction",
    /// A whole number beyond nine digits and nine more.
    IntegerRange = "integer-range",
    /// Date literals and date arithmetic (kinds 6, 11).
    Date = "date",
    /// A placeholder.
    Placeholder = "placeholder",
    /// A subquery inside an expression.
    Subquery = "subquery",
    /// Two values of different types meet (kind 16).
    Kinds = "kinds",
    /// An output without a name.
    Alias = "alias",
    /// `*` in the outermost SELECT.
    Star = "star",
    /// A SELECT that reads no column.
    Constant = "constant",
    /// A column is neither a group key nor inside an aggregate.
    NotGrouped = "not-grouped",
    /// GROUP BY something other than a column.
    GroupByColumn = "group-by-column",
    /// A group key and a different output have the same name.
    GroupAlias = "group-alias",
    /// The parts of a UNION have different columns (kind 16).
    UnionColumns = "union-columns",
    /// No ORDER BY at the end.
    OrderBy = "order-by",
    /// ORDER BY something other than an output column.
    OrderByColumn = "order-by-column",
    /// DESC without NULLS FIRST or NULLS LAST.
    NullsOrder = "nulls-order",
    /// ORDER BY inside the query.
    InnerOrder = "inner-order",
    /// LIMIT, OFFSET, FETCH.
    Limit = "limit",
    /// The outputs are not those that are declared.
    Outputs = "outputs",
    /// An output has another type than declared (kinds 15, 16).
    OutputKind = "output-kind",
    /// The engine could not run the query.
    Engine = "engine",
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}
