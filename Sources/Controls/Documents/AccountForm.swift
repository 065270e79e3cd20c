import CloudModel

extension JSONField {
    /// An account's id in the form that its provider gives out, as resources carry it: Azure's in lower case.
    func accountID(_ provider: Provider) throws(DocumentError) -> String {
        try accountID(try filledText(), provider)
    }

    /// The same of a text that the field holds a part of.
    func accountID(_ text: String, _ provider: Provider) throws(DocumentError) -> String {
        let id = provider == .azure ? text.lowercased() : text
        guard AccountForm.fits(id, provider) else {
            throw error(
                "\"\(text)\" is no account of \(provider.displayName).", hint: AccountForm.hint(provider))
        }
        return id
    }

    /// Accounts' ids, one by one.
    func accountIDs(_ provider: Provider) throws(DocumentError) -> [String] {
        var ids: [String] = []
        for element in try list() { ids.append(try element.accountID(provider)) }
        return ids
    }
}

/// The forms of the ids that providers give to accounts.
private enum AccountForm {
    static func fits(_ id: String, _ provider: Provider) -> Bool {
        switch provider {
        case .aws: id.utf8.count == 12 && id.utf8.allSatisfy(isDigit)
        case .azure:
            id.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [8, 4, 4, 4, 12]
                && id.allSatisfy { $0 == "-" || $0.isHexDigit && $0.isASCII }
        // A project's id, one with the domain before it, or its number.
        case .gcp: id.utf8.allSatisfy { isDigit($0) || isSmallLetter($0) || "-.:".utf8.contains($0) }
        }
    }

    static func hint(_ provider: Provider) -> String {
        switch provider {
        case .aws: "twelve digits, as 111122223333"
        case .azure: "the subscription's id, as 00000000-1111-2222-3333-444444444444"
        case .gcp: "the project's id, in small letters, digits and hyphens"
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
