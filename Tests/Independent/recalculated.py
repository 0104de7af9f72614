#!/usr/bin/env python3
"""Lets LibreOffice calculate a workbook whose cached values were taken out, and compares.

    recalculated.py REPORT.xlsx     exit 1 where a formula gives another value than the one cached
"""
import os, re, subprocess, sys, tempfile, zipfile
from xml.etree import ElementTree

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def values(path):
    """The numbers of the cells, by sheet and address, and the addresses of the formulas."""
    book = zipfile.ZipFile(path)
    xml = lambda name: ElementTree.fromstring(book.read(name))
    targets = {r.get("Id"): r.get("Target") for r in xml("xl/_rels/workbook.xml.rels")}
    numbers, formulas = {}, set()
    for sheet in xml("xl/workbook.xml").find("m:sheets", NS):
        for cell in xml("xl/" + targets[sheet.get(REL)].removeprefix("/xl/")).iter("{%s}c" % NS["m"]):
            key = sheet.get("name"), cell.get("r")
            value = cell.find("m:v", NS)
            if cell.find("m:f", NS) is not None:
                formulas.add(key)
            if value is not None and cell.get("t") not in ("s", "str", "inlineStr"):
                numbers[key] = value.text
    return numbers, formulas


with tempfile.TemporaryDirectory() as folder:
    bare = os.path.join(folder, "bare.xlsx")
    with zipfile.ZipFile(sys.argv[1]) as book, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            data = book.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            copy.writestr(name, data)
    os.mkdir(os.path.join(folder, "out"))
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder + "/out", bare],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )
    cached, formulas = values(sys.argv[1])
    counted, _ = values(folder + "/out/bare.xlsx")
wrong = [
    (key, cached.get(key), counted.get(key))
    for key in sorted(formulas)
    if key not in counted or abs(float(cached[key]) - float(counted[key])) > 1e-9
]
for key, before, after in wrong[:50]:
    print(*key, before, after, sep="\t")
print(f"{len(formulas)} formulas on {len({s for s, _ in formulas})} sheets, {len(wrong)} differ")
sys.exit(1 if wrong or not formulas else 0)
