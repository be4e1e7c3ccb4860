"""Opens the editor that a page or term has: that of translations, or its own form."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page

from govlab.core.vocabularies import Term

from ...moderation.page_editor import PageEditor
from ...synced import synced_translation
from .page_editor import TranslationEditor
from .term_editor import TermTranslationEditor

edit_translation = TranslationEditor.as_view()
edit_original = PageEditor.as_view()
revert_original = RevisionsRevertView.as_view()


def edit_page(request: HttpRequest, page_id: int) -> HttpResponseBase:
    page = Page.objects.filter(pk=page_id).first()
    is_translation = page is not None and not page.alias_of_id and synced_translation(page)
    view = edit_translation if is_translation else edit_original
    return view(request, page_id=page_id)


def revert_page(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponseBase:
    """A translation is made of its texts, which an earlier version does not bring back."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None or not synced_translation(page):
        response: HttpResponseBase = revert_original(
            request, page_id=page_id, revision_id=revision_id
        )
        return response
    messages.warning(
        request,
        _("A synchronised translation cannot be reverted. Copy from the earlier version instead."),
    )
    return redirect("wagtailadmin_pages:edit", page_id)


def edit_term(model: type[Term]) -> Any:
    """The view for terms of a vocabulary."""

    def view(request: HttpRequest, pk: int) -> HttpResponseBase:
        viewset: Any = model.snippet_viewset
        term = model._default_manager.filter(pk=pk).first()
        if term is None or synced_translation(term) is None:
            response: HttpResponseBase = viewset.edit_view(request, pk=pk)
            return response
        options = viewset.get_edit_view_kwargs()
        editor = viewset.construct_view(TermTranslationEditor, **options)
        translated: HttpResponseBase = editor(request, pk=pk)
        return translated

    return view
