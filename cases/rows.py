"""The rows of a case study: terms, methods, outcomes, pictures and attachments.

They name the page that they belong to, whose filters look into them, as text.
"""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from govlab.core.children import AttachmentRow, PageRow, TopicRow

from .choices import Direction


class CaseInstitution(PageRow):
    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="institutions")
    institution = models.ForeignKey(
        "core.Institution",
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("institution")]

    class Meta(PageRow.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")


class CaseTopic(TopicRow):
    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="topics")

    class Meta(TopicRow.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class CaseMethod(PageRow):
    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="methods")
    method = models.ForeignKey(
        "home.MethodPage", verbose_name=_("method"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("method")]

    class Meta(PageRow.Meta):
        verbose_name = _("method")
        verbose_name_plural = _("methods")


class CaseOutcome(PageRow):
    """One result, measured or not. `before` is empty where nothing was measured before, `after`
    where nothing was measured at all; then `not_measured` says why."""

    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="outcomes")
    metric = models.CharField(_("metric"), max_length=160, help_text=_("What was measured."))
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    before = models.DecimalField(
        _("before"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    after = models.DecimalField(_("after"), max_digits=14, decimal_places=2, null=True, blank=True)
    direction = models.CharField(
        _("direction"),
        max_length=20,
        choices=Direction.choices,
        blank=True,
        help_text=_("Without it, readers are not told whether the change is for the better."),
    )
    source = models.CharField(
        _("source"), max_length=250, blank=True, help_text=_("Where the figures come from.")
    )
    period = models.CharField(
        _("measured"),
        max_length=80,
        blank=True,
        help_text=_("When it was measured, if not in the whole period of the case."),
    )
    not_measured = models.CharField(
        _("why it was not measured"),
        max_length=250,
        blank=True,
        help_text=_("Instead of the figure after. Readers see the reason."),
    )

    panels = [
        FieldPanel("metric"),
        FieldRowPanel([FieldPanel("before"), FieldPanel("after"), FieldPanel("unit")]),
        FieldPanel("direction"),
        FieldRowPanel([FieldPanel("source"), FieldPanel("period")]),
        FieldPanel("not_measured"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    def clean(self) -> None:
        super().clean()
        if self.after is None and not self.not_measured:
            raise ValidationError(
                {"after": _("Enter the figure, or say below why it was not measured.")}
            )
        if self.after is not None and self.not_measured:
            raise ValidationError(
                {"not_measured": _("There is a figure: clear it, or clear the reason.")}
            )

    @property
    def change_percent(self) -> int | None:
        """Rounded change from before to after, relative to the size of the figure before, so that
        its sign is that of the change; None where it has no meaning."""
        if not self.before or self.after is None:
            return None
        return round((self.after - self.before) / abs(self.before) * Decimal(100))


class CaseGalleryImage(PageRow):
    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "core.SiteImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    alt = models.CharField(
        _("image description"),
        max_length=200,
        help_text=_("What the picture shows, for people who do not see it."),
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)

    panels = [FieldPanel("image"), FieldPanel("alt"), FieldPanel("caption")]

    class Meta(PageRow.Meta):
        verbose_name = _("gallery picture")
        verbose_name_plural = _("gallery pictures")


class CaseAttachment(AttachmentRow):
    page = ParentalKey("cases.CasePage", on_delete=models.CASCADE, related_name="attachments")

    class Meta(AttachmentRow.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
