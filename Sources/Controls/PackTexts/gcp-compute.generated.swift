// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let gcpCompute: [(path: String, text: String)] = [
("gcp/compute/firewall-rdp.yaml",
##"""
id: gcp.compute.firewall-rdp
title: RDP is not open to the internet
severity: critical
subject: compute.googleapis.com/Firewall
description: >
  RDP that anybody on the internet can reach is the most common way in for whoever then encrypts everything.
params: { port: 3389 }
pass: >
  resource.?direction.orValue('INGRESS') != 'INGRESS' || resource.?disabled.orValue(false)
    || !resource.?allowed.orValue([]).exists(a, a.admitsFirewallPort('tcp', params.port))
    || !(resource.?sourceRanges.orValue([]).areInternetRanges()
      || (resource.?sourceRanges.orValue([]).size() == 0 && resource.?sourceTags.orValue([]).size() == 0
        && resource.?sourceServiceAccounts.orValue([]).size() == 0))
evidence: >
  {'sourceRanges': resource.?sourceRanges.orValue([]), 'allowed': resource.?allowed.orValue([])}
notes: >
  A rule without any source admits everybody. Rules of firewall policies, and denials with precedence, are not
  looked at.
frameworks:
  nist_800_53_r5: [CA-9, SC-7]
  soc2: [CC6.6, CC6.7]
  iso27001_2022: [A.8.20]
remediation:
  safety: manual
  text: >
    Narrow the rule's source ranges, or remove it and reach hosts through Identity-Aware Proxy. The plan disables the
    rule, which keeps it for the way back.
  summary: Disables the firewall rule that lets the internet reach port 3389.
  permissions: [compute.firewalls.update, compute.firewalls.get, compute.networks.updatePolicy]
  calls:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': true}"
  inverse:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': false}"
  expected: "{'disabled': true}"
tests:
  - name: open to 0.0.0.0/0
    id: compute.googleapis.com/projects/example-project/global/firewalls/open
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: [0.0.0.0/0]
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: fail
    plan:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: true }
    inverse:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: false }
  - name: open to ::/0, a range that contains the port
    resource: { direction: INGRESS, disabled: false, sourceRanges: ["::/0"], allowed: [{ IPProtocol: tcp,
        ports: ["3387-3392"] }] }
    expect: fail
  - name: every protocol
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: fail
  - name: tcp without ports
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: tcp }] }
    expect: fail
  - name: no source at all
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: fail
  - name: tags as the only source
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: [bastion]
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["3389"] }]
    expect: pass
  - name: one network
    resource: { direction: INGRESS, disabled: false, sourceRanges: [203.0.113.0/24],
        allowed: [{ IPProtocol: tcp, ports: ["3389"] }] }
    expect: pass
  - name: udp alone
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0], allowed: [{ IPProtocol: udp,
        ports: ["3389"] }] }
    expect: pass
  - { name: outwards, resource: { direction: EGRESS }, expect: pass }
  - name: disabled
    resource: { direction: INGRESS, disabled: true, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: pass
  - { name: nothing allowed, resource: { direction: INGRESS, disabled: false, allowed: null }, expect: pass }
  - name: sources never observed
    resource: { direction: INGRESS, disabled: false, allowed: [{ IPProtocol: all }] }
    expect: unknown
  - { name: never observed, resource: { network: global/networks/default }, expect: unknown }
  - name: ranges that are the internet together only
    resource: { direction: INGRESS, disabled: false, sourceRanges: [1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8],
        allowed: [{ IPProtocol: tcp, ports: ["3389"] }] }
    expect: fail

"""##),
("gcp/compute/firewall-ssh.yaml",
##"""
id: gcp.compute.firewall-ssh
title: SSH is not open to the internet
severity: critical
subject: compute.googleapis.com/Firewall
description: >
  SSH that anybody on the internet can reach is found within minutes and guessed at from then on.
params: { port: 22 }
pass: >
  resource.?direction.orValue('INGRESS') != 'INGRESS' || resource.?disabled.orValue(false)
    || !resource.?allowed.orValue([]).exists(a, a.admitsFirewallPort('tcp', params.port))
    || !(resource.?sourceRanges.orValue([]).areInternetRanges()
      || (resource.?sourceRanges.orValue([]).size() == 0 && resource.?sourceTags.orValue([]).size() == 0
        && resource.?sourceServiceAccounts.orValue([]).size() == 0))
evidence: >
  {'sourceRanges': resource.?sourceRanges.orValue([]), 'allowed': resource.?allowed.orValue([])}
notes: >
  A rule without any source admits everybody. Rules of firewall policies, and denials with precedence, are not
  looked at.
frameworks:
  nist_800_53_r5: [CA-9, SC-7]
  soc2: [CC6.6, CC6.7]
  iso27001_2022: [A.8.20]
remediation:
  safety: manual
  text: >
    Narrow the rule's source ranges, or remove it and reach hosts through Identity-Aware Proxy. The plan disables the
    rule, which keeps it for the way back.
  summary: Disables the firewall rule that lets the internet reach port 22.
  permissions: [compute.firewalls.update, compute.firewalls.get, compute.networks.updatePolicy]
  calls:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': true}"
  inverse:
    - method: PATCH
      url: id.replace('compute.googleapis.com/', 'https://compute.googleapis.com/compute/v1/')
      body: "{'disabled': false}"
  expected: "{'disabled': true}"
tests:
  - name: open to 0.0.0.0/0
    id: compute.googleapis.com/projects/example-project/global/firewalls/open
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: [0.0.0.0/0]
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: fail
    plan:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: true }
    inverse:
      - method: PATCH
        url: https://compute.googleapis.com/compute/v1/projects/example-project/global/firewalls/open
        body: { disabled: false }
  - name: open to ::/0, a range that contains the port
    resource: { direction: INGRESS, disabled: false, sourceRanges: ["::/0"], allowed: [{ IPProtocol: tcp,
        ports: ["20-25"] }] }
    expect: fail
  - name: every protocol
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: fail
  - name: tcp without ports
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: tcp }] }
    expect: fail
  - name: no source at all
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: null
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: fail
  - name: tags as the only source
    resource:
      direction: INGRESS
      disabled: false
      sourceRanges: null
      sourceTags: [bastion]
      sourceServiceAccounts: null
      allowed: [{ IPProtocol: tcp, ports: ["22"] }]
    expect: pass
  - name: one network
    resource: { direction: INGRESS, disabled: false, sourceRanges: [203.0.113.0/24],
        allowed: [{ IPProtocol: tcp, ports: ["22"] }] }
    expect: pass
  - name: udp alone
    resource: { direction: INGRESS, disabled: false, sourceRanges: [0.0.0.0/0], allowed: [{ IPProtocol: udp,
        ports: ["22"] }] }
    expect: pass
  - { name: outwards, resource: { direction: EGRESS }, expect: pass }
  - name: disabled
    resource: { direction: INGRESS, disabled: true, sourceRanges: [0.0.0.0/0],
        allowed: [{ IPProtocol: all }] }
    expect: pass
  - { name: nothing allowed, resource: { direction: INGRESS, disabled: false, allowed: null }, expect: pass }
  - name: sources never observed
    resource: { direction: INGRESS, disabled: false, allowed: [{ IPProtocol: all }] }
    expect: unknown
  - { name: never observed, resource: { network: global/networks/default }, expect: unknown }
  - name: ranges that are the internet together only
    resource: { direction: INGRESS, disabled: false, sourceRanges: [1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8],
        allowed: [{ IPProtocol: tcp, ports: ["22"] }] }
    expect: fail

"""##),
]
}
