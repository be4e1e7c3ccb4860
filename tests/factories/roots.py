"""What migrations make once and the flush after a transactional test removes."""

from wagtail.models import Collection, Locale, Page, Site

from home.models import HomePage

from .terms import latvian


def make_roots() -> Page:
    """The roots of the page tree and of the collections, and both languages; as stored if there."""
    locale = latvian()
    Locale.objects.get_or_create(language_code="en")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)


def remove_home() -> None:
    """Leaves the default site as migrations do: with Wagtail's own welcome page, or none at all."""
    if welcome := Page.objects.filter(depth=2).exact_type(Page).first():
        Site.objects.update(root_page=welcome)
    HomePage.objects.all().delete()
