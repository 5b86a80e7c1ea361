#!/usr/bin/env python3
"""Runs every query of a run in DuckDB as well and compares the rows.

usage: duckdb_compare.py FOLDER

FOLDER is what `cargo run --example dump_facts -- DATA PERIOD AS_OF FOLDER` writes; DuckDB is
`pip install duckdb`.

FOLDER/facts/<table>.parquet  the fact tables that SQL may read
FOLDER/queries/<path>.sql     the queries as they are shipped, header comment included
FOLDER/ledger/<id>.parquet    what the program gave; <id> is the query's file name without .sql

Exit code 0 when all rows are equal, 1 when some differ or a ledger has no query, 2 when the folder
is not of this form.
"""

import pathlib
import sys
from collections import Counter

import duckdb


def read(connection, path):
    """Names and rows of a Parquet file."""
    cursor = connection.execute("select * from read_parquet(?)", [str(path)])
    return [column[0] for column in cursor.description], cursor.fetchall()


def load(connection, path):
    connection.execute(f'create table "{path.stem}" as select * from read_parquet(?)', [str(path)])


def compare(connection, query, ledger):
    """The first difference as a sentence, or None. Equal rows may come in any order."""
    names, rows = read(connection, ledger)
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
    facts = sorted((folder / "facts").glob("*.parquet"))
    ledgers = sorted((folder / "ledger").glob("*.parquet"))
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
