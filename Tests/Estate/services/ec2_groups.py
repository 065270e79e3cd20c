"""Security groups and prefix lists: every way to open and close a port."""
from cloud import ACCOUNT, REGIONS

EVERYONE, EVERYONE_6 = "0.0.0.0/0", "::/0"


def act(cloud):
    ec2, ireland = cloud.client("ec2"), cloud.client("ec2", "eu-west-1")
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    make = Maker(ec2, vpc)
    make.group("ssh", make.rule(22, 22, EVERYONE))
    make.group("ssh-six", make.rule(22, 22, v6=EVERYONE_6))
    make.group("rdp-range", make.rule(3000, 4000, EVERYONE, "10.0.0.0/8"))
    make.group("inside", make.rule(22, 22, "10.0.0.0/8"), make.rule(3389, 3389, "192.0.2.0/24"))
    make.group("all-protocols", {"IpProtocol": "-1", "IpRanges": [{"CidrIp": EVERYONE}]})
    make.group("udp", make.rule(3389, 3389, EVERYONE, protocol="udp"))
    make.group("udp-six", make.rule(22, 22, v6=EVERYONE_6, protocol="udp"))
    make.group("web", make.rule(443, 443, EVERYONE, v6=EVERYONE_6), make.rule(80, 80, EVERYONE))
    make.group("icmp", {"IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "IpRanges": [{"CidrIp": EVERYONE}]})
    make.group("shares", make.rule(445, 445, v6=EVERYONE_6))
    make.group("halves", make.rule(22, 22, "0.0.0.0/1", "128.0.0.0/1"))
    make.group("empty")
    closed_again(ec2, make)
    prefix_lists(ec2, make)
    ireland.authorize_security_group_ingress(
        GroupId=default_group(ireland), IpProtocol="tcp", FromPort=20, ToPort=25, CidrIp=EVERYONE
    )
    locked_default(ec2, vpc)
    gone = make.group("gone", make.rule(22, 22, EVERYONE))
    ec2.delete_security_group(GroupId=gone)
    cloud.refused(ec2.delete_security_group, GroupId="sg-00000000000000000")
    cloud.refused(
        ec2.authorize_security_group_ingress, GroupId=make.groups["ssh"], IpPermissions=[make.rule(22, 22, EVERYONE)]
    )


class Maker:
    """Makes groups of one VPC, and remembers them by name."""

    def __init__(self, ec2, vpc):
        self.ec2, self.vpc, self.groups = ec2, vpc, {}

    def rule(self, low, high, *blocks, v6=None, protocol="tcp"):
        rule = {"IpProtocol": protocol, "FromPort": low, "ToPort": high}
        if blocks:
            rule["IpRanges"] = [{"CidrIp": block, "Description": "of the estate"} for block in blocks]
        if v6:
            rule["Ipv6Ranges"] = [{"CidrIpv6": v6}]
        return rule

    def group(self, name, *rules):
        tags = [{"ResourceType": "security-group", "Tags": [{"Key": "team", "Value": name}]}]
        group = self.ec2.create_security_group(
            GroupName=f"estate-{name}", Description="of the estate", VpcId=self.vpc, TagSpecifications=tags
        )["GroupId"]
        for rule in rules:
            self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
        self.groups[name] = group
        return group


def closed_again(ec2, make):
    """Opened and closed by content, by flat parameters, and by the id of the rule."""
    by_content = make.group("closed-by-content", make.rule(22, 22, EVERYONE), make.rule(3389, 3389, EVERYONE))
    ec2.revoke_security_group_ingress(GroupId=by_content, IpPermissions=[make.rule(22, 22, EVERYONE)])
    ec2.revoke_security_group_ingress(GroupId=by_content, IpProtocol="tcp", FromPort=3389, ToPort=3389, CidrIp=EVERYONE)
    by_id = make.group("closed-by-id")
    ec2.authorize_security_group_ingress(GroupId=by_id, IpPermissions=[make.rule(443, 443, EVERYONE)])
    answer = ec2.authorize_security_group_ingress(GroupId=by_id, IpPermissions=[make.rule(22, 22, EVERYONE)])
    opened = [one["SecurityGroupRuleId"] for one in answer["SecurityGroupRules"]]
    ec2.revoke_security_group_ingress(GroupId=by_id, SecurityGroupRuleIds=opened)
    half = make.group("half-closed", make.rule(22, 22, EVERYONE, v6=EVERYONE_6))
    ec2.revoke_security_group_ingress(GroupId=half, IpPermissions=[make.rule(22, 22, EVERYONE)])
    modified = make.group("modified")
    answer = ec2.authorize_security_group_ingress(GroupId=modified, IpPermissions=[make.rule(22, 22, EVERYONE)])
    ec2.modify_security_group_rules(
        GroupId=modified,
        SecurityGroupRules=[
            {
                "SecurityGroupRuleId": answer["SecurityGroupRules"][0]["SecurityGroupRuleId"],
                "SecurityGroupRule": {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIpv4": "10.2.0.0/16"},
            }
        ],
    )


def prefix_lists(ec2, make):
    def prefix_list(name, *blocks):
        entries = [{"Cidr": block, "Description": "of the estate"} for block in blocks]
        return ec2.create_managed_prefix_list(
            PrefixListName=f"estate-{name}", Entries=entries, MaxEntries=5, AddressFamily="IPv4"
        )["PrefixList"]["PrefixListId"]

    for name, blocks in (("offices", ["192.0.2.0/24"]), ("world", ["192.0.2.0/24", EVERYONE])):
        rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
        make.group(name, rule | {"PrefixListIds": [{"PrefixListId": prefix_list(name, *blocks)}]})
    widened = prefix_list("widened", "198.51.100.0/24")
    rule = {"IpProtocol": "tcp", "FromPort": 3389, "ToPort": 3389, "PrefixListIds": [{"PrefixListId": widened}]}
    make.group("widened", rule)
    ec2.modify_managed_prefix_list(PrefixListId=widened, CurrentVersion=1, AddEntries=[{"Cidr": EVERYONE}])


def default_group(ec2):
    groups = ec2.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["default"]}])["SecurityGroups"]
    return groups[0]["GroupId"]


