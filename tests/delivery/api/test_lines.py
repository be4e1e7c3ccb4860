"""What is served is one line of JSON, also for readers that end lines at U+2028 and its like."""

import json
from typing import Any

import pytest
from django.core.management import call_command

from govlab.delivery.documents.canonical import digest
from govlab.delivery.log import audit
from govlab.delivery.models import Document
from tests.factories import make_news, make_news_index, make_topic

ENDS = "\u0085\u2028\u2029"
TEXT = f"vārds{ENDS}vārds"


@pytest.fixture
def news(home: Any) -> Any:
    make_topic(TEXT, slug="tema", description=TEXT)
    return make_news(make_news_index(home), title=TEXT, summary=TEXT)


def test_every_response(api: Any, news: Any) -> None:
    path = api.json(f"pages/{news.pk}")["path"]
    addresses = [
        f"pages/{news.pk}",
        f"pages/by-path?path={path}",
        f"groups/{news.translation_key}",
        "news",
        "news?view=summary",
        "pages?locale=en&fallback=lv",
        "changes",
        "terms/topic?locale=lv",
        "navigation?locale=lv",
        "",
    ]
    for address in addresses:
        assert_one_line(api.get(address).content)
    assert_one_line(api.get(f"pages/by-path?path=/{TEXT}", 404).content)
    assert_one_line(api.get(f"pages?{TEXT}=1", 422).content)


def test_the_export_has_a_document_a_line(api: Any, news: Any) -> None:
    text = api.get("export").getvalue().decode()
    assert text.splitlines() == text.removesuffix("\n").split("\n")
    assert TEXT in [json.loads(line).get("title") for line in text.splitlines()]


def assert_one_line(body: bytes) -> None:
    text = body.decode()
    assert len(text.splitlines()) == 1
    assert json.loads(text)


def test_digests_are_over_what_was_meant(api: Any, news: Any) -> None:
    document = api.json(f"pages/{news.pk}")
    assert document["title"] == TEXT
    assert document["digest"] == digest(document)


def test_rows_from_before_are_repaired_in_place(api: Any, news: Any) -> None:
    stored = api.get(f"pages/{news.pk}").content.decode()
    row = Document.objects.get(pk=news.pk)
    for column in ("json", "summary_json", "card_json"):
        raw = json.dumps(
            json.loads(getattr(row, column)), ensure_ascii=False, separators=(",", ":")
        )
        setattr(row, column, raw)
    row.save()
    assert [difference.page_id for difference in audit.differences()] == [news.pk]
    call_command("rebuild_documents", verbosity=0)
    assert list(audit.differences()) == []
    assert Document.objects.get(pk=news.pk).json == stored
    assert Document.objects.get(pk=news.pk).sequence == row.sequence
