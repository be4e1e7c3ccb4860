"""A translation without a slug gets one from its title or name, as a new page does."""

from collections.abc import Mapping

from django.utils.text import slugify

from .rich_text import from_plain, plain
from .rows import TextRow

NAMES = ("title", "name")
LENGTH = 120


def with_slug(texts: Mapping[TextRow, str]) -> dict[TextRow, str]:
    named = {row.path: text for row, text in texts.items()}
    title = next((plain(named[name]) for name in NAMES if named.get(name)), "")
    return {
        row: text or (from_plain(slugify(title)[:LENGTH].strip("-_")) if row.path == "slug" else "")
        for row, text in texts.items()
    }
