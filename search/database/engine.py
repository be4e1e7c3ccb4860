"""The database as a search engine: tokens stored and matched through Wagtail's own backend.

Which pages match is the database's to say; their order is ours, by the weights of `search.boosts`,
so that it is the same on SQLite and PostgreSQL and near to what a cluster gives.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from wagtail.search.query import And, Or, PlainText

from govlab.delivery.models import DocumentFacet

from ..answers import Answer, Hit
from ..boosts import DEFAULT
from ..expansion import concepts, conjunction
from ..models import SearchEntry
from ..question import FACETS, Choices, Question
from .marking import excerpt, marked

# Pages beyond these are counted and not ranked: nobody turns so many leaves.
MOST_RANKED = 2_000


def search(question: Question) -> Answer:
    """A question without a word finds everything, the newest first."""
    groups = conjunction(concepts(question.text, question.locale, question.synonyms))
    ranked = _ranked(question.locale, groups)
    facets = _facets_of(ranked)
    shown = [pk for pk in ranked if _holds(facets.get(pk, set()), question.chosen)]
    start = (question.page - 1) * question.size
    return Answer(
        hits=tuple(_hits(shown[start : start + question.size], groups, question.locale)),
        total=len(shown),
        facets=_counts(facets, question.chosen),
    )


def _ranked(locale: str, groups: list[list[str]]) -> list[int]:
    entries: Any = SearchEntry.objects.filter(locale=locale)
    if not groups:
        return list(entries.order_by("-date", "-pk").values_list("pk", flat=True)[:MOST_RANKED])
    query = And([Or([PlainText(token) for token in group]) for group in groups])
    matching = entries.search(query)[:MOST_RANKED]
    scored = [(_score(entry, groups), entry.date, entry.pk) for entry in matching]
    return [pk for _, _, pk in sorted(scored, reverse=True)]


def _score(entry: SearchEntry, groups: list[list[str]]) -> float:
    """For each word the best way in which the better of the two texts has it."""
    title, body = set(entry.title.split()), set(entry.body.split())
    return sum(
        max(
            (
                DEFAULT.tokens[token[0]]
                * max(
                    DEFAULT.texts["title"] if token in title else 0.0,
                    DEFAULT.texts["body"] if token in body else 0.0,
                )
                for token in group
            ),
            default=0.0,
        )
        for group in groups
    )


def _facets_of(pages: Sequence[int]) -> dict[int, set[tuple[str, str]]]:
    found: dict[int, set[tuple[str, str]]] = {}
    rows = DocumentFacet.objects.filter(document_id__in=pages, name__in=FACETS)
    for pk, name, value in rows.values_list("document_id", "name", "value"):
        found.setdefault(pk, set()).add((name, value))
    return found


def _holds(facets: set[tuple[str, str]], chosen: Choices) -> bool:
    return all(
        any((name, value) in facets for value in values)
        for name, values in chosen.items()
        if values
    )


def _counts(
    facets: dict[int, set[tuple[str, str]]], chosen: Choices
) -> dict[str, list[tuple[str, int]]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for of_page in facets.values():
        for name in FACETS:
            others = {key: values for key, values in chosen.items() if key != name}
            if _holds(of_page, others):
                counts[name].update(value for found, value in of_page if found == name)
    return {
        name: sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        for name, counter in counts.items()
    }


def _hits(pages: Sequence[int], groups: list[list[str]], locale: str) -> list[Hit]:
    tokens = {token for group in groups for token in group}
    entries = SearchEntry.objects.in_bulk(pages)
    hits = []
    for pk in pages:
        title, _, text = entries[pk].text.partition("\n")
        hits.append(
            Hit(
                pk,
                entries[pk].sequence,
                marked(title, tokens, locale),
                excerpt(text, tokens, locale),
            )
        )
    return hits
