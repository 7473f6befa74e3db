"""Calendars of a busy life around the changes of the clocks, and when they leave no time, by `recurring-ical-events`.

python busy.py FOLDER    writes the calendars there, each with what is expected of it as JSON
"""

import json
import random
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

SEED = 20260329
EACH = 9
# A zone, and a week at whose end its clocks change, forth and back; the last weeks are like any other.
WEEKS = [
    ("Europe/Berlin", date(2026, 3, 23)),
    ("Europe/Berlin", date(2026, 10, 19)),
    ("America/New_York", date(2026, 3, 2)),
    ("America/New_York", date(2026, 10, 26)),
    ("Australia/Sydney", date(2026, 9, 28)),
    ("Australia/Sydney", date(2026, 3, 30)),
    ("Europe/Berlin", date(2026, 11, 23)),
    ("America/New_York", date(2026, 12, 28)),
]
# Of each zone: the name that Outlook gives it, and its winter and summer (offset, first time, when each year).
ZONES = {
    "Europe/Berlin": ("W. Europe Standard Time", "+0100 19961027T030000 10 -1SU", "+0200 19810329T020000 3 -1SU"),
    "America/New_York": ("Eastern Standard Time", "-0500 20071104T020000 11 1SU", "-0400 20070311T020000 3 2SU"),
    "Australia/Sydney": ("AUS Eastern Standard Time", "+1000 20080406T030000 4 1SU", "+1100 20081005T020000 10 1SU"),
}
DAYS = "MO TU WE TH FR SA SU".split()


class Case(NamedTuple):
    name: str
    zone: str
    monday: date
    text: str


def cases():
    """The calendars, always the same."""
    return [Maker(zone, monday, at).case() for zone, monday in WEEKS for at in range(EACH)]


def stamp(moment):
    return moment.strftime("%Y%m%dT%H%M%S" if isinstance(moment, datetime) else "%Y%m%d")


