"""Template tags for lists of files."""

from collections.abc import Iterable
from typing import Any

from django import template

from govlab.core.uploads import listing

register = template.Library()


@register.simple_tag(takes_context=True)
def listed_files(context: template.Context, rows: Iterable[Any] | None) -> list[listing.ListedFile]:
    """Return the files that the reader may open, with title, URL, extension and size."""
    return listing.listed_files(rows or [], context.get("request"))
