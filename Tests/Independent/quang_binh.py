#!/usr/bin/env python3
"""A second, independent computation of the indicators of input/quang-binh-tnmt, to hold against tonghop's results.json.

    quang_binh.py [--input DIR] [--as-of 2025-01-20] [--window 2024|2024-Q2|2024-H1|2024-9M|2024-11|2023..2025]
    quang_binh.py --compare RESULTS.json       takes window and as-of from there; prints differences; exit 1 when any

Written from CONTRACT.md §2, §5, §11 alone; the plan's rules are typed in again at the end (INDICATORS), plan.yaml is not
read, nor are file times: every file of the sample lies in a dated folder. Where the contract leaves a choice, the reading
taken is marked "Reading:".
"""
import argparse, csv, io, json, re, sys, unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

from figures import DAY, day_of, differences, fold, int_of, number, percent

arg = argparse.ArgumentParser()
arg.add_argument("--input", type=Path, default=Path(__file__).resolve().parents[2] / "input/quang-binh-tnmt")
arg.add_argument("--as-of", default="2025-01-20")
arg.add_argument("--window", default="2024")
arg.add_argument("--compare", type=Path)
A = arg.parse_args()
THEIRS = json.loads(A.compare.read_text()) if A.compare else None
if THEIRS:
    A.as_of, A.window = THEIRS["as_of"], THEIRS["window"]["id"]
T, ROOT = date.fromisoformat(A.as_of[:10]), "QB-SO"

# ---------------------------------------------------------------- words, dates, numbers

def month(y, m):                                     # year_starts 12-15: May is 15/4-14/5
    return (date(y - 1, 12, 15) if m == 1 else date(y, m - 1, 15)), date(y, m, 14)


def months(y, a, b):
    return month(y, a)[0], month(y, b)[1]


def window_of(s):
    if m := re.fullmatch(r"(\d{4})\.\.(\d{4})", s):
        return (months(int(m[1]), 1, 1)[0], months(int(m[2]), 12, 12)[1]), int(m[2])
    y, _, part = s.partition("-")
    y = int(y)
    a, b = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}.get(part) or (int(part),) * 2
    return months(y, a, b), y


(WINDOW, YEAR), FIRST = window_of(A.window), int(A.window[:4])
STAGE = window_of("2023..2025")[0]
ROMAN = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4"}


def period_of(s):
    if not s:
        return None
    f = fold(s)
    if m := re.fullmatch(r"(?:năm )?(\d{4})", f):
        return window_of(m[1])[0]
    if m := re.fullmatch(r"quý (i{1,3}|iv) (\d{4})", f):
        return window_of(f"{m[2]}-{ROMAN[m[1]]}")[0]
    if m := re.fullmatch(r"0?6 tháng (đầu|cuối) năm (\d{4})", f):
        return window_of(f"{m[2]}-{'H1' if m[1] == 'đầu' else 'H2'}")[0]
    if m := re.fullmatch(r"giai đoạn (\d{4}) (\d{4})", f):
        return window_of(f"{m[1]}..{m[2]}")[0]
    raise ValueError(s)


def decimal_of(s):
    if not s:
        return None
    m = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?", s)
    if not m:
        raise ValueError(s)
    return Fraction(m[1].replace(".", "") + "." + (m[2] or "0"))


def yes_of(s):
    f = s.casefold()
    if not f:
        return None
    if f in ("có", "c", "x", "1", "yes", "đạt", "rồi", "đã", "đã có", "đúng", "true"):
        return 1
    if f in ("không", "k", "0", "-", "chưa", "no", "sai", "false"):
        return 0
    raise ValueError(s)


inside = lambda p, span: span[0] <= p[0] and p[1] <= span[1]
meets = lambda p, W=WINDOW: inside(p, W) or inside(W, p)          # §11.1: a month counts for its year, a year for its months

# ---------------------------------------------------------------- tables in their encodings

