#!/usr/bin/env python3
"""Writes the sample roster and submissions of input/thanh-xuan (everything there but plan.yaml and README.md).

    python3 Tests/Independent/make_sample.py [TARGET]      TARGET defaults to input/thanh-xuan of this tree

Deterministic (one seeded generator, no clock, no file times): every run writes the same bytes. The whole
submissions/ folder is replaced. Wards are the real ones of Quận Thanh Xuân in 2023; every school, office record,
person, number and link is made up, and looks made up ("Nguyễn Văn Mẫu 017", "Trường THCS Mẫu 01", *.example.vn).

The sample is a believable 2024 (15/12/2023-14/12/2024), to be looked at as of 2025-01-05. Faults are planted by
unit id in the constants below; README.md of the sample lists them for people.
"""
import csv, io, random, shutil, sys, unicodedata
from datetime import date, timedelta
from pathlib import Path

import sample_process
import sample_tasks
import sample_years

R = random.Random(20241214)
TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "input/thanh-xuan"

# ---------------------------------------------------------------- roster

WARDS = [("NHANCHINH", "Nhân Chính"), ("THUONGDINH", "Thượng Đình"), ("KHUONGTRUNG", "Khương Trung"),
         ("KHUONGMAI", "Khương Mai"), ("TXTRUNG", "Thanh Xuân Trung"), ("PHUONGLIET", "Phương Liệt"),
         ("HADINH", "Hạ Đình"), ("KHUONGDINH", "Khương Đình"), ("TXBAC", "Thanh Xuân Bắc"),
         ("TXNAM", "Thanh Xuân Nam"), ("KIMGIANG", "Kim Giang")]
OFFICES = [("NOIVU", "PHONG", "Phòng Nội vụ", "PNV"), ("VHTT", "PHONG", "Phòng Văn hóa và Thông tin", "PVHTT"),
           ("TUPHAP", "PHONG", "Phòng Tư pháp", "PTP"), ("TAICHINH", "PHONG", "Phòng Tài chính - Kế hoạch", "PTCKH"),
           ("GDDT", "PHONG", "Phòng Giáo dục và Đào tạo", "PGDĐT"), ("KINHTE", "PHONG", "Phòng Kinh tế", "PKT"),
           ("LDTBXH", "PHONG", "Phòng Lao động - Thương binh và Xã hội", "PLĐTBXH"),
           ("QLDT", "PHONG", "Phòng Quản lý đô thị", "PQLĐT"), ("TNMT", "PHONG", "Phòng Tài nguyên và Môi trường", "PTNMT"),
           ("YTE", "PHONG", "Phòng Y tế", "PYT"), ("THANHTRA", "PHONG", "Thanh tra quận", "TTr"),
           ("VANPHONG", "PHONG", "Văn phòng HĐND và UBND quận", "VP"), ("TTYT", "DVSN", "Trung tâm Y tế", "TTYT"),
           ("BQLDA", "DVSN", "Ban Quản lý dự án đầu tư xây dựng", "BQLDA"),
           ("TTVH", "DVSN", "Trung tâm Văn hóa - Thông tin và Thể thao", "TTVHTTTT"),
           ("QUYDAT", "DVSN", "Trung tâm Phát triển quỹ đất", "TTPTQĐ"),
           ("GDNN", "DVSN", "Trung tâm GDNN - GDTX", "TTGDNN"), ("QLCHO", "DVSN", "Ban Quản lý chợ", "BQLC"),
           ("TTXD", "DVSN", "Đội Quản lý trật tự xây dựng đô thị", "ĐTTXD"),
           ("HCC", "DVSN", "Trung tâm Dịch vụ hành chính công", "TTHCC")]
MASS = [("LDLD", "Liên đoàn Lao động quận"), ("DOANTN", "Quận đoàn Thanh niên"), ("PHUNU", "Hội Liên hiệp Phụ nữ quận"),
        ("CCB", "Hội Cựu chiến binh quận"), ("NONGDAN", "Hội Nông dân quận")]

names, aliases, kind = {"TX-QUAN": "UBND quận Thanh Xuân"}, {}, {"TX-QUAN": "HUYEN"}
for code, name, in WARDS:
    names[f"TX-P-{code}"], kind[f"TX-P-{code}"] = f"Phường {name}", "PHUONG"
    aliases[f"TX-P-{code}"] = [f"P. {name}", f"UBND phường {name}", f"UBND P.{name}"]
for code, k, name, short in OFFICES:
    names[f"TX-PB-{code}"], kind[f"TX-PB-{code}"] = name, k
    aliases[f"TX-PB-{code}"] = [name + " quận Thanh Xuân"]
for i in range(1, 49):
    level = "THCS" if i <= 16 else "Tiểu học" if i <= 32 else "Mầm non"
    u = f"TX-T-{i:02d}"
    names[u], kind[u] = f"Trường {level} Mẫu {i:02d}", "TRUONG"
    aliases[u] = [f"{ {'THCS': 'THCS', 'Tiểu học': 'TH', 'Mầm non': 'MN'}[level]} Mẫu {i:02d}", f"{level} Mẫu {i:02d}"]
names["TX-MTTQ"], kind["TX-MTTQ"], aliases["TX-MTTQ"] = "Ủy ban MTTQ quận", "MTTQ", ["UB MTTQ quận", "MTTQ quận"]
for code, name in MASS:
    names[f"TX-CTXH-{code}"], kind[f"TX-CTXH-{code}"] = name, "CTXH"
for i in range(1, 7):
    names[f"TX-CUM-{i:02d}"], kind[f"TX-CUM-{i:02d}"] = f"Cụm thi đua số {i}", "CUM"

of = lambda *kinds: [u for u in names if kind[u] in kinds]
WARD, SCHOOL, OFFICE, FRONT, CLUSTER = of("PHUONG"), of("TRUONG"), of("PHONG", "DVSN"), of("MTTQ", "CTXH"), of("CUM")
ALL = OFFICE + WARD + SCHOOL + FRONT                     # "toàn quận": 85 units
T = lambda *ns: {f"TX-T-{n:02d}" for n in ns}
P = lambda *cs: {f"TX-P-{c}" for c in cs}
B = lambda *cs: {f"TX-PB-{c}" for c in cs}
WEBSITE = set(WARD) | T(*range(1, 17)) | T(*range(17, 30)) | T(33, 34, 36, 38, 41, 45, 46, 48) | \
    B("VHTT", "GDDT", "TTYT", "TTVH", "VANPHONG") | {"TX-MTTQ", "TX-CTXH-LDLD", "TX-CTXH-DOANTN"}

# ---------------------------------------------------------------- planted faults

NO_REPORT = T(13, 27, 44) | B("QLCHO") | {"TX-CTXH-NONGDAN"}
LATE_REPORT = {"TX-T-05": "2024-12-18", "TX-T-22": "2024-12-20", "TX-T-36": "2025-01-02", "TX-PB-TTXD": "2024-12-16",
               "TX-P-KHUONGDINH": "2024-12-15"}
