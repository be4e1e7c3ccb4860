"""Where an address leads that moved: one rule for readers of the site and for portals."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from .languages import language_of_path
from .models import Document
from .safe_urls import WEB_SCHEMES, safe_url


@dataclass(frozen=True)
class Target:
    """What a redirect leads to: a path on this site, or a whole address."""

    address: str
    permanent: bool
    # Of the public page at the address, and that page's address with scheme and host.
    page_id: int | None = None
    page_url: str = ""


def find_redirect(address: str, site: Site | None) -> Target | None:
    """`address` is a path, maybe with a query, encoded or not.

    A redirect of the whole address goes before one of the path alone, and one of the site before
    one of all sites. None where there is none, and where it leads to what is not public.
    """
    forms = _forms(address)
    found = list(Redirect.get_for_site(site).filter(old_path__in=forms)) if forms else []
    if not found:
        return None
    return _target(min(found, key=lambda row: (forms.index(row.old_path), row.site_id is None)))


def is_answered_by_a_page(path: str) -> bool:
    """Whether the site has a page there, were it one that asks to log in."""
    with override(language_of_path(path)):
        try:
            match = resolve(path)
        except Resolver404:
            return False
        if match.url_name != "wagtail_serve":
            return False
        site = Site.objects.filter(is_default_site=True).first()
        request = get_dummy_request(path=path, site=site)
        return Page.route_for_request(request, match.args[0]) is not None


class RedirectMiddleware:
    """In place of Wagtail's, which leads also to private pages and to any host."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        target = find_redirect(request.get_full_path(), Site.find_for_request(request))
        if target is None:
            return response
        answer = HttpResponsePermanentRedirect if target.permanent else HttpResponseRedirect
        return answer(target.address)


def _forms(address: str) -> list[str]:
    """How a redirect from the address may be stored, the closest first."""
    # Two slashes would begin the name of a host.
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
        # Paths of files, of searches and of sections of pages have no document.
        return None if redirect.redirect_page_id else Target(link, redirect.is_permanent)
    page_id, path, card = row
    return Target(path, redirect.is_permanent, page_id, json.loads(card)["url"])
