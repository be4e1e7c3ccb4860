"""The admin views of synonyms and promoted results."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from search.models import Promotion, SearchSynonym
from tests.factories import make_promotion, make_standard, make_synonym, make_user, translate_page

from .test_inbox import pages


def promotion_errors(client: Client, *chosen: Any, **fields: str) -> list[str]:
    values = {"locale": "lv", "queries": "slogs", "until": "", **pages(*chosen)} | fields
    answer = client.post(reverse("search_promotions:add"), values)
    if answer.status_code == 302:
        return []
    form = answer.context["form"]
    found = [*form.errors.values(), *form.formsets["pages"].non_form_errors().as_data()]
    return [str(error) for error in found] + [
        error
        for row in form.formsets["pages"].errors
        for errors in row.values()
        for error in errors
    ]


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_groups_of_editors_add_change_and_delete(client: Client, home: Any, group: str) -> None:
    client.force_login(make_user(group))
    values = {"locale": "lv", "kind": "equal", "words": "slogs\nbirokrātija", "means": ""}
    client.post(reverse("search_synonyms:add"), values)
    synonym = SearchSynonym.objects.get()
    address = reverse("search_synonyms:edit", args=[synonym.pk])
    client.post(address, values | {"words": "slogs\nnasta"})
    assert SearchSynonym.objects.get().words == "slogs\nnasta"
    client.post(reverse("search_synonyms:delete", args=[synonym.pk]))
    assert not SearchSynonym.objects.exists()
    assert promotion_errors(client, home) == []
    client.post(reverse("search_promotions:delete", args=[Promotion.objects.get().pk]))
    assert not Promotion.objects.exists()


@pytest.mark.parametrize(
    ("language", "heading", "other"),
    [("lv", "Atjaunināts", "Updated"), ("en", "Updated", "Atjaunināts")],
)
def test_headings_are_in_the_editors_language(
    client: Client, home: Any, language: str, heading: str, other: str
) -> None:
    """Whatever the language of the process was when it loaded the views."""
    editor = make_user("Editors")
    UserProfile.objects.create(user=editor, preferred_language=language)
    client.force_login(editor)
    make_synonym("slogs", "birokrātija")
    shown = client.get(reverse("search_synonyms:index")).content.decode()
    assert heading in shown
    assert other not in shown


def test_pages_are_of_the_promotions_language(group_client: Client, home: Any) -> None:
    english = translate_page(home, title="Home")
    (error,) = promotion_errors(group_client, english)
    assert error == "Šīs lapas valoda: Angļu. Izvēlieties lapu šādā valodā: Latviešu."
    assert promotion_errors(group_client, english, locale="en") == []


def test_a_page_is_named_once_and_one_is_named(group_client: Client, home: Any) -> None:
    assert len(promotion_errors(group_client, home, home)) == 1
    assert len(promotion_errors(group_client)) == 1


@pytest.mark.parametrize("name", ["search_synonyms", "search_promotions"])
def test_queries_do_not_grow(group_client: Client, home: Any, name: str) -> None:
    Locale.objects.get_or_create(language_code="en")

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert group_client.get(reverse(f"{name}:index")).status_code == 200
        return len(queries)

    def make(number: int) -> None:
        make_synonym("slogs", f"vārds{number}")
        make_promotion(f"vārds{number}", pages=[home, make_standard(home)])

    make(0)
    count()
    one = count()
    for number in range(1, 20):
        make(number)
    assert count() == one


def test_the_list_says_which_promotions_ended(group_client: Client, home: Any) -> None:
    make_promotion("vecs", pages=[home], until=dt.date(2020, 1, 1))
    html = group_client.get(reverse("search_promotions:index")).content.decode()
    assert "Beigusies" in html
    assert "Sākums" in html
