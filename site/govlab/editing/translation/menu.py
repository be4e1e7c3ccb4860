"""What the page editor's menu offers of wagtail-localize, within the account's rights."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from .rights import may_create_alias

TO_ALIAS = "localize-convert-to-alias"


def without_refused_items(menu: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Wagtail's hook: an alias publishes what another page says, which not everybody may."""
    page = context.get("page")
    if page is None or not any(item.name == TO_ALIAS for item in menu):
        return
    if not _may_become_alias(request.user, page):
        menu[:] = [item for item in menu if item.name != TO_ALIAS]


def _may_become_alias(account: Any, page: Page) -> bool:
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale=page.locale_id
    ).first()
    original = source and source.object.get_instance_or_none(source.locale)
    return original is not None and may_create_alias(account, original, page)
