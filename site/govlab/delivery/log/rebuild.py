"""Makes every document again. What did not change keeps its bytes and its sequence."""

from collections.abc import Callable

from django.db import transaction

from .. import conf
from ..models import Head
from . import expand, relay

Progress = Callable[[int, int], None]


def rebuild(progress: Progress) -> int:
    """Returns the entries appended. Restartable: each step is committed by itself.

    `progress` gets the pages done and their number.
    """
    keys = expand.every_key()
    appended = relay.drain()
    for start in range(0, len(keys), relay.STEP):
        with transaction.atomic():
            head = Head.lock()
            head.address = conf.site_url()
            before = head.sequence
            if relay.relay_groups(keys[start : start + relay.STEP], head):
                head.revision += 1
                head.save()
            appended += head.sequence - before
        progress(min(start + relay.STEP, len(keys)), len(keys))
    return appended + relay.drain()
