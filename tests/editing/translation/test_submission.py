"""Who submits pages and terms for translation makes what they may make, and no more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects
from wagtail.models import Page

from cases.models import CasePage
from govlab.core.vocabularies import Laboratory, Topic
from tests.editing.translating import edit_url, english, sign_in, was_refused
from tests.factories import (
    make_case,
    make_case_index,
    make_laboratory,
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)


def submit(client: Client, page: Page, **fields: Any) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english().pk], **fields})


class TestSubmitting:
    def test_a_translator_of_the_target_submits_a_public_page(
        self, home: Any, english_home: Any
    ) -> None:
        page = publish(make_standard(home))
        client = sign_in(pages={english_home: ("add", "change")})
        assert submit(client, page).status_code == 302
        assert not page.get_translation(english()).live

    def test_the_only_language_is_chosen(self, home: Any, english_home: Any) -> None:
        page = publish(make_standard(home))
        client = sign_in(pages={english_home: ("add", "change")})
        asked = client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
        assert asked.context["form"]["locales"].value() == [english().pk]

    def test_what_somebody_has_started_is_opened(self, home: Any, english_home: Any) -> None:
        page = publish(make_standard(home))
        client = sign_in(pages={english_home: ("add", "change")})
        submit(client, page)
        asked = client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
        target = page.get_translation(english())
        assertRedirects(asked, reverse("wagtailadmin_pages:edit", args=[target.pk]))

    def test_a_term_that_was_translated_is_opened(self, home: Any, english_home: Any) -> None:
        term = make_topic("Tēma")
        rights = tuple(f"core.{action}_topic" for action in ("add", "change"))
        client = sign_in(*rights, pages={english_home: ("add", "change")})
        views = "wagtail_localize:submit_snippet_translation"
        address = reverse(views, args=["core", "topic", term.pk])
        client.post(address, {"locales": [english().pk]})
        target = term.get_translation(english())
        assertRedirects(client.get(address), edit_url(target))

    @pytest.mark.parametrize("rights", [("change",), ("publish",), ("lock",)])
    def test_asks_for_adding_below_the_targets_parent(
        self, home: Any, english_home: Any, rights: tuple[str, ...]
    ) -> None:
        page = publish(make_standard(home))
        client = sign_in(pages={home: ("add", "change", "publish"), english_home: rights})
        assert was_refused(submit(client, page))
        assert not page.get_translations().exists()

    def test_a_draft_that_the_account_may_not_see_is_not_taken_over(
        self, home: Any, english_home: Any
    ) -> None:
        draft = make_standard(home, live=False)
        assert was_refused(submit(sign_in(pages={english_home: ("add", "change")}), draft))
        assert not draft.get_translations().exists()

    def test_terms_are_made_by_those_who_may_add_them(self, home: Any, english_home: Any) -> None:
        index = publish(make_case_index(home))
        translate_page(index, title="Cases", summary="Summary.")
        case = publish(make_case(index, laboratory=make_laboratory("Slogs")))
        response = submit(sign_in(pages={english_home: ("add", "change")}), case)
        assert response.status_code == 302
        assert not Laboratory.objects.filter(locale=english()).exists()
        translation = CasePage.objects.get(locale=english())
        assert translation.laboratory == case.laboratory

        second = publish(make_case(index, laboratory=make_laboratory("Tēls")))
        submit(sign_in("core.add_laboratory", pages={english_home: ("add", "change")}), second)
        assert [term.name for term in Laboratory.objects.filter(locale=english())] == ["Tēls"]

    def test_what_is_translated_already_stays_as_it_is(self, home: Any, english_home: Any) -> None:
        index = publish(make_case_index(home))
        translate_page(index, title="Cases", summary="Summary.")
        laboratory = make_laboratory("Slogs")
        term = translate_page(laboratory, name="Burden")
        Laboratory.objects.filter(pk=term.pk).update(name="Changed by hand")
        case = publish(make_case(index, laboratory=laboratory))
        client = sign_in("core.add_laboratory", pages={english_home: ("add", "change")})
        submit(client, case)
        term.refresh_from_db()
        assert term.name == "Changed by hand"

    def test_a_term_is_submitted_by_those_who_may_add_it(self, home: Any) -> None:
        topic = make_topic()
        address = reverse(
            "wagtail_localize:submit_snippet_translation", args=["core", "topic", topic.pk]
        )
        for permission in ("core.change_topic", "core.delete_topic"):
            client = sign_in(permission, pages={home: ("add", "change", "publish")})
            assert was_refused(client.post(address, {"locales": [english().pk]}))
        assert not Topic.objects.filter(locale=english()).exists()
        client = sign_in("core.add_topic", pages={})
        client.post(address, {"locales": [english().pk]})
        assert Topic.objects.filter(locale=english()).exists()

    def test_a_subtree_is_submitted_as_far_as_the_account_sees_it(
        self, home: Any, english_home: Any
    ) -> None:
        index = publish(make_news_index(home))
        public = publish(make_news(index))
        draft = make_news(index, live=False)
        client = sign_in(pages={english_home: ("add", "change")})
        submit(client, index, include_subtree="on")
        assert public.get_translations().exists()
        assert not draft.get_translations().exists()
        assert Page.find_problems() == ([], [], [], [], [])

    def test_a_subtree_leaves_a_sound_tree(
        self,
        editor_client: Client,
        home: Any,
        english_home: Any,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        parent = publish(make_standard(home))
        for number in range(2):
            child = publish(make_standard(parent, f"Bērns {number}"))
            publish(make_standard(child, f"Mazbērns {number}"))
        with django_capture_on_commit_callbacks(execute=True):
            submit(editor_client, parent, include_subtree="on")
        assert parent.get_translation(english()).get_descendants().count() == 4
        assert Page.find_problems() == ([], [], [], [], [])
