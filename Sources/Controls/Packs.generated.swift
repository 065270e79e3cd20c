// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

/// The files of the built-in packs by their paths below Packs.
enum PackTexts {
static let files: [(path: String, text: String)] = [
("aws/access-analyzer/access-analyzer-enabled-all-regions.yaml",
##"""
id: aws.access-analyzer.access-analyzer-enabled-all-regions
title: An analyzer for external access is active in every region
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  Access Analyzer tells which resources of a region somebody outside can reach. It works per region, so
  each enabled region needs an active analyzer for the account or the organisation. Analyzers for unused
  or internal access do not count.
pass: >
  regional('AWS::AccessAnalyzer::Analyzer').exists(a, a.Status == 'ACTIVE'
    && (a.Type == 'ACCOUNT' || a.Type == 'ORGANIZATION'))
evidence: >
  {'analyzers': regional('AWS::AccessAnalyzer::Analyzer').map(a, idOf(a))}
notes: >
  An analyzer of the organisation sits in the management or the delegated account and counts there; a
  member account needs one of its own to pass here. An analyzer can fail without a call, so its status
  comes from readings.
frameworks:
  iso27001_2022: [A.8.3]
reread: ["accessanalyzer:ListAnalyzers"]
remediation:
  safety: manual
  text: >
    Make an analyzer for external access in the region. It costs nothing, but makes a service-linked role, so a person
    agrees to it.
  summary: Makes an analyzer for external access of the account.
  permissions: ["access-analyzer:CreateAnalyzer", "access-analyzer:ListAnalyzers", "iam:CreateServiceLinkedRole"]
  calls:
    - service: accessanalyzer
      operation: CreateAnalyzer
      parameters: "{'analyzerName': 'external-access', 'type': 'ACCOUNT'}"
  inverse:
    - service: accessanalyzer
      operation: DeleteAnalyzer
      parameters: "{'analyzerName': 'external-access'}"
tests:
  - name: an active analyzer of the account
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ACCOUNT, Status: ACTIVE } }]
    expect: pass
  - name: an active analyzer of the organisation
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ORGANIZATION, Status: ACTIVE } }]
    expect: pass
  - name: an analyzer of another region
    scopes_complete: true
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", region: eu-west-1, id: main, properties: { Type: ACCOUNT, Status: ACTIVE } }]
    expect: fail
  - name: an analyzer for unused access
    scopes_complete: true
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ACCOUNT_UNUSED_ACCESS, Status: ACTIVE } }]
    expect: fail
  - name: an analyzer that failed
    scopes_complete: true
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ACCOUNT, Status: FAILED } }]
    expect: fail
  - name: no analyzer in a complete inventory
    scopes_complete: true
    expect: fail
    plan:
      - service: accessanalyzer
        operation: CreateAnalyzer
        parameters: { analyzerName: external-access, type: ACCOUNT }
    inverse:
      - service: accessanalyzer
        operation: DeleteAnalyzer
        parameters: { analyzerName: external-access }
  - name: an analyzer whose status was never observed
    scopes_complete: true
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ACCOUNT } }]
    expect: unknown
  - { name: no inventory, expect: unknown }

"""##),
("aws/account/account-contact-details-current.yaml",
##"""
id: aws.account.account-contact-details-current
title: The account's contact is filled in and attested to be current
severity: low
subject: AWS::::Account
scope: account
description: >
  AWS writes to the contact of the account when something is wrong with it. A machine can see that the
  fields are filled in; that they are right only a person can say, in an attestation with an owner and an
  end.
params: { fields: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
pass: >
  params.fields.all(f, resource.ContactInformation.exists(c, c == f))
    && timestamp(ref('AWS::::Attestation', 'account-contact-details-current').Expires) > now
evidence: >
  {'ContactInformation': resource.ContactInformation}
notes: >
  What a human must add is an AWS::::Attestation record with this control as its id. Without one a filled
  contact is unknown; one that has run out fails until it is renewed.
frameworks:
  iso27001_2022: [A.5.5]
reread: ["account:GetContactInformation"]
remediation:
  safety: manual
  text: >
    Correct the contact in the account settings, then attest that it is current. The values must come
    from the organisation, so no call is prepared.
tests:
  - name: filled in and attested
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - name: a field is empty
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - name: a field is empty and nobody attests
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [] }
    expect: fail
  - name: the attestation has run out
    now: "2025-07-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - { name: filled in and not attested, now: "2025-01-01T00:00:00Z", resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }, expect: unknown }
  - name: attested and never observed
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: unknown

"""##),
("aws/account/account-security-contact-registered.yaml",
##"""
id: aws.account.account-security-contact-registered
title: A security contact is registered
severity: medium
subject: AWS::::Account
scope: account
description: >
  AWS writes to the security contact about abuse and compromised credentials. Without one the mail goes to
  whoever opened the account.
pass: >
  resource.AlternateContacts.exists(c, c == 'SECURITY')
evidence: >
  {'AlternateContacts': resource.AlternateContacts}
frameworks:
  iso27001_2022: [A.5.5]
reread: ["account:GetAlternateContact"]
remediation:
  safety: manual
  text: >
    Register a security contact that a team reads, not a person. The address must come from the
    organisation, so no call is prepared.
