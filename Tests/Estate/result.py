"""What is wanted of the verdicts, and what came of comparing them."""
import collections
import json

import exceptions
from cloud import ACCOUNT

#: The oldest that tells the address families apart, the last with initial keys and the trail's log group, the newest.
VERSIONS = ["1.5", "3.0", "7.0"]
#: The kinds that are judged in other accounts than the first.
ELSEWHERE = {"AWS::S3::Bucket", "AWS::SQS::Queue"}
WORDS = {True: "PASS", False: "FAIL", None: "NOT_APPLICABLE"}


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


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


class Result:
    """What came of the comparisons: a table by kind, the exceptions, and what is wrong."""

    def __init__(self, wanted, controls):
        self.wanted, self.parents, self.controls = wanted.verdicts, wanted.parents, controls
        self.table = collections.defaultdict(collections.Counter)
        self.subjects = collections.defaultdict(set)
        self.excepted, self.wrong = collections.Counter(), []

    def compare(self, version, folder, answered=False):
        """Holds one posture against what is wanted of the controls that this version has.

        Where every request to read again was answered, nothing may be unknown.
        """
        known = {control for control, _, _ in self.wanted}
        # Of other accounts only what is wanted of them, and all of the kinds that it is about.
        here = {one for one in known if version in self.controls[one] or not self.controls[one]}
        wanted = {key: verdict for key, verdict in self.wanted.items() if key[0] in here}
        posture = {
            (line["control"], line["region"], line["resource"]): line
            for line in read(folder / "posture.jsonl")
            if line["account"] == f"aws:{ACCOUNT}" or line["kind"] in ELSEWHERE
        }
        requests = set()
        if not answered:
            asked = read(folder / "reread-requests.jsonl")
            requests = {(request["kind"], request["id"]) for request in asked}
            # What comes with a network is asked for by its kinds, for the network's sake.
            came = [request["reason"].removeprefix("came with ") for request in asked]
            requests |= {("AWS::EC2::VPC", name) for name in came if name.startswith("vpc-")}
        self.wrong += [f"{version}: dead letter: {letter}" for letter in read(folder / "dead-letters.jsonl")]
        for key in sorted(wanted.keys() | {key for key in posture if key[0] in here}):
            line = posture.get(key, {"status": "none", "missing": []})
            want = wanted[key][version] if key in wanted else "none"
            self.note(version + (" answered" if answered else ""), key, want, line, requests)

    def compare_tagged(self, whole, folder, excluded):
        """Holds a posture under a profile with exclusions against the tags, and against the posture without a profile."""
        plain = {(line["control"], line["region"], line["resource"]): line["status"] for line in read(whole / "posture.jsonl")}
        kinds = {"AWS::S3::Bucket", "AWS::EC2::SecurityGroup"}
        seen = set()
        for line in read(folder / "posture.jsonl"):
            # The watch over exclusions is told by itself.
            if line["kind"] not in kinds or line["control"].startswith("aws.exclusions."):
                continue
            key = (line["control"], line["region"], line["resource"])
            want = "EXCLUDED" if line["resource"] in excluded else plain.get(key)
            row = self.table["tags " + line["kind"]]
            self.subjects["tags " + line["kind"]].add(key[1:])
            row["compared"] += 1
            row["equal"] += line["status"] == want
            if line["status"] != want:
                self.wrong.append(f"tags: {' '.join(key)}: want {want}, is {line['status']}")
            seen |= {line["resource"]} & excluded
        self.wrong += [f"tags: no verdict on {one}" for one in sorted(excluded - seen)]

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

    def show(self, calls, readings, whole):
        """Prints the table; the exit status. `whole`: every service was built, so every exception should be needed."""
        print(f"{'kind':<45} resources  verdicts     equal  excepted")
        for kind, row in sorted(self.table.items()):
            count = len(self.subjects[kind])
            print(f"{kind:<45} {count:>9} {row['compared']:>9} {row['equal']:>9} {row['excepted']:>9}")
        controls = len({control for control, _, _ in self.wanted})
        print(f"{calls} calls recorded, {readings} readings, {controls} controls, benchmarks {', '.join(VERSIONS)}")
        for reason, count in sorted(self.excepted.items()):
            print(f"excepted {count}: {reason}")
        for unused in exceptions.REASONS - self.excepted.keys() if whole else ():
            print(f"needed no more: {unused}")
        for problem in self.wrong:
            print("wrong:", problem)
        return 1 if self.wrong else 0
