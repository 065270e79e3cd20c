#!/usr/bin/env python3
"""Writes Sources/Expressions/Library/Zones.generated.swift: the offsets of all named time zones, one zone a line.

Usage: scripts/embed-zones.py [FOLDER]

FOLDER holds compiled zone files as zic writes them; /usr/share/zoneinfo if none is given. The data are IANA's, in the
public domain. Run it when Debian brings a new release, so that every machine that runs one build answers alike.

A line: name, offsets, changes, rule. The offsets are seconds east of UTC by commas; the first one holds before the
first change. A change is the seconds since the one before (since 1800-01-01 for the first) in base 36, and a capital:
which offset holds from then on. A rule tells what holds behind the last change: one offset, or `standard,summer,start,end`
with start and end as month.week.weekday.second. A line of two words names an alias.
"""

import datetime
import pathlib
import re
import string
import struct
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/Expressions/Library/Zones.generated.swift"
EPOCH = -5364662400  # 1800-01-01T00:00:00Z
DIGITS = string.digits + string.ascii_lowercase


def base36(number):
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if number == 0:
            return text


def read(data):
    """The first offset, the changes as (time, offset), and the rule of one compiled file."""
    def header(start):
        if data[start : start + 4] != b"TZif" or data[start + 4] < ord("2"):
            sys.exit("no compiled zone file of version 2 or later")
        return struct.unpack(">6l", data[start + 20 : start + 44])

    utc, std, leap, times, types, chars = header(0)
    second = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc
    utc, std, leap, times, types, chars = header(second)
    place = second + 44
    instants = struct.unpack(f">{times}q", data[place : place + times * 8])
    indices = data[place + times * 8 : place + times * 9]
    place += times * 9
    records = [struct.unpack(">lBB", data[at : at + 6]) for at in range(place, place + types * 6, 6)]
    footer = data[place + types * 6 + chars + leap * 12 + std + utc :].decode("ascii").strip("\n")
    changes = [(instant, records[index][0]) for instant, index in zip(instants, indices)]
    return records[0][0], changes, footer


def seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))


def rule(footer):
    name = r"(?:<[^>]+>|[A-Za-z]+)"
    time = r"[+-]?[\d:]+"
    date = rf"M(\d+)\.(\d)\.(\d)(?:/({time}))?"
    match = re.fullmatch(rf"{name}({time})(?:{name}({time})?,{date},{date})?", footer)
    if not match:
        sys.exit(f"cannot read the rule {footer}")
    standard = -seconds(match[1])
    if match[3] is None:
        return str(standard)
    summer = -seconds(match[2]) if match[2] else standard + 3600
    ends = [f"{match[i]}.{match[i + 1]}.{match[i + 2]}.{seconds(match[i + 3] or '2')}" for i in (3, 7)]
    return ",".join([str(standard), str(summer)] + ends)


def day(text, year):
    month, week, weekday, second = map(int, text.split("."))
    first = datetime.date(year, month, 1)
    shift = (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
    date = first + datetime.timedelta(days=shift)
    if date.month != month:
        date -= datetime.timedelta(days=7)
    return (date - datetime.date(1970, 1, 1)).days * 86400 + second


def follow(earlier, later, text):
    """Whether two changes are ones that the rule makes, one right behind the other."""
    standard, summer, start, end = text.split(",")
    year = datetime.datetime.fromtimestamp(later[0], datetime.timezone.utc).year
    years = (year - 2, year - 1, year, year + 1)
    made = [(day(start, y) - int(standard), int(summer)) for y in years]
    made += [(day(end, y) - int(summer), int(standard)) for y in years]
    made.sort()
    return later in made and made[made.index(later) - 1] == earlier


def line(data):
    first, changes, footer = read(data)
    if "," in rule(footer):
        # A compiled file may spell the rule out for some decades; the first change of those is enough.
        while len(changes) > 1 and follow(changes[-2], changes[-1], rule(footer)):
            changes.pop()
    offsets = [first]
    kept = []
    current, before = first, EPOCH
    for instant, offset in changes:
        if offset == current or instant < EPOCH:
            current = offset
            if instant < EPOCH:
                offsets = [offset]
            continue
        if offset not in offsets:
            offsets.append(offset)
        kept.append(base36(instant - before) + string.ascii_uppercase[offsets.index(offset)])
        current, before = offset, instant
    return f"{','.join(map(str, offsets))} {''.join(kept) or '-'} {rule(footer)}"


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo")
    lines, known = [], {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name.split("/")[0] in ("posix", "right", "posixrules", "localtime", "Factory"):
            continue
        data = path.read_bytes()
        if data[:4] != b"TZif":
            continue
        lines.append(f"{name} {known[data]}" if data in known else f"{name} {line(data)}")
        known.setdefault(data, name)
    version = (folder / "tzdata.zi").read_text().split("\n")[0].removeprefix("# version ")
    text = f"""// Written by scripts/embed-zones.py from IANA's release {version}; do not edit.
// swift-format-ignore-file

/// The offsets of the named time zones; the script tells how to read a line.
enum ZoneTexts {{
static let release = "{version}"
static let lines = \"\"\"
{chr(10).join(lines)}
\"\"\"
}}
"""
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(lines)} zones of release {version}, {len(text)} bytes")


if __name__ == "__main__":
    main()
