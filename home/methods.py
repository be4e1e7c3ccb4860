"""Methods: how the laboratory works, as guides that a reader can follow."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from govlab.core.children import AttachmentRow, PageRow
from govlab.core.pages import BasePage

from .choices import Difficulty, DurationUnit, Phase


class MethodIndexPage(BasePage):
    asks_usefulness = False
    # Its own text is short; what it lists has dates of its own.
    review_months = 24
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.MethodPage"]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("method index")
        verbose_name_plural = _("method indexes")


class MethodPage(BasePage):
    parent_page_types: ClassVar[list[str]] = ["home.MethodIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    purpose = models.TextField(
        _("purpose"), max_length=500, help_text=_("What the method is good for.")
    )
    phase = models.CharField(
        _("phase"),
        max_length=20,
        choices=Phase.choices,
        help_text=_("The phase of design thinking it belongs to."),
    )
    duration_min = models.PositiveSmallIntegerField(
        _("minimum duration"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    duration_max = models.PositiveSmallIntegerField(
        _("maximum duration"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    duration_unit = models.CharField(
        _("unit of duration"),
        max_length=10,
        choices=DurationUnit.choices,
        default=DurationUnit.MINUTES,
    )
    people_min = models.PositiveSmallIntegerField(
        _("minimum number of people"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    people_max = models.PositiveSmallIntegerField(
        _("maximum number of people"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    difficulty = models.CharField(
        _("difficulty"), max_length=20, choices=Difficulty.choices, default=Difficulty.EASY
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("purpose"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phase"), FieldPanel("difficulty")]),
                FieldRowPanel(
                    [
                        FieldPanel("duration_min"),
                        FieldPanel("duration_max"),
                        FieldPanel("duration_unit"),
                    ]
                ),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
            ],
            heading=_("At a glance"),
        ),
        InlinePanel("steps", heading=_("Steps"), label=_("Step")),
        *BasePage.body_panels,
        InlinePanel("materials", heading=_("Materials"), label=_("Document")),
        InlinePanel("sources", heading=_("Sources"), label=_("Source")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("purpose"),
        index.FilterField("phase"),
    ]

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.duration_min and self.duration_max and self.duration_min > self.duration_max:
            errors["duration_max"] = _("Maximum must be at least the minimum.")
        if self.people_min and self.people_max and self.people_min > self.people_max:
            errors["people_max"] = _("Maximum must be at least the minimum.")
        if errors:
            raise ValidationError(errors)


class MethodStep(PageRow):
    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), max_length=1000)
    image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("image description"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty if the picture is decorative."),
    )

    panels = [FieldPanel("title"), FieldPanel("text"), FieldPanel("image"), FieldPanel("image_alt")]

    class Meta(PageRow.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class MethodMaterial(AttachmentRow):
    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="materials")

    class Meta(AttachmentRow.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")


class MethodSource(PageRow):
    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    url = models.URLField(_("address"), blank=True, max_length=500)

    panels = [FieldPanel("title"), FieldPanel("publisher"), FieldPanel("url")]

    class Meta(PageRow.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
