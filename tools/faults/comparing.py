"""What must hold once everything has settled."""

from collections.abc import Iterator

import requests

from .installation import Installation
from .portal import Portal

SECONDS = 30
PASSWORD_FORM = b"authenticate_with_password"


def divergences(installation: Installation, portal: Portal) -> Iterator[str]:
    from wagtail.models import Page

    from govlab.delivery.log import audit

    for difference in audit.differences():
        yield f"the log: {difference}"
    for name, found in zip(("wrong ids", "wrong depths"), Page.find_problems(), strict=False):
        if found:
            yield f"the page tree has {name}: {found}"
    while portal.pull():
        pass
    yield from _copy(portal)
    yield from _shown(installation, portal)


def _copy(portal: Portal) -> Iterator[str]:
    from govlab.delivery.public import public_pages

    since, documents = portal.export()
    if since != portal.since:
        yield f"a portal is at {portal.since}, and the log's end is {since}"
    for page_id in sorted(documents.keys() | portal.documents.keys()):
        if documents.get(page_id) != portal.documents.get(page_id):
            yield f"a portal's copy of page {page_id} is not what the export has"
    public = set(public_pages().values_list("pk", flat=True))
    for page_id in sorted(public ^ documents.keys()):
        yield f"page {page_id} is {'public' if page_id in public else 'private'}, the API says not"


def _shown(installation: Installation, portal: Portal) -> Iterator[str]:
    """Anybody's GET of each page's address against the addresses of documents."""
    from wagtail.models import Page

    documents = {document["path"]: page_id for page_id, document in portal.documents.items()}
    paths = set(documents)
    for page in Page.objects.filter(depth__gt=1).iterator():
        parts = page.get_url_parts()
        if parts and parts[2]:
            paths.add(parts[2])
    for path in sorted(paths):
        response = requests.get(installation.address + path, timeout=SECONDS, allow_redirects=False)
        shown = response.status_code == 200 and PASSWORD_FORM not in response.content
        if shown != (path in documents):
            known = "knows it" if path in documents else "does not know it"
            yield f"the site answers {response.status_code} for {path}, and the API {known}"
