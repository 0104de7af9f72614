#!/usr/bin/env python3
"""Writes the sample of input/lang-son-khdt (everything there but plan.yaml and README.md).

    python3 Tests/Independent/make_lang_son.py [TARGET]

Deterministic. The kinds of divisions are those of a real Sở Kế hoạch và Đầu tư; people, numbers and links are made up and
look made up. Planted faults are the constants below; the README of the sample lists them for people.
"""
import random, sys
from datetime import date, timedelta
from pathlib import Path
from office_files import Office

R = random.Random(20230405)
TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "input/lang-son-khdt"
D = date.fromisoformat
DIVISIONS = [("VP", "Văn phòng Sở", "VP Sở", 9), ("TTRA", "Thanh tra Sở", "Thanh tra", 6), ("THQH", "Phòng Tổng hợp - Quy hoạch", "P. TH-QH", 8),
             ("DKKD", "Phòng Đăng ký kinh doanh", "P. ĐKKD", 7), ("DN", "Phòng Doanh nghiệp và Kinh tế tập thể", "P. DN&KTTT", 5),
             ("KTN", "Phòng Kinh tế ngành", "P. KTN", 7), ("KGVX", "Phòng Khoa giáo - Văn xã", "P. KGVX", 5),
             ("KTDN", "Phòng Kinh tế đối ngoại", "P. KTĐN", 5), ("TDGS", "Phòng Thẩm định và Giám sát đầu tư", "P. TĐ&GSĐT", 8),
             ("XTDT", "Trung tâm Xúc tiến đầu tư", "TT XTĐT", 14)]
UNITS = [f"LS-{c}" for c, *_ in DIVISIONS]
STAFF = {f"LS-{c}": n for c, _, _, n in DIVISIONS}
names = {f"LS-{c}": n for c, n, _, _ in DIVISIONS} | {"LS-SO": "Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn"}
QUOTA = {u: 3 if u in ("LS-VP", "LS-XTDT", "LS-DKKD") else 2 for u in UNITS}

NO_REPORT_2024, LATE_REPORT_2024 = "LS-DN", {"LS-KTDN": "2024-12-15", "LS-TTRA": "2025-01-06"}
TWO_HALVES, RESENT, QUARTERLY = "LS-KGVX", "LS-VP", "LS-XTDT"
NO_EXEMPLARS, LATE_EXEMPLARS, TOO_FEW = "LS-DN", {"LS-KTN": "2025-01-08"}, {"LS-DKKD": 2, "LS-KTDN": 1}
NOT_BRIEFED, BRIEFED_SHORT, BRIEFED_TOO_MANY = "LS-DN", "LS-KTDN", "LS-TDGS"
NO_SELF_CHECK = "LS-DKKD"                                # declares two self-checks, lists none
NO_MODEL, NOT_FOLLOWED, UNMET_CRITERIA = "LS-TTRA", "LS-THQH", "LS-TDGS"
NO_OFFICER, SLOW_POST, MISDECLARED = "LS-KTN", "LS-XTDT", "LS-THQH"
NOT_POSTED, NO_DAYS = "LS-KGVX", "LS-VP"                 # recognised and not posted; posted months later, the number of days left blank

EXTRA = dict(
    quota=dict(unit="Mã đơn vị", year="Năm", quota="Số điển hình được giao", basis="Văn bản giao"),
    model=dict(unit="Mã đơn vị", model="Tên mô hình", area="Lĩnh vực mô hình", registered_on="Ngày đăng ký", outcome="Hiệu quả"),
    initiative=dict(unit="Mã đơn vị", title="Tên đề tài, sáng kiến, giải pháp", authors="Tác giả sáng kiến", exemplar="Điển hình",
                    recognised_on="Ngày công nhận", decision="Số QĐ công nhận sáng kiến"),
    information=dict(unit="Mã đơn vị", content="Nội dung thông tin", receiver="Cơ quan nhận thông tin", sent_on="Ngày cung cấp"))
