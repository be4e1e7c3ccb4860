"""Counts distinct clients without identifying them.

An address is only hashed, with a random salt that changes daily and is stored only in the cache.
Neither the database nor a later cache reveals whether an address has searched. Processes share the
salt if they share the cache, as with Redis; otherwise each counts by itself.
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
    """Whether this is the client's first such query today; False if the cache fails.

    `client` comes from `govlab.limits.clients`: an IPv4 address or an IPv6 network.
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
        logger.exception("The cache does not respond: a query without results is not counted.")
        return False


def _key(salt: str, *parts: str) -> str:
    message = "\0".join(parts).encode()
    return f"search-asked-{hmac.new(salt.encode(), message, hashlib.sha256).hexdigest()}"


def _seconds_left(now: datetime) -> int:
    """Return the number of seconds until midnight, in the site's time zone."""
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(1, int((midnight - now).total_seconds()))
