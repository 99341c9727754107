"""The verdict over a license document: `good`, or the first reason against it."""

import clock
import ed25519
import jws
import schema


def verdict(text, keys, document_schema, given):
    """`given` has url, server, fingerprint, mode, heldIssuedAt and machine, as in the vectors."""
    parts = jws.read(text)
    if parts is None:
        return "malformed"
    header, claims, signed, signature = parts
    if header.get("alg") != "EdDSA" or header.get("typ") != "license+jwt" or "crit" in header:
        return "wrong-type"
    key = next((key for key in keys if key["kid"] == header.get("kid")), None)
    if key is None:
        return "unknown-key"
    if not ed25519.is_signed(jws.decode(key["x"]), signed, signature):
        return "bad-signature"
    return _addressee(claims, given) or _content(claims, document_schema, given)


def _addressee(claims, given):
    if given["url"] is not None and claims.get("iss") != given["url"]:
        return "wrong-issuer"
    if given["server"] is not None and claims.get("sub") != given["server"]:
        return "wrong-server"
    if claims.get("mode") != given["mode"]:
        return "wrong-mode"
    if given["mode"] == "offline" and claims.get("fingerprint") != given["fingerprint"]:
        return "wrong-machine"
    return None


def _content(claims, document_schema, given):
    if not schema.is_valid(claims, document_schema, document_schema):
        return "malformed"
    issued, end, held = claims["iat"], claims.get("exp"), given["heldIssuedAt"] or 0
    machine = clock.milliseconds(given["machine"])
    is_news = claims["mode"] == "online" and issued > held
    _, now = clock.set_by(issued * 1000, machine) if is_news else clock.look(None, machine)
    if end is not None and (end <= issued or end * 1000 <= now):
        return "over"
    return "older" if issued < held else "good"
