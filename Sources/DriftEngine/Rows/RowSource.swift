internal import CloudModel
internal import ResourceGraph

/// Where rows are found that are not in memory: a partition's store.
protocol RowSource: AnyObject {
    /// The value of a key; nil if it has none.
    func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]?

    /// Every finding that is there.
    func findings() throws(StoreFailure) -> [(control: String, subject: ResourceID, state: FindingState)]
}
