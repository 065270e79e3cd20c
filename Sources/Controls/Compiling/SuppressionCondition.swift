internal import CloudModel
internal import Expressions

/// The condition of a suppression, compiled against the kind of its control's subjects.
struct SuppressionCondition: Sendable {
    let program: Program
    /// The properties of the suppressed resource that it reads: nothing else can change what it says.
    let reads: PropertySet

    /// The field of the document that holds it.
    static let field = "while"
}

extension ControlCompiler {
    /// Compiles the condition of a suppression with what its control's expressions can name, but time and other resources.
    ///
    /// - Returns: nil if the suppression has none.
    /// - Throws: what is wrong with it; its file is `suppression ID`.
    mutating func condition(
        of suppression: Suppression, on file: ControlFile
    ) throws(ControlFileError) -> SuppressionCondition? {
        guard let condition = suppression.condition else { return nil }
        let source = SourceFile(path: suppression.label, text: condition)
        let text = SourceText(
            text: condition, field: SuppressionCondition.field, file: source,
            place: SourcePlace(line: 1, column: 1))
        if file.id == ExclusionWatch.id(file.subject.schema.provider) {
            throw text.error(
                atOffset: 0, "The control is about resources of many kinds, so no condition fits them all.")
        }
        let program = try program(of: text, in: file)
        if program.references.contains(where: { $0.root == .variable("now") }) {
            throw text.error(
                atOffset: 0, "The condition reads the time.",
                hint: "expires says how long a suppression lasts")
        }
        var footprint = Footprint()
        footprint.add(program, subject: file.subject)
        guard footprint.others.isEmpty, footprint.account.isEmpty else {
            throw text.error(
                atOffset: 0, "The condition reads more than the suppressed resource.",
                hint: "it can name resource, id, region, partition and params")
        }
        if footprint.subject.isEmpty {
            throw text.error(
                atOffset: 0, "The condition reads nothing of the resource, so no change could end it.",
                hint: "leave it out, or name a property as resource.Tags")
        }
        return SuppressionCondition(program: program, reads: footprint.subject)
    }
}

extension Suppression {
    /// What errors about it name in place of a file.
    var label: String { "suppression \(id)" }
}
