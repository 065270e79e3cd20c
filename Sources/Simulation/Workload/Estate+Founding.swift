/// Making the estate that a workload starts from.
extension Estate {
    /// The accounts and resources that belong to these options.
    init(_ options: WorkloadOptions) {
        var generator = SeededGenerator(seed: options.seed)
        accounts = (0..<options.accounts).map { _ in EstateAccount(from: &generator) }
        for index in 0..<options.resources {
            let place = index % options.accounts
            accounts[place].addResource(number: index / options.accounts, from: &generator)
        }
    }
}

extension EstateAccount {
    /// An account with people, roles and regions, and no resources yet.
    init(from generator: inout SeededGenerator) {
        id = generator.digits(12)
        let first = generator.below(Names.regions.count)
        regions = (0..<(2 + generator.below(3))).map {
            Names.regions[(first + $0 * 2) % Names.regions.count]
        }
        vpcs = regions.map { _ in "vpc-0" + generator.hex(16) }
        let person = generator.below(Names.people.count)
        users = (0..<4).map {
            EstateUser(Names.people[(person + $0 * 3) % Names.people.count], from: &generator)
        }
        roles = Names.roles.map { EstateRole($0.name, $0.use, from: &generator) }
        blocksPublicAccess = generator.chance(permille: 250) ? true : nil
        encryptsDisks = regions.map { _ in generator.chance(permille: 900) }
        if generator.chance(permille: 80) { passwordPolicy = nil }
        isPasswordPolicyDrifted = passwordPolicy == nil
    }

    /// Adds resource number so-and-so: of the first four one of each kind, later mostly groups and buckets,
    /// and no more trails.
    mutating func addResource(number: Int, from generator: inout SeededGenerator) {
        switch Self.order[number < 4 ? number : 4 + (number - 4) % (Self.order.count - 4)] {
        case .group: groups.append(foundGroup(from: &generator))
        case .bucket: buckets.append(foundBucket(from: &generator))
        case .trail: trails.append(foundTrail(from: &generator))
        case .key: keys.append(foundKey(from: &generator))
        }
    }

    private enum Kind { case group, bucket, trail, key }

    private static let order: [Kind] = [
        .group, .bucket, .trail, .key,
        .group, .group, .bucket, .group, .group, .key, .group, .bucket, .group, .group, .bucket,
    ]

    private func foundGroup(from generator: inout SeededGenerator) -> EstateGroup {
        let isDefault = groups.count == 3
        let team = generator.pick(Names.teams)
        let name =
            isDefault
            ? "default" : "\(team)-\(generator.pick(Names.tiers))-\(generator.pick(Names.stages))"
        var group = EstateGroup(
            id: "sg-0" + generator.hex(16), name: name, region: generator.below(regions.count), team: team,
            ingress: [], egress: [])
        if isDefault { return group }
        group.egress = [.allTraffic(id: "sgr-0" + generator.hex(16))]
        group.ingress = (0..<(1 + generator.below(4))).map { _ in .internalRule(from: &generator) }
        if generator.chance(permille: 40) {
            group.ingress.append(.worldRule(from: &generator))
            group.isDrifted = true
        }
        return group
    }

    private func foundBucket(from generator: inout SeededGenerator) -> EstateBucket {
        let team = generator.pick(Names.teams)
        let name = "\(team)-\(generator.pick(Names.data))-\(generator.hex(8))"
        var bucket = EstateBucket(name: name, region: generator.below(regions.count), team: team)
        bucket.isVersioned = generator.chance(permille: 700)
        if !buckets.isEmpty { bucket.logsTo = buckets[0].name }
        if generator.chance(permille: 300), let key = keys.first { bucket.keyARN = keyARN(key) }
        if generator.chance(permille: 50) { bucket.policy = .none }
        if generator.chance(permille: 30) { bucket.blocksPublicAccess = nil }
        bucket.isDrifted = bucket.policy == .none || bucket.blocksPublicAccess == nil
        return bucket
    }

    private func foundTrail(from generator: inout SeededGenerator) -> EstateTrail {
        let bucket = buckets.first?.name ?? "audit-logs-" + generator.hex(8)
        return EstateTrail(name: "audit-" + generator.hex(6), region: 0, bucket: bucket)
    }

    private func foundKey(from generator: inout SeededGenerator) -> EstateKey {
        var key = EstateKey(
            id: generator.uuid(), region: generator.below(regions.count), team: generator.pick(Names.teams))
        key.isRotated = !generator.chance(permille: 60)
        key.isDrifted = !key.isRotated
        return key
    }
}

extension EstateRule {
    /// A rule that no control minds.
    static func internalRule(from generator: inout SeededGenerator) -> EstateRule {
        let port = generator.pick([443, 5432, 6379, 8080, 8443, 9092, 9100, 3306])
        let network = "10.\(generator.below(250)).\(generator.below(16) * 16).0/20"
        return EstateRule(
            id: "sgr-0" + generator.hex(16), ipProtocol: "tcp", fromPort: port, toPort: port,
            source: generator.chance(permille: 850) ? .ipv4(network) : .group("sg-0" + generator.hex(16)))
    }

    /// A rule that opens an administration port to everybody.
    static func worldRule(from generator: inout SeededGenerator) -> EstateRule {
        let port = generator.chance(permille: 700) ? 22 : 3389
        return EstateRule(
            id: "sgr-0" + generator.hex(16), ipProtocol: "tcp", fromPort: port, toPort: port,
            source: generator.chance(permille: 800) ? .ipv4("0.0.0.0/0") : .ipv6("::/0"))
    }
}

extension EstateUser {
    init(_ name: String, from generator: inout SeededGenerator) {
        self.name = name
        id = "AIDA" + generator.capitals(17)
        accessKey = "AKIA" + generator.capitals(16)
    }
}

extension EstateRole {
    init(_ name: String, _ use: Use, from generator: inout SeededGenerator) {
        self.name = name
        self.use = use
        id = "AROA" + generator.capitals(17)
    }
}