NO_CONTEST_FILE = T(13, 19, 27, 38, 44) | B("QLCHO", "YTE") | {"TX-CTXH-NONGDAN"}
CONTEST_NO_ROWS, CONTEST_ALL_LATE, CONTEST_NO_AUTHOR, CONTEST_INVALID = "TX-T-40", "TX-T-41", "TX-T-42", "TX-PB-TNMT"
PRIZES = ["TX-P-NHANCHINH", "TX-P-HADINH", "TX-P-TXBAC", "TX-T-01", "TX-T-04", "TX-T-17", "TX-T-26", "TX-PB-NOIVU", "TX-CTXH-PHUNU"]
NO_PLAN = T(27, 43, 44) | B("QLCHO") | {"TX-CTXH-NONGDAN", "TX-CUM-05"}
LATE_PLAN = {"TX-T-11": "2023-10-05", "TX-P-KIMGIANG": "2023-10-12", "TX-PB-TNMT": "2023-11-01", "TX-T-30": "2023-10-02"}
BAD_PLAN_DATE = "TX-T-16"
NO_CRITERIA = T(6, 23, 27, 35, 39, 43, 44, 47, 16) | P("KIMGIANG")
ONE_EXEMPLAR, NO_EXEMPLAR_FILE = T(7, 12, 25, 32, 37, 46) | P("TXNAM"), T(13, 27, 28, 44, 48)
ONE_PROPOSAL, NO_PROPOSAL_FILE = T(2, 14, 29, 34, 43), T(13, 27, 38, 40, 44) | P("KIMGIANG")
SAME_PERSON_TWICE = "TX-T-18"                            # one person proposed at two levels: two rows, one exemplar
NO_COLUMN = T(15, 21, 33, 45, 46) | P("KIMGIANG") | B("VANPHONG")
LATE_COLUMN = "TX-T-24"
NO_REVIEW_YET = T(2, 6, 13, 19, 25, 27, 32, 35, 37, 39, 43, 44, 46) | B("QLCHO", "TTXD", "BQLDA", "TUPHAP") | \
    P("TXTRUNG", "KHUONGMAI") | {"TX-CTXH-NONGDAN", "TX-CTXH-CCB"}
NO_ACTIVITY_FILE, MISSED = T(13, 44) | B("QLCHO"), {"TX-T-08": [7], "TX-T-09": [7, 8], "TX-T-20": [2], "TX-T-27": [1, 2, 3, 9],
    "TX-P-KIMGIANG": [10, 11], "TX-P-TXNAM": [5], "TX-PB-TTXD": [4], "TX-PB-KINHTE": [6], "TX-T-45": [7], "TX-T-39": [8]}
SESSION_IN_NEXT_MONTH = {"TX-T-33": 2, "TX-P-KHUONGMAI": 5}   # held on the 16th: that is already the next month of a 15-14 year
NO_SESSIONS = "TX-PB-THANHTRA"                           # files activities, but none of them a monthly session
NO_PLEDGE = T(19, 44, 48) | B("QLCHO", "HCC")
MISDECLARED_EXEMPLARS, MISDECLARED_ENTRIES = T(9, 33) | P("PHUONGLIET"), T(1, 40, 41) | P("NHANCHINH")

# ---------------------------------------------------------------- writing files

files = {}
HEAD = {
    "unit_report": dict(unit="Mã đơn vị", period="Kỳ báo cáo", plan_issued="Đã ban hành kế hoạch", plan_number="Số kế hoạch",
        plan_date="Ngày kế hoạch", criteria_issued="Đã xây dựng tiêu chí ĐHTT", exemplars_collective="Số ĐHTT đã xây dựng - Tập thể",
        exemplars_individual="Số ĐHTT đã xây dựng - Cá nhân", exemplars_household="Số ĐHTT đã xây dựng - Hộ gia đình",
        proposed_district="Số gương đề nghị Quận khen thưởng", proposed_city="Số gương đề nghị Thành phố khen thưởng",
        contest_joined="Tham gia Cuộc thi viết", contest_entries="Số bài dự thi", contest_prizes="Số bài đạt giải",
        media_column="Có chuyên mục trên trang TTĐT", media_link="Địa chỉ chuyên mục", posts="Số tin, bài đã đăng",
        sessions="Số buổi tuyên truyền", exchanges="Số hội nghị, tọa đàm, giao lưu", self_checks="Số đợt tự kiểm tra",
        trained="Số lượt người được tập huấn", commended_collective="Số tập thể được khen thưởng",
        commended_individual="Số cá nhân được khen thưởng", review_date="Ngày họp bình xét",
        difficulties="Khó khăn, vướng mắc", proposals="Kiến nghị, đề xuất", note="Ghi chú"),
    "exemplar": dict(unit="Mã đơn vị", year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", birth_year="Năm sinh",
        position="Chức vụ", **{"class": "Nhóm đối tượng"}, field="Lĩnh vực", source="Nguồn phát hiện", level="Cấp công nhận",
        status="Trạng thái", reviewed_on="Ngày bình xét", decision_number="Số QĐ công nhận", decided_on="Ngày QĐ công nhận",
        posted_on="Ngày đăng", summary="Tóm tắt thành tích", standards="Số tiêu chuẩn chung đạt (04 tiêu chuẩn)",
        movement_standard="Đạt tiêu chuẩn của phong trào", follow_up="Theo dõi, bồi dưỡng, nhân rộng"),
    "proposal": dict(unit="Mã đơn vị", year="Năm", name="Họ và tên/Tên tập thể", subject="Đối tượng", level="Cấp khen thưởng",
        award="Danh hiệu, hình thức đề nghị", document_number="Số tờ trình", documented_on="Ngày tờ trình",
        **{"class": "Nhóm đối tượng"}, note="Ghi chú"),
    "contest_entry": dict(unit="Mã đơn vị", entry_id="Mã bài", title="Tên bài viết", authors="Tác giả", kind="Loại hình",
        subject_name="Nhân vật điển hình", words="Số từ", received_on="Ngày nộp", valid="Hợp lệ", reason="Lý do",
        prelim_score="Điểm sơ khảo", prelim="Kết quả sơ khảo", sent_up="Gửi Thành phố", prize="Giải", note="Ghi chú"),
    "document": dict(unit="Mã đơn vị", kind="Loại văn bản", number="Số, ký hiệu", issued_on="Ngày ban hành", summary="Trích yếu",
        covers="Giai đoạn", movement="Phong trào thi đua", contest="Mã cuộc thi"),
    "media": dict(unit="Mã đơn vị", kind="Loại", name="Tên", link="Link", posted_on="Ngày mở/đăng", exemplar="Điển hình", channel="Kênh",
        topic="Nội dung tuyên truyền"),
    "review": dict(unit="Mã đơn vị", held_on="Ngày họp", exemplar="Điển hình", members="Số thành viên", present="Số có mặt",
        method="Hình thức", issued="Số phiếu phát ra", collected="Số phiếu thu về", valid="Số phiếu hợp lệ",
        agree="Số phiếu đồng ý", result="Kết quả", minutes="Số biên bản"),
    "activity": dict(unit="Mã đơn vị", kind="Loại hoạt động", held_on="Ngày", content="Nội dung", attendees="Số người dự",
        target="Đơn vị được kiểm tra/tham gia", result="Kết quả", about="Nội dung kiểm tra"),
    "commendation": dict(unit="Mã đơn vị", name="Họ và tên/Tên tập thể", subject="Đối tượng", decision_number="Số QĐ",
        decided_on="Ngày QĐ", level="Cấp khen", award="Danh hiệu, hình thức", kind="Loại khen",
        **{"class": "Nhóm đối tượng"}, reason="Lý do", amount="Mức thưởng"),
    "pledge": dict(unit="Mã đơn vị", year="Năm", registrants="Số người đăng ký", signed_on="Ngày ký", partner="Ký cùng"),
}
VARIANT = {"unit_report": {"plan_issued": "Có KH", "contest_entries": "Số bài viết dự thi", "posts": "Tổng số tin bài"},
           "contest_entry": {"unit": "Mã ĐV", "title": "TÊN  BÀI VIẾT", "authors": "tác giả", "words": "Số từ "},
           "exemplar": {"unit": "MÃ ĐƠN VỊ", "subject": "Đối  tượng"}}


def style(uid, form):
    """The look of one office's files: its own, whatever the run's order."""
    r = random.Random(f"{uid}/{form}")
    return dict(sep=r.choice(",,,,,;;\t"), eol=r.choice(["\r\n", "\r\n", "\n"]), bom=r.random() < .6, iso=r.random() < .25,
                unit=r.choice(["code", "code", "code", "name", "none"]), stt=r.random() < .5, variant=r.random() < .3,
                alias=r.random() < .4, enc="utf-8")


