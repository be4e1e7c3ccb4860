"""The English stemmer."""

from functools import lru_cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case, without a possessive ending."""
    stemmed: str = _stemmer.stemWord(word.removesuffix("'s").removesuffix("'"))
    return stemmed
