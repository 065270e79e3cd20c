/// The AWS accounts of the demo before its day begins, with everything as it should be that the story spoils.
enum DemoEstate {
    /// Places in `accounts`.
    static let audit = 0
    static let prod = 1
    static let payroll = 2

    static let accounts: Estate = {
        var generator = SeededGenerator(seed: 0x0ac3e)
        return Estate(accounts: [
            auditAccount(&generator), prodAccount(&generator), payrollAccount(&generator),
        ])
    }()

    private static func account(
        _ id: String, people: [String], _ generator: inout SeededGenerator
    ) -> EstateAccount {
        EstateAccount(
            id: id, regions: ["eu-west-1", "us-east-1"],
            vpcs: ["vpc-0" + generator.hex(16), "vpc-0" + generator.hex(16)],
            users: people.map { EstateUser($0, from: &generator) },
            roles: Names.roles.map { EstateRole($0.name, $0.use, from: &generator) },
            encryptsDisks: [true, true])
    }

    private static func auditAccount(_ generator: inout SeededGenerator) -> EstateAccount {
        var place = account("111111111111", people: ["otto", "nora"], &generator)
        place.buckets = [bucket("acme-org-trail-logs", "audit"), bucket("acme-access-logs", "audit")]
        place.keys = [key("audit", &generator)]
        var trail = EstateTrail(name: "acme-org-trail", region: 0, bucket: "acme-org-trail-logs")
        trail.isOrganizationTrail = true
        trail.keyARN = place.keyARN(place.keys[0])
        place.trails = [trail]
        return place
    }

    private static func prodAccount(_ generator: inout SeededGenerator) -> EstateAccount {
        var place = account("222222222222", people: ["ida", "mira", "jonas"], &generator)
        place.groups = [
            group("web-prod", "web", [443, 80], open: true, &generator),
            group("api-prod", "api", [8443], open: false, &generator),
            group("ledger-db", "ledger", [5432], open: false, &generator),
            group("reports-batch", "reports", [9100], open: false, &generator),
            group("support-bastion", "support", [443], open: false, &generator),
        ]
        place.buckets = [
            bucket("acme-web-assets", "web"), bucket("acme-orders-lake", "orders"),
            bucket("acme-build-artifacts", "web"),
        ]
        place.trails = [EstateTrail(name: "prod-trail", region: 0, bucket: "acme-web-assets")]
        place.keys = [key("orders", &generator), key("ledger", &generator)]
        return place
    }

    private static func payrollAccount(_ generator: inout SeededGenerator) -> EstateAccount {
        var place = account("333333333333", people: ["priya", "lukas"], &generator)
        place.groups = [
            group("payroll-app", "payroll", [8443], open: false, &generator),
            group("payroll-db", "payroll", [5432], open: false, &generator),
        ]
        place.buckets = [
            bucket("acme-payroll-exports", "payroll"), bucket("acme-payroll-archive", "payroll"),
            bucket("acme-payroll-logs", "payroll"),
        ]
        place.trails = [EstateTrail(name: "payroll-trail", region: 0, bucket: "acme-payroll-logs")]
        place.keys = [key("payroll", &generator)]
        return place
    }

    /// A group in the first region that lets ports in, from everywhere or from inside.
    private static func group(
        _ name: String, _ team: String, _ ports: [Int], open: Bool, _ generator: inout SeededGenerator
    ) -> EstateGroup {
        let rules = ports.map {
            EstateRule(
                id: "sgr-0" + generator.hex(16), ipProtocol: "tcp", fromPort: $0, toPort: $0,
                source: .ipv4(open ? "0.0.0.0/0" : "10.20.0.0/16"))
        }
        return EstateGroup(
            id: "sg-0" + generator.hex(16), name: name, region: 0, team: team, ingress: rules,
            egress: [.allTraffic(id: "sgr-0" + generator.hex(16))])
    }

    private static func bucket(_ name: String, _ team: String) -> EstateBucket {
        var bucket = EstateBucket(name: name, region: 0, team: team)
        bucket.logsTo = "acme-access-logs"
        return bucket
    }

    private static func key(_ team: String, _ generator: inout SeededGenerator) -> EstateKey {
        EstateKey(id: generator.uuid(), region: 0, team: team)
    }
}
