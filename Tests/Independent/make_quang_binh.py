#!/usr/bin/env python3
"""Writes the roster and submissions of input/quang-binh-tnmt (everything there but plan.yaml and README.md).

    python3 Tests/Independent/make_quang_binh.py [TARGET]      TARGET defaults to input/quang-binh-tnmt of this tree

Deterministic: every office and file has its own seeded generator, there is no clock and no file time, so that every run
writes the same bytes. The kinds of offices are those of a real department of natural resources and environment; every
person, document number, link and figure is made up, and looks made up. The faults planted are the constants below;
README.md of the sample lists them for people.
"""
import csv, io, random, shutil, sys, unicodedata
from datetime import date, timedelta
from pathlib import Path

TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "input/quang-binh-tnmt"

# ---------------------------------------------------------------- roster

ROOT, BOARD = "QB-SO", "QB-HDTDKT"
DISTRICTS = ["thành phố Đồng Hới", "thị xã Ba Đồn", "huyện Bố Trạch", "huyện Quảng Trạch", "huyện Tuyên Hóa", "huyện Minh Hóa",
             "huyện Lệ Thủy", "huyện Quảng Ninh"]
BRANCHES = [f"Chi nhánh Văn phòng Đăng ký đất đai {d}" for d in DISTRICTS]
OFFICES = [  # id, kind, name, short name, other names, staff
    ("QB-P-VANPHONG", "PHONG", "Văn phòng Sở", "VP", ["Văn phòng Sở TN&MT"], 18),
    ("QB-P-THANHTRA", "PHONG", "Thanh tra Sở", "TTr", [], 11),
    ("QB-P-KHTC", "PHONG", "Phòng Kế hoạch - Tài chính", "P. KHTC", ["Phòng KH-TC"], 9),
    ("QB-P-KHOANGSAN", "PHONG", "Phòng Khoáng sản", "P. KS", [], 7),
    ("QB-P-TNNUOC", "PHONG", "Phòng Tài nguyên nước và Biến đổi khí hậu", "P. TNN", ["Phòng TNN và BĐKH"], 8),
    ("QB-P-DODAC", "PHONG", "Phòng Đo đạc, bản đồ và Viễn thám", "P. ĐĐBĐ", [], 6),
    ("QB-CC-QLDD", "PHONG", "Chi cục Quản lý đất đai", "CC. QLĐĐ", [], 21),
    ("QB-CC-BVMT", "PHONG", "Chi cục Bảo vệ môi trường", "CC. BVMT", [], 17),
    ("QB-CC-BIEN", "PHONG", "Chi cục Biển và Hải đảo", "CC. BHĐ", [], 10),
    ("QB-DV-VPDK", "DVSN", "Văn phòng Đăng ký đất đai", "VPĐKĐĐ", BRANCHES, 268),
    ("QB-DV-CNTT", "DVSN", "Trung tâm Công nghệ thông tin tài nguyên và môi trường", "TT. CNTT", ["Trung tâm CNTT TN&MT"], 24),
    ("QB-DV-QUANTRAC", "DVSN", "Trung tâm Quan trắc và Kỹ thuật tài nguyên và môi trường", "TT. QTKT", [], 62),
    ("QB-DV-QUYDAT", "DVSN", "Trung tâm Phát triển quỹ đất", "TT. PTQĐ", [], 31),
    ("QB-DV-QBVMT", "DVSN", "Quỹ Bảo vệ môi trường", "QBVMT", [], 8),
    ("QB-DANG", "DANG", "Đảng ủy Sở", "ĐU", [], None),
    ("QB-CDOAN", "CTXH", "Công đoàn Sở", "CĐ", [], None),
    ("QB-DOANTN", "CTXH", "Đoàn Thanh niên Sở", "ĐTN", [], None),
    ("QB-CCB", "CTXH", "Hội Cựu chiến binh Sở", "CCB", [], None),
]
NEW = ("QB-P-KSTNN", "PHONG", "Phòng Khoáng sản và Tài nguyên nước", "P. KSTNN", [], 15)      # from 01/03/2025, supposed
name = {u: n for u, _, n, *_ in OFFICES + [NEW]} | {ROOT: "Sở Tài nguyên và Môi trường", BOARD: "Hội đồng Thi đua - Khen thưởng"}
short = {u: s for u, _, _, s, *_ in OFFICES + [NEW]}
DIVISION = [u for u, k, *_ in OFFICES if k in ("PHONG", "DVSN")]                             # "các phòng, đơn vị": 14
MASS = [u for u, k, *_ in OFFICES if k not in ("PHONG", "DVSN")]
WITH_BOARD = ["QB-CC-QLDD", "QB-CC-BVMT", "QB-CC-BIEN", "QB-DV-VPDK", "QB-DV-CNTT", "QB-DV-QUANTRAC", "QB-DV-QUYDAT"]
CLOSED = {"QB-P-KHOANGSAN": "QB-P-KSTNN", "QB-P-TNNUOC": "QB-P-KSTNN", "QB-P-DODAC": "QB-CC-QLDD"}   # on 01/03/2025

# ---------------------------------------------------------------- planted faults

