"""What a front page shows of the pages below it: doors, and a section for each collection."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.utils.functional import Promise

from govlab.core.doors import Door, doors
from govlab.core.front_sections import FrontSection, front_sections
from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.parts import ReadCards
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import document_types, type_of_collection
from govlab.delivery.models import Document
from govlab.delivery.schemas.page import PageDocument


@dataclass(frozen=True)
class ShownSection:
    heading: str | Promise
    more: str | Promise
    index: PageDocument
    pages: list[PageDocument]
    template: str


@dataclass(frozen=True)
class ShownDoor:
    door: Door
    path: str


class FrontPage:
    def __init__(self, document: PageDocument) -> None:
        self._document = document

    def add_queries(self, batch: Batch) -> None:
        for section in front_sections():
            self._add_section(batch, section)
        batch.add(
            "doors",
            self._below().filter(type__in=[door.type for door in doors()]).order_by("tree_path"),
            text=F("card_json"),
            order=[F("tree_path")],
        )

    def context(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> dict[str, Any]:
        return {
            "sections": list(_sections(rows, cards)),
            "doors": list(_shown_doors(rows["doors"])),
        }

    def _add_section(self, batch: Batch, section: FrontSection) -> None:
        kind = type_of_collection(section.collection)
        items = self._below(section.collection)
        batch.add(
            f"section {section.collection}",
            items.order_by(*kind.order())[: section.limit],
            text=F("json"),
            order=kind.order(),
        )
        lists = [other.name for other in document_types() if other.lists == section.collection]
        batch.add(
            f"index {section.collection}",
            self._below().filter(type__in=lists).order_by("tree_path")[:1],
            text=F("json"),
        )

    def _below(self, collection: str = "") -> QuerySet[Document]:
        document = self._document
        return live_documents(collection, locale=document.locale, under=document.path)


def _sections(rows: Mapping[str, list[Row]], cards: ReadCards) -> Iterator[ShownSection]:
    for section in front_sections():
        index = cards(rows[f"index {section.collection}"])
        pages = cards(rows[f"section {section.collection}"])
        if section.choose:
            pages = section.choose(pages)
        if index and pages:
            yield ShownSection(section.heading, section.more, index[0], pages, section.template)


def _shown_doors(rows: list[Row]) -> Iterator[ShownDoor]:
    """Lead to one page of each type, the first in the order of the site."""
    cards = [json.loads(row.text) for row in reversed(rows)]
    paths = {card["type"]: card["path"] for card in cards}
    for door in doors():
        if door.type in paths:
            yield ShownDoor(door, paths[door.type])
