#!/usr/bin/env python3
"""Builds an estate on a moto server, records its calls as CloudTrail does, and holds our verdicts against moto's state.

Usage: estate_test.py PLUMBLINE [--out DIR] [--only SERVICE...]
Every verdict that our replay of the records gives must be what the text of the recommendation makes of the state that
boto3 reads back. Exit status: 0 if all are equal or excepted with a reason, 1 if one is not, 3 without moto or boto3.
"""
import argparse
import concurrent.futures
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
import reader
import recorder
from result import VERSIONS, Result, Wanted, read

SERVICES = [path.stem for path in sorted(pathlib.Path(__file__).parent.glob("services/[a-z]*.py"))]


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
        return compare_all(plumbline, out, names, clouds.Cloud(f"http://{host}:{port}"))
    finally:
        server.stop()


def compare_all(plumbline, out, names, cloud):
    out.mkdir(parents=True, exist_ok=True)
    born = baseline.documents(cloud)
    services = [importlib.import_module(f"services.{name}") for name in names]
    for service in services:
        service.act(cloud)
    write(out / "baseline.jsonl", born + cloud.inventory)
    records = cloud.records + [
        recorder.final_record(cloud.clock, clouds.ACCOUNT, clouds.HOME, clouds.builder("AKIAESTATEBUILDER001"))
    ]
    write(out / "events.jsonl", records)
    wanted = Wanted()
    for service in services:
        service.judge(cloud, wanted.say)
    controls = controls_of(plumbline)
    result, lossy = Result(wanted, controls), Result(wanted, controls)
    newest = VERSIONS[-1]
    # A canary: with a record lost, the comparison must find something.
    write(out / "lossy.jsonl", [record for record in records if record["eventName"] != "DeleteBucketPolicy"])
    jobs = [(version, "events.jsonl", version) for version in VERSIONS] + [(newest, "lossy.jsonl", "lossy")]
    for version, folder in zip(VERSIONS, replay_all(plumbline, out, jobs), strict=False):
        result.compare(version, folder)
    lossy.compare(newest, out / "lossy")
    if "s3" in names and not lossy.wrong:
        result.wrong.append("nothing was wrong without DeleteBucketPolicy")

    if "tags" in names:
        profile = services[names.index("tags")]
        tagged = replay(plumbline, out, newest, "events.jsonl", "tagged", profile.PROFILE)
        result.compare_tagged(out / newest, tagged, profile.excluded(cloud))

    readings = list(reader.answers(cloud, read(out / newest / "reread-requests.jsonl"), cloud.clock.text()))
    mixed = (records + readings) * 2
    random.Random(1).shuffle(mixed)
    write(out / "answered.jsonl", records + readings)
    write(out / "mixed.jsonl", mixed)
    jobs = [(newest, "answered.jsonl", "answered"), (newest, "mixed.jsonl", "mixed")]
    answered, other = replay_all(plumbline, out, jobs)
    result.compare(newest, answered, answered=True)
    # Shuffled and doubled, records and answers come to the same posture, byte for byte.
    if (other / "posture.jsonl").read_bytes() != (answered / "posture.jsonl").read_bytes():
        result.wrong.append("the posture of the records shuffled and doubled is another")
    return result.show(len(cloud.records), len(readings), whole=names == SERVICES)


def write(path, documents):
    path.write_text("".join(json.dumps(document) + "\n" for document in documents))


def replay_all(plumbline, out, jobs):
    """Replays, two at a time, records under a version of the benchmark into a folder; the folders of the outputs."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda job: replay(plumbline, out, *job), jobs))


def replay(plumbline, out, version, events, name, scope=None):
    folder, profile = out / name, out / f"profile-{name}.json"
    profile.write_text(json.dumps({"name": version, "provider": "AWS", "version": version, "levels": ["L2"]} | (scope or {})))
    call = [plumbline, "replay", "--events", out / events, "--baseline", out / "baseline.jsonl"]
    call += ["--profile", profile, "--out", folder]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"plumbline replay failed with {done.returncode}: {done.stderr}")
    return folder


def controls_of(plumbline):
    """The versions of the benchmark that each control is in; none for a control of our own."""
    listed = subprocess.run([plumbline, "controls", "list", "--json"], check=True, capture_output=True, text=True)
    controls = [json.loads(line) for line in listed.stdout.splitlines()]
    return {control["id"]: {one["version"] for one in control["benchmarks"]} for control in controls}


if __name__ == "__main__":
    sys.exit(main())
