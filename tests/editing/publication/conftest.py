from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import make_home, make_standard, publish, translate_page
from tests.prepared import Prepared


def _make_english_home() -> dict[str, Any]:
    english = {"title": "Home", "slug": "home", "summary": "In English."}
    return {"home": translate_page(publish(make_home()), **english)}


ENGLISH_HOME = Prepared(_make_english_home)


@pytest.fixture(scope="session", autouse=True)
def _prepared_home(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        ENGLISH_HOME.prepare()


@pytest.fixture
def english_home(home: Any) -> Any:
    return ENGLISH_HOME.there()["home"]


@pytest.fixture
def untranslated(home: Any, english_home: Any, admin_user: Any) -> Any:
    """An English draft as submitting for translation leaves it: in Latvian."""
    fields = {"slug": "par-mums", "summary": "Kas mēs esam.", "owner": admin_user}
    page = publish(make_standard(home, "Par mums", **fields))
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=False)
    return type(page).objects.get(translation_key=page.translation_key, locale=english)