EXEMPLARS_2024 = dict(zip(DIVISION, [2, 1, 1, 0, 2, 1, 2, 1, 1, 3, 1, 2, 1, 1]))              # VPDK: 3, more than "01-02"
NO_REPORT_2024 = {"QB-DV-QBVMT"}
LATE_2024 = {"QB-CC-BIEN": "2024-12-20", "QB-P-KHOANGSAN": "2024-12-15", "QB-DV-QUYDAT": "2024-12-18"}   # BIEN: extended
EXCEL_RANGE = "QB-P-DODAC"            # "01-02" became 02-Jan: the row is rejected, the report handed in again on 02/01/2025
EXCEL_DATE = "QB-P-THANHTRA"          # "01-02" became 01/02/2024: rejected, never mended
QUARTERLY = "QB-DV-VPDK"              # four quarterly reports instead of one of the year
MISDECLARED = {"QB-P-KHTC": 2, "QB-DV-CNTT": 2}                                               # exemplars declared; CNTT explained
NOT_EVALUATED, BLANK_EVALUATED = "QB-DV-QUYDAT", "QB-P-KHTC"
NO_PLAN, NO_CRITERIA = {"QB-DV-QBVMT", "QB-CCB"}, {"QB-DV-QBVMT", "QB-CCB", "QB-P-DODAC", "QB-P-THANHTRA"}
BAD_PLAN_DATE = "QB-P-KHTC"           # issued on 31/11/2023: rejected
UNRATED = {"QB-CC-BIEN": 1, "QB-DV-VPDK": 2}                                                  # exemplars without rating
BELOW_STANDARD, UNDECIDED = "QB-DV-QUYDAT", "QB-CC-BVMT"
NO_REVIEW = {"QB-P-THANHTRA", "QB-DV-QBVMT", "QB-P-KHOANGSAN"}
LATE_REVIEW = "QB-DV-QUYDAT"          # held on 16/12/2024: already the year 2025
WRONG_BALLOTS = "QB-DV-QUANTRAC"      # more in favour than ballots
NO_ASSIGNMENT = "QB-DV-QUYDAT"
TCVN3, CP1258, UTF16, NFD = "QB-P-TNNUOC", "QB-CC-QLDD", "QB-DV-QUANTRAC", "QB-DOANTN"

# ---------------------------------------------------------------- writing files

FIELDS = {
    "unit_report": dict(unit="Mã đơn vị", period="Kỳ báo cáo", plan_issued="Đã ban hành kế hoạch", plan_number="Số kế hoạch",
        plan_date="Ngày kế hoạch", criteria_issued="Đã xây dựng tiêu chí ĐHTT", exemplars_collective="Số ĐHTT đã xây dựng - Tập thể",
        exemplars_individual="Số ĐHTT đã xây dựng - Cá nhân", proposed_district="Số gương đề nghị Sở khen thưởng",
        proposed_city="Số gương đề nghị Tỉnh, Bộ khen thưởng", posts="Số tin, bài đã đăng", exchanges="Số hội nghị, tọa đàm, giao lưu",
        self_checks="Số đợt tự kiểm tra", trained="Số lượt người được tập huấn", review_date="Ngày họp bình xét",
        evaluated="Đã đánh giá công tác phát hiện, bồi dưỡng ĐHTT", budget="Kinh phí thực hiện (đồng)",
        difficulties="Khó khăn, vướng mắc", proposals="Kiến nghị, đề xuất"),
    "exemplar": dict(unit="Mã đơn vị", year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", birth_year="Năm sinh",
        position="Chức vụ", field="Lĩnh vực", source="Nguồn phát hiện", level="Cấp công nhận", status="Trạng thái",
        decision_number="Số QĐ công nhận", decided_on="Ngày QĐ công nhận", standards="Đạt tiêu chuẩn kèm theo Kế hoạch",
        effect="Tác dụng, hiệu quả", influence="Mức độ ảnh hưởng", support="Hình thức hỗ trợ", difficulty="Khó khăn, hạn chế",
        summary="Tóm tắt thành tích"),
    "proposal": dict(unit="Mã đơn vị", year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", level="Cấp khen thưởng",
        award="Danh hiệu, hình thức đề nghị", document_number="Số tờ trình", documented_on="Ngày tờ trình"),
    "document": dict(unit="Mã đơn vị", kind="Loại văn bản", number="Số, ký hiệu", issued_on="Ngày ban hành", summary="Trích yếu",
        covers="Giai đoạn", line="Tuyến báo cáo", purpose="Nội dung báo cáo", standard_for="Đối tượng áp dụng",
        amends="Điều chỉnh, bổ sung cho văn bản"),
    "media": dict(unit="Mã đơn vị", kind="Loại", name="Tên", link="Link", posted_on="Ngày mở/đăng", exemplar="Điển hình", channel="Kênh"),
    "review": dict(unit="Mã đơn vị", held_on="Ngày họp", exemplar="Điển hình", members="Số thành viên", present="Số có mặt",
        method="Hình thức", issued="Số phiếu phát ra", collected="Số phiếu thu về", valid="Số phiếu hợp lệ", agree="Số phiếu đồng ý",
        result="Kết quả", minutes="Số biên bản"),
    "activity": dict(unit="Mã đơn vị", kind="Loại hoạt động", held_on="Ngày", content="Nội dung", attendees="Số người dự",
        target="Đơn vị được kiểm tra/tham gia", field="Chuyên môn, lĩnh vực", duty="Nghiệp vụ tập huấn", result="Kết quả"),
    "commendation": dict(unit="Mã đơn vị", name="Họ và tên/Tên tập thể", subject="Đối tượng", decision_number="Số QĐ",
        decided_on="Ngày QĐ", level="Cấp khen", award="Hình thức khen thường", kind="Loại khen", amount="Mức thưởng"),
    "model": dict(unit="Mã đơn vị", name="Tên mô hình", field="Lĩnh vực", economic_value="Giá trị kinh tế (triệu đồng)",
        social_value="Ý nghĩa xã hội", chosen_on="Ngày lựa chọn"),
    "delegate": dict(unit="Mã đơn vị", congress="Đại hội", name="Điển hình được chọn", chosen_on="Ngày chọn cử"),
    "board": dict(unit="Mã đơn vị", member="Thành viên Hội đồng", role="Vai trò trong Hội đồng",
        charge="Đơn vị được phân công theo dõi", assigned_on="Ngày phân công"),
}
TCVN = dict(zip("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ", bytes.fromhex(
    "b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbaeccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4adf5f8f6f7f9fafdfbfcfe"
    "a1a2a3a4a5a6a7")))
files = {}


def tcvn3(text):
    return bytes(TCVN.get(c) or ord(c) for c in text)                     # fails on a letter that the font does not have


