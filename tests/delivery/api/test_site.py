"""Menus and terms."""

from typing import Any

from wagtail.models import PageViewRestriction

from tests.factories import make_news, make_news_index, make_standard, make_topic, publish


def menu(api: Any, name: str) -> list[str]:
    return [item["title"] for item in api.json("navigation?locale=lv")[name]]


def test_menus_follow_the_tree(api: Any, home: Any) -> None:
    first = make_standard(home, "Pirmā", show_in_menus=True)
    second = make_standard(home, "Otrā", show_in_menus=True)
    make_standard(home, "Kājene")
    make_standard(first, "Zem pirmās", show_in_menus=True)
    make_standard(first, "Nav izvēlnē")
    assert menu(api, "main") == ["Pirmā", "Otrā"]
    assert menu(api, "footer") == ["Kājene"]
    found = api.json("navigation?locale=lv")
    assert found["home"]["id"] == home.pk
    assert [child["title"] for child in found["main"][0]["children"]] == ["Zem pirmās"]
    second.move(first, pos="left")
    assert menu(api, "main") == ["Otrā", "Pirmā"]


def test_menus_hold_nothing_private(api: Any, home: Any) -> None:
    make_standard(home, "Melnraksts", live=False, show_in_menus=True)
    closed = make_standard(home, "Slēgta", show_in_menus=True)
    make_standard(closed, "Zem slēgtas", show_in_menus=True)
    assert menu(api, "main") == ["Slēgta"]
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert menu(api, "main") == []


def test_terms_count_public_documents(api: Any, home: Any) -> None:
    topic, other = make_topic("Dati"), make_topic("Citi")
    index = make_news_index(home)
    for live in (True, True, False):
        page = make_news(index, live=live)
        page.topics.create(topic=topic)
        if live:
            publish(page)
        else:
            page.save_revision()
    found = api.json("terms/topic?locale=lv")["items"]
    assert {term["slug"]: term["count"] for term in found} == {topic.slug: 2, other.slug: 0}
    assert api.json("terms/topic?locale=en")["items"] == []
