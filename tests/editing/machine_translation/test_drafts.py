"""A machine drafts what is left, and nothing is lost whatever it does."""

import logging
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from govlab.editing.machine_translation import views
from govlab.editing.machine_translation.drafts import BATCH, translate_what_is_left
from govlab.editing.machine_translation.errors import UNAVAILABLE, UNREADABLE
from tests.core.translation.originals import heading, submit, write
from tests.editing.machine_translation.stub import Service
from tests.editing.translating import sign_in, was_refused

pytestmark = pytest.mark.django_db


def press(client: Client, translation: Translation) -> list[str]:
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    response = client.post(address)
    assert response.status_code == 302
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def texts(translation: Translation) -> dict[str, str]:
    """By path and original."""
    segments = StringSegment.objects.filter(source=translation.source)
    found = segments.annotate_translation(translation.target_locale).order_by("order")
    return {segment.string.data: segment.translation for segment in found if segment.translation}


def test_everything_that_is_left(
    editor_client: Client, machine: Service, translation: Translation
) -> None:
    messages = press(editor_client, translation)
    # Equal texts are sent once, and the address is made of the title.
    assert messages == ["Mašīna iztulkoja 4 tekstus. Pirms publicēšanas tos pārbaudiet."]
    assert texts(translation) == {
        "Par mums": "en: Par mums",
        "par-mums": "en-par-mums",
        "Kas mēs esam.": "en: Kas mēs esam.",
        'Lasi <a id="a1">par <b>mums</b></a> &amp; raksti.': (
            'en: Lasi <a id="a1">par <b>mums</b></a> &amp; raksti.'
        ),
        "Otrā rindkopa.": "en: Otrā rindkopa.",
    }
    rows = StringTranslation.objects.filter(translation_type="machine")
    assert {row.tool_name for row in rows} == {"hugo.lv"}
    assert press(editor_client, translation)[-1] == "Nav palicis nekā, ko tulkot."


def test_what_people_wrote_stays(
    editor_client: Client, machine: Service, translation: Translation
) -> None:
    segment = StringSegment.objects.get(source=translation.source, context__path="title")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="About us",
        translation_type="manual",
    )
    press(editor_client, translation)
    assert texts(translation)["Par mums"] == "About us"
    assert texts(translation)["par-mums"] == "about-us"
    assert "Par mums" not in machine.requests[0]["textArray"]


@pytest.mark.parametrize(
    "broken",
    [
        "Lasi par mums & raksti.",
        'Lasi <a id="a1">par mums</a> &amp; raksti.',
        'Lasi <a id="a2">par <b>mums</b></a>.',
        'Lasi <a id="a1">par <b>mums</a></b>.',
        'Lasi <a id="a1">par <b>mums</b>.',
        'Lasi <a id="a1" href="https://evil.example/">par <b>mums</b></a>.',
        'Lasi <a id="a1">par <b>mums</b></a><script>x</script>.',
        'Lasi <a id="a1">par <b>mums</b></a><a id="a1">!</a>',
    ],
)
def test_broken_tags_leave_the_text_untranslated(
    editor_client: Client, machine: Service, translation: Translation, broken: str
) -> None:
    machine.translate = lambda text: broken if "<a" in text else text
    messages = press(editor_client, translation)
    assert messages[1:] == [
        "1 teksts palika neiztulkots: mašīna sabojāja tā saites vai noformējumu."
    ]
    assert [text for text in texts(translation) if "<a" in text] == []
    assert len(texts(translation)) == 4


def test_what_was_translated_before_an_error_stays(
    editor_client: Client, machine: Service, translation: Translation, home: Any
) -> None:
    page = translation.source.get_source_instance()
    blocks = [heading(f"h{number}", f"Virsraksts {number} un") for number in range(BATCH)]
    translation = submit(write(page, body=blocks))
    machine.answers = [None, (500, b"")]
    messages = press(editor_client, translation)
    assert messages == [
        f"Mašīna iztulkoja {BATCH} tekstus. Pirms publicēšanas tos pārbaudiet.",
        "Mašīntulkošanas pakalpojums neatbildēja. Mēģiniet vēlreiz vēlāk. Vēl jātulko 2 teksti.",
    ]
    assert [len(request["textArray"]) for request in machine.requests] == [BATCH, 2]


def test_nothing_secret_is_said_or_logged(
    editor_client: Client,
    machine: Service,
    translation: Translation,
    settings: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    key = "a-key-that-must-not-be-seen"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine.setting(AUTH_KEY=key)
    caplog.set_level(logging.DEBUG)
    messages = press(editor_client, translation)
    assert len(messages) == 1
    assert key not in "".join(messages) + caplog.text


def test_the_service_is_not_waited_for_in_a_transaction(
    editor_client: Client, machine: Service, translation: Translation
) -> None:
    depth = len(connection.savepoint_ids)
    seen: list[int] = []

    class Here:
        display_name = "here"

        def translate(self, source: Any, target: Any, strings: Any) -> Any:
            seen.append(len(connection.savepoint_ids))
            return {string: string for string in strings}

        def can_translate(self, source: Any, target: Any) -> bool:
            return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "get_machine_translator", Here)
        press(editor_client, translation)
        source = translation.source
        StringTranslation.objects.filter(context__object_id=source.object_id).delete()
        editor_client.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            {"use_machine_translation": "on"},
        )
    assert seen == [depth, depth]


def test_it_takes_the_right_to_edit(machine: Service, translation: Translation, home: Any) -> None:
    client = sign_in(pages={home: ("add", "change", "publish")})
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert was_refused(client.post(address))
    assert machine.requests == []


def test_without_a_machine(editor_client: Client, translation: Translation) -> None:
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert editor_client.post(address).status_code == 404


@pytest.mark.parametrize(
    ("answer", "message"),
    [((500, b"x"), UNAVAILABLE), ((200, b"{}"), UNREADABLE), ((403, b'{"error": 1}'), None)],
)
@pytest.mark.parametrize("kind", [DeepLTranslator, LibreTranslator])
def test_errors_of_the_librarys_machines(
    service: Service,
    translation: Translation,
    admin_user: Any,
    monkeypatch: pytest.MonkeyPatch,
    kind: Any,
    answer: tuple[int, bytes],
    message: Any,
) -> None:
    options = {"AUTH_KEY": "k", "API_KEY": "k", "LIBRETRANSLATE_URL": service.url, "TIMEOUT": 5}
    monkeypatch.setattr(DeepLTranslator, "get_parameters", lambda *arguments: "{}")
    monkeypatch.setattr(DeepLTranslator, "get_api_endpoint", lambda self: service.url)
    service.answers = [answer]
    outcome = translate_what_is_left(translation, kind(options), admin_user)
    assert outcome.error in ([message] if message else [UNAVAILABLE, UNREADABLE])
    assert outcome.translated == 0
