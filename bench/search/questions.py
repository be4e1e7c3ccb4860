"""What readers ask: some words of a page that is there, in other forms than it has them."""

import random
from collections.abc import Callable, Iterator

from search.text.dictionaries.folding import fold

from .vocabulary import WORDS, vocabulary
from .writing import Words, write

# Of questions with one word, two and three.
LENGTHS = (35, 40, 25)
# The most frequent words tell no page from another: nobody asks for them.
UNASKED = 30
# The ranks of words that are frequent nevertheless, up to this one, and rare, from this one.
FREQUENT, RARE = 150, 2_500
# Of a question's words so many come from the title, so many are typed without diacritics, and so
# many questions have a slip of the finger.
IN_TITLE, FOLDED, MISSPELT = 0.5, 0.25, 0.05
SHORTEST, LONGEST = 2, 8


def inflected(documents: int, count: int) -> list[str]:
    """Different questions; most find something."""
    chance = random.Random(documents)
    return _different(count, lambda: _question(chance, documents))


def frequent(documents: int, count: int) -> list[str]:
    """Of words that many pages have."""
    return _of_ranks(documents, count, range(UNASKED, FREQUENT))


def rare(documents: int, count: int) -> list[str]:
    """Of words that few pages have."""
    return _of_ranks(documents, count, range(RARE, WORDS))


def with_slips(documents: int, count: int) -> list[str]:
    """With a word that is in no text."""
    chance = random.Random(documents)
    return _different(count, lambda: _question(chance, documents, slips=1))


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


def prefixes(documents: int, count: int) -> list[str]:
    """Return prefixes of words of titles, as typed by readers."""
    chance = random.Random(documents)

    def typed() -> str:
        _, form = chance.choice(write(chance.randrange(documents)).title)
        return _plain(chance, form[: chance.randint(SHORTEST, LONGEST)])

    return _different(count, typed)


def _question(chance: random.Random, documents: int, slips: float = MISSPELT) -> str:
    page = write(chance.randrange(documents))
    (count,) = chance.choices((1, 2, 3), LENGTHS)
    words = [_asked(chance, page.title, page.words) for _ in range(count)]
    if chance.random() < slips:
        place = chance.randrange(count)
        words[place] = misspelt(chance, words[place])
    return " ".join(dict.fromkeys(words))


def _of_ranks(documents: int, count: int, ranks: range) -> list[str]:
    chance = random.Random(documents)

    def question() -> str:
        there = [word for word in write(chance.randrange(documents)).words if word[0] in ranks]
        chosen = chance.sample(there, min(len(there), chance.choice((1, 2))))
        return " ".join(dict.fromkeys(_other_form(chance, word) for word in chosen))

    return [text for text in _different(count, question) if text]


def _asked(chance: random.Random, title: Words, words: Words) -> str:
    telling = [word for word in title if word[0] >= UNASKED]
    if not telling or chance.random() >= IN_TITLE:
        telling = [word for word in words if word[0] >= UNASKED]
    return _other_form(chance, chance.choice(telling))


def _other_form(chance: random.Random, word: tuple[int, str]) -> str:
    rank, there = word
    return _plain(chance, chance.choice([form for form in vocabulary()[rank] if form != there]))


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
