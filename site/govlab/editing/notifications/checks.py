"""System check: approvals are reported by this package, and not by Wagtail beside it."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .record import WORKFLOW_RECEIVERS


@register()
def check_receivers(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    foreign = [
        uid
        for signal, receiver, sender, uid in WORKFLOW_RECEIVERS
        if receiver not in signal._live_receivers(sender)[0]
    ]
    if not foreign:
        return []
    return [
        Error(
            f"Wagtail sends the mails of approvals itself: {', '.join(foreign)}.",
            hint="List govlab.editing before wagtail.admin in INSTALLED_APPS.",
            id="editing.E010",
        )
    ]
