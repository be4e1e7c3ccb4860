"""What readers may write besides words: quotes around words side by side, and `-` before a word to
leave out. Everything else is plain text, so that no query can be wrong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.text.words import words

# An opening quotation mark, and those that may close it: „…“ “…” ”…” «…» »…« "…".
_PAIRS = {'"': '"”“', "„": '“”"', "“": '”“"', "”": '”"', "«": "»", "»": "«"}
_QUOTED = "|".join(
    f"{opening}[^{opening}{closing}]*[{closing}]" for opening, closing in _PAIRS.items()
)
# Both stand where a word may begin, so hyphens and inches within words are plain text. A minus in
# front of a digit is a number's or a range's (“2019 -2020”, “COVID -19”).
_PART = re.compile(
    rf"(?<![^\s(\[])(?:(?P<minus>-)?(?P<quoted>{_QUOTED})(?!\w)|-(?P<word>[^\W\d_]\S*))"
)


@dataclass(frozen=True)
class Syntax:
    """The parts of a query. `text` and `free` have spaces for what they lack, so that positions in
    them are positions in the query."""

    # What is asked for: everything but what is left out.
    text: str
    # The same without what is in quotes.
    free: str
    quoted: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        return not (self.quoted or self.excluded)


def parse(query: str, locale: str) -> Syntax:
    """Parse a normalised query. One that only leaves out is plain text, for it asks for nothing."""
    parts = [
        match for match in _PART.finditer(query) if words(match["quoted"] or match["word"], locale)
    ]
    excluded = [part for part in parts if part["word"] or part["minus"]]
    quoted = [part for part in parts if part not in excluded]
    text = _blanked(query, excluded)
    if not words(text, locale):
        return Syntax(query, query)
    return Syntax(
        text, _blanked(text, quoted), tuple(_contents(quoted)), tuple(_contents(excluded))
    )


def _blanked(text: str, parts: Iterable[re.Match[str]]) -> str:
    for part in parts:
        text = text[: part.start()] + " " * (part.end() - part.start()) + text[part.end() :]
    return text


def _contents(parts: Iterable[re.Match[str]]) -> Iterator[str]:
    return (part["word"] or part["quoted"][1:-1] for part in parts)
