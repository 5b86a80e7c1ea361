#!/usr/bin/env python3
"""Counts the rows and the amounts of a checked folder again, with other readers than the program's.

usage: recount.py INPUT RESULT FINDINGS

INPUT      the folder that was checked
RESULT     what `efekt check INPUT --lang pl --format json` printed
FINDINGS   the findings.jsonl of the same run

For every table: rows of the sheet = header and above + empty + totals and notes + used + left out +
duplicates, and the sum of its amounts in grosze = used + left out + duplicates. Which row is a total, a
note, a copy or left out is decided here: totals and notes by what they hold, the others by the findings.

Exit code 0 when everything agrees, 1 when something differs, 2 when there is nothing to count.
"""

import csv
import json
import pathlib
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict
from decimal import Decimal
from xml.etree import ElementTree

TOTAL_WORDS = ("razem", "ogolem", "suma", "lacznie", "w sumie", "podsumowanie")
KEYS = {
    "participants": ("pesel", "document"),
    "jobs": ("pesel", "document"),
    "benefits": ("pesel", "document"),
    "support": ("pesel", "document"),
    "targets": ("project", "indicator"),
}
LEFT_OUT = "wiersz jest pominięty"
# Rows that are left out and whose text says it in words of its own.
LEFT_OUT_CODES = {"P009", "P016"}


