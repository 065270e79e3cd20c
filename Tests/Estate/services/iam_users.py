"""Users: passwords, second factors, keys by age and use, policies; and the account's own settings."""
import json

import cloud as clouds
from cloud import ACCOUNT, maybe

ROOT = f"arn:aws:iam::{ACCOUNT}:root"
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


def act(cloud):
    iam = cloud.client("iam")
    old_keys(cloud, iam)
    for name in ("plain", "console", "console-mfa", "console-mfa-off", "left", "renamed-before"):
        iam.create_user(UserName=f"estate-{name}", Tags=[{"Key": "team", "Value": "estate"}])
    for name in ("console", "console-mfa", "console-mfa-off", "left"):
        iam.create_login_profile(UserName=f"estate-{name}", Password="correct horse", PasswordResetRequired=False)
    iam.delete_login_profile(UserName="estate-left")
    for name in ("console-mfa", "console-mfa-off"):
        serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=f"estate-{name}")["VirtualMFADevice"]["SerialNumber"]
        codes = {"AuthenticationCode1": "123456", "AuthenticationCode2": "234567"}
        iam.enable_mfa_device(UserName=f"estate-{name}", SerialNumber=serial, **codes)
    iam.deactivate_mfa_device(UserName="estate-console-mfa-off", SerialNumber=serial)
    iam.update_user(UserName="estate-renamed-before", NewUserName="estate-renamed")
    policies(iam)
    cloud.refused(iam.create_user, UserName="estate-plain")
    cloud.refused(iam.delete_user, UserName="estate-nobody")
    cloud.refused(iam.create_login_profile, UserName="estate-console", Password="correct horse")
    keys(cloud, iam)
    password_policy(iam)


def old_keys(cloud, iam):
    """Keys that are a hundred days old at the end, one of them in use since."""
    for name in ("old-key", "old-key-off", "old-key-used"):
        iam.create_user(UserName=f"estate-{name}")
        key = iam.create_access_key(UserName=f"estate-{name}")["AccessKey"]["AccessKeyId"]
        if name == "old-key-off":
            iam.update_access_key(UserName=f"estate-{name}", AccessKeyId=key, Status="Inactive")
    cloud.clock.leap(days=100)


def keys(cloud, iam):
    for name in ("one-key", "two-keys", "two-keys-one-off", "key-removed"):
        iam.create_user(UserName=f"estate-{name}")
        iam.create_access_key(UserName=f"estate-{name}")
    iam.create_access_key(UserName="estate-two-keys")
    second = iam.create_access_key(UserName="estate-two-keys-one-off")["AccessKey"]["AccessKeyId"]
    iam.update_access_key(UserName="estate-two-keys-one-off", AccessKeyId=second, Status="Inactive")
    key = iam.list_access_keys(UserName="estate-key-removed")["AccessKeyMetadata"][0]["AccessKeyId"]
    iam.delete_access_key(UserName="estate-key-removed", AccessKeyId=key)
    cloud.refused(iam.delete_access_key, UserName="estate-one-key", AccessKeyId="AKIA0000000000000000")
    used = iam.list_access_keys(UserName="estate-old-key-used")["AccessKeyMetadata"][0]["AccessKeyId"]
    own = cloud.client("sns", access_key=used, identity=clouds.user("estate-old-key-used", used))
    own.create_topic(Name="estate-made-by-an-old-key")
    with_console = iam.create_access_key(UserName="estate-console")["AccessKey"]["AccessKeyId"]
    iam.update_access_key(UserName="estate-console", AccessKeyId=with_console, Status="Inactive")
    iam.create_access_key(UserName="estate-console-mfa")


