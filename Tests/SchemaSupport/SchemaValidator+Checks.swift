import JSONTokens

/// One value against one schema.
extension SchemaValidator {
    func check(_ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]) {
        if let truth = schema.bool {
            if !truth { problems.append("\(place): nothing may stand here") }
            return
        }
        if let reference = schema.member("$ref")?.string, let target = resolve(reference) {
            check(value, target, at: place, into: &problems)
        }
        checkType(value, schema, at: place, into: &problems)
        if let constant = schema.member("const"), !(constant == value) {
            problems.append("\(place): is not \(constant.json)")
        }
        if let choices = schema.member("enum"), !choices.elements.contains(where: { $0 == value }) {
            problems.append("\(place): \(value.json) is none of \(choices.json)")
        }
        checkNumber(value, schema, at: place, into: &problems)
        if value.tag == .string { checkText(value, schema, at: place, into: &problems) }
        if value.tag == .list { checkList(value, schema, at: place, into: &problems) }
        if value.tag == .map { checkMap(value, schema, at: place, into: &problems) }
        checkCombinations(value, schema, at: place, into: &problems)
    }

    private func checkType(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        guard let type = schema.member("type") else { return }
        let names = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
        if !names.contains(where: { SchemaValidator.isType($0, value) }) {
            problems.append("\(place): \(value.json.prefix(80)) is no \(names.joined(separator: " or "))")
        }
    }

    private static func isType(_ name: String, _ value: FlatView) -> Bool {
        switch name {
        case "null": value.isNull
        case "boolean": value.bool != nil
        case "integer": value.int != nil || value.double.map { $0.rounded() == $0 } == true
        case "number": value.int != nil || value.double != nil
        case "string": value.tag == .string
        case "array": value.tag == .list
        case "object": value.tag == .map
        default: false
        }
    }

    private func checkNumber(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        guard let number = SchemaValidator.number(value) else { return }
        if let least = SchemaValidator.number(schema.member("minimum")), number < least {
            problems.append("\(place): \(number) is less than \(least)")
        }
        if let most = SchemaValidator.number(schema.member("maximum")), number > most {
            problems.append("\(place): \(number) is more than \(most)")
        }
    }

    private static func number(_ view: FlatView?) -> Double? {
        view.flatMap { $0.int.map(Double.init) ?? $0.double }
    }

    private func checkText(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        let text = value.string ?? ""
        let count = Int64(text.unicodeScalars.count)
        if let least = schema.member("minLength")?.int, count < least {
            problems.append("\(place): is shorter than \(least)")
        }
        if let most = schema.member("maxLength")?.int, count > most {
            problems.append("\(place): is longer than \(most)")
        }
        if let pattern = schema.member("pattern")?.string, SimplePattern(pattern)?.matches(text) != true {
            problems.append("\(place): \(value.json.prefix(80)) does not match \(pattern)")
        }
    }

    private func checkList(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        let count = Int64(value.count)
        if let least = schema.member("minItems")?.int, count < least {
            problems.append("\(place): has fewer than \(least) elements")
        }
        if let most = schema.member("maxItems")?.int, count > most {
            problems.append("\(place): has more than \(most) elements")
        }
        if schema.member("uniqueItems")?.bool == true, Set(value.elements.map(\.value)).count != value.count {
            problems.append("\(place): has an element twice")
        }
        guard let items = schema.member("items") else { return }
        for (index, element) in value.elements.enumerated() {
            check(element, items, at: "\(place)[\(index)]", into: &problems)
        }
    }

    private func checkMap(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        for name in schema.member("required")?.elements.compactMap(\.string) ?? []
        where value.member(name) == nil {
            problems.append("\(place): lacks \(name)")
        }
        let patterns = schema.member("patternProperties")?.members.map { ($0.key, $0.value) } ?? []
        for (name, member) in value.members {
            let inner = place + "." + name
            if let names = schema.member("propertyNames") {
                check(FlatValue(name).view, names, at: inner, into: &problems)
            }
            var isKnown = false
            if let property = schema.member("properties")?.member(name) {
                isKnown = true
                check(member, property, at: inner, into: &problems)
            }
            for (pattern, property) in patterns where SimplePattern(pattern)?.matches(name) == true {
                isKnown = true
                check(member, property, at: inner, into: &problems)
            }
            if !isKnown, let other = schema.member("additionalProperties") {
                check(member, other, at: inner, into: &problems)
            }
        }
    }

    private func checkCombinations(
        _ value: FlatView, _ schema: FlatView, at place: String, into problems: inout [String]
    ) {
        for inner in schema.member("allOf")?.elements.map({ $0 }) ?? [] {
            check(value, inner, at: place, into: &problems)
        }
        if let choices = schema.member("anyOf"), !choices.elements.contains(where: { conforms(value, $0) }) {
            problems.append("\(place): fits no alternative")
        }
        if let choices = schema.member("oneOf") {
            let count = choices.elements.count { conforms(value, $0) }
            if count != 1 { problems.append("\(place): fits \(count) alternatives, not one") }
        }
        if let other = schema.member("not"), conforms(value, other) {
            problems.append("\(place): fits what it must not")
        }
    }

    private func conforms(_ value: FlatView, _ schema: FlatView) -> Bool {
        var problems: [String] = []
        check(value, schema, at: "", into: &problems)
        return problems.isEmpty
    }
}
