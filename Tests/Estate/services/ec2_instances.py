"""Instances: the metadata service and roles; and the switch for encrypted volumes."""
import json

from cloud import ACCOUNT, REGIONS


def act(cloud):
    ec2, ireland = cloud.client("ec2"), cloud.client("ec2", "eu-west-1")
    profile, empty = make_profiles(cloud)
    image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]

    def run(**more):
        return ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, InstanceType="t3.micro", **more)["Instances"][0][
            "InstanceId"
        ]

    run(MetadataOptions={"HttpTokens": "required"}, IamInstanceProfile={"Name": profile})
    run(MetadataOptions={"HttpTokens": "optional"})
    run(MetadataOptions={"HttpTokens": "optional", "HttpEndpoint": "disabled"}, IamInstanceProfile={"Name": empty})
    repaired = run(MetadataOptions={"HttpTokens": "optional"})
    ec2.modify_instance_metadata_options(InstanceId=repaired, HttpTokens="required")
    answer = ec2.associate_iam_instance_profile(InstanceId=repaired, IamInstanceProfile={"Name": profile})
    association = answer["IamInstanceProfileAssociation"]["AssociationId"]
    weakened = run(MetadataOptions={"HttpTokens": "required"})
    ec2.modify_instance_metadata_options(InstanceId=weakened, HttpTokens="optional", HttpEndpoint="enabled")
    other = ec2.associate_iam_instance_profile(InstanceId=weakened, IamInstanceProfile={"Name": profile})
    ec2.disassociate_iam_instance_profile(AssociationId=other["IamInstanceProfileAssociation"]["AssociationId"])
    ec2.replace_iam_instance_profile_association(AssociationId=association, IamInstanceProfile={"Name": empty})
    ec2.terminate_instances(InstanceIds=[run(MetadataOptions={"HttpTokens": "optional"})])
    cloud.refused(ec2.terminate_instances, InstanceIds=["i-00000000000000000"])
    cloud.refused(ec2.modify_instance_metadata_options, InstanceId="i-00000000000000000", HttpTokens="required")
    ec2.enable_ebs_encryption_by_default()
    ireland.enable_ebs_encryption_by_default()
    ireland.disable_ebs_encryption_by_default()


def make_profiles(cloud):
    iam = cloud.client("iam")
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    iam.create_role(RoleName="estate-instances", AssumeRolePolicyDocument=document)
    for name in ("estate-with-role", "estate-without-role"):
        iam.create_instance_profile(InstanceProfileName=name)
        iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName="estate-instances")
    iam.remove_role_from_instance_profile(InstanceProfileName="estate-without-role", RoleName="estate-instances")
    return "estate-with-role", "estate-without-role"


def judge(cloud, say):
    iam = cloud.client("iam")
    with_role = {one["Arn"] for one in iam.list_instance_profiles()["InstanceProfiles"] if one["Roles"]}
    for region in REGIONS:
        ec2 = cloud.client("ec2", region)
        on = ec2.get_ebs_encryption_by_default()["EbsEncryptionByDefault"]
        say("aws.ec2.ebs-encryption-by-default", f"arn:aws:iam::{ACCOUNT}:root", on, region)
        associations = ec2.describe_iam_instance_profile_associations()["IamInstanceProfileAssociations"]
        profiles = {one["InstanceId"]: one["IamInstanceProfile"]["Arn"] for one in associations}
        for reservation in ec2.describe_instances()["Reservations"]:
            for instance in reservation["Instances"]:
                if instance["State"]["Name"] == "terminated":
                    continue
                arn = f"arn:aws:ec2:{region}:{ACCOUNT}:instance/{instance['InstanceId']}"
                options = instance.get("MetadataOptions", {})
                safe = options.get("HttpTokens") == "required" or options.get("HttpEndpoint") == "disabled"
                say("aws.ec2.ec2-imdsv2-required", arn, safe, region)
                has_role = profiles.get(instance["InstanceId"]) in with_role
                say("aws.ec2.ec2-instance-role-attached", arn, has_role, region)
