"""The administration's addresses behind rules that Wagtail's views do not ask themselves.

An address that names a page is for those who may see the page. Others have a rule by their name
(`admin_rules`), and each of wagtail-localize's must have one (`translation_addresses`). A request
that leaves out a field of its form is a bad request, not an error.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404

from . import translation_addresses
from .admin_rules import Rule, named_page, rule_of
from .bulk_actions import bulk_action
from .external_link import ExternalLink
from .redirect_list import RedirectList
from .visibility import may_see_page

View = Callable[..., HttpResponseBase]
LOCALIZE = "wagtail_localize"
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
# In place of Wagtail's own.
VIEWS: dict[str, View] = {
    "wagtail_bulk_action": bulk_action,
    "wagtailadmin_choose_page_external_link": ExternalLink.as_view(),
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
    rule = rule_of(name)
    if rule or name in VIEWS or names_page:
        return _checked(VIEWS.get(name, view), rule, names_page=names_page)
    return view


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
                page = named_page(named.get(key))
                if page is not None and not may_see_page(request.user, page):
                    raise PermissionDenied
        if rule is not None and not rule(request, named):
            raise PermissionDenied
        return view(request, *args, **named)

    guarded: View = never_cache(display_custom_404(require_admin_access(checked)))
    return guarded


def bad_request_for_missing_fields(view: View) -> View:
    """Stands outside what opens the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except MultiValueDictKeyError:
            return HttpResponseBadRequest()

    return wrapped
