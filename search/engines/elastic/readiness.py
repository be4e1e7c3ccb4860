"""Determines whether the indices on the cluster are usable and up to date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from govlab.delivery.log.consumers import BATCH
from govlab.delivery.models import Head
from search.engines.base import EngineError
from search.models import SearchIndex

from . import indices

# Everything in one statement, since each search needs it.
_READINESS = (
    "SELECT i.locale, i.name, i.uuid,"
    " c.error, c.sequence, c.moved_at <= %s, h.sequence"
    " FROM search_searchindex i"
    " LEFT JOIN delivery_consumercursor c ON c.name = %s"
    " LEFT JOIN delivery_head h ON h.id = %s"
)


@dataclass(frozen=True)
class ReadyIndices:
    by_locale: Mapping[str, SearchIndex]
    # Whether they are at the end of the log, and did not change lately.
    settled: bool

    def of(self, locale: str) -> SearchIndex:
        """Raises EngineError if there is none."""
        if locale not in self.by_locale:
            raise EngineError("The index was not built yet.")
        return self.by_locale[locale]


def ready_indices(settled_after: timedelta = timedelta()) -> ReadyIndices:
    """Return the indices by their language. Raises EngineError if they are failing or far behind.

    An index that does not accept entries, for example because it is read-only, would return
    outdated results until somebody repairs it.
    """
    before = connection.ops.adapt_datetimefield_value(timezone.now() - settled_after)
    with connection.cursor() as cursor:
        cursor.execute(_READINESS, [before, indices.CONSUMER, Head.SINGLETON])
        rows = cursor.fetchall()
    found, settled = {}, False
    for locale, name, uuid, error, sequence, is_quiet, head in rows:
        if error:
            kind = error.partition(":")[0]
            raise EngineError(f"The index does not follow the log, see its cursor: {kind}")
        if (sequence or 0) < (head or 0) - BATCH:
            raise EngineError("The index is too far behind the log.")
        found[locale] = SearchIndex(locale=locale, name=name, uuid=uuid)
        settled = bool(is_quiet) and sequence == head
    return ReadyIndices(found, settled)
