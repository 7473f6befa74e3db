"""calcurse imports the weeks of each profile and keeps what the JSON says."""

import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from weeks import WEEKS, Event, document, expected, export, fail, iso, profiles, same

# The lines of its own data file: an appointment, and an event without a time.
STAMP = r"(\d\d/\d\d/\d{4}) @ (\d\d:\d\d)"
APPOINTMENT = re.compile(rf"{STAMP} -> {STAMP}(?:>\w+)? *\|(.*)")
WHOLE_DAY = re.compile(r"(\d\d/\d\d/\d{4}) \[1\] (?:>\w+ )?(.*)")


def moment(day, time="00:00"):
    return datetime.strptime(f"{day} {time}", "%m/%d/%Y %H:%M")


def kept(line):
    if found := APPOINTMENT.fullmatch(line):
        from_day, from_time, to_day, to_time, title = found.groups()
        return Event(iso(moment(from_day, from_time)), iso(moment(to_day, to_time)), title)
    if found := WHOLE_DAY.fullmatch(line):
        day = moment(found[1]).date()
        return Event(iso(day), iso(day + timedelta(days=1)), found[2])
    fail("calcurse", f"a line of its file that this check does not know: {line}")


files = events = 0
for profile in profiles():
    # The edge case has sessions in an hour that a clock change skips; calcurse counts in seconds of the system's clock.
    for week in WEEKS:
        folder = Path(sys.argv[1]) / "calcurse" / f"{profile.stem}-{week}"
        folder.mkdir(parents=True)
        (folder / "week.ics").write_text(export(profile, week, "ics"), encoding="utf-8", newline="")
        command = ["calcurse", "-D", folder, "-C", folder, "-i", folder / "week.ics"]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        if done.returncode != 0 or "/ 0 skipped" not in done.stdout:
            fail("calcurse", f"{profile.name} {week}: {done.stdout}{done.stderr}")
        lines = (folder / "apts").read_text(encoding="utf-8").splitlines()
        want = expected(document(profile, week))
        same("calcurse", f"{profile.name} {week}", list(map(kept, lines)), want)
        files, events = files + 1, events + len(want)
print(f"ok calcurse: {files} files, {events} events")
