"""The address of the site that documents were made with: all of them name it.

Where `SITE_URL` is another one than the log was written with, the first worker that starts with it
marks everything. Until a worker did, a server with that address leaves marks to the worker.
"""

import logging

from django.conf import settings
from django.db import transaction

from ..models import Head
from . import marks

logger = logging.getLogger(__name__)

_adopted: set[str] = set()


def site_address() -> str:
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def is_ours(head: Head) -> bool:
    return head.address in ("", site_address())


def adopt_address() -> None:
    """Once in the life of a process: of two workers with two addresses the one started last wins,
    and they do not rebuild everything by turns."""
    address = site_address()
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
