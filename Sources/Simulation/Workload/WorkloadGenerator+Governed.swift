/// Changes of governed kinds that leave every verdict as it is, and the few that bring new resources.
extension WorkloadGenerator {
    /// The next change of a governed kind: one in eight opens or closes a non-compliance.
    mutating func nextGovernedChange() -> GovernedChange {
        if generator.chance(permille: 125) {
            for _ in 0..<8 {
                if let change = nextTransition() { return change }
            }
        }
        let account = generator.below(estate.accounts.count)
        let draft =
            switch generator.below(100) {
            case 0..<55: groupDraft(account)
            case 55..<83: bucketDraft(account)
            case 83..<89: trailDraft(account)
            case 89..<96: keyDraft(account)
            default: accountDraft(account)
            }
        return GovernedChange(account: account, draft: draft)
    }

    /// A group that no open non-compliance holds and that is not a default one.
    private mutating func groupDraft(_ account: Int) -> EventDraft {
        let found = sound(
            estate.accounts[account].groups, { !$0.isDeleted && !$0.isDrifted && $0.name != "default" })
        guard let group = found else { return createGroup(account) }
        switch generator.below(100) {
        case 0..<40: return authorize(.ingress, account, group)
        case 40..<70: return revoke(account, group)
        case 70..<80: return authorize(.egress, account, group)
        case 80..<92: return modifyRule(account, group)
        case 92..<96: return createGroup(account)
        default: return deleteGroup(account, group)
        }
    }

    private mutating func createGroup(_ account: Int) -> EventDraft {
        let team = generator.pick(Names.teams)
        let group = EstateGroup(
            id: "sg-0" + generator.hex(16),
            name: "\(team)-\(generator.pick(Names.tiers))-\(generator.hex(4))",
            region: generator.below(estate.accounts[account].regions.count), team: team, ingress: [],
            egress: [.allTraffic(id: nil)])
        estate.accounts[account].groups.append(group)
        return GroupEvents.create(group, in: estate.accounts[account], requestID: generator.uuid())
    }

    private mutating func deleteGroup(_ account: Int, _ group: Int) -> EventDraft {
        estate.accounts[account].groups[group].isDeleted = true
        let place = estate.accounts[account]
        return GroupEvents.delete(place.groups[group], in: place, requestID: generator.uuid())
    }

    /// Adds an internal rule; a group that has many loses one instead, so that groups stay small.
    private mutating func authorize(_ direction: GroupEvents.Direction, _ account: Int, _ group: Int)
        -> EventDraft
    {
        if estate.accounts[account].groups[group].ingress.count > 12 { return revoke(account, group) }
        let rule = EstateRule.internalRule(from: &generator)
        switch direction {
        case .ingress: estate.accounts[account].groups[group].ingress.append(rule)
        case .egress:
            let count = estate.accounts[account].groups[group].egress.count
            if count > 1 && generator.chance(permille: 500) { return revokeEgress(account, group) }
            estate.accounts[account].groups[group].egress.append(rule)
        }
        let place = estate.accounts[account]
        return GroupEvents.authorize(
            rule, direction, of: place.groups[group], in: place, requestID: generator.uuid())
    }

    private mutating func revokeEgress(_ account: Int, _ group: Int) -> EventDraft {
        let rule = estate.accounts[account].groups[group].egress.removeLast()
        let place = estate.accounts[account]
        return GroupEvents.revoke(
            rule, .egress, of: place.groups[group], in: place, requestID: generator.uuid())
    }

    private mutating func revoke(_ account: Int, _ group: Int) -> EventDraft {
        let count = estate.accounts[account].groups[group].ingress.count
        guard count > 0 else { return authorize(.ingress, account, group) }
        let rule = estate.accounts[account].groups[group].ingress.remove(at: generator.below(count))
        let place = estate.accounts[account]
        let requestID = generator.uuid()
        if let id = rule.id, generator.chance(permille: 500) {
            return GroupEvents.revoke(
                id: id, .ingress, of: place.groups[group], in: place, requestID: requestID)
        }
        return GroupEvents.revoke(rule, .ingress, of: place.groups[group], in: place, requestID: requestID)
    }

