#!/usr/bin/env python3
"""A second, independent computation of input/ha-noi as of 2025-01-05, to hold against tonghop's results.json.

    ha_noi.py                             JSON to standard output
    ha_noi.py --compare RESULTS.json      differences; exit 1 when any

Written from CONTRACT.md and the words of docs/quy-tac.md on `handed_up_by`; plan.yaml is not read, its rules are typed in below.
"""
import argparse, csv, io, json, sys
from datetime import date
from fractions import Fraction
from pathlib import Path

from figures import percent

arg = argparse.ArgumentParser()
arg.add_argument("--input", type=Path, default=Path(__file__).resolve().parents[2] / "input/ha-noi")
arg.add_argument("--compare", type=Path)
A = arg.parse_args()
T = date(2025, 1, 5)


def table(path):
    text = path.read_bytes().decode("utf-8-sig")
    sep = ";" if text.split("\n", 1)[0].count(";") > 2 else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=sep))


roster = table(A.input / "units.csv")
parent = {u["Mã đơn vị"]: u["Mã đơn vị cấp trên"] for u in roster}
kind = {u["Mã đơn vị"]: u["Loại đơn vị"] for u in roster}
of = lambda *kinds: [u for u in parent if kind[u] in kinds]
DISTRICTS, OFFICES, COMMUNES, CITY = of("HUYEN"), of("SO"), of("XA", "PHUONG", "THITRAN"), "HN-TP"

rows, first, reports, inspections = {}, {}, {}, 0
for path in sorted((A.input / "submissions").rglob("*.csv")):
    received, unit = path.relative_to(A.input / "submissions").parts[:2]
    received = date.fromisoformat(received)
    for r in table(path):
        if "Mã chỉ tiêu" in r:
            if r["Kỳ báo cáo"] == "6 tháng đầu năm 2024":  # not the year's
                continue
            assert r["Kỳ báo cáo"] in ("2024", "Năm 2024") and r["Mã đơn vị"] == unit
            rows[unit, r["Mã chỉ tiêu"]] = r  # paths sort by day received: the later one replaces
            first.setdefault(unit, received)
        elif "Loại hoạt động" in r:
            inspections += r["Loại hoạt động"] == "Kiểm tra"
        else:
            reports[unit] = (received, r)

num = lambda s: None if not s else int(s)
report = lambda u, *columns: (None if u not in reports or any(not reports[u][1][c] for c in columns)
                              else sum(int(reports[u][1][c]) for c in columns))
BUILT = ("Số ĐHTT đã xây dựng - Tập thể", "Số ĐHTT đã xây dựng - Cá nhân")
ASKED = ("Số gương đề nghị Quận khen thưởng", "Số gương đề nghị Thành phố khen thưởng")
planned = lambda u: None if u not in reports else int(reports[u][1]["Đã ban hành kế hoạch"] == "Có")
sent = lambda u: 1 if u in reports else None
in_time = lambda u: reports[u][0] < date(2024, 12, 15)
HANDED = date(2025, 1, 3)  # when the districts have to hand over
# id, group, value of a unit, least, least share, last day (None: the window's end), the day of a unit's record
SHARES = [
    ("TX-20", COMMUNES + OFFICES, lambda u: report(u, "Số bài dự thi"), 1, 100, HANDED, None),
    ("TX-25", OFFICES, planned, 1, 100, HANDED, None),
    ("TX-27", COMMUNES, lambda u: None, 1, 100, HANDED, None),
    ("TX-29", COMMUNES + OFFICES, lambda u: report(u, *BUILT), 2, 100, HANDED, None),
    ("TX-32", COMMUNES + OFFICES, lambda u: report(u, *ASKED), 2, 100, date(2025, 1, 9), None),
    ("TX-71", COMMUNES, sent, 1, 100, HANDED, None),
    ("HN-01", OFFICES, sent, 1, 100, date(2024, 12, 14), in_time),
    ("HN-02", DISTRICTS, lambda d: sum(k[0] == d for k in rows) or None, 1, 100, date(2025, 1, 3),
     lambda d: first[d] <= date(2025, 1, 3)),
    ("HN-03", DISTRICTS, lambda d: None if d not in first else int(
        (d, "TX-23") in rows and rows[d, "TX-23"]["Kết quả"] == "Đạt"), 1, 90, date(2025, 1, 19), None),
]
WORDS = {"Đạt": "met", "Quá hạn": "late", "Chưa đến hạn": "pending", "Chưa đạt": "unmet", "Chưa có số liệu": "no_data",
         "Không áp dụng": "not_applicable"}


def unit_status(value, least, last, timely):
    open_ = last is not None and last >= T
    if value is None:
        return "pending" if open_ else "no_data"
    if value >= least:
        return "met" if timely is None or timely else "late"
    return "pending" if open_ else "unmet"


def node(name, **k):
    return {"node": name, "numerator": None, "denominator": None, "percent": None, "value": None, "exceeded": False} | k


