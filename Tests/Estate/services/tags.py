"""Tags of buckets and security groups, by which a profile leaves resources out."""
from cloud import REGIONS, maybe

#: The exclusion of the profile.
KEY, VALUE = "Environment", "Development"
PROFILE = {
    "resources": [
        {"type": name, "exclusions": [{"tag_key": KEY, "values": [VALUE]}]} for name in ("S3_BUCKET", "SECURITY_GROUP")
    ]
}


def act(cloud):
    s3, ec2 = cloud.client("s3"), cloud.client("ec2")
    for name in ("development", "production", "untagged", "moved", "returned", "spelt"):
        s3.create_bucket(Bucket=f"estate-tags-{name}")

    def put(name, **tags):
        pairs = [{"Key": key, "Value": value} for key, value in tags.items()]
        s3.put_bucket_tagging(Bucket=f"estate-tags-{name}", Tagging={"TagSet": pairs})

    put("development", Environment="Development", team="a")
    put("production", Environment="Production")
    put("moved", Environment="Production")
    put("moved", team="a", Environment="Development")
    put("returned", Environment="Development")
    s3.delete_bucket_tagging(Bucket="estate-tags-returned")
    put("spelt", environment="Development", Environment="development")
    vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]

    def group(name, *tags):
        made = [{"ResourceType": "security-group", "Tags": list(tags)}] if tags else []
        made = {"TagSpecifications": made} if made else {}
        return ec2.create_security_group(GroupName=f"estate-tags-{name}", Description="tags", VpcId=vpc, **made)["GroupId"]

    left_out = {"Key": KEY, "Value": VALUE}
    group("born", left_out)
    group("untagged")
    ec2.create_tags(Resources=[group("tagged"), group("tagged-too")], Tags=[left_out])
    ec2.delete_tags(Resources=[group("freed", left_out)], Tags=[{"Key": KEY}])
    ec2.delete_tags(Resources=[group("kept", left_out)], Tags=[{"Key": KEY, "Value": "Production"}])
    ec2.create_tags(Resources=[group("overwritten", left_out)], Tags=[{"Key": KEY, "Value": "Production"}])


def judge(cloud, say):
    """The verdicts themselves are judged with the other buckets and groups."""


def excluded(cloud):
    """The ARNs of the buckets and groups that the exclusion leaves out, as boto3 reads their tags."""
    s3 = cloud.client("s3")
    found = set()
    for bucket in s3.list_buckets()["Buckets"]:
        tags = (maybe(s3.get_bucket_tagging, Bucket=bucket["Name"]) or {}).get("TagSet", [])
        if is_left_out(tags):
            found.add(f"arn:aws:s3:::{bucket['Name']}")
    for region in REGIONS:
        for group in cloud.client("ec2", region).describe_security_groups()["SecurityGroups"]:
            if is_left_out(group.get("Tags", [])):
                found.add(cloud.arn("ec2", f"security-group/{group['GroupId']}", region))
    return found


def is_left_out(tags):
    return {"Key": KEY, "Value": VALUE} in [{"Key": tag["Key"], "Value": tag["Value"]} for tag in tags]
