"""Cards of the log and the keys of pages, read once for the documents that are built together."""

import json
from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from wagtail.models import Page

from ..models import Document
from ..schemas.links import PageCard

# The cards of one translation group by language.
Cards = dict[str, PageCard]


class Keyed(Protocol):
    """A page, or what is known of one."""

    @property
    def pk(self) -> int: ...

    @property
    def translation_key(self) -> UUID: ...


class KnownCards:
    def __init__(self) -> None:
        self._keys: dict[int, UUID] = {}
        self._cards: dict[UUID, Cards] = {}

    def keys(self, pages: Iterable[Keyed | int]) -> dict[int, UUID]:
        """Map the ids of the pages to their translation keys, in order, without pages that were
        deleted."""
        given = list(pages)
        self._keys |= {page.pk: page.translation_key for page in given if not isinstance(page, int)}
        numbers = [page if isinstance(page, int) else page.pk for page in given]
        if missing := set(numbers) - self._keys.keys():
            rows = Page.objects.filter(pk__in=missing).values_list("pk", "translation_key")
            self._keys |= dict(rows)
        return {number: self._keys[number] for number in numbers if number in self._keys}

    def of(self, keys: Iterable[UUID]) -> dict[UUID, Cards]:
        """Return the cards of the public pages with each of the keys."""
        wanted = list(keys)
        if missing := set(wanted) - self._cards.keys():
            self._cards |= {key: {} for key in missing}
            rows = Document.objects.filter(translation_key__in=missing, live=True)
            for key, locale, card in rows.values_list("translation_key", "locale", "card_json"):
                self._cards[key][locale] = PageCard(**json.loads(card))
        return {key: self._cards[key] for key in wanted}

    def forget(self, key: UUID) -> None:
        """Read the cards of the group again, whose documents were written."""
        self._cards.pop(key, None)
