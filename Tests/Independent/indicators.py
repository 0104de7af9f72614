#!/usr/bin/env python3
"""A second, independent computation of the indicators of input/thanh-xuan, to hold against tonghop's results.json.

    indicators.py [--input input/thanh-xuan] [--as-of 2025-01-05] [--window 2024]      JSON to standard output
    indicators.py --compare RESULTS.json         of any window and as-of time: differences, also in the figures on the
                                                 tree of a later day and in those of the year before; exit 1 when any

Written from CONTRACT.md §2, §5, §11 alone; the plan's rules are typed in again at the end (INDICATORS), plan.yaml is
not read, nor are file times. Where the contract leaves a choice, the reading taken is marked "Reading:".
"""
import argparse, csv, io, json, re, subprocess, sys, unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

from figures import DAY, day_of, differences, fold, int_of, number, percent, same

arg = argparse.ArgumentParser()
arg.add_argument("--input", type=Path, default=Path(__file__).resolve().parents[2] / "input/thanh-xuan")
arg.add_argument("--as-of", default="2025-01-05")
arg.add_argument("--window", default="2024")
arg.add_argument("--frame", help="the window of the report whose files are read; default: the window itself")
arg.add_argument("--restate", help="a day: the figures on its tree")
arg.add_argument("--part", action="store_true", help="with --until: nothing after that day counts")
arg.add_argument("--until", help="a day: the year before, as far as the year after it has come")
arg.add_argument("--compare", type=Path)
A = arg.parse_args()
THEIRS = json.loads(A.compare.read_text()) if A.compare else {}
if A.compare:
    A.window, A.as_of = THEIRS["window"]["id"], THEIRS["as_of"]
T, ROOT = date.fromisoformat(A.as_of[:10]), "TX-QUAN"
YEARS = [int(y) for y in re.findall(r"\d{4}", A.window)]
YEARS, YEAR = range(YEARS[0], YEARS[-1] + 1), YEARS[-1]

# ---------------------------------------------------------------- words, dates, numbers, tables

def read(path):
    data = path.read_bytes()
    text = data.decode("utf-16") if data[:2] == b"\xff\xfe" else data.decode("utf-8-sig")
    text = unicodedata.normalize("NFC", text)
    first = text.split("\n", 1)[0]
    sep = max("\t;,", key=first.count)
    return [[c.strip() for c in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=sep)]


def table(path):
    head, *rows = read(path) if path.exists() else [[]]
    return [dict(zip(head, r)) for r in rows]


def yes_of(s):
    f = s.casefold()
    if f in ("có", "c", "x", "1", "yes", "đạt", "rồi", "đã", "đúng", "true"):
        return True
    return False if f in ("không", "k", "0", "-", "chưa", "no", "sai", "false") else None


def month(y, m):                                     # year_starts 12-15: May is 15/4-14/5
    a = date(y - 1, 12, 15) if m == 1 else date(y, m - 1, 15)
    return a, date(y, m, 14)


def year(y):
    return month(y, 1)[0], month(y, 12)[1]


def period_of(s):
    f = fold(s)
    if not f:
        return None
    if m := re.fullmatch(r"(?:năm )?(\d{4})", f):
        return year(int(m[1]))
    if m := re.fullmatch(r"0?6 tháng (đầu|cuối) năm (\d{4})", f):
        y = int(m[2])
        return (month(y, 1)[0], month(y, 6)[1]) if m[1] == "đầu" else (month(y, 7)[0], month(y, 12)[1])
    if m := re.fullmatch(r"quý (i{1,3}|iv) năm (\d{4})", f):
        q, y = ["i", "ii", "iii", "iv"].index(m[1]), int(m[2])
        return month(y, 3 * q + 1)[0], month(y, 3 * q + 3)[1]
    raise ValueError(s)


def window(w):
    """The days of 2024, 2024-H1 or 2023..2025, and its months."""
    ys = [int(y) for y in re.findall(r"\d{4}", w)]
    months = [month(y, m) for y in range(ys[0], ys[-1] + 1) for m in range(1, 7 if w.endswith("H1") else 13)]
    return (months[0][0], months[-1][1]), months


WINDOW, MONTHS = window(A.window)
FRAME = window(A.frame or A.window)[0]
inside = lambda p, span: span[0] <= p[0] and p[1] <= span[1]
overlaps = lambda p, q: p[0] <= q[1] and q[0] <= p[1]

# ---------------------------------------------------------------- roster, reorganisations, decisions

lines = table(A.input / "units.csv")


def roster(day):
    """Of each id the line valid on a day, else the last before it, else the first; valid as long as any of them."""
    found = {}
    for r in lines:
        own = [o for o in lines if o["Mã đơn vị"] == r["Mã đơn vị"]]
        on = [o for o in own if (day_of(o["Hiệu lực từ ngày"]) or date.min) <= day and (not o["Hiệu lực đến ngày"] or day < day_of(o["Hiệu lực đến ngày"]))]
        past = [o for o in own if (day_of(o["Hiệu lực từ ngày"]) or date.min) <= day]
        found[r["Mã đơn vị"]] = dict((on or past or own[:1])[-1], **{"Hiệu lực từ ngày": own[0]["Hiệu lực từ ngày"], "Hiệu lực đến ngày": own[-1]["Hiệu lực đến ngày"]})
    return found


