"""khal imports the weeks of each profile into a calendar and lists what the JSON says, day by day."""

import sys
from pathlib import Path

from khal_calendar import Khal
from weeks import WEEKS, document, expected, export, profiles, same

files = events = 0
for profile in profiles():
    khal = Khal(Path(sys.argv[1]) / "khal" / profile.stem)
    want, written = [], []
    for week in WEEKS:
        written.append(khal.folder / f"{week}.ics")
        written[-1].write_text(export(profile, week, "ics"), encoding="utf-8", newline="")
        want += expected(document(profile, week))
    khal.take(*written)
    listed = khal.events("2026-03-23", 300)
    same("khal", profile.name, [event for _, event, _ in listed], want)
    files, events = files + len(written), events + len(want)
print(f"ok khal: {files} files, {events} events")
