from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from govlab.core.pages import BasePage


class StandardPage(BasePage):
    """A page with nothing but the shared fields; may stand under another of its kind."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
