internal import CloudModel
internal import Controls

/// A profile and the file that it stands in.
struct ProfileFile {
    let file: FileBytes
    let profile: Profile

    init(_ path: String) throws(RuntimeFailure) {
        file = try FileBytes(path)
        do {
            profile = try Profile(json: file.bytes)
        } catch {
            throw file.failure(error.field, error.message, error.hint)
        }
    }

    /// What `ControlCatalog` calls the profile in its messages.
    var label: String { "profile \(profile.name.isEmpty ? profile.provider.displayName : profile.name)" }
}
