"""Rebuilds all documents when the site's address changes, since they contain absolute URLs.

The first worker that starts with a new `GOVLAB_SITE_URL` marks everything. Until then, servers with
the new setting do not relay marks themselves. Without the setting, the address is that of the
default site's record, and saving it marks everything.
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
    """Adopt this process's `SITE_URL`, once in its life: of two workers with different settings the
    last one started wins, instead of both rebuilding everything alternately."""
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
