"""The rules of CONTRACT.md §2-§5, §11 computed a second time, for the plans of departments.

Written from the contract alone; plan.yaml is not read, nor are file times. What a plan says is typed in again by the
script of that plan. Where the contract leaves a choice, the reading taken is marked "Reading:".
"""
import argparse, csv, io, json, re, sys, unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

from figures import DAY, day_of, differences, fold, int_of, number, percent

# ---------------------------------------------------------------- encodings and tables

TCVN3 = {0xB5 + i: c for i, c in enumerate(
    "àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ") if c != "·"}
TCVN3.update({0xA1 + i: c for i, c in enumerate("ĂÂÊÔƠƯĐăâêôơưđ")})


def byte_of(c):
    try:
        return c.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(c)])


def texts(data):
    """The texts that the bytes may stand for, likeliest first."""
    if data[:2] == b"\xff\xfe":
        yield data[2:].decode("utf-16-le")
        return
    try:
        text = data.decode("utf-8-sig")
        yield text
        try:
            yield b"".join(byte_of(c) for c in text).decode()
        except (UnicodeDecodeError, ValueError):
            pass
    except UnicodeDecodeError:
        yield "".join(TCVN3.get(b, chr(b)) for b in data)
        yield data.decode("cp1258", "replace")


def rows_of(text):
    """(cells of each row); a first line "sep=;" names the delimiter."""
    text = unicodedata.normalize("NFC", text)
    if text.startswith("sep="):
        sep, text = text[4], text.split("\n", 1)[1]
    else:
        sep = max("\t;,", key=lambda c: max(line.count(c) for line in text.split("\n")[:6]))
    return [[c.strip() for c in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=sep)]


def table(path):
    head, *rows = rows_of(path.read_bytes().decode("utf-8-sig")) if path.exists() else [[]]
    return [dict(zip(head, r)) for r in rows]


# ---------------------------------------------------------------- cells

def yes_of(s):
    if not s:
        return None
    f = s.casefold()
    if f in ("có", "c", "x", "1", "yes", "đạt", "rồi", "đã", "đúng", "true"):
        return True
    if f in ("không", "k", "0", "-", "chưa", "no", "sai", "false"):
        return False
    raise ValueError(s)


class Calendar:
    """Months and years from a start "MM-01" of January or "12-15" (§4, §11.12)."""

    def __init__(self, mid_month):
        self.mid = mid_month

    def month(self, y, m):
        if not self.mid:
            return date(y, m, 1), (date(y + m // 12, m % 12 + 1, 1) - DAY)
        return (date(y - 1, 12, 15) if m == 1 else date(y, m - 1, 15)), date(y, m, 14)

    def months(self, y, a, b):
        return self.month(y, a)[0], self.month(y, b)[1]

    def year(self, y):
        return self.months(y, 1, 12)

    def window(self, text):
        """(from, to, year) of a window's id."""
        if m := re.fullmatch(r"(\d{4})\.\.(\d{4})", text):
            return self.year(int(m[1]))[0], self.year(int(m[2]))[1], int(m[2])
        y, rest = int(text[:4]), text[5:]
        a, b = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9), **{f"Q{q}": (3 * q - 2, 3 * q) for q in range(1, 5)}}.get(rest) or (int(rest),) * 2
        return *self.months(y, a, b), y

    def period(self, text):
        f = fold(text)
        if not f:
            return None
        if m := re.fullmatch(r"(?:năm )?(\d{4})", f):
            return self.year(int(m[1]))
        if m := re.fullmatch(r"0?6 tháng (đầu|cuối) năm (\d{4})", f):
            return self.months(int(m[2]), *((1, 6) if m[1] == "đầu" else (7, 12)))
        if m := re.fullmatch(r"quý (i|ii|iii|iv) (\d{4})", f):
            q = ["i", "ii", "iii", "iv"].index(m[1])
            return self.months(int(m[2]), 3 * q + 1, 3 * q + 3)
        if m := re.fullmatch(r"tháng 0?(\d\d?) (\d{4})", f):
            return self.month(int(m[2]), int(m[1]))
        if m := re.fullmatch(r"giai đoạn (\d{4}) (\d{4})", f):
            return self.year(int(m[1]))[0], self.year(int(m[2]))[1]
        raise ValueError(text)

    def parts(self, span, length):
        for y in range(span[0].year, span[1].year + 2):
            for m in range(1, 13, length):
                part = self.months(y, m, m + length - 1)
                if inside(part, span):
                    yield part


