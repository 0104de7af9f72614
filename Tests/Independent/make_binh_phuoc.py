#!/usr/bin/env python3
"""Writes the sample of input/binh-phuoc-ngoai-vu (everything there but plan.yaml and README.md).

    python3 Tests/Independent/make_binh_phuoc.py [TARGET]

Deterministic. The kinds of divisions are those of a real Sở Ngoại vụ; people, numbers and links are made up and look made up.
Planted faults are the constants below; the README of the sample lists them for people.
"""
import random, sys
from datetime import date, timedelta
from pathlib import Path
from office_files import Office

R = random.Random(20230110)
TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "input/binh-phuoc-ngoai-vu"
D = date.fromisoformat
DIVISIONS = [("VP", "Văn phòng Sở", "VP Sở", 8), ("TTRA", "Thanh tra Sở", "Thanh tra", 3), ("LSVK", "Phòng Lãnh sự - Việt kiều", "P. LS-VK", 4),
             ("HTQT", "Phòng Hợp tác quốc tế", "P. HTQT", 5), ("BGLT", "Phòng Quản lý biên giới", "P. QLBG", 4)]
UNITS = [f"BP-{c}" for c, *_ in DIVISIONS]
STAFF = {f"BP-{c}": n for c, _, _, n in DIVISIONS}
SO, PARTY = "BP-SO", "BP-CHIBO"
names = {f"BP-{c}": n for c, n, _, _ in DIVISIONS} | {SO: "Sở Ngoại vụ tỉnh Bình Phước", PARTY: "Chi bộ Sở Ngoại vụ"}
YEARS = (2022, 2023, 2024)

REPORT_DAY = {"BP-TTRA": "2024-12-10", "BP-LSVK": "2024-12-15", "BP-HTQT": "2024-12-12", "BP-VP": "2024-12-13"}      # LSVK: on the day itself; BGLT: none
PLAN_DAY = {"BP-TTRA": "2024-12-09", "BP-LSVK": "2024-12-11", "BP-BGLT": "2024-12-14", "BP-VP": "2024-12-06"}        # HTQT: none
ENC = {("BP-TTRA", "activity", 2024): "tcvn3", ("BP-LSVK", "exemplar", 2024): "cp1258", ("BP-HTQT", "exemplar", 2024): "utf-16",
       ("BP-BGLT", "exemplar", 2024): "nfd", ("BP-VP", "activity", 2024): "twice", ("BP-LSVK", "activity", 2023): "tcvn3", ("BP-BGLT", "document", 2024): "cp1258"}

o = Office(TARGET, names, dict(support=dict(unit="Mã đơn vị", exemplar="Điển hình được hỗ trợ", kind="Hình thức hỗ trợ", amount="Số tiền hỗ trợ", given_on="Ngày hỗ trợ")))
o.heads["exemplar"] |= dict(exemplary="Gương mẫu chấp hành", excellent="Hoàn thành xuất sắc nhiệm vụ", influence="Tiêu biểu, có sức lan tỏa",
                            solidarity="Tương thân tương ái", certificate="Số Giấy công nhận", weakness="Mặt còn tồn tại cần khắc phục", promoted_on="Ngày trở thành điển hình")
o.heads["document"] |= dict(amends="Bổ sung kế hoạch năm")
put = o.put
spread = lambda a, b: D(a) + timedelta(R.randrange((D(b) - D(a)).days + 1))
look = lambda u, f, y: {"enc": e, **({"sep": "\t"} if e == "utf-16" else {})} if (e := ENC.get((u, f, y))) else {}
SOURCE = ["Phong trào do cơ quan phát động", "Phong trào do UBND tỉnh phát động", "Phong trào do Thủ tướng Chính phủ phát động"]

# ---------------------------------------------------------------- divisions

