#!/usr/bin/env python3
"""Instructions per event under callgrind, stage by stage.

Usage: instructions.py [--check FILE] [--binary PATH]

Each stage runs once, and what it takes is dumped after each thousand events, so that what a process does beside it
(making the events, loading the baseline) falls out. Instructions repeat from run to run, times do not. With --check every
figure must be at most the one in the file, and within 10 % below it, so that a gain is written down too; exit 1 otherwise.
"""
import argparse
import json
import sys

from callgrind import instructions_between, side_by_side, stripped

# From so many thousand events to so many, the last: the first ones meet most resources for the first time, the later ones
# know them.
SPANS = {"": (2, 6), ".steady": (20, 24)}
STAGES = [
    ("mix", "yardstick", ""),
    ("mix", "parse", ""),
    ("mix", "engine", ""),
    ("mix", "twenty", ".steady"),
    ("mix", "engine", ".steady"),
    ("mutating", "engine", ""),
]
# Called before each thousand events and after the last.
MARK = "*BenchWorkload*thousandBegins*"


def measured(binary):
    def figure(row):
        case, stage, phase = row
        first, last = SPANS[phase]
        command = [binary, "bench", "events", case, "--only", stage, "--events", str(last * 1000)]
        before, *thousands, after = instructions_between(command, MARK)
        if len(thousands) != last:
            sys.exit(f"{' '.join(command)}: {len(thousands)} thousands were counted")
        return round(sum(thousands[first:]) / ((last - first) * 1000))

    figures = {}
    for (case, stage, phase), count in zip(STAGES, side_by_side(figure, STAGES)):
        figures[f"{case}.{stage}{phase}"] = count
        print(f"{case:9} {stage + phase:15} {count:8} instructions/event", flush=True)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", metavar="FILE")
    parser.add_argument("--binary", default=".build/release/plumbline")
    arguments = parser.parse_args()
    with stripped(arguments.binary) as binary:
        figures = measured(binary)
    if not arguments.check:
        return
    with open(arguments.check) as file:
        limits = json.load(file)
    faults = []
    for name, limit in limits.items():
        figure = figures.get(name)
        if figure is None:
            faults.append(f"{name}: in {arguments.check} but not measured")
        elif figure > limit:
            faults.append(f"{name}: {figure} instructions/event, at most {limit} wanted")
        elif figure < limit * 0.9:
            faults.append(f"{name}: {figure} instructions/event, far below {limit}: lower it in {arguments.check}")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
