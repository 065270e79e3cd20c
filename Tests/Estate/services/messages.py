"""Topics, queues, functions, secrets, event buses and vaults: whom their policies let in."""
import io
import json
import zipfile

from cloud import ACCOUNT, HOME, REGIONS, maybe
from policies import is_public

ROOT = f"arn:aws:iam::{ACCOUNT}:root"
ORGANIZATION = {"StringEquals": {"aws:PrincipalOrgID": "o-estate00001"}}


def document(action, principal, resource="*", condition=None):
    statement = {"Sid": "estate", "Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource}
    statement |= {"Condition": condition} if condition else {}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def act(cloud):
    topics(cloud)
    queues(cloud)
    functions(cloud)
    secrets(cloud)
    buses(cloud)
    vaults(cloud)


def topics(cloud):
    sns = cloud.client("sns")

    def topic(name, policy=None, **more):
        arn = sns.create_topic(Name=f"estate-{name}", **more)["TopicArn"]
        if policy:
            sns.set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=policy(arn))
        return arn

    topic("topic-default")
    topic("topic-open", lambda arn: document("sns:Publish", "*", arn))
    topic("topic-narrowed", lambda arn: document("sns:Publish", "*", arn, ORGANIZATION))
    topic("topic-own", Attributes={"Policy": document("sns:Publish", {"AWS": ROOT})})
    closed = topic("topic-closed", lambda arn: document("sns:Publish", {"AWS": "*"}, arn))
    policy = document("sns:Publish", {"AWS": ROOT}, closed)
    sns.set_topic_attributes(TopicArn=closed, AttributeName="Policy", AttributeValue=policy)
    permitted = topic("topic-permitted")
    sns.add_permission(TopicArn=permitted, Label="other", AWSAccountId=["999988887777"], ActionName=["Publish"])
    sns.remove_permission(TopicArn=permitted, Label="other")
    sns.delete_topic(TopicArn=topic("topic-gone", lambda arn: document("sns:Publish", "*", arn)))
    cloud.refused(
        sns.set_topic_attributes, TopicArn=cloud.arn("sns", "nothing", HOME), AttributeName="Policy",
        AttributeValue=document("sns:Publish", "*"),
    )  # fmt: skip


def queues(cloud):
    sqs = cloud.client("sqs")

    def queue(name, **attributes):
        return sqs.create_queue(QueueName=f"estate-{name}", Attributes=attributes)["QueueUrl"]

    queue("queue")
    queue("queue-open", Policy=document("sqs:SendMessage", "*"))
    queue("queue-narrowed", Policy=document("sqs:SendMessage", "*", condition=ORGANIZATION))
    later = queue("queue-opened")
    sqs.set_queue_attributes(QueueUrl=later, Attributes={"Policy": document("sqs:*", {"AWS": "*"})})
    closed = queue("queue-closed", Policy=document("sqs:*", "*"))
    sqs.set_queue_attributes(QueueUrl=closed, Attributes={"Policy": document("sqs:*", {"AWS": ROOT})})
    cleared = queue("queue-cleared", Policy=document("sqs:*", "*"))
    sqs.set_queue_attributes(QueueUrl=cleared, Attributes={"Policy": ""})
    permitted = queue("queue-permitted")
    sqs.add_permission(QueueUrl=permitted, Label="other", AWSAccountIds=["999988887777"], Actions=["SendMessage"])
    everyone = queue("queue-permitted-everyone")
    sqs.add_permission(QueueUrl=everyone, Label="all", AWSAccountIds=["*"], Actions=["SendMessage"])
    removed = queue("queue-permission-removed")
    sqs.add_permission(QueueUrl=removed, Label="all", AWSAccountIds=["*"], Actions=["SendMessage"])
    sqs.remove_permission(QueueUrl=removed, Label="all")
    sqs.delete_queue(QueueUrl=queue("queue-gone", Policy=document("sqs:*", "*")))
    cloud.refused(sqs.add_permission, QueueUrl=queue("queue-two"), Label="all", AWSAccountIds=[], Actions=["None"])


