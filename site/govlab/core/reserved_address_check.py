"""Deployment check: no page is at an address that the URLconf serves before pages."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import DatabaseError

from .publication.reserved_addresses import shadowed_paths


@checks.register(checks.Tags.security, deploy=True)
def check_addresses(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Of pages that were there before the address was taken. Without a database nothing is served,
    and `govlab.W004` says so."""
    try:
        paths = shadowed_paths()
    except DatabaseError:
        return []
    return [
        checks.Warning(
            f"The page at {path} is not shown: the site itself serves this address.",
            hint="Change the slug of the page, and publish it again.",
            id="govlab.W006",
        )
        for path in paths
    ]
