"""Rebuilds all documents when `SITE_URL` changes, since they contain absolute URLs.

The first worker that starts with a new `SITE_URL` marks everything. Until then, servers with the
new setting do not relay marks themselves.
"""

import logging

from django.db import transaction

from ..models import Head
from ..site_address import site_url
from . import marks

logger = logging.getLogger(__name__)

_adopted: set[str] = set()


def is_ours(head: Head) -> bool:
    return head.address in ("", site_url())


def adopt_address() -> None:
    """Adopt this process's `SITE_URL`, once in its life: of two workers with different settings the
    last one started wins, instead of both rebuilding everything alternately."""
    address = site_url()
    if address in _adopted:
        return
    with transaction.atomic():
        head = Head.lock()
        before, head.address = head.address, address
        if before != address:
            head.save(update_fields=["address"])
        if before not in ("", address):
            marks.mark_everything("the site's address changed")
            logger.warning(
                "The site's address was %s and is %s now: every document is rebuilt.",
                before,
                address,
            )
    _adopted.add(address)
