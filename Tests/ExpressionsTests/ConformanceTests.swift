import Expressions
import Foundation
import JSONTokens
import Testing

/// cel-spec's own cases, as far as they need no protobuf messages.
@Suite struct ConformanceTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/cel-spec/cases.jsonl").standardizedFileURL

    private static let isPresent = FileManager.default.fileExists(atPath: file.path)

    @Test(.enabled(if: isPresent, "the cases are not here"))
    func `every case gives what the suite expects, but for the listed ones`() throws {
        let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
        var failureCount = 0
        var surprises: [String] = []
        for line in lines {
            let specification = try ConformanceCase(line: String(line))
            guard let complaint = specification.complaint else { continue }
            failureCount += 1
            if !ConformanceExceptions.isListed(specification.id) {
                surprises.append("\(specification.id): \(complaint)")
            }
        }
        #expect(surprises.isEmpty, "\(surprises.joined(separator: "\n"))")
        #expect(failureCount == ConformanceExceptions.count, "of \(lines.count)")
    }
}

/// One line of the suite.
struct ConformanceCase {
    let id: String
    private let expression: String
    private let root: FlatView
    private let expected: FlatView

    init(line: String) throws {
        root = try FlatValue(json: line).view
        let file = root.member("file")?.string ?? ""
        let section = root.member("section")?.string ?? ""
        id = "\(file)/\(section)/\(root.member("name")?.string ?? "")"
        expression = root.member("expr")?.string ?? ""
        expected = try #require(root.member("expect"))
    }

    /// What is wrong; nil if the case passes.
    var complaint: String? {
        var names = NameTable()
        let host = BindingHost()
        do throws(ExpressionError) {
            let environment = environment(host)
            let program = try Program(expression, in: environment, names: &names)
            if let type = expected.member("deduced_type")?.string, program.resultType.description != type {
                return "\(expression): type \(program.resultType) instead of \(type)"
            }
            if root.member("check_only")?.bool == true { return nil }
            return complaint(about: Evaluator().evaluate(program, in: host))
        } catch {
            return expected.member("error") != nil ? nil : "\(expression): refused: \(error)"
        }
    }

    private func complaint(about value: Value) -> String? {
        let shown = exactText(value)
        if expected.member("error") != nil {
            if case .error = value { return nil }
            return "\(expression): \(shown) instead of an error"
        }
        guard let wanted = expected.member("value").map({ exactText(Self.value($0)) }), wanted != shown else {
            return nil
        }
        return "\(expression): \(shown) instead of \(wanted)"
    }

    private func environment(_ host: BindingHost) -> Environment {
        var variables: [Environment.Variable] = []
        var functions: [FunctionDeclaration] = []
        for declaration in root.member("type_env")?.elements ?? FlatValue.null.view.elements {
            let name = declaration.member("name")?.string ?? ""
            if let type = declaration.member("type")?.string {
                variables.append(.init(name, Self.type(type)))
            }
            for overload in declaration.member("overloads")?.elements ?? FlatValue.null.view.elements {
                functions.append(Self.function(name, overload))
            }
        }
        let bindings = root.member("bindings") ?? FlatValue.null.view
        for (name, _) in bindings.members where !variables.contains(where: { $0.name == name }) {
            variables.append(.init(name, .dyn))
        }
        host.values = variables.map { variable in
            bindings.member(variable.name).map { Self.value($0) }
                ?? .error(EvaluationError(.noSuchVariable, variable.name))
        }
        return Environment(
            variables: variables, functions: functions, container: root.member("container")?.string ?? "",
            checksTypes: root.member("check_disabled")?.bool != true,
            expandsMacros: root.member("macros_disabled")?.bool != true)
    }

    private static func function(_ name: String, _ overload: FlatView) -> FunctionDeclaration {
        let parameters = (overload.member("params")?.elements.compactMap(\.string) ?? []).map { type($0) }
        let result = type(overload.member("result")?.string ?? "dyn")
        if overload.member("method")?.bool == true, let receiver = parameters.first {
            return FunctionDeclaration(
                method: name, on: receiver, Array(parameters.dropFirst()), returns: result, .host(0))
        }
        return FunctionDeclaration(name, parameters, returns: result, .host(0))
    }