inside = lambda p, span: span[0] <= p[0] and p[1] <= span[1]

# ---------------------------------------------------------------- forms: code = flags (* required, K key, D dating) type header|header…

UNIT = "unit*K unit Mã đơn vị|Mã ĐV\n"
SUBJECT = "tập thể|cá nhân|hộ gia đình"
LEVEL = "đơn vị|phường xã|quận huyện sở|sở|thành phố tỉnh bộ|tỉnh|bộ|toàn quốc"
COMMON = {
    "unit_report": """period*K period Kỳ báo cáo
        plan_issued yes Đã ban hành kế hoạch
        criteria_issued yes Đã xây dựng tiêu chí ĐHTT
        exemplars_collective int Số ĐHTT đã xây dựng - Tập thể
        exemplars_individual int Số ĐHTT đã xây dựng - Cá nhân
        posts int Số tin, bài đã đăng
        sessions int Số buổi tuyên truyền
        self_checks int Số đợt tự kiểm tra
        trained int Số lượt người được tập huấn
        review_date date Ngày họp bình xét""",
    "exemplar": f"""yearK period Năm
        name*K text Họ và tên/Tên tập thể|Họ và tên, tên tập thể
        subject* enum:{SUBJECT} Đối tượng
        birth_yearK int Năm sinh
        level enum:{LEVEL} Cấp công nhận
        status enum:nhân tố mới|được giới thiệu|đã bình xét|được công nhận|đã tuyên truyền|đề nghị khen thưởng|đã khen thưởng|không đạt Trạng thái
        reviewed_on date Ngày bình xét
        agree int Số phiếu đồng ý
        ballots int Tổng số phiếu
        decision_number text Số QĐ công nhận
        decided_on date Ngày QĐ công nhận
        post_link text Link bài tuyên truyền
        posted_on date Ngày đăng""",
    "proposal": f"""yearK period Năm
        name*K text Họ và tên/Tên tập thể
        subject* enum:{SUBJECT} Đối tượng
        level*K enum:{LEVEL} Cấp khen thưởng
        awardK text Danh hiệu, hình thức đề nghị
        documented_onD date Ngày tờ trình""",
    "document": """kind*K enum:kế hoạch|tiêu chí tiêu chuẩn|tiêu chuẩn|quyết định|báo cáo|tờ trình|quy chế quy định|công văn|hướng dẫn Loại văn bản
        numberK text Số, ký hiệu
        issued_on*KD date Ngày ban hành
        covers text Giai đoạn""",
    "media": """kind* enum:chuyên mục|chuyên trang|tin bài|phóng sự|mạng xã hội Loại
        nameK text Tên
        linkK text Link
        posted_on*D date Ngày mở/đăng
        exemplar text Điển hình""",
    "review": """held_on*KD date Ngày họp
        exemplarK text Điển hình
        members int Số thành viên
        present int Số có mặt
        method enum:bỏ phiếu kín|biểu quyết Hình thức
        issued int Số phiếu phát ra
        collected int Số phiếu thu về
        valid int Số phiếu hợp lệ
        agree int Số phiếu đồng ý
        result enum:đạt|không đạt Kết quả""",
    "activity": """kind*K enum:tập huấn|kiểm tra|tọa đàm|giao lưu|tham quan|hội nghị biểu dương|hội nghị|sinh hoạt buổi tuyên truyền|sinh hoạt|sinh hoạt chuyên đề|buổi tuyên truyền|quán triệt Loại hoạt động
        held_on*KD date Ngày
        contentK text Nội dung
        attendees int Số người dự""",
    "commendation": f"""name*K text Họ và tên/Tên tập thể
        subject* enum:{SUBJECT} Đối tượng
        decision_number*K text Số QĐ
        decided_on*D date Ngày QĐ
        level* enum:{LEVEL} Cấp khen
        kind enum:thường xuyên|chuyên đề|đột xuất|cống hiến|niên hạn|đối ngoại Loại khen
        amount int Mức thưởng""",
    "pledge": """year*K period Năm
        registrants* int Số người đăng ký
        signed_onD date Ngày ký""",
}


def parse_form(spec, unit_heads=""):
    fields = {}
    for line in (UNIT.strip() + unit_heads + "\n" + spec).strip().splitlines():
        code, flags, kind, heads = re.fullmatch(r"\s*([a-z_0-9]+)([*KD]*) (\w+(?::[^A-ZĐ]*)?) (.*)", line).groups()
        fields[code] = (flags, kind.strip(), [fold(h) for h in heads.split("|")])
    return fields


