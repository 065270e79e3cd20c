/// The calls on security groups, as EC2 records them.
enum GroupEvents {
    static func create(_ group: EstateGroup, in account: EstateAccount, requestID: String) -> EventDraft {
        draft(
            "CreateSecurityGroup", group, account,
            request: #"{"groupName":"\#(group.name)","groupDescription":"Traffic of \#(group.team)","#
                + #""vpcId":"\#(account.vpcs[group.region])","#
                + #""tagSpecificationSet":{"items":[{"resourceType":"#
                + #""security-group","tags":[{"key":"team","value":"\#(group.team)"}]}]}}"#,
            response: #"{"requestId":"\#(requestID)","_return":true,"groupId":"\#(group.id)","#
                + #""tagSet":{"items":["#
                + #"{"key":"team","value":"\#(group.team)"}]},"securityGroupArn":"arn:aws:ec2:"#
                + #"\#(account.regions[group.region]):\#(account.id):security-group/\#(group.id)"}"#)
    }

    static func delete(_ group: EstateGroup, in account: EstateAccount, requestID: String) -> EventDraft {
        draft(
            "DeleteSecurityGroup", group, account, request: #"{"groupId":"\#(group.id)"}"#,
            response: #"{"requestId":"\#(requestID)","_return":true,"groupId":"\#(group.id)"}"#)
    }

    static func authorize(
        _ rule: EstateRule, _ direction: Direction, of group: EstateGroup, in account: EstateAccount,
        requestID: String
    ) -> EventDraft {
        draft(
            "AuthorizeSecurityGroup\(direction.rawValue)", group, account,
            request: #"{"groupId":"\#(group.id)","ipPermissions":{"items":[\#(permission(rule))]}}"#,
            response: #"{"requestId":"\#(requestID)","_return":true,"securityGroupRuleSet":{"items":["#
                + #"{"groupOwnerId":"\#(account.id)","groupId":"\#(group.id)","#
                + #""securityGroupRuleId":"\#(rule.id ?? "")","#
                + #""isEgress":\#(direction == .egress),"ipProtocol":"\#(rule.ipProtocol)","#
                + #""fromPort":\#(rule.fromPort),"#
                + #""toPort":\#(rule.toPort),\#(source(of: rule, in: account))}]}}"#)
    }

    /// Takes a rule away by its content.
    static func revoke(
        _ rule: EstateRule, _ direction: Direction, of group: EstateGroup, in account: EstateAccount,
        requestID: String
    ) -> EventDraft {
        draft(
            "RevokeSecurityGroup\(direction.rawValue)", group, account,
            request: #"{"groupId":"\#(group.id)","ipPermissions":{"items":[\#(permission(rule))]}}"#,
            response: #"{"requestId":"\#(requestID)","_return":true}"#)
    }

    /// Takes a rule away by its id.
    static func revoke(
        id: String, _ direction: Direction, of group: EstateGroup, in account: EstateAccount,
        requestID: String
    ) -> EventDraft {
        draft(
            "RevokeSecurityGroup\(direction.rawValue)", group, account,
            request: #"{"groupId":"\#(group.id)","ipPermissions":{},"securityGroupRuleIds":{"items":["#
                + #"{"securityGroupRuleId":"\#(id)"}]}}"#,
            response: #"{"requestId":"\#(requestID)","_return":true}"#)
    }

    /// Gives a rule another content; the nested form of the newer calls.
    static func modify(
        _ id: String, to rule: EstateRule, of group: EstateGroup, in account: EstateAccount, requestID: String
    ) -> EventDraft {
        let source =
            switch rule.source {
            case .ipv4(let range): #""CidrIpv4":"\#(range)""#
            case .ipv6(let range): #""CidrIpv6":"\#(range)""#
            case .group(let id): #""ReferencedGroupId":"\#(id)""#
            case .prefixList(let id): #""PrefixListId":"\#(id)""#
            }
        return draft(
            "ModifySecurityGroupRules", group, account,
            request: #"{"ModifySecurityGroupRulesRequest":{"GroupId":"\#(group.id)","SecurityGroupRule":{"#
                + #""SecurityGroupRuleId":"\#(id)","SecurityGroupRule":{"IpProtocol":"\#(rule.ipProtocol)","#
                + #""FromPort":\#(rule.fromPort),"ToPort":\#(rule.toPort),\#(source)},"tag":1}}}"#,
            response:
                #"{"ModifySecurityGroupRulesResponse":{"xmlns":"http://ec2.amazonaws.com/doc/2016-11-15/","#
                + #""requestId":"\#(requestID)","return":true}}"#)
    }

    enum Direction: String {
        case ingress = "Ingress"
        case egress = "Egress"
    }

    private static func draft(
        _ name: String, _ group: EstateGroup, _ account: EstateAccount, request: String, response: String
    ) -> EventDraft {
        EventDraft(
            service: "ec2", name: name, region: account.regions[group.region], request: request,
            response: response)
    }

    /// One element of `ipPermissions`; a list without elements is an empty object.
    private static func permission(_ rule: EstateRule) -> String {
        var groups = "{}"
        var ranges = "{}"
        var wideRanges = "{}"
        var prefixLists = "{}"
        switch rule.source {
        case .ipv4(let range): ranges = #"{"items":[{"cidrIp":"\#(range)"}]}"#
        case .ipv6(let range): wideRanges = #"{"items":[{"cidrIpv6":"\#(range)"}]}"#
        case .group(let id): groups = #"{"items":[{"groupId":"\#(id)"}]}"#
        case .prefixList(let id): prefixLists = #"{"items":[{"prefixListId":"\#(id)"}]}"#
        }
        return
            #"{"ipProtocol":"\#(rule.ipProtocol)","fromPort":\#(rule.fromPort),"toPort":\#(rule.toPort),"#
            + #""groups":\#(groups),"ipRanges":\#(ranges),"ipv6Ranges":\#(wideRanges),"#
            + #""prefixListIds":\#(prefixLists)}"#
    }

    private static func source(of rule: EstateRule, in account: EstateAccount) -> String {
        switch rule.source {
        case .ipv4(let range): #""cidrIpv4":"\#(range)""#
        case .ipv6(let range): #""cidrIpv6":"\#(range)""#
        case .group(let id): #""referencedGroupId":{"userId":"\#(account.id)","groupId":"\#(id)"}"#
        case .prefixList(let id): #""prefixListId":"\#(id)""#
        }
    }
}
