internal import Expressions

/// Blocks of addresses.
///
/// - `text.isInternetRange()`: true for a block that stands for the whole internet, of either family; see
///   `AddressBlock.isInternet`. Example: `'0.0.0.0/0'.isInternetRange()` is true, `'10.0.0.0/8'.isInternetRange()`
///   is false.
enum NetworkFunctions {
    static let all = [
        FunctionDeclaration(
            method: "isInternetRange", on: .string, returns: .bool,
            .unary { .bool(AddressBlock.isInternet($0.readText)) })
    ]
}
