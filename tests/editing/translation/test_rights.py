"""wagtail-localize does for an account what Wagtail itself would let it do, and no more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from govlab.editing.checks import check_translation_addresses
from tests.editing.translating import sign_in, was_refused
from tests.factories import (
    make_standard,
    publish,
    translate_page,
)


def update(client: Client, page: Page, **fields: Any) -> Any:
    source = TranslationSource.objects.get_for_instance(page)
    return client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), fields)


def stored(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


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
        return {
            "stop": reverse("wagtail_localize:stop_translation", args=[translation.pk]),
            "alias": reverse("wagtail_localize:convert_to_alias", args=[target.pk]),
            "edit": reverse("wagtailadmin_pages:edit", args=[target.pk]),
        }

    def try_all(self, client: Client, target: Any) -> None:
        addresses = self.addresses(target)
        segment = StringSegment.objects.filter(context__object_id=target.translation_key)[0]
        text = {f"text-{segment.string_id}-{segment.context_id}": "Changed"}
        client.post(addresses["edit"], text)
        client.post(addresses["stop"])
        client.post(addresses["alias"])
        client.post(addresses["edit"], text | {"action-publish": "action-publish"})

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
