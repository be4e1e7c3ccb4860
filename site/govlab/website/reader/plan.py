"""What a page shows of other documents, and the statement that reads it.

To compile the statement takes longer than to run it, and it stays the same while the document does:
plans are kept beyond changes of the log.
"""

from collections.abc import Hashable, Iterator, Mapping
from hashlib import sha256
from threading import Lock

from cachetools import LRUCache, cached
from django.db.models import F

from govlab.delivery.documents.batch import Batch
from govlab.delivery.documents.parts import Part
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import DocumentType, type_named
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames
from .front_page import FrontPage
from .page_list import PageList
from .parameters import VIEW
from .related import Related

# Of 30 kB each, so that a process keeps at most 15 MB of them.
MOST_KEPT = 500


class Plan:
    """What a document's page shows, and the statement that reads it."""

    def __init__(
        self, document: PageDocument, parameters: Mapping[str, str], *, with_frame: bool
    ) -> None:
        kind = type_named(document.type)
        self.parts = list(_parts(document, kind, parameters))
        self.related = Related(document) if kind.related else None
        self.view = kind.views.get(parameters.get(VIEW, ""))
        batch = Batch()
        if with_frame:
            frames.add_query(batch, document.locale)
        if shown := list(document.shown_pages()):
            batch.add("shown", live_documents().filter(pk__in=shown), text=F("json"))
        for part in self.parts:
            part.add_queries(batch)
        if self.related:
            self.related.add_queries(batch)
        self.statement = batch.prepared() if batch else None


def _parts(
    document: PageDocument, kind: DocumentType, parameters: Mapping[str, str]
) -> Iterator[Part]:
    if kind.is_front:
        yield FrontPage(document)
    if kind.lists:
        yield PageList(document, kind, parameters)
    if kind.part:
        yield kind.part(document, parameters)


def _key(
    document: PageDocument, parameters: Mapping[str, str], *, with_frame: bool = False
) -> Hashable:
    content = sha256(document.model_dump_json().encode()).digest()
    return content, tuple(sorted(parameters.items())), with_frame


_kept: LRUCache[Hashable, Plan] = LRUCache(MOST_KEPT)
_lock = Lock()


@cached(_kept, key=_key, lock=_lock)
def plan_of(
    document: PageDocument, parameters: Mapping[str, str], *, with_frame: bool = False
) -> Plan:
    """Return the plan for a document and the query parameters that it depends on."""
    return Plan(document, parameters, with_frame=with_frame)


def forget_plans() -> None:
    """For tests, which register other types and related content."""
    with _lock:
        _kept.clear()
