"""Phrases of which only one word is no stop word: *work with*, *sign in*, *one to one*.

Without their stop words they would be another phrase: who asks for *work* does not ask for
somebody to work with, and not every *one* is a talk of two people.
"""

from collections.abc import Sequence
from typing import NamedTuple

from search.text.dictionaries.folding import fold
from search.text.stop_words import STOP_WORDS
from search.text.words import words


class Surroundings(NamedTuple):
    """The words right before and after a word, without diacritics: stop words, or itself again."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def are_around(self, typed: Sequence[str], at: int) -> bool:
        start, end = at - len(self.before), at + 1 + len(self.after)
        found = (
            tuple(map(fold, part)) for part in (typed[max(start, 0) : at], typed[at + 1 : end])
        )
        return tuple(found) == self


def surroundings(text: str, locale: str) -> Surroundings | None:
    """Return the stop words of a set phrase; None if it is not one."""
    typed = [fold(word) for word in words(text, locale)]
    telling = [at for at, word in enumerate(typed) if word not in STOP_WORDS[locale]]
    if len(typed) == 1 or len({typed[at] for at in telling}) != 1:
        return None
    return Surroundings(tuple(typed[: telling[0]]), tuple(typed[telling[0] + 1 :]))
