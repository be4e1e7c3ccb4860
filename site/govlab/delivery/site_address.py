"""The absolute URLs of sites and pages, for templates, the sitemap, documents and the API.

The default site uses `SITE_URL`, any other site its Wagtail record. The host of a request is never
used, because the client controls it.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site


def site_url() -> str:
    """Return scheme and host of the default site, without a trailing slash."""
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def site_address(site: Site | None) -> str:
    """Return scheme and host of a site, by default of the default site."""
    return site_url() if site is None or site.is_default_site else str(site.root_url)


def absolute(path: str, site: Site | None = None) -> str:
    """Return the absolute URL of a path, which starts with a slash."""
    return site_address(site) + path


def page_address(page: Page, request: HttpRequest | None = None) -> str | None:
    """Return the absolute URL of a page, or None if it belongs to no site."""
    parts: Any = page.get_url_parts(request)
    if parts is None or parts[1] is None:
        return None
    _, root_url, path = parts
    return corrected_root(root_url) + str(path)


def corrected_root(root_url: str) -> str:
    """Return the root URL of a site, replaced with `SITE_URL` for the default site.

    Wagtail derives the scheme from the port of the site's record: HTTPS needs port 443 there.
    """
    hostname, port = record_of(site_url())
    is_default = root_url == Site(hostname=hostname, port=port).root_url
    return site_url() if is_default else root_url


def record_of(url: str) -> tuple[str, int]:
    """Return the host name and port for a site's record."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
