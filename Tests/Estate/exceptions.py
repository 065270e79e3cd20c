"""Where our verdict may differ from what moto's state gives, and why."""
import fnmatch
import re

#: Control, subject, what moto's state gives, what we say, the reason. What we do not know must have been asked for.
ALLOWED = [
    (
        "aws.s3.s3-block-public-access", "*", "FAIL", "PASS",
        "moto: a new bucket has no block public access; since April 2023 all four settings are on",
    ),
    (
        "aws.s3.s3-bucket-default-encryption", "*", "FAIL", "PASS",
        "moto: a new bucket has no encryption rule; since January 2023 every bucket has SSE-S3",
    ),
    (
        "aws.s3.s3-bucket-mfa-delete", "*:estate-kept", "FAIL", "PASS",
        "moto: MFA delete is not kept",
    ),
    (
        "aws.ec2.ec2-imdsv2-required", "*", "PASS", "UNKNOWN",
        "moto: ModifyInstanceMetadataOptions answers with what was sent, not with all options",
    ),
    (
        "aws.rds.rds-not-publicly-accessible", "*", "PASS", "UNKNOWN",
        "moto: CreateDBInstance leaves PubliclyAccessible out of its answer; the default hangs on the "
        "subnets",
    ),
    (
        "aws.rds.rds-multi-az", "*", "FAIL", "UNKNOWN",
        "catalogue: whether a cluster spans zones depends on the zones of its members",
    ),
    (
        "aws.ec2.vpc-flow-logs-enabled", "*:eu-west-1:*", "*", "UNKNOWN",
        "one CreateFlowLogs for several VPCs does not say which flow log is whose",
    ),
    (
        "aws.ec2.vpc-endpoints-for-aws-services", "*", "*", "UNKNOWN",
        "catalogue: the main route table of a new VPC is in no record; it is read again",
    ),
    (
        "aws.iam.*", "*:user/estate-renamed", "*", "UNKNOWN",
        "a renamed user is read anew under the new name",
    ),
    (
        "aws.iam.iam-no-full-admin-policy-attached", "arn:aws:iam::aws:policy/*", "PASS", "UNKNOWN",
        "catalogue: no event shows what AWS's own policies say",
    ),
    (
        "aws.iam.iam-no-full-admin-policy-attached", "*/estate-back-and-forth", "PASS", "UNKNOWN",
        "catalogue: SetDefaultPolicyVersion names a version and not what it says",
    ),
    (
        "aws.macie2.s3-data-discovered-classified", "*", "FAIL", "UNKNOWN",
        "catalogue: EnableMacie does not say whether automated discovery is on",
    ),
    (
        "aws.sns.resource-policy-no-wildcard-principal", "*", "PASS", "UNKNOWN",
        "CreateTopic of a topic that is there changes nothing, AddPermission writes a part; both are read "
        "again",
    ),
    (
        "aws.apigateway.web-front-end-access-logging", "*/stages/silent", "FAIL", "UNKNOWN",
        "CreateDeployment names a stage that may be new or old; it is read again",
    ),
    (
        "aws.kms.kms-cmk-rotation-enabled", "*:eu-west-1:*:key/mrk-*", "PASS", "UNKNOWN",
        "a replica rotates as its primary does, which ReplicateKey does not tell",
    ),
    (
        "aws.cloudwatch.monitor-s3-bucket-policy-changes", "*", "FAIL", "UNKNOWN",
        "CreateTopic of a topic that is there changes nothing, so who else is told is not known before it is read",
    ),
]  # fmt: skip
BORN = "catalogue: what CreateVpc brings along is in no record; it is read again"
REASONS = {why for *_, why in ALLOWED} | {BORN}


def reason(key, want, line, parents, requests):
    """The reason why a difference is right, or None.

    Parameters: the control, region and ARN; the wanted verdict; the posture line; by ARN the network that brought a
    resource along; and the requests to read again, as kind and id.
    """
    control, _, subject = key
    if line["status"] == "none" and subject in parents:
        return BORN if ("AWS::EC2::VPC", parents[subject]) in requests else None
    if line["status"] == "UNKNOWN" and not all(is_asked_for(one, subject, requests) for one in line["missing"]):
        return None
    for named, pattern, expected, said, why in ALLOWED:
        if said == line["status"] and all(
            fnmatch.fnmatchcase(text, one) for text, one in ((control, named), (subject, pattern), (want, expected))
        ):
            return why
    return None


def is_asked_for(missing, subject, requests):
    """Whether what is missing, `KIND.property` of the subject or `KIND(id).property`, is to be read again."""
    if listed := re.match(r"inventory of (\S+)", missing):
        return (listed[1], "") in requests
    kind, named = re.match(r"([A-Za-z0-9:]+)(?:\(([^)]*)\))?", missing).groups()
    if named:
        return (kind, named) in requests
    return any(kind == asked and all(part in subject for part in native.split("/")) for asked, native in requests)
