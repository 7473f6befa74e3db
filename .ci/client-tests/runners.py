"""Random runners for the check against CP-SAT: lines of `examples/population`, and the same with what it leaves out."""

import json
from datetime import date, timedelta
from random import Random

from declared import DAYS, DISTANCES, HEAVY, SEASONS, Declared


def runners(lines, monday, seed):
    """Distinct profiles without names: every other one as the line has it, every other one varied. Lines that are no
    profile are left out."""
    dice, seen = Random(seed), set()
    for number, line in enumerate(lines):
        try:
            profile = json.loads(line)
        except ValueError:
            continue
        if "runs" not in profile or not set(profile["runs"].get("days", [""])) <= set(DAYS):
            continue
        if profile.get("season") not in SEASONS:
            continue
        profile.pop("name", None)
        # Of the equipment only whether strength can be heavy decides.
        if HEAVY & set(profile["strength"].pop("equipment", [])):
            profile["strength"]["equipment"] = ["barbell"]
        profile["strength"].pop("weak", None)
        if number % 2:
            vary(dice, profile, monday)
        # The program remembers the profiles it has met, and would be timed as doing nothing.
        text = json.dumps(profile, sort_keys=True)
        if text not in seen:
            seen.add(text)
            yield profile


def vary(dice, profile, monday):
    """Sets some keys at random, so that no two of them contradict; that a week exists is not promised."""

    def some(share, table, key, choices):
        if dice.random() < share:
            profile.setdefault(table, {})[key] = dice.choice(choices)

    if dice.random() < 0.3:
        runs = profile["runs"] = {"days": dice.sample(DAYS, dice.randint(1, 7))}
        long, *speed = dice.sample(runs["days"], min(dice.randint(1, 3), len(runs["days"])))
        runs |= {"long": long, "speed": speed}
    profile["season"] = dice.choice(list(SEASONS))
    if dice.random() < 0.6 or profile["season"] == "race-week":
        days = dice.randint(-30, 20) if dice.random() < 0.8 else dice.randint(-59, 200)
        profile["race"] = {"date": (monday + timedelta(days=days)).isoformat()}
        some(0.7, "race", "distance", list(DISTANCES))
        # Left out, the week would be one of a plan, which knows its neighbours; the plain walk checks those.
        if dice.random() < 0.3:
            unnamed = {key: value for key, value in profile.items() if key != "season"}
            profile["season"] = Declared(unnamed, monday).phase
    for key, choices in {"level": ["novice", "intermediate", "advanced"], "age": [14, 15, 16, 30, 49, 50, 61]}.items():
        if dice.random() < 0.4:
            profile[key] = dice.choice(choices)
    runs = profile["runs"]
    if dice.random() < 0.3:
        minutes = runs.setdefault("minutes", {})
        minutes |= {day: dice.choice([20, 30, 45, 60, 90, 120, 135]) for day in dice.sample(DAYS, 3)}
    some(0.2, "runs", "keep", ["all", 0, 1, 2, 3, 4, 5])
    some(0.3, "strength", "days", [sorted(dice.sample(DAYS, 4)), sorted(dice.sample(DAYS, 2)), []])
    some(0.25, "strength", "sessions", [0, 1, 2, 3, 4])
    some(0.15, "strength", "legs_max", [0, 1, 2, 3])
    strength = profile["strength"]
    strength.pop("legs_min", None)
    most = strength.get("sessions", 3)
    some(0.15, "strength", "min", list(range(min(most, 3) + 1)))
    some(0.15, "strength", "legs_min", list(range(min(most, strength.get("legs_max", 2), 2) + 1)))
    some(0.25, "strength", "style", ["seasonal", "maintain-heavy"])
    some(0.4, "strength", "placement", ["stack", "separate", "easy-days"])
    some(0.15, "rest", "min", [1, 2, 3, 4])
    some(0.15, "rest", "target", range(profile.get("rest", {}).get("min", 1), 5))
    some(0.25, "mobility", "sessions", [0, 1, 2, 3, 4, 5])
    some(0.25, "cross", "sessions", [0, 1, 2])
    some(0.3, "cross", "minutes", [20, 45, 70])
    some(0.07, "health", "pain", [True, False])
    some(0.07, "health", "pregnant", [True, False])
    some(0.07, "health", "postpartum_weeks", [3, 11, 12, 30])
    if dice.random() < 0.5:
        time = profile.setdefault("time", {})
        for day in dice.sample([*DAYS, "weekday", "weekend", "every-day"], dice.randint(1, 4)):
            time[day] = dice.choice([windows(dice), windows(dice), dice.randint(30, 200)])
        taken = set(runs["days"])
        if "race" in profile:
            # Its day of the week must be free in every week.
            taken.add(DAYS[date.fromisoformat(profile["race"]["date"]).weekday()])
        for day in DAYS:
            if day not in taken and dice.random() < 0.15:
                time[day] = "off"


def windows(dice):
    """One to three windows of a day, in order."""
    parts = sorted(dice.sample([5, 9, 13, 17], dice.randint(1, 3)))
    starts = [60 * hour + dice.choice([0, 15, 30]) for hour in parts]
    ends = [start + dice.choice([15, 30, 45, 60, 75, 90, 120, 180]) for start in starts]
    return [f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in zip(starts, ends)]
