"""Images and terms that pages show."""

import random

from django.urls import reverse

from ..browser import Browser
from ..registry import action, chosen
from .picking import title


@action
def retitle_an_image(browser: Browser, chance: random.Random) -> None:
    from govlab.core.images import SiteImage

    image = chosen(chance, SiteImage.objects.all())
    path = reverse("wagtailimages:edit", args=[image.pk])
    browser.submit(path, {"title": title(chance)})


@action
def delete_an_image(browser: Browser, chance: random.Random) -> None:
    from govlab.core.images import SiteImage

    image = chosen(chance, SiteImage.objects.all())
    path = reverse("wagtailimages:delete", args=[image.pk])
    browser.post(path, {}, form_at=path)


@action
def rename_a_term(browser: Browser, chance: random.Random) -> None:
    from govlab.core.vocabularies import Topic

    topic = chosen(chance, Topic.objects.filter(locale__language_code="lv"))
    path = reverse("wagtailsnippets_core_topic:edit", args=[topic.pk])
    browser.submit(path, {"name": title(chance).replace("Lapa", "Tēma")})
