from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import make_standard, publish, translate_page


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", slug="home", summary="In English.")


@pytest.fixture
def untranslated(home: Any, english_home: Any, admin_user: Any) -> Any:
    """An English draft as submitting for translation leaves it: in Latvian."""
    fields = {"slug": "par-mums", "summary": "Kas mēs esam.", "owner": admin_user}
    page = publish(make_standard(home, "Par mums", **fields))
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=False)
    return type(page).objects.get(translation_key=page.translation_key, locale=english)
