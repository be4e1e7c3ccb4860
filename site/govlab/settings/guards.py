"""Validation of production settings; raises ImproperlyConfigured with instructions."""

import zlib
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

NEW_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
SHORTEST_KEY = 50
# The minimum compressed size: random characters hardly compress, repeated or typed ones do.
LEAST_INFORMATION = 40


def secret_key(key: str) -> str:
    weak = (
        len(key) < SHORTEST_KEY
        or key.startswith("django-insecure-")
        or len(zlib.compress(key.encode(), 9)) < LEAST_INFORMATION
    )
    if weak:
        raise ImproperlyConfigured(
            f"SECRET_KEY must be at least {SHORTEST_KEY} random characters: whoever guesses it can "
            f"sign sessions. Make one with: {NEW_KEY}"
        )
    return key


def host_names(names: Sequence[str], site_url: str) -> list[str]:
    """`.example.lv` stands for a domain and all below it; a whole top-level domain is nobody's."""
    for name in names:
        domain = name.removeprefix(".")
        if "*" in name or not domain or (name.startswith(".") and "." not in domain):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS must name the site's own hosts, not “{name}”: links in mails would "
                "lead wherever a stranger's request says."
            )
        if any(mark in domain for mark in "/@ ") or (":" in domain and not domain.startswith("[")):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS takes host names without scheme, port and path, not “{name}”."
            )
    host = urlsplit(site_url).hostname or ""
    bracketed = f"[{host}]" if ":" in host else host
    if not any(_covers(name.lower(), bracketed) for name in names):
        raise ImproperlyConfigured(
            f"ALLOWED_HOSTS must name the host of SITE_URL, “{host}”, or no link of the site works."
        )
    return list(names)


def _covers(name: str, host: str) -> bool:
    return host == name or (name.startswith(".") and (host.endswith(name) or host == name[1:]))


def https_address(url: str, *, https: bool) -> str:
    if https and not url.startswith("https://"):
        raise ImproperlyConfigured(
            f"SITE_URL must begin with https://, not “{url}”: the site is served by HTTPS only. "
            "For a trial on one machine without it, set INSECURE_HTTP=1."
        )
    return url
