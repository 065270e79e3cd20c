// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsMacie2: [(path: String, text: String)] = [
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
  benchmark also accepts other tools; document one as a suppression. In China and in GovCloud there is no
  Macie, so the control does not apply there.
applies: "partition == 'aws' && account.EnabledRegions.exists(r, r == region)"
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
  - { name: GovCloud, region: us-gov-west-1, account: { EnabledRegions: [us-gov-west-1] }, expect: notApplicable }
  - name: automated discovery never observed
    scopes_complete: true
    related:
      - kind: AWS::Macie::Session
        id: "111122223333"
        properties: { Status: ENABLED, ClassificationJobs: [] }
    expect: unknown
  - { name: nothing known, expect: unknown }

"""##),
]
}
