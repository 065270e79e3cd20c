"""The inventory before the first call: what moto's account is born with, and that there is nothing else."""
from cloud import ACCOUNT, HOME, REGIONS

STARTED, OBSERVED = "2026-02-28T23:00:00Z", "2026-02-28T23:10:00Z"
#: Kinds that belong to no region.
EVERYWHERE = (
    "AWS::CloudFront::Distribution", "AWS::IAM::AccessKey", "AWS::IAM::Group", "AWS::IAM::InstanceProfile",
    "AWS::IAM::ManagedPolicy", "AWS::IAM::OIDCProvider", "AWS::IAM::Role", "AWS::IAM::SAMLProvider",
    "AWS::IAM::ServerCertificate", "AWS::IAM::User", "AWS::IAM::VirtualMFADevice", "AWS::S3::Bucket",
)  # fmt: skip
#: Kinds that each region has for itself.
REGIONAL = (
    "AWS::AccessAnalyzer::Analyzer", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Stage", "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm",
    "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::EC2::FlowLog", "AWS::EC2::Instance",
    "AWS::EC2::NetworkAcl", "AWS::EC2::NetworkInterface", "AWS::EC2::PrefixList", "AWS::EC2::RouteTable",
    "AWS::EC2::SecurityGroup", "AWS::EC2::Subnet", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPC",
    "AWS::EC2::VPCEndpoint", "AWS::EC2::VPCPeeringConnection", "AWS::EFS::FileSystem",
    "AWS::ElasticLoadBalancing::LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::Events::EventBus",
    "AWS::Glacier::Vault",
    "AWS::KMS::Key", "AWS::Lambda::Function", "AWS::Logs::Delivery", "AWS::Logs::DeliveryDestination",
    "AWS::Logs::DeliverySource", "AWS::Logs::LogGroup", "AWS::Macie::Session", "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance", "AWS::RDS::DBSubnetGroup", "AWS::SNS::Topic", "AWS::SQS::Queue",
    "AWS::SSO::Instance", "AWS::SecretsManager::Secret", "AWS::SecurityHub::Hub",
)  # fmt: skip


def documents(cloud):
    """Inventory records, then a closing document for every kind and region."""
    items = [account(cloud)] + [item for region in REGIONS for item in network(cloud, region)]
    return items + closings(items)


def item(region, kind, native_id, properties):
    return reading(region, kind, native_id, OBSERVED, properties) | {"inventory_id": "birth"}


def reading(region, kind, native_id, observed_at, properties):
    return {
        "account": f"aws:{ACCOUNT}", "region": region, "kind": kind, "id": native_id, "observed_at": observed_at,
        "properties": properties,
    }  # fmt: skip


def account(cloud):
    """What IAM and S3 say of an account in which nothing was called yet."""
    summary = cloud.client("iam").get_account_summary()["SummaryMap"]
    return item("", "AWS::::Account", "account", {
        "PasswordPolicy": None, "PublicAccessBlockConfiguration": None, "EnabledRegions": REGIONS,
        "ContactInformation": [], "AlternateContacts": [],
        "RootPasswordEnabled": True, "RootMFADevices": ["credential-report"] * summary["AccountMFAEnabled"],
        "RootAccessKeys": ["credential-report"] * summary["AccountAccessKeysPresent"], "RootLastUsed": None,
    })  # fmt: skip


def network(cloud, region):
    """The default network, and the switch of the region."""
    ec2 = cloud.client("ec2", region)
    yield item(region, "AWS::::Account", "account", {
        "EbsEncryptionByDefault": ec2.get_ebs_encryption_by_default()["EbsEncryptionByDefault"],
    })  # fmt: skip
    for vpc in ec2.describe_vpcs()["Vpcs"]:
        yield item(region, "AWS::EC2::VPC", vpc["VpcId"], vpc_properties(vpc))
    for group in ec2.describe_security_groups()["SecurityGroups"]:
        yield item(region, "AWS::EC2::SecurityGroup", group["GroupId"], group_properties(group))
    for acl in ec2.describe_network_acls()["NetworkAcls"]:
        yield item(region, "AWS::EC2::NetworkAcl", acl["NetworkAclId"], acl_properties(acl))
    for table in ec2.describe_route_tables()["RouteTables"]:
        yield item(region, "AWS::EC2::RouteTable", table["RouteTableId"], table_properties(table))


def vpc_properties(vpc):
    return {"VpcId": vpc["VpcId"], "CidrBlock": vpc["CidrBlock"], "IsDefault": vpc["IsDefault"], "Tags": []}


def group_properties(group):
    return {
        "GroupName": group["GroupName"], "VpcId": group["VpcId"], "Tags": [],
        "SecurityGroupIngress": rules(group["IpPermissions"]),
        "SecurityGroupEgress": rules(group["IpPermissionsEgress"]),
    }  # fmt: skip


def acl_properties(acl):
    names = ("RuleNumber", "Protocol", "RuleAction", "Egress", "CidrBlock")
    entries = [{name: entry[name] for name in names} for entry in acl["Entries"]]
    return {"VpcId": acl["VpcId"], "IsDefault": acl["IsDefault"], "Tags": [], "Entries": entries}


def table_properties(table):
    """Of a main table in which nobody made a route."""
    return {"VpcId": table["VpcId"], "IsMain": True, "Tags": [], "Routes": []}


def rules(permissions):
    found = []
    for permission in permissions:
        ports = {name: permission[name] for name in ("FromPort", "ToPort") if name in permission}
        rule = {"IpProtocol": permission["IpProtocol"]} | (ports if permission["IpProtocol"] != "-1" else {})
        found += [rule | {"CidrIp": block["CidrIp"]} for block in permission["IpRanges"]]
        found += [rule | {"SourceSecurityGroupId": pair["GroupId"]} for pair in permission["UserIdGroupPairs"]]
    return found


def second(account, born):
    """An account without anything, as of its first instant: its regions, and what it may come to have."""
    mark = {"account": f"aws:{account}", "inventory_id": "birth of the second"}
    everywhere = [("", "AWS::S3::Bucket")] + [(region, "AWS::SQS::Queue") for region in REGIONS]
    facts = {"EnabledRegions": REGIONS, "PublicAccessBlockConfiguration": None}
    yield reading("", "AWS::::Account", "account", born, facts) | mark
    for region, kind in everywhere:
        yield mark | {"region": region, "kind": kind, "started_at": born, "items": 0, "complete": True}


def closings(items):
    scopes = [("", kind) for kind in ("AWS::::Account",) + EVERYWHERE]
    scopes += [(region, kind) for region in REGIONS for kind in ("AWS::::Account",) + REGIONAL]
    counts = {scope: 0 for scope in scopes}
    for one in items:
        counts[one["region"], one["kind"]] += 1
    return [
        {
            "inventory_id": "birth", "account": f"aws:{ACCOUNT}", "region": region, "kind": kind,
            "started_at": STARTED, "items": count, "complete": True,
        }  # fmt: skip
        for (region, kind), count in counts.items()
    ]
