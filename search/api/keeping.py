"""Whether a process may give an answer again: only while it would come out the same.

What editors decide about search moves the log's head on (`search.rule_changes`), as documents do.
"""

from datetime import timedelta

from django.utils import timezone

from govlab.delivery.models import ConsumerCursor, Head

from ..database.facade import DatabaseEngine
from ..elastic.engine import ElasticsearchEngine
from ..elastic.indices import CONSUMER
from ..similar import INDEX_CONSUMER

# A promoted result ends with its day, and news grow old: as long as other caches keep answers.
SECONDS = 60.0
# Longer than a search may take and an index needs to show what was written to it, together.
SETTLED = timedelta(seconds=5)
_CONSUMERS = {DatabaseEngine.name: INDEX_CONSUMER, ElasticsearchEngine.name: CONSUMER}


def index_has_settled(engine: str) -> bool:
    """Whether the engine's index was at the log's end when it was asked.

    What it answered before would stay when nothing more is published.
    """
    cursor = ConsumerCursor.objects.filter(name=_CONSUMERS[engine]).first()
    if cursor is None or cursor.error or timezone.now() - cursor.moved_at < SETTLED:
        return False
    return cursor.sequence == Head.current().sequence
