// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsEc2: [(path: String, text: String)] = [
("aws/ec2/default-sg-restricts-all.yaml",
##"""
id: aws.ec2.default-sg-restricts-all
title: The default security group of every VPC has no rules
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  Whatever is launched without naming a group lands in the default group. Without rules it can neither be reached
  nor reach out, so a forgotten group shows at once instead of exposing something.
applies: resource.GroupName == 'default'
pass: >
  !resource.SecurityGroupIngress.exists(r, has(r.IpProtocol))
    && !resource.SecurityGroupEgress.exists(r, has(r.IpProtocol))
evidence: >
  {'ingress': resource.SecurityGroupIngress, 'egress': resource.SecurityGroupEgress}
notes: A VPC's creation makes this group without naming it, and its first rules are not in the record.
frameworks:
  nist_800_53_r5: ["AC-4(21)", "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-6(a)",
      "CM-9(b)", "SC-7(5)", "SC-7(7)", "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)",
      "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7(a)", "SC-7(c)"]
  iso27001_2022: [A.8.20, A.8.21, A.8.22, A.8.23]
  fedramp: [AC-4, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups"]
remediation:
  safety: manual
  text: >
    Move what still uses the default group to groups of its own, then remove every ingress and egress rule from
    it. Removing the rules first would cut running traffic.
  summary: Revokes every rule of the default group.
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress"]
  calls:
    - when: resource.SecurityGroupIngress.size() > 0
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupIngress.map(r, r.ipPermission())}"
    - when: resource.SecurityGroupEgress.size() > 0
      service: ec2
      operation: RevokeSecurityGroupEgress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupEgress.map(r, r.ipPermission())}"
  inverse:
    - when: resource.SecurityGroupIngress.size() > 0
      service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupIngress.map(r, r.ipPermission())}"
    - when: resource.SecurityGroupEgress.size() > 0
      service: ec2
      operation: AuthorizeSecurityGroupEgress
      parameters: "{'GroupId': id, 'IpPermissions': resource.SecurityGroupEgress.map(r, r.ipPermission())}"
tests:
  - name: a default group without rules
    resource: { GroupName: default, SecurityGroupIngress: [], SecurityGroupEgress: [] }
    expect: pass
  - name: the rules it is born with
    resource:
      GroupName: default
      SecurityGroupIngress:
        - { IpProtocol: "-1", SourceSecurityGroupId: subject-1, SourceSecurityGroupOwnerId: "111122223333" }
      SecurityGroupEgress:
        - { IpProtocol: "-1", CidrIp: 0.0.0.0/0 }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - IpProtocol: "-1"
              UserIdGroupPairs: [{ GroupId: subject-1, UserId: "111122223333" }]
      - service: ec2
        operation: RevokeSecurityGroupEgress
        parameters:
          GroupId: subject-1
          IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: 0.0.0.0/0 }] }]
  - name: an egress rule is enough
    resource:
      GroupName: default
      SecurityGroupIngress: []
      SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }]
    expect: fail
  - name: another group
    resource:
      GroupName: web
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]
    expect: notApplicable
  - name: a name never observed
    resource: { SecurityGroupIngress: [], SecurityGroupEgress: [] }
    expect: unknown
  - name: egress never observed
    resource: { GroupName: default, SecurityGroupIngress: [] }
    expect: unknown

"""##),
("aws/ec2/ebs-encryption-by-default.yaml",
##"""
id: aws.ec2.ebs-encryption-by-default
title: EBS encryption by default is on in every region
severity: medium
subject: AWS::::Account
scope: account-region
description: >
  With the switch on, every new volume and every copy of a snapshot in the region is encrypted, whatever the
  caller asks for. The switch is per region and says nothing of volumes that exist already. A region that the account
  has not enabled has nothing to answer for.
applies: account.EnabledRegions.exists(r, r == region)
pass: resource.?EbsEncryptionByDefault.orValue(false)
evidence: >
  {'EbsEncryptionByDefault': resource.?EbsEncryptionByDefault.orValue(false)}
frameworks:
  nist_800_53_r5: ["AU-9(3)", "CM-6(a)", "CM-9(b)", "CP-9(d)", "SC-8(3)", "SC-8(4)", "SC-13(a)", "SC-28(1)",
      "SI-19(4)"]
  iso27001_2022: [A.8.11, A.8.24]
reread: ["ec2:GetEbsEncryptionByDefault"]
remediation:
  safety: manual
  text: >
    Turn encryption by default on in this region. Check first that the key's policy serves every principal that
    launches instances, and that no shared image depends on plain snapshots.
  summary: Turns EBS encryption by default on in the region.
  permissions: ["ec2:EnableEbsEncryptionByDefault"]
  calls:
    - service: ec2
      operation: EnableEbsEncryptionByDefault
      parameters: "{}"
  inverse:
    - service: ec2
      operation: DisableEbsEncryptionByDefault
      parameters: "{}"
  expected: "{'EbsEncryptionByDefault': true}"
