"""The part of JSON Schema (2020-12) that the schema of license documents uses. An unknown keyword is an error."""

import re

IGNORED = {"$schema", "$defs", "title", "description", "then"}


def is_valid(value, schema, root):
    return all(_holds(keyword, value, schema, root) for keyword in schema if keyword not in IGNORED)


def _holds(keyword, value, schema, root):
    wanted = schema[keyword]
    if keyword == "$ref":
        return is_valid(value, root["$defs"][wanted.rsplit("/", 1)[1]], root)
    if keyword == "type":
        return any(_is_a(name, value) for name in (wanted if isinstance(wanted, list) else [wanted]))
    if keyword == "enum":
        return value in wanted
    if keyword == "const":
        return value == wanted
    if keyword == "required":
        return not isinstance(value, dict) or all(name in value for name in wanted)
    if keyword == "properties":
        names = [name for name in wanted if isinstance(value, dict) and name in value]
        return all(is_valid(value[name], wanted[name], root) for name in names)
    if keyword == "items":
        return not isinstance(value, list) or all(is_valid(item, wanted, root) for item in value)
    if keyword == "pattern":
        return not isinstance(value, str) or re.search(wanted.replace("$", r"\Z"), value, re.ASCII) is not None
    if keyword == "minLength":
        return not isinstance(value, str) or len(value) >= wanted
    if keyword == "maxLength":
        return not isinstance(value, str) or len(value) <= wanted
    if keyword == "minimum":
        return not _is_a("number", value) or value >= wanted
    if keyword == "maximum":
        return not _is_a("number", value) or value <= wanted
    if keyword == "allOf":
        return all(is_valid(value, part, root) for part in wanted)
    if keyword == "anyOf":
        return any(is_valid(value, part, root) for part in wanted)
    if keyword == "if":
        return not is_valid(value, wanted, root) or is_valid(value, schema["then"], root)
    raise ValueError("The schema uses %s, which is not known here" % keyword)


def _is_a(name, value):
    if name == "null":
        return value is None
    if name == "boolean":
        return isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if name == "integer":
        return _is_a("number", value) and value == int(value)
    return isinstance(value, {"string": str, "array": list, "object": dict}[name])
