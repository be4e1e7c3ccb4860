"""What a page reads is planned once; what it shows is as new as ever."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.db.models import F
from django.test import Client

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.documents import batch
from govlab.delivery.models import Head
from govlab.website.reader import plan
from tests.factories import make_news, make_news_index, make_standard, publish
from tests.search.indexed import bring_up_to_date

NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the documents that a plan is made for."""
    made: list[str] = []

    class Counted(plan.Plan):
        def __init__(self, document: Any, parameters: Any, *, with_frame: bool) -> None:
            made.append(document.path)
            super().__init__(document, parameters, with_frame=with_frame)

    monkeypatch.setattr(plan, "Plan", Counted)
    return made


def shown(client: Client, url: str) -> str:
    response_cache.clear()
    return str(client.get(url).content.decode())


def test_another_state_of_the_log_needs_no_other_plan(
    client: Client, home: Any, planned: list[str]
) -> None:
    index = publish(make_news_index(publish(home)))
    first = publish(make_news(index, title="Pirmā"))
    assert "Pirmā" in shown(client, index.url)
    publish(make_news(index, title="Otrā"))
    first.title = "Pirmā, labota"
    publish(first)
    page = shown(client, index.url)
    assert "Otrā" in page
    assert "Pirmā, labota" in page
    assert planned.count(index.url) == 1


def test_each_view_of_a_changed_document_has_its_own(
    client: Client, home: Any, planned: list[str]
) -> None:
    index = publish(make_news_index(publish(home)))
    shown(client, index.url)
    shown(client, f"{index.url}?kind=news")
    index.title = "Citas ziņas"
    publish(index)
    assert "Citas ziņas" in shown(client, index.url)
    assert planned.count(index.url) == 3


def test_events_end_although_the_plan_stays(client: Client, home: Any, planned: list[str]) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        index = publish(make_news_index(publish(home)))
        publish(make_news(index, title="Sanāksme", kind="event", event_start=NOW + HOUR))
        assert "events__title" in shown(client, index.url)
        clock.move_to(NOW + 48 * HOUR)
        page = shown(client, index.url)
    assert "events__title" not in page
    assert 'class="past"' in page
    assert planned.count(index.url) == 1


def test_related_content_follows_the_index(client: Client, home: Any, planned: list[str]) -> None:
    texts = {"title": "Vēstules iedzīvotājiem", "summary": "Saprotama valoda vēstulē."}
    page = publish(make_standard(publish(home), **texts))
    assert "Saprotamas vēstules" not in shown(client, page.url)
    other = make_standard(home, title="Saprotamas vēstules", summary="Valoda iedzīvotājam.")
    publish(other)
    bring_up_to_date()
    assert "Saprotamas vēstules" in shown(client, page.url)
    assert planned.count(page.url) == 1


@pytest.mark.django_db
def test_a_statement_asks_for_the_time_when_it_runs() -> None:
    Head.current()
    asked = batch.Batch()
    heads = Head.objects.all()
    asked.add("now", heads.annotate(now=batch.Now()).filter(now__gt=NOW), text=F("epoch"))
    statement = asked.prepared()
    with time_machine.travel(NOW - HOUR, tick=False) as clock:
        assert statement.run()[1]["now"] == []
        clock.move_to(NOW + HOUR)
        assert len(statement.run()[1]["now"]) == 1
