"""Load balancers, distributions and stages of APIs: who writes access logs."""
from cloud import ACCOUNT, HOME

LOGS = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:estate-access"


def act(cloud):
    subnets = networks(cloud)
    cloud.client("s3").create_bucket(Bucket="estate-access-logs")
    balancers(cloud, subnets)
    classic_balancers(cloud)
    distributions(cloud)
    stages(cloud)
    http_stages(cloud)


def networks(cloud):
    ec2 = cloud.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.40.0.0/16")["Vpc"]["VpcId"]
    return [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.40.{index}.0/24", AvailabilityZone=HOME + zone)["Subnet"]["SubnetId"]
        for index, zone in enumerate("ab")
    ]


def balancers(cloud, subnets):
    elb = cloud.client("elbv2")

    def balancer(name, logs=(), kind="application"):
        made = elb.create_load_balancer(Name=f"estate-{name}", Subnets=subnets, Type=kind)
        arn = made["LoadBalancers"][0]["LoadBalancerArn"]
        for on in logs:
            attributes = [
                {"Key": "access_logs.s3.enabled", "Value": on}, {"Key": "access_logs.s3.bucket", "Value": "estate-access-logs"}
            ]  # fmt: skip
            elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=attributes)
        return arn

    balancer("silent")
    balancer("logged", ["true"])
    balancer("silenced", ["true", "false"])
    balancer("network", ["true"], "network")
    elb.delete_load_balancer(LoadBalancerArn=balancer("gone"))
    cloud.refused(elb.create_load_balancer, Name="estate-bad", Subnets=["subnet-00000000"])


def classic_balancers(cloud):
    elb = cloud.client("elb")
    listener = {"Protocol": "http", "LoadBalancerPort": 80, "InstancePort": 80}
    for name in ("old-silent", "old-logged", "old-gone"):
        elb.create_load_balancer(LoadBalancerName=f"estate-{name}", Listeners=[listener], AvailabilityZones=[HOME + "a"])
    log = {"Enabled": True, "S3BucketName": "estate-access-logs", "EmitInterval": 60, "S3BucketPrefix": "old"}
    elb.modify_load_balancer_attributes(
        LoadBalancerName="estate-old-logged", LoadBalancerAttributes={"AccessLog": log}
    )
    elb.delete_load_balancer(LoadBalancerName="estate-old-gone")


