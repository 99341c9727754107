"""JWS in compact form (RFC 7515): what is carried, and nothing that only looks like it."""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode


def encode(data):
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    """The bytes of base64url without padding; None for any other text, also one that decodes to the same bytes."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        return None
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if encode(data) == text else None


def read(text):
    """(header, claims, signed bytes, signature); None when it is no JWS of two JSON objects."""
    parts = text.split(".")
    data = [decode(part) for part in parts]
    if len(parts) != 3 or None in data:
        return None
    header, claims = _object(data[0]), _object(data[1])
    if header is None or claims is None:
        return None
    return header, claims, ".".join(parts[:2]).encode(), data[2]


def _once(pairs):
    """What an object says; one that writes a name twice is refused, as readers differ in which of the two counts."""
    names = dict(pairs)
    if len(names) < len(pairs):
        raise ValueError("a name stands twice")
    return names


def _refuse(constant):
    raise ValueError(constant + " is no JSON")


def _object(data):
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
