"""What the plan asks for without a figure (its parts III and V), for make_sample.py: dissemination, what becomes of
exemplars, topics and channels of news, the clusters' and the organisations' activities, information given, quizzes, the
district's own rules.

Drawn from generators of their own. What is added to rows of the sample's other parts stands behind them or in columns of
its own, so that no figure of part II changes.
"""
import random
from datetime import date, timedelta

YEARS = {2023: (date(2022, 12, 15), date(2023, 12, 1)), 2024: (date(2023, 12, 15), date(2024, 11, 28)), 2025: (date(2024, 12, 16), date(2025, 6, 6))}
RECEIVED = {2023: "2023-12-06", 2024: "2024-12-04", 2025: "2025-06-12"}
OUT = {   # who leaves what out, by year
    2023: dict(briefing={"TX-T-05", "TX-PB-YTE"}, told={"TX-T-11", "TX-PB-QLCHO", "TX-P-TXNAM"}, follow={"TX-T-08"}, cluster={"TX-CUM-03", "TX-CUM-06"},
               gathering={"TX-CTXH-NONGDAN", "TX-CTXH-CCB"}, meeting={"TX-CTXH-NONGDAN", "TX-CTXH-CCB", "TX-CTXH-LDLD"}, watching=set(), quiz=set()),
    2024: dict(briefing={"TX-T-08", "TX-P-KIMGIANG", "TX-PB-KINHTE", "TX-PB-TTXD"}, told={"TX-T-21", "TX-T-44", "TX-PB-TAICHINH", "TX-P-KHUONGMAI"},
               follow={"TX-T-17", "TX-P-HADINH"}, cluster={"TX-CUM-05"}, gathering={"TX-CTXH-NONGDAN"},
               meeting={"TX-CTXH-NONGDAN", "TX-CTXH-CCB"}, watching={"TX-MTTQ", "TX-CTXH-PHUNU"}, quiz={"TX-QUAN", "TX-P-NHANCHINH"}),
    2025: dict(briefing={"TX-T-31", "TX-PB-HCC"}, told={"TX-T-20", "TX-P-TXTRUNG"}, follow={"TX-P-TXBAC"}, cluster={"TX-CUM-02", "TX-CUM-05"},
               gathering={"TX-CTXH-NONGDAN"}, meeting={"TX-CTXH-NONGDAN", "TX-CTXH-PHUNU"}, watching={"TX-MTTQ"}, quiz=set()),
}
FOLLOWED = ("Được công nhận", "Đã tuyên truyền", "Đề nghị khen thưởng", "Đã khen thưởng")


def drawn(y, *what):
    r = random.Random("/".join(map(str, (y, *what))))
    return r, lambda a, b: a + timedelta(r.randrange((b - a).days + 1))


def briefings(y, u, rows):
    """Adds a unit's briefing to its activities, and the inspections of columns to those of the office that makes them."""
    r, between = drawn(y, u, "briefing")
    if u not in OUT[y]["briefing"] and not any(row["kind"] == "Quán triệt" for row in rows):
        rows.append(dict(kind="Quán triệt", held_on=between(date(y, 1, 8), date(y, 4, 12)), content=f"Quán triệt kế hoạch thi đua năm {y}", attendees=r.randint(10, 60)))
    if u == "TX-PB-VHTT" and y != 2025:
        rows += [dict(kind="Kiểm tra", held_on=date(y, 9, 10 + n), content="Kiểm tra, hướng dẫn mở chuyên mục", target=t, about="Mở chuyên mục", result="Có hướng dẫn")
                 for n, t in enumerate(["Phường Kim Giang", "Trường THCS Mẫu 15", "Trường THCS Mẫu 15"])]
        rows.append(dict(kind="Kiểm tra", held_on=date(y, 9, 20), content="Kiểm tra theo kế hoạch", target="Trường Tiểu học Mẫu 21", about="Công tác thi đua, khen thưởng"))


def follow(y, u, rows):
    """Says of each exemplar how it is looked after and how many of the four standards it meets."""
    r, _ = drawn(y, u, "follow")
    for i, row in enumerate(rows):
        if row["status"] in FOLLOWED and not (u in OUT[y]["follow"] and i == 0):
            row["follow_up"] = r.choice(["Giới thiệu ở hội nghị sơ kết", "Giao kèm cặp đồng nghiệp mới", "Viết bài tuyên truyền", "Hỗ trợ nhân rộng mô hình"])
        if r.random() < .5:
            row["standards"] = 4
    if y == 2024 and u in ("TX-T-22", "TX-P-TXBAC"):          # one recognised with three of the four standards, one not up to its movement's
        rows[0].update(standards=3) if u == "TX-T-22" else rows[0].update(movement_standard="Không")
        rows[0]["status"] = "Được công nhận"
        rows[0].setdefault("follow_up", "Viết bài tuyên truyền")


def news(y, u, rows):
    """Gives news its topic and channel; one school names a channel that the plan does not know."""
    r, _ = drawn(y, u, "news")
    for row in rows:
        if row["kind"] not in ("Chuyên mục", "Chuyên trang"):
            row["topic"] = r.choice(["Điển hình tiên tiến", "Điển hình tiên tiến", "Gương điển hình", "Phong trào thi đua", "Chủ trương, pháp luật", None])
            row["channel"] = "Mạng xã hội" if row["kind"] == "Mạng xã hội" else r.choice(["Trang TTĐT", "Trang thông tin điện tử", "Cổng TTĐT quận", "Báo chí", None])
    if u == "TX-T-20" and len(rows) > 1:
        rows[-1]["channel"] = "Bảng tin của trường"