def cp1258(text):
    """Base letters of the code page as they are, tone marks as separate bytes, as Windows writes them."""
    out = bytearray()
    for c in text:
        try:
            out += c.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", c)
            tone = "".join(m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", base + "".join(m for m in marks if m not in tone))
            out += (rest + tone).encode("cp1258")
    return bytes(out)


def show(v, dates):
    if not isinstance(v, date):
        return "" if v is None else str(v)
    if dates == "iso":
        return v.isoformat()
    if dates == "words":
        return f"ngày {v.day:02d} tháng {v.month if v.month > 2 else f'{v.month:02d}'} năm {v.year}"
    if dates == "serial":
        return str((v - date(1899, 12, 30)).days)
    return f"{v.day:02d}/{v.month if v.month > 2 else f'{v.month:02d}'}/{v.year}"


def put(day, uid, filename, form, rows, titles=(), numbers=False, merged=False, total=None, enc=None, head=None, unit=None, dates=None, sep=None):
    """One file: rows are dicts by field code; columns that nobody fills are left out, but for the unit's."""
    r = random.Random(f"{uid}/{form}")
    sep = sep or r.choice(",,,;;\t")
    eol, bom, iso, way = r.choice(["\r\n", "\r\n", "\n"]), r.random() < .6, r.random() < .25, unit or r.choice(["code", "code", "name", "none"])
    dates = dates or ("iso" if iso else "slashes")
    labels = {**FIELDS[form], **(head or {})}
    cols = [c for c in labels if c == "unit" or any(x.get(c) is not None for x in rows)] if rows else list(labels)
    if way == "none" and not any(x.get("unit", uid) != uid for x in rows):
        cols.remove("unit")
    elif way == "name":
        labels["unit"] = "Tên đơn vị"
    table = [[show((name.get(x.get("unit", uid), x.get("unit")) if way == "name" else x.get("unit", uid)) if c == "unit" else x.get(c), dates) for c in cols] for x in rows]
    if total:
        table.append([{0: "Tổng cộng"}.get(i, show(total.get(c), dates)) for i, c in enumerate(cols)])
    top = [labels[c] for c in cols]
    if r.random() < .5:
        top = ["STT"] + top
        table = [["" if total and i == len(table) else str(i)] + x for i, x in enumerate(table, 1)]
    lines = [[t] + [""] * (len(top) - 1) for t in titles]
    if merged:                                        # "Số ĐHTT đã xây dựng" over "Tập thể | Cá nhân"
        upper, lower, last = [], [], None
        for l in top:
            a, dash, b = l.partition(" - ")
            upper.append("" if dash and a == last else a)
            lower.append(b)
            last = a if dash else None
        lines += [upper, lower]
    else:
        lines.append(top)
    if numbers:
        lines.append([f"({i})" for i in range(1, len(top) + 1)])
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sep, lineterminator=eol).writerows(lines + table)
    text = out.getvalue()
    data = {"utf-16": lambda: b"\xff\xfe" + text.encode("utf-16-le"), "tcvn3": lambda: tcvn3(text), "cp1258": lambda: cp1258(text),
            "nfd": lambda: unicodedata.normalize("NFD", text).encode(),
            None: lambda: ("\ufeff" if bom else "").encode() + text.encode()}[enc]()
    raw(f"{day}/{uid}/{filename}.{'txt' if sep == chr(9) else 'csv'}", data)


def raw(path, data):
    assert path not in files, path
    files[path] = data


people = 0
def person():
    global people
    people += 1
    return f"{['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị', 'Hoàng Văn', 'Võ Thị'][people % 6]} Mẫu {people:03d}"


D = date.fromisoformat
def day(r, a, b):
    return D(a) + timedelta(r.randrange((D(b) - D(a)).days + 1))


low = lambda u: u.lower().replace("qb-", "", 1)
number = 0
def serial():
    global number
    number += 1
    return 10 + number * 7 % 480

# ---------------------------------------------------------------- 2023: plans, standards, boards

for u in DIVISION + MASS:
    r = random.Random("2023/" + u)
    rows = []
    if u not in NO_PLAN:
        rows.append(dict(kind="Kế hoạch", number=f"{serial()}/KH-{low(u).upper()}", covers="Giai đoạn 2023-2025",
                         issued_on="31/11/2023" if u == BAD_PLAN_DATE else day(r, "2023-11-13", "2023-12-12"),
                         summary="Tuyên truyền, bồi dưỡng và nhân rộng điển hình tiên tiến"))
    if u not in NO_CRITERIA:
        rows.append(dict(kind=r.choice(["Tiêu chí/Tiêu chuẩn", "Tiêu chuẩn"]), number=f"{serial()}/TC-{low(u).upper()}", covers="Giai đoạn 2023-2025",
                         issued_on=day(r, "2023-11-20", "2023-12-29"), summary="Tiêu chuẩn điển hình tiên tiến"))
    if rows:
        put("2024-01-05", u, "van-ban-2023", "document", rows, enc={CP1258: "cp1258", NFD: "nfd"}.get(u))