def functions(cloud):
    functions, iam = cloud.client("lambda"), cloud.client("iam")
    trust = document("sts:AssumeRole", {"Service": "lambda.amazonaws.com"}).replace(', "Resource": "*"', "")
    role = iam.create_role(RoleName="estate-functions", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("index.py", "def handler(event, context):\n    return event\n")

    def function(name):
        functions.create_function(
            FunctionName=f"estate-{name}", Runtime="python3.12", Role=role, Handler="index.handler",
            Code={"ZipFile": code.getvalue()}, Tags={"team": name},
        )  # fmt: skip
        return f"estate-{name}"

    def permit(name, principal, **more):
        functions.add_permission(
            FunctionName=name, StatementId="estate", Action="lambda:InvokeFunction", Principal=principal, **more
        )

    function("plain")
    permit(function("open"), "*")
    permit(function("organization"), "*", PrincipalOrgID="o-estate00001")
    permit(function("service"), "s3.amazonaws.com", SourceAccount=ACCOUNT)
    permit(function("other-account"), "999988887777")
    permit(function("closed"), "*")
    functions.remove_permission(FunctionName="estate-closed", StatementId="estate")
    permit(function("gone"), "*")
    functions.delete_function(FunctionName="estate-gone")
    cloud.refused(functions.remove_permission, FunctionName="estate-open", StatementId="nothing")
    cloud.refused(functions.delete_function, FunctionName="estate-nothing")


def secrets(cloud):
    manager = cloud.client("secretsmanager")

    def secret(name, policy=None):
        arn = manager.create_secret(Name=f"estate/{name}", SecretString="correct horse")["ARN"]
        if policy:
            manager.put_resource_policy(SecretId=arn, ResourcePolicy=policy)
        return arn

    read = "secretsmanager:GetSecretValue"
    secret("plain")
    secret("open", document(read, "*"))
    secret("narrowed", document(read, "*", condition=ORGANIZATION))
    secret("own", document(read, {"AWS": ROOT}))
    manager.delete_resource_policy(SecretId=secret("closed", document(read, "*")))
    manager.put_resource_policy(SecretId="estate/plain", ResourcePolicy=document(read, {"AWS": "*"}))
    manager.delete_secret(SecretId=secret("gone", document(read, "*")), ForceDeleteWithoutRecovery=True)
    doomed = secret("restored", document(read, "*"))
    manager.delete_secret(SecretId=doomed, RecoveryWindowInDays=7)
    manager.restore_secret(SecretId=doomed)
    manager.delete_secret(SecretId=secret("waiting", document(read, "*")), RecoveryWindowInDays=7)
    cloud.refused(manager.put_resource_policy, SecretId="estate/nothing", ResourcePolicy=document(read, "*"))


def buses(cloud):
    events = cloud.client("events")
    for name in ("own", "open", "organization", "by-policy", "closed", "gone"):
        events.create_event_bus(Name=f"estate-{name}")
    put = {"Action": "events:PutEvents", "StatementId": "estate"}
    events.put_permission(EventBusName="estate-own", Principal="999988887777", **put)
    events.put_permission(EventBusName="estate-open", Principal="*", **put)
    organization = {"Type": "StringEquals", "Key": "aws:PrincipalOrgID", "Value": "o-estate00001"}
    events.put_permission(EventBusName="estate-organization", Principal="*", Condition=organization, **put)
    events.put_permission(EventBusName="estate-by-policy", Policy=document("events:PutEvents", "*"))
    events.put_permission(EventBusName="estate-closed", Principal="*", **put)
    events.remove_permission(EventBusName="estate-closed", StatementId="estate")
    events.delete_event_bus(Name="estate-gone")
    cloud.refused(events.put_permission, EventBusName="estate-nothing", Principal="*", **put)


def vaults(cloud):
    """moto keeps vaults without their policies and tags."""
    glacier, ireland = cloud.client("glacier"), cloud.client("glacier", "eu-west-1")
    for name in ("estate", "estate-gone"):
        glacier.create_vault(vaultName=name)
    ireland.create_vault(vaultName="estate")
    glacier.delete_vault(vaultName="estate-gone")


def judge(cloud, say):
    def judge_policy(service, arn, policy, region=HOME):
        say(f"aws.{service}.resource-policy-no-wildcard-principal", arn, not is_public(policy), region)

    sns, sqs = cloud.client("sns"), cloud.client("sqs")
    for topic in sns.list_topics()["Topics"]:
        judge_policy("sns", topic["TopicArn"], sns.get_topic_attributes(**topic)["Attributes"].get("Policy"))
    for url in sqs.list_queues().get("QueueUrls", []):
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        judge_policy("sqs", attributes["QueueArn"], attributes.get("Policy") or None)
    functions = cloud.client("lambda")
    for function in functions.list_functions()["Functions"]:
        policy = maybe(functions.get_policy, FunctionName=function["FunctionName"]) or {}
        judge_policy("lambda", function["FunctionArn"], policy.get("Policy"))
    manager = cloud.client("secretsmanager")
    for secret in manager.list_secrets(IncludePlannedDeletion=True)["SecretList"]:
        # Calls name secrets with and without the six characters that Secrets Manager adds to the ARN.
        arn = secret["ARN"].rpartition("-")[0]
        if secret.get("DeletedDate"):
            say("aws.secretsmanager.resource-policy-no-wildcard-principal", arn, None, HOME)
        else:
            policy = manager.get_resource_policy(SecretId=secret["ARN"]).get("ResourcePolicy")
            judge_policy("secretsmanager", arn, policy)
    for region in REGIONS:
        for vault in cloud.client("glacier", region).list_vaults()["VaultList"]:
            judge_policy("glacier", vault["VaultARN"], None, region)
    events = cloud.client("events")
    for bus in events.list_event_buses()["EventBuses"]:
        if bus["Name"] != "default":
            judge_policy("events", bus["Arn"], events.describe_event_bus(Name=bus["Name"]).get("Policy"))
