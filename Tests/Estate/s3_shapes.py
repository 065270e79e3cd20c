"""S3's records: the bucket and the host, the sub-resource as an empty key, headers by name, the body as XML turned to JSON."""
import json

from ec2_shapes import like_a_value, one_or_many

NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


def elements(model, params, answer, region):
    del answer  # S3 answers changes of buckets with nothing that is recorded.
    request = {"bucketName": params["Bucket"], "Host": f"{params['Bucket']}.s3.{region}.amazonaws.com"}
    request |= sub_resources(model)
    body = model.input_shape.serialization.get("payload")
    for name, value in params.items():
        member = model.input_shape.members[name]
        if name == body and member.type_name == "structure":
            root = member.serialization.get("name", name)
            request[root] = {"xmlns": NAMESPACE} | xml(member, value)
        elif name == "Policy":
            request["bucketPolicy"] = json.loads(value)
        elif member.serialization.get("location") == "header":
            request[member.serialization["name"]] = value
        elif name == "Key":
            request["key"] = value
    return request, None


def account_elements(model, params):
    """The settings of the account, which S3 Control has."""
    request = {"publicAccessBlock": "", "accountId": params["AccountId"], "Host": f"{params['AccountId']}.s3-control"}
    for name, value in params.items():
        member = model.input_shape.members[name]
        if member.type_name == "structure":
            request[member.serialization.get("name", name)] = {"xmlns": NAMESPACE} | xml(member, value)
    return request, None


def sub_resources(model):
    query = model.http["requestUri"].partition("?")[2]
    return {part.partition("=")[0]: "" for part in query.split("&") if part}


def xml(shape, value):
    result = {}
    for name, inner in value.items():
        member = shape.members[name]
        wire = member.serialization.get("name", name)
        if member.type_name == "list":
            items = [xml_value(member.member, element) for element in inner]
            if member.serialization.get("flattened"):
                result[wire] = one_or_many(items)
            else:
                element = member.member.serialization.get("name", "member")
                result[wire] = {element: one_or_many(items)} if items else ""
        else:
            result[wire] = xml_value(member, inner)
    return result


def xml_value(shape, value):
    if shape.type_name == "structure":
        return xml(shape, value) or ""
    return like_a_value(value)
