"""Finds what the log has at a path, and the frame around it."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

from django.db.models import Case, F, Value, When

from govlab.delivery.documents.batch import Batch
from govlab.delivery.documents.registry import parse
from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames

_LIVE = 1


@dataclass(frozen=True)
class Found:
    # The live document; None if there is none.
    document: PageDocument | None
    # Whether the latest document at the path was withdrawn.
    withdrawn: bool
    frame: frames.Frame


class _Frames:
    """The frames of the current state of the log, which all pages of a language share."""

    def __init__(self) -> None:
        self._state: Hashable = None
        self._frames: dict[str, frames.Frame] = {}
        self._lock = Lock()

    def get(self, state: LogState, locale: str) -> frames.Frame | None:
        with self._lock:
            return self._frames.get(locale) if state == self._state else None

    def put(self, state: LogState, frame: frames.Frame) -> None:
        """`state` is the one from before the frame was read, so that it is not stale."""
        with self._lock:
            if state != self._state:
                self._state, self._frames = state, {}
            self._frames[frame.locale] = frame

    def clear(self) -> None:
        with self._lock:
            self._state = None


frame_cache = _Frames()


def look_up(path: str, locale: str, state: LogState) -> Found:
    """One statement. `state` is the current one."""
    batch = Batch()
    batch.add(
        "page",
        Document.at_path(path),
        text=F("json"),
        number=Case(When(live=True, then=Value(_LIVE)), default=Value(0)),
        order=["-live", "-sequence"],
    )
    frame = frame_cache.get(state, locale)
    if frame is None:
        frames.add_query(batch, locale)
    rows = batch.run()[1]
    if frame is None:
        frame = frames.from_rows(rows[frames.QUERY], locale)
        frame_cache.put(state, frame)
    pages = rows["page"]
    if pages and pages[0].number == _LIVE:
        return Found(parse(json.loads(pages[0].text)), False, frame)
    return Found(None, bool(pages), frame)
