// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsGlacier: [(path: String, text: String)] = [
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
]
}
