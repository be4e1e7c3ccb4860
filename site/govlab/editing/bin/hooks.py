"""The bin in the administration: its menu item, URLs, log entries and permission."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .deletion import PUT_IN_BIN
from .items import EMPTY_BIN, uses_bin
from .restoration import RESTORED
from .views import Bin, DeleteForGood, Restore


class BinMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return uses_bin(request.user)


@hooks.register("register_admin_menu_item")
def bin_menu_item() -> MenuItem:
    return BinMenuItem(_("Bin"), reverse("govlab_bin"), name="bin", icon_name="bin", order=9500)


@hooks.register("register_admin_urls")
def bin_urls() -> list[URLPattern]:
    return [
        path("bin/", Bin.as_view(), name="govlab_bin"),
        path("bin/<int:pk>/restore/", Restore.as_view(), name="govlab_bin_restore"),
        path("bin/<int:pk>/delete/", DeleteForGood.as_view(), name="govlab_bin_delete"),
    ]


@hooks.register("register_log_actions")
def bin_actions(actions: Any) -> None:
    actions.register_action(PUT_IN_BIN, _("Put into the bin"), _("Deleted: it is in the bin."))
    actions.register_action(RESTORED, _("Restored"), _("Restored from the bin."))


@hooks.register("register_permissions")
def bin_permission() -> QuerySet[Permission]:
    """Makes the permission available in the settings of groups."""
    label, codename = EMPTY_BIN.split(".")
    permissions: QuerySet[Permission] = Permission.objects.filter(
        content_type__app_label=label, codename=codename
    )
    return permissions
