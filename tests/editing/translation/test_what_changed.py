"""The page “what changed”, and “no change needed” with one click."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translation.changes import changes_of
from govlab.core.translation.info import translation_infos
from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import Provenance, TranslationStatus
from govlab.editing.translation.what_changed import publishers
from tests.core.translation.originals import answer, finish, heading, rich, stored, submit, write
from tests.editing.translating import sign_in, was_refused
from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import make_account, make_group


@pytest.fixture
def page(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Summary.")
    body = [heading("h1", "Kas mums sanāca")]
    return write(make_standard(home, "Par mums", summary="Kas mēs esam."), body=body)


@pytest.fixture
def translation(page: Any) -> Translation:
    return finish(submit(page), title="About us")


@pytest.fixture
def english(page: Any, translation: Translation) -> Any:
    return page.get_translation(translation.target_locale)


@pytest.fixture
def english_home(english: Any) -> Any:
    return english.get_parent()


def status(page: Any) -> TranslationStatus:
    return translation_state(type(page).objects.get(pk=page.pk)).status


def shown(client: Client, english: Any) -> str:
    response = client.get(reverse("govlab_translation_changes", args=[english.pk]))
    assert response.status_code == 200
    return response.content.decode()


def confirm(client: Client, english: Any) -> list[str]:
    response = client.post(reverse("govlab_review_translation", args=[english.pk]))
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def test_a_translator_sees_the_change_without_rights_on_the_original(
    page: Any, english: Any, english_home: Any
) -> None:
    write(page, summary="Kas mēs tagad esam.", body=[heading("h2", "Pilnīgi jauns virsraksts")])
    client = sign_in(pages={english_home: ("add", "change")})
    html = shown(client, english)
    assert "Kas mēs <ins>tagad</ins> esam." in html
    assert "en: Kas mēs esam." in html
    assert "Pilnīgi jauns virsraksts" in html
    assert "Kas mums sanāca" in html
    assert "Šīs izmaiņas tulkojumā vēl nav pārņemtas." in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) not in html
    assert reverse("govlab_review_translation", args=[english.pk]) not in html


def test_who_may_confirm_is_said(page: Any, english: Any, english_home: Any) -> None:
    write(page, summary="Kas mēs tagad esam.")
    approver = sign_in(pages={english_home: ("add", "change", "publish")})
    assert reverse("govlab_review_translation", args=[english.pk]) in shown(approver, english)
    translator = sign_in(pages={english_home: ("add", "change")})
    html = shown(translator, english)
    assert "kas drīkst to publicēt: Grupa" in html
    assert was_refused(translator.post(reverse("govlab_review_translation", args=[english.pk])))
    assert status(english) == TranslationStatus.OUTDATED


def test_taking_over_is_one_click(page: Any, english: Any, english_home: Any) -> None:
    write(page, summary="Kas mēs tagad esam.")
    client = sign_in(pages={english_home: ("add", "change")})
    html = shown(client, english)
    source = stored_translation(english).source
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert f'action="{address}"' in html
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    response = client.post(address, {"next": edit})
    assert (response.status_code, response["Location"]) == (302, edit)
    assert changes_of(stored_translation(english)).synchronised


def stored_translation(page: Any) -> Translation:
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale=page.locale
    )


def test_no_change_needed(
    editor_client: Client, admin_user: Any, page: Any, english: Any, translation: Translation
) -> None:
    write(page, summary="Kas mēs tagad esam.")
    before = type(english).objects.get(pk=english.pk)
    assert confirm(editor_client, english) == ["„About us” tagad atbilst oriģinālam."]
    assert status(english) == TranslationStatus.CURRENT
    assert not changes_of(stored(translation))
    entry = PageLogEntry.objects.get(action="govlab.translation_reviewed")
    assert (entry.page_id, entry.user) == (english.pk, admin_user)
    after = type(english).objects.get(pk=english.pk)
    assert after.latest_revision_id == before.latest_revision_id, "nothing is published"
    # What is published next says the same.
    stored(translation).save_target(publish=True)
    assert type(english).objects.get(pk=english.pk).summary == "en: Kas mēs esam."
    assert status(english) == TranslationStatus.CURRENT
    write(page, summary="Kas mēs nekad nebijām.")
    assert status(english) == TranslationStatus.OUTDATED


def test_it_is_in_the_pages_history(editor_client: Client, page: Any, english: Any) -> None:
    write(page, summary="Kas mēs tagad esam.")
    confirm(editor_client, english)
    history = editor_client.get(reverse("wagtailadmin_pages:history", args=[english.pk]))
    assert "Apstiprināts, ka tulkojums atbilst oriģinālam" in history.content.decode()


def test_never_while_a_text_is_untranslated(
    editor_client: Client, page: Any, english: Any, translation: Translation
) -> None:
    before = stored(translation).source.last_updated_at
    body = [heading("h1", "Kas mums sanāca"), heading("h2", "Pilnīgi jauns virsraksts")]
    write(page, summary="Kas mēs tagad esam.", body=body)
    (message,) = confirm(editor_client, english)
    assert message.startswith("Nav apstiprināts, ka „About us” atbilst oriģinālam.")
    assert message.endswith("Vēl nav iztulkots 1 teksts. Vispirms iztulkojiet to.")
    assert status(english) == TranslationStatus.OUTDATED
    assert stored(translation).source.last_updated_at == before, "nothing was taken over"


def test_never_of_a_translation_that_was_only_started(editor_client: Client, page: Any) -> None:
    translation = submit(page)
    english = page.get_translation(translation.target_locale)
    confirm(editor_client, english)
    assert status(english) == TranslationStatus.OUTDATED
    assert not PageLogEntry.objects.filter(action="govlab.translation_reviewed").exists()


def test_a_link_that_the_former_translation_lacks_must_be_translated(
    editor_client: Client, page: Any, english: Any, translation: Translation
) -> None:
    """The former translation has a link that the original no longer has."""
    link = '<p>Lasi <a href="https://example.org/">par mums</a> vairāk.</p>'
    page = write(page, body=[rich("r1", link)])
    finish(submit(page), **{"body.r1": 'Read <a id="a1">about us</a> more.'})
    write(page, body=[rich("r1", "<p>Lasi par mums vairāk.</p>")])
    assert "Vēl nav iztulkots 1 teksts" in confirm(editor_client, english)[0]
    assert status(english) == TranslationStatus.OUTDATED


def test_nothing_to_confirm(editor_client: Client, english: Any) -> None:
    assert confirm(editor_client, english) == ["„About us” jau atbilst oriģinālam."]
    assert "Tulkojums atbilst oriģinālam." in shown(editor_client, english)


def test_an_original_has_no_such_page(editor_client: Client, page: Any, english: Any) -> None:
    for name in ("govlab_translation_changes", "govlab_review_translation"):
        assert editor_client.get(reverse(name, args=[page.pk])).status_code == 404


class TestMachineTexts:
    @pytest.fixture
    def drafted(self, page: Any) -> Any:
        """Published as the machine wrote it."""
        translation = submit(page)
        answer(translation, kind="machine")
        translation.save_target(publish=True)
        return page.get_translation(translation.target_locale)

    def provenance(self, page: Any) -> Provenance:
        pages = [type(page).objects.get(pk=page.pk)]
        return translation_infos(pages)[page.pk].provenance

    def test_checked_with_one_click(
        self, editor_client: Client, admin_user: Any, drafted: Any
    ) -> None:
        address = reverse("govlab_confirm_machine_texts", args=[drafted.pk])
        assert address in shown(editor_client, drafted)
        assert self.provenance(drafted) == Provenance.MACHINE
        editor_client.post(address)
        assert self.provenance(drafted) == Provenance.HUMAN
        assert address not in shown(editor_client, drafted)
        entry = PageLogEntry.objects.get(action="govlab.machine_texts_checked")
        assert (entry.page_id, entry.user) == (drafted.pk, admin_user)
        people = StringTranslation.objects.filter(context__object_id=drafted.translation_key)
        assert {text.translation_type for text in people} == {"manual"}

    def test_it_takes_the_right_to_edit(self, drafted: Any, home: Any) -> None:
        address = reverse("govlab_confirm_machine_texts", args=[drafted.pk])
        assert was_refused(sign_in(pages={home: ("change", "publish")}).post(address))
        assert self.provenance(drafted) == Provenance.MACHINE


def test_only_groups_with_members_are_named(page: Any, english: Any) -> None:
    root = english.get_root()
    assert make_group(name="Empty", pages={root: ("publish",)})
    members = make_group(name="Apstiprinātāji", pages={root: ("publish",)})
    make_account(members)
    assert publishers(english) == ["Apstiprinātāji"]
