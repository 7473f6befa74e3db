"""When a calendar leaves no time, by `recurring-ical-events`."""

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

MINUTE = timedelta(minutes=1)


def expected_busy(ics_text, week_start_monday, tz):
    """Of each day of the week (a date as ISO text) the merged busy stretches, in minutes of the clock on the wall.

    A minute of a day is busy if an event stands on any moment at which the clock shows it; so the hour that comes twice
    is busy if either is, and the hour that a change skips counts as busy if the minutes before and after are. Called-off
    and transparent events take no time; an opaque event of whole days takes these days; times without a zone are the
    runner's.
    """
    zone = ZoneInfo(tz)
    taken = list(spans(Calendar.from_ical(ics_text), week_start_monday, zone))
    busy = {}
    for day in (week_start_monday + timedelta(days=n) for n in range(7)):
        minutes, moment, end = set(), midnight(day, zone), midnight(day + timedelta(days=1), zone)
        today = [(start, till) for start, till in taken if start < end and till > moment]
        while moment < end:
            if any(start <= moment < till for start, till in today):
                minutes.add(on_the_wall(moment, zone))
            moment += MINUTE
        busy[day.isoformat()] = merged(minutes, day, tz)
    return busy


def canonical(stretches, day, tz):
    """Stretches of a day as `expected_busy` gives them: a skipped hour is told the same way, whoever tells of it."""
    return merged({minute for start, end in stretches for minute in range(start, end)}, day, tz)


def merged(minutes, day, tz):
    zone = ZoneInfo(tz)
    shown, moment, end = set(), midnight(day, zone), midnight(day + timedelta(days=1), zone)
    while moment < end:
        shown.add(on_the_wall(moment, zone))
        moment += MINUTE
    skipped = sorted(set(range(24 * 60)) - shown)
    minutes = set(minutes) & shown
    if skipped and {skipped[0] - 1, skipped[-1] + 1} <= minutes:
        minutes |= set(skipped)
    stretches = []
    for minute in sorted(minutes):
        if stretches and stretches[-1][1] == minute:
            stretches[-1][1] += 1
        else:
            stretches.append([minute, minute + 1])
    return [tuple(stretch) for stretch in stretches]


def spans(calendar, monday, zone):
    """Start and end of every event that takes time, in UTC."""
    margin = timedelta(days=2)
    found = recurring_ical_events.of(calendar).between(
        midnight(monday - margin, zone), midnight(monday + timedelta(days=7) + margin, zone)
    )
    for event in found:
        if event.get("status") == "CANCELLED" or event.get("transp") == "TRANSPARENT":
            continue
        start, end = (
            moment if isinstance(moment, datetime) else datetime.combine(moment, time())
            for moment in (event["dtstart"].dt, event["dtend"].dt)
        )
        yield tuple((m if m.tzinfo else m.replace(tzinfo=zone)).astimezone(timezone.utc) for m in (start, end))


def midnight(day, zone):
    return datetime.combine(day, time(), zone).astimezone(timezone.utc)


def on_the_wall(moment, zone):
    shown = moment.astimezone(zone)
    return shown.hour * 60 + shown.minute
