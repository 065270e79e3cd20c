"""Answers requests to read again out of moto, as a reader with the right calls would."""
import botocore.exceptions

import baseline
import policies
from cloud import ACCOUNT


def answers(cloud, requests, observed_at):
    """A record of what each request asks for; none for kinds that no judged control reads.

    Whole inventories are given of what came with a network; others are asked for before the baseline has closed them.
    """
    requests = [one for one in requests if one["account"] == f"aws:{ACCOUNT}"]
    came = {(one["region"], one["kind"]) for one in requests if one["reason"].startswith("came with")}
    for region, kind in sorted(came):
        yield from inventory(cloud, region, kind, observed_at)
    for request in requests:
        if (read := READERS.get(request["kind"])) and request["scope"] == "resource":
            region, place = request["region"], (request["region"], request["kind"], request["id"], observed_at)
            try:
                found = list(read(cloud, region, request["id"]))
            except botocore.exceptions.ClientError:
                gone = baseline.reading(*place, None)
                del gone["properties"]
                yield gone | {"deleted": True}
                continue
            for kind, native_id, properties in found:
                yield baseline.reading(region, kind, native_id, observed_at, properties)


def inventory(cloud, region, kind, observed_at):
    """All of a kind in a region and the closing document; what calls made by name is only said to be there."""
    ec2 = cloud.client("ec2", region)
    if kind == "AWS::EC2::SecurityGroup":
        found = ec2.describe_security_groups()["SecurityGroups"]
        items = [
            (one["GroupId"], baseline.group_properties(one), one["GroupName"] == "default")
            for one in found if not one["GroupName"].startswith("default_elb")
        ]  # fmt: skip
    elif kind == "AWS::EC2::NetworkAcl":
        found = ec2.describe_network_acls()["NetworkAcls"]
        items = [(one["NetworkAclId"], baseline.acl_properties(one), one["IsDefault"]) for one in found]
    else:
        found = ec2.describe_route_tables()["RouteTables"]
        items = [
            (one["RouteTableId"], baseline.table_properties(one), any(to.get("Main") for to in one["Associations"]))
            for one in found
        ]
    vpcs = {vpc["VpcId"] for vpc in ec2.describe_vpcs()["Vpcs"]}
    items = [item for item in items if item[1]["VpcId"] in vpcs]
    mark = {"inventory_id": "answer"}
    for native_id, properties, is_born in items:
        known = properties if is_born else {"VpcId": properties["VpcId"]}
        yield baseline.reading(region, kind, native_id, observed_at, known) | mark
    closing = baseline.reading(region, kind, "", observed_at, None)
    for name in ("id", "observed_at", "properties"):
        del closing[name]
    yield closing | mark | {"started_at": observed_at, "items": len(items), "complete": True}


def network(cloud, region, vpc):
    """A VPC with what it brought along."""
    ec2 = cloud.client("ec2", region)
    ec2.describe_vpcs(VpcIds=[vpc])

    def of_vpc(call, **more):
        filters = [{"Name": "vpc-id", "Values": [vpc]}] + [{"Name": k, "Values": [v]} for k, v in more.items()]
        return call(Filters=filters)

    group = of_vpc(ec2.describe_security_groups, **{"group-name": "default"})["SecurityGroups"][0]
    acl = of_vpc(ec2.describe_network_acls, default="true")["NetworkAcls"][0]
    table = of_vpc(ec2.describe_route_tables, **{"association.main": "true"})["RouteTables"][0]
    yield "AWS::EC2::VPC", vpc, {
        "DefaultSecurityGroup": group["GroupId"], "DefaultNetworkAcl": acl["NetworkAclId"],
    }  # fmt: skip
    yield "AWS::EC2::SecurityGroup", group["GroupId"], baseline.group_properties(group)
    yield "AWS::EC2::NetworkAcl", acl["NetworkAclId"], baseline.acl_properties(acl)
    yield "AWS::EC2::RouteTable", table["RouteTableId"], baseline.table_properties(table)


def instance(cloud, region, name):
    found = cloud.client("ec2", region).describe_instances(InstanceIds=[name])["Reservations"][0]["Instances"][0]
    options = {"HttpEndpoint": "enabled"} | found["MetadataOptions"]
    options = {key: options[key] for key in ("HttpTokens", "HttpEndpoint")}
    yield "AWS::EC2::Instance", name, {"MetadataOptions": options}