put("2024-01-05", ROOT, "van-ban-2023", "document", [
    dict(kind="Kế hoạch", number="2391/KH-STNMT", issued_on=D("2023-11-24"), covers="Giai đoạn 2023-2025", summary="Kế hoạch của Sở"),
    dict(kind="Tiêu chuẩn", number="2391/KH-STNMT-PL1", issued_on=D("2023-11-24"), covers="Giai đoạn 2023-2025", standard_for="Tập thể"),
    dict(kind="Tiêu chuẩn", number="2391/KH-STNMT-PL2", issued_on=D("2023-11-24"), covers="Giai đoạn 2023-2025", standard_for="Cá nhân"),
    dict(kind="Báo cáo", number="2460/BC-STNMT", issued_on=D("2023-12-11"), covers="Năm 2023", line="Bộ, Trung ương", purpose="Báo cáo năm"),
    dict(kind="Báo cáo", number="2461/BC-HĐTĐKT", issued_on=D("2023-12-11"), covers="Năm 2023", line="Tỉnh", purpose="Báo cáo năm")],
    titles=["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "DANH MỤC VĂN BẢN ĐÃ BAN HÀNH"], numbers=True)
for u in WITH_BOARD:
    if u == NO_ASSIGNMENT:
        continue
    put("2024-01-12", u, "phan-cong", "board", [dict(member=person(), role="Chủ tịch" if i == 0 else "Ủy viên",
        charge=f"Bộ phận chuyên môn {i + 1}", assigned_on=D("2024-01-08")) for i in range(3)])
put("2024-01-12", ROOT, "phan-cong-hoi-dong-so", "board", [dict(member=m, role="Ủy viên", charge=name[u], assigned_on=D("2024-01-10"))
    for i, u in enumerate(DIVISION) for m in [f"Ủy viên Mẫu {i // 2 + 1:02d}"]], unit="code")
for u in DIVISION[:12]:                                # the first year: short reports and lists
    r = random.Random("2023r/" + u)
    n = r.choice([1, 1, 2])
    rows = [dict(year=2023, name=person(), subject="Cá nhân", birth_year=r.randint(1968, 1995), status="Được công nhận",
                 level="Sở", effect="Khá", influence="Trong đơn vị") for _ in range(n)]
    put("2023-12-12", u, "dien-hinh-2023", "exemplar", rows, unit="code")
    put("2023-12-12" if u != "QB-CC-BIEN" else "2023-12-19", u, "bao-cao-2023", "unit_report",
        [dict(period="Năm 2023", plan_issued="Có", exemplars_collective=0, exemplars_individual=n, evaluated=r.choice(["Có", "x", "Không"]))])

# ---------------------------------------------------------------- 2024: exemplars, reports, reviews

FIELD = ["Đất đai", "Môi trường", "Khoáng sản", "Tài nguyên nước", "Cải cách hành chính", "Chuyển đổi số"]
chosen = {}
for u in DIVISION:
    r = random.Random("2024/" + u)
    rows = []
    for i in range(EXEMPLARS_2024[u]):
        group = i == 1 or u == "QB-DV-CNTT"
        rows.append(dict(year="Năm 2024" if r.random() < .3 else 2024, name=f"Tổ công tác Mẫu {u[-4:]}" if group else person(),
            subject="Tập thể" if group else "Cá nhân", birth_year=None if group else r.randint(1966, 1996), field=r.choice(FIELD),
            position=None if group else r.choice(["Chuyên viên", "Viên chức", "Phó Trưởng phòng"]), source="Phong trào thi đua của Sở",
            level=r.choice(["Đơn vị", "Sở", "Sở"]), status=r.choice(["Được công nhận", "Đã tuyên truyền", "Đã khen thưởng"]),
            decision_number=f"{serial()}/QĐ-STNMT", decided_on=day(r, "2024-02-01", "2024-11-29"), standards="Có",
            effect=r.choice(["Tốt", "Khá"]), influence=r.choice(["Toàn Sở", "Trong đơn vị"]), support=r.choice(["Kỹ thuật", "Giải thưởng", None]),
            summary="Hoàn thành xuất sắc nhiệm vụ, có sáng kiến"))
        if len(rows) <= UNRATED.get(u, 0):
            rows[-1]["effect"] = None
    if u == BELOW_STANDARD:
        rows[0].update(standards="Không", difficulty="Chưa đủ thời gian công tác theo tiêu chuẩn")
    if u == UNDECIDED:
        rows[0].update(level="Bộ", decision_number=None, decided_on=None)
    if u == "QB-P-KHOANGSAN":                        # one candidate, turned down: the list counts 0
        rows = [dict(year=2024, name=person(), subject="Cá nhân", birth_year=1979, status="Không đạt", level="Đơn vị")]
    chosen[u] = rows
    if u == "QB-DV-QBVMT":
        continue                                      # the fund sends only declared figures, and those late
    if u == TCVN3:
        for x in rows:
            x.update(name=x["name"].replace("Thị", "Thu"), status="Đã tuyên truyền", summary=None, level="Sở")
    first = rows
    if u == "QB-DV-VPDK":                             # named by its branches; one exemplar twice in the file
        first = [dict(x, unit=b) for x, b in zip(rows, BRANCHES)] + [dict(rows[0], unit=BRANCHES[0], effect="Tốt", influence="Toàn Sở")]
    put("2024-11-26", u, "dien-hinh-2024", "exemplar", first, enc={TCVN3: "tcvn3", CP1258: "cp1258", UTF16: "utf-16"}.get(u),
        sep={UTF16: "\t"}.get(u), unit={"QB-DV-VPDK": "name"}.get(u, "code"), titles=["DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2024"] if u == "QB-P-VANPHONG" else (),
        dates={"QB-CC-BVMT": "words", "QB-DV-CNTT": "serial"}.get(u))
put("2024-12-27", "QB-P-KHTC", "dien-hinh-bo-sung", "exemplar", [dict(year=2024, name="Nguyễn Văn Mẫu 900", subject="Người", birth_year=1980)], unit="code")

for u in DIVISION:
    if u in NO_REPORT_2024:
        continue
    r = random.Random("2024b/" + u)
    mine = [x for x in chosen[u] if x["status"] != "Không đạt"]
    individual = sum(x["subject"] == "Cá nhân" for x in mine)
    row = dict(period=r.choice(["Năm 2024", "2024"]), plan_issued=r.choice(["Có", "x", "Đã có"]), plan_number=f"{serial()}/KH" if u not in NO_PLAN else None,
        criteria_issued="Không" if u in NO_CRITERIA else "Có", exemplars_collective=len(mine) - individual, exemplars_individual=f"{individual:02d}",
        proposed_district=1, proposed_city=1 if u in ("QB-CC-QLDD", "QB-DV-VPDK", "QB-DV-CNTT") else 0, posts=r.randint(3, 24),
        exchanges=r.randint(0, 3), self_checks=r.randint(1, 2), trained=r.randint(2, 15), review_date=D("2024-11-22"),
        evaluated="Không" if u == NOT_EVALUATED else None if u == BLANK_EVALUATED else r.choice(["Có", "x", "đã"]),
        budget=f"{r.randint(3, 40)}.{r.choice(['000', '500'])}.000", difficulties=r.choice([None, None, "Kinh phí khen thưởng còn hạn chế",
        "Cán bộ làm công tác thi đua, khen thưởng kiêm nhiệm"]), proposals=r.choice([None, "Đề nghị Sở tổ chức tập huấn"]))
    if u in MISDECLARED:
        row["exemplars_individual"] = MISDECLARED[u]
    sent = LATE_2024.get(u, f"2024-12-{r.randint(2, 13):02d}")
    if u == QUARTERLY:
        for q in range(1, 5):
            put(["2024-03-18", "2024-06-17", "2024-09-17", "2024-12-12"][q - 1], u, f"bao-cao-quy-{q}", "unit_report",
                [dict(period=f"Quý {['I', 'II', 'III', 'IV'][q - 1]}/2024", plan_issued="Có" if q == 1 else None, plan_number=row["plan_number"] if q == 1 else None,
                      exemplars_collective=1 if q == 4 else 0, exemplars_individual=1 if q in (2, 4) else 0, posts=q + 3, evaluated="Có" if q == 4 else None,
                      proposed_district=1 if q == 4 else 0, proposed_city=1 if q == 4 else 0)], unit="code")
        continue
    if u == EXCEL_RANGE:
        put(sent, u, "bao-cao-2024", "unit_report", [dict(row, exemplars_individual="02-Jan")], unit="code", sep=";")
        put("2025-01-02", u, "bao-cao-2024-sua", "unit_report", [row], unit="code", sep=";")
        continue
    if u == EXCEL_DATE:
        row["exemplars_individual"] = "01/02/2024"
    put(sent, u, "bao-cao-2024", "unit_report", [row], merged=u in ("QB-DV-QUANTRAC", "QB-CC-BVMT"), numbers=u in ("QB-CC-QLDD", "QB-DV-QUANTRAC"),
        titles=["BÁO CÁO KẾT QUẢ NĂM 2024"] if u in ("QB-CC-QLDD", "QB-P-TNNUOC") else (), enc={TCVN3: None, CP1258: "cp1258"}.get(u),
        unit="code" if u in (EXCEL_DATE, "QB-P-KHTC") else None)
    if u == "QB-CC-QLDD":                             # corrected after the deadline: still in time
        put("2024-12-19", u, "bao-cao-2024-dinh-chinh", "unit_report", [dict(row, posts=40)], unit="code")
put("2024-12-30", "QB-DV-QBVMT", "bao-cao-6-thang", "unit_report", [dict(period="6 tháng cuối năm 2024", plan_issued="Có", plan_number=None,
    exemplars_collective=0, exemplars_individual=1, evaluated="Có")], unit="code")
for u in MASS[:2]:
    put("2024-12-10", u, "bao-cao-2024", "unit_report", [dict(period="Năm 2024", plan_issued="Có", plan_number=f"{serial()}/KH", exemplars_collective=1,
        exemplars_individual=1, evaluated="Có")])
put("2024-12-05", "QB-CDOAN", "dien-hinh-2024", "exemplar", [dict(year=2024, name=person(), subject="Cá nhân", birth_year=1985, effect="Tốt", influence="Toàn Sở", status="Được công nhận")])
for u in DIVISION:
    if u in NO_REVIEW:
        continue
    r = random.Random("2024x/" + u)
    rows = []
    for x in chosen[u] or [dict(name="Xét chung")]:
        n = r.randint(7, 15)
        rows.append(dict(held_on=D("2024-12-16") if u == LATE_REVIEW else day(r, "2024-11-04", "2024-11-25"), exemplar=x["name"], members=n + 1, present=n,
            method="Bỏ phiếu kín" if u in WITH_BOARD else r.choice(["Bỏ phiếu kín", "Biểu quyết"]), issued=n, collected=n, valid=n - (r.random() < .3),
            agree=n + 2 if u == WRONG_BALLOTS else n - 1 - (r.random() < .3), result="Đạt", minutes=f"{serial()}/BB"))
    put("2024-12-17" if u == LATE_REVIEW else "2024-11-27", u, "hop-binh-xet", "review", rows, dates="words" if u == "QB-P-VANPHONG" else None)
put("2024-12-04", BOARD, "hoi-dong-binh-xet", "review", [dict(held_on=D("2024-12-03"), exemplar=x["name"], members=11, present=10, method="Bỏ phiếu kín",
    issued=10, collected=10, valid=10, agree=9, result="Đạt", minutes="07/BB-HĐTĐKT") for u in DIVISION[:9] for x in chosen[u][:1]])

# ---------------------------------------------------------------- 2024: proposals, activities, media, models, the department's own documents

for u in DIVISION[:9] + ["QB-DV-VPDK", "QB-DV-CNTT"]:
    mine = [x for x in chosen[u] if x["status"] != "Không đạt"]
    if mine:
        up = u in ("QB-CC-QLDD", "QB-DV-VPDK", "QB-DV-CNTT")
        put("2024-12-02", u, "de-nghi-khen-thuong", "proposal", [dict(year=2024, name=x["name"], subject=x["subject"], level="Tỉnh" if up and i == 0 else "Sở",
            award="Bằng khen" if up and i == 0 else "Giấy khen", document_number=f"{serial()}/TTr", documented_on=D("2024-11-29")) for i, x in enumerate(mine[:2])])
put("2024-12-06", BOARD, "khen-thuong-2024", "commendation", [dict(name=x["name"], subject=x["subject"], decision_number="2544/QĐ-STNMT", decided_on=D("2024-12-05"),
    level="Sở", award="Giấy khen", kind="Thường xuyên", amount="1.170.000") for u in DIVISION for x in chosen[u][:1] if x["status"] != "Không đạt"],
    total=dict(amount=f"{sum(1 for u in DIVISION for x in chosen[u][:1] if x['status'] != 'Không đạt') * 1170}.000"), unit="code")
for m, when, rows in [
    ("01", "2024-02-20", [dict(kind="Quán triệt", held_on=D("2024-01-19"), content="Quán triệt Kế hoạch giai đoạn 2023-2025", attendees=118)]),
    ("02", "2024-04-12", [dict(kind="Tập huấn", held_on=D("2024-04-04"), content="Nghiệp vụ thi đua, khen thưởng", attendees=46, duty="Thi đua khen thưởng"),
                          dict(kind="Tập huấn", held_on=D("2024-04-05"), content="Viết tin, bài về điển hình", attendees="18 người", duty="Phóng viên")]),
    ("03", "2024-07-09", [dict(kind="Kiểm tra", held_on=D("2024-06-25"), content="Giám sát công tác thi đua, khen thưởng", target=short["QB-CC-BVMT"], result="Đạt yêu cầu"),
                          dict(kind="Kiểm tra", held_on=D("2024-06-26"), content="Giám sát công tác thi đua, khen thưởng", target=short["QB-DV-VPDK"], result="Cần bổ sung hồ sơ"),
                          dict(kind="Kiểm tra", held_on=D("2024-07-04"), content="Giám sát công tác thi đua, khen thưởng", target=short["QB-DV-QUYDAT"], result="Chưa phân công Hội đồng")]),
    ("04", "2024-10-15", [dict(kind="Kiểm tra", held_on=D("2024-10-08"), content="Giám sát lần hai", target="tt. ptqđ", result="Đã khắc phục một phần")]),
]:
    put(when, "QB-P-VANPHONG", f"hoat-dong-{m}", "activity", rows)
put("2024-08-26", "QB-CDOAN", "tham-quan", "activity", [dict(kind="Tham quan", held_on=D("2024-08-22"), content="Tham quan mô hình phân loại rác", attendees=35)])
put("2024-09-16", "QB-CC-BVMT", "giao-luu", "activity", [dict(kind="Giao lưu", held_on=D("2024-09-12"), content="Giao lưu điển hình cùng chuyên môn", attendees=52, field="Môi trường"),
    dict(kind="Tọa đàm", held_on=D("2024-09-13"), content="Trao đổi kinh nghiệm", attendees=20)])
for u, rows in {"QB-P-VANPHONG": [("Chuyên mục", "Gương điển hình tiên tiến", "2024-01-22", None), ("Tin/bài", "Gương sáng ngành đất đai", "2024-05-14", "Trang TTĐT"),
                                  ("Tin/bài", "Người giữ nguồn nước", "2024-09-24", "trang ttđt"), ("Phóng sự", "Tổ công tác vùng cao", "2024-10-30", "Truyền hình tỉnh")],
                "QB-DV-CNTT": [("Chuyên trang", "Thi đua ngành tài nguyên và môi trường", "2024-03-06", None), ("Mạng xã hội", "Điển hình chuyển đổi số", "2024-06-03", "Mạng xã hội")],
                "QB-DOANTN": [("Mạng xã hội", "Đoàn viên tiêu biểu", "2024-11-11", "Mạng xã hội"), ("Tin/bài", "Thanh niên với môi trường", "2024-12-16", "Bảng tin cơ quan")]}.items():
    put("2024-12-18" if u == "QB-DOANTN" else "2024-11-05", u, "truyen-thong", "media", [dict(kind=k, name=n, posted_on=D(d), channel=c,
        link=f"https://{low(u)}.example.vn/{i}") for i, (k, n, d, c) in enumerate(rows, 1)])
for u, rows in {"QB-CC-BVMT": [("Phân loại rác tại nguồn", "Môi trường", "1250,5", "Giảm rác chôn lấp ở 03 xã mẫu")],
                "QB-DV-VPDK": [("Trả kết quả tại nhà", "Đất đai", "320", "Giảm thời gian đi lại của người dân"), ("Số hóa hồ sơ địa chính", "Đất đai", "2 tỷ", None)],
                "QB-DV-QUANTRAC": [("Quan trắc tự động", "Môi trường", None, None)]}.items():
    put("2024-11-20", u, "mo-hinh", "model", [dict(name=n, field=f, economic_value=v, social_value=s, chosen_on=D("2024-11-15")) for n, f, v, s in rows])
put("2024-07-15", ROOT, "van-ban-so-ket", "document", [dict(kind="Báo cáo", number="1388/BC-STNMT", issued_on=D("2024-07-10"), purpose="Sơ kết", summary="Sơ kết 6 tháng đầu năm")])
put("2025-01-06", ROOT, "bao-cao-nam-2024", "document", [
    dict(kind="Báo cáo", number="2702/BC-STNMT", issued_on=D("2024-12-20"), covers="Năm 2024", line="Bộ", purpose="Báo cáo năm"),
    dict(kind="Báo cáo", number="2703/BC-HĐTĐKT", issued_on=D("2024-12-23"), covers="Năm 2024", line="Tỉnh", purpose="Báo cáo năm")])
put("2024-08-05", "QB-DV-VPDK", "ke-hoach-dieu-chinh", "document", [dict(kind="Kế hoạch", number="88/KH-VPDK", issued_on=D("2024-07-29"),
    amends="Kế hoạch năm 2023", covers="Giai đoạn 2023-2025", summary="Bổ sung mô hình trả kết quả tại nhà")])
put("2024-06-10", "QB-DV-CNTT", "bao-cao-nham", "unit_report", [dict(period="2024", exemplars_collective=9, exemplars_individual=9)], unit="code")     # voided
put("2024-11-28", "QB-DV-QUANTRAC", "gui-ho", "exemplar", [dict(unit="QB-DV-QUYDAT", year=2024, name=person(), subject="Cá nhân", birth_year=1990)], unit="code")
put("2024-11-28", "QB-P-THANHTRA", "hoat-dong", "activity", [dict(unit="QB-P-LA", kind="Sinh hoạt/Buổi tuyên truyền", held_on=D("2024-11-20"), content="Sinh hoạt chuyên đề", attendees=11)], unit="code")
put("2024-11-29", "QB-DV-QUYDAT", "hoat-dong", "activity", [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=D("2024-11-21"), content="Sinh hoạt chuyên đề", attendees="đông đủ")])
raw("2024-12-09/QB-P-KHTC/lich-truc.csv", "Tuần,Lãnh đạo trực,Xe\r\n49,Mẫu 01,A\r\n50,Mẫu 02,B\r\n".encode())
raw("2024-12-09/QB-DV-QUYDAT/trong.csv", b"")

# ---------------------------------------------------------------- 2025: the merger, the final review, the congresses

now = [u for u in DIVISION if u not in CLOSED] + [NEW[0]]
for u in now:
    r = random.Random("2025/" + u)
    rows = [dict(year=2025, name=person(), subject="Cá nhân", birth_year=r.randint(1966, 1996), status="Được công nhận", level="Sở", effect="Tốt", influence="Toàn Sở")
            for _ in range(r.choice([1, 1, 2]))]
    if u not in ("QB-P-THANHTRA",):
        put("2025-06-27", u, "dien-hinh-2025", "exemplar", rows, unit="code")
    issued = {"QB-CC-BIEN": "2025-07-04", "QB-DV-QUYDAT": "2025-06-20", "QB-P-KHTC": "2025-03-26"}.get(u) or day(r, "2025-04-14", "2025-06-12").isoformat()
    if u != "QB-DV-QBVMT":
        put("2025-07-07", u, "tong-ket", "document", [dict(kind="Báo cáo", number=f"{serial()}/BC-{low(u).upper()}", issued_on=D(issued),
            covers="Giai đoạn 2020-2025", purpose="Tổng kết giai đoạn", summary="Tổng kết công tác điển hình tiên tiến")])
    if u not in ("QB-DV-QBVMT", "QB-CC-BIEN"):
        put("2025-12-10", u, "bao-cao-2025", "unit_report", [dict(period="Năm 2025", plan_issued="Có", plan_number=f"{serial()}/KH", exemplars_collective=0,
            exemplars_individual=len(rows) if u != "QB-P-THANHTRA" else 1, evaluated="Có")], unit="code")
        put("2025-11-25", u, "hop-binh-xet-2025", "review", [dict(held_on=day(r, "2025-11-03", "2025-11-21"), exemplar=rows[0]["name"], members=9, present=9,
            method="Bỏ phiếu kín", issued=9, collected=9, valid=9, agree=8, result="Đạt", minutes=f"{serial()}/BB")])
put("2025-03-07", "QB-P-DODAC", "truyen-thong", "activity", [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=D("2025-03-04"), content="Sinh hoạt sau sắp xếp", attendees=6)], unit="code")
put("2024-12-13", ROOT, "hoi-nghi-tong-ket", "activity",      # of a year, not of the stage
    [dict(kind="Hội nghị biểu dương", held_on=D("2024-12-10"), content="Hội nghị tổng kết năm 2024", attendees=120)])