# A report whose root was closed within its window stands on the root's last day, and its units end with it.
root_closed = day_of(next(r for r in lines if r["Mã đơn vị"] == ROOT)["Hiệu lực đến ngày"])
ends = lambda w: min(w[1], root_closed - DAY) if w[0] < root_closed else w[1]
units = roster(ends(FRAME))
LAST = ends(WINDOW)
if ends(FRAME) < FRAME[1]:
    for u, r in units.items():
        if u == ROOT or r["Mã đơn vị cấp trên"] == ROOT:
            r["Hiệu lực đến ngày"] = min(filter(None, [r["Hiệu lực đến ngày"], root_closed.isoformat()]))
names = {}
for u, r in units.items():
    for n in [r["Tên đơn vị"], r["Tên viết tắt"], *r["Tên khác"].split("|")]:
        names.setdefault(fold(n), u)
closed_on = {u: day_of(r["Hiệu lực đến ngày"]) for u, r in units.items() if r["Hiệu lực đến ngày"]}
changes = table(A.input / "changes.csv")
successor = {r["Mã ĐV cũ"]: r["Mã ĐV mới"] for r in changes if r["Loại biến động"] == "Nhập toàn bộ"}
heir = {r["Mã ĐV cũ"]: r["Mã ĐV mới"] for r in changes if r["Kế thừa chính"] == "Có" and r["Mã ĐV cũ"] != r["Mã ĐV mới"]}
INSIDE = [u for u, r in units.items() if u == ROOT or r["Mã đơn vị cấp trên"] == ROOT]
made_of = {}                                         # restated: unit -> those whose records it carries
if A.restate:
    D, later = date.fromisoformat(A.restate), roster(date.fromisoformat(A.restate))
    gone = lambda u: bool(later[u]["Hiệu lực đến ngày"]) and day_of(later[u]["Hiệu lực đến ngày"]) <= D
    for u in INSIDE:
        v = u
        while gone(v) and v in heir:
            v = heir[v]
        made_of.setdefault(u if gone(v) else v, []).append(u)
decisions = [r for r in table(A.input / "decisions.csv")
             if day_of(r["Ngày"]) <= T and not (r["Hết hiệu lực"] and day_of(r["Hết hiệu lực"]) < T)]
concerns = lambda r, u, ind: r["Mã đơn vị"] == u and r["Mã chỉ tiêu"] in ("", ind) and r["Kỳ"] in ("", *map(str, YEARS if A.window == str(YEAR) or "H" in A.window else []))


def above(u):
    while u := units[u]["Mã đơn vị cấp trên"]:
        yield u


def sends(sender, u):                                # a submitter reports for itself and for units below it
    return u is not None and (not sender or u == sender or sender in above(u))


if A.restate:                                        # the tree of the day: those that stand, and those that nobody carries on
    for v in made_of:
        if not gone(v):
            units[v] = dict(later[v], **{"Mã đơn vị cấp trên": "" if v == ROOT else ROOT, "Hiệu lực đến ngày": ""})
    LISTED = [u for u in units if u in made_of]
else:
    LISTED = [u for u in INSIDE if u not in closed_on or closed_on[u] > WINDOW[0]]
kinds = lambda *ks: [u for u in (LISTED if A.restate else INSIDE) if units[u]["Loại đơn vị"] in ks]
OFFICE, CLUSTER, WARD, SCHOOL, FRONT = kinds("PHONG", "DVSN"), kinds("CUM"), kinds("PHUONG"), kinds("TRUONG"), kinds("MTTQ", "CTXH")
site = lambda us: [u for u in us if yes_of(units[u]["Có trang TTĐT"])]
STANDING = [u for u in units if u in ("TX-PB-NOIVU", "TX-PB-VHTT", "TX-PB-QLDT", "TX-PB-GDDT") or "thuong-truc" in units[u]["Nhóm đơn vị"]]
ALL = OFFICE + WARD + SCHOOL + FRONT

# ---------------------------------------------------------------- forms: code = type header|header…; * required, K key, D dating

def form(spec):
    fields = {}
    for line in spec.strip().splitlines():
        code, flags, kind, heads = re.fullmatch(r"\s*([a-z_]+)([*KD]*) (\w+) (.*)", line).groups()
        fields[code] = (flags, kind, [fold(h) for h in heads.split("|")] + [fold(code)])
    return fields