tests:
  - name: on
    account: { EnabledRegions: [us-east-1] }
    resource: { EbsEncryptionByDefault: true }
    expect: pass
  - name: "off"
    account: { EnabledRegions: [us-east-1] }
    resource: { EbsEncryptionByDefault: false }
    expect: fail
    plan: [{ service: ec2, operation: EnableEbsEncryptionByDefault, parameters: {} }]
    inverse: [{ service: ec2, operation: DisableEbsEncryptionByDefault, parameters: {} }]
  - { name: never observed, account: { EnabledRegions: [us-east-1] }, resource: {}, expect: unknown }
  - name: off in a region that is not enabled
    account: { EnabledRegions: [eu-west-1] }
    resource: { EbsEncryptionByDefault: false }
    expect: notApplicable
  - { name: which regions are enabled was never observed, resource: { EbsEncryptionByDefault: true }, expect: unknown }

"""##),
("aws/ec2/ec2-cifs-restricted.yaml",
##"""
id: aws.ec2.ec2-cifs-restricted
title: Security groups do not open CIFS to the internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  File shares that the internet can reach are read, encrypted and used to get further. A rule counts if its range or
  protocol covers the CIFS port and its source is the internet of either family.
params: { ports: [445], protocols: [tcp] }
pass: >
  !resource.SecurityGroupIngress.exists(r,
    params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && (has(r.SourcePrefixListId)
      ? ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.isInternetRange())
      : r.admitsIPv4Internet() || r.admitsIPv6Internet()))
evidence: >
  resource.SecurityGroupIngress.filter(r,
    params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && (has(r.SourcePrefixListId)
      ? ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.isInternetRange())
      : r.admitsIPv4Internet() || r.admitsIPv6Internet()))
notes: >
  The benchmark asks for port 445; a profile may add 139 (NetBIOS), which some scanners look at too. Every group is
  judged, whether or not an instance uses it: some scanners judge per instance. What a prefix list holds is known only
  if the list is: else such a rule on the port is unknown.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the networks that use the share. Offer files to the internet over HTTPS
    or a VPN instead.
  summary: Revokes the one ingress rule that opens CIFS to the internet.
  guard: item.admitsIPv4Internet() || item.admitsIPv6Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: CIFS from everywhere
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, CidrIp: 0.0.0.0/0 }] }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 445, ToPort: 445, IpRanges: [{ CidrIp: 0.0.0.0/0 }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 445, ToPort: 445, IpRanges: [{ CidrIp: 0.0.0.0/0 }] }
  - name: from everywhere of IPv6, by a range
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 400, ToPort: 500, CidrIpv6: "::/0" }] }
    expect: fail
  - name: every protocol
    resource: { SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: 0.0.0.0/0 }] }
    expect: fail
  - name: from one network
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, CidrIp: 10.0.0.0/8 }] }
    expect: pass
  - name: NetBIOS alone
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 139, ToPort: 139, CidrIp: 0.0.0.0/0 }] }
    expect: pass
  - name: NetBIOS where the parameters ask for it
    params: { ports: [139, 445] }
    resource: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 139, ToPort: 139, CidrIp: 0.0.0.0/0 }] }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    expect: unknown
  - name: a prefix list on the port that holds the internet
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    related: [{ kind: AWS::EC2::PrefixList, id: pl-1, properties: { Entries: [{ Cidr: 0.0.0.0/0 }] } }]
    expect: fail
    guard: false
  - name: a prefix list on the port that holds one network
    resource:
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 445, ToPort: 445, SourcePrefixListId: pl-1 }]
    related: [{ kind: AWS::EC2::PrefixList, id: pl-1, properties: { Entries: [{ Cidr: 203.0.113.0/24 }] } }]
    expect: pass
  - { name: rules never observed, resource: { GroupName: web }, expect: unknown }

"""##),
("aws/ec2/ec2-imdsv2-required.yaml",
##"""
id: aws.ec2.ec2-imdsv2-required
title: EC2 instances answer metadata requests with a session token only
severity: high
subject: AWS::EC2::Instance
description: >
  The metadata service hands out the credentials of the instance's role. With version 1 a single forged request
  through a proxy or a web application is enough to get them; version 2 asks for a token first, which such a
  request cannot bring. An instance passes if tokens are required or the service is switched off.
pass: >
  resource.?MetadataOptions.?HttpTokens.orValue('') == 'required'
    || resource.?MetadataOptions.?HttpEndpoint.orValue('') == 'disabled'
evidence: >
  {'MetadataOptions': resource.?MetadataOptions.orValue({})}
notes: >
  What an instance was launched with already holds its template's, image's and account's defaults, so the
  account's default for later launches is not looked at.
