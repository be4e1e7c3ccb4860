"""A site in English, French and Brazilian Portuguese, translated by hand."""

import django

django.setup()

from datetime import date
from typing import Any

from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings
from wagtail.models import Locale

from home.models import ArticlePage, HomePage

LANGUAGES = ["en", "fr", "pt-br"]
DAY = date(2026, 3, 2)
portal = Client()


def get(address: str, status: int = 200) -> Any:
    response = portal.get(address)
    assert response.status_code == status, (address, response.status_code, response.content[:500])
    return response.json()


def check_addresses(prefixes: dict[str, str]) -> None:
    """Documents name what the site responds at, in the language that it responds in."""
    for language, prefix in prefixes.items():
        (article,) = get(f"/api/v1/articles?locale={language}")["items"]
        assert article["path"] == f"{prefix}news-{language}/"
        assert [link["locale"] for link in article["translations"]] == LANGUAGES
        assert [link["path"] for link in article["breadcrumbs"]] == [prefix]
        assert get(f"/api/v1/pages/by-path?path={article['path']}")["id"] == article["id"]
        response = portal.get(article["path"])
        assert (response.status_code, response.headers["Content-Language"]) == (200, language)
        assert get(f"/api/v1/navigation?locale={language}")["home"]["path"] == prefix
    call_command("check_documents")


home = HomePage.objects.get()
article = home.add_child(instance=ArticlePage(title="Harbour", slug="news-en", date=DAY))
for language in LANGUAGES[1:]:
    locale = Locale.objects.create(language_code=language)
    home.copy_for_translation(locale).get_latest_revision().publish()
    translation = article.copy_for_translation(locale)
    translation.title, translation.slug = f"Harbour ({language})", f"news-{language}"
    translation.save_revision().publish()
call_command("run_worker", "--once")

service = get("/api/v1/")
assert (service["locales"], service["default_locale"]) == (LANGUAGES, "en")
contract = get("/api/v1/openapi.json")
assert contract["components"]["schemas"]["LocaleCode"]["enum"] == LANGUAGES
check_addresses({"en": "/en/", "fr": "/fr/", "pt-br": "/pt-br/"})
fallback = get("/api/v1/articles?locale=pt-br&fallback=en&order=title")["items"]
assert [(each["locale"], each["requested_locale"]) for each in fallback] == [("pt-br", "pt-br")]
infos = {each["locale"]: each["translation"] for each in get("/api/v1/articles")["items"]}
assert {each["source_locale"] for each in infos.values()} == {"en"}
get("/api/v1/articles?locale=pt", 422)

with override_settings(ROOT_URLCONF="mysite.urls_without_first_prefix", LANGUAGE_CODE="en"):
    call_command("rebuild_documents")
    check_addresses({"en": "/", "fr": "/fr/", "pt-br": "/pt-br/"})
