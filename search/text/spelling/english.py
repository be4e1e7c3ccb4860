from functools import lru_cache

from search.text.english.stemmer import stem

from .dictionaries import is_spelt

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
    return is_spelt(plain, "en", "en_GB", "en_US") or is_spelt(
        plain.removesuffix("'s"), "en", "en_GB", "en_US"
    )
