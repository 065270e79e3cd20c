"""Networks: access lists, flow logs, peerings and their routes, endpoints."""
from cloud import ACCOUNT, REGIONS

EVERYONE = "0.0.0.0/0"


def act(cloud):
    ec2 = cloud.client("ec2")
    vpcs = [ec2.create_vpc(CidrBlock=f"10.{index}.0.0/16")["Vpc"]["VpcId"] for index in (20, 21, 22, 23)]
    access_lists(cloud, ec2, vpcs[0])
    flow_logs(cloud, ec2, vpcs)
    peerings(ec2, vpcs)
    endpoints(ec2, vpcs)
    gone = ec2.create_vpc(CidrBlock="10.99.0.0/16")["Vpc"]["VpcId"]
    ec2.delete_vpc(VpcId=gone)
    cloud.refused(ec2.delete_vpc, VpcId="vpc-00000000000000000")
    ireland = cloud.client("ec2", "eu-west-1")
    pair = [ireland.create_vpc(CidrBlock=f"10.{index}.0.0/16")["Vpc"]["VpcId"] for index in (30, 31)]
    ireland.create_flow_logs(
        ResourceIds=pair, ResourceType="VPC", TrafficType="ALL", LogDestinationType="s3",
        LogDestination="arn:aws:s3:::estate-flow-logs",
    )  # fmt: skip


def access_lists(cloud, ec2, vpc):
    def acl(*entries):
        made = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
        for entry in entries:
            ec2.create_network_acl_entry(NetworkAclId=made, **entry)
        return made

    def entry(number, action, protocol="6", ports=None, block=EVERYONE, egress=False):
        made = {
            "RuleNumber": number, "RuleAction": action, "Protocol": protocol, "CidrBlock": block, "Egress": egress
        }  # fmt: skip
        return made | ({"PortRange": {"From": ports[0], "To": ports[1]}} if ports else {})

    acl()
    acl(entry(100, "allow", ports=(22, 22)))
    acl(entry(100, "allow", ports=(443, 443)), entry(110, "allow", ports=(22, 22), block="10.0.0.0/8"))
    acl(entry(90, "deny", ports=(22, 22)), entry(100, "allow", ports=(20, 30)))
    acl(entry(100, "allow", protocol="-1"))
    acl(entry(100, "allow", protocol="17", ports=(3389, 3389)))
    acl(entry(100, "allow", ports=(22, 22), egress=True))
    replaced = acl(entry(100, "allow", ports=(22, 22)))
    ec2.replace_network_acl_entry(NetworkAclId=replaced, **entry(100, "allow", ports=(443, 443)))
    removed = acl(entry(100, "allow", ports=(3389, 3389)), entry(120, "allow", ports=(80, 80)))
    ec2.delete_network_acl_entry(NetworkAclId=removed, RuleNumber=100, Egress=False)
    ec2.delete_network_acl(NetworkAclId=acl(entry(100, "allow", ports=(22, 22))))
    cloud.refused(ec2.delete_network_acl, NetworkAclId="acl-00000000000000000")


def flow_logs(cloud, ec2, vpcs):
    def flow_log(resources, traffic, kind="VPC"):
        return ec2.create_flow_logs(
            ResourceIds=resources, ResourceType=kind, TrafficType=traffic, LogDestinationType="s3",
            LogDestination="arn:aws:s3:::estate-flow-logs",
        )["FlowLogIds"]  # fmt: skip

    cloud.client("s3").create_bucket(Bucket="estate-flow-logs")
    flow_log([vpcs[0]], "ALL")
    flow_log([vpcs[1]], "ALL")
    flow_log([vpcs[2]], "ACCEPT")
    ec2.delete_flow_logs(FlowLogIds=flow_log([vpcs[3]], "REJECT"))
    subnet = ec2.create_subnet(VpcId=vpcs[3], CidrBlock="10.23.1.0/24")["Subnet"]["SubnetId"]
    flow_log([subnet], "ALL", "Subnet")
    default = next(vpc for vpc in ec2.describe_vpcs()["Vpcs"] if vpc["IsDefault"])
    flow_log([default["VpcId"]], "REJECT")


