// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsIam: [(path: String, text: String)] = [
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
  !(idOf(resource).startsWith('AWSServiceRoleFor') && resource.?Path.orValue('/').startsWith('/aws-service-role/'))
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
    id: AWSServiceRoleForConfig
    resource:
      Path: /aws-service-role/config.amazonaws.com/
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: config.amazonaws.com }, Action: "sts:AssumeRole" }] }
    expect: notApplicable
  - name: a role of which only the new trust policy is known
    resource: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: "sts:AssumeRole" }] } }
    expect: fail
  - name: a role that may be a service's
    id: AWSServiceRoleForConfig
    resource: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: "sts:AssumeRole" }] } }
    expect: unknown
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
  {'RootLastUsedInHour': resource.?RootLastUsed.orValue('never').split(':')[0]}
notes: >
  CIS names no look-back; a day is what common scanners take. Every recorded call by the root user counts,
  with a password, a key or a session of the console; calls that services make for it, service events and
  sessions by AssumeRoot do not. The evidence names the hour, so that a busy root user is told of once an hour. What no trail records is seen in the credential report alone.
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
]
}
