"""Each test here runs with every engine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from search.engines.base import Engine
from search.engines.failover import ENGINES
from search.presentation.documents import FoundDocument, FoundDocuments
from search.query.search_query import SearchQuery
from tests.search.indexed import bring_up_to_date
from tests.search.served import Follow, elasticsearch, follow

__all__ = ["elasticsearch", "follow"]


@dataclass
class Searching:
    make: Callable[[], Engine]
    follow: Follow

    @property
    def engine(self) -> Engine:
        return self.make()

    def titles(self, text: str, locale: str = "lv", **options: Any) -> list[str]:
        """Of what is found, without marks."""
        return [found.document["title"] for found in self.shown(text, locale, **options)]

    def shown(self, text: str, locale: str = "lv", **options: Any) -> list[FoundDocument]:
        query = SearchQuery(text, locale, **options)
        pages, documents = self.engine.search(query).pages, FoundDocuments()
        documents.read(pages, [query])
        return documents.of(pages, query)

    def pages(self, text: str, locale: str = "lv", **options: Any) -> list[int]:
        return list(self.engine.search(SearchQuery(text, locale, **options)).pages)


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def searching(request: pytest.FixtureRequest, db: None) -> Searching:
    if request.param == "elasticsearch":
        return Searching(ENGINES["elasticsearch"], request.getfixturevalue("follow"))

    def follow() -> bool:
        bring_up_to_date()
        return True

    return Searching(ENGINES["database"], follow)
