// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsS3: [(path: String, text: String)] = [
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
]
}
