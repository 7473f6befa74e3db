"""The events for intervals.icu at a stand-in for its calendar, which keeps events by their identity as its bulk call does: sent
twice each stands once, and after a day was planned again only what was touched has changed. Sent by the cookbook's script."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from weeks import WEEKS, document, export, fail, profiles, runplan

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-key-of-the-runner"
FIELDS = {"external_id", "category", "type", "name", "start_date_local", "moving_time", "description"}
calendar, calls = {}, []


class Site(BaseHTTPRequestHandler):
    def answer(self, code, body):
        text = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def body(self):
        calls.append((self.command, self.path))
        login = base64.b64encode(f"API_KEY:{KEY}".encode()).decode()
        text = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Basic {login}" or self.headers["Content-Type"] != "application/json":
            return None
        return json.loads(text)

    def do_POST(self):
        events = self.body()
        if events is None or self.path != "/api/v1/athlete/0/events/bulk?upsert=true":
            return self.answer(403, {})
        for event in events:
            calendar[event["external_id"]] = event
        self.answer(200, events)

    def do_PUT(self):
        events = self.body()
        if events is None or self.path != "/api/v1/athlete/0/events/bulk-delete":
            return self.answer(403, {})
        for event in events:
            calendar.pop(event["external_id"], None)
        self.answer(200, len(events))

    def log_message(self, *_):
        pass


def send(folder, *files):
    done = subprocess.run(
        ["sh", folder / "send", *files],
        cwd=folder,
        env={**os.environ, "KEY": KEY, "INTERVALS": f"http://localhost:{site.server_port}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode:
        fail("intervals", f"the script ends with {done.returncode}: {done.stderr}")


def held(events, week):
    """The events are the sessions of the week."""
    sessions = {f"runplan/{session['id']}": (day, session) for day in week["days"] for session in day["sessions"]}
    if events.keys() != sessions.keys():
        fail("intervals", f"{sorted(events.keys() ^ sessions.keys())}")
    for identity, (day, session) in sessions.items():
        event = events[identity]
        if event.keys() != FIELDS or event["moving_time"] != session["minutes"] * 60:
            fail("intervals", f"{event}")
        start = event["start_date_local"]
        if not start.startswith(day["date"]) or (session["start"] or "00:00") != start[11:16]:
            fail("intervals", f"{start} for {day['date']} {session['start']}")


site = HTTPServer(("localhost", 0), Site)
threading.Thread(target=site.serve_forever, daemon=True).start()
folder = Path(sys.argv[1]) / "intervals"
folder.mkdir()
page = (ROOT / "examples/README.md").read_text(encoding="utf-8")
(folder / "send").write_text(re.search(r"^```sh send\n(.*?)^```$", page, re.S | re.M)[1])
tools = all(shutil.which(tool) for tool in ("curl", "jq"))
checked = 0
for profile in profiles():
    for week in WEEKS:
        events = {event["external_id"]: event for event in json.loads(export(profile, week, "intervals"))}
        held(events, document(profile, week))
        checked += 1

if tools:
    who = ROOT / "examples/marathoner.toml"
    flags = ["--profile", who, "--week", "2026-W48"]
    runplan("week", *flags, "-o", folder / "old.intervals.json")
    old = {event["external_id"]: event for event in json.loads((folder / "old.intervals.json").read_text())}
    send(folder, "old.intervals.json")
    if calendar != old:
        fail("intervals", f"sent once: {calendar}")
    send(folder, "old.intervals.json")
    if calendar != old:
        fail("intervals", "sent twice it is another calendar")
    lost = ["--profile", who, "--now", "2026-11-24T21:00", "--block", "wed"]
    runplan("replan", *lost, "-o", folder / "new.intervals.json")
    again = json.loads(runplan("replan", *lost, "--format", "json").stdout)
    send(folder, "new.intervals.json", "old.intervals.json")
    new = {event["external_id"]: event for event in json.loads((folder / "new.intervals.json").read_text())}
    if calendar != new:
        fail("intervals", f"after a replan: {calendar.keys() ^ new.keys()}")
    changed = {identity for identity in old.keys() | new.keys() if old.get(identity) != new.get(identity)}
    touched = {f"runplan/{touched['id']}" for touched in again["touched"]}
    # Mobility goes with what it stands beside, and is not told of.
    if not touched or not touched <= changed or any("/mobility/" not in identity for identity in changed - touched):
        fail("intervals", f"changed {sorted(changed)}, touched {sorted(touched)}")
print(f"ok intervals: {checked} weeks are the sessions of their JSON" + (f"; sent twice each event once, after a replan {len(changed)} of {len(new)} changed" if tools else "; not sent without curl and jq"))