def locked_default(ec2, vpc):
    """Takes the rules of the first default group away, as a repair does; that of the new VPC stays as it was born."""
    groups = ec2.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["default"]}])["SecurityGroups"]
    for group in groups:
        if group["VpcId"] != vpc:
            for revoke, rules in (
                (ec2.revoke_security_group_ingress, group["IpPermissions"]),
                (ec2.revoke_security_group_egress, group["IpPermissionsEgress"]),
            ):
                if rules:
                    revoke(GroupId=group["GroupId"], IpPermissions=[tidy(rule) for rule in rules])


def tidy(rule):
    return {name: value for name, value in rule.items() if value not in ([], None)}


def judge(cloud, say):
    for region in REGIONS:
        ec2 = cloud.client("ec2", region)
        lists = PrefixLists(ec2)
        for group in ec2.describe_security_groups()["SecurityGroups"]:
            if group["GroupName"].startswith("default_elb"):
                continue  # moto makes one of its own for a classic load balancer
            arn = f"arn:aws:ec2:{region}:{ACCOUNT}:security-group/{group['GroupId']}"
            rules = group["IpPermissions"]

            def admin(everyone):
                # The text names tcp and all protocols, from 4.0 on udp too.
                return lambda version, rules=rules: not any(
                    opens(rules, lists, port, protocol, everyone)
                    for port in (22, 3389)
                    for protocol in (("tcp", "udp") if version >= "4.0" else ("tcp",))
                )

            say("aws.ec2.sg-no-ipv4-public-admin-ports", arn, admin({EVERYONE}), region)
            say("aws.ec2.sg-no-ipv6-public-admin-ports", arn, admin({EVERYONE_6}), region)
            shares = opens(rules, lists, 445, "tcp", {EVERYONE, EVERYONE_6})
            say("aws.ec2.ec2-cifs-restricted", arn, not shares, region)
            is_default = group["GroupName"] == "default"
            vpc = group["VpcId"] if is_default else None
            has_rules = bool(rules or group["IpPermissionsEgress"])
            say("aws.ec2.default-sg-restricts-all", arn, not has_rules if is_default else None, region, vpc)


class PrefixLists:
    """The blocks of prefix lists, read once each."""

    def __init__(self, ec2):
        self.ec2, self.read = ec2, {}

    def blocks(self, prefix_list):
        if prefix_list not in self.read:
            entries = self.ec2.get_managed_prefix_list_entries(PrefixListId=prefix_list)["Entries"]
            self.read[prefix_list] = {entry["Cidr"] for entry in entries}
        return self.read[prefix_list]


def opens(rules, lists, port, protocol, everyone):
    """Whether one rule lets everyone in to a port, or two halves of the address space do together."""
    blocks = set()
    for rule in rules:
        covers = rule["IpProtocol"] == "-1" or (
            rule["IpProtocol"] == protocol and rule.get("FromPort", -1) <= port <= rule.get("ToPort", -1)
        )
        if covers:
            blocks |= {one["CidrIp"] for one in rule.get("IpRanges", [])}
            blocks |= {one["CidrIpv6"] for one in rule.get("Ipv6Ranges", [])}
            for one in rule.get("PrefixListIds", []):
                blocks |= lists.blocks(one["PrefixListId"])
    halves = "0.0.0.0/0" in everyone and {"0.0.0.0/1", "128.0.0.0/1"} <= blocks
    return bool(blocks & everyone) or halves
