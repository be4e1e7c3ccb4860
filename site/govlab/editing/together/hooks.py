"""The dialogues' bulk actions, their log entries, and what waits for others."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from govlab.core.translation.menu_panel import ONLY_THIS_MENU

from ..language_names import language_name
from . import menu
from .unpublishing import WITHDRAWN
from .views.bulk import DeleteTogether, MoveTogether, UnpublishTogether
from .views.waiting import Settle, WaitingPanel

_MENU_CHANGED = _("The menu was changed for the translation “%(title)s” (%(language)s) too.")

# After Wagtail's own actions of the same types, to replace them.
for action in (DeleteTogether, MoveTogether, UnpublishTogether):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("before_edit_page")
def menu_of_one_language(request: HttpRequest, page: Page) -> None:
    if request.method == "POST" and ONLY_THIS_MENU in request.POST:
        menu.leave_translations(request.user)


@hooks.register("after_edit_page")
@hooks.register("after_publish_page")
def tell_menus(request: HttpRequest, page: Page) -> None:
    """Say which menus of other languages were changed with the page's own."""
    for translation in menu.changed_with(request.user):
        values = {"title": translation.title, "language": language_name(translation.locale)}
        messages.info(request, _MENU_CHANGED % values)
    menu.forget(request.user)


@hooks.register("register_log_actions")
def withdrawal_action(actions: Any) -> None:
    actions.register_action(WITHDRAWN, _("Withdrawn"), _("Withdrawn, with a reason for readers."))


@hooks.register("construct_homepage_panels")
def waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("register_admin_urls")
def waiting_urls() -> list[URLPattern]:
    return [path("waiting/<int:pk>/", Settle.as_view(), name="govlab_waiting_settle")]
