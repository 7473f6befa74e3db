"""The page of every example and week is right for the Nu HTML checker, and has no violation for axe in a real
browser, in light and in dark. Arguments: a folder, the npm folder, the browser (or nothing: then without axe)."""

import subprocess
import sys
from xml.etree import ElementTree
from pathlib import Path

from weeks import WEEKS, export, fail, profiles, runplan

HERE = Path(__file__).parent
folder, npm = Path(sys.argv[1]) / "pages", Path(sys.argv[2])
browser = sys.argv[3] if len(sys.argv) > 3 else None
folder.mkdir()
several = b"--weeks" in runplan("week", "--help").stdout
pages, seen = [], []
for profile in profiles():
    for week, flags in [*((week, []) for week in WEEKS), *([("2026-W48", ["--weeks", "4"])] if several else [])]:
        pages.append(folder / f"{profile.stem}-{week}{'-several' if flags else ''}.html")
        pages[-1].write_text(export(profile, week, "html", *flags), encoding="utf-8", newline="")
        if week == "2026-W48":
            seen.append(pages[-1])
    for day in ("wed", "fri", "sat"):
        pages.append(folder / f"{profile.stem}-{day}.html")
        pages[-1].write_bytes(runplan("session", day, "-p", profile, "-w", "2026-W48", "--format", "html").stdout)
        seen.append(pages[-1])


def run(check, *command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        fail(check, "\n".join((done.stdout + done.stderr).splitlines()[:12]))
    return done.stdout


run("vnu", "java", "-jar", npm / "node_modules/vnu-jar/build/dist/vnu.jar", "--Werror", *pages)
print(f"ok vnu: {len(pages)} pages")
pictures = 0
for profile in profiles():
    root = ElementTree.fromstring(export(profile, "2026-W48", "svg"))
    names = {element.tag.split("}")[1] for element in root}
    if root.tag != "{http://www.w3.org/2000/svg}svg" or not {"title", "desc", "rect", "text"} <= names:
        fail("svg", f"{profile.stem}: {root.tag} with {sorted(names)}")
    pictures += 1
print(f"ok svg: {pictures} pictures are XML, with title and description")
if browser:
    script = npm / "axe.mjs"
    script.write_bytes((HERE / "axe.mjs").read_bytes())
    print(f"ok axe: {run('axe', 'node', script, browser, *seen).strip()}")