ABC = dict(zip(bytes.fromhex("b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbaeccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4adf5f8f6f7f9fafdfbfcfe"
    "a1a2a3a4a5a6a7"), "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ"))


def decode(data):
    if data[:2] == b"\xff\xfe":
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    texts = ["".join(ABC.get(b, chr(b)) for b in data), data.decode("cp1258", "replace")]
    vietnamese = lambda t: len(re.findall(r"\b(?:mã|đơn vị|năm|họ và tên|đối tượng|ngày|văn bản|kỳ báo cáo)\b", unicodedata.normalize("NFC", t).casefold()))
    return max(texts, key=vietnamese)


def read(path):
    text = unicodedata.normalize("NFC", decode(path.read_bytes()))
    sep = max("\t;,", key=lambda s: max((line.count(s) for line in text.split("\n")[:4]), default=0))
    return [[c.strip() for c in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=sep)]


def table(path):
    head, *rows = read(path) if path.exists() else [[]]
    return [dict(zip(head, r)) for r in rows]

# ---------------------------------------------------------------- roster, reorganisations, decisions

units, names = {}, {}
for r in table(A.input / "units.csv"):
    for n in [r["Tên đơn vị"], r["Tên viết tắt"], *r["Tên khác"].split("|")]:
        if n:
            names.setdefault(fold(n), r["Mã đơn vị"])
    a, b = day_of(r["Hiệu lực từ ngày"]), day_of(r["Hiệu lực đến ngày"])
    old = units.get(r["Mã đơn vị"])
    if old is None or a <= WINDOW[1]:                # a renamed unit is one unit, as on the window's last day; open from its first day on
        units[r["Mã đơn vị"]] = dict(r, a=old["a"] if old else a, b=b)
    units[r["Mã đơn vị"]]["b"] = b
successor = {}
for r in table(A.input / "changes.csv"):
    if r["Loại biến động"] in ("Nhập toàn bộ", "Sáp nhập") and r["Mã ĐV cũ"] != r["Mã ĐV mới"]:
        successor[r["Mã ĐV cũ"]] = r["Mã ĐV mới"]


def covers_window(k):                                # a decision for a year holds for its quarters and months
    return not k or k == A.window or ".." not in A.window and window_of(k)[1] == YEAR and len(k) == 4


all_decisions = [r for r in table(A.input / "decisions.csv") if day_of(r["Ngày"]) <= T]
decisions = [r for r in table(A.input / "decisions.csv") if day_of(r["Ngày"]) <= T and covers_window(r["Kỳ"])
             and not (r["Hết hiệu lực"] and day_of(r["Hết hiệu lực"]) <= T)]


def decided(kind, u, ind):
    return next((r for r in reversed(decisions) if r["Loại"] == kind and r["Mã đơn vị"] == u and r["Mã chỉ tiêu"] in ("", ind)), None)


def above(u):
    while u := units.get(u, {}).get("Mã đơn vị cấp trên"):
        yield u


def sends(sender, u):                                # a submitter reports for itself and for units below it
    return u is not None and (not sender or u == sender or sender in above(u))


exists = lambda u: units[u]["a"] <= WINDOW[1] and not (units[u]["b"] and units[u]["b"] <= WINDOW[0])
BELOW = [u for u in units if ROOT in above(u) and exists(u)]
kinds = lambda *ks: [u for u in BELOW if units[u]["Loại đơn vị"] in ks]
DIVISION, MASS = kinds("PHONG", "DVSN"), kinds("DANG", "CTXH")
ALL = [u for u in BELOW if u in DIVISION + MASS]
WITH_BOARD = [u for u in BELOW if "co-hoi-dong" in units[u]["Nhóm đơn vị"]]


def members(u):                                      # closed: successor
    return [u] + [o for o in units if o != u and units[o]["b"] and units[o]["b"] <= WINDOW[1] and successor.get(o) == u]

# ---------------------------------------------------------------- forms: code, * required, K key, D dating; type; headers

