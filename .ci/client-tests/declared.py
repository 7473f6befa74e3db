"""A runner's week before anything is placed: its numbers, and its runs after season, race and health had their say.

Written anew from the rules in words and from the profile, so that it can be a referee: it reads no table of the
program. Where the words leave something open (`# Open:`), the program's reading is taken.
"""

from datetime import date
from typing import NamedTuple

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
CLASSES = ["activation", "light", "moderate", "heavy"]
# What heavy strength needs any of, and its minutes; minutes of a session that keeps the load; two of them from this age on.
HEAVY = {"barbell", "trap-bar", "leg-press", "gym"}
HEAVY_MINUTES, KEPT_MINUTES, OLDER_FROM = 25, 30, 60
KEY = ("long", "speed", "race")
MOBILITY_MINUTES, CROSS_MINUTES, SHAKE_OUT_MINUTES = 10, 40, 20
LONG_FROM_MINUTES = 90
NOVICE_UNDER, POSTPARTUM_WEEKS = 16, 12


class Season(NamedTuple):
    """Strength: target, leg sessions, minutes and class; mobility; rest days; run days kept; percent of run minutes."""

    target: int
    legs_min: int
    legs_max: int
    minutes: int
    load: str
    mobility: int
    rest_min: int
    rest_target: int
    keep: int | None
    volume: int


SEASONS = {
    "off-season": Season(3, 2, 3, 45, "heavy", 3, 1, 2, 2, 100),
    "base": Season(2, 2, 2, 40, "moderate", 3, 1, 2, None, 100),
    "race-prep": Season(2, 2, 2, 20, "light", 2, 1, 2, None, 100),
    "taper": Season(1, 1, 1, 20, "light", 2, 1, 2, None, 70),
    "race-week": Season(0, 0, 1, 15, "activation", 2, 1, 2, None, 70),
    "recovery": Season(1, 0, 1, 20, "activation", 3, 3, 3, 3, 60),
}
# By distance: 5k, 10k, half, marathon and ultra.
DISTANCES = {"5k": 0, "10k": 1, "half": 2, "marathon": 3, "ultra": 3}
RACE_MINUTES = {"5k": 30, "10k": 60, "half": 120, "marathon": 250, "ultra": 480, None: 100}
# Percent of the run minutes in the race week.
RACE_WEEK_VOLUME = (70, 70, 60, 50)
EASY_AFTER, NO_RUNS_AFTER = (2, 3, 7, 14), (0, 1, 2, 5)
RECOVERY_WEEKS, TAPER_WEEKS = (1, 1, 2, 4), (0, 0, 1, 2)


class Run(NamedTuple):
    """What runs on a day (None: nothing), how long, and whether it may be set aside."""

    kind: str | None
    minutes: int
    movable: bool


