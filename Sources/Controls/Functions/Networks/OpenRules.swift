internal import Expressions
internal import JSONTokens

/// Which of a list of rules open a port to the internet, alone or together.
///
/// Every rule is asked for each pair of protocol and port whether it admits it and from which addresses; the answer is a
/// set of public addresses, and the union of all rules' sets is the internet if it is larger than what any single owner
/// holds.
struct OpenRules {
    let family: AddressRanges.Family
    let maximumPublicPrefix: Int
    let protocols: [ProtocolName]
    let ports: [Int64]

    init(_ family: AddressRanges.Family, _ protocols: Value, _ ports: Value, maximumPublicPrefix: Int? = nil)
    {
        self.family = family
        self.maximumPublicPrefix = maximumPublicPrefix ?? AddressRanges.maximumPublicPrefix(family)
        self.protocols = (protocols.view?.texts ?? []).map { ProtocolName($0) }
        self.ports = ports.view?.listed.compactMap(\.int) ?? []
    }

    /// A rule with the addresses that it opens one pair of protocol and port to.
    struct Source {
        let place: Int
        let addresses: AddressRanges
    }

    /// The places of rules that open a port, rising, each once. `sources` tells the rules that admit a pair and from where;
    /// rules that are shadowed are not among them, or with fewer addresses.
    func places(_ sources: (_ name: ProtocolName, _ port: Int64) -> [Source]) -> [Int] {
        var open: Set<Int> = []
        for name in protocols {
            for port in ports { open.formUnion(openPlaces(sources(name, port))) }
        }
        return open.sorted()
    }

    /// Those that are open alone; else all that are open together.
    func openPlaces(_ sources: [Source]) -> [Int] {
        let alone = sources.filter { $0.addresses.isInternet(maximumPublicPrefix: maximumPublicPrefix) }
        if !alone.isEmpty { return alone.map(\.place) }
        var union = AddressRanges(family)
        for source in sources { union.formUnion(source.addresses) }
        guard union.isInternet(maximumPublicPrefix: maximumPublicPrefix) else { return [] }
        return sources.filter { !$0.addresses.isEmpty }.map(\.place)
    }
}
