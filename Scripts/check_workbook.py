"""Reads a workbook as other programs do, and holds it against the CSV files of the same findings.

    check_workbook.py [--accessible] [--hostile] [--schemas FOLDER] [--soffice PROGRAM] WORKBOOK [CSV_FOLDER]
    check_workbook.py --reject WORKBOOK

The second form types a verdict into the first deal, as an analyst would, and prints its id.

It must open in openpyxl and calamine with the same cells, in pandas with the right types and no options, and come out of
LibreOffice as our own CSV has it. Every mistake is printed; the exit code is 1 when there is one.
"""

import argparse
import csv
import datetime
import decimal
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import pandas
import python_calamine
from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PAGES = {"Read me", "Summary"}
# Type in the data dictionary → what pandas may make of the column.
DTYPES = {
    "name": {"text"}, "text": {"text"}, "text with a link": {"text"}, "whole number": {"int", "float"},
    "number": {"int", "float"}, "share": {"int", "float"}, "date": {"date"}, "date and time": {"date"},
}
mistakes = []


def expect(condition, message):
    if not condition:
        mistakes.append(message)


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip() is None, "a part is damaged")
        return {name: archive.read(name) for name in archive.namelist()}


def check_xml(parts, schemas):
    """Every part is well-formed and, where the schemas are at hand, valid by ISO/IEC 29500-4."""
    trees = {name: etree.fromstring(body) for name, body in parts.items()}
    if not schemas:
        return
    schema = etree.XMLSchema(etree.parse(str(pathlib.Path(schemas) / "sml.xsd")))
    for name, tree in trees.items():
        if tree.tag.startswith(MAIN) and not schema.validate(tree):
            for error in schema.error_log:
                # Excel writes xml:space too; the schema does not know it.
                expect("XML/1998/namespace}space" in error.message, f"{name}: {error.message}")


def check_openpyxl(path, accessible):
    book = openpyxl.load_workbook(path)
    names = set()
    for sheet in book:
        links = 0
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{sheet.title} {cell.coordinate}"
                expect(cell.data_type not in "fe", f"{place} is a formula or an error")
                if cell.data_type == "n" and isinstance(cell.value, float):
                    expect(math.isfinite(cell.value), f"{place} is not finite")
                if cell.hyperlink:
                    links += 1
                    check_link(book, cell, place)
        expect(links <= 65530, f"{sheet.title} has {links} links")
        for table in sheet.tables.values():
            expect(table.name.lower() not in names, f"two tables are called {table.name}")
            names.add(table.name.lower())
            check_table(sheet, table, accessible)
        if accessible:
            check_accessible(sheet)
        elif sheet.title not in PAGES:
            expect(sheet.freeze_panes == "B2", f"{sheet.title}: the header does not stay")
            expect(sheet.tables or sheet.auto_filter.ref, f"{sheet.title} has no filter")
    return book


def check_link(book, cell, place):
    link = cell.hyperlink
    if not link.target:
        name, _, corner = link.location.rpartition("!")
        name = name.strip("'").replace("''", "'")
        expect(name in book.sheetnames, f"{place} leads to no sheet")
        if name in book.sheetnames:
            row = int(corner[1:])
            expect(row <= max(2, book[name].max_row), f"{place} leads below the last row")
            if row > 1 and cell.value and book[name].cell(row, 1).value is not None:
                target = str(book[name].cell(row, 1).value)
                expect(str(cell.value) == target, f"{place} says {cell.value} and leads to {target}")
    else:
        expect(link.target.startswith(("http://", "https://", "mailto:")), f"{place}: {link.target}")


def check_table(sheet, table, accessible):
    cells = sheet[table.ref]
    headers = [cell.value for cell in cells[0]]
    columns = [column.name for column in table.tableColumns]
    expect(headers == columns, f"{table.name}: headers {headers} are not {columns}")
    expect(len({str(header).lower() for header in headers}) == len(headers), f"{table.name}: equal headers")
    expect((table.autoFilter is None) == accessible, f"{table.name}: filter")


def check_accessible(sheet):
    """What the checklist asks of every sheet."""
    expect(sheet.freeze_panes is None, f"{sheet.title} is frozen")
    expect(not sheet.auto_filter.ref, f"{sheet.title} has a filter")
    expect(not sheet.merged_cells.ranges, f"{sheet.title} has merged cells")
    expect(not sheet._charts and not sheet._images, f"{sheet.title} has something that floats")
    expect(len(sheet.tables) == (0 if sheet.title == "Read me" else 1), f"{sheet.title}: tables")
    expect(sheet["A1"].value and sheet["A1"].font.b and sheet["A1"].font.sz >= 12, f"{sheet.title}: title")
    expect(all(cell.value for cell in sheet["A"][: sheet.max_row] if cell.row <= 2), f"{sheet.title}: row 2")
    for row in sheet.iter_rows():
        for cell in row:
            expect(cell.fill.fill_type is None, f"{sheet.title} {cell.coordinate} is filled")


def check_calamine(path, book):
    other = python_calamine.load_workbook(path)
    expect(other.sheet_names == book.sheetnames, "calamine sees other sheets")
    for name in book.sheetnames:
        rows = other.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for index, row in enumerate(book[name].iter_rows(values_only=True)):
            seen = rows[index] if index < len(rows) else []
            for column, value in enumerate(row):
                cell = seen[column] if column < len(seen) else ""
                expect(same(value, cell), f"{name} row {index + 1}: {value!r} is {cell!r} in calamine")


