"""The structured data (JSON-LD) of a page: publisher, site, page and breadcrumbs, and what the type
of its document adds."""

import json
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from govlab.core.schemas.contacts import Contacts
from govlab.core.structured_data import Node, identified, node, picture, publisher, site_of
from govlab.delivery.documents.registry import type_named
from govlab.delivery.schemas.page import PageDocument
from govlab.website.icons import LARGEST, icon_url
from govlab.website.reader.frame import Frame

_CHANCELLERY = "https://www.mk.gov.lv/lv/valsts-kanceleja"
# As Django's `json_script`: nothing in the text can end the element or begin another.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(nodes: Iterable[Node]) -> SafeString:
    """Return the text of a `script` element. Browsers do not run it."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308  escaped


def of_site(site: str, frame: Frame) -> Iterator[Node]:
    """Yield what all pages say. `site` is the URL of the site, with a trailing slash."""
    yield _organization(site, frame.contacts)
    yield _website(site, frame)


def of_page(document: PageDocument, frame: Frame) -> Iterator[Node]:
    kind = type_named(document.type)
    described = [dict(found) for found in kind.structured_data(document)]
    yield from of_site(site_of(document), frame)
    yield identified("page", document.url) | node(
        "CollectionPage" if kind.lists else "WebPage",
        url=document.url,
        name=document.seo.title,
        description=document.seo.description,
        inLanguage=document.locale,
        datePublished=document.published_at and document.published_at.isoformat(),
        dateModified=document.updated_at.isoformat(),
        isPartOf=_website_id(site_of(document), document.locale),
        publisher=publisher(document),
        mainEntity={"@id": described[0]["@id"]} if described else None,
        primaryImageOfPage=None if described else picture(document.image),
        breadcrumb=identified("breadcrumbs", document.url) if document.breadcrumbs else None,
        workTranslation=[
            identified("page", link.url) for link in document.translations if link.id != document.id
        ],
    )
    if document.breadcrumbs:
        yield _breadcrumbs(document)
    yield from described


def _organization(site: str, contacts: Contacts | None) -> Node:
    return (
        identified("organization", site)
        | node(
            "GovernmentOrganization",
            name=gettext("Innovation Laboratory"),
            alternateName="GovLabLatvia",
            url=site,
            logo=icon_url(site, LARGEST),
            parentOrganization=node(
                "GovernmentOrganization",
                name=gettext("State Chancellery of Latvia"),
                url=_CHANCELLERY,
            ),
        )
        | (_reached(contacts) if contacts else {})
    )


def _reached(contacts: Contacts) -> Node:
    """Return how to reach the organization, without what is a placeholder."""
    known = {
        name: value
        for name in ("address", "email", "telephone")
        if (value := getattr(contacts, name)) and name not in contacts.placeholders
    }
    profiles = [profile.url for profile in contacts.profiles]
    return known | ({"sameAs": profiles} if profiles else {})


def _website_id(site: str, locale: str) -> Node:
    return identified("website", f"{site}{locale}/")


def _website(site: str, frame: Frame) -> Node:
    home = frame.homes.get(frame.locale)
    search = site.rstrip("/") + reverse("search")
    return _website_id(site, frame.locale) | node(
        "WebSite",
        name=gettext("Innovation Laboratory"),
        url=home.url if home else site,
        inLanguage=frame.locale,
        publisher=identified("organization", site),
        potentialAction=node(
            "SearchAction",
            **{
                "target": node("EntryPoint", urlTemplate=f"{search}?q={{search_term_string}}"),
                "query-input": "required name=search_term_string",
            },
        ),
    )


def _breadcrumbs(document: PageDocument) -> Node:
    trail = [
        *((crumb.title, crumb.url) for crumb in document.breadcrumbs),
        (document.title, document.url),
    ]
    return identified("breadcrumbs", document.url) | node(
        "BreadcrumbList",
        itemListElement=[
            node("ListItem", position=position, name=title, item=url)
            for position, (title, url) in enumerate(trail, 1)
        ],
    )
