"""The peers of tonghop-bench: DuckDB and Polars answer the same question of the same register.

    peers.py duckdb FILE [--answers]
    peers.py polars FILE [--answers]

The question: for each unit the valid entries, their distinct authors and their words. An entry is
valid when it is not declared "Không", has a title and an author, came in from 01/03 to 15/07/2024,
has 2,000 words at most, and no valid entry with the same title and authors came in before it. The
entry ids grow through the file, so that they tell which of two entries of one day stands first.

One JSON line gives seconds (the engine's import not counted) and peak memory; --answers prints the
table instead, as `tonghop-bench run --answers` does.
"""

import json
import os
import resource
import sys
import time

CORES = 2

DUCKDB = """
with entries as (
    select
        trim("Mã đơn vị") as unit,
        trim("Mã bài") as id,
        lower(trim("Tên bài viết")) as title,
        lower(trim("Tác giả")) as authors,
        "Số từ" as words,
        "Ngày nộp" as received
    from read_csv(
        $file, header = true, delim = ',', quote = '"', dateformat = '%d/%m/%Y',
        columns = {
            'Mã đơn vị': 'VARCHAR', 'Mã bài': 'VARCHAR', 'Tên bài viết': 'VARCHAR',
            'Tác giả': 'VARCHAR', 'Loại hình': 'VARCHAR', 'Nhân vật điển hình': 'VARCHAR',
            'Đối tượng': 'VARCHAR', 'Lĩnh vực': 'VARCHAR', 'Số từ': 'BIGINT',
            'Ngày nộp': 'DATE', 'Hợp lệ': 'VARCHAR'
        })
    where coalesce(lower(trim("Hợp lệ")), '') <> 'không'
        and trim("Tên bài viết") <> '' and trim("Tác giả") <> ''
        and "Ngày nộp" between date '2024-03-01' and date '2024-07-15'
        and "Số từ" <= 2000
),
valid as (
    select
        first.unit as unit, first.words as words, authors
    from (
        select authors, arg_min({'unit': unit, 'words': words}, (received, id)) as first
        from entries
        group by title, authors
    )
),
people as (
    select unit, count(distinct trim(author)) as authors
    from (
        select unit, unnest(string_split_regex(authors, '[;,]')) as author
        from valid
    )
    where trim(author) <> ''
    group by unit
)
select unit, count(*), any_value(people.authors), sum(words)::bigint
from valid join people using (unit)
group by unit
order by unit
"""


def ask_duckdb(file):
    import duckdb

    start = time.perf_counter()
    connection = duckdb.connect(config={"threads": CORES})
    rows = connection.execute(DUCKDB, {"file": file}).fetchall()
    return rows, time.perf_counter() - start


def ask_polars(file):
    os.environ["POLARS_MAX_THREADS"] = str(CORES)
    import polars as pl

    start = time.perf_counter()
    text = pl.String
    entries = pl.scan_csv(
        file,
        schema={
            "Mã đơn vị": text, "Mã bài": text, "Tên bài viết": text, "Tác giả": text,
            "Loại hình": text, "Nhân vật điển hình": text, "Đối tượng": text, "Lĩnh vực": text,
            "Số từ": pl.Int64, "Ngày nộp": text, "Hợp lệ": text,
        },
    ).select(
        unit=pl.col("Mã đơn vị").str.strip_chars(),
        id=pl.col("Mã bài").str.strip_chars(),
        title=pl.col("Tên bài viết").str.strip_chars().str.to_lowercase(),
        authors=pl.col("Tác giả").str.strip_chars().str.to_lowercase(),
        words=pl.col("Số từ"),
        received=pl.col("Ngày nộp").str.to_date("%d/%m/%Y"),
        declared=pl.col("Hợp lệ").str.strip_chars().str.to_lowercase().fill_null(""),
    )
    valid = (
        entries.filter(
            pl.col("declared") != "không",
            pl.col("title") != "",
            pl.col("authors") != "",
            pl.col("received").is_between(pl.date(2024, 3, 1), pl.date(2024, 7, 15)),
            pl.col("words") <= 2000,
        )
        .group_by("title", "authors")
        .agg(pl.col("unit", "words").sort_by("received", "id").first())
    )
    authors = (
        valid.select(
            "unit", author=pl.col("authors").str.replace_all(",", ";", literal=True).str.split(";")
        )
        .explode("author")
        .with_columns(pl.col("author").str.strip_chars())
        .filter(pl.col("author") != "")
        .group_by("unit")
        .agg(authors=pl.col("author").n_unique())
    )
    answer = (
        valid.group_by("unit")
        .agg(valid=pl.len(), words=pl.col("words").sum())
        .join(authors, on="unit")
        .select("unit", "valid", "authors", "words")
        .sort("unit")
    )
    rows = answer.collect(engine=os.environ.get("POLARS_ENGINE", "streaming")).rows()
    return rows, time.perf_counter() - start


def main():
    engine, file = sys.argv[1:3]
    rows, seconds = {"duckdb": ask_duckdb, "polars": ask_polars}[engine](file)
    if "--answers" in sys.argv:
        for row in rows:
            print(*row)
        return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": round(seconds, 3), "peak_mb": round(peak, 1)}))


main()
