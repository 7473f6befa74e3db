"""The best week as a model for OR-Tools CP-SAT: a 0/1 variable for each thing that may stand on a day.

All levels are one sum, so that one solve is enough for the score: a unit of a level weighs more than all lower levels
together can cost. A second solve settles ties.
"""

from ortools.sat.python import cp_model

from declared import DAYS, KEY, MOBILITY_MINUTES, fits

LEVELS = ["protect", "dose", "rest", "legs", "placement", "spacing", "extras"]
# Days after a race, by distance: without leg work of a class, and without any strength.
LEGS_TOO_SOON = {
    "heavy": (3, 6, 13, 26),
    "moderate": (3, 6, 13, 26),
    "light": (1, 2, 6, 13),
    "activation": (1, 2, 4, 9),
}
STRENGTH_TOO_SOON = (0, 1, 2, 4)
# Cost of strength on a speed, run-free, easy-run, and long-run or race day.
PLACEMENT = {
    "stack": (0, 1, 2, 3),
    "stack without speed": (0, 1, 0, 3),
    "separate": (2, 0, 1, 3),
    "easy-days": (1, 2, 0, 3),
    "off-season": (0, 0, 2, 3),
    "recovery": (0, 0, 0, 0),
}
KINDS = {"speed": 0, None: 1, "easy": 2, "shakeout": 2, "long": 3, "race": 3}
MOBILITY = {"easy": 1, "shakeout": 1, "long": 2, "speed": 3}
OLDER_FROM = 50
VERY_LONG_FROM_MINUTES = 150


