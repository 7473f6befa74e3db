"""The cookbook of the examples' page does what it shows: its commands run in order, in a copy of the examples, and print
what stands below them; its crontab lines are well formed and run with cron's bare environment. `--rewrite` writes what
they print into the page."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from weeks import fail

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "examples/README.md"
# Who lacks one of these skips the recipes that name it.
TOOLS = "jq parallel git curl check-jsonschema".split()
END = "\x1e"


def free_port():
    with socket.socket() as server:
        server.bind(("localhost", 0))
        return str(server.getsockname()[1])


def shell(commands):
    """What each command prints, in one shell, so that `cd` and `$!` hold for those that follow."""
    script = "".join(f"{command}\nprintf '{END}'\n" for command in commands).replace("8000", port)
    # A pipe would wait for what still runs in the background.
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120
    )
    # A calendar's line ends look like others on a terminal.
    printed = done.stdout.decode().replace("\r\n", "\n").split(END)
    if len(printed) != len(commands) + 1:
        fail("cookbook", f"{commands}: ends early\n{done.stdout.decode()}")
    return [text if not text or text.endswith("\n") else text + "\n" for text in printed[:-1]]


def recipe(block):
    """A block as it should stand: its commands, each with what it prints below it."""
    commands = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        elif line.startswith("> ") and commands:
            commands[-1] += "\n" + line[2:]
    shown = ["$ " + command.replace("\n", "\n> ") + "\n" for command in commands]
    return "".join(command + output for command, output in zip(shown, shell(commands)))


def crontab(block):
    """Each line in the environment that cron gives it, with a profile where it says."""
    home = folder / "home"
    (home / ".config/runplan").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "examples/beginner.toml", home / ".config/runplan/profile.toml")
    lines = [line for line in block.splitlines() if not re.match(r"#|\w+=", line)]
    for line in lines:
        *when, command = line.split(maxsplit=5)
        for field, most in zip(when, (59, 23, 31, 12, 7)):
            if field != "*" and not (field.isdigit() and int(field) <= most):
                fail("cookbook", f"crontab: {field} in {line!r}")
        if len(when) != 5 or "%" in command:
            fail("cookbook", f"crontab: {line!r}")
        bare = {"HOME": str(home), "PATH": environment["PATH"], "SHELL": "/bin/sh", "LOGNAME": "maya"}
        done = subprocess.run(["/bin/sh", "-c", command], cwd=home, env=bare, capture_output=True, timeout=60)
        if done.returncode or not (done.stdout or (home / "week.ics").is_file()):
            fail("cookbook", f"crontab: {command}: {done.returncode}\n{done.stderr.decode()}")
    return len(lines)


folder = Path(sys.argv[1]) / "cookbook"
folder.mkdir()
shutil.copytree(ROOT / "examples", folder / "examples")
bin_folder = folder / "bin"
bin_folder.mkdir()
(bin_folder / "runplan").symlink_to(os.environ["RUNPLAN"])
venv = Path(sys.executable).parent
port = free_port()
environment = {
    **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "RUNPLAN"))},
    "PATH": f"{bin_folder}:{venv}:{os.environ['PATH']}",
    "XDG_CONFIG_HOME": "/nonexistent",
    "HOME": str(folder),
    "COLUMNS": "80",
    "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "user.name",
    "GIT_CONFIG_VALUE_0": "Maya",
    "GIT_CONFIG_KEY_1": "user.email",
    "GIT_CONFIG_VALUE_1": "maya@example.org",
    "GIT_CONFIG_KEY_2": "init.defaultBranch",
    "GIT_CONFIG_VALUE_2": "main",
}
missing = [tool for tool in TOOLS if not shutil.which(tool, path=environment["PATH"])]

page = PAGE.read_text(encoding="utf-8")
start = page.index("\n## Cookbook\n")
part = page[start : page.index("\n## ", start + 1)]
made, run, skipped, lines = part, 0, [], 0
for language, name, block in re.findall(r"^```([\w,]+) ?(\S*)\n(.*?)^```$", part, re.S | re.M):
    if language == "crontab":
        lines += crontab(block)
    elif name:
        (folder / name).write_text(block, encoding="utf-8")
    elif language == "console,ignore":
        lacking = [tool for tool in missing if re.search(rf"\b{tool}\b", block)]
        if lacking:
            skipped.append(", ".join(lacking))
            continue
        now = recipe(block)
        run += 1
        if now != block and "--rewrite" not in sys.argv:
            fail("cookbook", f"the page shows\n{block}\nand it prints\n{now}")
        made = made.replace(block, now)
if "--rewrite" in sys.argv:
    PAGE.write_text(page.replace(part, made), encoding="utf-8")
if run + len(skipped) < 8 or lines < 3:
    fail("cookbook", f"only {run} recipes and {lines} lines of a crontab were found")
without = f", {len(skipped)} skipped without {'; '.join(skipped)}" if skipped else ""
print(f"ok cookbook: {run} recipes print what the page shows, {lines} lines of a crontab run{without}")
