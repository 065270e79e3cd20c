internal import JSONTokens

/// The ids of projects by their numbers, learnt from project assets. Holds at most `maximumCount`.
final class GCPProjectNames {
    /// How many projects fit; later ones keep their numbers.
    static let maximumCount = 100_000

    private var ids: [String: String] = [:]

    /// The id of a project number, or nil if it was not learnt.
    func id(of number: String) -> String? { ids[number] }

    /// Takes number and id from an asset, if it is a project.
    func learn(_ asset: FlatView) {
        let type = asset.member("assetType") ?? asset.member("asset_type")
        guard type?.equals("cloudresourcemanager.googleapis.com/Project") ?? false,
            let data = asset.member("resource")?.member("data"),
            let id = BodyReading.text(data.member("projectId")), ids.count < GCPProjectNames.maximumCount
        else { return }
        let named = GCPNames.project(in: BodyReading.text(asset.member("name")))
        let shown = data.member("projectNumber")
        guard let number = BodyReading.text(shown) ?? shown?.int.map({ String($0) }) ?? named else { return }
        ids[number] = id
    }
}
