#!/usr/bin/env python3
"""Holds our evaluation of one CEL rule against the package common-expression-language (PyPI), in one run.

Usage: scripts/compare-cel.py [PLUMBLINE]

PLUMBLINE is the program, .build/release/plumbline if none is given. Both sides evaluate the rule that
`plumbline bench expressions --describe` prints, on the same resource, in turns; each side compiles once. The package
is a binding to a compiled implementation (imports as `cel`): pip install common-expression-language
"""

import json
import re
import statistics
import subprocess
import sys
import time

try:
    import cel
except ImportError:
    sys.exit("the package is missing: pip install common-expression-language")

TURNS = 5
COUNT = 20_000


def ours(program):
    """Nanoseconds of one evaluation of ours."""
    text = subprocess.run([program, "bench", "expressions", "--rounds", "1"], capture_output=True, text=True, check=True)
    return float(re.search(r"plain rule in CEL +(\d+) ns", text.stdout)[1])


def theirs(rule, variables):
    """Nanoseconds of one evaluation of theirs."""
    program = cel.compile(rule)
    if program.execute(variables) is not True:
        sys.exit("the other implementation gives another answer")
    start = time.perf_counter_ns()
    for _ in range(COUNT):
        program.execute(variables)
    return (time.perf_counter_ns() - start) / COUNT


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/plumbline"
    described = subprocess.run([program, "bench", "expressions", "--describe"], capture_output=True, text=True, check=True)
    case = json.loads(described.stdout)
    variables = {"resource": case["resource"], "params": case["params"]}
    pairs = [(ours(program), theirs(case["rule"], variables)) for _ in range(TURNS)]
    print(f"rule: {case['rule']}")
    for our, their in pairs:
        print(f"  ours {our:8.0f} ns   common-expression-language {their:8.0f} ns   {their / our:6.1f} x")
    print(f"median: {statistics.median(their / our for our, their in pairs):.1f} times as fast")


if __name__ == "__main__":
    main()
