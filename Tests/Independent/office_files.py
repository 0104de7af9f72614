"""Writes synthetic submissions as offices send them: what the generators of the department samples share.

Deterministic: the look of a file hangs on its unit and form alone, never on the clock or the order of the run.
"""
import csv, io, random, shutil, unicodedata
from datetime import date
from pathlib import Path

UNIT = dict(unit="Mã đơn vị")
HEAD = {
    "unit_report": dict(**UNIT, period="Kỳ báo cáo", plan_issued="Đã ban hành kế hoạch", plan_number="Số kế hoạch",
        plan_date="Ngày kế hoạch", criteria_issued="Đã xây dựng tiêu chí ĐHTT", exemplars_collective="Số ĐHTT đã xây dựng - Tập thể",
        exemplars_individual="Số ĐHTT đã xây dựng - Cá nhân", posts="Số tin, bài đã đăng", sessions="Số buổi tuyên truyền",
        self_checks="Số đợt tự kiểm tra", trained="Số lượt người được tập huấn", review_date="Ngày họp bình xét",
        difficulties="Khó khăn, vướng mắc", proposals="Kiến nghị, đề xuất", note="Ghi chú"),
    "exemplar": dict(**UNIT, year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", birth_year="Năm sinh", position="Chức vụ",
        **{"class": "Nhóm đối tượng"}, field="Lĩnh vực", movement="Phong trào thi đua", source="Nguồn phát hiện", level="Cấp công nhận",
        status="Trạng thái", reviewed_on="Ngày bình xét", agree="Số phiếu đồng ý", ballots="Tổng số phiếu",
        decision_number="Số QĐ công nhận", decided_on="Ngày QĐ công nhận", post_link="Link bài tuyên truyền", posted_on="Ngày đăng",
        summary="Tóm tắt thành tích"),
    "proposal": dict(**UNIT, year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", level="Cấp khen thưởng",
        award="Danh hiệu, hình thức đề nghị", document_number="Số tờ trình", documented_on="Ngày tờ trình", note="Ghi chú"),
    "document": dict(**UNIT, kind="Loại văn bản", number="Số, ký hiệu", issued_on="Ngày ban hành", summary="Trích yếu", covers="Giai đoạn"),
    "media": dict(**UNIT, kind="Loại", name="Tên", link="Link", posted_on="Ngày mở/đăng", exemplar="Điển hình", channel="Kênh"),
    "review": dict(**UNIT, held_on="Ngày họp", exemplar="Điển hình", members="Số thành viên", present="Số có mặt", method="Hình thức",
        issued="Số phiếu phát ra", collected="Số phiếu thu về", valid="Số phiếu hợp lệ", agree="Số phiếu đồng ý", result="Kết quả",
        minutes="Số biên bản"),
    "activity": dict(**UNIT, kind="Loại hoạt động", held_on="Ngày", content="Nội dung", attendees="Số người dự",
        target="Đơn vị được kiểm tra/tham gia", result="Kết quả"),
    "commendation": dict(**UNIT, name="Họ và tên/Tên tập thể", subject="Đối tượng", decision_number="Số QĐ", decided_on="Ngày QĐ",
        level="Cấp khen", award="Danh hiệu, hình thức", kind="Loại khen", **{"class": "Nhóm đối tượng"}, reason="Lý do", amount="Mức thưởng"),
    "pledge": dict(**UNIT, year="Năm", registrants="Số người đăng ký", signed_on="Ngày ký", partner="Ký cùng"),
}

# TCVN3 (ABC fonts): the toned lower-case letters from byte B5 on; capitals exist for seven letters only.
TCVN3 = {c: 0xB5 + i for i, c in enumerate(
    "àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ") if c != "·"}
TCVN3.update({c: 0xA1 + i for i, c in enumerate("ĂÂÊÔƠƯĐăâêôơưđ")})
TONES = "\u0300\u0301\u0303\u0309\u0323"


def tcvn3(text):
    """As a table typed in an ABC font leaves a spreadsheet: toned capitals became small letters."""
    return bytes(TCVN3.get(c) or TCVN3.get(c.lower()) or ord(c) for c in unicodedata.normalize("NFC", text))


def cp1258(text):
    """Excel's "CSV (Comma delimited)" on Vietnamese Windows: a base letter, then its tone."""
    out = b""
    for c in unicodedata.normalize("NFC", text):
        try:
            out += c.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", c)
            tone = next(p for p in parts if p in TONES)
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


def twice(text):
    """UTF-8 that a program took for Windows-1252 and saved as UTF-8 again."""
    return "".join(decode_1252(b) for b in text.encode()).encode()


