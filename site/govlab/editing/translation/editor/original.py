"""Whether the original changed since its texts were taken over."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail_localize.models import Translation

from govlab.core.translation.states import texts_differ

from ..rights import may_sync


def change_of_original(request: HttpRequest, translation: Translation) -> dict[str, Any]:
    """For the template: when it changed, and where its changes are taken over."""
    source = translation.source
    changed = getattr(source.get_source_instance(), "last_published_at", None)
    if changed is None or changed <= source.last_updated_at or not texts_differ(source):
        return {}
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    return {
        "source_changed_at": changed,
        "update_url": f"{update}?next={request.path}" if may_sync(request.user, source) else "",
    }
