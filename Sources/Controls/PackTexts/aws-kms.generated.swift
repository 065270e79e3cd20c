// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsKms: [(path: String, text: String)] = [
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
]
}
