"""Trails and their buckets, and the chains from a trail over filter and alarm to a topic."""
import json

from cloud import ACCOUNT, HOME, REGIONS, maybe
from policies import is_public

ROOT = f"arn:aws:iam::{ACCOUNT}:root"
PUBLIC = {
    "http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
}  # fmt: skip
OBJECTS = {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}


def act(cloud):
    trail, logs = cloud.client("cloudtrail"), cloud.client("logs")
    buckets(cloud)
    logs.create_log_group(logGroupName="estate-trail")
    key = cloud.client("kms").create_key(Description="trail")["KeyMetadata"]["Arn"]
    group = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:estate-trail:*"
    role = cloud.arn("iam", "role/estate-trail")
    trail.create_trail(
        Name="estate-whole", S3BucketName="estate-trail-logged", IsMultiRegionTrail=True, EnableLogFileValidation=True,
        KmsKeyId=key, CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=role,
        TagsList=[{"Key": "team", "Value": "estate"}],
    )  # fmt: skip
    trail.start_logging(Name="estate-whole")
    trail.put_event_selectors(TrailName="estate-whole", EventSelectors=[selector("WriteOnly"), selector("All", [])])
    trail.create_trail(Name="estate-bare", S3BucketName="estate-trail-public")
    cloud.client("cloudtrail", "eu-west-1").create_trail(Name="estate-stopped", S3BucketName="estate-trail-walled")
    cloud.client("cloudtrail", "eu-west-1").start_logging(Name="estate-stopped")
    cloud.client("cloudtrail", "eu-west-1").stop_logging(Name="estate-stopped")
    trail.create_trail(Name="estate-changed", S3BucketName="estate-trail-unlogged", EnableLogFileValidation=True)
    trail.update_trail(
        Name=f"arn:aws:cloudtrail:{HOME}:{ACCOUNT}:trail/estate-changed", EnableLogFileValidation=False, KmsKeyId=key
    )
    trail.create_trail(Name="estate-gone", S3BucketName="estate-trail-logged", IsMultiRegionTrail=True)
    trail.delete_trail(Name="estate-gone")
    cloud.refused(trail.create_trail, Name="ab", S3BucketName="estate-trail-logged")
    cloud.refused(trail.create_trail, Name="estate-no-bucket", S3BucketName="estate-trail-nowhere")
    chains(cloud, logs)


def selector(kind, resources=(OBJECTS,)):
    return {"ReadWriteType": kind, "IncludeManagementEvents": kind == "All", "DataResources": list(resources)}


def buckets(cloud):
    s3 = cloud.client("s3")
    for name in ("logged", "unlogged", "public", "walled", "logs"):
        s3.create_bucket(Bucket=f"estate-trail-{name}")
    s3.put_bucket_acl(Bucket="estate-trail-logs", ACL="log-delivery-write")
    target = {"LoggingEnabled": {"TargetBucket": "estate-trail-logs", "TargetPrefix": "trail/"}}
    for name in ("logged", "unlogged"):
        s3.put_bucket_logging(Bucket=f"estate-trail-{name}", BucketLoggingStatus=target)
    s3.put_bucket_logging(Bucket="estate-trail-unlogged", BucketLoggingStatus={})
    four = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    for name, on in (("public", False), ("walled", False), ("logged", True), ("unlogged", True)):
        s3.put_public_access_block(
            Bucket=f"estate-trail-{name}", PublicAccessBlockConfiguration=dict.fromkeys(four, on)
        )
        statement = {
            "Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"} if on else "*",
            "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::estate-trail-{name}/*",
        }  # fmt: skip
        s3.put_bucket_policy(
            Bucket=f"estate-trail-{name}", Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        )
    walled = dict.fromkeys(four, True)
    s3.put_public_access_block(Bucket="estate-trail-walled", PublicAccessBlockConfiguration=walled)


