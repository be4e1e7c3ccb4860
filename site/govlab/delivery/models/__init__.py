"""Django finds models here; each lives in the file of its topic."""

from .consumer import ConsumerCursor
from .document import Document, DocumentFacet, DocumentReference
from .head import Head
from .mark import Mark
from .worker import WorkerHeartbeat

__all__ = [
    "ConsumerCursor",
    "Document",
    "DocumentFacet",
    "DocumentReference",
    "Head",
    "Mark",
    "WorkerHeartbeat",
]
