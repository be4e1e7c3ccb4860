"""System checks: every routable page type has a document, and Wagtail's command that publishes what
is scheduled is ours."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.core.management import get_commands
from wagtail.models import Page, get_page_models

from .documents.registry import document_type


def check_documents(models: Sequence[type[Any]]) -> Iterator[CheckMessage]:
    for model in models:
        if document_type(model) is None:
            yield Error(
                f"{model.__name__} has no document schema, so the API would not know its pages.",
                hint="Extend PageDocument and register it in the app's AppConfig.ready().",
                obj=model,
                id="delivery.E001",
            )


def check_scheduling() -> Iterator[CheckMessage]:
    for command in ("publish_scheduled", "publish_scheduled_pages"):
        if get_commands()[command] != "govlab.delivery":
            yield Error(
                f"manage.py {command} is not the delivery app's, so a crontab that calls it would "
                "stop at the first page that cannot be published.",
                hint="Put govlab.delivery before wagtail in INSTALLED_APPS.",
                id="delivery.E002",
            )


@register()
def check_delivery(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    routable = [model for model in get_page_models() if model is not Page]
    return [*check_documents(routable), *check_scheduling()]
