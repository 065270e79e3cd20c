// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let gcp: [(path: String, text: String)] = [
("gcp/cis-3.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-gcp
version: "3.0"
numbers:
  - { number: "3.6", control: gcp.compute.firewall-ssh, level: 2, assessment: automated }
  - { number: "3.7", control: gcp.compute.firewall-rdp, level: 2, assessment: automated }
  - { number: "5.1", control: gcp.storage.bucket-not-public, level: 1, assessment: automated }
  - { number: "5.2", control: gcp.storage.bucket-uniform-access, level: 2, assessment: automated }
planned:
  - { number: "1.1", key: iam-corporate-login }
  - { number: "1.2", key: identity-mfa }
  - { number: "1.3", key: identity-security-keys }
  - { number: "1.4", key: sa-no-user-keys }
  - { number: "1.5", key: sa-no-admin }
  - { number: "1.6", key: iam-no-project-sa-user }
  - { number: "1.7", key: sa-key-rotation }
  - { number: "1.8", key: iam-sod-sa }
  - { number: "1.9", key: kms-not-public }
  - { number: "1.10", key: kms-rotation }
  - { number: "1.11", key: iam-sod-kms }
  - { number: "1.12", key: apikeys-none-unused }
  - { number: "1.13", key: apikeys-host-restricted }
  - { number: "1.14", key: apikeys-api-restricted }
  - { number: "1.15", key: apikeys-rotation }
  - { number: "1.16", key: essential-contacts }
  - { number: "1.17", key: functions-no-secret-env }
  - { number: "2.1", key: audit-logging-configured }
  - { number: "2.2", key: log-sink-all }
  - { number: "2.3", key: log-bucket-lock }
  - { number: "2.4", key: metric-project-ownership }
  - { number: "2.5", key: metric-audit-config }
  - { number: "2.6", key: metric-custom-role }
  - { number: "2.7", key: metric-firewall }
  - { number: "2.8", key: metric-route }
  - { number: "2.9", key: metric-network }
  - { number: "2.10", key: metric-bucket-iam }
  - { number: "2.11", key: metric-sql-config }
  - { number: "2.12", key: dns-logging }
  - { number: "2.13", key: asset-inventory-on }
  - { number: "2.14", key: access-transparency-on }
  - { number: "2.15", key: access-approval-on }
  - { number: "2.16", key: lb-https-logging }
  - { number: "3.1", key: network-no-default }
  - { number: "3.2", key: network-no-legacy }
  - { number: "3.3", key: dns-dnssec }
  - { number: "3.4", key: dns-ksk-no-sha1 }
  - { number: "3.5", key: dns-zsk-no-sha1 }
  - { number: "3.8", key: subnet-flow-logs }
  - { number: "3.9", key: lb-ssl-policy }
  - { number: "3.10", key: iap-only-google-ranges }
  - { number: "4.1", key: vm-no-default-sa }
  - { number: "4.2", key: vm-default-sa-not-full }
  - { number: "4.3", key: vm-block-project-keys }
  - { number: "4.4", key: project-oslogin }
  - { number: "4.5", key: vm-no-serial-port }
  - { number: "4.6", key: vm-no-ip-forward }
  - { number: "4.7", key: vm-disk-csek }
  - { number: "4.8", key: vm-shielded }
  - { number: "4.9", key: vm-no-public-ip }
  - { number: "4.10", key: appengine-https }
  - { number: "4.11", key: vm-confidential }
  - { number: "4.12", key: vm-os-updates }
  - { number: "6.1.1", key: sql-mysql-no-admin-open }
  - { number: "6.1.2", key: sql-mysql-skip-show-db }
  - { number: "6.1.3", key: sql-mysql-local-infile }
  - { number: "6.2.1", key: sql-pg-log-verbosity }
  - { number: "6.2.2", key: sql-pg-log-connections }
  - { number: "6.2.3", key: sql-pg-log-disconnections }
  - { number: "6.2.4", key: sql-pg-log-statement }
  - { number: "6.2.5", key: sql-pg-log-min-messages }
  - { number: "6.2.6", key: sql-pg-log-min-error }
  - { number: "6.2.7", key: sql-pg-log-min-duration }
  - { number: "6.2.8", key: sql-pg-pgaudit }
  - { number: "6.3.1", key: sql-ms-external-scripts }
  - { number: "6.3.2", key: sql-ms-cross-db }
  - { number: "6.3.3", key: sql-ms-user-connections }
  - { number: "6.3.4", key: sql-ms-user-options }
  - { number: "6.3.5", key: sql-ms-remote-access }
  - { number: "6.3.6", key: sql-ms-trace-3625 }
  - { number: "6.3.7", key: sql-ms-contained-db }
  - { number: "6.4", key: sql-require-tls }
  - { number: "6.5", key: sql-no-any-network }
  - { number: "6.6", key: sql-no-public-ip }
  - { number: "6.7", key: sql-backups }
  - { number: "7.1", key: bq-dataset-not-public }
  - { number: "7.2", key: bq-table-cmek }
  - { number: "7.3", key: bq-dataset-cmek }
  - { number: "7.4", key: bq-classified }
  - { number: "8.1", key: dataproc-cmek }

"""##),
]
}