def same(value, other):
    if value is None:
        return other in ("", None)
    if isinstance(value, datetime.datetime):
        if isinstance(other, datetime.date) and not isinstance(other, datetime.datetime):
            return value == datetime.datetime.combine(other, datetime.time())
        return abs((value - other).total_seconds()) < 1
    # Both readers put the format's own escapes back, each in its own way.
    return value == other or str(value).replace("_x005F_", "_") == str(other).replace("_x005F_", "_")


def check_pandas(frames):
    """Each column has the type that the data dictionary says, without any option."""
    kinds = frames["Data dictionary"]
    for _, row in kinds.iterrows():
        column = frames[row["Sheet"]][row["Column"]]
        if column.isna().all():
            continue
        # pandas takes a column of texts that are all numerals for numbers.
        if row["Type"] == "text" and column.dropna().astype(str).str.fullmatch(r"[0-9.]+").all():
            continue
        expect(kind(column) in DTYPES[row["Type"]], f"{row['Sheet']}, {row['Column']}: {column.dtype}")
    ids = frames["Deals"]["ID"]
    expect(ids.is_unique and ids.str.startswith("deal-").all(), "ids of deals")
    joined = frames["Evidence"].merge(frames["Articles"], on="Article", how="left")
    expect(joined["Number"].notna().all(), "a quote without its article")
    pivot = frames["Deals"].pivot_table(index="Currency", values="Amount", aggfunc="sum")
    expect((pivot["Amount"] > 0).all(), "a pivot of amounts")


def kind(column):
    if pandas.api.types.is_datetime64_any_dtype(column):
        return "date"
    if pandas.api.types.is_integer_dtype(column):
        return "int"
    return "float" if pandas.api.types.is_float_dtype(column) else "text"


def check_libreoffice(path, book, folder, soffice):
    """LibreOffice writes each sheet as CSV; the cells are those of our own CSV."""
    package = json.loads((folder / "datapackage.json").read_text())
    with tempfile.TemporaryDirectory() as work:
        command = [
            soffice, f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
            "--outdir", f"{work}/out", str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        sheets = [sheet for sheet in book if sheet.title not in PAGES]
        expect(len(sheets) == len(package["resources"]), "other sheets than CSV files")
        for sheet, resource in zip(sheets, package["resources"]):
            name = pathlib.Path(work) / "out" / f"{path.stem}-{sheet.title}.csv"
            theirs = list(csv.reader(io.StringIO(name.read_text("utf-8"), newline="")))
            ours = list(csv.reader(io.StringIO((folder / resource["path"]).read_text("utf-8"), newline="")))
            compare(sheet.title, ours, theirs, resource["schema"]["fields"])


def compare(name, ours, theirs, fields):
    places = {header: index for index, header in enumerate(theirs[0])}
    while theirs and not any(theirs[-1]):
        theirs.pop()
    expect(max(1, len(theirs)) == len(ours), f"{name}: {len(theirs)} rows of {len(ours)}")
    for index, (own, other) in enumerate(zip(ours[1:], theirs[1:])):
        for value, field in zip(own, fields):
            if field["name"] not in places:
                expect(field["name"].endswith(" link"), f"{name}: no column {field['name']}")
                continue
            cell = other[places[field["name"]]]
            expect(equal(value, cell, field["type"]), f"{name} row {index + 2}: {value!r} is {cell!r}")


def equal(own, other, type):
    if type in ("number", "integer") and own and other:
        return abs(decimal.Decimal(own) - decimal.Decimal(other)) <= abs(decimal.Decimal(own)) / 10**14
    if type == "datetime" and own:
        return other.startswith(own.replace("T", " ")[:16])
    # A formula look-alike stands behind an apostrophe in our CSV; a cell holds no more than 32,767.
    if own[:1] == "'" and own[1:2] in set("=+-@\t'"):
        own = own[1:]
    return own == other or other.endswith(" … [cut]") and own.startswith(other[: -len(" … [cut]")])


def reject(path):
    book = openpyxl.load_workbook(path)
    sheet = book["Deals"]
    for row in sheet.iter_rows():
        titles = [cell.value for cell in row]
        if titles[0] == "ID":
            first = row[0].row + 1
            sheet.cell(first, titles.index("Verdict") + 1).value = "reject"
            sheet.cell(first, titles.index("Note") + 1).value = "not a deal; seen the minutes"
            break
    book.save(path)
    print(sheet.cell(first, 1).value)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--accessible", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--reject", action="store_true")
    parser.add_argument("--schemas")
    parser.add_argument("--soffice")
    parser.add_argument("workbook", type=pathlib.Path)
    parser.add_argument("csv", type=pathlib.Path, nargs="?")
    arguments = parser.parse_args()
    if arguments.reject:
        return reject(arguments.workbook)
    check_xml(parts_of(arguments.workbook), arguments.schemas)
    book = check_openpyxl(arguments.workbook, arguments.accessible)
    check_calamine(arguments.workbook, book)
    if not arguments.accessible and not arguments.hostile:
        check_pandas(pandas.read_excel(arguments.workbook, sheet_name=None))
        check_pandas(pandas.read_excel(arguments.workbook, sheet_name=None, engine="calamine"))
    if arguments.csv and arguments.soffice:
        check_libreoffice(arguments.workbook, book, arguments.csv, arguments.soffice)
    for mistake in mistakes[:20]:
        print(f"{arguments.workbook}: {mistake}", file=sys.stderr)
    if len(mistakes) > 20:
        print(f"{arguments.workbook}: and {len(mistakes) - 20} more", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
