import CloudModel
internal import JSONTokens

/// Where a description of a resource holds one property: an answer's part, a request, the body of an AWS Config item.
/// They spell the fields alike but for the case of letters.
struct DescribedProperty: Sendable {
    /// The property.
    let property: PropertyID
    /// The field's spellings.
    let keys: [StaticString]
    /// What the field says.
    let write: @Sendable (Token, AWSShapes) -> PropertyWrite
    /// What it means that the field is not there; nil if that says nothing.
    var absence: PropertyWrite?

    /// A text; an empty one is none.
    static func text(_ property: PropertyID, _ keys: StaticString...) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            shapes.isMasked(token)
                ? .unknown(property) : .set(property, shapes.text(token).map { FlatValue($0) } ?? .null)
        }
    }

    /// A truth value.
    static func flag(_ property: PropertyID, _ keys: StaticString...) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            shapes.bool(token).map { .set(property, FlatValue($0)) } ?? .unknown(property)
        }
    }

    /// A whole number.
    static func number(_ property: PropertyID, _ keys: StaticString...) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            shapes.int(token).map { .set(property, FlatValue($0)) } ?? .unknown(property)
        }
    }

    /// Anything that a function makes a value of; unknown where it makes none.
    static func value(
        _ property: PropertyID, _ keys: StaticString...,
        by convert: @escaping @Sendable (Token, AWSShapes) -> FlatValue?
    ) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            convert(token, shapes).map { .set(property, $0) } ?? .unknown(property)
        }
    }

    /// A set of texts, which may stand under a key of the list's elements.
    static func texts(
        _ property: PropertyID, _ keys: StaticString..., under key: StaticString
    ) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            .replace(property, SetElement.texts(shapes.texts(token, under: key)))
        }
    }

    /// A set whose elements a function makes; unknown where it makes none of one of them.
    static func elements(
        _ property: PropertyID, _ keys: StaticString...,
        by convert: @escaping @Sendable (Token, AWSShapes) -> SetElement?
    ) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            let items = shapes.items(token)
            let elements = items.compactMap { convert($0, shapes) }
            return elements.count == items.count ? .replace(property, elements) : .unknown(property)
        }
    }

    /// Tags.
    static func tags(_ property: PropertyID, _ keys: StaticString...) -> DescribedProperty {
        DescribedProperty(property: property, keys: keys) { token, shapes in
            shapes.isMasked(token)
                ? .unknown(property) : .replace(property, ResourceTag.elements(token, shapes))
        }
    }

    /// The same where a description without the field says that there is none.
    var orNone: DescribedProperty {
        var copy = self
        copy.absence = .set(property, .null)
        return copy
    }

    /// The same where a description without the field says that the set is empty.
    var orEmpty: DescribedProperty {
        var copy = self
        copy.absence = .replace(property, [])
        return copy
    }
}

extension AWSShapes {
    /// What a description says of these properties.
    func writes(_ described: [DescribedProperty], of body: Token?) -> [PropertyWrite] {
        guard let body else { return [] }
        return described.compactMap { property in
            guard let token = member(body, anyOf: property.keys) else { return property.absence }
            return property.write(token, self)
        }
    }
}

extension SetElement {
    /// The elements of a set of texts, each once, sorted.
    static func texts(_ texts: [String]) -> [SetElement] {
        Set(texts).sorted().map { SetElement(FlatValue($0)) }
    }
}
