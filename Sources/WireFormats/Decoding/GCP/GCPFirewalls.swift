internal import CloudModel
internal import JSONTokens

/// Firewall rules of Compute Engine.
enum GCPFirewalls {
    static let kind = KindCatalog.kind("compute.googleapis.com/Firewall")

    /// What a body is, and so what an absent field means.
    enum Form {
        /// Absent fields have the provider's defaults.
        case creation
        /// Absent fields are as they were.
        case delta
        /// Absent fields are reset.
        case whole
    }

    /// The rule's id: its full resource name without the slashes in front.
    static func resource(project: String, name: String) -> ResourceID {
        ResourceID(
            kind: kind, account: AccountKey(.gcp, project), region: "",
            nativeID: "compute.googleapis.com/projects/\(project)/global/firewalls/\(name)")
    }

    /// What a body writes. An ingress rule without sources admits everything; the absence is kept as null.
    static func writes(_ body: FlatView, as form: Form) -> [PropertyWrite] {
        fields.compactMap { field in
            let found = field.keys.lazy.compactMap { body.member($0) }.first
            guard let found else { return absent(field, form) }
            if found.isNull { return .set(field.property, field.whenAbsent) }
            return field.read(found).map { .set(field.property, $0) } ?? .unknown(field.property)
        }
    }

    private static func absent(_ field: Field, _ form: Form) -> PropertyWrite? {
        switch form {
        case .creation: .setDefault(field.property, field.whenAbsent)
        case .delta: nil
        case .whole: .set(field.property, field.whenAbsent)
        }
    }

    private struct Field: Sendable {
        let property: PropertyID
        /// Its names: the resource's own, then the audit log's.
        let keys: [String]
        let whenAbsent: FlatValue
        let read: @Sendable (FlatView) -> FlatValue?

        init(
            _ name: String, _ whenAbsent: FlatValue, _ otherName: String? = nil,
            read: @escaping @Sendable (FlatView) -> FlatValue?
        ) {
            property = kind.property(name)
            keys = [name] + (otherName.map { [$0] } ?? [])
            self.whenAbsent = whenAbsent
            self.read = read
        }
    }

    private static let fields: [Field] = [
        Field("network", FlatValue("global/networks/default")) { view in
            BodyReading.text(view).map {
                FlatValue(ReferenceSpelling.nativeID($0, of: "compute.googleapis.com/Network"))
            }
        },
        Field("direction", FlatValue("INGRESS")) { view in
            BodyReading.text(view).map { FlatValue($0.uppercased()) }
        },
        Field("disabled", FlatValue(false)) { BodyReading.bool($0).map { FlatValue($0) } },
        Field("priority", FlatValue(Int64(1000))) { BodyReading.int($0).map { FlatValue($0) } },
        Field("sourceRanges", .null, read: texts),
        Field("sourceTags", .null, read: texts),
        Field("sourceServiceAccounts", .null, read: texts),
        Field("allowed", .null, "alloweds", read: protocols),
        Field("denied", .null, "denieds", read: protocols),
    ]

    /// A list of texts; an empty one is no list.
    private static let texts: @Sendable (FlatView) -> FlatValue? = { view in
        guard let texts = BodyReading.texts(view) else { return nil }
        return texts.isEmpty ? .null : FlatValue(list: texts.map { FlatValue($0) })
    }

    /// A list of protocols with their ports; an empty one is no list.
    private static let protocols: @Sendable (FlatView) -> FlatValue? = { view in
        guard view.tag == .list else { return nil }
        var elements: [FlatValue] = []
        for element in view.elements {
            guard let word = BodyReading.text(BodyReading.member(element, "ipprotocol")) else { return nil }
            var members = [("IPProtocol", FlatValue(word.lowercased()))]
            if let ports = BodyReading.member(element, "ports"), ports.count > 0 {
                guard let texts = portTexts(ports) else { return nil }
                members.append(("ports", FlatValue(list: texts.map { FlatValue($0) })))
            }
            elements.append(FlatValue(map: members))
        }
        return elements.isEmpty ? .null : FlatValue(list: elements)
    }

    /// Ports as texts; numbers occur too.
    private static func portTexts(_ list: FlatView) -> [String]? {
        guard list.tag == .list else { return nil }
        var texts: [String] = []
        for port in list.elements {
            guard let text = port.string ?? port.int.map({ String($0) }) else { return nil }
            texts.append(text)
        }
        return texts
    }
}
