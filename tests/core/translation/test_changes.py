"""What changed since the translation was approved, in all the ways that an original changes."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translation.changes import Changes, changes_of, source_changes
from tests.core.translation.originals import (
    Blocks,
    answer,
    finish,
    heading,
    rich,
    stored,
    submit,
    table,
    write,
)
from tests.factories import make_standard, publish, translate_page

BODY: Blocks = [
    rich(
        "r1", "<p>Pirmā <b>svarīgā</b> rindkopa par darbu.</p><p>Otrā rindkopa par cilvēkiem.</p>"
    ),
    heading("h1", "Kas mums sanāca"),
]


@pytest.fixture
def page(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Summary.")
    return write(make_standard(home, "Par mums", summary="Kas mēs esam."), body=BODY)


@pytest.fixture
def translation(page: Any) -> Translation:
    return finish(submit(page))


def changes(translation: Translation) -> Changes:
    return changes_of(stored(translation))


def pairs(translation: Translation) -> list[tuple[str, str]]:
    return [(change.old_source, change.new_source) for change in changes(translation).changed]


def test_nothing(page: Any, translation: Translation) -> None:
    assert not changes(translation)
    publish(page)
    assert not changes(translation), "published without changes"


def test_a_text_is_seen_before_it_is_taken_over_and_after(
    page: Any, translation: Translation
) -> None:
    page = write(page, summary="Kas mēs tagad esam.")
    found = changes(translation)
    assert not found.synchronised
    (change,) = found.changed
    assert (change.path, change.old_source) == ("summary", "Kas mēs esam.")
    assert change.old_translation == "en: Kas mēs esam."
    assert change.marked == "Kas mēs <ins>tagad</ins> esam."
    assert source_changes(stored(translation)) == {"summary": change}

    submit(page)
    found = changes(translation)
    assert found.synchronised
    assert found.changed == [change]


def test_several_changes_are_one_since_the_approved_text(
    page: Any, translation: Translation
) -> None:
    for text in ("Kas mēs bijām.", "Kas mēs būsim."):
        submit(write(page, summary=text))
    assert pairs(translation) == [("Kas mēs esam.", "Kas mēs būsim.")]
    # What was translated in between and never published does not count.
    answer(stored(translation))
    page = write(page, summary="Kas mēs būtu.")
    (change,) = changes(translation).changed
    assert (change.old_source, change.old_translation) == ("Kas mēs esam.", "en: Kas mēs esam.")


def test_changed_back(page: Any, translation: Translation) -> None:
    write(page, summary="Pavisam kas cits.")
    assert changes(translation)
    write(page, summary="Kas mēs esam.")
    assert not changes(translation)


def test_changed_back_after_the_change_was_published(page: Any, translation: Translation) -> None:
    finish(submit(write(page, summary="Kas mēs bijām.")))
    submit(write(page, summary="Kas mēs esam."))
    (change,) = changes(translation).changed
    assert (change.old_source, change.new_source) == ("Kas mēs bijām.", "Kas mēs esam.")
    assert change.new_translation == "en: Kas mēs esam.", "it has its former translation"


def test_publishing_ends_it(page: Any, translation: Translation) -> None:
    translation = submit(write(page, summary="Kas mēs bijām."))
    answer(translation)
    assert changes(translation).changed[0].new_translation == "en: Kas mēs bijām."
    translation.save_target(publish=False)
    assert changes(translation), "a draft is not approved"
    finish(translation)
    assert not changes(translation)


def test_a_moved_block_is_no_change(page: Any, translation: Translation) -> None:
    write(page, body=[BODY[1], BODY[0]])
    assert not changes(translation)


def test_a_deleted_block_is_removed_texts(page: Any, translation: Translation) -> None:
    write(page, body=[BODY[0]])
    found = changes(translation)
    assert [text.source for text in found.removed] == ["Kas mums sanāca"]
    assert not found.changed
    assert not found.new


def test_a_block_deleted_and_added_again_finds_its_translation(
    page: Any, translation: Translation
) -> None:
    finish(submit(write(page, body=[BODY[0]])))
    write(page, body=[BODY[0], heading("h2", "Kas mums sanāca")])
    (change,) = changes(translation).changed
    assert (change.path, change.has_moved) == ("body.h2.text", True)
    assert change.old_translation == "en: Kas mums sanāca"


def test_a_block_split_in_two(page: Any, translation: Translation) -> None:
    text = "Otrā rindkopa par cilvēkiem."
    write(
        page,
        body=[
            rich("r1", "<p>Pirmā <b>svarīgā</b> rindkopa par darbu.</p>"),
            BODY[1],
            rich("r2", f"<p>{text}</p>"),
        ],
    )
    (change,) = changes(translation).changed
    assert (change.path, change.old_source, change.has_moved) == ("body.r2", text, True)


def test_a_paragraph_split_in_two(page: Any, translation: Translation) -> None:
    write(
        page,
        body=[
            rich(
                "r1",
                "<p>Pirmā <b>svarīgā</b> rindkopa.</p><p>Otrā rindkopa par "
                "cilvēkiem.</p><p>Rindkopa par darbu.</p>",
            ),
            BODY[1],
        ],
    )
    old = "Pirmā <b>svarīgā</b> rindkopa par darbu."
    assert pairs(translation) == [
        (old, "Pirmā <b>svarīgā</b> rindkopa."),
        (old, "Rindkopa par darbu."),
    ]


def test_paragraphs_of_one_rich_text_are_found_one_by_one(
    page: Any, translation: Translation
) -> None:
    write(
        page,
        body=[
            rich(
                "r1",
                "<p>Jauna rindkopa.</p><p>Otrā rindkopa par visiem cilvēkiem.</p>"
                "<p>Pirmā rindkopa par darbu.</p>",
            ),
            BODY[1],
        ],
    )
    found = changes(translation)
    assert pairs(translation) == [
        ("Otrā rindkopa par cilvēkiem.", "Otrā rindkopa par visiem cilvēkiem."),
        ("Pirmā <b>svarīgā</b> rindkopa par darbu.", "Pirmā rindkopa par darbu."),
    ]
    assert [text.source for text in found.new] == ["Jauna rindkopa."]
    change = found.changed[1]
    assert found.of(change.path, change.new_source) == change
    assert found.of(change.path, "Jauna rindkopa.") is None


def test_a_rewritten_field_is_still_the_field(page: Any, translation: Translation) -> None:
    write(page, title="Laboratorija")
    (change,) = changes(translation).changed
    assert change.marked == "<del>Par mums</del> <ins>Laboratorija</ins>"


def test_rows_of_tables(page: Any, translation: Translation) -> None:
    rows = [["Gads", "Skaits"], ["pirmais", "trīs"], ["otrais", "četri"]]
    page = write(page, body=[table("t1", *rows)])
    translation = finish(submit(page))
    write(page, body=[table("t1", rows[0], rows[2], rows[1])])
    assert not changes(translation), "moved"
    write(page, body=[table("t1", rows[0], ["nulltais", "2"], *rows[1:])])
    found = changes(translation)
    assert [text.source for text in found.new] == ["nulltais"]
    assert not found.changed


def test_numbers_are_no_changes(page: Any, translation: Translation) -> None:
    write(page, summary="2027")
    assert not changes(translation).changed
    assert not changes(translation).new


def test_what_was_never_translated_has_nothing_to_show(page: Any) -> None:
    translation = submit(page)
    page = write(page, summary="Kas mēs bijām.")
    found = changes(translation)
    assert found.changed == []
    assert not found.removed
    # One of its texts was, and then changes.
    answer(translation)
    write(page, summary="Kas mēs būsim.")
    assert pairs(translation) == [("Kas mēs esam.", "Kas mēs būsim.")]


def test_rich_text_stays_well_formed_and_safe(page: Any, translation: Translation) -> None:
    html = "<p>Pirmā <i>ļoti svarīgā</i> rindkopa par &lt;darbu&gt;.</p>"
    write(page, body=[rich("r1", html), BODY[1]])
    (change,) = changes(translation).changed
    assert change.marked == (
        "Pirmā <i><ins>ļoti</ins> svarīgā</i> rindkopa par <ins>&lt;</ins>darbu<ins>&gt;</ins>."
    )


def test_a_deleted_original_has_no_changes(page: Any, translation: Translation) -> None:
    source = stored(translation)
    type(page).objects.filter(pk=page.pk).update(translation_key="0" * 32)
    assert not changes_of(source)


@pytest.mark.parametrize("number", [1, 20])
def test_queries(page: Any, number: int) -> None:
    blocks = [heading(f"h{position}", f"Virsraksts {position}") for position in range(20)]
    page = write(page, body=blocks)
    translation = finish(submit(page))
    changed = [heading(f"h{position}", f"Jauns {position}") for position in range(number)]
    write(page, body=[*changed, *blocks[number:]])
    translation = Translation.objects.select_related("source__specific_content_type", "review").get(
        pk=translation.pk
    )
    with CaptureQueriesContext(connection) as queries:
        found = changes_of(translation)
    assert len(found.changed) == number
    # The original, its translations, and the synchronised texts.
    assert len(queries) == 3
    assert StringTranslation.objects.count() > 20
