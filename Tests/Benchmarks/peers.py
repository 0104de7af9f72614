#!/usr/bin/env python3
"""The peers of `tonghop run`: DuckDB and Polars on two threads come to the same figures of the same files.

    peers.py duckdb register FOLDER --cells FILE --workbook FILE
    peers.py polars register FOLDER --cells FILE --workbook FILE
    peers.py duckdb country FOLDER
    peers.py tonghop register|country EDITION

Everything is read as text and looked at: units, required cells, dates, whole numbers, tokens; rows that do not
hold are counted as rejected. Of rows with one key the last counts; of entries with one title and the same authors
the first; units add up to the nodes above them, which are judged; XlsxWriter writes the cells of tonghop's own
workbook. Findings are only counted, not written with file, row and advice, which spares the peers some work.
One JSON line gives the seconds (without the engine's import) and the figures; the third form takes the same
figures out of an edition of tonghop.
"""
import argparse, collections, csv, glob, json, os, re, time

import cells

CORES = 2
DUCKDB_REGISTER = """
create temp table lines as
select
    trim("Mã đơn vị") as unit, trim("Mã bài") as id, lower(trim("Tên bài viết")) as title,
    lower(trim("Tác giả")) as authors, try_cast(trim("Số từ") as bigint) as words,
    try_strptime(trim("Ngày nộp"), '%d/%m/%Y')::date as received, lower(trim("Hợp lệ")) as declared,
    title <> '' and received is not null and (trim("Số từ") is null or words is not null)
        and coalesce(declared, '') in ('', 'có', 'không') as holds
from read_csv($file, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
              null_padding = $padded, nullstr = '');
create temp view good as
select rowid as line, * from lines where holds and unit in (select id from units);
create temp table judged as
select line, unit, title, authors, words, received, case
    when declared = 'không' then 'declared'
    when coalesce(authors, '') = '' then 'author-missing'
    when received not between date '2024-03-01' and date '2024-07-15' then 'entry-late'
    when words > 2000 then 'entry-too-long'
    else 'valid' end as fault
from good
where line in (
    select max(line) from good
    group by unit, coalesce(id, title || ';' || coalesce(authors, ''))
);
create temp table valid as
select first.unit as unit, first.words as words, authors
from (
    select authors, arg_min({'unit': unit, 'words': words}, (received, line)) as first
    from judged where fault = 'valid' group by title, authors
);
"""
DUCKDB_UNITS = """
with people as (
    select unit, count(distinct trim(author)) as authors
    from (select unit, unnest(string_split_regex(authors, '[;,]')) as author from valid)
    where trim(author) <> '' group by unit
),
sums as (select unit, count(*) as valid, sum(words)::bigint as words from valid group by unit)
select unit, count(*), coalesce(any_value(sums.valid), 0), coalesce(any_value(people.authors), 0),
    coalesce(any_value(sums.words), 0)
from judged left join sums using (unit) left join people using (unit)
group by unit order by unit
"""


def parents(folder):
    """The unit above each unit, and the units in the order of the roster."""
    with open(os.path.join(folder, "units.csv"), encoding="utf-8") as source:
        return {row[0]: row[3] for row in list(csv.reader(source))[1:]}


def threshold(plan, indicator, key):
    """A number that an indicator of the plan asks for."""
    with open(os.path.join(plan, "plan.yaml"), encoding="utf-8") as source:
        line = next(line for line in source if f"id: {indicator}," in line)
    return int(re.search(rf'{key}: ">?= (\d+)%?"', line)[1])


def nodes_above(above, unit):
    while unit := above.get(unit):
        yield unit


def shares(folder, above, indicator, values, level):
    """For each node its numerator and denominator, and at the level whether its target holds."""
    each, target = (threshold(folder, indicator, key) for key in ("each", "target"))
    found = collections.defaultdict(lambda: [0, 0])
    for unit, value in values.items():
        for node in nodes_above(above, unit):
            found[node][0] += value >= each
            found[node][1] += 1
    return [
        [node, *pair, 100 * pair[0] >= target * pair[1]] for node, pair in sorted(found.items())
        if node[:2] == level
    ]


