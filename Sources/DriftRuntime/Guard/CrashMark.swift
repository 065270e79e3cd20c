internal import CloudModel
internal import Glibc
internal import Synchronization

/// Remembers across crashes which record the process was in.
///
/// A page of a file is mapped into memory: before a record is stepped its place is stored there, which costs a few
/// nanoseconds and no call, and the system keeps the page when the process dies. A record in which the process died
/// so often in a row is poison. Being killed in the middle of a record counts too, but hits the same record again and
/// again only if that record takes far longer than all others.
@safe final class CrashMark {
    /// Words of the page.
    private enum Word: Int {
        case version, isInside, source, partition, offset
        case lastSource, lastPartition, lastOffset, crashCount
    }

    private static let byteCount = 4_096
    private static let version: UInt64 = 1

    private let page: UnsafeMutablePointer<UInt64>
    private let limit: Int
    private var knownSource = ""
    private var knownHash: UInt64 = 0
    /// How often in a row the process died in the record that it died in last.
    let crashCount: Int
    /// The record that it died in last, if that is poison.
    private let poison: (source: UInt64, partition: UInt64, offset: UInt64)?

    /// The mark in a file, which is made if it is missing. Looks whether the last process died in a record.
    init(path: String, limit: Int) throws(RuntimeFailure) {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0, ftruncate(file, off_t(Self.byteCount)) == 0 else {
            if file >= 0 { close(file) }
            throw .environment(
                "\(path): the mark that finds crashing records cannot be written: \(Self.trouble)")
        }
        defer { close(file) }
        // Room on the disk now: a page that cannot be written later would end the process.
        let isFull = posix_fallocate(file, 0, off_t(Self.byteCount)) != 0
        let mapped = unsafe mmap(nil, Self.byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
        guard !isFull, let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
            throw .environment(
                "\(path): the mark that finds crashing records cannot be made: \(Self.trouble)")
        }
        unsafe page = mapped.bindMemory(to: UInt64.self, capacity: Self.byteCount / 8)
        self.limit = limit
        (crashCount, poison) = unsafe Self.judge(page, limit)
    }

    deinit { unsafe munmap(page, Self.byteCount) }

    /// Counts the last process's death, if it died in a record.
    private static func judge(
        _ page: UnsafeMutablePointer<UInt64>, _ limit: Int
    ) -> (Int, (source: UInt64, partition: UInt64, offset: UInt64)?) {
        func word(_ word: Word) -> UInt64 { unsafe page[word.rawValue] }
        func set(_ word: Word, _ value: UInt64) { unsafe page[word.rawValue] = value }
        if word(.version) != version {
            for index in 0..<(byteCount / 8) { unsafe page[index] = 0 }
            set(.version, version)
        }
        if word(.isInside) == 1 {
            let isSame =
                word(.source) == word(.lastSource) && word(.partition) == word(.lastPartition)
                && word(.offset) == word(.lastOffset)
            set(.crashCount, isSame ? word(.crashCount) + 1 : 1)
            set(.lastSource, word(.source))
            set(.lastPartition, word(.partition))
            set(.lastOffset, word(.offset))
            set(.isInside, 0)
        }
        let count = Int(word(.crashCount))
        guard count >= limit else { return (count, nil) }
        return (count, (word(.lastSource), word(.lastPartition), word(.lastOffset)))
    }

    /// True if the process died in this record too often.
    func isPoison(_ position: RecordPosition) -> Bool {
        guard let poison else { return false }
        return poison.offset == UInt64(bitPattern: position.offset)
            && poison.partition == UInt64(UInt32(bitPattern: position.partition))
            && poison.source == hash(position.source)
    }

    /// The process is about to step the record.
    func enter(_ position: RecordPosition) {
        unsafe page[Word.source.rawValue] = hash(position.source)
        unsafe page[Word.partition.rawValue] = UInt64(UInt32(bitPattern: position.partition))
        unsafe page[Word.offset.rawValue] = UInt64(bitPattern: position.offset)
        // What stands before must be stored before: the process may die right behind.
        atomicMemoryFence(ordering: .releasing)
        unsafe page[Word.isInside.rawValue] = 1
        atomicMemoryFence(ordering: .sequentiallyConsistent)
    }

    /// The record is done.
    func leave() {
        atomicMemoryFence(ordering: .releasing)
        unsafe page[Word.isInside.rawValue] = 0
    }

    private func hash(_ source: String) -> UInt64 {
        if source == knownSource { return knownHash }
        knownSource = source
        knownHash = source.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return knownHash
    }

    private static var trouble: String { unsafe String(cString: strerror(errno)) }
}
