"""Determines whether the indices on the cluster are usable and up to date."""

from elasticsearch import BadRequestError, Elasticsearch

from govlab.delivery.log.consumers import BATCH
from govlab.delivery.models import ConsumerCursor, Head
from search.engines.base import EngineError
from search.models import SearchIndex
from search.text.dictionaries import FOLDED, TRUE

from . import indices


def ready_index(locale: str) -> SearchIndex:
    """Return the language's index. Raises EngineError if it is missing, failing or far behind.

    An index that does not accept entries, for example because it is read-only, would return
    outdated results until somebody repairs it.
    """
    index = SearchIndex.objects.filter(locale=locale).first()
    if index is None:
        raise EngineError("The index was not built yet.")
    cursor = ConsumerCursor.objects.filter(name=indices.CONSUMER).first()
    if cursor and cursor.error:
        kind = cursor.error.partition(":")[0]
        raise EngineError(f"The index does not follow the log, see its cursor: {kind}")
    if (cursor.sequence if cursor else 0) < Head.current().sequence - BATCH:
        raise EngineError("The index is too far behind the log.")
    return index


def has_dictionaries(client: Elasticsearch) -> bool:
    """Whether the nodes have both Latvian dictionaries. Raises exceptions of the client."""
    for dictionary in (TRUE, FOLDED):
        try:
            client.indices.analyze(
                tokenizer="standard",
                filter=[{"type": "hunspell", "locale": dictionary}],
                text="iestade",
            )
        except BadRequestError:
            return False
    return True
