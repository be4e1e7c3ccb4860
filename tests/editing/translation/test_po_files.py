"""A PO file that cannot be used is told why, and nothing of it is taken over."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from tests.factories import make_standard, publish, translate_page


@pytest.fixture
def translation(home: Any) -> Translation:
    translate_page(publish(home), title="Home", slug="home", summary="What it is.")
    page = publish(make_standard(home, "Par mums", slug="par-mums", summary="Kas mēs esam."))
    english = translate_page(page, title="About us", slug="about-us", summary="Who we are.")
    translation: Translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=english.locale
    )
    StringTranslation.objects.filter(context__object_id=page.translation_key).delete()
    return translation


def upload(client: Client, translation: Translation, content: bytes | None) -> list[str]:
    """The messages."""
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    files = {} if content is None else {"file": SimpleUploadedFile("texts.po", content)}
    answer = client.post(f"{address}?next=/admin/", files, follow=True)
    assert answer.status_code == 200
    return [str(message) for message in answer.context["messages"]]


def po(translation: Translation, **texts: str) -> str:
    """The file as downloaded, with texts filled in by field."""
    lines = str(translation.export_po()).splitlines()
    for field, text in texts.items():
        place = lines.index(f'msgctxt "{field}"')
        end = next(n for n in range(place, len(lines)) if lines[n].startswith("msgstr"))
        lines[end] = f'msgstr "{text}"'
    return "\n".join(lines)


def translated(translation: Translation) -> dict[str, str]:
    texts = StringTranslation.objects.filter(context__object_id=translation.source.object_id)
    return dict(texts.values_list("context__path", "data"))


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"   \n",
        b"not a po file",
        b"/etc/hostname",
        b"%PDF-1.7\x00\x01",
        'msgid "Lapa"\nmsgstr "Page"\n'.encode("utf-16"),
        b'msgid "a"\nmsgstr',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=no-such\\n"\n',
        b'msgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: x\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b"\xff\xfe\xfd" * 100,
    ],
)
def test_an_unusable_file_is_an_error(
    editor_client: Client, translation: Translation, content: bytes | None
) -> None:
    assert len(upload(editor_client, translation, content)) == 1
    assert not translated(translation)


def test_an_untouched_file_is_an_error(editor_client: Client, translation: Translation) -> None:
    content = str(translation.export_po()).encode()
    assert len(upload(editor_client, translation, content)) == 1


def test_a_file_with_a_byte_order_mark_is_no_500(
    editor_client: Client, translation: Translation
) -> None:
    upload(editor_client, translation, b"\xef\xbb\xbf" + po(translation, title="About us").encode())


def test_filled_in_it_is_taken_over(editor_client: Client, translation: Translation) -> None:
    content = po(translation, title="About us", summary="Who we are.")
    upload(editor_client, translation, content.encode())
    assert translated(translation) == {"title": "About us", "summary": "Who we are."}


def test_fuzzy_texts_are_not_done(editor_client: Client, translation: Translation) -> None:
    content = po(translation, title="About us", summary="Perhaps.")
    content = content.replace('msgctxt "summary"', '#, fuzzy\nmsgctxt "summary"')
    upload(editor_client, translation, content.encode())
    assert translated(translation) == {"title": "About us"}


def test_a_text_over_the_limit_is_said(editor_client: Client, translation: Translation) -> None:
    content = po(translation, title="About us", summary="a" * 301)
    messages = upload(editor_client, translation, content.encode())
    assert any("1 tekst" in message for message in messages[1:]), messages
    summary = StringTranslation.objects.get(context__path="summary", data__startswith="aaa")
    assert summary.has_error
    assert "300" in summary.field_error


def test_texts_of_another_page_are_named(editor_client: Client, translation: Translation) -> None:
    content = po(translation, title="About us") + '\n\nmsgctxt "x"\nmsgid "cits"\nmsgstr "other"\n'
    assert len(upload(editor_client, translation, content.encode())) == 2
    assert translated(translation) == {"title": "About us"}
