"""Converts the cluster's hits to hits with highlights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from search.engines.file_places import in_excerpt, shown_in_file, unmarked
from search.query.results import Hit
from search.text.document_texts import in_one_line
from search.text.highlights import MARK, Wanted, excerpt, has_phrases, highlight

BETWEEN_FRAGMENTS = " … "
Found = Mapping[str, Any]
# Returns the whole bodies and files of pages, by their ids.
Bodies = Callable[[Sequence[int]], Mapping[int, tuple[str, str]]]


@dataclass(frozen=True)
class Highlighter:
    wanted: Wanted
    locale: str

    def hits(self, found: Sequence[Found], bodies: Bodies) -> list[Hit]:
        hits = [self._hit(one) for one in found]
        # The cluster's analysis does not see where “wifi” found “Wi-Fi”, nor what is side by side.
        plain = [
            hit.page_id
            for hit, one in zip(hits, found, strict=True)
            if self.wanted and self._lacks(hit, has_files=one["_source"].get("has_files", False))
        ]
        texts = bodies(plain) if plain else {}
        return [self._highlighted_in(hit, *texts.get(hit.page_id, ("", ""))) for hit in hits]

    def _hit(self, found: Found) -> Hit:
        source, fragments = found["_source"], found.get("highlight", {}).get("body", [])
        # Prefer the summary, unless only the text has matches.
        summary = excerpt(in_one_line(source["summary"]), self.wanted, self.locale)
        body = BETWEEN_FRAGMENTS.join(
            highlight(in_one_line(part), self.wanted, self.locale) for part in fragments
        )
        return Hit(
            page_id=source["page_id"],
            sequence=source["sequence"],
            title_html=highlight(source["title"], self.wanted, self.locale),
            excerpt_html=body if MARK in body and MARK not in summary else summary,
        )

    def _lacks(self, hit: Hit, *, has_files: bool) -> bool:
        if has_files and not in_excerpt(hit, self.wanted, self.locale):
            return True
        return not self._is_highlighted(hit)

    def _highlighted_in(self, hit: Hit, body: str, files: str) -> Hit:
        text = excerpt(in_one_line(body), self.wanted, self.locale)
        found = replace(hit, excerpt_html=text) if MARK in text else hit
        return shown_in_file(found, files, self.wanted, self.locale)

    def _is_highlighted(self, hit: Hit) -> bool:
        shown = f"{hit.title_html}\n{hit.excerpt_html}"
        return MARK in shown and has_phrases(unmarked(shown), self.wanted, self.locale)
