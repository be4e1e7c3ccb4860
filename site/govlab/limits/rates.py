"""How often one client may do what. Counted in the cache, in fixed windows.

With Redis all processes count together. Without it each counts for itself, so that what gets
through is at most the limit times the processes.
"""

import logging
import time
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest

from .clients import client_of

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limit:
    """The Django setting `setting` holds how often in `seconds`, `default` where the project has
    no such setting; 0 means any number. `scope` names what is counted in the cache."""

    scope: str
    setting: str
    seconds: int
    default: int = 0

    @property
    def times(self) -> int:
        return int(getattr(settings, self.setting, self.default))


# Counts while the shared cache does not answer.
_own = LocMemCache("govlab-limits", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


class TooManyRequests(Exception):  # noqa: N818  the name of the status
    """Raised below any view; becomes a page, or a problem of the API, with status 429."""

    def __init__(self, limit: Limit, retry_after: int) -> None:
        super().__init__(f"{limit.scope}: again in {retry_after} seconds")
        self.limit = limit
        self.retry_after = retry_after


def count_client(limit: Limit, request: HttpRequest) -> None:
    """Raises TooManyRequests."""
    if limit.times:
        count(limit, client_of(request))


def count(limit: Limit, identity: str) -> None:
    """Raises TooManyRequests."""
    if not limit.times:
        return
    now = int(time.time())
    if _used(_key(limit, identity, now), limit.seconds) > limit.times:
        raise TooManyRequests(limit, limit.seconds - now % limit.seconds)


def refund(limit: Limit, identity: str) -> None:
    """Takes back what was counted before it was known to be harmless."""
    try:
        cache.decr(_key(limit, identity, int(time.time())))
    except Exception:
        # It ran out, or nobody counts: then there is nothing to take back.
        logger.debug("Nothing to take back of %s.", limit.scope)


def _key(limit: Limit, identity: str, now: int) -> str:
    """Names and addresses of people are in no key: whoever reads the cache learns none."""
    hashed = sha256(f"{settings.SECRET_KEY}:{identity}".encode()).hexdigest()[:32]
    return f"limit:{limit.scope}:{hashed}:{now // limit.seconds}"


def _used(key: str, seconds: int) -> int:
    """How often in this window, this time included."""
    try:
        return _increment(cache, key, seconds)
    except Exception:
        logger.exception("The cache does not answer; this process counts for itself.")
        return _increment(_own, key, seconds)


def _increment(counting: BaseCache, key: str, seconds: int) -> int:
    if counting.add(key, 1, timeout=2 * seconds):
        return 1
    try:
        return int(counting.incr(key))
    except ValueError:  # it ran out between the two calls
        return 1
