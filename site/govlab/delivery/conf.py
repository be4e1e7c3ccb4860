"""The settings of the delivery app, with their defaults.

They are read lazily, like Django's settings.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

MEGABYTE = 1024 * 1024
# What Wagtail's own editor makes of its features.
RICH_TEXT_TAGS = (
    *("b", "br", "em", "i", "li", "ol", "p", "strong", "sub", "sup", "ul"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "code", "del", "s", "embed"),
)
API_DESCRIPTION = (
    "The published content of the site, complete and resolved, for other portals. The API is "
    "public and read-only. To replicate the site, copy `/export` once, then follow `/changes`."
)


def inline_relay() -> bool:
    """Whether changes are relayed right after the commit, rather than by the worker."""
    return bool(_setting("GOVLAB_INLINE_RELAY", True))


def site_url() -> str:
    """Return scheme and host of the default site, without a trailing slash; empty to use the
    record of the default site."""
    return str(_setting("GOVLAB_SITE_URL", "")).rstrip("/")


def site_name() -> str:
    return str(_setting("WAGTAIL_SITE_NAME", ""))


def api_prefix() -> str:
    """Return the path prefix that the API's middleware handles; empty for the API's own root, so
    that other APIs of the project are not affected."""
    return str(_setting("GOVLAB_API_PREFIX", ""))


def api_title() -> str:
    named = f"{site_name()}: published content" if site_name() else "Published content"
    return str(_setting("GOVLAB_API_TITLE", named))


def api_description() -> str:
    return str(_setting("GOVLAB_API_DESCRIPTION", API_DESCRIPTION))


def api_version() -> str:
    """Return the version of the contract, which is the project's, as it includes its page types."""
    return str(_setting("GOVLAB_API_VERSION", "1.0.0"))


def api_cache_bytes() -> int:
    """Return the size of the response cache, in bytes per process. Read at startup."""
    return int(_setting("GOVLAB_API_CACHE_BYTES", 64 * MEGABYTE))


def alphabets() -> Mapping[str, str]:
    """Map language codes to their alphabets for sorting titles, in lower case."""
    found: Mapping[str, str] = _setting("GOVLAB_ALPHABETS", {})
    return found


def rich_text_tags() -> frozenset[str]:
    """Return the tags, besides links, that are allowed in rich text of documents."""
    return frozenset(_setting("GOVLAB_RICH_TEXT_TAGS", RICH_TEXT_TAGS))


def _setting(name: str, default: Any) -> Any:
    return getattr(settings, name, default)
