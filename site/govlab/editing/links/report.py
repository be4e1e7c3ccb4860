"""The report of broken links, with CSV."""

import csv
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from ..models import CheckedLink
from .broken import BrokenLink, Where, broken_links

PAGE_SIZE = 50
# Spreadsheets take cells that begin so for formulas.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def may_see_links(account: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(account, ["add", "change", "publish"]))


class BrokenLinksReport(UserPassesTestMixin, WagtailAdminTemplateMixin, TemplateView):
    raise_exception = True
    page_title = gettext_lazy("Broken links")
    header_icon = "link"
    template_name = "editing/broken_links.html"

    def test_func(self) -> bool:
        return may_see_links(self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def links(self) -> list[BrokenLink]:
        language = self.request.GET.get("locale", "")
        where = self.request.GET.get("where", "")
        return [
            link
            for link in broken_links(self.request.user)
            if language in ("", link.page.locale.language_code) and where in ("", link.where)
        ]

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("export") == "csv":
            return as_csv(self.links())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.links()
        context: dict[str, Any] = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        query.pop("p", None)
        return context | {
            "links": Paginator(found, PAGE_SIZE).get_page(self.request.GET.get("p")),
            "number": len(found),
            "locales": Locale.objects.all(),
            "places": Where.choices,
            "chosen_locale": self.request.GET.get("locale", ""),
            "chosen_place": self.request.GET.get("where", ""),
            "query": query.urlencode(),
            "checked_at": CheckedLink.objects.aggregate(last=Max("checked_at"))["last"],
        }


def as_csv(links: Iterable[BrokenLink]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="broken-links.csv"'
    writer = csv.writer(response)
    headings = (_("Page"), _("Language"), _("Link text"), _("Address"), _("Reason"), _("Since"))
    writer.writerow(headings)
    for link in links:
        since = date_format(localtime(link.since), "SHORT_DATE_FORMAT") if link.since else ""
        row = (link.title, link.language, link.text, link.address, link.reason, since)
        writer.writerow([_cell(value) for value in row])
    return response


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value
