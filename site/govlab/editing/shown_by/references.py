"""What refers to objects: in Wagtail's reference index, and in the notes of the documents."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex

from govlab.delivery.models import Document, DocumentReference

# Of the pages below one that is deleted or moved; what shows others is not looked for.
MOST_BELOW = 500


def with_descendants(pages: Iterable[Page]) -> list[Page]:
    found: dict[int, Page] = {page.pk: page for page in pages}
    for page in list(found.values()):
        if page.numchild and len(found) < MOST_BELOW:
            below = page.get_descendants()[: MOST_BELOW - len(found)]
            found |= {descendant.pk: descendant for descendant in below}
    return list(found.values())


def references_to(objects: Sequence[Model]) -> list[ReferenceIndex]:
    model = type(objects[0])
    base = Page if issubclass(model, Page) else model
    content_type = ContentType.objects.get_for_model(base, for_concrete_model=False)
    rows = ReferenceIndex.objects.filter(
        to_content_type=content_type, to_object_id__in=[str(each.pk) for each in objects]
    )
    return list(rows.select_related("base_content_type", "content_type"))


def _keys(objects: Iterable[Any]) -> list[str]:
    """Return the keys under which documents note the objects."""
    keys = []
    for each in objects:
        if isinstance(each, AbstractImage):
            keys.append(f"image:{each.pk}")
        elif isinstance(each, AbstractDocument):
            keys.append(f"file:{each.pk}")
        elif isinstance(each, Page):
            keys.append(f"page:{each.translation_key}")
        elif hasattr(each, "translation_key"):
            keys.append(f"term:{each.translation_key}")
    return keys


def noted_pages(objects: Sequence[Any]) -> set[int]:
    """Return public pages whose documents show the objects. A page is noted by those below it, for
    their breadcrumbs, and by its translations: these are no places that show it."""
    notes = DocumentReference.objects.filter(key__in=_keys(objects), document__live=True)
    if not isinstance(objects[0], Page):
        return set(notes.values_list("document", flat=True))
    # The language matters: a link leads to the page in the language of the document.
    locales = {page.locale_id for page in objects}
    own = {page.pk for page in objects}
    groups = {page.translation_key for page in objects}
    rows = Document.objects.filter(pk__in=notes.values("document")).values_list(
        "page_id", "tree_path", "translation_key"
    )
    paths = tuple(page.path for page in objects)
    candidates = {
        page_id
        for page_id, tree_path, key in rows
        if page_id not in own and key not in groups and not tree_path.startswith(paths)
    }
    pages = Page.objects.filter(pk__in=candidates, locale__in=locales)
    return set(pages.values_list("pk", flat=True))
