"""Pages that not everybody may see."""

import random

from django.urls import reverse

from ..browser import Browser
from ..registry import action, chosen
from .picking import any_page


@action
def restrict(browser: Browser, chance: random.Random) -> None:
    kind = chance.choice(["login", "password"])
    path = reverse("wagtailadmin_pages:set_privacy", args=[any_page(chance).pk])
    values = {"restriction_type": kind, "password": "parole" if kind == "password" else ""}
    browser.post(path, values, form_at="/admin/")


@action
def open_up(browser: Browser, chance: random.Random) -> None:
    from wagtail.models import PageViewRestriction

    page = chosen(chance, PageViewRestriction.objects.all()).page
    path = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    browser.post(path, {"restriction_type": "none"}, form_at="/admin/")
