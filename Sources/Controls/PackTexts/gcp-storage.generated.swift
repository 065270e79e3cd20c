// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let gcpStorage: [(path: String, text: String)] = [
("gcp/storage/bucket-not-public.yaml",
##"""
id: gcp.storage.bucket-not-public
title: Buckets are not public
severity: critical
subject: storage.googleapis.com/Bucket
description: >
  A grant to allUsers or allAuthenticatedUsers lets everybody, or everybody with any account, at the bucket.
pass: >
  resource.?publicAccessPrevention.orValue('inherited') == 'enforced'
    || !resource.iamPolicy.exists(b, b.member in ['allUsers', 'allAuthenticatedUsers'])
evidence: resource.iamPolicy.filter(b, b.member in ['allUsers', 'allAuthenticatedUsers'])
notes: >
  A conditional grant counts too. Access lists of buckets without uniform access are not looked at.
frameworks:
  nist_800_53_r5: [AC-3, AC-5, AC-6, MP-2]
  soc2: [CC6.1]
  iso27001_2022: [A.8.1, A.8.12]
remediation:
  safety: manual
  text: >
    Remove the grants to everyone, or enforce public access prevention, which overrides them and every later one.
  summary: Enforces public access prevention on the bucket.
  permissions: [storage.buckets.update, storage.buckets.get]
  calls:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'publicAccessPrevention': 'enforced'}}"
  inverse:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'publicAccessPrevention': resource.?publicAccessPrevention.orValue('inherited')}}"
  expected: "{'publicAccessPrevention': 'enforced'}"
tests:
  - name: nobody but the project
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.legacyBucketOwner, member: "projectOwner:example-project" }]
    expect: pass
  - name: everybody
    id: storage.googleapis.com/example-bucket
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.objectViewer, member: allUsers }]
    expect: fail
    plan:
      - method: PATCH
        url: https://storage.googleapis.com/storage/v1/b/example-bucket
        body: { iamConfiguration: { publicAccessPrevention: enforced } }
    inverse:
      - method: PATCH
        url: https://storage.googleapis.com/storage/v1/b/example-bucket
        body: { iamConfiguration: { publicAccessPrevention: inherited } }
  - name: everybody with an account
    resource:
      publicAccessPrevention: inherited
      iamPolicy: [{ role: roles/storage.objectViewer, member: allAuthenticatedUsers }]
    expect: fail
  - name: everybody, and prevention enforced
    resource:
      publicAccessPrevention: enforced
      iamPolicy: [{ role: roles/storage.objectViewer, member: allUsers }]
    expect: pass
  - { name: prevention enforced and no grant ever observed, resource: { publicAccessPrevention: enforced },
        expect: pass }
  - name: one grant seen by its event, and no whole policy
    resource:
      publicAccessPrevention: inherited
      iamPolicy: { $partial: [{ role: roles/storage.objectViewer, member: allUsers }] }
    expect: fail
  - { name: never observed, resource: { location: EU }, expect: unknown }

"""##),
("gcp/storage/bucket-uniform-access.yaml",
##"""
id: gcp.storage.bucket-uniform-access
title: Buckets use uniform access
severity: medium
subject: storage.googleapis.com/Bucket
description: >
  With uniform access, policies alone decide who reads a bucket; without it, every object can carry an access list
  that no policy shows.
pass: resource.?uniformBucketLevelAccess.orValue(false)
evidence: >
  {'uniformBucketLevelAccess': resource.?uniformBucketLevelAccess.orValue(false)}
frameworks:
  soc2: [PI1.4]
remediation:
  safety: manual
  text: >
    Replace the grants of access lists by policies, then switch uniform access on. It can be undone for 90 days.
  summary: Switches uniform access on for the bucket.
  permissions: [storage.buckets.update, storage.buckets.get]
  calls:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'uniformBucketLevelAccess': {'enabled': true}}}"
  inverse:
    - method: PATCH
      url: id.replace('storage.googleapis.com/', 'https://storage.googleapis.com/storage/v1/b/')
      body: "{'iamConfiguration': {'uniformBucketLevelAccess': {'enabled': false}}}"
  expected: "{'uniformBucketLevelAccess': true}"
tests:
  - { name: on, resource: { uniformBucketLevelAccess: true }, expect: pass }
  - { name: "off", resource: { uniformBucketLevelAccess: false }, expect: fail }
  - { name: nothing set, resource: { uniformBucketLevelAccess: null }, expect: fail }
  - { name: never observed, resource: { location: EU }, expect: unknown }

"""##),
]
}
