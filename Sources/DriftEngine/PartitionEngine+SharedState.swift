internal import CloudModel
internal import JSONTokens

extension PartitionEngine {
    /// What was asked for and told since the last call.
    func drainShared() -> [StateRecord] {
        guard !ledger.isClean else { return [] }
        defer { ledger.didDrain() }
        return ledger.newlyAsked.map {
            StateRecord(key: EngineState.askedKey($0), value: FlatValue(true).bytes)
        }
            + ledger.newInterests.map {
                StateRecord(key: EngineState.interestKey($0.copy), value: FlatValue($0.owner.text).bytes)
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
        case "x": ledger.restoreAsked(resource)
        case "n":
            guard let owner = value.string, let original = resource.original else { return }
            ledger.restore(SharedInterest(copy: resource, of: AccountKey(owner)), in: original)
        default:
            guard let digest = value.int else { return }
            ledger.restoreTold(digest, .init(owner: AccountKey(parts[1]), resource: resource))
        }
    }
}
