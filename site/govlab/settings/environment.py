"""Typed reading of the process environment; nothing outside the settings package reads it."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[3]


def text(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """Raises ImproperlyConfigured if the value is not a non-negative integer."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def one_of(name: str, default: str, choices: Sequence[str]) -> str:
    """Raises ImproperlyConfigured for any other value."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
    return value


def required(**purposes: str) -> dict[str, str]:
    """The named variables' values; one error names everything that is missing and what it is for.

    Raises ImproperlyConfigured.
    """
    missing = {name: why for name, why in purposes.items() if not text(name, "")}
    if missing:
        lines = "\n".join(f"  {name}: {why}" for name, why in missing.items())
        raise ImproperlyConfigured(
            f"The production settings need these environment variables, which are not set:\n{lines}"
        )
    return {name: text(name, "") for name in purposes}


def address(name: str, value: str) -> str:
    """Scheme, host and port of the site, such as `https://inovacija.example.lv`.

    Raises ImproperlyConfigured for anything else, also for an address with a path: pages, documents
    and the API are addressed from the host's root.
    """
    try:
        parts = urlsplit(value)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # an invalid port, unbalanced brackets
        parts, port = urlsplit(""), ""
    beside = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or beside:
        raise ImproperlyConfigured(
            f"{name} must be a scheme and a host, such as https://inovacija.example.lv, "
            f"not “{value}”."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"


def contact(name: str) -> str:
    """An address to write to, as a URI: `mailto:` is added to an email address. Empty if not set.

    Raises ImproperlyConfigured for anything but an email address, an HTTPS URL or a telephone.
    """
    value = text(name, "")
    if "@" in value and ":" not in value:
        value = f"mailto:{value}"
    if value and (not value.startswith(("mailto:", "https://", "tel:")) or len(value.split()) > 1):
        raise ImproperlyConfigured(
            f"{name} must be an email address, an https:// or a tel: address, not “{value}”."
        )
    return value
