"""How much each kind of match counts: every number of relevance, by name."""

from dataclasses import dataclass, field

from search.text.tokens import COMPOUND, FOLDED_LEMMA, KNOWN_STEM, LEMMA, STEM, WORD


def _texts() -> dict[str, float]:
    return {"title": 6.0, "terms": 3.0, "headings": 2.5, "summary": 2.0, "body": 1.0}


def _tokens() -> dict[str, float]:
    return {
        WORD: 1.0,
        COMPOUND: 0.9,
        LEMMA: 0.7,
        FOLDED_LEMMA: 0.6,
        STEM: 0.2,
        KNOWN_STEM: 0.1,
    }


@dataclass(frozen=True)
class Boosts:
    texts: dict[str, float] = field(default_factory=_texts)
    # By kind of token, see `search.text.tokens`: the more certain, the higher.
    tokens: dict[str, float] = field(default_factory=_tokens)
    # The query's words as they were typed, side by side.
    phrase: float = 1.5
    # Every word of the query is there.
    complete: float = 20.0
    # What a synonym found counts less than what was asked for.
    synonym: float = 0.6
    # The share of the score that a page of a type that ages may lose, and how fast.
    recency: float = 0.3
    recency_scale: str = "365d"
    recency_offset: str = "30d"
    # Far above any score of words.
    promotion: float = 10_000.0
    # Of how many words more than two may be missing from a page.
    minimum_should_match: str = "2<70%"
    # BM25's parameters, with Elasticsearch's defaults: how soon a word's repetition stops to count,
    # and how much a long text is held against it. S. Robertson, H. Zaragoza, “The Probabilistic
    # Relevance Framework: BM25 and Beyond” (2009), sections 3.4 and 3.5.
    k1: float = 1.2
    b: float = 0.75
    # Two words of the query in any form side by side, against both of them apart.
    adjacent: float = 0.5
    # How many words may stand between two that count as adjacent: stop words are not asked for.
    slop: int = 1

    def least(self, words: int) -> int:
        """How many of so many words a page must have, by `minimum_should_match`."""
        few, _, share = self.minimum_should_match.partition("<")
        return words if words <= int(few) else words * int(share.removesuffix("%")) // 100


DEFAULT = Boosts()
