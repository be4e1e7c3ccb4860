"""Marks the words that differ between two texts, as safe HTML.

Texts are those of wagtail-localize: HTML with inline tags only, and without attributes but the ids
of links. The result has the tags of the newer text, and marks words between them, never tags: it is
well-formed whatever was bold before.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail_localize.strings import INLINE_TAGS

# Below this similarity, from 0 to 1, common words are a coincidence: the texts are marked whole.
MIN_SIMILARITY = 0.3
_WORD = re.compile(r"(\s*)(\w+(?:[-'’.,:/]\w+)*|[^\w\s])")


@dataclass(frozen=True)
class _Token:
    # A word, a punctuation mark or a tag; empty for the white space at the end of a text.
    text: str
    # The white space before it.
    space: str = ""
    is_markup: bool = False


def marked(old: str, new: str) -> SafeString:
    """Return the newer text, with words that were added in `<ins>` and removed ones in `<del>`."""
    before = [token for token in _tokens(old) if not token.is_markup]
    after = list(_tokens(new))
    words = [token for token in after if not token.is_markup]
    removed, added = _differences(before, words)
    return mark_safe(_render(after, removed, added))  # noqa: S308  built of escaped parts


def cleaned(text: str) -> SafeString:
    """Return the text with its inline tags, without their attributes, and nothing else."""
    return mark_safe(_render(list(_tokens(text)), {}, set()))  # noqa: S308


def words_of(text: str) -> list[str]:
    return [token.text for token in _tokens(text) if not token.is_markup]


def _tokens(text: str) -> Iterator[_Token]:
    yield from _walk(BeautifulSoup(text, "html.parser"))


def _walk(element: Tag) -> Iterator[_Token]:
    for child in element.children:
        if isinstance(child, PreformattedString):
            continue  # A comment, or another part that is not shown.
        if isinstance(child, NavigableString):
            text = str(child)
            for match in _WORD.finditer(text):
                yield _Token(match[2], match[1])
            if tail := text[len(text.rstrip()) :]:
                yield _Token("", tail, is_markup=True)
        elif not isinstance(child, Tag):
            continue
        elif child.name == "br":
            yield _Token("<br>", is_markup=True)
        elif child.name in INLINE_TAGS:
            yield _Token(f"<{child.name}>", is_markup=True)
            yield from _walk(child)
            yield _Token(f"</{child.name}>", is_markup=True)
        elif child.name not in {"script", "style"}:
            yield from _walk(child)


def _differences(
    before: list[_Token], after: list[_Token]
) -> tuple[dict[int, list[_Token]], set[int]]:
    """Return the removed words by the position in `after` where they stood, and the positions of
    the added ones."""
    matcher = SequenceMatcher(
        None, [token.text for token in before], [token.text for token in after], autojunk=False
    )
    if matcher.ratio() < MIN_SIMILARITY:
        return ({0: before} if before else {}), set(range(len(after)))
    removed: dict[int, list[_Token]] = {}
    added: set[int] = set()
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        if end > start:
            removed[new_start] = before[start:end]
        added.update(range(new_start, new_end))
    return removed, added


def _render(tokens: list[_Token], removed: dict[int, list[_Token]], added: set[int]) -> str:
    pieces: list[tuple[str, str]] = []
    position = 0
    for token in tokens:
        if token.is_markup:
            pieces.append(("", token.space + token.text))
            continue
        pieces += _pieces("del", removed.get(position, []))
        pieces += _pieces("ins" if position in added else "", [token])
        position += 1
    pieces += _pieces("del", removed.get(position, []))
    html = ""
    for element, run in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(part for _, part in run)
        words = text.lstrip()
        space = text[: len(text) - len(words)]
        if html.endswith("</del>") and not space and words[:1].isalnum():
            space = " "  # The first word of a text has none before it.
        html += space + (f"<{element}>{words}</{element}>" if element and words else words)
    return html


def _pieces(element: str, tokens: Iterable[_Token]) -> list[tuple[str, str]]:
    return [(element, token.space + escape(token.text)) for token in tokens]
