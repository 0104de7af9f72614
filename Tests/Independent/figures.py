"""What the second computations share: words, days and numbers of cells, percent, and how two results are held
against each other. What an indicator counts is each computation's own."""
import re, unicodedata
from datetime import date, timedelta

DAY = timedelta(1)


def fold(s):
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", s).casefold()).strip()


def day_of(s):
    """A date, None for blank, ValueError for what is none."""
    if not s:
        return None
    if m := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", s):
        return date(*map(int, m.groups()))
    if m := re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", s) or re.fullmatch(r"ngày (\d\d?) tháng (\d\d?) năm (\d{4})", s):
        return date(*map(int, reversed(m.groups())))
    if re.fullmatch(r"4\d{4}", s):                       # a day number of Excel
        return date(1899, 12, 30) + int(s) * DAY
    raise ValueError(s)


def int_of(s):
    """"02", "1.234", "12 bài"; None for blank, ValueError for what is none."""
    if not s:
        return None
    m = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d+)(?: [a-zà-ỹđ]+)?", s)
    if not m:
        raise ValueError(s)
    return int(m[1].replace(".", ""))


def number(v):
    return v if v is None or isinstance(v, int) else int(v) if v == int(v) else float(v)


def percent(n, d):
    if not d:
        return None
    t = (2000 * n + d) // (2 * d)                        # tenths of a percent, half up
    t = min(t, 999) if n < d else t
    t = max(t, 1) if n else t
    return f"{t // 10},{t % 10}"


def same(mine, other):
    numbers = isinstance(mine, (int, float)) and isinstance(other, (int, float))
    return mine == other or numbers and abs(mine - other) < 1e-6 * max(1, abs(mine))


def differences(mine, theirs):
    """Where two lists of indicators differ, a line each."""
    found = []

    def differ(where, here, there):
        if not same(here, there):
            found.append(f"{where}: here {here!r}, there {there!r}")

    theirs = {i["id"]: i for i in theirs}
    for i in mine:
        other = theirs.pop(i["id"], None)
        if other is None:
            differ(i["id"], "present", "absent")
            continue
        there = {u["unit"]: u for u in other["units"]}
        for u in i["units"]:                             # a total is judged at the node: its list of units is not compared
            o = there.pop(u["unit"], {})
            differ(f"{i['id']} {u['unit']} status", u["status"], o.get("status"))
            if u["status"] != "exempt":
                differ(f"{i['id']} {u['unit']} value", u["value"], o.get("value"))
        if i["units"]:
            for u in there:
                differ(f"{i['id']} {u}", "not in the group", "listed")
        for n in i["nodes"]:
            o = next((o for o in other["nodes"] if o["node"] == n["node"]), {})
            for k, v in n.items():
                if not (k == "missing" and not i["units"]):
                    differ(f"{i['id']} {n['node']} {k}", v, o.get(k))
    for i in theirs:
        differ(i, "absent", "present")
    return found
