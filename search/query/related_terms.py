"""Related terms of a query: words of the same subjects, which mean something else.

They are what a thesaurus calls so (ISO 25964-1). A page that has them is likely to be about what is
asked for, although it lacks the words. Two words of a query that belong to one subject are a better
sign of it than one, so its terms count for each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.text.word_tokens import COMPOUND, LEMMA, WORD, is_certain, without_diacritics

from .expansion import Concept, Synonyms, matching, phrases_by_meaning
from .phrases import Phrase, Word, same

_CERTAIN = frozenset({WORD, COMPOUND, LEMMA})
# Of one subject.
MOST_TERMS = 25
# Of all subjects together, in words, as `MOST_SYNONYM_WORDS`.
MOST_RELATED_WORDS = 32


@dataclass(frozen=True)
class RelatedTerm:
    phrase: Phrase
    # The places in the query of the concepts that it is related to.
    concepts: tuple[int, ...]


def related_terms(
    asked: Sequence[Concept], synonyms: Synonyms, typed: Sequence[str], locale: str
) -> tuple[RelatedTerm, ...]:
    """Return the terms of the subjects that the concepts belong to, by themselves or by a synonym:
    first those of most concepts. `typed` are the words of the query."""
    rules = phrases_by_meaning(synonyms, locale, related=True)
    if not rules:
        return ()
    concepts_of: dict[Phrase, dict[int, None]] = {}
    for at, words in _phrases(asked):
        for _, terms in matching(words, rules, typed):
            for term in terms:
                if term:
                    concepts_of.setdefault(term, {})[at] = None
    known = [phrase for concept in asked for phrase in (concept.asked, *concept.synonyms)]
    spelt = {text for phrase in known for word in phrase for text in _spelt(word)}
    budget = MOST_RELATED_WORDS
    found = []
    for term, concepts in sorted(concepts_of.items(), key=lambda item: -len(item[1])):
        # Comparing phrases takes long; most have a word that no other has.
        if not any(spelt.isdisjoint(_spelt(word)) for word in term) and any(
            same(term, phrase) for phrase in known
        ):
            continue
        budget -= len(term)
        if budget < 0:
            break
        known.append(term)
        spelt.update(text for word in term for text in _spelt(word))
        found.append(RelatedTerm(certain(term), tuple(concepts)))
    return tuple(found)


def _phrases(asked: Sequence[Concept]) -> list[tuple[int, Phrase]]:
    """Return what may be a term, with the place of its concept: the words of the query from each
    one on, and synonyms."""
    words = [(at, word) for at, concept in enumerate(asked) for word in concept.asked]
    found = [(at, tuple(word for _, word in words[first:])) for first, (at, _) in enumerate(words)]
    return found + [(at, phrase) for at, concept in enumerate(asked) for phrase in concept.synonyms]


@lru_cache(maxsize=10_000)
def _spelt(word: Word) -> frozenset[str]:
    """Return the words of the tokens, without diacritics: one of two may be typed without."""
    return frozenset(without_diacritics(token)[1:] for token in word)


def certain(term: Phrase) -> Phrase:
    """Leave the tokens that tell which words they are: others of a stem are not the subject."""
    return tuple(
        tuple(token for token in word if token[0] in _CERTAIN) if is_certain(word) else word
        for word in term
    )
