"""Creates the index rows of a page from its texts.

A change of what is stored needs a migration that deletes the entries and sets the cursor of
`search-database` to 0: the worker stores them again from the log.
"""

from collections.abc import Iterator
from datetime import datetime

from search.models import SearchEntry
from search.text.adjacency import groups
from search.text.compounds import compounds, joined
from search.text.dictionaries.folding import fold
from search.text.document_texts import Texts
from search.text.offsets import file_offsets_of, offsets_of
from search.text.places import TEXTS, places_of, written
from search.text.tokens import WORD, index_text, token
from search.text.words import words

# Of the tokens of files, in characters: those that keep their order, and all.
IN_ORDER = 300_000
MOST_STORED = 600_000
# The kind of a token of `prefixes`: a word without its diacritics.
PLAIN = "p"


def entry_row(
    page: int, locale: str, texts: Texts, *, sequence: int, date: datetime, kind: str
) -> SearchEntry:
    stored = {name: index_text(getattr(texts, name), locale) for name in TEXTS if name != "files"}
    stored["files"] = _bounded(index_text(texts.files, locale))
    text = "\n".join((" ".join(texts.title.split()), texts.readable))
    files = texts.readable_files
    return SearchEntry(
        page_id=page,
        locale=locale,
        sequence=sequence,
        date=date,
        type=kind,
        **stored,
        places=written(places_of(stored)),
        length=len(words(texts.body, locale)),
        prefixes=" ".join(dict.fromkeys(_prefixes(texts, locale))),
        text=text,
        offsets=offsets_of(text, locale),
        file_texts=files,
        file_offsets=file_offsets_of(files, locale),
    )


def _bounded(stored: str) -> str:
    """Return the tokens in order and, beyond a length, only words that are new, so that long files
    are found by all their words: PostgreSQL indexes a megabyte of each page."""
    kept: list[str] = []
    seen: set[str] = set()
    length = 0
    for word in groups(stored):
        if length > IN_ORDER and word[-1] in seen:
            continue
        seen.add(word[-1])
        kept += word
        length += sum(map(len, word)) + len(word)
        if length > MOST_STORED:
            break
    return " ".join(kept)


def _prefixes(texts: Texts, locale: str) -> Iterator[str]:
    """Yield each word with and without diacritics, and compounds in one word too."""
    text = "\n".join((texts.title, texts.terms, texts.headings))
    for word in [*words(text, locale), *map(joined, compounds(text, locale))]:
        yield token(PLAIN, fold(word))
        yield token(WORD, word)