NAME_HEADS = {"tên đơn vị", "đơn vị"}


class Plan:
    """One plan's files, read and counted for one window as of one day."""

    def __init__(self, folder, root, calendar, stage, extra_fields, extra_forms, closed="exempt", unit_heads=""):
        here = Path(__file__).resolve().parents[2]
        arg = argparse.ArgumentParser()
        arg.add_argument("--input", type=Path, default=here / "input" / folder)
        arg.add_argument("--as-of", default="2025-01-20")
        arg.add_argument("--window", default="2024")
        arg.add_argument("--compare", type=Path)
        self.args = arg.parse_args()
        if self.args.compare:                            # the report says itself what it is of
            self.report = json.loads(self.args.compare.read_text())
            self.args.window, self.args.as_of = self.report["window"]["id"], self.report["as_of"]
        self.id, self.root, self.calendar, self.closed = folder, root, calendar, closed
        self.T = date.fromisoformat(self.args.as_of[:10])
        *span, self.Y = calendar.window(self.args.window)
        self.first_year = int(self.args.window[:4])
        self.W = tuple(span)
        self.stage = (calendar.year(stage[0])[0], calendar.year(stage[1])[1])
        forms = {f: COMMON.get(f, "") + "".join("\n" + l for l in extra_fields.get(f, ())) for f in [*COMMON, *extra_forms]}
        self.forms = {f: parse_form(extra_forms.get(f, spec), unit_heads) for f, spec in forms.items()}
        self.read_roster()
        self.read_submissions()

    # ---- roster, reorganisations, decisions

    def read_roster(self):
        folder = self.args.input
        self.units = {r["Mã đơn vị"]: r for r in table(folder / "units.csv")}
        self.names = {}
        for u, r in self.units.items():
            for n in [r["Tên đơn vị"], r["Tên viết tắt"], *r["Tên khác"].split("|")]:
                self.names.setdefault(fold(n), u)
        self.closing = {u: day_of(r["Hiệu lực đến ngày"]) for u, r in self.units.items() if r["Hiệu lực đến ngày"]}
        end = self.closing.get(self.root)             # those that were closed together with the root were there as long as it was
        self.last_day = min(self.W[1], end - DAY) if end and end > self.W[0] else self.W[1]
        self.opening = {u: day_of(r["Hiệu lực từ ngày"]) for u, r in self.units.items() if r["Hiệu lực từ ngày"]}
        self.successor = {r["Mã ĐV cũ"]: r["Mã ĐV mới"] for r in table(folder / "changes.csv") if r["Loại biến động"] == "Nhập toàn bộ"}
        self.decisions = [r for r in table(folder / "decisions.csv")
                          if day_of(r["Ngày"]) <= self.T and not (r["Hết hiệu lực"] and day_of(r["Hết hiệu lực"]) <= self.T)]

    def above(self, u):
        while u := self.units[u]["Mã đơn vị cấp trên"]:
            yield u

    def sends(self, sender, u):
        """A submitter reports for itself and for units below it."""
        return u is not None and (not sender or u == sender or sender in self.above(u))

    def kinds(self, *ks):
        """The units of a kind that existed in the window, below the root."""
        return [u for u in self.units if self.units[u]["Loại đơn vị"] in ks and self.root in self.above(u)
                and not (u in self.closing and self.closing[u] <= self.W[0]) and not (u in self.opening and self.opening[u] > self.W[1])]

    def decided(self, kind, u, indicator):
        whole = lambda period: not period or period == self.args.window or len(period) == 4 and self.args.window[:4] == period and ".." not in self.args.window
        found = [r for r in self.decisions if r["Loại"] == kind and r["Mã đơn vị"] in ("", u) and r["Mã chỉ tiêu"] in ("", indicator) and whole(r["Kỳ"])]
        return max(found, key=lambda r: day_of(r["Ngày"])) if found else None

    # ---- the drop folder

    def header(self, rows):
        best = None
        for i, row in enumerate(rows[:12]):
            variants = [([fold(c) for c in row], i + 1)]
            if i + 1 < len(rows) and row and not rows[i + 1][0] and any(rows[i + 1]):     # "a" over "b | c" = "a - b", "a - c"
                two, group = [], ""
                for a, b in zip(row, rows[i + 1]):
                    group = a or group
                    two.append(fold(f"{group} {b}") if b else fold(a))
                variants.append((two, i + 2))
            for labels, end in variants:
                for f, fields in self.forms.items():
                    col = {c: next((labels.index(h) for h in hs if h in labels), None) for c, (_, _, hs) in fields.items()}
                    found = sum(v is not None for v in col.values())
                    must = all(col[c] is not None or c == "unit" or "*" not in fl for c, (fl, _, _) in fields.items())
                    if must and found > (best or [0])[0]:
                        best = [found, f, col, next((labels.index(h) for h in NAME_HEADS if h in labels), None), end]
        return best and best[1:]

    def value(self, kind, text):
        if kind.startswith("enum:"):
            if text and fold(text) not in kind[5:].split("|"):
                raise ValueError(text)
            return fold(text) or None
        return {"date": day_of, "int": int_of, "period": self.calendar.period, "yes": yes_of}.get(kind, lambda x: x or None)(text)

    def read_submissions(self):
        subs = self.args.input / "submissions"
        voided = {r["Giá trị"] for r in self.decisions if r["Loại"] == "Loại bài nộp"}
        versions, self.covering = {}, []
        for path in sorted(p for p in subs.rglob("*") if p.suffix in (".csv", ".txt", ".tsv")):
            parts = path.relative_to(subs).parts
            when = next(date.fromisoformat(m[0]) for p in parts if (m := re.match(r"\d{4}-\d\d-\d\d(?!\d)", p)))
            sender = next((p for p in parts[:-1] if p in self.units), None)
            if when > self.T or "/".join(parts) in voided:
                continue
            found = None
            for text in texts(path.read_bytes()):
                rows = rows_of(text)
                if found := self.header(rows):
                    break
            if not found:
                continue
            f, col, name_col, start = found
            fields, spans, others, data = self.forms[f], [], False, 0
            for n, row in enumerate(rows[start:], start):
                cells = [c for c in row if c]
                if not cells or re.fullmatch(r"\(\d+\)", row[0]):
                    continue
                if any(re.match(r"(người lập biểu|nơi nhận|thủ trưởng|lạng sơn ngày|bình phước ngày)", fold(c)) for c in row):
                    break                                # what stands below a table
                if any(re.match(r"(tổng( số| cộng)?|cộng)$", fold(c)) for c in row[:3]) or len(cells) <= 2 and re.fullmatch(r"[IVX]+\.?", row[0]):
                    continue
                data += 1
                cell = lambda i: row[i] if i is not None and i < len(row) else ""
                try:
                    unit = cell(col["unit"])
                    unit = (unit if unit in self.units else self.names.get(fold(unit))) if unit else self.names.get(fold(cell(name_col))) if cell(name_col) else sender
                    if unit is None or not self.sends(sender, unit) and not self.sends(sender, self.successor.get(unit)):
                        continue
                    rec = dict(form=f, unit=unit)
                    for c, (flags, kind, _) in fields.items():          # §11.1: a row that has its day or period places its file, counted or not
                        if kind == "period" or "D" in flags:
                            when_or_period = self.value(kind, cell(col[c]))
                            if when_or_period:
                                spans.append(when_or_period if kind == "period" else (when_or_period,) * 2)
                                break
                    for c, (flags, kind, _) in fields.items():
                        if c != "unit":
                            rec[c] = self.value(kind, cell(col[c]))     # Reading: a row with a cell that cannot be read is not counted
                            if rec[c] is None and "*" in flags:
                                raise ValueError(c)
                except ValueError:
                    continue
                dating = next((c for c, (fl, _, _) in fields.items() if "D" in fl), None)
                rec["period"], rec["date"], rec["dating"] = rec.get("period") or rec.get("year"), rec.get(dating) if dating else None, dating
                if not rec["period"] and not rec["date"]:
                    continue                             # period-unknown
                late = rec["date"] and unit in self.closing and rec["date"] >= self.closing[unit]
                if not late and not self.sends(sender, unit):
                    continue                             # what a unit did before it was merged
                others |= sender not in ((unit, self.successor.get(unit)) if late else (unit,))
                if late:
                    if unit not in self.successor:
                        continue
                    rec["unit"] = self.successor[unit]
                sent = unit if rec.get("entry_id") else rec["unit"]     # an entry's number is its sender's
                key = (f, sent, *(fold(str(rec[c] or "")) for c, (fl, _, _) in fields.items() if "K" in fl and c != "unit"))
                versions.setdefault(key, []).append((when, str(path), n, rec))
            if not data:
                spans = [(when, when)]
            if sender:
                below = {u for u in self.units if sender in self.above(u)} if others or not data else set()
                self.covering.append((f, {sender} | below, spans))
        self.records = {f: [] for f in self.forms}
        for vs in versions.values():
            vs.sort(key=lambda v: v[:3])
            rec = vs[-1][3]
            rec["first"] = vs[0][0]
            if rec["dating"] is None:
                rec["date"] = rec["first"]
            if not (rec["dating"] and rec["date"] and rec["date"] > self.T):
                self.records[rec["form"]].append(rec)
        self.covered = self.covered_in(self.W)

    def covered_in(self, window):
        """Reading of §11.1: a row's period covers the windows it lies in and those that lie in it."""
        meets = lambda span: inside(span, window) or inside(window, span)
        filed = {(f, u) for f, us, spans in self.covering if any(map(meets, spans)) for u in us}
        return filed | {(f, r["unit"]) for f, rs in self.records.items() for r in rs if meets(r["period"] or (r["date"], r["date"]))}

    # ---- measures over get(form): the records of the span, None where there is no data

    def of_a_year(self, record):
        """A report of a month, a quarter or a half year does not stand for the year's."""
        return record["period"] in [self.calendar.year(y) for y in range(2021, 2026)]

    def reported(self, field):
        def measure(get):
            rs = get("unit_report") or []
            exact = [r for r in rs if r["period"] == self.W]
            parts = exact[:1]
            if not exact:
                for r in sorted(rs, key=lambda r: r["period"][0] - r["period"][1]):
                    if inside(r["period"], self.W) and not any(r["period"][0] <= p["period"][1] and p["period"][0] <= r["period"][1] for p in parts):
                        parts.append(r)
            vs = [r[field] for r in parts if r[field] is not None]
            return None if not vs else int(any(vs)) if isinstance(vs[0], bool) else sum(vs)
        return measure

    # ---- judging

    def judge(self, ind, x, us):
        until_end = "due" not in x and x.get("every") == 12 and "-" in self.args.window and x.get("span") != "stage"
        if until_end:                                  # Reading: what is asked for each year has until its end
            x = {**x, "due": lambda y: self.calendar.year(y)[1]}
        span, due = self.stage if x.get("span") == "stage" else self.W, x["due"](self.Y) if "due" in x else None
        if due and due > span[1] and x.get("span") != "stage":      # Reading of §11.10: before a year its months' previous window is the year before, before a stage the one before it
            span = (x["due"](self.first_year - 1) + DAY, due)
        own, judged, ahead, short = span, None, False, "-" in self.args.window
        if due and short and x.get("span") != "stage":               # a part of a year: its own records; from the due day on judged as the year is
            in_window = lambda due: next((y for y in (self.Y, self.Y - 1, self.Y + 1) if self.W[0] <= due(y) <= self.W[1]), None)
            day = x["due"]
            if r := self.decided("Gia hạn", us[0] if len(us) == 1 else self.root, ind):      # Reading: a granted day is the year's due day in its months, too
                about, granted = in_window(day) or self.Y, day_of(r["Giá trị"])
                day = lambda y: max(granted, x["due"](y)) if y == about else x["due"](y)
            own, due = self.W, day(self.Y)
            held = in_window(day)
            ahead = held is None and due >= self.W[0]
            if not ahead:
                year = self.calendar.year(held or self.Y)
                due = day(held or self.Y)
                planned = x["due"](held or self.Y)
                a, b = (x["due"]((held or self.Y) - 1) + DAY, due) if planned > year[1] else (year[0], max(year[1], due))
                to = min(b, max(self.W[1], due))
                judged = ((a, to), (year[0], min(year[1], to)))      # Reading: periods until then; who wrote of a longer one of the year only, by that
                judged_covered = self.covered_in(year)               # Reading: what is no data is the same as in the year's report
            span = own
        if until_end:
            due = None
        every = x.get("every") if x.get("every") != 12 or ".." in self.args.window else None
        if due and (r := self.decided("Gia hạn", us[0] if len(us) == 1 else self.root, ind)):
            due = day_of(r["Giá trị"])
        dated = x.get("dated_by")
        when = lambda r: r[dated] if dated and dated in r else r["date"]

        used = []

        def get(only=lambda r: True, span=(judged or (span, 0))[0], window=(judged or (0, self.W))[1]):
            covered = judged_covered if judged and window == judged[1] else self.covered

            def records_of(f):
                used.append(f)
                window_of = lambda r: inside(r["period"], window)
                if judged and window == judged[1]:
                    own = {r["unit"] for r in self.records[f] if r["period"] and inside(r["period"], window)}
                    window_of = lambda r: inside(r["period"], window) or r["unit"] not in own and inside(window, r["period"]) and inside(r["period"], year)
                rs = [r for r in self.records[f] if r["unit"] in us and (window_of(r) if r["period"] else when(r) is not None and span[0] <= when(r) <= span[1])]
                if not rs and not any((f, u) in covered for u in us):
                    return None
                if f == "unit_report":                 # of a year's report and its quarters' the longest speaks
                    spoken = []
                    for r in sorted(rs, key=lambda r: (r["period"][0] - r["period"][1], r["period"])):
                        if not any(s["unit"] == r["unit"] and s["period"][0] <= r["period"][1] and r["period"][0] <= s["period"][1] for s in spoken):
                            spoken.append(r)
                    rs = spoken
                return [r for r in rs if only(r)]
            return records_of

        rules = [(x["measure"], x["rule"]), *x.get("also", ())]
        holds = lambda g: all((v := m(g)) is not None and rule(v) for m, rule in rules)
        open_ = self.T <= (due or span[1])
        value = x["measure"](get(span=span, window=self.W))
        if len(us) == 1 and (r := self.decided("Điều chỉnh", us[0], ind)):
            value = Fraction(r["Giá trị"].replace(",", "."))
            return value, "met" if x["rule"](value) else "pending" if open_ else "unmet"
        status = self.unrepeated(value, x["measure"](get()), holds, get, when, due, open_, ahead) if not every else None
        if every and value is None:                   # a month holds no quarter: nothing was asked yet
            asked = every == 12 or any(self.calendar.parts(span, every))
            return None, "pending" if open_ or not asked else "no_data"
        if status in ("unmet", "no_data") and short and not judged:  # records of a longer period tell nothing of a part of it
            del used[:]
            for m, _ in rules:
                m(get())
            longer = lambda r: r["period"] and r["period"] != self.W and inside(self.W, r["period"])
            for f in used:
                rs = self.records[f]
                if any(longer(r) and r["unit"] in us for r in rs):
                    status = "pending"
        if not every:
            return value, status
        if every == 12:
            u, good, n = us[0], 0, 0
            for y in range(self.first_year, self.Y + 1):
                part = self.calendar.year(y)
                last = x["due"](y) if "due" in x else part[1]
                inner = (x["due"](y - 1) + DAY, last) if last > part[1] else part
                gone = u in self.closing and self.closing[u] <= part[1] or u in self.opening and self.opening[u] > part[1]
                if gone or any(r["Loại"] == "Miễn" and r["Mã đơn vị"] in ("", u) and r["Mã chỉ tiêu"] in ("", ind) and r["Kỳ"] in ("", str(y)) for r in self.decisions):
                    continue
                moved = [r for r in self.decisions if r["Loại"] == "Gia hạn" and r["Mã đơn vị"] in ("", u) and r["Mã chỉ tiêu"] == ind and r["Kỳ"] in ("", str(y))]
                if "due" in x and moved and len(us) == 1:            # the board moved that year's last day
                    last = max(last, day_of(max(moved, key=lambda r: day_of(r["Ngày"]))["Giá trị"]))
                if last < self.T:
                    n += 1
                    good += holds(get(lambda r: "due" not in x or when(r) is not None and when(r) <= last, span=inner, window=part))
            return good, "unmet" if good < n else "met" if n else "pending"
        if every:
            u = us[0]
            parts = [p for p in self.calendar.parts(span, x["every"])
                     if not (u in self.closing and self.closing[u] <= p[1]) and not (u in self.opening and self.opening[u] > p[0])] \
                or [p for p in self.calendar.parts(span, x["every"])     # founded or closed within each: for those in which it existed
                    if not (u in self.closing and self.closing[u] <= p[0]) and not (u in self.opening and self.opening[u] > p[1])]
            if not parts:                            # no month or quarter to answer for
                return 0, "not_applicable" if x["total"] else "exempt"
            ended = [p for p in parts if p[1] < self.T]
            good = [p for p in ended if holds(get(span=p, window=p))]
            return len(good), "unmet" if len(good) < len(ended) else "met" if ended else "pending"

    @staticmethod
    def unrepeated(value, judged, holds, get, when, due, open_, ahead):
        if judged is None:
            return "pending" if open_ or ahead else "no_data"
        if ahead:
            return "met" if holds(get()) else "pending"
        if due is None:
            return "met" if holds(get()) else "pending" if open_ else "unmet"
        if holds(get(lambda r: when(r) is not None and when(r) <= due)):
            return "met"
        return "late" if holds(get()) and not open_ else "pending" if open_ else "unmet"

    def results(self, indicators):
        out = []
        for ind, x in indicators.items():
            node = dict(node=self.root, numerator=None, denominator=None, percent=None, value=None, status=None, exceeded=False, missing=[])
            rows = []
            if x["total"]:
                value, status = self.judge(ind, x, x["of"])
                if self.decided("Miễn", self.root, ind):
                    status = "exempt"
                node.update(value=number(value), status=status,
                            exceeded=bool(value is not None and status in ("met", "late") and "at_least" in x and value > x["at_least"]))
            else:
                for u in x["of"]:
                    shut = u in self.closing and self.closing[u] <= self.last_day and x.get("closed", self.closed) != "counts"
                    early = u in self.opening and self.opening[u] > self.T
                    value, status = self.judge(ind, x, [u])
                    rows.append(dict(unit=u, value=number(value), status="exempt" if self.decided("Miễn", u, ind) or shut or early else status))
                judged = [r for r in rows if r["status"] != "exempt"]
                n, d = sum(r["status"] == "met" for r in judged), len(judged)
                pending = sum(r["status"] == "pending" for r in judged)
                node.update(numerator=n, denominator=d, percent=percent(n, d), missing=[r["unit"] for r in judged if r["status"] != "met"],
                            status="not_applicable" if not d else "met" if n == d else "pending" if n + pending == d
                            else "no_data" if all(r["status"] == "no_data" for r in judged) else "unmet")
            out.append(dict(id=ind, units=rows, nodes=[node]))
        return out

    def finish(self, indicators):
        """Prints the results, or with --compare what differs from a results.json."""
        mine = self.results(indicators)
        if not self.args.compare:
            json.dump(dict(plan=self.id, window=self.args.window, as_of=self.args.as_of, indicators=mine), sys.stdout, ensure_ascii=False, indent=1, default=str)
            print()
            return
        found = differences(mine, self.report["indicators"])
        print(*found, f"{len(found)} differences in {len(mine)} indicators, window {self.args.window}", sep="\n")
        sys.exit(1 if found else 0)


