"""Moving, copying, deleting; aliases."""

import random

from django.urls import reverse

from ..browser import Browser
from ..registry import action
from .picking import any_page, parent, standard_page


@action
def move(browser: Browser, chance: random.Random) -> None:
    page = standard_page(chance)
    below = parent(chance, not_below=page)
    path = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, below.pk])
    browser.post(path, {}, form_at=path)


@action
def delete(browser: Browser, chance: random.Random) -> None:
    path = reverse("wagtailadmin_pages:delete", args=[standard_page(chance).pk])
    browser.post(path, {}, form_at=path)


def _copy(browser: Browser, chance: random.Random, **options: str) -> None:
    page = standard_page(chance)
    slug = f"kopija-{chance.randrange(10**6)}"
    below = parent(chance, not_below=page)
    values = {"new_title": page.title, "new_slug": slug, "new_parent_page": str(below.pk)}
    path = reverse("wagtailadmin_pages:copy", args=[page.pk])
    browser.post(path, values | options, form_at=path)


@action
def copy(browser: Browser, chance: random.Random) -> None:
    subpages = {"copy_subpages": "on"} if chance.random() < 0.5 else {}
    published = {"publish_copies": "on"} if chance.random() < 0.5 else {}
    _copy(browser, chance, **subpages, **published)


@action
def alias(browser: Browser, chance: random.Random) -> None:
    subpages = {"copy_subpages": "on"} if chance.random() < 0.3 else {}
    _copy(browser, chance, alias="on", **subpages)


@action
def unpublish_an_alias(browser: Browser, chance: random.Random) -> None:
    from wagtail.models import Page

    from ..registry import chosen

    page = chosen(chance, Page.objects.filter(live=True).exclude(alias_of=None))
    path = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    browser.post(path, {}, form_at=path)


@action
def reorder(browser: Browser, chance: random.Random) -> None:
    page = any_page(chance)
    path = reverse("wagtailadmin_pages:set_page_position", args=[page.pk])
    browser.post(f"{path}?position=0", {}, form_at="/admin/")