def form(spec):
    fields = {}
    for line in spec.strip().splitlines():
        code, flags, kind, heads = re.fullmatch(r"\s*([a-z_]+)([*KD]*) (\w+) (.*)", line).groups()
        fields[code] = (flags, kind, [fold(h) for h in heads.split("|")] + [fold(code)])
    return fields


UNIT = "unit*K unit Mã đơn vị|Mã ĐV\n"
LIST = {("exemplar", "subject"): "tập thể|cá nhân|hộ gia đình", ("exemplar", "level"): "đơn vị|sở|bộ|tỉnh|toàn quốc",
        ("proposal", "subject"): "tập thể|cá nhân|hộ gia đình", ("proposal", "level"): "đơn vị|sở|bộ|tỉnh|toàn quốc",
        ("exemplar", "effect"): "tốt|khá|hạn chế", ("exemplar", "influence"): "toàn ngành|toàn sở|trong đơn vị",
        ("document", "kind"): "kế hoạch|tiêu chí tiêu chuẩn|tiêu chuẩn|báo cáo", ("document", "line"): "bộ|bộ trung ương|tỉnh",
        ("document", "purpose"): "báo cáo năm|sơ kết|tổng kết giai đoạn", ("document", "standard_for"): "tập thể|cá nhân",
        ("delegate", "congress"): "ngành|tỉnh|tỉnh quảng bình lần thứ vi|ngành tài nguyên và môi trường lần thứ v"}
FORMS = {
    "unit_report": form(UNIT + """period*K period Kỳ báo cáo
        exemplars_collective int Số ĐHTT đã xây dựng - Tập thể
        exemplars_individual int Số ĐHTT đã xây dựng - Cá nhân
        proposed_district int Số gương đề nghị Sở khen thưởng
        evaluated yes Đã đánh giá công tác phát hiện, bồi dưỡng ĐHTT"""),
    "exemplar": form(UNIT + """year*K period Năm
        name*K text Họ và tên/Tên tập thể
        subject* enum Đối tượng
        birth_yearK int Năm sinh
        level enum Cấp công nhận
        status text Trạng thái
        effect enum Tác dụng, hiệu quả
        influence enum Mức độ ảnh hưởng"""),
    "proposal": form(UNIT + """year*K period Năm
        name*K text Họ và tên/Tên tập thể
        subject* enum Đối tượng
        level*K enum Cấp khen thưởng
        awardK text Danh hiệu, hình thức đề nghị
        documented_onD date Ngày tờ trình"""),
    "document": form(UNIT + """kind*K enum Loại văn bản
        numberK text Số, ký hiệu
        issued_on*KD date Ngày ban hành
        covers period Giai đoạn
        line enum Tuyến báo cáo
        purpose enum Nội dung báo cáo
        standard_for enum Đối tượng áp dụng"""),
    "media": form(UNIT + """kind* text Loại
        nameK text Tên
        linkK text Link
        posted_on*D date Ngày mở/đăng
        channel text Kênh"""),
    "review": form(UNIT + """held_on*KD date Ngày họp
        exemplarK text Điển hình
        minutes text Số biên bản"""),
    "activity": form(UNIT + """kind*K text Loại hoạt động
        held_on*KD date Ngày
        contentK text Nội dung
        attendees int Số người dự
        target text Đơn vị được kiểm tra/tham gia
        field text Chuyên môn, lĩnh vực"""),
    "commendation": form(UNIT + """name*K text Họ và tên/Tên tập thể
        decision_number*K text Số QĐ
        decided_on*D date Ngày QĐ"""),
    "model": form(UNIT + """name*K text Tên mô hình
        economic_value decimal Giá trị kinh tế (triệu đồng)
        social_value text Ý nghĩa xã hội
        chosen_on*D date Ngày lựa chọn"""),
    "delegate": form(UNIT + """congress*K enum Đại hội
        name*K text Điển hình được chọn
        chosen_on*D date Ngày chọn cử"""),
    "board": form(UNIT + """member*K text Thành viên Hội đồng
        charge*K text Đơn vị được phân công theo dõi
        assigned_on*D date Ngày phân công"""),
}
NAME_HEADS = {"tên đơn vị", "đơn vị"}


