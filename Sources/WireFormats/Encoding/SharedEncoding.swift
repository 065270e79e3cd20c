public import CloudModel
internal import JSONTokens

extension EffectEncoder {
    /// A record of the topic `shared-facts`. It is compacted by who gets it, about what and from whom, and lies on the
    /// partition of who gets it.
    func encode(_ shared: SharedRecord) -> OutputRecord {
        let (word, resource, owner): (String, ResourceID, AccountKey) =
            switch shared {
            case .facts(let facts): ("facts", facts.resource, facts.owner)
            case .interest(let interest): ("interest", interest.copy, interest.owner)
            }
        let key = [
            shared.account.text, word, resource.account.text, resource.kind.name, resource.region,
            resource.nativeID, owner.text,
        ].joined(separator: "|")
        var bytes: [UInt8] = []
        SharedRecordForm.value(of: shared).view.writeJSON(into: &bytes)
        return OutputRecord(
            topic: .sharedFacts, key: Array(key.utf8), value: bytes, headers: [], account: shared.account)
    }
}

extension SharedFacts {
    /// Tells one state of what is shared from another.
    public static func digest(of changes: [ResourceChange]) -> Int64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in SharedRecordForm.value(of: changes).bytes {
            sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: sum)
    }
}
