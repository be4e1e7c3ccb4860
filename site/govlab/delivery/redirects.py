"""Resolves redirects, for both the site and the API."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from .languages import language_of_path, match_of_path
from .models import Document
from .safe_urls import WEB_SCHEMES, safe_url


@dataclass(frozen=True)
class Target:
    """The target of a redirect. `address` is a path on this site or an absolute URL."""

    address: str
    permanent: bool
    # The id and the absolute URL of the public page at the address.
    page_id: int | None = None
    page_url: str = ""


def find_redirect(address: str, site: Site | None) -> Target | None:
    """Return the target for a path, which may have a query string and be percent-encoded.

    A redirect with the query string precedes one without it, and one of the site precedes one of
    all sites. Returns None if there is none or its target is not public.
    """
    forms = _forms(address)
    found = list(Redirect.get_for_site(site).filter(old_path__in=forms)) if forms else []
    if not found:
        return None
    return _target(min(found, key=lambda row: (forms.index(row.old_path), row.site_id is None)))


def is_answered_by_a_page(path: str) -> bool:
    """Whether the site serves a page at the path, including one that requires a login."""
    match = match_of_path(path)
    if match is None or match.url_name != "wagtail_serve":
        return False
    with override(language_of_path(path)):
        site = Site.objects.filter(is_default_site=True).first()
        request = get_dummy_request(path=path, site=site)
        return Page.route_for_request(request, match.args[0]) is not None


class RedirectMiddleware:
    """Replaces Wagtail's middleware, which also redirects to private pages and to any host."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        target = find_redirect(request.get_full_path(), Site.find_for_request(request))
        if target is None:
            return response
        redirect = HttpResponsePermanentRedirect if target.permanent else HttpResponseRedirect
        return redirect(target.address)


def _forms(address: str) -> list[str]:
    """Return the forms in which a redirect of the path may be stored, the most specific first."""
    # Two slashes would be followed by a host name.
    if "\0" in address or address.startswith("//"):
        return []
    try:
        path = urlsplit(address).path
        forms = [
            Redirect.normalise_path(form, decode_unicode=decoded)
            for form in (address, path)
            for decoded in (True, False)
        ]
    except ValueError:
        return []
    return list(dict.fromkeys(forms))


def _target(redirect: Redirect) -> Target | None:
    documents = Document.objects.filter(live=True)
    if redirect.redirect_page_id:
        found = documents.filter(pk=redirect.redirect_page_id)
    else:
        link = safe_url(redirect.redirect_link)
        if urlsplit(link).scheme in WEB_SCHEMES:
            return Target(link, redirect.is_permanent)
        if not link.startswith("/") or redirect.old_path == Redirect.normalise_path(link):
            return None
        found = documents.filter(path=link)
    row = found.values_list("pk", "path", "card_json").first()
    if row is None:
        # Paths of files and of the search page have no document.
        return None if redirect.redirect_page_id else Target(link, redirect.is_permanent)
    page_id, path, card = row
    return Target(path, redirect.is_permanent, page_id, json.loads(card)["url"])
