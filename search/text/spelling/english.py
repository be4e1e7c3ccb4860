from functools import lru_cache

from search.text.dictionaries.installed import ENGLISH
from search.text.english.stemmer import stem
from search.text.spelt import is_spelt

CACHED_WORDS = 50_000
_APOSTROPHE = str.maketrans("’ʼ", "''")


class EnglishSpeller:
    """British and American spellings alike."""

    def knows(self, word: str) -> bool:
        return _knows(word)

    def stems(self, word: str) -> frozenset[str]:
        return frozenset({stem(word.lower())})


@lru_cache(maxsize=CACHED_WORDS)
def _knows(word: str) -> bool:
    plain = word.translate(_APOSTROPHE)
    # hunspell takes a third of a millisecond for a word that it does not have.
    forms = dict.fromkeys((plain, plain.removesuffix("'s")))
    return any(is_spelt(form, ENGLISH, "en_GB", "en_US") for form in forms)
