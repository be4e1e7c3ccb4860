"""How far a typed word is from another: slips of the finger cost less than other letters."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from .dictionaries.folding import fold

# The cost of a missing diacritic; a letter that is wrong, missing, doubled or swapped costs 1.
DIACRITIC = 0.1
# A key beside the right one costs less, and a first letter more: it is rarely wrong.
NEIGHBOUR_KEY = -0.2
FIRST_LETTER = 0.3
# Up to this length one slip is allowed, beyond it two.
SHORT_WORD = 7

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of keys side by side, in a row or in adjacent ones; each row is half a key further."""
    places = {
        key: (2 * place + shift, shift)
        for shift, row in enumerate(_ROWS)
        for place, key in enumerate(row)
    }
    return frozenset(
        (key, other)
        for key, (x, y) in places.items()
        for other, (there, row) in places.items()
        if key != other and abs(y - row) <= 1 and abs(x - there) <= 2
    )


_NEIGHBOURS = _neighbours()


def most_slips(plain: str) -> int:
    return 1 if len(plain) <= SHORT_WORD else 2


def close_to(plain: str, words: Sequence[str]) -> list[str]:
    """Return those of the words that have few slips from a folded word."""
    # Together, because there may be a thousand and each call costs more than its work.
    folded = fold("\n".join(words)).split("\n")
    near = process.extract(
        plain,
        folded,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=most_slips(plain),
        limit=None,
    )
    return [words[place] for _, _, place in near]


def cost(word: str, other: str) -> float:
    """Return the cost of typing `word` for `other`."""
    plain, meant = fold(word), fold(other)
    slips = DamerauLevenshtein.distance(plain, meant)
    diacritics = DamerauLevenshtein.distance(word, other) - slips
    wrong = [pair for pair in zip(plain, meant, strict=False) if pair[0] != pair[1]]
    near = NEIGHBOUR_KEY if len(plain) == len(meant) and _is_near(wrong) else 0.0
    first = FIRST_LETTER if plain[0] != meant[0] and sorted(plain[:2]) != sorted(meant[:2]) else 0.0
    return slips + DIACRITIC * diacritics + near + first


def _is_near(wrong: list[tuple[str, str]]) -> bool:
    return len(wrong) == 1 and wrong[0] in _NEIGHBOURS
