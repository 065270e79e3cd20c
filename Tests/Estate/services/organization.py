"""The organisation of the account: trusted services and who administers them."""
#: Trusted services of the estate that can be administered from a member account.
DELEGABLE = {"access-analyzer.amazonaws.com", "guardduty.amazonaws.com"}


def act(cloud):
    organizations = cloud.client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    answer = organizations.create_account(AccountName="security", Email="security@example.com")
    member = answer["CreateAccountStatus"]["AccountId"]
    root = organizations.list_roots()["Roots"][0]["Id"]
    unit = organizations.create_organizational_unit(ParentId=root, Name="security")["OrganizationalUnit"]["Id"]
    organizations.move_account(AccountId=member, SourceParentId=root, DestinationParentId=unit)
    for service in sorted(DELEGABLE):
        organizations.enable_aws_service_access(ServicePrincipal=service)
        organizations.register_delegated_administrator(AccountId=member, ServicePrincipal=service)
    organizations.enable_aws_service_access(ServicePrincipal="tagpolicies.tag.amazonaws.com")
    guardduty = {"AccountId": member, "ServicePrincipal": "guardduty.amazonaws.com"}
    organizations.deregister_delegated_administrator(**guardduty)
    cloud.refused(organizations.deregister_delegated_administrator, **guardduty)
    cloud.refused(organizations.create_organization, FeatureSet="ALL")


def judge(cloud, say):
    organizations = cloud.client("organizations")
    organization = organizations.describe_organization()["Organization"]
    arn = cloud.arn("organizations", "organization")  # an account is in one; its id is left out of ours
    principals = organizations.list_aws_service_access_for_organization()["EnabledServicePrincipals"]
    trusted = {one["ServicePrincipal"] for one in principals}
    undelegated = [
        service
        for service in trusted & DELEGABLE
        if not any(
            one["Id"] != organization["MasterAccountId"]
            for one in organizations.list_delegated_administrators(ServicePrincipal=service)["DelegatedAdministrators"]
        )
    ]
    say("aws.organizations.org-delegated-admin-services", arn, not undelegated)
    say("aws.organizations.org-management-account-no-workloads", arn, not has_workloads(cloud))


def has_workloads(cloud):
    """Whether anything runs in the account, which is the organisation's own."""
    databases = [one for region in ("us-east-1", "eu-west-1") for one in instances_of(cloud, region)]
    functions = cloud.client("lambda").list_functions()["Functions"]
    balancers = cloud.client("elbv2").describe_load_balancers()["LoadBalancers"]
    return bool(databases or functions or balancers)


def instances_of(cloud, region):
    yield from cloud.client("rds", region).describe_db_instances()["DBInstances"]
    yield from cloud.client("ec2", region).describe_instances()["Reservations"]
    yield from cloud.client("apigateway", region).get_rest_apis()["items"]
