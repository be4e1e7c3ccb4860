"""Tells editors what was refused below the views, in one place for all of the administration.

What the request changed is rolled back by then. Where it was a page's form, the form is saved again
as a draft, so that nothing typed is lost; else the editor is led back to where they were.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from govlab.core.publication.gate import PageRefused

from .synced import synced_translation

View = Callable[..., HttpResponseBase]

# With what Wagtail's page form says that it is to do more than save a draft.
BEYOND_SAVING = (
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-workflow-action",
)


def tell_refusals(view: View) -> View:
    """Stands outside what opens the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ValidationError as refused:
            if not request.accepts("text/html"):
                return _as_json(refused)
            response = _as_draft(view, request, *args, **kwargs)
            tell(request, refused)
            return response or _led_back(request, refused)

    return wrapped


def tell(request: HttpRequest, refused: ValidationError) -> None:
    """One message a reason; for texts that are not translated, with a way to say that they read
    the same in both languages."""
    for message in refused.messages:
        messages.error(request, message, buttons=_ways_on(refused))


def _ways_on(refused: ValidationError) -> list[Any]:
    """In the translation editor a translator says it by writing the text once more."""
    if not isinstance(refused, PageRefused) or synced_translation(refused.page):
        return []
    if not any(problem.untranslated for problem in refused.problems):
        return []
    address = reverse("govlab_same_texts", args=[refused.page.pk])
    return [messages.button(address, _("Some read the same in both languages"))]


def _as_json(refused: ValidationError) -> HttpResponse:
    """As Wagtail's own forms answer their scripts."""
    return JsonResponse(
        {
            "success": False,
            "error_code": "refused",
            "error_message": " ".join(refused.messages),
        },
        status=400,
    )


def _as_draft(
    view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase | None:
    if not any(name in request.POST for name in BEYOND_SAVING):
        return None
    form = request.POST.copy()
    for name in BEYOND_SAVING:
        form.pop(name, None)
    request.POST = form  # type: ignore[assignment]
    try:
        return view(request, *args, **kwargs)
    except ValidationError:
        return None


def _led_back(request: HttpRequest, refused: ValidationError) -> HttpResponse:
    address = _where_from(request, refused)
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        # What Wagtail's dialogues take for “done, go there”.
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)


def _where_from(request: HttpRequest, refused: ValidationError) -> str:
    if address := get_valid_next_url_from_request(request):
        return str(address)
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(
        referer, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return referer
    if isinstance(refused, PageRefused) and Page.objects.filter(pk=refused.page.pk).exists():
        return reverse("wagtailadmin_pages:edit", args=[refused.page.pk])
    return reverse("wagtailadmin_home")
