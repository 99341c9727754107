"""How long to wait for news, and when, after each wait that ended."""

LONGEST = 55
SHORTEST = 5


class Waits:
    def __init__(self):
        self.seconds = LONGEST
        self.failures = 0
        self.cut_after = None

    def after(self, end):
        """The pause before the next wait, as least and most seconds; None for not before the next check-in."""
        if end.get("isUnknown"):
            return None
        if end.get("brokenOff"):
            return self._broken_off(end["after"])
        self.cut_after = None
        if "retryAfter" in end:
            return self._later(end["retryAfter"])
        if end["changed"] == "yes":
            return self._well(0) if end["isNews"] else self._failed()
        return self._well(max(0, self.seconds - end["after"]))

    def _later(self, seconds):
        if self.failures == 0:
            self.failures = 1
            return [seconds, seconds]
        return [max(seconds, pause) for pause in self._failed()]

    def _broken_off(self, age):
        before, self.cut_after = self.cut_after, age if age >= 2 else None
        is_same = before is not None and self.cut_after is not None and abs(age - before) <= 1.5
        if not is_same or self.seconds == SHORTEST:
            return self._failed()
        self.seconds = max(SHORTEST, self.seconds // 2)
        self.cut_after = None
        return self._well(0)

    def _failed(self):
        longest = min(3600, 60 * 2**self.failures)
        self.failures += 1
        return [longest / 2, longest]

    def _well(self, pause):
        self.failures = 0
        return [pause, pause]
