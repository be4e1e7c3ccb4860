"""Who may open an uploaded file. One rule: the serve view asks it, whoever made the link.

A file is open to everybody where a public page shows it and its collection is not closed; what a
public page shows is what the log says. Else it asks what the pages ask that show it: their
password, a login, a group. A file that no page shows is open to those who may choose it in the
administration.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.documents import get_document_model
from wagtail.documents.wagtail_hooks import check_view_restrictions as ask_collection
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.wagtail_hooks import check_view_restrictions as ask_page

from .closed_collections import in_closed_collection
from .documents.tree import PublicTree
from .models import DocumentReference
from .public import is_below_unpublished

RIGHTS = ("choose", "change", "delete")


def open_to_everybody(document: Any) -> bool:
    """Asks nothing about the reader, so that what it lets pass may be cached for all."""
    return _on_public_page(document) and not in_closed_collection(document)


def refusal(document: Any, request: HttpRequest) -> HttpResponse | None:
    """None where the reader may have the file, else the page that asks for a password or a login.

    Raises Http404 where nothing that the reader could do would open it.
    """
    if _may_choose(document, request.user):
        return None
    if asked := ask_collection(document, request):
        return asked
    if _on_public_page(document):
        return None
    refusals = [_ask_page(page, request) for page in _pages_that_show(document)]
    if None in refusals:
        return None
    if refusals:
        return refusals[0]
    if in_closed_collection(document):
        # The collection's password or login, which the reader has passed, is the whole condition.
        return None
    raise Http404("No page shows this file to you.")


def _on_public_page(document: Any) -> bool:
    shown = DocumentReference.objects.filter(key=f"file:{document.pk}", document__live=True)
    return bool(shown.exists())


def _may_choose(document: Any, user: Any) -> bool:
    if not (user.is_authenticated and user.has_perm("wagtailadmin.access_admin")):
        return False
    policy = policy_registry.get_by_type(get_document_model())
    return bool(policy.user_has_any_permission_for_instance(user, RIGHTS, document))


def _pages_that_show(document: Any) -> Iterator[Page]:
    """Live pages on the site with the file, restricted ones too.

    A page that is public and not in the log yet is among them: its readers need not wait.
    """
    pages_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(document).filter(base_content_type=pages_type)
    numbers = {int(number) for number in references.values_list("object_id", flat=True)}
    tree = PublicTree()
    for page in Page.objects.filter(pk__in=numbers, live=True).order_by("path").specific():
        if tree.root_of(page) and not is_below_unpublished(page):
            yield page


def _ask_page(page: Page, request: HttpRequest) -> HttpResponse | None:
    """What the page itself would ask of the reader; None where it would show itself."""
    shown = HttpResponse()
    asked: HttpResponse = ask_page(lambda *arguments: shown)(page, request, [], {})
    return None if asked is shown else asked
