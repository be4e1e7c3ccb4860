"""The engines as readers use them, by the name that the settings give them."""

from dataclasses import replace

from search.engines.database.spelling import correct
from search.engines.failover import ENGINES
from search.query.results import SearchResults
from search.query.search_query import SearchQuery

from .judged_queries import Engine


def with_corrections(name: str) -> Engine:
    """Takes the correction that is offered where nothing or too little is found."""

    def search(query: SearchQuery) -> SearchResults:
        engine = ENGINES[name]()
        results = engine.search(query)
        if results.total and not results.partial:
            return results
        correction = correct(query.text, query.locale)
        return engine.search(replace(query, text=correction.text)) if correction else results

    return search
