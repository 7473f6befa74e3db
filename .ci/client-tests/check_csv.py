"""A week as CSV comes back from Python's csv module and from DuckDB cell by cell as the JSON has it, with and without a
byte order mark, and free text that looks like a formula stays text."""

import csv
import json
import re
import sys
from pathlib import Path

from weeks import EXAMPLES, WEEKS, document, export, fail, profiles, runplan, same

try:
    import duckdb
except ImportError:
    duckdb = None

COLUMNS = "date day runner season week kind type class key start minutes rpe load exercises because why weight".split()
FROM_JSON = [name for name in COLUMNS if name not in ("exercises", "why", "weight")]
# What spreadsheets take for the start of a formula; blanks before it change nothing.
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    '=HYPERLINK("http://localhost","x")',
    "=1,2;3",
]
MARK = "\ufeff"
EXERCISE = """
[[exercise]]
id = "own-{}"
name = {}
region = "calf-foot"
pattern = "jump"
kind = "plyo"
intensity = "low"
"""


def text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def from_json(planned):
    """The cells that the JSON has too, a row a session."""
    rows = []
    for day in planned["days"]:
        for session in day["sessions"]:
            row = {
                **planned,
                **day,
                **session,
                "key": session.get("key", False),
                "because": " ".join(session["because"]),
            }
            # What is the runner's own says in these two columns what it is, and how it takes the legs; a race, which one it is.
            if session["kind"] == "fixed":
                row |= {"type": session["name"], "class": session["legs"]}
            elif session.get("race"):
                row["class"] = session["race"]["priority"]
            rows.append(tuple(text(row.get(name)) for name in FROM_JSON))
    return rows


def by_duckdb(file):
    """All cells as text; and that its own guess of the types is a good one."""
    guessed = dict(duckdb.sql(f"select column_name, column_type from (describe from read_csv('{file}'))").fetchall())
    wanted = {"date": "DATE", "minutes": "BIGINT", "load": "BIGINT", "key": "BOOLEAN", "runner": "VARCHAR"}
    if any(guessed.get(name) != kind for name, kind in wanted.items()):
        fail("csv", f"{file.name}: DuckDB guesses {guessed}")
    table = duckdb.sql(f"from read_csv('{file}', all_varchar = true, header = true, quote = '\"', escape = '\"')")
    return table.columns, [tuple(cell or "" for cell in row) for row in table.fetchall()]


def cells(profile, week, *flags):
    """The rows of a week as dictionaries; both readers have agreed on them."""
    what = f"{profile.stem} {week}"
    file = folder / f"{profile.stem}-{week}.csv"
    file.write_text(export(profile, week, "csv", *flags), encoding="utf-8", newline="")
    if file.read_bytes().startswith(MARK.encode()) != ("--bom" in flags):
        fail("csv", f"{what}: byte order mark")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        names, *rows = csv.reader(opened, strict=True)
    if names != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        fail("csv", f"{what}: columns {names}, cells {sorted({len(row) for row in rows})}")
    if duckdb:
        columns, theirs = by_duckdb(file)
        same("csv", f"{what}, columns of DuckDB", columns, COLUMNS)
        same("csv", f"{what}, DuckDB and Python", theirs, map(tuple, rows))
    return [dict(zip(names, row)) for row in rows]


def formula(name):
    """A runner, a season and exercises with a name that looks like a formula."""
    quoted = json.dumps(name)
    profile, season, exercises = (folder / file for file in ("formula.toml", "season.toml", "exercises.toml"))
    beginner = next(path for path in EXAMPLES if path.stem == "beginner").read_text(encoding="utf-8")
    profile.write_text(beginner.replace('"Tom"', quoted), encoding="utf-8")
    base = runplan("seasons", "base", "--source").stdout.decode()
    season.write_text(re.sub(r"name +=.*", lambda _: f"name = {quoted}", base, count=1), encoding="utf-8")
    # So many that some are chosen, and of the kind that comes first in a session.
    exercises.write_text("".join(EXERCISE.format(at, quoted) for at in range(12)), encoding="utf-8")
    own = [f"strength.exercises={json.dumps(str(exercises))}"]
    rows = cells(profile, "2026-W41", "--season", season, "--set", *own)
    chosen = [row for row in rows if row["exercises"].lstrip("' ").startswith(name.strip().lower())]
    for row in rows:
        formulas = [cell for cell in row.values() if cell.lstrip()[:1] in ("=", "+", "-", "@") and cell]
        if formulas or not chosen:
            fail("csv", f"the name {name!r}: {'a formula: ' + repr(formulas) if formulas else 'no exercise has it'}")
        for column in ("runner", "season"):
            if row[column] != "'" + re.sub(r"\s", " ", name):
                fail("csv", f"the {column} {name!r} comes out as {row[column]!r}")


folder = Path(sys.argv[1]) / "csv"
folder.mkdir()
files = count = 0
for profile in profiles():
    for week in WEEKS:
        want = from_json(document(profile, week))
        for flags in ([], ["--bom"]):
            rows = cells(profile, week, *flags)
            got = [tuple(row[name] for name in FROM_JSON) for row in rows]
            same("csv", f"{profile.name} {week}", got, want)
            if got != want:
                fail("csv", f"{profile.name} {week}: rows in another order")
            files, count = files + 1, count + len(rows)
for name in FORMULAS:
    formula(name)
reader = "Python and DuckDB" if duckdb else "Python"
print(f"ok csv ({reader}): {files} files, {count} rows, {len(FORMULAS)} names that look like formulas")
