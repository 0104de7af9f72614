#!/usr/bin/env python3
"""Makes the inputs that `bench` measures. Everything in them is made up; the same call makes the same bytes.

    sets.py register BENCH FOLDER ROWS [--broken PERCENT]
    sets.py country FOLDER [--units N] [--months N] [--dirty]
    sets.py change FOLDER NIGHT [--share PERCENT]

`register` makes a province of 90 wards in six districts with one contest register of so many rows, written
by BENCH (a release build of tonghop-bench). `country` makes communes that report each month in a file of
their own, beside a register of activities for each district; with --dirty every twentieth figure is none, the
files come in the encodings that offices use, and one name is a FIFO. `change` corrects one file in a hundred,
others each night. What must come of a country stands in FOLDER/expected.json.
"""
import argparse, glob, itertools, json, os, random, subprocess, unicodedata

REGISTER_PLAN = """\
schema: 1
id: register
title: Cuộc thi viết (số liệu giả định để đo tốc độ)
stage: {{from: 2024, to: 2024}}
root: T
chain: [{{level: unit, name: Phường}}, {{level: district, name: Quận}}, {{level: province, name: Tỉnh}}]
reports: [{{id: province, office: SỞ NỘI VỤ, symbol: BC-SNV, place: Hà Nội, signer: GIÁM ĐỐC}}]
groups:
  all: {{name: Toàn tỉnh, kinds: [PHUONG]}}
contests:
  - {{id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-07-15, max_words: 2000}}
measures:
  valid_entries: count(contest_entry where valid)
  words: sum(contest_entry.words where valid)
indicators:
  - {{id: B-1, name: Mỗi phường đủ bài, cite: I, level: district, applies_to: all, over: contest, measure: valid_entries, each: ">= {each}", target: ">= 50%"}}
  - {{id: B-2, name: Mỗi quận đủ số từ, cite: II, level: district, over: contest, measure: words, total: ">= {total}"}}
"""

COUNTRY_PLAN = """\
schema: 1
id: country
title: Báo cáo tháng của các xã (số liệu giả định để đo tốc độ)
stage: {from: 2024, to: 2024}
root: VN
chain: [{level: unit, name: Xã}, {level: district, name: Huyện}, {level: province, name: Tỉnh}, {level: country, name: Cả nước}]
reports: [{id: country, office: BỘ NỘI VỤ, symbol: BC-BNV, place: Hà Nội, signer: BỘ TRƯỞNG}]
groups:
  communes: {name: Các xã, kinds: [XA]}
measures:
  posts: sum(unit_report.posts)
  trained: sum(unit_report.trained)
  trainings: count(activity where kind = training)
indicators:
  - {id: C-1, name: Mỗi xã có tin bài, cite: I, level: province, applies_to: communes, measure: posts, each: ">= POSTS", target: ">= 50%"}
  - {id: C-2, name: Mỗi xã có lớp tập huấn, cite: II, level: province, applies_to: communes, measure: trainings, each: ">= 1", target: ">= 90%"}
"""

UNIT_COLUMNS = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\n"
REPORT_HEADER = (
    'Mã đơn vị,Kỳ báo cáo,Đã ban hành kế hoạch,"Số tin, bài đã đăng",Số buổi tuyên truyền,'
    'Số lượt người được tập huấn,"Khó khăn, vướng mắc"\r\n'
)
ACTIVITY_HEADER = "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự\r\n"
DIFFICULTIES = [
    "", "thiếu kinh phí in ấn tài liệu", "cán bộ kiêm nhiệm nhiều việc", "địa bàn rộng, đi lại khó khăn",
    "", "nguồn gương điển hình còn ít", "",
]
KINDS = ["Tập huấn", "Kiểm tra", "Tọa đàm", "Quán triệt"]
#: How the files of a dirty country are written, and how many of a hundred.
ENCODINGS = {"utf-8": 60, "utf-8-sig": 20, "utf-16": 8, "cp1258": 6, "tcvn": 6}


def write(path, content):
    with open(path, "w", encoding="utf-8", newline="") as target:
        target.write(content)


