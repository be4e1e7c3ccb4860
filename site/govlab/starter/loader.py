"""Loads the starting content: terms, Latvian pages, English translations, one of them outdated."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.models import HomePage

from .bodies import stream_data
from .contacts import create_contacts
from .pages import PlannedPage, build, plan
from .terms import create_terms
from .texts import row_texts, set_fields, set_rows
from .translation import translate

Progress = Callable[[str], None]


def is_loaded() -> bool:
    return HomePage.objects.exists()


@transaction.atomic
def load(progress: Progress) -> int:
    """Creates everything or nothing; returns the number of Latvian pages."""
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    english, _ = Locale.objects.get_or_create(language_code="en")
    progress("terms")
    terms = create_terms(latvian, english)
    progress("contacts")
    create_contacts({"lv": latvian, "en": english})
    planned = list(plan())
    pages: dict[str, Any] = {}
    for number, item in enumerate(planned, 1):
        progress(f"page {number} of {len(planned)}: {item.file.key}")
        pages[item.file.key] = _create(item, terms, pages, latvian)
    _use_as_site(pages["home"])
    for item in planned:
        page = _stored(item, pages)
        page.body = _body(item, "lv", pages)
        page.save_revision().publish()
    for item in planned:
        if item.file.translated:
            progress(f"translation: {item.file.key}")
            _translate(item, pages, english)
    for item in planned:
        if update := item.file.fields.get("lv_update"):
            page = _stored(item, pages)
            set_fields(page, update)
            page.save_revision().publish()
    return len(planned)


def _create(item: PlannedPage, terms: Any, pages: dict[str, Any], locale: Locale) -> Any:
    parent = pages[item.parent] if item.parent else Page.get_first_root_node()
    page = build(item, terms, pages)
    page.locale = locale
    set_fields(page, item.file.text("lv"))
    page.live = False
    parent.add_child(instance=page)
    return page


def _stored(item: PlannedPage, pages: dict[str, Any]) -> Any:
    """Reload the page, because `numchild` of the instance in memory is outdated."""
    return item.model.objects.get(pk=pages[item.file.key].pk)


def _body(item: PlannedPage, language: str, pages: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = item.file.text(language).get("body", [])
    return stream_data(item.file.key, blocks, lambda key: pages[key].pk)


def _translate(item: PlannedPage, pages: dict[str, Any], target: Locale) -> None:
    source, twin = _stored(item, pages), _stored(item, pages)
    set_fields(twin, item.file.text("en"))
    set_rows(twin, row_texts(item.file.fields, "en"))
    twin.body = _body(item, "en", pages)
    translate(source, twin, target)


def _use_as_site(home: Page) -> None:
    """Make the new tree the default site, and delete Wagtail's welcome page."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page = home
    site.site_name = home.title
    site.save()
    for page in Page.get_first_root_node().get_children().filter(slug="home"):
        if page.specific_class is Page:
            page.delete()
