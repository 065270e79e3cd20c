// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsCloudtrail: [(path: String, text: String)] = [
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
notes: A bucket of another account is unknown unless an account of the same organisation that is watched too has it.
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
    cel.bind(a, idOf(b).startsWith('arn:') ? ref('AWS::::Account', idOf(b)) : account,
    (b.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
      || a.?PublicAccessBlockConfiguration.?RestrictPublicBuckets.orValue(false)
      || !policyAllowsPublic(b.?Policy.orValue({})))
    && (b.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false)
      || a.?PublicAccessBlockConfiguration.?IgnorePublicAcls.orValue(false)
      || b.?ObjectOwnership.orValue('') == 'BucketOwnerEnforced'
      || !b.?AccessControlList.orValue([]).exists(g, g.Grantee in params.groups))))
evidence: >
  {'S3BucketName': resource.S3BucketName,
    'grants': ref('AWS::S3::Bucket', resource.S3BucketName).?AccessControlList.orValue([])
      .filter(g, g.Grantee in params.groups)}
notes: >
  Of a bucket of another account the block of that account is not known; the verdict is unknown where it could decide, and
  while the bucket is not known. Up to 2.0 only.
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
  A trail of the organisation is made in the management account and counts in every member account, as far as that
  account is watched too, or its own inventory shows the trail. Whether deliveries succeed is not looked at.
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
severity: critical
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
("aws/cloudtrail/trail-feed-intact.yaml",
##"""
id: aws.cloudtrail.trail-feed-intact
title: Multi-region trails record all changes and can deliver them
severity: critical
subject: AWS::CloudTrail::Trail
description: >
  Three ways lead to a trail that looks alive and tells nothing: selectors that leave management events out, a bucket that is
  gone or no longer lets CloudTrail write, and a key that is disabled or about to be deleted. Each blinds whoever watches the
  records.
applies: resource.?IsMultiRegionTrail.orValue(false)
pass: >
  logsAllManagementEvents(resource.?EventSelectors.orValue([]), resource.?AdvancedEventSelectors.orValue([]))
    && !isGone('AWS::S3::Bucket', resource.S3BucketName)
    && policyStatements(ref('AWS::S3::Bucket', resource.S3BucketName).?Policy.orValue({}))
      .exists(s, s.Effect == 'Allow' && params.writers.exists(w, w in s.Principals))
    && (!resource.?KMSKeyId.hasValue()
      || !isGone('AWS::KMS::Key', resource.KMSKeyId) && ref('AWS::KMS::Key', resource.KMSKeyId).Enabled)
params: { writers: ["Service:cloudtrail.amazonaws.com"] }
evidence: >
  {'S3BucketName': resource.S3BucketName, 'EventSelectors': resource.?EventSelectors.orValue([]),
    'AdvancedEventSelectors': resource.?AdvancedEventSelectors.orValue([])}
notes: >
  A trail for data events alone fails: suppress it once another trail records all management events. A bucket or a key of
  another account is known only if that account is watched by the same installation, else the verdict is unknown. That a
  trail was stopped says cloudtrail-trail-logging.
unmapped: >
  The benchmarks ask for one trail that records all management events (cloudtrail-multi-region-enabled); this asks
  what can break it on the way.
frameworks:
  nist_800_53_r5: ["AU-5", "AU-9", "AU-12(a)", "AU-12(c)"]
reread: ["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "s3:GetBucketPolicy", "kms:DescribeKey"]
remediation:
  safety: manual
  text: >
    Put back what was changed: the selectors, the bucket and its policy, or the key. Then find out who did it, and take an
    inventory of the account for what was not recorded in between.
tests:
  - name: a trail that records everything into its own bucket
    resource: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null, S3BucketName: logs, KMSKeyId: null }
    related:
      - kind: AWS::S3::Bucket
        id: logs
        properties:
          Policy: { Statement: [{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: "s3:PutObject",
                      Resource: "arn:aws:s3:::logs/*" }] }
    expect: pass
  - name: its key is enabled
    resource: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null, S3BucketName: logs,
        KMSKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k-1" }
    related:
      - kind: AWS::S3::Bucket
        id: logs
        properties:
          Policy: { Statement: [{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: "s3:PutObject",
                      Resource: "arn:aws:s3:::logs/*" }] }
      - { kind: AWS::KMS::Key, id: k-1, region: eu-west-1, properties: { Enabled: true } }
    expect: pass
  - name: its key is disabled
    resource: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null, S3BucketName: logs,
        KMSKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k-1" }
    related:
      - kind: AWS::S3::Bucket
        id: logs
        properties:
          Policy: { Statement: [{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: "s3:PutObject",
                      Resource: "arn:aws:s3:::logs/*" }] }
      - { kind: AWS::KMS::Key, id: k-1, region: eu-west-1, properties: { Enabled: false } }
    expect: fail
  - name: narrowed to reading events
    resource: { IsMultiRegionTrail: true, EventSelectors: [{ ReadWriteType: ReadOnly, IncludeManagementEvents: true }],
        AdvancedEventSelectors: null, S3BucketName: logs, KMSKeyId: null }
    expect: fail
  - name: without management events
    resource: { IsMultiRegionTrail: true, EventSelectors: [{ ReadWriteType: All, IncludeManagementEvents: false }],
        AdvancedEventSelectors: null, S3BucketName: logs, KMSKeyId: null }
    expect: fail
  - name: its bucket lets CloudTrail write no more
    resource: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null, S3BucketName: logs, KMSKeyId: null }
    related:
      - { kind: AWS::S3::Bucket, id: logs, properties: { Policy: null } }
    expect: fail
  - name: a bucket that was never seen
    resource: { IsMultiRegionTrail: true, EventSelectors: null, AdvancedEventSelectors: null, S3BucketName: logs, KMSKeyId: null }
    expect: unknown
  - { name: a trail of one region, resource: { IsMultiRegionTrail: false }, expect: notApplicable }
  - { name: never observed, resource: { TrailName: management-events }, expect: unknown }

"""##),
]
}
