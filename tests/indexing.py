"""Wagtail's index of what is saved, as far as only the administration's own search reads it.

Keeping it takes a tenth of the time of a test that saves pages, so it is off unless asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler


def _models() -> list[type[Model]]:
    """The site's own search reads the index of its entries."""
    return [
        model
        for model in get_indexed_models()
        if getattr(model, "search_auto_update", True) and model._meta.app_label != "search"
    ]


def stop() -> None:
    for model in _models():
        post_save.disconnect(post_save_signal_handler, sender=model)


@contextmanager
def indexing() -> Iterator[None]:
    for model in _models():
        post_save.connect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        stop()
