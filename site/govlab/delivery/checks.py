"""System checks: page types have documents, Wagtail's command that publishes what is scheduled is
ours, and the project's settings and addresses let the API respond."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004
from django.core.management import get_commands
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page, get_page_models

from .documents.registry import document_type

MIDDLEWARE = "govlab.delivery.api.middleware.ApiMiddleware"
SESSIONS = "django.contrib.sessions.middleware.SessionMiddleware"
# Of everything that documents link to, with arguments for it.
ADDRESSES: dict[str, list[Any]] = {
    "api-v1:api-root": [],
    "delivery_image": [1, "0", 320, "jpg"],
    "wagtaildocs_serve": [1, "file.pdf"],
    "wagtail_serve": [""],
}


def check_documents(models: Sequence[type[Any]]) -> Iterator[CheckMessage]:
    for model in models:
        if document_type(model) is None:
            yield Warning(
                f"{model.__name__} has no document schema, so the API does not know its pages.",
                hint="Extend PageDocument and register it in the app's AppConfig.ready(). Where "
                "that is meant, add delivery.W001 to SILENCED_SYSTEM_CHECKS.",
                obj=model,
                id="delivery.W001",
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


def check_middleware(middleware: Sequence[str]) -> Iterator[CheckMessage]:
    before = middleware[: middleware.index(MIDDLEWARE)] if MIDDLEWARE in middleware else None
    if before is None or SESSIONS in before:
        yield Error(
            "Sessions stand above the API, or it has no middleware: responses would vary by cookie "
            "and errors would be pages.",
            hint=f"Put {MIDDLEWARE} into MIDDLEWARE, above {SESSIONS}.",
            id="delivery.E003",
        )


def check_urls() -> Iterator[CheckMessage]:
    for name, arguments in ADDRESSES.items():
        try:
            reverse(name, args=arguments)
        except NoReverseMatch:
            yield Error(
                f"The project has no address called {name}, which documents hold.",
                hint='Add path("", include("govlab.delivery.urls")) to the project\'s addresses, '
                "and Wagtail's own.",
                id="delivery.E004",
            )


@register()
def check_delivery(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    routable = [model for model in get_page_models() if model is not Page]
    return [
        *check_documents(routable),
        *check_scheduling(),
        *check_middleware(settings.MIDDLEWARE),
        *check_urls(),
    ]
