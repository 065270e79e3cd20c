"""EC2's two styles: older calls with `items` sets under names of their own, newer ones nested in Request and Response."""
import datetime

from shapes import lower_first

#: Calls that are recorded in the newer style.
NESTED = {
    "AssociateIamInstanceProfile", "AssociateVpcCidrBlock", "CreateDefaultVpc", "CreateFlowLogs",
    "CreateManagedPrefixList", "CreateVpcEndpoint", "DeleteFlowLogs", "DeleteManagedPrefixList",
    "DeleteVpcEndpoints", "DisableEbsEncryptionByDefault", "DisassociateIamInstanceProfile",
    "DisassociateVpcCidrBlock", "EnableEbsEncryptionByDefault", "ModifyInstanceMetadataDefaults",
    "ModifyInstanceMetadataOptions", "ModifyManagedPrefixList", "ModifySecurityGroupRules", "ModifyVpcEndpoint",
    "ReplaceIamInstanceProfileAssociation", "RestoreManagedPrefixListVersion",
}  # fmt: skip
#: Members of older requests that are recorded as sets, with the name of a plain element.
SETS = {
    "TagSpecifications": ("tagSpecificationSet", None), "Resources": ("resourcesSet", "resourceId"),
    "Tags": ("tagSet", None), "IpPermissions": ("ipPermissions", None), "IpRanges": ("ipRanges", None),
    "Ipv6Ranges": ("ipv6Ranges", None), "PrefixListIds": ("prefixListIds", None),
    "UserIdGroupPairs": ("groups", None), "InstanceIds": ("instancesSet", "instanceId"),
    "SecurityGroupIds": ("groupSet", "groupId"), "Groups": ("groupSet", "groupId"),
    "SecurityGroupRuleIds": ("securityGroupRuleIds", "securityGroupRuleId"), "BlockDeviceMappings": ("blockDeviceMapping", None),
    "NetworkInterfaces": ("networkInterfaceSet", None),
}  # fmt: skip
#: Other members of older requests with a name of their own, for all calls or for one.
RENAMED = {
    ("CreateSecurityGroup", "Description"): "groupDescription",
    ("CreateNetworkAclEntry", "Protocol"): "aclProtocol",
    ("ReplaceNetworkAclEntry", "Protocol"): "aclProtocol",
}


def elements(model, params, answer):
    if model.name in NESTED:
        return nested_elements(model, params, answer)
    request = request_members(model.name, model.input_shape, params)
    if model.name == "RunInstances":
        names = ("imageId", "minCount", "maxCount")
        request["instancesSet"] = {"items": [{name: request.pop(name) for name in names if name in request}]}
    response = {"requestId": "00000000-0000-4000-8000-000000000000"}
    response |= answer_members(model.output_shape, answer) if model.output_shape and answer else {"_return": True}
    return request, response


def request_members(operation, shape, params):
    """A request in the older style."""
    result = {}
    for name, value in params.items():
        member = shape.members[name]
        if member.type_name == "list" and name in SETS:
            plural, element = SETS[name]
            result[plural] = request_set(operation, member.member, value, element)
        else:
            result[RENAMED.get((operation, name), lower_first(name))] = request_value(operation, member, value)
    return result


def request_set(operation, shape, values, element):
    items = [request_value(operation, shape, value) for value in values]
    items = [item if isinstance(item, dict) or not element else {element: item} for item in items]
    return {"items": items} if items else {}


def request_value(operation, shape, value):
    if shape.type_name == "structure":
        members = request_members(operation, shape, value)
        if shape.name == "TagSpecification" and "tagSet" in members:
            members["tags"] = members.pop("tagSet")["items"]
        return members
    if shape.type_name == "list":
        return [request_value(operation, shape.member, inner) for inner in value]
    return value


def answer_members(shape, answer):
    """An answer in the older style: names as on the wire, lists as sets, times in milliseconds."""
    result = {}
    for name, value in answer.items():
        if name in shape.members and value is not None:
            member = shape.members[name]
            wire = member.serialization.get("name", lower_first(name))
            wire = "aclProtocol" if shape.name == "NetworkAclEntry" and wire == "protocol" else wire
            result[wire] = answer_value(member, value)
    return result


def answer_value(shape, value):
    if shape.type_name == "structure":
        return answer_members(shape, value)
    if shape.type_name == "list":
        return {"items": [answer_value(shape.member, inner) for inner in value]} if value else {}
    if isinstance(value, datetime.datetime):
        return int(value.timestamp() * 1000)
    return value


def nested_elements(model, params, answer):
    request = nested_request(model.input_shape, params)
    response = {"xmlns": "http://ec2.amazonaws.com/doc/2016-11-15/", "requestId": "00000000-0000-4000-8000-000000000000"}
    response |= nested_answer(model.output_shape, answer) if model.output_shape else {}
    return {f"{model.name}Request": request or ""}, {f"{model.name}Response": response}


def nested_request(shape, params):
    result = {}
    for name, value in params.items():
        member = shape.members[name]
        wire = member.serialization.get("queryName") or member.serialization.get("name") or name
        result[wire[:1].upper() + wire[1:]] = nested_request_value(member, value)
    return result


def nested_request_value(shape, value):
    if shape.type_name == "structure":
        return nested_request(shape, value)
    if shape.type_name == "list":
        items = []
        for index, inner in enumerate(value, start=1):
            item = nested_request_value(shape.member, inner)
            items.append(item | {"tag": index} if isinstance(item, dict) else {"tag": index, "content": item})
        return one_or_many(items)
    return like_a_value(value)


def nested_answer(shape, answer):
    return {
        shape.members[name].serialization.get("name", lower_first(name)): nested_answer_value(shape.members[name], value)
        for name, value in answer.items()
        if name in shape.members and value is not None
    }


def nested_answer_value(shape, value):
    if shape.type_name == "structure":
        return nested_answer(shape, value)
    if shape.type_name == "list":
        items = [nested_answer_value(shape.member, inner) for inner in value]
        return {"item": one_or_many(items)} if items else ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return like_a_value(value)


def one_or_many(items):
    """Records that come from XML have an object for one element, a list for several, an empty text for none."""
    return "" if not items else items[0] if len(items) == 1 else items


def like_a_value(value):
    """Texts of such records that look like another type become one."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and value.isdigit() and not value.startswith("0"):
        return int(value)
    return value