def distributions(cloud):
    front = cloud.client("cloudfront")

    def config(name, logged):
        origin = {"Id": "one", "DomainName": "estate-closed.s3.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}
        behavior = {
            "TargetOriginId": "one", "ViewerProtocolPolicy": "https-only", "MinTTL": 0,
            "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
        }  # fmt: skip
        return {
            "CallerReference": name, "Comment": name, "Enabled": True, "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": behavior,
            "Logging": {
                "Enabled": logged, "IncludeCookies": False, "Prefix": "",
                "Bucket": "estate-access-logs.s3.amazonaws.com" if logged else "",
            },
        }  # fmt: skip

    front.create_distribution(DistributionConfig=config("silent", False))
    front.create_distribution(DistributionConfig=config("logged", True))
    for name, first, then in (("silenced", True, False), ("opened", False, True)):
        made = front.create_distribution(DistributionConfig=config(name, first))
        front.update_distribution(
            Id=made["Distribution"]["Id"], IfMatch=made["ETag"], DistributionConfig=config(name, then)
        )
    gone = front.create_distribution(DistributionConfig=config("gone", False) | {"Enabled": False})
    front.delete_distribution(Id=gone["Distribution"]["Id"], IfMatch=gone["ETag"])
    cloud.refused(front.delete_distribution, Id="E0000000000000", IfMatch="none")


def stages(cloud):
    gateway = cloud.client("apigateway")
    api = gateway.create_rest_api(name="estate")["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    gateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = gateway.create_deployment(restApiId=api, stageName="silent")["id"]
    for name in ("logged", "silenced", "gone"):
        gateway.create_stage(restApiId=api, stageName=name, deploymentId=deployment)
    destination = {"op": "replace", "path": "/accessLogSettings/destinationArn", "value": LOGS}
    form = {"op": "replace", "path": "/accessLogSettings/format", "value": "$context.requestId"}
    for name in ("logged", "silenced"):
        gateway.update_stage(restApiId=api, stageName=name, patchOperations=[destination, form])
    gateway.delete_stage(restApiId=api, stageName="gone")
    away = [{"op": "replace", "path": "/accessLogSettings/destinationArn", "value": ""}]
    gateway.update_stage(restApiId=api, stageName="silenced", patchOperations=away)
    other = gateway.create_rest_api(name="estate-gone")["id"]
    root = gateway.get_resources(restApiId=other)["items"][0]["id"]
    gateway.put_method(restApiId=other, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=other, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = gateway.create_deployment(restApiId=other)["id"]
    gateway.create_stage(restApiId=other, stageName="with-its-api", deploymentId=deployment)
    gateway.delete_rest_api(restApiId=other)


def http_stages(cloud):
    gateway = cloud.client("apigatewayv2")
    api = gateway.create_api(Name="estate", ProtocolType="HTTP")["ApiId"]
    settings = {"DestinationArn": LOGS, "Format": "$context.requestId"}
    gateway.create_stage(ApiId=api, StageName="silent")
    gateway.create_stage(ApiId=api, StageName="logged", AccessLogSettings=settings)
    other = gateway.create_api(Name="estate-gone", ProtocolType="HTTP")["ApiId"]
    gateway.create_stage(ApiId=other, StageName="with-its-api")
    gateway.delete_api(ApiId=other)
    gateway.create_stage(ApiId=api, StageName="gone")
    gateway.delete_stage(ApiId=api, StageName="gone")


def judge(cloud, say):
    elb = cloud.client("elbv2")
    for balancer in elb.describe_load_balancers()["LoadBalancers"]:
        attributes = elb.describe_load_balancer_attributes(LoadBalancerArn=balancer["LoadBalancerArn"])["Attributes"]
        on = {"Key": "access_logs.s3.enabled", "Value": "true"} in attributes
        say("aws.elasticloadbalancingv2.web-front-end-access-logging", balancer["LoadBalancerArn"], on, HOME)
    classic = cloud.client("elb")
    for balancer in classic.describe_load_balancers()["LoadBalancerDescriptions"]:
        name = balancer["LoadBalancerName"]
        on = classic.describe_load_balancer_attributes(LoadBalancerName=name)["LoadBalancerAttributes"]["AccessLog"]
        arn = cloud.arn("elasticloadbalancing", f"loadbalancer/{name}", HOME)
        say("aws.elasticloadbalancing.web-front-end-access-logging", arn, on["Enabled"], HOME)
    front = cloud.client("cloudfront")
    for one in front.list_distributions()["DistributionList"].get("Items", []):
        logging = front.get_distribution(Id=one["Id"])["Distribution"]["DistributionConfig"]["Logging"]
        # moto's own ARN lacks the empty region.
        arn = cloud.arn("cloudfront", f"distribution/{one['Id']}")
        say("aws.cloudfront.web-front-end-access-logging", arn, logging["Enabled"])
    gateway = cloud.client("apigateway")
    for api in gateway.get_rest_apis()["items"]:
        for stage in gateway.get_stages(restApiId=api["id"])["item"]:
            arn = f"arn:aws:apigateway:{HOME}::/restapis/{api['id']}/stages/{stage['stageName']}"
            on = bool(stage.get("accessLogSettings", {}).get("destinationArn"))
            say("aws.apigateway.web-front-end-access-logging", arn, on, HOME)
    gateway = cloud.client("apigatewayv2")
    for api in gateway.get_apis()["Items"]:
        for stage in gateway.get_stages(ApiId=api["ApiId"])["Items"]:
            arn = f"arn:aws:apigateway:{HOME}::/apis/{api['ApiId']}/stages/{stage['StageName']}"
            on = bool(stage.get("AccessLogSettings", {}).get("DestinationArn"))
            say("aws.apigatewayv2.web-front-end-access-logging", arn, on, HOME)
