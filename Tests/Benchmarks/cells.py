#!/usr/bin/env python3
"""The cells of a workbook, taken out of it once and written again by XlsxWriter.

    cells.py take WORKBOOK FILE       the sheets, their cells and looks as a compact file
    cells.py compare FILE WORKBOOK    exit status 1 where the workbook has other cells
    cells.py digest WORKBOOK ROW WIDTH  the rows of the first sheet that hold something from a row on, and their digest

FILE is a stream of marshalled values: the looks, then each sheet's name and columns, its rows in batches and
an end. Charts, comments and rules of colour are left out, which spares the peers some work.
"""
import hashlib, html, marshal, re, sys, xml.etree.ElementTree as ElementTree, zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BATCH = 500
ROW = re.compile(rb'<row r="(\d+)"([^>]*?)(?:/>|>(.*?)</row>)', re.S)
CELL = re.compile(rb'<c r="([A-Z]+)\d+"([^>]*?)(?:/>|>(.*?)</c>)', re.S)
TEXT = re.compile(rb"<t[^>]*?(?:/>|>(.*?)</t>)", re.S)
BORDERS = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
TAIL = 1 << 16


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def looks(book):
    """The looks of the workbook's cells as XlsxWriter's properties."""
    root = ElementTree.fromstring(book.read("xl/styles.xml"))
    numbers = {found.get("numFmtId"): found.get("formatCode") for found in root.iter(MAIN + "numFmt")}
    fonts = list(root.find(MAIN + "fonts"))
    fills = list(root.find(MAIN + "fills"))
    borders = list(root.find(MAIN + "borders"))
    found = []
    for look in root.find(MAIN + "cellXfs"):
        properties = {}
        font = fonts[int(look.get("fontId"))]
        properties["font_name"] = font.find(MAIN + "name").get("val")
        properties["font_size"] = float(font.find(MAIN + "sz").get("val"))
        for mark, name in (("b", "bold"), ("i", "italic")):
            if font.find(MAIN + mark) is not None:
                properties[name] = True
        colour = font.find(MAIN + "color")
        if colour is not None and colour.get("rgb"):
            properties["font_color"] = "#" + colour.get("rgb")[2:]
        fill = fills[int(look.get("fillId"))].find(f"{MAIN}patternFill/{MAIN}fgColor")
        if fill is not None and fill.get("rgb"):
            properties["bg_color"] = "#" + fill.get("rgb")[2:]
        for side in borders[int(look.get("borderId"))]:
            if side.get("style") in BORDERS:
                properties[side.tag.removeprefix(MAIN)] = BORDERS[side.get("style")]
        number = look.get("numFmtId")
        if number != "0":
            properties["num_format"] = numbers.get(number) or int(number)
        alignment = look.find(MAIN + "alignment")
        if alignment is not None:
            if alignment.get("horizontal"):
                properties["align"] = alignment.get("horizontal")
            if alignment.get("vertical"):
                properties["valign"] = alignment.get("vertical").replace("center", "vcenter")
            if alignment.get("wrapText") == "1":
                properties["text_wrap"] = True
        found.append(properties)
    return found


def plain(text):
    return html.unescape((text or b"").decode())


def cell(attributes, content, shared):
    """A cell's look and its value: a text, a number, a formula with its value, or nothing."""
    look = re.search(rb' s="(\d+)"', attributes)
    look = int(look[1]) if look else 0
    if not content:
        return look, "blank", None
    kind = re.search(rb' t="(\w+)"', attributes)
    kind = kind[1] if kind else b"n"
    value = re.search(rb"<v>(.*?)</v>", content, re.S)
    formula = re.search(rb"<f[^>]*>(.*?)</f>", content, re.S)
    if kind == b"inlineStr":
        return look, "text", "".join(plain(part) for part in TEXT.findall(content))
    if kind == b"s":
        return look, "text", shared[int(value[1])]
    if formula:
        return look, "formula", (plain(formula[1]), plain(value[1]) if value else "")
    if kind == b"str":
        return look, "text", plain(value[1])
    return look, "number", float(value[1])


