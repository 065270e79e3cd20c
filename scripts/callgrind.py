"""Counts a process's instructions under callgrind: they repeat from run to run, times do not."""
import contextlib
import os
import re
import subprocess
import sys
import tempfile


@contextlib.contextmanager
def stripped(binary):
    """A copy without debug information, which Debian 12's valgrind cannot read in Swift's form."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plumbline")
        subprocess.run(["strip", "-o", path, binary], check=True)
        yield path


def instructions(command):
    """How many instructions the command takes; ends this process where it fails."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)}\n{result.stderr[-2000:]}")
    return int(found.group(1))
