from typing import Any

import pytest

from search.models import SearchEntry, SearchKey, SearchWord
from tests.factories import make_news, make_news_index, make_standard, publish
from tests.search.indexed import bring_up_to_date

pytestmark = pytest.mark.django_db


def entry(page: Any) -> SearchEntry:
    return SearchEntry.objects.get(pk=page.pk)


def test_each_text_is_stored_by_itself(home: Any) -> None:
    body = [
        ("heading", {"text": "Virsraksts", "level": "2"}),
        ("rich_text", "<p>Rindkopa.</p>"),
    ]
    page = publish(make_standard(home, title="Nosaukums", summary="Īsumā.", body=body))
    bring_up_to_date()
    stored = entry(page)
    assert "wnosaukums" in stored.title
    assert "wi0suma0" in stored.summary
    assert "wvirsraksts" in stored.headings
    assert "wrindkopa" not in stored.headings
    assert "wvirsraksts" in stored.body
    assert "wrindkopa" in stored.body
    assert stored.length == 2
    assert stored.text == "Nosaukums\nĪsumā. · Virsraksts · Rindkopa."


def test_news_has_the_day_it_speaks_of(home: Any) -> None:
    news = make_news(make_news_index(home), date="2020-05-04")
    bring_up_to_date()
    assert entry(news).type == "news"
    assert entry(news).date.year == 2020


def test_what_is_withdrawn_leaves_only_its_words(home: Any) -> None:
    page = publish(make_standard(home, title="Prototips"))
    bring_up_to_date()
    assert SearchKey.objects.filter(page_id=page.pk).exists()
    page.unpublish()
    bring_up_to_date()
    assert not SearchEntry.objects.filter(pk=page.pk).exists()
    assert not SearchKey.objects.filter(page_id=page.pk).exists()
    assert SearchWord.objects.filter(word="prototips").exists()


def test_a_change_replaces_what_was_stored(home: Any) -> None:
    page = publish(make_standard(home, title="Prototips"))
    bring_up_to_date()
    page.title = "Prototips un karte"
    publish(page)
    bring_up_to_date()
    keys = SearchKey.objects.filter(page_id=page.pk).values_list("lemma__token", flat=True)
    assert sum(key == "tprototips" for key in keys) == 1
    assert "tkarte" in keys