def flow_log(cloud, region, name):
    found = cloud.client("ec2", region).describe_flow_logs(FlowLogIds=[name])["FlowLogs"][0]
    yield "AWS::EC2::FlowLog", name, {key: found[key] for key in ("ResourceId", "TrafficType", "FlowLogStatus")}


def stage(cloud, region, name):
    api, _, stage_name = name.partition("/")
    found = cloud.client("apigateway", region).get_stage(restApiId=api, stageName=stage_name)
    log = found.get("accessLogSettings")
    yield "AWS::ApiGateway::Stage", name, {
        "AccessLogSetting": {"DestinationArn": log["destinationArn"], "Format": log.get("format", "")} if log else None
    }


def managed_policy(cloud, region, arn):
    iam = cloud.client("iam")
    policy = iam.get_policy(PolicyArn=arn)["Policy"]
    version = iam.get_policy_version(PolicyArn=arn, VersionId=policy["DefaultVersionId"])["PolicyVersion"]
    holders = iam.list_entities_for_policy(PolicyArn=arn)
    yield "AWS::IAM::ManagedPolicy", arn, {
        "PolicyDocument": policies.document(version["Document"]), "DefaultVersionId": policy["DefaultVersionId"],
        "AttachedEntities": [
            f"{kind}/{one[kind.capitalize() + 'Name']}"
            for kind in ("user", "group", "role")
            for one in holders[f"Policy{kind.capitalize()}s"]
        ],
    }  # fmt: skip


def user(cloud, region, name):
    """Of a user without keys and without a password, as the renamed one is."""
    iam = cloud.client("iam")
    assert not iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    yield "AWS::IAM::User", name, {
        "CreateDate": cloud.clock.simulated(iam.get_user(UserName=name)["User"]["CreateDate"]).isoformat(),
        "PasswordEnabled": False, "PasswordLastUsed": None, "PasswordLastChanged": None, "AccessKeys": [],
        "AccessKeyLastUsedDate": None, "ReportedAccessKeys": None,
        "MFADevices": [one["SerialNumber"] for one in iam.list_mfa_devices(UserName=name)["MFADevices"]],
        "ManagedPolicyArns": [
            one["PolicyArn"] for one in iam.list_attached_user_policies(UserName=name)["AttachedPolicies"]
        ],
        "Policies": [{"PolicyName": one} for one in iam.list_user_policies(UserName=name)["PolicyNames"]],
    }  # fmt: skip


def key(cloud, region, name):
    kms = cloud.client("kms", region)
    facts = kms.describe_key(KeyId=name)["KeyMetadata"]
    yield "AWS::KMS::Key", name, {
        "KeyState": facts["KeyState"], "Enabled": facts["Enabled"],
        "EnableKeyRotation": kms.get_key_rotation_status(KeyId=name)["KeyRotationEnabled"],
    }  # fmt: skip


def macie(cloud, region, name):
    """moto knows nothing of automated discovery."""
    yield "AWS::Macie::Session", name, {"AutomatedDiscoveryStatus": "DISABLED"}


def database(cloud, region, name):
    found = cloud.client("rds", region).describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
    yield "AWS::RDS::DBInstance", name, {"PubliclyAccessible": found.get("PubliclyAccessible", False)}


def cluster(cloud, region, name):
    found = cloud.client("rds", region).describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]
    yield "AWS::RDS::DBCluster", name, {"MultiAZ": found.get("MultiAZ", False)}


def topic(cloud, region, name):
    sns = cloud.client("sns", region)
    arn = cloud.arn("sns", name, region)
    subscriptions = [one["SubscriptionArn"] for one in sns.list_subscriptions_by_topic(TopicArn=arn)["Subscriptions"]]
    yield "AWS::SNS::Topic", name, {
        "Policy": policies.document(sns.get_topic_attributes(TopicArn=arn)["Attributes"]["Policy"]),
        "Subscriptions": [{"$id": one, "SubscriptionArn": one} for one in subscriptions if one.startswith("arn:")],
    }


READERS = {
    "AWS::ApiGateway::Stage": stage, "AWS::EC2::FlowLog": flow_log, "AWS::EC2::Instance": instance,
    "AWS::EC2::VPC": network, "AWS::IAM::ManagedPolicy": managed_policy, "AWS::IAM::User": user,
    "AWS::KMS::Key": key, "AWS::Macie::Session": macie, "AWS::RDS::DBCluster": cluster, "AWS::RDS::DBInstance": database,
    "AWS::SNS::Topic": topic,
}  # fmt: skip
