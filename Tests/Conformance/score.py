#!/usr/bin/env python3
"""Scores csvdump on the CSV corpora, beside the peers that the corpora's README.md lists.

usage: score.py CSVDUMP CORPORA

Prints a table per corpus and then every miss with its first difference. Ends with 1 where a bar is
missed: full marks on csv-spectrum and csv-spec, and elsewhere more than the best peer has, or all.
"""

import json
import pathlib
import re
import resource
import subprocess
import sys
import unicodedata

FULL_MARKS = ("csv-spectrum", "csv-spec")
# Frictionless wrote this set's report itself: its full marks say nothing (README).
OWN_REPORT = {("frictionless-tables", "Frictionless 5.21")}
STRUCTURAL = {"MISSING COLUMNS", "TOO MANY COLUMNS", "UNQUOTED VALUE", "INVALID ENCODING"}
SECONDS = 20
SURVIVE_SECONDS = 2
MEMORY = 512 << 20


class Score:
    """How many cases count, of how many, for each measure of a corpus."""

    def __init__(self):
        self.right = {}
        self.cases = {}
        self.misses = []

    def add(self, measure, is_right, case, reason):
        self.cases[measure] = self.cases.get(measure, 0) + 1
        self.right[measure] = self.right.get(measure, 0) + bool(is_right)
        if not is_right:
            self.misses.append((measure, case["id"], reason))

    def __str__(self):
        return ", ".join(f"{m} {self.right[m]}/{n}" for m, n in self.cases.items())


def dump(program, path, case, seconds=SECONDS):
    """What csvdump says of a file, and what went wrong if it says nothing."""
    arguments = [program]
    if case.get("delimiter"):
        arguments += ["--delimiter", case["delimiter"]]
    if case.get("quote"):
        arguments += ["--quote", case["quote"]]
    limit = lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    try:
        done = subprocess.run(
            arguments + [str(path)], capture_output=True, timeout=seconds, preexec_fn=limit
        )
    except subprocess.TimeoutExpired:
        return None, f"still running after {seconds} s"
    if done.returncode != 0:
        return None, f"exit code {done.returncode}: {done.stderr[:200]!r}"
    try:
        return json.loads(done.stdout), ""
    except ValueError as error:
        return None, f"not JSON: {error}"


def nfc(rows):
    return [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]


def comparable(rows, case):
    """The rows to compare: without blank lines, unless the case keeps them."""
    rows = nfc(rows)
    return rows if case.get("blank_lines") == "keep" else [row for row in rows if row not in ([], [""])]


def first_difference(wanted, found):
    for number, (a, b) in enumerate(zip(wanted, found), 1):
        if a != b:
            for column, (x, y) in enumerate(zip(a, b), 1):
                if x != y:
                    return f"record {number}, cell {column}: {y!r} instead of {x!r}"
            return f"record {number}: {len(b)} cells instead of {len(a)}"
    return f"{len(found)} records instead of {len(wanted)}"


def named_lines(errors):
    lines = set()
    for error in errors:
        lines.update(error[key] for key in ("line", "record_start_line") if error.get(key))
    return lines


def score_case(score, corpus, case, found, problem, content):
    errors = found["errors"] if found else []
    shown = "; ".join(f"{e['code']} {e['line']}:{e['column']}" for e in errors[:3]) or "none"
    if corpus == "duckdb-fuzz":
        survives = found is not None and not lost_line(content, found)
        score.add("survive", survives, case, problem or lost_line(content, found or {}))
        return
    if corpus == "duckdb-rejects":
        wanted = {e["line"] for e in case["errors"] if e["class"] in STRUCTURAL}
        if wanted:
            missing = sorted(wanted - {e["line"] for e in errors})
            reason = problem or f"no error at line {missing[:5]}; errors: {shown}"
            score.add("lines", found and not missing, case, reason)
        return
    if case.get("dialect_conflict"):
        return
    if case.get("error_required"):
        score.add("faults", errors, case, problem or "no error reported")
        wanted = named_lines(case.get("errors", []))
        if wanted:
            is_named = any(e["line"] in wanted for e in errors)
            reason = problem or f"no error at line {sorted(wanted)}; errors: {shown}"
            score.add("line", is_named, case, reason)
    elif "rows" in case:
        wanted = comparable(case["rows"], case)
        rows = comparable(found["rows"], case) if found else []
        is_right = found and (rows == wanted or (case.get("error_allowed") and errors))
        score.add("cells", is_right, case, problem or first_difference(wanted, rows))
    if case.get("valid") or case.get("count") == 0:
        score.add("clean", found and not errors, case, problem or f"errors: {shown}")