class Declared:
    """The week of a profile; `limits` has the names and the form of the program's JSON."""

    def __init__(self, profile, monday):
        self.profile, self.monday = profile, monday
        race = profile.get("race")
        self.race_from_monday = (date.fromisoformat(race["date"]) - monday).days if race else None
        self.marathon = race is not None and race.get("distance") in ("marathon", "ultra")
        # Without a distance the 10k's rules hold.
        self.distance = DISTANCES[(race or {}).get("distance", "10k")]
        self.phase = profile.get("season") or self.season_by_date()
        self.season = SEASONS[self.phase]
        self.placement = profile.get("strength", {}).get("placement", "stack")
        self.wraps = self.phase not in ("race-week", "recovery")
        self.novice = profile.get("level") == "novice" or profile.get("age", NOVICE_UNDER) < NOVICE_UNDER
        self.limits = self.numbers()
        self.time = times(profile.get("time", {}))
        self.gym = [DAYS.index(day) for day in profile.get("strength", {}).get("days", DAYS)]
        self.cross_minutes = profile.get("cross", {}).get("minutes", CROSS_MINUTES)
        self.runs, self.kept = self.runs_of_the_week()

    def race_in(self, day):
        """Days from a day to the race."""
        return None if self.race_from_monday is None else self.race_from_monday - day

    def before_race(self, day, least, most):
        return self.race_from_monday is not None and least <= self.race_in(day) <= most

    def after_race(self, day, by_distance):
        return self.race_from_monday is not None and 1 <= -self.race_in(day) <= by_distance[self.distance]

    def season_by_date(self):
        if self.race_from_monday is None:
            return "base"
        weeks = self.race_from_monday // 7
        if weeks < 0:
            return "recovery" if -weeks <= RECOVERY_WEEKS[self.distance] else "base"
        if weeks == 0 or weeks == 1 and self.race_from_monday % 7 < 2:
            return "race-week"
        if weeks <= TAPER_WEEKS[self.distance]:
            return "taper"
        return "race-prep" if weeks < 12 else "base" if weeks <= 20 else "off-season"

    def strength_class(self):
        """The load class, and the season's most leg sessions."""
        load, legs_max = self.season.load, self.season.legs_max
        if self.keeps_the_load():
            load, legs_max = "heavy", 2 if self.profile.get("age", 0) >= OLDER_FROM else 1
        if load == "heavy" and (self.novice or self.strength_minutes() < HEAVY_MINUTES or not self.has_heavy()):
            load = "moderate"
        health = self.profile.get("health", {})
        if health.get("pain") or health.get("pregnant"):
            load = min(load, "light", key=CLASSES.index)
        return "activation" if self.early_postpartum() else load, legs_max

    def keeps_the_load(self):
        """Whether the style is `maintain-heavy`; seasonal again in a week with the race's day or one of the 10 before it."""
        heavy = self.profile.get("strength", {}).get("style") == "maintain-heavy"
        near = any(self.before_race(day, 0, 10) for day in range(7))
        return heavy and self.phase in ("race-prep", "taper") and not near

    def strength_minutes(self):
        """Minutes of a strength session: the runner's, the style's, the season's."""
        own = self.profile.get("strength", {})
        return own.get("minutes", KEPT_MINUTES if self.keeps_the_load() else self.season.minutes)

    def has_heavy(self):
        """Whether somewhere there is a barbell, a trap bar or a leg press."""
        own = self.profile.get("strength", {})
        places = [own.get("equipment", [])] + [place["equipment"] for place in self.profile.get("places", {}).values()]
        return any(HEAVY & set(pieces) for pieces in places)

    def early_postpartum(self):
        return self.profile.get("health", {}).get("postpartum_weeks", POSTPARTUM_WEEKS) < POSTPARTUM_WEEKS

    def numbers(self):
        """What the profile sets wins over the season: its minimum raises a target, its target lowers a minimum."""
        season, own = self.season, self.profile.get("strength", {})
        load, legs_max = self.strength_class()
        # Who keeps the load needs no more than the style's most.
        legs_floor = min(season.legs_min, legs_max)
        least, legs_min = own.get("min", 0), own.get("legs_min", 0)
        target = own.get("sessions", max(season.target, least, legs_min))
        legs_max = own.get("legs_max", max(legs_max, legs_min))
        cross = self.profile.get("cross", {}).get("sessions", 0)
        rest = self.profile.get("rest", {})
        rest_min = rest.get("min", min(season.rest_min, rest.get("target", season.rest_min)))
        if "target" in rest:
            rest_target = rest["target"]
        elif self.placement == "separate" and self.phase != "off-season":
            rest_target = rest_min  # rest days are spent on strength
        else:
            rest_target = max(season.rest_target - cross, rest_min)
        return {
            "strength": {
                "min": least,
                "target": target,
                "legs_min": legs_min,
                "legs_floor": min(legs_floor, target, legs_max),
                "legs_max": legs_max,
                "minutes": self.strength_minutes(),
                "class": load,
            },
            "rest": {"min": rest_min, "target": rest_target},
            "mobility": self.profile.get("mobility", {}).get("sessions", season.mobility),
            "cross": cross,
            "wraps": self.wraps,
        }

    def runs_of_the_week(self):
        """The runs of the seven days, and how many of the movable ones stay."""
        own = self.profile["runs"]
        speed = own.get("speed", [])
        speed = [speed] if isinstance(speed, str) else speed
        kinds = dict.fromkeys(own["days"], "easy") | dict.fromkeys(speed, "speed") | {own.get("long"): "long"}
        declared = [kinds.get(day) for day in DAYS]
        runs = []
        kept = [self.kind(day, was) for day, was in enumerate(declared)]
        # A race on the only free day takes the place of the run before it, or after it.
        free = [day for day, was in enumerate(declared) if was is None]
        if all(kept) and len(free) == 1 and kept[free[0]] == "race":
            kept[free[0] - 1 if free[0] else 1] = None
        for day, was in enumerate(declared):
            kind = kept[day]
            minutes = self.minutes(day, was, kind)
            # Only a declared easy run is long by its minutes; a long run made easy is not long again.
            if was == kind == "easy" and minutes >= LONG_FROM_MINUTES:
                kind = "long"
            runs.append(Run(kind, minutes, False))
        keep = self.season.keep
        # Elsewhere `runs.keep` says nothing: only these seasons set runs aside.
        if keep is not None:
            keep = own.get("keep", keep)
        if keep in (None, "all"):
            return runs, 0
        for day, run in enumerate(runs):
            stays = run.kind == "race" or self.phase == "off-season" and declared[day] == "long"
            runs[day] = run._replace(movable=run.kind is not None and not stays)
        movable = sum(run.movable for run in runs)
        fixed = sum(run.kind is not None for run in runs) - movable
        return runs, min(max(keep - fixed, 0), movable)

    def kind(self, day, kind):
        """A day's run after all changes, in their order."""
        pain = self.profile.get("health", {}).get("pain")
        if kind == "speed" and (pain or self.phase in ("off-season", "recovery")):
            kind = "easy"
        if kind == "long" and self.phase == "recovery":
            kind = "easy"
        if self.race_in(day) == 0:
            kind = "race"
        # Open: whether the race of someone early postpartum is set aside too. It is; its date still counts.
        if self.early_postpartum():
            kind = None
        near = 6 if self.phase in ("taper", "race-week") else 2
        if kind == "long" and self.before_race(day, 1, near) or kind == "speed" and self.before_race(day, 1, 2):
            kind = "easy"
        if kind and self.race_in(day) == 1:
            kind = "shakeout"
        if kind in ("long", "speed") and self.after_race(day, EASY_AFTER):
            kind = "easy"
        return None if self.after_race(day, NO_RUNS_AFTER) else kind

    def minutes(self, day, was, kind):
        """Minutes of a day's run."""
        if kind is None:
            return 0
        if kind == "race":
            return RACE_MINUTES[self.profile["race"].get("distance")]
        own = self.profile["runs"].get("minutes", {})
        assumed = {"easy": 30, "speed": 50, "long": 50} if self.novice else {"easy": 40, "speed": 50, "long": 90}
        minutes = SHAKE_OUT_MINUTES if kind == "shakeout" else own.get(kind, assumed[kind])
        if DAYS[day] in own:
            minutes = own[DAYS[day]] if kind == was else min(own[DAYS[day]], minutes)
        volume = self.season.volume
        if self.phase == "taper" and self.marathon and self.race_from_monday >= 7:
            volume = 55 if self.race_from_monday < 14 else 75
        if self.phase == "race-week":
            volume = min(volume, RACE_WEEK_VOLUME[self.distance])
        if kind == "shakeout" or volume == 100:
            return minutes
        return max(5 * ((minutes * volume + 250) // 500), 5)


def times(own):
    """The time of each day: None (any), "off", minutes, or windows; the more exact key wins."""
    week = []
    for index, day in enumerate(DAYS):
        said = own.get(day, own.get("weekend" if index > 4 else "weekday", own.get("every-day")))
        if isinstance(said, list):
            said = sorted(tuple(minute_of_day(end) for end in window.split("-")) for window in said)
        week.append(said)
    return week


def minute_of_day(clock):
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def fits(time, run, strength, apart, mobility, cross):
    """Whether sessions of so many minutes (0: none) fit into a day, the minutes from the end of the run to the start of
    strength, and whether mobility starts as one of the two ends, where the clock knows."""
    if time is None or time == "off":
        return True, None, None
    if isinstance(time, int):
        return run + strength + mobility + cross <= time, None, None
    free = [start for start, _ in time]
    windows = range(len(time))

    def put(minutes, order):
        for window in order:
            if free[window] + minutes <= time[window][1]:
                free[window] += minutes
                return window, free[window] - minutes
        return None

    at = {}
    # Open: cross-training and mobility on one day. Cross-training is placed first.
    for name, minutes in {"run": run, "strength": strength, "cross": cross, "mobility": mobility}.items():
        if not minutes:
            continue
        order = list(windows)
        if name == "strength" and "run" in at:
            order = order[at["run"][0] :]
            if apart:
                order.reverse()
        if name == "mobility":
            order = [at[other][0] for other in ("strength", "run") if other in at] + order
        at[name] = put(minutes, order)
        if at[name] is None:
            return False, None, None
    gap = at["strength"][1] - at["run"][1] - run if "run" in at and "strength" in at else None
    ends = [at[name][1] + minutes for name, minutes in (("run", run), ("strength", strength)) if name in at]
    return True, gap, at["mobility"][1] in ends if "mobility" in at else None
