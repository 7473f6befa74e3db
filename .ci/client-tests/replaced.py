"""A calendar in a client, and the file that it comes from: written over itself and imported again, step by step."""

from collections import Counter

from caldav import read
from weeks import fail, same

# What an event says of the file, not of itself.
OF_THE_FILE = ("DTSTAMP:", "SEQUENCE:", "LAST-MODIFIED:")


class InKhal:
    def __init__(self, folder, name, span):
        from khal_calendar import Khal

        self.khal, (first, last) = Khal(folder / name), span
        self.first, self.days = first.isoformat(), (last - first).days

    def take(self, file):
        self.khal.take(file)

    def all(self):
        found = self.khal.events(self.first, self.days)
        if self.khal.stored() != len(found):
            fail("replaced in khal", f"{self.khal.stored()} files for {len(found)} events")
        return found


class InRadicale:
    """Twice over: put as a whole calendar, and event by event."""

    def __init__(self, server, name, span):
        self.server, self.name = server, name
        self.span = [f"{day:%Y%m%d}" for day in span]
        server.ask("MKCALENDAR", f"{name}-each/")

    def take(self, file):
        text = file.read_bytes().decode()
        self.server.put(f"{self.name}-whole/", text)
        self.server.put_each(f"{self.name}-each", text)

    def all(self):
        whole, each = (self.server.query(f"{self.name}-{way}", *self.span) for way in ("whole", "each"))
        same("replaced in radicale", f"{self.name}, whole and event by event", each, whole)
        return each


def texts(file):
    """The text of each event of a file by its UID, as it stands there."""
    found = {}
    for part in file.read_bytes().decode().split("BEGIN:VEVENT\r\n")[1:]:
        text = part[: part.index("END:VEVENT\r\n")]
        uid = next(line[4:] for line in text.split("\r\n") if line.startswith("UID:"))
        if uid in found:
            fail("replaced", f"{file.name}: {uid} stands twice in the file")
        found[uid] = text
    return found


def content(text):
    return [line for line in text.split("\r\n") if not line.startswith(OF_THE_FILE)]


def sequence(text):
    return next(int(line[9:]) for line in text.split("\r\n") if line.startswith("SEQUENCE:"))


class Replaced:
    """A file, and a client that takes it in after every change. `write` writes it, by flags or whatever it is given;
    `sessions` says which sessions then are to be there, as pairs of identity and event."""

    def __init__(self, check, client, file, write, sessions):
        self.check, self.client, self.file, self.write, self.sessions = check, client, file, write, sessions
        self.uids, self.events, self.texts, self.total = {}, {}, {}, Counter()

    def step(self, what, *change):
        """Makes a change, and holds what came of it; gives how often which kind of change was seen."""
        what = f"{self.file.stem}, {what}"
        self.write(*change)
        text = self.file.read_bytes()
        self.write(*change)
        if self.file.read_bytes() != text:
            fail(self.check, f"{what}: written again without a change, the file differs")
        # A second import changes nothing.
        self.client.take(self.file)
        self.client.take(self.file)
        found = self.client.all()
        twice = [uid for uid, count in Counter(uid for uid, _, _ in found).items() if count > 1]
        if twice:
            fail(self.check, f"{what}: there twice: {twice}")
        wanted, known = self.sessions(*change), set(self.uids)
        on = {uid: event for uid, event, status in found if status == "CONFIRMED"}
        off = {uid for uid, _, status in found if status == "CANCELLED"}
        same(self.check, what, on.values(), [event for _, event in wanted])
        self.named(what, wanted, on)
        # All that was ever there is still known: what is planned no more is called off.
        ids = {identity for identity, _ in wanted}
        same(self.check, f"{what}, called off", off, [self.uids[id] for id in self.uids.keys() - ids])
        seen = self.told(what) + self.moved(known, dict(wanted))
        self.total += seen
        return seen

    def named(self, what, wanted, on):
        """A session has the same UID as ever, wherever it stands, and no other session has it."""
        written = [(uid, event) for uid, event, status in read(self.file.read_bytes()) if status == "CONFIRMED"]
        for (identity, event), (uid, other) in zip(wanted, written, strict=True):
            if event != other or on.get(uid) != event:
                fail(self.check, f"{what}: {identity} is {event}, but in the file {other}, in the client {on.get(uid)}")
            if self.uids.setdefault(identity, uid) != uid:
                fail(self.check, f"{what}: {identity} was {self.uids[identity]}, and is {uid} now")
        if len(set(self.uids.values())) != len(self.uids):
            fail(self.check, f"{what}: two sessions have one UID")
        self.numbered(what, wanted)

    def numbered(self, what, wanted):
        """By number: of several sessions none can be gone and another one new."""
        numbers = {}
        for identity, _ in wanted:
            of, number = identity.rsplit("/", 1)
            if number.isdigit():
                numbers.setdefault(of, set()).add(int(number))
        for of, found in numbers.items():
            same(self.check, f"{what}, numbers of {of}", found, range(1, len(found) + 1))

    def told(self, what):
        """What stays is there byte for byte, what changed has a higher SEQUENCE."""
        now, seen = texts(self.file), Counter()
        for uid, before in self.texts.items():
            after = now.get(uid)
            if after is None:
                fail(self.check, f"{what}: {uid} is gone without being called off, so a calendar keeps it")
            if content(before) == content(after):
                if before != after:
                    fail(self.check, f"{what}: {uid} says the same, but its text differs:\n{before}\n{after}")
                seen["kept"] += 1
            elif sequence(after) <= sequence(before):
                fail(self.check, f"{what}: {uid} changed, but its SEQUENCE stays {sequence(after)}")
        self.texts = now
        return seen

    def moved(self, known, now):
        """What came of the sessions; `known` are those that were ever there before."""
        before, self.events, seen = self.events, now, Counter()
        for identity, event in now.items():
            if identity in before:
                seen["moved"] += event[:2] != before[identity][:2]
            elif known:
                seen["back" if identity in known else "new"] += 1
        seen["called off"] = len(before.keys() - now.keys())
        return seen


def shown(total):
    return ", ".join(f"{count} {kind}" for kind, count in sorted(total.items()))
