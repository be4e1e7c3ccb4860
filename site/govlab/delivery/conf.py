"""What a project may set of the delivery side, each with what holds where it sets nothing.

Read when asked for, as Django's settings are.
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
    "What the site shows, complete and resolved, for other portals. Read-only and open. Copy "
    "everything once with `/export`, then follow `/changes`."
)


def inline_relay() -> bool:
    """Whether an editor's own change is relayed right after its commit; the worker does it if
    not."""
    return bool(_setting("GOVLAB_INLINE_RELAY", True))


def site_url() -> str:
    """Scheme and host of the default site, without a slash at the end; empty where the record of
    the default site says it."""
    return str(_setting("GOVLAB_SITE_URL", "")).rstrip("/")


def site_name() -> str:
    return str(_setting("WAGTAIL_SITE_NAME", ""))


def api_prefix() -> str:
    """Below it, nothing but the API responds; empty for the API's own root, which leaves other
    APIs of the project alone."""
    return str(_setting("GOVLAB_API_PREFIX", ""))


def api_title() -> str:
    named = f"{site_name()}: published content" if site_name() else "Published content"
    return str(_setting("GOVLAB_API_TITLE", named))


def api_description() -> str:
    return str(_setting("GOVLAB_API_DESCRIPTION", API_DESCRIPTION))


def api_version() -> str:
    """Of the contract, which is the project's own: its page types are in it."""
    return str(_setting("GOVLAB_API_VERSION", "1.0.0"))


def api_cache_bytes() -> int:
    """How much memory a process keeps responses of the API in. Read when it starts."""
    return int(_setting("GOVLAB_API_CACHE_BYTES", 64 * MEGABYTE))


def alphabets() -> Mapping[str, str]:
    """Language code → the letters that titles in it are sorted by, each in lower case."""
    found: Mapping[str, str] = _setting("GOVLAB_ALPHABETS", {})
    return found


def rich_text_tags() -> frozenset[str]:
    """Tags, beside links, that documents keep of rich text."""
    return frozenset(_setting("GOVLAB_RICH_TEXT_TAGS", RICH_TEXT_TAGS))


def _setting(name: str, default: Any) -> Any:
    return getattr(settings, name, default)
