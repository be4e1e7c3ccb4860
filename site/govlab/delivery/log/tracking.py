"""Changes of a project's own models that documents read, such as an author that is no page.

An app calls `track` in `AppConfig.ready()`, and schemas call `resolver.note`. Without both, a
change of the object goes unseen until the worker compares the log with the pages.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from ..documents.resolver import object_reference
from . import marks


def track(*models: type[Model]) -> None:
    """Rebuild documents that noted an instance whenever it is saved or deleted.

    `QuerySet.update()` sends no signal and goes unseen, as it does for pages.
    """
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(
                _changed, sender=model, dispatch_uid=f"delivery_tracks_{model._meta.label_lower}"
            )


def _changed(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        name = instance._meta.verbose_name
        marks.mark_reference(object_reference(instance), f"{name} saved or deleted")
