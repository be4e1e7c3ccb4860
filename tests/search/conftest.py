"""A real Elasticsearch, and indices on it that end with their test."""

import os
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from elasticsearch import Elasticsearch

from search.engines.elastic import analysis
from search.engines.elastic.entries import compound_words, tokens_of
from search.engines.elastic.facets import as_term
from search.engines.elastic.mapping import COMPOUNDS, FACET_VALUES, SUGGESTED_BY, TEXTS, mappings
from tests.search.pages import make_pages

__all__ = ["make_pages"]

Page = dict[str, Any]
MakeIndex = Callable[..., str]


@pytest.fixture(scope="session")
def cluster_client() -> Iterator[Elasticsearch]:
    url = os.environ.get("ELASTICSEARCH_URL")
    assert url, "Tests on Elasticsearch need ELASTICSEARCH_URL; `make test` sets it."
    with Elasticsearch(url, request_timeout=60) as client:
        yield client


@pytest.fixture
def make_index(cluster_client: Elasticsearch) -> Iterator[MakeIndex]:
    """Makes an index with pages, given as the texts and facets that matter to a test."""
    made = []

    def make(*pages: Page, locale: str = "lv") -> str:
        name = f"{settings.GOVLAB_SEARCH_INDEX_PREFIX}-{uuid4().hex[:8]}"
        shape = analysis.settings(locale)
        cluster_client.indices.create(
            index=name,
            settings=shape | {"number_of_shards": 1, "number_of_replicas": 0},
            mappings=mappings(locale),
        )
        made.append(name)
        for number, page in enumerate(pages, start=1):
            cluster_client.index(index=name, id=str(number), document=entry(number, page, locale))
        cluster_client.indices.refresh(index=name)
        return name

    yield make
    for name in made:
        cluster_client.indices.delete(index=name)


def entry(number: int, page: Page, locale: str) -> Page:
    texts = {name: page.get(name, "") for name in TEXTS}
    facets = {
        name: [given] if isinstance(given, str) else given
        for name, given in page.get("facets", {}).items()
    }
    return {
        "page_id": number,
        "sequence": number,
        "date": page.get("date", "2026-01-01"),
        "facets": facets,
        FACET_VALUES: [as_term(name, value) for name in facets for value in facets[name]],
        "lemmas": {name: tokens_of(text, locale) for name, text in texts.items()},
        COMPOUNDS: compound_words("\n".join(texts[name] for name in SUGGESTED_BY), locale),
        **texts,
    }
