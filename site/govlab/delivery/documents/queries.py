"""Queries of live documents: the filters that the lists of the API and of the site share."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from ..models import Document, DocumentFacet


def live_documents(
    collection: str = "",
    *,
    locale: str = "",
    under: str = "",
    year: int | None = None,
    facets: Iterable[tuple[str, str]] = (),
) -> QuerySet[Document]:
    """Return the live documents that satisfy all filters; empty ones do not filter.

    `under` is the path of a page whose descendants to return, `year` that of `sort_date`.
    """
    documents = Document.objects.filter(live=True)
    if collection:
        documents = documents.filter(collection=collection)
    if locale:
        documents = documents.filter(locale=locale)
    if under:
        path = f"/{under.strip('/')}/"
        documents = documents.filter(path__startswith=path).exclude(path=path)
    if year:
        # A range on the column of the ordering, so that the index serves any year.
        documents = documents.filter(sort_date__year=year)
    for name, value in facets:
        matching = DocumentFacet.objects.filter(document=OuterRef("pk"), name=name, value=value)
        documents = documents.filter(Exists(matching))
    return documents
