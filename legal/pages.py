"""The pages that the law requires. What the software knows is generated; editors write the rest."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from govlab.core.blocks.rich_text import FEATURES
from govlab.core.pages import BasePage


class Conformance(models.TextChoices):
    """The three that Commission Implementing Decision (EU) 2018/1523 has."""

    FULL = "full", _("Fully accessible")
    PARTIAL = "partial", _("Partially accessible")
    NONE = "none", _("Not accessible")


class EvaluationMethod(models.TextChoices):
    SELF = "self", _("Self-assessment by the institution")
    EXTERNAL = "external", _("Assessment by a third party")


class AccessibilityPage(BasePage):
    """The accessibility statement after Cabinet Regulation No. 445 of 14 July 2020."""

    asks_usefulness = False
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    conformance = models.CharField(
        _("state of accessibility"),
        max_length=10,
        choices=Conformance.choices,
        default=Conformance.PARTIAL,
    )
    exceptions = RichTextField(
        _("content that is not accessible"),
        features=FEATURES,
        blank=True,
        help_text=_("What it is, why, and where readers find the same in another form."),
    )
    evaluation_method = models.CharField(
        _("method of evaluation"),
        max_length=10,
        choices=EvaluationMethod.choices,
        default=EvaluationMethod.SELF,
    )
    evaluated_by = models.CharField(
        _("evaluated by"), max_length=200, help_text=_("Who evaluated the site, and when.")
    )
    reviewed_on = models.DateField(
        _("statement last reviewed"),
        null=True,
        blank=True,
        help_text=_("At least once a year; if empty, the day of its first publication."),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("conformance"),
                FieldPanel("exceptions"),
                FieldPanel("evaluation_method"),
                FieldPanel("evaluated_by"),
                FieldPanel("reviewed_on"),
            ],
            heading=_("Statement"),
        ),
        *BasePage.body_panels,
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")


class PrivacyPage(BasePage):
    """The privacy policy after Articles 13 and 14 of Regulation (EU) 2016/679."""

    asks_usefulness = False
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    protection_officer = models.CharField(
        _("data protection officer"), max_length=200, help_text=_("Name or office, and address.")
    )
    recipients = models.CharField(
        _("who else gets the data"),
        max_length=300,
        help_text=_("For example: who runs the servers."),
    )
    server_logs = models.CharField(
        _("retention of the servers' logs"),
        max_length=200,
        help_text=_("The site does not rule it: whoever runs the servers does."),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("protection_officer"),
                FieldPanel("recipients"),
                FieldPanel("server_logs"),
            ],
            heading=_("What the institution decides"),
        ),
        *BasePage.body_panels,
    ]

    class Meta:
        verbose_name = _("privacy policy")
        verbose_name_plural = _("privacy policies")
