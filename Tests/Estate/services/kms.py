"""Keys: rotation, states and policies."""
import json

from cloud import ACCOUNT, HOME, REGIONS
from policies import is_public


def act(cloud):
    kms, ireland = cloud.client("kms"), cloud.client("kms", "eu-west-1")

    def key(client=kms, **more):
        return client.create_key(Description="of the estate", **more)["KeyMetadata"]["KeyId"]

    key()
    key(ireland)
    for name in ("rotated", "stopped", "off", "doomed", "spared"):
        made = key(Tags=[{"TagKey": "team", "TagValue": name}])
        if name != "off":
            kms.enable_key_rotation(KeyId=made if name == "rotated" else f"arn:aws:kms:{HOME}:{ACCOUNT}:key/{made}")
        if name == "stopped":
            kms.disable_key_rotation(KeyId=made)
        if name == "off":
            kms.disable_key(KeyId=made)
        if name in ("doomed", "spared"):
            kms.schedule_key_deletion(KeyId=made, PendingWindowInDays=7)
        if name == "spared":
            kms.cancel_key_deletion(KeyId=made)
            kms.enable_key(KeyId=made)
    key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")
    key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
    key(Origin="EXTERNAL")
    many = key(MultiRegion=True)
    kms.enable_key_rotation(KeyId=many)
    kms.replicate_key(KeyId=many, ReplicaRegion="eu-west-1")
    policies(kms, key)
    cloud.refused(kms.disable_key, KeyId="00000000-0000-4000-8000-000000000000")
    cloud.refused(kms.enable_key_rotation, KeyId="00000000-0000-4000-8000-000000000000")


def policies(kms, key):
    def document(principal, **condition):
        statement = {"Effect": "Allow", "Principal": principal, "Action": "kms:*", "Resource": "*"}
        statement |= {"Condition": condition} if condition else {}
        return json.dumps({"Version": "2012-10-17", "Id": "estate", "Statement": [statement]})

    key(Policy=document({"AWS": "*"}))
    key(Policy=document({"AWS": "*"}, StringEquals={"kms:CallerAccount": ACCOUNT}))
    for policy in (document("*"), document({"AWS": f"arn:aws:iam::{ACCOUNT}:root"})):
        kms.put_key_policy(KeyId=key(), PolicyName="default", Policy=policy)
    closed = key(Policy=document("*"))
    own = document({"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
    kms.put_key_policy(KeyId=closed, PolicyName="default", Policy=own)


def judge(cloud, say):
    for region in REGIONS:
        kms = cloud.client("kms", region)
        for listed in kms.get_paginator("list_keys").paginate().build_full_result()["Keys"]:
            key = kms.describe_key(KeyId=listed["KeyId"])["KeyMetadata"]
            rotates = (
                key["KeyManager"] == "CUSTOMER" and key["KeySpec"] == "SYMMETRIC_DEFAULT"
                and key["Origin"] == "AWS_KMS" and key["KeyState"] == "Enabled"
            )  # fmt: skip
            on = kms.get_key_rotation_status(KeyId=key["KeyId"])["KeyRotationEnabled"] if rotates else None
            say("aws.kms.kms-cmk-rotation-enabled", key["Arn"], on, region)
            policy = kms.get_key_policy(KeyId=key["KeyId"], PolicyName="default")["Policy"]
            open_ = is_public(policy) if key["KeyManager"] == "CUSTOMER" else None
            say("aws.kms.resource-policy-no-wildcard-principal", key["Arn"], open_ if open_ is None else not open_, region)
