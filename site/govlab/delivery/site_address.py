"""The absolute URLs of sites and pages, for templates, the sitemap, documents and the API.

The default site uses the setting `GOVLAB_SITE_URL` if it is set; all other sites use their records.
The host of a request is never used, because the client controls it.
"""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from wagtail.models import Page, Site

from . import conf


def site_url() -> str:
    """Return scheme and host of the default site, without a trailing slash."""
    return conf.site_url() or _recorded(Site.objects.filter(is_default_site=True).first())


def site_address(site: Site | None) -> str:
    """Return scheme and host of a site, by default of the default site."""
    if site is None:
        return site_url()
    return (conf.site_url() if site.is_default_site else "") or _recorded(site)


def _recorded(site: Site | None) -> str:
    """Return the URL of the record; a fallback without one, since then no page is public."""
    return str(site.root_url) if site else "http://localhost"


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
    """Wagtail's address of a site; of the default one, the address in the settings.

    Wagtail derives the scheme from the port of the site's record: HTTPS needs port 443 there.
    """
    ours = conf.site_url()
    if not ours:
        return root_url
    hostname, port = record_of(ours)
    return ours if root_url == Site(hostname=hostname, port=port).root_url else root_url


def record_of(url: str) -> tuple[str, int]:
    """Return the host name and port for a site's record."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
