"""A table with strength in its cells, as Python's csv module, pandas and DuckDB read it: every cell is as it was, with
additions at its end at most, those that the JSON places; overlaid again it is the same bytes, whoever it is for."""

import csv
import json
import re
import sys
from datetime import timedelta
from itertools import zip_longest
from pathlib import Path

import foreign
from weeks import EXAMPLES, NOW, fail, runplan

try:
    import pandas
except ImportError:
    pandas = None
try:
    import duckdb
except ImportError:
    duckdb = None

RUNNERS = ["marathoner", "toddler-evenings", "masters", "beginner"]
BY_STEM = {path.stem: path for path in EXAMPLES}
# On some days of its own, so that it goes into cells where nothing stands, and rows are added.
APART = ["--placement", "separate"]
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ADDED = re.compile(r"strength \d+ min \((?:full|upper)\)|(?:mobility|cross-training) \d+ min \(added\)")


def date(week, day=0):
    return str(foreign.START + timedelta(weeks=week, days=day))


def days():
    """Week, day and text of each day of the plan."""
    for at, week in enumerate(foreign.WEEKS):
        yield from ((at, day, text) for day, text in enumerate(week))


def grid(label, more=()):
    head = ["Week", *foreign.DAYS, *more]
    return [head, *([label(at), *week, *(f"{name}, {at}" for name in more)] for at, week in enumerate(foreign.WEEKS))]


def early(row):
    """A row without its weekend, and without the rest days at its end."""
    row = row[:6]
    while is_off(row[-1]):
        row = row[:-1]
    return row


def split(text):
    """A text on two lines, as cells hold it."""
    return text.replace(" (", "\n(")


def is_off(text):
    return text in ("", "Rest")


EARLY = "rows that end early"
DATED = [[date(week, day), text] for week, day, text in days()]
NUMBERED = grid(lambda at: f"Week {at + 1}")
# Each table with how it is written.
TABLES = {
    "grid": (grid(date), {}),
    "grid with more columns": (grid(date, ["Total", "Notes"]), {"lineterminator": "\r\n"}),
    "semicolons": (grid(date), {"delimiter": ";", "quoting": csv.QUOTE_ALL, "lineterminator": "\r\n"}),
    "tabs": (grid(date), {"delimiter": "\t"}),
    EARLY: ([grid(date)[0], *map(early, grid(date)[1:])], {}),
    "lines in cells": ([list(map(split, row)) for row in grid(date)], {}),
    "without dates": (NUMBERED, {}),
    "list": ([["Date", "Workout"], *DATED], {}),
    "list of runs": ([["Date", "Workout", "Km"], *([*day, "8"] for day in DATED if not is_off(day[1]))], {}),
    "rows of days": ([["Week", "Day", "Workout"], *([week + 1, NAMES[day], text] for week, day, text in days())], {}),
    "turned": ([list(row) for row in zip(*NUMBERED)], {}),
}
UNDATED = {"without dates", "rows of days", "turned"}


def read(file, how):
    """The cells of a table; the readers agree on them."""
    delimiter = how.get("delimiter", ",")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = [row for row in csv.reader(opened, delimiter=delimiter, strict=True) if row]
    # Rows that end early are filled up by others.
    width = len(rows[0])
    full = [row + [""] * (width - len(row)) for row in rows]
    if pandas:
        flags = {"header": None, "dtype": str, "keep_default_na": False, "encoding": "utf-8-sig"}
        theirs = pandas.read_csv(file, sep=delimiter, names=range(width), **flags)
        agree(file, "pandas", theirs.values.tolist(), full)
    if duckdb:
        flags = "header = false, all_varchar = true, null_padding = true, parallel = false, quote = '\"', escape = '\"'"
        table = duckdb.sql(f"from read_csv('{file}', delim = '{delimiter}', {flags})")
        theirs = [[cell or "" for cell in row] for row in table.fetchall()]
        agree(file, "DuckDB", theirs, full)
    return rows


def agree(file, reader, theirs, rows):
    for one, other in zip_longest(theirs, rows):
        if one != other:
            fail(check, f"{file.name}: {one} to {reader}, {other} to Python")