lists = {}
for year in YEARS:
    lists[year] = []
    for n, u in enumerate(UNITS):
        # steps 1: introduced by the divisions
        rows = []
        for i in range(1 if n % 2 else 2):
            group = i == 1 and n == 0
            rows.append(dict(year=f"Năm {year}", name=f"Tổ công tác Mẫu {o.number('group'):02d}" if group else o.person(), subject="Tập thể" if group else "Cá nhân",
                             birth_year=None if group else R.randint(1972, 1999), source=R.choice(SOURCE), level="Sở", status="Được giới thiệu",
                             exemplary="Có", excellent="x", influence="Có", solidarity="Có", summary="Hoàn thành xuất sắc nhiệm vụ được giao"))
        if not (year == 2024 and u == "BP-BGLT"):
            lists[year] += [dict(r, unit=u) for r in rows]
            if u == "BP-HTQT" and year == 2024:
                rows.append(dict(year="Năm 2024", name="Hộ gia đình Mẫu 01", subject="Hộ gia đình", source="Nguồn khác", level="Sở", status="Được giới thiệu", exemplary="Có"))
            if u in ("BP-LSVK", "BP-VP"):
                rows.append(dict(year=f"Năm {year}", name=o.person(), subject="Cá nhân", birth_year=R.randint(1992, 1999), source=SOURCE[0], status="Nhân tố mới",
                                 weakness=None if u == "BP-VP" and year == 2024 else "Kỹ năng ngoại ngữ"))
            if u == "BP-TTRA" and year == 2024:
                rows.append(dict(year="Năm 2024", name="Tập thể Mẫu 99", subject="Chi đoàn", source=SOURCE[0], status="Được giới thiệu"))      # no such subject: rejected
            special = look(u, "exemplar", year)
            if u == "BP-VP":
                special = dict(ident="name", rename=dict(unit="Mã đơn vị"))
            if u == "BP-TTRA" and year == 2024:
                special = dict(titles=["SỞ NGOẠI VỤ TỈNH BÌNH PHƯỚC", "DANH SÁCH GIỚI THIỆU ĐIỂN HÌNH TIÊN TIẾN NĂM 2024"], numbers=True, footer=["", "Người lập biểu"], ident="none")
            put(f"{year}-11-{R.randint(18, 28):02d}", u, f"gioi-thieu-dien-hinh-{year}.{'txt' if special.get('enc') == 'utf-16' else 'csv'}", "exemplar", rows, **special)
        else:
            put("2024-11-25", u, "gioi-thieu-dien-hinh-2024.csv", "exemplar", [dict(year="Năm 2024", name=o.person(), subject="Cá nhân", birth_year=1996, status="Nhân tố mới", weakness="Chưa mạnh dạn")],
                **look(u, "exemplar", 2024))
        # the report and the plan asked for before 15/12
        row = dict(period=f"Năm {year}" if n % 2 else str(year), plan_issued="Có", criteria_issued="Có" if u == "BP-HTQT" else "Không", exemplars_collective=sum(r["subject"] == "Tập thể" for r in rows),
                   exemplars_individual=sum(r["subject"] == "Cá nhân" for r in rows), posts=R.choice(["02", 1, "3 tin"]), sessions=R.randint(3, 12), trained=R.randint(0, 3),
                   difficulties="Biên chế ít, công việc đột xuất nhiều" if n == 2 else None)
        day = REPORT_DAY.get(u) if year == 2024 else f"{year}-12-{R.randint(8, 14):02d}"
        if day:
            special = dict(rename=dict(unit="Phòng nghiệp vụ"), ident="code") if u == "BP-LSVK" else dict(merged=True) if u == "BP-HTQT" else {}
            put(day, u, f"bao-cao-nam-{year}.csv", "unit_report", [row], **special)
        if u == "BP-HTQT" and year == 2024:
            put("2024-06-11", u, "bao-cao-06-thang.csv", "unit_report", [{**row, "period": "06 tháng đầu năm 2024", "sessions": 2}], ident="code")
            put("2024-12-27", u, "bao-cao-nam-2024-chinh-ly.csv", "unit_report", [{**row, "posts": 5}], ident="code")      # corrected after the day: still in time
        docs = [dict(kind="Công văn", number=f"{o.number('cv') + 10}/CV-{u[3:]}", issued_on=spread(f"{year}-03-01", f"{year}-10-20"), summary="Về việc đăng ký thi đua")]
        if year < 2024 or u in PLAN_DAY:
            docs.append(dict(kind="Kế hoạch", number=f"{o.number('kh') + 10}/KH-{u[3:]}", issued_on=D(PLAN_DAY[u]) if year == 2024 else spread(f"{year}-12-02", f"{year}-12-14"), summary=f"Kế hoạch năm {year + 1}"))
        put(f"{year}-12-14", u, f"van-ban-{year}.csv", "document", docs, **look(u, "document", year))
        acts = [dict(kind=R.choice(["Sinh hoạt", "Sinh hoạt chuyên đề"]), held_on=spread(f"{year}-02-01", f"{year}-11-20"), content=f"Tuyên truyền điển hình, lần {i}", attendees=STAFF[u]) for i in (1, 2)]
        if n % 2 == 0:
            acts.append(dict(kind="Giao lưu", held_on=spread(f"{year}-04-01", f"{year}-10-30"), content="Giao lưu điển hình tiên tiến", attendees=12))
        if u == "BP-LSVK" and year == 2024:
            acts.append(dict(kind="Tọa đàm", held_on="30/02/2024", content="Ngày không có thật"))
        put(f"{year}-12-02", u, f"hoat-dong-{year}.csv", "activity", acts, **look(u, "activity", year))
        if not (year == 2024 and u == "BP-BGLT"):
            put(f"{year}-03-{R.randint(5, 28):02d}", u, f"giao-uoc-{year}.csv", "pledge", [dict(year=year, registrants="đông đủ" if u == "BP-TTRA" and year == 2024 else STAFF[u], signed_on=spread(f"{year}-02-20", f"{year}-03-04"))])
    if year == 2024:
        put("2024-11-20", "BP-HTQT", "dien-hinh-nham.csv", "exemplar", [dict(year="Năm 2024", name="Gửi nhầm Mẫu 00", subject="Cá nhân", birth_year=1990, source=SOURCE[0], status="Được giới thiệu")], ident="code")   # voided

