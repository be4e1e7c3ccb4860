"""The registry of related content, so that page types do not depend on the apps that provide it.

Apps register providers in `AppConfig.ready()`. Methods can thus list the cases that use them,
although `home` never imports `cases`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from govlab.delivery.models import Document
from govlab.delivery.schemas.page import PageDocument


@dataclass(frozen=True)
class RelatedQuery:
    """A group of related documents, which is shown if it has any."""

    heading: str | Promise
    documents: QuerySet[Document]
    # Returns the expressions that the group is sorted by, new ones for each query; see
    # `DocumentType.order`.
    order: Callable[[], Sequence[Any]] = tuple
    # Instead of an order: the `page_id` and `weight` of documents; the heaviest come first.
    # Read once beside the documents, because an order would compute them for each document.
    weights: QuerySet[Any, Any] | None = None
    # The most to show; all without one.
    limit: int | None = None
    # Whether to leave out documents that the page links to somewhere.
    unlinked: bool = False
    card: str = "components/card.html"
    # The consumer of the log whose tables the query reads, which may be behind it.
    consumer: str = ""


Provider = Callable[[PageDocument], RelatedQuery | None]
_of_types: dict[str, list[Provider]] = {}
_of_any: list[Provider] = []


def register_related(provider: Provider, type_name: str = "") -> None:
    """`type_name` is the type of the documents that have the group; without one, the provider is
    called for documents of every type, after those of their own."""
    providers = _of_types.setdefault(type_name, []) if type_name else _of_any
    if provider not in providers:
        providers.append(provider)


def related_queries(document: PageDocument) -> Iterator[RelatedQuery]:
    """Yield the groups in the order of registration. They repeat no document of each other."""
    for provider in (*_of_types.get(document.type, ()), *_of_any):
        if query := provider(document):
            yield query
