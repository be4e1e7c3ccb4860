"""Counts what readers answer. Nothing is stored but two numbers for each page and day; who may
answer again is counted in the cache, under a hash (`govlab.limits.rates`)."""

from datetime import date

from django.db.models import F
from django.utils import timezone

from govlab.delivery.documents.queries import live_documents
from govlab.limits import rates

from ..models import UsefulCount

BY_CLIENT = rates.Limit("useful", "GOVLAB_VOTES_PER_HOUR", 3600)
# An address may be shared by a whole authority, so a page can be judged from it a few times.
BY_PAGE = rates.Limit("useful-page", "GOVLAB_VOTES_PER_PAGE_AND_DAY", 86_400)


def count(page_id: int, *, useful: bool, client: str, day: date | None = None) -> None:
    """Raises TooManyRequests. `page_id` is that of a public page."""
    rates.count(BY_CLIENT, client)
    rates.count(BY_PAGE, f"{client} {page_id}")
    day = day or timezone.localdate()
    if not _add_one(page_id, useful, day):
        UsefulCount.objects.bulk_create(
            [UsefulCount(page_id=page_id, day=day)], ignore_conflicts=True
        )
        _add_one(page_id, useful, day)


def path_of(page_id: int) -> str | None:
    """Return the path of a public page."""
    return live_documents().filter(pk=page_id).values_list("path", flat=True).first()


def _add_one(page_id: int, useful: bool, day: date) -> int:
    """In the database, so that votes at the same time are all counted."""
    name = "yes" if useful else "no"
    return UsefulCount.objects.filter(page_id=page_id, day=day).update(**{name: F(name) + 1})
