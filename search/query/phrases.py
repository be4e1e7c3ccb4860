"""Phrases of words, and whether they mean the same, in any inflected form and spelling."""

from collections.abc import Iterable
from functools import lru_cache

from search.text.tokens import query_terms, without_diacritics
from search.text.word_tokens import STEM, UNCERTAIN, is_certain

# Alternative tokens, the most precise first.
Word = tuple[str, ...]
# Words that are all required.
Phrase = tuple[Word, ...]

# The prefix of Latvian negation.
_NOT = "ne"
# What stands before the stem of a word that the dictionary does not have.
_STEM = "-"


@lru_cache(maxsize=20_000)
def phrase(text: str, locale: str) -> Phrase:
    """A search takes its text apart several times: for concepts, promotions and corrections. All
    words of rules stay known, so that a change of one of them costs little."""
    return tuple(map(tuple, query_terms(text, locale)))


def same(words: Phrase, other: Phrase) -> bool:
    """Whether both consist of the same words, in any inflected form and spelling."""
    return bool(words) and begins(words, other) == len(words)


def begins(words: Phrase, asked: Phrase) -> int:
    """Return the length of the prefix of `words` that matches the phrase `asked`, or 0.

    Two words of one may equal one word of the other: *wi fi*, *wifi*.
    """
    if not asked or not words:
        return 0
    for taken, given in ((1, 1), (2, 1), (1, 2)):
        if len(words) < taken or len(asked) < given:
            continue
        if _meanings(words[:taken]).isdisjoint(_meant(asked[:given])):
            continue
        if given == len(asked):
            return taken
        if rest := begins(words[taken:], asked[given:]):
            return taken + rest
    return 0


def first_meanings(words: Phrase) -> set[str]:
    """Return the meanings that a phrase of a query may start with. It differs from a phrase of a
    rule that shares none with `first_meant`."""
    return {meaning for start in _starts(words) for meaning in _meanings(start)}


def first_meant(asked: Phrase) -> set[str]:
    return {meaning for start in _starts(asked) for meaning in _meant(start)}


def _starts(words: Phrase) -> list[Phrase]:
    return [words[:count] for count in (1, 2) if len(words) >= count]


# As `phrase`: the words of rules are compared with those of each query.
@lru_cache(maxsize=20_000)
def _meanings(words: Phrase) -> frozenset[str]:
    """What the words of a query may mean, as a word of its own. It shares some with `_meant` if the
    other means the same.

    Words and lemmas with their diacritics, after “=”; and without, after “~” if they may be missing
    and “?” if not: one of two may be typed without, or be unknown to the dictionary.
    """
    forms = _forms(words)
    # Who asks what nobody tells asks for telling.
    forms |= {form.removeprefix(_NOT) for form in forms}
    kind = "?" if _is_exact(words) else "~"
    return _written(words, forms, kind)


@lru_cache(maxsize=20_000)
def _meant(words: Phrase) -> frozenset[str]:
    """The other side of `_meanings`: of the words of a rule."""
    forms = _forms(words)
    # What is denied is not what is said: its lemma may be known without the prefix only.
    if words[-1][0][1:].startswith(_NOT):
        forms = {form if form.startswith((_NOT, _STEM)) else f"{_NOT}{form}" for form in forms}
    kinds = "~" if _is_exact(words) else "~?"
    return _written(words, forms, kinds)


def _forms(words: Phrase) -> set[str]:
    word = words[-1]
    stems = set() if is_certain(word) else {f"{_STEM}{one[1:]}" for one in word if one[0] == STEM}
    return stems | {token[1:] for token in word if token[0] not in UNCERTAIN}


def _written(words: Phrase, forms: Iterable[str], kinds: str) -> frozenset[str]:
    before = "".join(word[0][1:] for word in words[:-1])
    whole = [f"{before}{form}" for form in forms]
    plain = {f"{kind}{without_diacritics(form)}" for kind in kinds for form in whole}
    return frozenset(plain.union(f"={form}" for form in whole))


def _is_exact(words: Phrase) -> bool:
    """Whether the words are known and have their diacritics: *rādīt* is not *radīt*."""
    has_diacritics = any(word[0] != without_diacritics(word[0]) for word in words)
    return has_diacritics and is_certain(words[-1])
