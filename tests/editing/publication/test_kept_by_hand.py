"""After “Stop synced translation” the page is judged by what it holds."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.publication.gate import PageRefused
from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import TranslationStatus
from govlab.editing.inbox.labels import BY_HAND
from tests.editing.publication.ways import translation_of
from tests.factories import make_standard, make_user, publish, translate_page


def stop(page: Any) -> Translation:
    translation = translation_of(page)
    translation.enabled = False
    translation.save()
    return translation


def write(page: Any, **texts: Any) -> Any:
    """As an editor writes in the page's own form, and publishes. Raises PageRefused."""
    page = page.get_latest_revision_as_object()
    for field, text in texts.items():
        setattr(page, field, text)
    return publish(page)


def stored(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def test_refused_until_every_text_is_translated(untranslated: Any) -> None:
    stop(untranslated)
    with pytest.raises(PageRefused) as refused:
        write(untranslated)
    assert refused.value.messages == ["„Par mums” nav publicēta. Vēl nav iztulkoti 3 teksti."]
    with pytest.raises(PageRefused) as refused:
        write(untranslated, title="About us", slug="about-us")
    assert refused.value.messages == ["„About us” nav publicēta. Vēl nav iztulkots 1 teksts."]
    assert write(untranslated, title="About us", slug="about-us", summary="Who we are.").live


def test_a_text_of_an_earlier_original_counts(untranslated: Any, home: Any) -> None:
    """The original was taken over again; the page still holds what it was before."""
    original = Page.objects.get(slug="par-mums", locale__language_code="lv").specific
    original.summary = "Pavisam cits kopsavilkums."
    publish(original)
    translation = stop(untranslated)
    translation.source.update_from_db()
    with pytest.raises(PageRefused) as refused:
        write(untranslated, title="About us", slug="about-us")
    assert refused.value.problems[0].untranslated[0].text == "Kas mēs esam."


@pytest.mark.parametrize("text", ["2024", "12,5 %", "info@example.org"])
def test_what_has_no_words_needs_no_translation(english_home: Any, home: Any, text: str) -> None:
    page = publish(make_standard(home, "Skaitļi", summary=text))
    english = translate_page(page, title="Figures", slug="figures")
    Translation.objects.all().update(enabled=False)
    StringTranslation.objects.filter(translation_of__data=text).delete()
    assert write(english).live


def test_names_may_be_said_to_read_the_same(
    editor_client: Client, admin_user: Any, home: Any, english_home: Any
) -> None:
    page = publish(make_standard(home, "OECD", slug="oecd", summary="Kas tas ir."))
    english = translate_page(page)
    StringTranslation.objects.filter(context__object_id=page.translation_key).delete()
    type(page).objects.filter(pk=english.pk).update(live=False)
    stop(english)
    english = stored(english)
    english.summary = "What it is."
    english.save_revision()
    english = stored(english)
    with pytest.raises(PageRefused):
        english.get_latest_revision().publish()

    address = reverse("govlab_same_texts", args=[english.pk])
    shown = editor_client.get(address).content.decode()
    assert "OECD" in shown
    assert "What it is." not in shown
    editor_client.post(address, {"path": ["title", "slug"]})
    assert stored(english).get_latest_revision().publish() is None
    assert stored(english).live
    entry = PageLogEntry.objects.get(action="govlab.translation_same_texts")
    assert (entry.page_id, entry.user) == (english.pk, admin_user)


def test_a_copy_of_a_translation_can_be_published_after_saying_so(
    editor_client: Client, untranslated: Any
) -> None:
    twin = untranslated.copy(update_attrs={"slug": "copy"}, keep_live=False)
    with pytest.raises(PageRefused):
        twin.get_latest_revision().publish()
    address = reverse("govlab_same_texts", args=[twin.pk])
    editor_client.post(address, {"path": ["title", "summary", "slug"]})
    twin.get_latest_revision().publish()
    assert stored(twin).live


class TestReview:
    @pytest.fixture
    def behind(self, home: Any, english_home: Any) -> Any:
        """Kept by hand, and its original has changed."""
        page = publish(make_standard(home, "Par mums", slug="par-mums"))
        english = translate_page(page, title="About us", slug="about-us", summary="Who we are.")
        stop(english)
        page.summary = "Pavisam cits kopsavilkums."
        publish(page)
        assert translation_state(english).status == TranslationStatus.OUTDATED
        return english

    def test_it_is_up_to_date_until_the_original_changes_again(
        self, editor_client: Client, admin_user: Any, behind: Any
    ) -> None:
        address = reverse("govlab_review_translation", args=[behind.pk])
        report = editor_client.get(reverse("govlab_translation_report")).content.decode()
        assert address in report
        editor = editor_client.get(reverse("wagtailadmin_pages:edit", args=[behind.pk]))
        overview = reverse("govlab_translation_changes", args=[behind.pk])
        assert overview in editor.content.decode()
        assert address in editor_client.get(overview).content.decode()
        editor_client.post(address)
        assert translation_state(behind).status == TranslationStatus.CURRENT
        entry = PageLogEntry.objects.get(action="govlab.translation_reviewed")
        assert (entry.page_id, entry.user) == (behind.pk, admin_user)

        original = behind.get_translation(home_locale(behind)).specific
        publish(original)
        assert translation_state(behind).status == TranslationStatus.CURRENT, "nothing changed"
        original.summary = "Vēl cits."
        publish(original)
        assert translation_state(behind).status == TranslationStatus.OUTDATED

    def test_it_takes_the_right_to_publish(self, client: Client, behind: Any) -> None:
        client.force_login(make_user("Editors"))
        answer = client.post(reverse("govlab_review_translation", args=[behind.pk]))
        assert answer.status_code == 302
        assert translation_state(behind).status == TranslationStatus.OUTDATED


def home_locale(page: Any) -> Any:
    return page.get_translations().get().locale


class TestReport:
    def statuses(self, client: Client) -> dict[str, str]:
        answer = client.get(reverse("govlab_translation_report"))
        return {item.title: f"{item.state}: {item.label}" for item in answer.context["object_list"]}

    def test_nothing_untranslated_is_called_translated(
        self, editor_client: Client, untranslated: Any
    ) -> None:
        assert self.statuses(editor_client)["Par mums"] == "in_progress: Iztulkoti 0 no 3 tekstiem"
        stop(untranslated)
        assert self.statuses(editor_client)["Par mums"] == f"in_progress: {BY_HAND}"

    def test_an_alias_is_no_translation(
        self, editor_client: Client, home: Any, english_home: Any
    ) -> None:
        page = publish(make_standard(home, "Par mums"))
        page.copy_for_translation(english_home.locale, alias=True)
        assert self.statuses(editor_client)["Par mums"].startswith("missing")
