"""Reports refusals of the publication gate to editors, for all admin views.

The request's changes have been rolled back by then. A page's form is saved again as a draft, so
that no input is lost; otherwise the editor is redirected back.
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
from govlab.core.publication.segment_errors import mark_refused

from .quoting import quoted
from .synced import synced_translation

View = Callable[..., HttpResponseBase]

# The fields of Wagtail's page form that request more than saving a draft.
BEYOND_SAVING = (
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-workflow-action",
)


def tell_refusals(view: View) -> View:
    """The outermost decorator, outside the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ValidationError as refused:
            if not request.accepts("text/html"):
                return _as_json(refused)
            response = _as_draft(view, request, *args, **kwargs)
            _mark(refused)
            tell(request, refused)
            return response or _led_back(request, refused)

    return wrapped


def tell(request: HttpRequest, refused: ValidationError) -> None:
    """Add a message for each reason. For untranslated texts it has a link to confirm that they are
    the same in both languages."""
    for message in refused.messages:
        messages.error(request, _with_texts(message, refused), buttons=_ways_on(refused))


def _with_texts(message: str, refused: ValidationError) -> str:
    """Name the texts that are not translated yet."""
    problems = refused.problems if isinstance(refused, PageRefused) else ()
    texts = [text.text for problem in problems for text in problem.untranslated]
    return f"{message.rstrip('.')}: {quoted(texts)}." if texts else message


def _mark(refused: ValidationError) -> None:
    """The translation editor shows a reason beside its text."""
    if isinstance(refused, PageRefused):
        translation = synced_translation(refused.page)
        if translation is not None:
            mark_refused(translation, refused)


def _ways_on(refused: ValidationError) -> list[Any]:
    """Return the buttons of a message. The translation editor needs none, since translators confirm
    a text by entering it again."""
    if not isinstance(refused, PageRefused) or synced_translation(refused.page):
        return []
    if not any(problem.untranslated for problem in refused.problems):
        return []
    address = reverse("govlab_same_texts", args=[refused.page.pk])
    return [messages.button(address, _("Some are the same in both languages"))]


def _as_json(refused: ValidationError) -> HttpResponse:
    """Return the JSON that Wagtail's scripts expect."""
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
        # Makes Wagtail's dialogues redirect.
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