def header(rows):
    """(form, column of each field, column of the unit's name, index of the first data row), or None."""
    best = None
    for i, row in enumerate(rows[:6]):
        labels, end = [fold(c) for c in row], i + 1
        if i + 1 < len(rows) and any(rows[i + 1]) and sum(not c for c in rows[i + 1]) > len(row) / 2:   # "a" over "b | c" = "a - b", "a - c"
            two, group = [], ""
            for a, b in zip(row, rows[i + 1]):
                group = a or group
                two.append(fold(f"{group} {b}") if b else fold(a))
            known = {h for _, _, hs in FORMS["unit_report"].values() for h in hs}
            if sum(l in known for l in two) > sum(l in known for l in labels):
                labels, end = two, i + 2
        for f, fields in FORMS.items():
            col = {c: next((labels.index(h) for h in hs if h in labels), None) for c, (_, _, hs) in fields.items()}
            found = sum(v is not None for v in col.values())
            if all(col[c] is not None or c == "unit" or "*" not in fl for c, (fl, _, _) in fields.items()) and found > (best or [0])[0]:
                best = [found, f, col, next((labels.index(h) for h in NAME_HEADS if h in labels), None), end]
    return best and best[1:]

# ---------------------------------------------------------------- reading the drop folder

READ = dict(date=day_of, int=int_of, decimal=decimal_of, period=period_of, yes=yes_of)
versions, covering = {}, []                          # key -> [(received, path, row, record)];  covering: (form, units, spans)
subs = A.input / "submissions"
voided = {r["Giá trị"] for r in table(A.input / "decisions.csv") if r["Loại"] == "Loại bài nộp" and day_of(r["Ngày"]) <= T}
for path in sorted(p for p in subs.rglob("*") if p.suffix in (".csv", ".txt", ".tsv")):
    parts = path.relative_to(subs).parts
    when, sender = date.fromisoformat(parts[0]), next((p for p in parts[:-1] if p in units), None)
    if when > T or "/".join(parts) in voided:
        continue
    rows = read(path)
    found = header(rows)
    if not found:
        continue
    f, col, name_col, start = found
    spans, others, data = [], False, 0
    for n, row in enumerate(rows[start:], start):
        if not any(row) or all(re.fullmatch(r"\(\d+\)", c) for c in row) or any(re.match(r"(tổng( số| cộng)?|cộng)$", fold(c)) for c in row[:3]):
            continue
        data += 1
        cell = lambda i: row[i] if i is not None and i < len(row) else ""
        unit = cell(col["unit"]) or names.get(fold(cell(name_col))) or (None if cell(name_col) else sender)
        if unit not in units or not sends(sender, unit) and not sends(sender, successor.get(unit)):
            continue                                 # unit-unknown, unit-out-of-scope
        dating = next((c for c, (fl, _, _) in FORMS[f].items() if "D" in fl), None)
        try:                                         # a row can be placed in a window though another of its cells is bad (§11.23)
            place = period_of(cell(col.get("period", col.get("year")))) if {"period", "year"} & set(col) else None
            when_done = day_of(cell(col[dating])) if dating else None
            spans += [place or (when_done, when_done)] if place or when_done else []
        except ValueError:
            pass
        try:
            rec = dict(form=f, unit=unit)
            for c, (flags, kind, _) in FORMS[f].items():
                if c == "unit":
                    continue
                v = READ.get(kind, lambda x: x or None)(cell(col[c]))
                if kind == "enum" and v and fold(v) not in LIST[f, c].split("|") or v is None and "*" in flags:
                    raise ValueError(c)
                rec[c] = v
        except ValueError:
            continue                                 # Reading: a cell that cannot be read is an error, so its row is rejected
        rec["period"], rec["date"], rec["dating"] = rec.pop("period", None) or rec.get("year"), rec.get(dating) if dating else None, dating
        late = rec["date"] and units[unit]["b"] and rec["date"] >= units[unit]["b"]
        if not late and not sends(sender, unit):
            continue                                 # unit-out-of-scope: what a unit did before it was merged
        others |= sender not in ((unit, successor.get(unit)) if late else (unit,))
        if late:
            if unit not in successor:
                continue
            rec["unit"] = unit = successor[unit]     # dated after the unit was merged: counts for the successor
        key = [f, unit] + [fold(str(rec.get(c) or "")) for c, (fl, _, _) in FORMS[f].items() if "K" in fl and c not in ("unit", "period")]
        versions.setdefault(tuple(key + [rec["period"]] if f == "unit_report" else key), []).append((when, str(path), n, rec))
    if not data:
        spans = [(when, when)]                       # no rows: the window that holds the day it was received
    if sender:
        below = {u for u in units if sender in above(u)} if others or not data else set()
        covering.append((f, {sender} | below, spans))

