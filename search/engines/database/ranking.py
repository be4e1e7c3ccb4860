"""Ranks results with BM25F, as a pure function.

BM25F: a word's occurrences in a page's texts are added up by the texts' weights before they
saturate. S. Robertson, H. Zaragoza, M. Taylor, “Simple BM25 Extension to Multiple Weighted Fields”
(2004). In addition, occurrences are weighted by the confidence of the match, adjacent words have a
boost, and pages without some of the query's words rank lower.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from search.query.boosts import Boosts
from search.query.expansion import Concept
from search.query.phrases import Phrase, Word
from search.query.related_terms import RelatedTerm
from search.text.places import Places, text_of

from .related_points import RelatedPoints, together

# Place → the confidence that the word there is the one asked for.
Confidences = dict[int, float]
Found = Mapping[Word, Confidences]


@dataclass(frozen=True)
class Page:
    """`places` are those of the tokens that are asked for, as in `search.text.places`; `length` is
    the body's, in words; `date` is in seconds since 1970."""

    places: Places
    length: int
    ages: bool
    date: float


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


@dataclass(frozen=True)
class Parts:
    """What the score of a page is made of."""

    found: Found
    # Of each word, wherever it is on the page.
    values: Mapping[Word, float]
    # Of each concept: of the best of its phrases.
    concepts: Sequence[float]
    # The share of the query that the page has.
    coverage: float
    # Of each related term.
    related: Sequence[float]
    # What a page with all words needs to come before those that have related terms only.
    complete: float
    adjacent: float
    freshness: float

    @property
    def timeless(self) -> float:
        """The score without the page's age."""
        words = sum(self.concepts) * self.coverage
        return words + sum(self.related) + self.complete + self.adjacent

    @property
    def score(self) -> float:
        return self.timeless * self.freshness


class Ranking:
    def __init__(
        self,
        asked: Sequence[Concept],
        collection: Collection,
        boosts: Boosts,
        now: datetime,
        related: Sequence[RelatedTerm] = (),
    ) -> None:
        self.asked, self.boosts, self.now = asked, boosts, now.timestamp()
        self.scale, self.offset = map(_seconds, (boosts.recency_scale, boosts.recency_offset))
        self.average = max(1.0, collection.average_length)
        self.rarity = {word: collection.rarity(word) for word in collection.having}
        self._weights = [sum(map(self.rarity.__getitem__, concept.asked)) for concept in asked]
        self.related = RelatedPoints(related, asked, max(self._weights, default=0.0), boosts)
        typed = [word for concept in asked for word in concept.asked]
        self._pairs = list(pairwise(typed))
        self.wanted: dict[str, list[tuple[Word, float]]] = {}
        for word in self.rarity:
            for token, confidence in boosts.confidence(word, synonym=word not in typed).items():
                self.wanted.setdefault(token, []).append((word, confidence))

    def score(self, page: Page) -> float:
        return self.parts(page).score

    def parts(self, page: Page) -> Parts:
        found = self._found(page.places)
        values = {
            word: self._value(word, found, page) if word in found else 0.0 for word in self.rarity
        }
        concepts = [self._concept(concept, values) for concept in self.asked]
        whole = sum(self._weights)
        there = sum(weight for weight, value in zip(self._weights, concepts, strict=True) if value)
        related = self.related.of(values)
        least = self.related.most if all(concepts) else 0.0
        return Parts(
            found=found,
            values=values,
            concepts=concepts,
            coverage=there / whole if whole else 0.0,
            related=related,
            complete=max(0.0, least - sum(concepts) - sum(related)),
            adjacent=self._side_by_side(found),
            freshness=self._freshness(page),
        )

    def _found(self, places: Places) -> Found:
        found: dict[Word, Confidences] = {}
        for token, there in places.items():
            for word, confidence in self.wanted.get(token, ()):
                of_word = found.setdefault(word, {})
                for place in there:
                    if of_word.get(place, 0.0) < confidence:
                        of_word[place] = confidence
        return found

    def frequencies(self, word: Word, found: Found, page: Page) -> dict[str, float]:
        """Return the weighted occurrences of a word in each text that has it."""
        sums: dict[str, float] = {}
        for place, confidence in sorted(found.get(word, {}).items()):
            name = text_of(place)
            sums[name] = sums.get(name, 0.0) + confidence
        b = self.boosts.b
        norm = 1 - b + b * page.length / self.average
        return {
            name: self.boosts.texts[name] * frequency / (norm if name == "body" else 1.0)
            for name, frequency in sums.items()
        }

    def _value(self, word: Word, found: Found, page: Page) -> float:
        frequency = sum(self.frequencies(word, found, page).values())
        return self.rarity[word] * frequency / (self.boosts.k1 + frequency)

    def best_way(self, concept: Concept, values: Mapping[Word, float]) -> tuple[Phrase, float]:
        """Return the phrase that counts for a concept, with its weight."""
        return max(self._ways(concept), key=lambda way: together(way[0], values) * way[1])

    def _ways(self, concept: Concept) -> Iterator[tuple[Phrase, float]]:
        yield concept.asked, 1.0
        for phrase in concept.synonyms:
            # Averaged, so that a synonym of many words does not outweigh the original word.
            yield phrase, self.boosts.synonym * len(concept.asked) / len(phrase)

    def _concept(self, concept: Concept, values: Mapping[Word, float]) -> float:
        if not concept.synonyms:
            return together(concept.asked, values)
        phrase, weight = self.best_way(concept, values)
        return together(phrase, values) * weight

    def _side_by_side(self, found: Found) -> float:
        return sum(
            self.boosts.adjacent
            * (self.rarity[first] + self.rarity[second])
            * (frequency / (self.boosts.k1 + frequency))
            for first, second in self._pairs
            if first in found
            and second in found
            and (frequency := sum(self._beside(first, second, found)))
        )

    def _beside(self, first: Word, second: Word, found: Found) -> Iterator[float]:
        follows = found[second]
        for place, confidence in found[first].items():
            for after in range(place + 1, place + 2 + self.boosts.slop):
                if after in follows:
                    yield self.boosts.texts[text_of(place)] * confidence * follows[after]
                    break

    def _freshness(self, page: Page) -> float:
        """One, or less where the page is old and ages: Elasticsearch's `exp` decay to a half."""
        if not page.ages:
            return 1.0
        beyond = max(abs(self.now - page.date) - self.offset, 0.0)
        return 1 - self.boosts.recency * (1 - 0.5 ** (beyond / self.scale))


def _seconds(days: str) -> float:
    return timedelta(days=int(days.removesuffix("d"))).total_seconds()