frameworks:
  nist_800_53_r5: ["AC-2(6)", AC-3, "AC-3(3)", "AC-3(3)(a)", "AC-3(3)(b)(1)", "AC-3(3)(b)(2)",
      "AC-3(3)(b)(3)", "AC-3(3)(b)(4)", "AC-3(3)(b)(5)", "AC-3(3)(c)", "AC-3(4)", "AC-3(4)(a)",
      "AC-3(4)(b)", "AC-3(4)(c)", "AC-3(4)(d)", "AC-3(4)(e)", "AC-3(7)", "AC-3(8)", "AC-3(12)(a)",
      "AC-3(13)", "AC-3(15)(a)", "AC-3(15)(b)", "AC-4(28)", AC-6, AC-24, "CM-5(1)(a)", MP-2, "SC-23(3)"]
  soc2: [CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-3, AC-6, CA-7, "CA-7(a)(b)", "SI-4(2)", "SI-4(4)", "SI-4(5)", "SI-4(a)(b)(c)"]
reread: ["ec2:DescribeInstances"]
remediation:
  safety: manual
  text: >
    See in the metric MetadataNoToken that nothing on the instance uses version 1 any more, then require tokens.
    Old SDKs and agents stop getting credentials, so update them first.
  summary: Requires session tokens for the instance's metadata.
  permissions: ["ec2:ModifyInstanceMetadataOptions"]
  calls:
    - service: ec2
      operation: ModifyInstanceMetadataOptions
      parameters: "{'InstanceId': id, 'HttpTokens': 'required'}"
  inverse:
    - service: ec2
      operation: ModifyInstanceMetadataOptions
      parameters: "{'InstanceId': id, 'HttpTokens': resource.MetadataOptions.HttpTokens}"