put("2025-06-19", ROOT, "hoi-nghi-dhtt", "activity", [dict(kind="Hội nghị biểu dương", held_on=D("2025-06-17"), content="Hội nghị điển hình tiên tiến giai đoạn 2020-2025", attendees=160)])
put("2025-06-19", ROOT, "dai-bieu-dai-hoi", "delegate", [
    dict(unit="QB-CC-BVMT", congress="Ngành", name="Phạm Thị Mẫu 301", chosen_on=D("2025-06-18")), dict(unit="QB-DV-VPDK", congress="Tỉnh", name="Lê Văn Mẫu 302", chosen_on=D("2025-06-18")),
    dict(unit="QB-P-KSTNN", congress="Tỉnh Quảng Bình lần thứ VI", name="Võ Thị Mẫu 303", chosen_on=D("2025-06-18"))], unit="code")
put("2025-12-12", ROOT, "bao-cao-nam-2025", "document", [
    dict(kind="Báo cáo", number="1902/BC-SNNMT", issued_on=D("2025-12-11"), covers="Năm 2025", line="Bộ, Trung ương", purpose="Báo cáo năm"),
    dict(kind="Báo cáo", number="1903/BC-HĐTĐKT", issued_on=D("2025-12-12"), covers="Năm 2025", line="Tỉnh", purpose="Báo cáo năm")])

