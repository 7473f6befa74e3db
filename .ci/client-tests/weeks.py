"""What the checks share: weeks that the program plans, and what its JSON says a calendar of them must hold."""

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.toml"))
# Text that must be escaped and folded, and windows that end at midnight.
EDGE = HERE / "edge.toml"
# The clocks change on the Sunday of the first two; the third is the examples' own, the last goes over a year's end.
WEEKS = ["2026-W13", "2026-W43", "2026-W48", "2026-W53"]
NOW = "2026-03-01T08:00"


class Event(NamedTuple):
    """Start, and end as iCalendar counts it (the first moment after), as ISO text: a date alone for a whole day."""

    start: str
    end: str
    title: str


def runplan(*args, check=True):
    """Runs the program. Bytes, so that no line end is changed on the way."""
    done = subprocess.run([os.environ["RUNPLAN"], *map(str, args)], capture_output=True)
    if check and done.returncode != 0:
        fail("runplan", f"{' '.join(map(str, args))}: exit {done.returncode}: {done.stderr.decode().strip()}")
    return done


def export(profile, week, kind, *flags):
    """A week in one format."""
    return runplan(
        "week", "--profile", profile, "--week", week, "--now", NOW, "--format", kind, *flags
    ).stdout.decode()


def document(profile, week, *flags):
    """A week as JSON."""
    return json.loads(export(profile, week, "json", *flags))


def profiles():
    """Every example for which there is a week, and the edge case."""
    there = [path for path in EXAMPLES if runplan("week", "-p", path, "-w", "2026-W48", check=False).returncode == 0]
    if len(there) < 8:
        fail("runplan", f"only {len(there)} examples have a week")
    return [*there, EDGE]


def title(session, day):
    """A session's title, made from the fields of the JSON: what is hard or key is in capitals."""
    kind, of, tail = session["kind"], session.get("type"), f" {session['minutes']}'"
    # One of somebody else's plan is called as it is there, where the day has no other of it.
    source = session.get("source")
    if source and source["text"] and sum(bool(other.get("source")) for other in day["sessions"]) == 1:
        return " ".join(source["text"].split())
    if kind == "fixed":
        return " ".join(session["name"].split()) + tail
    if kind == "run" and session["race"]:
        name = session["race"]["name"]
        return f"{session['race']['priority'].upper()} RACE{' ' + name if name else ''}" + tail
    if kind == "run":
        special = {"race": "RACE", "shakeout": "shake-out"}
        return special.get(of, f"{of.upper() if session['key'] else of} run") + tail
    if kind == "strength":
        if session.get("source"):
            # How heavy it is only its plan knows.
            return f"strength, {of}{tail}"
        hard = of in ("full", "lower", "legs") and session["class"] in ("heavy", "moderate")
        return f"{'STRENGTH' if hard else 'strength'}, {of}, {session['class']}" + tail
    return {"mobility": "mobility", "cross": "cross-training"}[kind] + tail


def expected(week, one_event_a_day=False, private=False):
    """The events of a week, sorted."""
    return sorted(event for _, event in identified(week, one_event_a_day, private))


def identified(week, one_event_a_day=False, private=False, with_runs=True):
    """The events of a week in its order, each with the identity of its first session; without the sessions of somebody
    else's plan where those are not wanted."""
    events = []
    for day in week["days"]:
        sessions = [session for session in day["sessions"] if with_runs or not session.get("source")]
        groups = [sessions] if one_event_a_day and sessions else [[session] for session in sessions]
        for group in groups:
            timed = [session for session in group if session["start"]]
            name = "Busy" if private else " + ".join(title(session, day) for session in group)
            if not timed:
                after = date.fromisoformat(day["date"]) + timedelta(days=1)
                events.append((group[0]["id"], Event(day["date"], after.isoformat(), name)))
                continue
            begin = [datetime.fromisoformat(f"{day['date']}T{session['start']}") for session in timed]
            ends = [start + timedelta(minutes=session["minutes"]) for start, session in zip(begin, timed)]
            events.append((group[0]["id"], Event(iso(min(begin)), iso(max(ends)), name)))
    return events


def iso(moment):
    """A date or a local time as ISO text to the minute."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def same(check, what, got, want):
    """Fails with the first differences."""
    got, want = sorted(got), sorted(want)
    if got != want:
        missing = [item for item in want if item not in got]
        extra = [item for item in got if item not in want]
        fail(check, f"{what}: {len(got)} instead of {len(want)}\n  missing {missing[:4]}\n  not planned {extra[:4]}")


def fail(check, message):
    """Ends with a failure."""
    print(f"FAIL {check}: {message}")
    sys.exit(1)
