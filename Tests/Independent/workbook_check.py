#!/usr/bin/env python3
"""Compares the annexes PL1 and PL2 of a workbook with results.json, cell by cell, through openpyxl.

    workbook_check.py REPORT.xlsx RESULTS.json     prints what differs; exit 1 where anything does

Nothing here comes from the program that wrote the two files.
"""
import json, sys, warnings
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

warnings.simplefilter("ignore")
LETTERS = {"met": {"Đ"}, "late": {"QH"}, "pending": {"CH"}, "unmet": {"CĐ", "ĐN"}, "no_data": {"KS"}, "exempt": {"LT"}, "not_applicable": {"KA"}}
WORDS = {
    "met": {"Đạt", "Vượt chỉ tiêu"}, "late": {"Quá hạn", "Hoàn thành sau hạn"}, "pending": {"Chưa đến hạn"},
    "unmet": {"Chưa đạt", "Đề nghị quan tâm"}, "no_data": {"Chưa có số liệu"}, "exempt": {"Loại trừ"}, "not_applicable": {"Không áp dụng"},
}
HANDED = {"on_time": "ĐH", "late": "QH", "pending": "CH", "missing": "CB", "not_required": "–", "closed": "GT"}

book = openpyxl.load_workbook(sys.argv[1], data_only=True)
results = json.load(open(sys.argv[2], encoding="utf-8"))
faults, compared = [], 0


def tenth(number):
    return Decimal(str(number)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def expect(place, found, wanted):
    global compared
    compared += 1
    same = tenth(found) == tenth(wanted) if all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in (found, wanted)) else found == wanted
    if not same:
        faults.append(f"{place}: {found!r}, expected {wanted!r}")


def body(sheet):
    """The rows below the row (1)(2)(3), and the headings over each column."""
    rows = list(sheet.iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if row[0] == "(1)")
    return rows[:top], rows[top + 1:], top + 2


def percent(text):
    return None if text is None else float(text.replace(",", "."))


def figure(place, row, column, node):
    if node["denominator"] is None:
        expect(place + " reached", row[column], "…" if node["value"] is None else node["value"])
        return
    expect(place + " met", row[column], node["numerator"])
    expect(place + " obliged", row[column + 1], node["denominator"])
    expect(place + " share", row[column + 2], percent(node["percent"]))


# PL1: every indicator, the year before, the years of a stage.
sheet = book["PL1_ChiTieu"]
head, rows, top = body(sheet)
names = {}
for line in head:
    for index, text in enumerate(line):
        if text:
            names[index] = text
# Where the figures of this year are others on the tree of the comparison, they stand before the year before.
shift = 3 if any(isinstance(t, str) and t.startswith("Kỳ này theo cơ cấu") for line in head for t in line) else 0
before = {x["id"]: x for x in results.get("previous", {}).get("indicators", [])}
for number, indicator in enumerate(results["indicators"]):
    row, place = rows[number], f"PL1 {indicator['id']}"
    node = next(n for n in indicator["nodes"] if n["node"] == results["root"])
    expect(place + " number", row[0], number + 1)
    expect(place + " id", row[1], indicator["id"])
    expect(place + " name", row[2], indicator["name"])
    figure(place, row, 7, node)
    expect(place + " word", row[10] in WORDS[node["status"]], True)
    if "previous" in results and indicator["id"] in before:
        old = before[indicator["id"]]
        if shift:
            figure(place + " restated", row, 11, old["current"])
        figure(place + " before", row, 11 + shift, old)
        expect(place + " change", row[14 + shift], None if old["change"] is None else float(old["change"]))
    years = results.get("years", [])
    # An indicator of the whole stage is divided by no year.
    has_years = any(x["id"] == indicator["id"] for year in years for x in year["indicators"]) or not any(y["indicators"] for y in years)
    for offset, year in enumerate(years):
        own = next((x for x in year["indicators"] if x["id"] == indicator["id"]), None)
        cell = row[11 + offset]
        if own is None:
            expect(place + year["id"], cell, "…" if has_years else None)
        elif own["denominator"] is None:
            expect(place + year["id"], cell, "…" if own["value"] is None else own["value"])
        else:
            share = f" ({own['percent']}%)" if own["percent"] else ""
            count = lambda n: f"{n:,}".replace(",", ".")
            expect(place + year["id"], cell, f"{count(own['numerator'])}/{count(own['denominator'])}{share}")
            expect(place + year["id"] + " heading", names[11 + offset], year["id"])

# PL2: every unit against every indicator that has units.
units = {u["id"]: u for u in results["units"]}
columns = [i for i in results["indicators"] if i["target"] is not None and all(n["denominator"] is not None for n in i["nodes"] if n["node"] == results["root"])]
for name, first in (("PL2_TheoDonVi", 5), ("PL2_SoLieu", 2)):
    sheet = book[name]
    head, rows, top = body(sheet)
    headings = [str(sheet.cell(top - 2, first + 1 + k).value or sheet.cell(top - 3, first + 1 + k).value).replace("\n", "") for k in range(len(columns))]
    for heading, indicator in zip(headings, columns):
        expect(f"{name} heading", indicator["id"].endswith(heading), True)
    wanted = [{x["unit"]: x for x in i["units"]} for i in columns]
    by_name = {}
    for unit in results["units"]:
        # Wards of one name are many; those that nothing is asked of are not listed.
        if not any(unit["id"] in w for w in wanted) and unit["submission"] == "not_required":
            continue
        by_name.setdefault(unit["name"], []).append(unit["id"])
    listed = set()
    for row in rows:
        if row[1] is None or row[1].startswith(("Cộng", "Tổng cộng", "Số đơn vị")) or not isinstance(row[0], int):
            continue
        # Units of one name have the unit above them behind it.
        bare = row[1] if row[1] in by_name else row[1].rsplit(" (", 1)[0]
        ids = [i for i in by_name.get(bare, []) if i not in listed]
        if not ids:
            faults.append(f"{name}: no unit {row[1]!r}")
            continue
        unit = ids[0]
        listed.add(unit)
        own = [w.get(unit) for w in wanted]
        if first == 5:
            expect(f"{name} {unit} handed in", row[2], HANDED[units[unit]["submission"]])
            expect(f"{name} {unit} applied", row[4], sum(x is not None and x["status"] != "exempt" for x in own))
        for k, result in enumerate(own):
            cell, place = row[first + k], f"{name} {unit} {columns[k]['id']}"
            if result is None:
                expect(place, cell, None)
            elif first == 5:
                expect(place, cell in LETTERS[result["status"]], True)
            else:
                expect(place, cell, "…" if result["value"] is None else result["value"])
    for unit in set().union(*(w.keys() for w in wanted)) if wanted else ():
        if unit != results["root"]:
            expect(f"{name} lists {unit}", unit in listed, True)
    if first == 5:
        totals = [row for row in rows if row[1] in ("Số đơn vị đạt", "Số đơn vị phải thực hiện")]
        for k, indicator in enumerate(columns):
            node = next(n for n in indicator["nodes"] if n["node"] == results["root"])
            expect(f"{name} {indicator['id']} met", totals[0][first + k], node["numerator"])
            expect(f"{name} {indicator['id']} obliged", totals[1][first + k], node["denominator"])

print("\n".join(faults[:50]))
print(f"{compared} cells compared, {len(faults)} differ")
sys.exit(1 if faults else 0)