def peerings(ec2, vpcs):
    peering = ec2.create_vpc_peering_connection(VpcId=vpcs[0], PeerVpcId=vpcs[1])["VpcPeeringConnection"]
    peering = peering["VpcPeeringConnectionId"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
    for vpc, *blocks in (
        (vpcs[0], "10.21.4.0/24"), (vpcs[0], "10.21.0.0/16"), (vpcs[1], EVERYONE), (vpcs[1], "10.20.0.0/17"),
    ):  # fmt: skip
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        for block in blocks:
            ec2.create_route(RouteTableId=table, DestinationCidrBlock=block, VpcPeeringConnectionId=peering)
    table = ec2.create_route_table(VpcId=vpcs[0])["RouteTable"]["RouteTableId"]
    for block in ("10.21.0.0/16", "10.21.9.0/24"):
        ec2.create_route(RouteTableId=table, DestinationCidrBlock=block, VpcPeeringConnectionId=peering)
    ec2.delete_route(RouteTableId=table, DestinationCidrBlock="10.21.0.0/16")


def endpoints(ec2, vpcs):
    def tables(vpc):
        found = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"]
        return [table["RouteTableId"] for table in found]

    def gateway(vpc, service, *routes):
        return ec2.create_vpc_endpoint(
            VpcId=vpc, ServiceName=f"com.amazonaws.us-east-1.{service}", VpcEndpointType="Gateway",
            RouteTableIds=list(routes),
        )["VpcEndpoint"]["VpcEndpointId"]  # fmt: skip

    for service in ("s3", "dynamodb"):
        gateway(vpcs[2], service, *tables(vpcs[2]))
        gateway(vpcs[0], service, *tables(vpcs[0])[:1])
        gateway(vpcs[1], service, *tables(vpcs[1])[1:])  # without the main table
    gateway(vpcs[3], "s3", *tables(vpcs[3]))
    gone = gateway(vpcs[3], "dynamodb", *tables(vpcs[3]))
    ec2.delete_vpc_endpoints(VpcEndpointIds=[gone])


def judge(cloud, say):
    for region in REGIONS:
        ec2 = cloud.client("ec2", region)
        vpcs = ec2.describe_vpcs()["Vpcs"]
        for acl in ec2.describe_network_acls()["NetworkAcls"]:
            if acl["VpcId"] not in {vpc["VpcId"] for vpc in vpcs}:
                continue  # moto keeps the access list of a VPC that was deleted
            arn = f"arn:aws:ec2:{region}:{ACCOUNT}:network-acl/{acl['NetworkAclId']}"
            say("aws.ec2.nacl-no-public-admin-ports", arn, admin_ports_closed(acl), region, acl["IsDefault"] and acl["VpcId"])
        logged = {
            log["ResourceId"]
            for log in ec2.describe_flow_logs()["FlowLogs"]
            if log["FlowLogStatus"] == "ACTIVE" and log["TrafficType"] in ("REJECT", "ALL")
        }
        tables = ec2.describe_route_tables()["RouteTables"]
        ends = ec2.describe_vpc_endpoints()["VpcEndpoints"]
        for vpc in vpcs:
            arn = f"arn:aws:ec2:{region}:{ACCOUNT}:vpc/{vpc['VpcId']}"
            say("aws.ec2.vpc-flow-logs-enabled", arn, vpc["VpcId"] in logged, region)
            say("aws.ec2.vpc-endpoints-for-aws-services", arn, has_endpoints(vpc["VpcId"], tables, ends), region)
        judge_routes(ec2, tables, region, say)


def admin_ports_closed(acl):
    """Any entry that allows counts, whatever stands before it; udp from 4.0 on."""

    def closed(version):
        protocols = ("6", "17") if version >= "4.0" else ("6",)
        return not any(
            not entry["Egress"] and entry["RuleAction"] == "allow" and entry.get("CidrBlock") == EVERYONE
            and (entry["Protocol"] == "-1" or entry["Protocol"] in protocols and any(
                entry["PortRange"]["From"] <= port <= entry["PortRange"]["To"] for port in (22, 3389)))
            for entry in acl["Entries"]
        )  # fmt: skip

    return closed


def has_endpoints(vpc, tables, ends):
    used = {
        table["RouteTableId"]
        for table in tables
        if table["VpcId"] == vpc and any(one.get("Main") or one.get("SubnetId") for one in table["Associations"])
    }
    return all(
        any(
            end["VpcId"] == vpc and end["ServiceName"].endswith("." + service) and end["State"] == "available"
            and (end["VpcEndpointType"] != "Gateway" or used <= set(end["RouteTableIds"]))
            for end in ends
        )
        for service in ("s3", "dynamodb")
    )  # fmt: skip


def judge_routes(ec2, tables, region, say):
    blocks = {
        peering["VpcPeeringConnectionId"]: {
            side["CidrBlock"] for side in (peering["RequesterVpcInfo"], peering["AccepterVpcInfo"]) if "CidrBlock" in side
        }
        for peering in ec2.describe_vpc_peering_connections()["VpcPeeringConnections"]
    }
    for table in tables:
        routes = [route for route in table["Routes"] if route.get("VpcPeeringConnectionId")]
        wide = any(
            route["DestinationCidrBlock"] in {EVERYONE} | blocks[route["VpcPeeringConnectionId"]] for route in routes
        )
        arn = f"arn:aws:ec2:{region}:{ACCOUNT}:route-table/{table['RouteTableId']}"
        say("aws.ec2.vpc-peering-least-access-routes", arn, not wide if routes else None, region, table["VpcId"])
