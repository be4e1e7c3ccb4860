"""The order of what was found, from plain values to plain values.

BM25F: a word's occurrences in a page's texts are added up by the texts' weights before they
saturate. S. Robertson, H. Zaragoza, M. Taylor, “Simple BM25 Extension to Multiple Weighted Fields”
(2004). What is ours: an occurrence counts by how sure it is that it means the word, words side by
side count once more, and what lacks words of the question yields.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from ..boosts import Boosts
from ..expansion import Concept, Phrase, Word
from ..lemmas import LEMMA, WORD

# Place in a text → how sure it is that the word there is the one asked for.
Places = dict[int, float]
Occurrences = Mapping[Word, Mapping[str, Places]]


@dataclass(frozen=True)
class Page:
    """Texts as `search.lemmas` stores them; `length` is the body's, in words."""

    texts: Mapping[str, str]
    length: int
    is_news: bool
    date: datetime


@dataclass(frozen=True)
class Collection:
    """All pages of a locale, and how many of them have each word."""

    size: int
    average_length: float
    having: Mapping[Word, int]

    def rarity(self, word: Word) -> float:
        """The inverse document frequency as Lucene has it, which is never negative."""
        having = self.having[word]
        return math.log(1 + (self.size - having + 0.5) / (having + 0.5))


class Ranking:
    def __init__(
        self, asked: Sequence[Concept], collection: Collection, boosts: Boosts, now: datetime
    ) -> None:
        self.asked, self.boosts, self.now = asked, boosts, now
        self.average = max(1.0, collection.average_length)
        self.rarity = {word: collection.rarity(word) for word in collection.having}
        typed = {word for concept in asked for word in concept.asked}
        # Nobody typed a synonym: its own form counts no more than another.
        unsure = boosts.tokens | {WORD: boosts.tokens[LEMMA]}
        self.wanted: dict[str, list[tuple[Word, float]]] = {}
        for word in self.rarity:
            for token in word:
                sure = (boosts.tokens if word in typed else unsure)[token[0]]
                self.wanted.setdefault(token, []).append((word, sure))

    def score(self, page: Page) -> float:
        found = self._occurrences(page)
        values = {word: self._value(word, found[word], page) for word in self.rarity}
        parts = [self._concept(concept, values) for concept in self.asked]
        whole = sum(self._weight(concept.asked) for concept in self.asked)
        there = sum(
            self._weight(concept.asked)
            for concept, part in zip(self.asked, parts, strict=True)
            if part
        )
        coverage = there / whole if whole else 0.0
        return (sum(parts) * coverage + self._side_by_side(found)) * self._freshness(page)

    def _occurrences(self, page: Page) -> Occurrences:
        found: dict[Word, dict[str, Places]] = {word: {} for word in self.rarity}
        for name, stored in page.texts.items():
            place = 0
            for token in stored.split():
                for word, sure in self.wanted.get(token, ()):
                    places = found[word].setdefault(name, {})
                    places[place] = max(sure, places.get(place, 0.0))
                # The last of a word's tokens.
                place += token[0] == WORD
        return found

    def _value(self, word: Word, texts: Mapping[str, Places], page: Page) -> float:
        b = self.boosts.length
        norm = 1 - b + b * page.length / self.average
        frequency = sum(
            self.boosts.texts[name] * sum(places.values()) / (norm if name == "body" else 1.0)
            for name, places in texts.items()
        )
        return self.rarity[word] * frequency / (self.boosts.saturation + frequency)

    def _concept(self, concept: Concept, values: Mapping[Word, float]) -> float:
        own = _together(concept.asked, values)
        # By the word, so that many words do not outweigh the one asked for.
        others = (
            _together(phrase, values) * self.boosts.synonym * len(concept.asked) / len(phrase)
            for phrase in concept.synonyms
        )
        return max(own, *others, 0.0)

    def _weight(self, phrase: Phrase) -> float:
        return sum(self.rarity[word] for word in phrase)

    def _side_by_side(self, found: Occurrences) -> float:
        typed = [word for concept in self.asked for word in concept.asked]
        return sum(
            self.boosts.adjacent
            * (self.rarity[first] + self.rarity[second])
            * (frequency / (self.boosts.saturation + frequency))
            for first, second in pairwise(typed)
            if (frequency := sum(self._pairs(found[first], found[second])))
        )

    def _pairs(self, first: Mapping[str, Places], second: Mapping[str, Places]) -> Iterator[float]:
        for name in first.keys() & second.keys():
            for place, sure in first[name].items():
                near = (
                    second[name].get(place + step, 0.0) for step in range(1, self.boosts.gap + 2)
                )
                yield self.boosts.texts[name] * sure * max(near)

    def _freshness(self, page: Page) -> float:
        """One, or less for old news: Elasticsearch's `exp` decay to a half."""
        if not page.is_news:
            return 1.0
        scale, offset = map(_days, (self.boosts.recency_scale, self.boosts.recency_offset))
        beyond = max(abs(self.now - page.date) - offset, timedelta())
        return 1 - self.boosts.recency * (1 - 0.5 ** (beyond / scale))


def _together(phrase: Phrase, values: Mapping[Word, float]) -> float:
    """Of words which must all be there."""
    found = [values[word] for word in phrase]
    return sum(found) if all(found) else 0.0


def _days(text: str) -> timedelta:
    return timedelta(days=int(text.removesuffix("d")))
