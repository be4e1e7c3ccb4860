"""The feed of a list, or on the front page of all that is published in its language.

It has the filters of its list; that of the front page has the type and all vocabularies.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils.translation import gettext

from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.facets import Facet, ReadChoices, TermFacet
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import (
    TYPE,
    DocumentType,
    document_types,
    parse,
    type_named,
    type_of_collection,
)
from govlab.delivery.documents.vocabularies import vocabularies
from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.images import Image, ImageSource
from govlab.delivery.schemas.page import PageDocument
from govlab.website.reader.parameters import page_number

from .feed import Entry, Feed, identifier, plain

PAGE_SIZE = 30
_IMAGE_TYPE, _IMAGE_WIDTH = "image/jpeg", 1280


def has_feed(kind: DocumentType) -> bool:
    return bool(kind.lists or kind.is_front)


def facets_of(document: PageDocument) -> Sequence[Facet]:
    """Return the facets that narrow the feed of a list or front page, without the type."""
    kind = type_named(document.type)
    if kind.lists:
        return type_of_collection(kind.lists).facets
    return [TermFacet.of(vocabulary.model) for vocabulary in vocabularies().values()]


class Published:
    """Reads a feed in one statement. Raises Http404 if the page has none, for a value that is no
    choice of its filter, and for a part that does not exist."""

    def __init__(self, document: PageDocument, parameters: Mapping[str, str]) -> None:
        kind = type_named(document.type)
        if not has_feed(kind):
            raise Http404("This page lists nothing.")
        self._document = document
        self._facets = {
            facet: parameters[facet.name]
            for facet in facets_of(document)
            if parameters.get(facet.name)
        }
        self._type = None if kind.lists else _chosen_type(parameters.get(TYPE.name, ""))
        self._collection = kind.lists or (self._type.collection if self._type else "")
        self._page = page_number(parameters)

    @property
    def parameters(self) -> dict[str, str]:
        """What the feed depends on, of all that was sent."""
        chosen = {TYPE.name: self._type.name} if self._type else {}
        chosen |= {facet.name: value for facet, value in self._facets.items()}
        return chosen | ({"page": str(self._page)} if self._page > 1 else {})

    def read(self) -> tuple[Feed, LogState]:
        batch, readers = Batch(), {}
        for facet in self._facets:
            readers[facet.name] = facet.choices_of(batch, self._collection, self._document.locale)
        first = (self._page - 1) * PAGE_SIZE
        batch.add(
            "entries",
            self._documents().order_by(*_newest())[first : first + PAGE_SIZE + 1],
            text=F("json"),
            order=_newest(),
        )
        state, rows = batch.run()
        return self._feed(rows, readers), state

    def _documents(self) -> QuerySet[Document]:
        document = self._document
        found = live_documents(self._collection, locale=document.locale, under=document.path)
        if not self._collection:
            found = found.exclude(collection="")
        for facet, value in self._facets.items():
            # PostgreSQL refuses NUL, and no value has it.
            found = facet.matching(found, value.replace("\0", "\ufffd"))
        return found

    def _feed(self, rows: Mapping[str, list[Row]], readers: Mapping[str, ReadChoices]) -> Feed:
        document, chosen = self._document, self.parameters
        labels = [str(self._type.plural_label)] if self._type else []
        for facet, value in self._facets.items():
            choices = dict(readers[facet.name](rows.get(facet.name, [])))
            if value not in choices:
                raise Http404("No document has this value.")
            labels.append(choices[value])
        found = [parse(json.loads(row.text)) for row in rows["entries"]]
        if not found and self._page > 1:
            raise Http404("The feed has no more parts.")
        following = chosen | {"page": str(self._page + 1)} if len(found) > PAGE_SIZE else {}
        laboratory = gettext("Innovation Laboratory")
        own = [document.title] if type_named(document.type).lists else []
        return Feed(
            id=identifier(document, "feed", urlencode(chosen)),
            title=plain(" · ".join([*own, *labels, laboratory])),
            subtitle=plain(document.summary),
            page_url=document.url,
            language=document.locale,
            created=document.updated_at,
            author=laboratory,
            entries=[entry_of(item) for item in found[:PAGE_SIZE]],
            query=urlencode(chosen),
            next_query=urlencode(following),
        )


def entry_of(document: PageDocument) -> Entry:
    return Entry(
        id=identifier(document),
        url=document.url,
        title=plain(document.title),
        text=plain(document.summary),
        published=document.published_at or document.updated_at,
        updated=document.updated_at,
        language=document.locale,
        categories=[plain(term.name) for term in document.terms],
        image=_picture(document.image),
    )


def _newest() -> Sequence[Any]:
    """New expressions for each query: Django changes them as it compiles it."""
    return [Coalesce("published_at", "updated_at").desc(), F("page_id").desc()]


def _chosen_type(name: str) -> DocumentType | None:
    if not name:
        return None
    for kind in document_types():
        if kind.name == name and kind.collection:
            return kind
    raise Http404("No such type of documents is listed.")


def _picture(image: Image | None) -> ImageSource | None:
    """Return the rendition that every reader of feeds can show."""
    fitting = (
        [source for source in image.srcset if source.media_type == _IMAGE_TYPE] if image else []
    )
    return min(fitting, key=lambda source: abs(source.width - _IMAGE_WIDTH), default=None)
