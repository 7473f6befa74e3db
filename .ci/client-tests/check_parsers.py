"""icalendar, vobject and ical.js read every calendar alike, and as the JSON says; vobject also validates it.
Argument two: ical.js's folder, or nothing where it cannot be had."""

import json
import subprocess
import sys
from pathlib import Path

import vobject
from caldav import read
from icalendar import Calendar
from weeks import WEEKS, Event, document, expected, export, fail, iso, profiles, same

HERE = Path(__file__).parent
FLAGS = [
    [],
    ["--one-event-a-day"],
    ["--private"],
    ["--alarm", "30m"],
    ["--one-event-a-day", "--private", "--alarm", "1h"],
]


def by_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    events = calendar.contents.get("vevent", [])
    return [
        (event.uid.value, Event(iso(event.dtstart.value), iso(event.dtend.value), event.summary.value))
        for event in events
    ]


def alarms(text):
    """How long before its start each event reminds, in minutes."""
    for event in Calendar.from_ical(text).walk("VEVENT"):
        all_day = len(iso(event["dtstart"].dt)) == 10
        yield all_day, [-alarm["trigger"].dt.total_seconds() / 60 for alarm in event.walk("VALARM")]


def other_text(text):
    """Everything that a person could read in the events."""
    for event in Calendar.from_ical(text).walk("VEVENT"):
        for part in [event, *event.subcomponents]:
            yield from (str(part[name]) for name in ("summary", "description", "location", "comment") if name in part)


folder = Path(sys.argv[1]) / "parsers"
folder.mkdir()
count, texts = 0, {}
for profile in profiles():
    for week in WEEKS:
        planned = document(profile, week)
        for flags in FLAGS:
            what = f"{profile.name} {week} {' '.join(flags)}"
            text = export(profile, week, "ics", *flags)
            found = [(uid, event) for uid, event, _ in read(text)]
            want = expected(planned, "--one-event-a-day" in flags, "--private" in flags)
            same("parsers", f"{what}, icalendar and the JSON", [event for _, event in found], want)
            same("parsers", f"{what}, vobject and icalendar", by_vobject(text), found)
            ahead = {"30m": [30], "1h": [60]}.get(flags[-1] if flags else "", [])
            if any(minutes != ([] if all_day else ahead) for all_day, minutes in alarms(text)):
                fail("parsers", f"{what}: reminders {list(alarms(text))}")
            if "--private" in flags and any(told != "Busy" for told in other_text(text)):
                fail("parsers", f"{what}: says more than `Busy`: {set(other_text(text))}")
            file = folder / f"{len(texts)}.ics"
            file.write_text(text, encoding="utf-8", newline="")
            texts[str(file)] = (what, found)
            count += len(want)
names = "icalendar, vobject"
if len(sys.argv) > 2:
    names += ", ical.js"
    script = Path(sys.argv[2]) / "events.mjs"
    script.write_bytes((HERE / "events.mjs").read_bytes())
    done = subprocess.run(["node", script], input="\n".join(texts), capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        fail("parsers", f"ical.js: {done.stderr[-500:]}")
    answers = json.loads(done.stdout)
    for file, (what, found) in texts.items():
        theirs = [(uid, Event(*event)) for uid, *event in answers[file]]
        same("parsers", f"{what}, ical.js and icalendar", theirs, found)
print(f"ok parsers ({names}): {len(texts)} files, {count} events")
