"""All broken links of public pages: in the site, computed now; to other sites, as last checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from govlab.delivery.models import Document

from ..models import CheckedLink
from ..models.link_check import LinkResult
from ..visibility import explorable_pages
from .content import FILE, Named
from .extract import Link, links_in
from .reasons import explain
from .site import served_site
from .stripped import stripped_links
from .urls import WEB, digest, without_fragment


class Where(TextChoices):
    SITE = "site", _("On this site")
    OTHERS = "others", _("On other sites")


@dataclass(frozen=True)
class BrokenLink:
    page: Page
    text: str
    address: str
    reason: str
    where: str
    since: datetime | None = None
    # Whether it did not work once, and is to be tried again.
    is_doubtful: bool = False

    @property
    def title(self) -> str:
        return str(self.page.get_admin_display_title())

    @property
    def language(self) -> str:
        return str(self.page.locale.get_display_name())

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def broken_links(account: Any) -> list[BrokenLink]:
    """Return those of public pages that the account may explore, in the order of the tree."""
    site = served_site()
    pages = explorable_pages(account).filter(live=True).select_related("locale").order_by("path")
    known = {page.pk: page for page in pages}
    found = [
        BrokenLink(
            page=known[dead.page_id],
            text=dead.named.text,
            address=dead.target or _number(dead.named),
            reason=dead.reason,
            where=Where.SITE,
            since=dead.since,
        )
        for dead in stripped_links(site.files)
        if dead.page_id in known
    ]
    failing = {
        row.digest: row
        for row in CheckedLink.objects.filter(result__in=(LinkResult.DEAD, LinkResult.DOUBTFUL))
    }
    for page_id, link in typed_links():
        page = known.get(page_id)
        if page is None:
            continue
        if site.is_own(link.url):
            if reason := site.problem(link.url):
                found.append(BrokenLink(page, link.text, link.url, reason, Where.SITE))
        elif row := failing.get(digest(without_fragment(link.url))):
            found.append(
                BrokenLink(
                    page=page,
                    text=link.text,
                    address=link.url,
                    reason=explain(row),
                    where=Where.OTHERS,
                    since=row.failing_since,
                    is_doubtful=row.result == LinkResult.DOUBTFUL,
                )
            )
    return sorted(found, key=lambda link: (link.page.path, link.where, link.address))


def _number(named: Named) -> str:
    """Return what is known of something that was deleted."""
    if named.kind == FILE:
        return gettext("File no. %d") % named.number
    return gettext("Page no. %d") % named.number


def typed_links() -> Iterator[tuple[int, Link]]:
    """Yield the page and each of its web links, once."""
    rows = Document.objects.filter(live=True).order_by("page_id").values_list("page_id", "json")
    for page_id, text in rows.iterator(chunk_size=200):
        for link in dict.fromkeys(links_in(text)):
            if urlsplit(link.url).scheme in WEB:
                yield page_id, link
