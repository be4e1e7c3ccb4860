"""Deletes pages from the bin for good: when their time is over, or when somebody asks for it."""

import logging
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..conf import bin_days
from ..models import BinEntry
from .items import locked
from .keys import are_keys_free, change_keys
from .roots import remove_if_empty

logger = logging.getLogger(__name__)


def purge_due() -> None:
    """Run by the worker. What cannot be deleted, because something protects it, is tried again."""
    limit = timezone.now() - timedelta(days=bin_days())
    for entry in BinEntry.objects.filter(deleted_at__lte=limit).select_related("locale"):
        try:
            delete_for_good(entry)
        except Exception:
            logger.exception("Page %s could not be removed from the bin.", entry.page_id)


@transaction.atomic
def delete_for_good(entry: BinEntry, account: Any = None) -> None:
    """Raises ValidationError if the page was restored or deleted meanwhile."""
    entry = locked(entry)
    page = Page.objects.get(pk=entry.page_id)
    branch = page.get_descendants(inclusive=True)
    if are_keys_free(branch, entry.mask):
        # wagtail-localize removes its records by these keys.
        change_keys(branch, entry.mask)
    locale = entry.locale
    Page.objects.get(pk=page.pk).specific.delete(user=account)
    remove_if_empty(locale)
