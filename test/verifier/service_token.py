"""The verdict of another cloud service over a token that a server shows it, by the published keys alone."""

import ed25519
import jws

EARLIER = 600


def verdict(text, jwks, given):
    """`given` has issuer, audience and now (epoch seconds), as in the vectors; `jwks` is /.well-known/jwks.json."""
    parts = jws.read(text)
    if parts is None:
        return "malformed"
    header, claims, signed, signature = parts
    if header.get("alg") != "EdDSA" or header.get("typ") != "service+jwt" or "crit" in header:
        return "wrong-type"
    # A key with a certificate signs license documents, and nothing else.
    keys = [key for key in jwks["keys"] if key["kid"] == header.get("kid") and "certificate" not in key]
    if not keys:
        return "unknown-key"
    if not ed25519.is_signed(jws.decode(keys[0]["x"]), signed, signature):
        return "bad-signature"
    if claims.get("iss") != given["issuer"]:
        return "wrong-issuer"
    if claims.get("aud") != given["audience"]:
        return "wrong-audience"
    begin, end, now = claims.get("iat"), claims.get("exp"), given["now"]
    if not _is_number(begin) or not _is_number(end) or end <= now or begin > now + EARLIER:
        return "over"
    return "good"


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)