def register_figures(folder, units, rejected, faults, duplicates, superseded):
    above = parents(folder)
    values = {unit: 0 for unit in above if unit.startswith("U-")} | {unit: valid for unit, _, valid, *_ in units}
    total = threshold(folder, "B-2", "total")
    sums = collections.Counter()
    for unit, *_, words in units:
        for node in nodes_above(above, unit):
            sums[node] += words
    return {
        "rejected": rejected,
        "findings": {
            "author-missing": faults.get("author-missing", 0), "duplicate": duplicates + superseded,
            "entry-late": faults.get("entry-late", 0), "entry-too-long": faults.get("entry-too-long", 0),
        },
        "units": [list(unit) for unit in units],
        "B-1": shares(folder, above, "B-1", values, "D-"),
        "B-2": [[node, sums[node], sums[node] >= total] for node in sorted(sums) if node.startswith("D-")],
    }


def register_file(folder):
    return glob.glob(os.path.join(folder, "submissions", "*", "*", "*.csv"))[0]


def duckdb_register(folder, is_padded):
    import duckdb

    start = time.perf_counter()
    connection = duckdb.connect(config={"threads": CORES})
    connection.execute("create temp table units (id varchar)")
    connection.executemany("insert into units values (?)", [[unit] for unit in parents(folder)])
    for statement in DUCKDB_REGISTER.split(";\n"):
        if statement.strip():
            values = {"file": register_file(folder), "padded": is_padded} if "$file" in statement else None
            connection.execute(statement, values)
    count = lambda table: connection.execute(f"select count(*) from {table}").fetchone()[0]
    faults = dict(connection.execute("select fault, count(*) from judged group by fault").fetchall())
    units = connection.execute(DUCKDB_UNITS).fetchall()
    good = count("good")
    rejected, superseded = count("lines") - good, good - count("judged")
    duplicates = faults.get("valid", 0) - count("valid")
    figures = register_figures(folder, units, rejected, faults, duplicates, superseded)
    return start, figures


def polars_register(folder, is_padded):
    os.environ["POLARS_MAX_THREADS"] = str(CORES)
    import polars as pl

    start = time.perf_counter()
    names = [
        "Mã đơn vị", "Mã bài", "Tên bài viết", "Tác giả", "Loại hình", "Nhân vật điển hình", "Đối tượng",
        "Lĩnh vực", "Số từ", "Ngày nộp", "Hợp lệ",
    ]
    text = lambda name: pl.col(name).str.strip_chars().fill_null("")
    schema = {name: pl.String for name in names}
    lines = pl.scan_csv(register_file(folder), schema=schema, row_index_name="line").select(
        "line", unit=text("Mã đơn vị"), id=text("Mã bài"), title=text("Tên bài viết").str.to_lowercase(),
        authors=text("Tác giả").str.to_lowercase(), length=text("Số từ"),
        words=text("Số từ").cast(pl.Int64, strict=False),
        received=text("Ngày nộp").str.to_date("%d/%m/%Y", strict=False),
        declared=text("Hợp lệ").str.to_lowercase(),
    )
    good = lines.filter(
        pl.col("unit").is_in(list(parents(folder))), pl.col("title") != "", pl.col("received").is_not_null(),
        (pl.col("length") == "") | pl.col("words").is_not_null(), pl.col("declared").is_in(["", "có", "không"]),
    )
    engine = os.environ.get("POLARS_ENGINE", "streaming")
    good = good.collect(engine=engine)
    count = lines.select(pl.len()).collect(engine=engine).item()
    entries = good.unique(subset=["unit", "id"], keep="last")
    judged = entries.with_columns(
        fault=pl.when(pl.col("declared") == "không").then(pl.lit("declared"))
        .when(pl.col("authors") == "").then(pl.lit("author-missing"))
        .when(~pl.col("received").is_between(pl.date(2024, 3, 1), pl.date(2024, 7, 15))).then(pl.lit("entry-late"))
        .when(pl.col("words") > 2000).then(pl.lit("entry-too-long"))
        .otherwise(pl.lit("valid"))
    )
    faults = dict(judged.group_by("fault").len().rows())
    valid = (
        judged.lazy().filter(pl.col("fault") == "valid").group_by("title", "authors")
        .agg(pl.col("unit", "words").sort_by("received", "line").first()).collect(engine=engine)
    )
    authors = (
        valid.lazy().select("unit", author=pl.col("authors").str.replace_all(",", ";", literal=True).str.split(";"))
        .explode("author").with_columns(pl.col("author").str.strip_chars()).filter(pl.col("author") != "")
        .group_by("unit").agg(authors=pl.col("author").n_unique())
    )
    sums = valid.lazy().group_by("unit").agg(valid=pl.len(), words=pl.col("words").sum())
    units = (
        judged.lazy().group_by("unit").agg(entries=pl.len()).join(sums, on="unit", how="left")
        .join(authors, on="unit", how="left")
        .select("unit", "entries", *(pl.col(name).fill_null(0) for name in ("valid", "authors", "words")))
        .sort("unit").collect(engine=engine).rows()
    )
    figures = register_figures(
        folder, units, count - good.height, faults, faults.get("valid", 0) - valid.height,
        good.height - entries.height,
    )
    return start, figures


