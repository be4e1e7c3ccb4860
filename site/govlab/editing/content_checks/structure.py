"""Finds missing summaries, headings out of order, and pictures without a fitting description."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .draft import Draft
from .findings import Finding, Severity

_FILE_NAME = re.compile(r"\S+\.(avif|gif|jpe?g|png|svg|webp)|(img|dsc|image|attels)[-_ ]?\d+", re.I)
_SAYS_PICTURE = re.compile(r"(attēls|attēlā|bilde|bildē|foto|image of|picture of|photo of)\b", re.I)


def summaries(draft: Draft) -> Iterator[Finding]:
    if draft.summary is not None and not draft.summary.strip():
        yield Finding(
            "summary",
            _("Summary"),
            _("The summary is empty: lists and search results have nothing to show."),
            anchor="summary",
        )
        if not draft.description.strip():
            yield Finding(
                "description",
                _("Search description"),
                _("Search engines get no description of the page."),
                anchor="search_description",
            )


def heading_order(draft: Draft) -> Iterator[Finding]:
    """Levels are 2 and 3, so only a subsection in front of the first section can be wrong."""
    if draft.headings and draft.headings[0].level > 2:
        first = draft.headings[0]
        yield Finding(
            "heading-order",
            first.place,
            _("The first heading is of a subsection, but there is no section above it."),
            anchor=first.anchor,
        )


def picture_texts(draft: Draft) -> Iterator[Finding]:
    for picture in draft.pictures:
        alt = picture.alt.strip()
        if not alt and not picture.decorative:
            message, severity = _("Describe the picture, or mark it as decorative."), None
        elif alt and _FILE_NAME.fullmatch(alt):
            message, severity = _("The description of the picture is a file name."), None
        elif _SAYS_PICTURE.match(alt):
            message = _("Screen readers say that it is a picture; describe what it shows.")
            severity = Severity.HINT
        else:
            continue
        yield Finding(
            "picture", picture.place, message, severity or Severity.WARNING, picture.anchor
        )
