#!/usr/bin/env python3
"""Instructions of one change under callgrind, in accounts of several sizes.

Usage: incremental.py [--sizes N ...] [--limit PERCENT] [--binary PATH]

Building the account falls out: each size is run with two numbers of changes. The first size is what the others are held
against; exit 1 if one takes more than --limit percent above it. A million resources take about ten minutes.
"""
import argparse
import sys

from callgrind import instructions, side_by_side, stripped

FEW, MANY = 200, 1200


def per_change(binary, sizes):
    """Instructions a change for each of the sizes."""
    commands = [
        [binary, "bench", "incremental", "--sizes", str(size), "--changes", str(count), "--quiet"]
        for size in sizes
        for count in (FEW, MANY)
    ]
    counts = side_by_side(instructions, commands)
    return [(many - few) / (MANY - FEW) for few, many in zip(counts[::2], counts[1::2])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--binary", default=".build/release/plumbline")
    arguments = parser.parse_args()
    first = None
    status = 0
    with stripped(arguments.binary) as binary:
        for size, figure in zip(arguments.sizes, per_change(binary, arguments.sizes)):
            first = first or figure
            growth = (figure / first - 1) * 100
            print(f"{size:8} resources {figure:10.0f} instructions/change {growth:+6.1f} %", flush=True)
            if growth > arguments.limit:
                status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
