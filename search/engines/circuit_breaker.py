"""A circuit breaker: after a failure, no requests are sent to the server for a while."""

import time
from threading import Lock


class CircuitBreaker:
    """Per process. After the timeout it is half-open: one caller at a time may try."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._open_until = 0.0
        self._lock = Lock()
        self._failing = False
        self._reason = ""

    def allows(self) -> bool:
        with self._lock:
            if not self._failing:
                return True
            now = time.monotonic()
            if now < self._open_until:
                return False
            self._open_until = now + self._seconds
            return True

    @property
    def reason(self) -> str:
        """Return why the last request failed; empty if it succeeded."""
        with self._lock:
            return self._reason if self._failing else ""

    def failed(self, reason: str) -> None:
        with self._lock:
            self._reason = reason
            self._failing = True
            self._open_until = time.monotonic() + self._seconds

    def succeeded(self) -> None:
        with self._lock:
            self._failing = False
