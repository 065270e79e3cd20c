// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsSecurityhub: [(path: String, text: String)] = [
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
]
}
