"""The forms of words that search compares, for people to read."""

from .dictionaries.folding import fold
from .english.lemmas import lemmas
from .latvian.lemmas import lemmas_typed
from .words import LATVIAN


def base_forms(word: str, locale: str) -> list[str]:
    """Return the lemmas of a typed word in lower case; empty for a Latvian word that no dictionary
    has. Typed without diacritics, it may be a form of several words. English ones may lack an
    ending (*organis* of “organised”)."""
    if locale != LATVIAN:
        return sorted(lemmas(fold(word)).likely)
    found = lemmas_typed(word)
    return sorted(found.true | found.folded if word.isascii() else found.true or found.folded)
