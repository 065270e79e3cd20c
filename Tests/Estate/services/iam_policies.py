"""Managed policies and who has them, roles and whom they trust, certificates, providers."""
import json

from cloud import ACCOUNT
from policies import grants_everything, listed, names_everyone, narrows, statements

ROOT = f"arn:aws:iam::{ACCOUNT}:root"
SUPPORT = "arn:aws:iam::aws:policy/AWSSupportAccess"
SHELL = "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
EVERYTHING = {"Effect": "Allow", "Action": "*", "Resource": "*"}
SOMETHING = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
OIDC = f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"


def document(*parts):
    return json.dumps({"Version": "2012-10-17", "Statement": list(parts)})


def act(cloud):
    iam = cloud.client("iam")
    trusts(cloud, iam)
    managed(cloud, iam)
    iam.create_group(GroupName="estate-shells")
    for policy in (SHELL, ADMIN):
        iam.attach_group_policy(GroupName="estate-shells", PolicyArn=policy)
    iam.detach_group_policy(GroupName="estate-shells", PolicyArn=SHELL)
    iam.attach_role_policy(RoleName="estate-own-account", PolicyArn=SUPPORT)
    iam.attach_role_policy(RoleName="estate-service", PolicyArn=SHELL)
    iam.create_saml_provider(Name="estate", SAMLMetadataDocument="a" * 1024)
    provider = iam.create_open_id_connect_provider(
        Url="https://token.actions.githubusercontent.com", ClientIDList=["sts.amazonaws.com"], ThumbprintList=["a" * 40]
    )["OpenIDConnectProviderArn"]
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=provider)
    iam.put_role_policy(RoleName="estate-service", PolicyName="own", PolicyDocument=document(EVERYTHING))
    iam.delete_role_policy(RoleName="estate-service", PolicyName="own")
    cloud.refused(iam.delete_role, RoleName="estate-nobody")
    cloud.refused(iam.attach_role_policy, RoleName="estate-own-account", PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/none")


def managed(cloud, iam):
    def policy(name, *parts):
        return iam.create_policy(PolicyName=f"estate-{name}", PolicyDocument=document(*parts))["Policy"]["Arn"]

    def attached(name, *parts):
        arn = policy(name, *parts)
        iam.attach_role_policy(RoleName="estate-own-account", PolicyArn=arn)
        return arn

    policy("unattached", EVERYTHING)
    attached("everything", EVERYTHING)
    attached("something", SOMETHING)
    attached("hidden", SOMETHING, {"Effect": "Allow", "Action": ["s3:*", "*"], "Resource": ["*"]})
    attached("denial", {"Effect": "Deny", "Action": "*", "Resource": "*"})
    attached("one-resource", {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::estate-closed/*"})
    worse = attached("worse", SOMETHING)
    iam.create_policy_version(PolicyArn=worse, PolicyDocument=document(EVERYTHING), SetAsDefault=True)
    draft = attached("draft", SOMETHING)
    iam.create_policy_version(PolicyArn=draft, PolicyDocument=document(EVERYTHING), SetAsDefault=False)
    back = attached("back", EVERYTHING)
    iam.create_policy_version(PolicyArn=back, PolicyDocument=document(SOMETHING), SetAsDefault=True)
    forth = attached("back-and-forth", SOMETHING)
    iam.create_policy_version(PolicyArn=forth, PolicyDocument=document(EVERYTHING), SetAsDefault=True)
    iam.set_default_policy_version(PolicyArn=forth, VersionId="v1")
    iam.delete_policy_version(PolicyArn=draft, VersionId="v2")
    loose = attached("detached", EVERYTHING)
    iam.detach_role_policy(RoleName="estate-own-account", PolicyArn=loose)
    iam.delete_policy(PolicyArn=policy("gone", EVERYTHING))
    cloud.refused(iam.create_policy, PolicyName="estate-everything", PolicyDocument=document(EVERYTHING))


def trusts(cloud, iam):
    def trust(principal, action="sts:AssumeRole", **condition):
        statement = {"Effect": "Allow", "Principal": principal, "Action": action}
        return statement | ({"Condition": condition} if condition else {})

    def role(name, *parts):
        iam.create_role(RoleName=f"estate-{name}", AssumeRolePolicyDocument=document(*parts))

    other = "arn:aws:iam::999988887777:root"
    web = {"Federated": OIDC}
    prefix = "token.actions.githubusercontent.com:"
    role("own-account", trust({"AWS": ROOT}))
    role("service", trust({"Service": "lambda.amazonaws.com"}))
    role("everyone", trust("*"))
    role("everyone-of-us", trust({"AWS": "*"}, StringEquals={"aws:PrincipalOrgID": "o-estate00001"}))
    role("foreign", trust({"AWS": other}))
    role("foreign-with-id", trust({"AWS": other}, StringEquals={"sts:ExternalId": "b7c1"}))
    role("deputy", trust({"Service": "cloudtrail.amazonaws.com"}))
    role(
        "deputy-bound", trust({"Service": "cloudtrail.amazonaws.com"}, StringEquals={"aws:SourceAccount": ACCOUNT})
    )  # fmt: skip
    role(
        "web-any-owner",
        trust(
            web, "sts:AssumeRoleWithWebIdentity",
            StringEquals={prefix + "aud": "sts.amazonaws.com"}, StringLike={prefix + "sub": "repo:*"},
        ),
    )  # fmt: skip
    role(
        "web-one-owner",
        trust(
            web, "sts:AssumeRoleWithWebIdentity",
            StringEquals={prefix + "aud": "sts.amazonaws.com"}, StringLike={prefix + "sub": "repo:estate/*"},
        ),
    )  # fmt: skip
    role("repaired", trust("*"))
    iam.update_assume_role_policy(RoleName="estate-repaired", PolicyDocument=document(trust({"AWS": ROOT})))
    role("gone", trust("*"))
    iam.delete_role(RoleName="estate-gone")
    cloud.refused(iam.create_role, RoleName="estate-service", AssumeRolePolicyDocument=document(trust("*")))


def judge(cloud, say):
    iam = cloud.client("iam")
    entities = {arn: iam.list_entities_for_policy(PolicyArn=arn) for arn in (SUPPORT, SHELL)}
    say("aws.iam.support-role-exists", ROOT, bool(entities[SUPPORT]["PolicyRoles"]))
    shells = [one for name in ("PolicyRoles", "PolicyUsers", "PolicyGroups") for one in entities[SHELL][name]]
    say("aws.iam.cloudshell-full-access-restricted", ROOT, not shells)
    pages = iam.get_paginator("list_policies").paginate(Scope="Local").build_full_result()["Policies"]
    pages += iam.get_paginator("list_policies").paginate(Scope="AWS", OnlyAttached=True).build_full_result()["Policies"]
    for policy in pages:
        version = iam.get_policy_version(PolicyArn=policy["Arn"], VersionId=policy["DefaultVersionId"])
        full = grants_everything(version["PolicyVersion"]["Document"])
        say("aws.iam.iam-no-full-admin-policy-attached", policy["Arn"], not full if policy["AttachmentCount"] else None)
    for role in iam.get_paginator("list_roles").paginate().build_full_result()["Roles"]:
        if not role["Path"].startswith("/aws-service-role/"):
            narrow = all(is_narrow(one) for one in statements(role["AssumeRolePolicyDocument"]))
            say("aws.iam.role-trust-policy-narrow", role["Arn"], narrow)


#: Services of the estate's trusts that act for whoever asks.
DEPUTIES = {"cloudtrail.amazonaws.com"}


def is_narrow(statement):
    """Requirement of our own: who may become a role is a known few."""
    principal, tests = statement["Principal"], statement.get("Condition", {})
    exact = {key.lower(): listed(value) for test in tests.values() for key, value in test.items()}
    if names_everyone(principal):
        return narrows(tests)
    if "Service" in principal:
        bound = exact.keys() & {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid"}
        return bool(bound) or not DEPUTIES & set(listed(principal["Service"]))
    if "Federated" in principal:
        audience = any(key.endswith(":aud") for key in exact)
        subjects = [value for key, values in exact.items() if key.endswith(":sub") for value in values]
        return audience and bool(subjects) and not any(one.startswith(("*", "repo:*")) for one in subjects)
    foreign = [arn for arn in listed(principal["AWS"]) if f"::{ACCOUNT}:" not in arn]
    return not foreign or "sts:externalid" in exact
