"""The dialogue for a typed address, which Wagtail turns into a link to the page at it."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from wagtail.admin.views.chooser import ExternalLinkView
from wagtail.models import Page

from ..visibility import may_see_page


class ExternalLink(ExternalLinkView):
    """A page that the account may not see stays a typed address, and its title unsaid."""

    def post(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = super().post(request)
        found = _found_page(json.loads(response.content))
        if found is None:
            return response
        page = Page.objects.get(pk=found)
        if not may_see_page(request.user, page):
            typed: HttpResponse = self.render_chosen_response(self.get_result_data())
            return typed
        return _renamed(response, page)


def _found_page(answer: dict[str, Any]) -> int | None:
    """Primary key of the page in Wagtail's response, where there is one."""
    found = answer.get("internal") or answer.get("result") or {}
    return found.get("id")


def _renamed(response: HttpResponse, page: Page) -> HttpResponse:
    """Wagtail shows the title of the draft, whoever looks."""
    answer = json.loads(response.content)
    title = page.get_admin_display_title()
    for part in ("internal", "result"):
        if "adminTitle" in answer.get(part, {}):
            answer[part]["adminTitle"] = title
    if "html" in answer and title != page.draft_title:
        answer["html"] = answer["html"].replace(escape(page.draft_title), escape(title))
    response.content = json.dumps(answer).encode()
    return response
