import CloudModel
internal import JSONTokens

/// The events of MFA devices. A serial number tells the kind: an ARN with `:mfa/` is a virtual device, one with `:u2f/` a
/// security key, anything else a hardware token.
enum IAMDeviceEvents {
    static let folds: [String: AWSFold] = [
        "CreateVirtualMFADevice": .creates(device) { event in
            let answer = event.answer("virtualMFADevice")
            let serial = event.shapes.text(event.shapes.member(answer, "serialNumber"))
            guard let serial else { return .blind([]) }
            let tags = event.createdTags(device.property("Tags"))
            return .changes([event.iamChange(device, serial, .create, [.replaceDefault(users, []), tags])])
        },
        "DeactivateMFADevice": .reaches(userReach, accountReach, deviceReach) { assignment($0, isOn: false) },
        "DeleteVirtualMFADevice": .deletes(device) { event in
            guard let serial = event.shapes.text(event.parameter("serialNumber")) else { return .blind([]) }
            return .changes([event.iamChange(device, serial, .delete)])
        },
        "EnableMFADevice": .reaches(userReach, accountReach, deviceReach) { assignment($0, isOn: true) },
    ]

    private static let device = IAMKind.virtualMFADevice
    private static let users = device.property("Users")
    private static let userReach = FoldReach.writing(IAMKind.user, IAMKind.User.mfaDevices)
    private static let accountReach = FoldReach.writing(AWSAccountKind.kind, AWSAccountKind.rootMFA)
    private static let deviceReach = FoldReach.writing(device, users)

    private static func assignment(_ event: AWSEvent, isOn: Bool) -> AWSFoldOutcome {
        guard let owner = event.credentialOwner else { return .blind([]) }
        let serial = event.shapes.text(event.parameter("serialNumber"))
        let holderName: String
        let holder: AWSPendingChange
        switch owner {
        case .root:
            holderName = IAMKind.rootName
            holder = AWSAccountKind.change(event, writes(AWSAccountKind.rootMFA, serial, isOn))
        case .user(let name):
            holderName = name
            holder = event.iamChange(IAMKind.user, name, writes(IAMKind.User.mfaDevices, serial, isOn))
        }
        guard let serial, serial.contains(":mfa/") else { return .changes([holder]) }
        let name = FlatValue(holderName)
        let write = isOn ? PropertyWrite.insert(users, SetElement(name)) : .remove(users, name)
        return .changes([holder, event.iamChange(device, serial, [write])])
    }

    /// A device of which only the fact was known may be the one that goes.
    private static func writes(_ property: PropertyID, _ serial: String?, _ isOn: Bool) -> [PropertyWrite] {
        guard let serial = serial.map({ FlatValue($0) }) else { return [.unknown(property)] }
        if isOn { return [.insert(property, SetElement(serial))] }
        return [.remove(property, serial), .remove(property, FlatValue(IAMKind.reported))]
    }
}
