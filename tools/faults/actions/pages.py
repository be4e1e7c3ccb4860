"""Writing, publishing, taking back."""

import random

from django.urls import reverse

from ..browser import PUBLISH, Browser
from ..registry import action, chosen
from .picking import any_page, parent, standard_page, title


@action
def write_a_page(browser: Browser, chance: random.Random) -> None:
    below, name = parent(chance), title(chance)
    path = reverse("wagtailadmin_pages:add", args=["home", "standardpage", below.pk])
    values = {"title": name, "slug": name.lower().replace(" ", "-"), "summary": "Kopsavilkums."}
    publish = PUBLISH if chance.random() < 0.7 else {}
    browser.submit(path, {"body-count": "0"} | values | publish)


@action
def retitle_and_publish(browser: Browser, chance: random.Random) -> None:
    browser.edit_page(standard_page(chance).pk, {"title": title(chance)} | PUBLISH)


@action
def save_a_draft(browser: Browser, chance: random.Random) -> None:
    browser.edit_page(standard_page(chance).pk, {"title": title(chance)})


@action
def publish_again(browser: Browser, chance: random.Random) -> None:
    browser.edit_page(any_page(chance, locale__language_code="lv").pk, PUBLISH)


@action
def change_the_address(browser: Browser, chance: random.Random) -> None:
    slug = f"adrese-{chance.randrange(10**6)}"
    browser.edit_page(standard_page(chance).pk, {"slug": slug} | PUBLISH)


@action
def change_the_address_and_back(browser: Browser, chance: random.Random) -> None:
    page = standard_page(chance)
    browser.edit_page(page.pk, {"slug": f"adrese-{chance.randrange(10**6)}"} | PUBLISH)
    browser.edit_page(page.pk, {"slug": page.slug} | PUBLISH)


@action
def unpublish(browser: Browser, chance: random.Random) -> None:
    below = {"include_descendants": "on"} if chance.random() < 0.4 else {}
    path = reverse("wagtailadmin_pages:unpublish", args=[any_page(chance, live=True).pk])
    browser.post(path, below, form_at=path)


@action
def unpublish_and_publish(browser: Browser, chance: random.Random) -> None:
    page = standard_page(chance, live=True)
    path = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    browser.post(path, {}, form_at=path)
    browser.edit_page(page.pk, PUBLISH)


@action
def publish_an_earlier_version(browser: Browser, chance: random.Random) -> None:
    page = standard_page(chance)
    browser.publish_revision(page.pk, chosen(chance, page.revisions.all()))
