public import DriftEngine

/// A place for one store, as the contract tries it.
public protocol StoreUnderTest: AnyObject {
    associatedtype Store: LocalStore

    /// Opens the store, with what it holds; the one opened before is given up and closed.
    func open() throws(StoreFailure) -> Store

    /// Ends the process without any farewell: what was not flushed may be lost.
    func crash()

    /// Makes sure that no crash takes what was written.
    func flush()
}
