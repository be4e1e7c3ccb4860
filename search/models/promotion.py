"""Pages that editors put first in the results of a query."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from govlab.core.admin_titles import admin_title

from .languages import default_language, languages
from .phrases import PHRASES_WIDGET, PhrasesField, phrases
from .promotion_form import PromotionForm

MAX_QUERIES = 20
MOST_PAGES = 5


class Promotion(ClusterableModel):
    locale = models.CharField(
        _("language"), max_length=12, choices=languages, default=default_language
    )
    queries = PhrasesField(
        _("queries"),
        most=MAX_QUERIES,
        help_text=_(
            "What readers search for, one query per line, in any form. The pages are put first "
            "for exactly this query, not for longer queries that contain it."
        ),
    )
    until = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("After this day the pages are no longer put first. Leave empty for always."),
    )

    base_form_class = PromotionForm
    panels = [
        FieldPanel("locale"),
        FieldPanel("queries", widget=PHRASES_WIDGET),
        InlinePanel(
            "pages",
            heading=_("Pages"),
            label=_("page"),
            help_text=_(
                "In the order in which readers see them. A page that is not published is left out."
            ),
            min_num=1,
            max_num=MOST_PAGES,
        ),
        FieldPanel("until"),
    ]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["queries", "pk"]

    def __str__(self) -> str:
        return ", ".join(self.resolves())

    def resolves(self) -> list[str]:
        return phrases(self.queries)

    @property
    def has_ended(self) -> bool:
        return self.until is not None and self.until < timezone.localdate()

    def page_titles(self) -> str:
        pages = [row.page for row in self.rows]
        return ", ".join(admin_title(page, page.get_admin_display_title()) for page in pages)

    @property
    def rows(self) -> Any:
        return self.pages.all()


class PromotedPage(Orderable):
    promotion = ParentalKey(Promotion, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [FieldPanel("page")]

    def __str__(self) -> str:
        return str(self.page)