# ---------------------------------------------------------------- out

def sheet(file, header, rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([header] + rows)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / file).write_bytes("\ufeff".encode() + out.getvalue().encode())


roster, order = [], 0
def line(u, text, kind, level, parent, to="", short="", other=(), group="", a="2020-01-01", b="", site="Không", staff="", way="giao", head="", title=""):
    roster.append([u, text, short, "|".join(other), kind, level, parent, to, group, a, b, site, staff, way, len(roster), head, title])


line("QB-UBND", "UBND tỉnh Quảng Bình", "TINH", "", "", b="2025-07-01")
line("QT-UBND", "UBND tỉnh Quảng Trị", "TINH", "", "", a="2025-07-01")
line("QB-SNV", "Sở Nội vụ", "SO", "", "", short="SNV")
line("QB-BO", "Bộ Tài nguyên và Môi trường", "BO", "Bộ", "", short="Bộ TN&MT", b="2025-03-01")
line("QB-BO", "Bộ Nông nghiệp và Môi trường", "BO", "Bộ", "", short="Bộ NN&MT", a="2025-03-01")
top = dict(to="QB-BO|QB-SNV", site="Có", head="Đỗ Văn Mẫu 801", title="Giám đốc")
line(ROOT, name[ROOT], "SO", "Sở", "QB-UBND", short="Sở TN&MT", b="2025-03-01", **top)
line(ROOT, "Sở Nông nghiệp và Môi trường", "SO", "Sở", "QB-UBND", short="Sở NN&MT", a="2025-03-01", b="2025-07-01", **top)
line(ROOT, "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị", "SO", "Sở", "QT-UBND", short="Sở NN&MT", a="2025-07-01", **top)
line("QB-SNNPTNT", "Sở Nông nghiệp và Phát triển nông thôn", "SO", "Sở", "QB-UBND", b="2025-03-01")
for i, (u, k, n, s, other, staff) in enumerate(OFFICES + [NEW]):
    line(u, n, k, "Phòng, đơn vị", ROOT, "", s, other, "co-hoi-dong" if u in WITH_BOARD else "", "2025-03-01" if u == NEW[0] else "2020-01-01",
         "2025-03-01" if u in CLOSED else "", "Có" if u in ("QB-P-VANPHONG", "QB-DV-CNTT", "QB-DV-VPDK") else "Không", staff or "",
         "giao" if k in ("PHONG", "DVSN") else "đề nghị", f"Đỗ Văn Mẫu {802 + i}", {"PHONG": "Trưởng phòng", "DVSN": "Giám đốc", "DANG": "Bí thư"}.get(k, "Chủ tịch"))
