"""Somebody else's running plan, made up, and what its author does to it."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from weeks import runplan

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
START = date(2026, 11, 30)
# Eight weeks, over the year's end, with some strength of their own, and a race on the last day.
WEEKS = [
    ["Rest", "Easy 40 min", "Intervals 5 x 3 min (50 min)", "Rest", "Easy 35 min", "Rest", "Long run 80 min"],
    ["Rest", "Easy 40 min", "Tempo 45 min", "Rest", "Easy 40 min", "Rest", "Long run 85 min, flat"],
    ["Rest", "Easy 45 min", "Rest", "Hills 8 x 60 s (50 min)", "Rest", "Easy 30 min", "Long run 90 min"],
    ["Rest", "Easy 30 min + upper body 20 min", "Tempo 35 min", "", "Easy 30 min", "Rest", "Long run 65 min"],
    ["Easy 30 min", "Rest", "Intervals 4 x 5 min (55 min)", "Rest", "Easy 40 min", "Rest", "Long run 90 min"],
    ["Rest", "Easy 40 min", "Tempo 50 min", "Rest", "Easy 40 min", "Yoga 30 min", 'Long run 95 min, "steady"'],
    ["Rest", "Easy 35 min", "Intervals 6 x 2 min (40 min)", "Rest", "Easy 30 min", "Rest", "Long run 60 min"],
    ["Rest", "Easy 30 min", "Easy 25 min with strides", "Rest", "Easy 20 min", "Rest", "10k race"],
]
INSERTED = ["Rest", "Easy 35 min", "Easy 40 min", "Rest", "Tempo 35 min", "Rest", "Long run 70 min"]


def with_run_moved(weeks):
    """The speed run of the second week a day later, where strength stood around it."""
    weeks = [list(week) for week in weeks]
    week = weeks[1]
    week[2], week[3] = week[3], week[2]
    return weeks


def with_week(weeks):
    return [*weeks[:4], INSERTED, *weeks[4:]]


def without_last_but_one(weeks):
    """The race a week earlier, and nothing where it was."""
    return [*weeks[:-2], weeks[-1]]


def without_race(weeks):
    return weeks[:-1]


# In turn, each from what the one before left; and what sessions do then, some of them.
CHANGES = [
    ("a run a day later", with_run_moved, "moved"),
    ("a week more in the middle", with_week, "new"),
    ("a week less before the race", without_last_but_one, "called off"),
    ("no race", without_race, "called off"),
    ("as at first", lambda _: WEEKS, "back"),
]
LAST = START + timedelta(weeks=len(WEEKS) + 1)


def write(file, weeks):
    """The plan as a table with a row a week."""
    with Path(file).open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened, lineterminator="\n")
        table.writerow(["Week", *DAYS])
        for at, week in enumerate(weeks):
            table.writerow([START + timedelta(weeks=at), *week])


def errors(file, profile, *flags):
    """The errors that `check` finds in a file, by rule and day."""
    found = json.loads(runplan("check", "-p", profile, "--format", "json", file, *flags, check=False).stdout)
    found = [each for each in found["findings"] if each["severity"] == "error"]
    return Counter((each["rule"], each["week"], each["day"]) for each in found)