def fold(text):
    plain = unicodedata.normalize("NFD", str(text).replace("ł", "l").replace("Ł", "L"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


def is_empty(value):
    return value is None or (isinstance(value, str) and not value.strip())


def read_xlsx(path):
    import openpyxl

    # Values for sums; formulas because a row of formulas is not empty.
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in values:
        sheets[sheet.title] = {
            (cell.row, cell.column): cell.value
            for row in sheet.iter_rows()
            for cell in row
            if not is_empty(cell.value)
        }
    return sheets


def read_xls(path):
    import xlrd

    book = xlrd.open_workbook(path)
    return {
        sheet.name: {
            (row + 1, column + 1): sheet.cell_value(row, column)
            for row in range(sheet.nrows)
            for column in range(sheet.ncols)
            if not is_empty(sheet.cell_value(row, column))
        }
        for sheet in book.sheets()
    }


def read_ods(path):
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    sheets = {}
    for sheet in root.iter(f"{table}table"):
        cells, row_number = {}, 1
        for row in sheet.iter(f"{table}table-row"):
            rows = int(row.get(f"{table}number-rows-repeated", 1))
            column = 1
            for cell in row:
                columns = int(cell.get(f"{table}number-columns-repeated", 1))
                value = cell.get(f"{office}value")
                value = float(value) if value else cell.get(f"{office}date-value")
                if value is None:
                    value = "\n".join("".join(p.itertext()) for p in cell.findall(f"{text}p"))
                if not is_empty(value):
                    for r in range(rows):
                        for c in range(columns):
                            cells[(row_number + r, column + c)] = value
                column += columns
            row_number += rows
        sheets[sheet.get(f"{table}name")] = cells
    return sheets


def read_csv(path):
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    head = text[:4000]
    separator = next((s for s in (";", "\t", ",") if s in head), ";")
    # A record is a row, however many lines it has; a line without anything is none.
    records = [r for r in csv.reader(text.splitlines(keepends=True), delimiter=separator) if r]
    cells = {
        (row, column): value
        for row, record in enumerate(records, 1)
        for column, value in enumerate(record, 1)
        if not is_empty(value)
    }
    return {"": cells}


READERS = {".xlsx": read_xlsx, ".xlsm": read_xlsx, ".xls": read_xls, ".ods": read_ods, ".csv": read_csv}


def number_of(column):
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def row_of(address):
    return int(re.sub(r"^[A-Z]+", "", address))


def grosze(value):
    """Grosze of a cell; None when it holds no amount."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return int((Decimal(repr(value)) * 100).to_integral_value())
    plain = re.sub(r"(zł|zl|pln)\.?$", "", re.sub(r"\s", "", str(value)).lower())
    # Groups of three are told from decimals by what follows them: 1.490,64 and 1,490.64.
    for group, mark in ((".", ","), (",", ".")):
        if re.fullmatch(rf"-?\d{{1,3}}(\{group}\d{{3}})+\{mark}\d{{1,2}}", plain):
            plain = plain.replace(group, "")
    match = re.fullmatch(r"(-?)(\d+)(?:[.,](\d{1,2})|,-)?", plain)
    if not match:
        return None
    sum_ = int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))
    return -sum_ if match[1] else sum_


def is_total_or_note(row, kind, fields, header):
    """Totals begin with their word; notes have no key and little else; headers come again."""
    texts = [value for _, value in sorted(row.items()) if isinstance(value, str)]
    if texts and fold(texts[0]).rstrip(":").startswith(TOTAL_WORDS):
        return True
    if any(fold(text).startswith(("przyklad", "example")) for text in texts[:1]):
        return True
    same = sum(1 for column, value in row.items() if fold(value) == header.get(column))
    if same and same * 2 > len(row):
        return True
    keys = [column for column, field in fields.items() if field in KEYS.get(kind, ())]
    return bool(keys) and not any(column in row for column in keys) and len(row) <= 2


def recount(folder, sheet, about, findings):
    """The account of a sheet as seen from here."""
    path = folder / sheet["file"]
    cells = READERS[path.suffix.lower()](path)[sheet["sheet"]]
    rows = defaultdict(dict)
    for (row, column), value in cells.items():
        rows[row][column] = value
    head = about["header_row"]
    fields = {number_of(c["column"]): c["field"] for c in about["columns"]}
    header = {number_of(c["column"]): fold(c["header"]) for c in about["columns"]}
    amounts = [column for column, field in fields.items() if field in ("amount", "amount_total")]
    out, copies = set(), set()
    for finding in findings:
        if not finding["cell"] or row_of(finding["cell"]) not in rows:
            continue
        if finding["code"] == "X001":
            copies.add(row_of(finding["cell"]))
        elif LEFT_OUT in finding["what"] or finding["code"] in LEFT_OUT_CODES:
            out.add(row_of(finding["cell"]))
    found = {"totals_and_notes": 0, "duplicates": 0, "left_out": 0, "used": 0}
    sums = {"read": 0, "duplicates": 0, "left_out": 0, "used": 0}
    for number, row in rows.items():
        if number <= head:
            continue
        if is_total_or_note(row, about["kind"], fields, header):
            found["totals_and_notes"] += 1
            continue
        part = "left_out" if number in out else "duplicates" if number in copies else "used"
        found[part] += 1
        for column in amounts:
            sum_ = grosze(row.get(column))
            if sum_ is not None:
                sums["read"] += sum_
                sums[part] += sum_
    last = max(rows, default=head)
    empty = sum(1 for number in range(head + 1, last + 1) if number not in rows)
    found["rows"] = last - head - empty
    return found, sums, last, empty, head


def main(folder, result, findings):
    result = json.loads(result.read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in findings.read_text(encoding="utf-8").splitlines()]
    of_sheet = defaultdict(list)
    for line in lines:
        of_sheet[(line["file"], line["sheet"])].append(line)
    known = {(about["file"], about["sheet"]): about for about in result["recognised"]}
    if not result["sheets"]:
        print("there is no table", file=sys.stderr)
        return 2
    failed, whole = 0, defaultdict(int)
    for sheet in result["sheets"]:
        place = (sheet["file"], sheet["sheet"])
        if pathlib.PurePath(sheet["file"]).suffix.lower() not in READERS:
            print(f"{place}: no second reader for it")
            continue
        found, sums, last, empty, head = recount(folder, sheet, known[place], of_sheet[place])
        said = {key: sheet[key] for key in found}
        parts = head + empty + sum(said[key] for key in found if key != "rows")
        if found != said or sheet["amounts"] != sums or parts != last:
            failed += 1
            print(f"{place}: counted {found} {sums}, said {said} {sheet['amounts']}; rows {parts}/{last}")
        found["rows"] = last
        for key, number in (("header", head), ("empty", empty), *found.items()):
            whole[key] += number
        whole["grosze"] += sums["read"]
    count = len(result["sheets"])
    print(
        f"{count - failed} of {count} tables agree: {whole['rows']} rows = {whole['header']} header"
        f" + {whole['empty']} empty + {whole['totals_and_notes']} totals and notes"
        f" + {whole['used']} used + {whole['left_out']} left out + {whole['duplicates']} duplicates;"
        f" {whole['grosze']} grosze"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*map(pathlib.Path, sys.argv[1:])))
