"""Identifies clients by network address, for rate limits."""

import logging
import time
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

logger = logging.getLogger(__name__)

# Clients usually have a whole IPv6 network.
IPV6_PREFIX = 64
UNKNOWN = "unknown"

_PROBLEM = "security:proxies"
# How long a detected problem is reported; each process records it once a minute.
_TOLD_SECONDS = 3600
_NOTED_SECONDS = 60
_noted_at = -float(_NOTED_SECONDS)

UNNAMED = (
    "Requests have X-Forwarded-For, but TRUSTED_PROXIES is 0: all clients of that proxy share "
    "one limit. Set TRUSTED_PROXIES to the number of your own proxies in front."
)
UNHEARD = (
    "Requests have fewer addresses in X-Forwarded-For than TRUSTED_PROXIES, or invalid ones: a "
    "proxy does not set the header, or requests bypass it."
)


def trusted_proxies() -> int:
    """Return the number of trusted proxies in front; 0 if clients connect directly."""
    return int(getattr(settings, "GOVLAB_TRUSTED_PROXIES", 0))


def client_of(request: HttpRequest) -> str:
    """Return the client's IPv4 address or IPv6 network, as seen by the outermost trusted proxy.

    Other entries of the header are ignored, because clients can forge them.
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
    """Parse an address, and unwrap IPv4-mapped IPv6 addresses."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def observe(request: HttpRequest) -> None:
    """Record, for /readyz and the log, that the proxies do not match the settings."""
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
        logger.exception("The cache does not respond; /readyz will not report the proxies.")


def proxies() -> dict[str, Any]:
    """Report the configured number of proxies and detected problems, for /readyz."""
    return {"trusted": trusted_proxies(), "problem": cache.get(_PROBLEM)}