UNIT = "unit*K unit Mã đơn vị|Mã ĐV\n"
SUBJECT, LEVEL = "tập thể|cá nhân|hộ gia đình", "đơn vị|phường xã|quận|quận huyện sở|thành phố|thành phố tỉnh bộ|toàn quốc"
ENUM = {"subject": SUBJECT, "level": LEVEL, "receiver": "báo chí|báo chí truyền hình|cổng ttđt quận|cơ quan tđkt"}
WORDS = {   # the plan's own lists: what a word stands for
    "topic": {"tư tưởng thi đua chủ trương pháp luật": 1, "chủ trương pháp luật": 1, "phong trào thi đua": 2, "điển hình tiên tiến": 3, "gương điển hình": 3},
    "channel": {"phương tiện thông tin đại chúng": 1, "báo chí": 1, "báo đài": 1, "cổng ttđt quận": 2, "cổng thông tin điện tử": 2, "cổng ttđt": 2, "trang ttđt": 3,
                "trang thông tin điện tử": 3, "trực tuyến": 4, "mạng xã hội": 5, "giao lưu tọa đàm": 6, "cuộc thi tìm hiểu": 7, "hội nghị sơ kết tổng kết": 8,
                "văn hóa văn nghệ thể dục thể thao": 9, "sinh hoạt của mttq": 10, "sinh hoạt ct xh": 10, "tuyên truyền miệng": 11, "báo cáo viên": 11, "tuyên truyền viên": 11},
}
FORMS = {
    "unit_report": form(UNIT + """period*K period Kỳ báo cáo
        plan_issued yes Đã ban hành kế hoạch|Có KH
        exemplars_collective int Số ĐHTT đã xây dựng - Tập thể
        exemplars_individual int Số ĐHTT đã xây dựng - Cá nhân
        exemplars_household int Số ĐHTT đã xây dựng - Hộ gia đình
        proposed_district int Số gương đề nghị Quận khen thưởng
        proposed_city int Số gương đề nghị Thành phố khen thưởng
        contest_entries int Số bài dự thi|Số bài viết dự thi
        posts int Số tin, bài đã đăng|Tổng số tin bài
        exchanges int Số hội nghị, tọa đàm, giao lưu"""),
    "exemplar": form(UNIT + """year*K period Năm
        name*K text Họ và tên/Tên tập thể
        subject* enum Đối tượng
        birth_yearK int Năm sinh
        status text Trạng thái
        follow_up text Theo dõi, bồi dưỡng, nhân rộng
        source text Nguồn phát hiện"""),
    "proposal": form(UNIT + """year*K period Năm
        name*K text Họ và tên/Tên tập thể
        subject* enum Đối tượng
        level*K enum Cấp khen thưởng
        awardK text Danh hiệu, hình thức đề nghị
        document_number text Số tờ trình
        documented_onD date Ngày tờ trình"""),
    "contest_entry": form(UNIT + """entry_idK text Mã bài
        title* text Tên bài viết
        authors text Tác giả
        words int Số từ
        received_on*D date Ngày nộp
        valid yes Hợp lệ
        prelim text Kết quả sơ khảo
        prize text Giải"""),
    "document": form(UNIT + """kind*K text Loại văn bản
        numberK text Số, ký hiệu
        issued_on*KD date Ngày ban hành
        movement text Phong trào thi đua
        contest text Mã cuộc thi"""),
    "media": form(UNIT + """kind* text Loại
        nameK text Tên
        linkK text Link
        posted_on*D date Ngày mở/đăng
        topic text Nội dung tuyên truyền
        channel text Kênh"""),
    "review": form(UNIT + """held_on*KD date Ngày họp
        exemplarK text Điển hình
        minutes text Số biên bản"""),
    "activity": form(UNIT + """kind*K text Loại hoạt động
        held_on*KD date Ngày
        contentK text Nội dung
        target text Đơn vị được kiểm tra/tham gia
        about text Nội dung kiểm tra"""),
    "commendation": form(UNIT + """name*K text Họ và tên/Tên tập thể
        subject* enum Đối tượng
        decision_number*K text Số QĐ
        decided_on*D date Ngày QĐ
        level* enum Cấp khen
        kind text Loại khen
        class text Nhóm đối tượng"""),
    "pledge": form(UNIT + """year*K period Năm
        registrants* int Số người đăng ký
        signed_onD date Ngày ký"""),
    "information": form(UNIT + """content*K text Nội dung thông tin
        receiver*K enum Cơ quan nhận thông tin
        sent_on*D date Ngày cung cấp"""),
    "quiz": form(UNIT + """title*K text Tên cuộc thi tìm hiểu
        opened_on*KD date Ngày phát động"""),
}
NAME_HEADS = {"tên đơn vị", "đơn vị"}


def header(rows):
    """(form, column of each field, column of the unit's name, index of the first data row), or None."""
    best = None
    for i, row in enumerate(rows[:12]):
        labels, end = [fold(c) for c in row], i + 1
        if i + 1 < len(rows) and row and not rows[i + 1][0] and any(rows[i + 1]):      # "a" over "b | c | d" = "a - b", "a - c" …
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


def received(parts):
    for p in parts:
        if m := re.match(r"\d{4}-\d\d-\d\d(?!\d)", p):
            return date.fromisoformat(m[0])
    raise SystemExit(f"no date of receipt in {parts}: this check does not read file times")


# ---------------------------------------------------------------- reading the drop folder

