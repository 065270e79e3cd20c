"""Route tables and what comes and goes with subnets; everything that is judged here the networks' module judges."""


def act(cloud):
    ec2 = cloud.client("ec2")
    vpcs = [ec2.create_vpc(CidrBlock=f"10.{index}.0.0/16")["Vpc"]["VpcId"] for index in (50, 51)]
    ec2.associate_vpc_cidr_block(VpcId=vpcs[1], CidrBlock="10.52.0.0/16")
    peering = ec2.create_vpc_peering_connection(VpcId=vpcs[0], PeerVpcId=vpcs[1])["VpcPeeringConnection"]
    peering = peering["VpcPeeringConnectionId"]
    ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpcs[0])

    def table(block, through=None):
        made = ec2.create_route_table(VpcId=vpcs[0])["RouteTable"]["RouteTableId"]
        target = {"VpcPeeringConnectionId": peering} if through is None else {"GatewayId": through}
        ec2.create_route(RouteTableId=made, DestinationCidrBlock=block, **target)
        return made

    narrowed = table("10.51.0.0/16", gateway)
    ec2.replace_route(RouteTableId=narrowed, DestinationCidrBlock="10.51.0.0/16", VpcPeeringConnectionId=peering)
    turned = table("10.51.0.0/16")
    ec2.replace_route(RouteTableId=turned, DestinationCidrBlock="10.51.0.0/16", GatewayId=gateway)
    ec2.delete_route_table(RouteTableId=table("0.0.0.0/0"))
    subnets = [
        ec2.create_subnet(VpcId=vpcs[0], CidrBlock=f"10.50.{index}.0/24")["Subnet"]["SubnetId"] for index in range(3)
    ]
    first = ec2.associate_route_table(RouteTableId=narrowed, SubnetId=subnets[0])["AssociationId"]
    ec2.replace_route_table_association(AssociationId=first, RouteTableId=turned)
    second = ec2.associate_route_table(RouteTableId=narrowed, SubnetId=subnets[1])["AssociationId"]
    ec2.disassociate_route_table(AssociationId=second)
    ec2.delete_subnet(SubnetId=subnets[2])
    endpoints(ec2, vpcs[0], turned)
    gone = ec2.create_vpc_peering_connection(VpcId=vpcs[1], PeerVpcId=vpcs[0])["VpcPeeringConnection"]
    ec2.delete_vpc_peering_connection(VpcPeeringConnectionId=gone["VpcPeeringConnectionId"])
    cloud.refused(ec2.delete_route_table, RouteTableId="rtb-00000000000000000")


def endpoints(ec2, vpc, used):
    """A gateway endpoint that is put into the tables afterwards, and taken out of one again."""
    found = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"]
    tables = [table["RouteTableId"] for table in found]
    for service in ("s3", "dynamodb"):
        end = ec2.create_vpc_endpoint(
            VpcId=vpc, ServiceName=f"com.amazonaws.us-east-1.{service}", VpcEndpointType="Gateway", RouteTableIds=[used]
        )["VpcEndpoint"]["VpcEndpointId"]
        ec2.modify_vpc_endpoint(VpcEndpointId=end, AddRouteTableIds=[one for one in tables if one != used])
        ec2.modify_vpc_endpoint(VpcEndpointId=end, RemoveRouteTableIds=[used])


def judge(cloud, say):
    """The module of the networks reads all of them."""
