"""A week is in a calendar, and a day falls away: planned again over the file and beside it, and imported twice each. What stays
is there byte for byte, what moved is there once under its identity with a higher SEQUENCE, and what was let go is called off.
Then the next day falls away. Argument two says which client: `khal` or `radicale`."""

import json
import sys
from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from replaced import InKhal, InRadicale, Replaced, shown
from weeks import EXAMPLES, fail, identified, runplan, same

SPAN = (date(2026, 11, 16), date(2026, 12, 7))
BY_STEM = {path.stem: path for path in EXAMPLES}
# What becomes of the week, day after day: the moment, and what is said.
STORIES = {
    "marathoner": [
        ("2026-11-24T21:00", "--block", "wed"),
        ("2026-11-25T21:00", "--block", "fri"),
        ("2026-11-26T21:00", "--block", "sun"),
        ("2026-11-28T08:00", "--missed", "thu"),
    ],
    "toddler-evenings": [
        ("2026-11-24T21:30", "--block", "wed"),
        ("2026-11-26T22:00", "--moved", "fri:thu"),
        ("2026-11-27T22:00", "--block", "sat"),
    ],
    "shift-worker": [("2026-11-23T21:00", "--block", "wed,thu"), ("2026-11-27T06:00", "--pin", "sat", "--block", "sun")],
    "two-speed-days": [("2026-11-23T21:00", "--block", "tue"), ("2026-11-26T21:00", "--missed", "thu")],
}


class Replanned(Replaced):
    def numbered(self, what, wanted):
        """A session that was let go leaves its number behind: what moves keeps its own."""


class Each(InRadicale):
    """Event by event alone: a calendar that is put as a whole takes the place of what there was."""

    def take(self, file):
        self.server.put_each(f"{self.name}-each", file.read_bytes().decode())

    def all(self):
        return self.server.query(f"{self.name}-each", *self.span)


class Story:
    """A week that is planned again and again, each time from the answer before."""

    def __init__(self, name):
        self.name, self.profile, self.saved = name, BY_STEM[name], folder / f"{name}.json"

    def answered(self, step, *args):
        """The first step is the week itself."""
        if step is None:
            return runplan("week", "-p", self.profile, "-w", "2026-W48", *args)
        moment, *said = step
        return runplan("replan", "-p", self.profile, "--from", self.saved, "--now", moment, *said, *args)

    def week(self, step):
        document = json.loads(self.answered(step, "--format", "json").stdout)
        return document if step is None else document["weeks"][0]

    def sessions(self, step):
        return identified(self.week(step), with_runs=True)

    def go_on(self, step):
        text = self.answered(step, "--format", "json").stdout
        self.saved.write_bytes(text)
        checked = runplan("check", self.saved, "--format", "json", check=False)
        if checked.returncode == 2:
            fail(check, f"{self.name}, {step}: `check` does not read it: {checked.stderr.decode()}")


def over_itself(name, client):
    """Each answer over the calendar of the one before."""
    story, file, moment = Story(name), folder / f"{name}.ics", iter(range(60))

    def write(step):
        now = ("--now", "2026-11-23T06:00") if step is None else ()
        story.answered(step, "-o", file, *now)

    kept = Replanned(check, client, file, write, lambda step: story.sessions(step))
    kept.step("at first", None)
    story.go_on(None)
    for step in STORIES[name]:
        seen = kept.step(" ".join(step), step)
        if not seen["kept"]:
            fail(check, f"{name}, {step}: nothing stays: {dict(seen)}")
        story.go_on(step)
    return kept.total


def beside(name, client):
    """Each answer in a file of its own, as a runner downloads it, imported twice over what is there."""
    story, seen = Story(name), Counter()
    for number, step in enumerate([None, *STORIES[name]]):
        file = folder / f"{name}-{number}.ics"
        story.answered(step, "-o", file, *(("--now", "2026-11-23T06:00") if step is None else ()))
        client.take(file)
        client.take(file)
        found = client.all()
        twice = [uid for uid, count in Counter(uid for uid, _, _ in found).items() if count > 1]
        if twice:
            fail(check, f"{name}, {step}: there twice: {twice}")
        on = [event for _, event, status in found if status == "CONFIRMED"]
        same(check, f"{name}, {step}, beside", on, [event for _, event in story.sessions(step)])
        seen["confirmed"] += len(on)
        story.go_on(step)
    return seen


client = sys.argv[2]
folder = Path(sys.argv[1]) / f"replan-{client}"
folder.mkdir()
check = f"replan in {client}"
if client == "radicale":
    from caldav import Server

    around = Server(folder / "server")
else:
    around = nullcontext()


def place(stem, kind):
    return kind(server, stem, SPAN) if server else InKhal(folder, stem, SPAN)


total = Counter()
with around as server:
    for name in STORIES:
        total += over_itself(name, place(name, InRadicale))
        total += beside(name, place(f"{name}-beside", Each))
if min(total[kind] for kind in ("moved", "called off", "kept")) < 4:
    fail(check, f"the changes show too little: {dict(total)}")
print(f"ok {check}: {sum(map(len, STORIES.values()))} days fell away, each imported twice: {shown(total)}")
