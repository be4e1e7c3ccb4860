"""The base of the delivery app's reports in the Wagtail admin."""

from typing import Any, ClassVar

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class AdminReport(UserPassesTestMixin, WagtailAdminTemplateMixin, TemplateView):
    """A report with its own permission, without which its menu item is hidden too."""

    raise_exception = True
    page_title: ClassVar[Promise]
    header_icon: ClassVar[str]
    url_name: ClassVar[str]
    # Below `reports/`, and the name of the menu item.
    slug: ClassVar[str]

    @staticmethod
    def may_see(user: Any) -> bool:
        raise NotImplementedError

    def test_func(self) -> bool:
        return self.may_see(self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @classmethod
    def url_pattern(cls) -> URLPattern:
        return path(f"reports/{cls.slug}/", cls.as_view(), name=cls.url_name)


class AdminReportMenuItem(MenuItem):
    def __init__(self, report: type[AdminReport], *, order: int) -> None:
        self.report = report
        super().__init__(
            report.page_title,
            reverse(report.url_name),
            name=report.slug,
            icon_name=report.header_icon,
            order=order,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return self.report.may_see(request.user)