def more_news(y, u):
    """The news of the thinner years: of units whose column is known."""
    r, between = drawn(y, u, "more")
    rows = [dict(kind=r.choice(["Tin/bài", "Phóng sự", "Mạng xã hội"]), name=f"Gương tốt {y}, số {i + 1}", link=f"https://{u.lower()}.example.vn/{y}/{i + 1}",
                 posted_on=between(date(y, 2, 1), YEARS[y][1])) for i in range(r.randint(0 if u.endswith("4") else 1, 3))]
    news(y, u, rows)
    return rows


def add(s):
    """Adds the files of their own; `s` is the sample's namespace."""
    put, names = s["put"], s["names"]
    s["HEAD"].update(
        information=dict(unit="Mã đơn vị", content="Nội dung thông tin", receiver="Cơ quan nhận thông tin", sent_on="Ngày cung cấp"),
        quiz=dict(unit="Mã đơn vị", title="Tên cuộc thi tìm hiểu", opened_on="Ngày phát động", participants="Số người tham gia"),
        cluster_event=dict(unit="Mã đơn vị", cluster="Mã cụm", content="Nội dung giao lưu", instruction="Văn bản chỉ đạo của Thành phố", held_on="Ngày tổ chức"))
    for y, (first, last) in YEARS.items():
        out, day = OUT[y], RECEIVED[y]
        gone = ("TX-P-TXNAM", "TX-P-KIMGIANG") if y == 2025 else ()
        for u in s["CLUSTER"]:
            r, between = drawn(y, u)
            if u not in out["cluster"]:
                put(day, u, f"giao-luu-cum-{y}.csv", "activity",
                    [dict(kind=r.choice(["Giao lưu", "Tọa đàm", "Tham quan"]), held_on=between(date(y, 2, 10), last), content=f"{names[u]}: gặp gỡ điển hình tiên tiến, lần {i + 1}",
                          attendees=r.randint(30, 120)) for i in range(r.randint(1, 2))], unit="code")
        for u in s["FRONT"]:
            r, between = drawn(y, u)
            rows = [dict(kind="Sinh hoạt/Buổi tuyên truyền", held_on=between(first, last), content=f"Sinh hoạt chuyên đề điển hình tiên tiến, lần {i + 1}", attendees=r.randint(20, 80))
                    for i in range(r.randint(1, 4)) if u not in out["gathering"]]
            rows += [dict(kind=r.choice(["Tập huấn", "Tọa đàm", "Giao lưu"]), held_on=between(date(y, 2, 1), last), content=f"Gặp mặt điển hình tiên tiến năm {y}", attendees=r.randint(20, 80))
                     for _ in range(u not in out["meeting"])]
            rows += [dict(kind="Kiểm tra", held_on=between(date(y, 3, 1), last), content="Giám sát việc phát hiện, khen thưởng điển hình", target=r.choice(s["WARD"][:9]), result="Đã góp ý")
                     for _ in range(u in out["watching"])]
            if rows:
                put(day, u, f"hoat-dong-{y}.csv", "activity", rows, unit="code")
        rows = []                                             # the office's log: of every unit, so that all are covered
        for u in s["OFFICE"] + s["WARD"] + s["SCHOOL"]:
            r, between = drawn(y, u, "told")
            if u not in out["told"] and u not in gone:
                rows += [dict(unit=u, content=f"Gương điển hình số {i + 1} năm {y}", receiver=r.choice(["Báo chí", "Báo chí, truyền hình", "Cổng TTĐT quận", "Cơ quan TĐKT"]),
                              sent_on=between(date(y, 1, 10), last)) for i in range(r.randint(1, 2))]
        put(day, "TX-QUAN", f"cung-cap-thong-tin-{y}.csv", "information", rows, unit="code", sep=",")
        for u in sorted(out["quiz"]):
            put(day, u, f"thi-tim-hieu-{y}.csv", "quiz", [dict(title="Tìm hiểu Luật Thi đua, khen thưởng", opened_on=date(y, 8, 12), participants=640)], unit="code")
    put("2024-05-06", "TX-QUAN", "quy-che-2024.csv", "document",
        [dict(kind="Quy chế/Quy định", number="31/QĐ-UBND", issued_on=date(2024, 4, 22), summary="Quy chế hoạt động của Hội đồng Thi đua - Khen thưởng quận"),
         dict(kind="Tiêu chí/Tiêu chuẩn", number="32/QĐ-UBND", issued_on=date(2024, 4, 24), summary="Quy định tiêu chuẩn điển hình tiên tiến cấp Quận")], unit="code", variant=False)
    put("2024-10-30", "TX-PB-NOIVU", "cum-thi-dua-so-IX.csv", "cluster_event",
        [dict(cluster="HN-CUM-IX", content="Tọa đàm gương điển hình tiên tiến các quận trong Cụm", instruction="Công văn số 45 ngày 09/10/2024", held_on=date(2024, 10, 25))], unit="code")
