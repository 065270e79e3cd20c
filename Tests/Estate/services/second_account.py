"""A second account of the organisation: its own buckets and queues, and what the first account does to them."""
import json

import baseline
from cloud import REGIONS, maybe
from policies import is_public
from services import organization, s3


def member(cloud):
    """The account that the organisation made; it has no organisation where this service is built alone."""
    organizations = cloud.client("organizations")
    if not maybe(organizations.describe_organization):
        organization.act(cloud)
    return next(one["Id"] for one in organizations.list_accounts()["Accounts"] if one["Name"] == "security")


def act(cloud):
    account = member(cloud)
    cloud.inventory += baseline.second(account, cloud.clock.text())
    theirs, ours = cloud.client_in(account, "s3"), cloud.client("s3")
    for name in ("own", "opened", "closed", "gone"):
        theirs.create_bucket(Bucket=f"estate-member-{name}")
        cloud.owners[f"estate-member-{name}"] = account
    everyone = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}

    def policy(name):
        statement = everyone | {"Resource": f"arn:aws:s3:::estate-member-{name}/*"}
        return {"Bucket": f"estate-member-{name}", "Policy": json.dumps({"Version": "2012-10-17", "Statement": [statement]})}

    for name in ("opened", "closed"):
        theirs.delete_public_access_block(Bucket=f"estate-member-{name}")
    theirs.put_bucket_policy(**policy("closed"))
    # The first account's calls are in both logs, and change what is the second's.
    ours.put_bucket_policy(**policy("opened"))
    ours.delete_bucket_policy(Bucket="estate-member-closed")
    ours.put_bucket_versioning(Bucket="estate-member-own", VersioningConfiguration={"Status": "Enabled"})
    theirs.delete_bucket(Bucket="estate-member-gone")
    # Queues of one name in both accounts and in two regions.
    for region in REGIONS:
        queues = cloud.client_in(account, "sqs", region)
        everyone["Action"] = "sqs:SendMessage"
        open_to_all = json.dumps({"Version": "2012-10-17", "Statement": [everyone | {"Resource": "*"}]})
        queues.create_queue(QueueName="estate-queue", Attributes={"Policy": open_to_all})
        queues.create_queue(QueueName="estate-queue-open")


def judge(cloud, say):
    account = member(cloud)
    s3.judge_buckets(cloud.client_in(account, "s3"), {}, say)
    for region in REGIONS:
        queues = cloud.client_in(account, "sqs", region)
        for url in queues.list_queues().get("QueueUrls", []):
            attributes = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
            passes = not is_public(attributes.get("Policy") or None)
            say("aws.sqs.resource-policy-no-wildcard-principal", attributes["QueueArn"], passes, region)
