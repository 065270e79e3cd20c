import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

/// SplitMix64, so that every run mutates alike.
private struct SeededGenerator {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

private let samples = [
    #"{"time":"2026-03-04T10:15:30.1Z","resourceId":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/a","operationName":"Microsoft.Storage/storageAccounts/write","resultType":"Success","resultSignature":"Succeeded.Created","correlationId":"c","identity":{"claims":{"appid":"x"}},"properties":{"requestbody":"{\"properties\":{\"networkAcls\":{\"defaultAction\":\"Deny\"},\"minimumTlsVersion\":\"TLS1_2\"},\"tags\":{\"a\":\"b\"}}"}}"#,
    #"{"eventTimestamp":"2026-03-04T10:15:30Z","resourceId":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/n/securityRules/x","operationName":{"value":"Microsoft.Network/networkSecurityGroups/securityRules/write"},"status":{"value":"Started"},"correlationId":"c","properties":{"requestbody":{"properties":{"access":"Allow","direction":"Inbound","priority":1,"sourceAddressPrefixes":["*"]}}}}"#,
    #"{"insertId":"i","timestamp":"2026-03-04T10:20:00.1Z","logName":"projects/p/logs/x","resource":{"labels":{"project_id":"p"}},"operation":{"id":"o","producer":"p","last":true},"protoPayload":{"serviceName":"compute.googleapis.com","methodName":"v1.compute.firewalls.insert","resourceName":"projects/p/global/firewalls/f","status":{"code":0},"request":{"alloweds":[{"IPProtocol":"tcp","ports":["22"]}],"priority":"1","sourceRanges":["0.0.0.0/0"]}}}"#,
    #"{"timestamp":"2026-03-04T10:20:00.1Z","resource":{"labels":{"project_id":"p"}},"protoPayload":{"serviceName":"storage.googleapis.com","methodName":"storage.setIamPermissions","resourceName":"projects/_/buckets/b","serviceData":{"policyDelta":{"bindingDeltas":[{"action":"ADD","role":"r","member":"m"}]}}}}"#,
    #"{"id":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/n","type":"Microsoft.Network/networkSecurityGroups","tags":{"a":"b"},"properties":{"securityRules":[{"name":"x","properties":{"access":"Allow","direction":"Inbound"}}]}}"#,
    #"{"asset":{"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","ancestors":["projects/1"],"resource":{"data":{"location":"us","iamConfiguration":{"uniformBucketLevelAccess":{"enabled":true}},"labels":{"a":"b"}}},"iamPolicy":{"bindings":[{"role":"r","members":["m"]}]}},"window":{"startTime":"2026-03-04T10:20:00.1Z"}}"#,
]

/// What values become, so that most mutants are still JSON.
private let spares = [
    "null", "true", "0", "-1", "1e300", "[]", "{}", #""""#, #""/""#, #""//""#, #"{"value":1}"#, "[[]]",
]

@Suite struct AzureGCPFuzzTests {
    @Test(arguments: 0..<samples.count)
    func `no bytes stop a decoder`(sample: Int) {
        var generator = SeededGenerator(state: UInt64(sample))
        let names = EventNameTable()
        var parsed = 0
        for _ in 0..<4_000 {
            let bytes = mutant(of: Array(samples[sample].utf8), &generator)
            let tape = TokenTape()
            guard tape.parse(bytes.span) == nil else { continue }
            parsed += 1
            _ = AzureActivity.recognises(tape, tape.root)
            _ = GCPAudit.recognises(tape, tape.root)
            _ = words(AzureActivity.decode(tape, tape.root, names: names))
            _ = words(GCPAudit.decode(tape, tape.root, names: names))
            _ = AzureInventory.decode(tape, tape.root, observedAt: Timestamp(seconds: 0))?.map(words)
            _ = GCPInventory.decode(tape, tape.root, observedAt: Timestamp(seconds: 0))?.map(words)
        }
        #expect(parsed > 1_000)
    }

    /// Swaps values for others, drops stretches, changes bytes: one to three times.
    private func mutant(of original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0...generator.next(below: 3) {
            let position = generator.next(below: bytes.count)
            switch generator.next(below: 4) {
            case 0: bytes[position] = UInt8(32 + generator.next(below: 95))
            case 1: bytes.removeSubrange(position..<min(bytes.count, position + 1 + generator.next(below: 3)))
            default: replaceValue(in: &bytes, near: position, &generator)
            }
            if bytes.isEmpty { return original }
        }
        return bytes
    }

    /// Puts a spare in the place of the text value at or behind the position.
    private func replaceValue(in bytes: inout [UInt8], near position: Int, _ generator: inout SeededGenerator)
    {
        let quote = UInt8(ascii: "\"")
        guard let colon = bytes[position...].firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
            bytes[colon + 1] == quote, let end = bytes[(colon + 2)...].firstIndex(of: quote)
        else { return }
        bytes.replaceSubrange(
            (colon + 1)...end, with: Array(spares[generator.next(below: spares.count)].utf8))
    }
}
