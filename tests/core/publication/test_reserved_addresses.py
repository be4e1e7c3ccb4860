"""No page gets an address that the URLconf serves before pages."""

from typing import Any

import pytest
from django.core import checks
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from govlab.core.publication.gate import PageRefused
from govlab.core.publication.reserved_addresses import is_reserved
from tests.factories import make_standard, publish, translate_page

TAKEN = "Adrese /lv/design/ pieder pašai vietnei."


def _form(**values: Any) -> dict[str, Any]:
    fields = {"title": "Lapa", "summary": "Par.", "body": streamfield([])}
    return dict(nested_form_data({**fields, "comments": inline_formset([]), **values}))


@pytest.mark.parametrize(
    ("path", "reserved"),
    [
        ("/lv/design/", True),
        ("/en/design/", True),
        ("/lv/meklet/", True),
        ("/lv/search/", False),
        ("/en/search/", True),
        ("/en/meklet/", False),
        ("/lv/meklesana/", True),
        ("/lv/problema/", True),
        ("/en/useful/5/", True),
        ("/lv/_util/login/", True),
        ("/lv/", False),
        ("/lv/design/plakats/", False),
        ("/lv/jaunumi/meklet/", False),
    ],
)
def test_the_url_patterns_say_what_is_reserved(path: str, reserved: bool) -> None:
    assert is_reserved(path) == reserved


def test_the_form_says_so(editor_client: Client, home: Any) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    answer = editor_client.post(address, _form(slug="design"))
    assert answer.status_code == 200
    assert TAKEN in answer.content.decode()
    page = make_standard(home, slug="cita")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = editor_client.post(address, _form(slug="design"))
    assert TAKEN in answer.content.decode()
    assert not Page.objects.filter(slug="design").exists()
    # Further down the address is free.
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", page.pk])
    editor_client.post(address, _form(slug="design"))
    assert Page.objects.get(slug="design").get_parent().pk == page.pk


def test_copying_and_moving_say_so(editor_client: Client, home: Any) -> None:
    above = make_standard(home, slug="cita")
    page = make_standard(above, slug="design")
    data = {"new_title": "K", "new_slug": "design", "new_parent_page": home.pk}
    answer = editor_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert TAKEN in answer.content.decode()
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk])
    answer = editor_client.post(address, follow=True)
    assert TAKEN in answer.content.decode()
    assert Page.objects.get(pk=page.pk).get_parent().pk == above.pk
    with pytest.raises(ValidationError):
        page.move(home, pos="last-child")


def test_no_other_way_publishes_it(home: Any) -> None:
    with pytest.raises(PageRefused):
        make_standard(home, slug="meklet")
    page = make_standard(home, slug="cita")
    page.slug = "design"
    with pytest.raises(PageRefused) as refused:
        publish(page)
    assert refused.value.problems[0].field == "slug"


def test_a_translation_with_a_slug_that_is_taken_there(home: Any) -> None:
    page = publish(make_standard(publish(home), slug="search"))
    translate_page(home, title="Home")
    with pytest.raises(PageRefused):
        translate_page(page, title="Searching", slug="search")
    assert translate_page(page, title="Searching", slug="searching").live


def test_the_check_finds_pages_that_were_there_before(home: Any) -> None:
    page = make_standard(home, slug="cita")
    assert "govlab.W006" not in {found.id for found in _checked()}
    Page.objects.filter(pk=page.pk).update(slug="design", url_path=f"{home.url_path}design/")
    found = [message for message in _checked() if message.id == "govlab.W006"]
    assert ["/lv/design/" in message.msg for message in found] == [True]


def _checked() -> list[checks.CheckMessage]:
    return checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
