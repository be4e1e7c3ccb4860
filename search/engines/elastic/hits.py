"""Converts the cluster's hits to hits with highlights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.file_places import in_excerpt, is_shown, shown_in_file
from search.query.results import Hit
from search.text.document_texts import in_one_line
from search.text.highlights import MARK, Wanted, excerpt, highlight

Found = Mapping[str, Any]
# Returns the texts of the files of pages, by their ids.
Files = Callable[[Sequence[int]], Mapping[int, str]]


@dataclass(frozen=True)
class Highlighter:
    wanted: Wanted
    locale: str
    excerpts: bool = True

    def hits(self, found: Sequence[Found], files: Files) -> list[Hit]:
        hits = [self._hit(one["_source"]) for one in found]
        if not (self.wanted and self.excerpts):
            return hits
        # Files are long, so they are read only where the page itself shows nothing.
        unmarked_ones = [
            hit.page_id
            for hit, one in zip(hits, found, strict=True)
            if one["_source"].get("has_files") and not in_excerpt(hit, self.wanted, self.locale)
        ]
        texts = files(unmarked_ones) if unmarked_ones else {}
        return [
            shown_in_file(hit, texts.get(hit.page_id, ""), self.wanted, self.locale) for hit in hits
        ]

    def _hit(self, source: Mapping[str, Any]) -> Hit:
        title = highlight(source["title"], self.wanted, self.locale)
        return Hit(
            page_id=source["page_id"],
            sequence=source["sequence"],
            title_html=title,
            excerpt_html=self._excerpt(source, title) if self.excerpts else "",
        )

    def _excerpt(self, source: Mapping[str, Any], title: str) -> str:
        """Prefer the summary, unless only the text has what was found."""
        summary = excerpt(in_one_line(source["summary"]), self.wanted, self.locale)
        if not self.wanted or is_shown(title, summary, self.wanted, self.locale):
            return summary
        body = excerpt(in_one_line(source["body"]), self.wanted, self.locale)
        return body if MARK in body else summary
