"""Writes down the calls of a boto3 client as CloudTrail records them.

Nothing here is shared with the decoders: names and nesting come from botocore's shapes and from what published records
show. Reads are left out, as a trail of write events leaves them out.
"""
import copy
import datetime
import json
import uuid

import ec2_shapes
import s3_shapes
import shapes

READS = ("Describe", "List", "Get", "Head", "Lookup", "Search", "BatchGet", "Generate", "Simulate", "Query")
#: Data events, which the trail does not record.
DATA = {"PutObject", "DeleteObject", "Publish", "SendMessage", "PutEvents", "Encrypt", "Decrypt"}
#: Names of operations that differ from the names of their events.
NAMES = {
    ("s3", "PutPublicAccessBlock"): "PutBucketPublicAccessBlock",
    ("s3", "DeletePublicAccessBlock"): "DeleteBucketPublicAccessBlock",
    ("s3", "PutBucketLifecycleConfiguration"): "PutBucketLifecycle",
    ("s3", "PutBucketNotificationConfiguration"): "PutBucketNotification",
    ("s3control", "PutPublicAccessBlock"): "PutAccountPublicAccessBlock",
    ("s3control", "DeletePublicAccessBlock"): "DeleteAccountPublicAccessBlock",
    ("lambda", "CreateFunction"): "CreateFunction20150331",
    ("lambda", "DeleteFunction"): "DeleteFunction20150331",
    ("lambda", "AddPermission"): "AddPermission20150331v2",
    ("lambda", "RemovePermission"): "RemovePermission20150331v2",
    ("lambda", "UpdateFunctionConfiguration"): "UpdateFunctionConfiguration20150331v2",
    ("lambda", "UpdateFunctionCode"): "UpdateFunctionCode20150331v2",
    ("lambda", "TagResource"): "TagResource20170331v2",
    ("lambda", "UntagResource"): "UntagResource20170331v2",
}
#: Services that log under another name than that of their endpoint.
SOURCES = {"s3control": "s3", "macie2": "macie2", "apigatewayv2": "apigateway", "sso-admin": "sso"}
#: Services of the partition, which log to its first region.
GLOBAL = {"iam", "cloudfront", "organizations", "account"}


class Recorder:
    """Listens to one client and appends a record a changing call."""

    def __init__(self, clock, account, region, identity, records, owners=None):
        self.clock = clock
        self.account = account
        self.region = region
        self.identity = identity
        self.records = records
        #: By the name of a bucket of another account, that account.
        self.owners = {} if owners is None else owners

    def listen(self, client):
        self.service = client.meta.service_model
        client.meta.events.register_first("before-parameter-build", self._begin)
        client.meta.events.register_last("after-call", self._end)

    def _begin(self, params, context, **_):
        context["estate"] = (self.clock.tick(), copy.deepcopy(params))

    def _end(self, http_response, parsed, model, context, **_):
        if model.name.startswith(READS) or model.name in DATA or "estate" not in context:
            return
        instant, params = context["estate"]
        answer = {name: value for name, value in parsed.items() if name not in ("ResponseMetadata", "Error")}
        answer = shapes.moved(answer, instant)
        record = self._record(model, instant)
        error = parsed.get("Error") if http_response.status_code >= 300 else None
        record["requestParameters"], record["responseElements"] = self._elements(model, params, answer)
        if error:
            prefix = "Client." if self.service.service_name == "ec2" else ""
            record["errorCode"] = prefix + error.get("Code", "Unknown")
            record["errorMessage"] = error.get("Message", "")
            record["responseElements"] = None
        self.records += json.loads(json.dumps(self._copies(record, params)))

    def _copies(self, record, params):
        """The record, and where the resource is another account's the one in that account's log."""
        owner = self.owners.get(params.get("Bucket"), self.account) if isinstance(params, dict) else self.account
        if owner == self.account:
            return [record]
        mark = {"sharedEventID": str(uuid.uuid5(uuid.NAMESPACE_URL, f"shared {record['eventID']}"))}
        resource = {"accountId": owner, "type": "AWS::S3::Bucket", "ARN": f"arn:aws:s3:::{params['Bucket']}"}
        theirs = {"eventID": str(uuid.uuid5(uuid.NAMESPACE_URL, f"owner {record['eventID']}")), "resources": [resource]}
        return [record | mark, record | mark | theirs | {"recipientAccountId": owner}]

    def _record(self, model, instant):
        service = self.service.service_name
        source = SOURCES.get(service, self.service.endpoint_prefix)
        digest = uuid.uuid5(uuid.NAMESPACE_URL, f"estate {len(self.records)}")
        return {
            "eventVersion": "1.11",
            "userIdentity": self.identity,
            "eventTime": instant.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "eventSource": f"{source}.amazonaws.com",
            "eventName": NAMES.get((service, model.name), model.name),
            "awsRegion": "us-east-1" if service in GLOBAL else self.region,
            "sourceIPAddress": "198.51.100.7",
            "userAgent": "Boto3/1.43 estate",
            "requestID": str(uuid.uuid5(digest, "request")),
            "eventID": str(digest),
            "readOnly": False,
            "eventType": "AwsApiCall",
            "managementEvent": True,
            "recipientAccountId": self.account,
            "eventCategory": "Management",
        }

    def _elements(self, model, params, answer):
        if self.service.service_name == "ec2":
            return ec2_shapes.elements(model, params, answer)
        if self.service.service_name == "s3":
            return s3_shapes.elements(model, params, answer, self.region)
        if self.service.service_name == "s3control":
            return s3_shapes.account_elements(model, params)
        return shapes.elements(self.service.service_name, model, params, answer)


def final_record(clock, account, region, identity):
    """A record that changes nothing, so that the log ends where the estate's clock stands."""
    recorder = Recorder(clock, account, region, identity, [])
    instant = clock.tick()
    return {
        "eventVersion": "1.11",
        "userIdentity": identity,
        "eventTime": instant.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "eventSource": "sts.amazonaws.com",
        "eventName": "GetCallerIdentity",
        "awsRegion": recorder.region,
        "requestParameters": None,
        "responseElements": None,
        "eventID": str(uuid.uuid5(uuid.NAMESPACE_URL, "estate end")),
        "readOnly": True,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": account,
        "eventCategory": "Management",
    }
