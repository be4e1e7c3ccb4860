"""Case studies: a problem, what was tried and what came of it."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from govlab.core.blocks.rich_text import FEATURES
from govlab.core.pages import BasePage

from .choices import Stage


class CaseIndexPage(BasePage):
    asks_usefulness = False
    # Its own text is short; what it lists has dates of its own.
    review_months = 24
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cases.CasePage"]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("case index")
        verbose_name_plural = _("case indexes")


class CasePage(BasePage):
    parent_page_types: ClassVar[list[str]] = ["cases.CaseIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    review_months = 24

    laboratory = models.ForeignKey(
        "core.Laboratory",
        verbose_name=_("laboratory"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.IDEA)
    period_start = models.DateField(
        _("started"), null=True, blank=True, help_text=_("Readers see the month and the year.")
    )
    period_end = models.DateField(
        _("finished"), null=True, blank=True, help_text=_("Leave empty while the work goes on.")
    )
    challenge = RichTextField(_("challenge"), features=FEATURES)
    process = RichTextField(_("process"), features=FEATURES, blank=True)
    lessons = RichTextField(_("lessons"), features=FEATURES, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("laboratory"), FieldPanel("stage")]),
                FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")]),
            ],
            heading=_("At a glance"),
        ),
        InlinePanel("institutions", heading=_("Institutions"), label=_("Institution")),
        InlinePanel("topics", heading=_("Topics"), label=_("Topic")),
        FieldPanel("challenge"),
        FieldPanel("process"),
        InlinePanel("methods", heading=_("Methods used"), label=_("Method")),
        InlinePanel("outcomes", heading=_("Outcomes"), label=_("Outcome")),
        FieldPanel("lessons"),
        *BasePage.body_panels,
        InlinePanel("gallery", heading=_("Gallery"), label=_("Picture")),
        InlinePanel("attachments", heading=_("Documents"), label=_("Document")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("challenge"),
        index.SearchField("process"),
        index.SearchField("lessons"),
        index.FilterField("stage"),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self) -> None:
        super().clean()
        if self.period_end and not self.period_start:
            raise ValidationError({"period_start": _("Enter when the work started.")})
        if self.period_start and self.period_end and self.period_end < self.period_start:
            raise ValidationError({"period_end": _("The work cannot finish before it starts.")})
