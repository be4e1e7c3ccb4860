"""wagtail-localize does for an account what Wagtail itself would let it do, and no more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cases.models import CasePage
from govlab.core.vocabularies import Laboratory, Topic
from govlab.editing.checks import check_translation_addresses
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
from tests.factories.accounts import ENTER, make_account, make_group

SUBMIT = "wagtail_localize.submit_translation"


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="In English.")


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def sign_in(*permissions: str, pages: dict[Page, tuple[str, ...]]) -> Client:
    client = Client()
    client.force_login(make_account(make_group(ENTER, SUBMIT, *permissions, pages=pages)))
    return client


def submit(client: Client, page: Page, **fields: Any) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english().pk], **fields})


def update(client: Client, page: Page, **fields: Any) -> Any:
    source = TranslationSource.objects.get_for_instance(page)
    return client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), fields)


def was_refused(response: Any) -> bool:
    return response.status_code in {403, 404} or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


def stored(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


class TestSubmitting:
    def test_a_translator_of_the_target_submits_a_public_page(
        self, home: Any, english_home: Any
    ) -> None:
        page = publish(make_standard(home))
        client = sign_in(pages={english_home: ("add", "change")})
        assert submit(client, page).status_code == 302
        assert not page.get_translation(english()).live

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


class TestUpdating:
    @pytest.mark.parametrize("rights", [("change",), ("add", "change", "lock")])
    def test_publishing_asks_for_the_right_to_publish_the_target(
        self,
        home: Any,
        english_home: Any,
        rights: tuple[str, ...],
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        page = publish(make_standard(home))
        target = translate_page(page, title="In English", summary="All of it.")
        target.unpublish()
        client = sign_in(pages={home: ("change", "publish"), english_home: rights})
        with django_capture_on_commit_callbacks(execute=True):
            assert update(client, page, publish_translations="on").status_code == 302
        assert not stored(target).live
        client = sign_in(pages={english_home: ("change", "publish")})
        with django_capture_on_commit_callbacks(execute=True):
            update(client, page, publish_translations="on")
        assert stored(target).live

    def test_is_refused_without_a_right_on_the_page_or_its_translations(
        self, home: Any, english_home: Any
    ) -> None:
        page = publish(make_standard(home))
        translate_page(page, title="In English", summary="All of it.")
        other = publish(make_standard(home))
        assert was_refused(update(sign_in(pages={other: ("add", "change", "publish")}), page))

    @pytest.mark.parametrize(("rights", "left"), [(("change",), 1), (("publish", "change"), 0)])
    def test_who_may_read_the_target_is_for_its_publisher(
        self, home: Any, english_home: Any, rights: tuple[str, ...], left: int
    ) -> None:
        page = publish(make_standard(home))
        target = translate_page(page, title="In English", summary="All of it.")
        PageViewRestriction.objects.create(page=target, restriction_type="login")
        update(sign_in(pages={home: ("change",), english_home: rights}), page)
        assert target.view_restrictions.count() == left


class TestTheTarget:
    @pytest.fixture
    def target(self, home: Any, english_home: Any) -> Any:
        page = publish(make_standard(home))
        return translate_page(page, title="In English", summary="All of it.")

    def addresses(self, target: Any) -> dict[str, str]:
        translation = Translation.objects.get(source__object_id=target.translation_key)
        segment = StringSegment.objects.filter(source=translation.source).first()
        assert segment
        return {
            "string": reverse(
                "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
            ),
            "stop": reverse("wagtail_localize:stop_translation", args=[translation.pk]),
            "alias": reverse("wagtail_localize:convert_to_alias", args=[target.pk]),
            "edit": reverse("wagtailadmin_pages:edit", args=[target.pk]),
        }

    def try_all(self, client: Client, target: Any) -> None:
        addresses = self.addresses(target)
        client.put(
            addresses["string"], "value=Changed", content_type="application/x-www-form-urlencoded"
        )
        client.post(addresses["stop"])
        client.post(addresses["alias"])
        client.post(addresses["edit"], {"action": "publish"})

    def was_changed(self, target: Any) -> bool:
        return (
            StringTranslation.objects.filter(data="Changed").exists()
            or Translation.objects.filter(enabled=False).exists()
            or stored(target).alias_of_id is not None
            or stored(target).latest_revision_id != target.latest_revision_id
        )

    @pytest.mark.parametrize("rights", [("lock", "unlock"), ("publish",)])
    def test_is_changed_by_those_who_may_edit_it(
        self, home: Any, english_home: Any, target: Any, rights: tuple[str, ...]
    ) -> None:
        full = ("add", "change", "publish")
        self.try_all(sign_in(pages={home: full, english_home: rights}), target)
        assert not self.was_changed(target)

    def test_is_not_changed_while_locked(
        self, english_home: Any, target: Any, admin_user: Any
    ) -> None:
        target.locked, target.locked_by = True, admin_user
        target.save()
        rights = ("add", "change", "publish", "lock")
        self.try_all(sign_in(pages={english_home: rights}), target)
        assert not self.was_changed(target)

    def test_becomes_an_alias_only_for_those_who_may_publish_it(
        self, home: Any, english_home: Any, target: Any
    ) -> None:
        address = self.addresses(target)["alias"]
        client = sign_in(pages={home: ("change", "publish"), english_home: ("add", "change")})
        assert was_refused(client.post(address))
        assert stored(target).alias_of_id is None
        # Whether what it would show may be published is asked by the gate.
        client = sign_in(pages={english_home: ("change", "publish")})
        assert client.get(address).status_code == 200


def test_an_address_without_a_rule_is_named() -> None:
    names = ["stop_translation", "publish_everything"]
    assert [error.id for error in check_translation_addresses(names)] == ["editing.E001"]