def show(v, st):
    if isinstance(v, date):
        return v.isoformat() if st["iso"] else f"{v.day:02d}/{v.month:02d}/{v.year}"
    return "" if v is None else str(v)


def put(day, uid, filename, form, rows, titles=(), numbers=False, merged=False, total=None, **over):
    """One file: rows are dicts by field code; columns nobody fills are left out (but for unit and required ones)."""
    st = {**style(uid, form), **over}
    head = {**HEAD[form], **(VARIANT.get(form, {}) if st["variant"] else {})}
    cols = [c for c in head if c == "unit" or not rows or any(r.get(c) is not None for r in rows)]
    if st["unit"] == "none" and not any(r.get("unit", uid) != uid for r in rows):
        cols.remove("unit")
    elif st["unit"] == "name" and not any(r.get("unit", uid) not in names for r in rows):
        head["unit"] = "Tên đơn vị"
    labels, table = [head[c] for c in cols], []
    for r in rows:
        unit = r.get("unit", uid)
        if head["unit"] == "Tên đơn vị":
            unit = aliases[unit][0] if st["alias"] and aliases.get(unit) else names[unit]
        table.append([show(unit if c == "unit" else r.get(c), st) for c in cols])
    if total:
        table.append([{0: "Tổng cộng"}.get(i, show(total.get(c), st)) for i, c in enumerate(cols)])
    if st["stt"]:
        labels = ["STT"] + labels
        table = [([str(i)] if not (total and i == len(table)) else [""]) + row for i, row in enumerate(table, 1)]
    lines = [[t] + [""] * (len(labels) - 1) for t in titles]
    if merged:                                        # "Số ĐHTT đã xây dựng" over "Tập thể | Cá nhân | Hộ gia đình"
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
    csv.writer(out, delimiter=st["sep"], lineterminator=st["eol"]).writerows(lines + table)
    text = unicodedata.normalize("NFD", out.getvalue()) if st.get("nfd") else out.getvalue()
    raw(f"{day}/{uid}/{filename}", b"\xff\xfe" + text.encode("utf-16-le") if st["enc"] == "utf-16" else ("\ufeff" if st["bom"] else "").encode() + text.encode())


def raw(path, data):
    assert path not in files, path
    files[path] = data


def ext(uid, form):
    return "txt" if style(uid, form)["sep"] == "\t" else "csv"


serial = {}
def number(key):
    serial[key] = serial.get(key, 0) + 1
    return serial[key]


def person():
    n = number("person")
    return f"{['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị', 'Hoàng Văn', 'Vũ Thị'][n % 6]} {['Mẫu', 'Thử'][n // 6 % 2]} {n:03d}"


def subject(u):
    """(name, subject, class, birth year) of one made-up exemplar."""
    x = R.random()
    if x < .2:
        n = number("group")
        return (f"{'Tổ dân phố' if kind[u] == 'PHUONG' else 'Tổ chuyên môn' if kind[u] == 'TRUONG' else 'Tổ công tác'} Mẫu {n:02d}", "Tập thể", None, None)
    if x < .3 and kind[u] == "PHUONG":
        return (f"Hộ gia đình Mẫu {number('home'):02d}", "Hộ gia đình", "Nhân dân", None)
    return (person(), "Cá nhân", R.choice(["Lãnh đạo", "Người trực tiếp", "Người trực tiếp", "Nhân dân" if kind[u] == "PHUONG" else "Người trực tiếp"]),
            R.randint(1950, 1998))


D = date.fromisoformat
between = lambda a, b: D(a) + timedelta(R.randrange((D(b) - D(a)).days + 1))
low = lambda u: u.lower().replace("tx-", "", 1)
site = lambda u: f"https://{low(u)}.example.vn"

# ---------------------------------------------------------------- plans and criteria

MOVEMENT = {"TX-PB-NOIVU": "PT-NTVT", "TX-PB-VHTT": "PT-VANHOA", "TX-PB-QLDT": "PT-DOTHI", "TX-PB-GDDT": "PT-HOCTOT", "TX-MTTQ": "PT-DOANKET"}
for u in OFFICE + WARD + SCHOOL + FRONT + CLUSTER:
    rows = []
    if u not in NO_PLAN:
        issued = D(LATE_PLAN[u]) if u in LATE_PLAN else between("2023-07-03", "2023-09-28")
        rows.append(dict(kind="Kế hoạch", number=f"{number('doc') % 90 + 10}/KH-{low(u).upper()}", covers="Giai đoạn 2023-2025",
                         issued_on="31/02/2023" if u == BAD_PLAN_DATE else issued,
                         summary="Kế hoạch bồi dưỡng, xây dựng và nhân rộng điển hình tiên tiến"))
    if (kind[u] in ("PHUONG", "TRUONG") and u not in NO_CRITERIA) or u in MOVEMENT:
        rows.append(dict(kind="Tiêu chí/Tiêu chuẩn", number=f"{number('doc') % 90 + 10}/TC-{low(u).upper()}", covers="Giai đoạn 2023-2025",
                         issued_on=between("2023-08-01", "2023-10-10"), summary="Tiêu chí gương điển hình tiên tiến",
                         movement=MOVEMENT.get(u) if u != "TX-PB-QLDT" else None))     # QLDT: criteria of no movement
    if rows:
        put("2023-10-16" if u not in LATE_PLAN else "2023-11-06", u, f"van-ban-2023.{ext(u, 'document')}", "document", rows)
    extra = []
    if u in NO_CRITERIA - NO_PLAN | T(16, 43):
        extra.append(("Công văn", "CV", "Về việc đăng ký điển hình tiên tiến năm 2024"))
    if u in FRONT and u not in ("TX-CTXH-NONGDAN", "TX-CTXH-CCB"):
        extra.append(("Hướng dẫn" if u == "TX-MTTQ" else "Công văn", "HD", "Chỉ đạo các hội cơ sở tham gia Cuộc thi viết năm 2024"))
    if u == "TX-CTXH-CCB":
        extra.append(("Kế hoạch", "KH", "Kế hoạch công tác năm 2024"))
    if extra:
        put("2024-03-25", u, "van-ban-2024.csv", "document",
            [dict(kind=k, number=f"{number('doc') % 90 + 10}/{s}-{low(u).upper()}", issued_on=between("2024-02-20", "2024-03-22"), summary=t)
             for k, s, t in extra], variant=False)

# ---------------------------------------------------------------- contest

TITLE = ["Người giữ lửa phong trào", "Bông hoa đẹp giữa đời thường", "Tấm lòng người tổ trưởng", "Cô giáo của những mầm xanh",
         "Việc nhỏ, nghĩa lớn", "Chuyện người làm sạch ngõ nhỏ", "Thầm lặng cống hiến", "Gương sáng nơi cơ sở"]
