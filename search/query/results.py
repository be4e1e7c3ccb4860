"""The results of a search query, as returned by every engine."""

from dataclasses import dataclass

# Facet name → values with their counts, most frequent first. A facet's own choice does not shrink
# its counts.
FacetCounts = dict[str, list[tuple[str, int]]]
# If fewer pages have enough of the words, another spelling and other languages are offered.
FEW_RESULTS = 3
# If fewer pages have enough of the words, pages that lack some are found too: as many as readers
# see first. Of those who ask in their own words, few use all the words of the page that they need.
RELAXED_BELOW = 10


@dataclass(frozen=True)
class Correction:
    """A corrected query, with words that occur in pages."""

    text: str
    # Safe HTML, with changes in <mark>.
    html: str


@dataclass(frozen=True)
class SearchResults:
    # Ids, the best first.
    pages: tuple[int, ...]
    total: int
    facets: FacetCounts
    # Whether the results have only some of the words, because no page has enough of them.
    partial: bool = False
    # How many of them lack words, whether or not others have enough.
    lacking: int = 0

    @property
    def complete(self) -> int:
        """The number of pages that have enough of the words."""
        return self.total - self.lacking
