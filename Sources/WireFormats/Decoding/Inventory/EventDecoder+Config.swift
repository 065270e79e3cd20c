import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// One AWS Config configuration item.
    func decodeConfigItem(_ bytes: Span<UInt8>) -> Decoded {
        if let failure = tape.build() { return .notJSON(failure) }
        let item = ConfigItem(shapes: AWSShapes(tape: tape), root: tape.root)
        guard let type = item.text("resourceType") else { return .malformed("missing-field", "resourceType") }
        guard let kind = ConfigItem.kind(of: type) else { return ignoredConfig(type) }
        let status = item.text("configurationItemStatus") ?? ""
        do {
            if status.hasPrefix("ResourceDeleted") {
                return .inventory([.resource(try item.change(kind, type, lifecycle: .delete, writes: []))])
            }
            guard status == "OK" || status == "ResourceDiscovered" else { return ignoredConfig(status) }
            let head = try item.change(kind, type, lifecycle: .modify, writes: [])
            // The tape reads the opened bytes in place, so they must outlive all that is read below.
            let body = ConfigItem.opened(tape)
            defer { withExtendedLifetime(body) {} }
            let writes = try configWrites(type, body.span, account: head.resource.account.id)
            let opened = AWSShapes(tape: tape)
            if kind == InstanceKind.kind,
                InstanceKind.isGone(opened.member(tape.root, "configuration"), opened)
            {
                return .inventory([
                    .resource(ResourceChange(resource: head.resource, cause: head.cause, lifecycle: .delete))
                ])
            }
            let whole = ResourceChange(
                resource: head.resource, cause: head.cause,
                writes: writes + ResourceIdentity.missing(of: head.resource, in: writes))
            let parts = ConfigDescription.byType[type]?.parts(opened, tape.root) ?? []
            var changes = [whole] + parts.map { $0.change(beside: head) }
            if let home = AWSAccountKind.home(
                of: head.resource.account, in: item.homeRegion, beside: [head.resource])
            {
                changes.append(ResourceChange(resource: home, cause: head.cause))
            }
            return .inventory(changes.map { .resource($0) })
        } catch {
            return .malformed(error)
        }
    }

    /// The notice that stands for an item that was too large to send: the resource must be read again.
    func decodeOversizedItem(_ bytes: Span<UInt8>) -> Decoded {
        if let failure = tape.parse(bytes) { return .notJSON(failure) }
        let item = ConfigItem(shapes: AWSShapes(tape: tape), root: tape.root)
        guard let type = item.text("resourceType") else { return .malformed("missing-field", "resourceType") }
        guard let kind = ConfigItem.kind(of: type) else { return ignoredConfig(type) }
        let isGone = item.text("changeType") == "DELETE"
        do {
            // It tells that the resource changed and not how it is: as an event does that nobody understands.
            return .inventory([
                .resource(
                    try item.change(
                        kind, type, lifecycle: isGone ? .delete : .touch, writes: [], isObservation: isGone))
            ])
        } catch {
            return .malformed(error)
        }
    }

    private func ignoredConfig(_ name: String) -> Decoded {
        .ignored(names.intern(source: "config", name: name.isEmpty ? "no-status" : String(name.prefix(128))))
    }

    /// Reads the item's body. Older items carry parts of it as JSON text, even as text in text; those were opened first,
    /// and the item is read again; the tape stays on those bytes.
    private func configWrites(
        _ type: String, _ opened: Span<UInt8>, account: String
    ) throws(DecodingFailure) -> [PropertyWrite] {
        if let failure = tape.parse(opened) {
            throw DecodingFailure("not-json", "configuration: \(failure.reason.rawValue)")
        }
        let properties = ConfigProperties(shapes: AWSShapes(tape: tape), root: tape.root, account: account)
        return properties.writes(ofType: type)
    }
}

/// The head of an AWS Config item.
struct ConfigItem {
    let shapes: AWSShapes
    let root: Token

    /// The text of a member, or nil.
    func text(_ key: StaticString) -> String? { shapes.text(shapes.tape.member(root, key)) }

    /// The kind that holds what Config calls by this type.
    static func kind(of type: String) -> ResourceKind? {
        if type == "AWS::S3::AccountPublicAccessBlock" { return AWSAccountKind.kind }
        if type == "AWS::IAM::Policy" { return IAMKind.managedPolicy }
        guard let kind = ResourceKind(named: type), kind.schema.provider == .aws else { return nil }
        return kind
    }