entries = {}
for u in ALL:
    if u in NO_CONTEST_FILE or u == CONTEST_NO_ROWS:
        continue
    n = {"PHUONG": R.randint(11, 16), "TRUONG": R.randint(3, 7), "MTTQ": 6}.get(kind[u], R.randint(1, 4))
    n = {CONTEST_ALL_LATE: 3, CONTEST_NO_AUTHOR: 2, CONTEST_INVALID: 1}.get(u, n)
    rows = []
    for i in range(1, n + 1):
        t = number("title")
        row = dict(entry_id=f"BDT-{low(u).upper()}-{i:02d}" if R.random() > .1 else None, title=f"{TITLE[t % 8]} (bài mẫu {t:03d})",
                   authors=person(), kind="Bài viết" if R.random() < .9 else "Tác phẩm báo chí", subject_name=person(),
                   words=R.randint(900, 1990), received_on=between("2024-03-04", "2024-05-18" if u in OFFICE else "2024-07-10"),
                   valid=R.choice(["Có", "x", None, None]), prelim_score=f"{R.randint(50, 98) / 10:g}".replace(".", ","))
        row["prelim"] = "Đạt" if float(row["prelim_score"].replace(",", ".")) >= 6.5 else "Không đạt"
        x = R.random()
        if x < .05:
            row["authors"] += f"; {person()}" + (f"; {person()}" if x < .02 else "")
        elif x < .07:
            row["authors"] += f", {person()}"
        elif x < .095 and i > 1:
            row["words"] = R.choice(["2.150", "2.480", 2075, 3012])
        elif x < .115 and i > 1:
            row["authors"] = None
        elif x < .135 and i > 1:
            row["valid"], row["reason"] = "Không", R.choice(["Bản phô tô", "Nhân vật không có thật", "Thiếu xác nhận của đơn vị"])
        elif x < .165 and i > 1:
            row["received_on"] = between("2024-07-16", "2024-07-19")
        rows.append(row)
    for row in rows:
        if u == CONTEST_ALL_LATE:
            row["received_on"] = between("2024-07-16", "2024-07-18")
        if u == CONTEST_NO_AUTHOR:
            row["authors"] = None
        if u == CONTEST_INVALID:
            row["valid"], row["reason"] = "Không", "Bản phô tô"
    sample_process.copy_entries(u, rows, entries)
    entries[u] = rows
good = lambda u, k=0: [r for r in entries[u] if r["authors"] and r["valid"] != "Không" and r["received_on"] <= D("2024-07-15") and isinstance(r["words"], int) and r["words"] <= 2000][k]
for u in ("TX-P-THUONGDINH", "TX-P-TXBAC", "TX-T-04", "TX-T-26", "TX-T-11"):          # same unit, same piece, another id
    src = good(u)
    entries[u].append({**src, "entry_id": f"BDT-{low(u).upper()}-{len(entries[u]) + 1:02d}", "received_on": min(src["received_on"] + timedelta(3), D("2024-07-14"))})
for u, v in (("TX-P-KHUONGTRUNG", "TX-T-33"), ("TX-T-03", "TX-T-30"), ("TX-PB-NOIVU", "TX-CTXH-PHUNU"), ("TX-P-NHANCHINH", "TX-MTTQ")):
    src = good(u)                                                                    # the same piece from another unit, in capitals
    entries[v].append({**src, "entry_id": f"BDT-{low(v).upper()}-{len(entries[v]) + 1:02d}", "title": src["title"].upper(), "received_on": D("2024-07-11")})
entries["TX-T-10"][0]["received_on"] = D("2024-02-26")                                # before the contest opened
entries["TX-PB-TAICHINH"][0]["received_on"] = D("2024-02-28")
first_day = lambda u: "2024-05-20" if u in OFFICE else "2024-07-22" if any(r["received_on"] > D("2024-07-15") for r in entries[u]) else "2024-07-12"
for u, rows in entries.items():
    extra = []
    if u == "TX-T-07":
        extra = [dict(unit="TX-T-08", entry_id="BDT-T-08-90", title="Bài của trường bạn (bài mẫu 901)", authors=person(), words=1500, received_on=D("2024-06-03"))]
    if u == "TX-T-14":
        extra = [dict(unit="TX-T-99", entry_id="BDT-T-99-01", title="Bài của đơn vị lạ (bài mẫu 902)", authors=person(), words=1400, received_on=D("2024-06-04"))]
    if u == "TX-T-23":
        extra = [dict(entry_id="BDT-T-23-91", title="Bài nộp ngày không có thật (bài mẫu 903)", authors=person(), words=1400, received_on="31/02/2024")]
    if u == "TX-T-03":                     # first version far too long; mended in the later folder below
        put(first_day(u), u, "bai-du-thi.csv", "contest_entry", [{**rows[0], "entry_id": "BDT-T-03-01", "words": 2560}] + rows[1:], unit="code")
        rows[0]["entry_id"] = "BDT-T-03-01"
        put("2024-07-30", u, "bai-du-thi-sua.csv", "contest_entry", [rows[0]], unit="code")
        continue
    special = dict(unit="code") if extra else {}
    if u == "TX-T-26":
        special.update(enc="utf-16", sep="\t")
    if u == "TX-P-PHUONGLIET":             # letters and tone marks apart, as a Mac writes them
        special.update(nfd=True)
    if u == "TX-P-TXTRUNG":
        special.update(titles=["UBND PHƯỜNG THANH XUÂN TRUNG", "DANH SÁCH BÀI DỰ THI NĂM 2024"], numbers=True)
    e = "txt" if special.get("sep") == "\t" else ext(u, "contest_entry")
    put(first_day(u), u, f"bai-du-thi.{e}", "contest_entry", rows + extra, **special)
    if u in PRIZES:                        # the list comes again with the district's prizes: same keys, later version
        rows = [dict(r) for r in rows]
        best = [r for r in rows if r is not None and r["prelim"] == "Đạt" and r["authors"] and r["valid"] != "Không" and r["received_on"] <= D("2024-07-15")
                and isinstance(r["words"], int) and r["words"] <= 2000][:2]
        for r, prize in zip(best, R.sample(["Nhất", "Nhì", "Ba", "Khuyến khích", "Khuyến khích", "Giải phụ"], 2)):
            r["prize"], r["sent_up"] = prize, "Có"
        entries[u] = rows
        put("2024-10-07", u, f"bai-du-thi-ket-qua.{e}", "contest_entry", rows, **special)
put("2024-07-12", CONTEST_NO_ROWS, "bai-du-thi.csv", "contest_entry", [])

# ---------------------------------------------------------------- exemplars and proposals

exemplars, proposals = {}, {}
for u in WARD + SCHOOL + sorted(B("NOIVU", "VHTT", "GDDT", "TTYT", "KINHTE")) + ["TX-MTTQ", "TX-CTXH-LDLD"]:
    if u in NO_EXEMPLAR_FILE:
        continue
    rows = []
    for i in range(1 if u in ONE_EXEMPLAR else R.randint(4, 6) if u in WARD else R.randint(2, 4)):
        name, subj, cls, born = subject(u)
        rows.append(dict(year=R.choice([2024, "Năm 2024"]), name=name, subject=subj, birth_year=born, position=R.choice(["Giáo viên", "Tổ trưởng chuyên môn", "Nhân viên"] if u in SCHOOL else ["Tổ trưởng tổ dân phố", "Chi hội trưởng", "Công chức"] if u in WARD else ["Chuyên viên", "Tổ trưởng", "Viên chức"]) if born else None,
                         field=R.choice(["Giáo dục", "An sinh xã hội", "Cải cách hành chính", "Trật tự đô thị"]), source=R.choice(["Phong trào thi đua", "Báo chí", "Người dân giới thiệu"]),
                         level=R.choice(["Đơn vị", "Phường/Xã" if u in WARD else "Đơn vị", "Quận/Huyện/Sở", "Quận"]),
                         status=R.choice(["Được công nhận", "Đã tuyên truyền", "Đề nghị khen thưởng", "Đã bình xét"]),
                         summary=R.choice(["Nhiều sáng kiến, hoàn thành xuất sắc nhiệm vụ", "Giúp đỡ hộ khó khăn, vận động nhân dân", 'Mô hình "Ngõ sạch",\nđược nhân dân ghi nhận'])))
        rows[-1]["class"] = cls
    if u in ("TX-T-12", "TX-P-KHUONGMAI", "TX-T-05"):
        rows.append({**rows[0], "name": person(), "subject": "Cá nhân", "birth_year": 1980, "status": "Không đạt"})
    sample_process.date_steps(u, rows)
    sample_tasks.follow(2024, u, rows)
    exemplars[u] = rows
