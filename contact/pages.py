"""The pages through which readers reach the laboratory."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from govlab.core.pages import BasePage


class ContactPage(BasePage):
    """Shows the contacts of the settings above its own text."""

    asks_usefulness = False
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")


class ProblemPage(BasePage):
    """Where readers report a problem. The form itself is `contact.problems.form`."""

    asks_usefulness = False
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    thanks = models.TextField(
        _("thanks"),
        max_length=500,
        help_text=_("What happens next; shown once the problem has been received."),
    )

    content_panels = [
        *BasePage.content_panels,
        *BasePage.body_panels,
        FieldPanel("thanks"),
    ]

    class Meta:
        verbose_name = _("page for problems")
        verbose_name_plural = _("pages for problems")