# ---------------------------------------------------------------- the board of the Sở

for year in YEARS:
    next_ = year + 1
    chosen = lists[year][:4] if year != 2024 else lists[year][:5]
    # step 2: secret ballot; step 3: recognition
    votes = [dict(held_on=D("2025-01-08") if year == 2024 else D("2024-01-05") if year == 2023 else D("2023-01-06"), exemplar=r["name"], members=9, present=8, method="Bỏ phiếu kín",
                  issued=8, collected=8, valid=8 if i else 7, agree=7, result="Đạt", minutes=f"0{i + 1}/BB-HĐ") for i, r in enumerate(chosen)]
    if year == 2024:
        votes[2]["collected"] = 9                         # more than were issued
        put("2024-06-21", SO, "hop-bo-sung-2024.csv", "review", [dict(held_on=D("2024-06-20"), exemplar="Xét bổ sung Mẫu 01", members=9, present=5, method="Biểu quyết", agree=5, result="Đạt", minutes="11/BB-HĐ")], ident="none")
    if year == 2023:
        put("2024-01-16", SO, "hop-xet-muon.csv", "review", [dict(held_on=D("2024-01-15"), exemplar=lists[2023][4]["name"], members=9, present=9, method="Bỏ phiếu kín", issued=9, collected=9, valid=9, agree=8, result="Đạt", minutes="05/BB-HĐ")], ident="none")
    put({2022: "2023-01-09", 2023: "2024-01-08", 2024: "2025-01-09"}[year], SO, f"hop-hoi-dong-{year}.csv", "review", votes, ident="none", stt=True, numbers=year == 2024)
    signed = {2022: D("2023-01-09"), 2023: D("2024-01-08"), 2024: D("2025-01-09")}[year]
    rows = []
    for i, r in enumerate(chosen):
        rows.append(dict(r, status="Đề nghị khen thưởng" if year == 2024 and i == 1 else "Được công nhận", reviewed_on=votes[i]["held_on"], agree=7, ballots=8, decision_number=f"0{4 + next_ % 3}/QĐ-SNgV", decided_on=signed,
                         certificate=None if year == 2024 and i == 1 else f"{next_}-{i + 1:02d}/GCN", post_link=None if year == 2024 and i == 3 else f"https://songoaivu.example.vn/dhtt/{year}/{i + 1}",
                         posted_on=None if year == 2024 and i == 3 else signed + timedelta(3 + i)))
    if year == 2024:
        rows[4]["solidarity"] = "Không"
    put(str(signed + timedelta(8)), SO, f"cong-nhan-dien-hinh-{year}.csv", "exemplar", rows, ident="code", sep=";" if year == 2024 else ",")
    put(str(signed + timedelta(1)), SO, f"quyet-dinh-{year}.csv", "document", [dict(kind="Quyết định", number=f"0{4 + next_ % 3}/QĐ-SNgV", issued_on=signed, summary=f"Công nhận điển hình tiên tiến năm {year}")], ident="code")
    docs = [dict(kind="Kế hoạch", number=f"{20 + year % 10}/KH-SNgV", issued_on=D(f"{year}-02-06"), covers=f"Năm {year}", summary=f"Kế hoạch thực hiện Đề án năm {year}"),
            dict(kind="Tiêu chuẩn", number=f"{30 + year % 10}/HD-SNgV", issued_on=D(f"{year}-02-20"), summary="Tiêu chuẩn điển hình tiên tiến"),
            dict(kind="Kế hoạch", number=f"{40 + year % 10}/KH-SNgV", issued_on=D(f"{year}-09-{10 + year % 10}"), summary="Bổ sung nhân tố mới vào kế hoạch năm", amends="x")]
    if year == 2024:
        docs.append(dict(docs[0]))                        # one key twice
        docs.append(dict(kind="Quyết định", number="15/QĐ-SNgV", issued_on=D("2024-03-15"), summary="Kiện toàn Hội đồng Thi đua - Khen thưởng Sở"))      # not of recognition
    put(f"{year}-10-03", SO, f"van-ban-{year}.csv", "document", docs, ident="none", sep_line=year == 2024, sep=";" if year == 2024 else ",")
    acts = [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=date(year, m, 16 if (year, m) == (2024, 5) else R.randint(3, 12)), content=f"Sinh hoạt cơ quan tháng {m}", attendees=R.randint(17, 24)) for m in range(1, 13)]
    acts += [dict(kind="Kiểm tra", held_on=D(f"{year}-0{m}-18"), content="Kiểm tra công tác thi đua, khen thưởng", target="Các phòng", attendees=6) for m in (4, 9)]
    acts.append(dict(kind="Hội nghị", held_on=D(f"{year}-12-12"), content="Tổng kết phong trào thi đua, giới thiệu điển hình", attendees=24))
    put(f"{year}-12-14", SO, f"hoat-dong-{year}.csv", "activity", acts, ident="none", sections={0: ("I", "Sinh hoạt định kỳ"), 12: ("II", "Hoạt động khác")} if year == 2024 else None, stt=True)
    gifts = [dict(unit=r["unit"], exemplar=r["name"], kind="Hỗ trợ bằng quỹ" if i % 2 == 0 else "Tạo điều kiện công tác", amount=["1.000.000", 500000][i // 2 % 2] if i % 2 == 0 else None, given_on=spread(f"{year}-05-01", f"{year}-11-30")) for i, r in enumerate(lists[year][:3])]
    if year == 2024:
        gifts.append(dict(unit="BP-KHAC", exemplar="Đơn vị lạ Mẫu 01", kind="Quỹ", amount=300000, given_on=D("2024-08-08")))
    put(f"{year}-12-05", SO, f"ho-tro-{year}.csv", "support", gifts, ident="code")
    put(f"{year}-12-10", PARTY, f"chi-bo-{year}.csv", "activity", [dict(kind="Tọa đàm", held_on=D(f"{year}-05-17"), content="Chi bộ trao đổi kinh nghiệm nhân rộng điển hình", attendees=15),
        *[dict(kind="Sinh hoạt chuyên đề", held_on=D(f"{year}-{m:02d}-04"), content=f"Sinh hoạt chi bộ tháng {m}", attendees=15) for m in (3, 6, 9)]], ident="none")
put("2025-02-26", SO, "hoat-dong-2025.csv", "activity", [dict(kind="Sinh hoạt", held_on=date(2025, m, 7), content=f"Sinh hoạt cơ quan tháng {m}", attendees=21) for m in (1, 2)], ident="none")
put("2025-02-26", "BP-LSVK", "giao-uoc-2025.csv", "pledge", [dict(year=2025, registrants=4, signed_on=D("2025-02-12"))])
o.raw("2024-12-12/BP-BGLT/so lieu.csv", b"\r\n\r\n")                                   # nothing in it
o.raw("2024-12-12/BP-BGLT/loi nhan.txt", "Phòng gửi báo cáo sau Tết.\r\n".encode())
o.put("2024-12-09", "BP-TTRA", "hoat-dong-ho.csv", "activity", [dict(unit="BP-HTQT", kind="Kiểm tra", held_on=D("2024-07-07"), content="Ghi hộ phòng khác")], ident="code")

# ---------------------------------------------------------------- roster and the rest

END, PROVINCE = "2025-03-01", "2025-07-01"
o.table("units.csv", ["Mã đơn vị", "Tên đơn vị", "Tên viết tắt", "Tên khác", "Loại đơn vị", "Cấp", "Mã đơn vị cấp trên", "Đơn vị nhận báo cáo", "Hiệu lực từ ngày", "Hiệu lực đến ngày", "Có trang TTĐT", "Số CBCCVC", "Hình thức giao", "Thứ tự", "Người đứng đầu", "Chức vụ"],
        [["BP-TINH", "UBND tỉnh Bình Phước", "", "", "TINH", "", "", "", "", PROVINCE, "Có", "", "giao", 0, "", ""],
         ["DN-TINH", "UBND tỉnh Đồng Nai", "", "", "TINH", "", "", "", "", "", "Có", "", "giao", 1, "", ""],
         ["BO-NGOAIGIAO", "Bộ Ngoại giao", "", "", "BO", "", "", "", "", "", "Có", "", "giao", 2, "", ""],
         [SO, names[SO], "Sở Ngoại vụ", "", "SO", "Sở", "BP-TINH", "BP-TINH|BO-NGOAIGIAO", "", END, "Có", 26, "giao", 3, "Đỗ Thị Mẫu 801", "Giám đốc"],
         *[[f"BP-{c}", n, s, "", "PHONG", "Phòng nghiệp vụ", SO, "", "", END, "Không", k, "giao", i, f"Đỗ Thị Mẫu {800 + i}", "Trưởng phòng"] for i, (c, n, s, k) in enumerate(DIVISIONS, 4)],
         [PARTY, names[PARTY], "Chi bộ Sở", "", "DANG", "Phòng nghiệp vụ", SO, "", "", END, "Không", "", "đề nghị", 10, "Đỗ Thị Mẫu 810", "Bí thư"],
         ["BP-VPUB", "Văn phòng UBND tỉnh Bình Phước", "VP UBND tỉnh", "", "SO", "", "BP-TINH", "", "", PROVINCE, "Có", "", "giao", 20, "", ""],
         ["DN-VPUB", "Văn phòng UBND tỉnh Đồng Nai", "", "", "SO", "", "DN-TINH", "", "", "", "Có", "", "giao", 21, "", ""]])
o.table("changes.csv", ["Ngày hiệu lực", "Loại biến động", "Mã ĐV cũ", "Mã ĐV mới", "Kế thừa chính", "Căn cứ", "Ghi chú"],
        [[END, "Nhập toàn bộ", u, "BP-VPUB", "Có", "", "Sở Ngoại vụ nhập về Văn phòng UBND tỉnh; số và ngày nghị quyết ghi khi đối chiếu được văn bản"] for u in [SO, *UNITS, PARTY]]
        + [[PROVINCE, "Nhập toàn bộ", "BP-TINH", "DN-TINH", "Có", "", "Tỉnh Bình Phước nhập vào tỉnh Đồng Nai từ 01/7/2025"], [PROVINCE, "Nhập toàn bộ", "BP-VPUB", "DN-VPUB", "Có", "", ""]])
o.table("clusters.csv", ["Mã cụm", "Tên cụm", "Cấp tổ chức", "Mã đơn vị", "Vai trò", "Năm"],
        [[k, n, "Tỉnh", u, r, y] for y in (2023, 2024, 2025) for k, n in (("BP-KHOI-TDS3", "Khối TĐS3"), ("BP-KHOI-TDS4", "Khối TĐS4")) for u, r in ((SO, "Thành viên"), ("BP-VPUB", "Trưởng cụm, khối")) if not (u == "BP-VPUB" and k == "BP-KHOI-TDS3")])
o.table("movements.csv", ["Mã phong trào", "Tên phong trào", "Cấp phát động", "Đơn vị thường trực", "Từ ngày", "Đến ngày", "Phương thức", "Phạm vi", "Số ngày văn bản"],
        [["PT-DOINGOAI", "Thi đua hoàn thành xuất sắc nhiệm vụ đối ngoại", "Sở", "BP-VP", "2021-10-12", "2025-12-31", "Thường xuyên hàng năm", "Toàn Sở", "35/KH-SNgV ngày 12/10/2021"],
         ["PT-TINH", "Phong trào thi đua do UBND tỉnh phát động", "Tỉnh", "BP-VP", "2021-01-01", "2025-12-31", "Thường xuyên hàng năm", "Toàn tỉnh", ""]])
o.table("decisions.csv", ["Số quyết định", "Ngày", "Loại", "Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Giá trị", "Lý do", "Hết hiệu lực"],
        [["18/QĐ-SNgV", "2024-11-22", "Loại bài nộp", "BP-HTQT", "", "", "2024-11-20/BP-HTQT/dien-hinh-nham.csv", "Phòng gửi nhầm danh sách, đề nghị loại", ""],
         ["21/QĐ-SNgV", "2024-12-02", "Miễn", "BP-BGLT", "BP-19", "2024", "", "Phòng thường trực cắm mốc tại địa bàn trong quý I/2024", ""],
         ["22/QĐ-SNgV", "2024-12-13", "Gia hạn", "BP-BGLT", "BP-10", "2024", "2024-12-20", "Phòng công tác biên giới đến ngày 18/12/2024", ""],
         ["03/QĐ-SNgV", "2025-01-15", "Giải trình", "BP-VP", "contradiction", "2024", "", "Nhân tố mới do Văn phòng Sở giới thiệu được bổ sung hồ sơ trong quý I/2025", "2025-06-30"]])
o.write()