o = Office(TARGET, names, EXTRA)
o.heads["unit_report"] |= dict(officer="Đã bố trí cán bộ làm công tác TĐKT", lessons="Bài học kinh nghiệm")
o.heads["exemplar"] |= dict(criteria="Số tiêu chuẩn đạt (06 tiêu chuẩn)", follow_up="Theo dõi, bồi dưỡng, nhân rộng",
                            days_to_post="Số ngày từ khi công nhận đến khi đăng")
o.heads["proposal"] |= dict(purpose="Mục đích", recipient="Nơi nhận", post_link="Link bài đăng", posted_on="Ngày đăng")
o.heads["activity"] |= dict(invited="Số người phải dự")
put = o.put
low = lambda u: u.lower().replace("ls-", "")
spread = lambda a, b: D(a) + timedelta(R.randrange((D(b) - D(a)).days + 1))
SO = "LS-SO"

# ---------------------------------------------------------------- the Sở's own files

put("2023-04-10", SO, "chi-tieu-249a-2023.csv", "quota", [dict(unit=u, year="Năm 2023", quota=QUOTA[u], basis="249a/KH-SKHĐT") for u in UNITS],
    ident="code", sep=";", titles=["SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH LẠNG SƠN", "GIAO SỐ LƯỢNG ĐIỂN HÌNH TIÊN TIẾN NĂM 2023"], total=dict(quota=sum(QUOTA.values())))
put("2024-01-15", SO, "chi-tieu-249a-2024.csv", "quota", [dict(unit=u, year=2024, quota=f"{QUOTA[u]:02d}", basis="249a/KH-SKHĐT") for u in UNITS],
    ident="name", total=dict(quota=sum(QUOTA.values())), footer=["", "Người lập biểu"])
put("2023-04-06", SO, "van-ban-2023.csv", "document", [
    dict(kind="Kế hoạch", number="249a/KH-SKHĐT", issued_on=D("2021-11-23"), covers="Giai đoạn 2021-2025", summary="Xây dựng, nhân rộng các mô hình, điển hình tiên tiến"),
    dict(kind="Kế hoạch", number="101/KH-SKHĐT", issued_on=D("2023-04-05"), covers="Giai đoạn 2022-2025", summary="Triển khai Đề án Tuyên truyền gương điển hình tiên tiến"),
    dict(kind="Công văn", number="812/SKHĐT-VP", issued_on=D("2023-04-06"), summary="Đôn đốc triển khai Kế hoạch 101")], ident="none")
put("2023-12-28", SO, "bao-cao-2023.csv", "document", [dict(kind="Báo cáo", number="845/BC-SKHĐT", issued_on=D("2023-12-27"), summary="Kết quả thực hiện Đề án năm 2023")], ident="none")
put("2024-06-20", SO, "van-ban-2024.csv", "document", [
    dict(kind="Kế hoạch", number="38/KH-SKHĐT", issued_on=D("2024-02-19"), summary="Kế hoạch tuyên truyền điển hình tiên tiến năm 2024"),
    dict(kind="Công văn", number="655/SKHĐT-VP", issued_on=D("2024-05-14"), summary="Đôn đốc gửi danh sách điển hình"),
    dict(kind="Công văn", number="655/SKHĐT-VP", issued_on=D("2024-05-14"), summary="Đôn đốc gửi danh sách điển hình, đợt 1"),                  # one key twice
    dict(kind="Báo cáo", number="390/BC-SKHĐT", issued_on=D("2024-06-18"), summary="Kết quả thực hiện Đề án 6 tháng đầu năm 2024")], ident="code")                     # not the year's
put("2025-01-03", SO, "bao-cao-2024.csv", "document", [dict(kind="Báo cáo", number="02/BC-SKHĐT", issued_on=D("2025-01-02"), summary="Kết quả thực hiện Đề án năm 2024")], ident="code")
put("2025-02-10", SO, "van-ban-2025.csv", "document", [dict(kind="Kế hoạch", number="17/KH-SKHĐT", issued_on=D("2025-02-07"), summary="Kế hoạch năm 2025")], ident="code")

