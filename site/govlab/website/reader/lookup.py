"""Finds what the log has at a path, and the frame around it."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

from django.db.models import Case, F, Value, When
from wagtail.models import Page

from govlab.delivery.documents.batch import Batch
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import document_type, parse
from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames


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
    if frame := frame_cache.get(state, locale):
        return _found(Document.latest_at(path), frame)
    rows = Document.at_path(path).order_by("-live", "-sequence")
    batch = Batch()
    live = Case(When(live=True, then=Value(1)), default=Value(0))
    batch.add("page", rows[:1], text=F("json"), number=live)
    frames.add_query(batch, locale)
    found = batch.run()[1]
    frame = frames.from_rows(found[frames.QUERY], locale)
    frame_cache.put(state, frame)
    page = next(iter(found["page"]), None)
    return _found((bool(page.number), page.text) if page else None, frame)


def _found(row: tuple[bool, str] | None, frame: frames.Frame) -> Found:
    """`row` says whether the latest document at the path is live, with its JSON."""
    if row is None or not row[0]:
        return Found(None, row is not None, frame)
    return Found(parse(json.loads(row[1])), False, frame)


def document_of_type(model: type[Page], locale: str) -> PageDocument | None:
    """Return the first public page of the type in the language."""
    kind = document_type(model)
    rows = live_documents(locale=locale).filter(type=kind.name if kind else "")
    text = rows.order_by("tree_path").values_list("json", flat=True).first()
    return parse(json.loads(text)) if text else None
