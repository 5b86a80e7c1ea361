# Why a query in queries/ is refused. One message a rule of src/facts/sql/rule.rs.

query-syntax = The query cannot be read as SQL: { $detail }.
query-too-long = The query is longer than 32 KiB. Split it, or move a step into a fact table.
query-too-deep = The expression is nested more than 200 levels deep. Move a part of it into a WITH table.
query-one-select = The file must hold exactly one SELECT and nothing else.
query-recursive = WITH RECURSIVE is not supported.
query-cte-name = “{ $name }” is already the name of a fact table or of a WITH table, and the engine would read the wrong one. Choose another name.
query-unknown-table = There is no table “{ $name }”.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
}
query-unknown-column = There is no column “{ $name }” here.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
}
query-qualify = With more than one table, say which one “{ $name }” belongs to: table.{ $name }.
query-identifier = The name “{ $name }” may have only lower-case letters, digits and “_”.
query-duplicate-name = The name “{ $name }” is given twice. Give each column and each table a name of its own.
query-construct = “{ $what }” is not in the part of SQL whose answers are proven.
query-comma-join = Tables are joined with JOIN, not with a comma.
query-join-kind = Only INNER JOIN, LEFT JOIN and CROSS JOIN are allowed.
query-join-condition = ON may hold only pairs like a.x = b.y linked by AND; with anything more the engine silently drops rows. Filter the table in WITH first.
query-join-sides = Each pair in ON must link a column of the joined table with a column of a table before it, and both tables must be named.
query-table-function = A function cannot stand in place of a table.
query-function = The function “{ $name }” is not on the list of those whose answers are proven.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
}
query-arguments = “{ $name }” is called with the wrong arguments.
query-aggregate-in-where = The aggregate “{ $name }” cannot stand in WHERE: the engine would return all rows. Use HAVING.
query-nested-aggregate = The aggregate “{ $name }” stands inside another aggregate or inside OVER. Compute the inner one in WITH first.
query-constant-aggregate = “{ $name }” of a value that reads no column counts one row instead of all. Use COUNT(*) or name a column.
query-window-place = The window function “{ $name }” can stand only in the outputs of a SELECT without GROUP BY. Compute it in WITH first.
query-window-order = “{ $name }” in a window needs OVER with an ORDER BY over numbers or texts, and texts only ascending.
query-window-frame = “{ $name }” OVER with ORDER BY needs exactly ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW; without ORDER BY it takes no frame.
query-truth-test = IS TRUE, IS FALSE and IS UNKNOWN lose rows with NULL. Write COALESCE(x, FALSE) = FALSE, or IS NULL.
query-null-comparison = NULL is not compared or computed with: the answer is always unknown. Write IS NULL or IS NOT NULL.
query-untyped-null = “{ $name }” is NULL without a type. Write CAST(NULL AS BIGINT) or CAST(NULL AS VARCHAR).
query-cast = CAST is allowed only to BIGINT from whole numbers and conditions, and to VARCHAR from numbers and texts; here it is “{ $to }”.
query-division = Queries do not divide: they return whole numbers, and the ratio is computed and rounded later. Return the numerator and the denominator.
query-fraction = “{ $name }” is not a whole number. Use days, months and grosze.
query-integer-range = The number { $name } is too large. The largest is 1,000,000,000,000,000,000.
query-date = Queries have no dates: a day is a number of days since 1970-01-01 and a month is year × 12 + month − 1. Compare and subtract these numbers.
query-placeholder = Queries have no placeholders. Join the table of parameters.
query-subquery = A subquery cannot stand inside an expression. Put it in WITH and join it.
query-kinds = A value of type { $left } meets a value of type { $right }. Cast one of them, if that is what is meant.
query-alias = Give this output or this subquery a name: AS name.
query-star = The last SELECT lists its columns; “*” is allowed only in WITH.
query-constant = This SELECT reads no column of a table.
query-not-grouped = “{ $name }” must be in GROUP BY or inside an aggregate.
query-group-by-column = GROUP BY takes columns of the tables. Compute the expression in WITH first.
query-group-alias = An output named “{ $name }” hides the column by which rows are grouped. Give the output another name.
query-union-columns = Both parts of UNION must have the same column names and types. Here they are ({ $left }) and ({ $right }).
query-order-by = The query must end in ORDER BY, or the order of its rows is chance.
query-order-by-column = ORDER BY takes only names of output columns.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
}
query-nulls-order = DESC on “{ $name }” must say NULLS FIRST or NULLS LAST.
query-inner-order = ORDER BY stands only at the end of the whole query.
query-limit = LIMIT, OFFSET, FETCH and TOP are not allowed: a query returns all its rows.
query-outputs = The outputs must be ({ $declared }); the query gives ({ $given }).
query-output-kind = The output “{ $name }” must have the type { $declared }; the query gives { $given }.
query-engine = The engine could not run the query: { $detail }