def additions(what, before, after):
    """What was added, in the order of the cells, and how many rows; fails where anything else differs."""
    found, rows, at = [], 0, iter(before)
    for row in after:
        added = next((cell for cell in row if cell.startswith("added: ")), None)
        old = [cell if cell != added else "" for cell in row] if added else next(at, None)
        if old is None:
            fail(check, f"{what}: a row that was not there: {row}")
        rows += added is not None
        found.append([])
        if len(old) != len(row):
            fail(check, f"{what}: another number of cells: {row}")
        for cell, now in zip(old, row):
            # `3 + 4`, or in an empty cell `4`; an added row says that it is one.
            rest = now[len(cell) :] if now.startswith(cell) else None
            parts = rest and rest.removeprefix("added: " if added else " + " if cell else "").split(" + ")
            if rest is None or not all(map(ADDED.fullmatch, parts or [])):
                fail(check, f"{what}: the cell {cell!r} is {now!r}")
            found[-1].append(parts or [])
    if next(at, None) is not None:
        fail(check, f"{what}: a row is gone")
    return found, rows


def placed(lines):
    """What the JSON places, with the numbers of its week and its day, as a table says it."""
    for week, line in enumerate(lines.splitlines()):
        for day, planned in enumerate(json.loads(line)["days"]):
            for session in planned["sessions"]:
                if not session["source"]:
                    kind = session["type"] if session["kind"] == "strength" else "added"
                    name = {"cross": "cross-training"}.get(session["kind"], session["kind"])
                    yield week, day, f"{name} {session['minutes']} min ({kind})"


def overlaid(file, profile, *flags):
    return runplan("overlay", file, "-p", profile, "--now", NOW, *flags)


check = "overlay csv"
folder = Path(sys.argv[1]) / "overlay-csv"
folder.mkdir()
files = cells = rows = out_of = 0
for name, (table, how) in TABLES.items():
    start = ["--start", foreign.START] if name in UNDATED else []
    for at, runner in enumerate(RUNNERS):
        profile, stem = BY_STEM[runner], f"{name}-{runner}".replace(" ", "-")
        plan, out = folder / f"{stem}.csv", folder / f"{stem}-out.csv"
        # One with a byte order mark.
        with plan.open("w", encoding="utf-8-sig" if at == 1 else "utf-8", newline="") as opened:
            csv.writer(opened, **{"lineterminator": "\n", **how}).writerows(table)
        if at == 2:
            # One without an end of its last line.
            plan.write_bytes(plan.read_bytes().rstrip(b"\r\n"))
        for placement in ([], APART):
            flags = [*start, *placement]
            made = overlaid(plan, profile, *flags, "--format", "csv")
            out.write_bytes(made.stdout)
            before, after = read(plan, how), read(out, how)
            found, new = additions(stem, before, after)
            # A week is a column there.
            found = zip_longest(*found, fillvalue=[]) if name == "turned" else found
            told = [addition for row in found for cell in row for addition in cell]
            wanted = list(placed(overlaid(plan, profile, *flags, "--format", "ndjson").stdout))
            # Where a row ends early, what is placed behind its end is left out, and that is said.
            has_cell = [name != EARLY or day + 1 < len(table[week + 1]) for week, day, _ in wanted]
            if told != [addition for (_, _, addition), has in zip(wanted, has_cell) if has]:
                fail(check, f"{stem}: the table adds {told}, the JSON {wanted}")
            if (b"left out of the table" in made.stderr) == all(has_cell):
                fail(check, f"{stem}: what is left out and what is told differ: {made.stderr.decode()}")
            # It is known again: for the same runner, for another one, in a calendar, and by a check.
            other = BY_STEM[RUNNERS[at - 1]]
            for whose, *more in [(profile, "csv"), (other, "csv"), (profile, "ics", "--with-runs")]:
                more = [*flags, "--format", *more]
                if overlaid(out, whose, *more).stdout != overlaid(plan, whose, *more).stdout:
                    fail(check, f"{stem}: overlaid again it is not the same: {whose.stem} {more}")
            worse = foreign.errors(out, profile, *start) - foreign.errors(plan, profile, *start)
            if worse:
                fail(check, f"{stem}: errors that the plan has not: {dict(worse)}")
            files, cells, rows, out_of = files + 1, cells + len(told), rows + new, out_of + has_cell.count(False)
if min(cells, rows, out_of) < 10:
    fail(check, f"too little is added to tell: {cells} additions, {rows} rows, {out_of} left out")
readers = ", ".join(["csv", *(module.__name__ for module in (pandas, duckdb) if module)])
print(f"ok {check} ({readers}): {files} tables, {cells} additions, {rows} rows of their own")
