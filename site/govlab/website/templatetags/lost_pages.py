"""Template tags for pages that stand in place of what was asked for."""

import re
from urllib.parse import unquote

from django import template
from django.conf import settings

from search.query.search_query import MAX_QUERY_LENGTH

register = template.Library()

_WORD = re.compile(r"[^\W\d_]{2,}")


@register.filter
def words_of_path(path: str) -> str:
    """Return the words of the last part of a path, to search for; empty if it has none."""
    parts = [part for part in unquote(path or "").split("/") if part]
    if not parts or parts[-1] in dict(settings.LANGUAGES):
        return ""
    words = _WORD.findall(parts[-1].rpartition(".")[0] or parts[-1])
    return " ".join(words)[:MAX_QUERY_LENGTH]
