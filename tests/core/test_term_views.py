"""Lists of terms offer what the account may do, in the languages that it writes."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Locale

from tests.factories import make_topic, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

TOPICS = tuple(f"core.{action}_topic" for action in ("add", "change", "delete", "view"))
LIST, ADD = "wagtailsnippets_core_topic:list", "wagtailsnippets_core_topic:add"


@pytest.fixture
def english(home: Any) -> Any:
    """Signed in as somebody who writes English only."""
    page = translate_page(publish(home), title="Home", summary="Summary.")
    account = make_account(make_group(ENTER, *TOPICS, pages={page: ("add", "change")}))
    return sign_in(account)


def test_only_own_terms_are_linked(english: Any) -> None:
    latvian = make_topic("Veselība")
    own = make_topic("Health", locale=Locale.objects.get(language_code="en"))

    def offered(term: Any, locale: str) -> list[bool]:
        content = english.get(reverse(LIST), {"locale": locale}).content.decode()
        assert term.name in content
        return [
            reverse(f"wagtailsnippets_core_topic:{view}", args=[term.pk]) in content
            for view in ("edit", "copy", "delete")
        ]

    assert offered(latvian, "lv") == [False, False, False]
    assert offered(own, "en") == [True, True, True]


@pytest.mark.parametrize("query", [{}, {"locale": "lv"}, {"locale": "en"}])
def test_the_button_to_add_leads_to_a_form(english: Any, query: dict[str, str]) -> None:
    content = english.get(reverse(LIST), query).content.decode()
    address = f"{reverse(ADD)}?locale=en"
    assert address in content
    assert f"{reverse(ADD)}?locale=lv" not in content
    assert english.get(address).status_code == 200


def test_an_address_without_a_language_is_in_ones_own(english: Any, home: Any) -> None:
    assert english.get(reverse(ADD))["Location"] == f"{reverse(ADD)}?locale=en"
    response = english.get(reverse(ADD), {"locale": "lv"})
    assert response["Location"] == reverse("wagtailadmin_home")
    latvian = make_account(make_group(ENTER, *TOPICS, pages={home: ("add", "change")}))
    assert sign_in(latvian).get(reverse(ADD)).status_code == 200


def test_without_a_language_nothing_is_written_in_anothers(english: Any) -> None:
    response = english.post(reverse(ADD), {"name": "Viltus"})
    assert response["Location"] == reverse("wagtailadmin_home")
