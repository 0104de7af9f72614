"""Cases of the board's process and the contest for make_sample.py.

Each function changes rows that the generator has made, in place and without its random numbers: the counts of the
year stay as they are, and what is planted here shows up as findings and in the tables of the process alone.
"""
from datetime import date, timedelta
import unicodedata

# Unit -> for its first exemplars: review, recognition and article, days after 01/11/2024; None leaves a blank.
DATES = {
    "TX-P-KHUONGTRUNG": [(4, 10, 12), (4, 10, 25), (12, 10, 14)],   # the third: recognised before it was reviewed
    "TX-P-KHUONGMAI": [(4, 10, 45), (4, 10, None), (4, 10, 8)],     # late in the news; not at all; before the decision
}


def bare(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def date_steps(unit, rows):
    """Gives exemplars the dates of their steps."""
    for row, days in zip(rows, DATES.get(unit, [])):
        for field, day in zip(("reviewed_on", "decided_on", "posted_on"), days):
            if day is not None:
                row[field] = date(2024, 11, 1) + timedelta(days=day)
        row["decision_number"] = f"{90 + days[1]}/QĐ-UBND"


def bend_reviews(unit, rows):
    """Reviews whose result the numbers contradict."""
    change = {
        "TX-PB-TTYT": dict(members=13, present=8, issued=8, collected=8, valid=8, agree=8),                       # no quorum
        "TX-PB-KINHTE": dict(members=13, present=12, issued=12, collected=12, valid=12, agree=6),                  # passed with 6 of 13
        "TX-T-20": dict(members=9, present=9, issued=9, collected=9, valid=9, agree=8, result="Không đạt"),      # failed with 8 of 9
        "TX-T-21": dict(present=None, members=None),                                                              # cannot be checked
    }.get(unit)
    if change and rows:
        rows[0].update(change)


def copy_entries(unit, rows, entries):
    """Entries that look like those of a school, the last of each register."""
    source = entries.get("TX-T-01")
    if not source or len(rows) < 2:
        return
    if unit == "TX-T-08":       # without accents, otherwise the same
        rows[-1].update(title=bare(source[0]["title"]), authors=bare(source[0]["authors"]))
    if unit == "TX-T-12":       # the same title by somebody else
        rows[-1].update(title=source[0]["title"])
