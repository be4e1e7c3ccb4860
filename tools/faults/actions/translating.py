"""English pages, through wagtail-localize as its editor uses it."""

import random

from ..browser import Browser
from ..registry import Nothing, action
from .picking import standard_page, title


@action
def translate(browser: Browser, chance: random.Random) -> None:
    from wagtail.models import Locale

    from govlab.starter.translation import translate as translated

    page = standard_page(chance, live=True)
    english = Locale.objects.get(language_code="en")
    if page.get_parent().get_translation_or_none(english) is None:
        raise Nothing
    source = type(page).objects.get(pk=page.pk)
    twin = type(page).objects.get(pk=page.pk)
    twin.title, twin.summary = title(chance).replace("Lapa", "Page"), "Summary."
    translated(source, twin, english)