    /// The observation that the item stands for.
    func change(
        _ kind: ResourceKind, _ type: String, lifecycle: ResourceChange.Lifecycle, writes: [PropertyWrite],
        isObservation: Bool = true
    ) throws(DecodingFailure) -> ResourceChange {
        guard let account = text("awsAccountId") ?? text("accountId") else {
            throw DecodingFailure("missing-field", "awsAccountId")
        }
        guard let id = text("resourceId") else { throw DecodingFailure("missing-field", "resourceId") }
        guard let stamp = text("configurationItemCaptureTime") else {
            throw DecodingFailure("missing-field", "configurationItemCaptureTime")
        }
        guard let time = Timestamp(rfc3339: stamp) ?? ConfigItem.instant(epochSeconds: stamp) else {
            throw DecodingFailure("bad-time", "configurationItemCaptureTime")
        }
        guard let region = text("awsRegion") else { throw DecodingFailure("missing-field", "awsRegion") }
        let cause = CauseRecord(
            eventID: "config:" + (text("configurationStateId") ?? ""), time: time, action: "config",
            actor: nil, isObservation: isObservation)
        let named = arn?.region ?? ""
        let home = kind == AWSAccountKind.kind ? "" : named.isEmpty ? region : named
        let native = nativeID(kind) ?? id
        // Deleting an account's block leaves the account.
        let isBlockGone = kind == AWSAccountKind.kind && lifecycle == .delete
        return ResourceChange(
            resource: NativeID.resource(
                kind, account: AccountKey(.aws, account), region: home, id: native),
            cause: cause, lifecycle: isBlockGone ? .modify : lifecycle,
            writes: isBlockGone ? [.set(AWSAccountKind.publicAccessBlock, .null)] : writes)
    }

    /// The instant of seconds since 1970 with a fraction, as SDKs print capture times.
    private static func instant(epochSeconds text: String) -> Timestamp? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, let seconds = Int64(whole),
            (0...9_000_000_000).contains(seconds)
        else { return nil }
        let digits = parts.count == 2 ? parts[1].prefix(9) : ""
        let padded = digits + String(repeating: "0", count: 9 - digits.count)
        guard let fraction = Int64(padded), fraction >= 0 else { return nil }
        return Timestamp(nanoseconds: seconds * 1_000_000_000 + fraction)
    }

    /// The id that the ARN tells: Config calls some resources by an id of another kind, databases by one that their calls
    /// never name.
    private func nativeID(_ kind: ResourceKind) -> String? {
        // The items of IAM have ids that no call names; where the ARN is missing the name tells.
        if case .wholeARN = kind.schema.idForm { return text("ARN") ?? text("arn") }
        guard let arn else {
            guard case .lastPart = kind.schema.idForm else { return nil }
            return text("resourceName")
        }
        if kind == TrailKind.kind { return arn.resourceID }
        let named = ARNForm.resource(service: arn.service, part: arn.resource)
        return named?.kind == kind ? named?.nativeID : nil
    }

    /// A region of the item's partition: what is in no region has its partition in its ARN alone.
    var homeRegion: String {
        let region = text("awsRegion") ?? ""
        guard let arn = text("ARN") ?? text("arn"), ResourceID.partition(of: region) == "aws" else {
            return region
        }
        if arn.hasPrefix("arn:aws-us-gov:") { return "us-gov-west-1" }
        return arn.hasPrefix("arn:aws-cn:") ? "cn-north-1" : region
    }

    private var arn: AWSARN? { (text("ARN") ?? text("arn")).flatMap { AWSARN($0) } }

    /// The item as JSON text in which `configuration` and the members of `supplementaryConfiguration` are objects.
    static func opened(_ tape: TokenTape) -> [UInt8] {
        var members: [(String, FlatValue)] = []
        for (key, value) in tape.members(tape.root) {
            guard let name = tape.string(key) else { continue }
            if name == "supplementaryConfiguration", value.kind == .object {
                let parts = tape.members(value).map { part in
                    (tape.string(part.key) ?? "", open(tape.flatValue(part.value), levels: 2))
                }
                members.append((name, FlatValue(map: parts)))
            } else {
                members.append((name, open(tape.flatValue(value), levels: name == "configuration" ? 2 : 0)))
            }
        }
        return Array(FlatValue(map: members).description.utf8)
    }

    private static func open(_ value: FlatValue, levels: Int) -> FlatValue {
        guard levels > 0, let text = value.view.string, let inner = try? FlatValue(json: text) else {
            return value
        }
        return open(inner, levels: levels - 1)
    }
}
