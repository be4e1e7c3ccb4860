"""“Was this page useful?”: a form that works without scripts, sessions and cookies."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from contact.models import ProblemPage
from contact.usefulness import votes
from govlab.limits.clients import client_of

from .other_sites import is_from_elsewhere
from .reader import frame as frames
from .reader.lookup import document_of_type

ANSWERS = {"yes": True, "no": False}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def useful(request: HttpRequest, page_id: int) -> HttpResponse:
    """Count a vote. By GET nothing is counted, so that robots have no vote.

    No CSRF token: a vote needs no authority that another site could borrow, and browsers say
    whether one sent it.
    """
    path = _path(page_id)
    useful = ANSWERS.get(request.POST.get("answer", ""))
    if request.method != "POST" or useful is None:
        return redirect(path)
    if is_from_elsewhere(request):
        raise PermissionDenied
    votes.count(page_id, useful=useful, client=client_of(request))
    response = redirect("useful_thanks", page_id)
    response.status_code = 303
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def useful_thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    path = _path(page_id)
    locale = get_language() or ""
    context = {
        "frame": frames.load(locale),
        "back": path,
        "problem_page": document_of_type(ProblemPage, locale),
    }
    response = HttpResponse(render_to_string("website/useful_thanks.html", context))
    response["Cache-Control"] = "no-store"
    return response


def _path(page_id: int) -> str:
    """Raises Http404 for a page that is not public."""
    path = votes.path_of(page_id)
    if path is None:
        raise Http404
    return path
