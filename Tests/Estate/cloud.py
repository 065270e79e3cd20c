"""The cloud of the estate: clients of a moto server on loopback, the recorder that listens to them, and their clock."""
import bisect
import datetime
import time

import boto3
import botocore.config
import botocore.exceptions

import recorder

ACCOUNT = "123456789012"
#: The regions that the account has enabled; the first is the one that global services log to.
REGIONS = ["us-east-1", "eu-west-1"]
HOME = REGIONS[0]
#: The role of a new account of an organisation that its management account may take up.
ENTRY = "OrganizationAccountAccessRole"
BEGINNING = datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc)


class Clock:
    """The estate's own time: a few seconds a call, and leaps when a story wants days to pass.

    moto stamps what it makes with the machine's time; `simulated` says what time it was in the estate then.
    """

    def __init__(self):
        self.now = BEGINNING
        self._walls, self._instants = [], []

    def tick(self):
        self.now += datetime.timedelta(seconds=7)
        self._walls.append(datetime.datetime.now(datetime.timezone.utc))
        self._instants.append(self.now)
        return self.now

    def text(self):
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def leap(self, days):
        """Lets days pass; what moto stamps after it differs by a second from what it stamped before."""
        time.sleep(1.1)
        self.now += datetime.timedelta(days=days)

    def simulated(self, wall):
        """The instant of the last call that had begun at this time; services cut fractions of seconds off."""
        last = bisect.bisect_right(self._walls, wall + datetime.timedelta(milliseconds=999)) - 1
        return self._instants[max(last, 0)]


class Cloud:
    """Clients by service and region, whose changing calls are recorded."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.clock = Clock()
        self.beginning = BEGINNING
        self.records = []
        #: What is known of accounts that came after the baseline.
        self.inventory = []
        self._clients = {}
        #: By the name of a bucket of another account, that account.
        self.owners = {}

    def client(self, service, region=HOME, access_key="AKIAESTATEBUILDER001", identity=None):
        """A client; calls of one with an identity of its own are recorded as that identity's."""
        key = (service, region, access_key)
        if key not in self._clients:
            client = boto3.client(
                service,
                region_name=region,
                endpoint_url=self.endpoint,
                aws_access_key_id=access_key,
                aws_secret_access_key="estate",
                config=botocore.config.Config(
                    inject_host_prefix=False, retries={"max_attempts": 1}, s3={"addressing_style": "path"}
                ),
            )
            client.meta.events.register("before-send.s3-control", self._without_account)
            identity = identity or builder(access_key)
            recorder.Recorder(self.clock, ACCOUNT, region, identity, self.records, self.owners).listen(client)
            self._clients[key] = client
        return self._clients[key]

    def client_in(self, account, service, region=HOME):
        """A client in another account of the organisation, with the role that its management account has there."""
        key = (service, region, account)
        if key not in self._clients:
            ours = {"region_name": region, "endpoint_url": self.endpoint}
            keys = {"aws_access_key_id": "AKIAESTATEBUILDER001", "aws_secret_access_key": "estate"}
            role = f"arn:aws:iam::{account}:role/{ENTRY}"
            session = boto3.client("sts", **ours, **keys).assume_role(RoleArn=role, RoleSessionName="ada")["Credentials"]
            client = boto3.client(
                service, **ours, aws_access_key_id=session["AccessKeyId"],
                aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"],
                config=botocore.config.Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"}),
            )  # fmt: skip
            identity = builder("AKIAESTATEBUILDER002", account, ENTRY)
            recorder.Recorder(self.clock, account, region, identity, self.records).listen(client)
            self._clients[key] = client
        return self._clients[key]

    def _without_account(self, request, **_):
        """S3 Control puts the account before the host, which loopback has no name for."""
        request.url = request.url.replace(f"//{ACCOUNT}.", "//")

    def refused(self, call, **parameters):
        """Makes a call that must be refused."""
        try:
            call(**parameters)
        except botocore.exceptions.ClientError:
            return
        raise AssertionError(f"{call} was not refused")

    def arn(self, service, name, region=""):
        return f"arn:aws:{service}:{region}:{ACCOUNT}:{name}"


def builder(access_key, account=ACCOUNT, role="estate-builder"):
    """Who builds the estate: a session of a role."""
    return {
        "type": "AssumedRole",
        "principalId": "AROAESTATEBUILDER001:ada",
        "arn": f"arn:aws:sts::{account}:assumed-role/{role}/ada",
        "accountId": account,
        "accessKeyId": access_key.replace("AKIA", "ASIA"),
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role",
                "principalId": "AROAESTATEBUILDER001",
                "arn": f"arn:aws:iam::{account}:role/{role}",
                "accountId": account,
                "userName": role,
            },
            "attributes": {"creationDate": "2026-03-01T00:00:00Z", "mfaAuthenticated": "true"},
        },
    }


def user(name, access_key):
    """A user who calls with an access key."""
    return {
        "type": "IAMUser",
        "principalId": "AIDA" + name.upper(),
        "arn": f"arn:aws:iam::{ACCOUNT}:user/{name}",
        "accountId": ACCOUNT,
        "accessKeyId": access_key,
        "userName": name,
    }


def maybe(call, **parameters):
    """The answer, or None where the service says that there is none."""
    try:
        return call(**parameters)
    except botocore.exceptions.ClientError:
        return None
