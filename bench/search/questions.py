"""What readers ask: some words of a page that is there, in other forms than it has them."""

import random
from collections.abc import Callable, Iterator

from search.text.dictionaries.folding import fold

from .vocabulary import vocabulary
from .writing import Words, write

# Of questions with one word, two and three.
LENGTHS = (35, 40, 25)
# The most frequent words tell no page from another: nobody asks for them.
UNASKED = 30
# Of a question's words so many come from the title, so many are typed without diacritics, and so
# many questions have a slip of the finger.
IN_TITLE, FOLDED, MISSPELT = 0.5, 0.25, 0.05
SHORTEST, LONGEST = 2, 8


def inflected(documents: int, count: int) -> list[str]:
    """Different questions; most find something."""
    chance = random.Random(documents)
    return _different(count, lambda: _question(chance, documents))


def written(documents: int) -> Iterator[str]:
    """Frequent words in a frequent form, as texts have them: what also finds without inflection."""
    chance = random.Random(documents)
    seen = set()
    while True:
        found = [word for word in write(chance.randrange(documents)).words if word[0] >= UNASKED]
        frequent = sorted(found)[: chance.choice((10, 20, 40))]
        asked = " ".join(form for _, form in chance.sample(frequent, chance.choice((1, 1, 2))))
        if asked not in seen:
            seen.add(asked)
            yield asked


def beginnings(documents: int, count: int) -> list[str]:
    """What is typed of a word of a title."""
    chance = random.Random(documents)

    def typed() -> str:
        _, form = chance.choice(write(chance.randrange(documents)).title)
        return _plain(chance, form[: chance.randint(SHORTEST, LONGEST)])

    return _different(count, typed)


def _question(chance: random.Random, documents: int) -> str:
    page = write(chance.randrange(documents))
    (count,) = chance.choices((1, 2, 3), LENGTHS)
    words = [_asked(chance, page.title, page.words) for _ in range(count)]
    if chance.random() < MISSPELT:
        place = chance.randrange(count)
        words[place] = misspelt(chance, words[place])
    return " ".join(dict.fromkeys(words))


def _asked(chance: random.Random, title: Words, words: Words) -> str:
    telling = [word for word in title if word[0] >= UNASKED]
    if not telling or chance.random() >= IN_TITLE:
        telling = [word for word in words if word[0] >= UNASKED]
    rank, there = chance.choice(telling)
    others = [form for form in vocabulary()[rank] if form != there]
    return _plain(chance, chance.choice(others))


def _plain(chance: random.Random, word: str) -> str:
    return fold(word) if chance.random() < FOLDED else word


def misspelt(chance: random.Random, word: str) -> str:
    """Without one of its inner letters."""
    place = chance.randrange(1, len(word)) if len(word) > 1 else 0
    return word[:place] + word[place + 1 :] or word


def _different(count: int, make: Callable[[], str]) -> list[str]:
    """Gives up where there are not so many."""
    found: dict[str, None] = {}
    for _ in range(count * 20):
        if len(found) == count:
            break
        found[make()] = None
    return list(found)
