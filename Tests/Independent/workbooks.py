#!/usr/bin/env python3
"""Compares two workbooks cell by cell, by a reader of its own.

    workbooks.py FIRST.xlsx SECOND.xlsx     a line for each text that differs: sheet, tab, cell, tab, first, tab, second

Exit 1 when anything but a text differs: a number, a formula, a style, the cells that are there, or the sheets.
"""
import re, sys, zipfile
from xml.etree import ElementTree

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def cells(path):
    book = zipfile.ZipFile(path)
    xml = lambda name: ElementTree.fromstring(book.read(name))
    text = lambda node: "".join(t.text or "" for t in node.iter("{%s}t" % NS["m"]))
    shared = [text(s) for s in xml("xl/sharedStrings.xml").findall("m:si", NS)] if "xl/sharedStrings.xml" in book.namelist() else []
    targets = {r.get("Id"): r.get("Target") for r in xml("xl/_rels/workbook.xml.rels")}
    found = {}
    for sheet in xml("xl/workbook.xml").find("m:sheets", NS):
        root = xml("xl/" + targets[sheet.get(REL)].removeprefix("/xl/"))
        for c in root.iter("{%s}c" % NS["m"]):
            kind, v, f = c.get("t"), c.find("m:v", NS), c.find("m:f", NS)
            value = v.text if v is not None else None
            if kind == "s":
                value = shared[int(value)]
            elif kind == "inlineStr":
                value = text(c)
            found[sheet.get("name"), c.get("r")] = (kind in ("s", "inlineStr", "str"), value, f.text if f is not None else None, c.get("s"))
    return found


first, second = map(cells, sys.argv[1:3])
worse = first.keys() ^ second.keys()
for key in sorted(first.keys() & second.keys(), key=lambda k: (k[0], int(re.sub(r"\D", "", k[1])), k[1])):
    a, b = first[key], second[key]
    if a[0] and b[0] and a[2:] == b[2:]:
        if a[1] != b[1]:
            print(*key, a[1], b[1], sep="\t")
    elif a != b:
        worse.add(key)
for key in sorted(worse):
    print(*key, first.get(key), second.get(key), sep="\t", file=sys.stderr)
print(f"{len(first)} cells", file=sys.stderr)
sys.exit(1 if worse else 0)
