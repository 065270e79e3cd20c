public import CloudModel
public import JSONTokens

/// Which benchmark, level and scope apply, what is left out, and whether repairs may run unattended.
public struct Profile: Sendable {
    /// A name for people; empty if there is none.
    public let name: String
    /// The cloud.
    public let provider: Provider
    /// The benchmark's version without its last `.0`; nil for the newest.
    public let version: String?
    /// The highest level that applies: a pass of 2 includes 1.
    public let level: Int
    /// The accounts by id; empty for all.
    public let accounts: [String]
    /// The regions; empty for all. Global subjects are always in.
    public let regions: [String]
    /// The types that are in scope; empty for all.
    public let types: [TypeScope]
    /// What is different for single controls.
    public let overrides: [ControlOverride]
    /// The controls that no tag leaves a resource out of, by id.
    public let floor: [String]
    /// What environment whole accounts belong to, whatever the tags of their resources say.
    public let environments: [AccountEnvironment]
    /// How old the newest complete inventory of a kind, account and region may become until it is asked for again, in hours;
    /// nil asks for none because of its age.
    public let rereadHours: Int?
    /// True if repairs may run unattended.
    public let isAutomated: Bool

    /// A type in scope and what of it is left out.
    public struct TypeScope: Hashable, Sendable {
        /// The type as the document names it.
        public let alias: String
        /// The kind's name; it need not have a schema.
        public let kindName: String
        /// Tags that leave a resource out; any one does.
        public let exclusions: [TagExclusion]
    }

    /// A tag that leaves a resource out.
    public struct TagExclusion: Hashable, Sendable {
        /// The tag's key.
        public let key: String
        /// The values, of which any one counts.
        public let values: [String]
    }

    /// The environment of whole accounts: it stands for a tag that each of their resources carries.
    public struct AccountEnvironment: Hashable, Sendable {
        /// The accounts by id.
        public let accounts: [String]
        /// The tag's key.
        public let key: String
        /// The tag's value.
        public let value: String
    }

    /// What is different for one control.
    public struct ControlOverride: Sendable {
        /// The control's id.
        public let id: String
        /// False if the control is switched off.
        public let isEnabled: Bool
        /// Another severity.
        public let severity: Severity?
        /// Other parameters, by name.
        public let params: [(name: String, value: FlatValue)]
    }

    /// What applies to a provider if nobody posted a profile: the newest version, level 1, everything, no automation.
    public static func standard(_ provider: Provider) -> Profile {
        Profile(
            name: "", provider: provider, version: nil, level: 1, accounts: [], regions: [], types: [],
            overrides: [], floor: [], environments: [], rereadHours: nil, isAutomated: false)
    }
}