    private mutating func modifyRule(_ account: Int, _ group: Int) -> EventDraft {
        let count = estate.accounts[account].groups[group].ingress.count
        guard count > 0 else { return authorize(.ingress, account, group) }
        let place = generator.below(count)
        guard let id = estate.accounts[account].groups[group].ingress[place].id else {
            return revoke(account, group)
        }
        var rule = EstateRule.internalRule(from: &generator)
        rule.id = id
        estate.accounts[account].groups[group].ingress[place] = rule
        let owner = estate.accounts[account]
        return GroupEvents.modify(
            id, to: rule, of: owner.groups[group], in: owner, requestID: generator.uuid())
    }

    private mutating func bucketDraft(_ account: Int) -> EventDraft {
        let found = sound(estate.accounts[account].buckets, { !$0.isDeleted && !$0.isDrifted })
        guard let bucket = found else { return createBucket(account) }
        switch generator.below(100) {
        case 0..<35:
            let place = estate.accounts[account]
            return BucketEvents.putTagging(
                stage: generator.pick(Names.stages),
                cost: generator.chance(permille: 600) ? 1000 + generator.below(9000) : nil,
                on: place.buckets[bucket], in: place)
        case 35..<50: return setVersioning(account, bucket)
        case 50..<64: return setBucketLogging(account, bucket)
        case 64..<78: return setEncryption(account, bucket)
        case 78..<94: return sharePolicy(account, bucket)
        case 94..<98: return createBucket(account)
        default: return deleteBucket(account, bucket)
        }
    }

    private mutating func setVersioning(_ account: Int, _ bucket: Int) -> EventDraft {
        estate.accounts[account].buckets[bucket].isVersioned.toggle()
        let place = estate.accounts[account]
        let status = place.buckets[bucket].isVersioned ? "Enabled" : "Suspended"
        return BucketEvents.putVersioning(status, on: place.buckets[bucket], in: place)
    }

    /// Points the log at the account's first bucket; the first bucket itself logs nowhere.
    private mutating func setBucketLogging(_ account: Int, _ bucket: Int) -> EventDraft {
        let target = bucket == 0 ? nil : estate.accounts[account].buckets[0].name
        estate.accounts[account].buckets[bucket].logsTo = target
        let place = estate.accounts[account]
        return BucketEvents.putLogging(to: target, of: place.buckets[bucket], in: place)
    }

    private mutating func setEncryption(_ account: Int, _ bucket: Int) -> EventDraft {
        let place = estate.accounts[account]
        if place.buckets[bucket].keyARN != nil && generator.chance(permille: 200) {
            estate.accounts[account].buckets[bucket].keyARN = nil
            return BucketEvents.deleteEncryption(of: place.buckets[bucket], in: place)
        }
        let arn = place.keys.first.map(place.keyARN)
        estate.accounts[account].buckets[bucket].keyARN = arn
        return BucketEvents.putEncryption(keyARN: arn, on: place.buckets[bucket], in: place)
    }

    /// Shares a bucket with a partner or ends that; plain HTTP stays denied.
    private mutating func sharePolicy(_ account: Int, _ bucket: Int) -> EventDraft {
        let shared = EstateBucket.Policy.denyPlainHTTPAndShare(with: generator.digits(12))
        let isShared = estate.accounts[account].buckets[bucket].policy != .denyPlainHTTP
        estate.accounts[account].buckets[bucket].policy = isShared ? .denyPlainHTTP : shared
        let place = estate.accounts[account]
        return BucketEvents.putPolicy(place.buckets[bucket], in: place)
    }

    /// A new bucket has no policy, so it is non-compliant from the start and stays out of later drifts.
    private mutating func createBucket(_ account: Int) -> EventDraft {
        let team = generator.pick(Names.teams)
        var bucket = EstateBucket(
            name: "\(team)-\(generator.pick(Names.data))-\(generator.hex(8))",
            region: generator.below(estate.accounts[account].regions.count), team: team)
        bucket.policy = .none
        bucket.isVersioned = false
        bucket.isDrifted = true
        estate.accounts[account].buckets.append(bucket)
        return BucketEvents.create(bucket, in: estate.accounts[account])
    }

    /// Deletes a bucket, but never the first one, which the others log to.
    private mutating func deleteBucket(_ account: Int, _ bucket: Int) -> EventDraft {
        guard bucket > 0 else { return setVersioning(account, bucket) }
        estate.accounts[account].buckets[bucket].isDeleted = true
        let place = estate.accounts[account]
        return BucketEvents.delete(place.buckets[bucket], in: place)
    }
}
