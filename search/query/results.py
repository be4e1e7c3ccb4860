"""What any engine finds for a search query."""

from dataclasses import dataclass

# Facet name → values with their counts, most frequent first. A facet's own choice does not shrink
# its counts.
FacetCounts = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Hit:
    page_id: int
    # Of the log's entry that was indexed: where the log has gone on, the texts below are old.
    sequence: int
    # Safe HTML: escaped, with what was found in <mark>.
    title_html: str
    excerpt_html: str


@dataclass(frozen=True)
class Correction:
    """A query as it would be spelt with words that the pages know."""

    text: str
    # Safe HTML, with what was changed in <mark>.
    html: str


@dataclass(frozen=True)
class SearchResults:
    hits: tuple[Hit, ...]
    total: int
    facets: FacetCounts
    # Whether no page has enough of the words, and these have some of them.
    partial: bool = False