line(BOARD, name[BOARD], "KHAC", "Phòng, đơn vị", ROOT, short="HĐTĐKT")
sheet("units.csv", ["Mã đơn vị", "Tên đơn vị", "Tên viết tắt", "Tên khác", "Loại đơn vị", "Cấp", "Mã đơn vị cấp trên", "Đơn vị nhận báo cáo", "Nhóm đơn vị",
    "Hiệu lực từ ngày", "Hiệu lực đến ngày", "Có trang TTĐT", "Số CBCCVC", "Hình thức giao", "Thứ tự", "Người đứng đầu", "Chức vụ"], roster)
SUPPOSED = "(giả định cho số liệu mẫu)"
sheet("changes.csv", ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ", "Mã ĐV mới", "Kế thừa chính", "Căn cứ", "Ghi chú"], [
    ["2025-03-01", "Sáp nhập", "QB-SNNPTNT", ROOT, "Có", "Sắp xếp các sở từ 01/3/2025; chưa đối chiếu được số nghị quyết của HĐND tỉnh", "Hai sở hợp nhất thành Sở Nông nghiệp và Môi trường"],
    ["2025-03-01", "Đổi tên", ROOT, ROOT, "Có", "Như trên", "Sở Tài nguyên và Môi trường tiếp tục trong Sở Nông nghiệp và Môi trường"],
    ["2025-03-01", "Đổi tên", "QB-BO", "QB-BO", "Có", "Sắp xếp bộ máy Chính phủ từ 01/3/2025", "Bộ Nông nghiệp và Môi trường"],
    *[["2025-03-01", "Nhập toàn bộ", a, b, "Có", SUPPOSED, f"{name[a]} nhập vào {name[b]}"] for a, b in CLOSED.items()],
    ["2025-07-01", "Sáp nhập", "QB-UBND", "QT-UBND", "Có", "Nghị quyết của Quốc hội ngày 12/6/2025 về sắp xếp đơn vị hành chính cấp tỉnh", "Tỉnh Quảng Bình và tỉnh Quảng Trị thành tỉnh Quảng Trị"],
    ["2025-07-01", "Đổi tên", ROOT, ROOT, "Có", "Như trên", "Sở Nông nghiệp và Môi trường tỉnh Quảng Trị"]])
