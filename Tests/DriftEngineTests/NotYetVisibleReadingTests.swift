import CloudModel
import Controls
import ResourceGraph
import Testing

@testable import DriftEngine

/// A reading that does not find what was created seconds ago: it is asked for again, and never dropped.
@Suite struct NotYetVisibleReadingTests {
    private static let created = Records.event(
        "ec2", "CreateSecurityGroup", at: 0, request: #"{"groupName":"web","vpcId":"vpc-1"}"#,
        response: #"{"groupId":"sg-1"}"#)
    private static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"

    private static func missed(at seconds: Int) -> String { reading(at: seconds, #""deleted":true"#) }

    private static func found(at seconds: Int) -> String {
        reading(
            at: seconds,
            #""properties":{"GroupName":"web","VpcId":"vpc-1","SecurityGroupIngress":[{"IpProtocol":"tcp","#
                + #""FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}],"SecurityGroupEgress":[],"Tags":[]}"#)
    }

    private static func reading(at seconds: Int, _ rest: String) -> String {
        let time = Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
        return
            #"{"account":"111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup","id":"sg-1","#
            + #""observed_at":"\#(time)",\#(rest)}"#
    }

    private static func folded(_ records: [String]) -> EngineFixture {
        var fixture = EngineFixture()
        for record in records { fixture.take(record) }
        return fixture
    }

    private static func requests(_ fixture: EngineFixture) -> [RereadRequest] {
        fixture.effects.effects.compactMap { effect -> RereadRequest? in
            guard case .reread(let request) = effect, request.resource.nativeID == "sg-1" else { return nil }
            return request
        }
    }

    @Test func `it is asked for again each time, until it is found or has had its time`() throws {
        var fixture = Self.folded([Self.created])
        for seconds in [5, 20] {
            fixture.take(Self.missed(at: seconds))
            let request = try #require(Self.requests(fixture).last)
            #expect(request.reason == "may not be visible yet")
            #expect(request.newerThan == Timestamp(seconds: 1_770_000_000 + Int64(seconds)))
            #expect(fixture.verdicts == fixture.verdictsFromScratch)
        }
        let count = Self.requests(fixture).count
        fixture.take(Self.missed(at: 60))
        #expect(Self.requests(fixture).count == count)
        #expect(!fixture.verdicts.contains { $0.contains("sg-1") })
    }

    @Test func `an open finding stays open, and the group that is found keeps it`() {
        var fixture = Self.folded([Self.created, Records.open(at: 1)])
        #expect(fixture.openFindings.count == 1)
        fixture.take(Self.missed(at: 5))
        #expect(fixture.openFindings.count == 1)
        fixture.take(Self.found(at: 15))
        #expect(fixture.openFindings.count == 1)
        #expect(fixture.verdicts.contains { $0.hasPrefix(Self.control) && $0.contains("fail") })
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `every order of event and readings ends in the same`() {
        let all = [
            Self.created, Self.missed(at: 5), Records.open(at: 8), Self.missed(at: 10), Self.found(at: 70),
        ]
        for count in 2...all.count {
            let records = Array(all.prefix(count))
            let wanted = Self.folded(records)
            for turn in records.indices {
                let turned = Array(records[turn...] + records[..<turn])
                for order in [turned, turned.reversed()] {
                    let fixture = Self.folded(order + [records[turn]])
                    #expect(fixture.verdicts == wanted.verdicts, "\(count)")
                    #expect(fixture.openFindings == wanted.openFindings, "\(count)")
                    #expect(fixture.verdicts == fixture.verdictsFromScratch, "\(count)")
                }
            }
        }
    }
}
