"""A fixture: pages of the embedded index, given as the texts and facets that matter to a test."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from govlab.delivery.models import Document, DocumentFacet
from search.engines.database import keys
from search.engines.database.rows import entry_row
from search.engines.database.vocabulary import learn, words_of
from search.text.document_texts import Texts

MakePages = Callable[..., None]
NAMES = ("title", "terms", "headings", "summary", "body", "files")


@pytest.fixture
def make_pages(db: None) -> MakePages:
    """Numbered from 1."""

    def make(*pages: dict[str, Any], locale: str = "lv") -> None:
        for number, page in enumerate(pages, start=1):
            date = datetime.fromisoformat(page.get("date", "2026-01-01")).replace(tzinfo=UTC)
            kind = page.get("facets", {}).get("type", "standard")
            texts = Texts(**{name: page.get(name, "") for name in NAMES})
            entry_row(number, locale, texts, sequence=number, date=date, kind=kind).save()
            keys.store({number: keys.keys_of(locale, texts)})
            learn(locale, words_of(locale, texts))
            _document(number, locale, date, page.get("facets", {}))

    return make


def _document(page: int, locale: str, date: datetime, facets: dict[str, str]) -> None:
    document = Document.objects.create(
        page_id=page,
        locale=locale,
        translation_key=uuid4(),
        sequence=page,
        live=True,
        updated_at=date,
        sort_date=date,
    )
    for name, value in facets.items():
        DocumentFacet.objects.create(document=document, name=name, value=value)
