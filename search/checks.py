"""System checks of the settings, languages and vocabularies that search depends on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from elastic_transport.client_utils import url_to_node_config

from govlab.delivery.documents.vocabularies import vocabularies
from search.engines.elastic import analysis
from search.engines.elastic.engine import ElasticsearchEngine
from search.engines.failover import ENGINES
from search.query.facets import facet_names
from search.text.dictionaries.installed import (
    ENGLISH,
    LATVIAN,
    DictionariesMissingError,
    folder,
)
from search.text.stop_words import STOP_WORDS


def check_engine(engine: str, url: str) -> Iterator[CheckMessage]:
    if engine not in ENGINES:
        yield Error(
            f"There is no search engine “{engine}”.",
            hint=f"Set SEARCH_ENGINE to one of: {', '.join(sorted(ENGINES))}.",
            id="search.E001",
        )
    if (engine == ElasticsearchEngine.name or url) and not _is_address(url):
        yield Error(
            f"ELASTICSEARCH_URL is not a valid URL of a cluster: “{url}”.",
            hint="Include the port, for example http://search:9200 or https://search:443.",
            id="search.E002",
        )


def check_prefix(prefix: str) -> Iterator[CheckMessage]:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", prefix):
        yield Error(
            f"SEARCH_INDEX_PREFIX “{prefix}” is not valid in the name of an index.",
            hint="Use the letters a to z, digits, hyphens and dots.",
            id="search.E005",
        )


def _is_address(url: str) -> bool:
    try:
        url_to_node_config(url)
    except ValueError:
        return False
    return True


def check_languages(codes: Iterable[str]) -> Iterator[CheckMessage]:
    for code in codes:
        if code not in analysis.LANGUAGES or code not in STOP_WORDS:
            yield Error(
                f"Search does not support the language “{code}”.",
                hint="Add its analyzers to search/engines/elastic/analysis.py, its stop words to "
                "search/text/stop_words.py and its lemmas to search/text/tokens.py.",
                id="search.E003",
            )


def check_dictionaries(names: Iterable[str]) -> Iterator[CheckMessage]:
    try:
        for name in names:
            folder(name)
    except DictionariesMissingError as error:
        yield Error(
            str(error),
            hint="`make run`, `make test` and the build of the image do it; run it after pip.",
            id="search.E006",
        )


def check_facets(names: Iterable[str]) -> Iterator[CheckMessage]:
    known = facet_names()
    for name in names:
        if name not in known:
            yield Error(
                f"The vocabulary “{name}” is not a facet of search.",
                hint="Name it among the facets of a page type, as TermFacet.of(its model), where "
                "the app registers the type.",
                id="search.E004",
            )


@register()
def check_search(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    return [
        *check_engine(settings.GOVLAB_SEARCH_ENGINE, settings.GOVLAB_ELASTICSEARCH_URL),
        *check_prefix(settings.GOVLAB_SEARCH_INDEX_PREFIX),
        *check_languages(code for code, _ in settings.LANGUAGES),
        *check_dictionaries((LATVIAN, ENGLISH)),
        *check_facets(vocabularies()),
    ]
