"""The address of the site that documents were made with: all of them name it.

Where `GOVLAB_SITE_URL` is another one than the log was written with, the first worker that starts
with it marks everything. Until a worker did, a server with that address leaves marks to the worker.
Without the setting, the record of the default site has the address, and saving it marks everything.
"""

import logging

from django.db import transaction

from .. import conf
from ..models import Head
from . import marks

logger = logging.getLogger(__name__)

_adopted: set[str] = set()


def is_ours(head: Head) -> bool:
    return not conf.site_url() or head.address in ("", conf.site_url())


def adopt_address() -> None:
    """Once in the life of a process: of two workers with two addresses the one started last wins,
    and they do not rebuild everything by turns."""
    address = conf.site_url()
    if not address or address in _adopted:
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
