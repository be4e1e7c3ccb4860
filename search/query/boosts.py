"""The boosts: all parameters of relevance ranking."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from search.query.expansion import Concept
from search.query.light_words import light_tokens
from search.query.phrases import Word
from search.query.related_terms import RelatedTerm
from search.text.tokens import COMPOUND, FOLDED_LEMMA, KNOWN_STEM, LEMMA, OTHER, STEM, WORD


def _texts() -> dict[str, float]:
    return {"title": 4.5, "terms": 2.5, "headings": 2.5, "summary": 2.0, "body": 1.0, "files": 0.4}


def _tokens() -> dict[str, float]:
    return {
        WORD: 1.0,
        COMPOUND: 0.9,
        LEMMA: 0.7,
        FOLDED_LEMMA: 0.6,
        STEM: 0.2,
        OTHER: 0.15,
        KNOWN_STEM: 0.1,
    }


@dataclass(frozen=True)
class Boosts:
    texts: dict[str, float] = field(default_factory=_texts)
    # By kind of token, see `search.text.tokens`; the more precise, the higher.
    tokens: dict[str, float] = field(default_factory=_tokens)
    # For the query as an exact phrase.
    phrase: float = 1.5
    # For pages with every word of the query.
    complete: float = 20.0
    # The same if pages that lack words are found too: they may be meant as well.
    complete_if_few: float = 4.0
    # The weight of a synonym relative to the original word.
    synonym: float = 0.65
    # The weight of a related term, which is no synonym. Of one that is related to several words of
    # the query it is multiplied by this power of their number.
    related: float = 0.08
    together: float = 1.5
    # What all related terms count at most, against the rarest word of the query.
    most_related: float = 0.4
    # The weight of a word that says little (`light_words`) relative to others.
    light: float = 0.4
    # The share of the score that a page of a type that ages may lose, and how fast.
    recency: float = 0.3
    recency_scale: str = "365d"
    recency_offset: str = "30d"
    # Higher than any text score.
    promotion: float = 10_000.0
    # In Elasticsearch's syntax: up to two words are required, of more words 70 %.
    minimum_should_match: str = "2<70%"
    # BM25's parameters, with Elasticsearch's defaults: how soon a word's repetition stops to count,
    # and how much a long text is held against it. S. Robertson, H. Zaragoza, “The Probabilistic
    # Relevance Framework: BM25 and Beyond” (2009), sections 3.4 and 3.5.
    k1: float = 1.6
    b: float = 0.75
    # Two words of the query in any form side by side, against both of them apart.
    adjacent: float = 0.5
    # How many words may be between adjacent ones, because stop words are not part of the query.
    slop: int = 1

    def confidence(self, word: Word, *, synonym: bool = False) -> dict[str, float]:
        """Return how sure it is that a page with a token has the word.

        If the lemma is known as it is typed, others that it may have without its diacritics are
        hardly meant. Exact forms of synonyms have no extra weight.
        """
        kinds = self.tokens | ({WORD: self.tokens[LEMMA]} if synonym else {})
        if any(token[0] == LEMMA for token in word):
            kinds = kinds | {FOLDED_LEMMA: kinds[OTHER]}
        weight = self.light if word_is_light(word) else 1.0
        return {token: kinds[token[0]] * weight for token in word}

    def of_related(self, term: RelatedTerm, asked: Sequence[Concept]) -> float:
        """Return the weight of a term: the higher, the more concepts it is related to."""
        votes = sum(
            self.light if all(map(word_is_light, asked[at].asked)) else 1.0 for at in term.concepts
        )
        return self.related * votes**self.together / len(term.phrase)

    def least(self, words: int) -> int:
        """Return how many of the words a page must have, by `minimum_should_match`."""
        few, _, share = self.minimum_should_match.partition("<")
        return words if words <= int(few) else words * int(share.removesuffix("%")) // 100

    def least_if_few(self, words: int) -> int:
        """Return how many are sufficient if few pages have enough: half of those."""
        return (self.least(words) + 1) // 2


def word_is_light(word: Word) -> bool:
    return not light_tokens().isdisjoint(word)


DEFAULT = Boosts()
