internal import CloudModel
internal import Expressions
internal import JSONTokens

/// Turns control files into programs, checking every expression against the schemas of the kinds it names.
struct ControlCompiler {
    /// The numbers of field names, shared by all programs of one catalogue.
    private(set) var names = NameTable()
    /// How many queries the programs of verdicts have so far.
    private var queryCount = 0
    /// The queries of a repair are never kept: it is made once.
    private static let repairBase = Int(Int32.max)

    /// What every expression can name beside its variables.
    private static let library = Environment.Library(
        objectTypes: KindTypes.objectTypes + FunctionCatalog.objectTypes,
        functions: FunctionCatalog.functions + HostFunction.declarations)

    /// The variables of every expression, in the order of their numbers.
    enum Variable: Int, CaseIterable {
        case resource
        case account
        case region
        case id
        case params
        /// The present instant of the engine's time.
        case now
        /// The AWS partition.
        case partition
        /// One piece of evidence; in remediations only.
        case item
        /// The provider's id of the piece of evidence, or an empty text.
        case itemID
    }

    /// Compiles a control.
    mutating func compile(
        _ file: ControlFile, params: [ControlParameter], severity: Severity, benchmarks: [BenchmarkNumber]
    ) throws(ControlFileError) -> CompiledControl {
        let environment = environment(file, item: nil)
        let applies = try condition(file.applies, environment)
        let pass: Program = try condition(file.pass, environment)
        if pass.references.isEmpty {
            throw file.pass.error(
                atOffset: 0, "The condition reads nothing, so every subject would get one verdict.")
        }
        let evidence = try evidence(file.evidence, environment)
        var footprint = Footprint()
        for program in [applies, pass, evidence] {
            if let program { footprint.add(program, subject: file.subject) }
        }
        return CompiledControl(
            facts: ControlFacts(
                id: file.id, title: file.title, description: file.description,
                remediationText: file.remediation?.text ?? "", severity: severity, version: file.version,
                benchmarks: benchmarks.sorted(), frameworks: file.frameworks),
            subject: file.subject, scope: file.scope,
            params: FlatValue(map: params.map { ($0.name, $0.value) }), footprint: footprint,
            remediation: try remediation(file, evidence), file: file, applies: applies, pass: pass,
            evidence: evidence)
    }

    /// Compiles a condition that is kept beside a control, with all that the control's own can name.
    mutating func program(of text: SourceText, in file: ControlFile) throws(ControlFileError) -> Program {
        let program = try compile(text, .bool, environment(file, item: nil)) as Program
        try ControlCost.check(program, text)
        return program
    }

    private mutating func remediation(
        _ file: ControlFile, _ evidence: Program?
    ) throws(ControlFileError) -> CompiledRemediation? {
        guard let section = file.remediation else { return nil }
        var item: ExpressionType?
        if section.isForEachEvidence {
            guard case .list(let element)? = evidence?.resultType else {
                throw file.pass.error(
                    atOffset: 0, "The evidence must be a list, because the calls walk over it.")
            }
            item = element
        }
        let environment = environment(file, item: item)
        return CompiledRemediation(
            safety: section.safety, summary: section.summary, permissions: section.permissions,
            canary: section.canary, isForEachEvidence: section.isForEachEvidence,
            guardCondition: try compile(section.guardCondition, .bool, environment),
            calls: try calls(section.calls, environment), inverse: try calls(section.inverse, environment),
            expected: try compile(section.expected, .map(.string, .dyn), environment))
    }

    private mutating func calls(
        _ templates: [CallTemplate], _ environment: Environment
    ) throws(ControlFileError) -> [CompiledCall] {
        var calls: [CompiledCall] = []
        for template in templates {
            let when = try compile(template.when, .bool, environment)
            switch template.target {
            case .aws(let service, let operation, let parameters):
                let program = try compile(parameters, .map(.string, .dyn), environment)
                calls.append(
                    CompiledCall(
                        when: when, target: .aws(service: service, operation: operation, parameters: program))
                )
            case .http(let method, let url, let query, let body, let precondition):
                calls.append(
                    CompiledCall(
                        when: when,
                        target: .http(
                            method: method, url: try compile(url, .string, environment),
                            query: try compile(query, .map(.string, .dyn), environment),
                            body: try compile(body, nil, environment),
                            precondition: try compile(precondition, nil, environment))))
            }
        }
        return calls
    }

    private mutating func condition(
        _ text: SourceText?, _ environment: Environment
    ) throws(ControlFileError) -> Program? {
        guard let text else { return nil }
        return try condition(text, environment) as Program
    }

    private mutating func condition(
        _ text: SourceText, _ environment: Environment
    ) throws(ControlFileError) -> Program {
        let program = try compile(text, .bool, environment, queryBase: queryCount) as Program
        queryCount += program.queries.count
        try ControlCost.check(program, text)
        return program
    }

    private mutating func evidence(
        _ text: SourceText?, _ environment: Environment
    ) throws(ControlFileError) -> Program? {
        guard let text else { return nil }
        let program =
            try compile(text, nil, environment, isSampling: true, queryBase: queryCount) as Program
        queryCount += program.queries.count
        try ControlCost.check(program, text)
        return program
    }

    private mutating func compile(
        _ text: SourceText?, _ type: ExpressionType?, _ environment: Environment
    ) throws(ControlFileError) -> Program? {
        guard let text else { return nil }
        return try compile(text, type, environment) as Program
    }

    private mutating func compile(
        _ text: SourceText, _ type: ExpressionType?, _ environment: Environment, isSampling: Bool = false,
        queryBase: Int = ControlCompiler.repairBase
    ) throws(ControlFileError) -> Program {
        let program: Program
        do {
            program = try Program(
                text.text, in: environment, names: &names, expecting: type, isSampling: isSampling,
                queryBase: queryBase)
        } catch {
            throw text.error(atOffset: error.position.offset, error.message)
        }
        if let finding = ConstantConditions.find(in: program).first {
            throw text.error(
                atOffset: finding.position.offset, finding.message,
                hint: "a condition that does not depend on anything is a mistake")
        }
        for reference in program.references {
            if case .call(let function, nil) = reference.root {
                throw text.error(atOffset: 0, "\(function)() needs its kind as a literal text.")
            }
        }
        return program
    }

    private func environment(_ file: ControlFile, item: ExpressionType?) -> Environment {
        let account = ResourceID.accountKind(of: file.subject.schema.provider)
        var variables: [Environment.Variable] = [
            .init("resource", KindTypes.type(of: file.subject)),
            .init("account", KindTypes.type(of: account)),
            .init("region", .string), .init("id", .string), .init("params", .object("params")),
            .init("now", .timestamp), .init("partition", .string),
        ]
        if let item { variables += [.init("item", item), .init("item_id", .string)] }
        var fields: [String: ExpressionType] = [:]
        for param in file.params { fields[param.name] = KindTypes.type(of: param.value.view) }
        return Environment(
            variables: variables, library: ControlCompiler.library,
            ownTypes: [.init("params", fields: fields)], clock: "now", shared: ["params"])
    }
}
