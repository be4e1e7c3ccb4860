"""A translator is asked for each text once, and never for a number."""

from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import make_case, make_case_index, make_standard, publish, translate_page

Rows = list[list[Any]]


def table(rows: Rows, caption: str = "") -> Any:
    value = {"data": rows, "table_caption": caption, "table_header_choice": "row"}
    return value | {"first_row_is_table_header": True, "first_col_is_header": False}


def stream(page: Any, rows: Rows, figure: str = "42 %") -> Any:
    """One table and one figure, with the ids that they keep."""
    facts = [{"type": "item", "id": "f1", "value": {"value": figure, "label": "Skaits"}}]
    field = page._meta.get_field("body").stream_block
    return field.to_python(
        [
            {"type": "table", "id": "t1", "value": table(rows)},
            {"type": "facts", "id": "f0", "value": {"title": "", "facts": facts, "source": ""}},
        ]
    )


@pytest.fixture
def english(home: Any) -> Locale:
    translate_page(publish(home), title="Home")
    return Locale.objects.get(language_code="en")


def submit(page: Any, locale: Locale) -> Translation:
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    return translation


def asked(translation: Translation) -> list[str]:
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    missing = segments.annotate_translation(translation.target_locale).filter(translation=None)
    return sorted(segment.string.data for segment in missing)


def answer(translation: Translation, texts: dict[str, str]) -> None:
    for segment in StringSegment.objects.filter(source=translation.source):
        if text := texts.get(segment.string.data):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": text, "translation_type": "manual"},
            )


ROWS: Rows = [["Gads", "Skaits"], ["2024", "trīs"], ["2025", "12,5 %"], ["kopā", "€ 100"]]
WORDS = {"Gads": "Year", "Skaits": "Count", "trīs": "three", "kopā": "in all"}


def test_numbers_are_not_asked_for(home: Any, english: Locale) -> None:
    page = publish(make_standard(home, title="2026", summary="100", body=[], slug="l"))
    page.body = stream(page, ROWS)
    translation = submit(page, english)
    assert asked(translation) == sorted([*WORDS, "Skaits", "l"])


def test_units_of_outcomes_are_not_either(home: Any, english: Locale) -> None:
    case = make_case(make_case_index(home))
    case.outcomes = [
        case.outcomes.model(metric="Laiks", unit="%", after=5),
        case.outcomes.model(metric="Maksa", unit="€", after=5),
    ]
    case.save()
    found = asked(submit(case, english))
    assert {"Laiks", "Maksa"} <= set(found)
    assert {"%", "€"}.isdisjoint(found)


def test_a_number_may_still_be_written_another_way(home: Any, english: Locale) -> None:
    page = make_standard(home)
    page.body = stream(page, ROWS)
    translation = submit(page, english)
    answer(translation, {"12,5 %": "12.5 %"})
    translation.save_target(publish=False)
    copy = page.get_translation(english)
    assert copy.body[0].value["data"][2] == ["2025", "12.5 %"]


@pytest.mark.parametrize(
    ("rows", "new"),
    [
        ([ROWS[0], ["2023", "divi"], *ROWS[1:]], ["divi"]),
        ([ROWS[0], *ROWS[2:]], []),
        ([ROWS[0], ROWS[3], ROWS[2], ROWS[1]], []),
        ([["Nr.", *row] for row in ROWS], ["Nr."] * 4),
        ([*ROWS, ["kopā", "trīs"]], []),
    ],
    ids=["insert", "remove", "reorder", "column", "repeat"],
)
def test_cells_keep_their_translations(
    home: Any, english: Locale, rows: Rows, new: list[str]
) -> None:
    page = make_standard(home)
    page.body = stream(page, ROWS)
    translation = submit(page, english)
    answer(translation, WORDS | {"Kopsavilkums.": "Summary.", "Lapa": "Page", page.slug: "page"})
    assert asked(translation) == []
    page.body = stream(page, rows)
    translation = submit(page, english)
    assert asked(translation) == new
    answer(translation, {text: f"new {text}" for text in new})
    translation.save_target(publish=False)
    copy = page.get_translation(english)
    words = WORDS | {text: f"new {text}" for text in new}
    assert copy.body[0].value["data"] == [[words.get(cell, cell) for cell in row] for row in rows]


def test_what_a_translator_wrote_stays(home: Any, english: Locale) -> None:
    """A text that stood elsewhere in the block has a translation of its own there."""
    page = make_standard(home)
    page.body = stream(page, [["A", "B"], ["jā", "jā"]])
    translation = submit(page, english)
    first, second = StringSegment.objects.filter(
        source=translation.source, string__data="jā"
    ).order_by("order", "pk")
    for segment, text in ((first, "yes"), (second, "indeed")):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            data=text,
            translation_type="manual",
        )
    translation = submit(page, english)
    translation.save_target(publish=False)
    assert page.get_translation(english).body[0].value["data"][1] == ["yes", "indeed"]
