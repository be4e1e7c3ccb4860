"""What related terms add to the score of a page."""

from collections.abc import Mapping, Sequence

from search.query.boosts import Boosts
from search.query.expansion import Concept
from search.query.phrases import Phrase, Word
from search.query.related_terms import RelatedTerm


class RelatedPoints:
    """They add up to a limit, so that many of them do not outweigh the words of the query."""

    def __init__(
        self,
        related: Sequence[RelatedTerm],
        asked: Sequence[Concept],
        rarest: float,
        boosts: Boosts,
    ) -> None:
        self.terms = related
        self.most = boosts.most_related * rarest if related else 0.0
        self._weights = [boosts.of_related(term, asked) for term in related]

    def of(self, values: Mapping[Word, float]) -> list[float]:
        """Return the points of each term on a page whose words have these values."""
        points = [
            weight * together(term.phrase, values)
            for term, weight in zip(self.terms, self._weights, strict=True)
        ]
        whole = sum(points)
        if whole <= self.most:
            return points
        return [each * self.most / whole for each in points]


def together(phrase: Phrase, values: Mapping[Word, float]) -> float:
    """Of words which must all be there."""
    if len(phrase) == 1:
        return values[phrase[0]]
    found = [values[word] for word in phrase]
    return sum(found) if all(found) else 0.0
