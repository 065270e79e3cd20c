internal import CloudModel
internal import JSONTokens

extension FindingState {
    /// What the records of a finding have told, so that one that tells the same once more (open, stale, and open again since
    /// the same change) has an id of its own.
    ///
    /// The newest records are known one by one. Whatever is no newer than those that are forgotten may have been told.
    struct Told: Hashable {
        /// How many records of one finding are kept in mind.
        static let maximumKept = 16

        /// What was told, each once, by when it was told last.
        private var digests: [UInt64] = []
        /// The newest event time that was told.
        private var newest = Timestamp.distantPast
        /// The newest event time that what is forgotten can have.
        private var forgotten = Timestamp.distantPast
        private var repetitions = 0

        init() {}

        /// Takes note of a record. Returns 0 if nothing like it was told before, else which repetition of the finding it is.
        mutating func note(_ record: FindingRecord) -> Int {
            let digest = Told.digest(of: record)
            let isKnown = digests.contains(digest)
            let isRepeated = isKnown || record.eventTime <= forgotten
            if isRepeated { repetitions += 1 }
            newest = max(newest, record.eventTime)
            if isKnown { digests.removeAll { $0 == digest } }
            digests.append(digest)
            if digests.count > Told.maximumKept {
                digests.removeFirst()
                forgotten = newest
            }
            return isRepeated ? repetitions : 0
        }

        /// True if the last record that was told has the same status and stamp.
        func isLast(_ record: FindingRecord) -> Bool { digests.last == Told.digest(of: record) }

        /// FNV-1a over `idParts` but for the uid, numbers in one go; two that meet cost a repetition that is none.
        private static func digest(of record: FindingRecord) -> UInt64 {
            var sum: UInt64 = 0xCBF2_9CE4_8422_2325
            func add(_ number: Int64) { sum = (sum ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3 }
            func add(_ text: String) {
                let bytes = text.utf8.span
                for index in bytes.indices { sum = (sum ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
                add(-1)
            }
            add(record.status.rawValue)
            add(record.eventTime.nanoseconds)
            add(record.isDoubtful ? 1 : 0)
            guard let cause = record.cause else { return sum }
            add(cause.time.nanoseconds)
            add(cause.eventID)
            add(cause.action)
            return sum
        }

        /// In its stored form.
        var stored: FlatValue {
            let head = [Int64(repetitions), newest.nanoseconds, forgotten.nanoseconds]
            return FlatValue(list: (head + digests.map { Int64(bitPattern: $0) }).map { FlatValue($0) })
        }

        /// From its stored form; nothing was told if it has another.
        init(stored view: FlatView) {
            let numbers = view.elements.compactMap(\.int)
            guard numbers.count >= 3 else { return }
            repetitions = Int(numbers[0])
            newest = Timestamp(nanoseconds: numbers[1])
            forgotten = Timestamp(nanoseconds: numbers[2])
            digests = numbers.dropFirst(3).map { UInt64(bitPattern: $0) }
        }
    }
}
