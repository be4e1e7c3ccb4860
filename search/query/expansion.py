"""Query expansion: converts a query to concepts, which are words with synonyms and spellings.

It is independent of the engine, so that synonyms take effect immediately and in every engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from search.text.tokens import WORD, Date, dates, spellings, token
from search.text.words import words as words_of

from .phrases import Phrase, Word, begins, first_meanings, first_meant, phrase, same
from .set_phrases import Surroundings, surroundings

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
    # Whether they are related terms, which mean something else.
    related: bool = False

    @classmethod
    def equal(cls, *words: str) -> "Synonym":
        return cls(words, words)

    @classmethod
    def subject(cls, *words: str) -> "Synonym":
        return cls(words, words, related=True)


class Synonyms(tuple[Synonym, ...]):
    """The sets of a language. Each query looks up what they mean, and there may be a thousand, so
    their hash is computed once."""

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        return self._hash

    @classmethod
    def of(cls, synonyms: Iterable[Synonym]) -> "Synonyms":
        return synonyms if isinstance(synonyms, cls) else cls(synonyms)


class Rule(NamedTuple):
    asked: Phrase
    means: tuple[Phrase, ...]
    # The stop words that must be around the one word that `asked` then is.
    around: Surroundings | None


Rules = Mapping[str, Sequence[Rule]]


@dataclass(frozen=True)
class Concept:
    # A date or a telephone number is one word; those that a month is written in are a synonym.
    asked: Phrase
    synonyms: tuple[Phrase, ...] = ()


def concepts(text: str, locale: str, synonyms: Sequence[Synonym] = ()) -> list[Concept]:
    words = phrase(text, locale)[:MOST_WORDS]
    others, written = spellings(text, locale), dates(text, locale)
    rules = phrases_by_meaning(Synonyms.of(synonyms), locale)
    typed = words_of(text, locale)
    found: list[Concept] = []
    budget = MOST_SYNONYM_WORDS
    while words:
        if date := _date(words, written):
            asked, words = words[: date.length], words[date.length :]
            found.append(Concept((date.word,), () if date.exact else (asked,)))
            budget -= date.length
            continue
        found_rules = matching(words, rules, typed)
        length = found_rules[0][0] if found_rules else 1
        asked, words = words[:length], words[length:]
        meant = [tuple(map(tuple, spelling)) for spelling in others.get(asked[0][0], ())]
        meant += [
            other
            for taken, means in found_rules
            if taken == length
            for other in means
            if other and not same(asked, other)
        ]
        affordable = tuple(_affordable(list(dict.fromkeys(meant)), budget))
        budget -= sum(map(len, affordable))
        found.append(Concept(asked, affordable))
    return found


class _Date(NamedTuple):
    # The number of words that it is written in.
    length: int
    word: Word
    exact: bool


def _date(words: Phrase, written: Iterable[Date]) -> _Date | None:
    """Return the date or telephone number that the words begin with, unless it is that word."""
    for date in written:
        own = [word[0] for word in words]
        length = next((place for place, one in enumerate(own) if one not in date.words), len(own))
        # A number that another word has as well is no date: “5 workshops on 5 December”.
        if date.words[-1] not in own[:length]:
            continue
        if length > 1 or set(words[0]).isdisjoint(date.tokens):
            return _Date(length, date.tokens, date.exact)
    return None


@lru_cache(maxsize=8)
def phrases_by_meaning(synonyms: Synonyms, locale: str, *, related: bool = False) -> Rules:
    """Return the phrases with what they mean, by the meanings that they may start with. Cached,
    since all queries of a language have the same synonyms."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for synonym in synonyms:
        if synonym.related is not related:
            continue
        means = tuple(phrase(other, locale) for other in synonym.means)
        for word in synonym.words:
            asked = phrase(word, locale)
            for meaning in first_meant(asked):
                rules[meaning].append(Rule(asked, means, surroundings(word, locale)))
    return dict(rules)


def matching(
    words: Phrase, rules: Rules, typed: Sequence[str]
) -> list[tuple[int, tuple[Phrase, ...]]]:
    """Return how many words each rule takes, with what these mean, the longest first: “slow zone”
    is not a synonym of “zone”."""
    candidates = dict.fromkeys(
        rule for meaning in sorted(first_meanings(words)) for rule in rules.get(meaning, ())
    )
    taken = [
        (begins(words, rule.asked), rule.means)
        for rule in candidates
        if rule.around is None or _is_surrounded(words[0], rule.around, typed)
    ]
    return sorted((rule for rule in taken if rule[0]), key=lambda rule: -rule[0])


def _is_surrounded(word: Word, around: Surroundings, typed: Sequence[str]) -> bool:
    return any(
        token(WORD, other) == word[0] and around.are_around(typed, at)
        for at, other in enumerate(typed)
    )


def _affordable(synonyms: Sequence[Phrase], budget: int) -> Iterator[Phrase]:
    """Whole synonyms, as many of the first as the budget of words allows."""
    for synonym in synonyms[:MOST_ALTERNATIVES]:
        if len(synonym) <= budget:
            budget -= len(synonym)
            yield synonym


def tokens(found: Sequence[Concept]) -> frozenset[str]:
    """Return all tokens that may match a text."""
    phrases = (phrase for concept in found for phrase in (concept.asked, *concept.synonyms))
    return frozenset(token for phrase in phrases for word in phrase for token in word)
