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
        dialogue: dict[str, Any] = json.loads(response.content)
        found = dialogue.get("internal") or dialogue.get("result") or {}
        if "id" not in found:
            return response
        page = Page.objects.get(pk=found["id"])
        if not may_see_page(request.user, page):
            typed: HttpResponse = self.render_chosen_response(self.get_result_data())
            return typed
        # Wagtail shows the title of the draft to every account.
        title = page.get_admin_display_title()
        found["adminTitle"] = title
        if dialogue.get("html"):
            shown = escape(page.draft_title)
            dialogue["html"] = dialogue["html"].replace(shown, escape(title))
        response.content = json.dumps(dialogue).encode()
        return response
