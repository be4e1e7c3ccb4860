"""Access to uploaded files, as the serve view enforces it.

A file is public if a public page uses it (according to the log) and its collection is not
restricted. Otherwise the view restrictions of the pages that use it apply: password, login or
group. A file that no page uses is available to users who may choose it in the admin.
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
    """Whether the file is public: independent of the user, so the response may be cached."""
    return _on_public_page(document) and not in_closed_collection(document)


def refusal(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Return None if the user may have the file, else the password form or redirect to the login.

    Raises Http404 if neither would give access.
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
        # The user has passed the restriction of the collection, and there is no other.
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
    """Yield live pages that use the file, also if they are restricted or not in the log yet."""
    pages_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(document).filter(base_content_type=pages_type)
    numbers = {int(number) for number in references.values_list("object_id", flat=True)}
    tree = PublicTree()
    for page in Page.objects.filter(pk__in=numbers, live=True).order_by("path").specific():
        if tree.root_of(page) and not is_below_unpublished(page):
            yield page


def _ask_page(page: Page, request: HttpRequest) -> HttpResponse | None:
    """Return the response of the page's view restriction, or None if it allows the request."""
    shown = HttpResponse()
    asked: HttpResponse = ask_page(lambda *arguments: shown)(page, request, [], {})
    return None if asked is shown else asked
