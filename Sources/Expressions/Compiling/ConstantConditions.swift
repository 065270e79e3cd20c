/// Finds conditions that do not depend on anything: a comparison of literals, a literal as operand of `&&`,
/// `||`, `!` or `? :`, or as condition of a macro.
public enum ConstantConditions {
    /// The findings of a program, in the order of the text. A whole expression that is one literal, such as
    /// `true`, is no condition and is not reported.
    public static func find(in program: Program) -> [ExpressionError] {
        var findings: [LocatedError] = []
        _ = visit(program.syntax, program.hostFunctions, &findings)
        return findings.sorted { $0.offset < $1.offset }.map { $0.located(in: program.source) }
    }

    /// Notes the findings below a node; true if the node's value is the same in every evaluation.
    private static func visit(
        _ syntax: Syntax, _ hostFunctions: [String], _ findings: inout [LocatedError]
    ) -> Bool {
        var constants: [Bool] = []
        syntax.forEachChild { constants.append(visit($0, hostFunctions, &findings)) }
        let isConstant = constants.allSatisfy(\.self)
        switch syntax.form {
        case .literal: return true
        case .list, .map, .index: return isConstant
        case .unary(let sign, let operand):
            if sign == .not, isConstant { note(operand, "`!` has a constant operand", &findings) }
            return isConstant
        case .binary(let sign, let left, let right):
            if sign.isComparison, isConstant {
                note(syntax, "`\(sign.rawValue)` compares constants", &findings)
            }
            if sign.isLogical {
                for (operand, isConstant) in zip([left, right], constants) where isConstant {
                    note(operand, "`\(sign.rawValue)` has a constant operand", &findings)
                }
            }
            return isConstant
        case .conditional(let condition, _, _):
            if constants[0] { note(condition, "`? :` has a constant condition", &findings) }
            return isConstant
        case .comprehension(let comprehension):
            if let condition = comprehension.condition, constants[1] {
                note(condition, "the macro has a constant condition", &findings)
            }
            return isConstant
        case .call(let name, _), .method(_, let name, _): return isConstant && !hostFunctions.contains(name)
        case .name, .select, .bind, .optionalMap: return false
        }
    }

    /// Notes a finding, unless one about the same place is there already.
    private static func note(_ syntax: Syntax, _ message: String, _ findings: inout [LocatedError]) {
        if findings.contains(where: { $0.offset == syntax.offset }) { return }
        findings.append(LocatedError(message, at: syntax.offset))
    }
}
