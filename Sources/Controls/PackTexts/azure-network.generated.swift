// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let azureNetwork: [(path: String, text: String)] = [
("azure/network/nsg-http.yaml",
##"""
id: azure.network.nsg-http
title: HTTP is not open to the internet
severity: medium
subject: Microsoft.Network/networkSecurityGroups
description: >
  What answers on the ports of the web should stand behind an application gateway or firewall; a rule that
  lets the internet in directly deserves a look.
params: { ports: [80, 443] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "78-83"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "80", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-rdp.yaml",
##"""
id: azure.network.nsg-rdp
title: RDP is not open to the internet
severity: critical
subject: Microsoft.Network/networkSecurityGroups
description: >
  RDP that anybody on the internet can reach is the most common way in for whoever then encrypts everything.
params: { ports: [3389] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "3387-3392"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "3389", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-ssh.yaml",
##"""
id: azure.network.nsg-ssh
title: SSH is not open to the internet
severity: critical
subject: Microsoft.Network/networkSecurityGroups
description: >
  SSH that anybody on the internet can reach is found within minutes and guessed at from then on.
params: { ports: [22] }
pass: resource.securityRules.openToInternet(['tcp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['tcp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "20-25"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
              sourceAddressPrefix: "*",
            destinationPortRange: "22", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Tcp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
("azure/network/nsg-udp.yaml",
##"""
id: azure.network.nsg-udp
title: UDP is not open to the internet
severity: high
subject: Microsoft.Network/networkSecurityGroups
description: >
  Services that answer over UDP can be made to flood others: a forged sender gets an answer many times as
  long as the question.
params: { ports: [53, 123, 161, 389, 1900] }
pass: resource.securityRules.openToInternet(['udp'], params.ports).size() == 0
evidence: resource.securityRules.openToInternet(['udp'], params.ports)
notes: >
  The sources "*", "Any", "Internet" and every range as wide as the internet count, alone, in a list or spread over
  several rules. Rules are asked by rising priority: a denial of every destination takes from later rules the
  addresses that it names. Which interfaces and subnets use the group is not looked at.
frameworks:
  soc2: [CC6.6]
  iso27001_2022: [A.8.14, A.8.20, A.8.21, A.8.22]
remediation:
  safety: manual
  text: >
    Remove the rule or narrow its source to the addresses that need it; prefer Bastion or just-in-time access for
    administration.
  summary: Removes the one rule that lets the internet in.
  permissions:
    - Microsoft.Network/networkSecurityGroups/securityRules/delete
    - Microsoft.Network/networkSecurityGroups/securityRules/write
  forEach: evidence
  calls:
    - method: DELETE
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
  inverse:
    - method: PUT
      url: "'https://management.azure.com' + id + '/securityRules/' + item.name"
      query: "{'api-version': '2024-05-01'}"
      body: "{'properties': mapWithout(item, 'name')}"
tests:
  - name: open to every source
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
    plan:
      - method: DELETE
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/web/providers/microsoft.network/networksecuritygroups/front/securityRules/open
        query: { api-version: "2024-05-01" }
  - name: open to the service tag Internet
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: Internet,
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: open to 0.0.0.0/0 in a list
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefixes: [10.0.0.0/8, 0.0.0.0/0],
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: a range that contains the port, in a list, and every protocol
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "*",
              sourceAddressPrefix: "*",
            destinationPortRanges: ["443", "51-56"], destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: every port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: one network
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: 203.0.113.0/24,
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: another port
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: outbound
    resource:
      securityRules:
        - { name: open, priority: 100, access: Allow, direction: Outbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial
    resource:
      securityRules:
        - { name: open, priority: 100, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial with precedence
    resource:
      securityRules:
        - { name: stop, priority: 90, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: a denial that comes too late
    resource:
      securityRules:
        - { name: stop, priority: 200, access: Deny, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
              sourceAddressPrefix: "*",
            destinationPortRange: "53", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - { name: no rules of its own, resource: { securityRules: [] }, expect: pass }
  - { name: rules never observed, resource: { location: westeurope }, expect: unknown }
  - name: some rules observed and none of them bad
    resource:
      securityRules:
        $partial:
          - { name: open, priority: 100, access: Allow, direction: Inbound, protocol: "Udp",
                sourceAddressPrefix: "*",
            destinationPortRange: "8443", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: unknown
  - name: rules that open the internet together only
    resource:
      securityRules:
        - { name: low, priority: 100, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "1.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: middle, priority: 110, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "2.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "3.0.0.0/8",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail
  - name: denied in two halves before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: high, priority: 110, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "128.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: pass
  - name: one half denied before
    resource:
      securityRules:
        - { name: low, priority: 100, access: Deny, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/1",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
        - { name: open, priority: 120, access: Allow, direction: Inbound, protocol: "*", sourceAddressPrefix: "0.0.0.0/0",
              destinationPortRange: "*", destinationAddressPrefix: "*", sourcePortRange: "*" }
    expect: fail

"""##),
]
}
