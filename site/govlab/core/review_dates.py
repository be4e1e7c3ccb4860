"""Review dates: when somebody should look whether a page is still true.

They are no fields of the page: a date that is moved on needs no new version and no publication,
and wagtail-localize would set that of the original on each translation. Each language has its own,
since another person answers for it.
"""

import calendar
import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

# For pages of a type without a default that somebody reviews all the same.
MONTHS = 12


class PageReview(models.Model):
    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="review_date"
    )
    # Null where the page needs no review.
    review_on = models.DateField(_("review date"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["review_on"], name="core_page_review_on")]

    def __str__(self) -> str:
        return f"page {self.page_id}, {self.review_on}"


def default_date(model: type[Any] | None, since: dt.date | None = None) -> dt.date | None:
    """Return the date for pages of the type; None for types that are not reviewed."""
    months = getattr(model, "review_months", None)
    return add_months(since or timezone.localdate(), months) if months else None


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of a later month, or the last day of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def set_date(page: Page, review_on: dt.date | None) -> None:
    PageReview.objects.update_or_create(page_id=page.pk, defaults={"review_on": review_on})


def confirm(page: Page, user: Any) -> dt.date:
    """Record that the page is still true. Returns the date to which its review is moved."""
    date = default_date(page.specific_class) or add_months(timezone.localdate(), MONTHS)
    PageReview.objects.update_or_create(
        page_id=page.pk,
        defaults={"review_on": date, "confirmed_at": timezone.now(), "confirmed_by": user},
    )
    return date


def add_missing_dates() -> None:
    """A periodic task: published pages without a date get the default of their type. One query
    where there are none."""
    missing = Page.objects.filter(live=True, review_date=None, alias_of=None, depth__gt=1)
    pages = missing.select_related("content_type").order_by("pk")[:200]
    PageReview.objects.bulk_create(
        [PageReview(page=page, review_on=_first_date(page)) for page in pages],
        ignore_conflicts=True,
    )


def _first_date(page: Page) -> dt.date | None:
    """Pages that were last published long ago are due at once."""
    published = page.last_published_at or page.first_published_at
    since = timezone.localdate(published) if published else None
    return default_date(page.specific_class, since)


def connect() -> None:
    """Store the date that the page's form chose (`page_forms`), once the page has a key."""
    post_save.connect(_store_chosen, dispatch_uid="core_review_dates")


def _store_chosen(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw and isinstance(instance, Page) and CHOSEN in instance.__dict__:
        set_date(instance, instance.__dict__.pop(CHOSEN))


# The attribute in which the form hands over the date.
CHOSEN = "chosen_review_on"
