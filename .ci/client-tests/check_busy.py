"""With `--busy FILE.ics` the program sees the same busy time as `recurring-ical-events`, in calendars over both
changes of the clocks in three zones."""

import json
import sys
from datetime import date
from pathlib import Path

from busy import cases
from referee import canonical, expected_busy
from weeks import fail, runplan

# Someone without runs, so that there is a week however full the calendar is.
PROFILE = Path(__file__).parent / "no-runs.toml"


def runplan_busy(path, week, tz):
    """What the program takes for busy: of each date (ISO text) the stretches in minutes of the clock on the wall."""
    flags = ["--week", week, "--busy", path, "--zone", tz, "--format", "json"]
    done = runplan("week", "--profile", PROFILE, *flags)
    document = json.loads(done.stdout)
    dates = {day["day"]: day["date"] for day in document["days"]}
    found = {}
    for taken in document["busy"]:
        found.setdefault(dates[taken["day"]], []).append((minutes_of(taken["from"]), minutes_of(taken["to"])))
    return found


def minutes_of(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


folder = Path(sys.argv[1]) / "busy"
folder.mkdir()
count = minutes = 0
for case in cases():
    file = folder / f"{case.name}.ics"
    file.write_text(case.text, encoding="utf-8", newline="")
    want = expected_busy(case.text, case.monday, case.zone)
    got = runplan_busy(file, f"{case.monday:%G-W%V}", case.zone)
    for day, stretches in want.items():
        theirs = canonical(got.get(day, []), date.fromisoformat(day), case.zone)
        if theirs != stretches:
            fail("busy", f"{case.name}.ics, {day} in {case.zone}: {theirs} instead of {stretches}")
        minutes += sum(end - start for start, end in stretches)
    count += 1
print(f"ok busy: {count} calendars, {minutes} busy minutes")
