"""The site's public addresses, for whatever prints one: tags, sitemap, documents, the API.

The setting `GOVLAB_SITE_URL` is the default site's; without it that one, like any other site, has
the address of its record. An address never comes from a request: its host and path are what a
stranger typed.
"""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from wagtail.models import Page, Site

from . import conf


def site_url() -> str:
    """Scheme and host of the default site, without a slash at the end."""
    return conf.site_url() or _recorded(Site.objects.filter(is_default_site=True).first())


def site_address(site: Site | None) -> str:
    """Scheme and host of a site; the default one's where a request belongs to none."""
    if site is None:
        return site_url()
    return (conf.site_url() if site.is_default_site else "") or _recorded(site)


def _recorded(site: Site | None) -> str:
    """Of a project without sites nothing is public, so nobody reads what this gives."""
    return str(site.root_url) if site else "http://localhost"


def absolute(path: str, site: Site | None = None) -> str:
    """The whole address of a path, which begins with a slash."""
    return site_address(site) + path


def page_address(page: Page, request: HttpRequest | None = None) -> str | None:
    """The whole address of a page; None where it is under no site."""
    parts: Any = page.get_url_parts(request)
    if parts is None or parts[1] is None:
        return None
    _, root_url, path = parts
    return corrected_root(root_url) + str(path)


def corrected_root(root_url: str) -> str:
    """Wagtail's address of a site; of the default one, the address in the settings.

    A site record knows neither HTTPS on a port of its own nor anything but host and port.
    """
    ours = conf.site_url()
    if not ours:
        return root_url
    hostname, port = record_of(ours)
    return ours if root_url == Site(hostname=hostname, port=port).root_url else root_url


def record_of(url: str) -> tuple[str, int]:
    """Host name and port, as a site record holds them."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
