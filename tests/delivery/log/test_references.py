"""What a document shows of others changes with them: pages, terms, and what leads to them."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from cases.models import CaseMethod, CaseTopic
from tests.factories import (
    make_case,
    make_case_index,
    make_method,
    make_method_index,
    make_standard,
    make_topic,
)
from tests.factories import publish as publish_in_code

from .admin import delete, post, publish, restrict, unpublish
from .portal import NOTHING, Portal


def text(html: str) -> list[tuple[str, str]]:
    return [("rich_text", html)]


def with_text(parent: Any, html: str) -> Any:
    return publish_in_code(make_standard(parent, body=text(html)))


def with_card(parent: Any, page: Any) -> Any:
    related = {"title": "Saistītās", "pages": [page]}
    return publish_in_code(make_standard(parent, body=[("related_pages", related)]))


def rename(client: Client, topic: Any, name: str) -> None:
    view = topic.snippet_viewset.get_url_name("edit")
    post(client, view, topic.pk, name=name, slug=topic.slug, description="")


def test_linked_page_gets_another_address(portal: Portal, editor_client: Client, home: Any) -> None:
    target = publish_in_code(make_standard(home, slug="merkis"))
    page = with_text(home, f'<p>Sk. <a linktype="page" id="{target.pk}">te</a>.</p>')
    portal.follow()
    publish(editor_client, target, slug="cits")
    assert set(portal.follow().documents) == {target.pk, page.pk}
    html = portal[page]["body"][0]["html"]
    assert html == '<p>Sk. <a href="http://testserver/lv/cits/">te</a>.</p>'


def test_link_to_a_page_that_is_not_public_keeps_its_words(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    target = publish_in_code(make_standard(home))
    link = f'<a linktype="page" id="{target.pk}">te <b>lasāms</b></a>'
    outside = '<a href="https://example.org/">ārpusē</a>'
    page = with_text(home, f"<p>Sk. {link}, {outside}, {link}.</p>")
    portal.follow()
    for hide, show in (
        (lambda: unpublish(editor_client, target), lambda: publish(editor_client, target)),
        (
            lambda: restrict(editor_client, target, "login"),
            lambda: restrict(editor_client, target, "none"),
        ),
    ):
        hide()
        portal.follow()
        words = "te <b>lasāms</b>"
        assert portal[page]["body"][0]["html"] == f"<p>Sk. {words}, {outside}, {words}.</p>"
        show()
        portal.follow()
        assert portal[page]["body"][0]["html"].count("<a ") == 3
    delete(editor_client, target)
    portal.follow()
    assert portal[page]["body"][0]["html"].count("<a ") == 1


def test_link_to_the_page_itself(portal: Portal, home: Any) -> None:
    page = make_standard(home, slug="pati", live=False)
    page.body = text(f'<p><a linktype="page" id="{page.pk}">te</a></p>')
    publish_in_code(page)
    portal.follow()
    assert "/lv/pati/" in portal[page]["body"][0]["html"]
    page = type(page).objects.get(pk=page.pk)
    page.slug = "cita"
    publish_in_code(page)
    portal.follow()
    assert "/lv/cita/" in portal[page]["body"][0]["html"]


def test_card_of_a_page(portal: Portal, editor_client: Client, home: Any) -> None:
    target = publish_in_code(make_standard(home, title="Vecais"))
    page = with_card(home, target)
    portal.follow()
    publish(editor_client, target, title="Jaunais")
    assert set(portal.follow().documents) == {target.pk, page.pk}
    assert portal[page]["body"][0]["pages"][0]["title"] == "Jaunais"
    unpublish(editor_client, target)
    changes = portal.follow()
    assert (list(changes.documents), list(changes.withdrawn)) == ([page.pk], [target.pk])
    assert portal[page]["body"] == []


def test_change_that_no_card_shows_stays_where_it_is(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    target = publish_in_code(make_standard(home))
    with_card(home, target)
    portal.follow()
    publish(editor_client, target, search_description="Citiem.")
    assert list(portal.follow().documents) == [target.pk]


def test_page_that_shows_one_which_is_published_later(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    target = make_standard(home, live=False)
    page = with_card(home, target)
    portal.follow()
    assert portal[page]["body"] == []
    publish(editor_client, target)
    assert set(portal.follow().documents) == {target.pk, page.pk}
    assert len(portal[page]["body"][0]["pages"]) == 1


def test_two_pages_that_show_each_other(portal: Portal, editor_client: Client, home: Any) -> None:
    first = publish_in_code(make_standard(home))
    second = with_card(home, first)
    first.body = [("related_pages", {"title": "", "pages": [second]})]
    publish_in_code(first)
    portal.follow()
    publish(editor_client, second, title="Cits")
    portal.follow()
    assert portal[first]["body"][0]["pages"][0]["title"] == "Cits"


def test_parent_renamed(portal: Portal, editor_client: Client, home: Any) -> None:
    parent = publish_in_code(make_standard(home, title="Vecais"))
    child = publish_in_code(make_standard(parent))
    grandchild = publish_in_code(make_standard(child))
    portal.follow()
    publish(editor_client, parent, title="Jaunais")
    assert set(portal.follow().documents) == {parent.pk, child.pk, grandchild.pk}
    assert [crumb["title"] for crumb in portal[grandchild]["breadcrumbs"]][1] == "Jaunais"


def test_method_of_a_case_unpublished(portal: Portal, editor_client: Client, home: Any) -> None:
    method = publish_in_code(make_method(publish_in_code(make_method_index(home))))
    case = make_case(publish_in_code(make_case_index(home)))
    case.methods.add(CaseMethod(method=method, locale=home.locale))
    case = publish_in_code(case)
    portal.follow()
    assert [link["id"] for link in portal[case]["methods"]] == [method.pk]
    assert portal.get("cases", method=method.pk).json()["items"]
    unpublish(editor_client, method)
    portal.follow()
    assert portal[case]["methods"] == []
    assert not portal.get("cases", method=method.pk).json()["items"]


def test_term_renamed_in_one_language(portal: Portal, editor_client: Client, home: Any) -> None:
    topic = make_topic("Dati")
    english = topic.copy_for_translation(Locale.objects.get(language_code="en"))
    english.name, english.slug = "Data", "data"
    english.save()
    case = make_case(publish_in_code(make_case_index(home)))
    case.topics.add(CaseTopic(topic=topic, locale=home.locale))
    case = publish_in_code(case)
    portal.follow()

    rename(editor_client, english, "Open data")
    assert portal.follow() == NOTHING, "the Latvian page shows the Latvian term"
    rename(editor_client, topic, "Atvērti dati")
    assert list(portal.follow().documents) == [case.pk]
    assert "Atvērti dati" in [term["name"] for term in portal[case]["terms"]]

    url = reverse(topic.snippet_viewset.get_url_name("delete"), args=[topic.pk])
    assert editor_client.post(url).status_code == 302
    assert list(portal.follow().documents) == [case.pk]
    assert "topic" not in [term["vocabulary"] for term in portal[case]["terms"]]
