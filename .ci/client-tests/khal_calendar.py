"""A khal with one calendar of its own."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from weeks import Event, fail

CONFIG = """\
[calendars]
[[week]]
path = {folder}/week
type = calendar
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/db
"""


class Khal:
    """The program, told to use a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        (self.folder / "week").mkdir(parents=True)
        (self.folder / "config").write_text(CONFIG.format(folder=self.folder), encoding="utf-8")

    def run(self, *args):
        command = [Path(sys.executable).with_name("khal"), "-c", self.folder / "config", *args]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
        if done.returncode != 0 or "warning" in done.stderr.lower() or "error" in done.stderr.lower():
            fail("khal", f"{args}: {done.stderr.strip()}")
        return done.stdout

    def take(self, *files):
        """Imports files as a person does who answers every question with yes."""
        self.run("import", "-a", "week", "--batch", *files)

    def events(self, monday, days):
        """UID, event and status of everything from a day on."""
        fields = ["uid", "start-long", "end-long", "title", "all-day", "status"]
        wanted = [part for field in fields for part in ("--json", field)]
        found = []
        for line in self.run("list", "--once", *wanted, monday, f"{days}d").splitlines():
            for event in json.loads(line):
                start, end = event["start-long"].replace(" ", "T"), event["end-long"].replace(" ", "T")
                if event["all-day"] == "True":
                    # khal shows the last day of an event, a calendar file the day after.
                    end = (date.fromisoformat(end) + timedelta(days=1)).isoformat()
                found.append((event["uid"], Event(start, end, event["title"]), event["status"]))
        return found

    def stored(self):
        """The number of events in the calendar's folder."""
        return len(list((self.folder / "week").glob("*.ics")))
