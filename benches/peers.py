"""Reads workbooks with one of the usual Python libraries, whole and into a table: peers.py WHICH FILE..."""

import sys


def pandas_openpyxl(path):
    import pandas

    return pandas.read_excel(path, engine="openpyxl").shape


def pandas_calamine(path):
    import pandas

    return pandas.read_excel(path, engine="calamine").shape


def polars_fastexcel(path):
    import polars

    return polars.read_excel(path, engine="calamine").shape


PEERS = {
    "pandas-openpyxl": pandas_openpyxl,
    "pandas-calamine": pandas_calamine,
    "polars-fastexcel": polars_fastexcel,
}

if __name__ == "__main__":
    which, *paths = sys.argv[1:]
    for path in paths:
        print(path, *PEERS[which](path))
