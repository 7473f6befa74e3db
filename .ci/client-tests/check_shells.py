"""Shells complete what they are told: each sources its script and is asked for words; PowerShell's is parsed alone. Every
page of the manual is right for mandoc. Arguments after the folder: the shells that are there, powershell-grammar, mandoc."""

import re
import subprocess
import sys
from pathlib import Path

from weeks import fail, runplan

folder, present = Path(sys.argv[1]) / "shells", sys.argv[2:]
folder.mkdir()

# What is typed, and a word that has to be among what is offered, or None: a file of this name.
ASKED = [
    ("runplan week --season ra", "race-prep"),
    ("runplan week --season race-p", "race-prep"),
    ("runplan week --season ./mi", None),
    ("runplan week --placement e", "easy-days"),
    ("runplan rules legs-before-k", "legs-before-key-run"),
    ("runplan exercises goblet", "goblet-squat"),
    ("runplan session we", "wed"),
    ("runplan seasons ta", "taper"),
    ("runplan man why-n", "why-not"),
    ("runplan why-n", "why-not"),
]
(folder / "mine.toml").touch()

BASH = """source ./runplan.bash
words=($1) cur=${1##* }
COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1)) COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
_runplan runplan "$cur" "${words[COMP_CWORD - 1]}"
# Without a word bash itself takes names of files, as it was told to.
if [ ${#COMPREPLY[@]} = 0 ] && [[ $(complete -p runplan) = *"-o default"* ]]; then compgen -f -- "$cur"; fi
printf '%s\\n' "${COMPREPLY[@]}"
"""
# In a terminal of its own, where Tab is pressed; what stands on the line then is printed.
ZSH = """zmodload zsh/zpty
zpty shell zsh -f -i
tell() { zpty -w shell "$1"; }
tell "PROMPT=; RPROMPT=; unsetopt zle_bracketed_paste prompt_sp; fpath=($PWD \\$fpath); autoload -Uz compinit; compinit -u -D"
tell 'show() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line; }; zle -N show; bindkey "^G" show; print ready""now'
zpty -r -m shell line '*readynow*'
zpty -w -n shell "$1"$'\\t\\a'
zpty -r -m shell line '*<<*>>*'
print -r -- "${${line##*<<}%%>>*}"
zpty -d shell
"""
# Its completer is for its own line alone, so that it gets what it asks there, and every candidate is printed.
ELVISH = """fn candidate {|text &display=''| put $text }
var edit: = (ns [&completion:=(ns [&arg-completer=[&]]) &complex-candidate~=$candidate~])
%s
for word [($edit:completion:arg-completer[runplan] $@args)] { echo $word }
"""


def run(check, *command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=folder, timeout=60)
    except subprocess.TimeoutExpired:
        fail(check, f"{command[0]} does not end")
    if done.returncode != 0 or done.stderr.strip():
        fail(check, "\n".join((done.stdout + done.stderr).splitlines()[:12]))
    return done.stdout


def offered(shell, typed):
    if shell == "bash":
        return run("bash", "bash", "--norc", "-c", BASH, "bash", typed).split()
    if shell == "zsh":
        return run("zsh", "zsh", "-f", "-c", ZSH, "zsh", typed).split()[-1:]
    if shell == "elvish":
        script = ELVISH % (folder / NAMES[shell]).read_text(encoding="utf-8")
        words = run("elvish", "elvish", "-norc", "-c", script, *typed.split()).split()
        return [word for word in words if word.startswith(typed.split()[-1])]
    command = 'source runplan.fish; complete -C "$argv[1]"'
    return [line.split("\t")[0] for line in run("fish", "fish", "--no-config", "-c", command, typed).splitlines()]


NAMES = {"bash": "runplan.bash", "zsh": "_runplan", "fish": "runplan.fish", "elvish": "runplan.elv"}
for shell in [shell for shell in NAMES if shell in present]:
    script = runplan("completions", shell).stdout
    (folder / NAMES[shell]).write_bytes(script)
    if shell != "elvish":
        run(shell, shell, "-n", NAMES[shell])
    # Elvish has no names of files where words are known.
    asked = [(typed, word) for typed, word in ASKED if word or shell != "elvish"]
    for typed, word in asked:
        got = offered(shell, typed)
        # zsh writes what all have in common: `race-` of race-prep and race-week.
        part = shell == "zsh" and got and len(typed.split()[-1]) < len(got[0]) and (word or "").startswith(got[0])
        if (word or "./mine.toml") not in got and not part:
            fail(shell, f"`{typed}` is completed to {got[:12]}")
    print(f"ok {shell}: {len(asked)} completions")

if "powershell-grammar" in present:
    import tree_sitter
    import tree_sitter_powershell

    def wrong(node):
        if node.type == "ERROR" or node.is_missing:
            yield node.start_point.row + 1
        for child in node.children if node.has_error else []:
            yield from wrong(child)

    script = runplan("completions", "powershell").stdout.decode()
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
    # The one form of a call that the grammar does not know.
    root = parser.parse(re.sub(r"\.Where(\{.*\}) \|", r".Where(\1) |", script).encode()).root_node
    if root.has_error:
        fail("powershell", f"lines {list(wrong(root))} are not right")
    print("ok powershell: the script parses")

if "mandoc" in present:
    pages = [[], *([name] for name in runplan("man", "--list").stdout.decode().split())]
    if len(pages) < 10:
        fail("mandoc", f"only {pages} have a page")
    for page in pages:
        path = folder / ("-".join(["runplan", *page]) + ".1")
        path.write_bytes(runplan("man", *page).stdout)
        run("mandoc", "mandoc", "-Tlint", "-Werror", path.name)
    print(f"ok mandoc: {len(pages)} pages")
