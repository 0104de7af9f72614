#!/usr/bin/env python3
"""The indicators of input/lang-son-khdt computed a second time, to hold against tonghop's results.json.

    lang_son.py [--window 2024] [--as-of 2025-01-20]     JSON to standard output
    lang_son.py --compare RESULTS.json                   differences; exit 1 when any (window and as-of from the file)
"""
from datetime import date
from department_rules import *

P = Plan("lang-son-khdt", "LS-SO", Calendar(mid_month=False), (2022, 2025), closed="counts", extra_fields=dict(
    unit_report=["officer yes Đã bố trí cán bộ làm công tác TĐKT"],
    exemplar=["criteria int Số tiêu chuẩn đạt (06 tiêu chuẩn)", "follow_up text Theo dõi, bồi dưỡng, nhân rộng", "days_to_post int Số ngày từ khi công nhận đến khi đăng"],
    proposal=["purpose enum:giới thiệu tuyên truyền|giới thiệu|đề nghị khen thưởng|khen thưởng Mục đích", "post_link text Link bài đăng", "posted_on date Ngày đăng"],
    activity=["invited int Số người phải dự"],
    media=["channel enum:báo cáo viên|tuyên truyền viên|phương tiện thông tin đại chúng|báo đài|mạng di động|nền tảng số|internet nền tảng số|trang ttđt Kênh"],
), extra_forms=dict(
    quota="year*K period Năm\nquota* int Số điển hình được giao",
    model="model*K text Tên mô hình\narea* enum:học tập và làm theo tư tưởng đạo đức phong cách hồ chí minh|học tập và làm theo bác|dân vận khéo|nhiệm vụ chuyên môn|chuyên môn|lĩnh vực khác Lĩnh vực mô hình\nregistered_on*D date Ngày đăng ký",
    initiative="title*K text Tên đề tài, sáng kiến, giải pháp\nrecognised_on*D date Ngày công nhận\ndecision text Số QĐ công nhận sáng kiến",
    information="content*K text Nội dung thông tin\nreceiver*K enum:cơ quan tđkt|cơ quan làm công tác thi đua khen thưởng|cơ quan thông tin truyền thông|báo chí Cơ quan nhận thông tin\nsent_on*D date Ngày cung cấp",
))
UNITS, OWN = P.kinds("PHONG", "DVSN"), [P.root]
ALL = OWN + UNITS
DONE = is_in("status", "được công nhận", "đã tuyên truyền", "đề nghị khen thưởng", "đã khen thưởng")
kind = lambda *ks: is_in("kind", *ks)
introduce = is_in("purpose", "giới thiệu tuyên truyền", "giới thiệu")
INTRODUCED = count("proposal", introduce)
BUILT, GIVEN = count("exemplar", lambda r: r["status"] not in ("nhân tố mới", "không đạt")), total_of("quota", "quota")
BRIEFED, TO_BRIEF = (total_of("activity", f, kind("quán triệt")) for f in ("attendees", "invited"))
minus = lambda a, b: combine(lambda x, y: x - y, a, b)
AREA = {"học tập và làm theo bác": "học tập và làm theo tư tưởng đạo đức phong cách hồ chí minh", "chuyên môn": "nhiệm vụ chuyên môn"}
for r in P.records["model"]:
    r["area"] = AREA.get(r["area"], r["area"])            # one field under two labels
PRESS = is_in("receiver", "cơ quan thông tin truyền thông", "báo chí")
by = lambda m, d, add=0: dict(due=lambda y: date(y + add, m, d))

P.finish({
    "LS-01": at_least(OWN, count("document", kind("kế hoạch"))),
    "LS-01-GD": at_least(OWN, count("document", kind("kế hoạch")), span="stage"),
    "LS-03": each(UNITS, minus(TO_BRIEF, BRIEFED), lambda v: v <= 0, also=[(BRIEFED, ge(1))]),
    "LS-04": each(UNITS, minus(GIVEN, BUILT), lambda v: v <= 0, every=12, **by(12, 31)),
    "LS-05": each(UNITS, count("exemplar"), every=12, **by(12, 31)),
    "LS-06": at_least(OWN, INTRODUCED, 2, every=12, also=[(count("proposal", both(introduce, is_in("subject", s))), ge(1)) for s in ("tập thể", "cá nhân")]),
    "LS-07": total(OWN, share(count("proposal", both(introduce, lambda r: r["post_link"])), INTRODUCED), eq(100), every=12),
    "LS-08": at_least(OWN, count("document", both(kind("báo cáo"), lambda r: not "01-14" < f"{r['issued_on']:%m-%d}" < "11-15")), **by(1, 14, 1)),
    "LS-08-DD": at_least(OWN, count("document", kind("công văn"))),
    "LS-08-BC": each(UNITS, count("unit_report", P.of_a_year), every=12, **by(12, 14)),
    "LS-09": each(UNITS, count("model")),
    "LS-09-LV": total(UNITS, distinct("model", "area", lambda r: r["area"] != "lĩnh vực khác"), eq(3)),
    "LS-10": each(UNITS, count("exemplar", both(DONE, lambda r: not r["follow_up"])), eq(0)),
    "LS-11": at_least(ALL, count("commendation", both(kind("thường xuyên", "chuyên đề"), lambda r: r["decided_on"].month in (12, 1))), **by(1, 31, 1)),
    "LS-11-DX": at_least(ALL, count("commendation", kind("đột xuất", "chuyên đề"))),
    "LS-12": at_least(UNITS, count("initiative")),
    "LS-13": each(UNITS, coalesce(count("activity", kind("kiểm tra")), P.reported("self_checks"))),
    "LS-14": total(OWN, count("activity", kind("tập huấn")), ge(1), every=3),
    "LS-14-CB": each(UNITS, P.reported("officer"), eq(1)),
    "LS-16": at_least(OWN, count("information"), 2, also=[(count("information", lambda r: not PRESS(r)), ge(1)), (count("information", PRESS), ge(1))]),
    "LS-18": total(OWN, count("media", kind("tin bài", "phóng sự", "mạng xã hội")), ge(1), every=1),
    "LS-18-KT": each(UNITS, count("exemplar", both(DONE, lambda r: not (r["posted_on"] and r["days_to_post"] is not None and r["days_to_post"] <= 30))), eq(0)),
})