def register(arguments):
    folder = os.path.join(arguments.folder, "register")
    day = os.path.join(folder, "submissions", "T", "2024-12-01")
    os.makedirs(day)
    rows = arguments.rows
    # A ward has about rows / 100 valid entries of 1,200 words: half of the wards and districts hold.
    plan = REGISTER_PLAN.format(each=rows * (100 - arguments.broken) // 9945, total=rows // 6 * 1086)
    write(os.path.join(folder, "plan.yaml"), plan)
    units = [UNIT_COLUMNS, "T,Tỉnh Mẫu,TINH,\n"]
    units += [f"D-{number},Quận {number},HUYEN,T\n" for number in range(1, 7)]
    units += [f"U-{number:03d},Phường {number},PHUONG,D-{(number - 1) // 15 + 1}\n" for number in range(1, 91)]
    write(os.path.join(folder, "units.csv"), "".join(units))
    file = os.path.join(day, "contest_entry.csv")
    words = [arguments.bench, "generate", str(rows), file, "--broken", str(arguments.broken)]
    subprocess.run(words, check=True)
    divide(file, rows)


# A file of more than 2 GiB is refused.
MOST_ROWS = 5_000_000


def divide(file, rows):
    """Makes several files of a register that is too large for one; each of its rows is a line."""
    if rows <= MOST_ROWS:
        return
    with open(file, "rb") as source:
        header = source.readline()
        for part in range(-(-rows // MOST_ROWS)):
            with open(f"{file[:-4]}-{part}.csv", "wb") as target:
                target.write(header)
                target.writelines(itertools.islice(source, MOST_ROWS))
    os.remove(file)


def encoders():
    """For each encoding what turns text into its bytes; those of Viet Nam by iconv's own tables."""
    letters = sorted(
        {
            unicodedata.normalize("NFC", base + tone)
            for base in "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ"
            for tone in ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
        }
    )
    letters = [letter for letter in letters if len(letter) == 1 and ord(letter) > 127]

    def table(name):
        found = {}
        for letter in letters:
            done = subprocess.run(["iconv", "-f", "UTF-8", "-t", name], input=letter.encode(), capture_output=True)
            if done.returncode == 0:
                found[letter] = done.stdout
        return lambda text: b"".join(found.get(letter) or letter.encode("ascii") for letter in text)

    plain = {name: (lambda text, name=name: text.encode(name)) for name in ("utf-8", "utf-8-sig", "utf-16")}
    return plain | {"cp1258": table("CP1258"), "tcvn": table("TCVN")}


def report(unit, month, figures):
    posts, sessions, trained, difficulty, has_plan = figures
    difficulty = f'"{difficulty}"' if "," in difficulty else difficulty
    return f"{unit},Tháng {month}/2024,{has_plan},{posts},{sessions},{trained},{difficulty}\r\n"


def figures(numbers):
    return (
        numbers.randrange(12), numbers.randrange(6), numbers.randrange(90), numbers.choice(DIFFICULTIES),
        numbers.choice(["Có", "Không", ""]),
    )


def country(arguments):
    folder = os.path.join(arguments.folder, "country")
    drop = os.path.join(folder, "submissions")
    os.makedirs(drop)
    write(os.path.join(folder, "plan.yaml"), COUNTRY_PLAN.replace("POSTS", str(11 * arguments.months // 2)))
    lines = [UNIT_COLUMNS, "VN,Cả nước,BO,\n"]
    communes = [f"X-{number:05d}" for number in range(1, arguments.units + 1)]
    districts = [f"H-{number:03d}" for number in range(1, (len(communes) + 19) // 20 + 1)]
    lines += [f"P-{number:02d},Tỉnh số {number},TINH,VN\n" for number in range(1, (len(districts) + 9) // 10 + 1)]
    lines += [f"{unit},Huyện số {at + 1},HUYEN,P-{at // 10 + 1:02d}\n" for at, unit in enumerate(districts)]
    lines += [f"{unit},Xã số {at + 1},XA,{districts[at // 20]}\n" for at, unit in enumerate(communes)]
    write(os.path.join(folder, "units.csv"), "".join(lines))
    numbers = random.Random(1)
    encode = encoders() if arguments.dirty else {}
    choices = [name for name, share in ENCODINGS.items() for _ in range(share)]
    posts, rejected, files = {}, 0, 0
    for unit in communes:
        place = os.path.join(drop, unit)
        os.mkdir(place)
        total = None
        for month in range(1, arguments.months + 1):
            found = figures(numbers)
            is_broken = arguments.dirty and numbers.random() < 0.05
            text = REPORT_HEADER + report(unit, month, found)
            if is_broken:
                rejected += 1
                text = REPORT_HEADER + report(unit, month, ("nhiều lắm", *found[1:]))
            else:
                total = (total or 0) + found[0]
            files += 1
            name = f"2024-{month + 1:02d}-05" if month < 12 else "2025-01-04"
            content = encode[numbers.choice(choices)](text) if arguments.dirty else text.encode()
            with open(os.path.join(place, f"{name} bao-cao-thang-{month}.csv"), "wb") as target:
                target.write(content)
        posts[unit] = total
    for at, district in enumerate(districts):
        place = os.path.join(drop, district)
        os.mkdir(place)
        below = communes[at * 20 : at * 20 + 20]
        rows = [ACTIVITY_HEADER]
        for number in range(100):
            day = f"{1 + number % 28:02d}/{1 + number % 12:02d}/2024"
            kind, unit = numbers.choice(KINDS), numbers.choice(below)
            rows.append(f"{unit},{kind},{day},Hoạt động số {number},{numbers.randrange(5, 200)}\r\n")
        write(os.path.join(place, "2024-12-20 hoat-dong.csv"), "".join(rows))
        files += 1
    if arguments.dirty:
        place = os.path.join(drop, communes[0])
        os.mkfifo(os.path.join(place, "2024-12-31 bao-cao-tai.csv"))
    expected = {"files": files, "rejected": rejected, "posts": posts}
    with open(os.path.join(arguments.folder, "expected.json"), "w") as target:
        json.dump(expected, target)


def change(arguments):
    """Corrects so many of a hundred files by new figures; of a dirty country those that are in UTF-8."""
    drop = os.path.join(arguments.folder, "country", "submissions")
    expected_path = os.path.join(arguments.folder, "expected.json")
    with open(expected_path) as source:
        expected = json.load(source)
    numbers = random.Random(1000 + arguments.night)
    paths = sorted(glob.glob(os.path.join(drop, "X-*", "* bao-cao-thang-*.csv")))
    wanted = round(len(paths) * arguments.share / 100)
    for path in numbers.sample(paths, len(paths)):
        with open(path, "rb") as source:
            content = source.read()
        try:
            before = content.decode("utf-8-sig").split("\r\n")[1].split(",")[3]
        except UnicodeDecodeError:
            continue
        unit = os.path.basename(os.path.dirname(path))
        found = figures(numbers)
        if before.isdigit():
            expected["posts"][unit] -= int(before)
        else:
            expected["rejected"] -= 1
        expected["posts"][unit] = (expected["posts"][unit] or 0) + found[0]
        write(path, REPORT_HEADER + report(unit, int(path.rsplit("-", 1)[1][:-4]), found))
        wanted -= 1
        if wanted <= 0:
            break
    with open(expected_path, "w") as target:
        json.dump(expected, target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("register")
    command.add_argument("bench")
    command.add_argument("folder")
    command.add_argument("rows", type=int)
    command.add_argument("--broken", type=int, default=0)
    command.set_defaults(make=register)
    command = commands.add_parser("country")
    command.add_argument("folder")
    command.add_argument("--units", type=int, default=12000)
    command.add_argument("--months", type=int, choices=range(1, 13), default=12)
    command.add_argument("--dirty", action="store_true")
    command.set_defaults(make=country)
    command = commands.add_parser("change")
    command.add_argument("folder")
    command.add_argument("night", type=int)
    command.add_argument("--share", type=float, default=1)
    command.set_defaults(make=change)
    arguments = parser.parse_args()
    arguments.make(arguments)


if __name__ == "__main__":
    main()