#: Filters of the chains, each whole: the recommendation's name and the events that it wants matched.
NAMES = {
    "monitor-cloudtrail-config-changes": ["CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"],
    "monitor-network-gateway-changes": [
        "CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway",
        "DeleteInternetGateway", "DetachInternetGateway",
    ],
    "monitor-nacl-changes": [
        "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry",
        "ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation",
    ],
    "monitor-cmk-disable-or-deletion": ["DisableKey", "ScheduleKeyDeletion"],
    "monitor-config-changes": [
        "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder",
    ],
    "monitor-security-group-changes": [
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress",
        "RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup", "ModifySecurityGroupRules",
    ],
    "monitor-route-table-changes": [
        "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable",
        "DeleteRoute", "DisassociateRouteTable",
    ],
    "monitor-vpc-changes": [
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc",
        "DisableVpcClassicLink", "EnableVpcClassicLink",
    ],
    "monitor-s3-bucket-policy-changes": [
        "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication",
        "DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
    ],
    "monitor-organizations-changes": [
        "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy",
        "DeclineHandshake", "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy",
        "DisablePolicyType", "EnablePolicyType", "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount",
        "RemoveAccountFromOrganization", "UpdateOrganizationalUnit", "UpdatePolicy",
    ],
}  # fmt: skip
SOURCES = {
    "monitor-cmk-disable-or-deletion": "kms", "monitor-config-changes": "config",
    "monitor-s3-bucket-policy-changes": "s3", "monitor-organizations-changes": "organizations",
}  # fmt: skip


def pattern(key, names):
    either = " || ".join(f"($.eventName = {name})" for name in names)
    return f"{{ ($.eventSource = {SOURCES[key]}.amazonaws.com) && ({either}) }}" if key in SOURCES else f"{{ {either} }}"


def chains(cloud, logs):
    sns, alarms = cloud.client("sns"), cloud.client("cloudwatch")
    good = sns.create_topic(Name="estate-alarms")["TopicArn"]
    sns.subscribe(TopicArn=good, Protocol="sqs", Endpoint=f"arn:aws:sqs:{HOME}:{ACCOUNT}:estate-alarms")
    silent = sns.create_topic(Name="estate-silent")["TopicArn"]

    def chain(key, names=None, metric=None, topic=good, enabled=True):
        logs.put_metric_filter(
            logGroupName="estate-trail", filterName=key, filterPattern=pattern(key, names or NAMES[key]),
            metricTransformations=[{"metricName": key, "metricNamespace": "Estate", "metricValue": "1"}],
        )  # fmt: skip
        alarms.put_metric_alarm(
            AlarmName=key, MetricName=metric or key, Namespace="Estate", Statistic="Sum", Period=300,
            EvaluationPeriods=1, Threshold=1.0, ComparisonOperator="GreaterThanOrEqualToThreshold", AlarmActions=[topic],
            ActionsEnabled=enabled,
        )  # fmt: skip

    chain("monitor-cloudtrail-config-changes")
    chain("monitor-cmk-disable-or-deletion")
    chain("monitor-config-changes")
    chain("monitor-network-gateway-changes", names=NAMES["monitor-network-gateway-changes"][:5])
    chain("monitor-nacl-changes", metric="another")
    chain("monitor-security-group-changes", topic=silent)
    chain("monitor-config-changes", enabled=False)
    chain("monitor-security-group-changes", names=NAMES["monitor-security-group-changes"][:6])
    broken_chains(cloud, logs, chain)


def broken_chains(cloud, logs, chain):
    """Chains that were whole once: without their alarm, their filter, or anybody who is told."""
    sns, alarms = cloud.client("sns"), cloud.client("cloudwatch")
    chain("monitor-route-table-changes")
    alarms.delete_alarms(AlarmNames=["monitor-route-table-changes"])
    chain("monitor-vpc-changes")
    logs.delete_metric_filter(logGroupName="estate-trail", filterName="monitor-vpc-changes")
    left = sns.create_topic(Name="estate-left")["TopicArn"]
    one = sns.subscribe(TopicArn=left, Protocol="sqs", Endpoint=f"arn:aws:sqs:{HOME}:{ACCOUNT}:estate-left")
    chain("monitor-s3-bucket-policy-changes", topic=left)
    sns.unsubscribe(SubscriptionArn=one["SubscriptionArn"])
    gone = sns.create_topic(Name="estate-gone")["TopicArn"]
    sns.subscribe(TopicArn=gone, Protocol="sqs", Endpoint=f"arn:aws:sqs:{HOME}:{ACCOUNT}:estate-gone")
    chain("monitor-organizations-changes", topic=gone)
    sns.delete_topic(TopicArn=gone)
    logs.create_log_group(logGroupName="estate-log-gone")
    logs.delete_log_group(logGroupName="estate-log-gone")


def judge(cloud, say):
    trails = []
    for region in REGIONS:
        client = cloud.client("cloudtrail", region)
        for trail in client.describe_trails()["trailList"]:
            if trail["HomeRegion"] == region:
                trails.append(trail | client.get_trail_status(Name=trail["TrailARN"]) | selectors(client, trail))
    for trail in trails:
        judge_trail(cloud, trail, say)
    whole = [one for one in trails if one["IsMultiRegionTrail"] and one["IsLogging"]]
    say("aws.cloudtrail.cloudtrail-multi-region-enabled", ROOT, any(all_management(one) for one in whole))
    for control, half in (("s3-object-write-logging", "WriteOnly"), ("s3-object-read-logging", "ReadOnly")):
        say(f"aws.cloudtrail.{control}", ROOT, any(all_objects(one, half) for one in whole))
    judge_chains(cloud, [one for one in whole if all_management(one)], say)


