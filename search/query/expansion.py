"""Query expansion: converts a query to concepts, which are words with synonyms and spellings.

It is independent of the engine, so that synonyms take effect immediately and in every engine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.text.tokens import KNOWN_STEM, STEM, query_terms, spellings, without_diacritics

# Alternative tokens, the most precise first.
Word = tuple[str, ...]
# Words that are all required.
Phrase = tuple[Word, ...]

# Further words are ignored, to limit the cost.
MOST_WORDS = 16
MOST_ALTERNATIVES = 8
# Of all concepts together: each word is a condition for every text of a page, and a cluster refuses
# a request with too many.
MOST_SYNONYM_WORDS = 48


@dataclass(frozen=True)
class Synonym:
    """Queries with one of `words` also match one of `means`."""

    words: tuple[str, ...]
    means: tuple[str, ...]

    @classmethod
    def equal(cls, *words: str) -> "Synonym":
        return cls(words, words)


@dataclass(frozen=True)
class Concept:
    asked: Phrase
    synonyms: tuple[Phrase, ...] = ()


def concepts(text: str, locale: str, synonyms: Sequence[Synonym] = ()) -> list[Concept]:
    words = phrase(text, locale)[:MOST_WORDS]
    others = spellings(text, locale)
    rules = [
        (phrase(asked, locale), tuple(phrase(other, locale) for other in synonym.means))
        for synonym in synonyms
        for asked in synonym.words
    ]
    # The longest first: “slow zone” is not a synonym of “zone”.
    rules = sorted((rule for rule in rules if rule[0]), key=lambda rule: -len(rule[0]))
    found: list[Concept] = []
    budget = MOST_SYNONYM_WORDS
    while words:
        length = next((number for asked, _ in rules if (number := _begins(words, asked))), 1)
        asked, words = words[:length], words[length:]
        meant = [tuple(map(tuple, spelling)) for spelling in others.get(asked[0][0], ())]
        meant += [
            other
            for source, means in rules
            if same(asked, source)
            for other in means
            if other and not same(asked, other)
        ]
        affordable = tuple(_affordable(list(dict.fromkeys(meant)), budget))
        budget -= sum(map(len, affordable))
        found.append(Concept(asked, affordable))
    return found


def _affordable(synonyms: Sequence[Phrase], budget: int) -> Iterator[Phrase]:
    """Whole synonyms, as many of the first as the budget of words allows."""
    for synonym in synonyms[:MOST_ALTERNATIVES]:
        if len(synonym) <= budget:
            budget -= len(synonym)
            yield synonym


def phrase(text: str, locale: str) -> Phrase:
    return tuple(map(tuple, query_terms(text, locale)))


def tokens(found: Sequence[Concept]) -> frozenset[str]:
    """Return all tokens that may match a text."""
    phrases = (phrase for concept in found for phrase in (concept.asked, *concept.synonyms))
    return frozenset(token for phrase in phrases for word in phrase for token in word)


def same(words: Phrase, other: Phrase) -> bool:
    """Whether both consist of the same words, in any inflected form and spelling."""
    return bool(words) and _begins(words, other) == len(words)


def _begins(words: Phrase, asked: Phrase) -> int:
    """Return the length of the prefix of `words` that matches the phrase `asked`, or 0.

    Two words of one may equal one word of the other: *wi fi*, *wifi*.
    """
    if not asked or not words:
        return 0
    for taken, given in ((1, 1), (2, 1), (1, 2)):
        if len(words) < taken or len(asked) < given:
            continue
        if _meanings(words[:taken]).isdisjoint(_meanings(asked[:given])):
            continue
        if given == len(asked):
            return taken
        if rest := _begins(words[taken:], asked[given:]):
            return taken + rest
    return 0


def _meanings(words: Phrase) -> set[str]:
    """Words and lemmas without diacritics: one of two may be typed without."""
    before = "".join(without_diacritics(word[0])[1:] for word in words[:-1])
    return {
        before + without_diacritics(token)[1:]
        for token in words[-1]
        if token[0] not in {STEM, KNOWN_STEM}
    }
