"""Files for a watch in readers of others: Garmin's own for Python and for JavaScript, and two more. Each reads every session
of every example without an error; steps, repeats and numbers of exercises are those of the session's JSON."""

import json
import subprocess
import sys
from pathlib import Path

from garmin_fit_sdk import Decoder, Profile, Stream
from weeks import HERE, NOW, WEEKS, document, fail, profiles, runplan

temp = Path(sys.argv[1])
npm = Path(sys.argv[2]) if len(sys.argv) > 2 else None
EXERCISES = {exercise["id"]: exercise for exercise in json.loads(runplan("exercises", "--format", "json").stdout)}
# Names of the ids in the profile: `exercise_category` 28 is `squat`, and 28's exercises are `squat_exercise_name`.
CATEGORIES = Profile["types"]["exercise_category"]


def names(category):
    return Profile["types"].get(f"{category}_exercise_name", {})


def known():
    """Every exercise with ids is in the profile under the name that the catalogue gives it."""
    count = 0
    for exercise in EXERCISES.values():
        fit = exercise["fit"]
        if not fit:
            continue
        category, name = fit["category_id"], fit["name_id"]
        there = [key for key, value in CATEGORIES.items() if value == fit["category"]]
        if [str(category)] != [str(key) for key in there]:
            fail("fit", f"{exercise['id']}: category {category} is not {fit['category']}: {there}")
        found = {int(key): value for key, value in names(fit["category"]).items()}
        if found.get(name) != fit["name"]:
            fail("fit", f"{exercise['id']}: {fit['category']} {name} is {found.get(name)}, not {fit['name']}")
        count += 1
    return count


def read(path):
    stream = Stream.from_file(str(path))
    decoder = Decoder(stream)
    if not decoder.is_fit() or not decoder.check_integrity():
        fail("fit", f"{path.name}: not whole")
    messages, errors = Decoder(Stream.from_file(str(path))).read(
        convert_types_to_strings=False, expand_sub_fields=False, merge_heart_rates=False
    )
    if errors:
        fail("fit", f"{path.name}: {errors}")
    return messages


def done(steps):
    """What is done one after the other, repeats done: (category, name, amount); rests are (None, None, ms)."""
    out, starts = [], []
    for step in steps:
        starts.append(len(out))
        if step["duration_type"] == 6:
            start, times = starts[step["duration_value"]], step["target_value"]
            if times < 2 or start == len(out):
                fail("fit", f"a repeat of {times} from {step['duration_value']}")
            out += out[start:] * (times - 1)
        else:
            out.append((step.get("exercise_category"), step.get("exercise_name"), step["duration_value"], step["intensity"]))
    return out


def wanted(session):
    """The same from the JSON, without rests."""
    out = []
    for block in session["blocks"]:
        rounds = block["rounds"] or 1
        for number in range(rounds):
            for exercise in block["exercises"]:
                fit = EXERCISES[exercise["id"]]["fit"]
                category, name = (fit["category_id"], fit["name_id"]) if fit else (65534, None)
                sides = 2 if exercise["per_side"] else 1
                amount = exercise["seconds"] * sides * 1000 if exercise["reps"] is None else exercise["reps"]
                if number < exercise["sets"]:
                    out += [(category, name, amount)] * (1 if block["rounds"] else exercise["sets"])
    return out


def ours(path, session):
    messages = read(path)
    head, steps = messages["workout_mesgs"][0], messages["workout_step_mesgs"]
    if head["num_valid_steps"] != len(steps) or [step["message_index"] for step in steps] != list(range(len(steps))):
        fail("fit", f"{path.name}: {head['num_valid_steps']} steps said, {len(steps)} there")
    if messages["file_id_mesgs"][0]["type"] != 5:
        fail("fit", f"{path.name}: no workout")
    ramp_up = sum(exercise["ramp_up_sets"] for block in session["blocks"] for exercise in block["exercises"])
    sets = [step[:3] for step in done(steps) if step[3] != 1]
    if ramp_up == 0 and sets != wanted(session) or len(sets) != len(wanted(session)) + ramp_up:
        fail("fit", f"{path.name}:\n{sets}\n{wanted(session)}")
    return len(steps), [step.get("wkt_step_name") for step in steps]


known_exercises = known()
files, counts = [], {}
for profile in profiles():
    for week in WEEKS:
        folder = temp / "fit" / f"{profile.stem}-{week}"
        folder.parent.mkdir(exist_ok=True)
        flags = ["week", "-p", profile, "-w", week, "--now", NOW]
        runplan(*flags, "-o", f"{folder}/")
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        runplan(*flags, "-o", f"{folder}/")
        if before != {path.name: path.read_bytes() for path in folder.iterdir()}:
            fail("fit", f"{folder.name}: written again it is another")
        sessions = {
            f"{day['date']}-{session['kind']}.fit": session
            for day in document(profile, week)["days"]
            for session in day["sessions"]
            if session.get("blocks")
        }
        if sessions.keys() != before.keys():
            fail("fit", f"{folder.name}: {sorted(before)} for {sorted(sessions)}")
        for name, session in sessions.items():
            counts[str(folder / name)] = ours(folder / name, session)
            files.append(folder / name)
if len(files) < 100:
    fail("fit", f"only {len(files)} files")
readers = ["garmin-fit-sdk"]

try:
    from fit_tool.fit_file import FitFile
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
except ImportError:
    pass
else:
    for path in files:
        steps = [record.message for record in FitFile.from_file(str(path)).records if isinstance(record.message, WorkoutStepMessage)]
        if len(steps) != counts[str(path)][0]:
            fail("fit", f"fit-tool: {path.name}: {len(steps)} steps")
    readers.append("fit-tool")

if npm:
    listed = temp / "fit/files.json"
    listed.write_text(json.dumps([str(path) for path in files]))
    ran = subprocess.run(["node", HERE / "fit.mjs", npm, listed], capture_output=True, text=True, timeout=300)
    if ran.returncode:
        fail("fit", ran.stderr)
    for name, steps in json.loads(ran.stdout).items():
        for path in files:
            if steps[str(path)] != counts[str(path)][0]:
                fail("fit", f"{name}: {path.name}: {steps[str(path)]} steps, not {counts[str(path)][0]}")
        readers.append(name)
print(f"ok fit: {len(files)} sessions in {', '.join(readers)}; {known_exercises} exercises are in the profile")
