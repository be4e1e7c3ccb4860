"""The actions of wagtail-localize in the page editor."""

from typing import Any

from django.http import HttpRequest
from wagtail_localize.models import TranslationSource

from .rights import may_create_alias

ALIAS = "localize-convert-to-alias"


def offer_alias(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Wagtail's hook: only those who may make an alias are offered it, and it is never first."""
    offered = [item for item in items if item.name == ALIAS]
    items[:] = [item for item in items if item.name != ALIAS]
    page = context.get("page")
    if not offered or page is None or context.get("locked_for_user"):
        return
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale=page.locale_id
    ).first()
    original = source and source.object.get_instance_or_none(source.locale)
    if original is not None and may_create_alias(request.user, original, page):
        items += offered