for year, months in ((2023, range(4, 13)), (2024, [m for m in range(1, 13) if m != 8]), (2025, (1, 2))):
    rows = [dict(kind=R.choice(["Tin/bài", "Tin, bài", "Phóng sự"]), name=f"Gương điển hình tháng {m:02d}/{year} (bài mẫu {k})",
                 link=f"https://sokhdt.example.vn/tin/{year}-{m:02d}-{k}", posted_on=date(year, m, R.randint(2, 27)), channel=R.choice(["Nền tảng số", "Trang TTĐT", "Báo đài"]))
            for m in months for k in range(1, R.randint(2, 3))]
    if year == 2024:
        rows[3]["channel"] = "Loa phường"                # outside the list: the cell is left out, the row counts
        rows.append(dict(kind="Chuyên mục", name="Điển hình tiên tiến ngành kế hoạch", link="https://sokhdt.example.vn/dhtt", posted_on=D("2024-01-05"), channel="Trang TTĐT"))
        rows += [dict(kind="Tin/bài", name=f"Giới thiệu điển hình {i}", link=f"https://sokhdt.example.vn/gt/{i}", posted_on=D("2024-12-16"), exemplar=f"Điển hình giới thiệu {i}", channel="Trang TTĐT") for i in (1, 2, 3)]
        put("2024-07-05", SO, "tin-bai-6-thang.csv", "media", [r for r in rows if r["posted_on"] < D("2024-07-01")], ident="none", sep=",")
        rows = [r for r in rows if r["posted_on"] >= D("2024-07-01")]
    put({2023: "2023-12-29", 2024: "2025-01-06", 2025: "2025-02-27"}[year], SO, f"tin-bai-{year}.csv", "media", rows, ident="none", sep="," if year < 2025 else "\t")

G, K = "Giới thiệu tuyên truyền", "Đề nghị khen thưởng"
recognised = {2023: {"Tập thể": [], "Cá nhân": []}, 2024: {"Tập thể": [], "Cá nhân": []}}      # recognised by the Sở


def introduce(year, rows, day, **k):
    put(day, SO, f"gioi-thieu-so-noi-vu-{year}.csv", "proposal", [
        dict(year=year, name=n, subject=s, level="Tỉnh", award=a, purpose=p, recipient="Sở Nội vụ", document_number=f"{i + 20}/TTr-SKHĐT",
             documented_on=d, post_link=l and f"https://sokhdt.example.vn/gt/{year}/{i}", posted_on=l) for i, (n, s, a, p, d, l) in enumerate(rows, 1)], ident="code", **k)


put("2024-12-30", SO, "khen-thuong-2024.csv", "commendation", [
    dict(unit="LS-XTDT", name="Trung tâm Xúc tiến đầu tư", subject="Tập thể", decision_number="210/QĐ-SKHĐT", decided_on=D("2024-12-27"), level="Sở", award="Giấy khen", kind="Thường xuyên", amount="1.170.000"),
    dict(unit="LS-VP", name=o.person(), subject="Cá nhân", decision_number="210/QĐ-SKHĐT", decided_on=D("2024-12-27"), level="Sở", award="Giấy khen", kind="Thường xuyên", amount="702.000", **{"class": "Người trực tiếp"}),
    dict(unit="LS-KTN", name=o.person(), subject="Cá nhân", decision_number="210/QĐ-SKHĐT", decided_on=D("2024-12-27"), level="Sở", award="Giấy khen", kind="Thường xuyên", amount="702.000", **{"class": "Lãnh đạo"}),
    dict(unit="LS-THQH", name=o.person(), subject="Cá nhân", decision_number="96/QĐ-SKHĐT", decided_on=D("2024-06-18"), level="Sở", award="Giấy khen", kind="Đột xuất", amount="702.000", **{"class": "Người trực tiếp"}),
    dict(unit="LS-TDGS", name=o.person(), subject="Cá nhân", decision_number="133/QĐ-SKHĐT", decided_on=D("2024-08-30"), level="Sở", award="Giấy khen", kind="Chuyên đề", amount="702.000", **{"class": "Người trực tiếp"})],
    ident="code", sep=";")
put("2023-12-29", SO, "khen-thuong-2023.csv", "commendation", [
    dict(unit=u, name=o.person(), subject="Cá nhân", decision_number="198/QĐ-SKHĐT", decided_on=D("2023-12-26"), level="Sở", award="Giấy khen", kind="Thường xuyên", amount=702000) for u in ("LS-DKKD", "LS-TTRA")], ident="code")
