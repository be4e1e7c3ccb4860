"""Placeholders: what only the institution can know, written as `[[what is missing]]`.

They stand where a value will be, in settings and in texts. Public pages mark them as samples, and
`manage.py check --deploy` reports what is left of them (`govlab.W004`).
"""

import re
from collections.abc import Iterator

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

_PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")


def placeholders_in(value: object) -> Iterator[str]:
    """Yield what is missing, from a text or from the strings of a JSON value."""
    if isinstance(value, str):
        yield from _PLACEHOLDER.findall(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from placeholders_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from placeholders_in(part)


def marked(text: str | SafeString) -> SafeString:
    """Return HTML in which each placeholder says that it is one. Text is escaped unless safe."""
    return mark_safe(  # noqa: S308  the text is escaped, or was safe before
        _PLACEHOLDER.sub(lambda found: _mark(found[1]), conditional_escape(text))
    )


def _mark(missing: str) -> str:
    return format_html(
        '<mark class="placeholder">{} <small>({})</small></mark>',
        mark_safe(missing),  # noqa: S308  a part of HTML
        _("sample"),
    )
