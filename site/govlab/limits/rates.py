"""Rate limits per client, counted in the cache in fixed windows.

With Redis all processes count together. Without it each counts by itself, so the effective limit is
multiplied by the number of processes. Each limit is declared where it is counted: of the API in
`delivery/api/middleware.py`, of search in `search/website/page.py`, of logins, page passwords and
password resets in `security/`.
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


# The fallback while the shared cache does not respond.
_own = LocMemCache("govlab-limits", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


class TooManyRequests(Exception):  # noqa: N818  the name of the status
    """Converted to a page or an API problem with status 429."""

    def __init__(self, limit: Limit, retry_after: int) -> None:
        super().__init__(f"{limit.scope}: retry after {retry_after} seconds")
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
    """Decrement the count, once an attempt turns out to be harmless."""
    try:
        cache.decr(_key(limit, identity, int(time.time())))
    except Exception:
        # The window has ended, or the limit is disabled.
        logger.debug("Nothing to refund for %s.", limit.scope)


def _key(limit: Limit, identity: str, now: int) -> str:
    """Return the cache key, with names and addresses hashed for privacy."""
    hashed = sha256(f"{settings.SECRET_KEY}:{identity}".encode()).hexdigest()[:32]
    return f"limit:{limit.scope}:{hashed}:{now // limit.seconds}"


def _used(key: str, seconds: int) -> int:
    """Increment and return the count of this window."""
    try:
        return _increment(cache, key, seconds)
    except Exception:
        logger.exception("The cache does not respond; this process counts by itself.")
        return _increment(_own, key, seconds)


def _increment(counting: BaseCache, key: str, seconds: int) -> int:
    if counting.add(key, 1, timeout=2 * seconds):
        return 1
    try:
        return int(counting.incr(key))
    except ValueError:  # it expired between the two calls
        return 1
