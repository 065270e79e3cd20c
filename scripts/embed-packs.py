#!/usr/bin/env python3
"""Writes the files under Sources/Controls/PackTexts: every file under Packs as a raw string literal, a folder a file.

Usage: scripts/embed-packs.py

A test compares the literals with the files, so run this after every change under Packs. What is under PackTexts is
written anew as a whole; no file there grows beyond a quarter of a megabyte.
"""

import pathlib
import sys

CONTROLS = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Controls"
HEAD = "// Written by scripts/embed-packs.py; do not edit.\n// swift-format-ignore-file\n\n"


def literal(text, path):
    if '"""##' in text:
        sys.exit(f'{path}: holds the end mark """## of the literal')
    if not text.endswith("\n"):
        sys.exit(f"{path}: does not end with a line end")
    # The line end before the closing mark is no part of the literal, so one blank line stands for the last one.
    return f'##"""\n{text}\n"""##'


def groups(packs):
    """The files by the folder in which they lie: `aws/ec2`, and `aws` for benchmark maps."""
    found = {}
    for path in sorted(packs.rglob("*.yaml")):
        found.setdefault(path.parent.relative_to(packs).as_posix(), []).append(path)
    return found


def member(folder):
    """`aws/access-analyzer` as `awsAccessAnalyzer`."""
    words = folder.replace("/", "-").split("-")
    return words[0] + "".join(word.capitalize() for word in words[1:])


def write(target, text):
    # Unchanged files keep their time, so that nothing is compiled for nothing.
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
    return target


def main():
    packs = CONTROLS / "Packs"
    folder = CONTROLS / "PackTexts"
    folder.mkdir(exist_ok=True)
    written = set()
    members = []
    count = 0
    for name, paths in groups(packs).items():
        entries = []
        for path in paths:
            text = literal(path.read_text(encoding="utf-8"), path)
            entries.append(f'("{path.relative_to(packs).as_posix()}",\n{text}),\n')
        count += len(entries)
        members.append(member(name))
        text = HEAD + "extension PackTexts {\n" + f"static let {members[-1]}: [(path: String, text: String)] = [\n"
        text += "".join(entries) + "]\n}\n"
        written.add(write(folder / (name.replace("/", "-") + ".generated.swift"), text))
    text = HEAD + "/// The files of the built-in packs by their paths below Packs.\nenum PackTexts {\n"
    text += "static let files: [(path: String, text: String)] = [\n"
    text += "".join(f"{name},\n" for name in members) + "].flatMap(\\.self).sorted { $0.path < $1.path }\n}\n"
    written.add(write(folder / "PackTexts.generated.swift", text))
    for stale in set(folder.iterdir()) - written:
        stale.unlink()
    print(f"{count} files")


if __name__ == "__main__":
    main()
