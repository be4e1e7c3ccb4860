from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from govlab.core.translation.confirmation import machine_texts
from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import TranslationStatus

from .access.admin_api import register_endpoints
from .bin import hooks as bin_hooks  # noqa: F401  registers them
from .bulk_publish import PublishWhatMayBe
from .content_checks import hooks as content_checks
from .dashboard import hooks as dashboard_hooks  # noqa: F401  registers its hooks
from .inbox import hooks as inbox_hooks  # noqa: F401  registers its hooks
from .keeping import hooks as keeping
from .notifications import hooks as notification_hooks  # noqa: F401  registers its hooks
from .pasting import hooks as pasting
from .together import hooks as together_hooks  # noqa: F401  registers them
from .translation import kept_by_hand, what_changed
from .translation.action_menu import offer_alias
from .translation.editor.rich_text import register_feature
from .translation.locked import refuse_locked
from .userbar import hooks as userbar
from .visibility import visible_pages

# The hooks of topics, each in its own package.
from .calendar import admin_hooks as calendar_hooks  # noqa: F401  isort: skip
from .links import admin_hooks as link_hooks  # noqa: F401  isort: skip
from .problems import admin_hooks as problem_hooks  # noqa: F401  isort: skip
from .releases import admin_hooks as release_hooks  # noqa: F401  isort: skip
from .reviews import admin_hooks as review_hooks  # noqa: F401  isort: skip
from .usefulness import admin_hooks as usefulness_hooks  # noqa: F401  isort: skip

# Before wagtail-localize's own hook, which starts the synchronisation again.
hooks.register("before_edit_page", refuse_locked, order=-200)

hooks.register("register_rich_text_features", register_feature)

hooks.register("construct_page_action_menu", offer_alias)

# After Wagtail's own action of the same type, to replace it.
hooks.register("register_bulk_action", PublishWhatMayBe, order=100)


# After Wagtail's own endpoints of the same names, to replace them.
hooks.register("construct_admin_api", register_endpoints, order=100)

hooks.register("insert_global_admin_js", keeping.script)
hooks.register("register_admin_urls", keeping.urls)
hooks.register("register_admin_urls", content_checks.urls)
hooks.register("register_admin_viewset", content_checks.word_list)
hooks.register("register_admin_urls", userbar.urls)
hooks.register("insert_editor_js", pasting.script)
hooks.register("register_admin_urls", pasting.urls)


@hooks.register("construct_page_chooser_queryset")
def choosable_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return pages.filter(pk__in=visible_pages(request.user).values("pk"))


@hooks.register("insert_global_admin_js")
def typed_dates() -> SafeString:
    """Load the script after the date picker and before the scripts that use it."""
    return format_html('<script src="{}"></script>', static("editing/dates.js"))


@hooks.register("register_admin_urls")
def translation_urls() -> list[URLPattern]:
    return [
        path(
            "translations/<int:page_id>/review/",
            what_changed.Confirm.as_view(),
            name="govlab_review_translation",
        ),
        path(
            "translations/<int:page_id>/changes/",
            what_changed.WhatChanged.as_view(),
            name="govlab_translation_changes",
        ),
        path(
            "translations/<int:page_id>/machine-texts/",
            what_changed.ConfirmMachineTexts.as_view(),
            name="govlab_confirm_machine_texts",
        ),
        path(
            "translations/<int:page_id>/same-texts/",
            kept_by_hand.SameTexts.as_view(),
            name="govlab_same_texts",
        ),
    ]


@hooks.register("register_log_actions")
def translation_actions(actions: Any) -> None:
    for action, (label, message) in (kept_by_hand.ACTIONS | what_changed.ACTIONS).items():
        actions.register_action(action, label, message)


@hooks.register("register_page_header_buttons")
def changes_button(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Show the button on outdated translations, and on those with texts to check. What was never
    published is not outdated, but unfinished; its editor says if the original changed meanwhile."""
    if not page.permissions_for_user(user).can_edit():
        return
    status = translation_state(page).status
    outdated = status == TranslationStatus.OUTDATED and page.last_published_at is not None
    label = _("What changed") if outdated else ""
    if not label and status == TranslationStatus.CURRENT and machine_texts(page).exists():
        label = _("Check the machine translation")
    if label:
        address = reverse("govlab_translation_changes", args=[page.pk])
        yield Button(label, address, icon_name="history", priority=61)