# ---------------------------------------------------------------- the words of a plan's measures

def count(f, where=lambda r: True):
    return lambda get: None if (rs := get(f)) is None else sum(bool(where(r)) for r in rs)


def distinct(f, field, where=lambda r: True):
    return lambda get: None if (rs := get(f)) is None else len({fold(str(r[field])) for r in rs if where(r) and r[field] is not None})


def total_of(f, field, where=lambda r: True):
    def measure(get):
        if (rs := get(f)) is None:
            return None
        rs = [r for r in rs if where(r)]
        vs = [r[field] for r in rs if r[field] is not None]
        return sum(vs) if vs or not rs else None          # blanks only: no data; covered without records: 0
    return measure


def combine(op, *ms):
    def measure(get):
        vs = [m(get) for m in ms]
        return None if any(v is None for v in vs) else op(*vs)
    return measure


def coalesce(*ms):
    return lambda get: next((v for m in ms if (v := m(get)) is not None), None)


def share(part, whole):
    """Percent; no data where the whole is 0."""
    return combine(lambda a, b: Fraction(100 * a, b) if b else None, part, whole)


is_in = lambda field, *words: lambda r: (r[field] or "") in words
both = lambda *conditions: lambda r: all(c(r) for c in conditions)
ge = lambda n: lambda v: v >= n
eq = lambda n: lambda v: v == n
each = lambda of, measure, rule=ge(1), **k: dict(total=False, of=of, measure=measure, rule=rule, **k)
total = lambda of, measure, rule, **k: dict(total=True, of=of, measure=measure, rule=rule, **k)
at_least = lambda of, measure, n=1, **k: total(of, measure, ge(n), at_least=n, **k)
