"""Which words are words, whether or not a page has them."""

from .latvian.dictionary import folded_stems, true_stems
from .spelling.english import EnglishSpeller
from .words import LATVIAN

_english = EnglishSpeller()
# All dictionaries of a language are asked for it.
_IN_NO_DICTIONARY = "xqxqx"


def is_real_word(word: str, locale: str) -> bool:
    """Whether a dictionary has the word, in lower case; a Latvian one may lack its diacritics."""
    if locale != LATVIAN:
        return _english.knows(word)
    return bool(true_stems(word) or (word.isascii() and folded_stems(word)))


def load_dictionaries() -> None:
    """Load what the first search of a process would wait for. Raises DictionariesMissingError."""
    for locale in (LATVIAN, "en"):
        is_real_word(_IN_NO_DICTIONARY, locale)
