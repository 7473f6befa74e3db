"""On random profiles OR-Tools CP-SAT, with a model made from the rules in words, finds the same score and the same week
as the program, and none where the program refuses; and how much longer it takes."""

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from itertools import islice
from statistics import mean, median

from cpsat import Model
from declared import Declared
from runners import runners
from weeks import fail

MONDAY = date(2026, 11, 23)
SEED = 1
# Of which the quickest counts: what else the machine does only adds to a time.
ROUNDS = 3
# The fastest of the settings tried: on problems as small as these preparing costs more than it saves.
FASTEST = {"cp_model_presolve": False, "linearization_level": 0, "optimize_with_core": True}


def batch(text, *flags):
    """What the program answers to every line, and the processor's seconds for all of them."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [os.environ["RUNPLAN"], "batch", "--week", MONDAY.isoformat(), "--threads", "1", *flags]
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout.decode(), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def search_times(search, text):
    """The seconds of the search alone for every line, by `examples/search`."""
    done = subprocess.run([search, MONDAY.isoformat()], input=text, text=True, capture_output=True, check=True)
    return [int(line) / 1e9 for line in done.stdout.splitlines()]


def told(profile, *what):
    fail("cpsat", "\n  ".join([json.dumps(profile), *map(str, what)]))


def planned(days):
    """The program's week in the words of the model."""
    week = []
    for day in days:
        sessions = {session["kind"]: session for session in day["sessions"]}
        run = sessions.get("run", {"type": None, "minutes": 0})
        week.append(
            {
                "run": run["type"],
                "minutes": run["minutes"],
                "strength": sessions.get("strength", {}).get("type"),
                "mobility": "mobility" in sessions,
                "cross": "cross" in sessions,
            }
        )
    return week


def lowest(model, settings):
    """The best score, and the seconds of the quickest round."""
    return min((model.solve(**settings) for _ in range(ROUNDS)), key=lambda solved: solved[1])


def compare(profile, answer):
    """Fails where the two disagree; gives the season, whether there is a week, and the seconds of building the model
    and of the two ways to solve it."""
    week = Declared(profile, MONDAY)
    start = time.process_time()
    model = Model(week)
    built = time.process_time() - start
    (best, took), (again, fast) = lowest(model, {}), lowest(model, FASTEST)
    if again != best:
        told(profile, "CP-SAT disagrees with itself", best, again)
    if answer["schema"] == "runplan.refusal/1":
        if best is not None:
            told(profile, f"runplan refuses: {answer['rules']}", f"CP-SAT has a week: {best}, {model.week_of(best)}")
        return week.phase, False, built, took, fast
    if best is None:
        told(profile, f"runplan has a week: {answer['score']}, {planned(answer['days'])}", "CP-SAT says infeasible")
    theirs, mine = answer["limits"], week.limits | {"phase": week.phase}
    if any(theirs[key] != mine[key] for key in mine):
        told(profile, f"numbers of runplan {theirs}", f"of the referee     {mine}")
    theirs, mine = planned(answer["days"]), model.week_of(best)
    if (answer["score"], theirs) != (best, mine):
        told(profile, f"runplan {answer['score']}, {theirs}", f"CP-SAT  {best}, {mine}")
    return week.phase, True, built, took, fast


def figures(seconds):
    return f"median {1e6 * median(seconds):.0f} µs, mean {1e6 * mean(seconds):.0f} µs, {sum(seconds):.3f} s in all"


def ratio(ours, theirs):
    return f"{median(theirs) / median(ours):.0f} by the median, {sum(theirs) / sum(ours):.0f} by the sum"


def main(lines, search, wanted):
    with open(lines, encoding="utf-8") as file:
        profiles = list(islice(runners(file, MONDAY, SEED), wanted))
    text = "".join(json.dumps(profile) + "\n" for profile in profiles)
    answers = [json.loads(line) for line in batch(text)[0].splitlines()]
    bad = [answer for answer in answers if answer["schema"] == "runplan.error/1"]
    if bad or not len(answers) == len(profiles) == wanted:
        fail("cpsat", f"{len(answers)} answers to {len(profiles)} profiles of {wanted}, {len(bad)} errors: {bad[:3]}")
    searched = [min(rounds) for rounds in zip(*(search_times(search, text) for _ in range(ROUNDS)))]
    lines = [min(batch(text, "--detail", "brief")[1] for _ in range(ROUNDS)) / wanted] * wanted
    phases, feasible, built, solved, fast = zip(*map(compare, profiles, answers))
    seasons = ", ".join(f"{count} {phase}" for phase, count in sorted(Counter(phases).items()))
    print(
        f"ok cpsat: {wanted} profiles ({seasons}), {feasible.count(False)} of them without a week; the same scores and "
        f"weeks, none left out",
        f"CP-SAT, one thread, for the score alone: {figures(solved)}; {sum(built):.3f} s more to build the models",
        f"  without presolve and linear relaxation, by cores: {figures(fast)}",
        f"runplan, search from facts to best week or none: {figures(searched)}",
        f"  a line of `batch --detail brief`, its start, reading and writing too: {1e6 * lines[0]:.0f} µs of CPU",
        f"CP-SAT / search: {ratio(searched, solved)}; in the faster setting {ratio(searched, fast)}",
        f"CP-SAT / line of batch, an upper bound of the search: {ratio(lines, solved)}; faster {ratio(lines, fast)}",
        sep="\n  ",
    )


if __name__ == "__main__":
    main(sys.argv[2], sys.argv[3], int(sys.argv[4]))
