"""The example for Spark gives each runner of a population the answer of one `runplan batch`, under its id; broken lines
are answers too, a task that fails is tried again, and a program that always fails fails the job."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from weeks import HERE, fail

ROOT = HERE.parent.parent
COUNT = 100_000
PARTS = 4
WEEK = "2026-W48"
BRIEF = ("--detail", "brief")
ROW = re.compile(rb'\{"id":"r(\d+)","answer":(\{"schema":"runplan\.(\w+)/1".*\})\}\n', re.DOTALL)
# Each of the first tries goes wrong in another way.
FLAKY = """\
#!/bin/sh
for try in 1 2 3 4 5; do mkdir '{tries}'/$try 2>/dev/null && break; done
case $try in
  1) '{runplan}' "$@" | head -n 20; kill -9 $$ ;;
  2) exit 2 ;;
  3) '{runplan}' "$@"; exit 3 ;;
  4) '{runplan}' "$@" | head -n 20 ;;
  *) exec '{runplan}' "$@" ;;
esac
"""
# Exit codes, and answers until then.
WRONG = ((-9, 20), (2, 0), (3, COUNT // PARTS), (0, 20))


def spark(master, runners, answers, *options, program=os.environ["RUNPLAN"]):
    """Runs the example on this machine alone."""
    settings = ("spark.ui.enabled=false", f"spark.sql.files.minPartitionNum={PARTS}")
    command = [Path(sys.executable).with_name("spark-submit"), "--master", master, "--driver-memory", "512m"]
    # For a short run the quick compiler.
    command += ["--driver-java-options", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"]
    command += [word for setting in settings for word in ("--conf", setting)]
    command += [ROOT / "examples/spark/plan_weeks.py", runners, answers, WEEK, *options]
    here = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": folder, "TMPDIR": folder}
    env = {**os.environ, "PYSPARK_PYTHON": sys.executable, "RUNPLAN": program, **here}
    env = {name: str(value) for name, value in env.items()}
    return subprocess.run(list(map(str, command)), env=env, capture_output=True, text=True, encoding="utf-8")


def digest(answer):
    """Of an answer; the line of an error is counted where it was planned."""
    return hashlib.sha256(re.sub(rb'^(\{"schema":"runplan\.error/1","line":)\d+', rb"\g<1>0", answer)).digest()


def compared(folder, want):
    """Holds all answers against those that are wanted, by id; how many are of each kind, and in how many parts."""
    kinds, seen, parts = Counter(), set(), [part for part in folder.glob("part-*") if part.stat().st_size]
    for part in parts:
        for line in part.open("rb"):
            row = ROW.fullmatch(line)
            if not row:
                fail("spark", f"not a row: {line[:200]}")
            runner, answer, kind = int(row[1]), row[2], row[3].decode()
            if runner in seen or runner >= len(want):
                fail("spark", f"r{runner} is there {'twice' if runner in seen else 'for nobody'}")
            if want[runner] != digest(answer):
                fail("spark", f"r{runner} has another answer than in one batch: {answer[:300]}")
            seen.add(runner)
            kinds[kind] += 1
            kinds["not JSON"] += b'"message":"this is not JSON' in answer
    if len(seen) < len(want):
        fail("spark", f"{len(want) - len(seen)} of {len(want)} are lost: {sorted({*range(len(want))} - seen)[:5]}")
    return kinds, len(parts)


def row(number, line):
    """A row of the data set: a profile as an object, as its text or as a text of many lines; a broken one as text."""
    profile = json.dumps(line)
    try:
        read = json.loads(line)
        profile = (line, profile, json.dumps(json.dumps(read, indent=2)))[number % 3]
    except json.JSONDecodeError:
        pass
    return f'{{"id":"r{number}","profile":{profile}}}\n'


folder = Path(sys.argv[1]) / "spark"
runners, tries = folder / "runners", folder / "tries"
for path in (folder, runners, tries):
    path.mkdir()
population = folder / "population.ndjson"
with population.open("wb") as out:
    subprocess.run([sys.argv[2], str(COUNT)], stdout=out, check=True)
files = [(runners / f"{part}.ndjson").open("w", encoding="utf-8") for part in range(PARTS)]
for number, line in enumerate(population.open(encoding="utf-8")):
    files[number % PARTS].write(row(number, line.rstrip("\n")))
for file in files:
    file.close()

batch = [os.environ["RUNPLAN"], "batch", "--week", WEEK, *BRIEF, str(population)]
with subprocess.Popen(batch, stdout=subprocess.PIPE) as once:
    want = [digest(answer.rstrip(b"\n")) for answer in once.stdout]
if once.returncode != 1 or len(want) != COUNT:
    fail("spark", f"one batch: exit {once.returncode}, {len(want)} answers")

flaky = folder / "flaky"
flaky.write_text(FLAKY.format(tries=tries, runplan=os.environ["RUNPLAN"]), encoding="utf-8")
flaky.chmod(0o755)
ran = spark("local[2,5]", runners, folder / "answers", *BRIEF, program=flaky)
if ran.returncode != 0:
    fail("spark", f"exit {ran.returncode}: {ran.stderr[-2000:]}")
kinds, parts = compared(folder / "answers", want)
if parts != PARTS or not all(COUNT / 500 < kinds[kind] for kind in ("week", "refusal", "error", "not JSON")):
    fail("spark", f"too little to tell: {parts} parts, {dict(kinds)}")
for code, answers in WRONG:
    if f"runplan ended with {code} after {answers} of {COUNT // PARTS} answers" not in ran.stderr:
        fail("spark", f"a task that ends with {code} after {answers} answers does not fail")

failed = spark("local[2]", runners, folder / "failed", "--set", "no.such.key=1")
if failed.returncode == 0 or (folder / "failed" / "_SUCCESS").exists():
    fail("spark", "a program that always fails does not fail the job")
if f"runplan ended with 2 after 0 of {COUNT // PARTS} answers" not in failed.stderr:
    fail("spark", f"the job that failed does not say why: {failed.stderr[-2000:]}")
told = f"{kinds['week']} weeks, {kinds['refusal']} refusals, {kinds['error']} errors ({kinds['not JSON']} not JSON)"
print(f"ok spark: {COUNT} runners in {parts} parts, {len(WRONG)} tasks failed and tried again: {told}")
