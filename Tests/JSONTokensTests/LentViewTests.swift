import JSONTokens
import Testing

@Suite struct LentViewTests {
    private static let texts = (0...45).map {
        String("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS".prefix($0))
    }

    @Test func `a key finds the member of its text and no other, whatever its length`() throws {
        let map = FlatValue(map: Self.texts.map { ($0, FlatValue(Int64($0.utf8.count))) })
        for text in Self.texts {
            let key = FlatKey(text)
            #expect(key.isComplete == (text.utf8.count <= FlatKey.maximumLength))
            #expect(map.view.member(key)?.int == (key.isComplete ? Int64(text.utf8.count) : nil))
            for place in text.indices {
                var other = text
                other.replaceSubrange(place...place, with: "_")
                #expect(map.view.member(FlatKey(other))?.int == nil, "\(other)")
            }
        }
    }

    @Test func `lent elements read like the elements`() throws {
        let list = try FlatValue(
            json: #"["tcp", {"a": 1, "b": [2, "x"], "c": -9}, 7, 1.5, null, true, "UDP", []]"#)
        var lent = list.view.lentElements
        for element in list.view.elements {
            let next = lent.next()
            let (view, offset) = try #require(next)
            #expect(list.view.value(at: offset) == element)
            #expect(view.tag == element.tag)
            #expect(view.int == element.int)
            #expect(view.double == element.double)
            #expect(view.isText(FlatKey("tcp")) == (element.string == "tcp"))
            for name in ["a", "b", "c", "d"] {
                #expect(view.member(FlatKey(name))?.tag == element.member(name)?.tag)
                #expect(view.member(FlatKey(name))?.int == element.member(name)?.int)
            }
        }
        let end = lent.next()?.offset
        #expect(end == nil)
        var none = FlatValue(true).view.lentElements
        let nothing = none.next()?.offset
        #expect(nothing == nil)
    }
}