tests:
  - name: tokens required
    resource: { MetadataOptions: { HttpTokens: required, HttpEndpoint: enabled, HttpPutResponseHopLimit: 2 } }
    expect: pass
  - name: the service off
    resource: { MetadataOptions: { HttpTokens: optional, HttpEndpoint: disabled } }
    expect: pass
  - name: tokens optional
    id: i-0a1b2c3d4e5f60718
    resource: { MetadataOptions: { HttpTokens: optional, HttpEndpoint: enabled } }
    expect: fail
    plan:
      - service: ec2
        operation: ModifyInstanceMetadataOptions
        parameters: { InstanceId: i-0a1b2c3d4e5f60718, HttpTokens: required }
    inverse:
      - service: ec2
        operation: ModifyInstanceMetadataOptions
        parameters: { InstanceId: i-0a1b2c3d4e5f60718, HttpTokens: optional }
  - { name: options never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/ec2-instance-role-attached.yaml",
##"""
id: aws.ec2.ec2-instance-role-attached
title: EC2 instances get their permissions from an instance role
severity: medium
subject: AWS::EC2::Instance
description: >
  Code on an instance without a role needs access keys in files or variables, which do not expire and are
  found by whoever gets in. The instance must have an instance profile, and the profile must have a role.
pass: >
  resource.?IamInstanceProfile.orValue('') != ''
    && ref('AWS::IAM::InstanceProfile', resource.IamInstanceProfile).Roles.size() > 0
evidence: >
  {'IamInstanceProfile': resource.?IamInstanceProfile.orValue('')}
notes: >
  The benchmark really asks whether code on the instance needs AWS at all, which nobody can see from
  outside: exclude instances that do not.
frameworks:
  nist_800_53_r5: [AC-3, "CM-5(1)(a)", "CM-6(a)"]
  iso27001_2022: [A.8.2, A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeInstances", "ec2:DescribeIamInstanceProfileAssociations", "iam:GetInstanceProfile"]
remediation:
  safety: manual
  text: >
    Make a role with just the permissions that the code needs, put it into an instance profile and associate
    that with the instance (ec2 AssociateIamInstanceProfile, undone by DisassociateIamInstanceProfile). Then
    delete the access keys from the instance. Which permissions are needed is yours to say, so no call is
    prepared.
tests:
  - name: a profile with a role
    resource: { IamInstanceProfile: web }
    related: [{ kind: AWS::IAM::InstanceProfile, id: web, properties: { Roles: [web] } }]
    expect: pass
  - { name: no profile, resource: { IamInstanceProfile: null }, expect: fail }
  - name: a profile without a role
    resource: { IamInstanceProfile: web }
    related: [{ kind: AWS::IAM::InstanceProfile, id: web, properties: { Roles: [] } }]
    expect: fail
  - { name: a profile that was never seen, resource: { IamInstanceProfile: web }, expect: unknown }
  - { name: a profile never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/nacl-no-public-admin-ports.yaml",
##"""
id: aws.ec2.nacl-no-public-admin-ports
title: Network ACLs do not let the IPv4 internet reach administration ports
severity: medium
subject: AWS::EC2::NetworkAcl
description: >
  A network ACL is the second fence around a subnet: it holds where a security group was opened by mistake.
  An entry fails if it allows the IPv4 internet in to SSH or RDP, over tcp, udp or every protocol, whatever
  its number: the benchmark counts an allowing entry even if a denial stands before it.
params:
  ports: [22, 3389]
  protocols: ["6", "17"]
params_until:
  "3.0": { protocols: ["6"] }
pass: >
  !resource.Entries.exists(e, !e.Egress && e.RuleAction == 'allow' && e.?CidrBlock.orValue('').isInternetRange()
    && (e.Protocol == '-1' || e.Protocol in params.protocols && params.ports.exists(port,
      !has(e.FromPort) || e.FromPort <= port && port <= e.ToPort)))
evidence: >
  resource.Entries.filter(e, !e.Egress && e.RuleAction == 'allow' && e.?CidrBlock.orValue('').isInternetRange()
    && (e.Protocol == '-1' || e.Protocol in params.protocols && params.ports.exists(port,
      !has(e.FromPort) || e.FromPort <= port && port <= e.ToPort)))
notes: >
  Up to 3.0 the benchmark names tcp alone, from 4.0 on udp too. ::/0 is not in its text. The ACL that a new VPC
  brings along allows everything and is not named in any record: it is judged once it was read. Entries are by
  protocol number; -1 is every one.
frameworks:
  nist_800_53_r5: ["AC-4(21)", "AC-17(1)", "AC-17(4)(a)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-2(2)",
      "CM-2(a)", "CM-6(a)", "CM-7(b)", "CM-8(6)", "CM-9(b)", "SC-7(5)", "SC-7(7)", "SC-7(11)", "SC-7(12)",
      "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7(a)",
      "SC-7(c)"]
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", "AC-21(b)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeNetworkAcls"]
remediation:
  safety: manual
  text: >
    Narrow the entry to the networks that administer the hosts, or put ports that are needed into entries of
    their own. Taking the one entry away that allows everything would stop all traffic of the subnets, so no
    call is prepared.
tests:
  - name: SSH from everywhere
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 22,
            ToPort: 22 }
    expect: fail
  - name: every protocol, as in the ACL of a new VPC
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0 }
        - { RuleNumber: 32767, Protocol: "-1", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0 }
    expect: fail
  - name: a denial before it does not count
    resource:
      Entries:
        - { RuleNumber: 90, Protocol: "6", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 22,
            ToPort: 22 }
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 0,
            ToPort: 65535 }
    expect: fail
  - name: RDP over udp
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "17", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0,
            FromPort: 3389, ToPort: 3389 }
    expect: fail
  - name: RDP over udp where the parameters name tcp alone
    params: { protocols: ["6"] }
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "17", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0,
            FromPort: 3389, ToPort: 3389 }
    expect: pass
  - name: a port beside those
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "6", RuleAction: allow, Egress: false, CidrBlock: 0.0.0.0/0, FromPort: 443,
            ToPort: 443 }
    expect: pass
  - name: one network
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: false, CidrBlock: 10.0.0.0/8 }
    expect: pass
  - name: the way out
    resource:
      Entries:
        - { RuleNumber: 100, Protocol: "-1", RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0 }
    expect: pass
  - name: everything of IPv6
    resource:
      Entries:
        - { RuleNumber: 101, Protocol: "-1", RuleAction: allow, Egress: false, Ipv6CidrBlock: "::/0" }
    expect: pass
  - name: some entries seen and none of them bad
    resource:
      Entries:
        $partial:
          - { RuleNumber: 32767, Protocol: "-1", RuleAction: deny, Egress: false, CidrBlock: 0.0.0.0/0 }
    expect: unknown
  - { name: entries never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
("aws/ec2/sg-no-ipv4-public-admin-ports.yaml",
##"""
id: aws.ec2.sg-no-ipv4-public-admin-ports
title: Security groups do not open administration ports to the IPv4 internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  SSH and RDP that anybody on the internet can reach are found by scanners within minutes and guessed at from
  then on. A rule counts if its range or protocol covers one of the ports and its source is the IPv4 internet.
params:
  ports: [22, 3389]
  protocols: [tcp, udp]
params_until:
  "3.0": { protocols: [tcp] }
pass: >
  (resource.SecurityGroupIngress.openToIPv4Internet(params.protocols, params.ports).size() == 0
    || resource.SecurityGroupIngress.filter(r, !has(r.SourcePrefixListId))
      .openToIPv4Internet(params.protocols, params.ports).size() == 0)
  && !resource.SecurityGroupIngress.exists(r, has(r.SourcePrefixListId)
    && params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, !e.Cidr.contains(':') && e.Cidr.isInternetRange()))
evidence: >
  resource.SecurityGroupIngress.filter(r, !has(r.SourcePrefixListId))
    .openToIPv4Internet(params.protocols, params.ports)
  + resource.SecurityGroupIngress.filter(r, has(r.SourcePrefixListId)
    && params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, !e.Cidr.contains(':') && e.Cidr.isInternetRange()))
