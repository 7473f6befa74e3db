"""A week that was imported is planned anew over its own file and imported again: nothing stands there twice, what moved
is at its new day once, and what was dropped is called off. Argument two says which client: `khal` or `radicale`."""

import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from icalendar import Calendar
from weeks import EDGE, EXAMPLES, NOW, document, expected, fail, runplan, same

WEEK = "2026-W48"
BY_STEM = {path.stem: path for path in [*EXAMPLES, EDGE]}
EVERY_DAY = [part for day in "mon tue wed thu fri sat sun".split() for part in ("--block", day)]
# What the runner changes, in turn: a blocked day drops a run and moves strength; back; other gym days; a week in bed.
STORIES = {
    "marathoner": [["--block", "fri"], [], ["--set", 'strength.days=["tue","thu"]']],
    "shift-worker": [["--block", "wed"], [], ["--set", "strength.sessions=1", "--block", "tue"]],
    "edge": [["--block", "sun"], ["--set", 'time.wed=["12:00-13:00"]'], []],
    "masters": [EVERY_DAY, []],
}


class InKhal:
    def __init__(self, folder, name):
        from khal_calendar import Khal

        self.khal = Khal(folder / name)

    def take(self, file):
        self.khal.take(file)

    def all(self):
        found = self.khal.events("2026-11-16", 21)
        if self.khal.stored() != len(found):
            fail("replaced in khal", f"{self.khal.stored()} files for {len(found)} events")
        return found


class InRadicale:
    """Twice over: put as a whole calendar, and event by event."""

    def __init__(self, server, name):
        self.server, self.name = server, name
        server.ask("MKCALENDAR", f"{name}-each/")

    def take(self, file):
        text = file.read_bytes().decode()
        self.server.put(f"{self.name}-whole/", text)
        self.server.put_each(f"{self.name}-each", text)

    def all(self):
        whole, each = (self.server.query(f"{self.name}-{way}", "20261116", "20261207") for way in ("whole", "each"))
        same("replaced in radicale", f"{self.name}, whole and event by event", each, whole)
        return each


def sequences(file):
    return {
        str(event["uid"]): int(event["sequence"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    }


def settle(client, file, times):
    for _ in range(times):
        client.take(file)
    found = client.all()
    twice = [uid for uid, count in Counter(uid for uid, _, _ in found).items() if count > 1]
    if twice:
        fail(check, f"{file.name}: there twice: {twice}")
    return {uid: (event, status) for uid, event, status in found}


def story(name, changes, client, folder):
    """Plays one runner's changes; gives how often sessions came anew at another time, and how many were called off."""
    profile, file, moment = BY_STEM[name], folder / f"{name}.ics", iter(range(10))

    def write(flags):
        now = f"{NOW[:11]}{8 + next(moment):02}:00"
        runplan("week", "-p", profile, "-w", WEEK, "-o", file, "--now", now, *flags)

    write([])
    before, numbers, moved, dropped = settle(client, file, 1), sequences(file), 0, 0
    same(check, f"{name} at first", [event for event, _ in before.values()], expected(document(profile, WEEK)))
    for flags in changes:
        what = f"{name} {' '.join(flags) or 'as at first'}"
        write(flags)
        text = file.read_bytes()
        write(flags)
        if file.read_bytes() != text:
            fail(check, f"{what}: written again without a change, the file differs")
        now = settle(client, file, 2)
        on = [event for event, status in now.values() if status == "CONFIRMED"]
        same(check, what, on, expected(document(profile, WEEK, *flags)))
        lost = before.keys() - now.keys()
        if lost:
            fail(check, f"{what}: gone without being called off, so a calendar keeps them: {sorted(lost)}")
        after = sequences(file)
        for uid, (event, status) in now.items():
            changed = uid in before and before[uid] != (event, status)
            if changed and after[uid] <= numbers[uid]:
                fail(check, f"{what}: {uid} changed, but its SEQUENCE stays {after[uid]}")
            dropped += changed and status == "CANCELLED"
            moved += status == "CONFIRMED" and (changed or uid not in before)
        before, numbers = now, after
    return moved, dropped


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
    for name, changes in STORIES.items():
        place = InRadicale(server, name) if server else InKhal(folder, name)
        moved, dropped = story(name, changes, place, folder)
        total.update(moved=moved, dropped=dropped)
if min(total.values()) < 5:
    fail(check, f"the changes moved or dropped too little to tell: {dict(total)}")
steps = sum(len(changes) for changes in STORIES.values())
came = f"{total['moved']} sessions new or moved, {total['dropped']} called off"
print(f"ok {check}: {steps} changes, each imported twice: {came}")