put("2024-10-20", SO, "cung-cap-thong-tin.csv", "information", [
    dict(content="Mô hình hỗ trợ doanh nghiệp", receiver="Cơ quan TĐKT", sent_on=D("2024-05-20")), dict(content="Gương cán bộ trẻ", receiver="Báo chí", sent_on=D("2024-10-09")),
    dict(content="Gương cán bộ trẻ", receiver="Cơ quan TĐKT", sent_on=D("2024-10-09")), dict(content="Cách làm hay", receiver="Tổ dân phố", sent_on=D("2024-10-10"))], ident="none")
put("2023-10-20", SO, "cung-cap-thong-tin-2023.csv", "information", [dict(content="Mô hình dân vận khéo", receiver="Cơ quan TĐKT", sent_on=D("2023-09-09"))], ident="none")
train = lambda days: [dict(kind="Tập huấn", held_on=D(d), content=f"Bồi dưỡng nghiệp vụ thi đua, khen thưởng, lớp {i}", attendees=R.randint(2, 5), target="Tỉnh tổ chức") for i, d in enumerate(days, 1)]
put("2023-12-20", SO, "hoat-dong-2023.csv", "activity", train(["2023-05-11", "2023-08-22", "2023-11-07"]), ident="none")
put("2024-12-20", SO, "hoat-dong-2024.csv", "activity", train(["2024-03-12", "2024-03-29", "2024-05-21", "2024-10-31"])        # no class in Quý III
    + [dict(kind="Hội nghị biểu dương", held_on=D("2024-12-18"), content="Tổng kết, biểu dương điển hình tiên tiến", attendees=71)], ident="none")
put("2025-02-26", SO, "hoat-dong-2025.csv", "activity", train(["2025-02-18"]), ident="none")

# ---------------------------------------------------------------- divisions and the centre