def decode_1252(b):
    try:
        return bytes([b]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(b)


ENCODE = {
    "utf-8": lambda t: t.encode(), "utf-8-bom": lambda t: b"\xef\xbb\xbf" + t.encode(),
    "utf-16": lambda t: b"\xff\xfe" + t.encode("utf-16-le"), "cp1258": cp1258, "tcvn3": tcvn3, "twice": twice,
    "nfd": lambda t: unicodedata.normalize("NFD", t).encode(),
}


class Office:
    """The files of one sample, by path below submissions/."""

    def __init__(self, target, names, heads):
        self.target, self.names, self.heads, self.files, self.serial = Path(target), names, {**HEAD, **heads}, {}, {}

    def number(self, key):
        self.serial[key] = self.serial.get(key, 0) + 1
        return self.serial[key]

    def person(self):
        n = self.number("person")
        return f"{['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị', 'Hoàng Văn', 'Vũ Thị'][n % 6]} Mẫu {n:03d}"

    def put(self, day, unit, filename, form, rows, titles=(), sections=None, total=None, footer=(), numbers=False, merged=False,
            rename=None, **over):
        """One file: rows are dicts by field code; columns that nobody fills are left out."""
        r = random.Random(f"{unit}/{form}")
        look = dict(sep=r.choice(",,,,;\t"), eol=r.choice(["\r\n", "\r\n", "\n"]), enc=r.choice(["utf-8", "utf-8-bom", "utf-8-bom"]),
                    iso=r.random() < .2, ident=r.choice(["code", "code", "name", "none"]), stt=r.random() < .5, sep_line=False)
        look.update(over)
        head = {**self.heads[form], **(rename or {})}
        known = all(x.get("unit", unit) in self.names for x in rows)
        if look["ident"] == "name" and known:
            head["unit"] = "Tên đơn vị"
        cols = [c for c in head if c == "unit" or not rows or any(x.get(c) is not None for x in rows)]
        if look["ident"] == "none" and all(x.get("unit", unit) == unit for x in rows):
            cols.remove("unit")

        def show(c, v):
            if isinstance(v, date):
                return v.isoformat() if look["iso"] else f"{v.day:02d}/{v.month:02d}/{v.year}"
            if c == "unit" and head["unit"] == "Tên đơn vị":
                return self.names[v]
            return "" if v is None else str(v)

        body = [[show(c, x.get(c, unit if c == "unit" else None)) for c in cols] for x in rows]
        labels = [head[c] for c in cols]
        if total:
            body.append(["Tổng cộng" if i == 0 else show(c, total.get(c)) for i, c in enumerate(cols)])
        if look["stt"]:
            labels = ["STT"] + labels
            body = [["" if total and i == len(body) else str(i)] + x for i, x in enumerate(body, 1)]
        for at, text in sorted((sections or {}).items(), reverse=True):
            mark, name = text
            body.insert(at, [mark, name] + [""] * (len(labels) - 2))
        lines = [["sep=" + look["sep"]]] if look["sep_line"] else []
        lines += [[t] + [""] * (len(labels) - 1) for t in titles]
        if merged:                                       # "Số ĐHTT đã xây dựng" over "Tập thể | Cá nhân"
            top, sub, last = [], [], None
            for l in labels:
                a, dash, b = l.partition(" - ")
                top.append("" if dash and a == last else a)
                sub.append(b)
                last = a if dash else None
            lines += [top, sub]
        else:
            lines.append(labels)
        if numbers:
            lines.append([f"({i})" for i in range(1, len(labels) + 1)])
        out = io.StringIO(newline="")
        w = csv.writer(out, delimiter=look["sep"], lineterminator=look["eol"])
        text_head = ""
        if look["sep_line"]:
            text_head, lines = "sep=" + look["sep"] + look["eol"], lines[1:]
        w.writerows(lines + body + [[t] + [""] * (len(labels) - 1) for t in footer])
        self.raw(f"{day}/{unit}/{filename}", ENCODE[look["enc"]](text_head + out.getvalue()))

    def raw(self, path, data):
        assert path not in self.files, path
        self.files[path] = data

    def table(self, name, header, rows):
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n").writerows([header] + rows)
        self.target.mkdir(parents=True, exist_ok=True)
        (self.target / name).write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())

    def write(self):
        shutil.rmtree(self.target / "submissions", ignore_errors=True)
        for path, data in sorted(self.files.items()):
            file = self.target / "submissions" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        print(len(self.files), "files,", sum(map(len, self.files.values())), "bytes")
