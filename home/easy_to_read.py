"""Pages in easy-to-read language, each beside the page that it says in easier words."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Page

from govlab.core.pages import BasePage
from govlab.delivery.log import marks

_REASON = "easy-to-read version changed"


class EasyToReadPage(BasePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    standard_version = models.ForeignKey(
        Page,
        verbose_name=_("standard version"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page that this one says in easier words. Each leads to the other."),
    )

    content_panels = [
        *BasePage.content_panels,
        PageChooserPanel("standard_version"),
        *BasePage.body_panels,
    ]

    class Meta:
        verbose_name = _("easy-to-read page")
        verbose_name_plural = _("easy-to-read pages")


def versions_of(pages: Sequence[Page]) -> dict[int, int]:
    """Map the primary keys of pages to the ids of the easy-to-read versions in their language, the
    live one if there are several. The standard version may be chosen in any language."""
    versions = EasyToReadPage.objects.filter(
        standard_version__translation_key__in={page.translation_key for page in pages}
    )
    found: dict[tuple[Any, int], int] = {}
    columns = ("standard_version__translation_key", "locale_id", "pk")
    for key, locale, version in versions.order_by("-live", "pk").values_list(*columns):
        found.setdefault((key, locale), version)
    asked = {page.pk: (page.translation_key, page.locale_id) for page in pages}
    return {page: found[place] for page, place in asked.items() if place in found}


def connect() -> None:
    """The documents of a page before and after a change name the version."""
    pre_save.connect(_before, sender=EasyToReadPage, dispatch_uid="home_easy_to_read_before")
    for signal in (post_save, post_delete):
        signal.connect(_after, sender=EasyToReadPage, dispatch_uid="home_easy_to_read_after")


def _before(instance: EasyToReadPage, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    stored = EasyToReadPage.objects.filter(pk=instance.pk)
    former = stored.exclude(standard_version=instance.standard_version_id)
    _mark(former.values_list("standard_version_id", flat=True).first())


def _after(instance: EasyToReadPage, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _mark(instance.standard_version_id)


def _mark(page_id: int | None) -> None:
    key = Page.objects.filter(pk=page_id).values_list("translation_key", flat=True).first()
    if key:
        marks.mark_group(key, _REASON)
