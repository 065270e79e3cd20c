/// One non-compliance that an event opened, by the places of its resource in the estate.
enum Drift {
    case openRule(account: Int, group: Int)
    case bucketBlock(account: Int, bucket: Int)
    case bucketPolicy(account: Int, bucket: Int)
    case trail(account: Int, trail: Int)
    case key(account: Int, key: Int)
    case passwordPolicy(account: Int)
    case disks(account: Int, region: Int)
    case accountBlock(account: Int)
}

/// A change of a governed kind, ready to be written.
struct GovernedChange {
    let account: Int
    let draft: EventDraft
    var isTransition = false
}

/// Opening and closing non-compliances.
extension WorkloadGenerator {
    /// A change that opens or closes a non-compliance; nil if the account drawn has nothing fit for it.
    mutating func nextTransition() -> GovernedChange? {
        let isCrowded = drifts.count > max(8, options.resources / 8)
        if !drifts.isEmpty && (isCrowded || generator.chance(permille: 500)) {
            let place = generator.below(drifts.count)
            drifts.swapAt(place, drifts.count - 1)
            return close(drifts.removeLast())
        }
        guard let drift = newDrift(in: generator.below(estate.accounts.count)) else { return nil }
        drifts.append(drift)
        return open(drift)
    }

    private mutating func newDrift(in account: Int) -> Drift? {
        let place = estate.accounts[account]
        switch generator.below(100) {
        case 0..<45:
            return sound(place.groups, { !$0.isDeleted && !$0.isDrifted && $0.name != "default" })
                .map { .openRule(account: account, group: $0) }
        case 45..<60:
            guard place.blocksPublicAccess != true else { return nil }
            return sound(place.buckets, { !$0.isDeleted && !$0.isDrifted })
                .map { .bucketBlock(account: account, bucket: $0) }
        case 60..<72:
            return sound(place.buckets, { !$0.isDeleted && !$0.isDrifted })
                .map { .bucketPolicy(account: account, bucket: $0) }
        case 72..<80:
            return sound(place.trails, { !$0.isDeleted && !$0.isDrifted && $0.isMultiRegion })
                .map { .trail(account: account, trail: $0) }
        case 80..<92:
            return sound(place.keys, { !$0.isDrifted && $0.state == .enabled })
                .map { .key(account: account, key: $0) }
        case 92..<96:
            return place.isPasswordPolicyDrifted ? nil : .passwordPolicy(account: account)
        case 96..<98:
            return sound(place.encryptsDisks, { $0 }).map { .disks(account: account, region: $0) }
        default:
            return place.blocksPublicAccess == true ? .accountBlock(account: account) : nil
        }
    }

    /// The place of a random element that fits, found in at most eight draws.
    mutating func sound<Element>(_ elements: [Element], _ fits: (Element) -> Bool) -> Int? {
        guard !elements.isEmpty else { return nil }
        for _ in 0..<8 {
            let place = generator.below(elements.count)
            if fits(elements[place]) { return place }
        }
        return nil
    }

    private mutating func open(_ drift: Drift) -> GovernedChange {
        switch drift {
        case .openRule(let account, let group): return openRule(account, group)
        case .bucketBlock(let account, let bucket): return setBlock(false, account, bucket)
        case .bucketPolicy(let account, let bucket): return weakenPolicy(account, bucket)
        case .trail(let account, let trail): return setLogging(false, account, trail)
        case .key(let account, let key): return setRotation(false, account, key)
        case .passwordPolicy(let account):
            return setPasswordPolicy(generator.chance(permille: 300) ? nil : .weak, account)
        case .disks(let account, let region): return setDisks(false, account, region)
        case .accountBlock(let account): return setAccountBlock(false, account)
        }
    }

    private mutating func close(_ drift: Drift) -> GovernedChange {
        switch drift {
        case .openRule(let account, let group): return closeRule(account, group)
        case .bucketBlock(let account, let bucket): return setBlock(true, account, bucket)
        case .bucketPolicy(let account, let bucket): return restorePolicy(account, bucket)
        case .trail(let account, let trail): return setLogging(true, account, trail)
        case .key(let account, let key): return setRotation(true, account, key)
        case .passwordPolicy(let account): return setPasswordPolicy(.strong, account)
        case .disks(let account, let region): return setDisks(true, account, region)
        case .accountBlock(let account): return setAccountBlock(true, account)
        }
    }

    private func transition(_ account: Int, _ draft: EventDraft) -> GovernedChange {
        GovernedChange(account: account, draft: draft, isTransition: true)
    }

