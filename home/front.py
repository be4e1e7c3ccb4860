"""The front page of one language."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from govlab.core.pages import BasePage


class HomePage(BasePage):
    """Its sections (latest news, cases, methods) come from the apps that own them."""

    asks_usefulness = False
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.MissionPage",
        "home.MethodIndexPage",
        "home.StandardPage",
        "news.NewsIndexPage",
        "cases.CaseIndexPage",
        "contact.ContactPage",
        "contact.ProblemPage",
        "legal.AccessibilityPage",
        "legal.PrivacyPage",
        "home.EasyToReadPage",
    ]
    headline = models.CharField(
        _("headline"),
        max_length=80,
        blank=True,
        help_text=_("What the laboratory does, in a few words. Without it, the title is shown."),
    )

    content_panels = [
        *BasePage.content_panels[:1],
        FieldPanel("headline"),
        *BasePage.content_panels[1:],
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("headline")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
