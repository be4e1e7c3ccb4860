"""Deletion neighbourhoods: two words with few slips between them have a common rest after few
letters are deleted from both.

So the words close to a misspelt one are found by looking up its own rests, however many words there
are. W. Garbe, “1000x Faster Spelling Correction” (SymSpell, 2012). Only the first letters of a word
have rests, because later slips are found by the same prefix.
"""

from itertools import combinations

# In letters. A longer prefix has more rests, a shorter one more words that share it.
PREFIX = 7
# Words shorter than a prefix may have one slip, all others two.
FEW, MOST = 1, 2


def prefix(plain: str) -> str:
    """Return the prefix of a word in lower case without diacritics."""
    return plain[:PREFIX]


def rests(start: str, most: int | None = None) -> set[str]:
    """Return what is left of a prefix after at most so many deletions; by default as many as its
    words may have slips."""
    if most is None:
        most = FEW if len(start) < PREFIX else MOST
    return {
        "".join(start[place] for place in kept)
        for count in range(most + 1)
        for kept in combinations(range(len(start)), len(start) - count)
    }
