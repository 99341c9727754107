"""What a root of the vendor says of a key that signs documents: a JWS of its own, in their header."""

import json
from hashlib import sha256

import ed25519
import jws

NUMBERS = ("nbf", "exp", "serial", "least")


def read(text):
    """(thumbprint of the root, claims); None for what is no certificate, also when its own root did not sign it."""
    parts = jws.read(text) if isinstance(text, str) else None
    if parts is None:
        return None
    header, claims, signed, signature = parts
    if header.get("alg") != "EdDSA" or header.get("typ") != "license-key+jwt" or "crit" in header:
        return None
    root = header.get("jwk")
    if not _is_key(root) or not _is_key(claims.get("jwk")):
        return None
    if not ed25519.is_signed(jws.decode(root["x"]), signed, signature):
        return None
    if not all(_is_whole(claims.get(name)) for name in NUMBERS):
        return None
    if claims["nbf"] >= claims["exp"] or claims["least"] > claims["serial"]:
        return None
    return thumbprint(root), claims


def thumbprint(key):
    """RFC 7638."""
    members = {name: key[name] for name in ("crv", "kty", "x")}
    return jws.encode(sha256(json.dumps(members, separators=(",", ":"), sort_keys=True).encode()).digest())


def _is_key(key):
    if not isinstance(key, dict) or key.get("kty") != "OKP" or key.get("crv") != "Ed25519":
        return False
    data = jws.decode(key["x"]) if isinstance(key.get("x"), str) else None
    return data is not None and len(data) == 32


def _is_whole(number):
    is_number = isinstance(number, (int, float)) and not isinstance(number, bool)
    return is_number and 0 <= number < 2**53 and number == int(number)
