"""Where the tokens of a page are: written when it is indexed, so that no query splits its texts.

A place is the number of a word in its text, and the number of the text times `MOST_WORDS`, so that
the last word of one text and the first of the next are not side by side.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .adjacency import groups

# In the order of their numbers, which are stored.
TEXTS = ("title", "terms", "headings", "summary", "body", "files")
# Words of one text; further ones are found, but not ranked.
MOST_WORDS = 1_000_000

# Token → places.
Places = Mapping[str, Iterable[int]]


def places_of(texts: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the places of each token in texts as `tokens.index_text` gives them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(TEXTS):
        first = number * MOST_WORDS
        for place, word in enumerate(groups(texts.get(name, ""))[:MOST_WORDS], first):
            for token in dict.fromkeys(word):
                found[token].append(place)
    return dict(found)


def text_of(place: int) -> str:
    return TEXTS[place // MOST_WORDS]


def written(places: Places) -> dict[str, str]:
    """Return what is stored: a text for each token is smaller than a list of numbers."""
    return {token: " ".join(map(str, found)) for token, found in places.items()}