for u, rows in exemplars.items():
    out = list(rows)
    if u == "TX-T-10":                     # the same key twice in one file: the later row wins, and it says "Không đạt"
        rows[:] = rows[:2]
        rows[0].update(subject="Cá nhân", name="Nguyễn Văn Mẫu 910", birth_year=1975)
        rows[0]["class"] = "Lãnh đạo"
        out = rows + [{**rows[0], "status": "Không đạt"}]
    if u == "TX-T-37":                     # a subject that is not in the list
        out = rows + [{**rows[0], "name": "Gia đình Mẫu 911", "subject": "Gia đình văn hóa", "birth_year": None}]
    if u == "TX-T-31":                     # a later folder mends one row and adds one
        put("2024-11-11", u, "dien-hinh.csv", "exemplar", out[:1], unit="code")
        out = [{**out[0], "status": "Đã khen thưởng"}] + out[1:]
        put("2024-12-04", u, "dien-hinh-bo-sung.csv", "exemplar", out, unit="code")
        continue
    put(["2024-11-11", "2024-11-25", "2024-12-04"][len(u + out[0]["name"]) % 3], u, f"dien-hinh.{ext(u, 'exemplar')}", "exemplar", out)
AWARD = {"Quận": "Giấy khen của Chủ tịch UBND quận", "Quận/Huyện/Sở": "Danh hiệu Người tốt, việc tốt cấp quận",
         "Thành phố": "Bằng khen của Chủ tịch UBND Thành phố", "Thành phố/Tỉnh/Bộ": "Danh hiệu Người tốt, việc tốt cấp Thành phố"}
for u in ALL:
    skip = kind[u] in ("PHONG", "DVSN") and u not in B("NOIVU", "VHTT", "GDDT", "TTYT", "KINHTE", "TUPHAP", "VANPHONG", "LDTBXH", "TTVH")
    if u in NO_PROPOSAL_FILE or skip or u == "TX-CTXH-NONGDAN":
        continue
    pool = [(r["name"], r["subject"], r["class"]) for r in exemplars.get(u, []) if r["status"] != "Không đạt"]
    want = 1 if u in ONE_PROPOSAL | {SAME_PERSON_TWICE, "TX-CTXH-CCB"} else R.randint(2, 4)
    while len(pool) < want:
        pool.append(subject(u)[:3])
    rows, day = [], between("2024-11-18", "2024-12-05")
    for name, subj, cls in pool[:want]:
        level = R.choice(["Quận", "Quận/Huyện/Sở", "Quận/Huyện/Sở", "Thành phố", "Thành phố/Tỉnh/Bộ"])
        rows.append(dict(year=2024, name=name, subject=subj, level=level, award=AWARD[level], document_number=f"{number('ttr') % 80 + 10}/TTr-{low(u).upper()}", documented_on=day))
        rows[-1]["class"] = cls
    if u == SAME_PERSON_TWICE:
        rows = [{**rows[0], "level": "Quận", "award": AWARD["Quận"]}, {**rows[0], "level": "Thành phố", "award": AWARD["Thành phố"]}]
    if u == "TX-T-04":                     # a title that only a person can have, asked for a group
        rows.append({**rows[0], "name": "Tổ chuyên môn Mẫu 912", "subject": "Tập thể", "level": "Thành phố", "award": "Công dân Thủ đô ưu tú", "class": None})
    proposals[u] = rows
    put("2024-12-06", u, f"de-nghi-khen-thuong.{ext(u, 'proposal')}", "proposal", rows)
rows, nominees = [], [(r["name"], r["subject"], r["class"], u) for u in WARD + SCHOOL for r in exemplars.get(u, []) if "Quận" in r["level"] and r["status"] != "Không đạt"][::3][:10]
for name, subj, cls, u in nominees:
    rows.append(dict(year=2024, name=name, subject=subj, level="Thành phố/Tỉnh/Bộ", award="Danh hiệu Người tốt, việc tốt cấp Thành phố",
                     document_number="15/TTr-UBND", documented_on=D("2025-01-03"), note=f"Đơn vị giới thiệu: {names[u]}"))
    rows[-1]["class"] = cls
rows.append(dict(year=2024, name="Nguyễn Thị Mẫu 999", subject="Cá nhân", level="Thành phố/Tỉnh/Bộ", award="Công dân Thủ đô ưu tú",
                 document_number="16/TTr-UBND", documented_on=D("2025-01-03"), note="Lĩnh vực đời sống xã hội"))
put("2025-01-04", "TX-QUAN", "de-nghi-thanh-pho.csv", "proposal", rows, unit="code", sep=",")

# ---------------------------------------------------------------- columns and posts

columns, column_rows = {}, {}
for u in ALL:
    if u not in WEBSITE or u in NO_REPORT:
        continue
    rows = []
    if u not in NO_COLUMN:
        opened = D("2024-12-20") if u == LATE_COLUMN else between("2023-09-01", "2024-04-30")
        rows.append(dict(kind=R.choice(["Chuyên mục", "Chuyên mục", "Chuyên trang"]), name="Gương người tốt, việc tốt", link=f"{site(u)}/guong-tot", posted_on=opened, channel="Trang TTĐT"))
        columns[u], column_rows[u] = rows[0]["link"], rows[0]
    for i in range(R.randint(2, 6)):
        rows.append(dict(kind=R.choice(["Tin/bài", "Tin/bài", "Tin/bài", "Phóng sự", "Mạng xã hội"]), name=f"Gương tốt quanh em, số {i + 1}", link=f"{site(u)}/bai/{i + 1}",
                         posted_on=between("2024-05-02", "2024-11-20"), exemplar=exemplars.get(u, [{"name": None}])[0]["name"]))
    sample_tasks.news(2024, u, rows)
    put("2024-12-23" if u == LATE_COLUMN else "2024-11-25", u, f"chuyen-muc-tin-bai.{ext(u, 'media')}", "media", rows)
put("2024-11-25", "TX-QUAN", "cong-ttdt.csv", "media", [dict(kind="Chuyên mục", name="Người tốt, việc tốt quận Thanh Xuân", link="https://thanhxuan.example.vn/nguoi-tot-viec-tot", posted_on=D("2023-05-19"), channel="Cổng TTĐT quận")], unit="code")

# ---------------------------------------------------------------- activities

MONTHS = [(m, date(2023 if m == 1 else 2024, 12 if m == 1 else m - 1, 15), date(2024, m, 14)) for m in range(1, 13)]
exchanges = {}
for u in OFFICE + WARD + SCHOOL:
    if u in NO_ACTIVITY_FILE:
        continue
    rows = []
    for m, a, b in MONTHS if u != NO_SESSIONS else []:
        if m in MISSED.get(u, ()):
            continue
        b = min(b, D("2024-11-28"))
        held = date(2024, m, 16) if SESSION_IN_NEXT_MONTH.get(u) == m else a + timedelta(R.randrange((b - a).days + 1))
        rows.append(dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=held, content=f"Sinh hoạt tháng {m}: giới thiệu điển hình tiên tiến", attendees=R.randint(12, 90)))
    k = 0 if R.random() < .15 else R.randint(1, 2)
    for i in range(k):
        rows.append(dict(kind=R.choice(["Giao lưu", "Tọa đàm", "Tham quan"]), held_on=between("2024-03-01", "2024-11-10"), content=f"Giao lưu với điển hình tiên tiến, lần {i + 1}", attendees=R.randint(20, 120)))
    if not rows:
        rows.append(dict(kind="Quán triệt", held_on=D("2024-03-05"), content="Quán triệt kế hoạch năm 2024", attendees=15))
    if u == "TX-T-15":                     # a number that is none, in a column that is not required; the month has another session
        rows.insert(1, dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=D("2024-01-03"), content="Buổi tuyên truyền bổ sung", attendees="đông đủ"))
    exchanges[u] = k
    sample_tasks.briefings(2024, u, rows)
    put("2024-12-02" if kind[u] == "TRUONG" else "2024-12-03", u, f"hoat-dong.{ext(u, 'activity')}", "activity", rows)
