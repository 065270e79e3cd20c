#!/usr/bin/env python3
"""Builds an estate on a moto server, records its calls as CloudTrail does, and holds our verdicts against moto's state.

Usage: estate_test.py PLUMBLINE [--out DIR] [--only SERVICE...]
Every verdict that our replay of the records gives must be what the text of the recommendation makes of the state that
boto3 reads back. Exit status: 0 if all are equal or excepted with a reason, 1 if one is not, 3 without moto or boto3.
"""
import argparse
import collections
import importlib
import json
import logging
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
try:
    import boto3  # noqa: F401
    from moto.server import ThreadedMotoServer
except ImportError as problem:
    print(f"estate: {problem}; install moto[server] and boto3", file=sys.stderr)
    sys.exit(3)

import baseline
import cloud as clouds
import exceptions
import recorder

SERVICES = [path.stem for path in sorted(pathlib.Path(__file__).parent.glob("services/[a-z]*.py"))]
#: The oldest that tells the address families apart, the last with initial keys and the trail's log group, the newest.
VERSIONS = ["1.5", "3.0", "7.0"]
WORDS = {True: "PASS", False: "FAIL", None: "NOT_APPLICABLE"}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("plumbline")
    arguments.add_argument("--out", type=pathlib.Path)
    arguments.add_argument("--only", nargs="*", default=SERVICES)
    arguments = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        return run(arguments.plumbline, arguments.out or pathlib.Path(scratch), arguments.only)


def run(plumbline, out, names):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        cloud = clouds.Cloud(f"http://{host}:{port}")
        documents = baseline.documents(cloud)
        services = [importlib.import_module(f"services.{name}") for name in names]
        for service in services:
            service.act(cloud)
        end = recorder.final_record(cloud.clock, clouds.ACCOUNT, clouds.HOME, clouds.builder("AKIAESTATEBUILDER001"))
        wanted = Wanted()
        for service in services:
            service.judge(cloud, wanted.say)
    finally:
        server.stop()
    out.mkdir(parents=True, exist_ok=True)
    write(out / "baseline.jsonl", documents)
    write(out / "events.jsonl", cloud.records + [end])
    result = Result(wanted, controls_of(plumbline))
    for version in VERSIONS:
        result.compare(version, replay(plumbline, out, version, "events.jsonl"))
    in_any_order(plumbline, out, cloud.records + [end], result)
    return result.show(len(cloud.records), whole=names == SERVICES)


def replay(plumbline, out, version, events, name=None):
    """Replays records under one version of the benchmark; the folder of the outputs."""
    folder, profile = out / (name or version), out / f"profile-{version}.json"
    profile.write_text(json.dumps({"name": version, "provider": "AWS", "version": version, "levels": ["L2"]}))
    call = [plumbline, "replay", "--events", out / events, "--baseline", out / "baseline.jsonl"]
    call += ["--profile", profile, "--out", folder]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"plumbline replay failed with {done.returncode}: {done.stderr}")
    return folder


def in_any_order(plumbline, out, records, result):
    """The same records shuffled and doubled must come to the same posture, byte for byte."""
    mixed = records + records
    random.Random(1).shuffle(mixed)
    write(out / "mixed.jsonl", mixed)
    folder = replay(plumbline, out, VERSIONS[-1], "mixed.jsonl", "mixed")
    if (folder / "posture.jsonl").read_bytes() != (out / VERSIONS[-1] / "posture.jsonl").read_bytes():
        result.wrong.append("the posture of the records shuffled and doubled is another")


def controls_of(plumbline):
    """The versions of the benchmark that each control is in; none for a control of our own."""
    listed = subprocess.run([plumbline, "controls", "list", "--json"], check=True, capture_output=True, text=True)
    controls = [json.loads(line) for line in listed.stdout.splitlines()]
    return {control["id"]: {one["version"] for one in control["benchmarks"]} for control in controls}


class Wanted:
    """What each control must say of each subject, by the benchmark's version."""

    def __init__(self):
        self.verdicts = {}
        #: The VPC that brought a resource along, by the resource's ARN.
        self.parents = {}

    def say(self, control, arn, passes, region="", born_with=None):
        """`passes`: true, false, None for not applicable, or a function that says so for a benchmark's version."""
        if born_with:
            self.parents[arn] = born_with
        answer = passes if callable(passes) else lambda version: passes
        self.verdicts[control, region, arn] = {version: WORDS[answer(version)] for version in VERSIONS}


def write(path, documents):
    path.write_text("".join(json.dumps(document) + "\n" for document in documents))


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


class Result:
    """What came of the comparisons: a table by kind, the exceptions, and what is wrong."""

    def __init__(self, wanted, controls):
        self.wanted, self.parents, self.controls = wanted.verdicts, wanted.parents, controls
        self.table = collections.defaultdict(collections.Counter)
        self.subjects = collections.defaultdict(set)
        self.excepted, self.wrong = collections.Counter(), []

    def compare(self, version, folder):
        """Holds one posture against what is wanted of the controls that this version has."""
        known = {control for control, _, _ in self.wanted}
        here = {one for one in known if version in self.controls[one] or not self.controls[one]}
        wanted = {key: verdict for key, verdict in self.wanted.items() if key[0] in here}
        posture = {(line["control"], line["region"], line["resource"]): line for line in read(folder / "posture.jsonl")}
        requests = {(request["kind"], request["id"]) for request in read(folder / "reread-requests.jsonl")}
        self.wrong += [f"{version}: dead letter: {letter}" for letter in read(folder / "dead-letters.jsonl")]
        for key in sorted(wanted.keys() | {key for key in posture if key[0] in here}):
            line = posture.get(key, {"status": "none", "missing": []})
            want = wanted[key][version] if key in wanted else "none"
            self.note(version, key, want, line, requests)

    def note(self, version, key, want, line, requests):
        kind = line.get("kind", "absent from the posture")
        row = self.table[kind]
        self.subjects[kind].add(key[1:])
        row["compared"] += 1
        if line["status"] == want:
            row["equal"] += 1
        elif reason := exceptions.reason(key, want, line, self.parents, requests):
            row["excepted"] += 1
            self.excepted[reason] += 1
        else:
            place = " ".join(part for part in key if part)
            self.wrong.append(f"{version}: {place}: want {want}, is {line['status']} {line['missing']}")

    def show(self, calls, whole):
        """Prints the table; the exit status. `whole`: every service was built, so every exception should be needed."""
        print(f"{'kind':<45} resources  verdicts     equal  excepted")
        for kind, row in sorted(self.table.items()):
            count = len(self.subjects[kind])
            print(f"{kind:<45} {count:>9} {row['compared']:>9} {row['equal']:>9} {row['excepted']:>9}")
        controls = len({control for control, _, _ in self.wanted})
        print(f"{calls} calls recorded, {controls} controls, benchmarks {', '.join(VERSIONS)}")
        for reason, count in sorted(self.excepted.items()):
            print(f"excepted {count}: {reason}")
        for unused in exceptions.REASONS - self.excepted.keys() if whole else ():
            print(f"needed no more: {unused}")
        for problem in self.wrong:
            print("wrong:", problem)
        return 1 if self.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
