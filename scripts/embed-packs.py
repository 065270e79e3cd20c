#!/usr/bin/env python3
"""Writes Sources/Controls/Packs.generated.swift: every file under Packs as a raw string literal.

Usage: scripts/embed-packs.py

A test compares the literals with the files, so run this after every change under Packs.
"""

import pathlib
import sys

CONTROLS = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Controls"


def literal(text, path):
    if '"""##' in text:
        sys.exit(f'{path}: holds the end mark """## of the literal')
    if not text.endswith("\n"):
        sys.exit(f"{path}: does not end with a line end")
    # The line end before the closing mark is no part of the literal, so one blank line stands for the last one.
    return f'##"""\n{text}\n"""##'


def main():
    packs = CONTROLS / "Packs"
    entries = []
    for path in sorted(packs.rglob("*.yaml")):
        name = path.relative_to(packs).as_posix()
        entries.append(f'("{name}",\n{literal(path.read_text(encoding="utf-8"), path)}),\n')
    text = "// Written by scripts/embed-packs.py; do not edit.\n// swift-format-ignore-file\n\n"
    text += "/// The files of the built-in packs by their paths below Packs.\nenum PackTexts {\n"
    text += "static let files: [(path: String, text: String)] = [\n" + "".join(entries) + "]\n}\n"
    (CONTROLS / "Packs.generated.swift").write_text(text, encoding="utf-8")
    print(f"{len(entries)} files")


if __name__ == "__main__":
    main()
