"""The English stemmers: one that undoes inflection, and one that undoes derivation too."""

import re
from functools import lru_cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")

# A consonant or a vowel is a run of them: “y” after a consonant is a vowel.
_VOWEL = "(?:[aeiou]|(?<=[^aeiou])y)"
_MEASURE = re.compile(f"{_VOWEL}+[^aeiouy]")
_HAS_VOWEL = re.compile(_VOWEL)
_SHORT = re.compile("(?:^|.*[^aeiou])[aeiouy][^aeiouwxy]$")
_DOUBLED = re.compile(r"([bdfgkmnprtv])\1$")
# “travelled” and “traveled”: British English doubles the l of an unstressed syllable.
_DOUBLED_L = re.compile(f"({_VOWEL}.*{_VOWEL}l)l$")
# Words that look like a plural or a form of a verb.
_WHOLE = frozenset(
    ["news", "series", "species", "always", "perhaps", "during", "evening", "morning", "nothing"]
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a word in lower case, without a possessive ending."""
    stemmed: str = _stemmer.stemWord(without_possessive(word))
    return stemmed


def without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def uninflected(word: str) -> str:
    """Return what plurals and regular forms of verbs have in common: not always a word.

    Steps 1 and 5 of M. F. Porter, “An algorithm for suffix stripping” (1980).
    """
    if word in _WHOLE or len(word) < 3:
        return word
    base = _without_verbal_ending(_singular(word))
    if base.endswith("y") and len(base) > 2 and _HAS_VOWEL.search(base[:-1]):
        base = f"{base[:-1]}i"
    if base.endswith("e") and len(base) > 3:
        rest = base[:-1]
        measure = len(_MEASURE.findall(rest))
        if measure > 1 or (measure == 1 and not _SHORT.match(rest)):
            base = rest
    return _DOUBLED_L.sub(r"\1", base)


def _singular(word: str) -> str:
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("oes") and len(word) > 5:
        return word[:-2]
    if word.endswith("ies"):
        return f"{word[:-3]}y" if len(word) > 4 else word[:-1]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_verbal_ending(word: str) -> str:
    if word.endswith("eed"):
        past = _MEASURE.search(word[:-3]) and not word.endswith(("ceed", "deed"))
        return word[:-1] if past else word
    if word.endswith("ied"):
        return f"{word[:-3]}y" if len(word) > 4 else word[:-1]
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 1 and _HAS_VOWEL.search(rest):
            return _restored(rest)
    return word


def _restored(rest: str) -> str:
    """Return the verb that an ending was added to: *hop* of “hopping”, *hope* of “hoping”."""
    if rest.endswith(("at", "bl", "iz")):
        return f"{rest}e"
    if _DOUBLED.search(rest):
        return rest[:-1]
    return f"{rest}e" if len(_MEASURE.findall(rest)) == 1 and _SHORT.match(rest) else rest
