#!/usr/bin/env python3
"""Writes the sample of the city, input/ha-noi (everything there but plan.yaml and README.md).

    make_ha_noi.py ADMIN_UNITS.csv      the list of 2023: code,name,level,parent_code; its units.csv stays as it is without one

Deterministic: every run writes the same bytes. Names of districts and communes are the real ones of 2023; every figure
is made up, but for Quận Thanh Xuân's, which are the golden output of the district's own sample.
"""
import csv, random, shutil, sys
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
TARGET = TREE / "input/ha-noi"
R = random.Random(99)
MISSING, CORRECTED, TX = "HN-282", "HN-017", "TX-QUAN"
WARDS = {"Nhân Chính": "NHANCHINH", "Thượng Đình": "THUONGDINH", "Khương Trung": "KHUONGTRUNG", "Khương Mai": "KHUONGMAI",
         "Thanh Xuân Trung": "TXTRUNG", "Phương Liệt": "PHUONGLIET", "Hạ Đình": "HADINH", "Khương Đình": "KHUONGDINH",
         "Thanh Xuân Bắc": "TXBAC", "Thanh Xuân Nam": "TXNAM", "Kim Giang": "KIMGIANG"}
OFFICES = ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Xây dựng",
           "Sở Văn hóa và Thể thao", "Sở Du lịch", "Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông", "Thanh tra Thành phố"]
SHARES = {"TX-20": 100, "TX-25": 100, "TX-27": 100, "TX-29": 100, "TX-32": 100, "TX-71": 100}
HEADER = ["Mã đơn vị", "Kỳ báo cáo", "Mã chỉ tiêu", "Tử số", "Mẫu số", "Giá trị", "Kết quả",
          "Số đơn vị chưa đến hạn", "Số cấp dưới đạt", "Số cấp dưới", "Số hạng"]


def write(path, rows, sep=",", bom=True):
    path = TARGET / path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as f:
        csv.writer(f, delimiter=sep, lineterminator="\r\n").writerows(rows)


def kind(name):
    for word, k in (("Phường", "PHUONG"), ("Xã", "XA"), ("Thị trấn", "THITRAN")):
        if name.startswith(word):
            return k


def roster(path):
    rows = [r for r in csv.DictReader(path.open(encoding="utf-8-sig"))]
    districts = sorted((r for r in rows if r["parent_code"] == "01"), key=lambda r: r["code"])
    units = [["Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Cấp", "Mã đơn vị cấp trên"],
             ["HN-TP", "UBND thành phố Hà Nội", "TINH", "city", ""]]
    units += [[f"HN-SO-{i:02d}", name, "SO", "unit", "HN-TP"] for i, name in enumerate(OFFICES, 1)]
    for d in districts:
        own = TX if d["code"] == "009" else "HN-" + d["code"]
        units.append([own, d["name"], "HUYEN", "district", "HN-TP"])
        for c in sorted((r for r in rows if r["parent_code"] == d["code"]), key=lambda r: r["code"]):
            code = f"TX-P-{WARDS[c['name'].removeprefix('Phường ')]}" if own == TX else "HN-" + c["code"]
            units.append([code, c["name"], kind(c["name"]), "unit", own])
    write("units.csv", units)


