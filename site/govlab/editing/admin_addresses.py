"""The administration's addresses behind rules that Wagtail's views do not ask themselves.

An address that names a page is for those who may see the page. The others that need a rule stand in
`RULES`, by name. A request that leaves out a field of its form is a bad request, not an error.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponseBadRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Task, Workflow
from wagtail.permissions import policy_registry

from govlab.delivery.changes import SAFE

from . import translation_addresses
from .bulk_actions import bulk_action
from .redirect_list import RedirectList
from .visibility import may_see_page, visible_pages

View = Callable[..., HttpResponseBase]
Rule = Callable[[HttpRequest, dict[str, Any]], bool]
LOCALIZE = "wagtail_localize"
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")


def _move(request: HttpRequest, named: dict[str, Any]) -> bool:
    page = _page(named["page_to_move_id"])
    return page is None or bool(page.permissions_for_user(request.user).can_move())


def _edit_or_publish(request: HttpRequest, named: dict[str, Any]) -> bool:
    page = _page(named["page_id"])
    if page is None:
        return True
    rights = page.permissions_for_user(request.user)
    return bool(rights.can_edit() or rights.can_publish())


def _add_pages(request: HttpRequest, named: dict[str, Any]) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, "add"))


def _chosen_pages(request: HttpRequest, named: dict[str, Any]) -> bool:
    """The root is no page that could be chosen; Wagtail fails on it."""
    wanted = {int(key) for key in request.GET.getlist("id") if key.isascii() and key.isdigit()}
    seen = visible_pages(request.user).filter(pk__in=wanted, depth__gt=1)
    return wanted == set(seen.values_list("pk", flat=True)) and len(wanted) == len(
        set(request.GET.getlist("id"))
    )


def _tasks(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Tasks are chosen for workflows."""
    return any(
        policy_registry.get_by_type(model).user_has_any_permission(
            request.user, ("add", "change", "delete")
        )
        for model in (Task, Workflow)
    )


def _locale(request: HttpRequest, named: dict[str, Any]) -> bool:
    """To keep a language in sync with another is to publish all of the other's pages in it."""
    if not any(key.endswith("-enabled") for key in request.POST):
        return True
    root = Page.get_first_root_node()
    return bool(root.permissions_for_user(request.user).can_publish_subpage())


def _shown_only(request: HttpRequest, named: dict[str, Any]) -> bool:
    """The form that starts a copy is sent to the address for adding. Sent here, Wagtail would save
    it over the original, which nobody asked the right to change for."""
    return request.method in SAFE


def _signed_import(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Wagtail fails on a form that is not its own instead of refusing it."""
    policy = policy_registry.get_by_type(Redirect)
    if not policy.user_has_any_permission(request.user, ("add", "change", "delete")):
        return False
    if request.method not in SAFE:
        try:
            for field in ("import_file_name", "input_format"):
                Signer().unsign(request.POST[field])
        except BadSignature as error:
            raise SuspiciousOperation from error
    return True


def _typed_address(request: HttpRequest, named: dict[str, Any]) -> bool:
    return request.method in SAFE or request.POST["external-link-chooser-url"] is not None


def _nowhere(request: HttpRequest, named: dict[str, Any]) -> bool:
    raise Http404


RULES: dict[str, Rule] = {
    "wagtailadmin_pages:move_confirm": _move,
    **dict.fromkeys(
        (
            f"wagtailadmin_pages:{view}"
            for view in (
                "collect_workflow_action_data",
                "confirm_workflow_cancellation",
                "revisions_index",
                "workflow_action",
                "workflow_preview",
            )
        ),
        _edit_or_publish,
    ),
    "wagtailadmin_pages:choose_parent": _add_pages,
    "wagtailadmin_choose_page_chosen_multiple": _chosen_pages,
    "wagtailadmin_workflows:task_chooser": _tasks,
    "wagtailadmin_workflows:task_chooser_results": _tasks,
    "wagtailadmin_workflows:task_chooser_create": _tasks,
    "wagtailadmin_workflows:task_chosen": _tasks,
    "wagtailadmin_choose_page_external_link": _typed_address,
    "wagtailredirects:process_import": _signed_import,
    "wagtaillocales:add": _locale,
    "wagtaillocales:edit": _locale,
    # It raises on purpose, to try out how errors are reported.
    "wagtailadmin_error_test": _nowhere,
}
# By the beginning and the end of a name.
KINDS: list[tuple[str, str, Rule]] = [
    # Wagtail offers to make a term while one is chosen, and has no form for it.
    ("wagtailsnippetchoosers_", ":create", _nowhere),
    ("wagtailadmin_", ":copy", lambda request, named: True),
    ("", ":copy", _shown_only),
]
VIEWS: dict[str, View] = {
    "wagtail_bulk_action": bulk_action,
    "wagtailredirects:index": RedirectList.as_view(),
    "wagtailredirects:index_results": RedirectList.as_view(results_only=True),
}


def guard(
    patterns: Sequence[URLPattern | URLResolver], spaces: tuple[str, ...] = ()
) -> Sequence[URLPattern | URLResolver]:
    """Puts the rules before the views, in place, as Wagtail puts its own on them."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            guard(pattern.url_patterns, inner)
        else:
            pattern.callback = _guarded(":".join((*spaces, pattern.name or "")), pattern)
    return patterns


def _guarded(name: str, pattern: URLPattern) -> View:
    space, _, rest = name.rpartition(":")
    view: View = pattern.callback
    names_page = any(key in pattern.pattern.converters for key in PAGE_KEYS)
    if space == LOCALIZE:
        view = translation_addresses.VIEWS.get(rest, view)
        return _checked(view, _translation_rule(rest), names_page=False)
    rule = RULES.get(name) or _rule_of_kind(name)
    if rule or name in VIEWS or names_page:
        return _checked(VIEWS.get(name, view), rule, names_page=names_page)
    return view


def _rule_of_kind(name: str) -> Rule | None:
    for start, end, rule in KINDS:
        if name.startswith(start) and name.endswith(end):
            return rule
    return None


def _translation_rule(name: str) -> Rule:
    rule = translation_addresses.RULES.get(name)

    def allowed(request: HttpRequest, named: dict[str, Any]) -> bool:
        return rule is not None and rule(request.user, **named)

    return allowed


def _checked(view: View, rule: Rule | None, *, names_page: bool) -> View:
    """Inside Wagtail's own check that the account may enter, which tells of a refusal."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        if names_page:
            for key in PAGE_KEYS:
                page = _page(named.get(key))
                if page is not None and not may_see_page(request.user, page):
                    raise PermissionDenied
        if rule is not None and not rule(request, named):
            raise PermissionDenied
        return view(request, *args, **named)

    guarded: View = never_cache(display_custom_404(require_admin_access(checked)))
    return guarded


def _page(key: int | None) -> Page | None:
    return Page.objects.filter(pk=key).first() if key is not None else None


def bad_request_for_missing_fields(view: View) -> View:
    """Stands outside what opens the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except MultiValueDictKeyError:
            return HttpResponseBadRequest()

    return wrapped
