"""Radicale takes each week as a calendar, and gives the same events back: all, and those of a week when asked."""

import sys
from datetime import date, timedelta
from pathlib import Path

from caldav import Server, read
from weeks import WEEKS, document, expected, export, profiles, same

files = events = 0
with Server(Path(sys.argv[1]) / "radicale") as server:
    for profile in profiles():
        for week in WEEKS:
            what, collection = f"{profile.name} {week}", f"{profile.stem}-{week}"
            text, planned = export(profile, week, "ics"), document(profile, week)
            server.put(f"{collection}/", text)
            back = read(server.ask("GET", f"{collection}/"))
            same("radicale", f"{what}, UIDs and all", back, read(text))
            want = expected(planned)
            same("radicale", f"{what}, against the JSON", [event for _, event, _ in back], want)
            # Times without a zone are asked for with a margin: the server may take them for any zone.
            first, last = (
                date.fromisoformat(planned["days"][0]["date"]),
                date.fromisoformat(planned["days"][6]["date"]),
            )
            span = [f"{day:%Y%m%d}" for day in (first - timedelta(days=1), last + timedelta(days=2))]
            same("radicale", f"{what}, by time", [event for _, event, _ in server.query(collection, *span)], want)
            files, events = files + 1, events + len(want)
print(f"ok radicale: {files} files, {events} events")