def policies(iam):
    inline = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]})
    for name in ("attached", "inline", "detached", "inline-removed", "grouped"):
        iam.create_user(UserName=f"estate-{name}")
    for name in ("attached", "detached"):
        iam.attach_user_policy(UserName=f"estate-{name}", PolicyArn=READ_ONLY)
    iam.detach_user_policy(UserName="estate-detached", PolicyArn=READ_ONLY)
    for name in ("inline", "inline-removed"):
        iam.put_user_policy(UserName=f"estate-{name}", PolicyName="own", PolicyDocument=inline)
    iam.delete_user_policy(UserName="estate-inline-removed", PolicyName="own")
    iam.create_group(GroupName="estate-readers")
    iam.attach_group_policy(GroupName="estate-readers", PolicyArn=READ_ONLY)
    iam.add_user_to_group(GroupName="estate-readers", UserName="estate-grouped")
    iam.create_user(UserName="estate-gone")
    iam.delete_user(UserName="estate-gone")


def password_policy(iam):
    iam.update_account_password_policy(MinimumPasswordLength=14, PasswordReusePrevention=24, RequireSymbols=True)
    iam.delete_account_password_policy()
    iam.update_account_password_policy(MinimumPasswordLength=16, RequireNumbers=True)


def judge(cloud, say):
    iam = cloud.client("iam")
    policy = (maybe(iam.get_account_password_policy) or {}).get("PasswordPolicy", {})
    say("aws.iam.password-policy-min-length-14", ROOT, policy.get("MinimumPasswordLength", 0) >= 14)
    say("aws.iam.password-policy-prevent-reuse-24", ROOT, policy.get("PasswordReusePrevention", 0) >= 24)
    summary = iam.get_account_summary()["SummaryMap"]
    say("aws.iam.root-no-access-keys", ROOT, summary["AccountAccessKeysPresent"] == 0)
    say("aws.iam.root-mfa-enabled", ROOT, summary["AccountMFAEnabled"] == 1)
    users = iam.get_paginator("list_users").paginate().build_full_result()["Users"]
    consoles = [user for user in users if maybe(iam.get_login_profile, UserName=user["UserName"])]
    federated = iam.list_saml_providers()["SAMLProviderList"] + iam.list_open_id_connect_providers()[
        "OpenIDConnectProviderList"
    ]
    say("aws.iam.iam-users-managed-by-federation", ROOT, bool(federated) and not consoles)
    for user in users:
        judge_user(cloud, iam, user, say)


def judge_user(cloud, iam, user, say):
    name, arn = user["UserName"], user["Arn"]
    profile = maybe(iam.get_login_profile, UserName=name)
    devices = iam.list_mfa_devices(UserName=name)["MFADevices"]
    say("aws.iam.iam-console-user-mfa-enabled", arn, bool(devices) if profile else None)
    attached = iam.list_attached_user_policies(UserName=name)["AttachedPolicies"]
    inline = iam.list_user_policies(UserName=name)["PolicyNames"]
    say("aws.iam.iam-user-permissions-through-groups-only", arn, not attached and not inline)
    keys = iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    active = [key for key in keys if key["Status"] == "Active"]
    now = cloud.clock.now
    ages = [(now - cloud.clock.simulated(key["CreateDate"])).days for key in active]
    say("aws.iam.iam-user-single-active-access-key", arn, len(active) <= 1)
    say("aws.iam.iam-access-key-rotated-90-days", arn, all(age < 90 for age in ages))
    uses = [last_use(cloud, iam, key) for key in active]
    say("aws.iam.iam-user-no-initial-access-key", arn, all(uses) if profile else None)
    idle = [(now - (use or cloud.clock.simulated(key["CreateDate"]))).days for use, key in zip(uses, active, strict=True)]
    if profile:
        idle.append((now - cloud.clock.simulated(profile["LoginProfile"]["CreateDate"])).days)
    say("aws.iam.iam-unused-credentials-45-days-disabled", arn, all(days < 45 for days in idle))


def last_use(cloud, iam, key):
    used = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["AccessKeyLastUsed"].get("LastUsedDate")
    return cloud.clock.simulated(used) if used else None
