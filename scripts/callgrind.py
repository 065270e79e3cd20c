"""Counts a process's instructions under callgrind: they repeat from run to run, times do not."""
import concurrent.futures
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile


@contextlib.contextmanager
def stripped(binary):
    """A copy without debug information, which Debian 12's valgrind cannot read in Swift's form."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plumbline")
        subprocess.run(["strip", "--strip-debug", "-o", path, binary], check=True)
        yield path


def side_by_side(function, arguments):
    """The function's results for each argument, as many at once as there are processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, arguments))


def instructions(command):
    """How many instructions the command takes; raises RuntimeError where it fails."""
    return int(run(command, "/dev/null"))


def instructions_between(command, function):
    """How many instructions the command takes before the first call of the function, from there to the next, and so on to
    the end. The function's name may have `*` in it. Raises RuntimeError where the command fails or never calls it."""
    with tempfile.TemporaryDirectory() as folder:
        run(command, os.path.join(folder, "part"), f"--dump-before={function}")
        parts = {}
        for file in pathlib.Path(folder).iterdir():
            text = file.read_text(errors="replace")
            parts[int(re.search(r"^part: (\d+)", text, re.M)[1])] = int(re.search(r"^totals: (\d+)", text, re.M)[1])
    if len(parts) < 2:
        raise RuntimeError(f"{' '.join(command)}: {function} was never called")
    return [parts[part] for part in sorted(parts)]


def run(command, out, *options):
    """Runs the command under callgrind and returns what it collected."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *options, *command]
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        raise RuntimeError(f"{' '.join(command)}\n{result.stderr[-2000:]}")
    return found[1]
