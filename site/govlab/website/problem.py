"""The form “Tell us a problem”, in three steps: written, checked, sent.

The first page is that of the log, the same for everybody. No step has a session or a cookie, and
what a reader wrote is in each response until it is stored (`contact.problems.stamp`).
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from contact.models import Problem, ProblemPage, ProblemSource
from contact.problems import stamp
from contact.problems.form import SiteProblemForm
from contact.problems.submission import submit
from govlab.delivery.schemas.page import PageDocument
from govlab.limits.clients import client_of
from govlab.limits.rates import TooManyRequests

from .other_sites import is_from_elsewhere
from .reader.content import read
from .reader.lookup import document_of_type

_FORM, _CHECK = "contact/problem_page.html", "contact/problem_check.html"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def problem(request: HttpRequest) -> HttpResponse:
    page = _page()
    if request.method != "POST":
        return redirect(page.path)
    form = SiteProblemForm(request.POST)
    if is_from_elsewhere(request):
        return _response(page, _FORM, status=403, form=form, elsewhere=True)
    if not form.is_valid():
        return _response(page, _FORM, status=422, form=form)
    match request.POST.get("do"):
        case "change":
            return _response(page, _FORM, form=form)
        case "send":
            return _send(request, page, form)
        case _:
            return _response(page, _CHECK, form=form, stamp=stamp.make(form.texts()))


def _send(request: HttpRequest, page: PageDocument, form: SiteProblemForm) -> HttpResponse:
    given = request.POST.get("stamp", "")
    try:
        submission: UUID = stamp.check(given, form.texts())
        stored = submit(
            form,
            locale=page.locale,
            source=ProblemSource.SITE,
            client=client_of(request),
            submission=submission,
        )
    except stamp.TooSoonError:
        return _response(page, _CHECK, form=form, stamp=given, again=True)
    except stamp.StampError:
        return _response(page, _CHECK, form=form, stamp=stamp.make(form.texts()), again=True)
    except TooManyRequests as error:
        minutes = -(-error.retry_after // 60)
        response = _response(page, _CHECK, status=429, form=form, stamp=given, minutes=minutes)
        response["Retry-After"] = str(error.retry_after)
        return response
    response = redirect(reverse("problem_received", args=[stored.reference]))
    response.status_code = 303
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def problem_received(request: HttpRequest, reference: str) -> HttpResponse:
    stored = Problem.objects.filter(reference=reference).first()
    if stored is None:
        raise Http404
    return _response(
        _page(),
        "contact/problem_received.html",
        reference=reference,
        # The address itself stays with the laboratory: who has the link may be somebody else.
        answered=bool(stored.email),
        delete_on=stored.delete_on,
    )


def _page() -> PageDocument:
    """Raises Http404 where the page is not public in this language."""
    document = document_of_type(ProblemPage, get_language() or "")
    if document is None:
        raise Http404
    return document


def _response(
    page: PageDocument, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    context = read(page, {}).context | {"content_template": template} | context
    response = HttpResponse(render_to_string("website/problem.html", context), status=status)
    response["Cache-Control"] = "no-store"
    return response
