"""Access rules for admin views that do not check permissions themselves.

A view with a page id requires permission to see the page. Others have a rule by their name
(`rules`), and each view of wagtail-localize must have one (`translation.addresses`). Missing
form fields are bad requests, not server errors.
"""

from collections.abc import Callable, Sequence
from functools import update_wrapper, wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBadRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404

from govlab.core.vocabularies import VOCABULARIES

from ..moderation.workflow_views import CollectWorkflowActionData, WorkflowAction
from ..page_history import PageHistory
from ..page_types import PageTypes
from ..together.views.delete import Delete
from ..together.views.move import Move, SetPosition
from ..together.views.privacy import SetPrivacy
from ..together.views.unpublish import Unpublish
from ..translation import addresses as translation_addresses
from ..translation.editor.preview import PreviewPage
from ..translation.editor.views import edit_page, edit_term, revert_page
from ..visibility import may_see_page
from .bulk_actions import bulk_action
from .external_link import ExternalLink
from .rules import Rule, named_page, rule_of

View = Callable[..., HttpResponseBase]
LOCALIZE = "wagtail_localize"
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
# Views that replace Wagtail's.
VIEWS: dict[str, View] = {
    "wagtail_bulk_action": bulk_action,
    "wagtailadmin_choose_page_external_link": ExternalLink.as_view(),
    "wagtailadmin_pages:delete": Delete.as_view(),
    "wagtailadmin_pages:history": PageHistory.as_view(),
    "wagtailadmin_pages:history_results": PageHistory.as_view(results_only=True),
    "wagtailadmin_pages:move_confirm": Move.as_view(),
    "wagtailadmin_pages:set_page_position": SetPosition.as_view(),
    "wagtailadmin_pages:set_privacy": SetPrivacy.as_view(),
    "wagtailadmin_pages:unpublish": Unpublish.as_view(),
    "wagtailadmin_pages:collect_workflow_action_data": CollectWorkflowActionData.as_view(),
    "wagtailadmin_pages:edit": edit_page,
    "wagtailadmin_pages:preview_on_edit": PreviewPage.as_view(),
    "wagtailadmin_pages:revisions_revert": revert_page,
    "wagtailadmin_pages:workflow_action": WorkflowAction.as_view(),
    "wagtailadmin_reports:page_types_usage": PageTypes.as_view(),
    "wagtailadmin_reports:page_types_usage_results": PageTypes.as_view(results_only=True),
    **{
        f"wagtailsnippets_core_{model._meta.model_name}:edit": edit_term(model)
        for model in VOCABULARIES
    },
}


def guard(
    patterns: Sequence[URLPattern | URLResolver], spaces: tuple[str, ...] = ()
) -> Sequence[URLPattern | URLResolver]:
    """Decorate the views of the URL patterns in place, as Wagtail does with its own check."""
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
    """Decorate a view inside Wagtail's own access check, which reports a refusal."""

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
    # Wagtail's decorator drops the attributes of the view, such as those of `non_atomic_requests`.
    return update_wrapper(guarded, view)


def bad_request_for_missing_fields(view: View) -> View:
    """The outermost decorator, outside the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except MultiValueDictKeyError:
            return HttpResponseBadRequest()

    return wrapped
