"""What readers see on a page in words is searched for, whatever the form fields are called."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from cases.choices import Stage
from govlab.delivery.documents.registry import parse
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from home.choices import Phase
from news.choices import NewsKind
from search.text.document_texts import Texts, texts_of
from tests.factories.pages import (
    make_case,
    make_case_index,
    make_home,
    make_method,
    make_method_index,
    make_news,
    make_news_index,
    publish,
)

pytestmark = pytest.mark.django_db


def texts(page: Any) -> Texts:
    relay.drain()
    return texts_of(parse(json.loads(Document.objects.get(page_id=page.pk).json)))


def test_the_kind_of_news_and_the_day_of_an_event() -> None:
    news = make_news_index(make_home())
    # Late in the evening, on the next day in Latvia.
    start = datetime(2026, 3, 18, 22, 30, tzinfo=UTC)
    event = make_news(news, kind=NewsKind.EVENT, event_start=start, event_place="Rīga")
    found = texts(publish(event)).body.splitlines()
    assert {"Pasākums", "2026. gada 19. marts", "Rīga"} <= set(found)
    assert "Paziņojums" in texts(publish(make_news(news, "Cita"))).body


def test_the_phase_of_a_method_and_the_stage_of_a_case() -> None:
    home = make_home()
    method = make_method(make_method_index(home), phase=Phase.EMPATHISE)
    case = make_case(make_case_index(home), stage=Stage.PILOT)
    assert "Iejusties" in texts(publish(method)).body
    assert "Izmēģinājums" in texts(publish(case)).body


def test_they_are_not_suggested() -> None:
    event = make_news(make_news_index(make_home()), kind=NewsKind.RESULT)
    found = texts(publish(event))
    assert "Rezultāts" in found.body
    assert "Rezultāts" not in found.title + found.terms + found.headings
