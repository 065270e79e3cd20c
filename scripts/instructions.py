#!/usr/bin/env python3
"""Instructions per event under callgrind, stage by stage.

Usage: instructions.py [--check FILE] [--binary PATH]

What a process does beside the stage (making the events, loading the baseline) falls out: each stage is run with two
numbers of events, and so is `idle`; the difference of the differences is the stage's own. Instructions repeat from run
to run, times do not. With --check every figure must be at most the one in the file, and within 10 % below it, so that
a gain is written down too; exit 1 otherwise.
"""
import argparse
import json
import sys

from callgrind import instructions, stripped

# From so many events to so many: the first ones meet most resources for the first time, the later ones know them.
SPANS = {"": (2000, 6000), ".steady": (20000, 24000)}
STAGES = {
    ("mix", ""): ["yardstick", "parse", "engine"],
    ("mix", ".steady"): ["twenty", "engine"],
    ("mutating", ""): ["engine"],
}


def growth(binary, case, stage, span):
    few, many = (instructions([binary, "bench", case, "--only", stage, "--events", str(events)]) for events in span)
    return many - few


def measured(binary):
    figures = {}
    for (case, phase), stages in STAGES.items():
        span = SPANS[phase]
        idle = growth(binary, case, "idle", span)
        for stage in stages:
            figure = round((growth(binary, case, stage, span) - idle) / (span[1] - span[0]))
            figures[f"{case}.{stage}{phase}"] = figure
            print(f"{case:9} {stage + phase:15} {figure:8} instructions/event", flush=True)
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
