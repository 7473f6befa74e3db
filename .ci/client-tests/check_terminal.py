"""In a real terminal: each stream is judged by itself, text is as wide as the window, and Ctrl-C in the questions of `init`
ends them without a file and with the terminal as it was."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from weeks import EXAMPLES, fail

folder = Path(sys.argv[1]) / "terminal"
folder.mkdir()
PROGRAM = os.environ["RUNPLAN"]
WEEK = [PROGRAM, "week", "--week", "2026-W48", "--profile", EXAMPLES[0]]
WRONG = [PROGRAM, "week", "--set", "runs.longg=1"]
ESCAPE = b"\x1b"
CLEAN = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "CLICOLOR_FORCE")}
CLEAN["TERM"] = "xterm-256color"
SECONDS = 20


def resize(terminal, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def until(terminal, wanted, seconds=SECONDS):
    """What a terminal shows until `wanted` is among it, or until it is closed."""
    shown, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and not (wanted and wanted in shown):
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not more:
            break
        shown += more
    return shown


def ran(command, columns=80, **streams):
    """A program with the streams that are not named on a terminal: what that showed, what went beside it, the code."""
    ours, its = pty.openpty()
    resize(ours, columns)
    on = {name: streams.get(name, its) for name in ("stdin", "stdout", "stderr")}
    made = subprocess.Popen(command, cwd=folder, env=CLEAN, start_new_session=True, **on)
    os.close(its)
    shown = until(ours, None)
    beside = made.communicate(timeout=SECONDS)
    os.close(ours)
    return shown, b"".join(out for out in beside if out), made.returncode


PIPE = subprocess.PIPE
# The answer in a pipe, the errors on a terminal, and the other way round.
shown, piped, code = ran(WRONG, stdout=PIPE)
if code != 2 or ESCAPE not in shown or b"runs" not in shown or piped:
    fail("terminal", f"an error beside a piped answer: code {code}, {shown!r}, {piped!r}")
shown, piped, code = ran(WRONG, stderr=PIPE)
if code != 2 or ESCAPE in piped or b"longg" not in piped or shown:
    fail("terminal", f"a piped error beside a terminal: code {code}, {shown!r}, {piped!r}")
shown, piped, code = ran([*WRONG, "--color", "never"], stdout=PIPE)
if ESCAPE in shown:
    fail("terminal", f"--color never on a terminal: {shown!r}")
shown, piped, code = ran(WEEK, stderr=PIPE)
if code != 0 or ESCAPE in shown or b"Sun" not in shown:
    fail("terminal", f"a week on a terminal: code {code}, {shown!r}")

# What is written to a file is told to whoever looks on, and to nobody else.
for streams, told in (({}, b"Wrote week.ics."), ({"stderr": PIPE}, b"")):
    shown, piped, code = ran([*WEEK, "-o", "week.ics"], **streams)
    if code != 0 or shown.strip() != told or piped:
        fail("terminal", f"a week in a file: code {code}, {shown!r}, {piped!r}")
(folder / "week.ics").unlink()

# As wide as the window.
widths = [max(map(len, ran(WEEK, columns)[0].decode().splitlines())) for columns in (80, 40)]
if not (40 < widths[0] <= 80 and widths[1] <= 40):
    fail("terminal", f"lines of {widths} columns in windows of 80 and 40")

# Ctrl-C in the questions.
ours, its = pty.openpty()
resize(ours, 80)
before = termios.tcgetattr(its)


def own_terminal():
    # What runs in the background is started without ears for Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


made = subprocess.Popen([PROGRAM, "init"], cwd=folder, env=CLEAN, stdin=its, stdout=its, stderr=its, preexec_fn=own_terminal)
shown = until(ours, b"?")
os.write(ours, b"\x03")
shown += until(ours, None, 1)
code = made.wait(SECONDS)
if code not in (130, -signal.SIGINT):
    fail("terminal", f"Ctrl-C in the questions ends with {code}: {shown!r}")
left = [path.name for path in folder.iterdir()]
if left:
    fail("terminal", f"Ctrl-C in the questions leaves {left}")
if termios.tcgetattr(its) != before or re.search(rb"\x1b\[\?25l(?!.*\x1b\[\?25h)", shown, re.S):
    fail("terminal", "Ctrl-C in the questions leaves the terminal changed")
print("terminal: streams apart, as wide as the window, whole after Ctrl-C")
