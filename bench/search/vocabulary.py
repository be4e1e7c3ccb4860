"""Latvian words with their forms, and how often each is used."""

import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from search.text.dictionaries.forms import paradigms

WORDS = 6_000
LEAST_FORMS = 4
MOST_FORMS = 12
# Zipf's law as Mandelbrot mended it: so many words at the head are nearly as frequent as the first.
HEAD = 10


@cache
def vocabulary() -> Sequence[Sequence[str]]:
    """The most frequent word first. The same in every process."""
    known = [
        (word, [form for form in forms if form.isalpha() and form.islower()])
        for word, forms in paradigms()
        if word.isalpha() and word.islower() and len(word) >= LEAST_FORMS
    ]
    inflected = [forms for _, forms in known if len(forms) >= LEAST_FORMS]
    return [forms[:MOST_FORMS] for forms in random.Random(1).sample(inflected, WORDS)]


def zipf(count: int, head: int = HEAD) -> list[float]:
    """Cumulated weights of so many ranks, for `random.choices`."""
    return list(accumulate(1 / (head + rank) for rank in range(count)))


_WEIGHTS = zipf(WORDS)
_FORM_WEIGHTS = {count: zipf(count, 1) for count in range(1, MOST_FORMS + 1)}


def draw(chance: random.Random, count: int) -> list[tuple[int, str]]:
    """Ranks of words, each with the form it has in a text."""
    words = vocabulary()
    ranks = chance.choices(range(WORDS), cum_weights=_WEIGHTS, k=count)
    return [
        (
            rank,
            chance.choices(words[rank], cum_weights=_FORM_WEIGHTS[len(words[rank])])[0],
        )
        for rank in ranks
    ]
