"""What the item of a number says: the same in every process, and unlike what others say."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..making.texts import Texts
from .vocabulary import draw

# In words: a title, a summary, a heading, a quotation; the paragraphs, each of two sentences.
TITLE, SUMMARY, HEADING, QUOTE = 5, 16, 4, 12
PARAGRAPHS, SENTENCE = 4, 12

Words = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Written:
    texts: Texts
    # Ranks and forms of the words in the title, and in everything.
    title: Words
    words: Words


@lru_cache(maxsize=1_000)
def write(number: int) -> Written:
    parts: list[Words] = []

    def said(count: int) -> str:
        parts.append(draw(chance, count))
        return sentence(form for _, form in parts[-1])

    chance = random.Random(number)
    texts = Texts(
        title=said(TITLE),
        summary=f"{said(SUMMARY)}.",
        heading=said(HEADING),
        paragraphs=tuple(f"{said(SENTENCE)}. {said(SENTENCE)}." for _ in range(PARAGRAPHS)),
        quote=f"{said(QUOTE)}.",
    )
    return Written(texts, parts[0], [word for part in parts for word in part])


def texts(number: int, _code: str) -> Texts:
    return write(number).texts


def sentence(words: Iterator[str]) -> str:
    return " ".join(words).capitalize()
