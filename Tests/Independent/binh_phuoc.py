#!/usr/bin/env python3
"""The indicators of input/binh-phuoc-ngoai-vu computed a second time, to hold against tonghop's results.json.

    binh_phuoc.py [--window 2024] [--as-of 2025-01-20]     JSON to standard output
    binh_phuoc.py --compare RESULTS.json                   differences; exit 1 when any (window and as-of from the file)
"""
from datetime import date
from department_rules import *

OFFICE_NAMES = "|Phòng nghiệp vụ|Phòng chuyên môn|Phòng chuyên môn nghiệp vụ"
P = Plan("binh-phuoc-ngoai-vu", "BP-SO", Calendar(mid_month=True), (2021, 2025), extra_fields=dict(
    exemplar=["source enum:phong trào do cơ quan phát động|phong trào của cơ quan|phong trào do thủ tướng chính phủ phát động|phong trào của thủ tướng|phong trào do ubnd tỉnh phát động|phong trào của tỉnh|nguồn khác Nguồn phát hiện",
              "exemplary yes Gương mẫu chấp hành", "excellent yes Hoàn thành xuất sắc nhiệm vụ", "influence yes Tiêu biểu, có sức lan tỏa", "solidarity yes Tương thân tương ái",
              "certificate text Số Giấy công nhận"],
    review=["yearK period Năm"],
    document=["amends yes Bổ sung kế hoạch năm"],
), extra_forms=dict(
    support="exemplar*K text Điển hình được hỗ trợ\nkind*K enum:hỗ trợ bằng quỹ|quỹ|tạo điều kiện công tác|hỗ trợ khác Hình thức hỗ trợ\namount int Số tiền hỗ trợ\ngiven_on*KD date Ngày hỗ trợ",
), unit_heads=OFFICE_NAMES)
DIVISIONS, OWN = P.kinds("PHONG"), [P.root]
PROFESSIONAL = [u for u in DIVISIONS if u != "BP-VP"]
ALL = OWN + DIVISIONS + P.kinds("DANG")
DONE = is_in("status", "được công nhận", "đã tuyên truyền", "đề nghị khen thưởng", "đã khen thưởng")
RECOGNISED = count("exemplar", DONE)
kind = lambda *ks: is_in("kind", *ks)
by_fund = kind("hỗ trợ bằng quỹ", "quỹ")
secret = is_in("method", "bỏ phiếu kín")
season = lambda day: not "01-09" < f"{day:%m-%d}" < "11-01"  # what is done at the year's end, in time
SESSION = count("review", lambda r: r["year"] or season(r["held_on"]))
COUNCIL = dict(due=lambda y: date(y + 1, 1, 9))           # before 10/01 of the next year (BP-X2, reading a)

P.finish({
    "BP-01": at_least(OWN, count("document", both(kind("kế hoạch"), lambda r: not r["amends"]))),
    "BP-06": each(PROFESSIONAL, count("exemplar", lambda r: r["status"] != "nhân tố mới")),
    "BP-09": at_least(OWN, SESSION, every=12, **COUNCIL),
    "BP-09-QD": at_least(OWN, count("document", both(kind("quyết định"), lambda r: season(r["issued_on"]))), every=12, **COUNCIL),
    "BP-07": at_least(OWN, SESSION, also=[(count("review", lambda r: not secret(r)), eq(0))], **COUNCIL),
    "BP-08": total(DIVISIONS, share(count("exemplar", both(DONE, lambda r: r["decision_number"] and r["certificate"])), RECOGNISED), eq(100), **COUNCIL),
    "BP-10": each(PROFESSIONAL, count("unit_report", P.of_a_year), every=12, due=lambda y: date(y, 12, 14)),
    "BP-11": at_least(DIVISIONS, count("exemplar", is_in("status", "nhân tố mới"))),
    "BP-12": at_least(ALL, count("support", by_fund)),
    "BP-12-TIEN": total(ALL, total_of("support", "amount", by_fund), lambda v: v > 0),
    "BP-13": at_least(ALL, count("activity", kind("hội nghị biểu dương", "hội nghị", "tọa đàm", "giao lưu"))),
    "BP-14": total(DIVISIONS, share(count("exemplar", both(DONE, lambda r: r["post_link"])), RECOGNISED), eq(100), **COUNCIL),
    "BP-15": at_least(OWN, count("document", kind("tiêu chí tiêu chuẩn", "tiêu chuẩn"))),
    "BP-16": total(OWN, count("activity", kind("sinh hoạt buổi tuyên truyền", "sinh hoạt", "sinh hoạt chuyên đề", "buổi tuyên truyền")), ge(1), every=1),
    "BP-17": at_least(OWN, count("document", both(kind("kế hoạch"), lambda r: r["amends"])), every=12),
    "BP-18": at_least(OWN, count("activity", kind("kiểm tra"))),
    "BP-19": each(PROFESSIONAL, total_of("pledge", "registrants")),
})