DUCKDB_COUNTRY = """
create temp table reports as
select trim("Mã đơn vị") as unit, lower(trim("Kỳ báo cáo")) as period, lower(trim("Đã ban hành kế hoạch")) as issued,
    trim("Số tin, bài đã đăng") as posts_text, try_cast(trim("Số tin, bài đã đăng") as bigint) as posts,
    trim("Số buổi tuyên truyền") as sessions_text, try_cast(trim("Số buổi tuyên truyền") as bigint) as sessions,
    trim("Số lượt người được tập huấn") as trained_text,
    try_cast(trim("Số lượt người được tập huấn") as bigint) as trained, filename
from read_csv($reports, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
              auto_detect = false, parallel = false, buffer_size = 65536, filename = true,
              columns = {
    'Mã đơn vị': 'VARCHAR', 'Kỳ báo cáo': 'VARCHAR', 'Đã ban hành kế hoạch': 'VARCHAR', 'Số tin, bài đã đăng': 'VARCHAR',
    'Số buổi tuyên truyền': 'VARCHAR', 'Số lượt người được tập huấn': 'VARCHAR', 'Khó khăn, vướng mắc': 'VARCHAR'});
create temp table activities as
select trim("Mã đơn vị") as unit, lower(trim("Loại hoạt động")) as kind,
    try_strptime(trim("Ngày"), '%d/%m/%Y')::date as held, trim("Nội dung") as content,
    trim("Số người dự") as attendees_text, try_cast(trim("Số người dự") as bigint) as attendees, filename
from read_csv($activities, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
              auto_detect = false, parallel = false, buffer_size = 65536, filename = true,
              columns = {
    'Mã đơn vị': 'VARCHAR', 'Loại hoạt động': 'VARCHAR', 'Ngày': 'VARCHAR', 'Nội dung': 'VARCHAR',
    'Số người dự': 'VARCHAR'});
create temp table good_reports as
select * from reports
where unit in (select id from units) and regexp_full_match(period, 'tháng \\d{1,2}/2024')
    and coalesce(issued, '') in ('', 'có', 'không') and (posts_text is null or posts >= 0)
    and (sessions_text is null or sessions >= 0) and (trained_text is null or trained >= 0);
create temp table good_activities as
select * from activities
where unit in (select id from units) and held is not null and (attendees_text is null or attendees >= 0)
    and kind in ('tập huấn', 'kiểm tra', 'tọa đàm', 'quán triệt');
"""


