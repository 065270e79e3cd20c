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
    """How many instructions the command takes; ends this process where it fails."""
    return run(command, "/dev/null")


def instructions_between(command, function):
    """How many instructions the command takes before the first call of the function, from there to the next, and so on to
    the end. The function's name may have `*` in it. Ends this process where the command fails or never calls it."""
    with tempfile.TemporaryDirectory() as folder:
        run(command, os.path.join(folder, "part"), f"--dump-before={function}")
        parts = {}
        for file in pathlib.Path(folder).iterdir():
            text = file.read_text(errors="replace")
            number, total = (int(re.search(rf"^{field}: (\d+)", text, re.M)[1]) for field in ("part", "totals"))
            parts[number] = total
    if len(parts) < 2:
        sys.exit(f"{' '.join(command)}: {function} was never called")
    return [parts[number] for number in sorted(parts)]


def run(command, out, *options):
    """Runs the command under callgrind, which dumps to `out`; returns how many instructions it took in all."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *options, *command]
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)}\n{result.stderr[-2000:]}")
    return int(found.group(1))
