"""English stems; English needs no dictionary to be found."""

from functools import lru_cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Of a word in lower case, without a possessive ending."""
    stemmed: str = _stemmer.stemWord(word.removesuffix("'s").removesuffix("'"))
    return stemmed