def selectors(client, trail):
    return {"Selectors": client.get_event_selectors(TrailName=trail["TrailARN"]).get("EventSelectors") or []}


def all_management(trail):
    """A trail without selectors of its own records all management events."""
    return not trail["Selectors"] or any(
        one["ReadWriteType"] == "All" and one.get("IncludeManagementEvents", True)
        and not one.get("ExcludeManagementEventSources")
        for one in trail["Selectors"]
    )  # fmt: skip


def all_objects(trail, half):
    return any(
        one["ReadWriteType"] in ("All", half)
        and any(
            resource["Type"] == "AWS::S3::Object" and {"arn:aws:s3", "arn:aws:s3:::"} & set(resource["Values"])
            for resource in one.get("DataResources", [])
        )
        for one in trail["Selectors"]
    )


def judge_trail(cloud, trail, say):
    s3 = cloud.client("s3")
    arn, region, bucket = trail["TrailARN"], trail["HomeRegion"], trail["S3BucketName"]
    say("aws.cloudtrail.cloudtrail-trail-logging", arn, trail["IsLogging"], region)
    say("aws.cloudtrail.cloudtrail-log-file-validation", arn, trail["LogFileValidationEnabled"], region)
    say("aws.cloudtrail.cloudtrail-kms-encrypted", arn, bool(trail.get("KmsKeyId")), region)
    integrated = bool(trail.get("CloudWatchLogsLogGroupArn"))
    say("aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated", arn, integrated, region)
    logged = "LoggingEnabled" in s3.get_bucket_logging(Bucket=bucket)
    say("aws.cloudtrail.cloudtrail-bucket-access-logging", arn, logged, region)
    block = (maybe(s3.get_public_access_block, Bucket=bucket) or {}).get("PublicAccessBlockConfiguration", {})
    policy = (maybe(s3.get_bucket_policy, Bucket=bucket) or {}).get("Policy")
    grants = {grant["Grantee"].get("URI") for grant in s3.get_bucket_acl(Bucket=bucket)["Grants"]}
    by_policy = is_public(policy) and not block.get("RestrictPublicBuckets")
    by_list = bool(grants & PUBLIC) and not block.get("IgnorePublicAcls")
    say("aws.cloudtrail.cloudtrail-bucket-not-public", arn, not by_policy and not by_list, region)


def judge_chains(cloud, trails, say):
    """Follows each chain by what the services say; the filters of the estate are told by the names in them."""
    logs, alarms, sns = cloud.client("logs"), cloud.client("cloudwatch"), cloud.client("sns")
    groups = {trail["CloudWatchLogsLogGroupArn"] for trail in trails if trail.get("CloudWatchLogsLogGroupArn")}
    confirmed = {
        one["TopicArn"] for one in sns.list_subscriptions()["Subscriptions"] if one["SubscriptionArn"].startswith("arn:")
    }
    ringing = [
        alarm for alarm in alarms.describe_alarms()["MetricAlarms"]
        if alarm["ActionsEnabled"] and confirmed & set(alarm["AlarmActions"])
    ]  # fmt: skip
    metrics = {(alarm["MetricName"], alarm["Namespace"]) for alarm in ringing}
    # moto keeps a filter beside the one of the same name that it replaces: the last one counts.
    filters = {
        (group["arn"], one["filterName"]): one
        for group in logs.describe_log_groups()["logGroups"] if group["arn"] in groups
        for one in logs.describe_metric_filters(logGroupName=group["logGroupName"])["metricFilters"]
    }  # fmt: skip
    heard = [
        one["filterPattern"]
        for one in filters.values()
        if any((to["metricName"], to["metricNamespace"]) in metrics for to in one["metricTransformations"])
    ]
    for key, names in NAMES.items():
        def covered(version, key=key, names=names):
            # ModifySecurityGroupRules is asked for from 5.0 on.
            wanted = [name for name in names if name != "ModifySecurityGroupRules" or version >= "5.0"]
            quoted = [f"= {name})" for name in wanted]
            source = f"{SOURCES[key]}.amazonaws.com" if key in SOURCES else ""
            return any(all(name in one for name in quoted) and source in one for one in heard)

        say(f"aws.cloudwatch.{key}", ROOT, covered)
