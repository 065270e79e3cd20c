import CloudModel
internal import JSONTokens

/// What every record says beside its event: that a credential was used.
enum CredentialUse {
    /// The cause of what is known to the hour. It follows from the hour alone, so that whichever of the hour's records comes
    /// first, and however often, the same is written.
    static func cause(hourOf time: Timestamp, actor: Actor? = nil) -> CauseRecord {
        let hour = hour(of: time)
        return CauseRecord(
            eventID: "use-" + hour.rfc3339, time: hour, action: "credential use", actor: actor)
    }

    /// The beginning of the hour.
    static func hour(of time: Timestamp) -> Timestamp {
        let length: Int64 = 3600 * 1_000_000_000
        let rest = time.nanoseconds % length
        return Timestamp(nanoseconds: time.nanoseconds - (rest < 0 ? rest + length : rest))
    }
}