notes: >
  Up to 3.0 the benchmark names tcp alone (and the protocol "all"), from 4.0 on udp too. Sources count as the internet if, alone or
  together, they hold as many public addresses as a prefix of 7 bits leaves, which is more than any single
  owner has: so neither its halves nor a list of many small parts slip through. A rule by prefix list is judged by the list once that was seen; until then such a rule on an administration
  port is unknown.
frameworks:
  nist_800_53_r5: ["AC-17(1)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-9(b)", "SC-7(7)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(c)"]
  soc2: [CC6.6, CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules", "ec2:DescribeManagedPrefixLists",
    "ec2:GetManagedPrefixListEntries"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the addresses that administer the hosts. Better still, reach hosts
    through Session Manager or a bastion and open no administration port at all.
  summary: Revokes the one ingress rule that opens an administration port to the IPv4 internet.
  guard: item.admitsIPv4Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: a rule for SSH from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }
  - name: only the bad rule is revoked, by its id, and its neighbour stays
    id: sg-0a1b2c3d4e5f60718
    resource:
      SecurityGroupIngress:
        - { $id: sgr-1, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
        - { $id: sgr-2, IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: "0.0.0.0/0" }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters: { GroupId: sg-0a1b2c3d4e5f60718, SecurityGroupRuleIds: [sgr-2] }
  - name: a range that contains the port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 20, ToPort: 25, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: every protocol
    resource:
      SecurityGroupIngress:
        - { IpProtocol: "-1", CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: a block that no single owner holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/1" }
    expect: fail
  - name: one owner's block
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "10.0.0.0/8" }
    expect: pass
  - name: udp alone
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: udp where the parameters name tcp alone
    params: { protocols: [tcp] }
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: another port from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: the other address family is another control's
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass
  - name: another group as the source
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-11111111 }
    expect: pass
  - name: five rules, two of them open on other ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "0.0.0.0/0" }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "10.0.0.0/8" }
        - { IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: "10.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 8000, ToPort: 9000, CidrIp: "192.168.0.0/16" }
    expect: pass
  - name: no rules at all
    resource: { SecurityGroupIngress: [] }
    expect: pass
  - name: rules never observed
    resource: { GroupName: web }
    expect: unknown
  - name: some rules observed and none of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0" }
    expect: unknown
  - name: some rules observed and one of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    expect: unknown
  - name: a prefix list on the port that holds the internet
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    related:
      - kind: AWS::EC2::PrefixList
        id: pl-12345678
        properties: { Entries: [{ Cidr: 0.0.0.0/0 }] }
    expect: fail
    guard: false
  - name: a prefix list on the port that holds one network
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    related:
      - kind: AWS::EC2::PrefixList
        id: pl-12345678
        properties: { Entries: [{ Cidr: 203.0.113.0/24 }] }
    expect: pass
  - name: a prefix list that was never seen, and a rule that is open whatever it holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
    expect: fail
  - name: a prefix list on another port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-12345678 }
    expect: pass
  - name: rules that open the internet together only
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "1.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIp: "2.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIp: "3.0.0.0/8" }
    expect: fail
  - name: the same blocks on different ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "1.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: "2.0.0.0/8" }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "3.0.0.0/8" }
    expect: pass
  - name: types and codes of ICMP are no ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: icmp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass

"""##),
("aws/ec2/sg-no-ipv6-public-admin-ports.yaml",
##"""
id: aws.ec2.sg-no-ipv6-public-admin-ports
title: Security groups do not open administration ports to the IPv6 internet
severity: high
subject: AWS::EC2::SecurityGroup
description: >
  SSH and RDP that anybody on the internet can reach are found by scanners within minutes and guessed at from
  then on. A rule counts if its range or protocol covers one of the ports and its source is the IPv6 internet.
params:
  ports: [22, 3389]
  protocols: [tcp, udp]
params_until:
  "3.0": { protocols: [tcp] }
pass: >
  (resource.SecurityGroupIngress.openToIPv6Internet(params.protocols, params.ports).size() == 0
    || resource.SecurityGroupIngress.filter(r, !has(r.SourcePrefixListId))
      .openToIPv6Internet(params.protocols, params.ports).size() == 0)
  && !resource.SecurityGroupIngress.exists(r, has(r.SourcePrefixListId)
    && params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.contains(':') && e.Cidr.isInternetRange()))
evidence: >
  resource.SecurityGroupIngress.filter(r, !has(r.SourcePrefixListId))
    .openToIPv6Internet(params.protocols, params.ports)
  + resource.SecurityGroupIngress.filter(r, has(r.SourcePrefixListId)
    && params.ports.exists(port, params.protocols.exists(protocol, r.admitsPort(protocol, port)))
    && ref('AWS::EC2::PrefixList', r.SourcePrefixListId).Entries.exists(e, e.Cidr.contains(':') && e.Cidr.isInternetRange()))
