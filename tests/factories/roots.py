"""What migrations make once and the flush after a transactional test removes."""

from wagtail.models import Collection, Locale, Page

from .terms import latvian


def make_roots() -> Page:
    """The roots of the page tree and of the collections, and both languages; as stored if there."""
    locale = latvian()
    Locale.objects.get_or_create(language_code="en")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)