records = {f: [] for f in FORMS}
for vs in versions.values():
    vs.sort(key=lambda v: v[:3])
    rec = dict(vs[-1][3])
    rec["order"] = vs[0][:3]
    if rec["dating"] is None:
        rec["date"] = vs[0][0]                       # unit_report, exemplar: dated by the first receipt of their key
    if not (rec["dating"] and rec["date"] and rec["date"] > T):
        records[rec["form"]].append(rec)


def covered_in(W):
    filed = {(f, u) for f, us, spans in covering if any(meets(s, W) for s in spans) for u in us}
    return filed | {(f, r["unit"]) for f, rs in records.items() for r in rs if meets(r["period"] or (r["date"], r["date"]), W)}


covered = covered_in(WINDOW)

# ---------------------------------------------------------------- measures: m(get) where get(form) = records, None = no data

low = lambda v: fold(v or "")
kind = lambda *ks: lambda r: low(r["kind"]) in ks


def count(f, where=lambda r: True):
    return lambda get: None if (rs := get(f)) is None else sum(bool(where(r)) for r in rs)


def distinct(f, field, where=lambda r: True):
    return lambda get: None if (rs := get(f)) is None else len({low(r[field]) for r in rs if r[field] and where(r)})


def total_of(f, field, where):
    def m(get):
        if (rs := get(f)) is None:
            return None
        rs = [r for r in rs if where(r)]
        vs = [r[field] for r in rs if r[field] is not None]
        return sum(vs) if vs or not rs else None     # blanks only: no data; no records, but covered: 0
    return m


def report(field):
    """The report of exactly the window, else the longest disjoint ones inside it; a yes/no is yes if any says yes."""
    def m(get):
        values = []
        by_unit = {}
        for r in get("unit_report") or []:
            by_unit.setdefault(r["unit"], []).append(r)
        for rs in by_unit.values():
            parts = [r for r in rs if r["period"] == WINDOW]
            for r in [] if parts else sorted(rs, key=lambda r: (r["period"][0] - r["period"][1], r["period"][0])):
                if inside(r["period"], WINDOW) and not any(r["period"][0] <= p["period"][1] and p["period"][0] <= r["period"][1] for p in parts):
                    parts.append(r)
            own = [r[field] for r in parts if r[field] is not None]
            if own:
                values.append(max(own) if field == "evaluated" else sum(own))
        return None if not values else max(values) if field == "evaluated" else sum(values)
    return m


def plus(*ms):
    return lambda get: None if any(m(get) is None for m in ms) else sum(m(get) for m in ms)


def coalesce(*ms):
    return lambda get: next((v for m in ms if (v := m(get)) is not None), None)


