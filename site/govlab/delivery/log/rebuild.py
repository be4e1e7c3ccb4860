"""Rebuilds all documents. Unchanged ones retain their bytes and their sequence."""

from collections.abc import Callable

from django.db import transaction

from .. import conf
from ..models import Head
from . import expand, relay

Progress = Callable[[int, int], None]


def rebuild(progress: Progress) -> int:
    """Return the number of entries appended. Restartable: each step has its own transaction.

    `progress` is called with the number of groups done and their total.
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