class Maker:
    """Makes one calendar."""

    def __init__(self, zone, monday, at):
        self.zone, self.monday, self.name = zone, monday, f"{monday}-{zone.split('/')[1]}-{at}"
        self.random = random.Random(f"{SEED} {self.name}")
        self.outlook = at % 3 == 2
        self.lines, self.events = [], 0

    def case(self):
        self.lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a busy life//EN", "CALSCALE:GREGORIAN"]
        for zone in ZONES:
            self.vtimezone(zone)
        kinds = [
            self.once,
            self.in_utc,
            self.floating,
            self.whole_days,
            self.weekly,
            self.daily,
            self.monthly,
            self.yearly,
        ]
        for kind in [self.over_the_change, *self.random.sample(kinds, 5), self.todo]:
            kind()
        self.lines.append("END:VCALENDAR")
        return Case(self.name, self.zone, self.monday, "".join(map(folded, self.lines)))

    def vtimezone(self, zone):
        _, *halves = ZONES[zone]
        self.lines += ["BEGIN:VTIMEZONE", f"TZID:{self.tzid(zone)}"]
        offsets = [half.split()[0] for half in halves]
        for kind, half, before in zip(["STANDARD", "DAYLIGHT"], halves, reversed(offsets)):
            offset, first, month, day = half.split()
            self.lines += [f"BEGIN:{kind}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{offset}", f"DTSTART:{first}"]
            self.lines += [f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={day}", f"END:{kind}"]
        self.lines.append("END:VTIMEZONE")

    def tzid(self, zone):
        return ZONES[zone][0] if self.outlook else zone

    def at(self, name, moment, zone=None):
        """A property with a moment of a zone, of none, or a date."""
        if not isinstance(moment, datetime):
            return f"{name};VALUE=DATE:{stamp(moment)}"
        return f"{name};TZID={self.tzid(zone)}:{stamp(moment)}" if zone else f"{name}:{stamp(moment)}"

    def event(self, start, length, zone=None, *more, utc="", uid=None):
        """An event; some are free, some called off, some say how long they last instead of when they end."""
        self.events += 1
        uid = uid or f"{self.name}-{self.events}@busy.invalid"
        self.lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20260101T000000Z",
            self.at("DTSTART", start, zone) + utc,
        ]
        # By RFC 5545 a duration of hours is exact; most programs count it on the wall. Not where the two differ.
        even = isinstance(start, datetime) and (not zone or offset(start, zone) == offset(start + length, zone))
        if even and self.random.random() < 0.4:
            self.lines.append(f"DURATION:PT{length // timedelta(minutes=1)}M")
        else:
            self.lines.append(self.at("DTEND", start + length, zone) + utc)
        if not any(line.startswith(("TRANSP", "STATUS")) for line in more):
            luck = self.random.random()
            kind = "TRANSP:TRANSPARENT" if luck < 0.12 else "STATUS:CANCELLED" if luck < 0.24 else "TRANSP:OPAQUE"
            more = [*more, *([] if luck > 0.7 else [kind])]
        self.lines += [f"SUMMARY:Something\\, or {'a thing with a long name ' * self.random.randrange(5)}", *more]
        if self.random.random() < 0.3:
            # A reminder has a duration and a description of its own.
            self.lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:soon", "TRIGGER:-PT15M"]
            self.lines += ["DURATION:PT5M", "REPEAT:1", "END:VALARM"]
        self.lines.append("END:VEVENT")
        return uid

    def any_zone(self):
        return self.random.choice([self.zone, self.zone, *ZONES])

    def moment(self, day):
        """A time away from the hours in which any zone changes its clock: what repeats there is not the same to all."""
        minutes = self.random.randrange(6 * 60, 22 * 60, 15)
        return datetime.combine(day, time()) + timedelta(minutes=minutes)

    def length(self):
        return timedelta(minutes=self.random.choice([15, 30, 45, 60, 90, 120, 200]))

    def day(self):
        return self.monday + timedelta(days=self.random.randrange(7))

    def once(self):
        for _ in range(3):
            self.event(self.moment(self.day()), self.length(), self.any_zone())
        # Over midnight, and over several days.
        self.event(self.moment(self.day()), timedelta(hours=self.random.choice([9, 30, 50])), self.any_zone())

    def in_utc(self):
        for _ in range(3):
            self.event(self.moment(self.day()), self.length(), utc="Z")
        start = self.moment(self.day() - timedelta(weeks=self.random.randrange(1, 9)))
        self.event(start, self.length(), None, "RRULE:FREQ=WEEKLY", utc="Z")

    def floating(self):
        self.event(self.moment(self.day()), self.length())

    def whole_days(self):
        self.event(self.day(), timedelta(days=self.random.choice([1, 1, 2])), None, "TRANSP:TRANSPARENT")
        self.event(self.day(), timedelta(days=self.random.choice([1, 2])))

    def over_the_change(self):
        """From Saturday night till after the change on Sunday, and in UTC in and about the hour that comes twice."""
        saturday, sunday = self.monday + timedelta(days=5), self.monday + timedelta(days=6)
        self.event(datetime.combine(saturday, time(23)), timedelta(hours=self.random.choice([2, 6, 8])), self.zone)
        change = datetime.combine(sunday, time(self.random.choice([1, 3])), ZoneInfo(self.zone)).astimezone(
            timezone.utc
        )
        change += timedelta(minutes=self.random.randrange(-60, 60, 15))
        self.event(change.replace(tzinfo=None), timedelta(minutes=self.random.choice([15, 45, 90])), utc="Z")

    def series(self, start, zone, rule, step, all_day=False):
        """A series with an end or none, days left out, and single days moved, called off or free."""
        length = timedelta(days=1) if all_day else self.length()
        luck, more, times = self.random.random(), [], 400
        if luck < 0.6:
            times = self.random.randrange(1, 40)
            last = start + step * (times - 1)
            in_utc = zone and not all_day and last.replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)
            until = f"{stamp(in_utc)}Z" if in_utc else stamp(last)
            rule += f";COUNT={times}" if luck < 0.3 else f";UNTIL={until}"
        # The days of so plain a rule are known, and so which of them fall into the week.
        day = (lambda moment: moment) if all_day else datetime.date
        near = [start + step * n for n in range(times) if 0 <= (day(start + step * n) - self.monday).days < 7]
        self.random.shuffle(near)
        if near and self.random.random() < 0.5:
            more.append(self.at("EXDATE", near.pop(), zone))
        more += ["TRANSP:OPAQUE"] if self.random.random() < 0.7 else []
        uid = self.event(start, length, zone, f"RRULE:{rule}", *more)
        if near and self.random.random() < 0.6:
            original = near.pop()
            moved = original + timedelta(days=self.random.choice([-8, -1, 0, 1, 8]))
            moved += timedelta(0) if all_day else timedelta(minutes=self.random.choice([0, 30, 45]))
            how = self.random.choice(["TRANSP:OPAQUE", "TRANSP:OPAQUE", "STATUS:CANCELLED", "TRANSP:TRANSPARENT"])
            self.event(moved, length, zone, self.at("RECURRENCE-ID", original, zone), how, uid=uid)

    def weekly(self):
        # Begun in another half of the year, when the clocks of the zones stood otherwise to one another.
        for _ in range(2):
            interval = self.random.choice([1, 1, 2, 3])
            start = self.moment(self.day() - timedelta(weeks=interval * self.random.randrange(0, 14)))
            self.series(start, self.any_zone(), f"FREQ=WEEKLY;INTERVAL={interval}", timedelta(weeks=interval))
        start = self.moment(self.monday - timedelta(weeks=self.random.randrange(8)))
        days = ",".join(sorted({"MO", *self.random.sample(DAYS, 3)}, key=DAYS.index))
        self.event(start, self.length(), self.any_zone(), f"RRULE:FREQ=WEEKLY;WKST=MO;BYDAY={days}")

    def daily(self):
        interval = self.random.choice([1, 2, 3])
        start = self.moment(self.day() - timedelta(days=interval * self.random.randrange(0, 30)))
        zone = self.random.choice([self.any_zone(), None])
        self.series(start, zone, f"FREQ=DAILY;INTERVAL={interval}", timedelta(days=interval))

    def monthly(self):
        day = self.day()
        last = (day + timedelta(weeks=1)).month != day.month
        nth = -1 if last else (day.day + 6) // 7
        start = self.moment(day)
        for _ in range(self.random.randrange(6)):
            start = earlier(start, nth)
        self.event(start, self.length(), self.any_zone(), f"RRULE:FREQ=MONTHLY;BYDAY={nth}{DAYS[day.weekday()]}")
        # The last working day.
        first = self.moment(date(2025, 10, 31))
        self.event(first, self.length(), self.zone, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")

    def yearly(self):
        day = self.day()
        born = day.replace(year=day.year - self.random.randrange(1, 30))
        free = self.random.choice(["TRANSP:OPAQUE", "TRANSP:TRANSPARENT"])
        self.event(born, timedelta(days=1), None, "RRULE:FREQ=YEARLY", free)
        self.series(self.day() - timedelta(weeks=4), None, "FREQ=WEEKLY;INTERVAL=2", timedelta(weeks=2), all_day=True)

    def todo(self):
        """What is no event takes no time."""
        self.lines += ["BEGIN:VTODO", f"UID:{self.name}-todo@busy.invalid", "DTSTAMP:20260101T000000Z"]
        self.lines += [self.at("DTSTART", self.moment(self.day())), "DURATION:PT8H", "SUMMARY:tidy up", "END:VTODO"]


def offset(moment, zone):
    return moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def earlier(moment, nth):
    """The nth such weekday of the month before."""
    found = moment
    while True:
        found -= timedelta(weeks=1)
        count = -1 if (found + timedelta(weeks=1)).month != found.month else (found.day + 6) // 7
        if count == nth or (nth > 0 and (found.day + 6) // 7 == nth):
            return found


def folded(line):
    """A line of ASCII, folded."""
    parts = [line[:75], *(line[at : at + 74] for at in range(75, len(line), 74))]
    return "\r\n ".join(parts) + "\r\n"


if __name__ == "__main__":
    from referee import expected_busy

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases():
        (folder / f"{case.name}.ics").write_text(case.text, encoding="utf-8", newline="")
        busy = expected_busy(case.text, case.monday, case.zone)
        about = {"zone": case.zone, "monday": case.monday.isoformat(), "busy": busy}
        (folder / f"{case.name}.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
