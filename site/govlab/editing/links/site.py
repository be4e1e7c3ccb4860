"""What this site serves, as far as links to it are concerned. Read in a fixed number of queries."""

import json
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Site

from govlab.core.anchors import RESERVED
from govlab.delivery.closed_collections import closed_paths
from govlab.delivery.languages import match_of_path
from govlab.delivery.models import Document
from govlab.delivery.site_address import site_address

_HEADING = re.compile(r'"type":\s*"heading"')


@dataclass
class ServedSite:
    hosts: set[str] = field(default_factory=set)
    # Path of each public page → its anchors.
    pages: dict[str, frozenset[str]] = field(default_factory=dict)
    redirects: set[str] = field(default_factory=set)
    # Files that readers may have without a login.
    files: set[int] = field(default_factory=set)

    def is_own(self, url: str) -> bool:
        return urlsplit(url).netloc.lower() in self.hosts

    def problem(self, url: str) -> str:
        """Return why the address of this site leads nowhere; empty if it does lead somewhere."""
        parts = urlsplit(url)
        path = unquote(parts.path) or "/"
        page = self.pages.get(path) if path.endswith("/") else self.pages.get(f"{path}/")
        if page is not None:
            fragment = unquote(parts.fragment)
            if fragment and fragment not in page and fragment not in RESERVED:
                return _("The page has no heading with this address.")
            return ""
        normal = Redirect.normalise_path(url)
        if normal in self.redirects or normal.partition("?")[0] in self.redirects:
            return ""
        return self._problem_of_view(path)

    def _problem_of_view(self, path: str) -> str:
        match = match_of_path(path)
        if match is None:
            return _("The site has nothing at this address.")
        if match.url_name == "wagtail_serve":
            return _("No public page is at this address.")
        if match.url_name == "wagtaildocs_serve":
            number = int(match.args[0] if match.args else match.kwargs["document_id"])
            return "" if number in self.files else _("The file is not public or was deleted.")
        return ""


def served_site() -> ServedSite:
    site = ServedSite()
    site.hosts = {urlsplit(site_address(each)).netloc.lower() for each in Site.objects.all()}
    for path, text in Document.objects.filter(live=True).values_list("path", "json").iterator():
        site.pages[path] = _anchors(text)
    public = set(Document.objects.filter(live=True).values_list("page_id", flat=True))
    for redirect in Redirect.objects.all():
        if redirect.redirect_page_id is None or redirect.redirect_page_id in public:
            site.redirects.add(redirect.old_path)
    closed = closed_paths()
    files = get_document_model().objects.values_list("pk", "collection__path")
    site.files = {pk for pk, path in files if not path.startswith(closed)}
    return site


def _anchors(text: str) -> frozenset[str]:
    if not _HEADING.search(text):
        return frozenset()
    blocks = json.loads(text).get("body") or []
    headings = [block for block in blocks if block.get("type") == "heading"]
    # The site accepts the name in the page's own language too.
    return frozenset(
        name for block in headings for name in (block["anchor"], slugify(block["text"]))
    )
