#!/usr/bin/env python3
"""Writes Sources/Controls/Packs/<provider>/cis-<version>.yaml from the catalogue's tables.

Usage: scripts/benchmark-maps.py CATALOGUE_DIR

CATALOGUE_DIR holds cis-aws.csv, cis-azure.csv and cis-gcp.csv. A number whose key is that of our controls goes to
`numbers`, once for each; every other number of the version goes to `planned`, so that nobody takes the map for full coverage.
Only facts are taken: numbers, levels, assessments and our own keys.
"""

import csv
import pathlib
import re
import sys

VERSIONS = {"aws": ["1.4", "1.5", "2.0", "3.0", "4.0", "5.0", "6.0", "7.0"], "azure": ["3.0"], "gcp": ["3.0"]}
# Other names of a version: CIS published 4.0.1 where the catalogue says 4.0.
ALIASES = {("aws", "4.0"): ["4.0.1"]}
PREFIXES = {"aws": "cis_", "azure": "v", "gcp": "v"}
PACKS = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Controls" / "Packs"


def control_ids(provider):
    """Our control ids by the catalogue's key: several where one recommendation is about several services."""
    ids = {}
    for path in sorted((PACKS / provider).glob("*/*.yaml")):
        match = re.search(r"^id: *(\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if not match:
            sys.exit(f"{path}: no id")
        ids.setdefault(match.group(1).split(".")[-1], []).append(match.group(1))
    return ids


def columns(header, prefix):
    """The versions in the order of the table's columns."""
    return [name[len(prefix):] for name in header if re.fullmatch(re.escape(prefix) + r"[0-9.]+", name)]


def spans(text, versions):
    """`1.4-3.0=L1;4.0-7.0=L2` or `2.0=L1 2.1=L1` as a table by version."""
    table = {}
    for part in re.split(r"[; ]+", text.strip()):
        if not part:
            continue
        span, value = part.split("=")
        first, _, last = span.partition("-")
        inside = versions[versions.index(first):versions.index(last or first) + 1]
        table.update({version: value for version in inside})
    return table


def sort_key(number):
    return [int(part) for part in number.split(".")]


def read(path, provider, version):
    """The rows of one version as (number, key, level, assessment) in number order."""
    prefix = PREFIXES[provider]
    rows = []
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        versions = columns(reader.fieldnames, prefix)
        for row in reader:
            # Some cells hold two numbers.
            for number in re.split(r"[; ]+", row[prefix + version].strip()):
                if number:
                    level = spans(row["level_by_version"], versions)[version]
                    assessment = spans(row["assessment_by_version"], versions)[version]
                    rows.append((number, row["key"], level.removeprefix("L"), assessment))
    return sorted(rows, key=lambda row: sort_key(row[0]))


def render(provider, version, rows, ids):
    lines = [
        "# Written by scripts/benchmark-maps.py; do not edit.",
        f"benchmark: cis-{provider}",
        f'version: "{version}"',
    ]
    if (provider, version) in ALIASES:
        lines.append("also: [" + ", ".join(f'"{name}"' for name in ALIASES[provider, version]) + "]")
    lines.append("numbers:")
    for number, key, level, assessment in rows:
        for control in ids.get(key, []):
            lines.append(f'  - {{ number: "{number}", control: {control}, level: {level}, assessment: {assessment} }}')
    # Where nothing is left the list is empty, which YAML has to be told.
    lines.append("planned:" if any(key not in ids for _, key, _, _ in rows) else "planned: []")
    for number, key, _, _ in rows:
        if key not in ids:
            lines.append(f'  - {{ number: "{number}", key: {key} }}')
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    catalogue = pathlib.Path(sys.argv[1])
    for provider, versions in VERSIONS.items():
        ids = control_ids(provider)
        for version in versions:
            rows = read(catalogue / f"cis-{provider}.csv", provider, version)
            target = PACKS / provider / f"cis-{version}.yaml"
            target.write_text(render(provider, version, rows, ids), encoding="utf-8")
            print(f"{target.name} ({provider}): {sum(row[1] in ids for row in rows)} of {len(rows)} numbers")


if __name__ == "__main__":
    main()