GOOD = lambda r: low(r["status"]) != "không đạt"
PLANS, CRITERIA = count("document", kind("kế hoạch")), kind("tiêu chí tiêu chuẩn", "tiêu chuẩn")
BUILT = coalesce(count("exemplar", lambda r: GOOD(r) and low(r["status"]) != "nhân tố mới"), plus(report("exemplars_collective"), report("exemplars_individual")))
REPORT = lambda purpose, *lines: count("document", lambda r: low(r["kind"]) == "báo cáo" and low(r["purpose"]) == purpose
                                       and (not lines or low(r["line"]) in lines))
ge = lambda n: lambda v: v is not None and v >= n
each = lambda of, m, rule=ge(1), **k: dict(total=False, of=of, measure=[m], rules=[rule], **k)
total = lambda of, *mr, most=1, **k: dict(total=True, of=of, measure=[m for m, _ in mr], rules=[ge(n) for _, n in mr], at_least=mr[0][1], **k)
OF_A_YEAR = lambda r: r["period"] in [months(y, 1, 12) for y in (2023, 2024, 2025)]
stage = dict(span=STAGE, due=date(YEAR, 12, 14))
OWN = [ROOT]
INDICATORS = {
    "QB-04": each(ALL, PLANS, **stage),
    "QB-04-TC": each(ALL, count("document", CRITERIA), **stage),
    "QB-05": total(OWN, (count("document", lambda r: CRITERIA(r) and low(r["standard_for"]) == "tập thể"), 1),
                   (count("document", lambda r: CRITERIA(r) and low(r["standard_for"]) == "cá nhân"), 1), **stage),
    "QB-06": each(DIVISION, BUILT, every=True),
    "QB-16": each(DIVISION, count("exemplar", lambda r: GOOD(r) and not (r["effect"] and r["influence"])), lambda v: v == 0),
    "QB-10": each([u for u in BELOW if u in ("QB-P-VANPHONG", "QB-DV-CNTT")], count("media", kind("chuyên mục", "chuyên trang")), **stage),
    "QB-20": total(ALL, (distinct("media", "channel", kind("tin bài", "phóng sự", "mạng xã hội")), 2), together=True),
    "QB-11": total(OWN + BELOW, (count("activity", lambda r: low(r["kind"]) in ("giao lưu", "tọa đàm") and r["field"]), 1)),
    "QB-12": total(OWN + BELOW, (count("activity", kind("tham quan")), 1)),
    "QB-13": total(OWN + BELOW, (count("activity", kind("tập huấn")), 1), (total_of("activity", "attendees", kind("tập huấn")), 1)),
    "QB-14": total(["QB-P-VANPHONG"], (distinct("activity", "target", kind("kiểm tra")), 1), together=True, every=True),
    "QB-15": each(WITH_BOARD, count("board"), **stage),
    "QB-15-SO": total(OWN, (distinct("board", "member"), 1), **stage),
    "QB-07": each(DIVISION, report("evaluated"), every=True),
    "QB-07-BX": each(DIVISION, count("review"), every=True),
    "QB-07-DN": total(OWN + BELOW, (count("proposal"), 2), (count("proposal", lambda r: low(r["subject"]) == "tập thể"), 1),
                      (count("proposal", lambda r: low(r["subject"]) == "cá nhân"), 1), every=True),
    "QB-03": each(DIVISION, count("unit_report", OF_A_YEAR), every=True, due=date(YEAR, 12, 14)),
    "QB-03-SO": total(OWN, (REPORT("báo cáo năm", "bộ", "bộ trung ương"), 1), (REPORT("báo cáo năm", "tỉnh"), 1), due=date(YEAR, 12, 31), every=True),
    "QB-18": total(OWN, (REPORT("sơ kết"), 1)),
    "QB-18-MH": total(ALL, (count("model", lambda r: (r["economic_value"] or 0) > 0 or r["social_value"]), 1)),
    "QB-08": each(DIVISION, REPORT("tổng kết giai đoạn"), span=STAGE, due=date(2025, 6, 30)),
    "QB-08-HN": total(OWN, (count("activity", lambda r: low(r["kind"]) == "hội nghị biểu dương" and r["held_on"] >= date(2025, 4, 1)), 1), span=STAGE, due=date(2025, 6, 30)),
    "QB-09": total(OWN + BELOW, (count("delegate", lambda r: low(r["congress"]).startswith("ngành")), 1),
                   (count("delegate", lambda r: low(r["congress"]).startswith("tỉnh")), 1), span=STAGE),
}

