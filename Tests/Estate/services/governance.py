"""What watches the account itself: AWS Config, Security Hub, Macie, and the contacts."""
from cloud import ACCOUNT, HOME, REGIONS, maybe

ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def act(cloud):
    recorders(cloud)
    for region in REGIONS:
        hub = cloud.client("securityhub", region)
        hub.enable_security_hub(EnableDefaultStandards=False, Tags={"team": "estate"})
        if region != HOME:
            hub.disable_security_hub()
    macie = cloud.client("macie2")
    macie.enable_macie(status="ENABLED")
    contacts = cloud.client("account")
    contact = {"EmailAddress": "a@example.com", "Name": "Ada", "PhoneNumber": "+15550100", "Title": "Officer"}
    for kind in ("SECURITY", "BILLING"):
        contacts.put_alternate_contact(AlternateContactType=kind, **contact)
    contacts.delete_alternate_contact(AlternateContactType="BILLING")
    cloud.refused(hub.disable_security_hub)


def recorders(cloud):
    cloud.client("s3").create_bucket(Bucket="estate-config")
    role = cloud.client("iam").create_role(
        RoleName="estate-config",
        AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
        '"Principal":{"Service":"ec2.amazonaws.com"}}]}',
    )["Role"]["Arn"]
    for region in REGIONS:
        config = cloud.client("config", region)
        group = {"allSupported": True, "includeGlobalResourceTypes": region == HOME}
        config.put_configuration_recorder(
            ConfigurationRecorder={"name": "default", "roleARN": role, "recordingGroup": group}
        )
        config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "estate-config"})
        config.start_configuration_recorder(ConfigurationRecorderName="default")
    cloud.refused(config.put_delivery_channel, DeliveryChannel={"name": "two", "s3BucketName": ""})
    config.stop_configuration_recorder(ConfigurationRecorderName="default")
    config.delete_delivery_channel(DeliveryChannelName="default")
    config.delete_configuration_recorder(ConfigurationRecorderName="default")


def judge(cloud, say):
    recorders = {}
    for region in REGIONS:
        config = cloud.client("config", region)
        running = {
            one["name"]
            for one in config.describe_configuration_recorder_status()["ConfigurationRecordersStatus"]
            if one["recording"] and one.get("lastStatus", "").lower() != "failure"
        }
        recorders[region] = [
            one | {"running": one["name"] in running}
            for one in config.describe_configuration_recorders()["ConfigurationRecorders"]
        ]
    all_groups = [one["recordingGroup"] for some in recorders.values() for one in some]
    has_global = any(group.get("includeGlobalResourceTypes") for group in all_groups)
    for region in REGIONS:
        on = any(one["running"] and one["recordingGroup"]["allSupported"] for one in recorders[region])
        channels = cloud.client("config", region).describe_delivery_channels()["DeliveryChannels"]
        say("aws.config.config-enabled-all-regions", ROOT, on and bool(channels) and has_global, region)
        hub = maybe(cloud.client("securityhub", region).describe_hub)
        say("aws.securityhub.security-hub-enabled", ROOT, bool(hub), region)
        # Without a job or automated discovery Macie looks at nothing.
        session = maybe(cloud.client("macie2", region).get_macie_session) or {}
        jobs = maybe(cloud.client("macie2", region).list_classification_jobs) or {}
        classified = session.get("status") == "ENABLED" and bool(jobs.get("items"))
        say("aws.macie2.s3-data-discovered-classified", ROOT, classified, region)
    contact = maybe(cloud.client("account").get_alternate_contact, AlternateContactType="SECURITY")
    say("aws.account.account-security-contact-registered", ROOT, contact is not None)
