"""Where the planner chooses the run days OR-Tools CP-SAT, asked about every layout of runs that the rules in words allow,
finds the same score and the same week as the program. Arguments: a folder, random profiles, how many of them."""

import json
import sys
from itertools import combinations, islice
from random import Random

from check_cpsat import MONDAY, SEED, batch, planned, told
from cpsat import KEY, Model
from declared import DAYS, Declared
from runners import runners
from weeks import fail

# Layouts of a profile at most: each is a model of its own.
LAYOUTS = 80


class Chosen(Model):
    """The model of a week under one layout of runs among those that there are."""

    def __init__(self, week, free, apart):
        self.free, self.apart = free, apart
        super().__init__(week)

    def spread(self):
        """`key-runs-adjacent`, `key-runs-close`, `long-run-midweek` and, in every season, `runs-bunched`."""
        super().spread()
        for one in range(7):
            for apart in (1, 2):
                if one + apart >= 7 and not self.week.wraps:
                    continue
                both = self.there(one, KEY), self.there(one + apart, KEY)
                if apart == 1 and self.apart:
                    self.never(*both)
                self.cost("legs", 3 - apart, *both)
            if self.week.phase not in ("off-season", "recovery") and (one < 6 or self.week.wraps):
                self.cost("spacing", 1, self.run[one], self.run[(one + 1) % 7])
            if self.free and one < 5:
                self.cost("placement", 2, self.there(one, ["long"]))


def open_days(profile):
    """The days that are not off."""
    time = Declared(profile | {"runs": {"days": []}}, MONDAY).time
    return [day for at, day in enumerate(DAYS) if time[at] != "off"]


def layouts(profile):
    """Every way to lay out the runs: the same profile with its days named."""
    runs = profile["runs"]
    days = [day for day in open_days(profile) if day in runs.get("days", DAYS)]
    count = min(runs["per_week"], len(days))
    # Left out, there is one long run, on any day, from two runs a week on.
    longs = [day for day in days if day in runs.get("long", DAYS if count >= 2 else [])]
    others = count - (1 if longs and count else 0)
    kept = {key: value for key, value in runs.items() if key in ("minutes", "keep")}
    for taken in combinations(days, count):
        for long in [day for day in longs if day in taken] if longs else [None]:
            left = [day for day in taken if day != long]
            for speed in combinations(left, min(runs["speed"], others)):
                yield profile | {"runs": kept | {"days": list(taken), "long": long, "speed": list(speed)}}


def keeps_apart(week):
    """Whether no two key runs are on consecutive days."""
    key = [run.kind in KEY for run in week.runs]
    return not any(key[day] and key[(day + 1) % 7] for day in range(7 if week.wraps else 6))


def rank(week):
    """Its place among weeks of one score: the long run on a later day, then runs, and fast ones, on earlier days."""
    kinds = [day["run"] for day in week]
    late = [kind != "long" for kind in reversed(kinds)]
    return late, [kind is None for kind in kinds], [kind != "speed" for kind in kinds]


def vary(dice, profile):
    """The profile with run days left to the planner; none of them is set aside, and no race takes the place of a run."""
    profile = {key: value for key, value in profile.items() if key != "race"}
    if profile["season"] == "race-week":
        profile["season"] = "taper"
    free = open_days(profile)
    count = dice.randint(2, max(len(free) - 1, 2))
    runs = {"per_week": count, "speed": dice.randint(0, min(count - 1, 2)), "keep": "all"}
    if "minutes" in profile["runs"]:
        runs["minutes"] = profile["runs"]["minutes"]
    if dice.random() < 0.6:
        runs["days"] = sorted(dice.sample(free, dice.randint(min(count, len(free)), len(free))), key=DAYS.index)
    if dice.random() < 0.5:
        runs["long"] = sorted(dice.sample(runs.get("days", free), dice.randint(1, 2)), key=DAYS.index)
    return profile | {"runs": runs}


def best_of(profile):
    """The best score over all layouts, or None, with its week, and how many layouts there are."""
    weeks = [Declared(layout, MONDAY) for layout in layouts(profile)]
    free, apart = "long" not in profile["runs"], any(map(keeps_apart, weeks))
    models = [Chosen(week, free, apart) for week in weeks]
    scores = [model.solve()[0] for model in models]
    found = [tuple(score.values()) for score in scores if score is not None]
    if not found:
        return None, None, len(models)
    best = [at for at, score in enumerate(scores) if score is not None and tuple(score.values()) == min(found)]
    return scores[best[0]], min((models[at].week_of(scores[at]) for at in best), key=rank), len(models)


def profiles_of(lines):
    dice = Random(SEED)
    for profile in runners(lines, MONDAY, SEED):
        if len(open_days(profile)) < 3:
            continue
        profile = vary(dice, profile)
        if 2 <= sum(1 for _ in islice(layouts(profile), LAYOUTS + 1)) <= LAYOUTS:
            yield profile


def main(lines, wanted):
    with open(lines, encoding="utf-8") as file:
        profiles = list(islice(profiles_of(file), wanted))
    text = "".join(json.dumps(profile) + "\n" for profile in profiles)
    answers = [json.loads(line) for line in batch(text)[0].splitlines()]
    bad = [answer for answer in answers if answer["schema"] == "runplan.error/1"]
    if bad or not len(answers) == len(profiles) == wanted:
        fail("chosen", f"{len(answers)} answers to {len(profiles)} profiles of {wanted}, {len(bad)} errors: {bad[:3]}")
    weeks = asked = 0
    for profile, answer in zip(profiles, answers):
        score, week, count = best_of(profile)
        asked += count
        if answer["schema"] == "runplan.refusal/1":
            if score is not None:
                told(profile, f"runplan refuses: {answer['rules']}", f"CP-SAT has a week: {score}, {week}")
            continue
        weeks += 1
        if (answer["score"], planned(answer["days"])) != (score, week):
            told(profile, f"runplan {answer['score']}, {planned(answer['days'])}", f"CP-SAT  {score}, {week}")
    print(f"ok chosen: {wanted} profiles, {asked} layouts of runs, {weeks} weeks: the same scores and weeks")


if __name__ == "__main__":
    main(sys.argv[2], int(sys.argv[3]))
