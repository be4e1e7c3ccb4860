from typing import Any

from wagtail_localize.models import Translation


def synced_translation(instance: Any) -> Translation | None:
    """Return the synchronised translation of a page or term, if any."""
    return (
        Translation.objects.filter(
            source__object_id=getattr(instance, "translation_key", None),
            target_locale_id=getattr(instance, "locale_id", None),
            enabled=True,
        )
        .select_related("source", "target_locale")
        .first()
    )