    static func value(_ view: FlatView) -> Value {
        guard let (kind, content) = view.members.first(where: { _ in true }) else { return .null }
        let text = content.string ?? ""
        switch kind {
        case "bool": return .bool(content.bool ?? false)
        case "int": return .int(Int64(text) ?? 0)
        case "uint": return .uint(UInt64(text) ?? 0)
        case "double": return .double(Double(text) ?? .nan)
        case "string": return .string(text)
        case "bytes": return .bytes(Array(Data(base64Encoded: text) ?? Data()))
        case "list": return Value(list: content.elements.map { value($0) })
        case "map": return map(content)
        case "type": return .type(text)
        case "timestamp":
            let parts = Self.parts(text)
            return Instant(seconds: parts.0, nanoseconds: parts.1).map { .timestamp($0) } ?? .null
        case "duration":
            let parts = Self.parts(text)
            return TimeSpan(seconds: parts.0, nanoseconds: parts.1).map { .duration($0) } ?? .null
        default: return .null
        }
    }

    private static func map(_ content: FlatView) -> Value {
        var builder: [(Value, Value)] = []
        for pair in content.elements {
            guard let key = pair.element(0), let member = pair.element(1) else { continue }
            builder.append((value(key), value(member)))
        }
        return .map(MapValue(builder))
    }

    /// Whole seconds rounded down, and nanoseconds, from `-1.500000000`.
    private static func parts(_ text: String) -> (Int64, Int32) {
        let pieces = text.split(separator: ".")
        let seconds = Int64(pieces.first ?? "") ?? 0
        let nanoseconds = pieces.count > 1 ? Int32(pieces[1]) ?? 0 : 0
        guard text.hasPrefix("-"), nanoseconds > 0 else { return (seconds, nanoseconds) }
        return (seconds - 1, 1_000_000_000 - nanoseconds)
    }

    /// A type from its text, such as `map(string, list(int))`.
    static func type(_ text: String) -> ExpressionType {
        let simple: [String: ExpressionType] = [
            "dyn": .dyn, "null": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
            "string": .string, "bytes": .bytes, "google.protobuf.Timestamp": .timestamp,
            "google.protobuf.Duration": .duration, "timestamp": .timestamp, "duration": .duration,
        ]
        if let type = simple[text] { return type }
        if text.hasPrefix("<") { return .parameter(String(text.dropFirst().dropLast())) }
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return .object(text) }
        let inner = text[text.index(after: open)...].dropLast()
        switch text[..<open] {
        case "list": return .list(type(String(inner)))
        case "optional_type": return .optional(type(String(inner)))
        case "map":
            let comma = inner.firstIndex(of: ",") ?? inner.endIndex
            return .map(
                type(String(inner[..<comma])),
                type(inner[comma...].dropFirst().drop { $0 == " " }.description))
        default: return .object(text)
        }
    }
}

/// A host that knows the case's bindings only.
final class BindingHost: Activation {
    var values: [Value] = []

    func variable(_ index: Int) -> Value { values[index] }
    func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
    func call(_ function: Int, _ arguments: [Value]) -> Value { .error(EvaluationError(.host)) }
}

/// A value with its types, members by key.
func exactText(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .int(let number): return "\(number)"
    case .uint(let number): return "\(number)u"
    case .double(let number): return number.isNaN ? "NaN" : "\(number)d"
    case .list(let list): return "[" + list.knownElements.map(exactText).joined(separator: ", ") + "]"
    case .map(let map):
        let members = zip(map.keys, map.values).map { "\(exactText($0)): \(exactText($1))" }
        return "{" + members.sorted().joined(separator: ", ") + "}"
    case .timestamp(let instant): return "timestamp(\(instant.text))"
    case .duration(let span): return "duration(\(span.text))"
    case .string(let text): return "'\(text)'"
    default: return value.shown
    }
}
