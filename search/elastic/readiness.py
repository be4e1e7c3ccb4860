"""Whether the indices can be trusted to know what the log holds."""

from govlab.delivery.log.consumers import BATCH
from govlab.delivery.models import ConsumerCursor, Head

from ..engines import EngineError
from ..models import SearchIndex
from . import indices


def ready_index(locale: str) -> SearchIndex:
    """The language's index. Raises EngineError where it is missing, failing or far behind.

    One that could not take an entry, because it is read-only for example, would give old answers
    for as long as nobody mends it.
    """
    index = SearchIndex.objects.filter(locale=locale).first()
    if index is None:
        raise EngineError("The index was not built yet.")
    cursor = ConsumerCursor.objects.filter(name=indices.CONSUMER).first()
    if cursor and cursor.error:
        kind = cursor.error.partition(":")[0]
        raise EngineError(f"The index does not follow the log, see its cursor: {kind}")
    head = Head.current().sequence
    if (cursor.sequence if cursor else 0) < head - BATCH:
        raise EngineError("The index is too far behind the log.")
    return index
