"""Lemmas by the hunspell dictionary, true and folded, held in memory."""

import tempfile
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import hunspell

from search.text.dictionaries import FOLDED, TRUE, write_dictionaries

CACHED_WORDS = 50_000
# hunspell keeps the state of a look-up in the dictionary object.
_lock = Lock()


@cache
def _dictionaries() -> tuple[hunspell.Hunspell, hunspell.Hunspell]:
    with tempfile.TemporaryDirectory() as directory:
        write_dictionaries(Path(directory))
        true, folded = (
            hunspell.Hunspell(name, hunspell_data_dir=str(Path(directory, name)))
            for name in (TRUE, FOLDED)
        )
        return true, folded


@lru_cache(CACHED_WORDS)
def true_stems(word: str) -> frozenset[str]:
    return _stems(word, 0)


@lru_cache(CACHED_WORDS)
def folded_stems(word: str) -> frozenset[str]:
    """For a word in lower case without diacritics."""
    return _stems(word, 1)


def is_true_word(word: str) -> bool:
    return _has(word, 0)


def is_folded_word(word: str) -> bool:
    """For a word in lower case without diacritics. Not cached: most that are asked for are none."""
    return _has(word, 1)


def _has(word: str, which: int) -> bool:
    with _lock:
        return bool(_dictionaries()[which].spell(word))


def _stems(word: str, which: int) -> frozenset[str]:
    with _lock:
        dictionary = _dictionaries()[which]
        return frozenset(dictionary.stem(word))