versions, covering = {}, []          # key -> [(received, path, row, record)];  covering: (form, unit, spans or "below")
subs = A.input / "submissions"
voided = {r["Giá trị"] for r in decisions if r["Loại"] == "Loại bài nộp"}
for path in sorted(p for p in subs.rglob("*") if p.suffix in (".csv", ".txt", ".tsv")):
    parts = path.relative_to(subs).parts
    when, sender = received(parts), next((p for p in parts[:-1] if p in units), None)
    if when > T or "/".join(parts) in voided:
        continue
    rows = read(path)
    found = header(rows)
    if not found:
        continue
    f, col, name_col, start = found
    spans, others, data = [], False, 0
    for n, row in enumerate(rows[start:], start):
        cells = [c for c in row if c]
        if not cells or all(re.fullmatch(r"\(?\d+\)?", c) for c in cells) and len(cells) == len(row) and "(" in row[0]:
            continue
        if any(re.match(r"(tổng( số| cộng)?|cộng|toàn quận)$", fold(c)) for c in row[:3]):
            continue
        data += 1
        cell = lambda i: row[i] if i is not None and i < len(row) else ""
        try:
            unit = cell(col["unit"])
            unit = (unit if unit in units else None) if unit else names.get(fold(cell(name_col))) if cell(name_col) else sender
            if unit is None or not sends(sender, unit) and not sends(sender, successor.get(unit)):
                continue                             # unit-unknown, unit-out-of-scope
            rec = dict(form=f, unit=unit)
            for c, (flags, kind, _) in FORMS[f].items():
                if c == "unit":
                    continue
                v = cell(col[c])
                try:
                    v = {"date": day_of, "int": int_of, "period": period_of, "yes": yes_of}.get(kind, lambda x: x or None)(v)
                    if kind == "enum" and fold(v or "") not in ENUM[c].split("|"):
                        raise ValueError(v)
                except ValueError:
                    if "*" in flags or "D" in flags:
                        raise
                    v = None                         # Reading: a bad cell that is not required is as good as blank
                if v and c in WORDS and fold(v) not in WORDS[c]:
                    raise ValueError(v)              # not-in-list: the row is rejected
                if v is None and "*" in flags:
                    raise ValueError(c)
                rec[c] = v
        except ValueError:
            continue                                 # required-empty, not-a-date, not-in-list …: the row is rejected
        dating = next((c for c, (fl, _, _) in FORMS[f].items() if "D" in fl), None)
        rec["period"], rec["date"] = rec.pop("period", None) or rec.get("year"), rec.get(dating) if dating else None
        late = rec["date"] and unit in closed_on and rec["date"] >= closed_on[unit]
        if not late and not sends(sender, unit):
            continue                                 # unit-out-of-scope: what a unit did before it was merged
        spans.append(rec["period"] or (rec["date"], rec["date"]))
        others |= sender not in ((unit, successor.get(unit)) if late else (unit,))
        if late:
            if unit not in successor:
                continue
            rec["unit"] = successor[unit]            # dated after the unit was merged: counts for the successor
        sent = unit if rec.get("entry_id") else rec["unit"]            # an entry's number is its sender's
        key = [f, sent] + [fold(str(rec.get(c) or "")) for c, (fl, _, _) in FORMS[f].items() if "K" in fl and c not in ("unit", "period")]
        key += [rec["period"]] if f == "unit_report" else []
        if f == "contest_entry" and not rec["entry_id"]:
            key += [fold(rec["title"]), fold(rec["authors"] or "")]
        versions.setdefault(tuple(key), []).append((when, str(path), n, dict(rec, dating=dating)))
    if not data:
        spans = [(when, when)]                       # no rows: the window that holds the day it was received
    if sender:
        covering.append((f, sender, spans))
        if others or not data:
            covering += [(f, u, spans) for u in units if sender in above(u)]

records = {f: [] for f in FORMS}
for key, vs in versions.items():
    vs.sort(key=lambda v: v[:3])
    rec = vs[-1][3]
    rec["order"] = vs[0][:3]                         # where the key was first seen
    if rec["dating"] is None:
        rec["date"] = vs[0][0]                       # unit_report, exemplar: dated by the first receipt of their key
    if not (rec["dating"] and rec["date"] and rec["date"] > T):
        records[rec["form"]].append(rec)


def covered_in(w):
    return {(f, u) for f, u, spans in covering if any(overlaps(s, w) for s in spans)} | {
        (f, r["unit"]) for f, rs in records.items() for r in rs if overlaps(r["period"] or (r["date"], r["date"]), w)}


covered = covered_in(WINDOW)

# contest entries: computed validity
EDITIONS = {2023: (date(2023, 3, 1), date(2023, 7, 15), 1500), 2024: (date(2024, 3, 1), date(2024, 7, 15), 2000), 2025: (date(2025, 3, 1), date(2025, 7, 15), 2000)}
seen = set()
for r in sorted(records["contest_entry"], key=lambda r: (r["received_on"], r["order"])):   # Reading: "received first" is Ngày nộp
    authors = tuple(fold(a) for a in re.split("[;,]", r["authors"] or "") if a.strip())
    edition = next((e for e in EDITIONS.values() if e[0] <= r["received_on"] <= e[1]), None)
    again = authors and (fold(r["title"]), authors) in seen
    seen.add((fold(r["title"]), authors))
    r["ok"] = r["valid"] is not False and bool(authors) and edition is not None and (r["words"] or 0) <= edition[2] and not again

# ---------------------------------------------------------------- measures: f(unit, get) where get(form) = records of the span, None = no data

low = lambda v: fold(v or "")


def count(f, where=lambda r: True):
    return lambda get: None if (rs := get(f)) is None else sum(bool(where(r)) for r in rs)


def distinct(f, field, where):
    said = lambda r: WORDS[field].get(low(r[field])) if field in WORDS else low(r[field])
    return lambda get: None if (rs := get(f)) is None else len({v for r in rs if where(r) and (v := said(r))})


def total_of(f, field):
    def m(get):
        if (rs := get(f)) is None:
            return None
        vs = [r[field] for r in rs if r[field] is not None]
        return sum(vs) if vs or not rs else None      # blanks only: no data; no records, but covered: 0
    return m


def report(field):
    def m(get):
        rs = get("unit_report") or []
        exact = [r for r in rs if r["period"] == WINDOW]
        if exact:
            return exact[0][field]
        parts = []
        for r in sorted(rs, key=lambda r: r["period"][0] - r["period"][1]):
            if not any(overlaps(r["period"], p["period"]) for p in parts):
                parts.append(r)
        vs = [r[field] for r in parts if r[field] is not None]
        return sum(vs) if vs else None
    return m


