"""How much one client may ask. Counted in the cache, in fixed windows of a minute."""

import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from .problems import ProblemError

WINDOW = 60

logger = logging.getLogger(__name__)


def client_of(request: HttpRequest) -> str:
    """The client's address: what the outermost of our own proxies saw."""
    proxies = settings.GOVLAB_TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(forwarded) >= proxies and forwarded[-proxies]:
        return forwarded[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def count(request: HttpRequest) -> None:
    """Raises a 429 problem that says when to come back. 0 in the settings means no limit."""
    limit = settings.GOVLAB_API_REQUESTS_PER_MINUTE
    if not limit:
        return
    now = int(time.time())
    if _used(f"api-rate:{client_of(request)}:{now // WINDOW}") > limit:
        wait = WINDOW - now % WINDOW
        raise ProblemError(
            429,
            "Too many requests",
            f"{limit} requests a minute are answered. Ask again in {wait} seconds; "
            "to copy everything, one request to /export is enough.",
            headers={"Retry-After": str(wait)},
        )


def _used(key: str) -> int:
    """Requests of the window, this one included. Without its cache the API answers everybody."""
    try:
        return 1 if cache.add(key, 1, timeout=2 * WINDOW) else int(cache.incr(key))
    except ValueError:  # it ran out between the two calls
        return 1
    except Exception:
        logger.exception("The cache does not answer; requests are not counted.")
        return 1