out = []
for i, group, value, least, share, last, timely in SHARES:
    level_is_district = i.startswith("TX")
    handed = {d: rows[d, i] for d in DISTRICTS if level_is_district and (d, i) in rows}
    status, units = {}, []
    for u in parent:
        if u not in group or u in handed or parent[u] in handed:
            continue
        v = value(u)
        status[u] = unit_status(v, least, last, timely(u) if timely and v is not None else None)
        units.append({"unit": u, "value": v, "status": status[u]})

    def figures(name, own, taken):
        n = sum(status[u] == "met" for u in own) + sum(num(r["Tử số"]) for r in taken)
        d = len(own) + sum(num(r["Mẫu số"]) for r in taken)
        wait = sum(status[u] == "pending" for u in own)
        for r in taken:
            said = r.get("Số đơn vị chưa đến hạn")
            wait += int(said) if said else num(r["Mẫu số"]) - num(r["Tử số"]) if r["Kết quả"] == "Chưa đến hạn" else 0
        word = ("not_applicable" if not d else "met" if 100 * n >= share * d else
                "pending" if wait and 100 * (n + wait) >= share * d else
                "no_data" if all(status[u] == "no_data" for u in own)
                and all(r["Kết quả"] == "Chưa có số liệu" for r in taken) else "unmet")
        return node(name, numerator=n, denominator=d, percent=percent(n, d), status=word)

    root = figures(CITY, list(status), list(handed.values()))
    short = {u for u in status if status[u] != "met"} | {d for d, r in handed.items() if r["Tử số"] != r["Mẫu số"]}
    nodes = [root]
    if level_is_district:
        for d in DISTRICTS:
            own = figures(d, [u for u in status if parent[u] == d], [handed[d]] if d in handed else [])
            own["missing"] = [u for u in parent if u in short and d in (u, parent[u])]
            if d in handed:
                own["status"] = WORDS[handed[d]["Kết quả"]]
            else:
                short.add(d)
            nodes.append(own)
        root["nodes"], root["nodes_met"] = 30, sum(x["status"] == "met" for x in nodes[1:])
    root["missing"] = [u for u in parent if u in short]
    out.append({"id": i, "units": units, "nodes": nodes})


def total(i, value, holds, exceeded=False, open_=False, lower=None, silent=None):
    root = node(CITY, value=value, status="met" if holds else "pending" if open_ else "unmet", exceeded=exceeded and holds)
    root["missing"] = [d for d in DISTRICTS if (d, silent or i) not in rows and silent != "own"]
    nodes = [root]
    for d in DISTRICTS if lower else []:
        if (d, i) not in rows:
            nodes.append(node(d, status="no_data", missing=[]))
            continue
        r = rows[d, i]
        v = Fraction(r["Giá trị"].replace(",", "."))
        met = r["Kết quả"] == "Đạt"
        nodes.append(node(d, value=float(v), status=WORDS[r["Kết quả"]], exceeded=met and lower(v), missing=[]))
    if lower:
        root["nodes"], root["nodes_met"] = 30, sum(x["status"] == "met" for x in nodes[1:])
    out.append({"id": i, "units": [], "nodes": nodes})


amount = lambda i: sum(int(r["Giá trị"]) for (d, j), r in rows.items() if j == i)
nominees, best, meetings = amount("TX-23"), amount("TX-24"), amount("TX-63")
total("TX-23", nominees, nominees >= 300, nominees > 300, open_=True)
total("TX-24", best, best == 30, open_=True)
total("TX-63", meetings, meetings >= 2, meetings > 2, lower=lambda v: v > 2)
terms = [tuple(map(int, r["Số hạng"].removeprefix("cả kỳ ").split("; "))) for (d, j), r in rows.items() if j == "TX-66"]
direct = Fraction(100 * sum(a for a, _ in terms), sum(b for _, b in terms))
total("TX-66", float(direct), direct > 50, lower=lambda v: False)
part, whole = (sum(num(r[c]) for (d, j), r in rows.items() if j == "TX-20") for c in ("Tử số", "Mẫu số"))
total("HN-04", float(Fraction(100 * part, whole)), 100 * part >= 85 * whole, 100 * part > 85 * whole, silent="TX-20")
total("HN-05", inspections, inspections >= 5, inspections > 5, silent="own")

if not A.compare:
    json.dump(out, sys.stdout, ensure_ascii=False, indent=1)
    sys.exit()

theirs = {x["id"]: x for x in json.loads(A.compare.read_text(encoding="utf-8"))["indicators"]}
differences = [f"indicator {i} is only on one side" for i in theirs.keys() ^ {x["id"] for x in out}]
compared = 0
for mine in out:
    for what, key in (("units", "unit"), ("nodes", "node")):
        a, b = ({x[key]: x for x in side[what]} for side in (mine, theirs[mine["id"]]))
        for name in a.keys() | b.keys():
            compared += 1
            x, y = a.get(name), b.get(name)
            if x is None or y is None:
                differences.append(f"{mine['id']} {name}: only {'tonghop' if x is None else 'here'}")
                continue
            for k, v in x.items():
                w = y.get(k)
                if not (isinstance(v, float) and w is not None and abs(v - w) < 1e-6 or v == w):
                    differences.append(f"{mine['id']} {name} {k}: here {v}, tonghop {w}")
            if ("nodes" in x) != ("nodes" in y):
                differences.append(f"{mine['id']} {name}: nodes only on one side")
print(*sorted(differences), f"{compared} results compared, {len(differences)} differences", sep="\n")
sys.exit(bool(differences))
