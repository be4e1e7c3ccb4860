"""Who may make a size of a picture now: a decoded picture takes hundreds of megabytes.

Each process makes one at a time, and no size is made twice at once by all the processes that share
the uploads. Waiting has an end, so that pictures never take every thread of a server for long.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.files import locks

from govlab.delivery.documents.pictures import EncodersBusyError

WAIT_SECONDS = 5.0
_PAUSE_SECONDS = 0.05
# Lock files stay, so there is a fixed number: now and then two sizes wait for each other.
_LOCK_FILES = 64

_encoder = threading.BoundedSemaphore(1)


class Deadline:
    def __init__(self) -> None:
        self._end = time.monotonic() + WAIT_SECONDS

    @property
    def left(self) -> float:
        return max(0.0, self._end - time.monotonic())


@contextmanager
def encoder(deadline: Deadline) -> Iterator[None]:
    """This process's turn to decode and encode. Raises EncodersBusyError."""
    if not _encoder.acquire(timeout=deadline.left):
        raise EncodersBusyError("Other pictures are being made.")
    try:
        yield
    finally:
        _encoder.release()


@contextmanager
def patient_encoder() -> Iterator[None]:
    """As `encoder`, for an editor's upload: it waits for as long as it takes."""
    with _encoder:
        yield


@contextmanager
def only_maker(name: str, deadline: Deadline) -> Iterator[None]:
    """While it holds, no process makes the size of that name. Raises EncodersBusyError."""
    number = int.from_bytes(sha256(name.encode()).digest()[:4]) % _LOCK_FILES
    path = Path(settings.GOVLAB_UPLOADS_ROOT) / "locks" / f"rendition-{number}"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        while not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
            if not deadline.left:
                raise EncodersBusyError("This size is being made.")
            time.sleep(_PAUSE_SECONDS)
        # The lock ends with the file, or with the process.
        yield
