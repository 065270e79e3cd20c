// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let azureStorage: [(path: String, text: String)] = [
("azure/storage/storage-blob-anonymous-off.yaml",
##"""
id: azure.storage.storage-blob-anonymous-off
title: Storage accounts allow no anonymous access to blobs
severity: critical
subject: Microsoft.Storage/storageAccounts
description: >
  While the account allows it, anybody who may change a container can publish its content to everyone.
pass: "!resource.?allowBlobPublicAccess.orValue(true)"
evidence: >
  {'allowBlobPublicAccess': resource.?allowBlobPublicAccess.orValue(true)}
frameworks:
  soc2: [CC6.1]
  iso27001_2022: [A.8.1, A.8.2]
remediation:
  safety: manual
  text: Switch anonymous access off for the account, once no public container is meant to be one.
  summary: Switches anonymous access to blobs off for the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'allowBlobPublicAccess': false}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'allowBlobPublicAccess': true}}"
tests:
  - { name: "off", resource: { allowBlobPublicAccess: false }, expect: pass }
  - { name: on, resource: { allowBlobPublicAccess: true }, expect: fail }
  - { name: an old account that does not say, resource: { allowBlobPublicAccess: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-default-deny.yaml",
##"""
id: azure.storage.storage-default-deny
title: The default network rule of storage accounts is deny
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  A default of deny lets in only the networks that are named, so that a leaked key alone is not enough.
pass: resource.?networkAcls.?defaultAction.orValue('Allow') == 'Deny'
evidence: >
  {'networkAcls': resource.?networkAcls.orValue({})}
frameworks:
  nist_800_53_r5: [AC-4, AC-17, "AC-17(1)", SC-7, "SC-7(3)"]
remediation:
  safety: manual
  text: Name the networks that need the account, then set the default to deny.
  summary: Sets the default network rule of the account to deny.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'defaultAction': 'Deny'}}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'defaultAction': 'Allow'}}}"
tests:
  - { name: deny, resource: { networkAcls: { defaultAction: Deny } }, expect: pass }
  - { name: allow, resource: { networkAcls: { defaultAction: Allow } }, expect: fail }
  - { name: no rules at all, resource: { networkAcls: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-https-only.yaml",
##"""
id: azure.storage.storage-https-only
title: Storage accounts require secure transfer
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  With secure transfer required, the account answers no request over plain HTTP and no SMB without
  encryption.
pass: resource.?supportsHttpsTrafficOnly.orValue(false)
evidence: >
  {'supportsHttpsTrafficOnly': resource.?supportsHttpsTrafficOnly.orValue(false)}
frameworks:
  nist_800_53_r5: [SC-8, "SC-8(1)"]
  soc2: [CC6.2, CC6.7]
  iso27001_2022: [A.8.12, A.8.14, A.8.24]
remediation:
  safety: manual
  text: Require secure transfer, once no client uses plain HTTP any more.
  summary: Requires secure transfer for the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'supportsHttpsTrafficOnly': true}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'supportsHttpsTrafficOnly': false}}"
tests:
  - { name: required, resource: { supportsHttpsTrafficOnly: true }, expect: pass }
  - name: not required
    id: /subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/data/providers/microsoft.storage/storageaccounts/example
    resource: { supportsHttpsTrafficOnly: false }
    expect: fail
    plan:
      - method: PATCH
        url: https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/data/providers/microsoft.storage/storageaccounts/example
        query: { api-version: "2023-05-01" }
        body: { properties: { supportsHttpsTrafficOnly: true } }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-min-tls.yaml",
##"""
id: azure.storage.storage-min-tls
title: Storage accounts ask for TLS 1.2 or newer
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  Older versions of TLS can be attacked and no current client needs them.
pass: resource.?minimumTlsVersion.orValue('TLS1_0') in ['TLS1_2', 'TLS1_3']
evidence: >
  {'minimumTlsVersion': resource.?minimumTlsVersion.orValue('TLS1_0')}
frameworks:
  soc2: [CC6.6]
remediation:
  safety: manual
  text: Set the minimum version to TLS 1.2, once no client needs an older one.
  summary: Sets the minimum TLS version of the account to 1.2.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'minimumTlsVersion': 'TLS1_2'}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'minimumTlsVersion': resource.?minimumTlsVersion.orValue('TLS1_0')}}"
tests:
  - { name: TLS 1.2, resource: { minimumTlsVersion: TLS1_2 }, expect: pass }
  - { name: TLS 1.3, resource: { minimumTlsVersion: TLS1_3 }, expect: pass }
  - { name: TLS 1.0, resource: { minimumTlsVersion: TLS1_0 }, expect: fail }
  - { name: nothing set, resource: { minimumTlsVersion: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-public-access-off.yaml",
##"""
id: azure.storage.storage-public-access-off
title: Storage accounts refuse public network access
severity: high
subject: Microsoft.Storage/storageAccounts
description: >
  An account that only private endpoints can reach cannot be reached with a leaked key from elsewhere.
pass: resource.?publicNetworkAccess.orValue('Enabled') == 'Disabled'
evidence: >
  {'publicNetworkAccess': resource.?publicNetworkAccess.orValue('Enabled')}
frameworks:
  nist_800_53_r5: [AC-4, SC-7, "SC-7(3)"]
remediation:
  safety: manual
  text: Give the clients private endpoints, then disable public network access.
  summary: Disables public network access to the account.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'publicNetworkAccess': 'Disabled'}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'publicNetworkAccess': resource.?publicNetworkAccess.orValue('Enabled')}}"
tests:
  - { name: disabled, resource: { publicNetworkAccess: Disabled }, expect: pass }
  - { name: enabled, resource: { publicNetworkAccess: Enabled }, expect: fail }
  - { name: nothing set, resource: { publicNetworkAccess: null }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
("azure/storage/storage-trusted-services.yaml",
##"""
id: azure.storage.storage-trusted-services
title: Trusted Azure services may reach storage accounts
severity: medium
subject: Microsoft.Storage/storageAccounts
description: >
  Backup, monitoring and other services of the platform reach an account behind its network rules only by
  this exception.
pass: resource.?networkAcls.?bypass.orValue('None').split(',').exists(service, service.trim() == 'AzureServices')
evidence: >
  {'networkAcls': resource.?networkAcls.orValue({})}
frameworks:
  iso27001_2022: [A.8.2, A.8.3]
remediation:
  safety: manual
  text: Let trusted Azure services pass the network rules of the account.
  summary: Lets trusted Azure services pass the network rules.
  permissions: [Microsoft.Storage/storageAccounts/write]
  calls:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'bypass': 'AzureServices'}}}"
  inverse:
    - method: PATCH
      url: "'https://management.azure.com' + id"
      query: "{'api-version': '2023-05-01'}"
      body: "{'properties': {'networkAcls': {'bypass': resource.?networkAcls.?bypass.orValue('None')}}}"
tests:
  - { name: allowed, resource: { networkAcls: { bypass: AzureServices } }, expect: pass }
  - { name: allowed among others, resource: { networkAcls: { bypass: "Logging, AzureServices" } },
        expect: pass }
  - { name: not allowed, resource: { networkAcls: { bypass: None } }, expect: fail }
  - { name: never observed, resource: { location: westeurope }, expect: unknown }

"""##),
]
}
