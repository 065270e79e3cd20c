/// Changes of trails, keys and account settings that leave verdicts as they are.
extension WorkloadGenerator {
    /// Starts a trail that runs already, repeats its settings, or makes and deletes a trail of one region.
    mutating func trailDraft(_ account: Int) -> EventDraft {
        guard let trail = sound(estate.accounts[account].trails, { !$0.isDeleted && !$0.isDrifted }) else {
            return createTrail(account)
        }
        let place = estate.accounts[account]
        let byARN = generator.chance(permille: 500)
        switch generator.below(100) {
        case 0..<45:
            estate.accounts[account].trails[trail].isLogging = true
            return TrailEvents.setLogging(true, of: place.trails[trail], byARN: byARN, in: place)
        case 45..<70: return TrailEvents.update(place.trails[trail], in: place)
        case 70..<85: return createTrail(account)
        default:
            guard !place.trails[trail].isMultiRegion else {
                return TrailEvents.update(place.trails[trail], in: place)
            }
            estate.accounts[account].trails[trail].isDeleted = true
            return TrailEvents.delete(place.trails[trail], byARN: byARN, in: place)
        }
    }

    private mutating func createTrail(_ account: Int) -> EventDraft {
        let bucket = estate.accounts[account].buckets.first?.name ?? "audit-logs-" + generator.hex(8)
        var trail = EstateTrail(
            name: "team-" + generator.hex(6), region: generator.below(estate.accounts[account].regions.count),
            bucket: bucket)
        trail.isMultiRegion = false
        // A new trail records nothing until it is started.
        trail.isLogging = false
        trail.keyARN = estate.accounts[account].keys.first.map(estate.accounts[account].keyARN)
        estate.accounts[account].trails.append(trail)
        return TrailEvents.create(trail, in: estate.accounts[account])
    }

    /// Repeats a rotation that is on, or takes a key one step through its states.
    mutating func keyDraft(_ account: Int) -> EventDraft {
        guard let key = sound(estate.accounts[account].keys, { !$0.isDrifted }) else {
            return createKey(account)
        }
        switch estate.accounts[account].keys[key].state {
        case .disabled:
            estate.accounts[account].keys[key].state = .enabled
            let place = estate.accounts[account]
            return KeyEvents.setEnabled(true, place.keys[key], in: place)
        case .pendingDeletion:
            estate.accounts[account].keys[key].state = .disabled
            let place = estate.accounts[account]
            return KeyEvents.cancelDeletion(of: place.keys[key], in: place)
        case .enabled: return enabledKeyDraft(account, key)
        }
    }

    private mutating func enabledKeyDraft(_ account: Int, _ key: Int) -> EventDraft {
        let place = estate.accounts[account]
        switch generator.below(100) {
        case 0..<70: return KeyEvents.setRotation(true, of: place.keys[key], in: place)
        case 70..<82:
            estate.accounts[account].keys[key].state = .disabled
            return KeyEvents.setEnabled(false, place.keys[key], in: place)
        case 82..<90:
            estate.accounts[account].keys[key].state = .pendingDeletion
            return KeyEvents.scheduleDeletion(of: place.keys[key], in: place, at: seconds)
        default: return createKey(account)
        }
    }

    /// A new key does not rotate, so it is non-compliant from the start and stays out of later drifts.
    private mutating func createKey(_ account: Int) -> EventDraft {
        var key = EstateKey(
            id: generator.uuid(), region: generator.below(estate.accounts[account].regions.count),
            team: generator.pick(Names.teams))
        key.isRotated = false
        key.isDrifted = true
        estate.accounts[account].keys.append(key)
        return KeyEvents.create(key, in: estate.accounts[account], at: seconds)
    }

    /// Sends a setting of the account again as it is.
    mutating func accountDraft(_ account: Int) -> EventDraft {
        let place = estate.accounts[account]
        if let policy = place.passwordPolicy, generator.chance(permille: 400) {
            return AccountEvents.update(policy)
        }
        if let blocks = place.blocksPublicAccess, generator.chance(permille: 500) {
            return BucketEvents.putAccountPublicAccessBlock(blocks, in: place)
        }
        let region = generator.below(place.regions.count)
        return AccountEvents.setDiskEncryption(
            place.encryptsDisks[region], region: place.regions[region], requestID: generator.uuid())
    }
}
