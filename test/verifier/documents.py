"""The verdict over a license document: `good`, or the first reason against it."""

import certificate
import clock
import ed25519
import jws
import schema


def verdict(text, document_schema, given):
    """`given` has roots, least, url, server, fingerprint, mode, heldIssuedAt and machine, as in the vectors."""
    parts = jws.read(text)
    if parts is None:
        return "malformed"
    header, claims, signed, signature = parts
    if header.get("alg") != "EdDSA" or header.get("typ") != "license+jwt" or "crit" in header:
        return "wrong-type"
    known = certificate.read(header.get("certificate"))
    if known is None:
        return "uncertified"
    root, certified = known
    if given["roots"] is not None and root not in given["roots"]:
        return "unknown-root"
    if header.get("kid") != certificate.thumbprint(certified["jwk"]):
        return "unknown-key"
    if not ed25519.is_signed(jws.decode(certified["jwk"]["x"]), signed, signature):
        return "bad-signature"
    return _addressee(claims, given) or _content(claims, certified, document_schema, given)


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


def _content(claims, certified, document_schema, given):
    if not schema.is_valid(claims, document_schema, document_schema):
        return "malformed"
    if not certified["nbf"] <= claims["iat"] < certified["exp"]:
        return "outside-certificate"
    if certified["serial"] < max(given["least"], certified["least"]):
        return "withdrawn-key"
    issued, end, held = claims["iat"], claims.get("exp"), given["heldIssuedAt"] or 0
    machine = clock.milliseconds(given["machine"])
    is_news = claims["mode"] == "online" and issued > held
    _, now = clock.set_by(issued * 1000, machine) if is_news else clock.look(None, machine)
    if end is not None and (end <= issued or end * 1000 <= now):
        return "over"
    return "older" if issued < held else "good"