notes: >
  Up to 3.0 the benchmark names tcp alone (and the protocol "all"), from 4.0 on udp too. Sources count as the internet if, alone or
  together, they hold as many public addresses as a prefix of 11 bits leaves inside 2000::/3, which is more than any single
  owner has: so neither its halves nor a list of many small parts slip through. A rule by prefix list is judged by the list once that was seen; until then such a rule on an administration
  port is unknown.
frameworks:
  nist_800_53_r5: ["AC-17(1)", "AC-17(9)", "AC-17(10)", "AC-17(b)", "CM-9(b)", "SC-7(7)", "SC-7(11)",
      "SC-7(12)", "SC-7(16)", "SC-7(21)", "SC-7(24)(b)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)",
      "SC-7(a)", "SC-7(c)"]
  soc2: [CC6.6, CC7.2]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
  fedramp: [AC-4, AC-17, "AC-17(1)", CM-2, SC-4, SC-7, "SC-7(3)"]
reread: ["ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules", "ec2:DescribeManagedPrefixLists",
    "ec2:GetManagedPrefixListEntries"]
remediation:
  safety: guarded
  text: >
    Remove the rule, or narrow its source to the addresses that administer the hosts. Better still, reach hosts
    through Session Manager or a bastion and open no administration port at all.
  summary: Revokes the one ingress rule that opens an administration port to the IPv6 internet.
  guard: item.admitsIPv6Internet()
  permissions: ["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroupRules"]
  forEach: evidence
  calls:
    - when: item_id != ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'SecurityGroupRuleIds': [item_id]}"
    - when: item_id == ''
      service: ec2
      operation: RevokeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
  inverse:
    - service: ec2
      operation: AuthorizeSecurityGroupIngress
      parameters: "{'GroupId': id, 'IpPermissions': [item.ipPermission()]}"
tests:
  - name: a rule for SSH from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
    guard: true
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }
    inverse:
      - service: ec2
        operation: AuthorizeSecurityGroupIngress
        parameters:
          GroupId: subject-1
          IpPermissions:
            - { IpProtocol: tcp, FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }
  - name: only the bad rule is revoked, by its id, and its neighbour stays
    id: sg-0a1b2c3d4e5f60718
    resource:
      SecurityGroupIngress:
        - { $id: sgr-1, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
        - { $id: sgr-2, IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: "::/0" }
    expect: fail
    plan:
      - service: ec2
        operation: RevokeSecurityGroupIngress
        parameters: { GroupId: sg-0a1b2c3d4e5f60718, SecurityGroupRuleIds: [sgr-2] }
  - name: a range that contains the port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 20, ToPort: 25, CidrIpv6: "::/0" }
    expect: fail
  - name: every protocol
    resource:
      SecurityGroupIngress:
        - { IpProtocol: "-1", CidrIpv6: "::/0" }
    expect: fail
  - name: a block that no single owner holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2000::/3" }
    expect: fail
  - name: one owner's block
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2001:db8::/32" }
    expect: pass
  - name: udp alone
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
  - name: udp where the parameters name tcp alone
    params: { protocols: [tcp] }
    resource:
      SecurityGroupIngress:
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass
  - name: another port from everywhere
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
    expect: pass
  - name: the other address family is another control's
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }
    expect: pass
  - name: another group as the source
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-11111111 }
    expect: pass
  - name: no rules at all
    resource: { SecurityGroupIngress: [] }
    expect: pass
  - name: rules never observed
    resource: { GroupName: web }
    expect: unknown
  - name: some rules observed and none of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: "::/0" }
    expect: unknown
  - name: some rules observed and one of them bad
    resource:
      SecurityGroupIngress:
        $partial:
          - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
  - name: a prefix list on the port, whose content is not known
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    expect: unknown
  - name: a prefix list on the port that holds the internet
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    related:
      - kind: AWS::EC2::PrefixList
        id: pl-12345678
        properties: { Entries: [{ Cidr: "::/0" }] }
    expect: fail
    guard: false
  - name: a prefix list on the port that holds one network
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
    related:
      - kind: AWS::EC2::PrefixList
        id: pl-12345678
        properties: { Entries: [{ Cidr: "2001:db8::/32" }] }
    expect: pass
  - name: a prefix list that was never seen, and a rule that is open whatever it holds
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-12345678 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: fail
  - name: a prefix list on another port
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-12345678 }
    expect: pass
  - name: rules that open the internet together only
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2400::/12" }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 1024, CidrIpv6: "2600::/12" }
    expect: fail
  - name: the same blocks on different ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: "2400::/12" }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIpv6: "2600::/12" }
    expect: pass
  - name: types and codes of ICMP are no ports
    resource:
      SecurityGroupIngress:
        - { IpProtocol: icmp, FromPort: 22, ToPort: 22, CidrIpv6: "::/0" }
    expect: pass