tests:
  - { name: a security contact, resource: { AlternateContacts: [BILLING, SECURITY] }, expect: pass }
  - { name: a security contact beside unknown ones, resource: { AlternateContacts: { $partial: [SECURITY] } }, expect: pass }
  - { name: another contact, resource: { AlternateContacts: [BILLING] }, expect: fail }
  - { name: no contact, resource: { AlternateContacts: [] }, expect: fail }
  - { name: not all contacts known, resource: { AlternateContacts: { $partial: [BILLING] } }, expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/account/account-security-questions-registered.yaml",
##"""
id: aws.account.account-security-questions-registered
title: Security questions of the account are attested to be set
severity: low
subject: AWS::::Account
scope: account
description: >
  The questions let AWS tell the owner of an account from somebody who pretends to be. No API and no event
  shows them, so a person attests that they are set.
pass: >
  timestamp(ref('AWS::::Attestation', 'account-security-questions-registered').Expires) > now
evidence: >
  {'Expires': ref('AWS::::Attestation', 'account-security-questions-registered').Expires, 'Owner': ref('AWS::::Attestation', 'account-security-questions-registered').Owner}
notes: >
  What a human must add is an AWS::::Attestation record with this control as its id. CIS dropped the
  control with 5.0.
remediation:
  safety: manual
  text: >
    Set the questions where the account still offers them, keep the answers where the root credentials
    are kept, and attest it.
tests:
  - name: attested
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-security-questions-registered, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - name: the attestation has run out
    now: "2025-08-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-security-questions-registered, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - name: another control is attested
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: unknown
  - { name: not attested, now: "2025-01-01T00:00:00Z", expect: unknown }

"""##),
("aws/apigateway/web-front-end-access-logging.yaml",
##"""
id: aws.apigateway.web-front-end-access-logging
title: Stages of REST APIs write access logs
severity: medium
subject: AWS::ApiGateway::Stage
description: >
  Access logs tell who called what when an API is attacked. A stage writes them if it names a destination: a
  log group or a delivery stream.
pass: resource.?AccessLogSetting.?DestinationArn.orValue('') != ''
evidence: "{'AccessLogSetting': resource.?AccessLogSetting.?DestinationArn.orValue('')}"
notes: >
  Execution logs do not count. CloudFront, load balancers and the stages of other APIs each have a control
  of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["apigateway:GetStage"]
remediation:
  safety: manual
  text: >
    Give the stage a destination for its access log and a format that holds caller, time, route and status.
    Which log group is yours to say, so no call is prepared.
tests:
  - name: a log group
    resource: { AccessLogSetting: { DestinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api", Format: f } }
    expect: pass
  - { name: no destination, resource: { AccessLogSetting: null }, expect: fail }
  - { name: never observed, resource: { StageName: prod }, expect: unknown }

"""##),
("aws/apigatewayv2/web-front-end-access-logging.yaml",
##"""
id: aws.apigatewayv2.web-front-end-access-logging
title: Stages of HTTP and WebSocket APIs write access logs
severity: medium
subject: AWS::ApiGatewayV2::Stage
description: >
  Access logs tell who called what when an API is attacked. A stage writes them if it names a destination: a
  log group or a delivery stream.
pass: resource.?AccessLogSettings.?DestinationArn.orValue('') != ''
evidence: "{'AccessLogSettings': resource.?AccessLogSettings.?DestinationArn.orValue('')}"
notes: >
  Execution logs do not count. CloudFront, load balancers and the stages of other APIs each have a control
  of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["apigatewayv2:GetStage"]
remediation:
  safety: manual
  text: >
    Give the stage a destination for its access log and a format that holds caller, time, route and status.
    Which log group is yours to say, so no call is prepared.
tests:
  - name: a log group
    resource: { AccessLogSettings: { DestinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api", Format: f } }
    expect: pass
  - { name: no destination, resource: { AccessLogSettings: null }, expect: fail }
  - { name: never observed, resource: { StageName: prod }, expect: unknown }

"""##),
("aws/cis-1.4.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "1.4"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-default-encryption, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.3", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.4", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.4", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
planned: []

"""##),
("aws/cis-1.5.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "1.5"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-default-encryption, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.3", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.4", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: manual }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
planned: []

"""##),
("aws/cis-2.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "2.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: manual }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.6", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
planned: []

"""##),
("aws/cis-3.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "3.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.6", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
planned: []

"""##),
("aws/cis-4.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "4.0"
also: ["4.0.1"]
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "2.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "5.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: manual }
  - { number: "5.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
planned: []

"""##),
("aws/cis-5.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "5.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.4", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "1.6", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "1.7", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "1.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.17", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "1.18", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.19", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.20", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.21", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "2.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "5.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
planned: []

"""##),
("aws/cis-6.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "6.0"
numbers:
  - { number: "2.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "2.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "2.3", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "2.4", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.5", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "2.6", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "2.7", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "2.8", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "2.9", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.10", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "2.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "2.12", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "2.13", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "2.14", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "2.15", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "2.16", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "2.17", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "2.18", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "2.19", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "2.20", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.21", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "3.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "3.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "3.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "3.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "3.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "3.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "3.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "3.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "4.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "4.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "4.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "4.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "4.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "4.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "4.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "5.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "5.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "5.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "5.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "5.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "5.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "5.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "5.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "5.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "5.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "5.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "5.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "5.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "5.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "5.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "5.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "6.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "6.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "6.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "6.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "6.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
planned: []

"""##),
("aws/cis-7.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "7.0"
numbers:
  - { number: "2.1.1", control: aws.organizations.org-centralized-root-access, level: 2, assessment: manual }
  - { number: "2.1.2", control: aws.organizations.org-authorization-guardrails, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.organizations.org-management-account-no-workloads, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.organizations.org-ou-structure, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.organizations.org-delegated-admin-policies, level: 2, assessment: manual }
  - { number: "2.1.6", control: aws.organizations.org-delegated-admin-services, level: 2, assessment: manual }
  - { number: "2.2", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "2.3", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "2.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "2.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "2.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "2.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "2.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "2.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "2.12", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "2.13", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "2.14", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "2.15", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "2.16", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "2.17", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "2.18", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "2.19", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.20", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.21", control: aws.events.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.glacier.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.kms.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.lambda.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.s3.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.secretsmanager.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.sns.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.sqs.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "3.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "3.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "3.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "3.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "3.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "3.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "3.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "3.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "4.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "4.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "4.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "4.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "4.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "4.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "4.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.10", control: aws.apigateway.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.apigatewayv2.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.cloudfront.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.elasticloadbalancing.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.elasticloadbalancingv2.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "5.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "5.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "5.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "5.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "5.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "5.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "5.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "5.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "5.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "5.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "5.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "5.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "5.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "5.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "5.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "5.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "6.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "6.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "6.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "6.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "6.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
  - { number: "6.8", control: aws.ec2.vpc-endpoints-for-aws-services, level: 2, assessment: manual }
planned: []

"""##),
("aws/cloudfront/web-front-end-access-logging.yaml",
##"""
id: aws.cloudfront.web-front-end-access-logging
title: CloudFront distributions write access logs
severity: medium
subject: AWS::CloudFront::Distribution
description: >
  Access logs tell who asked for what when an application behind a distribution is attacked. Standard logs
  to a bucket, a real-time log on the default behaviour, and a delivery by CloudWatch Logs all count.
pass: >
  resource.?DistributionConfig.?Logging.?Enabled.orValue(false)
    || resource.?DistributionConfig.?DefaultCacheBehavior.?RealtimeLogConfigArn.orValue('') != ''
    || resources('AWS::Logs::DeliverySource').exists(s, s.?ResourceArn.orValue('').endsWith(':distribution/' + id)
      && resources('AWS::Logs::Delivery').exists(d, d.?DeliverySourceName.orValue('') == idOf(s)))
evidence: >
  {'Logging': resource.?DistributionConfig.?Logging.?Enabled.orValue(false)}
notes: >
  Whether the records reach their destination is not looked at. Load balancers and the stages of API Gateway
  each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["cloudfront:GetDistributionConfig", "logs:DescribeDeliveries", "logs:DescribeDeliverySources"]
remediation:
  safety: manual
  text: >
    Switch standard logging on with a bucket that the readers of your logs own, or deliver the logs through
    CloudWatch Logs. Which destination is yours to say, so no call is prepared.
tests:
  - name: standard logs
    resource: { DistributionConfig: { Enabled: true, Logging: { Enabled: true, Bucket: b.s3.amazonaws.com } } }
    expect: pass
  - name: a real-time log
    resource:
      DistributionConfig:
        Logging: { Enabled: false }
        DefaultCacheBehavior: { RealtimeLogConfigArn: "arn:aws:cloudfront::111122223333:realtime-log-config/rt" }
    expect: pass
  - name: a delivery by CloudWatch Logs
    id: E1
    resource: { DistributionConfig: { Logging: { Enabled: false } } }
    related:
      - kind: AWS::Logs::DeliverySource
        id: front
        properties: { ResourceArn: "arn:aws:cloudfront::111122223333:distribution/E1" }
      - { kind: AWS::Logs::Delivery, id: d-1, properties: { DeliverySourceName: front } }
    expect: pass
  - name: a source without a delivery
    id: E1
    scopes_complete: true
    resource: { DistributionConfig: { Logging: { Enabled: false } } }
    related:
      - kind: AWS::Logs::DeliverySource
        id: front
        properties: { ResourceArn: "arn:aws:cloudfront::111122223333:distribution/E1" }
    expect: fail
  - name: no log at all
    scopes_complete: true
    resource: { DistributionConfig: { Enabled: true, Logging: { Enabled: false } } }
    expect: fail
  - name: no log of its own, and deliveries never listed
    resource: { DistributionConfig: { Enabled: true, Logging: { Enabled: false } } }
    expect: unknown

"""##),
("aws/cloudtrail/cloudtrail-bucket-access-logging.yaml",
##"""
id: aws.cloudtrail.cloudtrail-bucket-access-logging
title: The trail's S3 bucket logs access
severity: low
subject: AWS::CloudTrail::Trail
description: >
  The access log of the bucket that holds the trail shows who read, changed or removed log files.
pass: ref('AWS::S3::Bucket', resource.S3BucketName).?LoggingConfiguration.?DestinationBucketName.orValue('') != ''
evidence: >
  {'S3BucketName': resource.S3BucketName}
notes: A bucket of another account is not known here, so its verdict is unknown.
frameworks:
  soc2: [A1.1]
  iso27001_2022: [A.8.15, A.8.16]
reread: ["cloudtrail:DescribeTrails", "s3:GetBucketLogging"]
remediation:
  safety: manual
  text: >
    Turn server access logging on for the bucket, towards another bucket that only the logging service may write
    to.
tests:
  - name: a bucket that logs
    resource: { S3BucketName: trail-bucket }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties: { LoggingConfiguration: { DestinationBucketName: access-logs, LogFilePrefix: trail/ } }
    expect: pass
  - name: a bucket that does not log
    resource: { S3BucketName: trail-bucket }
    related: [{ kind: AWS::S3::Bucket, id: trail-bucket, properties: { LoggingConfiguration: null } }]
    expect: fail
  - name: another bucket that logs does not help
    resource: { S3BucketName: trail-bucket }
    related:
      - { kind: AWS::S3::Bucket, id: trail-bucket, properties: { LoggingConfiguration: null } }
      - kind: AWS::S3::Bucket
        id: other-bucket
        properties: { LoggingConfiguration: { DestinationBucketName: access-logs } }
    expect: fail
  - { name: a bucket that is not known here, resource: { S3BucketName: another-accounts-bucket },
        expect: unknown }
  - name: a bucket whose logging was never observed
    resource: { S3BucketName: trail-bucket }
    related: [{ kind: AWS::S3::Bucket, id: trail-bucket, properties: { Region: us-east-1 } }]
    expect: unknown
  - { name: a trail whose bucket was never observed, resource: { IsLogging: true }, expect: unknown }

"""##),
("aws/cloudtrail/cloudtrail-bucket-not-public.yaml",
##"""
id: aws.cloudtrail.cloudtrail-bucket-not-public
title: The trail's S3 bucket is not public
severity: critical
subject: AWS::CloudTrail::Trail
description: >
  Whoever can read the trail's bucket sees who may do what in the account, and whoever can write to it can
  bury what they did. A bucket is public by its policy or by a grant of its access control list to everyone or
  to everyone with an account, unless block public access or object ownership takes these out of force.
params:
  groups:
    - http://acs.amazonaws.com/groups/global/AllUsers
    - http://acs.amazonaws.com/groups/global/AuthenticatedUsers
pass: >
  cel.bind(b, ref('AWS::S3::Bucket', resource.S3BucketName),
    (b.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
      || account.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
      || !policyAllowsPublic(b.?Policy.orValue({})))
    && (b.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false)
      || account.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false)
      || b.?ObjectOwnership.orValue('') == 'BucketOwnerEnforced'
      || !b.?AccessControlList.orValue([]).exists(g, g.Grantee in params.groups)))
evidence: >
  {'S3BucketName': resource.S3BucketName,
    'grants': ref('AWS::S3::Bucket', resource.S3BucketName).?AccessControlList.orValue([])
      .filter(g, g.Grantee in params.groups)}
notes: A bucket of another account is not known here, so its verdict is unknown. Up to 2.0 only.
frameworks:
  iso27001_2022: [A.8.1, A.8.15, A.8.16]
reread:
  - "s3:GetBucketAcl"
  - "s3:GetBucketPolicyStatus"
  - "s3:GetPublicAccessBlock"
  - "s3:GetBucketPolicy"
  - "s3:GetBucketOwnershipControls"
  - "s3control:GetPublicAccessBlock"
remediation:
  safety: manual
  text: >
    Turn all four settings of block public access on at the bucket, after looking at who reads it today. The
    bucket is another resource than the trail that is judged here; the control for S3 buckets carries the
    plan.
tests:
  - name: a bucket that nobody else may reach
    resource: { S3BucketName: trail-bucket }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties:
          { PublicAccessBlockConfiguration: null, Policy: null, AccessControlList: [], ObjectOwnership: ObjectWriter }
    account: { PublicAccessBlockConfiguration: null }
    expect: pass
  - name: a public policy and grant that block public access neutralises
    resource: { S3BucketName: trail-bucket }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties:
          PublicAccessBlockConfiguration: { RestrictPublicBuckets: true, IgnorePublicAcls: true }
          Policy:
            Statement:
              { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::trail-bucket/*" }
          AccessControlList: [{ Grantee: "http://acs.amazonaws.com/groups/global/AllUsers", Permission: READ }]
    expect: pass
  - name: a grant that object ownership takes out of force
    resource: { S3BucketName: trail-bucket }
    account: { PublicAccessBlockConfiguration: null }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties:
          PublicAccessBlockConfiguration: null
          Policy: null
          ObjectOwnership: BucketOwnerEnforced
          AccessControlList: [{ Grantee: "http://acs.amazonaws.com/groups/global/AllUsers", Permission: READ }]
    expect: pass
  - name: a policy for everyone
    scopes_complete: true
    resource: { S3BucketName: trail-bucket }
    account: { PublicAccessBlockConfiguration: null }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties:
          PublicAccessBlockConfiguration: null
          Policy:
            Statement:
              { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::trail-bucket/*" }
          AccessControlList: []
          ObjectOwnership: BucketOwnerEnforced
    expect: fail
  - name: a grant to everyone with an account
    scopes_complete: true
    resource: { S3BucketName: trail-bucket }
    account: { PublicAccessBlockConfiguration: null }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties:
          PublicAccessBlockConfiguration: null
          Policy: null
          ObjectOwnership: ObjectWriter
          AccessControlList:
            - { Grantee: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers", Permission: WRITE }
    expect: fail
  - name: a bucket of another account
    scopes_complete: true
    resource: { S3BucketName: trail-bucket }
    expect: unknown
  - name: a list never observed
    resource: { S3BucketName: trail-bucket }
    account: { PublicAccessBlockConfiguration: null }
    related:
      - kind: AWS::S3::Bucket
        id: trail-bucket
        properties: { PublicAccessBlockConfiguration: null, Policy: null, ObjectOwnership: ObjectWriter }
    expect: unknown

"""##),
("aws/cloudtrail/cloudtrail-cloudwatch-logs-integrated.yaml",
##"""
id: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated
title: Trails deliver to CloudWatch Logs
severity: low
subject: AWS::CloudTrail::Trail
description: >
  Delivery to a log group makes events searchable and lets filters alarm on them within minutes.
pass: resource.?CloudWatchLogsLogGroupArn.orValue('') != ''
evidence: >
  {'CloudWatchLogsLogGroupArn': resource.?CloudWatchLogsLogGroupArn.orValue('')}
notes: Whether the last delivery is recent is not looked at; only a reading could tell.
frameworks:
  nist_800_53_r5: ["AC-2(4)", "AC-3(1)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2(b)", "AU-3(a)", "AU-3(b)",
      "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)", "AU-4(1)", "AU-6(1)", "AU-6(3)", "AU-6(4)", "AU-6(5)",
      "AU-6(6)", "AU-6(9)", "AU-7(1)", "AU-8(b)", "AU-9(7)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", AU-16, "CA-7(b)",
      "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31,
      "SC-7(9)(b)", "SI-1(1)(c)", "SI-3(8)(b)", "SI-4(2)", "SI-4(17)", "SI-4(20)", "SI-7(8)", "SI-10(1)(c)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: ["AC-2(4)", "AC-2(g)", "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-7(1)", "AU-12(a)(c)",
      "SI-4(a)(b)(c)"]
reread: ["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus"]
remediation:
  safety: manual
  text: Make a log group and a role that CloudTrail may use to write to it, then set both on the trail.
tests:
  - name: with a log group
    resource: { CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
    expect: pass
  - { name: without a log group, resource: { CloudWatchLogsLogGroupArn: null }, expect: fail }
  - { name: never observed, resource: { TrailName: management-events }, expect: unknown }

"""##),
("aws/cloudtrail/cloudtrail-kms-encrypted.yaml",
##"""
id: aws.cloudtrail.cloudtrail-kms-encrypted
title: Trails are encrypted with a KMS key
severity: medium
subject: AWS::CloudTrail::Trail
description: >
  A KMS key puts a second permission before the log files: reading them takes the right to decrypt as well
  as the right to read the bucket.
pass: resource.?KMSKeyId.orValue('') != ''
evidence: >
  {'KMSKeyId': resource.?KMSKeyId.orValue('')}
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CM-6(a)", "CM-9(b)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)",
      "SI-19(4)"]
  iso27001_2022: [A.8.11, A.8.15, A.8.16, A.8.24]
  fedramp: [AU-9, SC-28]
reread: ["cloudtrail:DescribeTrails"]
remediation:
  safety: manual
  text: >
    Choose or make a KMS key, let its policy allow CloudTrail to encrypt and the readers to decrypt, then set it on
    the trail. A key whose policy refuses CloudTrail stops delivery, so no call is prepared.
tests:
  - name: with a key
    resource: { KMSKeyId: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555" }
    expect: pass
  - { name: without a key, resource: { KMSKeyId: null }, expect: fail }
  - { name: an empty key, resource: { KMSKeyId: "" }, expect: fail }
  - { name: never observed, resource: { TrailName: management-events }, expect: unknown }

"""##),
("aws/cloudtrail/cloudtrail-log-file-validation.yaml",
##"""
id: aws.cloudtrail.cloudtrail-log-file-validation
title: Trails validate their log files
severity: medium
subject: AWS::CloudTrail::Trail
description: >
  Validation writes signed digests beside the log files, so that a file that was changed or removed later
  can be told from an untouched one.
pass: resource.?EnableLogFileValidation.orValue(false)
evidence: >
  {'EnableLogFileValidation': resource.?EnableLogFileValidation.orValue(false)}
frameworks:
  nist_800_53_r5: ["AU-9(a)", "CM-6(a)", "CM-9(b)", "PM-11(b)", "PM-17(b)", "SA-1(1)", "SA-10(1)",
      "SC-16(1)", "SI-1(a)(2)", "SI-4(d)", "SI-7(1)", "SI-7(3)", "SI-7(7)", "SI-7(a)"]
  soc2: [CC7.3, PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, AU-2, AU-9, SI-7, "SI-7(1)"]
reread: ["cloudtrail:DescribeTrails"]
remediation:
  safety: safe
  text: Turn log file validation on for the trail. It costs nothing and changes nothing that is delivered.
  summary: Turns log file validation on for the trail.
  permissions: ["cloudtrail:UpdateTrail", "cloudtrail:DescribeTrails"]
  calls:
    - service: cloudtrail
      operation: UpdateTrail
      parameters: "{'Name': id, 'EnableLogFileValidation': true}"
  inverse:
    - service: cloudtrail
      operation: UpdateTrail
      parameters: "{'Name': id, 'EnableLogFileValidation': false}"
  expected: "{'EnableLogFileValidation': true}"
tests:
  - { name: on, resource: { EnableLogFileValidation: true }, expect: pass }
  - name: "off"
    id: management-events
    resource: { EnableLogFileValidation: false }
    expect: fail
    plan:
      - service: cloudtrail
        operation: UpdateTrail
        parameters: { Name: management-events, EnableLogFileValidation: true }
    inverse:
      - service: cloudtrail
        operation: UpdateTrail
        parameters: { Name: management-events, EnableLogFileValidation: false }
  - { name: never observed, resource: { TrailName: management-events }, expect: unknown }

"""##),
("aws/cloudtrail/cloudtrail-multi-region-enabled.yaml",
##"""
id: aws.cloudtrail.cloudtrail-multi-region-enabled
title: A multi-region trail logs all management events
severity: high
subject: AWS::::Account
scope: account
description: >
  One trail that covers every region and records both reading and writing management events is what every later
  question is answered from. A trail for one region misses what is done in the others.
pass: >
  resources('AWS::CloudTrail::Trail').exists(t, t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([])))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)).size()}
notes: >
  A trail of the organisation is made in the management account and shows up here only by inventory. Whether
  deliveries succeed is not looked at.
frameworks:
  nist_800_53_r5: ["AC-2(4)", "AC-3(1)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2(b)", "AU-3(1)", "AU-3(a)",
      "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)",
      "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)",
      "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)",
      "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-1(1)(c)", "SI-3(8)(b)", "SI-4(2)", "SI-4(17)",
      "SI-4(20)", "SI-7(8)", "SI-10(1)(c)"]
  soc2: [A1.1, CC2.1, CC7.2, PI1.3]
  fedramp: [AC-2, "AC-2(4)", "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)", CA-7,
      "CA-7(a)(b)", "SI-4(2)", "SI-4(4)", "SI-4(5)", "SI-4(16)"]
reread: ["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"]
remediation:
  safety: manual
  text: >
    Make a trail for all regions that logs all management events into a bucket of the log archive account, and
    start it. Trails cost money beyond the first copy, so no call is prepared.
tests:
  - name: a trail that meets every demand
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: [{ ReadWriteType: All,
              IncludeManagementEvents: true }],
            AdvancedEventSelectors: null }
    expect: pass
  - name: a trail without selectors logs all management events
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties: { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null,
            AdvancedEventSelectors: null }
    expect: pass
  - name: advanced selectors for all management events
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors: [{ FieldSelectors: [{ Field: eventCategory, Equals: [Management] }] }]
    expect: pass
  - name: no trail in a complete inventory
    scopes_complete: true
    expect: fail
  - name: a trail of one region
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: regional
        properties:
          { IsMultiRegionTrail: false, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null }
    expect: fail
  - name: a trail that was stopped
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties: { IsMultiRegionTrail: true, IsLogging: false, EventSelectors: null,
            AdvancedEventSelectors: null }
    expect: fail
  - name: only writing events
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: [{ ReadWriteType: WriteOnly,
              IncludeManagementEvents: true }],
            AdvancedEventSelectors: null }
    expect: fail
  - name: advanced selectors for reading events only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Management] }
                - { Field: readOnly, Equals: ["true"] }
    expect: fail
  - { name: no trail seen and no complete inventory, expect: unknown }
  - name: a trail whose state was never observed
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null }
    expect: unknown

"""##),
("aws/cloudtrail/cloudtrail-trail-logging.yaml",
##"""
id: aws.cloudtrail.cloudtrail-trail-logging
title: Trails are logging
severity: high
subject: AWS::CloudTrail::Trail
description: >
  A trail that was stopped keeps its configuration and records nothing. Stopping it is the first thing that
  many intruders do, and the last that the trail records.
pass: resource.?IsLogging.orValue(false)
evidence: >
  {'IsLogging': resource.?IsLogging.orValue(false)}
unmapped: >
  The benchmarks ask for one logging trail per account (cloudtrail-multi-region-enabled); this asks it of each
  trail, so that a stopped trail names itself and can be started again.
frameworks:
  nist_800_53_r5: ["AU-12(a)", "AU-12(c)", "AU-2(b)"]
reread: ["cloudtrail:GetTrailStatus"]
remediation:
  safety: safe
  text: Start logging again, then find out who stopped it and what was done in between.
  summary: Starts the logging of the trail.
  permissions: ["cloudtrail:StartLogging", "cloudtrail:GetTrailStatus"]
  calls:
    - service: cloudtrail
      operation: StartLogging
      parameters: "{'Name': id}"
  inverse:
    - service: cloudtrail
      operation: StopLogging
      parameters: "{'Name': id}"
  expected: "{'IsLogging': true}"
  canary: none
tests:
  - { name: logging, resource: { IsLogging: true }, expect: pass }
  - name: stopped
    id: management-events
    resource: { IsLogging: false }
    expect: fail
    plan: [{ service: cloudtrail, operation: StartLogging, parameters: { Name: management-events } }]
    inverse: [{ service: cloudtrail, operation: StopLogging, parameters: { Name: management-events } }]
  - { name: never observed, resource: { TrailName: management-events }, expect: unknown }

"""##),
("aws/cloudtrail/s3-object-read-logging.yaml",
##"""
id: aws.cloudtrail.s3-object-read-logging
title: A multi-region trail logs every read of an S3 object
severity: low
subject: AWS::::Account
scope: account
description: >
  Management events say who changed a bucket; only data events say who read an object.
pass: >
  resources('AWS::CloudTrail::Trail').exists(t, t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllObjectEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]), 'Read'))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)).size()}
frameworks:
  nist_800_53_r5: ["AC-2(4)", "AC-3(1)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2(b)", "AU-3(a)", "AU-3(b)",
      "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)",
      AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)",
      "AU-14(b)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-1(1)(c)", "SI-3(8)(b)", "SI-4(2)", "SI-4(17)", "SI-4(20)",
      "SI-7(8)", "SI-10(1)(c)"]
  soc2: [CC2.1, CC7.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(4)", "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)", CA-7,
      "CA-7(a)(b)", "SI-4(2)", "SI-4(4)", "SI-4(5)", "SI-4(16)"]
reread: ["cloudtrail:GetEventSelectors"]
remediation:
  safety: manual
  text: >
    Add data events of all S3 buckets to a multi-region trail. Every event is paid for, so no call is prepared.
tests:
  - name: all objects of all buckets
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: All
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: pass
  - name: only reads
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: ReadOnly
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: pass
  - name: the other half alone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: WriteOnly
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: fail
  - name: one bucket alone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: All
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3:::one/"] }]
    expect: fail
  - name: advanced selectors
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
    expect: pass
  - name: advanced selectors for reads
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: readOnly, Equals: ["true"] }
    expect: pass
  - name: advanced selectors for the other half
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: readOnly, Equals: ["false"] }
    expect: fail
  - name: advanced selectors for one bucket
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: resources.ARN, StartsWith: ["arn:aws:s3:::one/"] }
    expect: fail
  - name: no selectors
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors: null
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: no trail seen and no complete inventory, expect: unknown }

"""##),
("aws/cloudtrail/s3-object-write-logging.yaml",
##"""
id: aws.cloudtrail.s3-object-write-logging
title: A multi-region trail logs every write of an S3 object
severity: low
subject: AWS::::Account
scope: account
description: >
  Management events say who changed a bucket; only data events say who wrote or deleted an object.
pass: >
  resources('AWS::CloudTrail::Trail').exists(t, t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllObjectEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]), 'Write'))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)).size()}
frameworks:
  nist_800_53_r5: ["AC-2(4)", "AC-3(1)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2(b)", "AU-3(a)", "AU-3(b)",
      "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)",
      AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)",
      "AU-14(b)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)", "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-1(1)(c)", "SI-3(8)(b)", "SI-4(2)", "SI-4(17)", "SI-4(20)",
      "SI-7(8)", "SI-10(1)(c)"]
  soc2: [CC2.1, CC7.2, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(4)", "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)", CA-7,
      "CA-7(a)(b)", "SI-4(2)", "SI-4(4)", "SI-4(5)", "SI-4(16)"]
reread: ["cloudtrail:GetEventSelectors"]
remediation:
  safety: manual
  text: >
    Add data events of all S3 buckets to a multi-region trail. Every event is paid for, so no call is prepared.
tests:
  - name: all objects of all buckets
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: All
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: pass
  - name: only writes
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: WriteOnly
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: pass
  - name: the other half alone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: ReadOnly
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }]
    expect: fail
  - name: one bucket alone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          AdvancedEventSelectors: null
          EventSelectors:
            - ReadWriteType: All
              DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3:::one/"] }]
    expect: fail
  - name: advanced selectors
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
    expect: pass
  - name: advanced selectors for writes
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: readOnly, Equals: ["false"] }
    expect: pass
  - name: advanced selectors for the other half
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: readOnly, Equals: ["true"] }
    expect: fail
  - name: advanced selectors for one bucket
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors:
            - FieldSelectors:
                - { Field: eventCategory, Equals: [Data] }
                - { Field: resources.type, Equals: ["AWS::S3::Object"] }
                - { Field: resources.ARN, StartsWith: ["arn:aws:s3:::one/"] }
    expect: fail
  - name: no selectors
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: object-events
        properties:
          IsMultiRegionTrail: true
          IsLogging: true
          EventSelectors: null
          AdvancedEventSelectors: null
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: no trail seen and no complete inventory, expect: unknown }

"""##),
("aws/cloudwatch/monitor-cloudtrail-config-changes.yaml",
##"""
id: aws.cloudwatch.monitor-cloudtrail-config-changes
title: Changes of CloudTrail raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Stopping or narrowing a trail is how an intruder goes unseen. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventName, equals: [CreateTrail, UpdateTrail, DeleteTrail, StartLogging, StopLogging] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging") || ($.eventName = "StopLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses StopLogging
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging") || ($.eventName = "StopLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-cmk-disable-or-deletion.yaml",
##"""
id: aws.cloudwatch.monitor-cmk-disable-or-deletion
title: Disabling or deleting KMS keys raises an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Data under a key that is off or gone cannot be read any more. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [kms.amazonaws.com] }
    - { field: eventName, equals: [DisableKey, ScheduleKeyDeletion] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName =
                "ScheduleKeyDeletion")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ScheduleKeyDeletion
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && ($.eventName = "DisableKey") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName =
                "ScheduleKeyDeletion")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-config-changes.yaml",
##"""
id: aws.cloudwatch.monitor-config-changes
title: Changes of AWS Config raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Without AWS Config nobody can say what a resource looked like before. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [config.amazonaws.com] }
    - field: eventName
      equals: [StopConfigurationRecorder, DeleteDeliveryChannel, PutDeliveryChannel, PutConfigurationRecorder]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel") ||
                ($.eventName = "PutConfigurationRecorder")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses PutConfigurationRecorder
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel") ||
                ($.eventName = "PutConfigurationRecorder")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-console-auth-failures.yaml",
##"""
id: aws.cloudwatch.monitor-console-auth-failures
title: Failed console sign-ins raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Many failed sign-ins are an attempt to guess a password. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventName, equals: [ConsoleLogin] }
    - { field: errorMessage, equals: [Failed authentication] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") &&
                ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-console-signin-without-mfa.yaml",
##"""
id: aws.cloudwatch.monitor-console-signin-without-mfa
title: Console sign-ins without MFA raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  A sign-in to the console without a second factor shows a user that a password alone can take over. Asked
  for is the whole chain: a multi-region trail that logs all management events, its log group, a metric
  filter that matches every such event, an alarm on that metric in the same region with its actions on, and
  a topic with a confirmed subscription. Filters are judged by the events that they match, not by their
  text. Narrowing the filter to IAM users and to successful sign-ins is allowed, since federated users show
  their second factor elsewhere.
params:
  events:
    - { field: eventName, equals: [ConsoleLogin] }
    - { field: additionalEventData.MFAUsed, not: ['Yes'] }
    - { field: userIdentity.type, equals: [IAMUser], optional: true }
    - { field: responseElements.ConsoleLogin, equals: [Success], optional: true }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") &&
                ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-iam-policy-changes.yaml",
##"""
id: aws.cloudwatch.monitor-iam-policy-changes
title: Changes of IAM policies raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Whoever changes policies can give themselves or others any permission. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text. The benchmark names no
  event source, so changes of the organisation's policies count too; a filter that leaves them out fails.
params:
  events:
    - field: eventName
      equals: [DeleteGroupPolicy, DeleteRolePolicy, DeleteUserPolicy, PutGroupPolicy, PutRolePolicy,
          PutUserPolicy, CreatePolicy, DeletePolicy, CreatePolicyVersion, DeletePolicyVersion,
          AttachRolePolicy, DetachRolePolicy, AttachUserPolicy, DetachUserPolicy, AttachGroupPolicy,
          DetachGroupPolicy]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2, PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy") || ($.eventName =
                "DetachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DetachGroupPolicy
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy") || ($.eventName =
                "DetachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-nacl-changes.yaml",
##"""
id: aws.cloudwatch.monitor-nacl-changes
title: Changes of network ACLs raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A changed list can open or cut off a whole subnet. Asked for is the whole chain: a multi-region trail that
  logs all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateNetworkAcl, CreateNetworkAclEntry, DeleteNetworkAcl, DeleteNetworkAclEntry,
          ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(4)", "AU-6(1)(3)", "AU-7(1)", CA-7, "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)",
      "SI-4(5)", "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry") || ($.eventName =
                "ReplaceNetworkAclAssociation")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ReplaceNetworkAclAssociation
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry") || ($.eventName =
                "ReplaceNetworkAclAssociation")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-network-gateway-changes.yaml",
##"""
id: aws.cloudwatch.monitor-network-gateway-changes
title: Changes of network gateways raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A gateway connects a network to the internet or to a customer's site. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateCustomerGateway, DeleteCustomerGateway, AttachInternetGateway, CreateInternetGateway,
          DeleteInternetGateway, DetachInternetGateway]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway") || ($.eventName = "DetachInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DetachInternetGateway
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway") || ($.eventName = "DetachInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-organizations-changes.yaml",
##"""
id: aws.cloudwatch.monitor-organizations-changes
title: Changes of the organisation raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Moving accounts and changing the organisation's policies lifts limits for whole accounts. Asked for is the
  whole chain: a multi-region trail that logs all management events, its log group, a metric filter that
  matches every such event, an alarm on that metric in the same region with its actions on, and a topic with
  a confirmed subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [organizations.amazonaws.com] }
    - field: eventName
      equals: [AcceptHandshake, AttachPolicy, CreateAccount, CreateOrganizationalUnit, CreatePolicy,
          DeclineHandshake, DeleteOrganization, DeleteOrganizationalUnit, DeletePolicy, DetachPolicy,
          DisablePolicyType, EnablePolicyType, InviteAccountToOrganization, LeaveOrganization,
          MoveAccount, RemoveAccountFromOrganization, UpdateOrganizationalUnit, UpdatePolicy]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit") ||
                ($.eventName = "UpdatePolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses UpdatePolicy
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit") ||
                ($.eventName = "UpdatePolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-root-usage.yaml",
##"""
id: aws.cloudwatch.monitor-root-usage
title: Use of the root user raises an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Nothing that happens every day needs the root user; its use is an emergency or an intrusion. Asked for is
  the whole chain: a multi-region trail that logs all management events, its log group, a metric filter that
  matches every such event, an alarm on that metric in the same region with its actions on, and a topic with
  a confirmed subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: userIdentity.type, equals: [Root] }
    - { field: userIdentity.invokedBy, absent: true }
    - { field: eventType, not: [AwsServiceEvent] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") && ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-route-table-changes.yaml",
##"""
id: aws.cloudwatch.monitor-route-table-changes
title: Changes of route tables raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A changed route can lead traffic past every inspection. Asked for is the whole chain: a multi-region trail
  that logs all management events, its log group, a metric filter that matches every such event, an alarm on
  that metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text. A filter may ask for the event source of EC2, as
  the benchmark's audit does from 3.0 on, or leave it out.
params:
  events:
    - { field: eventSource, equals: [ec2.amazonaws.com], optional: true }
    - field: eventName
      equals: [CreateRoute, CreateRouteTable, ReplaceRoute, ReplaceRouteTableAssociation, DeleteRouteTable,
          DeleteRoute, DisassociateRouteTable]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute") || ($.eventName =
                "DisassociateRouteTable")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DisassociateRouteTable
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute") || ($.eventName =
                "DisassociateRouteTable")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-s3-bucket-policy-changes.yaml",
##"""
id: aws.cloudwatch.monitor-s3-bucket-policy-changes
title: Changes of who may reach S3 buckets raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A change of a bucket's policy, list, rules for other sites, lifecycle or replication can open or lose
  data. Asked for is the whole chain: a multi-region trail that logs all management events, its log group, a
  metric filter that matches every such event, an alarm on that metric in the same region with its actions
  on, and a topic with a confirmed subscription. Filters are judged by the events that they match, not by
  their text.
params:
  events:
    - { field: eventSource, equals: [s3.amazonaws.com] }
    - field: eventName
      equals: [PutBucketAcl, PutBucketPolicy, PutBucketCors, PutBucketLifecycle, PutBucketReplication,
          DeleteBucketPolicy, DeleteBucketCors, DeleteBucketLifecycle, DeleteBucketReplication]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle") || ($.eventName = "DeleteBucketReplication")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DeleteBucketReplication
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle") || ($.eventName = "DeleteBucketReplication")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-security-group-changes.yaml",
##"""
id: aws.cloudwatch.monitor-security-group-changes
title: Changes of security groups raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A new rule can open a machine to the internet. Asked for is the whole chain: a multi-region trail that
  logs all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text. ModifySecurityGroupRules is asked for by the
  benchmark from 5.0 on only; it changes rules as the older calls do, so it is asked for in every version. A
  profile may take it out of `params.events`.
params:
  events:
    - field: eventName
      equals: [AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress,
          RevokeSecurityGroupEgress, CreateSecurityGroup, DeleteSecurityGroup, ModifySecurityGroupRules]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup") || ($.eventName = "ModifySecurityGroupRules")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ModifySecurityGroupRules
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup") || ($.eventName = "ModifySecurityGroupRules")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-unauthorized-api-calls.yaml",
##"""
id: aws.cloudwatch.monitor-unauthorized-api-calls
title: Calls that were refused raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  A burst of refused calls is what looking around with stolen credentials looks like. Asked for is the whole
  chain: a multi-region trail that logs all management events, its log group, a metric filter that matches
  every such event, an alarm on that metric in the same region with its actions on, and a topic with a
  confirmed subscription. Filters are judged by the events that they match, not by their text. Leaving out
  log delivery and HeadBucket, as the benchmark does from 4.0 on, is allowed and not asked for. The text up
  to 3.0 joins these two by OR, and so matches nearly every event; a filter like that fails, because an
  alarm that is always on tells nothing.
params:
  events:
    - { field: errorCode, like: ['*UnauthorizedOperation', 'AccessDenied*'] }
    - { field: sourceIPAddress, not: [delivery.logs.amazonaws.com], optional: true }
    - { field: eventName, not: [HeadBucket], optional: true }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses 'AccessDenied*'
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.errorCode = "*UnauthorizedOperation") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a trail that was stopped
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: false, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: no filter
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters: []
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm on another metric
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Other, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm in another region
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        region: eu-west-1
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm whose actions are off
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: false, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - name: a topic that is gone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
    expect: fail
  - name: subscriptions never observed
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
    expect: unknown
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-vpc-changes.yaml",
##"""
id: aws.cloudwatch.monitor-vpc-changes
title: Changes of VPCs raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A new or peered network is a way in and out. Asked for is the whole chain: a multi-region trail that logs
  all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateVpc, DeleteVpc, ModifyVpcAttribute, AcceptVpcPeeringConnection,
          CreateVpcPeeringConnection, DeleteVpcPeeringConnection, RejectVpcPeeringConnection,
          AttachClassicLinkVpc, DetachClassicLinkVpc, DisableVpcClassicLink, EnableVpcClassicLink]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail whose log group is in
  another account cannot be followed there.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16, A.8.20, A.8.21, A.8.22]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink") ||
                ($.eventName = "EnableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses EnableVpcClassicLink
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink") ||
                ($.eventName = "EnableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/config/config-enabled-all-regions.yaml",
##"""
id: aws.config.config-enabled-all-regions
title: AWS Config records in every region
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  AWS Config keeps what resources looked like and when they changed. Asked for in each enabled region is a
  recorder of the customer's that records all supported types, is on and does not fail to deliver, and a
  delivery channel; in one region of the account it records global types as well.
applies: account.EnabledRegions.exists(r, r == region)
pass: >
  regional('AWS::Config::ConfigurationRecorder').exists(r, r.?ServicePrincipal.orValue('') == ''
      && r.?RecordingGroup.?AllSupported.orValue(false) && r.?Recording.orValue(false)
      && r.?LastStatus.orValue('') != 'FAILURE')
    && regional('AWS::Config::DeliveryChannel').exists(c, c.?S3BucketName.orValue('') != '')
    && resources('AWS::Config::ConfigurationRecorder').exists(r, r.?ServicePrincipal.orValue('') == ''
      && r.?RecordingGroup.?IncludeGlobalResourceTypes.orValue(false))
evidence: >
  {'recorders': regional('AWS::Config::ConfigurationRecorder').map(r, {'name': idOf(r),
      'recording': r.?Recording.orValue(false), 'all': r.?RecordingGroup.?AllSupported.orValue(false)}),
    'channels': regional('AWS::Config::DeliveryChannel').map(c, idOf(c))}
notes: >
  A recorder that leaves some types out by an exclusion does not record all supported types, and so fails as
  the benchmark's text has it. The state of the last delivery changes without an event; it is as new as the
  last reading.
frameworks:
  soc2: [CC2.1, CC3.1, CC3.4, CC8.1, PI1.3]
  iso27001_2022: [A.5.16, A.5.22]
reread:
  - "config:DescribeConfigurationRecorders"
  - "config:DescribeConfigurationRecorderStatus"
  - "config:DescribeDeliveryChannels"
remediation:
  safety: manual
  text: >
    Make a recorder of all supported types with a role of its own and a delivery channel to the log archive's
    bucket, then start it. Recording costs money per change, so no call is prepared.
tests:
  - name: recorder and channel
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
              Recording: true, LastStatus: SUCCESS, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: pass
  - name: no recorder
    scopes_complete: true
    related: [{ kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }]
    expect: fail
  - name: a recorder that was stopped
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
              Recording: false, LastStatus: SUCCESS, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: fail
  - name: a recorder that cannot deliver
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
              Recording: true, LastStatus: FAILURE, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: fail
  - name: a recorder of some types
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: false, IncludeGlobalResourceTypes: true },
              Recording: true, LastStatus: SUCCESS, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: fail
  - name: no channel
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
              Recording: true, LastStatus: SUCCESS, ServicePrincipal: null }
    expect: fail
  - name: global types recorded nowhere
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: false },
              Recording: true, LastStatus: SUCCESS, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: fail
  - name: a recorder of a service is none of the customer's
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: AWSConfigurationRecorderForX
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
              Recording: true, LastStatus: SUCCESS, ServicePrincipal: x.amazonaws.com }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: fail
  - name: a region that is not enabled
    account: { EnabledRegions: [eu-west-1] }
    expect: notApplicable
  - { name: nothing known, expect: unknown }
  - name: whether it records was never observed
    scopes_complete: true
    related:
      - kind: AWS::Config::ConfigurationRecorder
        id: default
        properties:
          { RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true }, ServicePrincipal: null }
      - { kind: AWS::Config::DeliveryChannel, id: default, properties: { S3BucketName: config-bucket } }
    expect: unknown

"""##),
("aws/ec2/default-sg-restricts-all.yaml",
##"""
id: aws.ec2.default-sg-restricts-all
title: The default security group of every VPC has no rules
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  Whatever is launched without naming a group lands in the default group. Without rules it can neither be reached
  nor reach out, so a forgotten group shows at once instead of exposing something.
applies: resource.GroupName == 'default'
pass: >
  !resource.SecurityGroupIngress.exists(r, has(r.IpProtocol))
    && !resource.SecurityGroupEgress.exists(r, has(r.IpProtocol))
evidence: >
  {'ingress': resource.SecurityGroupIngress, 'egress': resource.SecurityGroupEgress}
notes: A VPC's creation makes this group without naming it, and its first rules are not in the record.
frameworks:
  nist_800_53_r5: ["AC-4(21)", "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-6(a)",
      "CM-9(b)", "SC-7(5)", "SC-7(7)", "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)",
      "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(c)"]
  iso27001_2022: [A.8.20, A.8.21, A.8.22, A.8.23]
  fedramp: [AC-4, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups"]
remediation:
  safety: manual
  text: >
    Move what still uses the default group to groups of its own, then remove every ingress and egress rule from
    it. Removing the rules first would cut running traffic.
  summary: Revokes every rule of the default group.
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress"]
  calls:
    - when: resource.SecurityGroupIngress.size() > 0
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupIngress.map(r, r.ipPermission())}"
    - when: resource.SecurityGroupEgress.size() > 0
      service: ec2
      operation: RevokeSecurityGroupEgress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupEgress.map(r, r.ipPermission())}"
  inverse:
    - when: resource.SecurityGroupIngress.size() > 0
      service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupIngress.map(r, r.ipPermission())}"
    - when: resource.SecurityGroupEgress.size() > 0
      service: ec2
      operation: AuthorizeSecurityGroupEgress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupEgress.map(r, r.ipPermission())}"
tests:
  - name: a default group without rules
    resource: { GroupName: default, SecurityGroupIngress: [], SecurityGroupEgress: [] }
    expect: pass
  - name: the rules it is born with
    resource:
      GroupName: default
      SecurityGroupIngress:
        - { IpProtocol: "-1", SourceSecurityGroupId: subject-1, SourceSecurityGroupOwnerId: "111122223333" }
      SecurityGroupEgress:
        - { IpProtocol: "-1", CidrIp: 0.0.0.0/0 }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - IpProtocol: "-1"
              UserIdGroupPairs: [{ GroupId: subject-1, UserId: "111122223333" }]
      - service: ec2
        operation: RevokeSecurityGroupEgress
        parameters:
          GroupId: subject-1
          IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: 0.0.0.0/0 }] }]
  - name: an egress rule is enough
    resource:
      GroupName: default
      SecurityGroupIngress: []
      SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }]
    expect: fail
  - name: another group
    resource:
      GroupName: web
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]
    expect: notApplicable
  - name: a name never observed
    resource: { SecurityGroupIngress: [], SecurityGroupEgress: [] }
    expect: unknown
  - name: egress never observed
    resource: { GroupName: default, SecurityGroupIngress: [] }
    expect: unknown

"""##),
("aws/ec2/ebs-encryption-by-default.yaml",
##"""
id: aws.ec2.ebs-encryption-by-default
title: EBS encryption by default is on in every region
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  With the switch on, every new volume and every copy of a snapshot in the region is encrypted, whatever the
  caller asks for. The switch is per region and says nothing of volumes that exist already.
pass: resource.?EbsEncryptionByDefault.orValue(false)
evidence: >
  {'EbsEncryptionByDefault': resource.?EbsEncryptionByDefault.orValue(false)}
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CM-6(a)", "CM-9(b)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)",
      "SI-19(4)"]
  iso27001_2022: [A.8.11, A.8.24]
reread: ["ec2:GetEbsEncryptionByDefault"]
remediation:
  safety: manual
  text: >
    Turn encryption by default on in this region. Check first that the key's policy serves every principal that
    launches instances, and that no shared image depends on plain snapshots.
  summary: Turns EBS encryption by default on in the region.
  permissions: ["ec2:EnableEbsEncryptionByDefault"]
  calls:
    - service: ec2
      operation: EnableEbsEncryptionByDefault
      parameters: "{}"
  inverse:
    - service: ec2
      operation: DisableEbsEncryptionByDefault
      parameters: "{}"
  expected: "{'EbsEncryptionByDefault': true}"
tests:
  - { name: on, resource: { EbsEncryptionByDefault: true }, expect: pass }
  - name: "off"
    resource: { EbsEncryptionByDefault: false }
    expect: fail
    plan: [{ service: ec2, operation: EnableEbsEncryptionByDefault, parameters: {} }]
    inverse: [{ service: ec2, operation: DisableEbsEncryptionByDefault, parameters: {} }]
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/ec2/ec2-cifs-restricted.yaml",
##"""
id: aws.ec2.ec2-cifs-restricted
title: Security groups do not open CIFS to the internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  File shares that the internet can reach are read, encrypted and used to get further. A rule counts if its range or
  protocol covers the CIFS port and its source is the internet of either family.
params: { ports: [445], protocols: [tcp] }
pass: >
  !resource.SecurityGroupIngress.exists(r,
    params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && (has(r.SourcePrefixListId)
      ? ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.isInternetRange())
      : r.admitsIPv4Internet() || r.admitsIPv6Internet()))
evidence: >
  resource.SecurityGroupIngress.filter(r,
    params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && (has(r.SourcePrefixListId)
      ? ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.isInternetRange())
      : r.admitsIPv4Internet() || r.admitsIPv6Internet()))
notes: >
  The benchmark asks for port 445; a profile may add 139 (NetBIOS), which some scanners look at too. Every group is
  judged, whether or not an instance uses it: some scanners judge per instance. What a prefix list holds is known only
  if the list is: else such a rule on the port is unknown.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the networks that use the share. Offer files to the internet over HTTPS
    or a VPN instead.
  summary: Revokes the one ingress rule that opens CIFS to the internet.
  guard: item.admitsIPv4Internet() || item.admitsIPv6Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: CIFS from everywhere
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, CidrIp: 0.0.0.0/0 }] }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 445, ToPort: 445, IpRanges: [{ CidrIp: 0.0.0.0/0 }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 445, ToPort: 445, IpRanges: [{ CidrIp: 0.0.0.0/0 }] }
  - name: from everywhere of IPv6, by a range
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 400, ToPort: 500, CidrIpv6: "::/0" }] }
    expect: fail
  - name: every protocol
    resource: { SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: 0.0.0.0/0 }] }
    expect: fail
  - name: from one network
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, CidrIp: 10.0.0.0/8 }] }
    expect: pass
  - name: NetBIOS alone
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 139, ToPort: 139, CidrIp: 0.0.0.0/0 }] }
    expect: pass
  - name: NetBIOS where the parameters ask for it
    params: { ports: [139, 445] }
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 139, ToPort: 139, CidrIp: 0.0.0.0/0 }] }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    expect: unknown
  - name: a prefix list on the port that holds the internet
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    related: [{ kind: AWS::EC2::PrefixList, id: pl-1, properties: { Entries: [{ Cidr: 0.0.0.0/0 }] } }]
    expect: fail
    guard: false
  - name: a prefix list on the port that holds one network
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    related: [{ kind: AWS::EC2::PrefixList, id: pl-1, properties: { Entries: [{ Cidr: 203.0.113.0/24 }] } }]
    expect: pass
  - { name: rules never observed, resource: { GroupName: web }, expect: unknown }

"""##),
("aws/ec2/ec2-imdsv2-required.yaml",
##"""
id: aws.ec2.ec2-imdsv2-required
title: EC2 instances answer metadata requests with a session token only
severity: high
subject: AWS::EC2::Instance
description: >
  The metadata service hands out the credentials of the instance's role. With version 1 a single forged request
  through a proxy or a web application is enough to get them; version 2 asks for a token first, which such a
  request cannot bring. An instance passes if tokens are required or the service is switched off.
pass: >
  resource.?MetadataOptions.?HttpTokens.orValue('') == 'required'
    || resource.?MetadataOptions.?HttpEndpoint.orValue('') == 'disabled'
evidence: >
  {'MetadataOptions': resource.?MetadataOptions.orValue({})}
notes: >
  What an instance was launched with already holds its template's, image's and account's defaults, so the
  account's default for later launches is not looked at.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)", "AC-3(12)(a)",
      "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", AC-6, AC-24, "CM-5(1)(a)", MP-2, "SC-23(3)"]
  soc2: [CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-3, AC-6, CA-7, "CA-7(a)(b)", "SI-4(2)", "SI-4(4)", "SI-4(5)", "SI-4(a)(b)(c)"]
reread: ["ec2:DescribeInstances"]
remediation:
  safety: manual
  text: >
    See in the metric MetadataNoToken that nothing on the instance uses version 1 any more, then require tokens.
    Old SDKs and agents stop getting credentials, so update them first.
  summary: Requires session tokens for the instance's metadata.
  permissions: ["ec2:ModifyInstanceMetadataOptions"]
  calls:
    - service: ec2
      operation: ModifyInstanceMetadataOptions
      parameters: "{'InstanceId': id, 'HttpTokens': 'required'}"
  inverse:
    - service: ec2
      operation: ModifyInstanceMetadataOptions
      parameters: "{'InstanceId': id, 'HttpTokens': resource.MetadataOptions.HttpTokens}"
tests:
  - name: tokens required
    resource: { MetadataOptions: { HttpTokens: required, HttpEndpoint: enabled, HttpPutResponseHopLimit: 2 } }
    expect: pass
  - name: the service off
    resource: { MetadataOptions: { HttpTokens: optional, HttpEndpoint: disabled } }
    expect: pass
  - name: tokens optional
    id: i-0a1b2c3d4e5f60718
    resource: { MetadataOptions: { HttpTokens: optional, HttpEndpoint: enabled } }
    expect: fail
    plan:
      - service: ec2
        operation: ModifyInstanceMetadataOptions
        parameters: { InstanceId: i-0a1b2c3d4e5f60718, HttpTokens: required }
    inverse:
      - service: ec2
        operation: ModifyInstanceMetadataOptions
        parameters: { InstanceId: i-0a1b2c3d4e5f60718, HttpTokens: optional }
  - { name: options never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/ec2-instance-role-attached.yaml",
##"""
id: aws.ec2.ec2-instance-role-attached
title: EC2 instances get their permissions from an instance role
severity: medium
subject: AWS::EC2::Instance
description: >
  Code on an instance without a role needs access keys in files or variables, which do not expire and are
  found by whoever gets in. The instance must have an instance profile, and the profile must have a role.
pass: >
  resource.?IamInstanceProfile.orValue('') != ''
    && ref('AWS::IAM::InstanceProfile', resource.IamInstanceProfile).Roles.size() > 0
evidence: >
  {'IamInstanceProfile': resource.?IamInstanceProfile.orValue('')}
notes: >
  The benchmark really asks whether code on the instance needs AWS at all, which nobody can see from
  outside: exclude instances that do not.
frameworks:
  nist_800_53_r5: [AC-3, "CM-5(1)(a)", "CM-6(a)"]
  iso27001_2022: [A.8.2, A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeInstances", "ec2:DescribeIamInstanceProfileAssociations", "iam:GetInstanceProfile"]
remediation:
  safety: manual
  text: >
    Make a role with just the permissions that the code needs, put it into an instance profile and associate
    that with the instance (ec2 AssociateIamInstanceProfile, undone by DisassociateIamInstanceProfile). Then
    delete the access keys from the instance. Which permissions are needed is yours to say, so no call is
    prepared.
tests:
  - name: a profile with a role
    resource: { IamInstanceProfile: web }
    related: [{ kind: AWS::IAM::InstanceProfile, id: web, properties: { Roles: [web] } }]
    expect: pass
  - { name: no profile, resource: { IamInstanceProfile: null }, expect: fail }
  - name: a profile without a role
    resource: { IamInstanceProfile: web }
    related: [{ kind: AWS::IAM::InstanceProfile, id: web, properties: { Roles: [] } }]
    expect: fail
  - { name: a profile that was never seen, resource: { IamInstanceProfile: web }, expect: unknown }
  - { name: a profile never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/nacl-no-public-admin-ports.yaml",
##"""
id: aws.ec2.nacl-no-public-admin-ports
title: Network ACLs do not let the IPv4 internet reach administration ports
severity: medium
subject: AWS::EC2::NetworkAcl
description: >
  A network ACL is the second fence around a subnet: it holds where a security group was opened by mistake.
  An entry fails if it allows the IPv4 internet in to SSH or RDP, over tcp, udp or every protocol, whatever
  its number: the benchmark counts an allowing entry even if a denial stands before it.
params:
  ports: [22, 3389]
  protocols: ["6", "17"]
pass: >
  !resource.Entries.exists(e, !e.Egress && e.RuleAction == 'allow' && e.?CidrBlock.orValue('').isInternetRange()
    && (e.Protocol == '-1' || e.Protocol in params.protocols && params.ports.exists(port,
      !has(e.FromPort) || e.FromPort <= port && port <= e.ToPort)))
evidence: >
  resource.Entries.filter(e, !e.Egress && e.RuleAction == 'allow' && e.?CidrBlock.orValue('').isInternetRange()
    && (e.Protocol == '-1' || e.Protocol in params.protocols && params.ports.exists(port,
      !has(e.FromPort) || e.FromPort <= port && port <= e.ToPort)))
notes: >
  Up to 3.0 the benchmark names tcp alone: a profile on those versions may set `protocols` to ["6"]. ::/0 is
  not in its text. The ACL that a new VPC brings along allows everything and is not named in any record: it
  is judged once it was read. Entries are by protocol number; -1 is every one.
frameworks:
  nist_800_53_r5: ["AC-4(21)", "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-2(2)",
      "CM-2(a)", "CM-6(a)", "CM-7(b)", "CM-8(6)", "CM-9(b)", "SC-7(5)", "SC-7(7)", "SC-7(11)", "SC-7(12)",
      "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7(a)",
      "SC-7(c)"]
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeNetworkAcls"]
remediation:
  safety: manual
  text: >
    Narrow the entry to the networks that administer the hosts, or put ports that are needed into entries of
    their own. Taking the one entry away that allows everything would stop all traffic of the subnets, so no
    call is prepared.
tests:
  - name: SSH from everywhere
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 22,
            ToPort: 22 }
    expect: fail
  - name: every protocol, as in the ACL of a new VPC
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0 }
        - { RuleNumber: 32767, Protocol: "-1", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0 }
    expect: fail
  - name: a denial before it does not count
    resource:
      Entries:
        - { RuleNumber: 90, Protocol: "6", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 22,
            ToPort: 22 }
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 0,
            ToPort: 65535 }
    expect: fail
  - name: RDP over udp
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "17", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0,
            FromPort: 3389, ToPort: 3389 }
    expect: fail
  - name: RDP over udp where the parameters name tcp alone
    params: { protocols: ["6"] }
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "17", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0,
            FromPort: 3389, ToPort: 3389 }
    expect: pass
  - name: a port beside those
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 443,
            ToPort: 443 }
    expect: pass
  - name: one network
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: false, CidrBlock: 10.0.0.0/8 }
    expect: pass
  - name: the way out
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0 }
    expect: pass
  - name: everything of IPv6
    resource:
      Entries:
        - { RuleNumber: 101, Protocol: "-1", RuleAction: allow, Egress: false, Ipv6CidrBlock: "::/0" }
    expect: pass
  - name: some entries seen and none of them bad
    resource:
      Entries:
        $partial:
          - { RuleNumber: 32767, Protocol: "-1", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0 }
    expect: unknown
  - { name: entries never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/sg-no-ipv4-public-admin-ports.yaml",
##"""
id: aws.ec2.sg-no-ipv4-public-admin-ports
title: Security groups do not open administration ports to the IPv4 internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  SSH and RDP that anybody on the internet can reach are found by scanners within minutes and guessed at from
  then on. A rule counts if its range or protocol covers one of the ports and its source is the IPv4 internet.
params:
  ports: [22, 3389]
  protocols: [tcp]
pass: resource.SecurityGroupIngress.openToIPv4Internet(params.protocols, params.ports).size() == 0
evidence: resource.SecurityGroupIngress.openToIPv4Internet(params.protocols, params.ports)
notes: >
  Only tcp (and the protocol "all") counts unless `protocols` says otherwise, because SSH and RDP over udp are
  rare; later benchmark versions name udp too, so a profile may add it. Sources count as the internet if, alone or
  together, they hold as many public addresses as a prefix of 7 bits leaves, which is more than any single
  owner has: so neither its halves nor a list of many small parts slip through. What a prefix list holds is not
  known here: such a rule on an administration port is unknown.
frameworks:
  nist_800_53_r5: ["AC-17(1)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-9(b)", "SC-7(7)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(c)"]
  soc2: [CC6.6, CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the addresses that administer the hosts. Better still, reach hosts
    through Session Manager or a bastion and open no administration port at all.
  summary: Revokes the one ingress rule that opens an administration port to the IPv4 internet.
  guard: item.admitsIPv4Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: a rule for SSH from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }
  - name: only the bad rule is revoked, by its id, and its neighbour stays
    id: sg-0a1b2c3d4e5f60718
    resource:
      SecurityGroupIngress:
        - { $id: sgr-1, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
        - { $id: sgr-2, IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: "0.0.0.0/0" }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters: { GroupId: sg-0a1b2c3d4e5f60718, SecurityGroupRuleIds: [sgr-2] }
  - name: a range that contains the port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 20, ToPort: 25, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: every protocol
    resource:
      SecurityGroupIngress:
        - { IpProtocol: "-1", CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: a block that no single owner holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/1" }
    expect: fail
  - name: one owner's block
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "10.0.0.0/8" }
    expect: pass
  - name: udp alone
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: udp where the parameters ask for it
    params: { protocols: [tcp, udp] }
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: another port from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: the other address family is another control's
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass
  - name: another group as the source
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-11111111 }
    expect: pass
  - name: no rules at all
    resource: { SecurityGroupIngress: [] }
    expect: pass
  - name: rules never observed
    resource: { GroupName: web }
    expect: unknown
  - name: some rules observed and none of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
    expect: unknown
  - name: some rules observed and one of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    expect: unknown
  - name: a prefix list on another port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-12345678 }
    expect: pass
  - name: rules that open the internet together only
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "1.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIp: "2.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIp: "3.0.0.0/8" }
    expect: fail
  - name: the same blocks on different ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "1.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: "2.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "3.0.0.0/8" }
    expect: pass
  - name: types and codes of ICMP are no ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: icmp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass

"""##),
("aws/ec2/sg-no-ipv6-public-admin-ports.yaml",
##"""
id: aws.ec2.sg-no-ipv6-public-admin-ports
title: Security groups do not open administration ports to the IPv6 internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  SSH and RDP that anybody on the internet can reach are found by scanners within minutes and guessed at from
  then on. A rule counts if its range or protocol covers one of the ports and its source is the IPv6 internet.
params:
  ports: [22, 3389]
  protocols: [tcp]
pass: resource.SecurityGroupIngress.openToIPv6Internet(params.protocols, params.ports).size() == 0
evidence: resource.SecurityGroupIngress.openToIPv6Internet(params.protocols, params.ports)
notes: >
  Only tcp (and the protocol "all") counts unless `protocols` says otherwise, because SSH and RDP over udp are
  rare; later benchmark versions name udp too, so a profile may add it. Sources count as the internet if, alone or
  together, they hold as many public addresses as a prefix of 11 bits leaves inside 2000::/3, which is more than any single
  owner has: so neither its halves nor a list of many small parts slip through. What a prefix list holds is not
  known here: such a rule on an administration port is unknown.
frameworks:
  nist_800_53_r5: ["AC-17(1)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-9(b)", "SC-7(7)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(c)"]
  soc2: [CC6.6, CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the addresses that administer the hosts. Better still, reach hosts
    through Session Manager or a bastion and open no administration port at all.
  summary: Revokes the one ingress rule that opens an administration port to the IPv6 internet.
  guard: item.admitsIPv6Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: a rule for SSH from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }
  - name: only the bad rule is revoked, by its id, and its neighbour stays
    id: sg-0a1b2c3d4e5f60718
    resource:
      SecurityGroupIngress:
        - { $id: sgr-1, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
        - { $id: sgr-2, IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: "::/0" }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters: { GroupId: sg-0a1b2c3d4e5f60718, SecurityGroupRuleIds: [sgr-2] }
  - name: a range that contains the port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 20, ToPort: 25, CidrIpv6: "::/0" }
    expect: fail
  - name: every protocol
    resource:
      SecurityGroupIngress:
        - { IpProtocol: "-1", CidrIpv6: "::/0" }
    expect: fail
  - name: a block that no single owner holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2000::/3" }
    expect: fail
  - name: one owner's block
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2001:db8::/32" }
    expect: pass
  - name: udp alone
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass
  - name: udp where the parameters ask for it
    params: { protocols: [tcp, udp] }
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
  - name: another port from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
    expect: pass
  - name: the other address family is another control's
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: another group as the source
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-11111111 }
    expect: pass
  - name: no rules at all
    resource: { SecurityGroupIngress: [] }
    expect: pass
  - name: rules never observed
    resource: { GroupName: web }
    expect: unknown
  - name: some rules observed and none of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
    expect: unknown
  - name: some rules observed and one of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    expect: unknown
  - name: a prefix list on another port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-12345678 }
    expect: pass
  - name: rules that open the internet together only
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2400::/12" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIpv6: "2600::/12" }
    expect: fail
  - name: the same blocks on different ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2400::/12" }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: "2600::/12" }
    expect: pass
  - name: types and codes of ICMP are no ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: icmp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass

"""##),
("aws/ec2/vpc-endpoints-for-aws-services.yaml",
##"""
id: aws.ec2.vpc-endpoints-for-aws-services
title: VPCs reach the services of AWS through endpoints of their own
severity: low
subject: AWS::EC2::VPC
description: >
  Without an endpoint, requests to S3 and DynamoDB leave the network through a gateway to the internet. For each
  service a working endpoint of the VPC must be there, and a gateway endpoint must be in every route table that
  subnets of the VPC use. Which VPCs and services are in scope is a decision for people: set `services`, and exclude
  VPCs in which nothing talks to AWS.
params: { services: [s3, dynamodb] }
pass: >
  params.services.all(service, regional('AWS::EC2::VPCEndpoint').exists(e, e.?VpcId.orValue('') == id
    && e.?ServiceName.orValue('').endsWith('.' + service) && e.?State.orValue('') == 'available'
    && (e.?VpcEndpointType.orValue('') != 'Gateway'
      || regional('AWS::EC2::RouteTable').all(t, t.?VpcId.orValue('') != id || idOf(t) in e.RouteTableIds
        || !(t.?IsMain.orValue(false)
          || regional('AWS::EC2::SubnetRouteTableAssociation').exists(a,
            a.?RouteTableId.orValue('') == idOf(t)))))))
evidence: >
  {'endpoints': regional('AWS::EC2::VPCEndpoint').filter(e, e.?VpcId.orValue('') == id)
    .map(e, e.?ServiceName.orValue(''))}
notes: >
  Whether the endpoint's policy lets the requests through is not looked at. An interface endpoint is billed, a gateway
  endpoint is not.
reread: ["ec2:DescribeVpcEndpoints", "ec2:DescribeRouteTables"]
remediation:
  safety: manual
  text: >
    Create gateway endpoints for S3 and DynamoDB in the VPC and name every route table that its subnets use. Check
    first which buckets' policies ask for the public address of the VPC's gateway.
tests:
  - name: a gateway endpoint in every table that is used
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Gateway, State: available,
            RouteTableIds: [rtb-1] }
      - { kind: AWS::EC2::RouteTable, id: rtb-1, properties: { VpcId: vpc-1, IsMain: true } }
      - { kind: AWS::EC2::RouteTable, id: rtb-2, properties: { VpcId: vpc-1, IsMain: false } }
      - { kind: AWS::EC2::RouteTable, id: rtb-3, properties: { VpcId: vpc-2, IsMain: true } }
    expect: pass
  - name: an interface endpoint needs no route
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: pass
  - name: a subnet's table without the endpoint
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Gateway, State: available,
            RouteTableIds: [rtb-1] }
      - { kind: AWS::EC2::RouteTable, id: rtb-1, properties: { VpcId: vpc-1, IsMain: true } }
      - { kind: AWS::EC2::RouteTable, id: rtb-2, properties: { VpcId: vpc-1, IsMain: false } }
      - kind: AWS::EC2::SubnetRouteTableAssociation
        id: rtbassoc-1
        properties: { RouteTableId: rtb-2, SubnetId: subnet-1 }
    expect: fail
  - { name: no endpoint, id: vpc-1, scopes_complete: true, expect: fail }
  - name: one of two services
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: fail
  - name: an endpoint of another VPC
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-2, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: fail
  - name: an endpoint whose state is not known
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties: { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface }
    expect: unknown
  - { name: endpoints never listed, id: vpc-1, expect: unknown }

"""##),
("aws/ec2/vpc-flow-logs-enabled.yaml",
##"""
id: aws.ec2.vpc-flow-logs-enabled
title: Every VPC has a flow log that records rejected traffic
severity: medium
subject: AWS::EC2::VPC
description: >
  A flow log tells who tried to reach what, and is often all there is when an incident is looked into. It counts if
  it is of the VPC itself, is active, and records rejected traffic (REJECT or ALL).
pass: >
  regional('AWS::EC2::FlowLog').exists(f, f.?ResourceId.orValue('') == id
    && f.?FlowLogStatus.orValue('ACTIVE') == 'ACTIVE' && f.?TrafficType.orValue('') in params.trafficTypes)
params: { trafficTypes: [REJECT, ALL] }
evidence: >
  {'flowLogs': regional('AWS::EC2::FlowLog').filter(f, f.?ResourceId.orValue('') == id).map(f, idOf(f))}
notes: >
  Flow logs of subnets and of interfaces do not count, and a VPC in which nothing runs counts as any other. Whether
  the records reach their destination is not looked at.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-6(3)",
      "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)",
      "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)",
      "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SI-4(17)", "SI-7(8)"]
  soc2: [CC7.2, CC7.3]
  iso27001_2022: [A.8.15, A.8.16, A.8.20, A.8.21, A.8.22, A.8.23]
  fedramp: [AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["ec2:DescribeFlowLogs"]
remediation:
  safety: manual
  text: >
    Create a flow log for the VPC that records at least rejected traffic, into a bucket or a log group that the
    readers of your logs own. Its records are billed, so the destination is yours to choose and no call is prepared.
tests:
  - name: a flow log of the VPC
    id: vpc-1
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: pass
  - name: rejected traffic is enough
    id: vpc-1
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: REJECT, FlowLogStatus: ACTIVE }
    expect: pass
  - { name: none at all, id: vpc-1, scopes_complete: true, expect: fail }
  - name: accepted traffic alone
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: ACCEPT, FlowLogStatus: ACTIVE }
    expect: fail
  - name: of another VPC
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-2, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - name: of a subnet
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: subnet-1, ResourceType: Subnet, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - name: a flow log of the same VPC id in another region
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        region: eu-west-1
        properties: { ResourceId: vpc-1, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - { name: flow logs never listed, id: vpc-1, expect: unknown }
  - name: a flow log of which nobody knows whose it is
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: unknown

"""##),
("aws/ec2/vpc-peering-least-access-routes.yaml",
##"""
id: aws.ec2.vpc-peering-least-access-routes
title: Routes to peered VPCs are no wider than what is needed of them
severity: medium
subject: AWS::EC2::RouteTable
description: >
  A route to a peered VPC that covers all of it opens every host there, and one that covers everything sends traffic
  there that was meant for elsewhere. A route fails if its destination is everything, or holds the whole of a block of
  either side. How much narrower it could be is a decision for people: review the routes that pass as well.
applies: resource.Routes.exists(r, has(r.VpcPeeringConnectionId))
pass: >
  !resource.Routes.exists(r, has(r.VpcPeeringConnectionId)
    && (r.?DestinationCidrBlock.orValue('') == '0.0.0.0/0' || r.?DestinationIpv6CidrBlock.orValue('') == '::/0'
      || ref('AWS::EC2::VPCPeeringConnection', r.VpcPeeringConnectionId).?RequesterCidrBlocks.orValue([])
        .exists(b, cidr(r.?DestinationCidrBlock.orValue(r.?DestinationIpv6CidrBlock.orValue('255.255.255.255/32')))
          .containsCIDR(b))
      || ref('AWS::EC2::VPCPeeringConnection', r.VpcPeeringConnectionId).?AccepterCidrBlocks.orValue([])
        .exists(b, cidr(r.?DestinationCidrBlock.orValue(r.?DestinationIpv6CidrBlock.orValue('255.255.255.255/32')))
          .containsCIDR(b))))
evidence: resource.Routes.filter(r, has(r.VpcPeeringConnectionId))
notes: >
  What a route by prefix list covers is not looked at. The blocks of the other side are told when it accepts; in an
  account that only asked they come with the next reading of the connection.
frameworks:
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeVpcPeeringConnections", "ec2:DescribeRouteTables"]
remediation:
  safety: manual
  text: >
    Replace the route by routes to the subnets or hosts that are really talked to, newest first, and watch the flow
    logs for what is cut. Only the people who run both sides know what is needed, so no call is prepared.
tests:
  - name: a route to one subnet of the other side
    resource:
      Routes:
        - { DestinationCidrBlock: 10.1.2.0/24, VpcPeeringConnectionId: pcx-1 }
        - { DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [10.0.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: pass
  - name: a route to everything
    resource: { Routes: [{ DestinationCidrBlock: 0.0.0.0/0, VpcPeeringConnectionId: pcx-1 }] }
    expect: fail
  - name: a route to all of the other side
    resource: { Routes: [{ DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: pcx-1 }] }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [10.0.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: fail
  - name: a route that is wider than the other side
    resource: { Routes: [{ DestinationCidrBlock: 10.0.0.0/8, VpcPeeringConnectionId: pcx-1 }] }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [172.16.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: fail
  - name: a route to everything of IPv6
    resource: { Routes: [{ DestinationIpv6CidrBlock: "::/0", VpcPeeringConnectionId: pcx-1 }] }
    expect: fail
  - name: no route to a peered VPC
    resource: { Routes: [{ DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 }] }
    expect: notApplicable
  - name: a connection that was never seen
    resource: { Routes: [{ DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: pcx-1 }] }
    expect: unknown
  - { name: routes never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/elasticfilesystem/efs-encrypted.yaml",
##"""
id: aws.elasticfilesystem.efs-encrypted
title: EFS file systems are encrypted
severity: medium
subject: AWS::EFS::FileSystem
description: >
  Encryption at rest is chosen when a file system is made and cannot be switched on later. Files of a plain
  one are readable to whoever gets at the disks or the backups.
pass: resource.?Encrypted.orValue(false)
evidence: "{'Encrypted': resource.?Encrypted.orValue(false), 'KmsKeyId': resource.?KmsKeyId.orValue('')}"
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)", "SI-19(4)"]
  iso27001_2022: [A.8.11, A.8.24]
  fedramp: [SC-28]
reread: ["efs:DescribeFileSystems"]
remediation:
  safety: manual
  text: >
    Make an encrypted file system, copy the files over with DataSync, mount it in the place of the plain one
    and delete that and its backups.
tests:
  - { name: encrypted, resource: { Encrypted: true, KmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/k" }, expect: pass }
  - { name: plain, resource: { Encrypted: false }, expect: fail }
  - { name: never observed, resource: { Tags: [] }, expect: unknown }

"""##),
("aws/elasticloadbalancing/web-front-end-access-logging.yaml",
##"""
id: aws.elasticloadbalancing.web-front-end-access-logging
title: Classic load balancers write access logs
severity: medium
subject: AWS::ElasticLoadBalancing::LoadBalancer
description: >
  Access logs tell who asked for what when an application behind a load balancer is attacked. They are off
  in a new one.
pass: resource.?AccessLoggingPolicy.?Enabled.orValue(false)
evidence: "{'AccessLoggingPolicy': resource.?AccessLoggingPolicy.?Enabled.orValue(false)}"
notes: >
  CloudFront, newer load balancers and the stages of API Gateway each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["elb:DescribeLoadBalancerAttributes"]
remediation:
  safety: manual
  text: >
    Switch the access log on with a bucket in the region that lets the load balancing service write. Which
    bucket is yours to say, so no call is prepared.
tests:
  - { name: "on", resource: { AccessLoggingPolicy: { Enabled: true, S3BucketName: logs } }, expect: pass }
  - { name: "off", resource: { AccessLoggingPolicy: { Enabled: false } }, expect: fail }
  - { name: never observed, resource: { LoadBalancerName: old }, expect: unknown }

"""##),
("aws/elasticloadbalancingv2/web-front-end-access-logging.yaml",
##"""
id: aws.elasticloadbalancingv2.web-front-end-access-logging
title: Application and network load balancers write access logs
severity: medium
subject: AWS::ElasticLoadBalancingV2::LoadBalancer
description: >
  Access logs tell who asked for what when an application behind a load balancer is attacked. They are off
  in a new one. Gateway load balancers write none.
applies: resource.?Type.orValue('') != 'gateway'
pass: >
  resource.LoadBalancerAttributes.exists(a, a.Key == 'access_logs.s3.enabled' && a.Value == 'true')
evidence: resource.LoadBalancerAttributes.filter(a, a.Key.startsWith('access_logs.'))
notes: >
  A network load balancer logs only what its TLS listeners take. CloudFront, classic load balancers and the
  stages of API Gateway each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["elbv2:DescribeLoadBalancers", "elbv2:DescribeLoadBalancerAttributes"]
remediation:
  safety: manual
  text: >
    Set the attributes access_logs.s3.bucket and access_logs.s3.enabled, with a bucket in the region that
    lets the load balancing service write. Which bucket is yours to say, so no call is prepared.
tests:
  - name: "on"
    resource: { Type: application, LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "true" }] }
    expect: pass
  - name: "off"
    resource: { Type: network, LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "false" }] }
    expect: fail
  - name: a gateway load balancer
    resource: { Type: gateway, LoadBalancerAttributes: [] }
    expect: notApplicable
  - { name: attributes never observed, resource: { Type: application }, expect: unknown }

"""##),
("aws/events/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.events.resource-policy-no-wildcard-principal
title: Event bus policies do not let everyone in
severity: critical
subject: AWS::Events::EventBus
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the event bus to the world. Conditions that hold where their key is
  missing do not narrow.
pass: >
  !policyAllowsPublic({'Statement': resource.PolicyStatements})
evidence: "policyPublicStatements({'Statement': resource.PolicyStatements})"
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys,
  secrets, vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["events:DescribeEventBus"]
remediation:
  safety: manual
  text: >
    Name the principals that need the event bus, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - { name: no policy, resource: { PolicyStatements: [] }, expect: pass }
  - name: a named account
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "arn:aws:iam::111122223333:root" }
          Action: "events:PutEvents"
          Resource: "arn:aws:events:us-east-1:111122223333:event-bus/example"
    expect: pass
  - name: everyone of one organisation
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "events:PutEvents"
          Resource: "arn:aws:events:us-east-1:111122223333:event-bus/example"
          Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "events:PutEvents"
          Resource: "arn:aws:events:us-east-1:111122223333:event-bus/example"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "*" }
          Action: "events:PutEvents"
          Resource: "arn:aws:events:us-east-1:111122223333:event-bus/example"
          Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - { name: a policy never observed, resource: { Tags: [] }, expect: unknown }

"""##),
("aws/glacier/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.glacier.resource-policy-no-wildcard-principal
title: Vault policies do not let everyone in
severity: critical
subject: AWS::Glacier::Vault
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the vault to the world. Conditions that hold where their key is
  missing do not narrow.
pass: >
  !policyAllowsPublic(resource.?Policy.orValue({}))
evidence: "policyPublicStatements(resource.?Policy.orValue({}))"
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys,
  secrets, vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["glacier:GetVaultAccessPolicy"]
remediation:
  safety: manual
  text: >
    Name the principals that need the vault, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - { name: no policy, resource: { Policy: null }, expect: pass }
  - name: a named account
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "glacier:ListVaults"
            Resource: "arn:aws:glacier:us-east-1:111122223333:vaults/example"
    expect: pass
  - name: everyone of one organisation
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "glacier:ListVaults"
            Resource: "arn:aws:glacier:us-east-1:111122223333:vaults/example"
            Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "glacier:ListVaults"
            Resource: "arn:aws:glacier:us-east-1:111122223333:vaults/example"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "glacier:ListVaults"
            Resource: "arn:aws:glacier:us-east-1:111122223333:vaults/example"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - { name: a policy never observed, resource: { Tags: [] }, expect: unknown }

"""##),
("aws/iam/cloudshell-full-access-restricted.yaml",
##"""
id: aws.iam.cloudshell-full-access-restricted
title: Nobody has the policy AWSCloudShellFullAccess
severity: medium
subject: AWS::::Account
scope: account
description: >
  CloudShell can move files out of the account through the browser. Its full access policy includes upload
  and download; whoever needs the shell gets a policy without them.
pass: >
  !resources('AWS::IAM::User').exists(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
    && !resources('AWS::IAM::Group').exists(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
    && !resources('AWS::IAM::Role').exists(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
evidence: >
  resources('AWS::IAM::User').filter(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
      .map(e, {'UserName': idOf(e), 'PolicyArn': e.ManagedPolicyArns.filter(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess'))[0]})
    + resources('AWS::IAM::Group').filter(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
      .map(e, {'GroupName': idOf(e), 'PolicyArn': e.ManagedPolicyArns.filter(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess'))[0]})
    + resources('AWS::IAM::Role').filter(e, e.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess')))
      .map(e, {'RoleName': idOf(e), 'PolicyArn': e.ManagedPolicyArns.filter(a, a.endsWith(':iam::aws:policy/AWSCloudShellFullAccess'))[0]})
notes: >
  CIS notes that other policies can grant the same access; those are not looked at.
reread: ["iam:ListEntitiesForPolicy"]
remediation:
  safety: manual
  text: >
    Detach the policy and give those who need the shell one that denies its file transfer.
  summary: Detaches AWSCloudShellFullAccess from everybody who has it.
  permissions: ["iam:DetachUserPolicy", "iam:DetachGroupPolicy", "iam:DetachRolePolicy", "iam:ListEntitiesForPolicy"]
  forEach: evidence
  calls:
    - when: has(item.UserName)
      service: iam
      operation: DetachUserPolicy
      parameters: item
    - when: has(item.GroupName)
      service: iam
      operation: DetachGroupPolicy
      parameters: item
    - when: has(item.RoleName)
      service: iam
      operation: DetachRolePolicy
      parameters: item
  inverse:
    - when: has(item.UserName)
      service: iam
      operation: AttachUserPolicy
      parameters: item
    - when: has(item.GroupName)
      service: iam
      operation: AttachGroupPolicy
      parameters: item
    - when: has(item.RoleName)
      service: iam
      operation: AttachRolePolicy
      parameters: item
tests:
  - name: nobody has it
    scopes_complete: true
    related:
      - { kind: "AWS::IAM::User", id: ada, properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } }
      - { kind: "AWS::IAM::Role", id: ops, properties: { ManagedPolicyArns: [] } }
    expect: pass
  - name: a user and a role have it
    scopes_complete: true
    related:
      - { kind: "AWS::IAM::User", id: ada, properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSCloudShellFullAccess"] } }
      - { kind: "AWS::IAM::Role", id: ops, properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSCloudShellFullAccess"] } }
    expect: fail
    plan:
      - service: iam
        operation: DetachUserPolicy
        parameters: { UserName: ada, PolicyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" }
      - service: iam
        operation: DetachRolePolicy
        parameters: { RoleName: ops, PolicyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" }
    inverse:
      - service: iam
        operation: AttachRolePolicy
        parameters: { RoleName: ops, PolicyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" }
      - service: iam
        operation: AttachUserPolicy
        parameters: { UserName: ada, PolicyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" }
  - name: a group has it, whatever else there may be
    related: [{ kind: "AWS::IAM::Group", id: dev, properties: { ManagedPolicyArns: { $partial: ["arn:aws:iam::aws:policy/AWSCloudShellFullAccess"] } } }]
    expect: fail
  - { name: nothing known, expect: unknown }

"""##),
("aws/iam/iam-access-key-rotated-90-days.yaml",
##"""
id: aws.iam.iam-access-key-rotated-90-days
title: Active access keys are at most 90 days old
severity: medium
subject: AWS::IAM::User
description: >
  The longer a key lives, the more places it has been copied to. A key that is replaced every 90 days is
  worth less to whoever finds an old copy.
params: { maximum_age: 2160h }
pass: >
  resource.?ReportedAccessKeys.hasValue()
    ? resource.ReportedAccessKeys.all(k, !k.?Active.orValue(false)
      || now - timestamp(k.LastRotated) <= duration(params.maximum_age))
    : resource.AccessKeys.all(k, ref('AWS::IAM::AccessKey', k).Status != 'Active'
      || now - timestamp(ref('AWS::IAM::AccessKey', k).CreateDate) <= duration(params.maximum_age))
evidence: >
  {'AccessKeys': resource.AccessKeys, 'ReportedAccessKeys': resource.?ReportedAccessKeys.orValue([])}
notes: >
  A report tells when a key was made or last changed, which may be later than its creation; where the
  creation is known by a listing or an event, that is what counts.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)", "AC-3(3)(b)(3)",
      "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)", "AC-3(4)(b)", "AC-3(4)(c)",
      "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(8)", "AC-3(12)(a)", "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)",
      "AC-4(28)", AC-24, "CM-5(1)(a)", "CM-6(a)", "CM-9(b)", "SC-23(3)"]
  iso27001_2022: [A.5.15]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)"]
reread: ["iam:ListAccessKeys"]
remediation:
  safety: manual
  text: >
    Make a second key, move its users to it, and switch the old one off. Switching it off first is an
    outage for whoever uses it, so no call is prepared.
tests:
  - name: a key of exactly 90 days
    now: "2025-04-01T00:00:00Z"
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, CreateDate: "2025-01-01T00:00:00Z" } }]
    expect: pass
  - name: a key a second older
    now: "2025-04-01T00:00:01Z"
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, CreateDate: "2025-01-01T00:00:00Z" } }]
    expect: fail
  - name: an old key that is off
    now: "2025-06-01T00:00:00Z"
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Inactive, CreateDate: "2025-01-01T00:00:00Z" } }]
    expect: pass
  - name: an old key among keys of which there may be more
    now: "2025-06-01T00:00:00Z"
    resource: { ReportedAccessKeys: null, AccessKeys: { $partial: [AKIA1] } }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, CreateDate: "2025-01-01T00:00:00Z" } }]
    expect: fail
  - name: a report of an old key
    now: "2025-06-01T00:00:00Z"
    resource: { ReportedAccessKeys: [{ Active: true, LastRotated: "2025-01-01T00:00:00Z" }] }
    expect: fail
  - name: a report of a young key
    now: "2025-02-01T00:00:00Z"
    resource: { ReportedAccessKeys: [{ Active: true, LastRotated: "2025-01-01T00:00:00Z" }, { Active: false }] }
    expect: pass
  - { name: no keys, now: "2025-02-01T00:00:00Z", resource: { ReportedAccessKeys: null, AccessKeys: [] }, expect: pass }
  - name: a key whose age is not known
    now: "2025-02-01T00:00:00Z"
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active } }]
    expect: unknown
  - { name: never observed, now: "2025-02-01T00:00:00Z", resource: {}, expect: unknown }

"""##),
("aws/iam/iam-console-user-mfa-enabled.yaml",
##"""
id: aws.iam.iam-console-user-mfa-enabled
title: IAM users with a console password have an MFA device
severity: high
subject: AWS::IAM::User
description: >
  A password alone is one phishing mail away from somebody else. A user who can sign in to the console
  needs a second factor of any kind.
applies: >
  resource.PasswordEnabled
pass: >
  resource.MFADevices.exists(d, d != '')
evidence: >
  {'PasswordEnabled': resource.PasswordEnabled, 'MFADevices': resource.MFADevices}
notes: >
  Users without a console password are not applicable; their access keys are judged by other controls.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-3(2)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(8)", "AC-3(12)(a)", "AC-3(13)",
      "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", "AC-7(4)", "AC-7(4)(a)", AC-24, "CM-5(1)(a)", "CM-6(a)",
      "CM-9(b)", "IA-2(1)", "IA-2(2)", "IA-2(6)", "IA-2(6)(a)", "IA-2(8)", "SC-23(3)"]
  iso27001_2022: [A.5.15, A.5.17, A.8.5]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)", IA-2, "IA-2(1)", "IA-2(1)(2)"]
reread: ["iam:GetLoginProfile", "iam:ListMFADevices"]
remediation:
  safety: manual
  text: >
    Have the user register a device, or delete the login profile if nobody signs in with it. Deleting it
    locks the person out and cannot be undone with the same password, so no call is prepared.
tests:
  - { name: a password and a device, resource: { PasswordEnabled: true, MFADevices: ["arn:aws:iam::111122223333:mfa/phone"] },
        expect: pass }
  - { name: a device of which only a report knows, resource: { PasswordEnabled: true, MFADevices: { $partial: [credential-report] } },
        expect: pass }
  - { name: a password without a device, resource: { PasswordEnabled: true, MFADevices: [] }, expect: fail }
  - { name: no password, resource: { PasswordEnabled: false, MFADevices: [] }, expect: notApplicable }
  - { name: devices never observed, resource: { PasswordEnabled: true }, expect: unknown }
  - { name: whether there is a password never observed, resource: { MFADevices: [] }, expect: unknown }

"""##),
("aws/iam/iam-no-expired-server-certificates.yaml",
##"""
id: aws.iam.iam-no-expired-server-certificates
title: Server certificates in IAM have not expired
severity: medium
subject: AWS::IAM::ServerCertificate
description: >
  An expired certificate makes every client that checks it fail, and one that is still kept can be
  deployed by mistake.
pass: >
  timestamp(resource.Expiration) > now
evidence: >
  {'Expiration': resource.Expiration}
reread: ["iam:ListServerCertificates"]
remediation:
  safety: manual
  text: >
    See that no load balancer or distribution uses it, replace it there first, and delete it. A deletion
    cannot be undone, since the private key cannot be read back.
tests:
  - { name: a year ahead, now: "2025-01-01T00:00:00Z", resource: { Expiration: "2026-01-01T00:00:00Z" }, expect: pass }
  - { name: a second ahead, now: "2025-12-31T23:59:59Z", resource: { Expiration: "2026-01-01T00:00:00Z" }, expect: pass }
  - { name: this instant, now: "2026-01-01T00:00:00Z", resource: { Expiration: "2026-01-01T00:00:00Z" }, expect: fail }
  - { name: long ago, now: "2027-01-01T00:00:00Z", resource: { Expiration: "2026-01-01T00:00:00Z" }, expect: fail }
  - { name: never observed, now: "2025-01-01T00:00:00Z", resource: {}, expect: unknown }

"""##),
("aws/iam/iam-no-full-admin-policy-attached.yaml",
##"""
id: aws.iam.iam-no-full-admin-policy-attached
title: No policy that allows everything is attached
severity: high
subject: AWS::IAM::ManagedPolicy
description: >
  A policy that allows every action on every resource makes whoever has it the owner of the account.
  Permissions are given by what a task needs. Policies that are attached to nobody are not applicable.
applies: >
  resource.AttachedEntities.exists(e, e != '')
pass: >
  !id.endsWith(':iam::aws:policy/AdministratorAccess') && !policyGrantsFullAdmin(resource.?PolicyDocument.orValue({}))
evidence: >
  {'AttachedEntities': resource.AttachedEntities, 'DefaultVersionId': resource.?DefaultVersionId.orValue('')}
notes: >
  The CIS audit looks at managed policies and their default version; policies inside users, groups and
  roles are outside it. AWS changes its own policies without an event in the account, so these are read.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-2(6)", "AC-2(i)(2)", AC-3, "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)",
      "AC-3(3)(b)(2)", "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)",
      "AC-3(4)(a)", "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)",
      "AC-3(12)(a)", "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", "AC-5(b)", AC-6, "AC-6(2)",
      "AC-6(3)", "AC-6(10)", AC-24, "CM-5(1)(a)", "CM-6(a)", "CM-9(b)", MP-2, "SC-23(3)", SC-25]
  soc2: [CC1.3, CC6.3]
  iso27001_2022: [A.5.18, A.8.2]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)", AC-3, "AC-5(c)", AC-6, "AC-6(10)", SC-2]
reread: ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListEntitiesForPolicy"]
remediation:
  safety: manual
  text: >
    Find out what the users, groups and roles that have it really need, give them that, and detach the
    policy. Detaching it first can lock everybody out, so no call is prepared.
tests:
  - name: an attached policy that allows some things
    id: arn:aws:iam::111122223333:policy/some
    resource:
      AttachedEntities: [user/ada]
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] }
    expect: pass
  - name: an attached policy that allows everything
    id: arn:aws:iam::111122223333:policy/all
    resource:
      AttachedEntities: [role/deploy]
      PolicyDocument: { Statement: { Effect: Allow, Action: "*", Resource: ["arn:aws:s3:::b", "*"] } }
    expect: fail
  - name: everything under a condition
    id: arn:aws:iam::111122223333:policy/all
    resource:
      AttachedEntities: { $partial: [group/ops] }
      PolicyDocument: { Statement: [{ Effect: Allow, Action: ["*"], Resource: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }] }
    expect: fail
  - name: everything is denied
    id: arn:aws:iam::111122223333:policy/none
    resource: { AttachedEntities: [user/ada], PolicyDocument: { Statement: [{ Effect: Deny, Action: "*", Resource: "*" }] } }
    expect: pass
  - name: the provider's own policy for administrators needs no reading
    id: arn:aws:iam::aws:policy/AdministratorAccess
    resource: { AttachedEntities: { $partial: [role/admin] } }
    expect: fail
  - name: a policy that is attached to nobody
    id: arn:aws:iam::111122223333:policy/all
    resource: { AttachedEntities: [], PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] } }
    expect: notApplicable
  - name: a document never observed
    id: arn:aws:iam::aws:policy/ReadOnlyAccess
    resource: { AttachedEntities: [user/ada] }
    expect: unknown
  - name: attachments never observed
    id: arn:aws:iam::111122223333:policy/all
    resource: { PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] } }
    expect: unknown

"""##),
("aws/iam/iam-unused-credentials-45-days-disabled.yaml",
##"""
id: aws.iam.iam-unused-credentials-45-days-disabled
title: Credentials that were not used for 45 days are disabled
severity: medium
subject: AWS::IAM::User
description: >
  A password or key that nobody has used for 45 days is either forgotten or kept for a day that never
  came. It is switched off, so that whoever finds it finds nothing. A credential that was never used
  counts from the day it was made or last changed.
params: { maximum_idle: 1080h }
pass: >
  (!resource.PasswordEnabled
    || now - timestamp(resource.?PasswordLastUsed.hasValue() ? resource.PasswordLastUsed
      : resource.?PasswordLastChanged.hasValue() ? resource.PasswordLastChanged : resource.CreateDate)
      < duration(params.maximum_idle))
  && (resource.?ReportedAccessKeys.hasValue()
    ? resource.ReportedAccessKeys.all(k, !k.?Active.orValue(false)
        || now - timestamp(k.?LastUsedDate.hasValue() ? k.LastUsedDate : k.LastRotated)
          < duration(params.maximum_idle))
      || (resource.?AccessKeyLastUsedDate.hasValue()
        && now - timestamp(resource.AccessKeyLastUsedDate) < duration(params.maximum_idle)
        && resource.ReportedAccessKeys.all(k, !k.?LastUsedDate.hasValue()
          || timestamp(k.LastUsedDate) < timestamp(resource.AccessKeyLastUsedDate))
        && (resource.ReportedAccessKeys.filter(k, k.?Active.orValue(false)).size() == 1
          || resource.AccessKeys.all(k, ref('AWS::IAM::AccessKey', k).Status != 'Active'
            || now - timestamp(ref('AWS::IAM::AccessKey', k).?LastUsedDate.hasValue()
              ? ref('AWS::IAM::AccessKey', k).LastUsedDate : ref('AWS::IAM::AccessKey', k).CreateDate)
              < duration(params.maximum_idle))))
    : resource.AccessKeys.all(k, ref('AWS::IAM::AccessKey', k).Status != 'Active'
        || now - timestamp(ref('AWS::IAM::AccessKey', k).?LastUsedDate.hasValue()
          ? ref('AWS::IAM::AccessKey', k).LastUsedDate : ref('AWS::IAM::AccessKey', k).CreateDate)
          < duration(params.maximum_idle)))
evidence: >
  {'PasswordEnabled': resource.PasswordEnabled, 'PasswordLastUsed': resource.?PasswordLastUsed.orValue('never'),
    'AccessKeys': resource.AccessKeys, 'ReportedAccessKeys': resource.?ReportedAccessKeys.orValue([])}
notes: >
  CIS says 45 days or greater, so the forty-fifth day is too long; scanners pass credentials that were
  never used, the CIS audit does not. Uses by data events and by services that a trail does not carry are
  seen in readings alone, so a credential report should be read every few days. Uses of keys seen in
  events are known to the hour. A user that has no credentials passes.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-2(3)", "AC-2(3)(a)", "AC-2(3)(b)", "AC-2(3)(c)", "AC-2(3)(d)", "AC-2(6)",
      "AC-2(g)", "AC-2(j)", AC-3, "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)", "AC-3(12)(a)",
      "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", AC-6, AC-24, "CM-5(1)(a)", "CM-6(a)", "CM-9(b)",
      MP-2, "SC-23(3)"]
  soc2: [CC1.3]
  iso27001_2022: [A.5.15]
  fedramp: [AC-2, "AC-2(1)", "AC-2(3)", "AC-2(f)", "AC-2(j)", AC-3, "AC-5(c)", AC-6]
reread: ["iam:GenerateCredentialReport", "iam:GetCredentialReport", "iam:GetAccessKeyLastUsed",
    "iam:GetUser"]
remediation:
  safety: manual
  text: >
    Switch old keys off, which can be undone, and delete login profiles that nobody uses, which cannot:
    the password is gone. Confirm the last use first, since not every use is recorded; so no call is
    prepared.
tests:
  - name: a password used lately, no keys
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: true, PasswordLastUsed: "2025-02-01T00:00:00Z", ReportedAccessKeys: null, AccessKeys: [] }
    expect: pass
  - name: a password used exactly 45 days ago
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: true, PasswordLastUsed: "2025-01-15T00:00:00Z", ReportedAccessKeys: null, AccessKeys: [] }
    expect: fail
  - name: a password used a second less than 45 days ago
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: true, PasswordLastUsed: "2025-01-15T00:00:01Z", ReportedAccessKeys: null, AccessKeys: [] }
    expect: pass
  - name: a password never used, changed long ago
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: true, PasswordLastUsed: null, PasswordLastChanged: "2024-12-01T00:00:00Z",
        ReportedAccessKeys: null, AccessKeys: [] }
    expect: fail
  - name: a password never used, changed lately
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: true, PasswordLastUsed: null, PasswordLastChanged: "2025-02-20T00:00:00Z",
        ReportedAccessKeys: null, AccessKeys: [] }
    expect: pass
  - name: an old use of a key
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related:
      - { kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, LastUsedDate: "2024-12-01T00:00:00Z" } }
    expect: fail
  - name: an old use of a key that is off
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related:
      - { kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Inactive, LastUsedDate: "2024-12-01T00:00:00Z" } }
    expect: pass
  - name: a new key that was never used
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related:
      - kind: AWS::IAM::AccessKey
        id: AKIA1
        properties: { Status: Active, LastUsedDate: null, CreateDate: "2025-02-20T00:00:00Z" }
    expect: pass
  - name: an old key that was never used
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related:
      - kind: AWS::IAM::AccessKey
        id: AKIA1
        properties: { Status: Active, LastUsedDate: null, CreateDate: "2024-12-01T00:00:00Z" }
    expect: fail
  - name: a report of an old use
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, AccessKeyLastUsedDate: "2024-12-01T00:00:00Z",
        ReportedAccessKeys: [{ Active: true, LastUsedDate: "2024-12-01T00:00:00Z" }] }
    expect: fail
  - name: a use since the report
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, AccessKeyLastUsedDate: "2025-02-20T00:00:00Z",
        ReportedAccessKeys: [{ Active: true, LastUsedDate: "2024-12-01T00:00:00Z" }] }
    expect: pass
  - name: a use since the report, of one of two keys
    now: "2025-03-01T00:00:00Z"
    resource: { PasswordEnabled: false, AccessKeyLastUsedDate: "2025-02-20T00:00:00Z",
        ReportedAccessKeys: [{ Active: true, LastUsedDate: "2024-12-01T00:00:00Z" }, { Active: true, LastRotated: "2024-11-01T00:00:00Z" }] }
    expect: unknown
  - name: a shorter limit
    now: "2025-03-01T00:00:00Z"
    params: { maximum_idle: 240h }
    resource: { PasswordEnabled: true, PasswordLastUsed: "2025-02-10T00:00:00Z", ReportedAccessKeys: null, AccessKeys: [] }
    expect: fail
  - { name: never observed, now: "2025-03-01T00:00:00Z", resource: {}, expect: unknown }

"""##),
("aws/iam/iam-user-no-initial-access-key.yaml",
##"""
id: aws.iam.iam-user-no-initial-access-key
title: Console users have no access key that was never used
severity: medium
subject: AWS::IAM::User
description: >
  A key that was made together with a user for the console, and was never used, is a credential that
  nobody misses when it is stolen. CIS asks that keys are made when they are needed; an active key without
  any use is the trace of the other habit.
applies: >
  resource.PasswordEnabled
pass: >
  resource.?ReportedAccessKeys.hasValue()
    ? resource.ReportedAccessKeys.all(k, !k.?Active.orValue(false) || k.?LastUsedDate.hasValue())
      || (resource.?AccessKeyLastUsedDate.hasValue()
        && resource.ReportedAccessKeys.all(k, !k.?LastUsedDate.hasValue()
          || timestamp(k.LastUsedDate) < timestamp(resource.AccessKeyLastUsedDate))
        && (resource.ReportedAccessKeys.filter(k, k.?Active.orValue(false)).size() == 1
          || resource.AccessKeys.all(k, ref('AWS::IAM::AccessKey', k).Status != 'Active'
            || ref('AWS::IAM::AccessKey', k).?LastUsedDate.hasValue())))
    : resource.AccessKeys.all(k, ref('AWS::IAM::AccessKey', k).Status != 'Active'
      || ref('AWS::IAM::AccessKey', k).?LastUsedDate.hasValue())
evidence: >
  resource.AccessKeys.filter(k, ref('AWS::IAM::AccessKey', k).Status == 'Active'
    && !ref('AWS::IAM::AccessKey', k).?LastUsedDate.hasValue())
notes: >
  The CIS audit reads the credential report; whether the key is as old as the user is not asked, since an
  unused key of any age is as needless. A report names no key ids: after it, a use seen in an event counts
  for the only active key, and where two are active it must be read which one it was. Uses seen in events
  are known to the hour.
reread: ["iam:ListAccessKeys", "iam:GetAccessKeyLastUsed", "iam:GetLoginProfile"]
remediation:
  safety: guarded
  text: >
    Switch the key off and delete it after a while if nobody misses it. Keys that are needed are made when they are needed.
  summary: Switches the key off.
  guard: "ref('AWS::IAM::AccessKey', item).Status == 'Active' && !ref('AWS::IAM::AccessKey', item).?LastUsedDate.hasValue()"
  permissions: ["iam:UpdateAccessKey", "iam:GetAccessKeyLastUsed", "iam:ListAccessKeys"]
  forEach: evidence
  calls:
    - service: iam
      operation: UpdateAccessKey
      parameters: "{'UserName': id, 'AccessKeyId': item, 'Status': 'Inactive'}"
  inverse:
    - service: iam
      operation: UpdateAccessKey
      parameters: "{'UserName': id, 'AccessKeyId': item, 'Status': 'Active'}"
tests:
  - name: a key that was used
    resource: { PasswordEnabled: true, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, LastUsedDate: "2025-01-01T00:00:00Z" } }]
    expect: pass
  - name: an active key that was never used
    id: ada
    resource: { PasswordEnabled: true, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active, LastUsedDate: null } }]
    expect: fail
    guard: true
    plan:
      - service: iam
        operation: UpdateAccessKey
        parameters: { UserName: ada, AccessKeyId: AKIA1, Status: Inactive }
    inverse:
      - service: iam
        operation: UpdateAccessKey
        parameters: { UserName: ada, AccessKeyId: AKIA1, Status: Active }
  - name: an inactive key that was never used
    resource: { PasswordEnabled: true, ReportedAccessKeys: null, AccessKeys: [AKIA1] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Inactive, LastUsedDate: null } }]
    expect: pass
  - name: a report of a key that was never used
    resource: { PasswordEnabled: true, AccessKeyLastUsedDate: null, ReportedAccessKeys: [{ Active: true }, { Active: false }] }
    expect: fail
  - name: a use of the only active key since the report
    resource: { PasswordEnabled: true, AccessKeyLastUsedDate: "2025-01-01T00:00:00Z",
        ReportedAccessKeys: [{ Active: true }, { Active: false }] }
    expect: pass
  - name: a use of one of two active keys since the report
    resource: { PasswordEnabled: true, AccessKeyLastUsedDate: "2025-01-01T00:00:00Z",
        ReportedAccessKeys: [{ Active: true }, { Active: true }] }
    expect: unknown
  - name: a use that the report knows already
    resource: { PasswordEnabled: true, AccessKeyLastUsedDate: "2025-01-01T00:00:00Z",
        ReportedAccessKeys: [{ Active: true, LastUsedDate: "2025-01-01T00:00:00Z" }, { Active: true }] }
    expect: fail
  - { name: no keys, resource: { PasswordEnabled: true, ReportedAccessKeys: null, AccessKeys: [] }, expect: pass }
  - { name: no password, resource: { PasswordEnabled: false }, expect: notApplicable }
  - { name: a key that nothing is known of, resource: { PasswordEnabled: true, ReportedAccessKeys: null, AccessKeys: [AKIA1] },
        expect: unknown }
  - { name: keys never observed, resource: { PasswordEnabled: true }, expect: unknown }

"""##),
("aws/iam/iam-user-permissions-through-groups-only.yaml",
##"""
id: aws.iam.iam-user-permissions-through-groups-only
title: IAM users have permissions through groups alone
severity: low
subject: AWS::IAM::User
description: >
  Permissions at single users are seen by nobody who looks at groups. A user has what its groups have, and
  nothing attached or written into itself.
pass: >
  !resource.ManagedPolicyArns.exists(a, a != '') && !resource.Policies.exists(p, p.PolicyName != '')
evidence: >
  {'ManagedPolicyArns': resource.ManagedPolicyArns, 'Policies': resource.Policies.map(p, p.PolicyName)}
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-2(6)", "AC-2(i)(2)", AC-3, "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)",
      "AC-3(3)(b)(2)", "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)",
      "AC-3(4)(a)", "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)",
      "AC-3(12)(a)", "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", AC-6, "AC-6(3)", AC-24,
      "CM-5(1)(a)", "CM-6(a)", "CM-9(b)", MP-2, "SC-23(3)"]
  soc2: [CC1.3]
  iso27001_2022: [A.5.15]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)", AC-3, "AC-5(c)", SC-2]
reread: ["iam:ListAttachedUserPolicies", "iam:ListUserPolicies"]
remediation:
  safety: manual
  text: >
    Give the permissions to a group, add the user to it, and only then take the policies from the user.
    Taking them away first locks people and programs out, so no call is prepared.
tests:
  - { name: no policies of its own, resource: { ManagedPolicyArns: [], Policies: [], Groups: [ops] }, expect: pass }
  - { name: an attached policy, resource: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"], Policies: [] },
        expect: fail }
  - { name: an inline policy, resource: { ManagedPolicyArns: [], Policies: [{ PolicyName: p }] }, expect: fail }
  - { name: an attached policy and more that may be there,
        resource: { ManagedPolicyArns: { $partial: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } }, expect: fail }
  - { name: inline policies never observed, resource: { ManagedPolicyArns: [] }, expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/iam-user-single-active-access-key.yaml",
##"""
id: aws.iam.iam-user-single-active-access-key
title: An IAM user has at most one active access key
severity: low
subject: AWS::IAM::User
description: >
  Two active keys are right for the hours of a rotation. As a lasting state they double what can leak, and
  show that a rotation was never finished.
pass: >
  resource.?ReportedAccessKeys.hasValue()
    ? resource.ReportedAccessKeys.filter(k, k.?Active.orValue(false)).size() <= 1
    : !resource.AccessKeys.exists(a, resource.AccessKeys.exists(b, a < b
      && ref('AWS::IAM::AccessKey', a).Status == 'Active' && ref('AWS::IAM::AccessKey', b).Status == 'Active'))
evidence: >
  {'AccessKeys': resource.AccessKeys, 'ReportedAccessKeys': resource.?ReportedAccessKeys.orValue([])}
notes: >
  The root user is judged by controls of its own.
reread: ["iam:ListAccessKeys"]
remediation:
  safety: manual
  text: >
    Finish the rotation: see which key is still used, move its users to the other one and switch it off.
    Which of the two that is only a person can say.
tests:
  - name: one active key and one that is off
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1, AKIA2] }
    related:
      - { kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active } }
      - { kind: "AWS::IAM::AccessKey", id: AKIA2, properties: { Status: Inactive } }
    expect: pass
  - name: two active keys
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1, AKIA2] }
    related:
      - { kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active } }
      - { kind: "AWS::IAM::AccessKey", id: AKIA2, properties: { Status: Active } }
    expect: fail
  - name: two active keys though there may be more
    resource: { ReportedAccessKeys: null, AccessKeys: { $partial: [AKIA1, AKIA2] } }
    related:
      - { kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active } }
      - { kind: "AWS::IAM::AccessKey", id: AKIA2, properties: { Status: Active } }
    expect: fail
  - { name: a report of two active keys, resource: { ReportedAccessKeys: [{ Active: true }, { Active: true }] }, expect: fail }
  - { name: a report of one active key, resource: { ReportedAccessKeys: [{ Active: true }, { Active: false }] }, expect: pass }
  - { name: no keys, resource: { ReportedAccessKeys: null, AccessKeys: [] }, expect: pass }
  - name: one of two keys never observed
    resource: { ReportedAccessKeys: null, AccessKeys: [AKIA1, AKIA2] }
    related: [{ kind: "AWS::IAM::AccessKey", id: AKIA1, properties: { Status: Active } }]
    expect: unknown
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/iam-users-managed-by-federation.yaml",
##"""
id: aws.iam.iam-users-managed-by-federation
title: People sign in by federation, not as IAM users
severity: low
subject: AWS::::Account
scope: account
description: >
  An identity provider or IAM Identity Center gives people one place where they come, change and leave.
  IAM users for people are a second place that is forgotten. A user with a console password stands for a
  person, unless its name is on the list of those kept for emergencies.
params: { emergency_users: [] }
pass: >
  (resources('AWS::IAM::SAMLProvider').exists(p, idOf(p) != '')
      || resources('AWS::IAM::OIDCProvider').exists(p, idOf(p) != '')
      || resources('AWS::SSO::Instance').exists(p, idOf(p) != ''))
    && !resources('AWS::IAM::User').exists(u, u.PasswordEnabled && !params.emergency_users.exists(n, n == idOf(u)))
evidence: >
  {'usersWithPassword': resources('AWS::IAM::User').filter(u, u.PasswordEnabled).map(u, idOf(u))}
notes: >
  CIS leaves the judgement to a person; common scanners only look for a SAML provider. What a human adds
  is the list of users that are kept for emergencies. A provider may also serve machines, which is not
  looked at.
reread: ["iam:ListSAMLProviders", "iam:ListOpenIDConnectProviders", "sso-admin:ListInstances",
    "iam:ListUsers"]
remediation:
  safety: manual
  text: >
    Connect the account to the identity provider of the organisation, move people there, and delete
    their login profiles.
tests:
  - name: a SAML provider and no user with a password
    scopes_complete: true
    related:
      - { kind: "AWS::IAM::SAMLProvider", id: corp }
      - { kind: "AWS::IAM::User", id: robot, properties: { PasswordEnabled: false } }
    expect: pass
  - name: Identity Center and a user for emergencies
    scopes_complete: true
    params: { emergency_users: [break-glass] }
    related:
      - { kind: "AWS::SSO::Instance", id: ssoins-1, properties: { Status: ACTIVE } }
      - { kind: "AWS::IAM::User", id: break-glass, properties: { PasswordEnabled: true } }
    expect: pass
  - name: a person beside a provider
    related:
      - { kind: "AWS::IAM::OIDCProvider", id: token.example.com }
      - { kind: "AWS::IAM::User", id: ada, properties: { PasswordEnabled: true } }
    expect: fail
  - { name: no provider at all, scopes_complete: true, expect: fail }
  - name: a provider, and users not all known
    related: [{ kind: "AWS::IAM::SAMLProvider", id: corp }]
    expect: unknown
  - { name: nothing known, expect: unknown }

"""##),
("aws/iam/password-policy-min-length-14.yaml",
##"""
id: aws.iam.password-policy-min-length-14
title: The IAM password policy asks for at least 14 characters
severity: medium
subject: AWS::::Account
scope: account
description: >
  Length does more against guessing than any other rule. The policy is the only place that enforces it for
  users who sign in with a password.
params: { minimum_length: 14 }
pass: resource.?PasswordPolicy.?MinimumPasswordLength.orValue(0) >= params.minimum_length
evidence: >
  {'PasswordPolicy': resource.?PasswordPolicy.orValue({})}
notes: >
  An account without a policy of its own has the provider's default, which is weaker, and fails. The call that
  changes the policy has no partial form: what it leaves out goes back to its default, so the plan resends the rest.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-2(3)", "AC-2(3)(a)", "AC-2(3)(b)", "AC-2(3)(c)", "AC-2(3)(d)",
      "AC-2(d)(1)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)", "AC-3(3)(b)(3)",
      "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)", "AC-3(4)(b)", "AC-3(4)(c)",
      "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(8)", "AC-3(12)(a)", "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)",
      "AC-4(28)", "AC-7(4)", "AC-7(4)(a)", AC-24, "CM-5(1)(a)", "CM-6(a)", "CM-9(b)", "CM-12(b)", "IA-4(d)",
      IA-5, "IA-5(1)(f)", "IA-5(1)(g)", "IA-5(1)(h)", "IA-5(18)(a)", "IA-5(18)(b)", "IA-5(b)", "IA-5(c)",
      "IA-5(d)", "IA-5(f)", "IA-5(h)", "IA-8(2)(b)", "MA-4(c)", "SC-23(3)"]
  iso27001_2022: [A.5.15]
  fedramp: [AC-2, "AC-2(1)", "AC-2(3)", "AC-2(f)", "AC-2(j)", "AC-5(c)", IA-2, "IA-5(1)(a)(d)(e)",
      "IA-5(4)"]
reread: ["iam:GetAccountPasswordPolicy"]
remediation:
  safety: manual
  text: >
    Change the account's password policy and leave its other settings as they are. Users who sign in with a
    password meet the new rule at their next change.
  summary: Sets MinimumPasswordLength to 14 and resends the rest of the password policy.
  permissions: ["iam:UpdateAccountPasswordPolicy", "iam:GetAccountPasswordPolicy"]
  calls:
    - service: iam
      operation: UpdateAccountPasswordPolicy
      parameters: "mapWith(passwordPolicyParameters(resource.?PasswordPolicy.orValue({})), 'MinimumPasswordLength', params.minimum_length)"
  inverse:
    - when: resource.?PasswordPolicy.hasValue()
      service: iam
      operation: UpdateAccountPasswordPolicy
      parameters: passwordPolicyParameters(resource.PasswordPolicy)
    - when: "!resource.?PasswordPolicy.hasValue()"
      service: iam
      operation: DeleteAccountPasswordPolicy
      parameters: "{}"
tests:
  - { name: as asked, resource: { PasswordPolicy: { MinimumPasswordLength: 14 } }, expect: pass }
  - name: too weak
    resource: { PasswordPolicy: { MinimumPasswordLength: 8, RequireSymbols: true } }
    expect: fail
    plan:
      - service: iam
        operation: UpdateAccountPasswordPolicy
        parameters: { MinimumPasswordLength: 14, RequireSymbols: true }
    inverse:
      - service: iam
        operation: UpdateAccountPasswordPolicy
        parameters: { MinimumPasswordLength: 8, RequireSymbols: true }
  - { name: a policy that does not say, resource: { PasswordPolicy: { RequireSymbols: true } }, expect: fail }
  - name: no policy
    resource: { PasswordPolicy: null }
    expect: fail
    inverse: [{ service: iam, operation: DeleteAccountPasswordPolicy, parameters: {} }]
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/password-policy-prevent-reuse-24.yaml",
##"""
id: aws.iam.password-policy-prevent-reuse-24
title: The IAM password policy remembers 24 passwords
severity: low
subject: AWS::::Account
scope: account
description: >
  A password that may come back soon after its change was hardly changed. 24 is the most that the policy can
  remember.
params: { remembered: 24 }
pass: resource.?PasswordPolicy.?PasswordReusePrevention.orValue(0) >= params.remembered
evidence: >
  {'PasswordPolicy': resource.?PasswordPolicy.orValue({})}
notes: >
  An account without a policy of its own has the provider's default, which is weaker, and fails. The call that
  changes the policy has no partial form: what it leaves out goes back to its default, so the plan resends the rest.
frameworks:
  iso27001_2022: [A.5.15]
reread: ["iam:GetAccountPasswordPolicy"]
remediation:
  safety: manual
  text: >
    Change the account's password policy and leave its other settings as they are. Users who sign in with a
    password meet the new rule at their next change.
  summary: Sets PasswordReusePrevention to 24 and resends the rest of the password policy.
  permissions: ["iam:UpdateAccountPasswordPolicy", "iam:GetAccountPasswordPolicy"]
  calls:
    - service: iam
      operation: UpdateAccountPasswordPolicy
      parameters: "mapWith(passwordPolicyParameters(resource.?PasswordPolicy.orValue({})), 'PasswordReusePrevention', params.remembered)"
  inverse:
    - when: resource.?PasswordPolicy.hasValue()
      service: iam
      operation: UpdateAccountPasswordPolicy
      parameters: passwordPolicyParameters(resource.PasswordPolicy)
    - when: "!resource.?PasswordPolicy.hasValue()"
      service: iam
      operation: DeleteAccountPasswordPolicy
      parameters: "{}"
tests:
  - { name: as asked, resource: { PasswordPolicy: { PasswordReusePrevention: 24 } }, expect: pass }
  - name: too weak
    resource: { PasswordPolicy: { PasswordReusePrevention: 5, RequireSymbols: true } }
    expect: fail
    plan:
      - service: iam
        operation: UpdateAccountPasswordPolicy
        parameters: { PasswordReusePrevention: 24, RequireSymbols: true }
    inverse:
      - service: iam
        operation: UpdateAccountPasswordPolicy
        parameters: { PasswordReusePrevention: 5, RequireSymbols: true }
  - { name: a policy that does not say, resource: { PasswordPolicy: { RequireSymbols: true } }, expect: fail }
  - name: no policy
    resource: { PasswordPolicy: null }
    expect: fail
    inverse: [{ service: iam, operation: DeleteAccountPasswordPolicy, parameters: {} }]
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/role-trust-policy-narrow.yaml",
##"""
id: aws.iam.role-trust-policy-narrow
title: Roles can be assumed by those alone who are meant
severity: high
subject: AWS::IAM::Role
description: >
  The trust policy of a role says who may become it. Wrong are: everyone without a condition that leaves a
  known few; NotPrincipal; another account without a fixed external id or organisation; a service that
  acts for whichever account asks, without a condition on the source; an OIDC provider without a fixed
  audience, without a subject, or with a subject of any owner; SAML without an audience. Conditions that
  hold where their key is missing, or that any value meets, count as none.
params:
  trusted_accounts: []
  services:
    - apigateway.amazonaws.com
    - appsync.amazonaws.com
    - backup.amazonaws.com
    - bedrock.amazonaws.com
    - budgets.amazonaws.com
    - cloudformation.amazonaws.com
    - cloudtrail.amazonaws.com
    - codebuild.amazonaws.com
    - codepipeline.amazonaws.com
    - config.amazonaws.com
    - delivery.logs.amazonaws.com
    - events.amazonaws.com
    - firehose.amazonaws.com
    - glue.amazonaws.com
    - iot.amazonaws.com
    - logs.amazonaws.com
    - pipes.amazonaws.com
    - s3.amazonaws.com
    - sagemaker.amazonaws.com
    - scheduler.amazonaws.com
    - ses.amazonaws.com
    - sns.amazonaws.com
    - ssm.amazonaws.com
    - states.amazonaws.com
    - transfer.amazonaws.com
    - vpc-flow-logs.amazonaws.com
applies: >
  !resource.?Path.orValue('/').startsWith('/aws-service-role/')
pass: >
  trustProblems(resource.AssumeRolePolicyDocument, accountOf(resource), params.trusted_accounts, params.services).size() == 0
evidence: >
  trustProblems(resource.AssumeRolePolicyDocument, accountOf(resource), params.trusted_accounts, params.services)
notes: >
  Roles that a service makes and owns are not applicable: their trust cannot be changed. The list of
  services holds those that act on events or data of other accounts; ec2 and lambda run code of the own
  account and are not on it. Accounts of the same owner belong into trusted_accounts.
reread: ["iam:GetRole"]
remediation:
  safety: manual
  text: >
    Name the principals that are meant, and give each the condition that its kind needs: an external id
    for partners, SourceArn or SourceAccount for services, audience and subject for OIDC, audience for
    SAML. Too narrow a policy locks out those who need the role, so no call is prepared.
unmapped: >
  CIS has no control for trust policies of roles; it is our own.
tests:
  - name: the own account
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: the own account by its number
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "111122223333" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: a role of the own account
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:role/ci" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: everyone
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "sts:AssumeRole"
    expect: fail
  - name: everyone by AWS
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: everyone by a list
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] }
            Action: "sts:AssumeRole"
    expect: fail
  - name: everyone of one organisation
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "sts:AssumeRole"
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    expect: pass
  - name: everyone of any organisation
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "sts:AssumeRole"
            Condition: { StringLike: { "aws:PrincipalOrgID": "*" } }
    expect: fail
  - name: everyone of an organisation, if there is one
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "sts:AssumeRole"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    expect: fail
  - name: everyone with a second factor
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "sts:AssumeRole"
            Condition: { Bool: { "aws:MultiFactorAuthPresent": true } }
    expect: fail
  - name: everyone from one network
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "sts:AssumeRole"
            Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }
    expect: pass
  - name: everyone from anywhere
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "sts:AssumeRole"
            Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }
    expect: fail
  - name: all but one
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            NotPrincipal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: all but one are denied
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "sts:AssumeRole"
          - Effect: Deny
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: a partner without an external id
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: a partner with an external id
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
            Condition: { StringEquals: { "sts:ExternalId": "7f3a" } }
    expect: pass
  - name: a partner with any external id
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
            Condition: { StringLike: { "sts:ExternalId": "*" } }
    expect: fail
  - name: a partner with an external id, if there is one
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
            Condition: { StringEqualsIfExists: { "sts:ExternalId": "7f3a" } }
    expect: fail
  - name: a partner with all external ids
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
            Condition: { "ForAllValues:StringEquals": { "sts:ExternalId": ["7f3a"] } }
    expect: fail
  - name: a partner with another than one external id
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
            Condition: { StringNotEquals: { "sts:ExternalId": "7f3a" } }
    expect: fail
  - name: one role of a partner
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:role/scanner" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: one role of a partner with an external id
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:role/scanner" }
            Action: "sts:AssumeRole"
            Condition: { StringEquals: { "sts:ExternalId": ["7f3a", "9b1c"] } }
    expect: pass
  - name: an account of the same owner
    params: { trusted_accounts: ["444455556666"] }
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: another account than that of the same owner
    params: { trusted_accounts: ["777788889999"] }
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::444455556666:root" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: instances
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "ec2.amazonaws.com" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: functions
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "lambda.amazonaws.com" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: a service for any account
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "cloudtrail.amazonaws.com" }
            Action: "sts:AssumeRole"
    expect: fail
  - name: a service for one account
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "cloudtrail.amazonaws.com" }
            Action: "sts:AssumeRole"
            Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } }
    expect: pass
  - name: a service for one trail
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "cloudtrail.amazonaws.com" }
            Action: "sts:AssumeRole"
            Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/t" } }
    expect: pass
  - name: a service for one organisation
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "config.amazonaws.com" }
            Action: "sts:AssumeRole"
            Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }
    expect: pass
  - name: a service for every trail there is
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "cloudtrail.amazonaws.com" }
            Action: "sts:AssumeRole"
            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } }
    expect: fail
  - name: a service for one account, if it says so
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "events.amazonaws.com" }
            Action: "sts:AssumeRole"
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } }
    expect: fail
  - name: two services, one of them for any account
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ["ec2.amazonaws.com", "states.amazonaws.com"] }
            Action: "sts:AssumeRole"
    expect: fail
  - name: a service that the profile does not list
    params: { services: [sns.amazonaws.com] }
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: "states.amazonaws.com" }
            Action: "sts:AssumeRole"
    expect: pass
  - name: a repository
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:acme/web:ref:refs/heads/main" } }
    expect: pass
  - name: the repositories of one owner
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/*" } }
    expect: pass
  - name: every repository
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, StringLike: { "token.actions.githubusercontent.com:sub": "repo:*" } }
    expect: fail
  - name: a repository of any owner
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, StringLike: { "token.actions.githubusercontent.com:sub": "repo:*/web:*" } }
    expect: fail
  - name: an audience alone
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
    expect: fail
  - name: a subject alone
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/*" } }
    expect: fail
  - name: no condition for a web identity
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
    expect: fail
  - name: a subject, if there is one
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
            Action: "sts:AssumeRoleWithWebIdentity"
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, StringLikeIfExists: { "token.actions.githubusercontent.com:sub": "repo:acme/*" } }
    expect: fail
  - name: a SAML provider with its audience
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/corp" }
            Action: "sts:AssumeRoleWithSAML"
            Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    expect: pass
  - name: a SAML provider without an audience
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/corp" }
            Action: "sts:AssumeRoleWithSAML"
    expect: fail
  - name: nobody
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: []
    expect: pass
  - name: one good statement and one open one
    resource:
      Path: /
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "sts:AssumeRole"
          - Effect: Allow
            Principal: "*"
            Action: "sts:AssumeRole"
    expect: fail
  - name: the text of a policy
    resource: { Path: /, AssumeRolePolicyDocument: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}' }
    expect: fail
  - name: a role that a service owns
    resource:
      Path: /aws-service-role/config.amazonaws.com/
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: config.amazonaws.com }, Action: "sts:AssumeRole" }] }
    expect: notApplicable
  - { name: never observed, resource: { Path: / }, expect: unknown }

"""##),
("aws/iam/root-hardware-mfa-enabled.yaml",
##"""
id: aws.iam.root-hardware-mfa-enabled
title: The root user's MFA is a hardware device
severity: high
subject: AWS::::Account
scope: account
description: >
  A virtual device lives on a phone that has other uses. The root user of an account that matters has a
  security key or a hardware token, and no virtual device beside it.
pass: >
  !resource.RootPasswordEnabled
    || (resource.RootMFADevices.exists(d, d != '') && !resource.RootMFADevices.exists(d, d.contains(':mfa/'))
      && (!resource.RootMFADevices.exists(d, d == 'credential-report')
        || !resources('AWS::IAM::VirtualMFADevice').exists(v, v.Users.exists(u, u == '<root_account>'))))
evidence: >
  {'RootMFADevices': resource.RootMFADevices, 'RootPasswordEnabled': resource.RootPasswordEnabled}
notes: >
  A root user without a password passes, as CIS 7.0 says; older versions do not speak of it. Serial
  numbers tell virtual devices from others.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-3(2)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(8)", "AC-3(12)(a)", "AC-3(13)",
      "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", "AC-7(4)", "AC-7(4)(a)", AC-24, "CM-5(1)(a)", "CM-6(a)",
      "CM-9(b)", "IA-2(1)", "IA-2(2)", "IA-2(6)", "IA-2(6)(a)", "IA-2(8)", "SC-23(3)"]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", IA-2, "IA-2(1)", "IA-2(1)(2)"]
reread: ["iam:GetAccountSummary", "iam:ListVirtualMFADevices"]
remediation:
  safety: manual
  text: >
    Sign in as the root user, register a hardware device, and remove the virtual one. Only the root user
    can.
tests:
  - { name: a hardware token, resource: { RootMFADevices: [GAHT12345678], RootPasswordEnabled: true }, expect: pass }
  - { name: a security key, resource: { RootMFADevices: ["arn:aws:iam::111122223333:u2f/root-account/key"], RootPasswordEnabled: true },
        expect: pass }
  - { name: a virtual device, resource: { RootMFADevices: ["arn:aws:iam::111122223333:mfa/root-account-mfa-device"],
          RootPasswordEnabled: true }, expect: fail }
  - { name: a virtual device beside a hardware token, resource: { RootMFADevices: [GAHT12345678,
            "arn:aws:iam::111122223333:mfa/root-account-mfa-device"], RootPasswordEnabled: true }, expect: fail }
  - { name: no device, resource: { RootMFADevices: [], RootPasswordEnabled: true }, expect: fail }
  - { name: no password, resource: { RootMFADevices: [], RootPasswordEnabled: false }, expect: pass }
  - name: a device of which only the fact is known, and a virtual one assigned to root
    scopes_complete: true
    resource: { RootMFADevices: [credential-report], RootPasswordEnabled: true }
    related: [{ kind: "AWS::IAM::VirtualMFADevice", id: "arn:aws:iam::111122223333:mfa/x", properties: { Users: [<root_account>] } }]
    expect: fail
  - name: a device of which only the fact is known, and no virtual one assigned to root
    scopes_complete: true
    resource: { RootMFADevices: [credential-report], RootPasswordEnabled: true }
    related: [{ kind: "AWS::IAM::VirtualMFADevice", id: "arn:aws:iam::111122223333:mfa/x", properties: { Users: [ada] } }]
    expect: pass
  - name: a device of which only the fact is known, and virtual ones not read
    resource: { RootMFADevices: [credential-report], RootPasswordEnabled: true }
    expect: unknown
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/root-mfa-enabled.yaml",
##"""
id: aws.iam.root-mfa-enabled
title: The root user has MFA, or no password at all
severity: critical
subject: AWS::::Account
scope: account
description: >
  The root user can do everything, so its sign-in needs a second factor. A root user without any password,
  as in an account whose root access is managed by the organisation, cannot sign in and passes.
pass: >
  resource.RootMFADevices.exists(d, d != '') || !resource.RootPasswordEnabled
evidence: >
  {'RootMFADevices': resource.RootMFADevices, 'RootPasswordEnabled': resource.RootPasswordEnabled}
notes: >
  A password that is set by the recovery mail shows only as a sign-in event.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-3(2)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(8)", "AC-3(12)(a)", "AC-3(13)",
      "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", "AC-7(4)", "AC-7(4)(a)", AC-24, "CM-6(a)", "CM-9(b)",
      "IA-2(1)", "IA-2(2)", "IA-2(6)", "IA-2(6)(a)", "IA-2(8)", "SC-23(3)"]
  iso27001_2022: [A.5.15, A.5.17, A.8.5]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)", IA-2, "IA-2(1)", "IA-2(1)(2)"]
reread: ["iam:GetAccountSummary"]
remediation:
  safety: manual
  text: >
    Sign in as the root user and register a device, better two. Only the root user can.
tests:
  - { name: a device, resource: { RootMFADevices: [GAHT12345678], RootPasswordEnabled: true }, expect: pass }
  - { name: a device of which only the fact is known, resource: { RootMFADevices: { $partial: [credential-report] } }, expect: pass }
  - { name: a password without a device, resource: { RootMFADevices: [], RootPasswordEnabled: true }, expect: fail }
  - { name: no password, resource: { RootMFADevices: [], RootPasswordEnabled: false }, expect: pass }
  - { name: whether there is a password never observed, resource: { RootMFADevices: [] }, expect: unknown }
  - { name: devices not all known, resource: { RootMFADevices: { $partial: [] }, RootPasswordEnabled: true }, expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/root-no-access-keys.yaml",
##"""
id: aws.iam.root-no-access-keys
title: The root user has no access keys
severity: critical
subject: AWS::::Account
scope: account
description: >
  A key of the root user can do everything and cannot be limited by any policy of the account. There is no
  task that needs one.
pass: >
  !resource.RootAccessKeys.exists(k, k != '')
evidence: >
  {'RootAccessKeys': resource.RootAccessKeys}
notes: >
  A key counts whether it is active or not, as in the account summary of the CIS audit; the credential
  report's own columns know active keys alone.
frameworks:
  nist_800_53_r5: ["AC-2(1)", "AC-2(6)", "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)", "AC-3(12)(a)",
      "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", AC-6, "AC-6(2)", "AC-6(10)", AC-24,
      "CM-5(1)(a)", "CM-6(a)", "CM-9(b)", IA-2, "IA-4(4)", "IA-4(8)", "IA-4(b)", "IA-5(8)", MP-2,
      "SC-23(3)", SC-25]
  iso27001_2022: [A.5.15]
  fedramp: [AC-2, "AC-2(1)", "AC-2(f)", "AC-2(j)", AC-3, "AC-5(c)", AC-6, "AC-6(10)", IA-2]
reread: ["iam:GetAccountSummary"]
remediation:
  safety: manual
  text: >
    Find what uses the key, give that a role, and delete the key as the root user. A deletion cannot be
    undone, so no call is prepared.
tests:
  - { name: no keys, resource: { RootAccessKeys: [] }, expect: pass }
  - { name: a key, resource: { RootAccessKeys: [AKIA1] }, expect: fail }
  - { name: a key of which only the fact is known, resource: { RootAccessKeys: { $partial: [credential-report] } }, expect: fail }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/iam/root-not-used-for-daily-tasks.yaml",
##"""
id: aws.iam.root-not-used-for-daily-tasks
title: The root user is not used
severity: high
subject: AWS::::Account
scope: account
description: >
  The root user is for the few tasks that nobody else can do. A use within the look-back is a question
  that somebody must be able to answer.
params: { look_back: 24h }
pass: >
  !resource.?RootLastUsed.hasValue() || now - timestamp(resource.RootLastUsed) > duration(params.look_back)
evidence: >
  {'RootLastUsed': resource.?RootLastUsed.orValue('never')}
notes: >
  CIS names no look-back; a day is what common scanners take. Every recorded call by the root user counts,
  with a password, a key or a session of the console; calls that services make for it, service events and
  sessions by AssumeRoot do not. What no trail records is seen in the credential report alone.
frameworks:
  iso27001_2022: [A.5.15]
reread: ["iam:GenerateCredentialReport", "iam:GetCredentialReport"]
remediation:
  safety: manual
  text: >
    Ask who used it and why. Give the task to a role, and lock the root credentials away.
tests:
  - { name: used a week ago, now: "2025-01-08T00:00:00Z", resource: { RootLastUsed: "2025-01-01T00:00:00Z" }, expect: pass }
  - { name: used an hour ago, now: "2025-01-01T01:00:00Z", resource: { RootLastUsed: "2025-01-01T00:00:00Z" }, expect: fail }
  - { name: used exactly a day ago, now: "2025-01-02T00:00:00Z", resource: { RootLastUsed: "2025-01-01T00:00:00Z" }, expect: fail }
  - { name: used within a longer look-back, now: "2025-01-08T00:00:00Z", params: { look_back: 2160h },
        resource: { RootLastUsed: "2025-01-01T00:00:00Z" }, expect: fail }
  - { name: never used, now: "2025-01-08T00:00:00Z", resource: { RootLastUsed: null }, expect: pass }
  - { name: never observed, now: "2025-01-08T00:00:00Z", resource: {}, expect: unknown }

"""##),
("aws/iam/support-role-exists.yaml",
##"""
id: aws.iam.support-role-exists
title: A role for cases with AWS Support exists
severity: low
subject: AWS::::Account
scope: account
description: >
  Somebody must be able to open and follow cases with AWS Support during an incident without being an
  administrator. A role with the AWS managed policy AWSSupportAccess is that way.
pass: >
  resources('AWS::IAM::Role').exists(r, r.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSSupportAccess')))
evidence: >
  {'rolesWithSupportAccess': resources('AWS::IAM::Role').filter(r, r.ManagedPolicyArns.exists(a, a.endsWith(':iam::aws:policy/AWSSupportAccess'))).size()}
reread: ["iam:ListEntitiesForPolicy"]
remediation:
  safety: manual
  text: >
    Make a role that the people who handle incidents may assume, and attach AWSSupportAccess to it.
    Making principals is never automatic.
tests:
  - name: a role has the policy
    related: [{ kind: "AWS::IAM::Role", id: support, properties: { ManagedPolicyArns: { $partial: ["arn:aws:iam::aws:policy/AWSSupportAccess"] } } }]
    expect: pass
  - name: a role in another partition has the policy
    related: [{ kind: "AWS::IAM::Role", id: support, properties: { ManagedPolicyArns: ["arn:aws-us-gov:iam::aws:policy/AWSSupportAccess"] } }]
    expect: pass
  - name: no role has the policy
    scopes_complete: true
    related: [{ kind: "AWS::IAM::Role", id: other, properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } }]
    expect: fail
  - name: a policy of the account with the same name does not count
    scopes_complete: true
    related: [{ kind: "AWS::IAM::Role", id: other, properties: { ManagedPolicyArns: ["arn:aws:iam::111122223333:policy/AWSSupportAccess"] } }]
    expect: fail
  - name: a user with the policy is no role
    scopes_complete: true
    related: [{ kind: "AWS::IAM::User", id: ada, properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSSupportAccess"] } }]
    expect: fail
  - name: roles not all known
    related: [{ kind: "AWS::IAM::Role", id: other, properties: { ManagedPolicyArns: [] } }]
    expect: unknown
  - { name: nothing known, expect: unknown }

"""##),
("aws/kms/kms-cmk-rotation-enabled.yaml",
##"""
id: aws.kms.kms-cmk-rotation-enabled
title: Customer symmetric KMS keys rotate
severity: medium
subject: AWS::KMS::Key
description: >
  Automatic rotation gives a key new material every year and keeps the old material for what was encrypted
  before, so that less data hangs on any one piece of material and nothing has to be encrypted again.
applies: >
  resource.KeyManager == 'CUSTOMER' && resource.KeySpec == 'SYMMETRIC_DEFAULT' && resource.Origin == 'AWS_KMS'
    && resource.KeyState == 'Enabled'
pass: resource.?EnableKeyRotation.orValue(false)
evidence: >
  {'EnableKeyRotation': resource.?EnableKeyRotation.orValue(false)}
notes: >
  Keys that AWS manages, asymmetric and HMAC keys, keys with imported material or in a custom store, and keys that
  are disabled or about to be deleted are not applicable: they cannot rotate by themselves or need not.
frameworks:
  nist_800_53_r5: ["CM-6(a)", "CM-9(b)", "SA-9(6)", SC-12, "SC-12(2)", "SC-12(6)"]
  soc2: [PI1.5]
  iso27001_2022: [A.8.5, A.8.11, A.8.24]
  fedramp: [SC-12]
reread: ["kms:DescribeKey", "kms:GetKeyRotationStatus"]
remediation:
  safety: manual
  text: Turn automatic rotation on for the key. Each rotation adds to the monthly cost of the key.
  summary: Turns automatic rotation on for the key.
  permissions: ["kms:EnableKeyRotation", "kms:GetKeyRotationStatus"]
  calls:
    - service: kms
      operation: EnableKeyRotation
      parameters: "{'KeyId': id}"
  inverse:
    - service: kms
      operation: DisableKeyRotation
      parameters: "{'KeyId': id}"
  expected: "{'EnableKeyRotation': true}"
tests:
  - name: a customer key that rotates
    resource:
      { KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: Enabled,
          EnableKeyRotation: true }
    expect: pass
  - name: a customer key that does not rotate
    id: 11111111-2222-3333-4444-555555555555
    resource:
      { KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: Enabled,
          EnableKeyRotation: false }
    expect: fail
    plan:
      - service: kms
        operation: EnableKeyRotation
        parameters: { KeyId: 11111111-2222-3333-4444-555555555555 }
    inverse:
      - service: kms
        operation: DisableKeyRotation
        parameters: { KeyId: 11111111-2222-3333-4444-555555555555 }
  - name: a key that AWS manages
    resource: { KeyManager: AWS, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: Enabled }
    expect: notApplicable
  - { name: an asymmetric key, resource: { KeyManager: CUSTOMER, KeySpec: RSA_2048 }, expect: notApplicable }
  - name: imported material
    resource: { KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: EXTERNAL, KeyState: Enabled }
    expect: notApplicable
  - name: a key about to be deleted
    resource: { KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: PendingDeletion }
    expect: notApplicable
  - name: rotation never observed
    resource: { KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: Enabled }
    expect: unknown
  - { name: only rotation observed, resource: { EnableKeyRotation: false }, expect: unknown }

"""##),
("aws/kms/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.kms.resource-policy-no-wildcard-principal
title: Key policies do not let everyone in
severity: critical
subject: AWS::KMS::Key
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the key to the world. Conditions that hold where their key is missing
  do not narrow. Keys that AWS manages are not applicable: nobody can change their policies.
applies: resource.KeyManager == 'CUSTOMER'
pass: >
  !policyAllowsPublic(resource.?KeyPolicy.orValue({}))
evidence: policyPublicStatements(resource.?KeyPolicy.orValue({}))
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys, secrets,
  vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)",
      "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)",
      "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["kms:GetKeyPolicy", "kms:DescribeKey"]
remediation:
  safety: manual
  text: >
    Name the principals that need the key, or add a condition that leaves only the account, the organisation
    or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - name: no policy
    resource: { KeyPolicy: null, KeyManager: CUSTOMER }
    expect: pass
  - name: a named account
    resource:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "kms:Decrypt"
            Resource: "*"
      KeyManager: CUSTOMER
    expect: pass
  - name: everyone of one organisation
    resource:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "kms:Decrypt"
            Resource: "*"
            Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
      KeyManager: CUSTOMER
    expect: pass
  - name: everyone
    resource:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "kms:Decrypt"
            Resource: "*"
      KeyManager: CUSTOMER
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "kms:Decrypt"
            Resource: "*"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
      KeyManager: CUSTOMER
    expect: fail
  - name: a policy never observed
    resource: { Tags: [], KeyManager: CUSTOMER }
    expect: unknown
  - { name: a key that AWS manages, resource: { KeyManager: AWS }, expect: notApplicable }

"""##),
("aws/lambda/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.lambda.resource-policy-no-wildcard-principal
title: Function policies do not let everyone in
severity: critical
subject: AWS::Lambda::Function
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the function to the world. Conditions that hold where their key is
  missing do not narrow. The policies of versions and aliases count as well.
pass: >
  !policyAllowsPublic({'Statement': resource.PolicyStatements})
evidence: "policyPublicStatements({'Statement': resource.PolicyStatements})"
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys,
  secrets, vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["lambda:GetPolicy"]
remediation:
  safety: manual
  text: >
    Name the principals that need the function, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - { name: no policy, resource: { PolicyStatements: [] }, expect: pass }
  - name: a named account
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "arn:aws:iam::111122223333:root" }
          Action: "lambda:InvokeFunction"
          Resource: "arn:aws:lambda:us-east-1:111122223333:function:example"
    expect: pass
  - name: everyone of one organisation
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "lambda:InvokeFunction"
          Resource: "arn:aws:lambda:us-east-1:111122223333:function:example"
          Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "lambda:InvokeFunction"
          Resource: "arn:aws:lambda:us-east-1:111122223333:function:example"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "*" }
          Action: "lambda:InvokeFunction"
          Resource: "arn:aws:lambda:us-east-1:111122223333:function:example"
          Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - name: a service on behalf of one account
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { Service: s3.amazonaws.com }
          Action: "lambda:InvokeFunction"
          Resource: "arn:aws:lambda:us-east-1:111122223333:function:example"
          Condition: { StringEquals: { "AWS:SourceAccount": "111122223333" } }
    expect: pass
  - { name: a policy never observed, resource: { Tags: [] }, expect: unknown }

"""##),
("aws/macie2/s3-data-discovered-classified.yaml",
##"""
id: aws.macie2.s3-data-discovered-classified
title: S3 data is discovered and classified
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  Whoever does not know where sensitive data lies cannot protect it. Looked for in each enabled region is
  Macie, on and not paused, with automated discovery or a classification job that has not been called off. The
  benchmark also accepts other tools; document one as a suppression. In China there is no Macie, so the
  control does not apply there.
applies: "!region.startsWith('cn-') && account.EnabledRegions.exists(r, r == region)"
pass: >
  regional('AWS::Macie::Session').exists(s, s.?Status.orValue('') == 'ENABLED'
    && (s.?AutomatedDiscoveryStatus.orValue('') == 'ENABLED'
      || s.ClassificationJobs.exists(j, !(j.?JobStatus.orValue('') in ['CANCELLED', 'USER_PAUSED', 'PAUSED']))))
evidence: >
  {'sessions': regional('AWS::Macie::Session').map(s, s.?Status.orValue(''))}
notes: >
  Which buckets a job covers, and whether what it finds is looked at, only a person can say. An administrator
  account can pause Macie in a member without an event there.
reread:
  - "macie2:GetMacieSession"
  - "macie2:GetAutomatedDiscoveryConfiguration"
  - "macie2:ListClassificationJobs"
remediation:
  safety: manual
  text: >
    Turn Macie on in this region, and automated discovery with it, best by the organisation's administrator.
    It costs money by the bytes that it looks at.
  summary: Turns Macie on in the region. Automated discovery is a further step.
  permissions: ["macie2:EnableMacie", "macie2:GetMacieSession", "iam:CreateServiceLinkedRole"]
  calls:
    - service: macie2
      operation: EnableMacie
      parameters: "{'status': 'ENABLED'}"
  inverse:
    - service: macie2
      operation: UpdateMacieSession
      parameters: "{'status': 'PAUSED'}"
tests:
  - name: automated discovery
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties: { Status: ENABLED, AutomatedDiscoveryStatus: ENABLED }
    account: { EnabledRegions: [us-east-1] }
    expect: pass
  - name: a job
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties:
          Status: ENABLED
          AutomatedDiscoveryStatus: DISABLED
          ClassificationJobs: [{ JobId: j, JobStatus: IDLE }]
    account: { EnabledRegions: [us-east-1] }
    expect: pass
  - name: Macie paused
    scopes_complete: true
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties: { Status: PAUSED, AutomatedDiscoveryStatus: ENABLED }
    expect: fail
  - name: Macie on with nothing to do
    scopes_complete: true
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties:
          Status: ENABLED
          AutomatedDiscoveryStatus: DISABLED
          ClassificationJobs: [{ JobId: j, JobStatus: CANCELLED }]
    expect: fail
  - name: Macie off
    scopes_complete: true
    expect: fail
    plan: [{ service: macie2, operation: EnableMacie, parameters: { status: ENABLED } }]
    inverse: [{ service: macie2, operation: UpdateMacieSession, parameters: { status: PAUSED } }]
  - name: a region that is not enabled
    account: { EnabledRegions: [eu-west-1] }
    expect: notApplicable
  - { name: a region without Macie, region: cn-north-1, account: { EnabledRegions: [cn-north-1] }, expect: notApplicable }
  - name: automated discovery never observed
    scopes_complete: true
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties: { Status: ENABLED, ClassificationJobs: [] }
    expect: unknown
  - { name: nothing known, expect: unknown }

"""##),
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
("aws/rds/rds-auto-minor-version-upgrade.yaml",
##"""
id: aws.rds.rds-auto-minor-version-upgrade
title: RDS instances take minor version upgrades by themselves
severity: medium
subject: AWS::RDS::DBInstance
description: >
  Minor versions carry the fixes of vulnerabilities. With the switch on, an instance takes them in its
  maintenance window without anybody having to remember.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: resource.?AutoMinorVersionUpgrade.orValue(false)
evidence: "{'AutoMinorVersionUpgrade': resource.?AutoMinorVersionUpgrade.orValue(false)}"
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
reread: ["rds:DescribeDBInstances"]
remediation:
  safety: manual
  text: >
    Switch automatic minor upgrades on. The next maintenance window may then restart the instance for an
    upgrade that is already due, so tell its users.
  summary: Switches automatic minor version upgrades on for the instance.
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'AutoMinorVersionUpgrade': true}"
  inverse:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'AutoMinorVersionUpgrade': false}"
  expected: "{'AutoMinorVersionUpgrade': true}"
tests:
  - { name: on, resource: { Engine: mysql, AutoMinorVersionUpgrade: true }, expect: pass }
  - name: "off"
    id: orders
    resource: { Engine: mysql, AutoMinorVersionUpgrade: false }
    expect: fail
    plan:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, AutoMinorVersionUpgrade: true }
    inverse:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, AutoMinorVersionUpgrade: false }
  - { name: another service, resource: { Engine: docdb, AutoMinorVersionUpgrade: false }, expect: notApplicable }
  - { name: never observed, resource: { Engine: mysql }, expect: unknown }

"""##),
("aws/rds/rds-multi-az.yaml",
##"""
id: aws.rds.rds-multi-az
title: RDS instances have a standby in another availability zone
severity: medium
subject: AWS::RDS::DBInstance
description: >
  With a standby in a second zone the database outlives the loss of the first. An instance passes if it
  spans zones itself; a member of a cluster passes if its cluster does.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: >
  resource.?DBClusterIdentifier.orValue('') == '' ? resource.?MultiAZ.orValue(false)
    : ref('AWS::RDS::DBCluster', resource.?DBClusterIdentifier.orValue('')).?MultiAZ.orValue(false)
evidence: >
  {'MultiAZ': resource.?MultiAZ.orValue(false), 'DBClusterIdentifier': resource.?DBClusterIdentifier.orValue('')}
notes: >
  A change that waits for the maintenance window lands without an event: it counts once it was read. Where a
  cluster's members are is read again whenever one comes or goes.
frameworks:
  nist_800_53_r5: ["CP-1(a)(1)(b)", "CP-1(a)(2)", "CP-2(5)", "CP-2(6)", "CP-2(a)", "CP-2(a)(6)",
      "CP-2(a)(7)", "CP-2(d)", "CP-2(e)", "CP-6(2)", CP-10, "SC-5(2)", SC-6, SC-22, SC-36, "SI-13(5)"]
  iso27001_2022: [A.8.14]
  fedramp: [CP-10, SC-5]
reread: ["rds:DescribeDBInstances", "rds:DescribeDBClusters"]
remediation:
  safety: manual
  text: >
    Turn the instance into one that spans zones, or give the cluster a member in another zone. A standby is
    billed as a second instance, and making it slows the instance down for a while.
  summary: Gives the instance a standby in another zone at the next maintenance window.
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - when: resource.?DBClusterIdentifier.orValue('') == ''
      service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'MultiAZ': true}"
  inverse:
    - when: resource.?DBClusterIdentifier.orValue('') == ''
      service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'MultiAZ': false}"
tests:
  - { name: two zones, resource: { Engine: mysql, DBClusterIdentifier: null, MultiAZ: true }, expect: pass }
  - name: one zone
    id: orders
    resource: { Engine: mysql, DBClusterIdentifier: null, MultiAZ: false }
    expect: fail
    plan:
      - { service: rds, operation: ModifyDBInstance, parameters: { DBInstanceIdentifier: orders, MultiAZ: true } }
    inverse:
      - { service: rds, operation: ModifyDBInstance, parameters: { DBInstanceIdentifier: orders, MultiAZ: false } }
  - name: a member of a cluster in two zones
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    related: [{ kind: AWS::RDS::DBCluster, id: c-1, properties: { MultiAZ: true } }]
    expect: pass
  - name: a member of a cluster in one zone
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    related: [{ kind: AWS::RDS::DBCluster, id: c-1, properties: { MultiAZ: false } }]
    expect: fail
  - name: a member of a cluster that was never seen
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    expect: unknown
  - { name: another service, resource: { Engine: neptune, MultiAZ: false }, expect: notApplicable }
  - { name: zones never observed, resource: { Engine: mysql, DBClusterIdentifier: null }, expect: unknown }

"""##),
("aws/rds/rds-not-publicly-accessible.yaml",
##"""
id: aws.rds.rds-not-publicly-accessible
title: RDS instances are not publicly accessible
severity: critical
subject: AWS::RDS::DBInstance
description: >
  A publicly accessible instance has a public address, so that one open rule of a security group offers the
  database to the internet. The switch alone fails, as the benchmark reads; some scanners ask for an open
  group and a public subnet as well.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: "!resource.?PubliclyAccessible.orValue(false)"
evidence: >
  {'PubliclyAccessible': resource.?PubliclyAccessible.orValue(false),
    'VPCSecurityGroups': resource.?VPCSecurityGroups.orValue([])}
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
  The repair runs unattended only if a group of the instance does let the internet in to its port; else
  people decide.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)", "SC-7(11)", "SC-7(12)",
      "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  soc2: [CC6.2]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["rds:DescribeDBInstances", "ec2:DescribeSecurityGroups"]
remediation:
  safety: guarded
  text: >
    Switch public accessibility off; clients outside of the network then need a way in, as a VPN or a
    peering. The switch takes effect at once.
  summary: Takes the public address from the instance.
  guard: >
    resource.VPCSecurityGroups.exists(g, ref('AWS::EC2::SecurityGroup', g).SecurityGroupIngress.exists(r,
      (r.admitsIPv4Internet() || r.admitsIPv6Internet()) && r.admitsPort('tcp', resource.Port)))
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'PubliclyAccessible': false}"
  inverse:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'PubliclyAccessible': true}"
  expected: "{'PubliclyAccessible': false}"
tests:
  - { name: private, resource: { Engine: postgres, PubliclyAccessible: false }, expect: pass }
  - name: public and open to everyone
    id: orders
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    related:
      - kind: AWS::EC2::SecurityGroup
        id: sg-1
        properties:
          SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }]
    expect: fail
    guard: true
    plan:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, PubliclyAccessible: false }
    inverse:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, PubliclyAccessible: true }
  - name: public, but only one network may connect
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    related:
      - kind: AWS::EC2::SecurityGroup
        id: sg-1
        properties:
          SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 203.0.113.0/24 }]
    expect: fail
    guard: false
  - name: public, and its group was never seen
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    expect: fail
    guard: false
  - { name: another service, resource: { Engine: docdb, PubliclyAccessible: true }, expect: notApplicable }
  - { name: never observed, resource: { Engine: postgres }, expect: unknown }

"""##),
("aws/rds/rds-storage-encrypted.yaml",
##"""
id: aws.rds.rds-storage-encrypted
title: RDS instances are encrypted at rest
severity: high
subject: AWS::RDS::DBInstance
description: >
  Encryption at rest keeps the data of disks, snapshots and backups that leave their place unreadable. It is
  chosen when an instance is made and cannot be switched on later.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: resource.?StorageEncrypted.orValue(false)
evidence: "{'StorageEncrypted': resource.?StorageEncrypted.orValue(false), 'Engine': resource.?Engine.orValue('')}"
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CP-9(8)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)",
      "SI-19(4)"]
  soc2: [PI1.5]
  iso27001_2022: [A.8.11, A.8.24]
  fedramp: [SC-28]
reread: ["rds:DescribeDBInstances"]
remediation:
  safety: manual
  text: >
    Take a snapshot, copy it with a key, restore an instance from the copy and move the clients over; then
    delete the plain instance, its snapshots and its backups. The new instance has another endpoint unless
    it takes the name.
tests:
  - { name: encrypted, resource: { Engine: mysql, StorageEncrypted: true }, expect: pass }
  - { name: plain, resource: { Engine: mysql, StorageEncrypted: false }, expect: fail }
  - { name: another service, resource: { Engine: neptune, StorageEncrypted: false }, expect: notApplicable }
  - name: another service where the parameters take it in
    params: { otherEngines: [] }
    resource: { Engine: neptune, StorageEncrypted: false }
    expect: fail
  - { name: encryption never observed, resource: { Engine: mysql }, expect: unknown }
  - { name: engine never observed, resource: { StorageEncrypted: false }, expect: unknown }

"""##),
("aws/s3/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.s3.resource-policy-no-wildcard-principal
title: Bucket policies do not let everyone in
severity: critical
subject: AWS::S3::Bucket
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the bucket to the world. Conditions that hold where their key is
  missing do not narrow. A policy that block public access keeps from opening the bucket passes.
pass: >
  !policyAllowsPublic(resource.?Policy.orValue({}))
    || resource.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
    || account.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
evidence: policyPublicStatements(resource.?Policy.orValue({}))
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys, secrets,
  vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)",
      "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)",
      "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["s3:GetBucketPolicy", "s3:GetPublicAccessBlock", "s3control:GetPublicAccessBlock"]
remediation:
  safety: manual
  text: >
    Name the principals that need the bucket, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - name: no policy
    resource: { Policy: null, PublicAccessBlockConfiguration: null }
    account: { PublicAccessBlockConfiguration: null }
    expect: pass
  - name: a named account
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "s3:GetObject"
            Resource: "arn:aws:s3:::example-bucket/*"
      PublicAccessBlockConfiguration: null
    account: { PublicAccessBlockConfiguration: null }
    expect: pass
  - name: everyone of one organisation
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "s3:GetObject"
            Resource: "arn:aws:s3:::example-bucket/*"
            Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
      PublicAccessBlockConfiguration: null
    account: { PublicAccessBlockConfiguration: null }
    expect: pass
  - name: everyone
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "s3:GetObject"
            Resource: "arn:aws:s3:::example-bucket/*"
      PublicAccessBlockConfiguration: null
    account: { PublicAccessBlockConfiguration: null }
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "s3:GetObject"
            Resource: "arn:aws:s3:::example-bucket/*"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
      PublicAccessBlockConfiguration: null
    account: { PublicAccessBlockConfiguration: null }
    expect: fail
  - name: a policy never observed
    resource: { Tags: [], PublicAccessBlockConfiguration: null }
    account: { PublicAccessBlockConfiguration: null }
    expect: unknown
  - name: everyone, but block public access keeps them out
    resource:
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: true }
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "s3:GetObject"
            Resource: "arn:aws:s3:::example-bucket/*"
    expect: pass

"""##),
("aws/s3/s3-block-public-access.yaml",
##"""
id: aws.s3.s3-block-public-access
title: S3 block public access is fully on for every bucket
severity: high
subject: AWS::S3::Bucket
description: >
  The four settings of block public access stop policies and access lists from opening a bucket to everyone. Each
  may be set at the bucket or at the account; the stricter of the two counts.
pass: >
  (resource.?PublicAccessBlockConfiguration.?BlockPublicAcls.orValue(false)
      || account.?PublicAccessBlockConfiguration.?BlockPublicAcls.orValue(false))
    && (resource.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false)
      || account.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false))
    && (resource.?PublicAccessBlockConfiguration.?BlockPublicPolicy.orValue(false)
      || account.?PublicAccessBlockConfiguration.?BlockPublicPolicy.orValue(false))
    && (resource.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
      || account.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false))
evidence: >
  {'bucket': resource.?PublicAccessBlockConfiguration.orValue({}),
    'account': account.?PublicAccessBlockConfiguration.orValue({})}
notes: >
  Buckets made since April 2023 start with all four settings on, though the creation does not say so. A policy of
  the organisation can be stricter than the account; that is not seen here.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["s3:GetPublicAccessBlock", "s3control:GetPublicAccessBlock"]
remediation:
  safety: guarded
  text: >
    Turn all four settings on at the bucket, or better at the account. A bucket that serves a public site on
    purpose belongs behind CloudFront with an origin access control, or on a documented exception.
  summary: Turns all four settings of block public access on at the bucket.
  guard: "!policyStatements(resource.?Policy.orValue({})).exists(s, s.Effect == 'Allow' && s.grantsEveryone())"
  permissions: ["s3:PutBucketPublicAccessBlock", "s3:GetBucketPublicAccessBlock"]
  calls:
    - service: s3
      operation: PutPublicAccessBlock
      parameters: >
        {'Bucket': id, 'PublicAccessBlockConfiguration': {'BlockPublicAcls': true, 'IgnorePublicAcls': true,
          'BlockPublicPolicy': true, 'RestrictPublicBuckets': true}}
  inverse:
    - when: resource.?PublicAccessBlockConfiguration.hasValue()
      service: s3
      operation: PutPublicAccessBlock
      parameters: >
        {'Bucket': id, 'PublicAccessBlockConfiguration': resource.PublicAccessBlockConfiguration}
    - when: "!resource.?PublicAccessBlockConfiguration.hasValue()"
      service: s3
      operation: DeletePublicAccessBlock
      parameters: "{'Bucket': id}"
  expected: >
    {'PublicAccessBlockConfiguration': {'BlockPublicAcls': true, 'IgnorePublicAcls': true,
      'BlockPublicPolicy': true, 'RestrictPublicBuckets': true}}
tests:
  - name: all four at the bucket
    resource:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
            RestrictPublicBuckets: true }
    expect: pass
  - name: all four at the account
    account:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
            RestrictPublicBuckets: true }
    resource: { PublicAccessBlockConfiguration: null }
    expect: pass
  - name: two at the bucket and the other two at the account
    account:
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true }
    resource:
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true }
    expect: pass
  - name: three of four
    id: example-bucket
    account: { PublicAccessBlockConfiguration: null }
    resource:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
            RestrictPublicBuckets: false }
      Policy: null
    expect: fail
    guard: true
    plan:
      - service: s3
        operation: PutPublicAccessBlock
        parameters:
          Bucket: example-bucket
          PublicAccessBlockConfiguration:
            { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
                RestrictPublicBuckets: true }
    inverse:
      - service: s3
        operation: PutPublicAccessBlock
        parameters:
          Bucket: example-bucket
          PublicAccessBlockConfiguration:
            { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
                RestrictPublicBuckets: false }
  - name: none at either level
    id: example-bucket
    account: { PublicAccessBlockConfiguration: null }
    resource: { PublicAccessBlockConfiguration: null }
    expect: fail
    inverse:
      - { service: s3, operation: DeletePublicAccessBlock, parameters: { Bucket: example-bucket } }
  - name: a policy for everyone keeps the repair from running unattended
    account: { PublicAccessBlockConfiguration: null }
    resource:
      PublicAccessBlockConfiguration: null
      Policy:
        Statement: { Effect: Allow, Principal: "*", Action: "s3:GetObject",
            Resource: "arn:aws:s3:::subject-1/*" }
    expect: fail
    guard: false
  - name: off at the bucket and the account never observed
    resource: { PublicAccessBlockConfiguration: null }
    expect: unknown
  - name: off at the account and the bucket never observed
    account: { PublicAccessBlockConfiguration: null }
    resource: { Region: eu-west-1 }
    expect: unknown
  - name: all on at the account and the bucket never observed
    account:
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true,
            RestrictPublicBuckets: true }
    resource: { Region: eu-west-1 }
    expect: pass

"""##),
("aws/s3/s3-bucket-default-encryption.yaml",
##"""
id: aws.s3.s3-bucket-default-encryption
title: S3 buckets have default encryption
severity: medium
subject: AWS::S3::Bucket
description: >
  A bucket with a default encryption rule encrypts every object that is written without asking for it. Since
  January 2023 every bucket has at least the service's own keys.
pass: resource.?BucketEncryption.?ServerSideEncryptionConfiguration.orValue([]).size() > 0
evidence: >
  {'BucketEncryption': resource.?BucketEncryption.orValue({})}
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CM-6(a)", "CM-9(b)", "CP-9(8)", "CP-9(d)", "PM-11(b)", "SC-8(3)", "SC-8(4)",
      "SC-13(a)", "SC-16(1)", "SC-28(1)", "SI-19(4)"]
  soc2: [PI1.4]
  iso27001_2022: [A.8.11, A.8.24]
  fedramp: [SC-13, SC-28]
reread: ["s3:GetBucketEncryption"]
remediation:
  safety: manual
  text: Set a default encryption rule, with the service's own keys or with a KMS key that every reader may use.
  summary: Sets default encryption with the service's own keys.
  permissions: ["s3:PutEncryptionConfiguration"]
  calls:
    - service: s3
      operation: PutBucketEncryption
      parameters: >
        {'Bucket': id, 'ServerSideEncryptionConfiguration': {'Rules': [
          {'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'AES256'}}]}}
  inverse:
    - service: s3
      operation: DeleteBucketEncryption
      parameters: "{'Bucket': id}"
tests:
  - name: the service's own keys
    resource: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ SSEAlgorithm: AES256 }] } }
    expect: pass
  - { name: none, resource: { BucketEncryption: null }, expect: fail }
  - { name: an empty rule list, resource: { BucketEncryption: { ServerSideEncryptionConfiguration: [] } },
        expect: fail }
  - { name: never observed, resource: { Region: eu-west-1 }, expect: unknown }

"""##),
("aws/s3/s3-bucket-deny-http.yaml",
##"""
id: aws.s3.s3-bucket-deny-http
title: S3 bucket policies deny plain HTTP
severity: medium
subject: AWS::S3::Bucket
description: >
  Without a statement that denies requests over plain HTTP, objects can be read and written in clear text by
  anybody who may read and write them at all. The denial must cover every principal, every S3 action, the bucket
  and all of its objects.
pass: policyDeniesInsecureTransport(resource.?Policy.orValue({}), 'arn:aws:s3:::' + id)
evidence: >
  {'Policy': resource.?Policy.orValue({})}
notes: >
  A denial by s3:TlsVersion counts too. The statement's only conditions may be about the transport: any further
  condition would leave requests that it does not deny.
frameworks:
  nist_800_53_r5: [AC-4, "AC-4(22)", "AC-17(2)", "AC-24(1)", "AU-9(3)", "CA-9(b)", "CM-6(a)", "CM-9(b)",
      "IA-5(1)(c)", "PM-11(b)", "PM-17(b)", "SC-7(4)(b)", "SC-7(4)(g)", "SC-7(5)", SC-8, "SC-8(1)",
      "SC-8(2)", "SC-8(3)", "SC-8(4)", "SC-8(5)", "SC-13(a)", "SC-16(1)", SC-23, "SI-1(a)(2)"]
  fedramp: [AC-17, "AC-17(2)", SC-7, SC-8, "SC-8(1)", SC-23]
reread: ["s3:GetBucketPolicy"]
remediation:
  safety: manual
  text: >
    Add a statement to the bucket policy that denies s3:* to every principal, on the bucket and its objects, when
    aws:SecureTransport is false. Clients that still use plain HTTP must be found first.
  summary: Adds the denial of plain HTTP to the bucket policy, which keeps its other statements.
  permissions: ["s3:PutBucketPolicy", "s3:GetBucketPolicy"]
  calls:
    - service: s3
      operation: PutBucketPolicy
      parameters: "{'Bucket': id, 'Policy': policyDenyingPlainHTTP(resource.?Policy.orValue({}), id)}"
  inverse:
    - when: resource.?Policy.hasValue()
      service: s3
      operation: PutBucketPolicy
      parameters: "{'Bucket': id, 'Policy': policyText(resource.Policy)}"
    - when: "!resource.?Policy.hasValue()"
      service: s3
      operation: DeleteBucketPolicy
      parameters: "{'Bucket': id}"
tests:
  - name: one statement for the bucket and its objects
    id: example-bucket
    resource:
      Policy:
        Version: "2012-10-17"
        Statement:
          - { Effect: Deny, Principal: "*", Action: "s3:*",
                Condition: { Bool: { "aws:SecureTransport": "false" } },
              Resource: ["arn:aws:s3:::example-bucket", "arn:aws:s3:::example-bucket/*"] }
    expect: pass
  - name: a statement that is no list, a principal by AWS, one resource for both
    id: example-bucket
    resource:
      Policy:
        Statement:
          { Effect: Deny, Principal: { AWS: ["*"] }, Action: ["s3:*"],
              Resource: "arn:aws:s3:::example-bucket*",
            Condition: { Bool: { "aws:SecureTransport": [false] } } }
    expect: pass
  - name: two statements, one for each
    id: example-bucket
    resource:
      Policy:
        Statement:
          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::example-bucket",
                Condition: { Bool: { "aws:SecureTransport": "false" } } }
          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::example-bucket/*",
                Condition: { Bool: { "aws:SecureTransport": "false" } } }
    expect: pass
  - name: a denial of old TLS versions
    id: example-bucket
    resource:
      Policy:
        Statement:
          - { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*",
                Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }
    expect: pass
  - name: a policy given as text
    id: example-bucket
    resource:
      Policy: >-
        {"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*",
        "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
    expect: pass
  - name: the objects alone
    id: example-bucket
    resource:
      Policy: { Statement: [{ Effect: Deny, Principal: "*", Action: "s3:*",
          Resource: "arn:aws:s3:::example-bucket/*",
          Condition: { Bool: { "aws:SecureTransport": "false" } } }] }
    expect: fail
  - name: one action alone
    id: example-bucket
    resource:
      Policy:
        Statement: { Effect: Deny, Principal: "*", Action: "s3:PutObject", Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } } }
    expect: fail
  - name: one principal alone
    id: example-bucket
    resource:
      Policy:
        Statement:
          { Effect: Deny, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "s3:*", Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } } }
    expect: fail
  - name: a further condition
    id: example-bucket
    resource:
      Policy:
        Statement:
          { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" },
                StringEquals: { "aws:RequestedRegion": x } } }
    expect: fail
  - name: the condition the wrong way round
    id: example-bucket
    resource:
      Policy:
        Statement: { Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*",
            Condition: { Bool: { "aws:SecureTransport": "true" } } }
    expect: fail
  - name: no policy
    id: example-bucket
    resource: { Policy: null }
    expect: fail
    inverse: [{ service: s3, operation: DeleteBucketPolicy, parameters: { Bucket: example-bucket } }]
  - { name: a policy never observed, resource: { Region: eu-west-1 }, expect: unknown }

"""##),
("aws/s3/s3-bucket-mfa-delete.yaml",
##"""
id: aws.s3.s3-bucket-mfa-delete
title: S3 buckets require MFA to delete versions
severity: medium
subject: AWS::S3::Bucket
description: >
  With versioning and MFA delete, nobody who merely holds a key can destroy the versions of an object or turn
  versioning off.
pass: >
  resource.?VersioningConfiguration.?Status.orValue('') == 'Enabled'
    && resource.?VersioningConfiguration.?MfaDelete.orValue('') == 'Enabled'
evidence: >
  {'VersioningConfiguration': resource.?VersioningConfiguration.orValue({})}
reread: ["s3:GetBucketVersioning"]
remediation:
  safety: manual
  text: >
    Sign in as the root user with its MFA device and enable versioning with MFA delete for the bucket. No other
    principal can do it, so no call is prepared.
tests:
  - { name: both on, resource: { VersioningConfiguration: { Status: Enabled, MfaDelete: Enabled } },
        expect: pass }
  - { name: versioning alone, resource: { VersioningConfiguration: { Status: Enabled } }, expect: fail }
  - name: versioning suspended
    resource: { VersioningConfiguration: { Status: Suspended, MfaDelete: Enabled } }
    expect: fail
  - { name: never versioned, resource: { VersioningConfiguration: null }, expect: fail }
  - { name: never observed, resource: { Region: eu-west-1 }, expect: unknown }

"""##),
("aws/secretsmanager/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.secretsmanager.resource-policy-no-wildcard-principal
title: Secret policies do not let everyone in
severity: critical
subject: AWS::SecretsManager::Secret
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the secret to the world. Conditions that hold where their key is
  missing do not narrow. A secret that waits for its deletion cannot be read and is left out.
applies: "!has(resource.DeletedDate)"
pass: >
  !policyAllowsPublic(resource.?Policy.orValue({}))
evidence: "policyPublicStatements(resource.?Policy.orValue({}))"
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys,
  secrets, vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["secretsmanager:GetResourcePolicy"]
remediation:
  safety: manual
  text: >
    Name the principals that need the secret, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - { name: no policy, resource: { Policy: null, DeletedDate: null }, expect: pass }
  - name: a named account
    resource:
      DeletedDate: null
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "secretsmanager:GetSecretValue"
            Resource: "*"
    expect: pass
  - name: everyone of one organisation
    resource:
      DeletedDate: null
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "secretsmanager:GetSecretValue"
            Resource: "*"
            Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      DeletedDate: null
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "secretsmanager:GetSecretValue"
            Resource: "*"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      DeletedDate: null
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: "secretsmanager:GetSecretValue"
            Resource: "*"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - name: everyone, but the secret waits for its deletion
    resource:
      DeletedDate: "2024-05-06"
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "secretsmanager:GetSecretValue"
            Resource: "*"
    expect: notApplicable
  - { name: a policy never observed, resource: { DeletedDate: null }, expect: unknown }

"""##),
("aws/securityhub/security-hub-enabled.yaml",
##"""
id: aws.securityhub.security-hub-enabled
title: Security Hub is on in every region
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  Security Hub gathers the findings of other services in one place and checks resources against standards.
  Asked for is a hub in each enabled region; a standard or an integration is not asked for by the benchmark,
  though some scanners want one.
applies: account.EnabledRegions.exists(r, r == region)
pass: regional('AWS::SecurityHub::Hub').exists(h, idOf(h) != '')
evidence: >
  {'hubs': regional('AWS::SecurityHub::Hub').map(h, idOf(h))}
notes: >
  A central policy of the organisation can switch hubs on and off without an event in the member account. The
  newer Security Hub, which has other calls and resources, does not count.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(d)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31]
  soc2: [CC3.1, CC6.8, CC7.1, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.5.1, A.8.23]
  fedramp: [AC-2, "AC-2(1)", "AC-2(4)", "AC-2(12)(a)", "AC-2(g)", AC-17, "AC-17(1)", "AU-6(1)(3)", CA-7,
      "CA-7(a)(b)", IR-4, "IR-4(1)", "IR-6(1)", "IR-7(1)", SA-10, "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(16)", "SI-4(a)(b)(c)"]
reread: ["securityhub:DescribeHub", "securityhub:GetEnabledStandards"]
remediation:
  safety: manual
  text: Turn Security Hub on in this region, best by a central configuration of the organisation. It costs money.
  summary: Turns Security Hub on in the region, without the standards that are on by default.
  permissions: ["securityhub:EnableSecurityHub", "securityhub:DescribeHub", "iam:CreateServiceLinkedRole"]
  calls:
    - service: securityhub
      operation: EnableSecurityHub
      parameters: "{'EnableDefaultStandards': false}"
  inverse:
    - service: securityhub
      operation: DisableSecurityHub
      parameters: "{}"
tests:
  - name: a hub
    scopes_complete: true
    related: [{ kind: AWS::SecurityHub::Hub, id: default, properties: {} }]
    expect: pass
  - name: no hub
    scopes_complete: true
    expect: fail
    plan: [{ service: securityhub, operation: EnableSecurityHub, parameters: { EnableDefaultStandards: false } }]
    inverse: [{ service: securityhub, operation: DisableSecurityHub, parameters: {} }]
  - name: a hub in another region
    scopes_complete: true
    related: [{ kind: AWS::SecurityHub::Hub, id: default, region: eu-west-1, properties: {} }]
    expect: fail
  - name: a region that is not enabled
    account: { EnabledRegions: [eu-west-1] }
    expect: notApplicable
  - name: no hub seen and no inventory
    account: { EnabledRegions: [us-east-1] }
    expect: unknown
  - { name: nothing known, expect: unknown }

"""##),
("aws/sns/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.sns.resource-policy-no-wildcard-principal
title: Topic policies do not let everyone in
severity: critical
subject: AWS::SNS::Topic
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the topic to the world. Conditions that hold where their key is missing
  do not narrow. The policy that a new topic has names everyone but narrows it to its own account, and passes.
pass: >
  !policyAllowsPublic(resource.?Policy.orValue({}))
evidence: policyPublicStatements(resource.?Policy.orValue({}))
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys, secrets,
  vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)",
      "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)",
      "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["sns:GetTopicAttributes"]
remediation:
  safety: manual
  text: >
    Name the principals that need the topic, or add a condition that leaves only the account, the organisation
    or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - name: no policy
    resource: { Policy: null }
    expect: pass
  - name: a named account
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:root" }
            Action: "SNS:Publish"
            Resource: "arn:aws:sns:us-east-1:111122223333:example"
    expect: pass
  - name: everyone of one organisation
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "SNS:Publish"
            Resource: "arn:aws:sns:us-east-1:111122223333:example"
            Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "SNS:Publish"
            Resource: "arn:aws:sns:us-east-1:111122223333:example"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      Policy:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: "SNS:Publish"
            Resource: "arn:aws:sns:us-east-1:111122223333:example"
            Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - name: a policy never observed
    resource: { Tags: [] }
    expect: unknown

"""##),
("aws/sqs/resource-policy-no-wildcard-principal.yaml",
##"""
id: aws.sqs.resource-policy-no-wildcard-principal
title: Queue policies do not let everyone in
severity: critical
subject: AWS::SQS::Queue
description: >
  A statement that allows everyone, with no condition that leaves only a known account, organisation,
  resource, endpoint or network, opens the queue to the world. Conditions that hold where their key is
  missing do not narrow.
pass: >
  !policyAllowsPublic({'Statement': resource.PolicyStatements})
evidence: "policyPublicStatements({'Statement': resource.PolicyStatements})"
notes: >
  The benchmark asks this of every resource with a policy; buckets, queues, topics, functions, keys,
  secrets, vaults and event buses each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", "CM-6(a)", "CM-9(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)",
      "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)",
      "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["sqs:GetQueueAttributes"]
remediation:
  safety: manual
  text: >
    Name the principals that need the queue, or add a condition that leaves only the account, the
    organisation or the network. Taking a statement away unattended could cut off whoever relies on it.
tests:
  - { name: no policy, resource: { PolicyStatements: [] }, expect: pass }
  - name: a named account
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "arn:aws:iam::111122223333:root" }
          Action: "SQS:SendMessage"
          Resource: "arn:aws:sqs:us-east-1:111122223333:example"
    expect: pass
  - name: everyone of one organisation
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "SQS:SendMessage"
          Resource: "arn:aws:sqs:us-east-1:111122223333:example"
          Condition: { StringEquals: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: pass
  - name: everyone
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: "*"
          Action: "SQS:SendMessage"
          Resource: "arn:aws:sqs:us-east-1:111122223333:example"
    expect: fail
  - name: a condition that holds where its key is missing
    resource:
      PolicyStatements:
        - Effect: Allow
          Principal: { AWS: "*" }
          Action: "SQS:SendMessage"
          Resource: "arn:aws:sqs:us-east-1:111122223333:example"
          Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": o-a1b2c3 } }
    expect: fail
  - { name: a policy never observed, resource: { Tags: [] }, expect: unknown }

"""##),
("azure/cis-3.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-azure
version: "3.0"
numbers:
  - { number: "4.1", control: azure.storage.storage-https-only, level: 1, assessment: automated }
  - { number: "4.6", control: azure.storage.storage-public-access-off, level: 1, assessment: automated }
  - { number: "4.7", control: azure.storage.storage-default-deny, level: 1, assessment: automated }
  - { number: "4.8", control: azure.storage.storage-trusted-services, level: 2, assessment: automated }
  - { number: "4.15", control: azure.storage.storage-min-tls, level: 1, assessment: automated }
  - { number: "4.17", control: azure.storage.storage-blob-anonymous-off, level: 1, assessment: automated }
  - { number: "7.1", control: azure.network.nsg-rdp, level: 1, assessment: automated }
  - { number: "7.2", control: azure.network.nsg-ssh, level: 1, assessment: automated }
  - { number: "7.3", control: azure.network.nsg-udp, level: 1, assessment: automated }
  - { number: "7.4", control: azure.network.nsg-http, level: 1, assessment: automated }
planned:
  - { number: "2.1.1", key: entra-security-defaults }
  - { number: "2.1.2", key: entra-mfa-privileged }
  - { number: "2.1.3", key: entra-mfa-nonprivileged }
  - { number: "2.1.4", key: entra-mfa-remember-off }
  - { number: "2.2.1", key: entra-trusted-locations }
  - { number: "2.2.2", key: entra-ca-geo-block }
  - { number: "2.2.3", key: entra-ca-device-code }
  - { number: "2.2.4", key: entra-ca-mfa-admins }
  - { number: "2.2.5", key: entra-ca-mfa-all }
  - { number: "2.2.6", key: entra-ca-mfa-risky }
  - { number: "2.2.7", key: entra-ca-mfa-azure-mgmt }
  - { number: "2.2.8", key: entra-ca-mfa-admin-portals }
  - { number: "2.3", key: entra-tenant-creation-off }
  - { number: "2.4", key: entra-guests-reviewed }
  - { number: "2.5", key: entra-sspr-two-methods }
  - { number: "2.6", key: entra-lockout-threshold }
  - { number: "2.7", key: entra-lockout-duration }
  - { number: "2.8", key: entra-banned-passwords }
  - { number: "2.9", key: entra-sspr-reconfirm }
  - { number: "2.10", key: entra-sspr-notify-users }
  - { number: "2.11", key: entra-sspr-notify-admins }
  - { number: "2.12", key: entra-user-consent-off }
  - { number: "2.13", key: entra-user-consent-verified }
  - { number: "2.14", key: entra-app-registration-off }
  - { number: "2.15", key: entra-guest-access-restricted }
  - { number: "2.16", key: entra-guest-invite-admins }
  - { number: "2.17", key: entra-admin-center-restricted }
  - { number: "2.18", key: entra-my-groups-restricted }
  - { number: "2.19", key: entra-security-group-creation-off }
  - { number: "2.20", key: entra-group-owner-requests-off }
  - { number: "2.21", key: entra-m365-group-creation-off }
  - { number: "2.22", key: entra-device-join-mfa }
  - { number: "2.23", key: iam-no-custom-owner-roles }
  - { number: "2.24", key: iam-lock-admin-role }
  - { number: "2.25", key: subscription-tenant-transfer-off }
  - { number: "2.26", key: entra-few-global-admins }
  - { number: "3.1.1.1", key: defender-autoprovision-la }
  - { number: "3.1.1.2", key: defender-mcas-integration }
  - { number: "3.1.3.1", key: defender-servers-on }
  - { number: "3.1.3.2", key: defender-vuln-assessment }
  - { number: "3.1.3.3", key: defender-endpoint-integration }
  - { number: "3.1.3.4", key: defender-agentless-vm }
  - { number: "3.1.3.5", key: defender-fim }
  - { number: "3.1.4.1", key: defender-containers-on }
  - { number: "3.1.4.2", key: defender-k8s-agentless }
  - { number: "3.1.4.3", key: defender-container-va }
  - { number: "3.1.5.1", key: defender-storage-on }
  - { number: "3.1.6.1", key: defender-appservices-on }
  - { number: "3.1.7.1", key: defender-cosmos-on }
  - { number: "3.1.7.2", key: defender-oss-db-on }
  - { number: "3.1.7.3", key: defender-sql-on }
  - { number: "3.1.7.4", key: defender-sql-vm-on }
  - { number: "3.1.8.1", key: defender-keyvault-on }
  - { number: "3.1.9.1", key: defender-arm-on }
  - { number: "3.1.10", key: defender-system-updates }
  - { number: "3.1.11", key: defender-mcsb-policies }
  - { number: "3.1.12", key: defender-notify-owners }
  - { number: "3.1.13", key: defender-contact-email }
  - { number: "3.1.14", key: defender-alert-severity }
  - { number: "3.1.15", key: defender-easm }
  - { number: "3.1.16", key: defender-dns-on }
  - { number: "3.2.1", key: defender-iot-on }
  - { number: "3.3.1", key: kv-key-expiry-rbac }
  - { number: "3.3.2", key: kv-key-expiry-policy }
  - { number: "3.3.3", key: kv-secret-expiry-rbac }
  - { number: "3.3.4", key: kv-secret-expiry-policy }
  - { number: "3.3.5", key: kv-recoverable }
  - { number: "3.3.6", key: kv-rbac }
  - { number: "3.3.7", key: kv-private-endpoint }
  - { number: "3.3.8", key: kv-key-auto-rotation }
  - { number: "4.2", key: storage-infra-encryption }
  - { number: "4.3", key: storage-key-reminder }
  - { number: "4.4", key: storage-key-rotation }
  - { number: "4.5", key: storage-sas-expiry }
  - { number: "4.9", key: storage-private-endpoint }
  - { number: "4.10", key: storage-soft-delete }
  - { number: "4.11", key: storage-cmk }
  - { number: "4.12", key: storage-queue-logging }
  - { number: "4.13", key: storage-blob-logging }
  - { number: "4.14", key: storage-table-logging }
  - { number: "4.16", key: storage-cross-tenant-off }
  - { number: "5.1.1", key: sql-auditing-on }
  - { number: "5.1.2", key: sql-no-any-ip }
  - { number: "5.1.3", key: sql-tde-cmk }
  - { number: "5.1.4", key: sql-entra-admin }
  - { number: "5.1.5", key: sql-tde-on }
  - { number: "5.1.6", key: sql-audit-retention }
  - { number: "5.1.7", key: sql-public-access-off }
  - { number: "5.2.1", key: pg-require-tls }
  - { number: "5.2.2", key: pg-log-checkpoints }
  - { number: "5.2.3", key: pg-connection-throttle }
  - { number: "5.2.4", key: pg-log-retention }
  - { number: "5.2.5", key: pg-no-azure-wide-access }
  - { number: "5.2.6", key: pg-log-connections }
  - { number: "5.2.7", key: pg-log-disconnections }
  - { number: "5.2.8", key: pg-double-encryption }
  - { number: "5.3.1", key: mysql-require-tls }
  - { number: "5.3.2", key: mysql-tls-version }
  - { number: "5.3.3", key: mysql-audit-log }
  - { number: "5.3.4", key: mysql-audit-connection }
  - { number: "5.4.1", key: cosmos-selected-networks }
  - { number: "5.4.2", key: cosmos-private-endpoint }
  - { number: "5.4.3", key: cosmos-entra-auth }
  - { number: "6.1.1", key: monitor-subscription-diag }
  - { number: "6.1.2", key: monitor-diag-categories }
  - { number: "6.1.3", key: monitor-activity-log-cmk }
  - { number: "6.1.4", key: monitor-keyvault-logging }
  - { number: "6.1.5", key: monitor-nsg-flowlogs-la }
  - { number: "6.1.6", key: monitor-appservice-http-logs }
  - { number: "6.2.1", key: alert-policy-assignment-write }
  - { number: "6.2.2", key: alert-policy-assignment-delete }
  - { number: "6.2.3", key: alert-nsg-write }
  - { number: "6.2.4", key: alert-nsg-delete }
  - { number: "6.2.5", key: alert-security-solution-write }
  - { number: "6.2.6", key: alert-security-solution-delete }
  - { number: "6.2.7", key: alert-sql-firewall-write }
  - { number: "6.2.8", key: alert-sql-firewall-delete }
  - { number: "6.2.9", key: alert-public-ip-write }
  - { number: "6.2.10", key: alert-public-ip-delete }
  - { number: "6.3.1", key: monitor-app-insights }
  - { number: "6.4", key: monitor-resource-logging-all }
  - { number: "6.5", key: monitor-no-basic-sku }
  - { number: "7.5", key: nsg-flowlog-retention }
  - { number: "7.6", key: network-watcher-on }
  - { number: "7.7", key: public-ips-reviewed }
  - { number: "8.1", key: bastion-exists }
  - { number: "8.2", key: vm-managed-disks }
  - { number: "8.3", key: vm-disks-cmk }
  - { number: "8.4", key: vm-unattached-disks-cmk }
  - { number: "8.5", key: vm-disk-network-access }
  - { number: "8.6", key: vm-disk-entra-auth }
  - { number: "8.7", key: vm-approved-extensions }
  - { number: "8.8", key: vm-endpoint-protection }
  - { number: "8.9", key: vm-vhd-encrypted }
  - { number: "8.10", key: vm-mfa-privileged }
  - { number: "8.11", key: vm-trusted-launch }
  - { number: "9.1", key: app-https-only }
  - { number: "9.2", key: app-auth }
  - { number: "9.3", key: app-ftp }
  - { number: "9.4", key: app-min-tls }
  - { number: "9.5", key: app-managed-identity }
  - { number: "9.6", key: app-basic-auth-off }
  - { number: "9.7", key: app-php }
  - { number: "9.8", key: app-python }
  - { number: "9.9", key: app-java }
  - { number: "9.10", key: app-http2 }
  - { number: "9.11", key: app-keyvault-secrets }
  - { number: "9.12", key: app-remote-debug-off }
  - { number: "10.1", key: resource-locks }

"""##),
("azure/network/nsg-http.yaml",
##"""
id: azure.network.nsg-http
title: HTTP is not open to the internet
severity: medium
subject: Microsoft.Network/networkSecurityGroups
description: >
  What answers on the ports of the web should stand behind an application gateway or firewall; a rule that
  lets the internet in directly deserves a look.
params: { ports: [80, 443] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "78-83"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-rdp.yaml",
##"""
id: azure.network.nsg-rdp
title: RDP is not open to the internet
severity: critical
subject: Microsoft.Network/networkSecurityGroups
description: >
  RDP that anybody on the internet can reach is the most common way in for whoever then encrypts everything.
params: { ports: [3389] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "3387-3392"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-ssh.yaml",
##"""
id: azure.network.nsg-ssh
title: SSH is not open to the internet
severity: critical
subject: Microsoft.Network/networkSecurityGroups
description: >
  SSH that anybody on the internet can reach is found within minutes and guessed at from then on.
params: { ports: [22] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "20-25"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-udp.yaml",
##"""
id: azure.network.nsg-udp
title: UDP is not open to the internet
severity: high
subject: Microsoft.Network/networkSecurityGroups
description: >
  Services that answer over UDP can be made to flood others: a forged sender gets an answer many times as
  long as the question.
params: { ports: [53, 123, 161, 389, 1900] }
pass: resource.securityRules.openToInternet(['udp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['udp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "51-56"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/storage/storage-blob-anonymous-off.yaml",
##"""
id: azure.storage.storage-blob-anonymous-off
title: Storage accounts allow no anonymous access to blobs
severity: critical
subject: Microsoft.Storage/storageAccounts
description: >
  While the account allows it, anybody who may change a container can publish its content to everyone.
pass: "!resource.?allowBlobPublicAccess.orValue(true)"
evidence: >
  {'allowBlobPublicAccess': resource.?allowBlobPublicAccess.orValue(true)}
frameworks:
  soc2: [CC6.1]
  iso27001_2022: [A.8.1, A.8.2]
remediation:
  safety: manual
  text: Switch anonymous access off for the account, once no public container is meant to be one.
  summary: Switches anonymous access to blobs off for the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'allowBlobPublicAccess': false}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'allowBlobPublicAccess': true}}"
tests:
  - { name: "off", resource: { allowBlobPublicAccess: false }, expect: pass }
  - { name: on, resource: { allowBlobPublicAccess: true }, expect: fail }
  - { name: an old account that does not say, resource: { allowBlobPublicAccess: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-default-deny.yaml",
##"""
id: azure.storage.storage-default-deny
title: The default network rule of storage accounts is deny
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  A default of deny lets in only the networks that are named, so that a leaked key alone is not enough.
pass: resource.?networkAcls.?defaultAction.orValue('Allow') == 'Deny'
evidence: >
  {'networkAcls': resource.?networkAcls.orValue({})}
frameworks:
  nist_800_53_r5: [AC-4, AC-17, "AC-17(1)", SC-7, "SC-7(3)"]
remediation:
  safety: manual
  text: Name the networks that need the account, then set the default to deny.
  summary: Sets the default network rule of the account to deny.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'defaultAction': 'Deny'}}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'defaultAction': 'Allow'}}}"
tests:
  - { name: deny, resource: { networkAcls: { defaultAction: Deny } }, expect: pass }
  - { name: allow, resource: { networkAcls: { defaultAction: Allow } }, expect: fail }
  - { name: no rules at all, resource: { networkAcls: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-https-only.yaml",
##"""
id: azure.storage.storage-https-only
title: Storage accounts require secure transfer
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  With secure transfer required, the account answers no request over plain HTTP and no SMB without
  encryption.
pass: resource.?supportsHttpsTrafficOnly.orValue(false)
evidence: >
  {'supportsHttpsTrafficOnly': resource.?supportsHttpsTrafficOnly.orValue(false)}
frameworks:
  nist_800_53_r5: [SC-8, "SC-8(1)"]
  soc2: [CC6.2, CC6.7]
  iso27001_2022: [A.8.12, A.8.14, A.8.24]
remediation:
  safety: manual
  text: Require secure transfer, once no client uses plain HTTP any more.
  summary: Requires secure transfer for the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'supportsHttpsTrafficOnly': true}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'supportsHttpsTrafficOnly': false}}"
tests:
  - { name: required, resource: { supportsHttpsTrafficOnly: true }, expect: pass }
  - name: not required
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/data/providers/microsoft.storage/storageaccounts/example
    resource: { supportsHttpsTrafficOnly: false }
    expect: fail
    plan:
      - method: PATCH
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/data/providers/microsoft.storage/storageaccounts/example
        query: { api-version: "2023-05-01" }
        body: { properties: { supportsHttpsTrafficOnly: true } }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-min-tls.yaml",
##"""
id: azure.storage.storage-min-tls
title: Storage accounts ask for TLS 1.2 or newer
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  Older versions of TLS can be attacked and no current client needs them.
pass: resource.?minimumTlsVersion.orValue('TLS1_0') in ['TLS1_2', 'TLS1_3']
evidence: >
  {'minimumTlsVersion': resource.?minimumTlsVersion.orValue('TLS1_0')}
frameworks:
  soc2: [CC6.6]
remediation:
  safety: manual
  text: Set the minimum version to TLS 1.2, once no client needs an older one.
  summary: Sets the minimum TLS version of the account to 1.2.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'minimumTlsVersion': 'TLS1_2'}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'minimumTlsVersion': resource.?minimumTlsVersion.orValue('TLS1_0')}}"
tests:
  - { name: TLS 1.2, resource: { minimumTlsVersion: TLS1_2 }, expect: pass }
  - { name: TLS 1.3, resource: { minimumTlsVersion: TLS1_3 }, expect: pass }
  - { name: TLS 1.0, resource: { minimumTlsVersion: TLS1_0 }, expect: fail }
  - { name: nothing set, resource: { minimumTlsVersion: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-public-access-off.yaml",
##"""
id: azure.storage.storage-public-access-off
title: Storage accounts refuse public network access
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  An account that only private endpoints can reach cannot be reached with a leaked key from elsewhere.
pass: resource.?publicNetworkAccess.orValue('Enabled') == 'Disabled'
evidence: >
  {'publicNetworkAccess': resource.?publicNetworkAccess.orValue('Enabled')}
frameworks:
  nist_800_53_r5: [AC-4, SC-7, "SC-7(3)"]
remediation:
  safety: manual
  text: Give the clients private endpoints, then disable public network access.
  summary: Disables public network access to the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'publicNetworkAccess': 'Disabled'}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'publicNetworkAccess': resource.?publicNetworkAccess.orValue('Enabled')}}"
tests:
  - { name: disabled, resource: { publicNetworkAccess: Disabled }, expect: pass }
  - { name: enabled, resource: { publicNetworkAccess: Enabled }, expect: fail }
  - { name: nothing set, resource: { publicNetworkAccess: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-trusted-services.yaml",
##"""
id: azure.storage.storage-trusted-services
title: Trusted Azure services may reach storage accounts
severity: medium
subject: Microsoft.Storage/storageAccounts
description: >
  Backup, monitoring and other services of the platform reach an account behind its network rules only by
  this exception.
pass: resource.?networkAcls.?bypass.orValue('None').split(',').exists(service, service.trim() == 'AzureServices')
evidence: >
  {'networkAcls': resource.?networkAcls.orValue({})}
frameworks:
  iso27001_2022: [A.8.2, A.8.3]
remediation:
  safety: manual
  text: Let trusted Azure services pass the network rules of the account.
  summary: Lets trusted Azure services pass the network rules.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'bypass': 'AzureServices'}}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'bypass': resource.?networkAcls.?bypass.orValue('None')}}}"
tests:
  - { name: allowed, resource: { networkAcls: { bypass: AzureServices } }, expect: pass }
  - { name: allowed among others, resource: { networkAcls: { bypass: "Logging, AzureServices" } },
        expect: pass }
  - { name: not allowed, resource: { networkAcls: { bypass: None } }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("gcp/cis-3.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-gcp
version: "3.0"
numbers:
  - { number: "3.6", control: gcp.compute.firewall-ssh, level: 2, assessment: automated }
  - { number: "3.7", control: gcp.compute.firewall-rdp, level: 2, assessment: automated }
  - { number: "5.1", control: gcp.storage.bucket-not-public, level: 1, assessment: automated }
  - { number: "5.2", control: gcp.storage.bucket-uniform-access, level: 2, assessment: automated }
planned:
  - { number: "1.1", key: iam-corporate-login }
  - { number: "1.2", key: identity-mfa }
  - { number: "1.3", key: identity-security-keys }
  - { number: "1.4", key: sa-no-user-keys }
  - { number: "1.5", key: sa-no-admin }
  - { number: "1.6", key: iam-no-project-sa-user }
  - { number: "1.7", key: sa-key-rotation }
  - { number: "1.8", key: iam-sod-sa }
  - { number: "1.9", key: kms-not-public }
  - { number: "1.10", key: kms-rotation }
  - { number: "1.11", key: iam-sod-kms }
  - { number: "1.12", key: apikeys-none-unused }
  - { number: "1.13", key: apikeys-host-restricted }
  - { number: "1.14", key: apikeys-api-restricted }
  - { number: "1.15", key: apikeys-rotation }
  - { number: "1.16", key: essential-contacts }
  - { number: "1.17", key: functions-no-secret-env }
  - { number: "2.1", key: audit-logging-configured }
  - { number: "2.2", key: log-sink-all }
  - { number: "2.3", key: log-bucket-lock }
  - { number: "2.4", key: metric-project-ownership }
  - { number: "2.5", key: metric-audit-config }
  - { number: "2.6", key: metric-custom-role }
  - { number: "2.7", key: metric-firewall }
  - { number: "2.8", key: metric-route }
  - { number: "2.9", key: metric-network }
  - { number: "2.10", key: metric-bucket-iam }
  - { number: "2.11", key: metric-sql-config }
  - { number: "2.12", key: dns-logging }
  - { number: "2.13", key: asset-inventory-on }
  - { number: "2.14", key: access-transparency-on }
  - { number: "2.15", key: access-approval-on }
  - { number: "2.16", key: lb-https-logging }
  - { number: "3.1", key: network-no-default }
  - { number: "3.2", key: network-no-legacy }
  - { number: "3.3", key: dns-dnssec }
  - { number: "3.4", key: dns-ksk-no-sha1 }
  - { number: "3.5", key: dns-zsk-no-sha1 }
  - { number: "3.8", key: subnet-flow-logs }
  - { number: "3.9", key: lb-ssl-policy }
  - { number: "3.10", key: iap-only-google-ranges }
  - { number: "4.1", key: vm-no-default-sa }
  - { number: "4.2", key: vm-default-sa-not-full }
  - { number: "4.3", key: vm-block-project-keys }
  - { number: "4.4", key: project-oslogin }
  - { number: "4.5", key: vm-no-serial-port }
  - { number: "4.6", key: vm-no-ip-forward }
  - { number: "4.7", key: vm-disk-csek }
  - { number: "4.8", key: vm-shielded }
  - { number: "4.9", key: vm-no-public-ip }
  - { number: "4.10", key: appengine-https }
  - { number: "4.11", key: vm-confidential }
  - { number: "4.12", key: vm-os-updates }
  - { number: "6.1.1", key: sql-mysql-no-admin-open }
  - { number: "6.1.2", key: sql-mysql-skip-show-db }
  - { number: "6.1.3", key: sql-mysql-local-infile }
  - { number: "6.2.1", key: sql-pg-log-verbosity }
  - { number: "6.2.2", key: sql-pg-log-connections }
  - { number: "6.2.3", key: sql-pg-log-disconnections }
  - { number: "6.2.4", key: sql-pg-log-statement }
  - { number: "6.2.5", key: sql-pg-log-min-messages }
  - { number: "6.2.6", key: sql-pg-log-min-error }
  - { number: "6.2.7", key: sql-pg-log-min-duration }
  - { number: "6.2.8", key: sql-pg-pgaudit }
  - { number: "6.3.1", key: sql-ms-external-scripts }
  - { number: "6.3.2", key: sql-ms-cross-db }
  - { number: "6.3.3", key: sql-ms-user-connections }
  - { number: "6.3.4", key: sql-ms-user-options }
  - { number: "6.3.5", key: sql-ms-remote-access }
  - { number: "6.3.6", key: sql-ms-trace-3625 }
  - { number: "6.3.7", key: sql-ms-contained-db }
  - { number: "6.4", key: sql-require-tls }
  - { number: "6.5", key: sql-no-any-network }
  - { number: "6.6", key: sql-no-public-ip }
  - { number: "6.7", key: sql-backups }
  - { number: "7.1", key: bq-dataset-not-public }
  - { number: "7.2", key: bq-table-cmek }
  - { number: "7.3", key: bq-dataset-cmek }
  - { number: "7.4", key: bq-classified }
  - { number: "8.1", key: dataproc-cmek }

"""##),
("gcp/compute/firewall-rdp.yaml",
##"""
id: gcp.compute.firewall-rdp
title: RDP is not open to the internet
severity: critical
subject: compute.googleapis.com/Firewall
description: >
  RDP that anybody on the internet can reach is the most common way in for whoever then encrypts everything.
params: { port: 3389 }
pass: >
  resource.?direction.orValue('INGRESS') != 'INGRESS' || resource.?disabled.orValue(false)
    || !resource.?allowed.orValue([]).exists(a, a.admitsFirewallPort('tcp', params.port))
    || !(resource.?sourceRanges.orValue([]).areInternetRanges()
      || (resource.?sourceRanges.orValue([]).size() == 0 && resource.?sourceTags.orValue([]).size() == 0
        && resource.?sourceServiceAccounts.orValue([]).size() == 0))
evidence: >
  {'sourceRanges': resource.?sourceRanges.orValue([]), 'allowed': resource.?allowed.orValue([])}
notes: >
  A rule without any source admits everybody. Rules of firewall policies, and denials with precedence, are not
  looked at.
frameworks:
  nist_800_53_r5: [CA-9, SC-7]
  soc2: [CC6.6, CC6.7]
  iso27001_2022: [A.8.20]
remediation:
  safety: manual
  text: >
    Narrow the rule's source ranges, or remove it and reach hosts through Identity-Aware Proxy. The plan disables the
    rule, which keeps it for the way back.
  summary: Disables the firewall rule that lets the internet reach port 3389.
  permissions: [compute.firewalls.update, compute.firewalls.get, compute.networks.updatePolicy]
  calls:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': true}"
  inverse:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': false}"
  expected: "{'disabled': true}"
tests:
  - name: open to 0.0.0.0/0
    id: compute.googleapis.com/projects/example-project/global/firewalls/open
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: [0.0.0.0/0]
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: fail
    plan:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: true }
    inverse:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: false }
  - name: open to ::/0, a range that contains the port
    resource: { direction: INGRESS, disabled: false, sourceRanges: ["::/0"], allowed: [{ IPProtocol: tcp,
        ports: ["3387-3392"] }] }
    expect: fail
  - name: every protocol
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: fail
  - name: tcp without ports
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: tcp }] }
    expect: fail
  - name: no source at all
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: fail
  - name: tags as the only source
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: [bastion]
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: pass
  - name: one network
    resource: { direction: INGRESS, disabled: false, sourceRanges: [203.0.113.0/24],
        allowed: [{ IPProtocol: tcp, ports: ["3389"] }] }
    expect: pass
  - name: udp alone
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0], allowed: [{ IPProtocol: udp,
        ports: ["3389"] }] }
    expect: pass
  - { name: outwards, resource: { direction: EGRESS }, expect: pass }
  - name: disabled
    resource: { direction: INGRESS, disabled: true, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: pass
  - { name: nothing allowed, resource: { direction: INGRESS, disabled: false, allowed: null }, expect: pass }
  - name: sources never observed
    resource: { direction: INGRESS, disabled: false, allowed: [{ IPProtocol: all }] }
    expect: unknown
  - { name: never observed, resource: { network: global/networks/default }, expect: unknown }
  - name: ranges that are the internet together only
    resource: { direction: INGRESS, disabled: false, sourceRanges: [1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8],
        allowed: [{ IPProtocol: tcp, ports: ["3389"] }] }
    expect: fail

"""##),
("gcp/compute/firewall-ssh.yaml",
##"""
id: gcp.compute.firewall-ssh
title: SSH is not open to the internet
severity: critical
subject: compute.googleapis.com/Firewall
description: >
  SSH that anybody on the internet can reach is found within minutes and guessed at from then on.
params: { port: 22 }
pass: >
  resource.?direction.orValue('INGRESS') != 'INGRESS' || resource.?disabled.orValue(false)
    || !resource.?allowed.orValue([]).exists(a, a.admitsFirewallPort('tcp', params.port))
    || !(resource.?sourceRanges.orValue([]).areInternetRanges()
      || (resource.?sourceRanges.orValue([]).size() == 0 && resource.?sourceTags.orValue([]).size() == 0
        && resource.?sourceServiceAccounts.orValue([]).size() == 0))
evidence: >
  {'sourceRanges': resource.?sourceRanges.orValue([]), 'allowed': resource.?allowed.orValue([])}
notes: >
  A rule without any source admits everybody. Rules of firewall policies, and denials with precedence, are not
  looked at.
frameworks:
  nist_800_53_r5: [CA-9, SC-7]
  soc2: [CC6.6, CC6.7]
  iso27001_2022: [A.8.20]
remediation:
  safety: manual
  text: >
    Narrow the rule's source ranges, or remove it and reach hosts through Identity-Aware Proxy. The plan disables the
    rule, which keeps it for the way back.
  summary: Disables the firewall rule that lets the internet reach port 22.
  permissions: [compute.firewalls.update, compute.firewalls.get, compute.networks.updatePolicy]
  calls:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': true}"
  inverse:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': false}"
  expected: "{'disabled': true}"
tests:
  - name: open to 0.0.0.0/0
    id: compute.googleapis.com/projects/example-project/global/firewalls/open
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: [0.0.0.0/0]
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: fail
    plan:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: true }
    inverse:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: false }
  - name: open to ::/0, a range that contains the port
    resource: { direction: INGRESS, disabled: false, sourceRanges: ["::/0"], allowed: [{ IPProtocol: tcp,
        ports: ["20-25"] }] }
    expect: fail
  - name: every protocol
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: fail
  - name: tcp without ports
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: tcp }] }
    expect: fail
  - name: no source at all
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: fail
  - name: tags as the only source
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: [bastion]
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: pass
  - name: one network
    resource: { direction: INGRESS, disabled: false, sourceRanges: [203.0.113.0/24],
        allowed: [{ IPProtocol: tcp, ports: ["22"] }] }
    expect: pass
  - name: udp alone
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0], allowed: [{ IPProtocol: udp,
        ports: ["22"] }] }
    expect: pass
  - { name: outwards, resource: { direction: EGRESS }, expect: pass }
  - name: disabled
    resource: { direction: INGRESS, disabled: true, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: pass
  - { name: nothing allowed, resource: { direction: INGRESS, disabled: false, allowed: null }, expect: pass }
  - name: sources never observed
    resource: { direction: INGRESS, disabled: false, allowed: [{ IPProtocol: all }] }
    expect: unknown
  - { name: never observed, resource: { network: global/networks/default }, expect: unknown }
  - name: ranges that are the internet together only
    resource: { direction: INGRESS, disabled: false, sourceRanges: [1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8],
        allowed: [{ IPProtocol: tcp, ports: ["22"] }] }
    expect: fail

"""##),
("gcp/storage/bucket-not-public.yaml",
##"""
id: gcp.storage.bucket-not-public
title: Buckets are not public
severity: critical
subject: storage.googleapis.com/Bucket
description: >
  A grant to allUsers or allAuthenticatedUsers lets everybody, or everybody with any account, at the bucket.
pass: >
  resource.?publicAccessPrevention.orValue('inherited') == 'enforced'
    || !resource.iamPolicy.exists(b, b.member in ['allUsers', 'allAuthenticatedUsers'])
evidence: resource.iamPolicy.filter(b, b.member in ['allUsers', 'allAuthenticatedUsers'])
notes: >
  A conditional grant counts too. Access lists of buckets without uniform access are not looked at.
frameworks:
  nist_800_53_r5: [AC-3, AC-5, AC-6, MP-2]
  soc2: [CC6.1]
  iso27001_2022: [A.8.1, A.8.12]
remediation:
  safety: manual
  text: >
    Remove the grants to everyone, or enforce public access prevention, which overrides them and every later one.
  summary: Enforces public access prevention on the bucket.
  permissions: [storage.buckets.update, storage.buckets.get]
  calls:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'publicAccessPrevention': 'enforced'}}"
  inverse:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'publicAccessPrevention': resource.?publicAccessPrevention.orValue('inherited')}}"
  expected: "{'publicAccessPrevention': 'enforced'}"
tests:
  - name: nobody but the project
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.legacyBucketOwner, member: "projectOwner:example-project" }]
    expect: pass
  - name: everybody
    id: storage.googleapis.com/example-bucket
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.objectViewer, member: allUsers }]
    expect: fail
    plan:
      - method: PATCH
        url: https://storage.googleapis.com/storage/v1/b/example-bucket
        body: { iamConfiguration: { publicAccessPrevention: enforced } }
    inverse:
      - method: PATCH
        url: https://storage.googleapis.com/storage/v1/b/example-bucket
        body: { iamConfiguration: { publicAccessPrevention: inherited } }
  - name: everybody with an account
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.objectViewer, member: allAuthenticatedUsers }]
    expect: fail
  - name: everybody, and prevention enforced
    resource:
      publicAccessPrevention: enforced
      iamPolicy: [{ role: roles/storage.objectViewer, member: allUsers }]
    expect: pass
  - { name: prevention enforced and no grant ever observed, resource: { publicAccessPrevention: enforced },
        expect: pass }
  - name: one grant seen by its event, and no whole policy
    resource:
      publicAccessPrevention: inherited
      iamPolicy: { $partial: [{ role: roles/storage.objectViewer, member: allUsers }] }
    expect: fail
  - { name: never observed, resource: { location: EU }, expect: unknown }

"""##),
("gcp/storage/bucket-uniform-access.yaml",
##"""
id: gcp.storage.bucket-uniform-access
title: Buckets use uniform access
severity: medium
subject: storage.googleapis.com/Bucket
description: >
  With uniform access, policies alone decide who reads a bucket; without it, every object can carry an access list
  that no policy shows.
pass: resource.?uniformBucketLevelAccess.orValue(false)
evidence: >
  {'uniformBucketLevelAccess': resource.?uniformBucketLevelAccess.orValue(false)}
frameworks:
  soc2: [PI1.4]
remediation:
  safety: manual
  text: >
    Replace the grants of access lists by policies, then switch uniform access on. It can be undone for 90 days.
  summary: Switches uniform access on for the bucket.
  permissions: [storage.buckets.update, storage.buckets.get]
  calls:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'uniformBucketLevelAccess': {'enabled': true}}}"
  inverse:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'uniformBucketLevelAccess': {'enabled': false}}}"
  expected: "{'uniformBucketLevelAccess': true}"
tests:
  - { name: on, resource: { uniformBucketLevelAccess: true }, expect: pass }
  - { name: "off", resource: { uniformBucketLevelAccess: false }, expect: fail }
  - { name: nothing set, resource: { uniformBucketLevelAccess: null }, expect: fail }
  - { name: never observed, resource: { location: EU }, expect: unknown }

"""##),
]
}
