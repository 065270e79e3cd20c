public import CloudModel

/// Takes the records of a file one by one; their bytes are lent for the call only.
public protocol RecordSink {
    /// Takes one record.
    mutating func take(_ record: Span<UInt8>, at position: RecordPosition) throws
    /// Takes bytes that make no record.
    mutating func take(_ letter: DeadLetter) throws
    /// Takes notice of a comment line.
    mutating func skipLine()
}
