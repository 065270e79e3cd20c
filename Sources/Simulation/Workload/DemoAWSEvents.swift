/// The AWS part of the story.
struct DemoAWSEvents {
    let estate: Estate
    /// The day's first second.
    let start: Int
    private var deliveries: [DemoDelivery] = []

    init(estate: Estate, start: Int) {
        self.estate = estate
        self.start = start
    }

    /// Every record of the story with the time it arrives.
    mutating func deliveries(from generator: inout SeededGenerator) -> [DemoDelivery] {
        groups(&generator)
        trail(&generator)
        payroll(&generator)
        accountSettings(&generator)
        refusal(&generator)
        return deliveries
    }

    /// SSH opened to everybody and left open; RDP opened and closed again; and a database opened and closed
    /// where the opening arrives after the closing.
    private mutating func groups(_ generator: inout SeededGenerator) {
        let prod = estate.accounts[DemoEstate.prod]
        let ida = user(prod, 0)
        let ssh = world(22, &generator)
        let opened = authorize(ssh, of: prod.groups[0], in: prod, &generator)
        tell(opened, by: ida, in: prod, at: (2, 13, 7), &generator)
        if let copy = deliveries.last {
            deliveries.append(
                DemoDelivery(deliveredAt: copy.deliveredAt + 140, order: deliveries.count, line: copy.line))
        }

        let rdp = world(3389, &generator)
        let jonas = session(prod, role: 0, named: "jonas@example.com")
        let batch = prod.groups[3]
        tell(authorize(rdp, of: batch, in: prod, &generator), by: jonas, in: prod, at: (3, 5, 0), &generator)
        tell(
            GroupEvents.revoke(
                id: rdp.id ?? "", .ingress, of: batch, in: prod, requestID: generator.uuid()),
            by: jonas, in: prod, at: (3, 12, 30), &generator)

        let database = world(22, &generator)
        let mira = user(prod, 1)
        let ledger = prod.groups[2]
        tell(
            authorize(database, of: ledger, in: prod, &generator), by: mira, in: prod, at: (16, 2, 11),
            delayedBy: 1700, &generator)
        tell(
            GroupEvents.revoke(database, .ingress, of: ledger, in: prod, requestID: generator.uuid()),
            by: mira, in: prod, at: (16, 10, 45), &generator)
    }

    /// The organisation's trail stops for an hour and a quarter.
    private mutating func trail(_ generator: inout SeededGenerator) {
        let audit = estate.accounts[DemoEstate.audit]
        let otto = session(audit, role: 0, named: "otto@example.com")
        let stop = TrailEvents.setLogging(false, of: audit.trails[0], byARN: true, in: audit)
        tell(stop, by: otto, in: audit, at: (9, 41, 20), &generator)
        let restart = TrailEvents.setLogging(true, of: audit.trails[0], byARN: false, in: audit)
        tell(
            restart, by: session(audit, role: 0, named: "nora@example.com"), in: audit, at: (10, 56, 2),
            &generator)
    }

    /// A release pipeline switches off protections of the payroll buckets, and a key stops rotating.
    private mutating func payroll(_ generator: inout SeededGenerator) {
        let payroll = estate.accounts[DemoEstate.payroll]
        let pipeline = session(payroll, role: 1, named: "gha-payroll-release-4711")
        let exports = BucketEvents.putPublicAccessBlock(false, on: payroll.buckets[0], in: payroll)
        tell(exports, by: pipeline, in: payroll, at: (10, 27, 33), &generator)
        var archive = payroll.buckets[1]
        archive.policy = .shareOnly(with: "444455556666")
        tell(
            BucketEvents.putPolicy(archive, in: payroll), by: pipeline, in: payroll, at: (10, 28, 4),
            &generator)
        let rotation = KeyEvents.setRotation(false, of: payroll.keys[0], in: payroll)
        tell(rotation, by: user(payroll, 1), in: payroll, at: (11, 50, 18), &generator)
    }

    /// A weak password policy, and disks that are no longer encrypted unless asked for.
    private mutating func accountSettings(_ generator: inout SeededGenerator) {
        let prod = estate.accounts[DemoEstate.prod]
        tell(AccountEvents.update(.weak), by: user(prod, 2), in: prod, at: (13, 5, 40), &generator)
        let disks = AccountEvents.setDiskEncryption(
            false, region: "us-east-1", requestID: generator.uuid())
        let root = Actor.root(
            of: prod, since: EventTime.text(start + 51_000), address: "198.51.100.23",
            userAgent: Names.userAgents[4])
        tell(disks, by: root, in: prod, at: (14, 20, 9), &generator)
    }

    /// Somebody tries to stop a trail and may not: nothing changes.
    private mutating func refusal(_ generator: inout SeededGenerator) {
        let prod = estate.accounts[DemoEstate.prod]
        let mira = user(prod, 1)
        let stop = TrailEvents.setLogging(false, of: prod.trails[0], byARN: false, in: prod)
            .refused(.accessDenied("cloudtrail", "StopLogging", to: mira.arn))
        tell(stop, by: mira, in: prod, at: (17, 0, 52), &generator)
    }
}

/// Making records of the story.
extension DemoAWSEvents {
    private mutating func tell(
        _ draft: EventDraft, by actor: Actor, in account: EstateAccount, at time: (Int, Int, Int),
        delayedBy delay: Int = 190, _ generator: inout SeededGenerator
    ) {
        let seconds = start + time.0 * 3600 + time.1 * 60 + time.2
        let scene = EventScene(actor: actor, account: account.id, seconds: seconds)
        deliveries.append(
            DemoDelivery(
                deliveredAt: seconds + delay, order: deliveries.count,
                line: draft.record(scene, from: &generator)))
    }

    private func user(_ account: EstateAccount, _ place: Int) -> Actor {
        .user(
            account.users[place], in: account, since: EventTime.text(start), mfa: true,
            address: "203.0.113.\(10 + place)", userAgent: Names.userAgents[0])
    }

    private func session(_ account: EstateAccount, role: Int, named name: String) -> Actor {
        let isPipeline = account.roles[role].use == .pipeline
        return .session(
            of: account.roles[role], named: name, in: account, since: EventTime.text(start),
            mfa: !isPipeline, address: isPipeline ? "20.81.4.19" : "203.0.113.44",
            userAgent: Names.userAgents[isPipeline ? 1 : 4], accessKey: "ASIADEMO00000000000\(role)")
    }

    private func world(_ port: Int, _ generator: inout SeededGenerator) -> EstateRule {
        EstateRule(
            id: "sgr-0" + generator.hex(16), ipProtocol: "tcp", fromPort: port, toPort: port,
            source: .ipv4("0.0.0.0/0"))
    }

    private func authorize(
        _ rule: EstateRule, of group: EstateGroup, in account: EstateAccount,
        _ generator: inout SeededGenerator
    ) -> EventDraft {
        GroupEvents.authorize(rule, .ingress, of: group, in: account, requestID: generator.uuid())
    }
}
