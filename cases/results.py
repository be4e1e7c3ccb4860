"""The page with the outcomes of all cases."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from govlab.core.pages import BasePage


class ResultsPage(BasePage):
    # Its own text is short; what it shows has dates of its own.
    review_months = 24
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("results page")
        verbose_name_plural = _("results pages")
