"""Access rules for admin views of Wagtail that check no permissions.

Each is called with the request and the URL's arguments, and returns whether access is allowed. It
allows objects that do not exist, for which the view returns 404.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.registry import registry
from wagtail.models import Locale, Page, Task, Workflow, get_page_models
from wagtail.permissions import policy_registry

from govlab.core.bin import is_in_bin
from govlab.core.term_rights import may_write_language, written_languages
from govlab.core.vocabularies import VOCABULARIES, Term
from govlab.delivery.changes import SAFE

from ..visibility import visible_pages

Rule = Callable[[HttpRequest, dict[str, Any]], bool]


def is_key(text: str) -> bool:
    """Whether the text may be a primary key; some of Wagtail's views fail on other texts."""
    return text.isascii() and text.isdigit() and len(text) < 19


def named_page(key: int | None) -> Page | None:
    return Page.objects.filter(pk=key).first() if key is not None else None


def _move(request: HttpRequest, named: dict[str, Any]) -> bool:
    page = named_page(named["page_to_move_id"])
    return page is None or bool(page.permissions_for_user(request.user).can_move())


def _edit_or_publish(request: HttpRequest, named: dict[str, Any]) -> bool:
    page = named_page(named["page_id"])
    if page is None:
        return True
    rights = page.permissions_for_user(request.user)
    return bool(rights.can_edit() or rights.can_publish())


def _add_pages(request: HttpRequest, named: dict[str, Any]) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, "add"))


def _outside_bin(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Refuse pages in the bin, for views that allow superusers everything."""
    page = named_page(int(named["pk"]))
    return page is None or not is_in_bin(page)


def _edited(request: HttpRequest, named: dict[str, Any]) -> bool:
    """The same for a view that names an object of any type."""
    label = (named["app_label"], named["model_name"])
    if not is_key(named["object_id"]) or label not in {
        (model._meta.app_label, model._meta.model_name) for model in (Page, *get_page_models())
    }:
        return True
    return _outside_bin(request, {"pk": named["object_id"]})


def _chosen_pages(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Refuse the root, which cannot be chosen and on which Wagtail's view fails."""
    wanted = set(request.GET.getlist("id"))
    numbers = [int(key) for key in wanted if is_key(key)]
    seen = visible_pages(request.user).filter(pk__in=numbers, depth__gt=1)
    return seen.count() == len(wanted)


def _tasks(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Allow users who may edit workflows, for which tasks are chosen."""
    return any(
        policy_registry.get_by_type(model).user_has_any_permission(
            request.user, ("add", "change", "delete")
        )
        for model in (Task, Workflow)
    )


def _locale(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Synchronising a language publishes all pages of the other one in it."""
    if not any(key.endswith("-enabled") for key in request.POST):
        return True
    root = Page.get_first_root_node()
    return bool(root.permissions_for_user(request.user).can_publish_subpage())


def _shown_only(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Allow only GET: the form to copy an object is submitted to the view for adding. Submitted
    here, Wagtail would overwrite the original without checking the permission to change it."""
    return request.method in SAFE


def _signed_import(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Refuse forms without a valid signature, on which Wagtail's view fails."""
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


def _term_language(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Terms are added in the language that the address names; the form of an address that names
    none is in a language that the account writes."""
    code = request.GET.get("locale")
    if code is None and request.method in SAFE and written_languages(request.user) != set():
        return True
    locale = Locale.objects.filter(language_code=code).first() if code else Locale.get_default()
    return locale is None or may_write_language(request.user, locale)


def _writable_term(model: type[Term]) -> Rule:
    """Wagtail asks whether the account may change terms, not whether it may change this one."""

    def allowed(request: HttpRequest, named: dict[str, Any]) -> bool:
        key = str(named["pk"])
        term = model._default_manager.filter(pk=key).first() if is_key(key) else None
        return term is None or may_write_language(request.user, term.locale)

    return allowed


def _setting(request: HttpRequest, named: dict[str, Any]) -> bool:
    """Wagtail's view that leads to a setting creates it, whoever asks."""
    model = registry.get_by_natural_key(named["app_name"], named["model_name"])
    return model is None or bool(
        policy_registry.get_by_type(model).user_has_permission(request.user, "change")
    )


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
    "wagtailadmin_pages:revisions_compare": _outside_bin,
    "wagtailadmin_editing_sessions:ping": _edited,
    "wagtailadmin_choose_page_chosen_multiple": _chosen_pages,
    "wagtailadmin_workflows:task_chooser": _tasks,
    "wagtailadmin_workflows:task_chooser_results": _tasks,
    "wagtailadmin_workflows:task_chooser_create": _tasks,
    "wagtailadmin_workflows:task_chosen": _tasks,
    "wagtailadmin_choose_page_external_link": _typed_address,
    "wagtailredirects:process_import": _signed_import,
    "wagtailsettings:edit": _setting,
    "wagtaillocales:add": _locale,
    "wagtaillocales:edit": _locale,
    # It raises on purpose, to test error reporting.
    "wagtailadmin_error_test": _nowhere,
}
# By prefix and suffix of the name.
KINDS: list[tuple[str, str, Rule]] = [
    # Wagtail offers to make a term while one is chosen, and has no form for it.
    ("wagtailsnippetchoosers_", ":create", _nowhere),
    *(
        (f"wagtailsnippets_core_{model._meta.model_name}:", view, rule)
        for model in VOCABULARIES
        for view, rule in (
            ("add", _term_language),
            ("edit", _writable_term(model)),
            ("delete", _writable_term(model)),
        )
    ),
    ("wagtailadmin_pages", ":copy", lambda request, named: True),
    ("", ":copy", _shown_only),
]


def rule_of(name: str) -> Rule | None:
    if name in RULES:
        return RULES[name]
    fitting = (rule for start, end, rule in KINDS if name.startswith(start) and name.endswith(end))
    return next(fitting, None)
