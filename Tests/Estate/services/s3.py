"""Buckets: public access, policies, versioning, encryption, logging; and the settings of the account."""
import json

from cloud import ACCOUNT, maybe
from policies import denies_http, is_public

FOUR = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


def act(cloud):
    s3, ireland = cloud.client("s3"), cloud.client("s3", "eu-west-1")
    names = ("closed", "open", "half", "reopened", "policied", "https", "versioned", "walled", "gone", "kept", "narrowed")
    for name in names:
        s3.create_bucket(Bucket=f"estate-{name}")
    ireland.create_bucket(
        Bucket="estate-ireland", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}, ACL="private"
    )
    s3.put_object(Bucket="estate-half", Key="letter", Body=b"dear")
    block(s3, "closed", True, True, True, True)
    block(s3, "open", False, False, False, False)
    block(s3, "half", True, True, False, True)
    block(s3, "reopened", True, True, True, True)
    for name in ("reopened", "policied"):
        s3.delete_public_access_block(Bucket=f"estate-{name}")
    block(ireland, "ireland", True, True, True, True)
    block(ireland, "ireland", True, False, True, True)
    policies(s3)
    for name, status in (("versioned", "Enabled"), ("half", "Suspended"), ("open", "Enabled")):
        s3.put_bucket_versioning(Bucket=f"estate-{name}", VersioningConfiguration={"Status": status})
    s3.put_bucket_versioning(
        Bucket="estate-kept", VersioningConfiguration={"Status": "Enabled", "MFADelete": "Enabled"}, MFA="arn 123456"
    )
    encryption(s3)
    s3.delete_bucket(Bucket="estate-gone")
    cloud.refused(s3.delete_bucket, Bucket="estate-half")
    cloud.refused(ireland.create_bucket, Bucket="estate-open", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    cloud.refused(s3.put_bucket_versioning, Bucket="estate-never-there", VersioningConfiguration={"Status": "Enabled"})
    account_settings(cloud)


def block(s3, name, *values):
    settings = dict(zip(FOUR, values, strict=True))
    s3.put_public_access_block(Bucket=f"estate-{name}", PublicAccessBlockConfiguration=settings)


def policies(s3):
    def put(name, *statements):
        text = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
        s3.put_bucket_policy(Bucket=f"estate-{name}", Policy=text)

    def allow(name, principal, **more):
        where = f"arn:aws:s3:::estate-{name}/*"
        return {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": where} | more

    def deny(name, resource, **more):
        secure = {"Bool": {"aws:SecureTransport": "false"}}
        statement = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": resource, "Condition": secure}
        return statement | more

    bucket = "arn:aws:s3:::estate-"
    put("policied", allow("policied", "*"))
    put("open", allow("open", {"AWS": "*"}), allow("open", {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))
    put("walled", allow("walled", "*"))
    block(s3, "walled", False, False, False, True)
    put("narrowed", allow("narrowed", "*", Condition={"StringEquals": {"aws:PrincipalOrgID": "o-estate00001"}}))
    put("https", deny("https", [bucket + "https", bucket + "https/*"]))
    put("versioned", deny("versioned", bucket + "versioned/*"))
    put("kept", deny("kept", [bucket + "kept", bucket + "kept/*"], Action="s3:PutObject"))
    put("closed", deny("closed", bucket + "closed"), deny("closed", bucket + "closed/*", Principal={"AWS": "*"}))
    put("half", deny("half", [bucket + "half", bucket + "half/*"]))
    s3.delete_bucket_policy(Bucket="estate-half")
    put("reopened", allow("reopened", "*", Condition={"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}))


def encryption(s3):
    def rules(algorithm):
        return {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": algorithm}}]}

    for name in ("closed", "open"):
        s3.put_bucket_encryption(Bucket=f"estate-{name}", ServerSideEncryptionConfiguration=rules("aws:kms"))
    s3.delete_bucket_encryption(Bucket="estate-open")


def account_settings(cloud):
    control = cloud.client("s3control")
    four = dict.fromkeys(FOUR, True)
    control.put_public_access_block(AccountId=ACCOUNT, PublicAccessBlockConfiguration=four)
    control.delete_public_access_block(AccountId=ACCOUNT)
    control.put_public_access_block(
        AccountId=ACCOUNT,
        PublicAccessBlockConfiguration={
            "BlockPublicAcls": True, "IgnorePublicAcls": False, "BlockPublicPolicy": True, "RestrictPublicBuckets": False
        },
    )  # fmt: skip


def judge(cloud, say):
    account = maybe(cloud.client("s3control").get_public_access_block, AccountId=ACCOUNT) or {}
    judge_buckets(cloud.client("s3"), account.get("PublicAccessBlockConfiguration", {}), say)


def judge_buckets(s3, account, say):
    """`account`: what is blocked in all of the account."""
    for bucket in s3.list_buckets()["Buckets"]:
        name, arn = bucket["Name"], f"arn:aws:s3:::{bucket['Name']}"
        own = (maybe(s3.get_public_access_block, Bucket=name) or {}).get("PublicAccessBlockConfiguration", {})
        policy = (maybe(s3.get_bucket_policy, Bucket=name) or {}).get("Policy")
        versioning = s3.get_bucket_versioning(Bucket=name)
        restricted = own.get("RestrictPublicBuckets") or account.get("RestrictPublicBuckets")
        say("aws.s3.s3-block-public-access", arn, all(own.get(one) or account.get(one) for one in FOUR))
        say("aws.s3.resource-policy-no-wildcard-principal", arn, bool(restricted) or not is_public(policy))
        say("aws.s3.s3-bucket-deny-http", arn, denies_http(policy, arn))
        say(
            "aws.s3.s3-bucket-mfa-delete", arn,
            versioning.get("Status") == "Enabled" and versioning.get("MFADelete") == "Enabled",
        )  # fmt: skip
        say("aws.s3.s3-bucket-default-encryption", arn, maybe(s3.get_bucket_encryption, Bucket=name) is not None)
