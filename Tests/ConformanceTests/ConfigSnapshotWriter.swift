import CloudModel

@testable import Simulation

/// Writes the generator's accounts as AWS Config delivers them: one snapshot file a region, each item captured when its
/// resource last changed.
///
/// Shapes follow published items; it shares nothing with what decodes them. Config records no password policy, no setting
/// of EBS, no list of enabled regions, and not whether a trail is logging.
struct ConfigSnapshotWriter {
    let name: String
    /// The day on which the items were captured: those of the first region at midnight, of the next an hour later.
    let day: String

    /// One document for each region of the accounts.
    func snapshots(of accounts: [EstateAccount]) -> [[UInt8]] {
        accounts.flatMap { account in
            account.regions.indices.map { Array(document(items(account, $0), account, $0).utf8) }
        }
    }

    private func document(_ items: [String], _ account: EstateAccount, _ region: Int) -> String {
        #"{"fileVersion":"1.0","configSnapshotId":"\#(name)-\#(account.id)-\#(region)","configurationItems":["#
            + items.joined(separator: ",") + "]}"
    }

    private func items(_ account: EstateAccount, _ region: Int) -> [String] {
        var items = region == 0 ? block(account) : []
        items += account.groups.filter { $0.region == region }.map { item($0, account) }
        items += account.buckets.filter { $0.region == region }.map { item($0, account) }
        items += account.trails.filter { $0.region == region }.map { item($0, account) }
        items += account.keys.filter { $0.region == region }.map { item($0, account) }
        return items
    }

