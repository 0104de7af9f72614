"""The years 2023 and 2025 of input/thanh-xuan, for make_sample.py: the year before its full one, and the one in which
the district was abolished (30/06/2025 its last day). Thinner than 2024, and drawn from generators of their own, so that
2024 keeps its bytes.

2025: nine wards hand in to the end of June: the first quarter, the first half, and a last report of the year before
the district closed. Kim Giang, merged on 01/01/2025, sends two leftovers of its own: one from its last days, one dated
after the merger (counts for Hạ Đình). One ward and one school date a row after 30/06/2025: both are turned away.
"""
import random
from datetime import date, timedelta

import sample_tasks

TITLE = ["Nếp sống đẹp nơi ngõ nhỏ", "Người thầy tận tụy", "Lặng thầm vì cộng đồng", "Ngọn đèn đêm đông", "Bác tổ trưởng của phố"]
AWARD = {"Quận/Huyện/Sở": "Danh hiệu Người tốt, việc tốt cấp quận", "Thành phố/Tỉnh/Bộ": "Danh hiệu Người tốt, việc tốt cấp Thành phố"}
OUT = {   # who leaves what out, by year
    2023: dict(report={"TX-T-12", "TX-T-35", "TX-PB-HCC"}, late={"TX-T-18": "2023-12-18", "TX-P-TXNAM": "2023-12-15"},
               contest={"TX-T-13", "TX-T-28", "TX-T-44", "TX-PB-QLCHO", "TX-PB-TTXD", "TX-CTXH-CCB", "TX-CTXH-NONGDAN"},
               activity={"TX-T-44", "TX-PB-HCC"}, exemplar={"TX-T-19", "TX-T-40"}, proposal={"TX-T-19", "TX-T-40", "TX-P-PHUONGLIET"},
               review={"TX-T-02", "TX-T-35", "TX-PB-BQLDA", "TX-P-KIMGIANG"}, pledge={"TX-T-07", "TX-PB-YTE"}, missed={"TX-T-21": 4, "TX-P-TXNAM": 9}),
    2025: dict(report={"TX-T-27", "TX-PB-QUYDAT", "TX-CTXH-CCB"}, late={},
               contest={"TX-T-09", "TX-T-31", "TX-T-47", "TX-PB-QLCHO", "TX-PB-YTE", "TX-CTXH-NONGDAN"},
               activity={"TX-T-47", "TX-PB-QLCHO"}, exemplar={"TX-T-31", "TX-T-47"}, proposal={"TX-T-31", "TX-T-47", "TX-P-THUONGDINH"},
               review={"TX-T-31", "TX-T-47", "TX-PB-YTE", "TX-P-TXTRUNG"}, pledge={"TX-T-47"}, missed={"TX-T-11": 3, "TX-P-KHUONGTRUNG": 5, "TX-P-NHANCHINH": 6}),
}


def add(s):
    """Adds both years' files through the sample's own `put`; `s` is the sample's namespace."""
    for y in (2023, 2025):
        year(s, y)
    put = s["put"]
    put("2025-01-06", "TX-P-KIMGIANG", "hoat-dong-cuoi.csv", "activity",
        [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=date(2024, 12, 20), content="Buổi tuyên truyền cuối cùng của phường", attendees=41)], unit="code")
    put("2025-02-14", "TX-P-KIMGIANG", "hoat-dong-sau-sap-nhap.csv", "activity",     # dated after the merger
        [dict(kind="Giao lưu", held_on=date(2025, 2, 12), content="Giao lưu đầu xuân tại địa bàn Kim Giang cũ", attendees=66)], unit="code")
    for u in ("TX-P-NHANCHINH", "TX-T-01"):                                          # dated after the district was abolished
        put("2025-07-15", u, "hoat-dong-thang-7.csv", "activity",
            [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=date(2025, 7, 10), content="Buổi tuyên truyền sau khi kết thúc cấp quận", attendees=30)], unit="code")


