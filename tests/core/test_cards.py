import datetime as dt
import json
from typing import Any

import pytest
import time_machine
from django.utils.translation import override

from govlab.core import cards
from govlab.delivery.documents.registry import parse
from govlab.delivery.models import Document
from tests.factories import make_news, make_news_index, publish
from tests.search.indexed import bring_up_to_date

NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
CARD = {"level": 3, "template": cards.TEMPLATE}


@pytest.fixture
def index(home: Any) -> Any:
    return publish(make_news_index(publish(home)))


def document(page: Any) -> Any:
    bring_up_to_date()
    return parse(json.loads(Document.objects.get(pk=page.pk).json))


def test_a_card_is_rendered_once(index: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    news = document(publish(make_news(index, title="Ziņa")))
    first = cards.card(news, **CARD)
    monkeypatch.setattr(cards, "render_to_string", lambda *_: "rendered again")
    assert cards.card(news, **CARD) == first
    assert "Ziņa" in first


def test_each_way_to_show_it_has_its_own(index: Any) -> None:
    news = document(publish(make_news(index, title="Ziņa", date="2026-05-04")))
    with override("lv"):
        latvian = cards.card(news, **CARD)
        assert "<h2" in cards.card(news, level=2, template=cards.TEMPLATE)
    with override("en"):
        english = cards.card(news, **CARD)
    assert "<h3" in latvian
    assert "maij" in latvian
    assert "May" in english


def test_what_will_look_different_is_rendered_each_time(index: Any) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        event = make_news(index, title="Sanāksme", kind="event", event_start=NOW + HOUR)
        news = document(publish(event))
        assert 'class="past"' not in cards.card(news, **CARD)
        clock.move_to(NOW + 48 * HOUR)
        assert 'class="past"' in cards.card(news, **CARD)
