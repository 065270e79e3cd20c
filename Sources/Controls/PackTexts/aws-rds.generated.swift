// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsRds: [(path: String, text: String)] = [
("aws/rds/rds-auto-minor-version-upgrade.yaml",
##"""
id: aws.rds.rds-auto-minor-version-upgrade
title: RDS instances take minor version upgrades by themselves
severity: medium
subject: AWS::RDS::DBInstance
description: >
  Minor versions carry the fixes of vulnerabilities. With the switch on, an instance takes them in its
  maintenance window without anybody having to remember.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: resource.?AutoMinorVersionUpgrade.orValue(false)
evidence: "{'AutoMinorVersionUpgrade': resource.?AutoMinorVersionUpgrade.orValue(false)}"
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
reread: ["rds:DescribeDBInstances"]
remediation:
  safety: manual
  text: >
    Switch automatic minor upgrades on. The next maintenance window may then restart the instance for an
    upgrade that is already due, so tell its users.
  summary: Switches automatic minor version upgrades on for the instance.
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'AutoMinorVersionUpgrade': true}"
  inverse:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'AutoMinorVersionUpgrade': false}"
  expected: "{'AutoMinorVersionUpgrade': true}"
tests:
  - { name: on, resource: { Engine: mysql, AutoMinorVersionUpgrade: true }, expect: pass }
  - name: "off"
    id: orders
    resource: { Engine: mysql, AutoMinorVersionUpgrade: false }
    expect: fail
    plan:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, AutoMinorVersionUpgrade: true }
    inverse:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, AutoMinorVersionUpgrade: false }
  - { name: another service, resource: { Engine: docdb, AutoMinorVersionUpgrade: false }, expect: notApplicable }
  - { name: never observed, resource: { Engine: mysql }, expect: unknown }

"""##),
("aws/rds/rds-multi-az.yaml",
##"""
id: aws.rds.rds-multi-az
title: RDS instances have a standby in another availability zone
severity: medium
subject: AWS::RDS::DBInstance
description: >
  With a standby in a second zone the database outlives the loss of the first. An instance passes if it
  spans zones itself; a member of a cluster passes if its cluster does.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: >
  resource.?DBClusterIdentifier.orValue('') == '' ? resource.?MultiAZ.orValue(false)
    : ref('AWS::RDS::DBCluster', resource.?DBClusterIdentifier.orValue('')).?MultiAZ.orValue(false)
evidence: >
  {'MultiAZ': resource.?MultiAZ.orValue(false), 'DBClusterIdentifier': resource.?DBClusterIdentifier.orValue('')}
notes: >
  A change that waits for the maintenance window lands without an event: it counts once it was read. Where a
  cluster's members are is read again whenever one comes or goes.
frameworks:
  nist_800_53_r5: ["CP-1(a)(1)(b)", "CP-1(a)(2)", "CP-2(5)", "CP-2(6)", "CP-2(a)", "CP-2(a)(6)",
      "CP-2(a)(7)", "CP-2(d)", "CP-2(e)", "CP-6(2)", CP-10, "SC-5(2)", SC-6, SC-22, SC-36, "SI-13(5)"]
  iso27001_2022: [A.8.14]
  fedramp: [CP-10, SC-5]
reread: ["rds:DescribeDBInstances", "rds:DescribeDBClusters"]
remediation:
  safety: manual
  text: >
    Turn the instance into one that spans zones, or give the cluster a member in another zone. A standby is
    billed as a second instance, and making it slows the instance down for a while.
  summary: Gives the instance a standby in another zone at the next maintenance window.
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - when: resource.?DBClusterIdentifier.orValue('') == ''
      service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'MultiAZ': true}"
  inverse:
    - when: resource.?DBClusterIdentifier.orValue('') == ''
      service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'MultiAZ': false}"
tests:
  - { name: two zones, resource: { Engine: mysql, DBClusterIdentifier: null, MultiAZ: true }, expect: pass }
  - name: one zone
    id: orders
    resource: { Engine: mysql, DBClusterIdentifier: null, MultiAZ: false }
    expect: fail
    plan:
      - { service: rds, operation: ModifyDBInstance, parameters: { DBInstanceIdentifier: orders, MultiAZ: true } }
    inverse:
      - { service: rds, operation: ModifyDBInstance, parameters: { DBInstanceIdentifier: orders, MultiAZ: false } }
  - name: a member of a cluster in two zones
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    related: [{ kind: AWS::RDS::DBCluster, id: c-1, properties: { MultiAZ: true } }]
    expect: pass
  - name: a member of a cluster in one zone
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    related: [{ kind: AWS::RDS::DBCluster, id: c-1, properties: { MultiAZ: false } }]
    expect: fail
  - name: a member of a cluster that was never seen
    resource: { Engine: aurora-mysql, DBClusterIdentifier: c-1, MultiAZ: false }
    expect: unknown
  - { name: another service, resource: { Engine: neptune, MultiAZ: false }, expect: notApplicable }
  - { name: zones never observed, resource: { Engine: mysql, DBClusterIdentifier: null }, expect: unknown }

