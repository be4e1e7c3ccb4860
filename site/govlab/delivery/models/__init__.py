"""The models of the delivery app, one file per topic."""

from .check import Divergence, LogCheck
from .consumer import ConsumerCursor
from .document import Document, DocumentFacet, DocumentReference
from .head import Head
from .mark import Mark
from .scheduled import ScheduledAction, ScheduledFailure
from .withdrawal import WithdrawalNote
from .worker import WorkerHeartbeat

__all__ = [
    "ConsumerCursor",
    "Divergence",
    "Document",
    "DocumentFacet",
    "DocumentReference",
    "Head",
    "LogCheck",
    "Mark",
    "ScheduledAction",
    "ScheduledFailure",
    "WithdrawalNote",
    "WorkerHeartbeat",
]