AREA = ["Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "Dân vận khéo", "Nhiệm vụ chuyên môn"]
ENC = {("LS-TTRA", "exemplar"): "tcvn3", ("LS-DKKD", "activity"): "cp1258", ("LS-KTN", "unit_report"): "cp1258", ("LS-XTDT", "exemplar"): "utf-16",
       ("LS-KGVX", "model"): "twice", ("LS-KTDN", "exemplar"): "nfd", ("LS-TDGS", "initiative"): "tcvn3"}
look = lambda u, f: {"enc": e, **({"sep": "\t"} if e == "utf-16" else {})} if (e := ENC.get((u, f))) else {}
for n, u in enumerate(UNITS):
    staff = STAFF[u]
    for year in (2023, 2024):
        declared = {}
        # exemplars
        if not (year == 2024 and u == NO_EXEMPLARS):
            count, rows = (TOO_FEW.get(u, QUOTA[u]) if year == 2024 else QUOTA[u] - (u == "LS-DN")), []
            for i in range(count):
                group = i == 0 and n % 3 == 0
                status = "Được công nhận" if i == 0 else R.choice(["Được giới thiệu", "Được công nhận"])
                known = status == "Được công nhận"
                rows.append(dict(year=year, name=f"Tổ công tác Mẫu {o.number('group'):02d}" if group else o.person(), subject="Tập thể" if group else "Cá nhân",
                                 birth_year=None if group else R.randint(1970, 1998), field=AREA[(n + i) % 3], level="Sở" if known else "Đơn vị", status=status,
                                 decision_number="205/QĐ-SKHĐT" if known else None, decided_on=date(year, 11, 4) if known else None, criteria=6 if known else R.randint(4, 6),
                                 follow_up=None if known and u == NOT_FOLLOWED and year == 2024 else "Phân công lãnh đạo phòng theo dõi" if known else None,
                                 days_to_post=R.randint(3, 21) if known else None, summary="Hoàn thành xuất sắc nhiệm vụ được giao"))
                if known:
                    recognised[year][rows[-1]["subject"]].append(rows[-1]["name"])
            if year == 2024 and u == UNMET_CRITERIA:
                rows[0]["criteria"] = 5
            if year == 2024 and u == SLOW_POST:
                rows[0] |= dict(decision_number="71/QĐ-SKHĐT", decided_on=D("2024-04-10"), days_to_post=44)
            for r in rows:
                if r.get("days_to_post"):
                    r["posted_on"] = r["decided_on"] + timedelta(r["days_to_post"])
            if year == 2024 and u == NOT_POSTED:
                rows[0] |= dict(posted_on=None, days_to_post=None)
            if year == 2024 and u == NO_DAYS:
                rows[0] |= dict(decision_number="52/QĐ-SKHĐT", decided_on=D("2024-03-04"), posted_on=D("2024-09-10"), days_to_post=None)
            if n % 4 == 1:
                rows.append(dict(year=year, name=o.person(), subject="Cá nhân", birth_year=1995, status="Nhân tố mới", level="Đơn vị", criteria=3))
            if u == "LS-VP" and year == 2024:
                rows.append(dict(year=year, name=o.person(), subject="Cá nhân", birth_year=1988, status="Không đạt", level="Đơn vị", criteria=2))
            if u == "LS-XTDT" and year == 2024:
                rows.append(dict(year=year, name="Đoàn khách Mẫu", subject="Đoàn thể", status="Được giới thiệu"))          # not in the list of subjects: rejected
            declared = {s: sum(r["subject"] == l and r["status"] not in ("Nhân tố mới", "Không đạt") for r in rows) for s, l in (("collective", "Tập thể"), ("individual", "Cá nhân"))}
            special = look(u, "exemplar") if year == 2024 else {}
            if u == "LS-THQH" and year == 2024:
                special = dict(titles=["PHÒNG TỔNG HỢP - QUY HOẠCH", "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2024"], numbers=True, footer=["", "Lạng Sơn, ngày 06 tháng 12 năm 2024"])
            if u == "LS-VP" and year == 2024:
                special = dict(stt=True, sep_line=True, sep=";")
            if u == "LS-KTN" and year == 2024:
                special = dict(rename=dict(name="Họ và tên, tên tập thể", position="Chức vụ, chức danh"))
            day = LATE_EXEMPLARS.get(u, "2024-12-09") if year == 2024 else "2023-12-06"
            if u == "LS-XTDT" and year == 2024:          # the first half of the list for the mid-year review, then all of it
                put("2024-06-25", u, "dien-hinh-so-ket.csv", "exemplar", rows[:1], ident="code", sep=",")
            put(day, u, f"dien-hinh-{year}.{'txt' if special.get('enc') == 'utf-16' else 'csv'}", "exemplar", rows, **special)
        # the year's report
        row = dict(period=f"Năm {year}", plan_issued=R.choice(["Có", "x", "Có"]), exemplars_collective=declared.get("collective"), exemplars_individual=declared.get("individual"),
                   posts=R.randint(1, 9), sessions=R.randint(2, 12), self_checks=R.randint(1, 2), trained=R.choice(["02", 3, "1 người", "4"]), officer="Không" if u == NO_OFFICER and year == 2024 else R.choice(["Có", "có", "x"]),
                   lessons="Giao việc cụ thể, kiểm tra thường xuyên" if n % 2 else None, difficulties="Khối lượng công việc lớn;\nthiếu kinh phí" if n % 3 == 0 else None)
        if u == NO_SELF_CHECK and year == 2024:
            row["self_checks"] = 2
        if u == MISDECLARED and year == 2024:
            row["exemplars_individual"] = (row["exemplars_individual"] or 0) + 2
        if u == "LS-TTRA" and year == 2024:
            row["posts"] = "vài bài"                      # no number: the cell is left out
        if year == 2023:
            put("2023-12-11", u, "bao-cao-nam-2023.csv", "unit_report", [row])
        elif u == TWO_HALVES:
            for half, when, part in (("6 tháng đầu năm 2024", "2024-06-28", "06-thang"), ("6 tháng cuối năm 2024", "2024-12-12", "cuoi-nam")):
                put(when, u, f"bao-cao-{part}.csv", "unit_report", [{**row, "period": half, "exemplars_collective": row["exemplars_collective"] if "cuối" in half else 0,
                    "exemplars_individual": row["exemplars_individual"] if "cuối" in half else 0}], ident="code")
        elif u != NO_REPORT_2024:
            put(LATE_REPORT_2024.get(u, f"2024-12-{R.randint(5, 14):02d}"), u, "bao-cao-nam-2024.csv", "unit_report", [row], merged=u == "LS-TDGS", **look(u, "unit_report"))
            if u == RESENT:
                put("2024-12-20", u, "bao-cao-nam-2024 (dinh chinh).csv", "unit_report", [{**row, "posts": 12}], ident="code")
        if u == QUARTERLY and year == 2024:
            for q, when in (("I", "2024-03-29"), ("II", "2024-06-27"), ("III", "2024-09-30")):
                put(when, u, f"bao-cao-quy-{q}.csv", "unit_report", [dict(period=f"Quý {q}/2024", officer="Có", posts=2, sessions=3, self_checks=1 if q == "II" else 0)], ident="code")
        # activities
        rows, quiet = [], year == 2024
        if not (quiet and u == NOT_BRIEFED):
            present = staff - 2 if quiet and u == BRIEFED_SHORT else staff + 2 if quiet and u == BRIEFED_TOO_MANY else staff
            if u == "LS-XTDT" and quiet:                  # in two sittings
                rows += [dict(kind="Quán triệt", held_on=D("2024-03-05"), content="Quán triệt kế hoạch năm 2024 (đợt 1)", attendees=9, invited=9),
                         dict(kind="Quán triệt", held_on=D("2024-04-03"), content="Quán triệt kế hoạch năm 2024 (đợt 2)", attendees=5, invited=5)]
            else:
                rows.append(dict(kind="Quán triệt", held_on=spread(f"{year}-04-10", f"{year}-04-28") if not quiet else spread("2024-02-21", "2024-03-20"), content=f"Quán triệt kế hoạch năm {year}", attendees=present, invited=staff))
        if not (quiet and u == NO_SELF_CHECK):
            rows.append(dict(kind="Kiểm tra", held_on=spread(f"{year}-07-01", f"{year}-11-20"), content="Tự kiểm tra công tác thi đua, khen thưởng", attendees=R.randint(2, 5), result="Đạt yêu cầu"))
        rows += [dict(kind=R.choice(["Sinh hoạt/Buổi tuyên truyền", "Sinh hoạt chuyên đề"]), held_on=spread(f"{year}-01-10", f"{year}-11-25"), content=f"Sinh hoạt tuyên truyền điển hình, lần {i}", attendees=R.randint(4, staff)) for i in range(1, R.randint(2, 4))]
        if quiet and u == "LS-KGVX":
            rows.append(dict(kind="Tọa đàm", held_on="31/02/2024", content="Tọa đàm ngày không có thật"))
        if quiet and u == "LS-THQH":
            rows.append(dict(unit="LS-KTN", kind="Kiểm tra", held_on=D("2024-09-09"), content="Kiểm tra chéo"))             # another division's: out of scope
        special = look(u, "activity") if quiet else {}
        if u == "LS-THQH" and quiet:
            special["ident"] = "code"
        put(f"{year}-12-{R.randint(1, 12):02d}", u, f"hoat-dong-{year}.csv", "activity", rows, **special)
        # models, initiatives
        if not (quiet and u == NO_MODEL):
            put(f"{year}-05-{R.randint(5, 28):02d}", u, f"mo-hinh-{year}.csv", "model",
                [dict(model=f"Mô hình Mẫu {o.number('model'):02d}", area=AREA[1] if u == "LS-DKKD" else AREA[2] if n % 2 else AREA[0], registered_on=spread(f"{year}-03-01", f"{year}-05-04"), outcome="Duy trì tốt")]
                + ([dict(model="Mô hình khác", area="Lĩnh vực khác", registered_on=date(year, 4, 1))] if u == "LS-VP" else []), **(look(u, "model") if quiet else {}))
        if n % 3 != 1 or u == "LS-TDGS":
            put(f"{year}-12-03", u, f"sang-kien-{year}.csv", "initiative",
                [dict(title=f"Giải pháp Mẫu {o.number('idea'):02d}", authors=o.person(), recognised_on=spread(f"{year}-10-01", f"{year}-11-28"), decision=None if u == "LS-KTDN" and quiet else f"{R.randint(150, 190)}/QĐ-SKHĐT")], **(look(u, "initiative") if quiet else {}))
    if n % 2 == 0:                                       # the last two months of the office
        put("2025-02-25", u, "hoat-dong-2025.csv", "activity", [dict(kind="Sinh hoạt", held_on=D("2025-02-11"), content="Sinh hoạt tuyên truyền điển hình", attendees=STAFF[u]),
            dict(kind="Quán triệt", held_on=D("2025-02-12"), content="Quán triệt kế hoạch năm 2025", attendees=STAFF[u], invited=STAFF[u])], ident="code")
# ---------------------------------------------------------------- those introduced to the province, from the recognised ones

T, C = "Tập thể", "Cá nhân"
introduce(2023, [(recognised[2023][T][0], T, None, G, D("2023-12-04"), D("2023-12-12")), (recognised[2023][T][1], T, None, G, D("2023-12-04"), D("2023-12-13")),     # no individual
                 (recognised[2023][C][0], C, "Bằng khen của Chủ tịch UBND tỉnh", K, D("2023-12-05"), None)], "2023-12-14")
introduce(2024, [(recognised[2024][T][0], T, None, G, D("2024-12-04"), D("2024-12-16")), (recognised[2024][C][0], C, None, G, D("2024-12-04"), D("2024-12-16")),
                 (recognised[2024][C][1], C, None, G, D("2024-12-04"), D("2024-12-16")), (o.person(), C, None, G, D("2024-12-04"), None),                        # not in the register, not posted
                 (recognised[2024][T][1], T, "Bằng khen của Chủ tịch UBND tỉnh", K, D("2024-12-10"), None)], "2024-12-17", numbers=True)

o.raw("2024-12-11/LS-DN/hoat dong chot.csv", b"")                                     # an empty file
o.raw("2024-12-11/LS-DN/ghi chu.txt", "Kính gửi Văn phòng Sở, phòng gửi báo cáo sau.\r\n".encode())   # no table
o.put("2024-11-05", "LS-XTDT", "mo-hinh-bo-sung.csv", "model", [dict(unit="LS-XTDT", model="Mô hình bổ sung", area="Chuyên môn", registered_on=D("2024-10-30")),
      dict(unit="LS-PHONG-LA", model="Mô hình của đơn vị lạ", area="Dân vận khéo", registered_on=D("2024-10-30"))], ident="code")

# ---------------------------------------------------------------- roster and the rest

END = "2025-03-01"
o.table("units.csv", ["Mã đơn vị", "Tên đơn vị", "Tên viết tắt", "Tên khác", "Loại đơn vị", "Cấp", "Mã đơn vị cấp trên", "Đơn vị nhận báo cáo", "Hiệu lực từ ngày", "Hiệu lực đến ngày", "Có trang TTĐT", "Số CBCCVC", "Hình thức giao", "Thứ tự", "Người đứng đầu", "Chức vụ"],
        [["LS-TINH", "UBND tỉnh Lạng Sơn", "UBND tỉnh", "", "TINH", "", "", "", "", "", "Có", "", "giao", 0, "", ""],
         ["BO-KHDT", "Bộ Kế hoạch và Đầu tư", "Bộ KH&ĐT", "", "BO", "", "", "", "", END, "Có", "", "giao", 1, "", ""],
         ["LS-SO", names["LS-SO"], "Sở KH&ĐT", "Sở Kế hoạch và Đầu tư", "SO", "Sở", "LS-TINH", "LS-TINH|LS-SNV|BO-KHDT", "", END, "Có", 74, "giao", 2, "Đỗ Văn Mẫu 901", "Giám đốc"],
         *[[f"LS-{c}", n, s, {"XTDT": "Trung tâm XTĐT", "TTRA": "Thanh tra Sở KH&ĐT"}.get(c, ""), "DVSN" if c == "XTDT" else "PHONG", "Phòng, đơn vị", "LS-SO", "", "", END, "Không", k, "giao", i, f"Đỗ Văn Mẫu {900 + i}", "Giám đốc" if c == "XTDT" else "Trưởng phòng"] for i, (c, n, s, k) in enumerate(DIVISIONS, 3)],
         ["LS-SNV", "Sở Nội vụ tỉnh Lạng Sơn", "Sở Nội vụ", "", "SO", "", "LS-TINH", "", "", "", "Có", "", "giao", 20, "", ""],
         ["LS-STC-CU", "Sở Tài chính tỉnh Lạng Sơn (trước sắp xếp)", "STC cũ", "", "SO", "", "LS-TINH", "", "", END, "Có", "", "giao", 21, "", ""],
         ["LS-STC", "Sở Tài chính tỉnh Lạng Sơn", "Sở Tài chính", "", "SO", "", "LS-TINH", "", END, "", "Có", "", "giao", 22, "", ""],
         ["LS-STP", "Sở Tư pháp tỉnh Lạng Sơn", "Sở Tư pháp", "", "SO", "", "LS-TINH", "", "", "", "Có", "", "giao", 23, "", ""]])
o.table("changes.csv", ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ", "Mã ĐV mới", "Kế thừa chính", "Căn cứ", "Ghi chú"],
        [[END, "Nhập toàn bộ", u, "LS-STC", "Có", "", "Sắp xếp các sở từ 01/3/2025: Sở KH&ĐT nhập về Sở Tài chính; số nghị quyết của HĐND tỉnh ghi khi đối chiếu được văn bản"] for u in ["LS-SO", *UNITS, "LS-STC-CU"]])
o.table("clusters.csv", ["Mã cụm", "Tên cụm", "Cấp tổ chức", "Mã đơn vị", "Vai trò", "Năm"],
        [["LS-CUM-TMTH", "Cụm thi đua TMTH", "Tỉnh", u, "Trưởng cụm, khối" if (i + y) % 4 == 0 else "Thành viên", y] for y in (2023, 2024, 2025) for i, u in enumerate(["LS-SO", "LS-SNV", "LS-STC-CU" if y < 2025 else "LS-STC", "LS-STP"])])
o.table("movements.csv", ["Mã phong trào", "Tên phong trào", "Cấp phát động", "Đơn vị thường trực", "Từ ngày", "Đến ngày", "Phương thức", "Phạm vi", "Số ngày văn bản"],
        [["PT-BAC", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "Sở", "LS-VP", "2022-01-01", "2025-12-31", "Thường xuyên hàng năm", "Toàn Sở", "101/KH-SKHĐT ngày 05/4/2023"],
         ["PT-DANVAN", "Dân vận khéo", "Sở", "LS-VP", "2022-01-01", "2025-12-31", "Theo chuyên đề", "Toàn Sở", "101/KH-SKHĐT ngày 05/4/2023"]])
o.table("decisions.csv", ["Số quyết định", "Ngày", "Loại", "Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Giá trị", "Lý do", "Hết hiệu lực"],
        [["38/QĐ-SKHĐT", "2023-04-10", "Miễn", "", "", "2022", "", "Kế hoạch ban hành ngày 05/4/2023, năm 2022 chưa giao chỉ tiêu", ""],
         ["61/QĐ-SKHĐT", "2024-11-25", "Miễn", "LS-TTRA", "LS-09", "2024", "", "Thanh tra Sở tập trung cho các cuộc thanh tra đột xuất được giao trong năm", ""],
         ["66/QĐ-SKHĐT", "2024-12-26", "Gia hạn", "LS-KTN", "LS-05", "2024", "2025-01-10", "Phòng thay đổi nhân sự phụ trách trong tháng 12/2024", ""],
         ["66/QĐ-SKHĐT", "2024-12-26", "Gia hạn", "LS-KTN", "nomination", "2024", "2025-01-10", "Phòng thay đổi nhân sự phụ trách trong tháng 12/2024", ""],
         ["67/QĐ-SKHĐT", "2025-01-10", "Giải trình", "LS-THQH", "contradiction", "2024", "", "Báo cáo tính cả 02 điển hình đã công nhận năm 2023", "2025-06-30"],
         *[["15/QĐ-SKHĐT", "2025-02-24", "Miễn", u, "", "2025", "", "Sở kết thúc hoạt động từ 01/3/2025, không tính chỉ tiêu năm 2025", ""] for u in UNITS]])
o.write()
