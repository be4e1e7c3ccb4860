"""Who asks: the network address that limits are counted by."""

import logging
import time
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

logger = logging.getLogger(__name__)

# A household or a server has a whole network of IPv6; one address of it says nothing.
IPV6_PREFIX = 64
UNKNOWN = "unknown"

_PROBLEM = "security:proxies"
# A problem that was seen is told for so long; within a process it is noted once a minute.
_TOLD_SECONDS = 3600
_NOTED_SECONDS = 60
_noted_at = -float(_NOTED_SECONDS)

UNNAMED = (
    "Requests carry X-Forwarded-For, and TRUSTED_PROXIES is 0: everybody behind that proxy shares "
    "one limit. Set TRUSTED_PROXIES to the number of your own proxies in front."
)
UNHEARD = (
    "Requests carry fewer addresses in X-Forwarded-For than TRUSTED_PROXIES says, or what is no "
    "address: a proxy does not say who asks, or requests come past it."
)


def trusted_proxies() -> int:
    """How many proxies of our own stand in front; 0 where clients reach the server themselves."""
    return int(getattr(settings, "GOVLAB_TRUSTED_PROXIES", 0))


def client_of(request: HttpRequest) -> str:
    """The client's IPv4 address, or its IPv6 network: what the outermost of our own proxies saw.

    What a proxy of ours did not write names nobody: anybody can send that header.
    """
    observe(request)
    forwarded = _forwarded(request)
    trusted = trusted_proxies()
    seen = _address(forwarded[-trusted]) if 0 < trusted <= len(forwarded) else None
    address = seen or _address(str(request.META.get("REMOTE_ADDR", "")))
    if address is None:
        return UNKNOWN  # a socket file has no address
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), IPV6_PREFIX), strict=False))
    return str(address)


def _forwarded(request: HttpRequest) -> list[str]:
    header = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return [part.strip() for part in header.split(",")] if header.strip() else []


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """An IPv4 address that IPv6 wraps is the IPv4 address."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def observe(request: HttpRequest) -> None:
    """Notes, for /readyz and the log, that the proxies in front are not as the settings say."""
    forwarded, trusted = _forwarded(request), trusted_proxies()
    if not trusted and forwarded:
        _note(UNNAMED)
    elif forwarded and (len(forwarded) < trusted or _address(forwarded[-trusted]) is None):
        _note(UNHEARD)


def _note(problem: str) -> None:
    global _noted_at
    now = time.monotonic()
    if now - _noted_at < _NOTED_SECONDS:
        return
    _noted_at = now
    logger.warning(problem)
    try:
        cache.set(_PROBLEM, problem, timeout=_TOLD_SECONDS)
    except Exception:
        logger.exception("The cache does not answer; /readyz will not tell.")


def proxies() -> dict[str, Any]:
    """For /readyz: what the settings say, and what was seen that says otherwise."""
    return {"trusted": trusted_proxies(), "problem": cache.get(_PROBLEM)}
