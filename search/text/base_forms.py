"""The forms of words that search compares, for people to read."""

from . import english
from .dictionaries.folding import fold
from .latvian.lemmas import lemmas_typed
from .words import LATVIAN


def base_forms(word: str, locale: str) -> list[str]:
    """Return the lemmas of a typed word in lower case, or its stem in English; empty for a word
    that no dictionary has. Typed without diacritics, it may be a form of several words."""
    if locale != LATVIAN:
        return [english.stem(fold(word))]
    found = lemmas_typed(word)
    return sorted(found.true or found.folded)
