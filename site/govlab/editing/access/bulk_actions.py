"""Bulk actions that do not reveal objects that the account may not see."""

from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page
from wagtail.permissions import policy_registry

from govlab.core.bin import is_in_bin

from ..translation.rights import is_locked
from ..visibility import MODEL_ACTIONS, may_see
from .rules import is_key, named_page

ANY_ACTIONS = (*MODEL_ACTIONS, "publish", "choose")


class Discreet:
    request: HttpRequest
    model: type[Model]
    action_type: str

    def check_perm(self, item: Any) -> bool:
        """Refuse pages in the bin, and to publish aliases, on which Wagtail fails, and locked
        pages."""
        if isinstance(item, Page) and is_in_bin(item):
            return False
        publishes = self.action_type == "publish" and isinstance(item, Page)
        if publishes and (item.alias_of_id or is_locked(self.request.user, item)):
            return False
        return bool(super().check_perm(item))  # type: ignore[misc]

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, Any]]:
        allowed, refused = super().get_actionable_objects()  # type: ignore[misc]
        refused["items_with_no_access"] = [
            item for item in refused["items_with_no_access"] if may_see(self.request.user, item)
        ]
        if not allowed and not (any(refused.values()) and self._has_rights()):
            raise PermissionDenied
        return _without_descendants(allowed) if self.action_type == "delete" else allowed, refused

    def _has_rights(self) -> bool:
        """Whether the account has the permission on any objects at all."""
        policy = policy_registry.get_by_type(self.model)
        return bool(policy.user_has_any_permission(self.request.user, ANY_ACTIONS))


def _without_descendants(items: list[Any]) -> list[Any]:
    """Remove descendants of other items: the action includes them, and Wagtail would fail."""
    paths = [item.path for item in items if isinstance(item, Page)]
    return [
        item
        for item in items
        if not isinstance(item, Page)
        or not any(item.path != path and item.path.startswith(path) for path in paths)
    ]


def _is_seen(request: HttpRequest, key: str) -> bool:
    page = named_page(int(key)) if is_key(key) else None
    return page is not None and may_see(request.user, page)


@cache
def _discreet(action: type[BulkAction]) -> type[BulkAction]:
    return type(action.__name__, (Discreet, action), {})


def bulk_action(
    request: HttpRequest, app_label: str, model_name: str, action: str
) -> HttpResponseBase:
    """Replaces Wagtail's view. Responds with 404 for invalid keys, on which it fails."""
    keys = [key for key in request.GET.getlist("id") if key != "all"]
    parent = request.GET.get("childOf")
    if not all(map(is_key, keys)) or not (parent is None or _is_seen(request, parent)):
        raise Http404
    action_class = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if action_class is None:
        raise Http404
    model = apps.get_model(app_label, model_name)
    response: HttpResponseBase = _discreet(action_class)(request, model).dispatch(request)
    return response
