"""The findings on a page's draft, for the side panel of the editor."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from ..models import OwnWord
from .run import findings_of

ADD_WORDS = "editing.add_ownword"


@require_http_methods(["GET", "POST"])
def content_checks(request: HttpRequest, page_id: int) -> HttpResponse:
    """POST adds `word` to the word list of the page's language first."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    may_add_words = request.user.has_perm(ADD_WORDS)
    user: Any = request.user
    if request.method == "POST":
        if not may_add_words:
            raise PermissionDenied
        word = OwnWord(
            word=request.POST.get("word", ""),
            language=page.locale.language_code,
            added_by=user,
        )
        try:
            word.clean_fields()
        except ValidationError as error:
            return HttpResponseBadRequest(" ".join(error.messages))
        OwnWord.objects.get_or_create(
            word=word.word.lower(),
            language=word.language,
            defaults={"added_by": user},
        )
    draft = page.get_latest_revision_as_object()
    context = {"findings": findings_of(draft), "may_add_words": may_add_words}
    return render(request, "editing/content_checks/findings.html", context)