"""##),
("aws/ec2/vpc-endpoints-for-aws-services.yaml",
##"""
id: aws.ec2.vpc-endpoints-for-aws-services
title: VPCs reach the services of AWS through endpoints of their own
severity: low
subject: AWS::EC2::VPC
description: >
  Without an endpoint, requests to S3 and DynamoDB leave the network through a gateway to the internet. For each
  service a working endpoint of the VPC must be there, and a gateway endpoint must be in every route table that
  subnets of the VPC use. Which VPCs and services are in scope is a decision for people: set `services`, and exclude
  VPCs in which nothing talks to AWS.
params: { services: [s3, dynamodb] }
pass: >
  params.services.all(service, regional('AWS::EC2::VPCEndpoint').exists(e, e.?VpcId.orValue('') == id
    && e.?ServiceName.orValue('').endsWith('.' + service) && e.?State.orValue('') == 'available'
    && (e.?VpcEndpointType.orValue('') != 'Gateway'
      || regional('AWS::EC2::RouteTable').all(t, t.?VpcId.orValue('') != id || idOf(t) in e.RouteTableIds
        || !(t.?IsMain.orValue(false)
          || regional('AWS::EC2::SubnetRouteTableAssociation').exists(a,
            a.?RouteTableId.orValue('') == idOf(t)))))))
evidence: >
  {'endpoints': regional('AWS::EC2::VPCEndpoint').filter(e, e.?VpcId.orValue('') == id)
    .map(e, e.?ServiceName.orValue(''))}
notes: >
  Whether the endpoint's policy lets the requests through is not looked at. An interface endpoint is billed, a gateway
  endpoint is not.
reread: ["ec2:DescribeVpcEndpoints", "ec2:DescribeRouteTables"]
remediation:
  safety: manual
  text: >
    Create gateway endpoints for S3 and DynamoDB in the VPC and name every route table that its subnets use. Check
    first which buckets' policies ask for the public address of the VPC's gateway.
tests:
  - name: a gateway endpoint in every table that is used
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Gateway, State: available,
            RouteTableIds: [rtb-1] }
      - { kind: AWS::EC2::RouteTable, id: rtb-1, properties: { VpcId: vpc-1, IsMain: true } }
      - { kind: AWS::EC2::RouteTable, id: rtb-2, properties: { VpcId: vpc-1, IsMain: false } }
      - { kind: AWS::EC2::RouteTable, id: rtb-3, properties: { VpcId: vpc-2, IsMain: true } }
    expect: pass
  - name: an interface endpoint needs no route
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: pass
  - name: a subnet's table without the endpoint
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Gateway, State: available,
            RouteTableIds: [rtb-1] }
      - { kind: AWS::EC2::RouteTable, id: rtb-1, properties: { VpcId: vpc-1, IsMain: true } }
      - { kind: AWS::EC2::RouteTable, id: rtb-2, properties: { VpcId: vpc-1, IsMain: false } }
      - kind: AWS::EC2::SubnetRouteTableAssociation
        id: rtbassoc-1
        properties: { RouteTableId: rtb-2, SubnetId: subnet-1 }
    expect: fail
  - { name: no endpoint, id: vpc-1, scopes_complete: true, expect: fail }
  - name: one of two services
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: fail
  - name: an endpoint of another VPC
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties:
          { VpcId: vpc-2, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface, State: available }
    expect: fail
  - name: an endpoint whose state is not known
    id: vpc-1
    params: { services: [s3] }
    scopes_complete: true
    related:
      - kind: AWS::EC2::VPCEndpoint
        id: vpce-1
        properties: { VpcId: vpc-1, ServiceName: com.amazonaws.us-east-1.s3, VpcEndpointType: Interface }
    expect: unknown
  - { name: endpoints never listed, id: vpc-1, expect: unknown }

"""##),
("aws/ec2/vpc-flow-logs-enabled.yaml",
##"""
id: aws.ec2.vpc-flow-logs-enabled
title: Every VPC has a flow log that records rejected traffic
severity: medium
subject: AWS::EC2::VPC
description: >
  A flow log tells who tried to reach what, and is often all there is when an incident is looked into. It counts if
  it is of the VPC itself, is active, and records rejected traffic (REJECT or ALL).
pass: >
  regional('AWS::EC2::FlowLog').exists(f, has(f.ResourceId) && f.ResourceId == id
    && f.?FlowLogStatus.orValue('ACTIVE') == 'ACTIVE' && f.?TrafficType.orValue('') in params.trafficTypes)
params: { trafficTypes: [REJECT, ALL] }
evidence: >
  {'flowLogs': regional('AWS::EC2::FlowLog').filter(f, has(f.ResourceId) && f.ResourceId == id).map(f, idOf(f))}