class Model:
    """The model of one week. What is known beforehand is a plain True or False instead of a variable."""

    def __init__(self, week):
        self.week, self.cp = week, cp_model.CpModel()
        # For each level what counts how much: (amount, variable, its highest value).
        self.costs = {level: [] for level in LEVELS}
        self.load = week.limits["strength"]["class"]
        self.hard = self.load in ("heavy", "moderate")
        self.run = [self.cp.new_bool_var("run") if run.movable else run.kind is not None for run in week.runs]
        names = ["strength", "full", "mobility", "cross", "rest"]
        self.strength, self.full, self.mobility, self.cross, self.rest = (
            [self.cp.new_bool_var(f"{name} {day}") for day in DAYS] for name in names
        )
        for day in range(7):
            self.what_may_stand(day)
            self.time_of(day)
            self.race_near(day)
            self.legs_and_key_runs(day)
            self.where_it_goes(day)
        self.spread()
        self.counts()
        self.cp.minimize(self.weighed())

    # What the model is made of.

    def never(self, *things):
        """Not all of these at once."""
        if not any(thing is False for thing in things):
            self.cp.add_bool_or([~thing for thing in things if thing is not True] or [False])

    def cost(self, level, amount, *things):
        """So much on a level where all of these are."""
        things = [thing for thing in things if thing is not True]
        if not amount or any(thing is False for thing in things):
            return
        if not things:
            things = [self.cp.new_constant(1)]
        elif len(things) > 1:
            all_of = self.cp.new_bool_var("all of them")
            self.cp.add_bool_or([all_of, *(~thing for thing in things)])
            things = [all_of]
        self.costs[level].append((amount, things[0], 1))

    def missing(self, level, amount, target, things):
        """So much on a level for each that is missing from a target."""
        if target > 0:
            short = self.cp.new_int_var(0, target, "missing")
            self.cp.add(short + sum(things) >= target)
            self.costs[level].append((amount, short, target))

    def weighed(self):
        """The sum of all levels; its weights come from the most that the levels below can come to."""
        total, weight = 0, 1
        for level in reversed(LEVELS):
            total += weight * self.total(level)
            weight *= 1 + sum(amount * most for amount, _, most in self.costs[level])
        assert weight < 2**53
        return total

    # The rules.

    def what_may_stand(self, day):
        """What makes a day one at all."""
        run, strength, cross, rest = self.run[day], self.strength[day], self.cross[day], self.rest[day]
        self.cp.add_implication(self.full[day], strength)
        self.never(cross, run)
        self.never(cross, strength)
        # Mobility needs one of these, so a day without them is a rest day.
        something = [run, strength, cross]
        if self.week.runs[day].kind == "race":
            self.never(self.mobility[day])
        else:
            self.cp.add_bool_or([~self.mobility[day], *something])
        for thing in something:
            self.never(rest, thing)
        self.cp.add_bool_or([rest, *something])

    def time_of(self, day):
        """`blocked-day`, `gym-closed`, `outside-your-time`, `tight-same-day-gap`, `mobility-unstacked` by the clock."""
        week, planned, time = self.week, self.week.runs[day], self.week.time[day]
        if time == "off":
            for thing in (self.strength, self.mobility, self.cross):
                self.never(thing[day])
        if day not in week.gym:
            self.never(self.strength[day])
        if time is None or time == "off":
            return
        key = planned.kind in KEY
        slot = week.limits["strength"]["minutes"]
        full, strength = self.full[day], self.strength[day]
        for run in [True, False] if planned.movable else [planned.kind is not None]:
            run_there = self.run[day] if run or not planned.movable else ~self.run[day]
            run_there = True if run_there is False else run_there
            for kind, there in {"full": [full], "upper": [strength, ~full], None: [~strength]}.items():
                apart = kind == "full" and run and key and self.hard
                for mobility, cross in ((m, c) for m in (0, 1) for c in (0, 1) if not (c and (run or kind))):
                    ok, gap, follows = fits(
                        time,
                        planned.minutes if run and planned.kind != "race" else 0,  # a race always fits
                        slot if kind else 0,
                        apart,
                        mobility * MOBILITY_MINUTES,
                        cross * week.cross_minutes,
                    )
                    extra = [self.mobility[day]] * mobility + [self.cross[day]] * cross
                    if not ok:
                        self.never(run_there, *there, *extra)
                    elif kind and follows is False:
                        self.cost("extras", 1, run_there, *there, *extra)
                    elif apart and not extra and gap is not None:
                        self.cost("spacing", 2 if gap < 3 * 60 else 1 if gap < 6 * 60 else 0, run_there, full)

    def race_near(self, day):
        """`legs-before-race`, `strength-before-race`, `legs-too-soon-after-race`, `strength-after-race`."""
        week = self.week
        if week.before_race(day, 0, 3) or week.after_race(day, LEGS_TOO_SOON[self.load]):
            self.never(self.full[day])
        if week.before_race(day, 0, 1) or week.after_race(day, STRENGTH_TOO_SOON):
            self.never(self.strength[day])

    def there(self, day, kinds):
        """Whether a run of these kinds stands on a day, which may lie in another week."""
        if not 0 <= day < 7:
            if self.week.race_in(day) == 0:
                return "race" in kinds
            # The same week again where it wraps, but a race never repeats.
            day %= 7
            if not self.week.wraps or self.week.runs[day].kind == "race":
                return False
        return self.run[day] if self.week.runs[day].kind in kinds else False

    def legs_and_key_runs(self, day):
        """`legs-before-key-run`, `heavy-legs-on-long-run-day`, `legs-after-very-long-run`, `legs-on-long-run-day`,
        `heavy-legs-near-key-run`, `legs-after-long-run`."""
        week, full = self.week, self.full[day]
        if self.load != "activation":
            self.never(full, self.there(day + 1, KEY))
        if self.hard:
            if week.runs[day - 1].minutes >= VERY_LONG_FROM_MINUTES:
                self.never(full, self.there(day - 1, ["long"]))
            self.never(full, self.there(day - 1, ["long"]), self.there(day - 2, ["long"]))
        long = self.there(day, ["long"])
        if self.load == "heavy":
            self.never(full, long)
        self.cost("protect", 1, full, long)
        older = week.profile.get("age", 0) >= OLDER_FROM
        if self.load == "heavy" or self.load == "moderate" and (older or week.novice):
            two, three = self.there(day + 2, KEY), self.there(day + 3, KEY) if older else False
            # The nearer one alone counts.
            free = not two if isinstance(two, bool) else ~two
            self.cost("legs", 2 if older else 1, full, two)
            self.cost("legs", 1, full, three, free)
        if self.hard or week.placement != "separate":
            self.cost("legs", 1, full, self.there(day - 1, ["long", "race"]))

    def where_it_goes(self, day):
        """`strength-off-placement`, `mobility-unstacked`."""
        week, kind, run = self.week, self.week.runs[day].kind, self.run[day]
        stack = "stack" if any(run.kind == "speed" for run in week.runs) else "stack without speed"
        costs = PLACEMENT.get(week.phase, PLACEMENT[stack if week.placement == "stack" else week.placement])
        self.cost("placement", costs[KINDS[kind]], self.strength[day], run)
        free = not run if isinstance(run, bool) else ~run
        self.cost("placement", costs[KINDS[None]], self.strength[day], free)
        alone = (self.mobility[day], ~self.strength[day])
        self.cost("extras", MOBILITY.get(kind, 0), *alone, run)
        self.cost("extras", 1, *alone, free)

    def spread(self):
        """`legs-back-to-back`, `strength-bunched`, `runs-bunched`."""
        for one in range(7):
            for apart in (1, 2):
                other = one + apart
                if other >= 7 and not self.week.wraps:
                    continue
                other %= 7
                self.cost("spacing", 3 if apart == 1 else 1, self.strength[one], self.strength[other])
                if apart == 1:
                    if self.load != "activation":
                        self.never(self.full[one], self.full[other])
                    if self.week.phase in ("off-season", "recovery"):
                        # Open: a race on the week's edge. It is no race the next week, but a run all the same.
                        self.cost("spacing", 1, self.run[one], self.run[other])

    def counts(self):
        """What is demanded of the week's counts, and what is missing from what is aimed for."""
        limits, strength = self.week.limits, self.week.limits["strength"]
        movable = [run for run in self.run if not isinstance(run, bool)]
        if movable:
            self.cp.add(sum(movable) == self.week.kept)
        self.cp.add_linear_constraint(sum(self.strength), strength["min"], strength["target"])
        self.cp.add_linear_constraint(sum(self.full), strength["legs_min"], strength["legs_max"])
        self.cp.add(sum(self.mobility) <= limits["mobility"])
        self.cp.add(sum(self.cross) <= limits["cross"])
        self.cp.add(sum(self.rest) >= limits["rest"]["min"])
        self.missing("dose", 2, strength["target"], self.strength)
        self.missing("dose", 1, strength["legs_floor"], self.full)
        self.missing("rest", 1, limits["rest"]["target"], self.rest)
        self.missing("legs", 1, min(strength["target"], strength["legs_max"]), self.full)
        self.missing("extras", 5, limits["mobility"], self.mobility)
        self.missing("extras", 3, limits["cross"], self.cross)

    # What it is asked.

    def solve(self, **settings):
        """The score of the best week, or None if there is none; and the seconds of the solve, without the model."""
        solver, status = self.run_solver(settings)
        if status == cp_model.INFEASIBLE:
            return None, solver.wall_time
        values = {level: int(solver.value(self.total(level))) for level in LEVELS}
        return {"hard": 0, **values}, solver.wall_time

    def week_of(self, score):
        """The one week among those of the best score that ties prefer: of each day its run, strength, mobility and
        cross-training."""
        for level in LEVELS:
            self.cp.add(self.total(level) == score[level])
        order = DAYS if self.week.phase == "recovery" else DAYS[::-1]
        preferred = 0
        for place, day in enumerate(map(DAYS.index, order)):
            digit = 8 * (self.strength[day] + self.full[day]) + 4 * self.mobility[day] + 2 * self.cross[day]
            preferred += 32**place * (digit + self.run[day])
        self.cp.maximize(preferred)
        solver, status = self.run_solver({})
        assert status == cp_model.OPTIMAL
        week = []
        for day, run in enumerate(self.week.runs):
            kept = solver.value(self.run[day])
            week.append(
                {
                    "run": run.kind if kept else None,
                    "minutes": run.minutes if kept else 0,
                    "strength": [None, "upper", "full"][solver.value(self.strength[day] + self.full[day])],
                    "mobility": bool(solver.value(self.mobility[day])),
                    "cross": bool(solver.value(self.cross[day])),
                }
            )
        return week

    def total(self, level):
        return sum(amount * variable for amount, variable, _ in self.costs[level])

    def run_solver(self, settings):
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        for name, value in settings.items():
            setattr(solver.parameters, name, value)
        status = solver.solve(self.cp)
        if status not in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            raise RuntimeError(f"CP-SAT proves nothing: {solver.status_name(status)}")
        return solver, status
