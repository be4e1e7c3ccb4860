"""Leaves out what the pages of a PDF repeat at their edges: headers, footers and numbers of pages.

They stand between the two parts of a word or of a sentence that a page divides. PDFium returns the
lines of a page in the order in which they were drawn, so a footer may come first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

# At the beginning and at the end of a page.
MOST_LINES = 4
# How far the pages are that are compared: left and right ones may differ.
REACH = 2
# In letters, of what stands beside the number of a page: “lappuse”.
MOST_BESIDE_NUMBER = 7
# Python refuses to read numbers of thousands of digits.
_NUMBER = re.compile(r"(\d{1,9})")
_LETTER = re.compile(r"[^\W\d_]")


def without_running_lines(pages: Iterable[str]) -> Iterator[str]:
    """Yield the texts of the pages. What is repeated is left where it first stands, at the
    beginning of its page, unless it only says the number of the page."""
    window: list[list[str]] = []
    seen: set[str] = set()
    at = 0
    for page in chain(pages, repeat(None, REACH)):
        window.append([] if page is None else page.strip().split("\n"))
        if at > REACH:
            window.pop(0)
            at -= 1
        if len(window) > at + REACH:
            yield _without(window, at, seen)
            at += 1


def _without(window: Sequence[list[str]], at: int, seen: set[str]) -> str:
    lines = window[at]
    others = [(there - at, other) for there, other in enumerate(window) if there != at]
    first = _running(lines, others, range(MOST_LINES))
    last = _running(lines[first:], others, range(-1, -MOST_LINES - 1, -1))
    end = len(lines) - last
    kept = [line for line in (*lines[:first], *lines[end:]) if _is_new(line, seen)]
    return "\n".join((*kept, *lines[first:end]))


def _running(lines: Sequence[str], others: Sequence[tuple[int, list[str]]], places: range) -> int:
    """Return how many lines at an edge another page has at the same places."""
    for number, place in enumerate(places):
        if number >= len(lines) or not any(
            number < len(other) and _repeats(lines[place], other[place], step)
            for step, other in others
        ):
            return number
    return len(places)


def _repeats(line: str, other: str, step: int) -> bool:
    """Whether the line is on a page so many pages further too, but for its number."""
    parts, others = _NUMBER.split(line.strip()), _NUMBER.split(other.strip())
    if len(parts) != len(others) or parts[::2] != others[::2]:
        return False
    numbers = list(zip(map(int, parts[1::2]), map(int, others[1::2]), strict=True))
    counts = any(following - number == step for number, following in numbers)
    # Figures alone are those of a table, unless they count the pages.
    return (counts or bool(_LETTER.search(line))) and all(
        following - number in (0, step) for number, following in numbers
    )


def _is_new(line: str, seen: set[str]) -> bool:
    words = _NUMBER.sub("", line).strip()
    is_number = words != line.strip() and len(_LETTER.findall(words)) <= MOST_BESIDE_NUMBER
    is_new = not is_number and words not in seen
    seen.add(words)
    return is_new