notes: >
  Flow logs of subnets and of interfaces do not count, and a VPC in which nothing runs counts as any other. Whether
  the records reach their destination is not looked at.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-6(3)",
      "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)",
      "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)", "CM-6(a)",
      "CM-9(b)", "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SI-4(17)", "SI-7(8)"]
  soc2: [CC7.2, CC7.3]
  iso27001_2022: [A.8.15, A.8.16, A.8.20, A.8.21, A.8.22, A.8.23]
  fedramp: [AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["ec2:DescribeFlowLogs"]
remediation:
  safety: manual
  text: >
    Create a flow log for the VPC that records at least rejected traffic, into a bucket or a log group that the
    readers of your logs own. Its records are billed, so the destination is yours to choose and no call is prepared.
tests:
  - name: a flow log of the VPC
    id: vpc-1
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: pass
  - name: rejected traffic is enough
    id: vpc-1
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: REJECT, FlowLogStatus: ACTIVE }
    expect: pass
  - { name: none at all, id: vpc-1, scopes_complete: true, expect: fail }
  - name: accepted traffic alone
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-1, TrafficType: ACCEPT, FlowLogStatus: ACTIVE }
    expect: fail
  - name: of another VPC
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: vpc-2, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - name: of a subnet
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { ResourceId: subnet-1, ResourceType: Subnet, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - name: a flow log of the same VPC id in another region
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        region: eu-west-1
        properties: { ResourceId: vpc-1, TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: fail
  - { name: flow logs never listed, id: vpc-1, expect: unknown }
  - name: a flow log of which nobody knows whose it is
    id: vpc-1
    scopes_complete: true
    related:
      - kind: AWS::EC2::FlowLog
        id: fl-1
        properties: { TrafficType: ALL, FlowLogStatus: ACTIVE }
    expect: unknown

"""##),
("aws/ec2/vpc-peering-least-access-routes.yaml",
##"""
id: aws.ec2.vpc-peering-least-access-routes
title: Routes to peered VPCs are no wider than what is needed of them
severity: medium
subject: AWS::EC2::RouteTable
description: >
  A route to a peered VPC that covers all of it opens every host there, and one that covers everything sends traffic
  there that was meant for elsewhere. A route fails if its destination is everything, or holds the whole of a block of
  either side. How much narrower it could be is a decision for people: review the routes that pass as well.
applies: resource.Routes.exists(r, has(r.VpcPeeringConnectionId))
pass: >
  !resource.Routes.exists(r, has(r.VpcPeeringConnectionId)
    && (r.?DestinationCidrBlock.orValue('') == '0.0.0.0/0' || r.?DestinationIpv6CidrBlock.orValue('') == '::/0'
      || ref('AWS::EC2::VPCPeeringConnection', r.VpcPeeringConnectionId).?RequesterCidrBlocks.orValue([])
        .exists(b, cidr(r.?DestinationCidrBlock.orValue(r.?DestinationIpv6CidrBlock.orValue('255.255.255.255/32')))
          .containsCIDR(b))
      || ref('AWS::EC2::VPCPeeringConnection', r.VpcPeeringConnectionId).?AccepterCidrBlocks.orValue([])
        .exists(b, cidr(r.?DestinationCidrBlock.orValue(r.?DestinationIpv6CidrBlock.orValue('255.255.255.255/32')))
          .containsCIDR(b))))
evidence: resource.Routes.filter(r, has(r.VpcPeeringConnectionId))
notes: >
  What a route by prefix list covers is not looked at. The blocks of the other side are told when it accepts; in an
  account that only asked they come with the next reading of the connection.
frameworks:
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
reread: ["ec2:DescribeVpcPeeringConnections", "ec2:DescribeRouteTables"]
remediation:
  safety: manual
  text: >
    Replace the route by routes to the subnets or hosts that are really talked to, newest first, and watch the flow
    logs for what is cut. Only the people who run both sides know what is needed, so no call is prepared.
tests:
  - name: a route to one subnet of the other side
    resource:
      Routes:
        - { DestinationCidrBlock: 10.1.2.0/24, VpcPeeringConnectionId: pcx-1 }
        - { DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [10.0.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: pass
  - name: a route to everything
    resource: { Routes: [{ DestinationCidrBlock: 0.0.0.0/0, VpcPeeringConnectionId: pcx-1 }] }
    expect: fail
  - name: a route to all of the other side
    resource: { Routes: [{ DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: pcx-1 }] }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [10.0.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: fail
  - name: a route that is wider than the other side
    resource: { Routes: [{ DestinationCidrBlock: 10.0.0.0/8, VpcPeeringConnectionId: pcx-1 }] }
    related:
      - kind: AWS::EC2::VPCPeeringConnection
        id: pcx-1
        properties: { RequesterCidrBlocks: [172.16.0.0/16], AccepterCidrBlocks: [10.1.0.0/16] }
    expect: fail
  - name: a route to everything of IPv6
    resource: { Routes: [{ DestinationIpv6CidrBlock: "::/0", VpcPeeringConnectionId: pcx-1 }] }
    expect: fail
  - name: no route to a peered VPC
    resource: { Routes: [{ DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1 }] }
    expect: notApplicable
  - name: a connection that was never seen
    resource: { Routes: [{ DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: pcx-1 }] }
    expect: unknown
  - { name: routes never observed, resource: { VpcId: vpc-1 }, expect: unknown }

"""##),
]
}
