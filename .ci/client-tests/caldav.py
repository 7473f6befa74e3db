"""A Radicale on a free port of this machine, and the few CalDAV requests that a calendar client makes."""

import base64
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as xml
from urllib.parse import quote

from icalendar import Calendar

from weeks import Event, fail, iso

# Anyone may come in under any name: it listens on loopback only.
CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}/collections
[logging]
level = warning
"""
EVENTS_OF = """\
<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
<d:prop><c:calendar-data/></d:prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
<c:time-range start="{start}T000000Z" end="{end}T000000Z"/>
</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""
DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"


class Server:
    """A running server; a `with` ends it."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = folder / "config"
        config.write_text(CONFIG.format(port=self.port, folder=folder), encoding="utf-8")
        self.log = (folder / "log").open("w")
        command = [sys.executable, "-m", "radicale", "--config", str(config)]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)

    def __enter__(self):
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.1)
        fail("radicale", "it does not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()

    def ask(self, method, path, body="", **headers):
        """A request that must succeed; gives the answer's text."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/runner/{path}", body.encode(), method=method)
        request.add_header("Authorization", "Basic " + base64.b64encode(b"runner:").decode())
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            fail("radicale", f"{method} {path}: {error.code} {error.read().decode(errors='replace')[:300]}")

    def put(self, path, text):
        self.ask("PUT", path, text, Content_Type="text/calendar; charset=utf-8")

    def query(self, collection, start, end):
        """What the server finds between two dates (eight digits): as events of `read`."""
        answer = self.ask(
            "REPORT", f"{collection}/", EVENTS_OF.format(start=start, end=end), Depth="1", Content_Type="text/xml"
        )
        return [event for data in xml.fromstring(answer).iter(DATA) for event in read(data.text)]

    def put_each(self, collection, text):
        """Puts every event by itself, under its UID, as a client does that keeps a calendar in step."""
        whole = Calendar.from_ical(text)
        for event in whole.walk("VEVENT"):
            alone = Calendar({"version": "2.0", "prodid": str(whole["prodid"])})
            alone.add_component(event)
            self.put(f"{collection}/{quote(event['uid'])}.ics", alone.to_ical().decode())


def read(text):
    """UID, event and status of each event of a calendar."""
    found = []
    for event in Calendar.from_ical(text).walk("VEVENT"):
        start, end = iso(event["dtstart"].dt), iso(event["dtend"].dt)
        found.append((str(event["uid"]), Event(start, end, str(event["summary"])), str(event["status"])))
    return found
