// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsAccessAnalyzer: [(path: String, text: String)] = [
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
applies: account.EnabledRegions.exists(r, r == region)
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
    account: { EnabledRegions: [us-east-1] }
    related: [{ kind: "AWS::AccessAnalyzer::Analyzer", id: main, properties: { Type: ACCOUNT, Status: ACTIVE } }]
    expect: pass
  - name: an active analyzer of the organisation
    account: { EnabledRegions: [us-east-1] }
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
  - name: a region that is not enabled
    account: { EnabledRegions: [eu-west-1] }
    expect: notApplicable
  - { name: no inventory, account: { EnabledRegions: [us-east-1] }, expect: unknown }
  - { name: nothing known, expect: unknown }

"""##),
]
}
