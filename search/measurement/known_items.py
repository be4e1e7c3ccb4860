"""Known-item queries: words of a page, in other forms than it has them."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from search.models import SearchEntry
from search.text.dictionaries.folding import fold
from search.text.tokens import key_tokens
from search.text.words import words

from .inflection import Inflection
from .judged_queries import JudgedQuery

SHORTEST_WORD = 4
# A word is distinctive if at most this share of the pages, or `FEW` pages, contain it.
TELLING_SHARE = 0.05
FEW = 3
WANTED = 3


@dataclass(frozen=True)
class Item:
    page: int
    title: str
    text: str

    @cached_property
    def sentences(self) -> list[str]:
        return re.split(r"(?<=[.!?…])\s+", self.text)


def site_items(locale: str) -> list[Item]:
    """The public pages, as they are indexed."""
    texts = SearchEntry.objects.filter(locale=locale).order_by("pk").values_list("pk", "text")
    return [Item(pk, *text.split("\n", 1)) for pk, text in texts]


class KnownItems:
    def __init__(self, items: Iterable[Item], locale: str, *, seed: int = 1) -> None:
        self.items = list(items)
        self.locale = locale
        self.seed = seed
        self.lemmas: Counter[str] = Counter()
        present: set[str] = set()
        for item in self.items:
            everything = f"{item.title} {item.text}"
            self.lemmas.update(key_tokens(everything, locale))
            present.update(words(everything, locale))
        self.inflection = Inflection(present, locale)

    def queries(self, count: int) -> Iterator[JudgedQuery]:
        """So many pages, each asked for in every way that it has words enough for."""
        chosen = random.Random(self.seed)
        for item in chosen.sample(self.items, min(count, len(self.items))):
            for kind, typed in self._typed(item, chosen):
                for name, text in ((kind, typed), (f"{kind}, no diacritics", fold(typed))):
                    if name == kind or text != typed:
                        yield JudgedQuery(text, name, {item.page: WANTED})

    def _typed(self, item: Item, chosen: random.Random) -> Iterator[tuple[str, str]]:
        own = set(words(f"{item.title} {item.text}", self.locale))
        title = self._telling(item.title, own, rare=False)
        in_title = key_tokens(item.title, self.locale)
        text = [
            word
            for word in self._telling(item.text, own)
            if in_title.isdisjoint(key_tokens(word, self.locale))
        ]
        sentence = max(
            (self._telling(sentence, own) for sentence in item.sentences), key=len, default=[]
        )
        picks = {
            "title": _some(title, chosen.choice((2, 3)), chosen),
            "title and text": _some(title, 1, chosen) + _some(text, 2, chosen),
            "text, two words": _some(text, 2, chosen),
            "text, three words": _some(text, 3, chosen),
            "a sentence": sentence[:4],
        }
        for kind, picked in picks.items():
            if len(picked) > 1:
                forms = [chosen.choice(self.inflection.others(word, own)) for word in picked]
                yield kind, " ".join(forms)

    def _telling(self, text: str, own: set[str], *, rare: bool = True) -> list[str]:
        """The words of a text that have other forms and, if so asked, few other pages have.

        Of one word's forms the first.
        """
        most = max(FEW, TELLING_SHARE * len(self.items))
        found: dict[frozenset[str], str] = {}
        for word in words(text, self.locale):
            lemma = frozenset(key_tokens(word, self.locale))
            if (
                len(word) >= SHORTEST_WORD
                and not any(lemma & other for other in found)
                and self.inflection.others(word, own)
                and not (rare and self._pages(lemma) > most)
            ):
                found[lemma] = word
        return list(found.values())

    def _pages(self, lemma: frozenset[str]) -> int:
        return max((self.lemmas[key] for key in lemma), default=0)


def _some(found: Sequence[str], number: int, chosen: random.Random) -> list[str]:
    """In the order of the text; none where there are fewer."""
    if len(found) < number:
        return []
    places = sorted(chosen.sample(range(len(found)), number))
    return [found[place] for place in places]
