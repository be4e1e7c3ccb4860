"""The front page of one language."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from govlab.core.pages import BasePage


class HomePage(BasePage):
    """Its sections (latest news, cases, methods) come from the apps that own them."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.MissionPage",
        "home.MethodIndexPage",
        "home.StandardPage",
        "news.NewsIndexPage",
        "cases.CaseIndexPage",
        "cases.ResultsPage",
    ]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
