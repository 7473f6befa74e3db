#!/usr/bin/env python3
"""Holds the locked crates to deny.toml: licences, crates that are not wanted, crates in two versions, sources.

It reads cargo-deny's own file, so that `cargo deny --config .ci/deny.toml check licenses bans sources` asks the same; this
needs nothing but cargo and Python, and so runs at every gate."""

import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"
KNOWN = {
    "graph": {"all-features"},
    "licenses": {"allow", "exceptions"},
    "bans": {"multiple-versions", "wildcards", "deny", "skip"},
    "sources": {"unknown-registry", "unknown-git"},
}


def allowed(expression, licences):
    """Whether an SPDX expression can be met by these licences. Old crates write `/` for OR."""
    tokens = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def either():
        met = both()
        while tokens and tokens[0].upper() == "OR":
            tokens.pop(0)
            met = both() or met
        return met

    def both():
        met = one()
        while tokens and tokens[0].upper() == "AND":
            tokens.pop(0)
            met = one() and met
        return met

    def one():
        token = tokens.pop(0)
        if token == "(":
            met = either()
            if tokens.pop(0) != ")":
                raise ValueError(expression)
            return met
        if tokens and tokens[0].upper() == "WITH":
            tokens.pop(0)
            token += " WITH " + tokens.pop(0)
        if not re.match(r"[A-Za-z0-9]", token):
            raise ValueError(expression)
        return token in licences

    met = either()
    if tokens:
        raise ValueError(expression)
    return met


def spec(entry):
    """A crate and perhaps its version, as `name`, `name@1.2` or a table of them."""
    text = entry if isinstance(entry, str) else entry["crate"]
    name, _, version = text.partition("@")
    return name, version.lstrip("=")


def named(entry, package):
    name, version = spec(entry)
    there = package["version"]
    return name == package["name"] and (not version or there == version or there.startswith(f"{version}."))


def problems(deny, packages):
    licences, bans = deny["licenses"], deny["bans"]
    exceptions = licences.get("exceptions", [])
    versions = defaultdict(list)
    for package in packages:
        what = f"{package['name']} {package['version']}"
        allow = {*licences["allow"], *(one for e in exceptions if named(e, package) for one in e["allow"])}
        try:
            if not allowed(package["license"] or "", allow):
                yield f"{what}: the licence `{package['license']}` is not allowed"
        except (ValueError, IndexError):
            yield f"{what}: `{package['license']}` is no SPDX expression"
        for entry in bans["deny"]:
            if named(entry, package):
                yield f"{what} is not wanted: {entry['reason']}"
        if package["source"] not in (None, CRATES_IO):
            yield f"{what} comes from {package['source']}"
        if package["source"] is None:
            for dependency in package["dependencies"]:
                if dependency["req"] == "*" and not dependency.get("path"):
                    yield f"{what} takes any version of {dependency['name']}"
        if not any(named(entry, package) for entry in bans["skip"]):
            versions[package["name"]].append(package["version"])
    for name, several in versions.items():
        if len(several) > 1:
            yield f"{name} is there in {len(several)} versions: {', '.join(sorted(several))}"
    # What is named here but is not there would let something in later that nobody looked at.
    for entry in bans["skip"]:
        name, _ = spec(entry)
        if not any(named(entry, package) for package in packages):
            yield f"deny.toml: `{entry['crate']}` is skipped but not there"
        elif sum(package["name"] == name for package in packages) < 2:
            yield f"deny.toml: `{entry['crate']}` is skipped but has one version"
    met = {token for package in packages for token in re.findall(r"[^\s()/]+", package["license"] or "")}
    for licence in licences["allow"]:
        if licence.split(" WITH ")[0] not in met:
            yield f"deny.toml: no crate has the licence {licence}"


def self_test():
    for expression, met in [
        ("MIT OR Apache-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("MIT/Apache-2.0", True),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", False),
        ("GPL-3.0-only OR MIT AND Zlib", False),
        ("Apache-2.0 WITH LLVM-exception", False),
    ]:
        assert allowed(expression, {"MIT", "Apache-2.0"}) is met, expression


def main():
    self_test()
    here = Path(__file__).resolve().parent
    deny = tomllib.loads((here / "deny.toml").read_text(encoding="utf-8"))
    for table, keys in deny.items():
        if not keys.keys() <= KNOWN.get(table, set()):
            sys.exit(f"deny.toml: `{table}` holds a key that is not checked here: {', '.join(keys)}")
    flags = ["--all-features"] if deny["graph"]["all-features"] else []
    command = ["cargo", "metadata", "--locked", "--format-version", "1", *flags]
    packages = json.loads(subprocess.run(command, cwd=here.parent, capture_output=True, check=True).stdout)["packages"]
    found = list(problems(deny, packages))
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(packages)} crates: {len(found)} problems")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
