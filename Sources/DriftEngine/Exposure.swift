internal import CloudModel
internal import JSONTokens

/// A time in which a control failed on a subject and that is over.
struct Exposure: Hashable {
    var begin: Timestamp
    var end: Timestamp

    /// How many exposures of one finding are kept in mind, newest first; of those before them nothing is told any more.
    static let maximumKept = 16

    /// The newest exposures by their beginnings.
    static func kept(_ exposures: [Exposure]) -> [Exposure] {
        Array(exposures.sorted { ($0.begin, $0.end) < ($1.begin, $1.end) }.suffix(maximumKept))
    }

    /// The stored form of exposures: begin and end of each.
    static func stored(_ exposures: [Exposure]) -> FlatValue {
        FlatValue(list: exposures.flatMap { [$0.begin, $0.end] }.map { FlatValue($0.nanoseconds) })
    }

    /// Exposures in their stored form.
    static func read(_ view: FlatView) -> [Exposure] {
        let instants = view.elements.compactMap { $0.int.map { Timestamp(nanoseconds: $0) } }
        return stride(from: 1, to: instants.count, by: 2).map {
            Exposure(begin: instants[$0 - 1], end: instants[$0])
        }
    }
}