sheet("clusters.csv", ["Mã cụm", "Tên cụm", "Cấp tổ chức", "Mã đơn vị", "Vai trò", "Năm"], [[c, n, "Sở", u, "Trưởng cụm, khối" if i == (y - 2023) % len(us) else "Thành viên", y]
    for y in (2023, 2024, 2025) for c, n, us in (("QB-KHOI-1", "Khối thi đua các phòng", [u for u, k, *_ in OFFICES if k == "PHONG"]),
                                                 ("QB-KHOI-2", "Khối thi đua các đơn vị sự nghiệp", [u for u, k, *_ in OFFICES if k == "DVSN"])) for i, u in enumerate(us)])
sheet("movements.csv", ["Mã phong trào", "Tên phong trào", "Cấp phát động", "Đơn vị thường trực", "Từ ngày", "Đến ngày", "Phương thức", "Phạm vi", "Số ngày văn bản"], [
    ["PT-CDS", "Thi đua chuyển đổi số", "Sở", "QB-P-VANPHONG", "2023-01-01", "2025-12-31", "Theo chuyên đề", "Toàn Sở", "31/KH-MẪU ngày 09/01/2023"],
    ["PT-MOITRUONG", "Thi đua vì môi trường xanh", "Sở", "QB-CC-BVMT", "2023-06-05", "2025-06-05", "Thường xuyên hàng năm", "Toàn Sở", "77/KH-MẪU ngày 05/6/2023"]])
sheet("decisions.csv", ["Số quyết định", "Ngày", "Loại", "Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Giá trị", "Lý do", "Hết hiệu lực"], [
    ["15/QĐ-HĐTĐKT", "2024-06-14", "Loại bài nộp", "QB-DV-CNTT", "", "", "2024-06-10/QB-DV-CNTT/bao-cao-nham" + (".txt" if any(f == "2024-06-10/QB-DV-CNTT/bao-cao-nham.txt" for f in files) else ".csv"), "Đơn vị gửi nhầm bản nháp", ""],
    ["31/QĐ-HĐTĐKT", "2024-12-10", "Gia hạn", "QB-CC-BIEN", "QB-03", "2024", "2024-12-25", "Tham gia khắc phục hậu quả bão", ""],
    ["31/QĐ-HĐTĐKT", "2024-12-10", "Gia hạn", "QB-CC-BIEN", "annual", "2024", "2024-12-25", "Tham gia khắc phục hậu quả bão", ""],
    ["33/QĐ-HĐTĐKT", "2024-12-24", "Miễn", "QB-DV-QBVMT", "QB-07-BX", "2024", "", "Quỹ chưa kiện toàn Hội đồng quản lý", ""],
    ["34/QĐ-HĐTĐKT", "2024-12-27", "Giải trình", "QB-DV-CNTT", "contradiction", "2024", "", "Một điển hình gửi trong danh sách của Đoàn Thanh niên", "2025-06-30"],
    ["35/QĐ-HĐTĐKT", "2024-12-30", "Điều chỉnh", "QB-P-DODAC", "QB-16", "2024", "0", "Đã đánh giá bằng biên bản giấy", ""]])

shutil.rmtree(TARGET / "submissions", ignore_errors=True)
for path, data in sorted(files.items()):
    f = TARGET / "submissions" / path
    f.parent.mkdir(parents=True, exist_ok=True)
    f.write_bytes(data)
print(f"{len(files)} files, {sum(map(len, files.values()))} bytes")
