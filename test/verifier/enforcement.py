"""What runs at an instant, by a document alone."""

from clock import milliseconds

RUNNING = ("active", "grace", "unconfirmed")
FIRST_TO_KNOW = ("grace", "unconfirmed", "active", "suspended", "lease-over", "upcoming", "expired")


def what_runs(claims, now, taken_over=False):
    if claims.get("standby"):
        claims = _as_standby(claims, taken_over)
    applications = {claim["application"]: _application(claims, claim, now) for claim in claims["applications"]}
    return {"applications": applications, "services": _services(claims, now)}


def _as_standby(claims, taken_over):
    """Suspends what a standby may not run: everything before a takeover; after it what is not marked, and all at the end."""
    until = claims.get("standbyUntil")

    def held(claim, entitlement):
        is_suspended = entitlement.get("suspended", claim["state"] == "suspended")
        runs = taken_over and until is not None and (not is_suspended or entitlement.get("standby", False))
        return {**entitlement, "suspended": not runs, "standsUntil": until}

    applications = [
        {**claim, "entitlements": [held(claim, one) for one in claim["entitlements"]]} for claim in claims["applications"]
    ]
    return {**claims, "applications": applications}


def _application(claims, claim, now):
    states = [_state(claim, entitlement, now) for entitlement in claim["entitlements"]]
    runs = _units(claim, now) is not None
    if runs and _is_missing(claims, claim, now):
        state, runs = "missing-requirement", False
    else:
        state = next((state for state in FIRST_TO_KNOW if state in states), "expired")
    counted = _named(claims, claim["capacityFrom"]) if claim.get("capacityFrom") else claim
    return {
        "state": state,
        "capacity": (_units(counted, now) or 0) if runs else 0,
        "entitlements": states,
        "care": [_care(entitlement, now) for entitlement in claim["entitlements"]],
    }


def _state(claim, entitlement, now):
    until, grace_until = entitlement["until"], entitlement["graceUntil"]
    if _reached(grace_until if grace_until is not None else until, now):
        return "expired"
    if entitlement.get("suspended", claim["state"] == "suspended") or _reached(entitlement.get("standsUntil"), now):
        return "suspended"
    if not _reached(entitlement["from"], now):
        return "upcoming"
    if _reached(entitlement["leaseUntil"], now):
        return "lease-over" if entitlement["license"] == "subscription" else "unconfirmed"
    return "grace" if _reached(until, now) else "active"


def _care(entitlement, now):
    if entitlement["care"] is None:
        return None
    if _reached(entitlement["care"]["until"], now):
        return "lapsed"
    return "active" if _reached(entitlement["from"], now) else "upcoming"


def _services(claims, now):
    for claim in claims["applications"]:
        for entitlement in claim["entitlements"]:
            if _state(claim, entitlement, now) in ("active", "grace") and _care(entitlement, now) == "active":
                return claims["services"]
    return []


def _is_missing(claims, claim, now):
    if "requires" not in claim:
        return claim["state"] == "missing-requirement"
    return any(_units(_named(claims, key), now) is None for key in claim["requires"])


def _named(claims, key):
    return next((claim for claim in claims["applications"] if claim["application"] == key), None)


def _units(claim, now):
    """The capacity of what runs; None when nothing does."""
    if claim is None:
        return None
    running = [one["capacity"] for one in claim["entitlements"] if _state(claim, one, now) in RUNNING]
    return sum(running) if running else None


def _reached(instant, now):
    return instant is not None and now >= milliseconds(instant)
