"""Which words are words, whether or not a page has them."""

from functools import lru_cache

from .dictionaries.installed import ENGLISH
from .latvian.dictionary import folded_stems, is_folded_word, is_true_word, true_stems
from .latvian.word_prefixes import is_prefix
from .spelling.english import EnglishSpeller
from .spelt import is_spelt
from .words import LATVIAN

CACHED_PAIRS = 50_000
SHORTEST_PART = 2
# Of the second word. More might change in its forms.
TELLING_LETTERS = 2
_english = EnglishSpeller()
# All dictionaries of a language are asked for it.
_IN_NO_DICTIONARY = "xqxqx"


def is_real_word(word: str, locale: str) -> bool:
    """Whether a dictionary has the word, in lower case; a Latvian one may lack its diacritics."""
    if locale != LATVIAN:
        return _english.knows(word)
    return bool(true_stems(word) or (word.isascii() and folded_stems(word)))


@lru_cache(maxsize=CACHED_PAIRS)
def are_one_word(before: str, word: str, locale: str) -> bool:
    """Whether a dictionary has two words in lower case as one: *mājas lapa*, *web site*.

    A text has many pairs, so they are not asked for with all endings, as single words are, and the
    Latvian dictionary only for the prefix of a word.
    """
    together = before + word
    if min(len(before), len(word)) < SHORTEST_PART or not together.isalpha():
        return False
    if locale != LATVIAN:
        return is_spelt(together, ENGLISH, "en_GB", "en_US")
    if not is_prefix(together[: len(before) + TELLING_LETTERS]):
        return False
    return is_true_word(together) or (together.isascii() and is_folded_word(together))


def load_dictionaries() -> None:
    """Load what the first search of a process would wait for. Raises DictionariesMissingError."""
    for locale in (LATVIAN, "en"):
        is_real_word(_IN_NO_DICTIONARY, locale)
        are_one_word(_IN_NO_DICTIONARY, _IN_NO_DICTIONARY, locale)
