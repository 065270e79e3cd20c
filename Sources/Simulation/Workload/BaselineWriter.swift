/// Writes an account's inventory: a record a resource, then the closing document of each scope.
struct BaselineWriter {
    let inventoryID: String
    /// When the scan began and when the resources were read, as RFC 3339.
    let startedAt: String
    let observedAt: String

    /// All lines of one account, without line ends.
    func lines(of account: EstateAccount) -> [[UInt8]] {
        accountFacts(account) + resources(account) + closings(account)
    }

    private func accountFacts(_ account: EstateAccount) -> [[UInt8]] {
        let regions = account.regions.map { #""\#($0)""# }.joined(separator: ",")
        let whole =
            #""PasswordPolicy":\#(passwordPolicy(account.passwordPolicy)),"PublicAccessBlockConfiguration":"#
            + #"\#(publicAccessBlock(account.blocksPublicAccess)),"EnabledRegions":[\#(regions)]"#
        let perRegion = account.regions.indices.map {
            line(
                account, account.regions[$0], "AWS::::Account", "account",
                #""EbsEncryptionByDefault":\#(account.encryptsDisks[$0])"#)
        }
        return [line(account, "", "AWS::::Account", "account", whole)] + perRegion
    }

    private func resources(_ account: EstateAccount) -> [[UInt8]] {
        account.groups.map {
            line(account, account.regions[$0.region], Self.group, $0.id, properties($0, account))
        }
            + account.buckets.map { line(account, "", Self.bucket, $0.name, properties($0, account)) }
            + account.trails.map {
                line(account, account.regions[$0.region], Self.trail, $0.name, properties($0))
            }
            + account.keys.map {
                line(account, account.regions[$0.region], Self.key, $0.id, properties($0))
            }
    }

    private func closings(_ account: EstateAccount) -> [[UInt8]] {
        var lines = [
            closing(account, "", "AWS::::Account", 1),
            closing(account, "", Self.bucket, account.buckets.count),
        ]
        for (index, region) in account.regions.enumerated() {
            lines.append(closing(account, region, "AWS::::Account", 1))
            lines.append(
                closing(account, region, Self.group, account.groups.count { $0.region == index }))
            lines.append(
                closing(account, region, Self.trail, account.trails.count { $0.region == index }))
            lines.append(closing(account, region, Self.key, account.keys.count { $0.region == index }))
        }
        return lines
    }

    private func line(
        _ account: EstateAccount, _ region: String, _ kind: String, _ id: String, _ properties: String
    ) -> [UInt8] {
        Array(
            (#"{"inventory_id":"\#(inventoryID)","account":"aws:\#(account.id)","region":"\#(region)","#
                + #""kind":"\#(kind)","id":"\#(id)","observed_at":"\#(observedAt)","#
                + #""properties":{\#(properties)}}"#)
                .utf8)
    }

    private func closing(_ account: EstateAccount, _ region: String, _ kind: String, _ items: Int) -> [UInt8]
    {
        Array(
            (#"{"inventory_id":"\#(inventoryID)","account":"aws:\#(account.id)","region":"\#(region)","#
                + #""kind":"\#(kind)","started_at":"\#(startedAt)","items":\#(items),"complete":true}"#).utf8)
    }

    private static let group = "AWS::EC2::SecurityGroup"
    private static let bucket = "AWS::S3::Bucket"
    private static let trail = "AWS::CloudTrail::Trail"
    private static let key = "AWS::KMS::Key"
}

/// The properties of the kinds, named as in their schemas. A null property is known to be absent.
extension BaselineWriter {
    private func properties(_ group: EstateGroup, _ account: EstateAccount) -> String {
        #""GroupName":"\#(group.name)","VpcId":"\#(account.vpcs[group.region])","#
            + #""GroupDescription":"Traffic of \#(group.team)","#
            + #""SecurityGroupIngress":[\#(rules(group.ingress))],"#
            + #""SecurityGroupEgress":[\#(rules(group.egress))],"Tags":\#(tags(group.team))"#
    }

    private func rules(_ rules: [EstateRule]) -> String {
        rules.map { rule in
            let id = rule.id.map { #""$id":"\#($0)","# } ?? ""
            let ports =
                rule.ipProtocol == "-1" ? "" : #""FromPort":\#(rule.fromPort),"ToPort":\#(rule.toPort),"#
            let source =
                switch rule.source {
                case .ipv4(let range): #""CidrIp":"\#(range)""#
                case .ipv6(let range): #""CidrIpv6":"\#(range)""#
                case .group(let id): #""SourceSecurityGroupId":"\#(id)""#
                case .prefixList(let id): #""SourcePrefixListId":"\#(id)""#
                }
            return #"{\#(id)"IpProtocol":"\#(rule.ipProtocol)",\#(ports)\#(source)}"#
        }.joined(separator: ",")
    }

    private func properties(_ bucket: EstateBucket, _ account: EstateAccount) -> String {
        let logging =
            bucket.logsTo.map { #"{"DestinationBucketName":"\#($0)","LogFilePrefix":"\#(bucket.name)/"}"# }
        let encryption =
            bucket.keyARN.map {
                #"{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"\#($0)","#
                    + #""BucketKeyEnabled":true}"#
            }
            ?? #"{"SSEAlgorithm":"AES256","BucketKeyEnabled":false}"#
        return
            #""Region":"\#(account.regions[bucket.region])","PublicAccessBlockConfiguration":"#
            + #"\#(publicAccessBlock(bucket.blocksPublicAccess)),"#
            + #""Policy":\#(PolicyText.object(bucket.policy, of: bucket.name)),"VersioningConfiguration":"#
            + #"\#(bucket.isVersioned ? #"{"Status":"Enabled"}"# : "null"),"LoggingConfiguration":"#
            + #"\#(logging ?? "null"),"#
            + #""BucketEncryption":{"ServerSideEncryptionConfiguration":[\#(encryption)]},"#
            + #""Tags":\#(tags(bucket.team))"#
    }

    private func properties(_ trail: EstateTrail) -> String {
        let key = trail.keyARN.map { #""\#($0)""# } ?? "null"
        return
            #""TrailName":"\#(trail.name)","S3BucketName":"\#(trail.bucket)","#
            + #""IsLogging":\#(trail.isLogging),"#
            + #""IsMultiRegionTrail":\#(trail.isMultiRegion),"IncludeGlobalServiceEvents":true,"#
            + #""EnableLogFileValidation":\#(trail.validatesLogFiles),"KMSKeyId":\#(key),"#
            + #""CloudWatchLogsLogGroupArn":null,"IsOrganizationTrail":\#(trail.isOrganizationTrail),"#
            + #""EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true,"DataResources":[],"#
            + #""ExcludeManagementEventSources":[]}],"AdvancedEventSelectors":null,"Tags":[]"#
    }

    private func properties(_ key: EstateKey) -> String {
        #""Enabled":\#(key.state == .enabled),"EnableKeyRotation":\#(key.isRotated),"#
            + #""KeySpec":"SYMMETRIC_DEFAULT","KeyUsage":"ENCRYPT_DECRYPT","KeyManager":"CUSTOMER","#
            + #""Origin":"AWS_KMS","KeyState":"\#(key.state.rawValue)","MultiRegion":false,"#
            + #""Tags":\#(tags(key.team))"#
    }

    private func passwordPolicy(_ policy: EstatePasswordPolicy?) -> String {
        guard let policy else { return "null" }
        return
            #"{"MinimumPasswordLength":\#(policy.minimumLength),"#
            + #""PasswordReusePrevention":\#(policy.reusePrevention),"#
            + #""MaxPasswordAge":\#(policy.maximumAge),"RequireSymbols":\#(policy.requiresSymbols),"#
            + #""RequireNumbers":true,"RequireUppercaseCharacters":true,"RequireLowercaseCharacters":true,"#
            + #""AllowUsersToChangePassword":true,"HardExpiry":false}"#
    }

    private func publicAccessBlock(_ blocks: Bool?) -> String {
        guard let blocks else { return "null" }
        return
            #"{"BlockPublicAcls":\#(blocks),"BlockPublicPolicy":\#(blocks),"IgnorePublicAcls":\#(blocks),"#
            + #""RestrictPublicBuckets":\#(blocks)}"#
    }

    private func tags(_ team: String) -> String { #"[{"Key":"team","Value":"\#(team)"}]"# }
}
