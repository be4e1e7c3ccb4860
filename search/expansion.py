"""A question as concepts: its words, each with the editors' synonyms beside it.

Expanded here and not by a cluster, so synonyms take effect at once and in every engine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from .lemmas import KNOWN_STEM, STEM, query_terms

# Tokens of which one must be there, and how sure they are.
Word = tuple[str, ...]
# Words which must all be there.
Phrase = tuple[Word, ...]

# Beyond these a question is a text, and costs more than it says.
MOST_WORDS = 16
MOST_ALTERNATIVES = 8
# Of one concept, in a conjunction: synonyms of several words multiply.
MOST_GROUPS = 64


@dataclass(frozen=True)
class Synonym:
    """Whoever asks for one of `words` is also shown what one of `means` finds."""

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
    rules = [
        (phrase(asked, locale), tuple(phrase(other, locale) for other in synonym.means))
        for synonym in synonyms
        for asked in synonym.words
    ]
    # The longest first: “slow zone” is not a synonym of “zone”.
    rules = sorted((rule for rule in rules if rule[0]), key=lambda rule: -len(rule[0]))
    found: list[Concept] = []
    while words:
        length = next((len(asked) for asked, _ in rules if _begins(words, asked)), 1)
        asked, words = words[:length], words[length:]
        meant = [
            other
            for source, others in rules
            if len(source) == length and _begins(asked, source)
            for other in others
            if other and not (len(other) == length and _begins(asked, other))
        ]
        found.append(Concept(asked, tuple(dict.fromkeys(meant))[:MOST_ALTERNATIVES]))
    return found


def conjunction(found: Sequence[Concept]) -> list[list[str]]:
    """The same as (a OR b) AND c, for engines that know no more."""
    groups: list[list[str]] = []
    for concept in found:
        for choice in product(*_affordable(concept)):
            groups.append(list(dict.fromkeys(token for word in choice for token in word)))
    return groups


def _affordable(concept: Concept) -> list[Phrase]:
    """Without the synonyms that cost too much: whole ones, so that less is found and not more."""
    phrases, groups = [concept.asked], len(concept.asked)
    for synonym in concept.synonyms:
        if groups * len(synonym) <= MOST_GROUPS:
            phrases.append(synonym)
            groups *= len(synonym)
    return phrases


def phrase(text: str, locale: str) -> Phrase:
    return tuple(map(tuple, query_terms(text, locale)))


def same(words: Phrase, other: Phrase) -> bool:
    """Whether both are, in any form, the same words."""
    return bool(words) and len(words) == len(other) and _begins(words, other)


def _begins(words: Phrase, asked: Phrase) -> bool:
    """Whether the words are, in any form, those which a rule asks for."""
    return len(words) >= len(asked) and all(map(_same, words, asked))


def _same(word: Word, other: Word) -> bool:
    return not _meanings(word).isdisjoint(_meanings(other))


def _meanings(word: Word) -> set[str]:
    """Words and lemmas without diacritics: one of two may be typed without."""
    return {token[1:].replace("0", "") for token in word if token[0] not in {STEM, KNOWN_STEM}}
