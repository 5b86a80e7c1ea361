#!/usr/bin/env python3
"""Runs every query of a run in DuckDB as well and compares the rows.

usage: duckdb_compare.py FOLDER

FOLDER/facts/<table>.csv    a line of names, a line of types, rows; NULL is \\N, texts are quoted
FOLDER/queries/<path>.sql   the queries as they are shipped, header comment included
FOLDER/ledger/<id>.csv      what the program gave, in the form of the facts; <id> is the query's
                            file name without .sql

Exit code 0 when all rows are equal, 1 when some differ or a ledger has no query, 2 when the folder
is not of this form.
"""

import csv
import pathlib
import sys
from collections import Counter

import duckdb


def read(path):
    """Names, types and rows of a CSV file; csv.QUOTE_NOTNULL would need Python 3.12."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    if len(lines) < 2 or len(lines[0]) != len(lines[1]):
        raise ValueError(f"{path}: a line of names and a line of types are missing")
    names, types, rows = lines[0], lines[1], lines[2:]
    convert = {"BIGINT": int, "VARCHAR": str}
    return names, types, [
        tuple(None if cell == "\\N" else convert[kind](cell) for cell, kind in zip(row, types))
        for row in rows
    ]


def load(connection, path):
    names, types, rows = read(path)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(names, types))
    connection.execute(f'create table "{path.stem}" ({columns})')
    if rows:
        gaps = ", ".join("?" for _ in names)
        connection.executemany(f'insert into "{path.stem}" values ({gaps})', rows)


def compare(connection, query, ledger):
    """The first difference as a sentence, or None. Equal rows may come in any order."""
    names, types, rows = read(ledger)
    cursor = connection.execute(query.read_text(encoding="utf-8"))
    given = [column[0] for column in cursor.description]
    if given != names:
        return f"columns {given} instead of {names}"
    theirs, ours = Counter(cursor.fetchall()), Counter(rows)
    if theirs == ours:
        return None
    only_theirs, only_ours = theirs - ours, ours - theirs
    return (
        f"{sum(only_theirs.values())} rows only in DuckDB, first {next(iter(only_theirs), None)}; "
        f"{sum(only_ours.values())} only in the ledger, first {next(iter(only_ours), None)}"
    )


def main(folder):
    connection = duckdb.connect()
    facts = sorted((folder / "facts").glob("*.csv"))
    ledgers = sorted((folder / "ledger").glob("*.csv"))
    queries = {path.stem: path for path in sorted((folder / "queries").rglob("*.sql"))}
    if not facts or not ledgers or not queries:
        print(f"{folder} has no facts, no queries or no ledger", file=sys.stderr)
        return 2
    for path in facts:
        load(connection, path)
    failed = 0
    for ledger in ledgers:
        query = queries.get(ledger.stem)
        difference = "has no query" if query is None else compare(connection, query, ledger)
        if difference:
            failed += 1
            print(f"{ledger.stem}: {difference}")
    print(f"{len(ledgers) - failed} of {len(ledgers)} queries give the same rows")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(pathlib.Path(sys.argv[1])))
