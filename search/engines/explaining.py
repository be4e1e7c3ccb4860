"""Explains the results of all engines that the site has."""

import logging
from collections.abc import Callable

from django.conf import settings

from search.query.explanation import ExplainedResults
from search.query.search_query import SearchQuery

from .base import EngineError
from .database.engine import DatabaseEngine
from .database.explain import explain as explain_database
from .elastic.engine import ElasticsearchEngine
from .elastic.explain import explain as explain_elasticsearch

logger = logging.getLogger(__name__)

EXPLAIN: dict[str, Callable[[SearchQuery], ExplainedResults]] = {
    DatabaseEngine.name: explain_database,
    ElasticsearchEngine.name: explain_elasticsearch,
}


def explain(query: SearchQuery) -> dict[str, ExplainedResults | None]:
    """Return the explained results of the database and of the configured engine, by their names;
    None if an engine does not respond."""
    return {
        name: _explained(name, query)
        for name in EXPLAIN
        if name in (DatabaseEngine.name, settings.GOVLAB_SEARCH_ENGINE)
    }


def _explained(name: str, query: SearchQuery) -> ExplainedResults | None:
    try:
        return EXPLAIN[name](query)
    except EngineError as error:
        logger.warning("%s cannot explain its results: %s", name, error)
        return None
