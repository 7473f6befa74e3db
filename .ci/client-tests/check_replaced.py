"""A week that was imported is planned anew over its own file and imported again: nothing stands there twice, what moved
is at its new day once, with the same UID and a higher SEQUENCE, and what was dropped is called off. Argument two says
which client: `khal` or `radicale`."""

import sys
from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from replaced import InKhal, InRadicale, Replaced, shown
from weeks import EDGE, EXAMPLES, NOW, document, fail, identified, runplan

WEEK = "2026-W48"
# The week, with some days around it.
SPAN = (date(2026, 11, 16), date(2026, 12, 7))
BY_STEM = {path.stem: path for path in [*EXAMPLES, EDGE]}
EVERY_DAY = [part for day in "mon tue wed thu fri sat sun".split() for part in ("--block", day)]
# What the runner changes, in turn: a blocked day drops a run and moves strength; back; other gym days; a week in bed.
STORIES = {
    "marathoner": [["--block", "fri"], [], ["--set", 'strength.days=["tue","thu"]']],
    "shift-worker": [["--block", "wed"], [], ["--set", "strength.sessions=1", "--block", "tue"]],
    "edge": [["--block", "sun"], ["--set", 'time.wed=["12:00-13:00"]'], []],
    "masters": [EVERY_DAY, []],
}


def story(name, place):
    """Plays one runner's changes; gives how often which kind of change was seen."""
    profile, file, moment = BY_STEM[name], folder / f"{name}.ics", iter(range(10))

    def write(*flags):
        now = f"{NOW[:11]}{8 + next(moment):02}:00"
        runplan("week", "-p", profile, "-w", WEEK, "-o", file, "--now", now, *flags)

    kept = Replaced(check, place, file, write, lambda *flags: identified(document(profile, WEEK, *flags)))
    kept.step("at first")
    for flags in STORIES[name]:
        kept.step(" ".join(flags) or "as at first", *flags)
    return kept.total


client = sys.argv[2]
folder = Path(sys.argv[1]) / f"replaced-{client}"
folder.mkdir()
check = f"replaced in {client}"
if client == "radicale":
    from caldav import Server

    around = Server(folder / "server")
else:
    around = nullcontext()
total = Counter()
with around as server:
    for name in STORIES:
        total += story(name, InRadicale(server, name, SPAN) if server else InKhal(folder, name, SPAN))
if min(total[kind] for kind in ("moved", "called off", "back", "kept")) < 10:
    fail(check, f"the changes show too little: {dict(total)}")
steps = sum(map(len, STORIES.values()))
print(f"ok {check}: {steps} changes, each imported twice: {shown(total)}")
