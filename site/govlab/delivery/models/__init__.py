"""Django finds models here; each lives in the file of its topic."""

from .consumer import ConsumerCursor
from .document import Document, DocumentFacet, DocumentReference
from .head import Head
from .mark import Mark
from .scheduled import ScheduledAction, ScheduledFailure
from .worker import WorkerHeartbeat

__all__ = [
    "ConsumerCursor",
    "Document",
    "DocumentFacet",
    "DocumentReference",
    "Head",
    "Mark",
    "ScheduledAction",
    "ScheduledFailure",
    "WorkerHeartbeat",
]