def results(district, communes):
    """One district's rows: shares, then totals; words as the program writes them."""
    rows, schools, offices = [], R.randint(30, 70), R.randint(18, 26)
    size = {"TX-20": communes + schools + offices + 6, "TX-25": offices + 6, "TX-71": communes + schools + offices + 6}
    for i, of in SHARES.items():
        n = size.get(i, communes + schools)
        part = n if R.random() < 0.3 else n - R.randint(1, max(1, n // 8))
        open_ = n - part if i == "TX-32" else 0
        word = "Đạt" if part == n else "Chưa đến hạn" if open_ else "Chưa đạt"
        rows.append([district, "2024", i, part, n, "", word, open_, "", "", ""])
    nominees = R.choice([8, 10, 10, 11, 12, 14])
    rows.append([district, "2024", "TX-23", "", "", nominees, "Đạt" if nominees >= 10 else "Chưa đến hạn", "", "", "", ""])
    rows.append([district, "2024", "TX-24", "", "", 1, "Đạt", "", "", "", ""])
    meetings = R.choice([1, 2, 2, 2, 3])
    rows.append([district, "2024", "TX-63", "", "", meetings, "Đạt" if meetings >= 2 else "Chưa đạt", "", "", "", ""])
    whole = R.randint(80, 400)
    part = R.randint(whole * 45 // 100, whole * 75 // 100)
    share = f"{100 * part / whole:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    share += "0" if len(share.partition(",")[2]) == 3 else ""
    rows.append([district, "2024", "TX-66", "", "", share, "Đạt" if 2 * part > whole else "Chưa đạt", "", "", "",
                 f"cả kỳ {part}; {whole}"])
    return rows


def main():
    if len(sys.argv) > 1:
        roster(Path(sys.argv[1]))
    units = list(csv.DictReader((TARGET / "units.csv").open(encoding="utf-8-sig")))
    shutil.rmtree(TARGET / "submissions", ignore_errors=True)
    districts = [u["Mã đơn vị"] for u in units if u["Loại đơn vị"] == "HUYEN"]
    for index, d in enumerate(districts):
        rows = results(d, sum(u["Mã đơn vị cấp trên"] == d for u in units))
        if d == MISSING:
            continue
        if d == TX:  # handed in two days late, as the district's own program wrote it
            path = TARGET / "submissions/2025-01-05" / TX / "submission-up.csv"
            path.parent.mkdir(parents=True)
            path.write_bytes((TREE / "Tests/Golden/thanh-xuan/submission-up.csv").read_bytes())
            continue
        day = f"2024-12-{23 + index % 8}" if index % 3 else f"2025-01-0{1 + index % 3}"
        if index % 10 == 7:  # typed by hand in a spreadsheet: the seven columns of the form, semicolons, words for the period
            short = [[r[0], "Năm 2024"] + r[2:7] for r in rows if r[2] != "TX-66"]
            write(f"submissions/{day}/{d}/Kết quả {d}.csv", [HEADER[:7]] + short, sep=";", bom=False)
        else:
            write(f"submissions/{day}/{d}/submission-up.csv", [HEADER] + rows)
        if d == CORRECTED:
            mended = [r[:] for r in rows if r[2] in ("TX-20", "TX-23")]
            mended[0][3], mended[0][6] = mended[0][4], "Đạt"
            mended[1][5], mended[1][6] = 13, "Đạt"
            write(f"submissions/2025-01-04/{d}/dinh-chinh.csv", [HEADER] + mended)
            half = "6 tháng đầu năm 2024"  # of another period: neither the year's result nor added to it
            write(f"submissions/2024-07-02/{d}/6-thang.csv",
                  [HEADER[:7], [d, half, "TX-20", 20, 90, "", "Chưa đến hạn"], [d, half, "TX-23", "", "", 10, "Đạt"]])
    head = ["Kỳ báo cáo", "Đã ban hành kế hoạch", "Số bài dự thi", "Số ĐHTT đã xây dựng - Tập thể", "Số ĐHTT đã xây dựng - Cá nhân",
            "Số gương đề nghị Quận khen thưởng", "Số gương đề nghị Thành phố khen thưởng"]
    for i in range(1, len(OFFICES) + 1):
        if i == 9:  # never reported
            continue
        entries = "" if i == 5 else 0 if i == 10 else R.randint(1, 30)
        day = "2024-12-17" if i == 7 else f"2024-12-{1 + i:02d}"
        row = ["2024", "Không" if i == 11 else "Có", entries, R.randint(0, 3), R.randint(1, 4), 0, R.randint(1, 4)]
        write(f"submissions/{day}/HN-SO-{i:02d}/bao-cao-nam.csv", [head, row])
    write("submissions/2024-11-29/HN-TP/kiem-tra.csv",
          [["Mã đơn vị", "Loại hoạt động", "Ngày", "Nội dung", "Đơn vị được kiểm tra/tham gia"]]
          + [["HN-TP", "Kiểm tra", f"{4 + 3 * n:02d}/09/2024", f"Kiểm tra mẫu số {n}", f"Đơn vị mẫu {n}"] for n in range(1, 7)])


main()