def plus(*ms):
    return lambda get: None if any((v := m(get)) is None for m in ms) else sum(m(get) for m in ms)


def coalesce(*ms):
    return lambda get: next((v for m in ms if (v := m(get)) is not None), None)


kind = lambda *ks: lambda r: low(r["kind"]) in ks
PLANS, CRITERIA = count("document", kind("kế hoạch")), kind("tiêu chí tiêu chuẩn")
COLUMNS = count("media", kind("chuyên mục", "chuyên trang"))
CITY, CITIZEN = lambda r: low(r["level"]).startswith("thành phố"), lambda r: low(r["award"]) == "công dân thủ đô ưu tú"
ENTRIES = coalesce(count("contest_entry", lambda r: r["ok"]), report("contest_entries"))
BUILT = coalesce(count("exemplar", lambda r: low(r["status"]) not in ("không đạt", "nhân tố mới")),
                 plus(*(report(f"exemplars_{s}") for s in ("collective", "individual", "household"))))
INTRODUCED = coalesce(distinct("proposal", "name", lambda r: CITY(r) or low(r["level"]).startswith("quận")),
                      plus(report("proposed_district"), report("proposed_city")))
REWARDED = coalesce(plus(count("commendation"), count("proposal")), count("commendation"), count("proposal"))
FAVOURED = count("commendation", lambda r: low(r["class"]) == "người trực tiếp" or low(r["subject"]) == "tập thể")
QUALITY = count("contest_entry", lambda r: r["ok"] and (low(r["prelim"]) == "đạt" or bool(r["prize"])))
EXCHANGES = count("activity", kind("giao lưu", "tọa đàm", "tham quan"))
NEWS = kind("tin bài", "phóng sự", "mạng xã hội")
# From 10 January to the end of February it is last year's that is late.
REVIEWED = count("review", lambda r: not "01-10" <= f"{r['held_on']:%m-%d}" <= "02-29")
POSTED = coalesce(count("media", NEWS), report("posts"))
FOLLOWED = lambda r: low(r["status"]) in ("nhân tố mới", "được công nhận", "đã tuyên truyền", "đề nghị khen thưởng", "đã khen thưởng")
SESSIONS = count("activity", kind("sinh hoạt buổi tuyên truyền"))


def share(get):
    n = count("commendation")(get)
    return Fraction(100 * FAVOURED(get), n) if n else None


