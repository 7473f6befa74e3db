"""Strength around a running plan of somebody else's, in a calendar that keeps up with the plan: its author moves a run,
puts a week in, takes one out, calls the race off; after each change the plan is overlaid again over the earlier file,
and imported again. What `overlay` then plans has no error that `check` does not find in the plan itself. Argument two
says which client: `khal` or `radicale`."""

import json
import sys
from collections import Counter
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import foreign
from replaced import InKhal, InRadicale, Replaced, shown
from weeks import EXAMPLES, fail, identified, runplan

# Sessions without a time of day, and such with one.
RUNNERS = ["marathoner", "toddler-evenings"]
SPAN = (foreign.START - timedelta(weeks=1), foreign.LAST + timedelta(weeks=1))
BY_STEM = {path.stem: path for path in EXAMPLES}


def story(name, flags, place):
    """Plays what becomes of the plan for one runner; gives how often which kind of change was seen."""
    profile, stem = BY_STEM[name], "".join([name, *flags])
    plan, file, moment = folder / f"{stem}.csv", folder / f"{stem}.ics", iter(range(60))

    def overlaid(*args):
        return runplan("overlay", plan, "-p", profile, *args).stdout

    def write(weeks, *flags):
        foreign.write(plan, weeks)
        overlaid("-o", file, "--now", f"2026-11-22T08:{next(moment):02}", *flags)

    def sessions(_, *flags):
        lines = overlaid("--format", "ndjson")
        again = plan.with_suffix(".ndjson")
        again.write_bytes(lines)
        worse = foreign.errors(again, profile) - foreign.errors(plan, profile)
        if worse:
            fail(check, f"{stem}: errors that the plan has not: {dict(worse)}")
        of_week = (identified(json.loads(line), with_runs="--with-runs" in flags) for line in lines.splitlines())
        return [session for week in of_week for session in week]

    kept, weeks = Replaced(check, place(stem), file, write, sessions), foreign.WEEKS
    kept.step("at first", weeks, *flags)
    for what, change, kind in foreign.CHANGES:
        weeks = change(weeks)
        seen = kept.step(what, weeks, *flags)
        if not (seen[kind] and seen["kept"]):
            fail(check, f"{stem}, {what}: nothing {kind} to tell it by: {dict(seen)}")
    if flags:
        kept.step("without its runs", weeks)
    return kept.total


client = sys.argv[2]
folder = Path(sys.argv[1]) / f"overlay-{client}"
folder.mkdir()
check = f"overlay in {client}"
if client == "radicale":
    from caldav import Server

    around = Server(folder / "server")
else:
    around = nullcontext()


def place(stem):
    return InRadicale(server, stem, SPAN) if server else InKhal(folder, stem, SPAN)


total = Counter()
with around as server:
    for name in RUNNERS:
        for flags in ([], ["--with-runs"]):
            total += story(name, flags, place)
steps = len(RUNNERS) * (2 * len(foreign.CHANGES) + 1)
print(f"ok {check}: {steps} changes of the plan, each imported twice: {shown(total)}")
