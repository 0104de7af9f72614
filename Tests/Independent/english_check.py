#!/usr/bin/env python3
"""Looks for Vietnamese that was left in an English edition, and for figures that differ from the Vietnamese one.

    english_check.py ENGLISH-EDITION VIETNAMESE-EDITION INPUT/PLAN     prints what it finds; exit 1 where there is anything

What the plan and the units wrote stays as they wrote it: a run of Vietnamese words has to be a whole text of the plan's
files, or, where a line of plain text was broken, a part of one. Messages and advice of findings are Vietnamese.
"""
import csv, html, io, pathlib, re, sys, unicodedata, warnings, zipfile

import openpyxl, yaml

warnings.simplefilter("ignore")
english, vietnamese, plan = map(pathlib.Path, sys.argv[1:4])
LETTER = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")
faults = []
# Numbers and symbols of papers, and people numbered in turn, also where a file was wrongly encoded.
SYMBOL = re.compile(r"\S*[./]\S*-(?:TĐKT|STNMT)\b|\d+/QĐ-\S+")


def words(text):
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFC", str(text)).lower()))


def scalars(node):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from scalars(key)
            yield from scalars(value)
    elif isinstance(node, list):
        for value in node:
            yield from scalars(value)
    elif node is not None:
        yield str(node)


def decoded(data):
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return ""


def cells(path):
    text = decoded(path.read_bytes())
    for mark in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            yield from row


own = list(scalars(yaml.safe_load((plan / "plan.yaml").read_text(encoding="utf-8"))))
for path in plan.glob("*.csv"):
    own += cells(path)
handed = [cell for path in plan.glob("submissions/**/*") if path.is_file() for cell in cells(path)]
handed += [part for path in plan.glob("submissions/**/*") for part in path.relative_to(plan / "submissions").parts]
# Names of authors stand one by one.
handed += [name for cell in handed if ";" in cell or "," in cell for name in re.split("[;,]", cell)]

whole = {}
for text in own + handed:
    found = words(SYMBOL.sub(" ", str(text)))
    if any(LETTER.search(word) for word in found):
        whole.setdefault(found[0], set()).add(found)
        if found[-1].isdigit():
            whole[found[0]].add(found[:-1])
parts = set()
for text in own + [cell for cell in handed if len(cell) > 20]:
    found = words(text)
    if any(LETTER.search(word) for word in found):
        for start in range(len(found)):
            for end in range(start + 1, min(len(found), start + 14) + 1):
                parts.add(found[start:end])


def left(text, is_broken):
    """The first Vietnamese words of a text that come from no file of the plan."""
    found = words(SYMBOL.sub(" ", str(text)))
    at = 0
    while at < len(found):
        lengths = [len(known) for known in whole.get(found[at], ()) if found[at:at + len(known)] == known]
        if is_broken:
            lengths += [length for length in range(1, 15) if found[at:at + length] in parts]
        if lengths:
            at += max(lengths)
        elif LETTER.search(found[at]):
            return " ".join(found[at:at + 8])
        else:
            at += 1
    return None


def look(place, text, is_broken=False):
    # Two of the program's own words that have no letter by which they are told.
    rest = left(text, is_broken) or re.search(r"^TT$|^xem ", str(text))
    if rest:
        faults.append(f"{place}: {rest!r} in {str(text)[:120]!r}")


# The workbooks: the same sheets and figures, and no word that is not translated.
compared = 0
for report in sorted(english.glob("report*.xlsx")):
    books = [openpyxl.load_workbook(folder / report.name, data_only=True) for folder in (english, vietnamese)]
    if books[0].sheetnames != books[1].sheetnames:
        faults.append(f"sheets {books[0].sheetnames} against {books[1].sheetnames}")
    for sheet, other in zip(*books):
        # Below the last figure stand words alone: how many rows a legend takes depends on their widths.
        ends = [one.max_row for one in (sheet, other)]
        if ends[0] != ends[1]:
            ends = [max((c.row for row in one.iter_rows() for c in row if not isinstance(c.value, (str, type(None)))), default=one.max_row) for one in (sheet, other)]
        if ends[0] != ends[1] or sheet.max_column != other.max_column:
            faults.append(f"{sheet.title}: {sheet.dimensions} against {other.dimensions}")
        for row in sheet.iter_rows(min_row=ends[0] + 1):
            for cell in row:
                look(f"{sheet.title}!{cell.coordinate}", cell.value or "")
        for row, beside in zip(sheet.iter_rows(max_row=ends[0]), other.iter_rows(max_row=ends[0])):
            for cell, twin in zip(row, beside):
                compared += 1
                place = f"{sheet.title}!{cell.coordinate}"
                if {type(cell.value), type(twin.value)} == {str, type(None)}:
                    # Where letterhead and signatures part depends on the widths of the columns.
                    if [isinstance(c.value, str) for c in row].count(True) != [isinstance(c.value, str) for c in beside].count(True):
                        faults.append(f"{place}: {cell.value!r} against {twin.value!r}")
                    look(place, cell.value or "")
                elif isinstance(cell.value, str) != isinstance(twin.value, str):
                    faults.append(f"{place}: {cell.value!r} against {twin.value!r}")
                elif not isinstance(cell.value, str):
                    if cell.value != twin.value:
                        faults.append(f"{place}: {cell.value!r} against {twin.value!r}")
                elif not (sheet.title.startswith("DoiChieu") and cell.column >= 7 and cell.row > 4):
                    # The names along the axis of a chart are cut.
                    look(place, cell.value, is_broken=cell.value.endswith("…"))
                if cell.comment:
                    look(place + " comment", cell.comment.text)
    with zipfile.ZipFile(report) as package:
        for name in package.namelist():
            if re.match(r"xl/(charts|drawings)/|docProps/", name):
                text = package.read(name).decode("utf-8")
                for piece in re.findall(r">([^<>]+)<", text):
                    look(name, html.unescape(piece), is_broken=True)

# The texts.
for path in sorted(english.glob("*.txt")):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for piece in re.split(r" {2,}", line):
            look(f"{path.name}:{number}", piece, is_broken=True)
page = (english / "dashboard.html").read_text(encoding="utf-8")
if '<html lang="en">' not in page:
    faults.append("dashboard.html does not say that it is English")
page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
for piece in re.findall(r">([^<>]+)<", page) + re.findall(r'(?:aria-label|title|alt)="([^"]*)"', page):
    look("dashboard.html", html.unescape(piece))

for fault in faults[:40]:
    print(fault)
print(f"{compared} cells compared, {len(faults)} faults")
sys.exit(1 if faults else 0)