"""##),
("aws/rds/rds-not-publicly-accessible.yaml",
##"""
id: aws.rds.rds-not-publicly-accessible
title: RDS instances are not publicly accessible
severity: critical
subject: AWS::RDS::DBInstance
description: >
  A publicly accessible instance has a public address, so that one open rule of a security group offers the
  database to the internet. The switch alone fails, as the benchmark reads; some scanners ask for an open
  group and a public subnet as well.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: "!resource.?PubliclyAccessible.orValue(false)"
evidence: >
  {'PubliclyAccessible': resource.?PubliclyAccessible.orValue(false),
    'VPCSecurityGroups': resource.?VPCSecurityGroups.orValue([])}
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
  The repair runs unattended only if a group of the instance does let the internet in to its port; else
  people decide.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(7)", "AC-4(21)", AC-6, "AC-17(1)", "AC-17(4)(a)", "AC-17(9)",
      "AC-17(10)", "AC-17(b)", MP-2, "SC-7(2)", "SC-7(3)", "SC-7(7)", "SC-7(9)(a)", "SC-7(11)", "SC-7(12)",
      "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(b)", "SC-7(c)", SC-25]
  soc2: [CC6.2]
  iso27001_2022: [A.8.1]
  fedramp: [AC-3, AC-4, AC-6, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["rds:DescribeDBInstances", "ec2:DescribeSecurityGroups"]
remediation:
  safety: guarded
  text: >
    Switch public accessibility off; clients outside of the network then need a way in, as a VPN or a
    peering. The switch takes effect at once.
  summary: Takes the public address from the instance.
  guard: >
    resource.VPCSecurityGroups.exists(g, ref('AWS::EC2::SecurityGroup', g).SecurityGroupIngress.exists(r,
      (r.admitsIPv4Internet() || r.admitsIPv6Internet()) && r.admitsPort('tcp', resource.Port)))
  permissions: ["rds:ModifyDBInstance"]
  calls:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'PubliclyAccessible': false}"
  inverse:
    - service: rds
      operation: ModifyDBInstance
      parameters: "{'DBInstanceIdentifier': id, 'PubliclyAccessible': true}"
  expected: "{'PubliclyAccessible': false}"
tests:
  - { name: private, resource: { Engine: postgres, PubliclyAccessible: false }, expect: pass }
  - name: public and open to everyone
    id: orders
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    related:
      - kind: AWS::EC2::SecurityGroup
        id: sg-1
        properties:
          SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }]
    expect: fail
    guard: true
    plan:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, PubliclyAccessible: false }
    inverse:
      - service: rds
        operation: ModifyDBInstance
        parameters: { DBInstanceIdentifier: orders, PubliclyAccessible: true }
  - name: public, but only one network may connect
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    related:
      - kind: AWS::EC2::SecurityGroup
        id: sg-1
        properties:
          SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 203.0.113.0/24 }]
    expect: fail
    guard: false
  - name: public, and its group was never seen
    resource: { Engine: postgres, PubliclyAccessible: true, Port: 5432, VPCSecurityGroups: [sg-1] }
    expect: fail
    guard: false
  - { name: another service, resource: { Engine: docdb, PubliclyAccessible: true }, expect: notApplicable }
  - { name: never observed, resource: { Engine: postgres }, expect: unknown }

"""##),
("aws/rds/rds-storage-encrypted.yaml",
##"""
id: aws.rds.rds-storage-encrypted
title: RDS instances are encrypted at rest
severity: high
subject: AWS::RDS::DBInstance
description: >
  Encryption at rest keeps the data of disks, snapshots and backups that leave their place unreadable. It is
  chosen when an instance is made and cannot be switched on later.
applies: "!(resource.?Engine.orValue('') in params.otherEngines)"
params: { otherEngines: [docdb, neptune] }
pass: resource.?StorageEncrypted.orValue(false)
evidence: "{'StorageEncrypted': resource.?StorageEncrypted.orValue(false), 'Engine': resource.?Engine.orValue('')}"
notes: >
  DocumentDB and Neptune answer to the calls of RDS and are left out; empty `otherEngines` takes them in.
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CP-9(8)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)",
      "SI-19(4)"]
  soc2: [PI1.5]
  iso27001_2022: [A.8.11, A.8.24]
  fedramp: [SC-28]
reread: ["rds:DescribeDBInstances"]
remediation:
  safety: manual
  text: >
    Take a snapshot, copy it with a key, restore an instance from the copy and move the clients over; then
    delete the plain instance, its snapshots and its backups. The new instance has another endpoint unless
    it takes the name.
tests:
  - { name: encrypted, resource: { Engine: mysql, StorageEncrypted: true }, expect: pass }
  - { name: plain, resource: { Engine: mysql, StorageEncrypted: false }, expect: fail }
  - { name: another service, resource: { Engine: neptune, StorageEncrypted: false }, expect: notApplicable }
  - name: another service where the parameters take it in
    params: { otherEngines: [] }
    resource: { Engine: neptune, StorageEncrypted: false }
    expect: fail
  - { name: encryption never observed, resource: { Engine: mysql }, expect: unknown }
  - { name: engine never observed, resource: { StorageEncrypted: false }, expect: unknown }

"""##),
]
}
