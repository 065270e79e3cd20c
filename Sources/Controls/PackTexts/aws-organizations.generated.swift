// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsOrganizations: [(path: String, text: String)] = [
("aws/organizations/org-authorization-guardrails.yaml",
##"""
id: aws.organizations.org-authorization-guardrails
title: Every account is under the guardrails of the organisation
severity: high
subject: AWS::Organizations::Organization
description: >
  Service and resource control policies bound what anybody in an account can do. Which policies are the
  baseline is for the organisation to say; that each active account lies under a target of every one of
  them is computed along the tree of units. The management account is bound by no such policy and is left
  out.
params: { baseline_policies: [] }
pass: >
  params.baseline_policies.size() > 0
    ? resources('AWS::Organizations::Account').all(a, a.Status != 'ACTIVE' || idOf(a) == resource.ManagementAccountId
      || params.baseline_policies.all(p, ref('AWS::Organizations::Policy', p).TargetIds.exists(t,
        t == idOf(a) || t == a.ParentId || (a.ParentId.startsWith('ou-') && (t == ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId || (ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId.startsWith('ou-') && (t == ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId || (ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId.startsWith('ou-') && (t == ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId).ParentId || (ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId).ParentId.startsWith('ou-') && (t == ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId).ParentId).ParentId || (ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId).ParentId).ParentId.startsWith('ou-') && (t == ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', ref('AWS::Organizations::OrganizationalUnit', a.ParentId).ParentId).ParentId).ParentId).ParentId).ParentId)))))))))))))
    : timestamp(ref('AWS::::Attestation', 'org-authorization-guardrails').Expires) > now
evidence: >
  {'baseline_policies': params.baseline_policies, 'ManagementAccountId': resource.ManagementAccountId}
notes: >
  What a human must add is the list of baseline policies in a profile, or an AWS::::Attestation record
  with this control as its id. Units may be nested five deep, as deep as Organizations allows. An account
  that is being closed is not looked at.
reread: ["organizations:ListPolicies", "organizations:ListTargetsForPolicy", "organizations:ListParents"]
remediation:
  safety: manual
  text: >
    Attach the missing policies to the root or to the units. A policy that denies too much stops
    whatever runs there, so no call is prepared; try it on one unit first.
tests:
  - name: the policy is attached to the root
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { baseline_policies: [p-1] }
    resource: { ManagementAccountId: "111122223333" }
    related:
      - { kind: "AWS::Organizations::Account", id: "111122223333", properties: { Status: ACTIVE, ParentId: r-1 } }
      - { kind: "AWS::Organizations::Account", id: "222233334444", properties: { Status: ACTIVE, ParentId: ou-1-b } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-a, properties: { ParentId: r-1 } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-b, properties: { ParentId: ou-1-a } }
      - { kind: "AWS::Organizations::Policy", id: p-1, properties: { TargetIds: [r-1] } }
    expect: pass
  - name: the policy is attached to a unit above the account's
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { baseline_policies: [p-1] }
    resource: { ManagementAccountId: "111122223333" }
    related:
      - { kind: "AWS::Organizations::Account", id: "111122223333", properties: { Status: ACTIVE, ParentId: r-1 } }
      - { kind: "AWS::Organizations::Account", id: "222233334444", properties: { Status: ACTIVE, ParentId: ou-1-b } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-a, properties: { ParentId: r-1 } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-b, properties: { ParentId: ou-1-a } }
      - { kind: "AWS::Organizations::Policy", id: p-1, properties: { TargetIds: [ou-1-a] } }
    expect: pass
  - name: the policy is attached elsewhere
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { baseline_policies: [p-1] }
    resource: { ManagementAccountId: "111122223333" }
    related:
      - { kind: "AWS::Organizations::Account", id: "111122223333", properties: { Status: ACTIVE, ParentId: r-1 } }
      - { kind: "AWS::Organizations::Account", id: "222233334444", properties: { Status: ACTIVE, ParentId: ou-1-b } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-a, properties: { ParentId: r-1 } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-b, properties: { ParentId: ou-1-a } }
      - { kind: "AWS::Organizations::Policy", id: p-1, properties: { TargetIds: [ou-1-c] } }
    expect: fail
  - name: one of two policies is missing
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { baseline_policies: [p-1, p-2] }
    resource: { ManagementAccountId: "111122223333" }
    related:
      - { kind: "AWS::Organizations::Account", id: "111122223333", properties: { Status: ACTIVE, ParentId: r-1 } }
      - { kind: "AWS::Organizations::Account", id: "222233334444", properties: { Status: ACTIVE, ParentId: ou-1-b } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-a, properties: { ParentId: r-1 } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-b, properties: { ParentId: ou-1-a } }
      - { kind: "AWS::Organizations::Policy", id: p-1, properties: { TargetIds: [r-1] } }
      - { kind: "AWS::Organizations::Policy", id: p-2, properties: { TargetIds: [] } }
    expect: fail
  - name: a policy that is not known
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { baseline_policies: [p-9] }
    resource: { ManagementAccountId: "111122223333" }
    related:
      - { kind: "AWS::Organizations::Account", id: "111122223333", properties: { Status: ACTIVE, ParentId: r-1 } }
      - { kind: "AWS::Organizations::Account", id: "222233334444", properties: { Status: ACTIVE, ParentId: ou-1-b } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-a, properties: { ParentId: r-1 } }
      - { kind: "AWS::Organizations::OrganizationalUnit", id: ou-1-b, properties: { ParentId: ou-1-a } }
    expect: unknown
  - name: no list but an attestation
    now: "2025-01-01T00:00:00Z"
    resource: { ManagementAccountId: "111122223333" }
    related: [{ kind: "AWS::::Attestation", id: org-authorization-guardrails, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - { name: neither list nor attestation, now: "2025-01-01T00:00:00Z", resource: { ManagementAccountId: "111122223333" },
        expect: unknown }

"""##),
("aws/organizations/org-centralized-root-access.yaml",
##"""
id: aws.organizations.org-centralized-root-access
title: The root users of member accounts are managed centrally
severity: high
subject: AWS::Organizations::Organization
description: >
  Central management takes passwords and keys away from the root users of member accounts, so that there
  is one root user to guard instead of one an account. IAM must be trusted in the organisation and its
  feature switched on. Only the management account sees and changes it, so it is the subject; without an
  organisation there is none.
pass: >
  resource.RootAccessFeatures.exists(f, f == 'RootCredentialsManagement')
    && resource.ServiceAccess.exists(s, s == 'iam.amazonaws.com')
evidence: >
  {'RootAccessFeatures': resource.RootAccessFeatures, 'ServiceAccess': resource.ServiceAccess}
reread: ["iam:ListOrganizationsFeatures", "organizations:ListAWSServiceAccessForOrganization"]
remediation:
  safety: manual
  text: >
    Switch central management of root credentials on. It changes every account of the organisation, so a person agrees to it.
  summary: Trusts IAM in the organisation and switches the management of root credentials on.
  permissions: ["organizations:EnableAWSServiceAccess", "iam:EnableOrganizationsRootCredentialsManagement",
      "iam:DisableOrganizationsRootCredentialsManagement", "iam:ListOrganizationsFeatures"]
  calls:
    - when: "!resource.ServiceAccess.exists(s, s == 'iam.amazonaws.com')"
      service: organizations
      operation: EnableAWSServiceAccess
      parameters: "{'ServicePrincipal': 'iam.amazonaws.com'}"
    - when: "!resource.RootAccessFeatures.exists(f, f == 'RootCredentialsManagement')"
      service: iam
      operation: EnableOrganizationsRootCredentialsManagement
      parameters: "{}"
  inverse:
    - when: "!resource.RootAccessFeatures.exists(f, f == 'RootCredentialsManagement')"
      service: iam
      operation: DisableOrganizationsRootCredentialsManagement
      parameters: "{}"
tests:
  - { name: trusted and on, resource: { RootAccessFeatures: [RootCredentialsManagement], ServiceAccess: [iam.amazonaws.com] },
        expect: pass }
  - name: trusted and off
    resource: { RootAccessFeatures: [], ServiceAccess: [iam.amazonaws.com] }
    expect: fail
    plan: [{ service: iam, operation: EnableOrganizationsRootCredentialsManagement, parameters: {} }]
    inverse: [{ service: iam, operation: DisableOrganizationsRootCredentialsManagement, parameters: {} }]
  - name: neither trusted nor on
    resource: { RootAccessFeatures: [RootSessions], ServiceAccess: [config.amazonaws.com] }
    expect: fail
    plan:
      - { service: organizations, operation: EnableAWSServiceAccess, parameters: { ServicePrincipal: iam.amazonaws.com } }
      - { service: iam, operation: EnableOrganizationsRootCredentialsManagement, parameters: {} }
  - { name: features never observed, resource: { ServiceAccess: [iam.amazonaws.com] }, expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/organizations/org-delegated-admin-policies.yaml",
##"""
id: aws.organizations.org-delegated-admin-policies
title: Policies of the organisation are administered by a delegated account
severity: medium
subject: AWS::Organizations::Organization
description: >
  A delegation policy lets a member account manage policies, so that nobody needs the management account
  for it. Which accounts may is for the organisation to say.
params: { administrators: [] }
pass: >
  resources('AWS::Organizations::ResourcePolicy').exists(r,
      policyForeignPrincipals(r.?Content.orValue({}), accountOf(resource)).size() > 0)
    && resources('AWS::Organizations::ResourcePolicy').all(r,
      policyForeignPrincipals(r.?Content.orValue({}), accountOf(resource)).all(p, p != '*'
        && (params.administrators.size() == 0 || params.administrators.exists(a, p.contains(a)))))
    && (params.administrators.size() > 0 || timestamp(ref('AWS::::Attestation', 'org-delegated-admin-policies').Expires) > now)
evidence: >
  {'administrators': resources('AWS::Organizations::ResourcePolicy').map(r,
    policyForeignPrincipals(r.?Content.orValue({}), accountOf(resource)))}
notes: >
  What a human must add is the list of account ids in a profile, or an AWS::::Attestation record with this
  control as its id. Common scanners ask here whether registered administrators are trusted, which is
  another question and can have the opposite answer.
reread: ["organizations:DescribeResourcePolicy"]
remediation:
  safety: manual
  text: >
    Write a delegation policy for the account that manages policies. Whom it names is for the
    organisation to say, so no call is prepared.
tests:
  - name: an account on the list
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    params: { administrators: ["222233334444"] }
    related: [{ kind: "AWS::Organizations::ResourcePolicy", id: resource-policy, properties: { Content: { Statement: [{ Effect: Allow,
            Principal: { AWS: "arn:aws:iam::222233334444:root" }, Action: "organizations:DescribePolicy", Resource: "*" }] } } }]
    expect: pass
  - name: an account that is not on the list
    now: "2025-01-01T00:00:00Z"
    params: { administrators: ["999988887777"] }
    related: [{ kind: "AWS::Organizations::ResourcePolicy", id: resource-policy, properties: { Content: { Statement: [{ Effect: Allow,
            Principal: { AWS: "arn:aws:iam::222233334444:root" }, Action: "organizations:DescribePolicy", Resource: "*" }] } } }]
    expect: fail
  - name: an account without a list, attested
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    related:
      - { kind: "AWS::Organizations::ResourcePolicy", id: resource-policy, properties: { Content: { Statement: [{ Effect: Allow,
              Principal: { AWS: "222233334444" }, Action: "organizations:DescribePolicy", Resource: "*" }] } } }
      - { kind: "AWS::::Attestation", id: org-delegated-admin-policies, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }
    expect: pass
  - name: an account without a list, not attested
    now: "2025-01-01T00:00:00Z"
    scopes_complete: true
    related: [{ kind: "AWS::Organizations::ResourcePolicy", id: resource-policy, properties: { Content: { Statement: [{ Effect: Allow,
            Principal: { AWS: "222233334444" }, Action: "organizations:DescribePolicy", Resource: "*" }] } } }]
    expect: unknown
  - { name: no delegation policy, now: "2025-01-01T00:00:00Z", scopes_complete: true, expect: fail }
  - { name: no inventory, now: "2025-01-01T00:00:00Z", expect: unknown }

"""##),
("aws/organizations/org-delegated-admin-services.yaml",
##"""
id: aws.organizations.org-delegated-admin-services
title: Services of the organisation are administered by delegated accounts
severity: medium
subject: AWS::Organizations::Organization
description: >
  Every service that is trusted in the organisation and can be administered from a member account should
  be, so that nobody signs in to the management account for it.
params:
  delegable_services:
    - access-analyzer.amazonaws.com
    - account.amazonaws.com
    - auditmanager.amazonaws.com
    - backup.amazonaws.com
    - cloudtrail.amazonaws.com
    - compute-optimizer.amazonaws.com
    - config-multiaccountsetup.amazonaws.com
    - config.amazonaws.com
    - detective.amazonaws.com
    - devops-guru.amazonaws.com
    - fms.amazonaws.com
    - guardduty.amazonaws.com
    - health.amazonaws.com
    - iam.amazonaws.com
    - inspector2.amazonaws.com
    - ipam.amazonaws.com
    - license-manager.amazonaws.com
    - macie.amazonaws.com
    - malware-protection.guardduty.amazonaws.com
    - member.org.stacksets.cloudformation.amazonaws.com
    - networkmanager.amazonaws.com
    - reachabilityanalyzer.networkinsights.amazonaws.com
    - resource-explorer-2.amazonaws.com
    - securityhub.amazonaws.com
    - securitylake.amazonaws.com
    - servicecatalog.amazonaws.com
    - ssm.amazonaws.com
    - sso.amazonaws.com
    - storage-lens.s3.amazonaws.com
pass: >
  resource.ServiceAccess.all(s, !params.delegable_services.exists(d, d == s)
    || resource.DelegatedAdministrators.exists(a, a.ServicePrincipal == s && a.AccountId != resource.ManagementAccountId))
evidence: >
  {'withoutAdministrator': resource.ServiceAccess.filter(s, params.delegable_services.exists(d, d == s)
    && !resource.DelegatedAdministrators.exists(a, a.ServicePrincipal == s && a.AccountId != resource.ManagementAccountId))}
notes: >
  Which services can be delegated grows; the list is a parameter. Services register administrators by
  calls of their own too, which are seen where Organizations records them, else by a reading. Common
  scanners ask here whether the administrators are trusted, which is another question.
reread: ["organizations:ListDelegatedAdministrators", "organizations:ListAWSServiceAccessForOrganization"]
remediation:
  safety: manual
  text: >
    Register a member account for each service that is named. Which account that is, is for the
    organisation to say, so no call is prepared.
tests:
  - name: every service has one
    resource:
      ManagementAccountId: "111122223333"
      ServiceAccess: [config.amazonaws.com]
      DelegatedAdministrators: [{ AccountId: "222233334444", ServicePrincipal: config.amazonaws.com }]
    expect: pass
  - name: a service that cannot be delegated
    resource: { ManagementAccountId: "111122223333", ServiceAccess: [controltower.amazonaws.com], DelegatedAdministrators: [] }
    expect: pass
  - name: a service without one
    resource:
      ManagementAccountId: "111122223333"
      ServiceAccess: [config.amazonaws.com, guardduty.amazonaws.com]
      DelegatedAdministrators: [{ AccountId: "222233334444", ServicePrincipal: config.amazonaws.com }]
    expect: fail
  - name: the management account itself is none
    resource:
      ManagementAccountId: "111122223333"
      ServiceAccess: [config.amazonaws.com]
      DelegatedAdministrators: [{ AccountId: "111122223333", ServicePrincipal: config.amazonaws.com }]
    expect: fail
  - name: no service is trusted
    resource: { ManagementAccountId: "111122223333", ServiceAccess: [], DelegatedAdministrators: [] }
    expect: pass
  - { name: administrators never observed, resource: { ManagementAccountId: "111122223333", ServiceAccess: [config.amazonaws.com] },
        expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/organizations/org-management-account-no-workloads.yaml",
##"""
id: aws.organizations.org-management-account-no-workloads
title: The management account runs no workloads
severity: medium
subject: AWS::Organizations::Organization
description: >
  What runs in the management account is out of reach of every guardrail, and whoever takes it over has
  the organisation. Instances, functions, containers, databases, interfaces and load balancers are looked
  at; what of them belongs to the running of the organisation itself is for a person to say.
params: { allowed: [] }
pass: >
  !resources('AWS::EC2::Instance').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::Lambda::Function').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::ECS::Cluster').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::EKS::Cluster').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::RDS::DBInstance').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::RDS::DBCluster').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::DynamoDB::Table').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::ApiGateway::RestApi').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::ApiGatewayV2::Api').exists(i, !params.allowed.exists(n, n == idOf(i)))
    && !resources('AWS::ElasticLoadBalancingV2::LoadBalancer').exists(i, !params.allowed.exists(n, n == idOf(i)))
evidence: >
  {'functions': resources('AWS::Lambda::Function').map(i, idOf(i)), 'instances': resources('AWS::EC2::Instance').map(i, idOf(i))}
notes: >
  What a human must add is the list of what may run there, by id, in a profile. Buckets are not looked at,
  since every management account has some. Other services than those named are not known here.
reread: ["organizations:DescribeOrganization"]
remediation:
  safety: manual
  text: >
    Move the workload to an account of its own. That is a project, so no call is prepared.
tests:
  - { name: nothing runs, scopes_complete: true, expect: pass }
  - name: a function that is allowed
    scopes_complete: true
    params: { allowed: [account-vending] }
    related: [{ kind: "AWS::Lambda::Function", id: account-vending }]
    expect: pass
  - name: an instance
    scopes_complete: true
    related: [{ kind: "AWS::EC2::Instance", id: i-1 }]
    expect: fail
  - name: a database, whatever else there may be
    related: [{ kind: "AWS::RDS::DBInstance", id: db-1 }]
    expect: fail
  - { name: no inventory, expect: unknown }

"""##),
("aws/organizations/org-ou-structure.yaml",
##"""
id: aws.organizations.org-ou-structure
title: The structure of organisational units is attested
severity: low
subject: AWS::Organizations::Organization
description: >
  Units group accounts by what they are for, so that guardrails fit. Whether they do only a person can
  say, who looks at the tree and attests it; changes of the tree after that are a reason to look again.
pass: >
  timestamp(ref('AWS::::Attestation', 'org-ou-structure').Expires) > now
evidence: >
  {'units': resources('AWS::Organizations::OrganizationalUnit').map(u, idOf(u))}
notes: >
  What a human must add is an AWS::::Attestation record with this control as its id.
reread: ["organizations:ListOrganizationalUnitsForParent"]
remediation:
  safety: manual
  text: >
    Look at the tree of units, change what does not fit, and attest it.
tests:
  - name: attested
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: org-ou-structure, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - name: the attestation has run out
    now: "2025-08-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: org-ou-structure, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - { name: not attested, now: "2025-01-01T00:00:00Z", expect: unknown }

"""##),
]
}
