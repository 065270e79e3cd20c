internal import Glibc

/// Directories of stores: whether one is there, and how one that is of no use is put out of the way.
public enum StoreDirectory {
    /// Opens the store in a directory. One that cannot be used any more (damaged, of another format, of something
    /// else) gets another name and an empty one takes its place; returns that name and the reason too.
    public static func open(
        _ directory: String, _ settings: StoreSettings
    ) throws(StoreError) -> (store: RocksStore, setAside: (path: String, reason: StoreError)?) {
        do throws(StoreError) {
            return (try RocksStore(directory: directory, settings: settings), nil)
        } catch {
            guard error.isLost else { throw error }
            let path = try setAside(directory)
            return (try RocksStore(directory: directory, settings: settings), (path, error))
        }
    }

    /// Renames a directory to `<directory>.aside-<number>`, the first that is free, and returns that. Nothing
    /// is deleted. No store may be open in it.
    public static func setAside(_ directory: String) throws(StoreError) -> String {
        var number = 1
        while isThere("\(directory).aside-\(number)") { number += 1 }
        let path = "\(directory).aside-\(number)"
        guard unsafe rename(directory, path) == 0 else {
            throw failure("renaming \(directory) to \(path)")
        }
        return path
    }

    /// True if a store was made in the directory; makes the directory if it is not there.
    static func isStore(_ directory: String) throws(StoreError) -> Bool {
        try make(directory)
        // One of its two first files can be gone only by damage.
        return isThere("\(directory)/CURRENT") || isThere("\(directory)/IDENTITY")
    }

    private static func make(_ directory: String) throws(StoreError) {
        for end in directory.indices where directory[end] == "/" && end != directory.startIndex {
            try makeOne(String(directory[..<end]))
        }
        try makeOne(directory)
    }

    private static func makeOne(_ path: String) throws(StoreError) {
        guard !isThere(path), unsafe mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw failure("making \(path)")
    }

    private static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    private static func failure(_ operation: String) -> StoreError {
        let code = errno
        let text = unsafe String(cString: strerror(code))
        return StoreError(code == ENOSPC || code == EDQUOT ? .full : .unavailable, "\(operation): \(text)")
    }
}
