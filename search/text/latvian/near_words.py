"""Words of the dictionary that are one slip of the finger from a misspelt one: forms that no page
has, of words that pages have in other forms."""

from collections.abc import Iterator
from itertools import islice, product

from rapidfuzz.distance import DamerauLevenshtein

from search.text.dictionaries.folding import fold

from .dictionary import is_folded_word, is_true_word

# Longer words are compounds, and have thousands of ways to be misspelt.
LONGEST = 20
_LETTERS = "abcdefghijklmnoprstuvz"
_MARKED = dict(zip("acegiklnsuz", "āčēģīķļņšūž", strict=True))
# Of the ways to put diacritics on a word.
MOST_WAYS = 256


def near_words(word: str) -> list[str]:
    """Return the words, with the diacritics that are closest to those typed. Takes some
    milliseconds."""
    plain = fold(word)
    if len(plain) > LONGEST:
        return []
    near = filter(is_folded_word, sorted(_one_slip(plain) - {plain}))
    return [form for found in near for form in _with_diacritics(found, word)]


def _one_slip(plain: str) -> set[str]:
    """Return what may have been meant: a letter is missing, doubled, wrong or swapped."""
    parts = [(plain[:place], plain[place:]) for place in range(len(plain) + 1)]
    return {
        *(start + rest[1:] for start, rest in parts if rest),
        *(start + rest[1] + rest[0] + rest[2:] for start, rest in parts if len(rest) > 1),
        *(start + letter + rest[1:] for start, rest in parts if rest for letter in _LETTERS),
        *(start + letter + rest for start, rest in parts for letter in _LETTERS),
    }


def _with_diacritics(plain: str, typed: str) -> list[str]:
    """Return the true word that is closest to what was typed; the plain one if there are too many
    ways."""
    true = list(filter(is_true_word, islice(_ways(plain), MOST_WAYS)))
    return sorted(true, key=lambda way: DamerauLevenshtein.distance(way, typed))[:1] or [plain]


def _ways(plain: str) -> Iterator[str]:
    choices = (f"{letter}{_MARKED.get(letter, '')}" for letter in plain)
    return ("".join(way) for way in product(*choices))