ge = lambda n: lambda v: v is not None and v >= n
by_stage, contest = dict(span="stage", due=date(YEAR, 12, 14)), dict(span="contest")
jan = lambda d: dict(due=date(YEAR + 1, 1, d))
own = lambda m, rule, **k: dict(total=True, of=[ROOT], measure=m, rule=rule, **k)
each = lambda of, m, n=1, **k: dict(total=False, of=of, measure=m, rule=ge(n), **k)
PAIRS = {(r["Đơn vị thường trực"], r["Mã phong trào"]) for r in table(A.input / "movements.csv")}
INDICATORS = {
    "TX-20": each(ALL, ENTRIES, **contest),
    "TX-21": own(count("document", lambda r: kind("kế hoạch")(r) and r["contest"]), ge(1), at_least=1),
    "TX-22": each(site(ALL), COLUMNS, **by_stage),
    "TX-22-QUAN": own(COLUMNS, ge(1), at_least=1, **by_stage),
    "TX-23": own(count("proposal", CITY), ge(10), at_least=10, **jan(19)),
    "TX-24": own(count("proposal", lambda r: CITY(r) and CITIZEN(r)), lambda v: v == 1, **jan(19),
                 also=count("proposal", lambda r: CITY(r) and CITIZEN(r) and low(r["subject"]) == "cá nhân")),
    "TX-25": each(OFFICE + CLUSTER, PLANS, **by_stage),
    "TX-26": each(OFFICE, ENTRIES, **contest),
    "TX-27": each(WARD + SCHOOL, count("document", CRITERIA), **by_stage),
    "TX-28": each(WARD + SCHOOL, PLANS, **by_stage),
    "TX-29": each(WARD + SCHOOL, BUILT, 2),
    "TX-30": each(WARD + SCHOOL, ENTRIES, **contest),
    "TX-31": each(site(WARD + SCHOOL), COLUMNS, **by_stage),
    "TX-32": each(WARD + SCHOOL, INTRODUCED, 2, **jan(9)),
    "TX-33": each(FRONT, count("document", kind("công văn", "hướng dẫn")), also=ENTRIES),
    "TX-34": each(FRONT, INTRODUCED, 2, **jan(9)),
    "TX-35": each(STANDING, count("document", lambda r: CRITERIA(r) and bool(r["movement"])), **by_stage),
    "TX-35-PT": dict(total=True, of=[u for u in STANDING if u in (LISTED if A.restate else INSIDE)], rule=ge(5), at_least=5, **by_stage,
                     measure=distinct("document", "movement", lambda r: CRITERIA(r) and (r["unit"], r["movement"]) in PAIRS)),
    "TX-35-GT": each(STANDING, INTRODUCED, **jan(9)),
    "TX-36": each(OFFICE + CLUSTER + WARD + SCHOOL, REWARDED),
    "TX-43": own(count("proposal", lambda r: CITY(r) and bool(r["document_number"])), ge(1), at_least=1, **jan(19)),
    "TX-44": own(REVIEWED, ge(1), at_least=1, **jan(9)),
    "TX-45": each(OFFICE + FRONT + SCHOOL, REVIEWED, **jan(9)),
    "TX-46": each(WARD, REVIEWED, **jan(9)),
    "TX-57": each(OFFICE + WARD + SCHOOL, SESSIONS, monthly=True),
    "TX-62": each(ALL, coalesce(count("contest_entry"), report("contest_entries")), **contest),
    "TX-63": own(count("activity", kind("hội nghị biểu dương")), ge(2), at_least=2),
    "TX-63-GL": own(count("activity", lambda r: kind("giao lưu", "tọa đàm")(r) and "08-15" <= f"{r['held_on']:%m-%d}" <= "12-14"), ge(1), at_least=1, due=date(YEAR, 9, 15), begins=date(YEAR, 8, 15)),
    "TX-64": each(OFFICE + WARD + SCHOOL, QUALITY, **contest),
    "TX-64-GL": each(OFFICE + WARD + SCHOOL, coalesce(EXCHANGES, report("exchanges"))),
    "TX-65": each(OFFICE + WARD + SCHOOL, total_of("pledge", "registrants")),
    "TX-66": dict(total=True, of=ALL, measure=share, rule=lambda v: v is not None and v > 50),
    "TX-66-DX": dict(total=True, of=ALL, measure=count("commendation", kind("đột xuất", "chuyên đề")), rule=ge(1), at_least=1),
    "TX-67": own(count("activity", kind("kiểm tra")), ge(1), at_least=1),
    "TX-68": own(count("activity", kind("tập huấn")), ge(1), at_least=1),
    "TX-70": each(ALL, PLANS, span="stage", due=date(2023, 9, 30)),
    "TX-71": each(ALL, count("unit_report", lambda r: r["period"] in [year(y) for y in (2023, 2024, 2025)]), due=date(YEAR, 12, 14)),
    # what the plan asks for without a figure
    "TX-13": each(OFFICE + WARD + SCHOOL, count("activity", kind("quán triệt"))),
    "TX-14": each(OFFICE + WARD + SCHOOL, count("information")),
    "TX-50": dict(total=False, of=WARD + SCHOOL, measure=count("exemplar", lambda r: FOLLOWED(r) and not r["follow_up"]), rule=lambda v: v == 0),
    "TX-51": dict(total=True, of=ALL, measure=distinct("media", "topic", NEWS), rule=lambda v: v == 3),
    "TX-52": dict(total=True, of=ALL, measure=distinct("media", "channel", NEWS), rule=ge(2), at_least=2),
    "TX-53": each(CLUSTER, EXCHANGES),
    "TX-54": dict(total=True, of=LISTED if A.restate else INSIDE, measure=count("quiz"), rule=ge(1), at_least=1, span="stage"),
    "TX-55": own(count("document", kind("quy chế quy định")), ge(1), at_least=1, span="stage"),
    "TX-58": each(site(ALL), count("media", kind("tin bài", "phóng sự"))),
    "TX-59": each(OFFICE + WARD + SCHOOL, POSTED),
    "TX-60": each(FRONT, PLANS, **by_stage),
    "TX-60-SH": each(FRONT, SESSIONS),
    "TX-74": own(count("document", CRITERIA), ge(1), at_least=1, span="stage"),
    "TX-76": dict(total=True, of=ALL, measure=report("posts"), rule=ge(1), at_least=1, apart=True),
    "TX-77": each(FRONT, count("activity", kind("tập huấn", "tọa đàm", "giao lưu"))),
    "TX-77-GS": dict(total=True, of=FRONT, measure=count("activity", kind("kiểm tra")), rule=ge(1), at_least=1),
    "TX-81": dict(total=True, of=[u for u in ("TX-PB-NOIVU", "TX-PB-VHTT") if u in (LISTED if A.restate else INSIDE)], rule=ge(1), at_least=1,
                  measure=distinct("activity", "target", lambda r: kind("kiểm tra")(r) and low(r["about"]) in ("mở chuyên mục", "chuyên mục trên trang ttđt"))),
}
for i in ("TX-20", "TX-21", "TX-23", "TX-24", "TX-26", "TX-29", "TX-30", "TX-32", "TX-34", "TX-35-GT", "TX-63", "TX-63-GL", "TX-65", "TX-43", "TX-44", "TX-45", "TX-46", "TX-67", "TX-71"):
    INDICATORS[i]["yearly"] = True                   # "hằng năm": in a stage each year by itself
STAGE = (year(2023)[0], year(2025)[1])
CUT, NOW = None, T
if A.until:                                          # the year before holds no record of the year after it
    STAGE = (STAGE[0], min(STAGE[1], date.fromisoformat(A.until), WINDOW[1]))
    if A.part:
        CUT = NOW = date.fromisoformat(A.until)

# ---------------------------------------------------------------- judging


