"""Time as an AppSuite counts it, in milliseconds: (correction, newest), of which newest is now."""

from datetime import datetime, timedelta, timezone

TOLERANCE = 10 * 60 * 1000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def milliseconds(instant):
    """An instant such as 2026-12-02T09:30:00.000Z in milliseconds since the epoch, without a fraction lost."""
    moment = datetime.strptime(instant, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    return (moment - EPOCH) // timedelta(milliseconds=1)


def look(clock, machine):
    if clock is None:
        return 0, machine
    correction, newest = clock
    if machine + correction < newest - TOLERANCE:
        correction = newest - machine
    return correction, max(machine + correction, newest)


def set_by(document, machine):
    correction = document - machine
    if abs(correction) <= TOLERANCE:
        correction = 0
    return correction, max(document, machine + correction)


def heard(clock, time):
    correction, newest = clock
    return (correction, time) if time > newest + TOLERANCE else clock


def is_corrected(clock, machine):
    return abs(clock[1] - machine) > TOLERANCE
