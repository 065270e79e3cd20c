import ArgumentParser
import CloudModel
import Controls
import DriftRuntime

/// `plumbline controls explain`.
struct ControlsExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Shows what a control asks and reads, which events trigger it, and what would fix a failure.")

    @Argument(help: "The control's id, or its last part.")
    var id: String

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var controls: ControlOptions

    func run() throws {
        let library = try controls.settings.library()
        if let watch = ControlLibrary.watches.first(where: { $0.id == id }) {
            let explanation = WatchExplanation(watch: watch)
            return Terminal.write(json ? explanation.json + "\n" : explanation.text(width: Terminal.width))
        }
        let matches = library.controls.filter { $0.id == id || $0.key == id }
        guard let file = matches.first, matches.count == 1 else { throw unknown(library, matches) }
        let catalog = try everything(library)
        guard let position = catalog.position(of: file.id) else { throw unknown(library, []) }
        let explanation = ControlExplanation(
            catalog.controls[Int(position)], library.numbers(of: file.id))
        Terminal.write(json ? explanation.json + "\n" : explanation.text(width: Terminal.width))
    }

    private func unknown(_ library: ControlLibrary, _ matches: [ControlFile]) -> RuntimeFailure {
        let all = library.controls + ControlLibrary.watches
        let close = matches.isEmpty ? all.filter { $0.id.contains(id) } : matches
        let what = matches.isEmpty ? "there is no such control" : "several controls end so"
        return RuntimeFailure(.usage, "\(id): \(what)\n    hint: \(hint(library, close.map(\.id)))")
    }

    /// The ids that contain what was given, else the one that is nearest to it, whole or by its last part.
    private func hint(_ library: ControlLibrary, _ close: [String]) -> String {
        if !close.isEmpty { return "meant: " + close.joined(separator: ", ") }
        let nearest =
            Suggestion.nearest(to: id, among: (library.controls + ControlLibrary.watches).map(\.id))
            ?? Suggestion.nearest(to: id, among: library.controls.map(\.key))
        return nearest.map { "did you mean \"\($0)\"?" } ?? "plumbline controls list shows them all"
    }

    /// Every control compiled, whichever version and level it belongs to.
    private func everything(_ library: ControlLibrary) throws(RuntimeFailure) -> ControlCatalog {
        do {
            var profiles: [Profile] = []
            for map in library.benchmarks {
                guard let provider = map.provider else { continue }
                let text =
                    #"{"provider":"\#(provider.rawValue)","version":"\#(map.version)","levels":["L1","L2"]}"#
                profiles.append(try Profile(json: Array(text.utf8)))
            }
            return try ControlCatalog(library, profiles: profiles)
        } catch {
            throw RuntimeFailure(.usage, "\(error)")
        }
    }
}