    private func item(
        _ type: String, _ id: String, _ account: EstateAccount, _ region: Int, arn: String?,
        configuration: String, supplement: String = "{}", tags: String = "{}"
    ) -> String {
        let arn = arn.map { #""ARN":"\#($0)","# } ?? ""
        return
            #"{"version":"1.3","awsAccountId":"\#(account.id)","configurationItemCaptureTime":"\#(day)T0\#(region):00:00.123Z","#
            + #""configurationItemStatus":"OK","configurationStateId":"1653062037732","configurationItemMD5Hash":"","#
            + #"\#(arn)"resourceType":"\#(type)","resourceId":"\#(id)","awsRegion":"\#(account.regions[region])","#
            + #""availabilityZone":"Not Applicable","tags":\#(tags),"relatedEvents":[],"relationships":[],"#
            + #""configuration":\#(configuration),"supplementaryConfiguration":\#(supplement),"#
            + #""resourceTransitionStatus":"None"}"#
    }

    private func block(_ account: EstateAccount) -> [String] {
        guard let blocks = account.blocksPublicAccess else { return [] }
        return [
            item(
                "AWS::S3::AccountPublicAccessBlock", account.id, account, 0, arn: nil,
                configuration: publicAccessBlock(blocks))
        ]
    }

    private func item(_ group: EstateGroup, _ account: EstateAccount) -> String {
        let configuration =
            #"{"ownerId":"\#(account.id)","groupName":"\#(group.name)","groupId":"\#(group.id)","#
            + #""description":"Traffic of \#(group.team)","vpcId":"\#(account.vpcs[group.region])","#
            + #""ipPermissions":[\#(permissions(group.ingress, account))],"#
            + #""ipPermissionsEgress":[\#(permissions(group.egress, account))],"tags":[]}"#
        return item(
            "AWS::EC2::SecurityGroup", group.id, account, group.region,
            arn: "arn:aws:ec2:\(account.regions[group.region]):\(account.id):security-group/\(group.id)",
            configuration: configuration, tags: #"{"team":"\#(group.team)"}"#)
    }

    /// One permission for each protocol and range of ports, with all its sources, as EC2 describes groups.
    private func permissions(_ rules: [EstateRule], _ account: EstateAccount) -> String {
        var order: [String] = []
        var grouped: [String: [EstateRule]] = [:]
        for rule in rules {
            let key = "\(rule.ipProtocol) \(rule.fromPort) \(rule.toPort)"
            if grouped[key] == nil { order.append(key) }
            grouped[key, default: []].append(rule)
        }
        return order.compactMap { grouped[$0] }.map { permission($0, account) }.joined(separator: ",")
    }

    private func permission(_ rules: [EstateRule], _ account: EstateAccount) -> String {
        var (ipv4, ipv6, groups, lists): ([String], [String], [String], [String]) = ([], [], [], [])
        for rule in rules {
            switch rule.source {
            case .ipv4(let range): ipv4.append(range)
            case .ipv6(let range): ipv6.append(#"{"cidrIpv6":"\#(range)"}"#)
            case .group(let id): groups.append(#"{"groupId":"\#(id)","userId":"\#(account.id)"}"#)
            case .prefixList(let id): lists.append(#"{"prefixListId":"\#(id)"}"#)
            }
        }
        let first = rules[0]
        let ports =
            first.ipProtocol == "-1" ? "" : #""fromPort":\#(first.fromPort),"toPort":\#(first.toPort),"#
        return
            #"{\#(ports)"ipProtocol":"\#(first.ipProtocol)","ipv6Ranges":[\#(ipv6.joined(separator: ","))],"#
            + #""prefixListIds":[\#(lists.joined(separator: ","))],"userIdGroupPairs":[\#(groups.joined(separator: ","))],"#
            + #""ipv4Ranges":[\#(ipv4.map { #"{"cidrIp":"\#($0)"}"# }.joined(separator: ","))],"#
            + #""ipRanges":[\#(ipv4.map { #""\#($0)""# }.joined(separator: ","))]}"#
    }

    private func item(_ bucket: EstateBucket, _ account: EstateAccount) -> String {
        let policy = PolicyText.object(bucket.policy, of: bucket.name)
        let text = policy == "null" ? "null" : quoted(policy)
        let logging =
            bucket.logsTo.map { #"{"destinationBucketName":"\#($0)","logFilePrefix":"\#(bucket.name)/"}"# }
            ?? #"{"destinationBucketName":null,"logFilePrefix":null}"#
        let algorithm = bucket.keyARN == nil ? "AES256" : "aws:kms"
        let key = bucket.keyARN.map { #""\#($0)""# } ?? "null"
        var parts = [
            #""AccessControlList":"{\"grantSet\":null,\"grantList\":[{\"grantee\":{\"id\":\"8ac8\",\"displayName\":null},"#
                + #"\"permission\":\"FullControl\"}],\"owner\":{\"displayName\":null,\"id\":\"8ac8\"},"#
                + #"\"isRequesterCharged\":false}""#,
            #""BucketPolicy":{"policyText":\#(text)}"#, #""BucketLoggingConfiguration":\#(logging)"#,
            #""BucketVersioningConfiguration":{"status":"\#(bucket.isVersioned ? "Enabled" : "Off")","#
                + #""isMfaDeleteEnabled":null}"#,
            #""ServerSideEncryptionConfiguration":{"rules":[{"applyServerSideEncryptionByDefault":{"sseAlgorithm":"#
                + #""\#(algorithm)","kmsMasterKeyID":\#(key)},"bucketKeyEnabled":\#(bucket.keyARN != nil)}]}"#,
            #""IsRequesterPaysEnabled":false"#,
        ]
        // A bucket without a block of its own has no such part.
        if let blocks = bucket.blocksPublicAccess {
            parts.append(#""PublicAccessBlockConfiguration":\#(publicAccessBlock(blocks))"#)
        }
        return item(
            "AWS::S3::Bucket", bucket.name, account, bucket.region, arn: "arn:aws:s3:::\(bucket.name)",
            configuration: #"{"name":"\#(bucket.name)","owner":{"displayName":null,"id":"8ac8"}}"#,
            supplement: "{\(parts.joined(separator: ","))}", tags: #"{"team":"\#(bucket.team)"}"#)
    }

    private func item(_ trail: EstateTrail, _ account: EstateAccount) -> String {
        let key = trail.keyARN.map { #""kmsKeyId":"\#($0)","# } ?? ""
        return item(
            "AWS::CloudTrail::Trail", trail.name, account, trail.region, arn: account.trailARN(trail),
            configuration: #"{"name":"\#(trail.name)","s3BucketName":"\#(trail.bucket)","#
                + #""includeGlobalServiceEvents":true,"isMultiRegionTrail":\#(trail.isMultiRegion),"#
                + #""homeRegion":"\#(account.regions[trail.region])","trailARN":"\#(account.trailARN(trail))","#
                + #""logFileValidationEnabled":\#(trail.validatesLogFiles),\#(key)"hasCustomEventSelectors":false,"#
                + #""hasInsightSelectors":false,"isOrganizationTrail":\#(trail.isOrganizationTrail)}"#,
            supplement: #"{"Tags":[]}"#)
    }

    private func item(_ key: EstateKey, _ account: EstateAccount) -> String {
        item(
            "AWS::KMS::Key", key.id, account, key.region, arn: account.keyARN(key),
            configuration:
                #"{"keyId":"\#(key.id)","arn":"\#(account.keyARN(key))","creationDate":1621024924302,"#
                + #""enabled":\#(key.state == .enabled),"description":"","keyUsage":"ENCRYPT_DECRYPT","#
                + #""keyState":"\#(key.state.rawValue)","origin":"AWS_KMS","keyManager":"CUSTOMER","#
                + #""customerMasterKeySpec":"SYMMETRIC_DEFAULT","keySpec":"SYMMETRIC_DEFAULT","#
                + #""multiRegion":false,"awsaccountId":"\#(account.id)"}"#,
            supplement: #"{"KeyRotationStatus":\#(key.isRotated)}"#, tags: #"{"team":"\#(key.team)"}"#)
    }

    private func publicAccessBlock(_ blocks: Bool) -> String {
        #"{"blockPublicAcls":\#(blocks),"ignorePublicAcls":\#(blocks),"blockPublicPolicy":\#(blocks),"#
            + #""restrictPublicBuckets":\#(blocks)}"#
    }

    private func quoted(_ text: String) -> String {
        #""\#(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: #"\""#))""#
    }
}