def year(s, y):
    put, kind, low, ext, names = (s[k] for k in ("put", "kind", "low", "ext", "names"))
    r, out, serial = random.Random(y), OUT[y], [0]
    first, last = (date(2022, 12, 15), date(2023, 12, 8)) if y == 2023 else (date(2024, 12, 16), date(2025, 6, 27))
    wards = [u for u in s["WARD"] if y == 2023 or u not in ("TX-P-TXNAM", "TX-P-KIMGIANG")]
    everyone = s["OFFICE"] + wards + s["SCHOOL"] + s["FRONT"]
    received = {k: date.fromisoformat(v) for k, v in (
        dict(contest="2023-07-13", activity="2023-12-05", exemplar="2023-11-27", proposal="2023-12-06", review="2023-12-13", pledge="2023-04-05",
             khen="2023-12-05", media="2023-12-04") if y == 2023 else
        dict(contest="2025-06-26", activity="2025-06-30", exemplar="2025-06-23", proposal="2025-06-25", review="2025-06-28", pledge="2025-03-31",
             khen="2025-06-24", media="2025-06-24")).items()}
    between = lambda a, b: a + timedelta(r.randrange((b - a).days + 1))

    def person(word="Thử"):
        serial[0] += 1
        return f"{['Đặng Văn', 'Bùi Thị', 'Ngô Văn', 'Dương Thị'][serial[0] % 4]} {word} {y % 100}{serial[0]:03d}"

    exemplars, entries, proposals, talks = {}, {}, {}, {}
    for u in everyone:
        # contest
        if u not in out["contest"]:
            rows = []
            for i in range(r.randint(3, 5) if kind[u] == "PHUONG" else r.randint(1, 2)):
                serial[0] += 1
                rows.append(dict(entry_id=f"BDT{y % 100}-{low(u).upper()}-{i + 1:02d}", title=f"{TITLE[serial[0] % 5]} (bài mẫu {y}-{serial[0]:03d})", authors=person(),
                                 kind="Bài viết", words=r.randint(800, 1480), received_on=between(date(y, 3, 6), date(y, 6, 20)), prelim_score=None,
                                 prelim=r.choice(["Đạt", "Đạt", "Không đạt"])))
            if r.random() < .05:
                rows[0]["words"] = 1720 if y == 2023 else 2310          # too long: 1500 were allowed in 2023, 2000 in 2025
            if r.random() < .04:
                rows[0]["authors"] = None
            entries[u] = rows
            put(received["contest"], u, f"bai-du-thi-{y}.{ext(u, 'contest_entry')}", "contest_entry", rows)
        # monthly sessions and exchanges
        if u not in s["FRONT"] and u not in out["activity"]:
            rows = []
            for m in range(1, 13 if y == 2023 else 7):
                a, b = date(y - (m == 1), 12 if m == 1 else m - 1, 15), min(date(y, m, 14), last)
                if out["missed"].get(u) != m:
                    rows.append(dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=between(max(a, first), b), content=f"Sinh hoạt tháng {m}/{y}", attendees=r.randint(15, 80)))
            talks[u] = r.choice([0, 1, 1, 2])
            for i in range(talks[u]):
                rows.append(dict(kind=r.choice(["Giao lưu", "Tọa đàm"]), held_on=between(date(y, 2, 1), last), content=f"Giao lưu năm {y}, lần {i + 1}", attendees=r.randint(20, 90)))
            sample_tasks.briefings(y, u, rows)
            put(received["activity"], u, f"hoat-dong-{y}.{ext(u, 'activity')}", "activity", rows)
        # exemplars, proposals, reviews
        if kind[u] in ("PHUONG", "TRUONG") and u not in out["exemplar"]:
            exemplars[u] = [dict(year=y, name=person("Mẫu"), subject="Cá nhân", birth_year=r.randint(1955, 1996), level=r.choice(["Đơn vị", "Quận/Huyện/Sở"]),
                                 status=r.choice(["Được công nhận", "Đã tuyên truyền", "Đã khen thưởng"])) for _ in range(1 if r.random() < .08 else r.randint(2, 3))]
            for row in exemplars[u]:
                row["class"] = r.choice(["Người trực tiếp", "Lãnh đạo"])
            sample_tasks.follow(y, u, exemplars[u])
            put(received["exemplar"], u, f"dien-hinh-{y}.{ext(u, 'exemplar')}", "exemplar", exemplars[u])
        if (kind[u] in ("PHUONG", "TRUONG", "MTTQ", "CTXH") or u in ("TX-PB-NOIVU", "TX-PB-VHTT", "TX-PB-GDDT")) and u not in out["proposal"]:
            people = [e["name"] for e in exemplars.get(u, [])] + [person("Mẫu") for _ in range(3)]
            day, rows = between(last - timedelta(24), last - timedelta(4)), []
            for name in people[:1 if r.random() < .07 else r.randint(2, 3)]:
                level = r.choice(["Quận/Huyện/Sở", "Quận/Huyện/Sở", "Thành phố/Tỉnh/Bộ"])
                rows.append(dict(year=y, name=name, subject="Cá nhân", level=level, award=AWARD[level], document_number=f"{len(rows) + 1}/TTr-{low(u).upper()}-{y}", documented_on=day))
                rows[-1]["class"] = "Người trực tiếp"
            proposals[u] = rows
            put(received["proposal"], u, f"de-nghi-khen-thuong-{y}.{ext(u, 'proposal')}", "proposal", rows)
        if u not in out["review"]:
            n = r.randint(7, 13)
            put(received["review"], u, f"bien-ban-hop-xet-{y}.{ext(u, 'review')}", "review",
                [dict(held_on=between(last - timedelta(20), last), exemplar=(exemplars.get(u) or [dict(name=person("Mẫu"))])[0]["name"], members=n, present=n, method="Bỏ phiếu kín",
                      issued=n, collected=n, valid=n, agree=n - r.randint(0, 1), result="Đạt", minutes=f"{y % 100}/BB-{low(u).upper()}")])
        if kind[u] in ("PHUONG", "TRUONG") and u not in out["pledge"]:
            put(received["pledge"], u, f"giao-uoc-{y}.{ext(u, 'pledge')}", "pledge", [dict(year=y, registrants=r.randint(10, 150), signed_on=between(date(y, 1, 9), date(y, 3, 20)))])
        # commendations of the units' own
        if kind[u] == "PHUONG" or r.random() < .45:
            rows = [dict(name=person("Mẫu"), subject="Cá nhân", decision_number=f"{r.randint(10, 99)}/QĐ-{low(u).upper()}", decided_on=between(date(y, 4, 10), last - timedelta(5)),
                         level="Phường/Xã" if kind[u] == "PHUONG" else "Đơn vị", award="Giấy khen", kind=r.choice(["Thường xuyên", "Chuyên đề"]), amount="300.000") for _ in range(r.randint(1, 3))]
            for row in rows:
                row["class"] = r.choice(["Người trực tiếp", "Người trực tiếp", "Lãnh đạo"])
            put(received["khen"], u, f"khen-thuong-{y}.{ext(u, 'commendation')}", "commendation", rows)
        # columns that were open by then: the same rows as in the later lists
        column = s["column_rows"].get(u)
        if y == 2023 and column and column["posted_on"] <= date(2023, 12, 1):
            put(received["media"], u, "chuyen-muc-2023.csv", "media", [column] + sample_tasks.more_news(y, u), unit="code")
        if y == 2025 and column and (rows := sample_tasks.more_news(y, u)):
            put(received["media"], u, "tin-bai-2025.csv", "media", rows, unit="code")
        # the form of the year's report, of its half, of its quarter
        if u not in out["report"]:
            es, prop = entries.get(u, []), proposals.get(u, [])
            whole = dict(plan_issued="Có", exemplars_collective=0, exemplars_individual=len(exemplars.get(u, [])), exemplars_household=0,
                         proposed_district=sum("Quận" in p["level"] for p in prop), proposed_city=sum("Thành phố" in p["level"] for p in prop),
                         contest_joined="Có" if es else "Không", contest_entries=len(es), contest_prizes=0, posts=r.randint(2, 20), sessions=12 if y == 2023 else 6,
                         exchanges=talks.get(u, 0), trained=r.randint(0, 20))
            day = date.fromisoformat(out["late"].get(u) or (f"2023-12-{r.choice(['07', '11', '13'])}" if y == 2023 else f"2025-06-{r.choice(['26', '27', '30'])}"))
            put(day, u, f"bao-cao-{y}.{ext(u, 'unit_report')}", "unit_report", [dict(period=r.choice([y, f"Năm {y}"]), **whole)])
            if y == 2025:
                half = {k: v // 2 if isinstance(v, int) else v for k, v in whole.items()}
                put("2025-06-13", u, "bao-cao-6-thang-2025.csv", "unit_report", [dict(period="6 tháng đầu năm 2025", **half)], unit="code")
            if y == 2025 and kind[u] == "PHUONG":
                quarter = {k: v // 4 if isinstance(v, int) else v for k, v in whole.items()}
                put("2025-03-13", u, "bao-cao-quy-1-2025.csv", "unit_report", [dict(period="Quý I năm 2025", **quarter)], unit="code")
    for u in s["FRONT"]:
        if u != "TX-CTXH-NONGDAN":
            put(f"{y}-03-24", u, f"van-ban-{y}.csv", "document",
                [dict(kind="Công văn", number=f"{y % 100}/CV-{low(u).upper()}", issued_on=date(y, 3, 17), summary=f"Chỉ đạo các hội cơ sở tham gia Cuộc thi viết năm {y}")], unit="code", variant=False)
    # the district's own
    put(f"{y}-02-27", "TX-QUAN", f"van-ban-quan-{y}.csv", "document",
        [dict(kind="Kế hoạch", number=f"{y - 1990}/KH-UBND", issued_on=date(y, 2, 21), summary=f"Kế hoạch tổ chức Cuộc thi viết năm {y}", contest=str(y))], unit="code", variant=False)
    events = [("Hội nghị biểu dương", date(y, 6, 10)), ("Tập huấn", date(y, 4, 16)), ("Kiểm tra", date(y, 5, 14))]
    if y == 2023:
        events += [("Hội nghị biểu dương", date(2023, 10, 10)), ("Giao lưu", date(2023, 8, 31))]
    else:
        events += [("Giao lưu", date(2025, 3, 12))]                                      # in spring: not on National Day
    put(received["activity"], "TX-QUAN", f"hoat-dong-quan-{y}.csv", "activity", [dict(kind=k, held_on=d, content=f"{k} năm {y}", attendees=150) for k, d in events], unit="code")
    city = [(e["name"], u) for u in wards + s["SCHOOL"] for e in exemplars.get(u, []) if "Quận" in e["level"]][:11 if y == 2023 else 8]
    stamp = date(2023, 12, 14) if y == 2023 else date(2025, 6, 27)
    rows = [dict(year=y, name=n, subject="Cá nhân", level="Thành phố/Tỉnh/Bộ", award=AWARD["Thành phố/Tỉnh/Bộ"], document_number=f"{y % 100}/TTr-UBND", documented_on=stamp, note=f"Đơn vị giới thiệu: {names[u]}")
            for n, u in city]
    rows.append(dict(year=y, name=f"Nguyễn Thị Mẫu {y}", subject="Cá nhân", level="Thành phố/Tỉnh/Bộ", award="Công dân Thủ đô ưu tú", document_number=f"{y % 100 + 1}/TTr-UBND", documented_on=stamp))
    put("2023-12-14" if y == 2023 else "2025-06-28", "TX-QUAN", f"de-nghi-thanh-pho-{y}.csv", "proposal", rows, unit="code", sep=",")
    put("2023-12-14" if y == 2023 else "2025-06-28", "TX-QUAN", f"hoi-dong-quan-{y}.csv", "review",
        [dict(held_on=stamp, exemplar=n, members=15, present=14, method="Bỏ phiếu kín", issued=14, collected=14, valid=14, agree=13, result="Đạt", minutes=f"{y % 100}/BB-HĐ") for n, _ in city], unit="code")
    units = wards + s["SCHOOL"][::5] + s["OFFICE"][::4]
    put(f"{y}-06-23" if y == 2025 else "2023-10-20", "TX-QUAN", f"khen-thuong-quan-{y}.csv", "commendation",
        [dict(unit=u, name=person("Mẫu"), subject="Cá nhân", decision_number=f"{y - 800}/QĐ-UBND", decided_on=date(y, 6, 9) if y == 2025 else date(2023, 10, 9), level="Quận/Huyện/Sở", award="Giấy khen",
              kind="Thường xuyên", amount="600.000", **{"class": "Người trực tiếp"}) for u in units], unit="code", sep=",", stt=True)
