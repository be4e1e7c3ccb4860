from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation

from tests.core.translation.originals import Blocks, heading, rich, submit, write
from tests.editing.machine_translation.stub import Service, running
from tests.factories import make_standard, publish, translate_page

LINK = '<p>Lasi <a href="https://example.org/">par <b>mums</b></a> &amp; raksti.</p>'
BODY: Blocks = [rich("r1", f"{LINK}<p>Otrā rindkopa.</p>"), heading("h1", "Otrā rindkopa.")]


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as service:
        yield service


@pytest.fixture
def machine(service: Service, settings: Any) -> Service:
    """The service, as the site's machine."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service.setting()
    return service


@pytest.fixture
def translation(home: Any) -> Translation:
    """Of a page with nothing translated."""
    translate_page(publish(home), title="Home", summary="Summary.")
    page = make_standard(home, "Par mums", slug="par-mums", summary="Kas mēs esam.")
    return submit(write(page, body=BODY))


@pytest.fixture
def languages(db: None) -> tuple[Locale, Locale]:
    return (
        Locale.objects.get_or_create(language_code="lv")[0],
        Locale.objects.get_or_create(language_code="en")[0],
    )
