"""Saves drafts of translations without changing the published page.

wagtail-localize saves the page itself before it saves a revision, so that a draft overwrites the
live page, and it publishes after the commit, when a refusal cannot be reported. Here texts are
saved to a revision only, which is published, if requested, in the same transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

_keeping = ContextVar("keeping_live_rows", default=False)


def keeps_live_row(page: Page) -> bool:
    """Whether the page's row must not be saved, because its changes belong in a revision."""
    return _keeping.get() and page.pk is not None and page.live


def install() -> None:
    library = TranslationSource.create_or_update_translation
    if hasattr(library, "__wrapped__"):
        return

    @wraps(library)
    def create_or_update_translation(
        self: TranslationSource, locale: Any, user: Any = None, publish: bool = True, **kwargs: Any
    ) -> tuple[Any, bool]:
        if not issubclass(self.specific_content_type.model_class(), Page):
            return library(self, locale, user=user, publish=publish, **kwargs)
        with transaction.atomic():
            with _live_rows_kept():
                translation, created = library(self, locale, user=user, publish=False, **kwargs)
            if publish:
                translation.latest_revision.publish(user=user)
        return translation, created

    TranslationSource.create_or_update_translation = create_or_update_translation


@contextmanager
def _live_rows_kept() -> Iterator[None]:
    token = _keeping.set(True)
    try:
        yield
    finally:
        _keeping.reset(token)
