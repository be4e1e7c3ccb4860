"""Deployment check: no placeholder is left in what readers see."""

import json
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import DatabaseError

from govlab.delivery.documents.queries import live_documents

from .contacts import SINGLETON, ContactDetails
from .placeholders import placeholders_in

_SHOWN = 3


@checks.register(checks.Tags.security, deploy=True)
def check_placeholders(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """It reads the log, since placeholders are content; without a database it says so."""
    try:
        found = list(_pages_with_placeholders())
        told = ContactDetails.objects.filter(pk=SINGLETON).exclude(problem_email="").exists()
    except DatabaseError as error:
        return [
            checks.Warning(
                f"Placeholders were not looked for: the database does not respond ({error}).",
                hint="Run the check where DATABASE_URL leads to the site's migrated database.",
                id="govlab.W004",
            )
        ]
    messages: list[checks.CheckMessage] = [
        checks.Warning(
            f"{path} shows placeholders: {', '.join(missing[:_SHOWN])}"
            f"{' and others' if len(missing) > _SHOWN else ''}.",
            hint="Enter what is missing: in Settings → Contacts, or in the page itself.",
            id="govlab.W004",
        )
        for path, missing in found
    ]
    if not told:
        messages.append(
            checks.Warning(
                "Nobody is told of the problems that readers report.",
                hint="Enter an address in Settings → Contacts → E-mail for reported problems.",
                id="govlab.W005",
            )
        )
    return messages


def _pages_with_placeholders() -> Any:
    rows = live_documents().filter(json__contains="[[").order_by("path")
    for path, text in rows.values_list("path", "json"):
        missing = list(dict.fromkeys(placeholders_in(json.loads(text))))
        if missing:
            yield path, missing
