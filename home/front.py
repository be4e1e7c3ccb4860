"""The front page of one language."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from govlab.core.front_sections import front_sections
from govlab.core.pages import BasePage


class HomePage(BasePage):
    """Its sections (latest news, cases, methods) come from the apps that own them."""

    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.MissionPage",
        "home.MethodIndexPage",
        "home.StandardPage",
        "news.NewsIndexPage",
        "cases.CaseIndexPage",
    ]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = front_sections(self)
        return context

    def breadcrumbs(self) -> Any:
        return Page.objects.none()
