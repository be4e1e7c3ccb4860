"""The pages that the screen names, with the texts that search reads of them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pydantic import ValidationError

from govlab.delivery.documents.registry import parse
from govlab.delivery.models import Document
from search.models import SearchEntry
from search.query.explanation import most_precise
from search.query.phrases import Word
from search.text.document_texts import texts_of
from search.text.tokens import FOLDED_LEMMA, LEMMA, MOST_CERTAIN_FIRST, pieces

MOST_FORMS = 3
# Words and compounds of a text that are looked through, because files may be long.
MOST_PIECES = 5_000


@dataclass(frozen=True)
class ShownPage:
    title: str
    url: str
    path: str
    locale: str
    # By the names of the boosts.
    texts: Mapping[str, str]
    _read: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=dict, compare=False)

    def forms(self, word: Word, text: str) -> dict[str, list[str]]:
        """Return the first different forms in which a text has a word, by the most precise kind
        of token that they share with it, the most precise first."""
        forms: dict[str, dict[str, str]] = {}
        for form, tokens in self._pieces(text):
            if kinds := [_kind(token, tokens) for token in word if token in tokens]:
                forms.setdefault(most_precise(kinds), {}).setdefault(form.lower(), form)
        ordered = sorted(forms, key=MOST_CERTAIN_FIRST.index)
        return {kind: list(forms[kind].values())[:MOST_FORMS] for kind in ordered}

    def _pieces(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        if text not in self._read:
            stored = self.texts.get(text, "")
            self._read[text] = [
                (stored[piece.start : piece.end], piece.tokens)
                for piece in islice(pieces(stored, self.locale), MOST_PIECES)
            ]
        return self._read[text]


def _kind(token: str, tokens: Collection[str]) -> str:
    """A lemma that has no diacritics is the same without them."""
    kind, text = token[0], token[1:]
    return LEMMA if kind == FOLDED_LEMMA and LEMMA + text in tokens else kind


def shown_pages(ids: Collection[int], locale: str) -> dict[int, ShownPage]:
    """Return those of the pages that are public, by their ids, in two queries."""
    rows = Document.objects.filter(pk__in=ids, locale=locale, live=True)
    documents = {pk: json.loads(stored) for pk, stored in rows.values_list("pk", "json")}
    entries = SearchEntry.objects.filter(pk__in=documents).exclude(file_texts="")
    files = dict(entries.values_list("pk", "file_texts"))
    return {
        pk: ShownPage(
            title=document["title"],
            url=document["url"],
            path=document["path"],
            locale=locale,
            texts={**_texts(document), "files": files.get(pk, "")},
        )
        for pk, document in documents.items()
    }


def _texts(document: dict[str, Any]) -> dict[str, str]:
    try:
        texts = texts_of(parse(document))
    except ValidationError:
        # It is of an earlier version, until the worker has rebuilt it.
        return {}
    names = ("title", "terms", "headings", "summary", "body")
    return {name: getattr(texts, name) for name in names}
