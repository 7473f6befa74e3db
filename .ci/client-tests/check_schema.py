"""The schemas that the program prints are right in other hands: ajv reads them in its strict mode and holds profiles and
answers to them; the TOML server of editors finds nothing wrong with any example, says what is wrong with others, offers
keys and words, and says what they mean. Arguments: a folder, the npm folder."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from weeks import EDGE, EXAMPLES, WEEKS, fail, runplan

HERE = Path(__file__).parent
folder, npm = Path(sys.argv[1]) / "schema", Path(sys.argv[2])
folder.mkdir()
names = ["profile", "season", "week", "refusal", "error"]
for name in names:
    (folder / f"{name}.json").write_bytes(runplan("schema", name).stdout)
script = npm / "schema.mjs"
script.write_bytes((HERE / "schema.mjs").read_bytes())


def node(*args, given=None):
    done = subprocess.run(["node", script, *args], input=given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        fail("schema", "\n".join((done.stdout + done.stderr).splitlines()[:12]))
    return json.loads(done.stdout)


profiles = [*EXAMPLES, EDGE]
lines = [json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str) for path in profiles]
asked = Path(sys.argv[1]) / "profiles.ndjson"
asked.write_text("\n".join([*lines, '{"season": "base"}\n']), encoding="utf-8")
answers = Path(sys.argv[1]) / "answers.ndjson"
done = [
    runplan("batch", "--week", week, "--detail", detail, asked, check=False).stdout
    for week in WEEKS
    for detail in ("full", "brief")
]
answers.write_bytes(b"".join(done))
sound = Path(sys.argv[1]) / "sound.ndjson"
sound.write_text("\n".join(lines), encoding="utf-8")
held = node("ajv", folder, sound, answers)
kinds = {json.loads(line)["schema"] for line in answers.read_text(encoding="utf-8").splitlines()}
if held["wrong"] or kinds != {f"runplan.{name}/1" for name in ("week", "refusal", "error")}:
    fail("ajv", f"{sorted(kinds)} {held['wrong'][:3]}")
print(f"ok ajv: {held['schemas']} schemas in strict mode, {held['lines']} profiles and answers keep them")
wrong = node("ajv", folder, asked)["wrong"]
if len(wrong) != 1:
    fail("ajv", f"a profile without runs is not told from others: {wrong}")

RUNS = '[runs]\ndays = ["tue", "sun"]\n'
# Each with a part of what must be said.
WRONG = [
    ('nickname = "M"\n' + RUNS, "nickname"),
    ('season = "bass"\n' + RUNS, '"off-season","base"'),
    ("age = 4\n" + RUNS, "minimum of 5"),
    ('season = "base"\n', "runs"),
    ('[runs]\ndays = ["tue", "someday"]\n', '"mon","tue"'),
    (RUNS + "keep = 8\n", "maximum of 7"),
    (RUNS + "minutes = { easy = 0 }\n", "minimum of 1"),
    (RUNS + "[time]\nmon = 0\n", "minimum of 1"),
    (RUNS + '[time]\nmon = ["morning"]\n', '"morning" does not match'),
    (RUNS + "[race]\ndistance = 'half'\n", "date"),
    (RUNS + "[health]\npregnant = 'yes'\n", "boolean"),
    (RUNS + "[health]\npain = 'yes'\n", "knee"),
]
ASKED = {
    "text": 'season = "b"\n[runs]\nlong = "s"\n\n[strength]\n\n',
    "at": [[0, 11], [2, 8], [3, 0], [5, 0]],
}
texts = [{"text": path.read_text(encoding="utf-8")} for path in profiles]
other = 'season = "Peak"\n[runs]\ndays = ["TUE", "sunday"]\nspeed = "Tuesday"\n[time]\nMonday = "OFF"\n[race]\ndate = 2027-02-14\n'
texts += [{"text": other}, *({"text": text} for text, _ in WRONG), ASKED]
told = node("editor", folder / "profile.json", given=json.dumps(texts))
for text, answer in zip(texts, told[: len(profiles) + 1]):
    if answer["wrong"]:
        fail("editor", f"{answer['wrong'][:3]} in\n{text['text']}")
for (text, part), answer in zip(WRONG, told[len(profiles) + 1 :]):
    if not any(part in message for message in answer["wrong"]):
        fail("editor", f"{part!r} is not among {answer['wrong'][:3]} for\n{text}")
offered, said = told[-1]["offered"], told[-1]["said"]
for place, words in enumerate([['"base"', '"race-prep"'], ['"mon"', '"sun"'], ["days", "keep"], ["equipment", "weak"]]):
    if not set(words) <= set(offered[place]):
        fail("editor", f"{words} are not among {offered[place]}")
if not all(said[:2]):
    fail("editor", f"keys without a description: {said}")
print(f"ok editor: {len(profiles) + 1} profiles are right, {len(WRONG)} wrong ones are told, keys and words are offered")
