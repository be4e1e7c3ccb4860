"""System check: all views of wagtail-localize have an access rule."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver
from wagtail_localize.wagtail_hooks import register_admin_urls

from .translation.addresses import RULES


def _names(patterns: Iterable[URLPattern | URLResolver]) -> set[str]:
    names: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            names |= _names(pattern.url_patterns)
        else:
            names.add(pattern.name or str(pattern.pattern))
    return names


def check_translation_addresses(names: Iterable[str]) -> list[CheckMessage]:
    return [
        Error(
            f"The view “{name}” of wagtail-localize has no access rule.",
            hint="Add one to govlab.editing.translation.addresses.RULES; until then it is refused.",
            id="editing.E001",
        )
        for name in sorted(set(names) - set(RULES))
    ]


@register()
def run_checks(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return check_translation_addresses(_names(register_admin_urls()))
