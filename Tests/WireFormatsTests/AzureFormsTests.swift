import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

private let account = "/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/acme"
private let claims =
    #"{"appid":"app-1","name":"Ida Demo","idtyp":"user","http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn":"#
    + #""ida@example.test","http://schemas.microsoft.com/identity/claims/objectidentifier":"oid-1","#
    + #""http://schemas.microsoft.com/identity/claims/tenantid":"t-1"}"#
private let authorization =
    #"{"scope":"\#(account)","action":"Microsoft.Storage/storageAccounts/write","#
    + #""evidence":{"role":"Contributor","principalType":"User","principalId":"oid-1"}}"#
private let body = #"{"properties":{"allowSharedKeyAccess":true}}"#

/// One write in each of the four forms.
private let forms: [String] = [
    #"{"time":"2026-03-04T10:15:30.1234567Z","resourceId":"\#(account.uppercased())","#
        + #""operationName":"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE","category":"Administrative","#
        + #""resultType":"Success","callerIpAddress":"203.0.113.7","correlationId":"c-1","#
        + #""identity":{"authorization":\#(authorization),"claims":\#(claims)},"#
        + #""properties":{"requestbody":\#(FlatValue(body))}}"#,
    #"{"eventTimestamp":"2026-03-04T10:15:30.1234567Z","resourceId":"\#(account)","eventDataId":"e-1","#
        + #""operationName":{"value":"Microsoft.Storage/storageAccounts/write","localizedValue":"Write"},"#
        + #""category":{"value":"Administrative"},"status":{"value":"Succeeded"},"subStatus":{"value":null},"#
        + #""caller":"ida@example.test","httpRequest":{"clientIpAddress":"203.0.113.7","method":"PATCH"},"#
        + #""correlationId":"c-1","authorization":\#(authorization),"claims":\#(claims),"#
        + #""properties":{"requestbody":\#(body)}}"#,
    #"{"id":"g-1","subject":"\#(account)","eventType":"Microsoft.Resources.ResourceWriteSuccess","#
        + #""eventTime":"2026-03-04T10:15:30.1234567Z","data":{"authorization":\#(authorization),"#
        + #""claims":\#(claims),"correlationId":"c-1","httpRequest":{"clientIpAddress":"203.0.113.7"},"#
        + #""resourceUri":"\#(account)","operationName":"Microsoft.Storage/storageAccounts/write","#
        + #""status":"Succeeded","properties":{"requestBody":\#(FlatValue(body))}}}"#,
    #"{"TimeGenerated":"2026-03-04T10:15:30.1234567Z","_ResourceId":"\#(account)","EventDataId":"l-1","#
        + #""OperationNameValue":"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE","CategoryValue":"Administrative","#
        + #""ActivityStatusValue":"Success","Caller":"ida@example.test","CallerIpAddress":"203.0.113.7","#
        + #""CorrelationId":"c-1","Authorization":\#(FlatValue(authorization)),"Claims":\#(FlatValue(claims)),"#
        + #""Properties":\#(FlatValue(#"{"requestbody":\#(FlatValue(body))}"#))}"#,
]

private func onlyChange(_ text: String) throws -> ResourceChange? {
    try withTape(text) { tape, root in change(AzureActivity.decode(tape, root, names: EventNameTable())) }
}

@Suite struct AzureFormsTests {
    @Test(arguments: forms)
    func `all four forms say the same`(record: String) throws {
        #expect(try azure(record) == "modify end allowSharedKeyAccess=true")
        let change = try #require(try onlyChange(record))
        #expect(change.resource.nativeID == account.lowercased())
        #expect(
            change.operation?.key == "c-1|microsoft.storage/storageaccounts/write|" + account.lowercased())
        #expect(change.cause.time.rfc3339 == "2026-03-04T10:15:30.123456700Z")
        #expect(change.cause.action == "Microsoft.Storage/storageAccounts/write")
        #expect(change.cause.sourceAddress == "203.0.113.7")
        #expect(
            change.cause.actor
                == Actor(
                    type: "User", id: "oid-1", name: "ida@example.test", account: "t-1",
                    chain: ["role:Contributor", "application:app-1"]))
    }

    @Test(arguments: forms)
    func `all four forms are recognised`(record: String) throws {
        #expect(try withTape(record) { tape, root in AzureActivity.recognises(tape, root) })
        #expect(try withTape(record) { tape, root in !GCPAudit.recognises(tape, root) })
    }

    @Test func `the provider's id is kept and a hash stands in for it`() throws {
        let ids = try forms.map { try onlyChange($0)?.cause.eventID }
        #expect(Array(ids[1...]) == ["e-1", "g-1", "l-1"])
        let hash = try #require(ids[0])
        #expect(hash.count == 16)
        #expect(try onlyChange(forms[0])?.cause.eventID == hash)
        let other = forms[0].replacing("Success", with: "Succeeded")
        #expect(try onlyChange(other)?.cause.eventID != hash)
    }

    @Test(arguments: [("Success", "delete end"), ("Failure", "modify failure"), ("Cancel", "modify failure")])
    func `an Event Grid type holds the outcome`(word: String, meaning: String) throws {
        let record = forms[2].replacing("ResourceWriteSuccess", with: "ResourceDelete" + word)
            .replacing(
                #""operationName":"Microsoft.Storage/storageAccounts/write""#,
                with: #""operationName":"Microsoft.Storage/storageAccounts/delete""#)
        #expect(try azure(record) == meaning)
    }

    @Test func `a resource notification is a reading of the whole resource`() throws {
        let record =
            #"{"id":"n","eventType":"Microsoft.ResourceNotifications.Resources.CreatedOrUpdated","eventTime":"#
            + #""2026-03-04T10:15:32Z","data":{"operationalDetails":{"resourceEventTime":"2026-03-04T10:15:31.5Z"},"#
            + #""resourceDetails":{"id":"\#(account)","type":"Microsoft.Storage/storageAccounts","#
            + #""properties":{"minimumTlsVersion":"TLS1_2"}}}}"#
        #expect(try azure(record).hasPrefix("inventory modify supportsHttpsTrafficOnly=null min"))
        let gone = record.replacing("CreatedOrUpdated", with: "Deleted")
        #expect(try azure(gone) == "inventory delete")
        #expect(try azure(record.replacing("2026-03-04", with: "x")) == "bad-time")
    }

    @Test func `no claim but ids and names outlives the record`() throws {
        let record = forms[0].replacing(#""appid""#, with: #""uti":"SECRET","aio":"SECRET","appid""#)
        let actor = try #require(try onlyChange(record)?.cause.actor)
        #expect(!"\(actor)".contains("SECRET"))
    }
}