    private mutating func openRule(_ account: Int, _ group: Int) -> GovernedChange {
        let rule = EstateRule.worldRule(from: &generator)
        estate.accounts[account].groups[group].ingress.append(rule)
        estate.accounts[account].groups[group].isDrifted = true
        let place = estate.accounts[account]
        return transition(
            account,
            GroupEvents.authorize(
                rule, .ingress, of: place.groups[group], in: place, requestID: generator.uuid()))
    }

    /// Revokes the rule that opened the group: the last one, since a drifted group is left alone meanwhile.
    private mutating func closeRule(_ account: Int, _ group: Int) -> GovernedChange {
        let rule = estate.accounts[account].groups[group].ingress.removeLast()
        estate.accounts[account].groups[group].isDrifted = false
        let place = estate.accounts[account]
        let requestID = generator.uuid()
        if let id = rule.id, generator.chance(permille: 500) {
            return transition(
                account,
                GroupEvents.revoke(
                    id: id, .ingress, of: place.groups[group], in: place, requestID: requestID))
        }
        return transition(
            account,
            GroupEvents.revoke(rule, .ingress, of: place.groups[group], in: place, requestID: requestID))
    }

    private mutating func setBlock(_ blocks: Bool, _ account: Int, _ bucket: Int) -> GovernedChange {
        let deletes = !blocks && generator.chance(permille: 400)
        estate.accounts[account].buckets[bucket].blocksPublicAccess = deletes ? nil : blocks
        estate.accounts[account].buckets[bucket].isDrifted = !blocks
        let place = estate.accounts[account]
        let draft =
            deletes
            ? BucketEvents.deletePublicAccessBlock(of: place.buckets[bucket], in: place)
            : BucketEvents.putPublicAccessBlock(blocks, on: place.buckets[bucket], in: place)
        return transition(account, draft)
    }

    private mutating func weakenPolicy(_ account: Int, _ bucket: Int) -> GovernedChange {
        let deletes = generator.chance(permille: 300)
        let reader = generator.digits(12)
        estate.accounts[account].buckets[bucket].policy = deletes ? .none : .shareOnly(with: reader)
        estate.accounts[account].buckets[bucket].isDrifted = true
        let place = estate.accounts[account]
        let draft =
            deletes
            ? BucketEvents.deletePolicy(of: place.buckets[bucket], in: place)
            : BucketEvents.putPolicy(place.buckets[bucket], in: place)
        return transition(account, draft)
    }

    private mutating func restorePolicy(_ account: Int, _ bucket: Int) -> GovernedChange {
        estate.accounts[account].buckets[bucket].policy = .denyPlainHTTP
        estate.accounts[account].buckets[bucket].isDrifted = false
        let place = estate.accounts[account]
        return transition(account, BucketEvents.putPolicy(place.buckets[bucket], in: place))
    }

    private mutating func setLogging(_ on: Bool, _ account: Int, _ trail: Int) -> GovernedChange {
        estate.accounts[account].trails[trail].isLogging = on
        estate.accounts[account].trails[trail].isDrifted = !on
        let place = estate.accounts[account]
        return transition(
            account,
            TrailEvents.setLogging(
                on, of: place.trails[trail], byARN: generator.chance(permille: 500), in: place))
    }

    private mutating func setRotation(_ on: Bool, _ account: Int, _ key: Int) -> GovernedChange {
        estate.accounts[account].keys[key].isRotated = on
        estate.accounts[account].keys[key].isDrifted = !on
        let place = estate.accounts[account]
        return transition(account, KeyEvents.setRotation(on, of: place.keys[key], in: place))
    }

    private mutating func setPasswordPolicy(_ policy: EstatePasswordPolicy?, _ account: Int) -> GovernedChange
    {
        estate.accounts[account].passwordPolicy = policy
        estate.accounts[account].isPasswordPolicyDrifted = policy != .strong
        return transition(account, policy.map(AccountEvents.update) ?? AccountEvents.deletePasswordPolicy())
    }

    private mutating func setDisks(_ on: Bool, _ account: Int, _ region: Int) -> GovernedChange {
        estate.accounts[account].encryptsDisks[region] = on
        let name = estate.accounts[account].regions[region]
        return transition(
            account, AccountEvents.setDiskEncryption(on, region: name, requestID: generator.uuid()))
    }

    private mutating func setAccountBlock(_ blocks: Bool, _ account: Int) -> GovernedChange {
        estate.accounts[account].blocksPublicAccess = blocks
        return transition(
            account, BucketEvents.putAccountPublicAccessBlock(blocks, in: estate.accounts[account]))
    }
}
