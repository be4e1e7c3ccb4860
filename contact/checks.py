"""System check: a problem is stored for a while, or nobody could answer it."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks


@checks.register()
def check_retention(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    if settings.GOVLAB_PROBLEM_RETENTION_DAYS >= 1:
        return []
    return [
        checks.Error(
            "PROBLEM_RETENTION_DAYS is 0: problems would be deleted before anybody reads them.",
            hint="Set it to the number of days that the institution needs to answer.",
            id="contact.E001",
        )
    ]
