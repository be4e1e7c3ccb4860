"""What is sent to a LetsMT service, and what is made of its responses."""

from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from govlab.editing.machine_translation.errors import (
    REFUSED,
    UNAVAILABLE,
    UNREADABLE,
    MachineTranslationError,
)
from govlab.editing.machine_translation.letsmt import LetsMTTranslator
from tests.editing.machine_translation.stub import Service

Languages = tuple[Locale, Locale]


def translate(service: Service, languages: Languages, *texts: str, **options: Any) -> list[str]:
    translator = LetsMTTranslator(service.options(**options))
    found = translator.translate(*languages, [StringValue(text) for text in texts])
    return [found[StringValue(text)].data for text in texts]


def test_a_request(service: Service, languages: Languages) -> None:
    assert translate(service, languages, "Viens", "Divi") == ["en: Viens", "en: Divi"]
    assert service.paths == ["/json/TranslateArray"]
    assert service.requests == [
        {"appID": "site", "systemID": "smt-lv-en", "textArray": ["Viens", "Divi"]}
    ]


def test_plain_text_is_sent_as_it_reads_and_comes_back_escaped(
    service: Service, languages: Languages
) -> None:
    service.translate = lambda text: f"<{text}>"
    assert translate(service, languages, "A &amp; B<br/>C &lt; D") == [
        "&lt;A &amp; B&gt;<br/>&lt;C &lt; D&gt;"
    ]
    assert service.requests[0]["textArray"] == ["A & B", "C < D"]


def test_tags_are_sent_as_they_are(service: Service, languages: Languages) -> None:
    text = 'Lasi <a id="a1">A &amp; B</a>'
    assert translate(service, languages, text) == [f"en: {text}"]
    assert service.requests[0]["textArray"] == [text]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((500, b"[]"), UNAVAILABLE),
        ((503, b""), UNAVAILABLE),
        ((429, b""), UNAVAILABLE),
        ((401, b""), REFUSED),
        ((404, b""), REFUSED),
        ((302, b""), REFUSED),
        ((200, b"<html>"), UNREADABLE),
        ((200, b"\xff"), UNREADABLE),
        ((200, b'"text"'), UNREADABLE),
        ((200, b"[]"), UNREADABLE),
        ((200, b'["one", "two"]'), UNREADABLE),
        ((200, b"[null]"), UNREADABLE),
    ],
)
def test_errors(
    service: Service, languages: Languages, answer: tuple[int, bytes], message: str
) -> None:
    service.answers = [answer]
    with pytest.raises(MachineTranslationError) as failed:
        translate(service, languages, "Viens")
    assert failed.value.message == message
    assert len(service.requests) == 1, "it is asked once, and no other address"


def test_a_silent_service(service: Service, languages: Languages) -> None:
    service.awake.clear()
    with pytest.raises(MachineTranslationError) as failed:
        translate(service, languages, "Viens", TIMEOUT=0.05)
    assert failed.value.message == UNAVAILABLE
    with pytest.raises(MachineTranslationError):
        translate(service, languages, "Viens", URL="http://127.0.0.1:1/")


def test_pairs_of_languages(service: Service, languages: Languages) -> None:
    latvian, english = languages
    translator = LetsMTTranslator(service.options())
    assert translator.can_translate(latvian, english)
    assert not translator.can_translate(english, latvian)
