// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let aws: [(path: String, text: String)] = [
("aws/cis-1.4.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "1.4"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-default-encryption, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.3", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.4", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.4", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }

"""##),
("aws/cis-1.5.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "1.5"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-default-encryption, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.3", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.4", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: manual }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }

"""##),
("aws/cis-2.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "2.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: manual }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.cloudtrail.cloudtrail-bucket-not-public, level: 1, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated, level: 1, assessment: automated }
  - { number: "3.5", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.6", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.7", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.8", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.9", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.10", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.11", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.6", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }

"""##),
("aws/cis-3.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "3.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: automated }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: manual }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 1, assessment: automated }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "2.3.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.3.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.3.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.4.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 1, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: automated }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: automated }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: automated }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: automated }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: automated }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: automated }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: automated }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: automated }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: automated }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: automated }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: automated }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: automated }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: automated }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.5", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.6", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }

"""##),
("aws/cis-4.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "4.0"
also: ["4.0.1"]
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.account.account-security-questions-registered, level: 1, assessment: manual }
  - { number: "1.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "1.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "1.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.11", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "1.12", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.17", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.18", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "1.19", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.20", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.21", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.22", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "2.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: automated }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: automated }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: automated }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "5.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: manual }
  - { number: "5.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }

"""##),
("aws/cis-5.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "5.0"
numbers:
  - { number: "1.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "1.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "1.3", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "1.4", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.5", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "1.6", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "1.7", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "1.8", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "1.9", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "1.10", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "1.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "1.12", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "1.13", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "1.14", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "1.15", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "1.16", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "1.17", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "1.18", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "1.19", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "1.20", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "1.21", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "2.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "2.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "2.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "2.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "2.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "2.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "3.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "3.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "3.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "3.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "3.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "3.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "3.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "3.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "3.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "4.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "4.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "4.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "4.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "4.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "4.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "4.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "4.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "4.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "4.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "4.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "4.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "4.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "4.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "5.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "5.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "5.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "5.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "5.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "5.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }

"""##),
("aws/cis-6.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "6.0"
numbers:
  - { number: "2.1", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "2.2", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "2.3", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "2.4", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.5", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "2.6", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "2.7", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "2.8", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "2.9", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.10", control: aws.iam.iam-user-no-initial-access-key, level: 1, assessment: manual }
  - { number: "2.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "2.12", control: aws.iam.iam-user-single-active-access-key, level: 1, assessment: automated }
  - { number: "2.13", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "2.14", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "2.15", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "2.16", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "2.17", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "2.18", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "2.19", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "2.20", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.21", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "3.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "3.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "3.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "3.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "3.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "3.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "3.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "3.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "4.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "4.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "4.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "4.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "4.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "4.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "4.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "5.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "5.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "5.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "5.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "5.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "5.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "5.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "5.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "5.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "5.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "5.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "5.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "5.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "5.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "5.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "5.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "6.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "6.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "6.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "6.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "6.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }

"""##),
("aws/cis-7.0.yaml",
##"""
# Written by scripts/benchmark-maps.py; do not edit.
benchmark: cis-aws
version: "7.0"
numbers:
  - { number: "2.1.1", control: aws.organizations.org-centralized-root-access, level: 2, assessment: manual }
  - { number: "2.1.2", control: aws.organizations.org-authorization-guardrails, level: 2, assessment: manual }
  - { number: "2.1.3", control: aws.organizations.org-management-account-no-workloads, level: 2, assessment: manual }
  - { number: "2.1.4", control: aws.organizations.org-ou-structure, level: 2, assessment: manual }
  - { number: "2.1.5", control: aws.organizations.org-delegated-admin-policies, level: 2, assessment: manual }
  - { number: "2.1.6", control: aws.organizations.org-delegated-admin-services, level: 2, assessment: manual }
  - { number: "2.2", control: aws.account.account-contact-details-current, level: 1, assessment: manual }
  - { number: "2.3", control: aws.account.account-security-contact-registered, level: 1, assessment: manual }
  - { number: "2.4", control: aws.iam.root-no-access-keys, level: 1, assessment: automated }
  - { number: "2.5", control: aws.iam.root-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.6", control: aws.iam.root-hardware-mfa-enabled, level: 2, assessment: manual }
  - { number: "2.7", control: aws.iam.root-not-used-for-daily-tasks, level: 1, assessment: manual }
  - { number: "2.8", control: aws.iam.password-policy-min-length-14, level: 1, assessment: automated }
  - { number: "2.9", control: aws.iam.password-policy-prevent-reuse-24, level: 1, assessment: automated }
  - { number: "2.10", control: aws.iam.iam-console-user-mfa-enabled, level: 1, assessment: automated }
  - { number: "2.11", control: aws.iam.iam-unused-credentials-45-days-disabled, level: 1, assessment: automated }
  - { number: "2.12", control: aws.iam.iam-access-key-rotated-90-days, level: 1, assessment: automated }
  - { number: "2.13", control: aws.iam.iam-user-permissions-through-groups-only, level: 1, assessment: automated }
  - { number: "2.14", control: aws.iam.iam-no-full-admin-policy-attached, level: 1, assessment: automated }
  - { number: "2.15", control: aws.iam.support-role-exists, level: 1, assessment: automated }
  - { number: "2.16", control: aws.ec2.ec2-instance-role-attached, level: 2, assessment: automated }
  - { number: "2.17", control: aws.iam.iam-no-expired-server-certificates, level: 1, assessment: automated }
  - { number: "2.18", control: aws.access-analyzer.access-analyzer-enabled-all-regions, level: 1, assessment: automated }
  - { number: "2.19", control: aws.iam.iam-users-managed-by-federation, level: 2, assessment: manual }
  - { number: "2.20", control: aws.iam.cloudshell-full-access-restricted, level: 1, assessment: manual }
  - { number: "2.21", control: aws.events.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.glacier.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.kms.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.lambda.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.s3.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.secretsmanager.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.sns.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "2.21", control: aws.sqs.resource-policy-no-wildcard-principal, level: 1, assessment: manual }
  - { number: "3.1.1", control: aws.s3.s3-bucket-deny-http, level: 2, assessment: automated }
  - { number: "3.1.2", control: aws.s3.s3-bucket-mfa-delete, level: 2, assessment: manual }
  - { number: "3.1.3", control: aws.macie2.s3-data-discovered-classified, level: 2, assessment: manual }
  - { number: "3.1.4", control: aws.s3.s3-block-public-access, level: 1, assessment: automated }
  - { number: "3.2.1", control: aws.rds.rds-storage-encrypted, level: 1, assessment: automated }
  - { number: "3.2.2", control: aws.rds.rds-auto-minor-version-upgrade, level: 1, assessment: automated }
  - { number: "3.2.3", control: aws.rds.rds-not-publicly-accessible, level: 1, assessment: automated }
  - { number: "3.2.4", control: aws.rds.rds-multi-az, level: 1, assessment: manual }
  - { number: "3.3.1", control: aws.elasticfilesystem.efs-encrypted, level: 1, assessment: automated }
  - { number: "4.1", control: aws.cloudtrail.cloudtrail-multi-region-enabled, level: 1, assessment: manual }
  - { number: "4.2", control: aws.cloudtrail.cloudtrail-log-file-validation, level: 2, assessment: automated }
  - { number: "4.3", control: aws.config.config-enabled-all-regions, level: 2, assessment: automated }
  - { number: "4.4", control: aws.cloudtrail.cloudtrail-bucket-access-logging, level: 1, assessment: manual }
  - { number: "4.5", control: aws.cloudtrail.cloudtrail-kms-encrypted, level: 2, assessment: automated }
  - { number: "4.6", control: aws.kms.kms-cmk-rotation-enabled, level: 2, assessment: automated }
  - { number: "4.7", control: aws.ec2.vpc-flow-logs-enabled, level: 2, assessment: automated }
  - { number: "4.8", control: aws.cloudtrail.s3-object-write-logging, level: 2, assessment: automated }
  - { number: "4.9", control: aws.cloudtrail.s3-object-read-logging, level: 2, assessment: automated }
  - { number: "4.10", control: aws.apigateway.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.apigatewayv2.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.cloudfront.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.elasticloadbalancing.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "4.10", control: aws.elasticloadbalancingv2.web-front-end-access-logging, level: 1, assessment: manual }
  - { number: "5.1", control: aws.cloudwatch.monitor-unauthorized-api-calls, level: 2, assessment: manual }
  - { number: "5.2", control: aws.cloudwatch.monitor-console-signin-without-mfa, level: 1, assessment: manual }
  - { number: "5.3", control: aws.cloudwatch.monitor-root-usage, level: 1, assessment: manual }
  - { number: "5.4", control: aws.cloudwatch.monitor-iam-policy-changes, level: 1, assessment: manual }
  - { number: "5.5", control: aws.cloudwatch.monitor-cloudtrail-config-changes, level: 1, assessment: manual }
  - { number: "5.6", control: aws.cloudwatch.monitor-console-auth-failures, level: 2, assessment: manual }
  - { number: "5.7", control: aws.cloudwatch.monitor-cmk-disable-or-deletion, level: 2, assessment: manual }
  - { number: "5.8", control: aws.cloudwatch.monitor-s3-bucket-policy-changes, level: 1, assessment: manual }
  - { number: "5.9", control: aws.cloudwatch.monitor-config-changes, level: 2, assessment: manual }
  - { number: "5.10", control: aws.cloudwatch.monitor-security-group-changes, level: 2, assessment: manual }
  - { number: "5.11", control: aws.cloudwatch.monitor-nacl-changes, level: 2, assessment: manual }
  - { number: "5.12", control: aws.cloudwatch.monitor-network-gateway-changes, level: 1, assessment: manual }
  - { number: "5.13", control: aws.cloudwatch.monitor-route-table-changes, level: 1, assessment: manual }
  - { number: "5.14", control: aws.cloudwatch.monitor-vpc-changes, level: 1, assessment: manual }
  - { number: "5.15", control: aws.cloudwatch.monitor-organizations-changes, level: 1, assessment: manual }
  - { number: "5.16", control: aws.securityhub.security-hub-enabled, level: 2, assessment: automated }
  - { number: "6.1.1", control: aws.ec2.ebs-encryption-by-default, level: 1, assessment: automated }
  - { number: "6.1.2", control: aws.ec2.ec2-cifs-restricted, level: 1, assessment: automated }
  - { number: "6.2", control: aws.ec2.nacl-no-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.3", control: aws.ec2.sg-no-ipv4-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.4", control: aws.ec2.sg-no-ipv6-public-admin-ports, level: 1, assessment: automated }
  - { number: "6.5", control: aws.ec2.default-sg-restricts-all, level: 2, assessment: automated }
  - { number: "6.6", control: aws.ec2.vpc-peering-least-access-routes, level: 2, assessment: manual }
  - { number: "6.7", control: aws.ec2.ec2-imdsv2-required, level: 1, assessment: automated }
  - { number: "6.8", control: aws.ec2.vpc-endpoints-for-aws-services, level: 2, assessment: manual }

"""##),
]
}
