"""With `--busy FILE.ics` the program sees the same busy time as `recurring-ical-events`, in calendars over both
changes of the clocks in three zones."""

import sys
from datetime import date
from pathlib import Path

from busy import cases
from referee import canonical, expected_busy
from weeks import fail


# FILL IN when `--busy` is there: how the program is told of the zone, and where its week JSON has the busy time.
def runplan_busy(path, week, tz):
    """What the program takes for busy: of each date (ISO text) the stretches in minutes of the clock on the wall."""
    raise NotImplementedError(f"`runplan_busy` in {Path(__file__).name} is to be filled in for {path}, {week}, {tz}")


folder = Path(sys.argv[1]) / "busy"
folder.mkdir()
count = minutes = 0
for case in cases():
    file = folder / f"{case.name}.ics"
    file.write_text(case.text, encoding="utf-8", newline="")
    want = expected_busy(case.text, case.monday, case.zone)
    try:
        got = runplan_busy(file, f"{case.monday:%G-W%V}", case.zone)
    except NotImplementedError as error:
        fail("busy", error)
    for day, stretches in want.items():
        theirs = canonical(got.get(day, []), date.fromisoformat(day), case.zone)
        if theirs != stretches:
            fail("busy", f"{case.name}.ics, {day} in {case.zone}: {theirs} instead of {stretches}")
        minutes += sum(end - start for start, end in stretches)
    count += 1
print(f"ok busy: {count} calendars, {minutes} busy minutes")
