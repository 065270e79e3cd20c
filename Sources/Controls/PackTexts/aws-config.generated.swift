// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsConfig: [(path: String, text: String)] = [
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
]
}
