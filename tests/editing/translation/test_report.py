"""The report that shows what is missing, current and out of date."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_standard, publish, translate_page


def statuses(client: Client) -> dict[str, str]:
    answer = client.get(reverse("govlab_translation_report"))
    assert answer.status_code == 200
    return {
        page.title: state.status
        for page in answer.context["object_list"]
        for state in page.translation_column
    }


def test_states(editor_client: Client, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    for title in ("Aktuāla", "Novecojusi", "Nepublicēta"):
        page = publish(make_standard(home, title=title))
        english = translate_page(page, title=f"{title} (en)")
        if title == "Novecojusi":
            page.summary = "Mainīts."
            publish(page)
        if title == "Nepublicēta":
            english.unpublish()
    make_standard(home, title="Tikai latviski")
    assert statuses(editor_client) == {
        "Sākums": "current",
        "Aktuāla": "current",
        "Novecojusi": "outdated",
        "Nepublicēta": "draft",
        "Tikai latviski": "missing",
    }


def test_queries_do_not_grow(editor_client: Client, home: Any) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            statuses(editor_client)
        return len(queries)

    make_standard(home)
    statuses(editor_client)
    one = count()
    for _ in range(19):
        make_standard(home)
    assert count() == one


def test_report_is_for_editors_only(client: Client, home: Any) -> None:
    assert client.get(reverse("govlab_translation_report")).status_code == 302
