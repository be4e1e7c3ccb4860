"""A circuit breaker: who has just failed is not asked again for a while."""

import time
from threading import Lock


class Breaker:
    """Of one process. After the rest one caller tries, and the others wait for what it finds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._closed_until = 0.0
        self._lock = Lock()
        self._failing = False
        self._reason = ""

    def allows(self) -> bool:
        with self._lock:
            if not self._failing:
                return True
            now = time.monotonic()
            if now < self._closed_until:
                return False
            self._closed_until = now + self._seconds
            return True

    @property
    def reason(self) -> str:
        """Of the last failure; empty where the last try succeeded."""
        with self._lock:
            return self._reason if self._failing else ""

    def failed(self, reason: str) -> None:
        with self._lock:
            self._reason = reason
            self._failing = True
            self._closed_until = time.monotonic() + self._seconds

    def succeeded(self) -> None:
        with self._lock:
            self._failing = False
