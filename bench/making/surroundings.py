"""What news needs around it: the tree above, terms in both languages, pictures."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.models import Locale, Page, Site

from govlab.core.images import SiteImage
from govlab.core.vocabularies import Institution, Term, Topic
from home.models import HomePage
from news.models import NewsIndexPage

LANGUAGES = ("lv", "en")
TERMS = 10
PICTURES = 12
SIZE = (1600, 900)


@dataclass(frozen=True)
class Places:
    locales: dict[str, Locale]
    indexes: dict[str, Any]
    topics: dict[str, list[Any]]
    institutions: dict[str, list[Any]]
    pictures: list[Any]


def make() -> Places:
    if HomePage.objects.exists():
        raise SystemExit("The bench makes its content in an empty database.")
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    return Places(
        locales=locales,
        indexes=_indexes(locales),
        topics=_terms(Topic, "Tēma", locales),
        institutions=_terms(Institution, "Iestāde", locales),
        pictures=[_picture(number) for number in range(PICTURES)],
    )


def made() -> Places:
    """What `make` made before."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    return Places(
        locales=locales,
        indexes={
            code: NewsIndexPage.objects.get(locale=locale) for code, locale in locales.items()
        },
        topics=_made_terms(Topic, locales),
        institutions=_made_terms(Institution, locales),
        pictures=list(SiteImage.objects.order_by("pk")),
    )


def _made_terms(model: type[Term], locales: dict[str, Locale]) -> dict[str, list[Any]]:
    return {
        code: list(model.objects.filter(locale=locale).order_by("pk"))
        for code, locale in locales.items()
    }


def _indexes(locales: dict[str, Locale]) -> dict[str, Any]:
    home_key, news_key = uuid4(), uuid4()
    indexes = {}
    for code, locale in locales.items():
        root = Page.get_first_root_node()
        home = HomePage(
            title=f"Laboratorija {code}",
            slug=f"laboratorija-{code}",
            locale=locale,
            summary="Kopsavilkums.",
            translation_key=home_key,
        )
        root.add_child(instance=home).save_revision().publish()
        if code == LANGUAGES[0]:
            _serve(home)
        indexes[code] = NewsIndexPage(
            title="Jaunumi" if code == "lv" else "News",
            slug="jaunumi" if code == "lv" else "news",
            locale=locale,
            summary="Kopsavilkums.",
            translation_key=news_key,
        )
        home.add_child(instance=indexes[code]).save_revision().publish()
    return indexes


def _serve(home: Page) -> None:
    """In place of Wagtail's welcome page."""
    Site.objects.all().delete()
    for page in Page.get_first_root_node().get_children().filter(slug="home"):
        page.delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


def _terms(model: type[Term], name: str, locales: dict[str, Locale]) -> dict[str, list[Any]]:
    keys = [uuid4() for _ in range(TERMS)]
    return {
        code: [
            model.objects.create(name=f"{name} {number}", locale=locale, translation_key=key)
            for number, key in enumerate(keys)
        ]
        for code, locale in locales.items()
    }


def _picture(number: int) -> SiteImage:
    content = BytesIO()
    Picture.new("RGB", SIZE, (20 * number, 90, 200 - 10 * number)).save(content, "JPEG")
    image = SiteImage(
        title=f"Attēls {number}",
        file=ImageFile(BytesIO(content.getvalue()), name=f"bench-{number}.jpg"),
    )
    image.save()
    return image