# ---------------------------------------------------------------- judging


def judge(ind, x, groups):
    """(value, status) of one unit, or of a node: then `groups` has several units, each with those it speaks for."""
    span, due = x.get("span"), x.get("due")
    at = lambda y: date(due.year - YEAR + y, due.month, due.day)
    short, judged, ahead, W, own = "-" in A.window, None, False, WINDOW, None
    until_end = due is None and x.get("every") and short and span is None
    if until_end:                                    # Reading: what is asked for each year has until its end
        due = months(YEAR, 1, 12)[1]
    if span is None:
        span = WINDOW
        if due and short:                            # a part of a year: its own records; from the due day on judged as the year is
            held = next((y for y in (YEAR, YEAR - 1, YEAR + 1) if WINDOW[0] <= at(y) <= WINDOW[1]), None)
            ahead = held is None and due >= WINDOW[0]
            if not ahead:
                y, due = held or YEAR, at(held or YEAR)
                W = months(y, 1, 12)
                a, b = (date(due.year - 1, due.month, due.day) + DAY, due) if due > W[1] else W
                own, span, judged = span, (a, min(b, max(WINDOW[1], due))), W
                W = W[0], min(W[1], span[1])         # Reading: periods until then; who wrote of a longer one of the year only, by that
        elif due and due > WINDOW[1]:                # §11.10: before a stage lies the stage that ended the year before
            span = (date(due.year - 1 - (YEAR - FIRST), due.month, due.day) + DAY, due)
    if until_end:
        due = None
    if len(groups) == 1:
        if r := decided("Gia hạn", groups[0][0], ind):
            due = day_of(r["Giá trị"])

    used = []

    def value(m, last=None, span=span, W=W):
        def over(us):
            def records_of(f):
                used.append(f)
                mine = {r["unit"] for r in records[f] if r["period"] and inside(r["period"], W)}
                longer = lambda r: judged and W != WINDOW and r["unit"] not in mine and inside(W, r["period"]) and inside(r["period"], judged)
                rs = [r for r in records[f] if r["unit"] in us and (inside(r["period"], W) or longer(r) if r["period"]
                      else r["date"] is not None and span[0] <= r["date"] <= span[1])]
                # Reading: covered in the report's window, or by a record inside the indicator's own span
                known = covered_in(judged) if judged and W != WINDOW else covered
                if not rs and not any((f, u) in known for u in us):
                    return None
                if f == "unit_report":                 # of a year's report and its quarters' the longest speaks
                    spoken = []
                    for r in sorted(rs, key=lambda r: (r["period"][0] - r["period"][1], r["period"])):
                        if not any(s["unit"] == r["unit"] and s["period"][0] <= r["period"][1] and r["period"][0] <= s["period"][1] for s in spoken):
                            spoken.append(r)
                    rs = spoken
                return [r for r in rs if last is None or r["date"] is not None and r["date"] <= last]
            return records_of
        if x.get("together"):
            return m(over([u for us in groups for u in us]))
        vs = [v for us in groups if (v := m(over(us))) is not None]
        return sum(vs) if vs else None

    holds = lambda last=None: all(rule(value(m, last)) for m, rule in zip(x["measure"], x["rules"]))
    open_, v = T <= (due or span[1]), value(x["measure"][0])
    if len(groups) == 1 and (r := decided("Điều chỉnh", groups[0][0], ind)):
        v = decimal_of(r["Giá trị"])
        return v, "met" if x["rules"][0](v) else "pending" if open_ else "unmet"
    if x.get("every") and ".." in A.window:
        if v is None:
            return None, "pending" if open_ else "no_data"
        u, good, n = groups[0][0], 0, 0
        for y in range(FIRST, YEAR + 1):
            part = months(y, 1, 12)
            last = at(y) if due else part[1]
            inner = (date(last.year - 1, last.month, last.day) + DAY, last) if last > part[1] else part
            if min(units[g]["a"] for g in groups[0]) > part[1] or units[u]["b"] and units[u]["b"] <= part[1]:
                continue
            moved = [r for r in all_decisions if r["Loại"] == "Gia hạn" and r["Mã đơn vị"] in ("", u) and r["Mã chỉ tiêu"] == ind and r["Kỳ"] in ("", str(y))]
            if due and moved and len(groups) == 1:           # the board moved that year's last day
                last = max(last, day_of(max(moved, key=lambda r: day_of(r["Ngày"]))["Giá trị"]))
            if last < T:
                n += 1
                good += all(rule(value(m, last if due else None, inner, part)) for m, rule in zip(x["measure"], x["rules"]))
        return good, "unmet" if good < n else "met" if n else "pending"
    if v is None:
        status = "pending" if open_ or ahead else "no_data"
    elif ahead:
        status = "met" if holds() else "pending"
    else:
        status = "met" if holds(due) else "late" if holds() and not open_ else "pending" if open_ else "unmet"
    if status in ("unmet", "no_data") and short and not judged:      # records of a longer period tell nothing of a part of it
        del used[:]
        for m in x["measure"]:
            value(m)
        us = [u for g in groups for u in g]
        for f in used:
            if any(r["period"] and r["period"] != WINDOW and inside(WINDOW, r["period"]) and r["unit"] in us for r in records[f]):
                status = "pending"
    return (value(x["measure"][0], None, own, WINDOW) if judged else v), status