def lost_line(content, found):
    """The first line whose letters stand neither in the rows nor in the errors; '' if none is lost."""
    if found.get("encoding", "utf-8") not in ("utf-8", "unknown"):
        return ""
    texts = [cell for row in found.get("rows", []) for cell in row]
    texts += [error["raw"] for error in found.get("errors", [])]
    kept = re.sub(r"[^\w]", "", "".join(texts))
    whole_file = any(e["code"] in ("encoding-unknown", "binary") for e in found.get("errors", []))
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    if whole_file or text.startswith("sep="):
        return ""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        for word in re.findall(r"\w+", line)[:1]:
            if word not in kept:
                return f"line {number} is in no record and no error: {line[:60]!r}"
    return ""


def peers(readme):
    """Every peer's scores, {corpus: {peer: {measure: (right, cases)}}}, from the README's table."""
    found, corpora = {}, []
    for line in readme.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0] == "reader":
            corpora = cells[1:]
            continue
        if not corpora or not line.startswith("|"):
            corpora = []
            continue
        for corpus, cell in zip(corpora, cells[1:]):
            scores = re.findall(r"(\w+) (\d+)/(\d+)", cell)
            if scores:
                row = {measure: (int(a), int(b)) for measure, a, b in scores}
                found.setdefault(corpus, {})[cells[0]] = row
    return found


def missed_bars(corpus, score, others):
    missed = []
    for measure, cases in score.cases.items():
        right = score.right[measure]
        best = max(
            (row[measure][0] for peer, row in others.items()
             if measure in row and (corpus, peer) not in OWN_REPORT),
            default=None,
        )
        if right == cases:
            continue
        if corpus in FULL_MARKS or best is None or right <= best:
            bar = "all" if corpus in FULL_MARKS or best is None else f"more than {best}"
            missed.append(f"{corpus}: {measure} {right}/{cases}, wanted {bar}")
    return missed


def main():
    program, corpora = sys.argv[1], pathlib.Path(sys.argv[2])
    others = peers((corpora / "README.md").read_text(encoding="utf-8"))
    missed, misses = [], []
    for manifest in sorted(corpora.glob("*/manifest.json")):
        corpus, score = manifest.parent.name, Score()
        seconds = SURVIVE_SECONDS if corpus == "duckdb-fuzz" else SECONDS
        for case in json.loads(manifest.read_text(encoding="utf-8"))["cases"]:
            path = manifest.parent / case["file"]
            found, problem = dump(program, path, case, seconds)
            if case.get("encoding") and "rows" not in case:
                score.add("read", found, case, problem)
            score_case(score, corpus, case, found, problem, path.read_bytes())
        if not score.cases:
            continue
        print(f"{corpus}\n  {'tonghop':24}{score}")
        for peer, row in others.get(corpus, {}).items():
            print(f"  {peer:24}" + ", ".join(f"{m} {a}/{b}" for m, (a, b) in row.items()))
        missed += missed_bars(corpus, score, others.get(corpus, {}))
        misses += [(corpus, *miss) for miss in score.misses]
    print("\nmisses" if misses else "\nno misses")
    for corpus, measure, case, reason in misses:
        print(f"  {corpus}/{case}: {measure}: {reason}")
    for bar in missed:
        print(f"BAR MISSED {bar}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
