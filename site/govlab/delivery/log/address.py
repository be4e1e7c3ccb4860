"""The address of the site that documents were made with: all of them name it.

Where `SITE_URL` is another one than the log was written with, the first worker that starts with it
marks everything. Until a worker did, a server with that address leaves marks to the worker.
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
    """Once in the life of a process: of two workers with two addresses the one started last wins,
    and they do not rebuild everything by turns."""
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
