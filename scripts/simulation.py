#!/usr/bin/env python3
"""The simulation's seeds in two processes: every seed passes, and both see the same log, byte for byte.

    swift build --build-tests && python3 scripts/simulation.py [--first SEED] [--times N] [--against FOLDER]

A seed decides the whole schedule: crashes at each step of a batch, aborted and timed-out transactions, fenced producers,
late and doubled records, partitions that move, torn local writes. What differs between two processes is what a seed does
not decide (the order out of hash tables, addresses), so a digest that differs is a fault. Prints how many seeds of each
kind ran and ends with 1 when one failed or differs. With --against one process is started and held against what another
one wrote before, with PLUMBLINE_SEED_DIGESTS=FOLDER.
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile

SUITES = "ExactlyOnceTests/"


def log_of(folder):
    return folder.with_suffix(".log")


def start(binary, folder, arguments):
    """Starts a process that runs every chunk and writes its digests into the folder."""
    environment = dict(
        os.environ,
        PLUMBLINE_SEED_FACTOR=str(arguments.times),
        PLUMBLINE_FIRST_SEED=str(arguments.first),
        PLUMBLINE_SEED_DIGESTS=str(folder),
    )
    command = [binary, "--testing-library", "swift-testing", "--filter", SUITES]
    with open(log_of(folder), "wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)


def digests(folder):
    """What came of each seed: (suite, seed) -> digest."""
    found = {}
    for file in sorted(folder.iterdir()):
        for line in file.read_text().splitlines():
            suite, seed, digest = line.split()
            found[suite, int(seed)] = digest
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--times", type=int, default=1, help="so many times the seeds of a test run (default 1)")
    parser.add_argument("--against", metavar="FOLDER", type=pathlib.Path)
    parser.add_argument("--binary", default=".build/debug/plumblinePackageTests.xctest")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = ["one"] if arguments.against else ["one", "two"]
        folders = [pathlib.Path(folder) / name for name in names]
        for each in folders:
            each.mkdir()
        processes = [start(arguments.binary, each, arguments) for each in folders]
        # Waits for all before it looks at any.
        failed = [each for each, code in zip(folders, [process.wait() for process in processes]) if code != 0]
        for each in failed[:1]:
            print(log_of(each).read_text(), file=sys.stderr)
            return 1
        one, two = (digests(each) for each in folders + ([arguments.against] if arguments.against else []))
    different = sorted(key for key in one.keys() | two.keys() if one.get(key) != two.get(key))
    for suite, count in sorted(collections.Counter(suite for suite, _ in one).items()):
        print(f"{suite}: {count} seeds passed in two processes")
    for suite, seed in different[:20]:
        print(f"{suite} {seed}: another log in each process", file=sys.stderr)
    return 1 if different or not one else 0


if __name__ == "__main__":
    sys.exit(main())
