// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsElasticfilesystem: [(path: String, text: String)] = [
("aws/elasticfilesystem/efs-encrypted.yaml",
##"""
id: aws.elasticfilesystem.efs-encrypted
title: EFS file systems are encrypted
severity: medium
subject: AWS::EFS::FileSystem
description: >
  Encryption at rest is chosen when a file system is made and cannot be switched on later. Files of a plain
  one are readable to whoever gets at the disks or the backups.
pass: resource.?Encrypted.orValue(false)
evidence: "{'Encrypted': resource.?Encrypted.orValue(false), 'KmsKeyId': resource.?KmsKeyId.orValue('')}"
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)", "SI-19(4)"]
  iso27001_2022: [A.8.11, A.8.24]
  fedramp: [SC-28]
reread: ["efs:DescribeFileSystems"]
remediation:
  safety: manual
  text: >
    Make an encrypted file system, copy the files over with DataSync, mount it in the place of the plain one
    and delete that and its backups.
tests:
  - { name: encrypted, resource: { Encrypted: true, KmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/k" }, expect: pass }
  - { name: plain, resource: { Encrypted: false }, expect: fail }
  - { name: never observed, resource: { Tags: [] }, expect: unknown }

"""##),
]
}