def duckdb_country(folder, _):
    import duckdb

    start = time.perf_counter()
    above = parents(folder)
    connection = duckdb.connect(config={"threads": CORES})
    connection.execute("create temp table units (id varchar)")
    connection.execute("insert into units select unnest($1)", [list(above)])
    drop = os.path.join(folder, "submissions")
    places = {"reports": f"{drop}/X-*/*.csv", "activities": f"{drop}/H-*/*.csv"}
    for statement in DUCKDB_COUNTRY.split(";\n"):
        if statement.strip():
            values = {name: place for name, place in places.items() if f"(${name}," in statement}
            connection.execute(statement, values or None)
    count = lambda table: connection.execute(f"select count(*) from {table}").fetchone()[0]
    # Of reports and activities with one key the one received last counts: the name begins with its day.
    posts = connection.execute(
        "select unit, sum(posts)::bigint from (select arg_max(posts, filename) as posts, unit"
        " from good_reports group by unit, period) group by unit order by unit"
    ).fetchall()
    trainings = connection.execute(
        "select unit, count(*) from (select distinct unit, kind, held, content from good_activities)"
        " where kind = 'tập huấn' group by unit order by unit"
    ).fetchall()
    rows = count("reports") + count("activities")
    rejected = rows - count("good_reports") - count("good_activities")
    return start, country_figures(folder, rows, rejected, dict(posts), dict(trainings))


def country_figures(folder, rows, rejected, posts, trainings):
    above = parents(folder)
    communes = [unit for unit in above if unit.startswith("X-")]
    figures = {"rows": rows, "rejected": rejected, "posts": sorted(posts.items())}
    for indicator, found in (("C-1", posts), ("C-2", trainings)):
        values = {unit: found.get(unit, 0) for unit in communes}
        figures[indicator] = shares(folder, above, indicator, values, "P-")
    return figures


def edition_nodes(results, level, parts):
    return {
        indicator["id"]: [
            [node["node"], *(node[part] for part in parts[indicator["id"]]), node["status"] == "met"]
            for node in sorted(indicator["nodes"], key=lambda node: node["node"]) if node["node"][:2] == level
        ]
        for indicator in results["indicators"]
    }


def tonghop_register(edition):
    with open(os.path.join(edition, "results.json"), encoding="utf-8") as source:
        results = json.load(source)
    words = {measure["unit"]: measure["words"] for measure in results["measures"]}
    codes = collections.Counter()
    with open(os.path.join(edition, "findings.csv"), encoding="utf-8-sig") as source:
        for line in source:
            codes[line.split(",", 2)[1]] += 1
    parts = {"B-1": ("numerator", "denominator"), "B-2": ("value",)}
    names = ("author-missing", "duplicate", "entry-late", "entry-too-long")
    return {
        "rejected": results["submissions"]["rows_rejected"],
        "findings": {name: codes[name] for name in names},
        "units": sorted(
            [unit["unit"], unit["entries"], unit["valid"], unit["authors"], words[unit["unit"]]]
            for unit in results["contests"][0]["units"] if unit["entries"]
        ),
        **edition_nodes(results, "D-", parts),
    }


def tonghop_country(edition):
    with open(os.path.join(edition, "results.json"), encoding="utf-8") as source:
        results = json.load(source)
    parts = dict.fromkeys(("C-1", "C-2"), ("numerator", "denominator"))
    return {
        "rows": results["submissions"]["rows"], "rejected": results["submissions"]["rows_rejected"],
        "posts": sorted(
            [found["unit"], found["posts"]] for found in results["measures"]
            if found["unit"].startswith("X-") and found["posts"] is not None
        ),
        **edition_nodes(results, "P-", parts),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=["duckdb", "polars", "tonghop"])
    parser.add_argument("set", choices=["register", "country"])
    parser.add_argument("folder")
    parser.add_argument("--broken", action="store_true", help="rows may lack cells")
    parser.add_argument("--cells")
    parser.add_argument("--workbook")
    arguments = parser.parse_args()
    ask = globals()[f"{arguments.engine}_{arguments.set}"]
    if arguments.engine == "tonghop":
        print(json.dumps({"figures": ask(arguments.folder)}))
        return
    start, figures = ask(arguments.folder, arguments.broken)
    asked = time.perf_counter()
    if arguments.workbook:
        cells.write(arguments.cells, arguments.workbook)
    seconds = {"seconds": time.perf_counter() - start, "query": asked - start}
    print(json.dumps({**seconds, "figures": figures}))


if __name__ == "__main__":
    main()