result = []
for ind, x in INDICATORS.items():
    node = dict(node=ROOT, numerator=None, denominator=None, percent=None, value=None, status=None, exceeded=False, missing=[])
    rows = []
    if x["total"]:
        spoken = {o for u in x["of"] for o in members(u)[1:]}
        value, status = judge(ind, x, [members(u) for u in x["of"] if u not in spoken])
        node.update(value=number(value), status=status, exceeded=bool(value is not None and value > x["at_least"] and status in ("met", "late") and not (x.get("every") and ".." in A.window)))
    else:
        for u in x["of"]:
            shut = units[u]["b"] and units[u]["b"] <= WINDOW[1] or units[u]["a"] > T
            value, status = judge(ind, x, [members(u)])
            rows.append(dict(unit=u, value=number(value), status="exempt" if shut or decided("Miễn", u, ind) else status))
        judged = [r for r in rows if r["status"] != "exempt"]
        n, d, pending = sum(r["status"] == "met" for r in judged), len(judged), sum(r["status"] == "pending" for r in judged)
        node.update(numerator=n, denominator=d, percent=percent(n, d), missing=[r["unit"] for r in judged if r["status"] != "met"],
                    status="not_applicable" if not d else "met" if n == d else "pending" if n + pending == d
                    else "no_data" if all(r["status"] == "no_data" for r in judged) else "unmet")
    result.append(dict(id=ind, units=rows, nodes=[node]))

if not THEIRS:
    json.dump(dict(plan="quang-binh-tnmt", window=A.window, as_of=A.as_of, indicators=result), sys.stdout, ensure_ascii=False, indent=1)
    print()
    sys.exit()

# ---------------------------------------------------------------- comparing

found = differences(result, THEIRS["indicators"])
print(*found, f"{len(found)} differences in {len(result)} indicators", sep="\n")
sys.exit(1 if found else 0)
