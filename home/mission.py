"""The mission page: what the laboratory is for, and how it came to be."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.search import index

from govlab.core.blocks.rich_text import FEATURES
from govlab.core.children import PageRow
from govlab.core.pages import BasePage


class MissionPage(BasePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    statement = models.TextField(
        _("mission statement"),
        max_length=500,
        help_text=_("What the laboratory is for, in a sentence or two."),
    )
    why = RichTextField(_("why the laboratory exists"), features=FEATURES, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("statement"),
        InlinePanel("vision", heading=_("Vision"), label=_("Part of the vision")),
        FieldPanel("why"),
        InlinePanel("laboratories", heading=_("Laboratories"), label=_("Laboratory")),
        InlinePanel("timeline", heading=_("Timeline"), label=_("Milestone")),
        *BasePage.body_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("why"),
    ]

    class Meta:
        verbose_name = _("mission page")
        verbose_name_plural = _("mission pages")


class MissionVision(PageRow):
    page = ParentalKey(MissionPage, on_delete=models.CASCADE, related_name="vision")
    text = models.TextField(_("text"), max_length=500)

    panels = [FieldPanel("text")]

    class Meta(PageRow.Meta):
        verbose_name = _("vision")
        verbose_name_plural = _("visions")


class MissionLaboratory(PageRow):
    page = ParentalKey(MissionPage, on_delete=models.CASCADE, related_name="laboratories")
    laboratory = models.ForeignKey(
        "core.Laboratory", verbose_name=_("laboratory"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("laboratory")]

    class Meta(PageRow.Meta):
        verbose_name = _("laboratory")
        verbose_name_plural = _("laboratories")


class MissionMilestone(PageRow):
    page = ParentalKey(MissionPage, on_delete=models.CASCADE, related_name="timeline")
    year = models.PositiveSmallIntegerField(_("year"))
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), max_length=600, blank=True)

    panels = [FieldPanel("year"), FieldPanel("title"), FieldPanel("text")]

    class Meta(PageRow.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