def judge(ind, x, us):
    """(value, status) of one unit, or of several taken together; restated, the sum of those that it is made of."""
    spans, due = {"stage": [STAGE], "contest": [EDITIONS[y][:2] for y in YEARS]}.get(x.get("span"), [WINDOW]), x.get("due")
    due_in = lambda y: due and date(due.year - YEAR + y, due.month, due.day)
    ahead, judged = False, None
    end = max(b for _, b in spans)
    if x.get("span") == "contest" and "-" in A.window:        # Reading: a part of a year counts the entries of its own days
        spans = [(max(a, WINDOW[0]), min(b, WINDOW[1])) for a, b, *_ in EDITIONS.values() if a <= WINDOW[1] and b >= WINDOW[0]] or [WINDOW]
    until_end = due is None and x.get("yearly") and "-" in A.window and x.get("span") is None
    if until_end:                                             # Reading: what is asked for each year has until its end
        due = year(YEAR)[1]
    if due and "-" in A.window and x.get("span") is None:     # a part of a year: its own records; from the due day on judged as the year is
        spans, first = [WINDOW], due_in
        held = next((y for y in (YEAR, YEAR - 1, YEAR + 1) if WINDOW[0] <= first(y) <= WINDOW[1]), None)
        ahead = held is None and due >= WINDOW[0]
        if not ahead:
            whole, last, before = year(held or YEAR), first(held or YEAR), first((held or YEAR) - 1)
            a, b = (before + DAY, last) if last > whole[1] else whole
            judged, due = ([(a, min(b, max(WINDOW[1], last)))], whole), last
    elif due and due > WINDOW[1] and x.get("span") is None:    # §11.10
        spans = [(due_in(YEARS[0] - 1) + DAY, due)]
    if until_end:
        due = None
    if x.get("span") != "contest":                   # an edition is judged once it is closed
        end = max(b for _, b in spans)
    parts = [us] if x["total"] else [[m] for u in us for m in made_of.get(u, [u])]
    if x["total"]:
        parts = [[m for u in us for m in made_of.get(u, [u])]]
    if x.get("apart"):                               # `coalesce` chooses for each unit, then they are added up
        parts = [[m] for u in us for m in made_of.get(u, [u])]
    for r in decisions:
        if len(us) == 1 and concerns(r, us[0], ind) and due and r["Loại"] == "Gia hạn":
            due = day_of(r["Giá trị"])

    def in_span(r, spans, window):                   # explicit periods look at the report's window, dates at the span
        return inside(r["period"], window) if r["period"] else r["date"] is not None and any(a <= r["date"] <= b for a, b in spans)

    used = set()

    def get(part, only=lambda r: True, place=None):
        def records_of(f):
            used.add(f)
            rs = [r for r in records[f] if r["unit"] in part and in_span(r, *(place or judged or (spans, WINDOW)))]
            # Reading: covered in the report's window (what is due once a year: in that year), or by a record inside the own span
            if not rs and not any((f, u) in (covered_in(judged[1]) if judged and not place else covered) for u in part):
                return None
            if f in ("unit_report", "pledge"):       # one report a unit and period: of a year's and its quarters' the longest speaks
                spoken = []
                for r in sorted(rs, key=lambda r: (r["period"][0] - r["period"][1], r["period"])):
                    if not any(s["unit"] == r["unit"] and overlaps(s["period"], r["period"]) for s in spoken):
                        spoken.append(r)
                rs = spoken
            return [r for r in rs if only(r) and (CUT is None or r["date"] is not None and r["date"] <= CUT)]
        return records_of

    def amount(m, only=lambda r: True, place=None):
        vs = [v for part in parts if (v := m(get(part, only, place))) is not None]
        return sum(vs) if vs else None

    measures = [x["measure"]] + ([x["also"]] if "also" in x else [])
    holds = lambda only=lambda r: True, place=None: all(x["rule"](amount(m, only, place)) for m in measures)
    open_ = NOW <= (due or end)
    if x.get("monthly"):
        gone_on = closed_on.get(us[0], date.max) if not A.restate or gone(us[0]) else date.max
        spared = [year(y) for y in YEARS if any(r["Loại"] == "Miễn" and r["Mã đơn vị"] in ("", us[0]) and r["Mã chỉ tiêu"] in ("", ind) and r["Kỳ"] == str(y)
                                                for r in decisions)] if ".." in A.window else []     # Reading: of a waived year no month is asked
        ended = [m for m in MONTHS if m[1] < NOW and m[1] < gone_on and (m[1] <= LAST or LAST == WINDOW[1])
                 and not any(inside(m, y) for y in spared)]
        good = [m for m in ended if holds(lambda r: m[0] <= r["date"] <= m[1])]
        if amount(count("activity")) is None:
            return None, "pending" if open_ else "no_data"
        return len(good), "unmet" if len(good) < len(ended) else "pending" if open_ else "met"
    if x.get("yearly") and ".." in A.window:
        if amount(x["measure"]) is None:
            return None, "pending" if open_ else "no_data"
        good = n = 0
        for y in YEARS:
            part, last = year(y), due_in(y)
            inner = EDITIONS[y][:2] if x.get("span") == "contest" else (due_in(y - 1) + DAY, last) if last and last > part[1] else part
            gone_on = closed_on.get(us[0], date.max) if not A.restate or gone(us[0]) else date.max
            founded = not A.restate and day_of(units[us[0]]["Hiệu lực từ ngày"]) or date.min    # restated: with those that it was made of
            if gone_on <= part[1] or founded > part[1] or any(r["Loại"] == "Miễn" and r["Mã đơn vị"] in ("", us[0]) and r["Mã chỉ tiêu"] in ("", ind)
                                                              and r["Kỳ"] in ("", str(y)) for r in decisions):
                continue
            moved = [r for r in decisions if r["Loại"] == "Gia hạn" and r["Mã đơn vị"] in ("", us[0]) and r["Mã chỉ tiêu"] == ind and r["Kỳ"] in ("", str(y))]
            if last and moved and len(us) == 1:              # the board moved that year's last day
                last = max(last, day_of(max(moved, key=lambda r: day_of(r["Ngày"]))["Giá trị"]))
            held = holds(lambda r: not last or r["date"] is not None and r["date"] <= last, ([inner], part))
            if (last or inner[1]) < T:
                n, good = n + 1, good + held
        return good, "unmet" if good < n else "met" if n else "pending"
    value, got = amount(x["measure"], place=(spans, WINDOW)), amount(x["measure"])

    def told(status):                                # records of a longer period tell nothing of a part of it
        if status not in ("unmet", "no_data") or "-" not in A.window or judged:
            return status
        for f in used:
            if any(r["period"] and r["period"] != WINDOW and inside(WINDOW, r["period"]) and r["unit"] in us for r in records[f]):
                return "pending"
        return status

    if got is None:
        for m in measures:                           # what any of them is asked of may be a year's record
            amount(m)
        return value, told("pending" if open_ or ahead else "no_data")
    if ahead:
        return value, "met" if holds() else "pending"
    if holds(lambda r: due is None or r["date"] is not None and r["date"] <= due):
        return value, "met"
    return value, told("late" if holds() and not open_ else "pending" if open_ else "unmet")


