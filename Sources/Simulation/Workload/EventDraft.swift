/// A call before it is written as a record. The JSON parts are finished text; nothing in them needs an
/// escape.
struct EventDraft {
    /// The service, without `.amazonaws.com`.
    let service: String
    let name: String
    let region: String
    var request = "null"
    var response = "null"
    var additional: String?
    /// The `resources` list.
    var resources: String?
    var isReadOnly = false
    /// True for calls on objects and other contents of resources.
    var isDataEvent = false
    var error: Refusal?

    /// Why a call was refused.
    struct Refusal {
        let code: String
        let message: String
    }

    /// The draft as a refused call: no answer.
    func refused(_ refusal: Refusal) -> EventDraft {
        var draft = self
        draft.error = refusal
        draft.response = "null"
        return draft
    }
}

/// Where and when a call was made, and by whom.
struct EventScene {
    let actor: Actor
    let account: String
    let seconds: Int
}

extension EventDraft {
    /// The record as one line without its end.
    func record(_ scene: EventScene, from generator: inout SeededGenerator) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(1600 + request.utf8.count + response.utf8.count)
        let actor = scene.actor
        line.append(
            #"{"eventVersion":"1.11","userIdentity":\#(actor.identity),"#
                + #""eventTime":"\#(EventTime.text(scene.seconds))","#)
        line.append(
            #""eventSource":"\#(service).amazonaws.com","eventName":"\#(name)","#
                + #""awsRegion":"\#(region)","#)
        line.append(#""sourceIPAddress":"\#(actor.address)","userAgent":"\#(agent(of: actor))","#)
        if let error {
            line.append(#""errorCode":"\#(error.code)","errorMessage":"\#(error.message)","#)
        }
        line.append(#""requestParameters":\#(request),"responseElements":\#(response),"#)
        if let additional = additional ?? defaultAdditional(from: &generator) {
            line.append(#""additionalEventData":\#(additional),"#)
        }
        let requestID = service == "s3" ? generator.capitals(16) : generator.uuid()
        line.append(
            #""requestID":"\#(requestID)","eventID":"\#(generator.uuid())","#
                + #""readOnly":\#(isReadOnly),"#)
        if let resources { line.append(#""resources":\#(resources),"#) }
        line.append(#""eventType":"AwsApiCall","managementEvent":\#(!isDataEvent),"#)
        line.append(#""recipientAccountId":"\#(scene.account)","#)
        line.append(#""eventCategory":"\#(isDataEvent ? "Data" : "Management")"\#(transport)}"#)
        return line
    }

    /// The console's agent is in brackets for S3, and EC2 names the console's host.
    private func agent(of actor: Actor) -> String {
        service == "s3" ? "[\(actor.userAgent)]" : actor.userAgent
    }

    private func defaultAdditional(from generator: inout SeededGenerator) -> String? {
        guard service == "s3" else { return nil }
        return
            #"{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":"#
            + #"\#(request.utf8.count),"AuthenticationMethod":"AuthHeader","#
            + #""x-amz-id-2":"\#(generator.base64(75))=","#
            + #""bytesTransferredOut":\#(isReadOnly ? generator.below(90_000) : 0)}"#
    }

    private var transport: String {
        #","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","#
            + #""clientProvidedHostHeader":"\#(service).\#(region).amazonaws.com"}"#
    }
}

extension [UInt8] {
    /// Appends a text's bytes.
    mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }
}
