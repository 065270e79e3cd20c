#!/usr/bin/env python3
"""Validates the out directory of a replay against schemas/, each file by its name.

Usage: scripts/validate-outputs.py DIR   (needs the PyPI package jsonschema)
Exit status: 0 if everything conforms, 1 if something does not, 2 for bad usage.
"""
import json
import pathlib
import sys

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "schemas"
FILES = {
    "findings.jsonl": "finding",
    "posture.jsonl": "posture",
    "alerts.jsonl": "alert",
    "remediation-commands.jsonl": "remediation-command",
    "tickets.jsonl": "ticket",
    "reread-requests.jsonl": "reread-request",
    "dead-letters.jsonl": "dead-letter",
    "stats.json": "stats",
}
SHOWN_PER_FILE = 5


def documents(path):
    """The documents of a file with their places: a line each of .jsonl, otherwise the whole file."""
    if path.suffix != ".jsonl":
        yield "whole file", path.read_text(encoding="utf-8")
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            yield f"line {number}", line


def problems(path, validator):
    for place, text in documents(path):
        try:
            document = json.loads(text)
        except ValueError as error:
            yield f"{place}: no JSON: {error}"
            continue
        for error in validator.iter_errors(document):
            yield f"{place}: {error.json_path}: {error.message[:200]}"


def main(arguments):
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    directory = pathlib.Path(arguments[0])
    failed = False
    checked = 0
    for name, schema in FILES.items():
        path = directory / name
        if not path.exists():
            print(f"{name}: absent")
            continue
        checked += 1
        validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{schema}.schema.json").read_text()))
        found = list(problems(path, validator))
        count = sum(1 for _ in documents(path))
        print(f"{name}: {count} documents, {len(found)} problems")
        for problem in found[:SHOWN_PER_FILE]:
            print(f"  {problem}")
        failed = failed or bool(found)
    if checked == 0:
        print("no file of a replay found", file=sys.stderr)
    return 1 if failed or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
