internal import CloudModel
internal import JSONTokens

extension PartitionEngine {
    /// What was asked for and told since the last call.
    func drainShared() -> [StateRecord] {
        guard !ledger.isClean else { return [] }
        defer { ledger.didDrain() }
        return ledger.newlyAsked.map {
            StateRecord(key: EngineState.askedKey($0.copy, $0.owner), value: FlatValue(true).bytes)
        }
            + ledger.newlyOwnerless.map {
                StateRecord(key: EngineState.askedKey($0, nil), value: FlatValue(true).bytes)
            }
            + ledger.newInterests.map {
                StateRecord(key: EngineState.interestKey($0.copy, $0.owner), value: FlatValue(true).bytes)
            }
            + ledger.newlyTold.map { place in
                StateRecord(
                    key: EngineState.toldKey(place),
                    value: ledger.told[place].map { FlatValue($0).bytes } ?? [])
            }
    }

    /// Puts back what was asked for or told.
    func restoreShared(_ parts: [String], _ value: [UInt8]) {
        let value = FlatValue(canonical: value).view
        guard let resource = EngineState.id(parts.suffix(4)) else { return }
        switch parts[0] {
        case "x":
            if parts[1].isEmpty {
                ledger.restoreOwnerless(resource)
            } else {
                ledger.restoreAsked(SharedInterest(copy: resource, of: AccountKey(parts[1])))
            }
        case "n":
            let owner = AccountKey(parts[1])
            guard let original = resource.original(of: owner) else { return }
            ledger.restore(SharedInterest(copy: resource, of: owner), in: original)
        default:
            guard let digest = value.int else { return }
            ledger.restoreTold(digest, .init(owner: AccountKey(parts[1]), resource: resource))
        }
    }
}