put("2024-12-12", "TX-QUAN", "hoat-dong-quan.csv", "activity",
    [dict(kind="Hội nghị biểu dương", held_on=D("2024-06-11"), content="Hội nghị biểu dương điển hình tiên tiến", attendees=210),
     dict(kind="Hội nghị biểu dương", held_on=D("2024-10-10"), content="Hội nghị biểu dương Người tốt, việc tốt, trao giải Cuộc thi viết", attendees=260),
     dict(kind="Giao lưu", held_on=D("2024-09-20"), content="Giao lưu, gặp mặt điển hình tiên tiến dịp Quốc khánh", attendees=150),   # after the period that the plan allows
     dict(kind="Tập huấn", held_on=D("2024-04-18"), content="Tập huấn nghiệp vụ thi đua, khen thưởng", attendees=128),
     dict(kind="Tập huấn", held_on=D("2024-05-09"), content="Tập huấn viết bài gương điển hình tiên tiến", attendees=96)] +
    [dict(kind="Kiểm tra", held_on=date(2024, 8, d), content="Kiểm tra công tác thi đua, khen thưởng", target=names[u], result="Đạt yêu cầu")
     for d, u in ((5, "TX-P-HADINH"), (6, "TX-P-KIMGIANG"), (7, "TX-T-01"), (8, "TX-T-27"), (9, "TX-PB-TTYT"))], unit="code")
put("2024-02-28", "TX-QUAN", "van-ban-quan.csv", "document",
    [dict(kind="Kế hoạch", number="52/KH-UBND", issued_on=D("2024-02-20"), summary="Kế hoạch tổ chức Cuộc thi viết về gương ĐHTT, NTVT năm 2024", contest="2024"),
     dict(kind="Công văn", number="118/UBND-NV", issued_on=D("2024-02-22"), summary="Hướng dẫn tham gia Cuộc thi viết năm 2024")], unit="code", variant=False)

# ---------------------------------------------------------------- reviews

VOTE = lambda: (lambda n: dict(members=n, present=n - R.randint(0, 2)))(R.randint(7, 15))
for u in ALL:
    if u in NO_REVIEW_YET:
        continue
    held = D("2025-01-03") if u == "TX-P-KIMGIANG" else between("2024-12-02", "2024-12-27" if u == "TX-P-TXNAM" else "2025-01-02")
    rows = []
    for r in exemplars.get(u, [])[:3] or [dict(name=subject(u)[0])]:
        v = VOTE()
        n = v["present"]
        rows.append(dict(held_on=held, exemplar=r["name"], **v, method=R.choice(["Bỏ phiếu kín", "Biểu quyết"]), issued=n, collected=n, valid=n, agree=n - R.randint(0, 1), result="Đạt", minutes=f"{number('bb') % 60 + 1}/BB-{low(u).upper()}"))
    sample_process.bend_reviews(u, rows)
    if u == "TX-T-17":
        rows[0]["agree"] = rows[0]["issued"] + 3            # more votes than ballots
    if u == "TX-P-KIMGIANG":               # held two days after the ward was merged into Hạ Đình: counts for Hạ Đình
        put("2025-01-04", u, "bien-ban-hop-xet.csv", "review", rows[:1], unit="code")
    else:
        put("2025-01-03" if held > D("2024-12-27") else "2024-12-30", u, f"bien-ban-hop-xet.{ext(u, 'review')}", "review", rows)
put("2024-01-08", "TX-T-06", "bien-ban-hop-xet.csv", "review", [dict(held_on=D("2024-01-05"), exemplar=exemplars["TX-T-06"][0]["name"], members=9, present=9, method="Biểu quyết", issued=9, collected=9, valid=9, agree=9, result="Đạt", minutes="01/BB-T-06")])
put("2025-01-04", "TX-QUAN", "hoi-dong-quan.csv", "review",
    [dict(held_on=D("2025-01-02"), exemplar=name, members=15, present=13, method="Bỏ phiếu kín", issued=13, collected=13, valid=13, agree=12, result="Đạt", minutes="01/BB-HĐ")
     for name, *_ in nominees], unit="code")

# ---------------------------------------------------------------- commendations and pledges

def commend(u, level, no, day, k):
    name, subj, cls, _ = subject(u)
    return dict(unit=u, name=name, subject=subj, decision_number=no, decided_on=day, level=level, award="Giấy khen", kind=k, amount=R.choice(["600.000", "1.200.000", "300.000"]),
                reason="Thành tích trong phong trào người tốt, việc tốt", **{"class": cls})
for u in WARD + sorted(T(1, 4, 9, 17, 25, 34)):
    day = between("2024-05-10", "2024-11-15")
    put("2024-12-04", u, f"khen-thuong.{ext(u, 'commendation')}", "commendation", [commend(u, "Phường/Xã" if u in WARD else "Đơn vị", f"{number('qd') + 30}/QĐ-{low(u).upper()}", day, R.choice(["Thường xuyên", "Chuyên đề"])) for _ in range(R.randint(1, 4))])
for no, day, received, k, units in (("1208/QĐ-UBND", D("2024-06-10"), "2024-06-20", "Chuyên đề", WARD + SCHOOL[::4] + OFFICE[::5]),
                                    ("2333/QĐ-UBND", D("2024-10-09"), "2024-10-21", "Thường xuyên", WARD + SCHOOL[1::3] + FRONT[:3] + CLUSTER[:3]),
                                    ("2417/QĐ-UBND", D("2024-10-18"), "2024-10-21", "Đột xuất", ["TX-P-HADINH", "TX-T-12"])):
    put(received, "TX-QUAN", f"khen-thuong-{no.split('/')[0]}.csv", "commendation", [commend(u, "Quận/Huyện/Sở", no, day, k) for u in units], unit="code", sep=",", stt=True)
for u in WARD + SCHOOL:
    if u in NO_PLEDGE:
        continue
    n = "nhiều" if u == "TX-T-39" else "1.045" if u == "TX-P-NHANCHINH" else R.randint(8, 260)
    day = between("2024-01-08", "2024-03-20")
    if u == "TX-T-20":                     # mended later
        put("2024-04-02", u, "giao-uoc.csv", "pledge", [dict(year=2024, registrants=0, signed_on=day)], unit="code")
        put("2024-04-15", u, "giao-uoc-dinh-chinh.csv", "pledge", [dict(year=2024, registrants=64, signed_on=day)], unit="code")
        continue
    put("2024-04-02", u, f"giao-uoc.{ext(u, 'pledge')}", "pledge", [dict(year=R.choice([2024, "Năm 2024"]), registrants=n, signed_on=day, partner="Công đoàn cơ sở")],
        **(dict(total=dict(registrants=n), unit="code") if u == "TX-P-NHANCHINH" else {}))
rows = [dict(unit=u, year=2024, registrants=R.randint(6, 40), signed_on=D("2024-01-19"), partner="Cụm thi đua") for u in OFFICE if u not in NO_PLEDGE]
put("2024-04-02", "TX-QUAN", "giao-uoc-phong-ban.csv", "pledge", rows, titles=["TỔNG HỢP KÝ GIAO ƯỚC THI ĐUA NĂM 2024"], numbers=True, unit="code", stt=True,
    total=dict(registrants=sum(r["registrants"] for r in rows) + 5))     # a total that does not add up

# ---------------------------------------------------------------- annual reports

