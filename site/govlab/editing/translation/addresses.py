"""The access rules of wagtail-localize's views. A view without a rule is refused, and reported by
system check `editing.E001`."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import RedirectView
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, TranslationSource

from ..machine_translation.views import machine_translate
from .po_files import upload_po_file
from .rights import (
    may_change,
    may_create_alias,
    may_edit,
    may_submit,
    may_sync,
)
from .views import SubmitPageTranslation, SubmitSnippetTranslation, UpdateTranslations

PAGE_ACTIONS = ("add", "change", "publish")

# Called with the account and the URL's arguments; returns whether access is allowed.
Rule = Callable[..., bool]


def _replaced(account: Any, **named: Any) -> bool:
    """Of wagtail-localize's own editor, which govlab.editing.translation.editor replaces."""
    raise Http404


def _submit_page(account: Any, page_id: int) -> bool:
    return may_submit(account, get_object_or_404(Page, pk=page_id).specific)


def _submit_snippet(account: Any, app_label: str, model_name: str, pk: str) -> bool:
    model = get_snippet_model_from_url_params(app_label, model_name)
    if not issubclass(model, TranslatableMixin):
        raise Http404
    return may_submit(account, get_object_or_404(model, pk=pk))


def _sync(account: Any, translation_source_id: int) -> bool:
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    try:
        return may_sync(account, source)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _target(translation_id: int) -> Model:
    translation = get_object_or_404(Translation, pk=translation_id)
    try:
        target: Model = translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return target


def _read_target(account: Any, translation_id: int, **named: Any) -> bool:
    return may_edit(account, _target(translation_id))


def _change_target(account: Any, translation_id: int, **named: Any) -> bool:
    return may_change(account, _target(translation_id))


def _alias(account: Any, page_id: int) -> bool:
    page = get_object_or_404(Page, pk=page_id)
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, translations__target_locale=page.locale_id
    ).first()
    original = source and source.object.get_instance_or_none(source.locale)
    if original is None:
        raise Http404
    return may_create_alias(account, original, page)


def _pages(account: Any, **named: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(account, PAGE_ACTIONS))


RULES: dict[str, Rule] = {
    "javascript_catalog": _replaced,
    "submit_page_translation": _submit_page,
    "submit_snippet_translation": _submit_snippet,
    "update_translations": _sync,
    "edit_string_translation": _replaced,
    "edit_override": _replaced,
    "download_pofile": _read_target,
    "upload_pofile": _change_target,
    "machine_translate": _change_target,
    "preview_translation": _replaced,
    "stop_translation": _change_target,
    "convert_to_alias": _alias,
    "translations_report": _pages,
    "translations_report_results": _pages,
    "snippets_api_listing": _replaced,
    "snippets_api_detail": _replaced,
}
# Views that replace wagtail-localize's.
VIEWS: dict[str, Callable[..., Any]] = {
    "submit_page_translation": SubmitPageTranslation.as_view(),
    "submit_snippet_translation": SubmitSnippetTranslation.as_view(),
    "update_translations": transaction.non_atomic_requests(UpdateTranslations.as_view()),
    "upload_pofile": upload_po_file,
    "machine_translate": machine_translate,
    # The inbox takes their place.
    "translations_report": RedirectView.as_view(pattern_name="govlab_translation_report"),
    "translations_report_results": RedirectView.as_view(pattern_name="govlab_translation_report"),
}
