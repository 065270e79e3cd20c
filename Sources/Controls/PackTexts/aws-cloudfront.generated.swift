// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsCloudfront: [(path: String, text: String)] = [
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
]
}