result = []
for ind, x in INDICATORS.items():
    node = dict(node=ROOT, numerator=None, denominator=None, percent=None, value=None, status=None, exceeded=False, missing=[])
    rows = []
    if x["total"]:
        value, status = judge(ind, x, x["of"])
        # Reading: who was closed before the days of the duty came was not bound to it (§5.1, §11.9)
        if status in ("unmet", "no_data") and "begins" in x and ".." not in A.window and closed_on.get(ROOT, date.max) <= min(x["begins"], T):
            status = "exempt"
        value = None if status == "no_data" else value         # of the judged span, whatever the window holds
        node.update(value=number(value), status=status, exceeded=bool(value is not None and "at_least" in x and value > x["at_least"] and not (x.get("yearly") and ".." in A.window)))
    else:
        for u in LISTED:
            if u not in x["of"]:
                continue
            waived = any(r["Loại"] == "Miễn" and concerns(r, u, ind) for r in decisions)
            shut = u in closed_on and closed_on[u] <= LAST and not (A.restate and not gone(u))
            value, status = judge(ind, x, [u])
            status = "exempt" if waived or shut else status
            rows.append(dict(unit=u, value=None if status == "no_data" else number(value), status=status))
        judged = [r for r in rows if r["status"] != "exempt"]
        n, d = sum(r["status"] == "met" for r in judged), len(judged)
        pending = sum(r["status"] == "pending" for r in judged)
        node.update(numerator=n, denominator=d, percent=percent(n, d), missing=[r["unit"] for r in judged if r["status"] != "met"],
                    status="not_applicable" if not d else "met" if n == d else "pending" if n + pending == d
                    else "no_data" if all(r["status"] == "no_data" for r in judged) else "unmet")
    result.append(dict(id=ind, units=rows, nodes=[node]))

if not A.compare:
    json.dump(dict(plan="thanh-xuan", window=A.window, as_of=A.as_of, indicators=result), sys.stdout, ensure_ascii=False, indent=1)
    print()
    sys.exit()

# ---------------------------------------------------------------- comparing

found = differences(result, THEIRS["indicators"])


def differ(where, mine, other):
    if not same(mine, other):
        found.append(f"{where}: here {mine!r}, there {other!r}")


def elsewhere(where, other, window, day, *more):
    """The figures of the root, and of the units where they are given, on another tree or of another year."""
    run = subprocess.run([sys.executable, __file__, "--input", str(A.input), "--as-of", A.as_of, "--window", window, "--frame", A.window, "--restate", day, *more],
                         capture_output=True, check=True)
    there = {i["id"]: i for i in other}
    for i in json.loads(run.stdout)["indicators"]:
        o = there.get(i["id"], {})
        node = next((n for n in o.get("as_is", [o]) if n.get("node") == ROOT), {})
        for k in ("numerator", "denominator", "percent", "value", "status"):
            differ(f"{where}: {i['id']} {k}", i["nodes"][0][k], node.get(k))
        mine, listed = {u["unit"]: u for u in i["units"]}, {u["unit"]: u for u in o.get("units", [])}
        if "units" in o and i["units"]:
            for u in mine.keys() | listed.keys():
                differ(f"{where}: {i['id']} {u} status", mine.get(u, {}).get("status"), listed.get(u, {}).get("status"))
                if mine.get(u, {}).get("status") != "exempt":
                    differ(f"{where}: {i['id']} {u} value", mine.get(u, {}).get("value"), listed.get(u, {}).get("value"))


trees = 0
for b in THEIRS.get("bases", []):
    if b["id"] == "as_is":
        elsewhere("as_is", b["indicators"], A.window, b["day"])
        trees += 1
before = THEIRS.get("previous")
if before and before["indicators"]:
    elsewhere("previous", before["indicators"], before["window"]["id"], before["day"], "--until", before["until"], *["--part"] * before["part"])
    elsewhere("current", [{"id": i["id"], "node": ROOT, **i["current"]} for i in before["indicators"]], A.window, before["day"])
    trees += 1
print(*found, f"{len(found)} differences in {len(result)} indicators" + (f", on {trees + 1} trees" if trees else ""), sep="\n")
sys.exit(1 if found else 0)
