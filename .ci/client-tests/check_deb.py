"""The Debian package installs to a program that runs, with the manual, completions and licences where Debian looks for
them. Arguments: a folder, the package, and of `man` and `lintian` those that are there."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

from weeks import fail

folder, deb, present = Path(sys.argv[1]) / "deb", sys.argv[2], sys.argv[3:]


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        fail("deb", f"{command[0]}: " + "\n".join((done.stdout + done.stderr).splitlines()[:12]))
    return done.stdout


if os.geteuid() == 0:
    # A root of its own has no C library in its list, and needs none to be installed to.
    (folder / "var/lib/dpkg/info").mkdir(parents=True)
    (folder / "var/lib/dpkg/updates").mkdir()
    (folder / "var/lib/dpkg/status").touch()
    run("dpkg", "--root", folder, "--force-depends", "--install", deb)
    state = run("dpkg-query", "--admindir", folder / "var/lib/dpkg", "-W", "-f", "${db:Status-Abbrev}", "runplan")
    if state.strip() != "ii":
        fail("deb", f"dpkg has it as `{state}`")
else:
    run("dpkg-deb", "-x", deb, folder)
depends = run("dpkg-deb", "-f", deb, "Depends")
if "libc6 (>= 2." not in depends:
    fail("deb", f"it depends on `{depends.strip()}`")
share = folder / "usr/share"
for path in [
    "bash-completion/completions/runplan",
    "zsh/vendor-completions/_runplan",
    "fish/vendor_completions.d/runplan.fish",
    "doc/runplan/copyright",
    "doc/runplan/LICENSE-MIT",
    "doc/runplan/LICENSE-APACHE",
    "doc/runplan/README.md.gz",
    "doc/runplan/examples/README.md.gz",
    "doc/runplan/plans/README.md.gz",
    "doc/runplan/changelog.gz",
    "man/man1/runplan.1.gz",
    "man/man1/runplan-why-not.1.gz",
]:
    if (share / path).stat().st_size == 0:
        fail("deb", f"{path} is empty")
program = folder / "usr/bin/runplan"
for path, shell in [
    ("bash-completion/completions/runplan", "bash"),
    ("zsh/vendor-completions/_runplan", "zsh"),
    ("fish/vendor_completions.d/runplan.fish", "fish"),
]:
    if (share / path).read_text(encoding="utf-8") != run(program, "completions", shell):
        fail("deb", f"{path} is not for {shell}")
week = run(program, "week", "--week", "2026-W48", "--season", "race-prep")
if not ("Race prep" in week and "Week 48" in week):
    fail("deb", f"it plans {week.splitlines()[:3]}")
pages = sorted((share / "man/man1").glob("*.gz"))
for page in pages:
    if b".SH NAME\n" not in gzip.decompress(page.read_bytes()):
        fail("deb", f"{page.name} has no name")
    if "man" in present and page.stem.removesuffix(".1").upper() not in run("man", "-l", page).upper():
        fail("deb", f"man does not show {page.name}")
if "man" in present and "RUNPLAN-WEEK(1)" not in run("man", "-M", share / "man", "runplan-week"):
    fail("deb", "man does not find runplan-week")
if "lintian" in present:
    run("lintian", "--allow-root", "--fail-on", "error", deb)
size = os.path.getsize(deb) / 1e6
print(f"ok deb: {size:.1f} MB, {len(pages)} pages{', lintian without errors' if 'lintian' in present else ''}")