YES = {"Có": "Không", "x": "-", "có": "không", "C": "K", "1": "0"}
for n, u in enumerate(ALL):
    if u in NO_REPORT:
        continue
    r = random.Random("bc" + u)
    yes = r.choice(["Có", "Có", "x", "có", "C", "1"])
    flag = lambda ok: yes if ok else YES[yes]
    ex = {}
    for row in exemplars.get(u, []):
        if row["status"] != "Không đạt":
            ex[row["subject"]] = ex.get(row["subject"], 0) + 1
    if u == "TX-T-10":
        ex = {"Cá nhân": 2}
    prop = proposals.get(u, [])
    es = entries.get(u, [])
    report = dict(period=r.choice(["2024", "Năm 2024", "năm 2024"]), plan_issued=flag(u not in NO_PLAN), plan_number=f"{r.randint(11, 99)}/KH" if u not in NO_PLAN else None,
        criteria_issued=flag(u not in NO_CRITERIA), exemplars_collective=ex.get("Tập thể", 0), exemplars_individual=f"{ex.get('Cá nhân', 0):02d}", exemplars_household=ex.get("Hộ gia đình", 0) if u in WARD else 0,
        proposed_district=sum("Quận" in p["level"] for p in prop), proposed_city=sum("Thành phố" in p["level"] for p in prop),
        contest_joined=flag(bool(es)), contest_entries=len(es), contest_prizes=sum("prize" in e for e in es),
        media_column=flag(u in columns), media_link=columns.get(u), posts=r.randint(2, 30), sessions=12 - len(MISSED.get(u, ())), exchanges=exchanges.get(u),
        self_checks=r.randint(0, 2), trained=r.randint(0, 40), commended_collective=r.randint(0, 3), commended_individual=r.randint(0, 6),
        review_date=between("2024-11-20", "2024-12-01") if r.random() < .3 else None,
        difficulties=r.choice([None, "Thiếu kinh phí, cán bộ kiêm nhiệm", "Cán bộ kiêm nhiệm nhiều việc;\nkinh phí hạn chế, \"chưa có\" phần mềm", "Không"]),
        proposals=r.choice([None, None, "Tổ chức tập huấn viết bài, chụp ảnh"]))
    if u in ("TX-T-28", "TX-T-48"):        # no list of exemplars: what the report says is all there is
        report.update(exemplars_collective=1 if u == "TX-T-28" else None, exemplars_individual=2 if u == "TX-T-28" else None, exemplars_household=0 if u == "TX-T-28" else None)
    if u in ("TX-T-38", "TX-P-KIMGIANG"):
        report.update(proposed_district=2 if u == "TX-T-38" else 1, proposed_city=0)
    if u == "TX-PB-YTE":
        report.update(contest_joined=yes, contest_entries="02 bài")
    if u == "TX-T-38":
        report.update(contest_joined=yes, contest_entries=3)
    if u == "TX-T-19":
        report.update(contest_joined=None, contest_entries=None)
    if u in MISDECLARED_EXEMPLARS:
        report["exemplars_individual"] = int(report["exemplars_individual"]) + 2
    if u in MISDECLARED_ENTRIES:
        report.update(contest_joined=yes, contest_entries=len(es) + 3)
    if u == "TX-T-46":                     # says yes, has no column and gives no address
        report.update(media_column=yes, media_link=None)
    if u == "TX-P-NHANCHINH":
        report["posts"] = "1.234"
    if u == "TX-T-43":                     # says that it has a plan; there is no document, and no number
        report["plan_issued"] = yes
    day = LATE_REPORT.get(u) or ["2024-12-05", "2024-12-09", "2024-12-10", "2024-12-11", "2024-12-12", "2024-12-13"][r.randrange(6)]
    name = f"bao-cao-nam.{ext(u, 'unit_report')}"
    if u == "TX-PB-KINHTE":                # two half-years instead of one annual report
        report["exemplars_individual"] = int(report["exemplars_individual"])
        half = {c: v // 2 if isinstance(v, int) else v for c, v in report.items()}
        rest = {c: v - v // 2 if isinstance(v, int) else v for c, v in report.items()}
        put("2024-06-20", u, "bao-cao-6-thang-dau-nam.csv", "unit_report", [{**half, "period": "6 tháng đầu năm 2024"}], unit="code")
        put("2024-12-11", u, "bao-cao-6-thang-cuoi-nam.csv", "unit_report", [{**rest, "period": "6 tháng cuối năm 2024"}], unit="code")
    elif u == "TX-T-08":                   # corrected after the deadline: still on time
        put("2024-12-05", u, name, "unit_report", [{**report, "contest_entries": 40, "trained": 9}])
        put("2024-12-19", u, "dinh-chinh-bao-cao-nam.csv", "unit_report", [report], unit="code")
    elif u == "TX-P-HADINH":
        put("2024-12-06", u, "bao-cao-nam.csv", "unit_report", [{**report, "posts": 3, "exemplars_household": 9}], unit="name", alias=True)
        put("2024-12-12", u, "bao-cao-nam-lan-2.csv", "unit_report", [report], unit="code")
    elif u == "TX-P-THUONGDINH":
        put(day, u, "bao-cao-nam.csv", "unit_report", [report], unit="code", stt=True, numbers=True, sep=",",
            titles=["UBND PHƯỜNG THƯỢNG ĐÌNH", "BÁO CÁO KẾT QUẢ TUYÊN TRUYỀN GƯƠNG ĐIỂN HÌNH TIÊN TIẾN NĂM 2024", "(Kèm theo Công văn số 88/UBND ngày 10/12/2024)"])
    elif u in ("TX-T-21", "TX-P-KHUONGTRUNG"):
        put(day, u, "bao-cao-nam.csv", "unit_report", [report], unit="code", stt=True, merged=True, variant=False)
    elif u == "TX-T-09":                   # the registry put its date into the file name instead of a folder
        path = f"{day}/{u}/x.csv"
        put(day, u, "x.csv", "unit_report", [report])
        raw(f"{u}/{day} BC nam.csv", files.pop(path))
    else:
        put(day, u, name, "unit_report", [report])
raw("2024-12-09/TX-T-30/bao-cao-moi.csv", b"")
raw("2024-12-10/TX-T-12/suc-khoe-hoc-sinh.csv", "Lớp,Sĩ số,Chiều cao trung bình (cm),Cân nặng trung bình (kg)\r\n6A,42,148,39\r\n6B,40,147,38\r\n".encode())

# ---------------------------------------------------------------- roster files

def sheet(name, header, rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([header] + rows)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / name).write_bytes("\ufeff".encode() + out.getvalue().encode())


CLOSED = P("TXNAM", "KIMGIANG")           # merged on 01/01/2025; all others were there to the district's last day, 30/06/2025
ABOLISHED = "2025-07-01"
# The new wards, and which of the old ones went where: ../shared/data/crosswalk-2025-07.csv (code, name, main successor).
NEW = {"THANHXUAN": "Thanh Xuân", "KHUONGDINH": "Khương Đình", "PHUONGLIET": "Phương Liệt", "YENHOA": "Yên Hòa", "DAIMO": "Đại Mỗ",
       "THANHLIET": "Thanh Liệt", "TUONGMAI": "Tương Mai"}
INTO = {"NHANCHINH": ["THANHXUAN", "YENHOA", "DAIMO"], "THUONGDINH": ["KHUONGDINH", "THANHXUAN"], "KHUONGTRUNG": ["KHUONGDINH", "PHUONGLIET"],
        "KHUONGMAI": ["PHUONGLIET"], "TXTRUNG": ["THANHXUAN", "KHUONGDINH"], "PHUONGLIET": ["PHUONGLIET", "TUONGMAI"],
        "HADINH": ["KHUONGDINH", "THANHLIET"], "KHUONGDINH": ["KHUONGDINH", "PHUONGLIET"], "TXBAC": ["THANHXUAN", "THANHLIET"]}    # the main one first
members = [u for u in OFFICE + WARD + SCHOOL + FRONT]
cluster = {}
for i, group in enumerate((OFFICE, WARD, [u for u in SCHOOL if int(u[-2:]) <= 16], [u for u in SCHOOL if 16 < int(u[-2:]) <= 32], [u for u in SCHOOL if int(u[-2:]) > 32], FRONT), 1):
    for u in group:
        cluster[u] = f"TX-CUM-{i:02d}"
short = {f"TX-PB-{c}": s for c, _, _, s in OFFICES} | {f"TX-P-{c}": f"P. {n}" for c, n in WARDS} | {u: aliases[u][0] for u in SCHOOL} | {"TX-MTTQ": "MTTQ", "TX-QUAN": "Q. Thanh Xuân"}
rows = []
for i, u in enumerate(["TX-QUAN"] + ALL + CLUSTER):
    title = {"PHUONG": "Chủ tịch UBND phường", "TRUONG": "Hiệu trưởng", "HUYEN": "Chủ tịch UBND quận", "PHONG": "Trưởng phòng", "DVSN": "Giám đốc", "CUM": "Cụm trưởng"}.get(kind[u], "Chủ tịch")
    rows.append([u, names[u], short.get(u, ""), "|".join(aliases.get(u, [])), kind[u], "Quận" if u == "TX-QUAN" else "Đơn vị", "" if u == "TX-QUAN" else "TX-QUAN", "",
                 "thuong-truc" if u == "TX-MTTQ" else "", cluster.get(u, ""), "2020-01-01", "2025-01-01" if u in CLOSED else ABOLISHED, "Có" if u in WEBSITE | {"TX-QUAN"} else "Không",
                 "" if kind[u] == "CUM" else R.randint(8, 95), "đề nghị" if u in FRONT else "giao", i, f"Đỗ Văn Mẫu {i + 601}", title, ""])
line = {r[0]: r for r in rows}
for n, u in enumerate(SCHOOL):            # schools go on, under the new wards (which school lies where is made up)
    rows.append(line[u][:6] + [f"HN-P-{list(NEW)[n % 3]}"] + [""] * 3 + [ABOLISHED, ""] + line[u][12:])
rows.append(["HN-TP", "Thành phố Hà Nội", "", "UBND Thành phố Hà Nội", "TINH", "Thành phố", *[""] * 6, "Có", "", "giao", 200, *[""] * 3])
for n, (code, name) in enumerate(NEW.items(), 201):
    rows.append([f"HN-P-{code}", f"Phường {name}", "", "", "PHUONG", "Đơn vị", "HN-TP", "", "", "", ABOLISHED, "", "Có", "", "giao", n, *[""] * 3])
sheet("units.csv", ["Mã đơn vị", "Tên đơn vị", "Tên viết tắt", "Tên khác", "Loại đơn vị", "Cấp", "Mã đơn vị cấp trên", "Đơn vị nhận báo cáo", "Nhóm đơn vị", "Cụm/khối thi đua",
                    "Hiệu lực từ ngày", "Hiệu lực đến ngày", "Có trang TTĐT", "Số CBCCVC", "Hình thức giao", "Thứ tự", "Người đứng đầu", "Chức vụ", "Email"], rows)
sheet("changes.csv", ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ", "Mã ĐV mới", "Kế thừa chính", "Căn cứ", "Ghi chú"],
      [["2025-01-01", "Nhập toàn bộ", "TX-P-TXNAM", "TX-P-TXBAC", "Có", "Nghị quyết 1286/NQ-UBTVQH15", "Phường Thanh Xuân Nam nhập vào phường Thanh Xuân Bắc"],
       ["2025-01-01", "Nhập toàn bộ", "TX-P-KIMGIANG", "TX-P-HADINH", "Có", "Nghị quyết 1286/NQ-UBTVQH15", "Phường Kim Giang nhập vào phường Hạ Đình"]] +
      [[ABOLISHED, "Nhập toàn bộ" if len(new) == 1 else "Nhập một phần", f"TX-P-{old}", f"HN-P-{n}", "Có" if n == new[0] else "Không", "Nghị quyết 1656/NQ-UBTVQH15 ngày 16/6/2025", ""]
       for old, new in INTO.items() for n in new] +
      [[ABOLISHED, "Chuyển đơn vị quản lý", u, u, "Có", "", "Trường công lập chuyển về phường mới quản lý (phường nào: giả định cho số liệu mẫu)"] for u in SCHOOL] +
      [[ABOLISHED, "Giải thể", u, "", "", "", "Kết thúc hoạt động cùng cấp huyện; số văn bản ghi khi đối chiếu được"] for u in ["TX-QUAN"] + OFFICE + FRONT + CLUSTER])
first = set()
rows = []
for u in members:
    rows.append([cluster[u], names[cluster[u]], "Quận", u, "Thành viên" if cluster[u] in first else "Trưởng cụm, khối", 2024])
    first.add(cluster[u])
sheet("clusters.csv", ["Mã cụm", "Tên cụm", "Cấp tổ chức", "Mã đơn vị", "Vai trò", "Năm"], rows + [["HN-CUM-IX", "Cụm thi đua số IX", "Thành phố", "TX-QUAN", "Thành viên", 2024]])
sheet("movements.csv", ["Mã phong trào", "Tên phong trào", "Cấp phát động", "Đơn vị thường trực", "Từ ngày", "Đến ngày", "Phương thức", "Phạm vi", "Số ngày văn bản"],
      [["PT-NTVT", "Người tốt, việc tốt", "Quận", "TX-PB-NOIVU", "2021-01-01", "2025-12-31", "Thường xuyên hàng năm", "Toàn quận", "12/KH-UBND ngày 15/01/2021"],
       ["PT-VANHOA", "Toàn dân đoàn kết xây dựng đời sống văn hóa", "Quận", "TX-PB-VHTT", "2021-01-01", "2025-12-31", "Thường xuyên hàng năm", "Toàn quận", "31/KH-UBND ngày 22/02/2021"],
       ["PT-DOTHI", "Thi đua giữ gìn trật tự, văn minh đô thị", "Quận", "TX-PB-QLDT", "2022-03-01", "2025-12-31", "Theo chuyên đề", "Toàn quận", "47/KH-UBND ngày 01/3/2022"],
       ["PT-HOCTOT", "Dạy tốt, học tốt", "Quận", "TX-PB-GDDT", "2021-09-05", "2025-12-31", "Thường xuyên hàng năm", "Các trường học", "103/KH-UBND ngày 05/9/2021"],
       ["PT-DOANKET", "Đoàn kết, sáng tạo", "Quận", "TX-MTTQ", "2021-01-01", "2025-12-31", "Thường xuyên hàng năm", "MTTQ và các đoàn thể", "08/KH-MTTQ ngày 18/01/2021"]])
sheet("decisions.csv", ["Số quyết định", "Ngày", "Loại", "Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Giá trị", "Lý do", "Hết hiệu lực"],
      [["112/QĐ-HĐTĐKT", "2024-11-20", "Miễn", "TX-T-45", "TX-31", "2024", "", "Trang thông tin điện tử của trường ngừng hoạt động để nâng cấp cả năm 2024", ""],
       ["118/QĐ-HĐTĐKT", "2024-12-12", "Gia hạn", "TX-T-05", "TX-71", "2024", "2024-12-25", "Trường sửa chữa, chuyển địa điểm tạm trong tháng 12/2024", ""],
       ["118/QĐ-HĐTĐKT", "2024-12-12", "Gia hạn", "TX-T-05", "annual", "2024", "2024-12-25", "Trường sửa chữa, chuyển địa điểm tạm trong tháng 12/2024", ""],
       ["121/QĐ-HĐTĐKT", "2024-12-27", "Giải trình", "TX-P-PHUONGLIET", "contradiction", "2024", "", "Danh sách gửi thiếu 02 điển hình đã công nhận đợt cuối năm; phường bổ sung trong tháng 01/2025", "2025-06-30"],
       ["47/QĐ-HĐTĐKT", "2025-06-12", "Miễn", "TX-T-11", "TX-57", "2025", "", "Trường đóng cửa để cải tạo trong tháng 3/2025", ""]])
sample_years.add(globals())
sample_tasks.add(globals())

shutil.rmtree(TARGET / "submissions", ignore_errors=True)
for path, data in sorted(files.items()):
    f = TARGET / "submissions" / path
    f.parent.mkdir(parents=True, exist_ok=True)
    f.write_bytes(data)
print(len(files), "files,", sum(map(len, files.values())), "bytes,", sum(map(len, entries.values())), "contest entries")