def rows(source, shared):
    """The rows of a sheet as number, height and cells, read from its XML in pieces."""
    waiting = b""
    while True:
        piece = source.read(1 << 22)
        waiting += piece
        end = waiting.rfind(b"</row>") + 6 if piece else len(waiting)
        if end < 6:
            continue
        for number, attributes, content in ROW.findall(waiting[:end]):
            height = re.search(rb' ht="([\d.]+)"', attributes)
            found = [
                (column(letters), *cell(look, inner, shared)) for letters, look, inner in CELL.findall(content)
            ]
            yield int(number) - 1, float(height[1]) if height else None, found
        waiting = waiting[end:]
        if not piece:
            return


def sheets(book):
    """The sheets as names and members of the package."""
    root = ElementTree.fromstring(book.read("xl/workbook.xml"))
    links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target") for link in links}
    return [(sheet.get("name"), "xl/" + targets[sheet.get(LINK)]) for sheet in root.iter(MAIN + "sheet")]


def shared_texts(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return [
        "".join(plain(part) for part in TEXT.findall(found))
        for found in re.findall(rb"<si>(.*?)</si>", book.read("xl/sharedStrings.xml"), re.S)
    ]


def columns(start):
    """First and last column with their width, as the beginning of the sheet's XML says."""
    found = re.findall(rb'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', start)
    return [(int(first) - 1, int(last) - 1, float(width)) for first, last, width in found]


def take(workbook, path):
    book = zipfile.ZipFile(workbook)
    shared = shared_texts(book)
    found = 0
    with open(path, "wb") as target:
        marshal.dump(looks(book), target)
        for name, member in sheets(book):
            with book.open(member) as source:
                marshal.dump((name, columns(source.read(TAIL))), target)
            with book.open(member) as source:
                batch = []
                for row in rows(source, shared):
                    batch.append(row)
                    found += len(row[2])
                    if len(batch) == BATCH:
                        marshal.dump(batch, target)
                        batch = []
                marshal.dump(batch, target)
                if batch:
                    marshal.dump([], target)
        marshal.dump(None, target)
    print(found)


def write(path, workbook):
    """Writes the cells by XlsxWriter, row by row and in constant memory."""
    import xlsxwriter

    book = xlsxwriter.Workbook(workbook, {"constant_memory": True})
    with open(path, "rb") as source:
        formats = [book.add_format(properties) for properties in marshal.load(source)]
        while head := marshal.load(source):
            name, widths = head
            sheet = book.add_worksheet(name)
            for first, last, width in widths:
                sheet.set_column(first, last, width)
            texts, numbers, blanks = sheet.write_string, sheet.write_number, sheet.write_blank
            while batch := marshal.load(source):
                for row, height, cells in batch:
                    if height is not None:
                        sheet.set_row(row, height)
                    for at, look, kind, value in cells:
                        if kind == "text":
                            texts(row, at, value, formats[look])
                        elif kind == "number":
                            numbers(row, at, value, formats[look])
                        elif kind == "blank":
                            blanks(row, at, None, formats[look])
                        else:
                            sheet.write_formula(row, at, "=" + value[0], formats[look], value[1])
    book.close()


def values(found):
    """The cells of a row that hold something, by column."""
    return [
        (at, value if kind != "formula" else value[0].removeprefix("=")) for at, _, kind, value in found
        if kind != "blank" and value != ""
    ]


def compare(path, workbook):
    book = zipfile.ZipFile(workbook)
    shared = shared_texts(book)
    with open(path, "rb") as source:
        marshal.load(source)
        for name, member in sheets(book):
            if (marshal.load(source) or [None])[0] != name:
                sys.exit(f"another sheet: {name}")
            with book.open(member) as sheet:
                theirs = (row for row in map(lambda row: (row[0], values(row[2])), rows(sheet, shared)) if row[1])
                while batch := marshal.load(source):
                    for row, _, cells in batch:
                        own = values(cells)
                        if own and next(theirs, None) != (row, own):
                            sys.exit(f"{name} differs in row {row + 1}")
                if next(theirs, None):
                    sys.exit(f"{name} has more rows")


def digest(workbook, first, width):
    book = zipfile.ZipFile(workbook)
    shared = shared_texts(book)
    found, count = hashlib.sha256(), 0
    with book.open(sheets(book)[0][1]) as sheet:
        for number, _, cells in rows(sheet, shared):
            table = [value for value in values(cells) if value[0] < int(width)]
            if number >= int(first) and table:
                found.update(repr((number, table)).encode())
                count += 1
    print(count, found.hexdigest())


if __name__ == "__main__":
    {"take": take, "compare": compare, "digest": digest}[sys.argv[1]](*sys.argv[2:])
