"""What any engine answers, and what readers and portals get of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    page_id: int
    # Of the log's entry that was searched: where the log is further, the texts below are old.
    sequence: int
    # Safe HTML: escaped, with what was found in <mark>.
    title_html: str
    excerpt_html: str


@dataclass(frozen=True)
class Correction:
    """A question as it would be spelt with words that the pages know."""

    text: str
    # Safe HTML, with what was changed in <mark>.
    html: str


@dataclass(frozen=True)
class Answer:
    hits: tuple[Hit, ...]
    total: int
    # Facet name → values with their counts, most frequent first; a facet's own choice does not
    # shrink its counts.
    facets: dict[str, list[tuple[str, int]]]
    # Whether no page has enough of the words, and these have some of them.
    partial: bool = False
