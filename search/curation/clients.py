"""Counts distinct clients without knowing who they are.

An address is only ever hashed, with a salt that is drawn for one day and stands in the cache alone.
Nobody can tell from the database, or from the cache of another day, whether an address asked
anything. Processes share the salt where they share the cache, as with Redis; else each counts for
itself.
"""

import hashlib
import hmac
import logging
import secrets
from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

logger = logging.getLogger(__name__)

# Further queries of a client are not counted that day, so that nobody fills the inbox alone.
MAX_A_DAY = 50


def is_one_more(client: str, query: str, locale: str) -> bool:
    """Whether the client asks this for the first time today; False where the cache fails.

    `client` is what `govlab.limits.clients` says: an address, or a network of IPv6.
    """
    now = timezone.localtime()
    left = _seconds_left(now)
    try:
        cache.add(f"search-salt-{now.date()}", secrets.token_hex(), timeout=left)
        salt = cache.get(f"search-salt-{now.date()}") or ""
        if not salt or not cache.add(_key(salt, client, locale, query), True, timeout=left):
            return False
        cache.add(_key(salt, client), 0, timeout=left)
        return bool(cache.incr(_key(salt, client)) <= MAX_A_DAY)
    except Exception:
        logger.exception("The cache does not answer: a query without results is not counted.")
        return False


def _key(salt: str, *parts: str) -> str:
    message = "\0".join(parts).encode()
    return f"search-asked-{hmac.new(salt.encode(), message, hashlib.sha256).hexdigest()}"


def _seconds_left(now: datetime) -> int:
    """Until midnight in the site's time zone."""
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(1, int((midnight - now).total_seconds()))
